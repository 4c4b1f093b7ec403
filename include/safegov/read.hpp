// From files that people write to a partnership, or to everything that is wrong with them.
// SPDX-License-Identifier: Apache-2.0
//
//   const auto partnership = read_partnership({"examples/nottingham"});
//   if (!partnership) print(std::cerr, partnership.diagnostics());

#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/calendar.hpp>
#include <safegov/describe.hpp>
#include <safegov/partnership.hpp>
#include <safegov/project.hpp>
#include <safegov/result.hpp>
#include <safegov/source.hpp>

namespace safegov {

/// A larger text is refused unread: plans are written by people.
inline constexpr std::size_t largest_text = 16 * 1024 * 1024;
/// So is a larger table made by a program.
inline constexpr std::size_t largest_table = 1024 * 1024 * 1024;

struct ReadOptions {
  std::vector<Calendar> calendars = {};         ///< those that `calendar:` may name beside our own
  std::vector<const Register*> registers = {};  ///< registers of your own, beside registers()
  std::vector<Source> also = {};  ///< texts that belong to the partnership: standard input
  /// How many threads parse the texts of one partnership, the caller's included; 0 is taken as 1.
  /// The result is the same on any number. read_each() shares out threads of its own instead.
  std::size_t threads = 1;
  /// Called after each text, with how many are read and of how many. What it throws ends the
  /// reading and comes out of it. read_each() calls it from its threads.
  std::function<void(std::size_t, std::size_t)> progress = {};
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

/// The partnership with the records of a table added: a row each, columns by name as in a `.csv`
/// file (docs/records.md), each cell to the letter. It is text in UTF-8, of at most 1 GiB.
[[nodiscard]] Result<Partnership> add_records(const Partnership& to, const Source& table);

/// The partnership with the promises of a table added: a row for each date; `plan`, `objective`,
/// `action` and its `lead` say where it stands, `promise` is its id, the other columns are the
/// fields of a promise. Plans, objectives and actions that there are not are made. Rows of one
/// promise that differ in nothing but `due` are one promise.
[[nodiscard]] Result<Partnership> add_promises(const Partnership& to, const Source& table);

/// Files and folders as for read_partnership, read but not looked into; what could not be read is
/// added to `problems`.
[[nodiscard]] std::vector<Source> load_sources(const std::vector<std::string>& paths,
                                               Diagnostics& problems);

/// A project file, `.safegov.yaml`, or everything that is wrong with it.
[[nodiscard]] Result<Project> read_project(const Source& source);

/// Fills a described value from a file that safegov wrote as JSON to read it again (a baseline, a
/// certificate): `report` is what it calls itself. Everything that is wrong with it is added to
/// `problems`; false if anything is.
bool read_written(const Source& source, std::string_view report, const Type& type, void* value,
                  Diagnostics& problems);
template <class T>
[[nodiscard]] Result<T> read_written(const Source& source, std::string_view report) {
  T value;
  Diagnostics problems;
  if (!read_written(source, report, type_of<T>(), &value, problems)) return problems;
  return Result<T>(std::move(value), std::move(problems));
}

/// Where many partnerships are.
struct FoundPartnerships {
  std::vector<std::string> paths = {};        ///< of each partnership one, to be read by itself
  std::vector<std::string> passed_over = {};  ///< folders beside them without a plan file
};

/// The partnerships in some paths. A file is one, and so is a folder with a plan file directly in
/// it; of any other folder, every folder directly in it that has a plan file somewhere below. In
/// the order given, those of one folder by name, each once. A path in which there is none stands
/// for itself, so that reading it says what is wrong.
[[nodiscard]] FoundPartnerships find_partnerships(const std::vector<std::string>& paths);

/// Reads each path as a partnership of its own, on so many threads (0 is taken as 1), and hands it
/// over as soon as it is read, with its place in `paths`. `each` is called from these threads, in
/// any order and at the same time: what it changes must be its own or guarded. If it throws, no
/// further path is begun, and the first exception comes out of here once all threads have ended.
void read_each(const std::vector<std::string>& paths, const ReadOptions& options,
               std::size_t threads,
               const std::function<void(std::size_t, Result<Partnership>)>& each);

}  // namespace safegov
