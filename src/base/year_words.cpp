// Reads the many ways to name a year in running text.
// SPDX-License-Identifier: Apache-2.0

#include "base/year_words.hpp"

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

}  // namespace safegov::internal
