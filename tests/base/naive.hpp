// A calendar written from the definition, one day at a time, to hold the real one against.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <compare>
#include <sstream>

#include <safegov/date.hpp>

#include "test.hpp"

namespace naive {

/// A year is a leap year if 4 divides it, unless 100 does and 400 does not.
inline bool leap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

/// Thirty days hath September.
inline int length(int year, int month) {
  if (month == 2) return leap(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

struct Day {
  int year;
  int month;
  int day;
  friend auto operator<=>(const Day&, const Day&) = default;
};

inline Day next(Day day) {
  if (++day.day <= length(day.year, day.month)) return day;
  day.day = 1;
  if (++day.month <= 12) return day;
  return {day.year + 1, 1, 1};
}

inline Day previous(Day day) {
  if (--day.day >= 1) return day;
  if (--day.month >= 1) return {day.year, day.month, length(day.year, day.month)};
  return {day.year - 1, 12, 31};
}

inline safegov::Weekday next(safegov::Weekday weekday) {
  using enum safegov::Weekday;
  constexpr std::array after = {tuesday, wednesday, thursday, friday, saturday, sunday, monday};
  return after[static_cast<std::size_t>(weekday)];
}

inline safegov::Weekday previous(safegov::Weekday weekday) {
  for (int i = 0; i < 6; ++i) weekday = next(weekday);
  return weekday;
}

inline safegov::Date date(Day day) { return safegov::Date(day.year, day.month, day.day); }
inline Day day(safegov::Date date) { return {date.year(), date.month(), date.day()}; }

/// The corresponding day `months` later (or earlier), or the last of a month that has none.
inline Day months_later(Day anchor, int months) {
  Day month = anchor;
  for (; months > 0; --months) {
    if (++month.month == 13) month = {month.year + 1, 1, anchor.day};
  }
  for (; months < 0; ++months) {
    if (--month.month == 0) month = {month.year - 1, 12, anchor.day};
  }
  while (month.day > length(month.year, month.month)) --month.day;
  return month;
}

/// Requires that two values are the same, and says where if they are not. For loops of hundreds of
/// thousands of rounds, where an assertion each would take longer than what it asserts.
template <class T, class... Where>
void same(const T& got, const T& wanted, const Where&... where) {
  if (got == wanted) return;
  std::ostringstream out;
  ((out << where << ' '), ...);
  INFO("at " << out.str());
  REQUIRE(got == wanted);
}

}  // namespace naive
