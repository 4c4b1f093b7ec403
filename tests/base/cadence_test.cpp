// How often things happen: the words for it, and the stretches they make.
// SPDX-License-Identifier: Apache-2.0

#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <safegov/deadline.hpp>

#include "base/naive.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

using Kind = Cadence::Kind;

Cadence of_words(const char* text) {
  const auto cadence = parse_cadence(text);
  REQUIRE(cadence.has_value());
  return *cadence;
}

Cadence every_months(int step) {
  Cadence cadence;
  cadence.kind = Kind::every_months;
  cadence.step = step;
  return cadence;
}

Cadence every_days(int step) {
  Cadence cadence;
  cadence.kind = Kind::every_days;
  cadence.step = step;
  return cadence;
}

/// The k-th stretch of months: it ends on the day before the next one begins.
DateRange naive_months(naive::Day anchor, int step, int k) {
  const naive::Day first = naive::months_later(anchor, step * k);
  const naive::Day next = naive::months_later(anchor, step * (k + 1));
  return {naive::date(first), naive::date(naive::previous(next))};
}

DateRange naive_days(naive::Day anchor, int step, int k) {
  naive::Day day = anchor;
  for (int i = 0; i < step * k; ++i) day = naive::next(day);
  const Date first = naive::date(day);
  for (int i = 1; i < step; ++i) day = naive::next(day);
  return {first, naive::date(day)};
}

}  // namespace

TEST_CASE("the words for how often say how many times a year", "[base][cadence]") {
  struct Row {
    const char* text;
    Kind kind;
    int step;
    int times;
  };
  const std::vector<Row> rows = {
      {"weekly", Kind::every_days, 7, 52},
      {"fortnightly", Kind::every_days, 14, 26},
      {"monthly", Kind::every_months, 1, 12},
      {"every two months", Kind::every_months, 2, 6},
      {"quarterly", Kind::every_months, 3, 4},
      {"three times per year", Kind::every_months, 4, 3},
      {"three times a year", Kind::every_months, 4, 3},
      {"3 times a year", Kind::every_months, 4, 3},
      {"3 times per year", Kind::every_months, 4, 3},
      {"twice yearly", Kind::every_months, 6, 2},
      {"bi-annual", Kind::every_months, 6, 2},
      {"annual", Kind::every_months, 12, 1},
      {"Quarterly", Kind::every_months, 3, 4},
      {"Monthly", Kind::every_months, 1, 12},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    const auto cadence = parse_cadence(row.text);
    REQUIRE(cadence.has_value());
    CHECK(cadence->kind == row.kind);
    CHECK(cadence->step == row.step);
    CHECK(cadence->least == row.times);
    CHECK(cadence->most == row.times);
    CHECK(cadence->text == row.text);
    CHECK_FALSE(cadence->stretch.has_value());
  }
}

TEST_CASE("a number of times that no step of months gives is only counted", "[base][cadence]") {
  for (const char* text : {"eight times per year", "8 times a year", "8 times per year"}) {
    CAPTURE(text);
    const auto cadence = parse_cadence(text);
    REQUIRE(cadence.has_value());
    CHECK(cadence->kind == Kind::per_year);
    CHECK(cadence->step == 0);
    CHECK(cadence->least == 8);
    CHECK(cadence->most == 8);
    CHECK(cadence->text == text);
  }
}

TEST_CASE("bi-monthly is 6 or 24 times a year, and nobody can tell which", "[base][cadence]") {
  const Cadence cadence = of_words("bi-monthly");
  CHECK(cadence.kind == Kind::ambiguous);
  CHECK(cadence.step == 0);
  CHECK(cadence.least == 6);
  CHECK(cadence.most == 24);
  CHECK(of_words("bimonthly").kind == Kind::ambiguous);
}

TEST_CASE("termly is three times a year, in terms that somebody declares", "[base][cadence]") {
  const Cadence cadence = of_words("termly");
  CHECK(cadence.kind == Kind::termly);
  CHECK(cadence.step == 0);
  CHECK(cadence.least == 3);
  CHECK(cadence.most == 3);
}

TEST_CASE("regular and as required promise no number", "[base][cadence]") {
  for (const char* text : {"regular", "as required"}) {
    CAPTURE(text);
    const Cadence cadence = of_words(text);
    CHECK(cadence.kind == Kind::irregular);
    CHECK(cadence.step == 0);
    CHECK(cadence.least == 0);
    CHECK(cadence.most == 0);
    CHECK(cadence.text == text);
  }
}

TEST_CASE("a cadence can say from when to when it runs", "[base][cadence]") {
  const Cadence cadence = of_words("monthly from June 2019 to March 2020");
  CHECK(cadence.kind == Kind::every_months);
  CHECK(cadence.step == 1);
  REQUIRE(cadence.stretch.has_value());
  CHECK(*cadence.stretch == DateRange(Date(2019, 6, 1), Date(2020, 3, 31)));
}

TEST_CASE("words that say nothing about how often are no cadence", "[base][cadence]") {
  for (const char* text : {"", " ", ",", "June 2019", "June 2019, Oct 2019, Feb 2020", "2019-06-27",
                           "Strategic Leadership Group", "Autumn 2022", "????"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_cadence(text).has_value());
  }
}

TEST_CASE("hostile words are read as no cadence or an odd one, and do no harm", "[base][cadence]") {
  using namespace std::string_literals;
  for (const std::string& text :
       {std::string(100'000, 'a'), std::string(100'000, ' '), std::string(100'000, '('),
        std::string(100'000, '9') + " times a year", "\0\0\0"s, "\x01\x7f\xff"s, "quarterly\0"s,
        "0 times a year"s, "-3 times a year"s, "1000000 times a year"s,
        "99999999999999999999 times a year"s, "every 0 months"s, "every -1 months"s,
        "every 99999999999999999999 months"s, "every months"s, " times a year"s,
        "monthly from March 2020 to June 2019"s, "monthly from to"s,
        "\xe2\x80\x93\xe2\x80\x93 monthly \xc3\xa9"s}) {
    CAPTURE(text.size());
    const auto cadence = parse_cadence(text);
    if (!cadence) continue;
    CHECK(cadence->step >= 0);
    CHECK(cadence->least >= 0);
    CHECK(cadence->most >= 0);
    CHECK(text.find(cadence->text) != std::string::npos);
  }
  CHECK_FALSE(parse_cadence(std::string(100'000, 'a')).has_value());
}

TEST_CASE("the stretches of a quarterly cadence are quarters from the anchor", "[base][cadence]") {
  const Cadence quarterly = of_words("quarterly");
  const Date april(2019, 4, 1);
  CHECK(occurrence(quarterly, april, 0) == DateRange(Date(2019, 4, 1), Date(2019, 6, 30)));
  CHECK(occurrence(quarterly, april, 1) == DateRange(Date(2019, 7, 1), Date(2019, 9, 30)));
  CHECK(occurrence(quarterly, april, 3) == DateRange(Date(2020, 1, 1), Date(2020, 3, 31)));
  CHECK(occurrence(quarterly, april, 11) == DateRange(Date(2022, 1, 1), Date(2022, 3, 31)));
}

TEST_CASE("the stretches of a weekly cadence are weeks from the anchor", "[base][cadence]") {
  const Cadence weekly = of_words("weekly");
  CHECK(occurrence(weekly, Date(2019, 12, 25), 0) ==
        DateRange(Date(2019, 12, 25), Date(2019, 12, 31)));
  CHECK(occurrence(weekly, Date(2019, 12, 25), 1) == DateRange(Date(2020, 1, 1), Date(2020, 1, 7)));
  CHECK(occurrence(of_words("fortnightly"), Date(2020, 2, 20), 1) ==
        DateRange(Date(2020, 3, 5), Date(2020, 3, 18)));
}

TEST_CASE("a monthly cadence from the 31st is on the last of short months and then back",
          "[base][cadence]") {
  const Cadence monthly = of_words("monthly");
  const Date anchor(2019, 1, 31);
  CHECK(occurrence(monthly, anchor, 0) == DateRange(Date(2019, 1, 31), Date(2019, 2, 27)));
  CHECK(occurrence(monthly, anchor, 1) == DateRange(Date(2019, 2, 28), Date(2019, 3, 30)));
  CHECK(occurrence(monthly, anchor, 2) == DateRange(Date(2019, 3, 31), Date(2019, 4, 29)));
  CHECK(occurrence(monthly, anchor, 13).first() == Date(2020, 2, 29));
}

TEST_CASE("the k-th stretch is counted from the anchor, for every anchor day of eight years",
          "[base][cadence]") {
  int compared = 0;
  for (naive::Day anchor{2017, 1, 1}; anchor.year <= 2024; anchor = naive::next(anchor)) {
    const Date date = naive::date(anchor);
    for (const int step : {1, 2, 3, 4, 6, 12}) {
      const Cadence cadence = every_months(step);
      for (const int k : {0, 1, 2, 5, 11, 12}) {
        naive::same(occurrence(cadence, date, k), naive_months(anchor, step, k), date, step, k);
        ++compared;
      }
    }
  }
  CHECK(compared == 2922 * 36);
}

TEST_CASE("random stretches agree with a walk", "[base][cadence]") {
  std::mt19937 random(11);
  std::uniform_int_distribution<int> anchors(Date(1900, 1, 1).days(), Date(2100, 12, 31).days());
  std::uniform_int_distribution<int> month_steps(1, 30);
  std::uniform_int_distribution<int> day_steps(1, 40);
  std::uniform_int_distribution<int> ks(0, 60);
  for (int round = 0; round < 1500; ++round) {
    const Date anchor = Date::from_days(anchors(random));
    const int k = ks(random);
    const int months = month_steps(random);
    naive::same(occurrence(every_months(months), anchor, k),
                naive_months(naive::day(anchor), months, k), anchor, months, k);
    const int days = day_steps(random);
    naive::same(occurrence(every_days(days), anchor, k), naive_days(naive::day(anchor), days, k),
                anchor, days, k);
  }
}

TEST_CASE("stretches from a month's end never overlap or leave a gap over twenty years",
          "[base][cadence]") {
  int compared = 0;
  for (naive::Day anchor{2019, 1, 28}; anchor.year <= 2020; anchor = naive::next(anchor)) {
    if (anchor.day < 28) continue;
    const Date date = naive::date(anchor);
    for (const int step : {1, 2, 3, 4, 6, 12}) {
      const Cadence cadence = every_months(step);
      Date next = date;
      for (int k = 0; k < 240 / step; ++k) {
        const DateRange stretch = occurrence(cadence, date, k);
        naive::same(stretch.first(), next, date, step, k);
        next = add_days(stretch.last(), 1);
        ++compared;
      }
      naive::same(next, naive::date(naive::months_later(anchor, 240)), date, step);
    }
    Date next = date;
    for (int k = 0; k < 20 * 26; ++k) {
      const DateRange stretch = occurrence(every_days(14), date, k);
      naive::same(stretch.first(), next, date, k);
      next = add_days(stretch.last(), 1);
    }
  }
  CHECK(compared > 40'000);
}

TEST_CASE("a cadence without a step has no k-th stretch", "[base][cadence]") {
  for (const char* text :
       {"bi-monthly", "termly", "eight times per year", "regular", "as required"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(occurrence(of_words(text), Date(2019, 4, 1), 0), std::invalid_argument);
    CHECK_THROWS_AS(occurrence(of_words(text), Date(2019, 4, 1), 3), std::invalid_argument);
  }
  CHECK_THROWS_AS(occurrence(Cadence{}, Date(2019, 4, 1), 0), std::invalid_argument);
  CHECK_THROWS_AS(occurrence(every_months(0), Date(2019, 4, 1), 0), std::invalid_argument);
  CHECK_THROWS_AS(occurrence(every_days(0), Date(2019, 4, 1), 0), std::invalid_argument);
}

TEST_CASE("there is no stretch before the anchor and none past the year 9999", "[base][cadence]") {
  constexpr int int_max = std::numeric_limits<int>::max();
  constexpr int int_min = std::numeric_limits<int>::min();
  for (const Cadence& cadence : {every_months(1), every_months(12), every_days(7)}) {
    CAPTURE(cadence.step);
    for (const int k : {-1, -2, int_min, int_max, int_max / 2, 1'000'000'000, 5'000'000}) {
      CAPTURE(k);
      CHECK_THROWS_AS(occurrence(cadence, Date(2019, 4, 1), k), std::invalid_argument);
    }
  }
  CHECK_THROWS_AS(occurrence(every_months(1), Date(9999, 12, 1), 1), std::invalid_argument);
  CHECK_THROWS_AS(occurrence(every_days(7), Date(9999, 12, 25), 1), std::invalid_argument);
  CHECK_THROWS_AS(occurrence(every_months(int_max), Date(2019, 4, 1), int_max),
                  std::invalid_argument);
  CHECK(occurrence(every_months(1), Date(9999, 10, 1), 1) ==
        DateRange(Date(9999, 11, 1), Date(9999, 11, 30)));
}

TEST_CASE("kinds of cadence have their names", "[base][cadence]") {
  CHECK(to_string(Kind::termly) == "termly");
  CHECK(to_string(Kind::ambiguous) == "ambiguous");
  CHECK(to_string(Kind::irregular) == "irregular");
}
