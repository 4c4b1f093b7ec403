// Working days from a dated table: running counts, so that every question is two look-ups.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <functional>
#include <ostream>
#include <utility>

#include <safegov/calendar.hpp>

#include "base/calendar_text.hpp"
#include "base/embedded.hpp"

namespace safegov {

/// What a calendar knows, worked out once.
struct Calendar::Table {
  std::string id;
  DateRange covers;
  std::int32_t provisional_from;  ///< days since 1970
  std::vector<Holiday> holidays;
  std::vector<std::int32_t> counted;  ///< [i]: working days from covers.first() up to day i of it
  std::vector<std::int32_t> working;  ///< every working day, as days since 1970
  std::array<bool, 7> weekend = {};

  static std::shared_ptr<Table> make(std::string id, DateRange covers,
                                     std::vector<Holiday> holidays,
                                     const std::vector<Weekday>& weekend_days);

  [[nodiscard]] std::size_t index(Date date) const {
    if (!covers.contains(date)) {
      throw OutsideCalendar("the calendar '" + id + "' covers " +
                            std::to_string(covers.first().year()) + " to " +
                            std::to_string(covers.last().year()) + ", and not '" + iso(date) + "'");
    }
    return static_cast<std::size_t>(date.days() - covers.first().days());
  }
};

namespace {

using Weekend = std::array<bool, 7>;

Weekend weekend_of(const std::vector<Weekday>& days) {
  Weekend weekend = {};
  for (const Weekday day : days) weekend[static_cast<std::size_t>(day)] = true;
  if (std::ranges::all_of(weekend, std::identity())) {
    throw std::invalid_argument("a calendar needs a weekday that is not at the weekend");
  }
  return weekend;
}

void check_years(const DateRange& covers) {
  const Date first = covers.first();
  const Date last = covers.last();
  if (first != Date(first.year(), 1, 1) || last != Date(last.year(), 12, 31)) {
    throw std::invalid_argument("a calendar covers whole years, and not '" + iso(first) + "' to '" +
                                iso(last) + "'");
  }
}

std::vector<Holiday> in_order(std::vector<Holiday> holidays, const DateRange& covers) {
  for (const Holiday& holiday : holidays) {
    if (!covers.contains(holiday.date)) {
      throw std::invalid_argument("the holiday '" + iso(holiday.date) +
                                  "' lies outside the years the calendar covers");
    }
  }
  std::ranges::stable_sort(holidays, {}, &Holiday::date);
  // Not std::ranges::unique, whose result clang 14 cannot compile with GCC 12's library.
  const auto same_day = [](const Holiday& a, const Holiday& b) { return a.date == b.date; };
  holidays.erase(std::unique(holidays.begin(), holidays.end(), same_day), holidays.end());
  return holidays;
}

}  // namespace

std::shared_ptr<Calendar::Table> Calendar::Table::make(std::string id, DateRange covers,
                                                       std::vector<Holiday> holidays,
                                                       const std::vector<Weekday>& weekend_days) {
  check_years(covers);
  const Weekend weekend = weekend_of(weekend_days);
  auto table = std::make_shared<Table>(Table{std::move(id),
                                             covers,
                                             covers.last().days() + 1,
                                             in_order(std::move(holidays), covers),
                                             {},
                                             {},
                                             weekend});
  table->counted.reserve(static_cast<std::size_t>(covers.length()));
  table->working.reserve(static_cast<std::size_t>(covers.length()));
  auto holiday = table->holidays.begin();
  auto weekday = static_cast<std::size_t>(covers.first().weekday());
  for (std::int32_t day = covers.first().days(); day <= covers.last().days(); ++day) {
    const bool is_holiday = holiday != table->holidays.end() && holiday->date.days() == day;
    if (is_holiday) ++holiday;
    if (!is_holiday && !weekend[weekday]) table->working.push_back(day);
    table->counted.push_back(static_cast<std::int32_t>(table->working.size()));
    weekday = (weekday + 1) % weekend.size();
  }
  return table;
}

Calendar::Calendar(std::shared_ptr<const Table> table) : table_(std::move(table)) {}

Calendar Calendar::make(std::string id, DateRange covers, std::vector<Holiday> holidays,
                        std::vector<Weekday> weekend) {
  return Calendar(Table::make(std::move(id), covers, std::move(holidays), weekend));
}

Result<Calendar> Calendar::parse(std::string_view text, std::string name) {
  internal::CalendarText read = internal::read_calendar(text, std::move(name));
  if (!read.problems.empty()) return std::move(read.problems);
  auto table =
      Table::make(std::move(read.id), *read.covers, std::move(read.holidays), read.weekend);
  if (read.provisional_from) table->provisional_from = read.provisional_from->days();
  return Calendar(std::move(table));
}

const Calendar& Calendar::england_and_wales() {
  static const Calendar calendar = [] {
    const auto files = internal::calendar_files();
    const auto file =
        std::ranges::find(files, std::string_view("england-and-wales"), &internal::Embedded::stem);
    if (file == files.end()) throw std::logic_error("built without its calendar");
    return parse(file->text, "<england-and-wales>").value();
  }();
  return calendar;
}

const std::string& Calendar::id() const noexcept { return table_->id; }

DateRange Calendar::covers() const noexcept { return table_->covers; }

std::int32_t Calendar::provisional_from_days() const noexcept { return table_->provisional_from; }

bool Calendar::provisional(Date date) const noexcept {
  return date.days() >= table_->provisional_from;
}

std::span<const Holiday> Calendar::holidays() const noexcept { return table_->holidays; }

bool Calendar::is_weekend(Weekday day) const noexcept {
  return table_->weekend[static_cast<std::size_t>(day)];
}

bool Calendar::is_working_day(Date date) const {
  const std::size_t index = table_->index(date);
  const std::int32_t before = index == 0 ? 0 : table_->counted[index - 1];
  return table_->counted[index] > before;
}

Date add_working_days(const Calendar& calendar, Date start, int days) {
  const Calendar::Table& table = *calendar.table_;
  const std::size_t index = table.index(start);
  if (days == 0) return start;
  // Forwards, the first day wanted follows those counted up to the start; backwards, a start that
  // is a working day itself is not stepped on.
  const std::int64_t passed = days > 0    ? std::int64_t{table.counted[index]} - 1
                              : index > 0 ? std::int64_t{table.counted[index - 1]}
                                          : 0;
  const std::int64_t wanted = passed + days;
  if (wanted < 0 || wanted >= static_cast<std::int64_t>(table.working.size())) {
    throw OutsideCalendar("'" + std::to_string(days) + "' working days from '" + iso(start) +
                          "' lie outside the years that the calendar '" + table.id + "' covers");
  }
  return Date::from_days(table.working[static_cast<std::size_t>(wanted)]);
}

int working_days_between(const Calendar& calendar, Date from, Date to) {
  const Calendar::Table& table = *calendar.table_;
  return table.counted[table.index(to)] - table.counted[table.index(from)];
}

std::ostream& operator<<(std::ostream& out, const Calendar& calendar) {
  return out << calendar.id() << " (" << std::to_string(calendar.covers().first().year()) << " to "
             << std::to_string(calendar.covers().last().year()) << ", "
             << std::to_string(calendar.holidays().size()) << " holidays)";
}

}  // namespace safegov
