// A day for something to be done on which nobody works.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

/// `: 28 June 2019`; nothing if the calendar begins after it.
std::string working_day_before(const Calendar& calendar, Date day) {
  for (Date d = day; calendar.covers().contains(d); d = Date::from_days(d.days() - 1))
    if (calendar.is_working_day(d)) return ": " + in_words(d);
  return {};
}

}  // namespace

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
                      "say a working day" + working_day_before(calendar, day));
    }
  });
}
}  // namespace safegov::internal::rules
