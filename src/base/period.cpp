// Years and quarters, and the labels that documents give them.
// SPDX-License-Identifier: Apache-2.0

#include <stdexcept>

#include <safegov/period.hpp>

#include "base/words.hpp"
#include "base/written_days.hpp"

namespace safegov {
namespace {

using internal::Cursor;
using internal::Token;
using internal::TokenKind;

// A number outside these is no year of a plan: a reference, a sum or a slip of the keyboard.
constexpr int least_label = 1800;
constexpr int greatest_label = 2199;
// `2019-06` is not a label of 87 years.
constexpr int most_years = 25;

int first_month(YearBasis basis) {
  switch (basis) {
    case YearBasis::calendar:
      return 1;
    case YearBasis::financial:
      return 4;
    case YearBasis::academic:
      return 9;
  }
  throw std::invalid_argument("there is no such basis of years");
}

// The next year after `first` that ends in these figures: 22 after 2021 is 2022, 0 after 2019 is
// 2020.
int year_after(int first, const Token& figures) {
  if (figures.length() == 4) return figures.value;
  const int size = figures.length() == 1 ? 10 : 100;
  const int year = first - first % size + figures.value;
  return year > first ? year : year + size;
}

// 25/26: both years with two figures. Only years that follow each other, because `10/12` is more
// likely a day.
std::optional<YearLabel> short_label(const Token& first, const Token& second) {
  if (!second.has_digits(2) || (first.value + 1) % 100 != second.value) return {};
  return YearLabel{.first = 2000 + first.value, .years = 1, .single = false};
}

std::optional<YearLabel> joined_label(const Token& first, const Token& second) {
  if (first.has_digits(2)) return short_label(first, second);
  const bool known = second.has_digits(1) || second.has_digits(2) || second.has_digits(4);
  if (!first.has_digits(4) || !known) return {};
  const int years = year_after(first.value, second) - first.value;
  if (years < 1 || years > most_years) return {};
  return YearLabel{.first = first.value, .years = years, .single = false};
}

bool in_range(const YearLabel& label) {
  return least_label <= label.first && label.first <= greatest_label;
}

}  // namespace

DateRange year_of(YearBasis basis, int year) {
  const Date first(year, first_month(basis), 1);
  const Date last_month = add_months(first, 11);
  return {first, month_of(last_month.year(), last_month.month()).last()};
}

DateRange year_containing(YearBasis basis, Date date) {
  return year_of(basis, date.month() < first_month(basis) ? date.year() - 1 : date.year());
}

DateRange quarter_of(int year, int quarter) {
  if (quarter < 1 || quarter > 4) {
    throw std::invalid_argument("'" + std::to_string(quarter) +
                                "' is no quarter: it must be 1 to 4");
  }
  const Date first = add_months(year_of(YearBasis::financial, year).first(), 3 * (quarter - 1));
  const Date last_month = add_months(first, 2);
  return {first, month_of(last_month.year(), last_month.month()).last()};
}

std::optional<YearLabel> parse_year_label(std::string_view text) {
  if (text.size() > internal::longest_text) return {};
  const internal::Words words(text);
  Cursor cursor = words.begin();
  const Token first = cursor.peek();
  if (first.kind != TokenKind::number) return {};
  cursor.skip();
  std::optional<YearLabel> label;
  if (cursor.at_end()) {
    if (first.has_digits(4)) label = YearLabel{.first = first.value};
  } else if (cursor.take("/") || cursor.take("-")) {
    const Token second = cursor.peek();
    cursor.skip();
    if (second.kind == TokenKind::number && cursor.at_end()) label = joined_label(first, second);
  }
  return label && in_range(*label) ? label : std::nullopt;
}

DateRange range_of(const YearLabel& label, YearBasis basis) {
  if (label.years < 1) throw std::invalid_argument("a year label must span a year or more");
  const YearBasis meant = label.single ? YearBasis::calendar : basis;
  return {year_of(meant, label.first).first(),
          year_of(meant, label.first + label.years - 1).last()};
}

std::optional<DateRange> parse_period(std::string_view text) {
  if (const auto label = parse_year_label(text)) return range_of(*label, YearBasis::financial);
  if (text.size() > internal::longest_text) return {};
  const internal::Words words(text);
  Cursor cursor = words.begin();
  const auto written = internal::take_range(cursor);
  return written && cursor.at_end() ? written->range : std::nullopt;
}

std::string financial_year_label(Date date) {
  const int year = year_containing(YearBasis::financial, date).first().year();
  const std::string next = std::to_string((year + 1) % 100);
  return std::to_string(year) + "/" + (next.size() == 1 ? "0" + next : next);
}

std::string_view to_string(YearBasis basis) noexcept {
  switch (basis) {
    case YearBasis::calendar:
      return "calendar";
    case YearBasis::financial:
      return "financial";
    case YearBasis::academic:
      return "academic";
  }
  return "calendar";
}

}  // namespace safegov
