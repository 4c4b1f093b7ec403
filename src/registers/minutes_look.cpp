// What a meeting amounts to as at a date, and what is odd about it.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include <safegov/chairing.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/places.hpp"
#include "registers/meetings_held.hpp"
#include "registers/minutes.hpp"

namespace safegov::internal {
namespace {

std::string list_of(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
  return all;
}

class Look {
 public:
  Look(const Minutes& minutes, RowLook& look)
      : minutes_(minutes),
        look_(look),
        partnership_(look.partnership()),
        body_(*find_body(partnership_.bodies(), minutes.body.id)),
        held_(held_by(body_, look)) {}

  void run() {
    const Date day = *minutes_.date;
    if (!is_known(minutes_, look_)) {
      look_.measure("date",
                    in_words(day) + (day <= look_.as_at() ? ", not known by then" : ", not over"));
      return;
    }
    look_.measure("date", in_words(day));
    if (minutes_.kind == MinutesKind::agenda) look_.measure("known from", "its agenda alone");
    look_at_papers();
    look_at_numbers();
    for (const MinutesItem& item : minutes_.items) look_at_chain(item);
    if (minutes_.kind == MinutesKind::agenda) return;
    look_at_days();
    look_at_table();
    look_at_partners();
    look_at_quorum();
    look_at_chair();
    look_at_interests();
    look_at_confirmation();
    look_at_actions();
    if (held_.back() == &minutes_) look_at_cadence(body_, held_, look_);
  }

 private:
  template <class T>
  Diagnostic& say(const codes::Known& code, const T& value, std::string_view field,
                  std::string message, std::string help) {
    return look_.report(codes::diagnose(code, std::move(message), {}, std::move(help)), value,
                        field);
  }

  std::span<const Body> bodies() const { return partnership_.bodies(); }

  void look_at_papers() {
    if (minutes_.items.empty()) return;
    long long papers = 0;
    for (const MinutesItem& item : minutes_.items)
      papers += item.paper || !item.pages.empty() || !item.receives.empty() ? 1 : 0;
    look_.measure("items", static_cast<long long>(minutes_.items.size()));
    if (papers != 0)
      look_.measure("with a paper", papers, static_cast<long long>(minutes_.items.size()));
  }

  /// 20, 21, 22 or 7, 7a, 7b, 8; what begins with no figure is passed over.
  void look_at_numbers() {
    long long before = -1;
    for (const MinutesItem& item : minutes_.items) {
      long long number = 0;
      std::size_t digits = 0;
      while (digits < item.no.size() && digits < 9 && item.no[digits] >= '0' &&
             item.no[digits] <= '9')
        number = number * 10 + (item.no[digits++] - '0');
      if (digits == 0) continue;
      if (before >= 0 && number != before && number != before + 1)
        say(codes::numbers_jump, item, "no",
            "item " + in_quotes(item.no) + " follows item '" + std::to_string(before) + "'",
            "look whether an item is left out");
      before = number;
    }
  }

  void look_at_days() {
    const auto own = std::ranges::find(held_, &minutes_);
    if (own != held_.begin()) {
      const Minutes& before = **std::prev(own);
      look_.measure("since " + before.id,
                    counted(minutes_.date->days() - before.date->days(), "day"));
    }
    if (!minutes_.meeting.empty()) return;
    for (const Meeting& meeting : partnership_.meetings(partnership_.find_body(body_.id))) {
      const DateRange& days = *meeting.scheduled.range;
      if (*minutes_.date < days.first() || days.last() < *minutes_.date) continue;
      auto& d = say(codes::unclaimed_meeting, minutes_, "date",
                    "'" + body_.label() + "' was to meet in " + in_quotes(meeting.scheduled.text) +
                        ", and nothing says that this was that meeting",
                    "say 'meeting: " + meeting.scheduled.text +
                        "', so that what is bound to it "
                        "is judged by this day");
      look_.relate(d, body_, "meets", "when it meets");
    }
  }

  void look_at_table() {
    const auto& table = minutes_.attendance;
    if (table.empty()) return;
    const auto all = static_cast<long long>(table.size());
    const auto count = [&](Attended was) {
      return static_cast<long long>(std::ranges::count(table, was, &Attendance::was));
    };
    look_.measure("present", count(Attended::present), all);
    constexpr std::pair<Attended, std::string_view> others[] = {
        {Attended::substitute, "substitutes"},
        {Attended::apologies, "apologies"},
        {Attended::silent, "silent"},
        {Attended::no_contact, "no contact"}};
    for (const auto& [was, name] : others)
      if (count(was) != 0) look_.measure(std::string(name), count(was), all);
    look_.measure("by agency", by_agency(table));
    if (!minutes_.others.empty())
      look_.measure("others there", static_cast<long long>(minutes_.others.size()));
    for (const Seat& seat : body_.members)
      if (holds_on(seat, *minutes_.date) && !has_line(seat.body))
        say(codes::not_in_the_table, minutes_, "attendance",
            "the table says nothing of '" + seat.body.id + "', a member",
            "give it a line: 'silent', if nothing is printed of it");
  }

  bool has_line(const BodyRef& member) const {
    const auto is_named = [&](const Attendance& line) {
      return line.seat == member || line.agency == member;
    };
    if (std::ranges::any_of(minutes_.attendance, is_named)) return true;
    return std::ranges::any_of(minutes_.attendance, [&](const Attendance& line) {
      return stands_for(bodies(), line.seat.id, member.id, *minutes_.date) ||
             stands_for(bodies(), line.agency.id, member.id, *minutes_.date);
    });
  }

  /// Agencies with several seats first, then who was there and who was not; each as in the table.
  static std::string by_agency(const std::vector<Attendance>& table) {
    std::vector<std::string> order, counts, there, missing;
    std::map<std::string, std::pair<int, int>> of;
    for (const Attendance& line : table) {
      auto& [came, seats] = of[line.counted_to()];
      if (seats++ == 0) order.push_back(line.counted_to());
      came += line.there() ? 1 : 0;
    }
    for (const std::string& agency : order) {
      const auto [came, seats] = of[agency];
      if (seats > 1)
        counts.push_back(agency + " " + std::to_string(came) + " of " + std::to_string(seats));
      else
        (came != 0 ? there : missing).push_back(agency);
    }
    std::string text = list_of(counts);
    const auto add = [&](std::string_view what, const std::vector<std::string>& agencies) {
      if (agencies.empty()) return;
      text += (text.empty() ? "" : "; ") + std::string(what) + list_of(agencies);
    };
    add("there: ", there);
    add("not there: ", missing);
    return text;
  }

  void look_at_partners() {
    if (minutes_.attendance.empty()) return;
    const Date day = *minutes_.date;
    for (const Seat& partner : partnership_.arrangements().partners) {
      if (!holds_on(partner, day)) continue;
      const Attendance* line = nullptr;
      bool there = false;
      for (const Attendance& one : minutes_.attendance) {
        if (!stands_for(bodies(), one.seat.id, partner.body.id, day) &&
            !stands_for(bodies(), one.agency.id, partner.body.id, day))
          continue;
        line = &one;
        there |= one.there();
      }
      if (line == nullptr || there) continue;
      say(codes::partner_missed, *line, "was",
          "nobody came from '" + partner.body.id + "', a safeguarding partner (" +
              std::string(words_of<Attended>()[static_cast<std::size_t>(*line->was)]) + ")",
          "look whether somebody came in its place");
    }
  }

  void look_at_quorum() {
    const QuorumAnswer answer = quorum_of(minutes_, bodies());
    if (minutes_.quorum)
      look_.measure("quorum", std::string(*minutes_.quorum == Quorum::met ? "met" : "not met") +
                                  ", as printed");
    if (answer.is != Quoracy::unknown || !body_.quorum.empty())
      look_.measure(minutes_.quorum ? "by the rule" : "quorum", in_words(answer));
    const ParsedQuorum rule = parse_quorum(body_.quorum);
    const bool declared =
        rule.rule && rule.rule->chair_may_declare && minutes_.quorum == Quorum::met;
    if (minutes_.quorum && answer.is != Quoracy::unknown && !declared &&
        (*minutes_.quorum == Quorum::met) != (answer.is == Quoracy::met)) {
      auto& d = say(codes::other_quorum, minutes_, "quorum",
                    "the minutes say otherwise than the rule: " + in_words(answer),
                    "look into the table and into the body's 'quorum'");
      look_.relate(d, body_, "quorum", "the rule");
    }
    const bool at_all =
        minutes_.quorum ? minutes_.quorum == Quorum::met : answer.is != Quoracy::not_met;
    look_at_resolutions(at_all, declared, answer);
  }

  void look_at_resolutions(bool at_all, bool declared, const QuorumAnswer& overall) {
    for (std::size_t i = 0; i < minutes_.items.size(); ++i) {
      const MinutesItem& item = minutes_.items[i];
      if (item.resolved.empty()) continue;
      const QuorumAnswer then = quorum_of(minutes_, bodies(), i);
      if (at_all && (declared || overall.is != Quoracy::met || then.is != Quoracy::not_met))
        continue;
      const std::string why = then.is == Quoracy::not_met ? ": " + then.why : std::string();
      auto& d = say(codes::inquorate_resolution, item, "resolved",
                    "something was resolved without a quorum" + why,
                    "the next meeting with a quorum can confirm it");
      look_.relate(d, body_, "quorum", "the rule");
    }
  }

  static std::string in_words(const QuorumAnswer& answer) {
    const std::string_view word = answer.is == Quoracy::met       ? "met"
                                  : answer.is == Quoracy::not_met ? "not met"
                                                                  : "not known";
    return std::string(word) + (answer.why.empty() ? "" : " (" + answer.why + ")");
  }
  static std::string in_words(Date date) { return safegov::in_words(date); }

  void look_at_chair() {
    std::vector<std::string> chairs;
    for (const BodyRef& chair : minutes_.chair) chairs.push_back(chair.id);
    const ChairOn expected = chair_on(body_, *minutes_.date);
    std::string text = chairs.empty() ? "not printed" : list_of(chairs);
    if (expected.chair) text += "; by the rule " + expected.chair.id;
    if (!expected.why_not.empty()) text += "; by the rule not known: " + expected.why_not;
    if (!chairs.empty() || expected.by != nullptr) look_.measure("chair", text);
    if (chairs.empty() || !expected.chair ||
        std::ranges::any_of(minutes_.chair,
                            [&](const BodyRef& c) { return chairs_for(c, expected.chair); }))
      return;
    auto& d = say(codes::other_chair, minutes_, "chair",
                  list_of(chairs) + " chaired; by the rule it was '" + expected.chair.id + "'",
                  "correct the rule, or say in a note who asked for it");
    look_.relate(d, *expected.by, expected.by->order.empty() ? "held-by" : "order", "the rule");
  }

  /// Itself, who came for it, who holds its post, or who is its successor.
  bool chairs_for(const BodyRef& who, const BodyRef& expected) const {
    const Date day = *minutes_.date;
    if (stands_for(bodies(), who.id, expected.id, day)) return true;
    for (const Attendance& line : minutes_.attendance)
      if (line.seat == who && stands_for(bodies(), line.agency.id, expected.id, day)) return true;
    const auto holds = [&](const BodyRef& post, const BodyRef& holder) {
      const Body* body = find_body(bodies(), post.id);
      return body != nullptr && std::ranges::any_of(body->holders, [&](const Seat& seat) {
               return holds_on(seat, day) && stands_for(bodies(), holder.id, seat.body.id, day);
             });
    };
    return holds(who, expected) || holds(expected, who);
  }

  void look_at_interests() {
    if (minutes_.interests.empty()) return;
    look_.measure("interests declared", static_cast<long long>(minutes_.interests.size()));
    for (const Interest& interest : minutes_.interests)
      if (interest.then == InterestHandled::stayed)
        say(codes::stayed_with_interest, interest, "then",
            "'" + interest.by.id + "' declared an interest and stayed",
            "say in 'what' why it did not matter");
  }

  void look_at_confirmation() {
    const Minutes* by = nullptr;
    bool later = false;
    for (const Minutes* other : held_) {
      if (*other->date <= *minutes_.date) continue;
      later = true;
      const bool confirms =
          std::ranges::any_of(other->confirms, [&](const auto& r) { return r.id == minutes_.id; });
      if (confirms && by == nullptr) by = other;
    }
    if (by != nullptr)
      look_.measure("confirmed", in_words(*by->date) + ", " + by->id);
    else
      look_.measure("confirmed", later ? "no" : "there are no later minutes");
    if (by == nullptr && later)
      say(codes::never_confirmed, minutes_, "date", "no later minutes confirm these",
          "add 'confirms: [" + minutes_.id + "]' to those that did");
  }

  void look_at_actions() {
    long long actions = 0, loose = 0;
    for (const MinutesItem& item : minutes_.items)
      for (const Promise& action : item.actions) {
        ++actions;
        if (action.from && !action.due.empty()) continue;
        ++loose;
        say(codes::loose_action, action, "what",
            std::string("an action ") + (action.from          ? "without a date"
                                         : action.due.empty() ? "without an owner and a date"
                                                              : "without an owner"),
            "ask at the next meeting who is to do it, and by when");
      }
    if (actions == 0) return;
    look_.measure("actions", actions);
    if (loose != 0) look_.measure("without owner or date", loose, actions);
  }

  /// How often an item was put off before it came here, and where it is to come next.
  void look_at_chain(const MinutesItem& item) {
    if (!item.deferred_to.empty()) look_at_target(item);
    std::vector<FoundItem> chain;
    for (FoundItem at{&minutes_, &item}; !at.item->deferred_from.empty();) {
      at = minutes_index(look_).find_item(deferred_number(*at.item));
      if (at.item == nullptr) break;
      chain.push_back(at);
    }
    const std::size_t times = chain.size() + (item.deferred_to.empty() ? 0 : 1);
    if (times == 0) return;
    const Minutes& first = chain.empty() ? minutes_ : *chain.back().minutes;
    std::string text = "put off " + counted(static_cast<long long>(times), "time") + " since " +
                       in_words(*first.date);
    for (auto step = chain.rbegin(); step != chain.rend(); ++step)
      text += (step == chain.rbegin() ? ": to " : ", then to ") + step->item->deferred_to;
    if (!item.deferred_to.empty())
      text += (chain.empty() ? ": to " : ", then to ") + item.deferred_to;
    look_.measure(item.no.empty() ? "an item" : "item " + item.no, text);
    if (times < 2 || item.deferred_to.empty()) return;
    auto& d = say(codes::put_off_again, item, "deferred-to", in_quotes(item.title) + ": " + text,
                  "take it, or say that it will not come");
    for (const FoundItem& step : chain) look_.relate(d, *step.item, "deferred-to", "put off");
  }

  /// What was put off stands on the agenda of the meeting that it was put off to.
  void look_at_target(const MinutesItem& item) {
    const auto days = put_off_to(partnership_, minutes_, item);
    if (!days) return;
    const std::string own = number_of(minutes_, item);
    for (const Minutes* target : minutes_index(look_).on(body_, *days)) {
      const Minutes& other = *target;
      if (&other == &minutes_ || !is_known(other, look_)) continue;
      const bool has_it = std::ranges::any_of(
          other.items, [&](const MinutesItem& i) { return deferred_number(i) == own; });
      if (has_it) continue;
      auto& d = say(codes::deferred_to_nowhere, item, "deferred-to",
                    in_quotes(item.title) + " was put off to " + in_quotes(item.deferred_to) +
                        ", and is not among the items of '" + other.id + "'",
                    "give the item there 'deferred-from: " + own + "', or ask what became of it");
      look_.relate(d, other, "items", "the items of that meeting");
    }
  }

  const Minutes& minutes_;
  RowLook& look_;
  const Partnership& partnership_;
  const Body& body_;
  std::vector<const Minutes*> held_;
};

}  // namespace

void look_at_minutes(const Minutes& minutes, RowLook& look) { Look(minutes, look).run(); }

}  // namespace safegov::internal
