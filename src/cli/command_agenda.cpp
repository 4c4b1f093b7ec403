// safegov agenda: what each coming meeting of a body must receive.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>

#include <safegov/agenda.hpp>
#include <safegov/deadline.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// Only the meeting asked for: by the words of its schedule, or by the day to which it was moved.
void keep_meeting(Agenda& agenda, const std::string& words, const Partnership& partnership) {
  const MeetingId scheduled =
      partnership.find_meeting(partnership[agenda.body].id + " of " + words);
  const auto meant = parse_deadlines(words).deadlines;
  const auto is_meant = [&](const MeetingAgenda& m) {
    if (m.meeting.meeting == scheduled) return true;
    return meant.size() == 1 && meant[0].range &&
           meant[0].range->first() <= m.meeting.days.last() &&
           m.meeting.days.first() <= meant[0].range->last();
  };
  if (std::ranges::none_of(agenda.meetings, is_meant)) {
    std::vector<std::string> coming;
    for (const MeetingAgenda& m : agenda.meetings) coming.push_back(iso(m.meeting.days.first()));
    throw UsageError(in_quotes(words) + " is no coming meeting of '" + partnership[agenda.body].id +
                     "'" + (coming.empty() ? "; none is known" : "; its next is on " + coming[0]));
  }
  std::erase_if(agenda.meetings, [&](const MeetingAgenda& m) { return !is_meant(m); });
  agenda.without_meeting.clear();
  agenda.without_day.clear();
}

}  // namespace

Exit run_agenda(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments);
  const AssessOptions judge = assess_options(arguments);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  const BodyId body = body_of(arguments, loaded->partnership);
  const Assessment assessment = assessment_of(arguments, terminal, loaded->partnership, judge);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  Agenda plan = agenda(assessment, body);
  if (const auto meeting = arguments.value("--meeting"))
    keep_meeting(plan, *meeting, loaded->partnership);
  terminal.out << render(assessment, plan, format, options);
  return Exit::done;
}

}  // namespace safegov::internal
