// Words to days, and how long from one day to another.
// SPDX-License-Identifier: Apache-2.0

#include "registers/when.hpp"

#include <safegov/deadline.hpp>

#include "base/text.hpp"

namespace safegov::internal {

std::optional<DateRange> days_of_words(std::string_view words) {
  const auto meant = parse_deadlines(words).deadlines;
  return meant.size() == 1 ? meant[0].range : std::nullopt;
}

int months_between(Date from, Date to) {
  if (to <= from) return 0;
  int months = (to.year() - from.year()) * 12 + static_cast<int>(to.month()) -
               static_cast<int>(from.month());
  while (months > 0 && add_months(from, months) > to) --months;
  return months;
}

std::string months_in_words(int months) {
  if (months < 12) return counted(months, "month");
  std::string text = counted(months / 12, "year");
  if (months % 12 != 0) text += " " + counted(months % 12, "month");
  return text;
}

std::optional<std::string_view> weekend_day(Date date) {
  if (date.weekday() == Weekday::saturday) return "Saturday";
  if (date.weekday() == Weekday::sunday) return "Sunday";
  return {};
}

bool known_by(std::optional<Date> happened, std::optional<Date> told, Date as_at,
              std::optional<Date> known_at) {
  if (!happened || *happened > as_at) return false;
  return !known_at || (told ? *told : *happened) <= *known_at;
}

}  // namespace safegov::internal
