// What several commands do alike: read the paths, choose the format, report what is wrong.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/manifest.hpp>
#include <safegov/partnership.hpp>
#include <safegov/publish.hpp>
#include <safegov/read.hpp>
#include <safegov/render.hpp>
#include <safegov/result.hpp>

#include "cli/options.hpp"

namespace safegov::internal {

namespace option {
inline constexpr Option format{"--format", "text|json", "How to print it; text unless given."};
inline constexpr Option plan_table{"--format", "FORMAT",
                                   "text, json, csv or markdown; text unless given."};
inline constexpr Option table{"--format", "text|json|csv", "How to print it; text unless given."};
inline constexpr Option document{"--format", "FORMAT",
                                 "text, json, csv, markdown or html; text unless given."};
inline constexpr Option as_at{"--as-at", "DATE",
                              "The day to judge by, 2019-11-01; today unless given."};
inline constexpr Option known_at{"--known-at", "DATE",
                                 "Count only what had been written down by this day."};
inline constexpr Option of{"--of", "ID,…",
                           "Only what these plans or registers promise: 'bp-2019', 'decisions'."};
inline constexpr Option soon{"--soon", "DAYS",
                             "How long before its interval something is due soon; 30."};
inline constexpr Option along{"--along", "LINE,…",
                              "What routes go along, 'escalates-to'; 'reports-to' unless given."};
inline constexpr Option jobs{"--jobs", "N",
                             "How many to read at a time; as many as there are processors."};
inline constexpr Option calendar{
    "--calendar", "FILE", "A table of holidays that 'calendar:' may name (docs/calendars.md)."};
inline constexpr Option colour{"--colour", "WHEN", "auto, always or never; auto unless given."};
inline constexpr Option output{
    "--output", "FILE", "Write it into FILE, whole or not at all, and print nothing; or -o."};
}  // namespace option

/// The partnership in the paths (`-` is standard input), of which nothing is there that is not for
/// the --audience; or nothing, having said what is wrong in the format asked for. Remarks go to
/// `err` in text, and are handed back for who prints JSON; they quote what was read, so that a
/// narrower audience has none.
struct Loaded {
  Partnership partnership;
  Diagnostics remarks;
  std::vector<Withheld> withheld = {};
  std::optional<Partnership> whole = {};  ///< where less than that is published
  Audience audience = Audience::restricted;
};
/// What of a partnership is for an audience, or why nothing is.
Result<Loaded> published_of(const Result<Partnership>& read, const PublishOptions& options);
/// What it rests on, as far as the audience may know.
Manifest manifest_of(const Loaded& loaded, const AssessOptions& options, Date as_at);
/// What was withheld of several, in sum.
std::vector<Withheld> sum_of(const std::vector<std::vector<Withheld>>& of_each);

/// The first `skip` words are not paths.
std::optional<Loaded> load(const Arguments& arguments, const Terminal& terminal,
                           std::size_t skip = 0);
/// The same of these paths.
std::optional<Loaded> load(const Arguments& arguments, const Terminal& terminal,
                           const std::vector<std::string>& paths);

/// --audience, --open and --suppress-under.
PublishOptions publish_options(const Arguments& arguments);

/// Throws UsageError if a calendar cannot be read.
ReadOptions read_options(const Arguments& arguments);

/// --format, of those up to `last`: what is no table cannot be CSV.
Format format_of(const Arguments& arguments, Format last = Format::csv);
/// --format of a document.
ReportFormat report_format_of(const Arguments& arguments);
RenderOptions render_options(const Arguments& arguments, const Terminal& terminal);

/// A day given to an option, in any form that names one; nothing if it is not given.
std::optional<Date> day_of(const Arguments& arguments, std::string_view option);
/// --as-at, or the option that a command has in its place; or today, having said so.
Date as_at_of(const Arguments& arguments, const Terminal& terminal,
              std::string_view option = "--as-at");
/// --soon and --known-at.
AssessOptions assess_options(const Arguments& arguments);

/// The last day of which a report may speak: that of --as-at, or an earlier one of --known-at.
Date last_day_of(Date as_at, const AssessOptions& judge);
/// What the partnership had promised by a day, or in all; with --of, only what those plans and
/// registers did.
Obligations obligations_of(const Arguments& arguments, const Partnership& partnership,
                           std::optional<Date> by = {});

/// --jobs, or as many threads as there are processors.
std::size_t threads_of(const Arguments& arguments);

/// The assessment that --as-at and --of ask for.
Assessment assessment_of(const Arguments& arguments, const Terminal& terminal,
                         const Partnership& partnership, const AssessOptions& judge);

/// The folder that an option names, made if it is not there. Throws UsageError if it cannot be.
std::filesystem::path folder_of(const Arguments& arguments, std::string_view option);

/// The states named by an option.
std::vector<State> states_of(const Arguments& arguments, std::string_view option);
/// Is anything in one of them?
bool any_in(const Counts& counts, const std::vector<State>& states);

/// A whole number in digits and nothing else; nothing if it is not that, or out of bounds.
std::optional<std::size_t> number_of(std::string_view text, std::size_t least, std::size_t most);

/// The word of a closed list, or UsageError with the list and a near one.
std::size_t word_of(std::string_view option, std::string_view word,
                    std::span<const std::string_view> words);

/// --along
NetworkOptions network_options(const Arguments& arguments);

/// The body of that id; UsageError, naming a near one, if there is none.
BodyId body_called(std::string_view id, const Partnership& partnership);
/// The body that --body names.
BodyId body_of(const Arguments& arguments, const Partnership& partnership);

/// What a command makes: into the file that --output names, as a whole or not at all; or, without
/// one or with `-`, to `out`. What is no plain file, such as a pipe, is written to as it is. Throws
/// UsageError if it cannot be written.
void hand_over(const Arguments& arguments, const Terminal& terminal, std::string_view text);

/// Prints diagnostics in full, or the first hundred and how many more there are.
void print_some(std::ostream& out, const Diagnostics& diagnostics, bool colour);

}  // namespace safegov::internal
