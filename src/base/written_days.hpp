// Days, months and years as people write them, read from words.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <safegov/date.hpp>
#include <safegov/period.hpp>

#include "base/words.hpp"

namespace safegov::internal {

/// A day that was written, which may be no day at all: `31 June 2019`.
struct WrittenDay {
  std::optional<Date> date;
  std::string why_not;  ///< if there is no such day
};

/// A month that was written, with its year or without.
struct WrittenMonth {
  int month = 0;
  std::optional<int> year;
};

/// `June`, `Jun`, `Jun.`, `Sept`: 1-12.
std::optional<int> take_month_name(Cursor& cursor);

/// `2019-06-27`, `27/6/19`, `27.06.2019`, `Fri 5 Nov 2021 17:00`, `25 th March 2015`, `5-Nov-21`.
std::optional<WrittenDay> take_day(Cursor& cursor);

/// `June 2019`, `Oct-19`, `Oct '19`, `June, 2019`, `10/2019`, and `June` alone. A month of figures
/// can be 13: it is for the caller to say so.
std::optional<WrittenMonth> take_month(Cursor& cursor);

/// `1 September`, `29th Feb`: day and month. Whether there is such a day depends on the year.
struct DayOfYear {
  int month = 0;
  int day = 0;
};
std::optional<DayOfYear> take_day_of_year(Cursor& cursor);

/// `2021/22`, `2022`, `25/26`: a label of parse_year_label.
std::optional<YearLabel> take_year_label(Cursor& cursor);

/// Several days that were written as a range, which may be none: it may end before it begins.
struct WrittenRange {
  std::optional<DateRange> range;
  std::string why_not;  ///< if it is none
};

/// `June 2019 to Feb 2020`, `June/July 2012`, `January to March 2014`, `10-12 June 2019`,
/// `between 1 May 2019 and 30 June 2019`. A first end without a year takes it from the last.
std::optional<WrittenRange> take_range(Cursor& cursor);

/// `to`, `until`, a dash: what stands between the ends of a range.
bool take_range_joint(Cursor& cursor);

/// The month that a word was probably meant to be (`Jnue`, `Febuary`), or 0.
int nearest_month(std::string_view word);

}  // namespace safegov::internal
