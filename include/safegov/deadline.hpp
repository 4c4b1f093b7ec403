// Deadlines as boards write them: the words are kept, and judged as an interval of days.
// SPDX-License-Identifier: Apache-2.0
//
//   parse_deadlines("June 2019, Oct 2019, Feb 2020").deadlines;  // three, each a month
//   parse_deadlines("Autumn 2022").deadlines[0].kind;            // unresolved: no table says when

#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/calendar.hpp>
#include <safegov/date.hpp>
#include <safegov/period.hpp>

namespace safegov {

/// What the words of a deadline come to.
enum class DeadlineKind : std::uint8_t {
  undated,     ///< there are no words at all
  dated,       ///< an interval of days
  open,        ///< it never falls due: ongoing, continuing, as and when
  unresolved,  ///< it means something, but not to us: the words need a table or an anchor
};

/// How exactly the words say it.
enum class Precision : std::uint8_t { none, day, month, quarter, season, term, part, year, range };

/// One deadline: its words, and the days they mean.
struct Deadline {
  /// As written. What a cadence expands to has the cadence's words and its own stretch,
  /// `quarterly Apr 2019 to Jun 2019`, which reads as itself again.
  std::string text;
  DeadlineKind kind = DeadlineKind::unresolved;
  Precision precision = Precision::none;
  std::optional<DateRange> range = {};  ///< on time until its last day, that day included
  std::string condition = {};           ///< what was added to it: `website permitting`

  friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// A word for a part of the year that a partnership declares: `autumn`, `spring term`, `early`.
/// Either it recurs (1 September to 31 December, of a calendar, financial or academic year) or it
/// is one dated stretch (spring term 2021).
struct NamedPeriod {
  std::string name;  ///< compared without regard to case
  YearBasis of = YearBasis::calendar;
  std::string from;  ///< `1 September`, or a full date
  std::string to;
  Precision precision = Precision::part;  ///< season, term or part; told from the name
};

/// Why words could not be taken as they stand.
struct DeadlineProblem {
  enum class Kind : std::uint8_t {
    impossible,        ///< it can be no date at all: 31 June 2019
    unresolved,        ///< not understood, or a table or anchor is missing
    endless,           ///< a cadence without an end, or with more dates than anyone means
    no_body,           ///< a meeting of something that is no body: `bgm of Oct 2019`
    not_started,       ///< a clock whose event has no day
    not_in_force,      ///< a clock before or after all its versions
    outside_calendar,  ///< a clock that needs days that no table has
  };
  Kind kind;
  std::string text;     ///< the words concerned
  std::string message;  ///< lower case, no full stop
  std::string help;     ///< what to do
};

/// A day, and the word for what happened on it: none for what is meant unless another is named.
struct NamedDay {
  std::string name = {};
  Date day;
  friend bool operator==(const NamedDay&, const NamedDay&) = default;
};

/// What a word comes to that counts from days: an interval, or why there is none.
struct CountedDays {
  std::optional<DateRange> range = {};
  std::optional<DeadlineProblem> problem = {};  ///< none where there is no day by rule: `promptly`
};

/// What the words may be resolved against. Nothing here is guessed: absent means unresolved.
struct DeadlineContext {
  std::vector<NamedPeriod> named_periods = {};
  std::optional<Date> anchor = {};       ///< the document's date: `in three months`, `next year`
  const Calendar* calendar = nullptr;    ///< for working days
  std::optional<DateRange> window = {};  ///< the plan's period: how far a cadence runs
  /// Whether a word is a body's id: only then are `bmg of Oct 2019` words of a deadline.
  std::function<bool(std::string_view)> is_body = {};
  /// What a clock comes to that counts from these days: only then are `rapid-review from 14 October
  /// 2019` words of a deadline. Nothing if no clock has that id.
  std::function<std::optional<CountedDays>(std::string_view, const std::vector<NamedDay>&)> clock =
      {};
};

struct Deadlines {
  /// A deadline that is bound to a meeting, by its index, and the id of the body that meets.
  struct Bound {
    std::size_t deadline;
    std::string body;
    friend bool operator==(const Bound&, const Bound&) = default;
  };
  std::vector<Deadline> deadlines;  ///< in the order written
  std::vector<DeadlineProblem> problems;
  std::vector<Bound> bound = {};  ///< ascending
};

/// Every form of docs/deadlines.md: one or several, comma separated or not. Words that cannot be
/// taken as they stand are one unresolved deadline and one problem each; nothing is thrown. A text
/// of more than 4,096 bytes is not read at all, and one of no words has no deadlines.
[[nodiscard]] Deadlines parse_deadlines(std::string_view text, const DeadlineContext& context = {});

/// A day in any form that names one day (`2019-06-27`, `27 June 2019`, `27/6/19`, day first
/// always).
[[nodiscard]] std::optional<Date> parse_day(std::string_view text);

/// How often something happens, as written.
struct Cadence {
  enum class Kind : std::uint8_t {
    every_days,    ///< weekly, fortnightly
    every_months,  ///< monthly, quarterly, annual, 3 times a year
    per_year,      ///< 8 times a year: counted, with no even spacing in months
    termly,        ///< once in each declared term
    ambiguous,     ///< bi-monthly: 6 or 24 a year
    irregular,     ///< regular, as required
  };
  std::string text;  ///< all of what was given
  Kind kind = Kind::irregular;
  int step = 0;   ///< days or months between, where it has a step
  int least = 0;  ///< times a year, at the least
  int most = 0;   ///< times a year, at the most; 0 when nothing is said: `at least quarterly`
  std::optional<DateRange> stretch = {};  ///< `monthly from June 2019 to March 2020`

  friend bool operator==(const Cadence&, const Cadence&) = default;
};

/// `3 times a year`, `quarterly`, `bi-monthly`, `every two months`, `eight times per year`, …;
/// nothing if the words say nothing about how often. It may stand among others: `Meets quarterly`.
[[nodiscard]] std::optional<Cadence> parse_cadence(std::string_view text);

/// The k-th stretch of an even cadence, from k = 0, counted from `anchor` and never chained.
/// Throws std::invalid_argument for a cadence without a step, a negative k, or past the year 9999.
[[nodiscard]] DateRange occurrence(const Cadence& cadence, Date anchor, int k);

[[nodiscard]] std::string_view to_string(DeadlineKind kind) noexcept;
[[nodiscard]] std::string_view to_string(Precision precision) noexcept;
[[nodiscard]] std::string_view to_string(Cadence::Kind kind) noexcept;
std::ostream& operator<<(std::ostream& out, const Deadline& deadline);
std::ostream& operator<<(std::ostream& out, const Cadence& cadence);

}  // namespace safegov
