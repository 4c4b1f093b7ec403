// Reads one deadline, form by form.
// SPDX-License-Identifier: Apache-2.0
//
// The numbers behind the examples are the documents they are from.

#include "base/deadline_forms.hpp"

#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "base/named_periods.hpp"
#include "base/quarters.hpp"
#include "base/relative.hpp"
#include "base/written_days.hpp"
#include "base/year_words.hpp"

namespace safegov::internal {
namespace {

using Form = std::optional<Reading> (*)(Cursor&, const DeadlineContext&);

// Arithmetic may lead out of the calendar's years, or out of all years (`in 9000 years`): the words
// were read by then, and it is they that ask for too much.
std::optional<Reading> read_with(Form form, Cursor& cursor, const DeadlineContext& context) {
  try {
    return form(cursor, context);
  } catch (const OutsideCalendar& error) {
    return lacking(error.what(), "write the day itself, or give a calendar that covers it");
  } catch (const std::invalid_argument& error) {
    return impossible(error.what());
  }
}

std::optional<Reading> first_of(std::span<const Form> forms, Cursor& cursor,
                                const DeadlineContext& context) {
  for (const Form form : forms) {
    auto reading = attempt(cursor, [&](Cursor& at) { return read_with(form, at, context); });
    if (reading) return reading;
  }
  return {};
}

std::string month_and_year(int month, int year) {
  return std::string(month_name(month)) + " " + std::to_string(year);
}

// June/July 2012 [Slough]; June 2019 to Feb 2020; January to March 2014
std::optional<Reading> range_form(Cursor& cursor, const DeadlineContext&) {
  const auto written = take_range(cursor);
  if (!written) return {};
  if (!written->range) return impossible(written->why_not);
  return dated(*written->range, Precision::range);
}

// By 31/12/2016 [docsbay]; 27/7/24, 13/9/2024, 26/03/25, 25 th March 2015 [003, 004];
// Friday 5 November 2021
std::optional<Reading> day_form(Cursor& cursor, const DeadlineContext&) {
  const auto day = take_day(cursor);
  if (!day) return {};
  if (!day->date) {
    return impossible(day->why_not, "correct the date; days are written day/month/year");
  }
  return dated(DateRange(*day->date), Precision::day);
}

// 25 March: which year is not for us to say
std::optional<Reading> day_without_year_form(Cursor& cursor, const DeadlineContext&) {
  const Cursor start = cursor;
  if (!take_day_of_year(cursor)) return {};
  const std::string written(cursor.written_since(start));
  return unresolved(in_quotes(written) + " does not say of which year",
                    "add the year, such as '" + written + " 2019'");
}

// October 19, 2019: `Oct 19` alone is October 2019, so the order has to be put right by the writer
std::optional<Reading> month_first_form(Cursor& cursor, const DeadlineContext&) {
  const Cursor start = cursor;
  const auto month = take_month_name(cursor);
  const Token day = cursor.peek();
  if (!month || day.kind != TokenKind::number || day.length() > 2) return {};
  cursor.skip();
  const bool ordinal = cursor.take_any({"st", "nd", "rd", "th"}).has_value();
  cursor.take(",");
  const Token year = cursor.peek();
  const bool label = cursor.peek(1).is("/") || cursor.peek(1).is("-");
  if (year.has_digits(4) && !label) {
    cursor.skip();
  } else if (!ordinal) {
    return {};
  }
  return unresolved(in_quotes(cursor.written_since(start)) + " has the day after the month",
                    "write the day first, such as '" + day.lower + " " +
                        std::string(month_name(*month)) + " " +
                        (year.has_digits(4) ? year.lower : "2019") + "'");
}

// The year of a month that shares it with later ones: `June and July 2012`. Only in the order of
// the year; `Oct, Nov and Feb 2020` does not say in which year October is.
std::optional<int> shared_year(Cursor cursor, int month) {
  while (skip_separators(cursor)) {
    const auto next = take_month(cursor);
    if (!next || next->month <= month || next->month > 12) return {};
    if (next->year) return next->year;
    month = next->month;
  }
  return {};
}

// June 2019, Sept 2019 [002]; Oct-19, as Excel writes
std::optional<Reading> month_form(Cursor& cursor, const DeadlineContext&) {
  const Cursor start = cursor;
  const auto month = take_month(cursor);
  if (!month) return {};
  const std::string written(cursor.written_since(start));
  if (month->month < 1 || month->month > 12) {
    return impossible(in_quotes(written) + " has no month '" + std::to_string(month->month) + "'");
  }
  const auto year = month->year ? month->year : shared_year(cursor, month->month);
  if (!year) {
    return unresolved(in_quotes(written) + " does not say of which year",
                      "add the year, such as '" + month_and_year(month->month, 2019) + "'");
  }
  if (*year < 1400) return impossible(in_quotes(written) + " is in no year we can count");
  return dated(month_of(*year, month->month), Precision::month);
}

// Jnue 2019: a slip of the keyboard is not guessed at, but pointed out
std::optional<Reading> near_miss_form(Cursor& cursor, const DeadlineContext&) {
  const Cursor start = cursor;
  if (cursor.peek().kind != TokenKind::word || !cursor.peek(1).has_digits(4)) return {};
  const int month = nearest_month(cursor.peek().lower);
  if (month == 0) return {};
  const int year = cursor.peek(1).value;
  cursor.skip(2);
  return unresolved(in_quotes(cursor.written_since(start)) + " names no month",
                    "did you mean '" + month_and_year(month, year) + "'?");
}

// before 1 June 2019: the day before is the last
std::optional<Reading> before_form(Cursor& cursor, const DeadlineContext& context) {
  if (!cursor.take("before")) return {};
  static constexpr std::array<Form, 3> forms = {day_form, quarter_form, month_form};
  auto reading = first_of(forms, cursor, context);
  if (!reading || !reading->range) return reading;
  return dated(DateRange(add_days(reading->range->first(), -1)), Precision::day);
}

// Ongoing [Brighton, Herefordshire]; continuing; as and when; regular updates [002]
std::optional<Reading> open_form(Cursor& cursor, const DeadlineContext&) {
  const auto open = cursor.take_any({"ongoing",
                                     "on going",
                                     "continuing",
                                     "continuous",
                                     "continuously",
                                     "continually",
                                     "continual",
                                     "as and when required",
                                     "as and when needed",
                                     "as and when",
                                     "as required",
                                     "as needed",
                                     "as necessary",
                                     "when required",
                                     "when needed",
                                     "if required",
                                     "regular updates",
                                     "regular update",
                                     "regular reports",
                                     "rolling"});
  return open ? std::optional(Reading{.kind = DeadlineKind::open}) : std::nullopt;
}

// Reports 3 times per year [002]; quarterly; monthly from June 2019 to March 2020
std::optional<Reading> cadence_form(Cursor& cursor, const DeadlineContext&) {
  auto cadence = take_cadence(cursor);
  if (!cadence) return {};
  auto stretch = take_cadence_stretch(cursor);
  if (stretch && !stretch->why_not.empty()) return impossible(stretch->why_not);
  return Reading{.recurring = Recurring{std::move(*cadence), stretch.value_or(CadenceStretch{})}};
}

// Spring Term [001]; early 2022/2023 [000:260]; Autumn 2022 [000:278], where no table says when
std::optional<Reading> undeclared_period_form(Cursor& cursor, const DeadlineContext& context) {
  const Cursor start = cursor;
  const auto name = cursor.take_any({"spring term",
                                     "summer term",
                                     "autumn term",
                                     "spring",
                                     "summer",
                                     "autumn",
                                     "winter",
                                     "easter",
                                     "christmas",
                                     "towards the end of",
                                     "toward the end of",
                                     "towards the start of",
                                     "towards the beginning of",
                                     "the beginning of",
                                     "the start of",
                                     "beginning of",
                                     "start of",
                                     "first half of",
                                     "second half of",
                                     "middle of",
                                     "early",
                                     "mid",
                                     "late"});
  if (!name) return {};
  skip_to_next_deadline(cursor, context);
  return unresolved("no table says when " + in_quotes(cursor.written_since(start)) + " is",
                    "declare '" + std::string(*name) + "' as a named period, or write the months");
}

// As per strategy and action plan [expydoc]: resolved elsewhere, if at all
std::optional<Reading> reference_form(Cursor& cursor, const DeadlineContext& context) {
  const Cursor start = cursor;
  const bool found = cursor
                         .take_any({"as per", "per", "as in", "as set out in", "set out in", "see",
                                    "in line with", "in accordance with", "according to"})
                         .has_value();
  if (!found || cursor.at_end()) return {};
  skip_to_next_deadline(cursor, context);
  return unresolved(
      in_quotes(cursor.written_since(start)) + " refers to a date that stands elsewhere",
      "write the date itself, and what it is taken from after it");
}

// To be confirmed in Children and Social Work Act [docsbay Stockton]
std::optional<Reading> event_form(Cursor& cursor, const DeadlineContext& context) {
  const Cursor start = cursor;
  const bool found = cursor
                         .take_any({"to be confirmed",
                                    "to be agreed",
                                    "to be decided",
                                    "to be determined",
                                    "to be advised",
                                    "to be set",
                                    "to be arranged",
                                    "tbc",
                                    "tba",
                                    "tbd",
                                    "not stated",
                                    "not known",
                                    "following",
                                    "after",
                                    "when",
                                    "once",
                                    "upon",
                                    "on completion of",
                                    "on publication of",
                                    "on receipt of",
                                    "subject to",
                                    "pending",
                                    "dependent on",
                                    "depending on"})
                         .has_value();
  if (!found) return {};
  skip_to_next_deadline(cursor, context);
  return unresolved(
      in_quotes(cursor.written_since(start)) + " hangs on something that has no date here",
      "write a day or a month as soon as one is known");
}

// Words that lead up to a date and change nothing about it. `not before` and `from` would.
bool skip_lead_in(Cursor& cursor) {
  return cursor
      .take_any({"by the end of",
                 "by end of",
                 "by the end",
                 "by end",
                 "before the end of",
                 "before end of",
                 "at the end of",
                 "the end of",
                 "end of",
                 "end",
                 "no later than",
                 "not later than",
                 "on or before",
                 "completed by",
                 "complete by",
                 "published by",
                 "to be reviewed",
                 "to be completed",
                 "to be reported",
                 "to be published",
                 "to be delivered",
                 "to be updated",
                 "to be held",
                 "target date",
                 "target",
                 "deadline",
                 "due",
                 "date",
                 "reviewed",
                 "review",
                 "reports",
                 "reported",
                 "report",
                 "reporting",
                 "updates",
                 "update",
                 "meetings",
                 "meeting",
                 "meets",
                 "meet",
                 "by",
                 "on",
                 "in",
                 "during",
                 "for",
                 "at",
                 "the",
                 ":"})
      .has_value();
}

// In this order: what is declared by the partnership comes first, a longer form before one that is
// its beginning (`June 2019 to Feb 2020` before `June 2019`).
constexpr std::array<Form, 12> date_forms = {
    take_named_period, open_form,      cadence_form,     quarter_form,
    range_form,        day_form,       month_first_form, day_without_year_form,
    month_form,        near_miss_form, relative_form,    year_form};

// These take all words up to the next deadline, so they may not be tried when looking for one.
constexpr std::array<Form, 4> trailing_forms = {before_form, undeclared_period_form, reference_form,
                                                event_form};

// Whether a deadline begins here that can be told, or could if more were known: how a list comes
// apart must not depend on what is known besides its words. A year alone does not count: in `the
// Children Act, 2004` it is part of a name.
bool at_deadline(Cursor cursor, const DeadlineContext& context) {
  static constexpr std::span<const Form> forms = std::span(date_forms).first(date_forms.size() - 1);
  do {
    const auto reading = first_of(forms, cursor, context);
    if (!reading) continue;
    const bool slip =
        reading->problem && reading->problem->kind == DeadlineProblem::Kind::impossible;
    return slip || reading->lacking || reading->recurring ||
           reading->kind != DeadlineKind::unresolved;
  } while (skip_lead_in(cursor));
  return false;
}

// Whether words begin here that stand for a deadline although no day can be told from them.
bool at_loose_end(Cursor cursor) {
  return cursor
      .take_any({"spring", "summer", "autumn", "winter", "to be confirmed", "to be agreed", "tbc",
                 "tba", "tbd"})
      .has_value();
}

}  // namespace

std::optional<Reading> read_form(Cursor& cursor, const DeadlineContext& context) {
  return attempt(cursor, [&context](Cursor& at) -> std::optional<Reading> {
    do {
      if (auto reading = first_of(date_forms, at, context)) return reading;
      if (auto reading = first_of(trailing_forms, at, context)) return reading;
    } while (skip_lead_in(at));
    return {};
  });
}

bool at_date(Cursor cursor, const DeadlineContext& context) {
  static constexpr std::array<Form, 4> forms = {day_form, month_form, quarter_form, near_miss_form};
  return first_of(forms, cursor, context).has_value();
}

void skip_to_next_deadline(Cursor& cursor, const DeadlineContext& context) {
  for (Cursor ahead = cursor; !ahead.at_end(); cursor = ahead) {
    // `and` may be a word of the sentence, as in `strategy and action plan`; it parts deadlines
    // only if a date follows. Behind a comma another deadline may be as unresolved as this one.
    const bool word = ahead.peek().is("and") || ahead.peek().is("&") || ahead.peek().is(".");
    if (!skip_separators(ahead)) {
      ahead.skip();
    } else if (word ? !ahead.at_end() && at_date(ahead, context)
                    : ahead.at_end() || at_deadline(ahead, context) || at_loose_end(ahead)) {
      return;
    }
  }
}

}  // namespace safegov::internal
