// The register of meetings: what a row issues, and how its parts are found.
// SPDX-License-Identifier: Apache-2.0

#include "registers/minutes.hpp"

#include <algorithm>

#include <safegov/deadline.hpp>

#include "base/text.hpp"
#include "model/places.hpp"

namespace safegov {
namespace internal {

std::string number_of(const Minutes& minutes, const MinutesItem& item) {
  if (!item.no.empty()) return minutes.id + "." + item.no;
  return minutes.id + ".item" + std::to_string(&item - minutes.items.data() + 1);
}

std::string_view deferred_number(const MinutesItem& item) noexcept {
  constexpr std::string_view stem = "minutes/";
  std::string_view number = item.deferred_from;
  if (number.starts_with(stem)) number.remove_prefix(stem.size());
  return number;
}

std::optional<std::size_t> index_of(const Minutes& minutes, std::string_view no) {
  const auto found = std::ranges::find(minutes.items, no, &MinutesItem::no);
  if (no.empty() || found == minutes.items.end()) return {};
  return static_cast<std::size_t>(found - minutes.items.begin());
}

namespace {

/// Who was there: all who came, or while an item was taken.
Roll roll_of(const Minutes& minutes, std::optional<std::size_t> item) {
  Roll roll{.asked = minutes.attendance.size()};
  for (const Attendance& line : minutes.attendance) {
    if (!line.there()) continue;
    if (item) {
      const auto came = index_of(minutes, line.came), left = index_of(minutes, line.left);
      if ((came && *item < *came) || (left && *item >= *left)) continue;
      const auto withdrew = [&](const Interest& i) {
        return i.then == InterestHandled::left && index_of(minutes, i.item) == item &&
               (i.by == line.seat || (line.agency && i.by == line.agency));
      };
      if (std::ranges::any_of(minutes.interests, withdrew)) continue;
    }
    roll.there.push_back({line.seat, line.agency, line.was == Attended::substitute});
  }
  return roll;
}

}  // namespace

QuorumAnswer quorum_of(const Minutes& minutes, std::span<const Body> bodies,
                       std::optional<std::size_t> item) {
  const Body* body = find_body(bodies, minutes.body.id);
  if (body == nullptr || !minutes.date) return {};
  if (body->quorum.empty()) return {Quoracy::unknown, "no quorum is stated"};
  const ParsedQuorum parsed = parse_quorum(body->quorum);
  if (!parsed.rule) return {};  // said as an error
  return quorum_on(*parsed.rule, *body, bodies, *minutes.date, roll_of(minutes, item));
}

bool holds_place(const Attendance& line, const Body& body, std::span<const Body> bodies, Date day) {
  // Nearly always by its own name; successions take longer to follow.
  const auto is_named = [&](const Seat& seat) {
    return holds_on(seat, day) && (seat.body == line.seat || seat.body == line.agency);
  };
  if (std::ranges::any_of(body.members, is_named)) return true;
  const auto is_its = [&](const Seat& seat) {
    return holds_on(seat, day) && (stands_for(bodies, line.seat.id, seat.body.id, day) ||
                                   stands_for(bodies, line.agency.id, seat.body.id, day));
  };
  return std::ranges::any_of(body.members, is_its) || std::ranges::any_of(body.attends, is_its);
}

std::optional<DateRange> put_off_to(const Partnership& partnership, const Minutes& minutes,
                                    const MinutesItem& item) {
  const PromiseId promise =
      partnership.find_promise("minutes/" + number_of(minutes, item) + "/item");
  if (item.deferred_to.empty() || !promise) return {};
  return partnership.deadlines(promise)[0].range;
}

}  // namespace internal

namespace {

using namespace internal;

std::string reference(const Minutes& minutes, const MinutesItem& item) {
  return "minutes " + minutes.id + (item.no.empty() ? "" : ", item " + item.no);
}

void stamp(Record& record, const Minutes& minutes, std::string reference) {
  record.date = minutes.date;
  record.recorded = minutes.recorded;
  record.by = minutes.body;
  record.reference = std::move(reference);
}

void issue_held(const Minutes& minutes, Issue& issue) {
  std::string about = minutes.body.id;
  if (!minutes.meeting.empty()) about += " of " + minutes.meeting;
  Record& held = issue.happened(RecordKind::held, std::move(about),
                                minutes.meeting.empty() ? "date" : "meeting");
  stamp(held, minutes, "minutes " + minutes.id);
  held.by = {};
  held.quorum = minutes.quorum;
  if (held.quorum) return;
  const QuorumAnswer answer = quorum_of(minutes, issue.bodies());
  if (answer.is == Quoracy::unknown) return;
  held.quorum = answer.is == Quoracy::met ? Quorum::met : Quorum::not_met;
}

/// What minutes say happened at an item. An agenda says nothing of the kind.
void issue_happened(const Minutes& minutes, const MinutesItem& item, Issue& issue) {
  if (!item.resolved.empty())
    stamp(issue.happened(RecordKind::decided, "minutes/" + minutes.id, item.origin), minutes,
          reference(minutes, item));
  for (const std::string& about : item.receives)
    stamp(issue.happened(RecordKind::received, about, item.origin), minutes,
          reference(minutes, item));
  if (item.deferred_from.empty()) return;
  const bool again = !item.deferred_to.empty();
  Record& came =
      issue.happened(again ? RecordKind::superseded : RecordKind::received,
                     "minutes/" + std::string(deferred_number(item)) + "/item", item.origin);
  stamp(came, minutes, reference(minutes, item));
  if (again) came.replaced_by = "minutes/" + number_of(minutes, item) + "/item";
}

/// The words of `deferred-to`; of the next meeting, if the body says when that is, its date.
std::string due_again(const Minutes& minutes, const MinutesItem& item,
                      std::span<const Body> bodies) {
  const std::string word = as_word(item.deferred_to);
  const Body* body = find_body(bodies, minutes.body.id);
  if ((word != "next-meeting" && word != "the-next-meeting") || body == nullptr || !minutes.date)
    return item.deferred_to;
  const Deadline* next = nullptr;
  const Deadlines meets = parse_deadlines(body->meets);
  for (const Deadline& meeting : meets.deadlines)
    if (meeting.range && meeting.range->first() > *minutes.date &&
        (next == nullptr || meeting.range->first() < next->range->first()))
      next = &meeting;
  return next == nullptr ? item.deferred_to : minutes.body.id + " of " + next->text;
}

/// What follows of an item: its actions, and itself once more if it was put off.
void issue_owed(const Minutes& minutes, const MinutesItem& item, Issue& issue) {
  if (item.actions.empty() && item.deferred_to.empty()) return;
  Action& part = issue.part(number_of(minutes, item), item.origin);
  part.text = item.title;
  part.source = item.source;
  part.lead = {};
  for (const Promise& action : item.actions) {
    Promise& made = issue.promise(action);
    if (!made.to) made.to = minutes.body;
  }
  if (item.deferred_to.empty()) return;
  Promise& again = issue.promise("item", item, "deferred-to");
  again.what = item.title;
  again.from = item.presenter;
  again.to = minutes.body;
  again.due = due_again(minutes, item, issue.bodies());
}

void issue(const Minutes& minutes, Issue& issue) {
  const bool agenda = minutes.kind == MinutesKind::agenda;
  if (issue.action().text.empty() && minutes.date)
    issue.action().text = (agenda ? "Agenda of the meeting of " : "Meeting of ") + minutes.body.id +
                          " on " + in_words(*minutes.date);
  issue.count_from(minutes.date);
  issue.promised_on(minutes.date);
  if (!agenda) issue_held(minutes, issue);
  for (const MinutesItem& item : minutes.items) {
    if (!agenda) issue_happened(minutes, item, issue);
    issue_owed(minutes, item, issue);
  }
}

}  // namespace

const Register& minutes_register() {
  static constexpr Field list[] = {rows<Minutes>(
      "minutes", "Meetings: who was there, what was resolved, and what was put off.")};
  static constexpr RowRules<Minutes> rules{
      .issue = issue, .check = check_minutes, .look = look_at_minutes};
  static constexpr Register minutes = register_of("Minutes", list, rules, Audience::partnership);
  return minutes;
}

}  // namespace safegov
