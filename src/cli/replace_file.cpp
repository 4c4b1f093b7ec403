// Writing a file as a whole or not at all.
// SPDX-License-Identifier: Apache-2.0

#include "cli/replace_file.hpp"

#include <cerrno>
#include <cstdint>
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

enum class Written : std::uint8_t { all, not_all };

Written write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const auto count = ::write(file, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Written::not_all;
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return Written::all;
}

/// Renaming something over a device would take it from everybody else.
void write_into(const fs::path& path, std::string_view text) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (file < 0) cannot_write(path);
  const Written written = write_all(file, text);
  if (::close(file) != 0 || written != Written::all) cannot_write(path);
}

}  // namespace

void replace_file(const fs::path& path, std::string_view text) {
  std::error_code none;
  if (fs::exists(path, none) && !fs::is_regular_file(path, none)) return write_into(path, text);
  const fs::path real = fs::exists(path, none) ? fs::canonical(path) : path;
  const fs::path beside = real.parent_path() / ("." + real.filename().string() + ".new");
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) cannot_write(path);
  bool written = write_all(file, text) == Written::all && ::fsync(file) == 0;
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
