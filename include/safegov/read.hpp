// From files that people write to a partnership, or to everything that is wrong with them.
// SPDX-License-Identifier: Apache-2.0
//
//   const auto partnership = read_partnership({"examples/nottingham"});
//   if (!partnership) print(std::cerr, partnership.diagnostics());

#pragma once

#include <string>
#include <vector>

#include <safegov/calendar.hpp>
#include <safegov/partnership.hpp>
#include <safegov/result.hpp>
#include <safegov/source.hpp>

namespace safegov {

/// A larger text is refused unread: plans are written by people.
inline constexpr std::size_t largest_text = 16 * 1024 * 1024;

struct ReadOptions {
  std::vector<Calendar> calendars = {};  ///< those that `calendar:` may name beside our own
};

/// One partnership from files and folders. Of a folder every `.yaml` and `.yml` file is read, with
/// those of its subfolders; names that begin with a dot are passed over. A file named twice is read
/// once. Files are taken in the order of their names, in whatever order they are given. Every
/// problem of every file is reported in one go.
[[nodiscard]] Result<Partnership> read_partnership(const std::vector<std::string>& paths,
                                                   const ReadOptions& options = {});

/// The same from texts that are in memory already.
[[nodiscard]] Result<Partnership> read_sources(std::vector<Source> sources,
                                               const ReadOptions& options = {});

/// Files and folders as for read_partnership, read but not looked into; what could not be read is
/// added to `problems`.
[[nodiscard]] std::vector<Source> load_sources(const std::vector<std::string>& paths,
                                               Diagnostics& problems);

}  // namespace safegov
