// From paths to texts, from texts to parts, from parts to a partnership.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <memory>
#include <set>
#include <system_error>

#include <safegov/read.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/files.hpp"
#include "model/make.hpp"
#include "read/fields.hpp"
#include "read/text_check.hpp"
#include "read/yaml_tree.hpp"

namespace safegov {
namespace fs = std::filesystem;
namespace {

using namespace internal;

struct CloseFile {
  void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

Span place_of(const std::string& name) { return {std::make_shared<const Source>(name, ""), {}, 0}; }

bool is_plan_file(const fs::path& path) {
  const auto ending = path.extension();
  return (ending == ".yaml" || ending == ".yml") && !path.filename().string().starts_with('.');
}

/// Which files to read, in which order, each once.
class Finder {
 public:
  explicit Finder(Diagnostics& found) : found_(found) {}

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

  std::vector<std::string> take() { return std::move(files_); }

 private:
  void add_folder(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error), end;
    for (; !error && entry != end; entry.increment(error)) {
      if (entry->is_directory(error) && entry->path().filename().string().starts_with('.'))
        entry.disable_recursion_pending();
      else if (entry->is_regular_file(error) && is_plan_file(entry->path()))
        files.push_back(entry->path().string());
    }
    if (error)
      return report(codes::unreadable, folder, "the folder cannot be read: " + error.message(), "");
    if (files.empty())
      return report(codes::no_plans, folder, "the folder has no '.yaml' file",
                    "'safegov new' writes a starter");
    std::ranges::sort(files);
    for (std::string& file : files) add_file(std::move(file));
  }

  void add_file(std::string file) {
    std::error_code error;
    const fs::path same = fs::weakly_canonical(file, error);
    if (seen_.insert(error ? fs::path(file) : same).second) files_.push_back(std::move(file));
  }

  void report(const codes::Known& code, const std::string& path, std::string message,
              std::string help) {
    found_.push_back(codes::diagnose(code, std::move(message), place_of(path), std::move(help)));
  }

  Diagnostics& found_;
  std::vector<std::string> files_;
  std::set<fs::path> seen_;
};

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

/// Takes texts in, one after the other, into the parts of a partnership.
class Reader {
 public:
  explicit Reader(const ReadOptions& options) { parts_.calendars = options.calendars; }

  void take(Source source) {
    if (source.text().starts_with("\xEF\xBB\xBF"))
      source = Source(source.name(), source.text().substr(3));
    auto& sources = parts_.provenance.sources;
    sources.push_back(std::make_shared<const Source>(std::move(source)));
    const std::shared_ptr<const Source> shared = sources.back();
    Tree tree;
    if (!check_text(shared, found_) || !parse_yaml(shared, tree, found_)) {
      gaps_ = {.bodies = true, .promises = true};
      return;
    }
    Fields fields(tree, static_cast<std::uint32_t>(sources.size()), parts_.provenance, found_);
    const auto kinds = file_kinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end() - 1, [&](const FileKind& k) {
      return fields.find_key(k.told_by) != nullptr;
    });
    if (kind->name == "plan")
      take_plan(fields);
    else if (kind->name == "records")
      take_records(fields);
    else
      take_arrangements(fields);
  }

  Diagnostics& found() { return found_; }
  void miss_files() { gaps_ = {.bodies = true, .promises = true}; }

  Result<Partnership> finish() {
    check_one_partnership();
    return make_partnership(std::move(parts_), std::move(found_), gaps_);
  }

 private:
  void take_plan(Fields& fields) {
    MemberHeader header;
    Plan plan;
    if (!fields.read_file(type_of<MemberHeader>(), &header, type_of<Plan>(), &plan))
      gaps_.promises = true;
    check_version(header);
    members_.push_back(header);
    parts_.plans.push_back(std::move(plan));
  }

  void take_records(Fields& fields) {
    MemberHeader header;
    RecordsFile file;
    fields.read_file(type_of<MemberHeader>(), &header, type_of<RecordsFile>(), &file);
    check_version(header);
    members_.push_back(header);
    std::ranges::move(file.records, std::back_inserter(parts_.records));
  }

  void take_arrangements(Fields& fields) {
    VersionHeader header;
    Arrangements arrangements;
    fields.read_file(type_of<VersionHeader>(), &header, type_of<Arrangements>(), &arrangements);
    check_version(header);
    // A body whose id is broken may be what others refer to.
    gaps_.bodies |=
        std::ranges::any_of(arrangements.bodies, [](const Body& b) { return b.id.empty(); });
    if (++arrangements_ > 1) {
      auto& d = report(
          codes::not_one_partnership, "a second file says what the partnership is",
          parts_.provenance.find(arrangements.origin),
          "a partnership has one such file; plans have a 'plan' key, records a 'records' key");
      d.related.push_back({parts_.provenance.find(parts_.arrangements.origin), "the first"});
      std::ranges::move(arrangements.bodies, std::back_inserter(parts_.arrangements.bodies));
      return;
    }
    parts_.arrangements = std::move(arrangements);
  }

  template <class Header>
  void check_version(const Header& header) {
    if (header.version.empty() || header.version == std::to_string(format_version)) return;
    report(codes::unknown_version,
           "the format version " + in_quotes(header.version) + " is not known",
           parts_.provenance.find(header.origin, 0),
           "this safegov reads version 1: write 'safegov: 1'");
  }

  void check_one_partnership() {
    if (arrangements_ == 0 && !gaps_.bodies) {
      report(codes::not_one_partnership, "no file says what the partnership is", {},
             "one file must have its 'name', 'top' and 'bodies'; 'safegov new' writes one");
      gaps_.bodies = true;
    }
    const std::string& id = parts_.arrangements.id;
    for (const MemberHeader& header : members_) {
      if (id.empty() || header.partnership.empty() || header.partnership == id) continue;
      auto& d = report(
          codes::other_partnership,
          "this belongs to " + in_quotes(header.partnership) + ", the others to " + in_quotes(id),
          parts_.provenance.find(header.origin, 1), "read one partnership at a time");
      d.related.push_back({parts_.provenance.find(parts_.arrangements.origin,
                                                  type_of<Arrangements>().find("partnership")),
                           "the partnership"});
    }
  }

  Diagnostic& report(const codes::Known& code, std::string message, Span where, std::string help) {
    found_.push_back(codes::diagnose(code, std::move(message), std::move(where), std::move(help)));
    return found_.back();
  }

  Partnership::Parts parts_;
  Diagnostics found_;
  Gaps gaps_;
  std::vector<MemberHeader> members_;
  int arrangements_ = 0;
};

}  // namespace

std::vector<Source> load_sources(const std::vector<std::string>& paths, Diagnostics& problems) {
  Finder finder(problems);
  for (const std::string& path : paths) finder.add(path);
  std::vector<Source> sources;
  for (const std::string& path : finder.take())
    if (auto text = load(path, problems)) sources.emplace_back(path, std::move(*text));
  return sources;
}

Result<Partnership> read_partnership(const std::vector<std::string>& paths,
                                     const ReadOptions& options) {
  Reader reader(options);
  Finder finder(reader.found());
  for (const std::string& path : paths) finder.add(path);
  for (const std::string& path : finder.take())
    if (auto text = load(path, reader.found())) reader.take(Source(path, std::move(*text)));
  if (!reader.found().empty()) reader.miss_files();
  return reader.finish();
}

Result<Partnership> read_sources(std::vector<Source> sources, const ReadOptions& options) {
  Reader reader(options);
  for (Source& source : sources) reader.take(std::move(source));
  return reader.finish();
}

}  // namespace safegov
