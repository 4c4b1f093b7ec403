// Working days against a table typed from GOV.UK's data and a loop that takes one day at a time.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <safegov/calendar.hpp>

#include "base/naive.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

struct BankHolidays {
  int year;
  std::vector<std::pair<int, int>> days;  // month, day
};

// Bank holidays of England and Wales, merged from every published version of GOV.UK's own data;
// superseded dates are left out.
const std::vector<BankHolidays> bank_holidays = {
    {2012, {{1, 2}, {4, 6}, {4, 9}, {5, 7}, {6, 4}, {6, 5}, {8, 27}, {12, 25}, {12, 26}}},
    {2013, {{1, 1}, {3, 29}, {4, 1}, {5, 6}, {5, 27}, {8, 26}, {12, 25}, {12, 26}}},
    {2014, {{1, 1}, {4, 18}, {4, 21}, {5, 5}, {5, 26}, {8, 25}, {12, 25}, {12, 26}}},
    {2015, {{1, 1}, {4, 3}, {4, 6}, {5, 4}, {5, 25}, {8, 31}, {12, 25}, {12, 28}}},
    {2016, {{1, 1}, {3, 25}, {3, 28}, {5, 2}, {5, 30}, {8, 29}, {12, 26}, {12, 27}}},
    {2017, {{1, 2}, {4, 14}, {4, 17}, {5, 1}, {5, 29}, {8, 28}, {12, 25}, {12, 26}}},
    {2018, {{1, 1}, {3, 30}, {4, 2}, {5, 7}, {5, 28}, {8, 27}, {12, 25}, {12, 26}}},
    {2019, {{1, 1}, {4, 19}, {4, 22}, {5, 6}, {5, 27}, {8, 26}, {12, 25}, {12, 26}}},
    {2020, {{1, 1}, {4, 10}, {4, 13}, {5, 8}, {5, 25}, {8, 31}, {12, 25}, {12, 28}}},
    {2021, {{1, 1}, {4, 2}, {4, 5}, {5, 3}, {5, 31}, {8, 30}, {12, 27}, {12, 28}}},
    {2022,
     {{1, 3}, {4, 15}, {4, 18}, {5, 2}, {6, 2}, {6, 3}, {8, 29}, {9, 19}, {12, 26}, {12, 27}}},
    {2023, {{1, 2}, {4, 7}, {4, 10}, {5, 1}, {5, 8}, {5, 29}, {8, 28}, {12, 25}, {12, 26}}},
    {2024, {{1, 1}, {3, 29}, {4, 1}, {5, 6}, {5, 27}, {8, 26}, {12, 25}, {12, 26}}},
    {2025, {{1, 1}, {4, 18}, {4, 21}, {5, 5}, {5, 26}, {8, 25}, {12, 25}, {12, 26}}},
    {2026, {{1, 1}, {4, 3}, {4, 6}, {5, 4}, {5, 25}, {8, 31}, {12, 25}, {12, 28}}},
    {2027, {{1, 1}, {3, 26}, {3, 29}, {5, 3}, {5, 31}, {8, 30}, {12, 27}, {12, 28}}},
    {2028, {{1, 3}, {4, 14}, {4, 17}, {5, 1}, {5, 29}, {8, 28}, {12, 25}, {12, 26}}},
};

struct WorkingDays {
  int year;
  int count;
};

const std::vector<WorkingDays> working_days_of_year = {
    {2012, 252}, {2013, 253}, {2014, 253}, {2015, 253}, {2016, 253}, {2017, 252},
    {2018, 253}, {2019, 253}, {2020, 254}, {2021, 253}, {2022, 250}, {2023, 251},
    {2024, 254}, {2025, 253}, {2026, 253}, {2027, 253}, {2028, 252}};

std::set<Date> listed_days() {
  std::set<Date> days;
  for (const BankHolidays& year : bank_holidays) {
    for (const auto& [month, day] : year.days) days.insert(Date(year.year, month, day));
  }
  return days;
}

bool naive_working_day(Date date) {
  static const std::set<Date> listed = listed_days();
  // 1 January 1970, day 0, was a Thursday: day 2 was a Saturday, day 3 a Sunday.
  const int weekday = ((date.days() % 7) + 7) % 7;
  return weekday != 2 && weekday != 3 && !listed.contains(date);
}

/// Takes one day after another and counts those that work.
Date naive_add(Date start, int days) {
  const int step = days < 0 ? -1 : 1;
  Date date = start;
  while (days != 0) {
    date = Date::from_days(date.days() + step);
    if (naive_working_day(date)) days -= step;
  }
  return date;
}

/// Counts the working days after `from`, up to and including `to`.
int naive_between(Date from, Date to) {
  int count = 0;
  for (std::int32_t day = from.days() + 1; day <= to.days(); ++day) {
    if (naive_working_day(Date::from_days(day))) ++count;
  }
  return count;
}

const Calendar& england() { return Calendar::england_and_wales(); }

Calendar of_years(int first, int last, std::vector<Holiday> holidays = {}) {
  return Calendar::make("test", DateRange(Date(first, 1, 1), Date(last, 12, 31)),
                        std::move(holidays));
}

/// The lines that diagnostics point to; 0 for one that points to none.
std::set<std::uint32_t> lines_of(const Diagnostics& diagnostics) {
  std::set<std::uint32_t> lines;
  for (const Diagnostic& diagnostic : diagnostics) lines.insert(diagnostic.where.begin.line);
  return lines;
}

void check_all_are_about_the_table(const Diagnostics& diagnostics) {
  CHECK_FALSE(diagnostics.empty());
  for (const Diagnostic& diagnostic : diagnostics) {
    CHECK(diagnostic.code == "SG022");
    CHECK_FALSE(diagnostic.message.empty());
  }
  CHECK(has_errors(diagnostics));
}

const std::string header =
    "calendar: test-land\n"
    "covers: 2020 to 2021\n"
    "provisional from: 2021-07-01\n"
    "source: made up for a test\n";

}  // namespace

TEST_CASE("the table of England and Wales is the 140 bank holidays of 2012 to 2028",
          "[base][calendar]") {
  const std::set<Date> listed = listed_days();
  CHECK(listed.size() == 140);
  std::vector<Date> held;
  for (const Holiday& holiday : england().holidays()) {
    held.push_back(holiday.date);
    CAPTURE(holiday.date);
    CHECK_FALSE(holiday.name.empty());
  }
  CHECK(held == std::vector<Date>(listed.begin(), listed.end()));
  CHECK(england().id() == "england-and-wales");
  CHECK(england().covers() == DateRange(Date(2012, 1, 1), Date(2028, 12, 31)));
}

TEST_CASE("each year has as many bank holidays as were published", "[base][calendar]") {
  for (const BankHolidays& year : bank_holidays) {
    CAPTURE(year.year);
    std::size_t wanted = 8;
    if (year.year == 2012 || year.year == 2023) wanted = 9;  // Diamond Jubilee, Coronation
    if (year.year == 2022) wanted = 10;                      // Platinum Jubilee, State Funeral
    CHECK(year.days.size() == wanted);
    const auto held = england().holidays();
    const auto count = std::count_if(held.begin(), held.end(), [&](const Holiday& holiday) {
      return holiday.date.year() == year.year;
    });
    CHECK(static_cast<std::size_t>(count) == wanted);
  }
}

TEST_CASE("days that a proclamation moved or added are known", "[base][calendar]") {
  SECTION("the Spring holiday of 2012 moved to 4 June, and the Diamond Jubilee was 5 June") {
    CHECK(england().is_working_day(Date(2012, 5, 28)));
    CHECK_FALSE(england().is_working_day(Date(2012, 6, 4)));
    CHECK_FALSE(england().is_working_day(Date(2012, 6, 5)));
    CHECK(england().is_working_day(Date(2012, 6, 6)));
  }
  SECTION("the Early May holiday of 2020 moved to VE day") {
    CHECK(england().is_working_day(Date(2020, 5, 4)));
    CHECK_FALSE(england().is_working_day(Date(2020, 5, 8)));
  }
  SECTION("the Spring holiday of 2022 moved to 2 June, and the Platinum Jubilee was 3 June") {
    CHECK(england().is_working_day(Date(2022, 5, 30)));
    CHECK_FALSE(england().is_working_day(Date(2022, 6, 2)));
    CHECK_FALSE(england().is_working_day(Date(2022, 6, 3)));
  }
  SECTION("the State Funeral was 19 September 2022") {
    CHECK_FALSE(england().is_working_day(Date(2022, 9, 19)));
    CHECK(england().is_working_day(Date(2022, 9, 20)));
  }
  SECTION("the Coronation was 8 May 2023") {
    CHECK_FALSE(england().is_working_day(Date(2023, 5, 1)));
    CHECK_FALSE(england().is_working_day(Date(2023, 5, 8)));
  }
}

TEST_CASE("Christmas Day and New Year's Day at a weekend are not in the table and do not work",
          "[base][calendar]") {
  const auto held = england().holidays();
  for (const Date date : {Date(2021, 12, 25), Date(2022, 12, 25), Date(2023, 1, 1)}) {
    CAPTURE(date);
    CHECK_FALSE(england().is_working_day(date));
    CHECK(std::none_of(held.begin(), held.end(),
                       [&](const Holiday& holiday) { return holiday.date == date; }));
  }
}

TEST_CASE("every day from 2012 to 2028 works or does not as the table says", "[base][calendar]") {
  std::set<std::pair<int, int>> counted;
  for (const WorkingDays& year : working_days_of_year) {
    int count = 0;
    for (naive::Day day{year.year, 1, 1}; day.year == year.year; day = naive::next(day)) {
      const Date date = naive::date(day);
      naive::same(england().is_working_day(date), naive_working_day(date), date);
      if (england().is_working_day(date)) ++count;
    }
    CAPTURE(year.year);
    CHECK(count == year.count);
    counted.insert({year.year, count});
  }
  CHECK(counted.size() == 17);
}

TEST_CASE("working days are counted from the day after the start", "[base][calendar]") {
  struct Row {
    Date start;
    int days;
    Date due;
    const char* trap;
  };
  const std::vector<Row> rows = {
      {{2022, 9, 16}, 5, {2022, 9, 26}, "State Funeral"},
      {{2022, 9, 8}, 15, {2022, 9, 30}, "State Funeral"},
      {{2022, 5, 27}, 5, {2022, 6, 7}, "two Jubilee days"},
      {{2022, 5, 24}, 15, {2022, 6, 16}, "Jubilee; 30 May works"},
      {{2020, 4, 30}, 5, {2020, 5, 7}, "4 May 2020 is a working day"},
      {{2020, 5, 1}, 15, {2020, 5, 26}, "VE day and Spring"},
      {{2023, 4, 28}, 15, {2023, 5, 23}, "1 and 8 May"},
      {{2023, 5, 5}, 5, {2023, 5, 15}, "Coronation"},
      {{2012, 5, 30}, 5, {2012, 6, 8}, "4 and 5 June"},
      {{2012, 5, 25}, 15, {2012, 6, 19}, "28 May 2012 works"},
      {{2021, 12, 17}, 15, {2022, 1, 12}, "27 and 28 December, 3 January"},
      {{2021, 12, 24}, 5, {2022, 1, 5}, "27 and 28 December, 3 January"},
      {{2022, 12, 16}, 15, {2023, 1, 11}, "26 and 27 December, 2 January"},
      {{2019, 4, 12}, 15, {2019, 5, 8}, "Easter and Early May"},
      {{2024, 12, 20}, 15, {2025, 1, 15}, "Christmas"},
      {{2024, 12, 24}, 5, {2025, 1, 3}, "Christmas"},
      {{2025, 4, 11}, 15, {2025, 5, 7}, "Easter"},
      {{2015, 12, 18}, 15, {2016, 1, 13}, "28 December in place of the 26th"},
      {{2016, 12, 20}, 10, {2017, 1, 6}, "26 and 27 December, 2 January"},
      {{2027, 12, 20}, 15, {2028, 1, 13}, "provisional"},
      {{2022, 9, 16}, 45, {2022, 11, 21}, "the assessment clock"},
      {{2022, 8, 15}, 45, {2022, 10, 19}, "29 August and 19 September"},
      {{2024, 12, 2}, 45, {2025, 2, 6}, "Christmas"},
      {{2024, 9, 7}, 15, {2024, 9, 27}, "a Saturday"},
      {{2024, 9, 8}, 15, {2024, 9, 27}, "a Sunday: the same day"},
      {{2024, 2, 29}, 20, {2024, 3, 28}, "the day before Good Friday"},
  };
  CHECK(rows.size() == 26);
  for (const Row& row : rows) {
    CAPTURE(row.start, row.days, row.trap);
    CHECK(add_working_days(england(), row.start, row.days) == row.due);
    CHECK(working_days_between(england(), row.start, row.due) == row.days);
  }
}

TEST_CASE("no working days after a day is that day, working or not", "[base][calendar]") {
  for (const Date date : {Date(2022, 9, 16), Date(2022, 9, 17), Date(2022, 9, 18),
                          Date(2022, 9, 19), Date(2012, 1, 1), Date(2028, 12, 31)}) {
    CAPTURE(date);
    CHECK(add_working_days(england(), date, 0) == date);
    CHECK(working_days_between(england(), date, date) == 0);
  }
}

TEST_CASE("working days count backwards too", "[base][calendar]") {
  CHECK(add_working_days(england(), Date(2022, 9, 26), -5) == Date(2022, 9, 16));
  CHECK(add_working_days(england(), Date(2022, 9, 20), -1) == Date(2022, 9, 16));
  CHECK(add_working_days(england(), Date(2024, 9, 8), -1) == Date(2024, 9, 6));
  CHECK(add_working_days(england(), Date(2023, 1, 3), -1) == Date(2022, 12, 30));
}

TEST_CASE("adding working days agrees with a loop for any start and number", "[base][calendar]") {
  std::mt19937 random(2012);
  std::uniform_int_distribution<int> starts(Date(2014, 1, 1).days(), Date(2026, 12, 31).days());
  std::uniform_int_distribution<int> steps(-450, 450);
  for (int round = 0; round < 3000; ++round) {
    const Date start = Date::from_days(starts(random));
    const int days = round % 3 == 0 ? steps(random) / 30 : steps(random);
    naive::same(add_working_days(england(), start, days), naive_add(start, days), start, days);
  }
}

TEST_CASE("every start day of the table agrees with a loop for small numbers", "[base][calendar]") {
  int compared = 0;
  for (Date start(2012, 2, 1); start < Date(2028, 12, 1); start = add_days(start, 1)) {
    for (const int days : {-10, -5, -1, 0, 1, 2, 5, 10, 15}) {
      naive::same(add_working_days(england(), start, days), naive_add(start, days), start, days);
      ++compared;
    }
  }
  CHECK(compared == 9 * (Date(2028, 12, 1).days() - Date(2012, 2, 1).days()));
}

TEST_CASE("counting working days agrees with a loop for any two days", "[base][calendar]") {
  std::mt19937 random(2028);
  std::uniform_int_distribution<int> days(Date(2012, 1, 1).days(), Date(2028, 12, 31).days());
  std::uniform_int_distribution<int> gaps(0, 40);
  for (int round = 0; round < 2000; ++round) {
    const Date from = Date::from_days(days(random));
    Date to = round % 2 == 0 ? Date::from_days(days(random)) : add_days(from, gaps(random));
    if (to < from || to > Date(2028, 12, 31)) to = from;
    naive::same(working_days_between(england(), from, to), naive_between(from, to), from, to);
  }
  CHECK(working_days_between(england(), Date(2012, 1, 1), Date(2028, 12, 31)) ==
        naive_between(Date(2012, 1, 1), Date(2028, 12, 31)));
}

TEST_CASE("counting back between two working days is counting forth with a minus",
          "[base][calendar]") {
  CHECK(working_days_between(england(), Date(2022, 9, 26), Date(2022, 9, 16)) == -5);
  std::mt19937 random(7);
  std::uniform_int_distribution<int> days(Date(2012, 1, 1).days(), Date(2028, 12, 31).days());
  int compared = 0;
  for (int round = 0; round < 1000; ++round) {
    const Date from = Date::from_days(days(random));
    const Date to = Date::from_days(days(random));
    if (!naive_working_day(from) || !naive_working_day(to) || to >= from) continue;
    naive::same(working_days_between(england(), from, to), -naive_between(to, from), from, to);
    ++compared;
  }
  CHECK(compared > 100);
}

TEST_CASE("counting undoes adding", "[base][calendar]") {
  std::mt19937 random(8);
  std::uniform_int_distribution<int> starts(Date(2013, 1, 1).days(), Date(2024, 12, 31).days());
  std::uniform_int_distribution<int> steps(0, 900);
  for (int round = 0; round < 1000; ++round) {
    const Date start = Date::from_days(starts(random));
    const int days = steps(random);
    const Date end = add_working_days(england(), start, days);
    naive::same(working_days_between(england(), start, end), days, start, days);
    if (days > 0) naive::same(england().is_working_day(end), true, start, days);
    if (naive_working_day(start)) {
      naive::same(add_working_days(england(), end, -days), start, start, days);
    }
  }
}

TEST_CASE("a year outside the table is an error, never a silence", "[base][calendar]") {
  for (const Date outside : {Date(2011, 12, 31), Date(2029, 1, 1), Date(2010, 6, 15),
                             Date(2035, 6, 15), Date(1400, 1, 1), Date(9999, 12, 31)}) {
    CAPTURE(outside);
    const Date inside(2020, 1, 2);
    CHECK_THROWS_AS(england().is_working_day(outside), OutsideCalendar);
    CHECK_THROWS_AS(add_working_days(england(), outside, 1), OutsideCalendar);
    CHECK_THROWS_AS(add_working_days(england(), outside, -1), OutsideCalendar);
    CHECK_THROWS_AS(add_working_days(england(), outside, 0), OutsideCalendar);
    CHECK_THROWS_AS(working_days_between(england(), inside, outside), OutsideCalendar);
    CHECK_THROWS_AS(working_days_between(england(), outside, inside), OutsideCalendar);
  }
}

TEST_CASE("stepping off either end of the table is an error", "[base][calendar]") {
  constexpr int int_max = std::numeric_limits<int>::max();
  constexpr int int_min = std::numeric_limits<int>::min();
  // The last working day of the table is Friday 29 December 2028, the first Tuesday 3 January 2012.
  CHECK(add_working_days(england(), Date(2028, 12, 28), 1) == Date(2028, 12, 29));
  CHECK(add_working_days(england(), Date(2012, 1, 4), -1) == Date(2012, 1, 3));
  for (const Date start : {Date(2028, 12, 29), Date(2028, 12, 30), Date(2028, 12, 31)}) {
    CAPTURE(start);
    CHECK_THROWS_AS(add_working_days(england(), start, 1), OutsideCalendar);
    CHECK_THROWS_AS(add_working_days(england(), start, 15), OutsideCalendar);
  }
  for (const Date start : {Date(2012, 1, 1), Date(2012, 1, 2), Date(2012, 1, 3)}) {
    CAPTURE(start);
    CHECK_THROWS_AS(add_working_days(england(), start, -1), OutsideCalendar);
    CHECK_THROWS_AS(add_working_days(england(), start, -15), OutsideCalendar);
  }
  for (const int days : {int_max, int_max - 1, int_min, int_min + 1, 5000, -5000}) {
    CAPTURE(days);
    CHECK_THROWS_AS(add_working_days(england(), Date(2020, 1, 2), days), OutsideCalendar);
  }
}

TEST_CASE("an answer that needs only the table is given up to its very ends", "[base][calendar]") {
  const int all = naive_between(Date(2012, 1, 2), Date(2028, 12, 31));
  CHECK(add_working_days(england(), Date(2012, 1, 1), all) == Date(2028, 12, 29));
  CHECK_THROWS_AS(add_working_days(england(), Date(2012, 1, 1), all + 1), OutsideCalendar);
  CHECK(add_working_days(england(), Date(2028, 12, 31), -all) == Date(2012, 1, 3));
  CHECK_THROWS_AS(add_working_days(england(), Date(2028, 12, 31), -all - 1), OutsideCalendar);
}

TEST_CASE("days past the published horizon are provisional", "[base][calendar]") {
  CHECK_FALSE(england().provisional(Date(2012, 1, 2)));
  CHECK_FALSE(england().provisional(Date(2024, 12, 25)));
  CHECK(england().provisional(Date(2028, 1, 13)));
  for (Date date(2012, 1, 1); date <= Date(2028, 12, 31); date = add_days(date, 7)) {
    naive::same(england().provisional(date), date.days() >= england().provisional_from_days(),
                date);
  }
}

TEST_CASE("a calendar that is made has what it was made of", "[base][calendar]") {
  const Calendar calendar =
      Calendar::make("closed", DateRange(Date(2024, 1, 1), Date(2025, 12, 31)),
                     {{Date(2025, 1, 1), "New Year's Day"}, {Date(2024, 12, 25), "Christmas Day"}});
  CHECK(calendar.id() == "closed");
  CHECK(calendar.covers() == DateRange(Date(2024, 1, 1), Date(2025, 12, 31)));
  REQUIRE(calendar.holidays().size() == 2);
  CHECK(calendar.holidays()[0].date == Date(2024, 12, 25));
  CHECK(calendar.holidays()[0].name == "Christmas Day");
  CHECK(calendar.holidays()[1].date == Date(2025, 1, 1));
  CHECK(calendar.holidays()[1].name == "New Year's Day");
  CHECK_FALSE(calendar.is_working_day(Date(2024, 12, 25)));
  CHECK(calendar.is_working_day(Date(2024, 12, 26)));
}

TEST_CASE("a calendar that is made is settled to its end", "[base][calendar]") {
  const Calendar calendar = of_years(2024, 2025);
  CHECK(calendar.provisional_from_days() == Date(2026, 1, 1).days());
  CHECK_FALSE(calendar.provisional(Date(2025, 12, 31)));
}

TEST_CASE("a calendar must cover whole years", "[base][calendar]") {
  for (const DateRange& covers : {DateRange(Date(2024, 1, 2), Date(2024, 12, 31)),
                                  DateRange(Date(2024, 1, 1), Date(2024, 12, 30)),
                                  DateRange(Date(2024, 4, 1), Date(2025, 3, 31)),
                                  DateRange(Date(2024, 1, 1)), DateRange(Date(2024, 12, 31))}) {
    CAPTURE(covers);
    CHECK_THROWS_AS(Calendar::make("test", covers, {}), std::invalid_argument);
  }
}

TEST_CASE("a holiday outside the years a calendar covers is refused", "[base][calendar]") {
  for (const Date date : {Date(2023, 12, 31), Date(2025, 1, 1), Date(1400, 1, 1)}) {
    CAPTURE(date);
    CHECK_THROWS_AS(of_years(2024, 2024, {{date, "Elsewhere"}}), std::invalid_argument);
  }
}

TEST_CASE("a week without a working day is refused", "[base][calendar]") {
  using enum Weekday;
  const DateRange covers(Date(2024, 1, 1), Date(2024, 12, 31));
  CHECK_THROWS_AS(Calendar::make("test", covers, {},
                                 {monday, tuesday, wednesday, thursday, friday, saturday, sunday}),
                  std::invalid_argument);
  const Calendar sundays = Calendar::make(
      "test", covers, {}, {tuesday, wednesday, thursday, friday, saturday, sunday, sunday});
  CHECK(add_working_days(sundays, Date(2024, 1, 1), 1) == Date(2024, 1, 8));
}

TEST_CASE("holidays at the weekend, twice or in any order change nothing", "[base][calendar]") {
  const std::vector<Holiday> plain = {{Date(2024, 3, 29), "Good Friday"},
                                      {Date(2024, 4, 1), "Easter Monday"}};
  const std::vector<Holiday> messy = {{Date(2024, 4, 1), "Easter Monday"},
                                      {Date(2024, 3, 31), "Easter Sunday"},
                                      {Date(2024, 3, 29), "Good Friday"},
                                      {Date(2024, 4, 1), "Easter Monday"},
                                      {Date(2024, 3, 30), "Holy Saturday"}};
  const Calendar one = of_years(2024, 2024, plain);
  const Calendar other = of_years(2024, 2024, messy);
  for (Date date(2024, 1, 1); date <= Date(2024, 12, 31); date = add_days(date, 1)) {
    naive::same(other.is_working_day(date), one.is_working_day(date), date);
    if (date > Date(2024, 12, 1) || date < Date(2024, 2, 1)) continue;
    for (const int days : {-12, -1, 0, 1, 12}) {
      naive::same(add_working_days(other, date, days), add_working_days(one, date, days), date);
    }
    naive::same(working_days_between(other, Date(2024, 1, 1), date),
                working_days_between(one, Date(2024, 1, 1), date), date);
  }
  const auto held = other.holidays();
  CHECK(std::is_sorted(held.begin(), held.end(),
                       [](const Holiday& a, const Holiday& b) { return a.date < b.date; }));
}

TEST_CASE("a calendar whose weekend is Friday and Saturday counts Sunday as work",
          "[base][calendar]") {
  using enum Weekday;
  const Calendar calendar =
      Calendar::make("friday-saturday", DateRange(Date(2024, 1, 1), Date(2024, 12, 31)),
                     {{Date(2024, 6, 16), "A feast"}}, {friday, saturday});
  CHECK_FALSE(calendar.is_working_day(Date(2024, 5, 31)));
  CHECK_FALSE(calendar.is_working_day(Date(2024, 6, 1)));
  CHECK(calendar.is_working_day(Date(2024, 6, 2)));
  CHECK_FALSE(calendar.is_working_day(Date(2024, 6, 16)));
  CHECK(add_working_days(calendar, Date(2024, 5, 30), 1) == Date(2024, 6, 2));
  CHECK(add_working_days(calendar, Date(2024, 5, 30), 5) == Date(2024, 6, 6));
  CHECK(add_working_days(calendar, Date(2024, 6, 13), 1) == Date(2024, 6, 17));
  CHECK(add_working_days(calendar, Date(2024, 6, 17), -1) == Date(2024, 6, 13));
  CHECK(working_days_between(calendar, Date(2024, 5, 30), Date(2024, 6, 6)) == 5);
}

TEST_CASE("any calendar given at run time agrees with a loop", "[base][calendar]") {
  std::mt19937 random(9);
  std::uniform_int_distribution<int> days(Date(2023, 1, 1).days(), Date(2025, 12, 31).days());
  std::uniform_int_distribution<int> weekday(0, 6);
  std::uniform_int_distribution<int> counts(0, 60);
  std::uniform_int_distribution<int> steps(-40, 40);
  for (int round = 0; round < 40; ++round) {
    std::vector<Holiday> holidays;
    std::set<Date> off;
    for (int i = counts(random); i > 0; --i) {
      const Date date = Date::from_days(days(random));
      holidays.push_back({date, "Holiday"});
      off.insert(date);
    }
    std::vector<Weekday> weekend;
    for (int i = counts(random) % 4 + 1; i > 0; --i) {
      weekend.push_back(static_cast<Weekday>(weekday(random)));
    }
    const Calendar calendar = Calendar::make(
        "random", DateRange(Date(2023, 1, 1), Date(2025, 12, 31)), holidays, weekend);
    const auto works = [&](Date date) {
      return !off.contains(date) &&
             std::find(weekend.begin(), weekend.end(), date.weekday()) == weekend.end();
    };
    for (int i = 0; i < 100; ++i) {
      Date start = Date::from_days(days(random));
      start = Date(2024, start.month(), 1 + start.day() % 28);
      const int wanted = steps(random);
      const int step = wanted < 0 ? -1 : 1;
      Date end = start;
      for (int left = wanted; left != 0;) {
        end = add_days(end, step);
        if (works(end)) left -= step;
      }
      naive::same(add_working_days(calendar, start, wanted), end, round, start, wanted);
      if (wanted > 0) {
        naive::same(working_days_between(calendar, start, end), wanted, round, start, end);
      }
    }
  }
}

TEST_CASE("the last year there is can be covered, and stepping off it is still an error",
          "[base][calendar]") {
  const Calendar calendar = of_years(9999, 9999);
  CHECK(calendar.provisional_from_days() == Date(9999, 12, 31).days() + 1);
  CHECK(add_working_days(calendar, Date(9999, 12, 30), 1) == Date(9999, 12, 31));
  CHECK_THROWS_AS(add_working_days(calendar, Date(9999, 12, 31), 1), OutsideCalendar);
  CHECK_THROWS_AS(add_working_days(of_years(1400, 1400), Date(1400, 1, 1), -1), OutsideCalendar);
}

TEST_CASE("a copy of a calendar gives the same answers after the first is gone",
          "[base][calendar]") {
  Calendar copy = of_years(2020, 2020);
  {
    const Calendar original = of_years(2024, 2024, {{Date(2024, 3, 29), "Good Friday"}});
    copy = original;
  }
  CHECK(copy.id() == "test");
  CHECK_FALSE(copy.is_working_day(Date(2024, 3, 29)));
  CHECK(add_working_days(copy, Date(2024, 3, 28), 1) == Date(2024, 4, 1));
}

TEST_CASE("a good table is read", "[base][calendar]") {
  const auto result = Calendar::parse(
      "# Two years of a place that is not.\n"
      "calendar: test-land\n"
      "covers: 2020 to 2021\n"
      "provisional from: 2021-07-01\n"
      "source: made up for a test\n"
      "\n"
      "# 2020\n"
      "2020-01-01 New Year's Day\n"
      "2020-12-25 Christmas Day\n"
      "\n"
      "2021-01-01 New Year's Day\n");
  REQUIRE(result);
  CHECK_FALSE(has_errors(result.diagnostics()));
  const Calendar& calendar = *result;
  CHECK(calendar.id() == "test-land");
  CHECK(calendar.covers() == DateRange(Date(2020, 1, 1), Date(2021, 12, 31)));
  CHECK(calendar.provisional_from_days() == Date(2021, 7, 1).days());
  CHECK_FALSE(calendar.provisional(Date(2021, 6, 30)));
  CHECK(calendar.provisional(Date(2021, 7, 1)));
  REQUIRE(calendar.holidays().size() == 3);
  CHECK(calendar.holidays()[0] == Holiday{Date(2020, 1, 1), "New Year's Day"});
  CHECK(calendar.holidays()[1] == Holiday{Date(2020, 12, 25), "Christmas Day"});
  CHECK(calendar.holidays()[2] == Holiday{Date(2021, 1, 1), "New Year's Day"});
  CHECK(calendar.is_working_day(Date(2020, 1, 2)));
  CHECK_FALSE(calendar.is_working_day(Date(2020, 1, 4)));
}

TEST_CASE("the 140 bank holidays written as a table read back as the same calendar",
          "[base][calendar]") {
  std::string text =
      "calendar: typed\n"
      "covers: 2012 to 2028\n"
      "provisional from: 2028-01-01\n"
      "source: GOV.UK\n";
  for (const Date date : listed_days()) text += iso(date) + " Bank holiday\n";
  const auto result = Calendar::parse(text, "typed.txt");
  REQUIRE(result);
  CHECK(result->holidays().size() == 140);
  for (Date date(2012, 1, 1); date <= Date(2028, 12, 31); date = add_days(date, 1)) {
    naive::same(result->is_working_day(date), england().is_working_day(date), date);
  }
}

TEST_CASE("a bad line of a table is reported with its line", "[base][calendar]") {
  for (const char* line :
       {"2020-02-30 No such day", "2020-13-01 No such month", "2019-12-25 Before the table",
        "2022-01-01 After the table", "25/12/2020 Christmas Day", "Christmas Day",
        "covers: 2020 to 2021 to", "colour: red", "provisional from: 2021-02-29", "????"}) {
    CAPTURE(line);
    const auto result = Calendar::parse(
        header + "2020-01-01 New Year's Day\n" + line + "\n2021-01-01 New Year's Day\n", "bad.txt");
    CHECK_FALSE(result);
    check_all_are_about_the_table(result.diagnostics());
    const auto lines = lines_of(result.diagnostics());
    CHECK(lines.contains(6));
    CHECK_FALSE(lines.contains(5));
    CHECK_FALSE(lines.contains(7));
    for (const Diagnostic& diagnostic : result.diagnostics()) {
      CHECK(diagnostic.where.name() == "bad.txt");
    }
  }
}

TEST_CASE("every problem of a table is reported at once, each with its line", "[base][calendar]") {
  const auto result = Calendar::parse(header +
                                      "2020-02-30 No such day\n"      // 5
                                      "2020-12-25 Christmas Day\n"    // 6
                                      "what is this\n"                // 7
                                      "2031-01-01 Long after\n"       // 8
                                      "# 2021-99-99 only a remark\n"  // 9
                                      "2021-13-01 No such month\n"    // 10
                                      "\n"                            // 11
                                      "2021-01-01 New Year's Day\n"   // 12
                                      "unheard: of\n");               // 13
  CHECK_FALSE(result);
  check_all_are_about_the_table(result.diagnostics());
  CHECK(lines_of(result.diagnostics()) == std::set<std::uint32_t>{5, 7, 8, 10, 13});
  try {
    (void)result.value();
    CHECK(false);
  } catch (const InputError& error) {
    CHECK(error.diagnostics().size() == result.diagnostics().size());
  }
}

TEST_CASE("a table without a name or without its years is refused", "[base][calendar]") {
  for (const char* text : {"", "\n", "# nothing but a remark\n", "covers: 2020 to 2021\n",
                           "calendar: test-land\n", "calendar:\ncovers: 2020 to 2021\n",
                           "calendar: test-land\ncovers:\n", "2020-01-01 New Year's Day\n"}) {
    CAPTURE(text);
    const auto result = Calendar::parse(text);
    CHECK_FALSE(result);
    check_all_are_about_the_table(result.diagnostics());
  }
}

TEST_CASE("a table whose years make no sense is refused at their line", "[base][calendar]") {
  for (const char* covers :
       {"covers: 2021 to 2020", "covers: soon", "covers: 2020 to", "covers: to 2021",
        "covers: 20 to 21", "covers: 0 to 1", "covers: 2020 to 99999",
        "covers: 99999999999999999999 to 99999999999999999999", "covers: -2020 to 2021"}) {
    CAPTURE(covers);
    const auto result =
        Calendar::parse(std::string("calendar: test-land\n") + covers + "\nsource: a test\n");
    CHECK_FALSE(result);
    check_all_are_about_the_table(result.diagnostics());
    CHECK(lines_of(result.diagnostics()).contains(2));
  }
}

TEST_CASE("hostile tables are refused and do no harm", "[base][calendar]") {
  using namespace std::string_literals;
  for (const std::string& text :
       {std::string(100'000, 'a'), std::string(100'000, '\n'), std::string(100'000, ':'),
        std::string(100'000, '-'), "\0\0\0"s, "\x01\x02\x7f\xff\xfe"s, "calendar: \0\n"s,
        "\xef\xbb\xbf\xef\xbb\xbf"s}) {
    CAPTURE(text.size());
    CHECK_FALSE(Calendar::parse(text));
  }
  std::mt19937 random(10);
  const std::string good = header + "2020-01-01 New Year's Day\n2021-12-25 Christmas Day\n";
  std::uniform_int_distribution<std::size_t> place(0, good.size() - 1);
  std::uniform_int_distribution<int> any_byte(0, 255);
  for (int round = 0; round < 3000; ++round) {
    std::string text = good;
    for (int i = 0; i <= round % 4; ++i) text[place(random)] = static_cast<char>(any_byte(random));
    const auto result = Calendar::parse(text);
    naive::same(static_cast<bool>(result), !has_errors(result.diagnostics()), text);
  }
}
