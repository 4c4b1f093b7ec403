// Years, quarters and the labels that documents print for them.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/period.hpp>

#include "base/naive.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

const std::vector<YearBasis> bases = {YearBasis::calendar, YearBasis::financial,
                                      YearBasis::academic};

int first_month(YearBasis basis) {
  if (basis == YearBasis::calendar) return 1;
  return basis == YearBasis::financial ? 4 : 9;
}

/// From the first day of the year that begins in `year` to the day before the next one begins.
DateRange naive_year(YearBasis basis, int year) {
  const int month = first_month(basis);
  const naive::Day last = naive::previous({year + 1, month, 1});
  return {Date(year, month, 1), naive::date(last)};
}

std::string two_digits(int number) {
  number %= 100;
  return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

TEST_CASE("a calendar year runs from January to December", "[base][period]") {
  CHECK(year_of(YearBasis::calendar, 2022) == DateRange(Date(2022, 1, 1), Date(2022, 12, 31)));
  CHECK(year_of(YearBasis::calendar, 9999).last() == Date(9999, 12, 31));
}

TEST_CASE("a financial year runs from April to March", "[base][period]") {
  CHECK(year_of(YearBasis::financial, 2021) == DateRange(Date(2021, 4, 1), Date(2022, 3, 31)));
  CHECK(year_of(YearBasis::financial, 2019).length() == 366);
}

TEST_CASE("an academic year runs from September to August", "[base][period]") {
  CHECK(year_of(YearBasis::academic, 2021) == DateRange(Date(2021, 9, 1), Date(2022, 8, 31)));
}

TEST_CASE("years of a basis follow one another without gap or overlap", "[base][period]") {
  for (const YearBasis basis : bases) {
    for (int year = 1900; year <= 2100; ++year) {
      naive::same(year_of(basis, year), naive_year(basis, year), to_string(basis), year);
      naive::same(add_days(year_of(basis, year).last(), 1), year_of(basis, year + 1).first(), year);
    }
  }
  CHECK(bases.size() == 3);
}

TEST_CASE("a day lies in the year that a search from year to year finds", "[base][period]") {
  CHECK(year_containing(YearBasis::financial, Date(2022, 3, 31)) ==
        year_of(YearBasis::financial, 2021));
  CHECK(year_containing(YearBasis::financial, Date(2022, 4, 1)) ==
        year_of(YearBasis::financial, 2022));
  CHECK(year_containing(YearBasis::academic, Date(2022, 8, 31)) ==
        year_of(YearBasis::academic, 2021));
  CHECK(year_containing(YearBasis::academic, Date(2022, 9, 1)) ==
        year_of(YearBasis::academic, 2022));
  CHECK(year_containing(YearBasis::calendar, Date(2022, 1, 1)) ==
        year_of(YearBasis::calendar, 2022));

  for (naive::Day day{1996, 1, 1}; day.year <= 2030; day = naive::next(day)) {
    const Date date = naive::date(day);
    for (const YearBasis basis : bases) {
      int year = 1990;
      while (!naive_year(basis, year).contains(date)) ++year;
      naive::same(year_containing(basis, date), naive_year(basis, year), to_string(basis), date);
    }
  }
}

TEST_CASE("quarters are those of the financial year", "[base][period]") {
  CHECK(quarter_of(2022, 1) == DateRange(Date(2022, 4, 1), Date(2022, 6, 30)));
  CHECK(quarter_of(2022, 2) == DateRange(Date(2022, 7, 1), Date(2022, 9, 30)));
  CHECK(quarter_of(2022, 3) == DateRange(Date(2022, 10, 1), Date(2022, 12, 31)));
  CHECK(quarter_of(2022, 4) == DateRange(Date(2023, 1, 1), Date(2023, 3, 31)));
  CHECK(quarter_of(2023, 4).last() == Date(2024, 3, 31));
  CHECK(quarter_of(2013, 3) == DateRange(Date(2013, 10, 1), Date(2013, 12, 31)));
}

TEST_CASE("four quarters make up the financial year", "[base][period]") {
  for (int year = 1900; year <= 2100; ++year) {
    const DateRange whole = year_of(YearBasis::financial, year);
    Date next = whole.first();
    for (int quarter = 1; quarter <= 4; ++quarter) {
      naive::same(quarter_of(year, quarter).first(), next, year, quarter);
      next = add_days(quarter_of(year, quarter).last(), 1);
    }
    naive::same(next, add_days(whole.last(), 1), year);
  }
}

TEST_CASE("there is no quarter 0 and no quarter 5", "[base][period]") {
  for (const int quarter : {0, 5, -1, 257, 2'000'000'000}) {
    CAPTURE(quarter);
    CHECK_THROWS_AS(quarter_of(2022, quarter), std::invalid_argument);
  }
}

TEST_CASE("year labels are read in every form that documents print", "[base][period]") {
  struct Row {
    const char* text;
    int first;
    int years;
    bool single;
  };
  const std::vector<Row> rows = {
      {"2021/22", 2021, 1, false},   {"2021-22", 2021, 1, false},   {"2019- 20", 2019, 1, false},
      {"2014-5", 2014, 1, false},    {"25/26", 2025, 1, false},     {"14/15", 2014, 1, false},
      {"2022/2023", 2022, 1, false}, {"2018/20", 2018, 2, false},   {"2020-2023", 2020, 3, false},
      {"2020-23", 2020, 3, false},   {"2019-22", 2019, 3, false},   {"2021/23", 2021, 2, false},
      {"2020-25", 2020, 5, false},   {"2011-12", 2011, 1, false},  // never December 2011
      {"1999/00", 1999, 1, false},   {"1999/2000", 1999, 1, false}, {"2022", 2022, 1, true},
      {"2019", 2019, 1, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto label = parse_year_label(row.text);
    REQUIRE(label.has_value());
    CHECK(label->first == row.first);
    CHECK(label->years == row.years);
    CHECK(label->single == row.single);
  }
}

TEST_CASE("a label with a printer's dash and spaces spans several years", "[base][period]") {
  const auto label = parse_year_label("2024 \xe2\x80\x93 2026");
  REQUIRE(label.has_value());
  CHECK(label->first == 2024);
  CHECK((label->years == 2 || label->years == 3));
  CHECK_FALSE(label->single);
}

TEST_CASE("text that is no year label is refused", "[base][period]") {
  for (const char* text : {"",
                           " ",
                           "/",
                           "-",
                           "2021/",
                           "/22",
                           "2021-",
                           "-22",
                           "2021//22",
                           "2021--22",
                           "2021/22/23",
                           "2021-22-23",
                           "2021/222",
                           "20211/22",
                           "202/23",
                           "20222",
                           "2021/20",
                           "2023-2020",
                           "2022/2021",
                           "2021/2021",
                           "2021-21",
                           "2021/22x",
                           "x2021/22",
                           "2021/2x",
                           "2021.22",
                           "2021,22",
                           "2021 22",
                           "Q1 2022/23",
                           "June 2019",
                           "2019-06-30",
                           "27/6/19",
                           "April 2021 to March 2022",
                           "+2021/22",
                           "2021/+2",
                           "99999999999999999999",
                           "2021/99999999999999999999",
                           "\xd9\xa2\xd9\xa0\xd9\xa1\xd9\xa9"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_year_label(text).has_value());
  }
  CHECK_FALSE(parse_year_label(std::string(100'000, '2')).has_value());
  CHECK_FALSE(parse_year_label(std::string_view("2021/2\0", 7)).has_value());
}

TEST_CASE("a label means its years on the basis asked for", "[base][period]") {
  const auto range = [](const char* text, YearBasis basis) {
    return range_of(parse_year_label(text).value(), basis);
  };
  CHECK(range("2021/22", YearBasis::financial) == DateRange(Date(2021, 4, 1), Date(2022, 3, 31)));
  CHECK(range("2021/22", YearBasis::academic) == DateRange(Date(2021, 9, 1), Date(2022, 8, 31)));
  CHECK(range("2018/20", YearBasis::financial) == DateRange(Date(2018, 4, 1), Date(2020, 3, 31)));
  CHECK(range("2020-2023", YearBasis::financial) == DateRange(Date(2020, 4, 1), Date(2023, 3, 31)));
  CHECK(range("2019-22", YearBasis::academic) == DateRange(Date(2019, 9, 1), Date(2022, 8, 31)));
}

TEST_CASE("a single year is January to December on any basis", "[base][period]") {
  for (const YearBasis basis : bases) {
    CHECK(range_of(parse_year_label("2022").value(), basis) ==
          DateRange(Date(2022, 1, 1), Date(2022, 12, 31)));
  }
}

TEST_CASE("every way of writing one year reads as that year", "[base][period]") {
  std::mt19937 random(3);
  std::uniform_int_distribution<int> years(2010, 2090);
  std::uniform_int_distribution<int> spans(1, 9);
  for (int round = 0; round < 500; ++round) {
    const int first = years(random);
    const int last = first + spans(random);
    const std::string from = std::to_string(first);
    for (const char* joiner : {"/", "-", "- "}) {
      for (const std::string& to : {two_digits(last), std::to_string(last)}) {
        const auto label = parse_year_label(from + joiner + to);
        REQUIRE(label.has_value());
        naive::same(label->first, first, from, joiner, to);
        naive::same(label->years, last - first, from, joiner, to);
        naive::same(label->single, false, from, joiner, to);
        const DateRange wanted(naive_year(YearBasis::financial, first).first(),
                               naive_year(YearBasis::financial, last - 1).last());
        naive::same(range_of(*label, YearBasis::financial), wanted, from, joiner, to);
      }
    }
  }
}

TEST_CASE("a period is a year label on a financial basis", "[base][period]") {
  CHECK(parse_period("2019-22") == DateRange(Date(2019, 4, 1), Date(2022, 3, 31)));
  CHECK(parse_period("2021/22") == DateRange(Date(2021, 4, 1), Date(2022, 3, 31)));
  CHECK(parse_period("25/26") == DateRange(Date(2025, 4, 1), Date(2026, 3, 31)));
  CHECK(parse_period("2020-2023") == DateRange(Date(2020, 4, 1), Date(2023, 3, 31)));
  CHECK(parse_period("2018/20") == DateRange(Date(2018, 4, 1), Date(2020, 3, 31)));
  CHECK(parse_period("2022") == DateRange(Date(2022, 1, 1), Date(2022, 12, 31)));
}

TEST_CASE("a period can run from month to month", "[base][period]") {
  CHECK(parse_period("April 2019 to March 2022") == DateRange(Date(2019, 4, 1), Date(2022, 3, 31)));
  CHECK(parse_period("April 2021 to March 2022") == DateRange(Date(2021, 4, 1), Date(2022, 3, 31)));
  CHECK(parse_period("April 2019 to February 2020") ==
        DateRange(Date(2019, 4, 1), Date(2020, 2, 29)));
}

TEST_CASE("a period can run from day to day", "[base][period]") {
  CHECK(parse_period("1 April 2019 to 31 March 2022") ==
        DateRange(Date(2019, 4, 1), Date(2022, 3, 31)));
  CHECK(parse_period("29 February 2020 to 1 March 2020") ==
        DateRange(Date(2020, 2, 29), Date(2020, 3, 1)));
}

TEST_CASE("text that is no period, or ends before it begins, is refused", "[base][period]") {
  for (const char* text :
       {"", " ", "to", " to ", "April 2019 to", "to March 2022", "banana", "banana to March 2022",
        "April 2019 to banana", "March 2022 to April 2019", "31 March 2022 to 1 April 2019",
        "2 April 2019 to 1 April 2019", "31 June 2019 to 31 March 2020",
        "1 April 2019 to 29 February 2021", "2022/2021", "Autumn 2022", "ongoing",
        "April 99999 to March 99999"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_period(text).has_value());
  }
}

TEST_CASE("hostile text is no period and does no harm", "[base][period]") {
  CHECK_FALSE(parse_period(std::string(100'000, 'a')).has_value());
  CHECK_FALSE(parse_period(std::string(100'000, ' ')).has_value());
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += " to ";
  CHECK_FALSE(parse_period(many).has_value());
  CHECK_FALSE(parse_period(std::string_view("2021/22\0", 8)).has_value());
  // The year that begins in 9999 ends where no date is.
  CHECK_FALSE(parse_period("9999/10000").has_value());
  (void)parse_period("9999/00");

  std::mt19937 random(4);
  const std::string letters = "0123456789/- toAprilMarch,.()\x80\xe2\x93\n";
  std::uniform_int_distribution<std::size_t> letter(0, letters.size() - 1);
  std::uniform_int_distribution<int> lengths(0, 30);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (int i = lengths(random); i > 0; --i) text += letters[letter(random)];
    const auto period = parse_period(text);
    if (period) naive::same(period->first() <= period->last(), true, text);
    const auto label = parse_year_label(text);
    if (!label) continue;
    naive::same(label->years >= 1, true, text);
    if (label->single) naive::same(label->years, 1, text);
  }
}

TEST_CASE("a day has the label of its financial year", "[base][period]") {
  CHECK(financial_year_label(Date(2022, 3, 31)) == "2021/22");
  CHECK(financial_year_label(Date(2022, 4, 1)) == "2022/23");
  CHECK(financial_year_label(Date(1999, 4, 1)) == "1999/00");
  CHECK(financial_year_label(Date(2009, 1, 1)) == "2008/09");
  for (naive::Day day{1996, 1, 1}; day.year <= 2030; day = naive::next(day)) {
    const int first = day.month >= 4 ? day.year : day.year - 1;
    naive::same(financial_year_label(naive::date(day)),
                std::to_string(first) + '/' + two_digits(first + 1), day.year, day.month, day.day);
  }
}

TEST_CASE("the label of a day's financial year reads back as the year that holds it",
          "[base][period]") {
  std::mt19937 random(5);
  std::uniform_int_distribution<int> days(Date(1900, 1, 1).days(), Date(2100, 12, 31).days());
  for (int round = 0; round < 2000; ++round) {
    const Date date = Date::from_days(days(random));
    const std::optional<DateRange> period = parse_period(financial_year_label(date));
    REQUIRE(period.has_value());
    naive::same(*period, year_containing(YearBasis::financial, date), date);
  }
}

TEST_CASE("year bases have their names", "[base][period]") {
  CHECK(to_string(YearBasis::calendar) == "calendar");
  CHECK(to_string(YearBasis::financial) == "financial");
  CHECK(to_string(YearBasis::academic) == "academic");
}
