// From paths to the texts of files.
// SPDX-License-Identifier: Apache-2.0

#include "read/load.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>
#include <utility>

#include <safegov/read.hpp>

#include "base/codes.hpp"
#include "read/plan_files.hpp"

namespace safegov {
namespace internal {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

Span place_of(const std::string& name) { return {std::make_shared<const Source>(name, ""), {}, 0}; }

/// Which files to read, in which order, each once.
class Finder {
 public:
  Finder(const std::vector<std::string>& paths, Diagnostics& found)
      : found_(found), only_path_(paths.size() == 1) {
    for (const std::string& path : paths) add(path);
  }

  std::vector<std::string> take() { return std::move(files_); }

 private:
  void add(const std::string& path) {
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status))
      add_folder(path);
    else if (!fs::exists(status))
      report(codes::unreadable, path, "there is no such file or folder", "check the path");
    else if (!fs::is_regular_file(status) && !fs::is_fifo(status))
      report(codes::unreadable, path, "it is no file", "give a plan file or a folder of them");
    else
      add_file(path);
  }

  void add_folder(const std::string& folder) {
    std::error_code error;
    std::vector<std::string> files = plan_files_below(folder, error);
    if (error)
      return report(codes::unreadable, folder, "the folder cannot be read: " + error.message(), "");
    if (files.empty())
      return report(codes::no_plans, folder, "the folder has no '.yaml' file",
                    "'safegov new' writes a starter");
    for (std::string& file : files) add_file(std::move(file));
  }

  void add_file(std::string file) {
    if (only_path_) {  // a folder alone names nothing twice
      files_.push_back(std::move(file));
      return;
    }
    std::error_code error;
    const fs::path same = fs::weakly_canonical(file, error);
    if (seen_.insert(error ? fs::path(file) : same).second) files_.push_back(std::move(file));
  }

  void report(const codes::Known& code, const std::string& path, std::string message,
              std::string help) {
    found_.push_back(codes::diagnose(code, std::move(message), place_of(path), std::move(help)));
  }

  Diagnostics& found_;
  bool only_path_;
  std::vector<std::string> files_;
  std::set<fs::path> seen_;
};

}  // namespace

std::vector<std::string> find_files(const std::vector<std::string>& paths, Diagnostics& found) {
  return Finder(paths, found).take();
}

/// The text of a file; one byte more than is allowed is enough to know that it is too large.
std::optional<std::string> load(const std::string& path, Diagnostics& found) {
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  std::string text;
  // One byte more than it has shows the end in a single read; what has no size comes in blocks.
  std::size_t block = 64 * 1024;
  std::error_code error;
  if (const auto size = fs::file_size(path, error); !error && size > 0)
    block = static_cast<std::size_t>(std::min<std::uintmax_t>(size, largest_text)) + 1;
  if (file) {
    for (bool more = true; more && text.size() <= largest_text;) {
      const std::size_t before = text.size();
      text.resize(before + block);
      text.resize(before + std::fread(text.data() + before, 1, block, file.get()));
      more = text.size() == before + block;
    }
    if (std::ferror(file.get()) == 0) return text;
  }
  found.push_back(codes::diagnose(codes::unreadable,
                                  "it cannot be read: " + std::generic_category().message(errno),
                                  place_of(path), "check who may read it"));
  return {};
}

}  // namespace internal

std::vector<Source> load_sources(const std::vector<std::string>& paths, Diagnostics& problems) {
  std::vector<Source> sources;
  for (const std::string& path : internal::find_files(paths, problems))
    if (auto text = internal::load(path, problems)) sources.emplace_back(path, std::move(*text));
  return sources;
}

}  // namespace safegov
