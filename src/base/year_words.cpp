// Reads the many ways to name a year in running text.
// SPDX-License-Identifier: Apache-2.0

#include "base/year_words.hpp"

#include <string>

#include "base/written_days.hpp"

namespace safegov::internal {
namespace {

void take_basis(Cursor& cursor, YearWords& year) {
  if (cursor.take_any({"financial", "fiscal"})) {
    year.basis = YearBasis::financial;
  } else if (cursor.take_any({"academic", "school"})) {
    year.basis = YearBasis::academic;
  } else if (cursor.take("calendar")) {
    year.basis = YearBasis::calendar;
  } else if (cursor.take_any({"municipal", "reporting", "council"})) {
    year.local = true;
  }
}

// `11/12` is as likely the 11th of December as the year 2011/12.
bool could_be_day(const YearWords& year) {
  const Words words(year.written);
  const Cursor cursor = words.begin();
  return cursor.peek().has_digits(2) && cursor.peek(2).has_digits(2) &&
         cursor.peek(2).value <= 12 && cursor.peek(3).kind == TokenKind::end;
}

// What keeps a year from being a stretch of days; empty if nothing does.
std::string trouble_with(const YearWords& year) {
  const std::string written = in_quotes(year.written);
  const bool labelled = year.which == YearWords::Which::labelled;
  if (year.local) return written + " begins on a day that we do not know";
  if (year.bare) return written + " could be a calendar, a financial or an academic year";
  if (could_be_day(year)) return written + " could be a year, or a day without its year";
  if (!labelled) return {};
  const bool calendar = year.basis == YearBasis::calendar;
  if (year.basis && year.label.single && !calendar) {
    return written + " could begin or end in " + std::to_string(year.label.first);
  }
  if (calendar && !year.label.single) return written + " touches two calendar years";
  return {};
}

}  // namespace

std::optional<YearWords> take_year_words(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<YearWords> {
    const Cursor start = at;
    YearWords year;
    at.take("the");
    const bool next = at.take_any({"next", "coming", "forthcoming", "following"}).has_value();
    const bool now = !next && at.take_any({"this", "current"});
    take_basis(at, year);
    const bool said = at.take("year");
    const bool short_form = !said && at.take("fy");
    if (short_form) year.basis = YearBasis::financial;
    const auto label = take_year_label(at);
    if ((!label && !said) || (label && (next || now))) return {};
    if (label) {
      year.label = *label;
      // the 2022/2023 year; 2022/23 financial year
      if (!said) {
        attempt(at, [&year](Cursor& after) {
          take_basis(after, year);
          return after.take("year");
        });
      }
    } else {
      year.which = next ? YearWords::Which::next_one : YearWords::Which::this_one;
      year.bare = !next && !now && !year.basis && !year.local;
    }
    year.written = at.written_since(start);
    return year;
  });
}

std::optional<DateRange> days_of(const YearWords& year, YearBasis basis,
                                 const std::optional<Date>& anchor) {
  if (year.which == YearWords::Which::labelled) return range_of(year.label, basis);
  if (!anchor) return {};
  const DateRange now = year_containing(basis, *anchor);
  if (year.which == YearWords::Which::this_one) return now;
  return year_of(basis, now.first().year() + 1);
}

// by the end of 2022/23; across financial year 2012/13; by the end of the financial year
// [Brighton]; Next year [000:378], which is the calendar year unless it says otherwise
std::optional<Reading> year_form(Cursor& cursor, const DeadlineContext& context) {
  const auto across = cursor.take_any({"across", "throughout", "over", "during the whole of"});
  const auto first = take_year_words(cursor);
  if (!first) return {};
  const std::string wrong = trouble_with(*first);
  if (!wrong.empty()) {
    return unresolved(wrong,
                      "write the year as '2022/23', with 'financial' or 'academic' if needed");
  }
  const bool relative = first->which != YearWords::Which::labelled;
  const auto basis = relative ? YearBasis::calendar : YearBasis::financial;
  const auto days = days_of(*first, first->basis.value_or(basis), context.anchor);
  if (!days) {
    return unresolved(in_quotes(first->written) + " counts from a date that is not given",
                      "give the document's date, or write the year as '2022/23'");
  }
  const bool one_year = relative || first->label.years == 1;
  return dated(*days, one_year && !across ? Precision::year : Precision::range);
}

}  // namespace safegov::internal
