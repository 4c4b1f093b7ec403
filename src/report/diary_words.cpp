// What an entry of a diary says, line by line.
// SPDX-License-Identifier: Apache-2.0

#include "report/diary_words.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/text.hpp"
#include "model/spoken.hpp"
#include "report/words.hpp"

namespace safegov::internal {
namespace {

/// `Quality Assurance (qa)`
std::string named(const Body& body, Date on) {
  const std::string& name = body.name_on(on);
  return name.empty() ? body.id : name + " (" + body.id + ")";
}

std::string days_in_words(const DateRange& days) {
  if (days.length() == 1) return in_words(days.first());
  return in_words(days.first()) + " to " + in_words(days.last());
}

/// The words as written, and the days that they mean if these are others.
std::string words_and_days(const std::string& words, const DateRange& days) {
  const std::string meant = days_in_words(days);
  return days.length() == 1 || words == meant ? meant : words + ", " + meant;
}

/// As a shell takes it for one word.
std::string for_shell(std::string_view word) {
  constexpr std::string_view plain = "/@.-_~+";
  const auto is_plain = [&](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           plain.find(c) != plain.npos;
  };
  if (!word.empty() && std::ranges::all_of(word, is_plain)) return std::string(word);
  std::string quoted = "'";
  for (const char c : word) {
    if (c == '\'')
      quoted += "'\\''";
    else
      quoted += c;
  }
  return quoted + "'";
}

std::string as_at_words(const Assessment& assessment) {
  const auto& known = assessment.options().known_at;
  return "As at " + in_words(assessment.as_at()) +
         (known ? ", as known at " + in_words(*known) : std::string()) + ": ";
}

/// `overdue, 32 days`
std::string standing_words(const Assessment& assessment, std::size_t row) {
  const State state = assessment[row];
  std::string words = spoken(state);
  if (const Record* closed = assessment.closed_by(row)) {
    words += " on " + in_words(*closed->date);
    if (!closed->reference.empty()) words += " (" + closed->reference + ")";
    if (!closed->reason.empty()) words += ": " + closed->reason;
    return words;
  }
  if (state == State::overdue) words += ", " + counted(assessment.days_overdue(row), "day");
  if (const Record* part = assessment.part_by(row))
    words += state == State::partly_received ? " on " + in_words(*part->date)
                                             : "; a part came in on " + in_words(*part->date);
  return words;
}

/// Its words, and the last day on which it is in time: as promised and as it is now.
void add_days(std::vector<std::string>& lines, const Assessment& assessment, std::size_t row) {
  const Obligation o = assessment.obligations()[row];
  const auto promised = o.days();
  const auto now = assessment.in_force(row);
  std::string due = "Due: " + (o.due().text.empty() ? std::string("no date") : o.due().text);
  if (promised && o.due().text != in_words(promised->last()))
    due += ", in time until " + in_words(promised->last());
  lines.push_back(std::move(due));
  if (!o.due().condition.empty()) lines.push_back("Condition: " + o.due().condition);
  const auto meeting = assessment.meeting(row);
  if (meeting)
    lines.push_back("Meeting: " + assessment.obligations().partnership().id_of(meeting->meeting) +
                    ", " + std::string(to_string(meeting->state)));
  if (!now) {
    lines.push_back(meeting ? "It has no day while that meeting does not take place."
                            : "It has no day: what gave it one was taken back.");
  } else if (!promised || promised->last() != now->last()) {
    const Slips slips = assessment.slips(row);
    std::string moved = "Now in time until " + in_words(now->last());
    if (slips.count != 0) moved += "; extended " + counted(slips.count, "time");
    lines.push_back(std::move(moved));
  }
}

/// `To the top: qa → bmg → slg`
std::string way_up(const Network& network, std::size_t row) {
  const auto route = network.route_of(row);
  if (!route) return "To the top: no way is known";
  return "To the top: " + way_of(network, *route) + (route->lines.empty() ? " is the top" : "");
}

void add_source(std::vector<std::string>& lines, std::string_view source) {
  if (!source.empty()) lines.push_back("Source: " + std::string(source));
}

}  // namespace

bool day_is_open(const MeetingStanding& meeting) noexcept {
  return meeting.days.length() > 1 &&
         (meeting.state == MeetingState::scheduled || meeting.state == MeetingState::moved);
}

std::string summary_of(const Assessment& assessment, std::size_t row) {
  const Obligation o = assessment.obligations()[row];
  std::string front;
  if (is_closed(assessment[row]))
    front = spoken(assessment[row]) + ": ";
  else if (!assessment.in_force(row))
    front = "no day now: ";
  else if (assessment.part_by(row))
    front = spoken(State::partly_received) + ": ";
  std::string who = o.from() ? o.from()->id : std::string("nobody stated");
  if (o.to()) who += " to " + o.to()->id;
  return front + o.what() + " (" + who + ")";
}

std::string summary_of(const Obligations& owed, const MeetingStanding& meeting, Date as_at) {
  const Partnership& partnership = owed.partnership();
  const std::string name = partnership[partnership[meeting.meeting].body].label_on(as_at);
  if (meeting.state == MeetingState::cancelled) return "cancelled: " + name + " meets";
  if (meeting.state == MeetingState::inquorate) return "held without a quorum: " + name + " meets";
  return name + (day_is_open(meeting) ? " meets, day not known" : " meets");
}

std::vector<std::string> lines_about(const Assessment& assessment, const Network& network,
                                     std::size_t row) {
  const Obligation o = assessment.obligations()[row];
  const Date as_at = assessment.as_at();
  std::vector<std::string> lines;
  lines.push_back("Owed by: " + (o.from() ? named(*o.from(), as_at) : "nobody stated"));
  lines.push_back("Owed to: " + (o.to() ? named(*o.to(), as_at) : "nobody stated"));
  add_days(lines, assessment, row);
  lines.push_back(as_at_words(assessment) + standing_words(assessment, row));
  if (o.to()) lines.push_back(way_up(network, row));
  lines.push_back("Id: " + o.id());
  add_source(lines, o.promise().source);
  if (!is_closed(assessment[row]))
    lines.push_back("When it comes in: safegov record received " + for_shell(o.id()) +
                    " FOLDER --date DATE");
  return lines;
}

std::vector<std::string> lines_about(const Assessment& assessment, const MeetingStanding& meeting) {
  const Partnership& partnership = assessment.obligations().partnership();
  const Meeting& scheduled = partnership[meeting.meeting];
  const Body& body = partnership[scheduled.body];
  const std::string id = partnership.id_of(meeting.meeting);
  std::vector<std::string> lines;
  lines.push_back("Body: " + named(body, assessment.as_at()));
  lines.push_back("Scheduled: " +
                  words_and_days(scheduled.scheduled.text, *scheduled.scheduled.range));
  std::string stands = as_at_words(assessment) + std::string(to_string(meeting.state));
  if (meeting.state == MeetingState::moved) stands += " to " + days_in_words(meeting.days);
  if (meeting.state == MeetingState::held || meeting.state == MeetingState::inquorate)
    stands += " on " + days_in_words(meeting.days);
  if (meeting.by && !meeting.by->reason.empty()) stands += ": " + meeting.by->reason;
  lines.push_back(std::move(stands));
  lines.push_back("Id: " + id);
  add_source(lines, body.source);
  if (meeting.state == MeetingState::scheduled || meeting.state == MeetingState::moved) {
    lines.push_back("What it must receive: safegov agenda FOLDER --body " + for_shell(body.id));
    lines.push_back("When it was held: safegov record held " + for_shell(id) +
                    " FOLDER --date DATE");
  }
  return lines;
}

}  // namespace safegov::internal
