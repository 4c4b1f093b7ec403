// A calendar's table as it is written: docs/calendars.md, read line by line.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/calendar.hpp>

namespace safegov::internal {

/// What a table says, before anything is counted.
struct CalendarText {
  std::string id;
  std::optional<DateRange> covers;
  std::optional<Date> provisional_from;
  std::vector<Weekday> weekend = {Weekday::saturday, Weekday::sunday};
  std::vector<Holiday> holidays;
  Diagnostics problems;  ///< by line; if there is any, the rest is not to be used
};

CalendarText read_calendar(std::string_view text, std::string name);

}  // namespace safegov::internal
