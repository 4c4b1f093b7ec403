// Reads days, months and years in the forms that boards print.
// SPDX-License-Identifier: Apache-2.0

#include "base/written_days.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace safegov::internal {
namespace {

// Two figures are a year of this century: nothing here is older than the plans themselves.
constexpr int century = 2000;

constexpr std::array<std::string_view, 12> month_words = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

bool is_separator(const Token& token) { return token.is("/") || token.is("-") || token.is("."); }

// `Jun` of `June`; `Sept` has four letters.
bool abbreviates(std::string_view word, std::string_view name) {
  return word == name || (word.size() == 3 && name.starts_with(word)) ||
         (word == "sept" && name == "september");
}

std::optional<Weekday> take_weekday(Cursor& cursor) {
  for (int day = 0; day < 7; ++day) {
    const auto weekday = static_cast<Weekday>(day);
    const std::string_view name = to_string(weekday);
    const std::string_view word = cursor.peek().lower;
    // `Fri`, `Tues`, `Thurs`
    if (word.size() < 3 || word.size() == name.size() - 1 || !name.starts_with(word)) continue;
    cursor.skip();
    if (cursor.peek().is(".") || cursor.peek().is(",")) cursor.skip();
    return weekday;
  }
  return {};
}

std::string capitalised(Weekday weekday) {
  std::string name(to_string(weekday));
  name.front() = static_cast<char>(name.front() - 'a' + 'A');
  return name;
}

// The year after a month: four figures, or two, of which an apostrophe may stand for the rest.
std::optional<int> take_year(Cursor& cursor) {
  Cursor after = cursor;
  after.take("'");
  const Token& token = after.peek();
  // `Oct 19th` is a day, and `17:00` a time.
  const bool attached =
      !after.peek(1).spaced && (after.peek(1).kind == TokenKind::word || after.peek(1).is(":"));
  if (attached || (!token.has_digits(2) && !token.has_digits(4))) return {};
  after.skip();
  cursor = after;
  return token.length() == 2 ? century + token.value : token.value;
}

void skip_ordinal(Cursor& cursor) { cursor.take_any({"st", "nd", "rd", "th"}); }

// `17:00`, `at 5.30 pm`, `5pm`, `noon`: kept in the words, of no weight to a civil date.
bool take_time(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) {
    if (at.peek().is("at") || at.peek().is(",") || at.peek().is("t")) at.skip();
    if (at.take("noon") || at.take("midnight")) return true;
    if (at.peek().kind != TokenKind::number || at.peek().value > 24) return false;
    at.skip();
    const bool minutes = (at.peek().is(":") || at.peek().is(".")) && at.peek(1).has_digits(2);
    if (minutes) at.skip(2);
    // `28.06.` is the next day of a list.
    const bool goes_on = is_separator(at.peek()) && at.peek(1).kind == TokenKind::number;
    const bool half = at.take("am") || at.take("pm");
    return (minutes || half) && !goes_on;
  });
}

WrittenDay day_of(int year, int month, int day, std::string_view written) {
  if (month < 1 || month > 12) {
    return {{}, in_quotes(written) + " has no month '" + std::to_string(month) + "'"};
  }
  if (year < 1400 || year > 9999) return {{}, in_quotes(written) + " is in no year we can count"};
  const int length = days_in_month(year, month);
  if (day < 1 || day > length) {
    return {{},
            in_quotes(written) + " is no day: " + std::string(month_name(month)) + " " +
                std::to_string(year) + " has " + std::to_string(length) + " days"};
  }
  return {Date(year, month, day), {}};
}

// 2019-06-27: the year first, when it has four figures
std::optional<WrittenDay> take_iso_day(Cursor& cursor) {
  const Cursor start = cursor;
  const bool fits = cursor.peek().has_digits(4) && is_separator(cursor.peek(1)) &&
                    cursor.peek(2).kind == TokenKind::number && cursor.peek(2).length() <= 2 &&
                    cursor.peek(3).is(cursor.peek(1).lower) &&
                    cursor.peek(4).kind == TokenKind::number && cursor.peek(4).length() <= 2 &&
                    !cursor.peek(1).spaced;
  if (!fits) return {};
  cursor.skip(5);
  return day_of(start.peek().value, start.peek(2).value, start.peek(4).value,
                cursor.written_since(start));
}

// By 31/12/2016 [docsbay action plan]; 27/7/24, 26/03/25 [003, 004]: never month first
std::optional<WrittenDay> take_numeric_day(Cursor& cursor) {
  const Cursor start = cursor;
  const Token& year = start.peek(4);
  const bool fits = start.peek().kind == TokenKind::number && start.peek().length() <= 2 &&
                    is_separator(start.peek(1)) && start.peek(2).kind == TokenKind::number &&
                    start.peek(2).length() <= 2 && start.peek(3).is(start.peek(1).lower) &&
                    (year.has_digits(2) || year.has_digits(4));
  if (!fits) return {};
  cursor.skip(5);
  return day_of(year.length() == 2 ? century + year.value : year.value, start.peek(2).value,
                start.peek().value, cursor.written_since(start));
}

// 25 th March 2015 [003]; Friday 5 November 2021; 5-Nov-21, as Excel writes
std::optional<WrittenDay> take_worded_day(Cursor& cursor) {
  const Cursor start = cursor;
  const auto day_and_month = take_day_of_year(cursor);
  if (!day_and_month) return {};
  const bool joined = cursor.peek().is("-") || cursor.peek().is("/") || cursor.peek().is(",");
  if (joined) cursor.skip();
  const auto year = take_year(cursor);
  if (!year) return {};
  return day_of(*year, day_and_month->month, day_and_month->day, cursor.written_since(start));
}

// 10/2019
std::optional<WrittenMonth> take_numeric_month(Cursor& cursor) {
  const Token& month = cursor.peek();
  const Token& year = cursor.peek(2);
  const bool fits = month.kind == TokenKind::number && month.length() <= 2 &&
                    is_separator(cursor.peek(1)) && year.has_digits(4);
  if (!fits) return {};
  cursor.skip(3);
  return WrittenMonth{month.value, year.value};
}

// An end of a range, as far as it was written.
struct End {
  std::optional<int> year;
  std::optional<int> month;
  std::optional<int> day;
  std::string why_not;
};

std::optional<End> take_end(Cursor& cursor) {
  if (const auto day = take_day(cursor)) {
    if (!day->date) return End{{}, {}, {}, day->why_not};
    return End{day->date->year(), day->date->month(), day->date->day(), {}};
  }
  if (const auto day = take_day_of_year(cursor)) return End{{}, day->month, day->day, {}};
  if (const auto month = take_month(cursor)) return End{month->year, month->month, {}, {}};
  if (cursor.peek().kind != TokenKind::number || cursor.peek().length() > 2) return {};
  const int day = cursor.peek().value;
  cursor.skip();
  skip_ordinal(cursor);
  return End{{}, {}, day, {}};
}

// `June/July 2012`: a stroke joins months only; elsewhere it stands between alternatives.
bool take_joint(Cursor& cursor, const End& first) {
  if (take_range_joint(cursor)) return true;
  const bool month_alone = first.month && !first.day && !first.year;
  return month_alone && (cursor.take("/") || cursor.take("or"));
}

// Gives the first end what was only written at the last: `January to March 2014`. In
// `November to February 2020` the first month lies in the year before.
bool complete(End& first, const End& last) {
  if (!last.year || !last.month) return false;
  if (!first.month) {
    if (!last.day) return false;
    first.month = last.month;
  }
  if (!first.year) {
    const bool later =
        *first.month > *last.month ||
        (*first.month == *last.month && first.day.value_or(1) > last.day.value_or(31));
    first.year = later && first.month != last.month ? *last.year - 1 : *last.year;
  }
  return true;
}

// The days an end stands for: one, or a whole month.
WrittenRange days_of(const End& end, std::string_view written) {
  const WrittenDay day = day_of(*end.year, *end.month, end.day.value_or(1), written);
  if (!day.date) return {{}, day.why_not};
  return {end.day ? DateRange(*day.date) : month_of(*end.year, *end.month), {}};
}

WrittenRange range_between(const End& first, const End& last, std::string_view written) {
  const WrittenRange begin = days_of(first, written);
  const WrittenRange end = days_of(last, written);
  if (!begin.range || !end.range) return begin.range ? end : begin;
  if (end.range->last() < begin.range->first()) {
    return {{}, in_quotes(written) + " ends before it begins"};
  }
  return {DateRange(begin.range->first(), end.range->last()), {}};
}

// How many letters to add, drop, change or swap with a neighbour; the words are short.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> cost(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        cost[i][j] = i + j;
        continue;
      }
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1,
                             cost[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[a.size()][b.size()];
}

}  // namespace

std::optional<int> take_month_name(Cursor& cursor) {
  for (int month = 1; month <= 12; ++month) {
    if (!abbreviates(cursor.peek().lower, month_words[static_cast<std::size_t>(month - 1)]))
      continue;
    cursor.skip();
    if (cursor.peek().is(".") && !cursor.peek().spaced) cursor.skip();
    return month;
  }
  return {};
}

std::optional<DayOfYear> take_day_of_year(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<DayOfYear> {
    const Token& day = at.peek();
    if (day.kind != TokenKind::number || day.length() > 2) return {};
    at.skip();
    skip_ordinal(at);
    const bool joined = at.peek().is("of") || at.peek().is("-") || at.peek().is("/");
    if (joined) at.skip();
    const auto month = take_month_name(at);
    if (!month) return {};
    return DayOfYear{*month, day.value};
  });
}

std::optional<WrittenDay> take_day(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<WrittenDay> {
    const auto weekday = take_weekday(at);
    at.take("the");
    const Cursor start = at;
    auto day = attempt(at, take_iso_day);
    if (!day) day = attempt(at, take_numeric_day);
    if (!day) day = attempt(at, take_worded_day);
    if (!day) return {};
    if (day->date && weekday && day->date->weekday() != *weekday) {
      day->why_not = in_quotes(at.written_since(start)) + " is a " +
                     capitalised(day->date->weekday()) + ", not a " + capitalised(*weekday);
      day->date.reset();
    }
    take_time(at);
    return day;
  });
}

std::optional<WrittenMonth> take_month(Cursor& cursor) {
  if (const auto numeric = take_numeric_month(cursor)) return numeric;
  const auto month = take_month_name(cursor);
  if (!month) return {};
  const auto year = attempt(cursor, [](Cursor& at) {
    const bool attached = !at.peek().spaced && !at.peek(1).spaced;
    if (attached && (at.take("-") || at.take("/"))) return take_year(at);
    // In `June 20 Oct 2019` the 20 is the day of the next date.
    Cursor next = at;
    next.skip();
    if (at.peek().has_digits(2) && take_month_name(next) && next.peek().has_digits(4)) {
      return std::optional<int>();
    }
    // `June, 2019`; but the 20 of `June, 20 October 2019` is a day.
    if (at.peek().is(",") && at.peek(1).has_digits(4)) at.skip();
    return take_year(at);
  });
  return WrittenMonth{*month, year};
}

std::optional<YearLabel> take_year_label(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<YearLabel> {
    const Cursor start = at;
    if (at.peek().kind != TokenKind::number) return {};
    const Token& joint = at.peek(1);
    if ((joint.is("/") || joint.is("-")) && at.peek(2).kind == TokenKind::number) {
      Cursor longer = at;
      longer.skip(3);
      if (auto label = parse_year_label(longer.written_since(start))) {
        at = longer;
        return label;
      }
    }
    at.skip();
    return parse_year_label(at.written_since(start));
  });
}

std::optional<WrittenRange> take_range(Cursor& cursor) {
  return attempt(cursor, [](Cursor& at) -> std::optional<WrittenRange> {
    const bool between = at.take("between");
    if (!between) at.take("from");
    const Cursor start = at;
    auto first = take_end(at);
    if (!first || !(between ? at.take("and") : take_joint(at, *first))) return {};
    const auto last = take_end(at);
    if (!last) return {};
    if (!first->why_not.empty()) return WrittenRange{{}, first->why_not};
    if (!last->why_not.empty()) return WrittenRange{{}, last->why_not};
    if (!complete(*first, *last)) return {};
    return range_between(*first, *last, at.written_since(start));
  });
}

bool take_range_joint(Cursor& cursor) {
  return cursor.take_any({"to", "until", "till", "through", "-"}).has_value();
}

int nearest_month(std::string_view word) {
  constexpr std::size_t longest = 12;
  if (word.size() < 3 || word.size() > longest) return 0;
  const std::string wanted = lower(word);
  int nearest = 0;
  std::size_t least = word.size() <= 5 ? 2 : 3;  // one slip in a short word, two in a long one
  for (int month = 1; month <= 12; ++month) {
    const std::size_t slips = distance(wanted, month_words[static_cast<std::size_t>(month - 1)]);
    if (slips < least) {
      least = slips;
      nearest = month;
    }
  }
  return nearest;
}

}  // namespace safegov::internal
