// Writing a file as a whole or not at all.
// SPDX-License-Identifier: Apache-2.0

#include "cli/replace_file.hpp"

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <system_error>
#include <unistd.h>

#include "base/text.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void cannot_write(const fs::path& path) {
  throw UsageError("cannot write " + in_quotes(path.string()) + ": " +
                   std::generic_category().message(errno));
}

}  // namespace

void replace_file(const fs::path& path, std::string_view text) {
  std::error_code none;
  const fs::path real = fs::exists(path, none) ? fs::canonical(path) : path;
  const fs::path beside = real.parent_path() / ("." + real.filename().string() + ".new");
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) cannot_write(path);
  bool written = true;
  for (std::size_t at = 0; written && at < text.size();) {
    const auto count = ::write(file, text.data() + at, text.size() - at);
    written = count > 0;
    at += written ? static_cast<std::size_t>(count) : 0;
  }
  written = written && ::fsync(file) == 0;
  written = ::close(file) == 0 && written;
  if (const auto old = fs::status(real, none); fs::exists(old))
    fs::permissions(beside, old.permissions(), none);
  if (!written || std::rename(beside.c_str(), real.c_str()) != 0) {
    ::unlink(beside.c_str());
    cannot_write(path);
  }
  // The folder, too, so that the new name survives a loss of power.
  const fs::path folder = real.has_parent_path() ? real.parent_path() : fs::path(".");
  if (const int entry = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC); entry >= 0) {
    ::fsync(entry);
    ::close(entry);
  }
}

}  // namespace safegov::internal
