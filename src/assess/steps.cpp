// The days that a report over time shows.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <stdexcept>

#include <safegov/timeline.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<Step>() {
  static constexpr std::array<std::string_view, 4> words{"day", "week", "month", "meeting"};
  return words;
}

namespace {

/// How many days are left of the step that a day lies in.
int days_left(Date day, Step step) {
  switch (step) {
    case Step::day:
      return 0;
    case Step::week:
      return static_cast<int>(Weekday::sunday) - static_cast<int>(day.weekday());
    case Step::month:
    case Step::meeting:
      break;
  }
  return days_in_month(day.year(), day.month()) - day.day();
}

}  // namespace

std::vector<Date> steps(DateRange range, Step step) {
  if (step == Step::meeting) throw std::invalid_argument("meetings have no spacing");
  std::vector<Date> days{range.first()};
  while (days.back() < range.last()) {
    const int next = days_left(days.back(), step) + 1;
    const int left = range.last().days() - days.back().days();
    days.push_back(add_days(days.back(), std::min(next, left)));
  }
  return days;
}

}  // namespace safegov
