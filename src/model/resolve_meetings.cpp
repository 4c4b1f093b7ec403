// The meetings that bodies name, and the deadlines that are bound to them.
// SPDX-License-Identifier: Apache-2.0

#include "model/resolve_meetings.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/findings.hpp"
#include "model/subject.hpp"

namespace safegov::internal {

void resolve_meetings(Partnership::Data& data, Diagnostics& found) {
  Findings findings(data.parts.provenance, found);
  const auto& bodies = data.parts.arrangements.bodies;
  data.first_meeting.reserve(bodies.size() + 1);
  for (std::uint32_t i = 0; i < bodies.size(); ++i) {
    const auto first = static_cast<std::uint32_t>(data.meetings.size());
    data.first_meeting.push_back(first);
    const Body& body = bodies[i];
    if (body.meets.empty()) continue;
    const auto report = [&](const codes::Known& code, std::string message, std::string help) {
      findings.report(code, std::move(message), findings.where(body, "meets"),
                      "bodies[" + std::to_string(i) + "].meets", std::move(help));
    };
    Deadlines meets = parse_deadlines(body.meets, data.meeting_context);
    for (DeadlineProblem& problem : meets.problems)
      if (problem.kind == DeadlineProblem::Kind::impossible)
        report(codes::impossible_deadline, std::move(problem.message), std::move(problem.help));
    std::vector<std::string> keys;
    for (Deadline& meeting : meets.deadlines) {
      if (!meeting.range) continue;
      const std::string key = deadline_key(meeting);
      if (std::ranges::count(keys, key) != 0)
        report(codes::duplicate_id, "two meetings are called " + in_quotes(body.id + "@" + key),
               "give each date once");
      keys.push_back(key);
      if ((body.from && meeting.range->last() < *body.from) ||
          (body.until && *body.until < meeting.range->first())) {
        const bool early = body.from && meeting.range->last() < *body.from;
        auto& d = findings.report(
            codes::meeting_outside_life,
            "'" + body.label() + "' has a meeting in " + in_quotes(meeting.text) +
                (early ? ", before it began on " + iso(*body.from)
                       : ", after it ended on " + iso(*body.until)),
            findings.where(body, "meets"), "bodies[" + std::to_string(i) + "].meets",
            "correct the meeting, or when the body began or ended");
        Findings::relate(d, findings.where(body, early ? "from" : "until"), "its life");
      }
      data.meetings.push_back({BodyId{i}, std::move(meeting)});
    }
  }
  data.first_meeting.push_back(static_cast<std::uint32_t>(data.meetings.size()));
}

MeetingId bind_to_meeting(const Partnership::Data& data, BodyId body, const Deadline& words,
                          const Span& at, const std::string& path, Diagnostics& found) {
  const auto meetings = meetings_in(data, body, *words.range);
  if (meetings.size() == 1) return meetings[0];
  Findings findings(data.parts.provenance, found);
  const Body& who = data.parts.arrangements.bodies[body.index];
  const std::string label = "'" + who.label() + "'";
  const auto relate = [&](Diagnostic& d) {
    Findings::relate(d, findings.where(who, "meets"), "when it meets");
  };
  if (!meetings.empty()) {
    std::vector<std::string_view> dates;
    for (const MeetingId id : meetings) dates.push_back(data.meetings[id.index].scheduled.text);
    relate(findings.report(codes::unclear_subject,
                           label + " meets more than once in " + in_quotes(words.text), at, path,
                           "write which one is meant: " + alternatives(dates)));
    return {};
  }
  std::vector<std::string_view> dates;
  for (const Meeting& meeting : data.meetings_of(body))
    if (dates.size() < 12) dates.push_back(meeting.scheduled.text);
  relate(findings.report(codes::unknown_reference,
                         label + " has no meeting in " + in_quotes(words.text), at, path,
                         dates.empty() ? "list its meetings under 'meets': 'June 2019, 9 Oct 2019'"
                                       : "it meets in " + alternatives(dates, "and")));
  return {};
}

}  // namespace safegov::internal
