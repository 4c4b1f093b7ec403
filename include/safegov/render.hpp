// From values to text that people read or programs parse.
// SPDX-License-Identifier: Apache-2.0
//
//   std::cout << render(assess(owed, Date(2019, 11, 1)), Format::text);

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <safegov/agenda.hpp>
#include <safegov/arrival.hpp>
#include <safegov/assess.hpp>
#include <safegov/certificate.hpp>
#include <safegov/chase.hpp>
#include <safegov/clock.hpp>
#include <safegov/compare.hpp>
#include <safegov/coverage.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/diary.hpp>
#include <safegov/escalation.hpp>
#include <safegov/explain.hpp>
#include <safegov/gate.hpp>
#include <safegov/joint.hpp>
#include <safegov/lint.hpp>
#include <safegov/network.hpp>
#include <safegov/obligations.hpp>
#include <safegov/partnership.hpp>
#include <safegov/publish.hpp>
#include <safegov/ratings.hpp>
#include <safegov/register_report.hpp>
#include <safegov/report.hpp>
#include <safegov/rollover.hpp>
#include <safegov/survey.hpp>
#include <safegov/timeline.hpp>

namespace safegov {

enum class Format : std::uint8_t { text, json, csv, markdown, dot };
template <>
std::span<const std::string_view> words_of<Format>();

struct RenderOptions {
  std::size_t width = 80;              ///< of text, in terminal columns; at least 40 is used
  bool colour = false;                 ///< ANSI colours; every colour stands beside a word
  std::optional<Group> by = {};        ///< count by this instead of listing each obligation
  std::vector<State> only = {};        ///< list these states only; all of them if empty
  std::vector<std::string> rows = {};  ///< of a register, these rows only; all of them if empty
  std::optional<Rated> rated = {};     ///< ratings of these only; of everything if it is absent
  /// Of a report over time, the days to show; if empty, the first of each month as text, and every
  /// day as CSV.
  std::vector<Date> days = {};
};

/// Counts and obligations. As text, most urgent states first; as JSON, rows in their own order
/// (docs/schema/assess.json); as Markdown, in the eight columns in which councils print their
/// plans. All of these throw std::invalid_argument where there is no such form: only an assessment,
/// coverage, a comparison and a rollover have one in Markdown, and only a network one in dot.
[[nodiscard]] std::string render(const Assessment& assessment, Format format,
                                 const RenderOptions& options = {});

/// What is owed, without saying where it stands (docs/schema/obligations.json).
[[nodiscard]] std::string render(const Obligations& obligations, Format format,
                                 const RenderOptions& options = {});

/// Why one obligation is in its state (docs/schema/explain.json).
[[nodiscard]] std::string render(const Assessment& assessment, const std::vector<std::size_t>& rows,
                                 Format format, const RenderOptions& options = {});

/// What each coming meeting of a body must receive (docs/schema/agenda.json).
[[nodiscard]] std::string render(const Assessment& assessment, const Agenda& agenda, Format format,
                                 const RenderOptions& options = {});

/// What the rows of a register amount to; of one row, its obligations too
/// (docs/schema/register.json).
[[nodiscard]] std::string render(const Assessment& assessment, const RegisterReport& report,
                                 Format format, const RenderOptions& options = {});
/// Which time limits there are (docs/schema/clocks.json).
[[nodiscard]] std::string render(const std::vector<Clock>& clocks, Format format,
                                 const RenderOptions& options = {});
/// What a clock comes to, reading by reading, and whether what was done on a day was in time
/// (docs/schema/clock.json).
[[nodiscard]] std::string render(const Clock& clock, const ClockReading& reading,
                                 std::optional<Date> done, Format format,
                                 const RenderOptions& options = {});

/// Which registers there are, and what each amounts to (docs/schema/registers.json).
[[nodiscard]] std::string render(const Assessment& assessment,
                                 const std::vector<RegisterReport>& reports, Format format,
                                 const RenderOptions& options = {});

/// What findings are printed as: text as compilers print it, JSON (docs/schema/lint.json), and the
/// forms that forges and pipelines take, SARIF 2.1.0 and JUnit's XML.
enum class FindingsFormat : std::uint8_t { text, json, sarif, junit };
template <>
std::span<const std::string_view> words_of<FindingsFormat>();
[[nodiscard]] std::string render(const LintReport& report, FindingsFormat format,
                                 const RenderOptions& options = {});

/// What a gate's report is printed as: three lines, JSON (docs/schema/gate.json), JUnit's XML,
/// GitHub's workflow commands, GitLab's report of code quality.
enum class GateFormat : std::uint8_t { text, json, junit, github, code_quality };
template <>
std::span<const std::string_view> words_of<GateFormat>();
[[nodiscard]] std::string render(const GateReport& report, GateFormat format,
                                 const RenderOptions& options = {});
/// As JSON that read_written() reads (docs/schema/baseline.json).
[[nodiscard]] std::string render(const Baseline& baseline);
/// The same of a certificate (docs/schema/certificate.json).
[[nodiscard]] std::string render(const Certificate& certificate);

/// What a document is written as.
enum class ReportFormat : std::uint8_t { text, json, csv, markdown, html };
template <>
std::span<const std::string_view> words_of<ReportFormat>();
/// A document in one of its forms, which all say the same (docs/schema/report.json). As CSV it has
/// one table only: std::invalid_argument is thrown for one that has none or several, charts'
/// figures included. HTML is one page that needs no other file.
[[nodiscard]] std::string render(const Report& report, ReportFormat format,
                                 const RenderOptions& options = {});

/// A letter as text, to be sent to one body.
struct Letter {
  BodyId to;
  std::string name = {};  ///< from its id, each once: a name for a file wherever that is kept
  std::string text = {};
};
/// One to each body that there is something to ask of; none where nobody is stated.
[[nodiscard]] std::vector<Letter> letters(const Chase& lists, const RenderOptions& options = {});
/// A diary in the form that calendars read, iCalendar (RFC 5545 and 7986). The lines end in CR LF.
[[nodiscard]] std::string render_icalendar(const Diary& diary);

/// When concerns arrive, with their journeys (docs/schema/arrival.json).
[[nodiscard]] std::string render(const Partnership& partnership, const ArrivalReport& report,
                                 Format format, const RenderOptions& options = {});

/// How old is what is known of each body (docs/schema/assurance.json).
[[nodiscard]] std::string render(const Partnership& partnership, const AssuranceReport& report,
                                 Format format, const RenderOptions& options = {});

/// What had to go further up, and whether it did: most urgent states first
/// (docs/schema/escalation.json). As CSV the steps.
[[nodiscard]] std::string render(const Obligations& obligations, const Escalations& escalations,
                                 Format format, const RenderOptions& options = {});

/// What would be different if it were so: `after` is assessed as `before` is, of the partnership
/// with the overlay applied (docs/schema/what-if.json).
[[nodiscard]] std::string render(const Assessment& before, const Assessment& after,
                                 const WhatIf& what_if, Format format,
                                 const RenderOptions& options = {});

/// What is different, in plain English (docs/schema/diff.json); in Markdown for a committee.
[[nodiscard]] std::string render(const Comparison& comparison, Format format,
                                 const RenderOptions& options = {});

/// What became of a plan when the next was written, what vanished first
/// (docs/schema/rollover.json); in Markdown for a committee.
[[nodiscard]] std::string render(const Rollover& rollover, Format format,
                                 const RenderOptions& options = {});

/// Counts over time, with the first and worst days of each state; as JSON, of every day
/// (docs/schema/timeline.json).
[[nodiscard]] std::string render(const Obligations& obligations, const Timeline& timeline,
                                 Format format, const RenderOptions& options = {});

/// What was promised and what came in, over time (docs/schema/burn-up.json).
[[nodiscard]] std::string render(const Obligations& obligations, const BurnUp& line, Format format,
                                 const RenderOptions& options = {});

/// Each obligation's intervals over a range (docs/schema/intervals.json).
[[nodiscard]] std::string render(const Obligations& obligations, DateRange range,
                                 const std::vector<StateInterval>& intervals, Format format,
                                 const RenderOptions& options = {});

/// Many partnerships, a line each (docs/schema/survey.json).
[[nodiscard]] std::string render(const Survey& survey, Format format,
                                 const RenderOptions& options = {});

/// The bodies that sit in several partnerships (docs/schema/joint.json); as CSV, counts of what
/// each owes to, and is owed by, each of them.
[[nodiscard]] std::string render(const JointBodies& joint, Format format,
                                 const RenderOptions& options = {});

/// What is covered, what is not, and what reached the top (docs/schema/coverage.json); as CSV the
/// cells of the matrix, as Markdown tables for a committee.
[[nodiscard]] std::string render(const Coverage& coverage, Format format,
                                 const RenderOptions& options = {});

/// What is rated how, by what it says of itself and by rule; with the key of every scale, the
/// rules and the roll-up (docs/schema/ratings.json).
[[nodiscard]] std::string render(const Ratings& ratings, Format format,
                                 const RenderOptions& options = {});

/// Why one thing is rated as it is (docs/schema/explain-rating.json).
[[nodiscard]] std::string render(const Ratings& ratings, const Rating& rating, Format format,
                                 const RenderOptions& options = {});

/// Who answers to whom: the tree below the top, single points, what is odd, and what changed since
/// `before`, if that is given (docs/schema/network.json). As CSV its lines; as dot a picture for
/// Graphviz.
[[nodiscard]] std::string render(const Network& network, const std::optional<Network>& before,
                                 Format format, const RenderOptions& options = {});

/// How much each coming meeting is to receive (docs/schema/network-meetings.json).
[[nodiscard]] std::string render(const std::vector<Agenda>& agendas, const Network& network,
                                 Format format, const RenderOptions& options = {});

/// The ways from one body to another, a line at a time (docs/schema/route.json).
[[nodiscard]] std::string render(const Network& network, BodyId from, BodyId to,
                                 const Routes& routes, Format format,
                                 const RenderOptions& options = {});

/// The key of a scale, as text.
[[nodiscard]] std::string render(const Scale& scale, const RenderOptions& options = {});

/// That the partnership is sound, what it holds, and the remarks made while reading it. As JSON,
/// all of it, by the names that its types describe (docs/schema/check.json).
[[nodiscard]] std::string render(const Partnership& partnership, const Diagnostics& remarks,
                                 Format format, const RenderOptions& options = {});

/// What is wrong, for a partnership that could not be made (docs/schema/check.json).
[[nodiscard]] std::string render(const Diagnostics& diagnostics, Format format,
                                 const RenderOptions& options = {});

/// What was withheld from an audience, in a sentence: what, how many, and what would show it.
[[nodiscard]] std::string render(const std::vector<Withheld>& withheld, Audience audience);

/// The JSON Schema (2020-12) of the files that people write, from the types' descriptions.
[[nodiscard]] std::string plan_schema();

/// The reference of the plan format as Markdown, from the same descriptions.
[[nodiscard]] std::string plan_reference();

}  // namespace safegov
