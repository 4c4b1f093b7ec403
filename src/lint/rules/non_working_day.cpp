// A day for something to be done on which nobody works.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void non_working_day(const LintInput& in, RuleFindings& findings) {
  const Calendar& calendar = in.partnership.calendar();
  each_promise(in, [&](const PromiseIn& promise) {
    for (const Deadline& deadline : promise.deadlines) {
      if (deadline.precision != Precision::day || !deadline.range) continue;
      const Date day = deadline.range->last();
      if (!calendar.covers().contains(day) || calendar.is_working_day(day)) continue;
      const auto holidays = calendar.holidays();
      const auto holiday = std::ranges::find(holidays, day, &Holiday::date);
      findings.report(promise, "due",
                      in_words(day) + " is " +
                          (holiday == holidays.end() ? "a " + std::string(to_string(day.weekday()))
                                                     : holiday->name),
                      "say a working day: " + in_words(add_working_days(calendar, day, -1)));
    }
  });
}
}  // namespace safegov::internal::rules
