// Reads quarters; the months that some boards print with them must agree.
// SPDX-License-Identifier: Apache-2.0

#include "base/quarters.hpp"

#include <array>
#include <string>
#include <string_view>

#include "base/written_days.hpp"
#include "base/year_words.hpp"

namespace safegov::internal {
namespace {

struct Quarters {
  int first = 0;
  int last = 0;
};

/// The months in brackets: `(January to March 2014)`.
struct Months {
  int first = 0;
  int last = 0;
  std::optional<int> year;
  std::string_view written;
};

std::optional<int> take_quarter_number(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<int> {
    static constexpr std::array<std::string_view, 4> words = {"first", "second", "third", "fourth"};
    at.take("the");
    std::optional<int> number;
    if (at.take("q") || at.take("quarter") || at.take("qtr")) {
      number = take_count(at);
    } else {
      for (std::size_t i = 0; i < words.size() && !number; ++i) {
        if (at.take(words[i])) number = static_cast<int>(i) + 1;
      }
      if (!number) {
        number = take_count(at);
        if (!at.take_any({"st", "nd", "rd", "th"})) return {};
      }
      if (!at.take("quarter")) return {};
    }
    return number;
  });
}

std::optional<Months> take_months(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<Months> {
    if (!at.take("(")) return {};
    const Cursor start = at;
    const auto first = take_month(at);
    if (!first || !take_range_joint(at)) return {};
    const auto last = take_month(at);
    if (!last) return {};
    const std::string_view written = at.written_since(start);
    if (!at.take(")")) return {};
    return Months{first->month, last->month, last->year, written};
  });
}

std::optional<YearWords> take_year_of(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) {
    at.take_any({"of", "in", "for", "-"});
    return take_year_words(at);
  });
}

// `Q1 and Q2 2022/23`: the year of the first is written with the last.
std::optional<YearWords> shared_year(Cursor cursor, int quarter) {
  while (skip_separators(cursor)) {
    const auto next = take_quarter_number(cursor);
    if (!next || *next <= quarter || *next > 4) return {};
    if (const auto year = take_year_of(cursor)) return year;
    quarter = *next;
  }
  return {};
}

// Q1 to Q3 2022/23; Q1/Q2 2022/23
std::optional<int> take_last_quarter(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) {
    const bool joined = take_range_joint(at) || at.take("/");
    return joined ? take_quarter_number(at) : std::nullopt;
  });
}

// The calendar year in which the financial year begins, or why none can be told.
struct Begin {
  std::optional<int> year;
  Reading why_not = {};
};

Begin begin_of(const std::optional<YearWords>& year, const std::optional<Months>& months,
               int quarter, std::string_view written, const DeadlineContext& context) {
  if (!year && months && months->year) {
    return {quarter == 4 ? *months->year - 1 : *months->year, {}};
  }
  const bool labelled = year && year->which == YearWords::Which::labelled;
  const bool other_basis =
      year && ((year->basis && year->basis != YearBasis::financial) || year->local);
  if (other_basis || (labelled && (year->label.single || year->label.years != 1))) {
    return {{},
            unresolved(in_quotes(written) + " is no quarter of one financial year",
                       "write the year as 'Q1 2022/23'")};
  }
  if (labelled) return {year->label.first, {}};
  const YearWords now = {.which = YearWords::Which::this_one, .basis = {}, .written = {}};
  const auto days = days_of(year.value_or(now), YearBasis::financial, context.anchor);
  if (days) return {days->first().year(), {}};
  return {{},
          lacking(in_quotes(written) + " does not say of which year",
                  "add the year, such as 'Q1 2022/23', or give the document's date")};
}

bool agree(const Months& months, const DateRange& range) {
  return months.first == range.first().month() && months.last == range.last().month() &&
         (!months.year || *months.year == range.last().year());
}

// Where the year stands before it: 2022/23 Q1
std::optional<YearWords> take_year_before(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<YearWords> {
    const auto year = take_year_words(at);
    at.take_any({",", "-", ":"});
    Cursor ahead = at;
    return year && take_quarter_number(ahead) ? year : std::nullopt;
  });
}

}  // namespace

// Quarter One of the 2022/2023 year [000:250]; Quarter 4 (January to March 2014) 2013/14 [Havering]
std::optional<Reading> quarter_form(Cursor& cursor, const DeadlineContext& context) {
  const Cursor start = cursor;
  auto year = take_year_before(cursor);
  const auto first = take_quarter_number(cursor);
  if (!first) return {};
  auto months = take_months(cursor);
  if (!year) year = take_year_of(cursor);
  const auto last = year || months ? std::nullopt : take_last_quarter(cursor);
  if (last) year = take_year_of(cursor);
  if (!months) months = take_months(cursor);
  const Quarters quarters = {*first, last.value_or(*first)};
  const std::string_view written = cursor.written_since(start);
  if (quarters.first < 1 || quarters.last > 4 || quarters.last < quarters.first) {
    return impossible(in_quotes(written) + " is none of the four quarters");
  }
  if (!year && !months) year = shared_year(cursor, quarters.last);
  const Begin begin = begin_of(year, months, quarters.first, written, context);
  if (!begin.year) return begin.why_not;
  const DateRange range(quarter_of(*begin.year, quarters.first).first(),
                        quarter_of(*begin.year, quarters.last).last());
  if (months && !agree(*months, range)) {
    return impossible(in_quotes(written) + " is " + in_words(range.first()) + " to " +
                      in_words(range.last()) + ", and not " + in_quotes(months->written));
  }
  return dated(range, last ? Precision::range : Precision::quarter);
}

}  // namespace safegov::internal
