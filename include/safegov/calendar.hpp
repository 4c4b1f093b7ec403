// Which days are working days.
// SPDX-License-Identifier: Apache-2.0
//
//   const Calendar& calendar = Calendar::england_and_wales();
//   add_working_days(calendar, Date(2022, 9, 16), 5);   // 26 September: 19 September was a holiday

#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/result.hpp>

namespace safegov {

/// A day on which nobody counts, and why.
struct Holiday {
  Date date;
  std::string name;
  friend auto operator<=>(const Holiday&, const Holiday&) = default;
};

/// Thrown when a question needs a year that the calendar's table does not cover.
class OutsideCalendar : public std::out_of_range {
 public:
  using std::out_of_range::out_of_range;
};

/// Weekends and holidays over the years its table covers. Holidays are a dated table, not rules:
/// half of what makes deadlines wrong are days that a proclamation moved or added once.
/// Immutable; cheap to copy; safe to share between threads.
class Calendar {
 public:
  /// Bank holidays of England and Wales, 2012-2028, as published on GOV.UK.
  static const Calendar& england_and_wales();

  /// Reads the table format of docs/calendars.md. Every problem is reported, with its line.
  static Result<Calendar> parse(std::string_view text, std::string name = "<calendar>");

  /// `holidays` in any order; days at the weekend and duplicates are allowed and change nothing.
  /// Throws std::invalid_argument if `covers` does not begin on 1 January and end on 31 December,
  /// if a holiday lies outside it, or if every weekday is a day of the weekend.
  static Calendar make(std::string id, DateRange covers, std::vector<Holiday> holidays,
                       std::vector<Weekday> weekend = {Weekday::saturday, Weekday::sunday});

  [[nodiscard]] const std::string& id() const noexcept;
  /// The years the table covers, as a range of whole years.
  [[nodiscard]] DateRange covers() const noexcept;
  /// From this day on the table is what is expected, not what is settled; covers().last() + 1 day
  /// when all of it is settled.
  [[nodiscard]] std::int32_t provisional_from_days() const noexcept;
  [[nodiscard]] bool provisional(Date date) const noexcept;
  /// Ascending.
  [[nodiscard]] std::span<const Holiday> holidays() const noexcept;

  /// Whether it is a day of the week that is never worked.
  [[nodiscard]] bool is_weekend(Weekday day) const noexcept;

  /// Throws OutsideCalendar for a date not covered, as do the functions below.
  [[nodiscard]] bool is_working_day(Date date) const;

 private:
  friend Date add_working_days(const Calendar&, Date, int);
  friend int working_days_between(const Calendar&, Date, Date);
  struct Table;
  explicit Calendar(std::shared_ptr<const Table> table);
  std::shared_ptr<const Table> table_;
};

/// The `days`-th working day after `start`: `start` is day 0, the next working day is day 1.
/// Negative `days` count backwards. With 0, `start` itself, working day or not.
[[nodiscard]] Date add_working_days(const Calendar& calendar, Date start, int days);

/// How many working days lie after `from`, up to and including `to`; negative if `to` is earlier.
[[nodiscard]] int working_days_between(const Calendar& calendar, Date from, Date to);

std::ostream& operator<<(std::ostream& out, const Calendar& calendar);

}  // namespace safegov
