// Dates against a calendar that is walked one day at a time.
// SPDX-License-Identifier: Apache-2.0

#include <cctype>
#include <cstdint>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>

#include "base/naive.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

constexpr int int_max = std::numeric_limits<int>::max();
constexpr int int_min = std::numeric_limits<int>::min();

/// Visits every day from 1 January 1970, a Thursday, to the last day of `to`, forwards or
/// backwards.
template <class Visit>
void walk(int to_year, Visit visit) {
  naive::Day day{1970, 1, 1};
  Weekday weekday = Weekday::thursday;
  std::int32_t number = 0;
  const bool forwards = to_year >= 1970;
  while (forwards ? day.year <= to_year : day.year >= to_year) {
    visit(day, weekday, number);
    day = forwards ? naive::next(day) : naive::previous(day);
    weekday = forwards ? naive::next(weekday) : naive::previous(weekday);
    number += forwards ? 1 : -1;
  }
}

void require_day(naive::Day day, Weekday weekday, std::int32_t number) {
  const Date date(day.year, day.month, day.day);
  naive::same(date.days(), number, day.year, day.month, day.day);
  naive::same(date.weekday(), weekday, day.year, day.month, day.day);
  const Date same = Date::from_days(number);
  naive::same(same, date, number);
  naive::same(same.year(), day.year, number);
  naive::same(same.month(), day.month, number);
  naive::same(same.day(), day.day, number);
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::string iso_by_hand(naive::Day day) {
  return std::to_string(day.year) + '-' + two_digits(day.month) + '-' + two_digits(day.day);
}

/// True for four digits, a hyphen, two digits, a hyphen, two digits that name a day in range.
bool is_strict(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (text[i] < '0' || text[i] > '9') return false;
  }
  const auto number = [&](std::size_t from, std::size_t count) {
    return std::stoi(std::string(text.substr(from, count)));
  };
  const int year = number(0, 4);
  const int month = number(5, 2);
  const int day = number(8, 2);
  return year >= 1400 && month >= 1 && month <= 12 && day >= 1 && day <= naive::length(year, month);
}

}  // namespace

TEST_CASE("days are counted from 1 January 1970", "[base][date]") {
  CHECK(Date(1970, 1, 1).days() == 0);
  CHECK(Date(1970, 1, 2).days() == 1);
  CHECK(Date(1969, 12, 31).days() == -1);
  CHECK(Date(2000, 2, 29).days() == 11016);
  CHECK(Date(1400, 1, 1).days() == -208188);
  CHECK(Date(9999, 12, 31).days() == 2932896);
}

TEST_CASE("weekdays of days that people remember", "[base][date]") {
  CHECK(Date(1900, 1, 1).weekday() == Weekday::monday);
  CHECK(Date(1970, 1, 1).weekday() == Weekday::thursday);
  CHECK(Date(2000, 2, 29).weekday() == Weekday::tuesday);
  CHECK(Date(2016, 12, 31).weekday() == Weekday::saturday);
  CHECK(Date(2020, 5, 8).weekday() == Weekday::friday);
  CHECK(Date(2022, 9, 19).weekday() == Weekday::monday);
  CHECK(Date(2024, 9, 8).weekday() == Weekday::sunday);
  CHECK(Date(1400, 1, 1).weekday() == Weekday::wednesday);
  CHECK(Date(9999, 12, 31).weekday() == Weekday::friday);
}

TEST_CASE("every day from 1900 to 2100 has the number and weekday of a walk", "[base][date]") {
  int visited = 0;
  const auto visit = [&](naive::Day day, Weekday weekday, std::int32_t number) {
    ++visited;
    require_day(day, weekday, number);
  };
  walk(2100, visit);
  walk(1900, visit);
  CHECK(visited == 73414 + 1);  // 1 January 1970 is visited twice
}

TEST_CASE("days sampled over all years have the number and weekday of a walk", "[base][date]") {
  std::int32_t visited = 0;
  const auto visit = [&](naive::Day day, Weekday weekday, std::int32_t number) {
    const bool month_end = day.day == naive::length(day.year, day.month);
    if (++visited % 17 == 0 || day.day == 1 || month_end) require_day(day, weekday, number);
  };
  walk(9999, visit);
  walk(1400, visit);
  CHECK(visited == Date(9999, 12, 31).days() - Date(1400, 1, 1).days() + 2);
}

TEST_CASE("a day that does not exist cannot be made", "[base][date]") {
  for (const auto& [year, month, day] : std::vector<naive::Day>{
           {2019, 2, 29},      {2019, 2, 30},        {1900, 2, 29},        {2100, 2, 29},
           {2020, 2, 30},      {2019, 6, 31},        {2019, 4, 31},        {2019, 1, 32},
           {2019, 1, 0},       {2019, 1, -1},        {2019, 0, 1},         {2019, 13, 1},
           {2019, -1, 1},      {1399, 12, 31},       {10000, 1, 1},        {0, 1, 1},
           {-2019, 1, 1},      {65536 + 2019, 1, 1}, {2019, 65536 + 1, 1}, {2019, 256 + 1, 1},
           {2019, 1, 256 + 1}, {2019, 1, 65536 + 1}, {int_max, 1, 1},      {int_min, 1, 1},
           {2019, int_max, 1}, {2019, int_min, 1},   {2019, 1, int_max},   {2019, 1, int_min}}) {
    CAPTURE(year, month, day);
    CHECK_THROWS_AS(Date(year, month, day), std::invalid_argument);
  }
}

TEST_CASE("a day number outside 1400 to 9999 is no date", "[base][date]") {
  const std::int32_t first = Date(1400, 1, 1).days();
  const std::int32_t last = Date(9999, 12, 31).days();
  CHECK(Date::from_days(first) == Date(1400, 1, 1));
  CHECK(Date::from_days(last) == Date(9999, 12, 31));
  CHECK_THROWS_AS(Date::from_days(first - 1), std::invalid_argument);
  CHECK_THROWS_AS(Date::from_days(last + 1), std::invalid_argument);
  CHECK_THROWS_AS(Date::from_days(int_min), std::invalid_argument);
  CHECK_THROWS_AS(Date::from_days(int_max), std::invalid_argument);
}

TEST_CASE("dates are in order of time", "[base][date]") {
  CHECK(Date(2019, 6, 30) < Date(2019, 7, 1));
  CHECK(Date(2019, 12, 31) < Date(2020, 1, 1));
  CHECK(Date(1969, 12, 31) < Date(1970, 1, 1));
  CHECK(Date(2019, 6, 30) == Date(2019, 6, 30));
  CHECK(Date(2019, 6, 30) != Date(2020, 6, 30));
}

TEST_CASE("months have the days of the nursery rhyme", "[base][date]") {
  for (int year = 1400; year <= 9999; ++year) {
    for (int month = 1; month <= 12; ++month) {
      naive::same(days_in_month(year, month), naive::length(year, month), year, month);
    }
  }
  CHECK(days_in_month(1900, 2) == 28);
  CHECK(days_in_month(2000, 2) == 29);
  CHECK(days_in_month(2023, 2) == 28);
  CHECK(days_in_month(2024, 2) == 29);
}

TEST_CASE("there is no month 0 and no month 13", "[base][date]") {
  for (const int month : {0, 13, -1, 256 + 1, int_max, int_min}) {
    CAPTURE(month);
    CHECK_THROWS_AS(days_in_month(2019, month), std::invalid_argument);
    CHECK_THROWS_AS(month_of(2019, month), std::invalid_argument);
    CHECK_THROWS_AS(month_name(month), std::invalid_argument);
  }
}

TEST_CASE("a month runs from its first to its last day", "[base][date]") {
  CHECK(month_of(2019, 6) == DateRange(Date(2019, 6, 1), Date(2019, 6, 30)));
  CHECK(month_of(2020, 2) == DateRange(Date(2020, 2, 1), Date(2020, 2, 29)));
  CHECK(month_of(2019, 2) == DateRange(Date(2019, 2, 1), Date(2019, 2, 28)));
  CHECK(month_of(1400, 1).first() == Date(1400, 1, 1));
  CHECK(month_of(9999, 12).last() == Date(9999, 12, 31));
  Date next = Date(1900, 1, 1);
  for (int year = 1900; year <= 2100; ++year) {
    for (int month = 1; month <= 12; ++month) {
      const DateRange range = month_of(year, month);
      naive::same(range.first(), next, year, month);
      naive::same(range.length(), naive::length(year, month), year, month);
      next = add_days(range.last(), 1);
    }
  }
  CHECK(next == Date(2101, 1, 1));
}

TEST_CASE("a date is read when written year, month and day, and in no other way", "[base][date]") {
  CHECK(parse_date("2019-06-30") == Date(2019, 6, 30));
  CHECK(parse_date("2020-02-29") == Date(2020, 2, 29));
  CHECK(parse_date("2000-02-29") == Date(2000, 2, 29));
  CHECK(parse_date("1400-01-01") == Date(1400, 1, 1));
  CHECK(parse_date("9999-12-31") == Date(9999, 12, 31));

  using namespace std::string_view_literals;
  for (const std::string_view text : {""sv,
                                      "-"sv,
                                      "--"sv,
                                      "2019"sv,
                                      "2019-06"sv,
                                      "2019-06-"sv,
                                      "2019-6-30"sv,
                                      "2019-06-3"sv,
                                      "2019-6-3"sv,
                                      "19-06-30"sv,
                                      "02019-06-30"sv,
                                      "2019-006-30"sv,
                                      "2019-06-030"sv,
                                      " 2019-06-30"sv,
                                      "2019-06-30 "sv,
                                      "2019-06-30\n"sv,
                                      "2019-06-30\0"sv,
                                      "2019-06\0-30"sv,
                                      "2019 06 30"sv,
                                      "2019/06/30"sv,
                                      "2019.06.30"sv,
                                      "2019_06_30"sv,
                                      "20190630"sv,
                                      "2019-0630"sv,
                                      "30-06-2019"sv,
                                      "2019-30-06"sv,
                                      "2019-Jun-30"sv,
                                      "2019-06-30T00:00"sv,
                                      "2019-06-30Z"sv,
                                      "+2019-06-30"sv,
                                      "-2019-06-30"sv,
                                      "2019-+6-30"sv,
                                      "2019-06-+1"sv,
                                      "2019--6-30"sv,
                                      "2019- 6-30"sv,
                                      "2019-06- 3"sv,
                                      " 019-06-30"sv,
                                      "0x19-06-30"sv,
                                      "2o19-06-30"sv,
                                      "2019\xe2\x80\x93"
                                      "06\xe2\x80\x93"
                                      "30"sv,
                                      "\xd9\xa2\xd9\xa0\xd9\xa1\xd9\xa9-06-30"sv,
                                      "\xef\xbb\xbf"
                                      "2019-06-30"sv,
                                      "30 June 2019"sv}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(parse_date(text).has_value());
  }
  CHECK_FALSE(parse_date(std::string(100'000, '9')).has_value());
}

TEST_CASE("an impossible day is not read as the nearest possible one", "[base][date]") {
  for (const char* text :
       {"2019-02-29", "2019-02-30", "1900-02-29", "2100-02-29", "2020-02-30", "2019-06-31",
        "2019-01-32", "2019-01-00", "2019-00-01", "2019-13-01", "2019-99-99", "0000-00-00",
        "0000-01-01", "0001-01-01", "1399-12-31", "10000-01-01", "2019-02-99"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("every day from 1900 to 2100 is written so that it reads back", "[base][date]") {
  naive::Day day{1900, 1, 1};
  int visited = 0;
  for (; day.year <= 2100; day = naive::next(day), ++visited) {
    const Date date = naive::date(day);
    naive::same(iso(date), iso_by_hand(day), day.year, day.month, day.day);
    const auto read = parse_date(iso(date));
    REQUIRE(read.has_value());
    naive::same(*read, date, iso(date));
  }
  CHECK(visited == 73414);
  CHECK(iso(Date(1400, 1, 1)) == "1400-01-01");
  CHECK(iso(Date(9999, 12, 31)) == "9999-12-31");
}

TEST_CASE("a date with one byte changed is read only if it is still strictly a date",
          "[base][date]") {
  std::mt19937 random(20190630);
  std::uniform_int_distribution<int> days(Date(1400, 1, 1).days(), Date(9999, 12, 31).days());
  std::uniform_int_distribution<std::size_t> place(0, 9);
  std::uniform_int_distribution<int> any_byte(0, 255);
  std::uniform_int_distribution<int> digit('0', '9');
  int read = 0;
  for (int round = 0; round < 50'000; ++round) {
    std::string text = iso(Date::from_days(days(random)));
    text[place(random)] = static_cast<char>(round % 2 == 0 ? any_byte(random) : digit(random));
    const auto date = parse_date(text);
    naive::same(date.has_value(), is_strict(text), text);
    if (!date) continue;
    ++read;
    naive::same(iso(*date), text, text);
  }
  CHECK(read > 1000);
}

TEST_CASE("a date in words is day, month and year as people write them", "[base][date]") {
  CHECK(in_words(Date(2019, 6, 30)) == "30 June 2019");
  CHECK(in_words(Date(2020, 1, 1)) == "1 January 2020");
  CHECK(in_words(Date(2022, 9, 19)) == "19 September 2022");
  CHECK(in_words(Date(2016, 2, 29)) == "29 February 2016");
  CHECK(in_words(Date(9999, 12, 31)) == "31 December 9999");
}

TEST_CASE("months and weekdays have their English names", "[base][date]") {
  const std::vector<std::string> months = {"January",   "February", "March",    "April",
                                           "May",       "June",     "July",     "August",
                                           "September", "October",  "November", "December"};
  for (int month = 1; month <= 12; ++month) {
    const std::string& name = months[static_cast<std::size_t>(month - 1)];
    CHECK(month_name(month) == name);
    CHECK(in_words(Date(2021, month, 9)) == "9 " + name + " 2021");
  }
  CHECK(to_string(Weekday::monday) == "monday");
  CHECK(to_string(Weekday::tuesday) == "tuesday");
  CHECK(to_string(Weekday::wednesday) == "wednesday");
  CHECK(to_string(Weekday::thursday) == "thursday");
  CHECK(to_string(Weekday::friday) == "friday");
  CHECK(to_string(Weekday::saturday) == "saturday");
  CHECK(to_string(Weekday::sunday) == "sunday");
}

TEST_CASE("moving by days goes where a walk goes", "[base][date]") {
  CHECK(add_days(Date(2019, 12, 31), 1) == Date(2020, 1, 1));
  CHECK(add_days(Date(2020, 3, 1), -1) == Date(2020, 2, 29));
  CHECK(add_days(Date(2019, 6, 30), 0) == Date(2019, 6, 30));
  std::mt19937 random(1);
  std::uniform_int_distribution<int> starts(Date(1900, 1, 1).days(), Date(2100, 12, 31).days());
  std::uniform_int_distribution<int> steps(-800, 800);
  for (int round = 0; round < 500; ++round) {
    const Date start = Date::from_days(starts(random));
    const int step = steps(random);
    naive::Day day = naive::day(start);
    for (int i = 0; i < step; ++i) day = naive::next(day);
    for (int i = 0; i > step; --i) day = naive::previous(day);
    naive::same(add_days(start, step), naive::date(day), start, step);
  }
}

TEST_CASE("moving past either end of the calendar is refused", "[base][date]") {
  CHECK_THROWS_AS(add_days(Date(9999, 12, 31), 1), std::invalid_argument);
  CHECK_THROWS_AS(add_days(Date(1400, 1, 1), -1), std::invalid_argument);
  CHECK_THROWS_AS(add_months(Date(9999, 12, 1), 1), std::invalid_argument);
  CHECK_THROWS_AS(add_months(Date(1400, 1, 31), -1), std::invalid_argument);
  for (const int many : {int_max, int_min, int_max - 1, int_min + 1, 1'000'000'000}) {
    CAPTURE(many);
    CHECK_THROWS_AS(add_days(Date(2019, 6, 30), many), std::invalid_argument);
    CHECK_THROWS_AS(add_days(Date(9999, 12, 31), many), std::invalid_argument);
    CHECK_THROWS_AS(add_days(Date(1400, 1, 1), many), std::invalid_argument);
    CHECK_THROWS_AS(add_months(Date(2019, 6, 30), many), std::invalid_argument);
    CHECK_THROWS_AS(add_months(Date(9999, 12, 31), many), std::invalid_argument);
    CHECK_THROWS_AS(add_months(Date(1400, 1, 1), many), std::invalid_argument);
  }
}

TEST_CASE("a month after 31 January is 28 February", "[base][date]") {
  CHECK(add_months(Date(2019, 1, 31), 1) == Date(2019, 2, 28));
  CHECK(add_months(Date(2020, 1, 31), 1) == Date(2020, 2, 29));
  CHECK(add_months(Date(2019, 1, 28), 1) == Date(2019, 2, 28));
}

TEST_CASE("a month end is not sticky: a month after 28 February is 28 March", "[base][date]") {
  CHECK(add_months(Date(2019, 2, 28), 1) == Date(2019, 3, 28));
  CHECK(add_months(Date(2019, 6, 30), 1) == Date(2019, 7, 30));
  CHECK(add_months(Date(2019, 4, 30), -1) == Date(2019, 3, 30));
}

TEST_CASE("months go to the corresponding date or the last day of a shorter month",
          "[base][date]") {
  CHECK(add_months(Date(2024, 11, 30), 3) == Date(2025, 2, 28));
  CHECK(add_months(Date(2023, 11, 30), 3) == Date(2024, 2, 29));
  CHECK(add_months(Date(2024, 8, 31), 6) == Date(2025, 2, 28));
  CHECK(add_months(Date(2025, 8, 31), 6) == Date(2026, 2, 28));  // a Saturday: not rolled
  CHECK(add_months(Date(2024, 6, 24), 6) == Date(2024, 12, 24));
  CHECK(add_months(Date(2024, 2, 29), 12) == Date(2025, 2, 28));
  CHECK(add_months(Date(2024, 2, 29), 48) == Date(2028, 2, 29));
  CHECK(add_months(Date(2019, 12, 31), 1) == Date(2020, 1, 31));
  CHECK(add_months(Date(2020, 1, 31), -1) == Date(2019, 12, 31));
  CHECK(add_months(Date(2020, 3, 31), -1) == Date(2020, 2, 29));
  CHECK(add_months(Date(2019, 1, 31), 0) == Date(2019, 1, 31));
  CHECK(add_months(Date(2019, 1, 31), -12) == Date(2018, 1, 31));
  CHECK(add_months(Date(1400, 1, 31), 12 * 8599 + 11) == Date(9999, 12, 31));
}

TEST_CASE("the k-th month from the 31st returns to the 31st where the month has one",
          "[base][date]") {
  const Date anchor(2019, 1, 31);
  CHECK(add_months(anchor, 1) == Date(2019, 2, 28));
  CHECK(add_months(anchor, 2) == Date(2019, 3, 31));
  CHECK(add_months(anchor, 3) == Date(2019, 4, 30));
  CHECK(add_months(anchor, 12) == Date(2020, 1, 31));
  CHECK(add_months(anchor, 13) == Date(2020, 2, 29));
}

TEST_CASE("the k-th month from the anchor never drifts, for every anchor day of eight years",
          "[base][date]") {
  // 2017-2024 holds two leap years; 1896-1903 and 2096-2103 hold centuries that are none.
  int compared = 0;
  for (const int from : {2017, 1896, 2096}) {
    const int most = from == 2017 ? 60 : 15;
    for (naive::Day anchor{from, 1, 1}; anchor.year < from + 8; anchor = naive::next(anchor)) {
      const Date date = naive::date(anchor);
      for (int k = -most; k <= most; ++k) {
        const naive::Day wanted = naive::months_later(anchor, k);
        naive::same(add_months(date, k), naive::date(wanted), date, k);
        ++compared;
      }
    }
  }
  CHECK(compared == 2922 * 121 + (2921 + 2921) * 31);
}

TEST_CASE("a range holds its first and its last day and nothing outside", "[base][date]") {
  const DateRange june(Date(2019, 6, 1), Date(2019, 6, 30));
  CHECK(june.first() == Date(2019, 6, 1));
  CHECK(june.last() == Date(2019, 6, 30));
  CHECK(june.length() == 30);
  CHECK(june.contains(Date(2019, 6, 1)));
  CHECK(june.contains(Date(2019, 6, 15)));
  CHECK(june.contains(Date(2019, 6, 30)));
  CHECK_FALSE(june.contains(Date(2019, 5, 31)));
  CHECK_FALSE(june.contains(Date(2019, 7, 1)));
}

TEST_CASE("a range of one day is one day long", "[base][date]") {
  const DateRange day(Date(2019, 6, 30));
  CHECK(day == DateRange(Date(2019, 6, 30), Date(2019, 6, 30)));
  CHECK(day.first() == day.last());
  CHECK(day.length() == 1);
  CHECK(day.contains(Date(2019, 6, 30)));
  CHECK_FALSE(day.contains(Date(2019, 6, 29)));
  CHECK_FALSE(day.contains(Date(2019, 7, 1)));
}

TEST_CASE("a range that ends before it begins cannot be made", "[base][date]") {
  CHECK_THROWS_AS(DateRange(Date(2019, 6, 30), Date(2019, 6, 29)), std::invalid_argument);
  CHECK_THROWS_AS(DateRange(Date(9999, 12, 31), Date(1400, 1, 1)), std::invalid_argument);
}

TEST_CASE("the longest range has room in an int", "[base][date]") {
  const DateRange all(Date(1400, 1, 1), Date(9999, 12, 31));
  CHECK(all.length() == 3141085);
  CHECK(all.contains(Date(1970, 1, 1)));
}

TEST_CASE("any two days make a range one way round only", "[base][date]") {
  std::mt19937 random(2);
  std::uniform_int_distribution<int> days(Date(1400, 1, 1).days(), Date(9999, 12, 31).days());
  for (int round = 0; round < 1000; ++round) {
    const Date one = Date::from_days(days(random));
    const Date other = Date::from_days(days(random));
    if (one == other) continue;
    const Date first = one < other ? one : other;
    const Date last = one < other ? other : one;
    const DateRange range(first, last);
    naive::same(range.length(), last.days() - first.days() + 1, first, last);
    CHECK_THROWS_AS(DateRange(last, first), std::invalid_argument);
    const Date any = Date::from_days(days(random));
    naive::same(range.contains(any), first <= any && any <= last, first, last, any);
  }
}
