// Resolves the names of a partnership's own periods.
// SPDX-License-Identifier: Apache-2.0

#include "base/named_periods.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/written_days.hpp"
#include "base/year_words.hpp"

namespace safegov::internal {
namespace {

// As words are compared: lower case, one space between. `Half-Term` is `half term`.
std::string plain_name(std::string_view name) {
  if (name.size() > longest_text) return {};
  const Words words(name);
  std::string plain;
  for (Cursor cursor = words.begin(); !cursor.at_end(); cursor.skip()) {
    if (cursor.peek().is("-")) continue;
    if (!plain.empty()) plain += ' ';
    plain += cursor.peek().lower;
  }
  return plain;
}

bool contains_word(std::string_view name, std::string_view word) {
  return (" " + plain_name(name) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

Precision precision_of(const NamedPeriod& period) {
  if (period.precision != Precision::part) return period.precision;
  if (contains_word(period.name, "term")) return Precision::term;
  constexpr std::array<std::string_view, 4> seasons = {"spring", "summer", "autumn", "winter"};
  const bool season = std::ranges::any_of(
      seasons, [&period](std::string_view word) { return contains_word(period.name, word); });
  return season ? Precision::season : Precision::part;
}

std::optional<DayOfYear> parse_day_of_year(std::string_view text) {
  if (text.size() > longest_text) return {};
  const Words words(text);
  Cursor cursor = words.begin();
  const auto day = take_day_of_year(cursor);
  if (!day || !cursor.at_end() || day->day < 1) return {};
  // 29 February is a day of some years.
  return day->day <= days_in_month(2000, day->month) ? day : std::nullopt;
}

Date day_in(const DayOfYear& day, int year) {
  return {year, day.month, std::min(day.day, days_in_month(year, day.month))};
}

// The first time that the day comes round, from `start` on.
Date first_from(const DayOfYear& day, Date start) {
  const Date candidate = day_in(day, start.year());
  return candidate < start ? day_in(day, start.year() + 1) : candidate;
}

// A period's two ends, which recur every year or were dated once. Neither: they cannot be read.
struct Ends {
  std::optional<DateRange> once;
  std::optional<DayOfYear> from;
  std::optional<DayOfYear> to;

  [[nodiscard]] bool recur() const { return from && to; }
  [[nodiscard]] DateRange in(const DateRange& year) const {
    const Date first = first_from(*from, year.first());
    return {first, first_from(*to, first)};
  }
};

Ends ends_of(const NamedPeriod& period) {
  const auto from = parse_day(period.from);
  const auto to = parse_day(period.to);
  if (from && to) {
    return {*from <= *to ? std::optional(DateRange(*from, *to)) : std::nullopt, {}, {}};
  }
  if (from || to) return {};
  return {{}, parse_day_of_year(period.from), parse_day_of_year(period.to)};
}

Reading read_recurring(const NamedPeriod& period, const Ends& ends,
                       const std::optional<YearWords>& year, const DeadlineContext& context) {
  const YearBasis basis = year && year->basis ? *year->basis : period.of;
  const bool labelled = year && year->which == YearWords::Which::labelled;
  if (year && year->local) {
    return unresolved(in_quotes(year->written) + " begins on a day that we do not know",
                      "write a calendar, financial or academic year");
  }
  if (labelled && year->label.years > 1) {
    return unresolved(in_quotes(year->written) + " spans " + std::to_string(year->label.years) +
                          " years, and " + in_quotes(period.name) + " falls in each of them",
                      "say which year");
  }
  if (labelled && !year->label.single && basis == YearBasis::calendar) {
    return unresolved(in_quotes(year->written) + " touches two calendar years, and " +
                          in_quotes(period.name) + " is declared as part of a calendar year",
                      "write one calendar year, or declare the period as part of the financial or "
                      "the academic year");
  }
  const YearWords this_year = {.which = YearWords::Which::this_one, .basis = {}, .written = {}};
  const auto days = days_of(year.value_or(this_year), basis, context.anchor);
  if (!days) {
    return lacking(in_quotes(period.name) + " does not say of which year",
                   "add the year, such as '" + period.name + " 2022', or give the document's date");
  }
  return dated(ends.in(*days), precision_of(period));
}

// A period that was dated once must lie in the year that is written with it, if there is one.
bool lies_in(const DateRange& once, const NamedPeriod& period, const std::optional<YearWords>& year,
             const DeadlineContext& context) {
  if (!year) return true;
  const auto days = days_of(*year, year->basis.value_or(period.of), context.anchor);
  // `the year` without an anchor says nothing against it.
  return !days || (once.first() <= days->last() && days->first() <= once.last());
}

// All entries of one name: the first that recurs, or the only one dated in that year.
Reading read_named(const std::vector<const NamedPeriod*>& periods,
                   const std::optional<YearWords>& year, const DeadlineContext& context) {
  std::vector<Reading> fitting;
  for (const NamedPeriod* period : periods) {
    const Ends ends = ends_of(*period);
    if (ends.recur()) return read_recurring(*period, ends, year, context);
    if (!ends.once) {
      return unresolved("the period " + in_quotes(period->name) + " is declared from " +
                            in_quotes(period->from) + " to " + in_quotes(period->to) +
                            ", which cannot be read",
                        "declare it from '1 September' to '31 December', or by two full dates");
    }
    if (lies_in(*ends.once, *period, year, context)) {
      fitting.push_back(dated(*ends.once, precision_of(*period)));
    }
  }
  if (fitting.size() == 1) return fitting.front();
  return unresolved(
      "the period " + in_quotes(periods.front()->name) +
          (fitting.empty() ? " is declared for another year" : " is declared more than once"),
      fitting.empty() ? "declare it for this year too" : "add the year");
}

// The year of `Spring Term 2021`, `the spring of 2020`, `early in the year`.
std::optional<YearWords> take_year_of(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) {
    at.take_any({"of", "in", ","});
    return take_year_words(at);
  });
}

using Named = std::vector<const NamedPeriod*>;

// All entries of the longest name that is written here.
Named take_name(Cursor& cursor, const DeadlineContext& context) {
  Named periods;
  std::string longest;
  for (const NamedPeriod& period : context.named_periods) {
    const std::string name = plain_name(period.name);
    Cursor after = cursor;
    if (name.empty() || name.size() < longest.size() || !after.take_phrase(name)) continue;
    if (name != longest) periods.clear();
    longest = name;
    periods.push_back(&period);
  }
  cursor.take_phrase(longest);
  return periods;
}

/// The last of several names in a row, which carries the year of all.
struct Later {
  Named periods;
  YearWords year;
};

// `Spring and Summer 2020` means one year, and not the document's, for the first of them. There are
// only so many parts of a year.
std::optional<Later> find_later(Cursor cursor, const DeadlineContext& context) {
  for (int names = 0; names < 12 && skip_separators(cursor); ++names) {
    const Named periods = take_name(cursor, context);
    if (periods.empty()) return {};
    if (const auto year = take_year_of(cursor)) return Later{periods, *year};
  }
  return {};
}

}  // namespace

bool can_be_read(const NamedPeriod& period) {
  const Ends ends = ends_of(period);
  return ends.recur() || ends.once;
}

std::optional<Reading> take_named_period(Cursor& cursor, const DeadlineContext& context) {
  const Named periods = take_name(cursor, context);
  if (periods.empty()) return {};
  if (const auto year = take_year_of(cursor)) return read_named(periods, year, context);
  const auto later = find_later(cursor, context);
  if (!later) return read_named(periods, {}, context);
  const Reading reading = read_named(periods, later->year, context);
  const Reading last = read_named(later->periods, later->year, context);
  if (!reading.range || !last.range || reading.range->first() < last.range->first()) return reading;
  return unresolved(in_quotes(periods.front()->name) + " does not say of which year",
                    "add the year, such as '" + periods.front()->name + " 2022'");
}

bool declares_terms(const DeadlineContext& context) {
  return std::ranges::any_of(context.named_periods, [](const NamedPeriod& period) {
    return precision_of(period) == Precision::term;
  });
}

std::vector<DateRange> terms_within(const DateRange& window, const DeadlineContext& context) {
  std::vector<DateRange> terms;
  const auto add = [&](const DateRange& term) {
    if (window.contains(term.first())) terms.push_back(term);
  };
  for (const NamedPeriod& period : context.named_periods) {
    if (precision_of(period) != Precision::term) continue;
    const Ends ends = ends_of(period);
    if (ends.once) add(*ends.once);
    if (!ends.recur()) continue;
    for (int year = window.first().year(); year <= window.last().year(); ++year) {
      add(ends.in(year_of(YearBasis::calendar, year)));
    }
  }
  std::ranges::sort(terms);
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace safegov::internal
