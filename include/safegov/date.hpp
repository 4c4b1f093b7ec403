// Civil dates, and stretches of them. Nothing here knows what today is.
// SPDX-License-Identifier: Apache-2.0
//
//   const Date signed_on(2019, 1, 31);
//   add_months(signed_on, 1);             // 28 February 2019: clamped, counted from the anchor
//   parse_date("2019-02-30");             // nothing: no such day

#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace safegov {

enum class Weekday : std::uint8_t {
  monday,
  tuesday,
  wednesday,
  thursday,
  friday,
  saturday,
  sunday
};

/// A day of the Gregorian calendar, from 1 January 1400 to 31 December 9999.
class Date {
 public:
  /// The day written year, month (1-12), day (1-31). Throws std::invalid_argument if there is none.
  Date(int year, int month, int day);

  /// The day `days` after 1 January 1970. Throws std::invalid_argument outside the range above.
  static Date from_days(std::int32_t days);

  /// Days since 1 January 1970: the number that columns hold.
  [[nodiscard]] constexpr std::int32_t days() const noexcept { return days_; }

  [[nodiscard]] int year() const noexcept;
  [[nodiscard]] int month() const noexcept;
  [[nodiscard]] int day() const noexcept;
  [[nodiscard]] Weekday weekday() const noexcept;

  friend constexpr auto operator<=>(Date, Date) noexcept = default;

 private:
  constexpr explicit Date(std::int32_t days) noexcept : days_(days) {}
  std::int32_t days_;
};

/// A stretch of days from `first` to `last`, both included.
class DateRange {
 public:
  /// Throws std::invalid_argument if `last` is before `first`.
  DateRange(Date first, Date last);
  explicit DateRange(Date day) noexcept : first_(day), last_(day) {}

  [[nodiscard]] Date first() const noexcept { return first_; }
  [[nodiscard]] Date last() const noexcept { return last_; }
  [[nodiscard]] bool contains(Date day) const noexcept { return first_ <= day && day <= last_; }
  /// How many days it holds, at least 1.
  [[nodiscard]] int length() const noexcept { return last_.days() - first_.days() + 1; }

  friend constexpr auto operator<=>(const DateRange&, const DateRange&) noexcept = default;

 private:
  Date first_;
  Date last_;
};

/// The number of days in a month (1-12) of a year. Throws std::invalid_argument for another month.
[[nodiscard]] int days_in_month(int year, int month);

/// From the first to the last day of a month (1-12).
[[nodiscard]] DateRange month_of(int year, int month);

/// `date` moved by whole days. Throws std::invalid_argument outside the range of Date.
[[nodiscard]] Date add_days(Date date, int days);

/// `date` moved by whole months: the corresponding day, or the last of a shorter month (the rule of
/// Dodds v Walker [1981] 1 WLR 1027). The k-th month is always counted from the anchor; never add
/// one month k times, which would drift from the 31st to the 28th for good.
[[nodiscard]] Date add_months(Date date, int months);

/// A date written `2019-06-30` and in no other way; nothing for any other text or impossible day.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text) noexcept;

/// `2019-06-30`
[[nodiscard]] std::string iso(Date date);

/// `30 June 2019`, as people write it.
[[nodiscard]] std::string in_words(Date date);

/// `June`; throws std::invalid_argument unless 1-12.
[[nodiscard]] std::string_view month_name(int month);

/// `monday`
[[nodiscard]] std::string_view to_string(Weekday weekday) noexcept;

std::ostream& operator<<(std::ostream& out, Date date);
/// `2019-06-01 to 2019-06-30`, also for a single day
std::ostream& operator<<(std::ostream& out, const DateRange& range);
std::ostream& operator<<(std::ostream& out, Weekday weekday);

}  // namespace safegov
