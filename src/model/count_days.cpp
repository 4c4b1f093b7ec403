// From a clock's answer to a deadline.
// SPDX-License-Identifier: Apache-2.0

#include "model/count_days.hpp"

#include <utility>

namespace safegov::internal {

std::optional<CountedDays> count_days(const Partnership::Data& data, std::string_view id,
                                      const ClockStart& start) {
  const Clock* clock = data.clock(id);
  if (clock == nullptr) return {};
  ClockReading reading = read_clock(*clock, start, data.calendar, data.parts.calendars);
  if (reading.answers.empty()) return CountedDays{};  // said of the clock
  ClockAnswer& answer = reading.answers[0];
  using Kind = DeadlineProblem::Kind;
  const auto problem = [&](Kind kind, std::string help) {
    return CountedDays{{}, DeadlineProblem{kind, {}, std::move(answer.trouble), std::move(help)}};
  };
  switch (answer.status) {
    case ClockStatus::not_started:
      return problem(Kind::not_started, "give the day of that event, or take the row out");
    case ClockStatus::not_in_force:
      return problem(Kind::not_in_force, "name the clock that was in force then");
    case ClockStatus::outside_calendar:
      return problem(Kind::outside_calendar, "give a calendar that covers it with --calendar FILE");
    default:
      return CountedDays{answer.days, {}};
  }
}

}  // namespace safegov::internal
