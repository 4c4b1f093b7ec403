// What cannot be in minutes.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/places.hpp"
#include "registers/minutes.hpp"

namespace safegov::internal {
namespace {

class Check {
 public:
  Check(const Minutes& minutes, RowCheck& check)
      : minutes_(minutes),
        check_(check),
        partnership_(check.partnership()),
        body_(find_body(partnership_.bodies(), minutes.body.id)) {}

  void run() {
    if (minutes_.kind == MinutesKind::agenda) check_agenda();
    for (const Attendance& line : minutes_.attendance) check_line(line);
    check_twice();
    check_chair();
    check_confirmation();
    for (const Interest& interest : minutes_.interests)
      check_number(interest.item, interest, "item");
    for (const MinutesItem& item : minutes_.items) check_deferral(item);
  }

 private:
  template <class T>
  Diagnostic& say(const codes::Known& code, const T& value, std::string_view field,
                  std::string message, std::string help) {
    return check_.report(codes::diagnose(code, std::move(message), {}, std::move(help)), value,
                         field);
  }

  void check_agenda() {
    const auto refuse = [&](bool given, const auto& value, std::string_view field,
                            std::string_view what) {
      if (given)
        say(codes::not_yet_held, value, field, "an agenda does not say " + std::string(what),
            "leave out 'kind: agenda' if the meeting was held and this is known from its minutes");
    };
    refuse(!minutes_.attendance.empty(), minutes_, "attendance", "who was there");
    refuse(!minutes_.chair.empty(), minutes_, "chair", "who chaired");
    refuse(minutes_.quorum.has_value(), minutes_, "quorum", "whether it was quorate");
    refuse(!minutes_.interests.empty(), minutes_, "interests", "which interests were declared");
    refuse(!minutes_.confirms.empty(), minutes_, "confirms", "which minutes were confirmed");
    for (const MinutesItem& item : minutes_.items) {
      refuse(!item.resolved.empty(), item, "resolved", "what was resolved");
      refuse(!item.receives.empty(), item, "receives", "what was received");
      refuse(!item.actions.empty(), item, "actions", "which actions were agreed");
      refuse(!item.deferred_to.empty(), item, "deferred-to", "what was put off at the meeting");
    }
    if (!minutes_.meeting.empty() && body_ != nullptr &&
        !partnership_.find_meeting(minutes_.body.id + " of " + minutes_.meeting))
      say(codes::unknown_subject, minutes_, "meeting",
          in_quotes(minutes_.body.id) + " has no one meeting in " + in_quotes(minutes_.meeting),
          "write a date that stands under its 'meets'");
  }

  void check_line(const Attendance& line) {
    check_number(line.came, line, "came");
    check_number(line.left, line, "left");
    if (line.substitute && line.was != Attended::substitute)
      say(codes::contradictory_attendance, line, "substitute",
          "'" + line.seat.id + "' has a substitute and is not said to have one",
          "say 'was: substitute', or take the substitute out");
    if (line.substitute && line.substitute == line.seat)
      say(codes::contradictory_attendance, line, "substitute",
          "'" + line.seat.id + "' stands in for itself", "say 'was: present'");
    if ((!line.came.empty() || !line.left.empty()) && !line.there())
      say(codes::contradictory_attendance, line, line.came.empty() ? "left" : "came",
          "'" + line.seat.id + "' was not there, and so neither came nor left",
          "say 'was: present', or take it out");
    const auto came = index_of(minutes_, line.came), left = index_of(minutes_, line.left);
    if (came && left && *left <= *came)
      say(codes::contradictory_attendance, line, "left",
          "'" + line.seat.id + "' left before it came", "correct one of the two items");
    // Where no place is named, nobody can say who holds one.
    if (body_ == nullptr || !minutes_.date || (body_->members.empty() && body_->attends.empty()) ||
        !find_body(partnership_.bodies(), line.seat.id) ||
        holds_place(line, *body_, partnership_.bodies(), *minutes_.date))
      return;
    auto& d = say(codes::no_place, line, "seat",
                  "'" + line.seat.id + "' holds no place in '" + body_->label() + "' on " +
                      in_words(*minutes_.date),
                  "give it a place under 'members' or 'attends' of the body, or name it among the "
                  "'others'");
    check_.relate(d, *body_, body_->members.empty() ? "attends" : "members", "who holds a place");
  }

  void check_twice() {
    std::map<std::string_view, const Attendance*> seen;
    for (const Attendance& line : minutes_.attendance) {
      const auto [first, fresh] = seen.emplace(line.seat.id, &line);
      if (fresh || line.seat.id.empty()) continue;
      auto& d = say(codes::contradictory_attendance, line, "seat",
                    "'" + line.seat.id + "' stands in the table twice",
                    "give each seat one line; two posts of one name are two bodies");
      check_.relate(d, *first->second, "seat", "here too");
    }
  }

  void check_chair() {
    for (const BodyRef& chair : minutes_.chair)
      for (const Attendance& line : minutes_.attendance)
        if (line.seat == chair && line.was && !line.there()) {
          auto& d = say(codes::contradictory_attendance, minutes_, "chair",
                        "'" + chair.id + "' chaired and was not there",
                        "correct who chaired, or the table");
          check_.relate(d, line, "was", "what the table says");
        }
  }

  void check_confirmation() {
    for (const Ref<Minutes>& ref : minutes_.confirms) {
      if (ref.id == minutes_.id) {
        say(codes::bad_confirmation, minutes_, "confirms", "the minutes confirm themselves",
            "name the minutes of an earlier meeting");
        continue;
      }
      const Minutes* other = minutes_index(check_).find(ref.id);
      if (other == nullptr || !minutes_.date || !other->date) continue;
      if (*other->date < *minutes_.date) continue;
      auto& d = say(codes::bad_confirmation, minutes_, "confirms",
                    "'" + other->id + "' is confirmed on " + iso(*minutes_.date) +
                        ", and was not over before",
                    "name the minutes of an earlier meeting, or correct a date");
      check_.relate(d, *other, "date", "its date");
    }
  }

  template <class T>
  void check_number(const std::string& no, const T& value, std::string_view field) {
    if (no.empty() || index_of(minutes_, no)) return;
    std::vector<std::string_view> known;
    for (const MinutesItem& item : minutes_.items)
      if (!item.no.empty() && known.size() < 12) known.push_back(item.no);
    say(codes::unknown_item, value, field, "there is no item " + in_quotes(no),
        known.empty() ? "give the items their numbers"
                      : "the items are " + alternatives(known, "and"));
  }

  void check_deferral(const MinutesItem& item) {
    if (const auto to = put_off_to(partnership_, minutes_, item);
        to && minutes_.date && to->last() <= *minutes_.date)
      say(codes::bad_deferral, item, "deferred-to",
          "it is put off to " + iso(to->last()) + ", which is not after the meeting of " +
              iso(*minutes_.date),
          "name a later day or meeting");
    if (item.deferred_from.empty()) return;
    const FoundItem from = minutes_index(check_).find_item(deferred_number(item));
    if (from.item == nullptr) {
      // Of minutes, the record that follows says so.
      if (minutes_.kind == MinutesKind::agenda)
        say(codes::unknown_subject, item, "deferred-from",
            "no item is called " + in_quotes(deferred_number(item)),
            "an item is the id of its row, a full stop and its number: 'bmg-2025-06.7'");
      return;
    }
    if (!from.minutes->date || !minutes_.date || *from.minutes->date < *minutes_.date) return;
    auto& d = say(codes::bad_deferral, item, "deferred-from",
                  "it comes from the meeting of " + iso(*from.minutes->date) +
                      ", which is not before that of " + iso(*minutes_.date),
                  "name an item of an earlier meeting");
    check_.relate(d, *from.minutes, "date", "its date");
  }

  const Minutes& minutes_;
  RowCheck& check_;
  const Partnership& partnership_;
  const Body* body_;
};

}  // namespace

void check_minutes(const Minutes& minutes, RowCheck& check) { Check(minutes, check).run(); }

}  // namespace safegov::internal
