// Days of the Gregorian calendar, on Boost.Date_Time's day numbers and our own checks.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <ostream>
#include <stdexcept>

#include <boost/date_time/gregorian/greg_calendar.hpp>

#include <safegov/date.hpp>

namespace safegov {
namespace {

using boost::gregorian::gregorian_calendar;

constexpr int least_year = 1400;
constexpr int greatest_year = 9999;

constexpr std::array<std::string_view, 12> month_names = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

constexpr std::array<std::string_view, 7> weekday_names = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

// Only for values that were checked: Boost's types hold unsigned short, and 65536 + y would wrap.
constexpr gregorian_calendar::ymd_type to_ymd(int year, int month, int day) {
  return {static_cast<unsigned short>(year), static_cast<unsigned short>(month),
          static_cast<unsigned short>(day)};
}

constexpr std::int32_t day_number(int year, int month, int day) {
  return static_cast<std::int32_t>(gregorian_calendar::day_number(to_ymd(year, month, day)));
}

constexpr std::int32_t epoch = day_number(1970, 1, 1);
constexpr std::int32_t least_days = day_number(least_year, 1, 1) - epoch;
constexpr std::int32_t greatest_days = day_number(greatest_year, 12, 31) - epoch;

gregorian_calendar::ymd_type ymd_of(Date date) {
  return gregorian_calendar::from_day_number(static_cast<std::uint32_t>(date.days() + epoch));
}

// Boost's end_of_month_day is not noexcept; this is asked where nothing may throw.
int month_length(int year, int month) noexcept {
  constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : lengths[static_cast<std::size_t>(month - 1)];
}

bool is_day(int year, int month, int day) noexcept {
  return least_year <= year && year <= greatest_year && 1 <= month && month <= 12 && 1 <= day &&
         day <= month_length(year, month);
}

void check_month(int month) {
  if (month < 1 || month > 12) {
    throw std::invalid_argument("'" + std::to_string(month) + "' is no month: it must be 1 to 12");
  }
}

std::string padded(int number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

Date::Date(int year, int month, int day) : days_(0) {
  if (!is_day(year, month, day)) {
    throw std::invalid_argument("there is no day '" + std::to_string(year) + "-" +
                                std::to_string(month) + "-" + std::to_string(day) +
                                "' from 1400-01-01 to 9999-12-31");
  }
  days_ = day_number(year, month, day) - epoch;
}

Date Date::from_days(std::int32_t days) {
  if (days < least_days || days > greatest_days) {
    throw std::invalid_argument("day '" + std::to_string(days) +
                                "' lies outside 1400-01-01 to 9999-12-31");
  }
  return Date(days);
}

int Date::year() const noexcept { return ymd_of(*this).year; }
int Date::month() const noexcept { return ymd_of(*this).month; }
int Date::day() const noexcept { return ymd_of(*this).day; }

Weekday Date::weekday() const noexcept {
  // 1 January 1970 was a Thursday; the second modulo makes days before it count on.
  return static_cast<Weekday>(((days_ + 3) % 7 + 7) % 7);
}

DateRange::DateRange(Date first, Date last) : first_(first), last_(last) {
  if (last < first) {
    throw std::invalid_argument("a range ends before it begins: '" + iso(first) + "' to '" +
                                iso(last) + "'");
  }
}

int days_in_month(int year, int month) {
  check_month(month);
  return month_length(year, month);
}

DateRange month_of(int year, int month) {
  check_month(month);
  return {Date(year, month, 1), Date(year, month, month_length(year, month))};
}

Date add_days(Date date, int days) {
  const std::int64_t sum = std::int64_t{date.days()} + days;
  if (sum < least_days || sum > greatest_days) {
    throw std::invalid_argument("'" + iso(date) + "' moved by " + std::to_string(days) +
                                " days lies outside 1400-01-01 to 9999-12-31");
  }
  return Date::from_days(static_cast<std::int32_t>(sum));
}

// On year, month and day: Boost's own month arithmetic snaps to month ends (28 February plus one
// month is 31 March there).
Date add_months(Date date, int months) {
  const auto from = ymd_of(date);
  const std::int64_t sum = std::int64_t{from.year} * 12 + (from.month - 1) + months;
  if (sum < std::int64_t{least_year} * 12 || sum >= std::int64_t{greatest_year + 1} * 12) {
    throw std::invalid_argument("'" + iso(date) + "' moved by " + std::to_string(months) +
                                " months lies outside 1400-01-01 to 9999-12-31");
  }
  const int year = static_cast<int>(sum / 12);
  const int month = static_cast<int>(sum % 12) + 1;
  return {year, month, std::min<int>(from.day, month_length(year, month))};
}

// By hand, because Boost also accepts `2026-1-5` and `2026-Jan-05`.
std::optional<Date> parse_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto number = [text](std::size_t at, std::size_t length) {
    int value = 0;
    for (const char c : text.substr(at, length)) {
      if (c < '0' || c > '9') return -1;
      value = value * 10 + (c - '0');
    }
    return value;
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  if (!is_day(year, month, day)) return {};
  return Date(year, month, day);
}

std::string iso(Date date) {
  const auto ymd = ymd_of(date);
  return padded(ymd.year, 4) + "-" + padded(ymd.month, 2) + "-" + padded(ymd.day, 2);
}

std::string in_words(Date date) {
  const auto ymd = ymd_of(date);
  return std::to_string(static_cast<int>(ymd.day)) + " " + std::string(month_name(ymd.month)) +
         " " + std::to_string(static_cast<int>(ymd.year));
}

std::string_view month_name(int month) {
  check_month(month);
  return month_names[static_cast<std::size_t>(month - 1)];
}

std::string_view to_string(Weekday weekday) noexcept {
  return weekday_names[static_cast<std::size_t>(weekday)];
}

std::ostream& operator<<(std::ostream& out, Date date) { return out << iso(date); }

std::ostream& operator<<(std::ostream& out, const DateRange& range) {
  return out << iso(range.first()) << " to " << iso(range.last());
}

std::ostream& operator<<(std::ostream& out, Weekday weekday) { return out << to_string(weekday); }

}  // namespace safegov
