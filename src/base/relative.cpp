// Counts from the document's date, and from nothing else.
// SPDX-License-Identifier: Apache-2.0

#include "base/relative.hpp"

#include <string>
#include <string_view>

namespace safegov::internal {
namespace {

enum class Unit : std::uint8_t { working_days, days, weeks, months, years };

struct Distance {
  int count = 0;
  Unit unit = Unit::days;
  bool roughly = false;
};

std::optional<Unit> take_unit(Cursor& cursor) {
  if (cursor.take_any({"working days", "working day", "business days", "business day"})) {
    return Unit::working_days;
  }
  if (cursor.take_any({"calendar days", "days", "day's", "day"})) return Unit::days;
  if (cursor.take_any({"weeks", "week's", "week"})) return Unit::weeks;
  if (cursor.take_any({"calendar months", "months", "month's", "month"})) return Unit::months;
  if (cursor.take_any({"years", "year's", "year"})) return Unit::years;
  return {};
}

// approximately two years' time [003:664]; three months [004:56]; a fortnight
std::optional<Distance> take_distance(Cursor& cursor) {
  Distance distance;
  distance.roughly =
      cursor.take_any({"approximately", "approx", "around", "about", "roughly"}).has_value();
  cursor.take(".");  // approx.
  if (cursor.take_phrase("a fortnight")) {
    distance.count = 2;
    distance.unit = Unit::weeks;
  } else {
    const auto count = cursor.take_any({"a", "an"}) ? std::optional(1) : take_count(cursor);
    if (!count) return {};
    const auto unit = take_unit(cursor);
    if (!unit) return {};
    distance.count = *count;
    distance.unit = *unit;
  }
  cursor.take("'");
  cursor.take("time");
  return distance;
}

Date moved(Date anchor, const Distance& distance, const Calendar* calendar) {
  switch (distance.unit) {
    case Unit::working_days:
      return add_working_days(*calendar, anchor, distance.count);
    case Unit::days:
      return add_days(anchor, distance.count);
    case Unit::weeks:
      return add_days(anchor, 7 * distance.count);
    case Unit::months:
      return add_months(anchor, distance.count);
    case Unit::years:
      return add_months(anchor, 12 * distance.count);
  }
  return anchor;
}

Reading no_anchor(std::string_view written) {
  return lacking(in_quotes(written) + " counts from a date that is not given",
                 "give the document's date, or write the day itself");
}

// `in` names a day; `within` and `over the next` a stretch that begins with the document.
std::optional<Reading> distance_form(Cursor& cursor, const DeadlineContext& context) {
  const Cursor start = cursor;
  const bool stretch = cursor
                           .take_any({"within the next", "over the next", "in the next",
                                      "during the next", "within", "over the coming"})
                           .has_value();
  if (!stretch && !cursor.take("in")) return {};
  const auto distance = take_distance(cursor);
  if (!distance) return {};
  const std::string_view written = cursor.written_since(start);
  if (!context.anchor) return no_anchor(written);
  if (distance->unit == Unit::working_days && context.calendar == nullptr) {
    return lacking(in_quotes(written) + " counts working days, and no calendar is given",
                   "name a calendar, such as 'england-and-wales'");
  }
  const Date day = moved(*context.anchor, *distance, context.calendar);
  Reading reading = stretch ? dated(DateRange(*context.anchor, day), Precision::range)
                            : dated(DateRange(day), Precision::day);
  // An approximate day is still judged as that day; that it is approximate stays with it.
  if (distance->roughly) reading.condition = "approximately";
  return reading;
}

// next month; this quarter
std::optional<Reading> neighbour_form(Cursor& cursor, const DeadlineContext& context) {
  const Cursor start = cursor;
  cursor.take("the");
  const bool next = cursor.take_any({"next", "coming", "following"}).has_value();
  if (!next && !cursor.take_any({"this", "current"})) return {};
  const bool quarter = cursor.take("quarter");
  if (!quarter && !cursor.take("month")) return {};
  if (!context.anchor) return no_anchor(cursor.written_since(start));
  if (!quarter) {
    const Date first(context.anchor->year(), context.anchor->month(), 1);
    const Date month = add_months(first, next ? 1 : 0);
    return dated(month_of(month.year(), month.month()), Precision::month);
  }
  const DateRange year = year_containing(YearBasis::financial, *context.anchor);
  const int months = (context.anchor->year() - year.first().year()) * 12 + context.anchor->month() -
                     year.first().month();
  const Date first = add_months(year.first(), (months / 3 + (next ? 1 : 0)) * 3);
  return dated(DateRange(first, add_days(add_months(first, 3), -1)), Precision::quarter);
}

}  // namespace

std::optional<Reading> relative_form(Cursor& cursor, const DeadlineContext& context) {
  if (auto reading = attempt(cursor, [&](Cursor& at) { return distance_form(at, context); })) {
    return reading;
  }
  return neighbour_form(cursor, context);
}

}  // namespace safegov::internal
