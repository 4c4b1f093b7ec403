// A date on which its receiver does not meet.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <span>
#include <string>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

std::span<const Meeting> meetings_around(const LintInput& in, BodyId body, const DateRange& days) {
  const auto meetings = in.partnership.meetings(body);
  // Of what lies outside the meetings that are known nothing can be said.
  const auto before = [&](const Meeting& m) { return m.scheduled.range->first() <= days.last(); };
  const auto after = [&](const Meeting& m) { return days.first() <= m.scheduled.range->last(); };
  if (std::ranges::none_of(meetings, before) || std::ranges::none_of(meetings, after)) return {};
  return meetings;
}

/// The words of the first meeting that begins after a day; there is one.
const std::string& next_after(std::span<const Meeting> meetings, Date day) {
  const Meeting* next = nullptr;
  for (const Meeting& meeting : meetings)
    if (meeting.scheduled.range->first() > day &&
        (next == nullptr || meeting.scheduled.range < next->scheduled.range))
      next = &meeting;
  return next->scheduled.text;
}

}  // namespace

void off_cycle(const LintInput& in, RuleFindings& findings) {
  constexpr int longest = 31;  // a quarter or a year has room for any meeting
  each_promise(in, [&](const PromiseIn& promise) {
    const Body* to = in.body(promise.resolved.to);
    if (to == nullptr) return;
    for (std::uint32_t n = 0; n < promise.deadlines.size(); ++n) {
      const Deadline& deadline = promise.deadlines[n];
      if (!deadline.range || deadline.range->length() > longest) continue;
      if (in.partnership.meeting_of({promise.id, n})) continue;
      const auto meetings = meetings_around(in, promise.resolved.to, *deadline.range);
      const bool meets = std::ranges::any_of(meetings, [&](const Meeting& meeting) {
        const DateRange& days = *meeting.scheduled.range;
        return days.first() <= deadline.range->last() && deadline.range->first() <= days.last();
      });
      if (meetings.empty() || meets) continue;
      auto& d = findings.report(promise, "due",
                                "'" + to->id + "' does not meet in " + in_quotes(deadline.text),
                                "bind it to a meeting: 'due: " + to->id + " of " +
                                    next_after(meetings, deadline.range->last()) + "'");
      findings.relate(d, *to, "meets", "when it meets");
    }
  });
}
}  // namespace safegov::internal::rules
