// What a decision amounts to as at a date, and what is odd about it.
// SPDX-License-Identifier: Apache-2.0

#include "registers/decision_look.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/decision_log.hpp"
#include "registers/other_rows.hpp"
#include "registers/when.hpp"

namespace safegov::internal {
namespace {

bool covers(const std::optional<Date>& from, const std::optional<Date>& until, Date day) {
  return (!from || *from <= day) && (!until || day <= *until);
}

std::string with_weekday(Date day) {
  std::string name(to_string(day.weekday()));
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return in_words(day) + " (" + name + ")";
}

std::string list(const std::vector<BodyRef>& bodies) {
  std::string text;
  for (const BodyRef& body : bodies) text += (text.empty() ? "" : ", ") + body.id;
  return text.empty() ? "nobody" : text;
}

/// One decision that was taken by the date.
class Look {
 public:
  Look(const Decision& decision, Date day, const DecisionLog& log, RowLook& look)
      : decision_(decision),
        day_(day),
        log_(log),
        look_(look),
        partnership_(look.partnership()),
        by_(partnership_.find_body(decision.by.id)) {}

  void run() {
    look_.measure("decided", with_weekday(day_));
    tell("by", decision_.by.id);
    tell("at", decision_.at.id);
    tell("recommended by", decision_.recommended_by.id);
    take_day();
    take_order();
    take_body();
    take_mandate();
    take_quorum();
    take_votes();
    tell("cost", decision_.cost);
    take_successors();
    take_status();
  }

 private:
  void tell(std::string name, const std::string& text) {
    if (!text.empty()) look_.measure(std::move(name), text);
  }

  void take_day() {
    const auto day = weekend_day(day_);
    if (!day) return;
    look_.report(
        codes::diagnose(codes::decided_at_weekend, in_words(day_) + " is a " + std::string(*day),
                        {}, "look whether day and month are right"),
        decision_, "date");
  }

  std::string called(const Decision& decision) const {
    return decision.no.empty() ? in_quotes(decision.id) : decision.no;
  }

  void take_order() {
    const auto above = log_.before[look_.index()];
    if (!above) return;
    const Decision& before = partnership_.list<Decision>()[*above];
    const Date day_before = *log_.decided[*above];
    const auto number = number_of(decision_), number_before = number_of(before);
    std::string message, field = "date";
    if (day_ < day_before) {
      message = "decision " + called(decision_) + " is of " + in_words(day_) +
                ", before decision " + called(before) + " of " + in_words(day_before);
    } else if (number && number_before && *number <= *number_before) {
      message = "decision " + decision_.no + " stands below decision " + before.no;
      field = "no";
    } else {
      return;
    }
    auto& d = look_.report(codes::diagnose(codes::log_out_of_order, std::move(message), {},
                                           "look whether numbers and days are right"),
                           decision_, field);
    look_.relate(d, before, field, "the one above it");
  }

  void take_body() {
    if (!by_) return;
    const Body& body = partnership_[by_];
    if (covers(body.from, body.until, day_)) return;
    std::string message;
    if (body.until && *body.until < day_) {
      message = in_quotes(body.id) + " ended on " + in_words(*body.until);
      for (const Body& other : partnership_.bodies())
        for (const Succession& succession : other.succeeds)
          if (partnership_.find_body(succession.body.id) == by_ &&
              succession.from.value_or(day_) <= day_)
            message += ", and " + in_quotes(other.id) + " took over";
    } else {
      message = in_quotes(body.id) + " did not exist yet";
    }
    message += "; this was decided on " + in_words(day_);
    auto& d = look_.report(codes::diagnose(codes::decided_by_absent_body, std::move(message), {},
                                           "look whether the day and the body are right"),
                           decision_, "by");
    look_.relate(d, body, body.until && *body.until < day_ ? "until" : "from", "its days");
  }

  /// Which of the body's mandates covered that day. If the words relied on are one of them, that
  /// alone is asked.
  void take_mandate() {
    tell("mandate relied on", decision_.mandate);
    if (!by_) return;
    std::vector<const Mandate*> stated, held;
    for (const Mandate& mandate : partnership_[by_].mandates) stated.push_back(&mandate);
    const auto named = [&](const Mandate* m) { return lower(m->text) == lower(decision_.mandate); };
    if (std::ranges::any_of(stated, named))
      std::erase_if(stated, [&](const Mandate* m) { return !named(m); });
    for (const Mandate* mandate : stated)
      if (covers(mandate->from, mandate->until, day_)) held.push_back(mandate);
    if (stated.empty()) return look_.measure("mandate that day", "none stated");
    if (!held.empty()) {
      std::string text = "held: " + held[0]->text;
      if (held.size() > 1)
        text += " (and " + counted(static_cast<long long>(held.size()) - 1, "other") + ")";
      return look_.measure("mandate that day", std::move(text));
    }
    std::optional<Date> ended;
    for (const Mandate* mandate : stated)
      if (mandate->until && *mandate->until < day_)
        ended = std::max(ended.value_or(*mandate->until), *mandate->until);
    const std::string text = ended ? "ended on " + in_words(*ended) : "not held yet";
    look_.measure("mandate that day", text);
    auto& d = look_.report(
        codes::diagnose(codes::decided_without_mandate,
                        in_quotes(decision_.by.id) + " had no mandate on " + in_words(day_) +
                            ": what is stated " + (ended ? text : "was " + text),
                        {}, "look who could decide on that day"),
        decision_, "by");
    look_.relate(d, *stated.back(), "", "its mandate");
  }

  void take_quorum() {
    const Sitting sitting = where_it_sat();
    const Record* held = held_record(look_, sitting);
    if (held == nullptr) return;
    const bool met = held->quorum.value_or(Quorum::met) == Quorum::met;
    look_.measure("quorum", !met           ? "not met"
                            : held->quorum ? "met"
                                           : "met, as nothing else is said");
    if (met) return;
    auto& d = look_.report(
        codes::diagnose(codes::decided_inquorate,
                        "it was decided at a meeting without a quorum, of " + in_words(*held->date),
                        {}, "put it to the next meeting that has one"),
        decision_, decision_.at ? "at" : "date");
    look_.relate(d, *held, "quorum", "the meeting");
  }

  Sitting where_it_sat() const {
    Sitting sitting;
    if (decision_.at) sitting = sitting_at(partnership_, partnership_.find(decision_.at.id));
    if (!sitting.body) sitting.body = by_;
    if (!sitting.day) sitting.day = day_;
    return sitting;
  }

  /// Who votes under any name: the body itself, and who holds it as a post.
  std::vector<BodyId> parties(const std::vector<BodyRef>& voters) const {
    std::vector<BodyId> all;
    for (const BodyRef& voter : voters) {
      const BodyId body = partnership_.find_body(voter.id);
      if (!body) continue;
      all.push_back(body);
      for (const BodyId holder : seated(partnership_[body].holders)) all.push_back(holder);
    }
    return all;
  }

  std::vector<BodyId> seated(const std::vector<Seat>& seats) const {
    std::vector<BodyId> all;
    for (const Seat& seat : seats)
      if (covers(seat.from, seat.until, day_)) all.push_back(partnership_.find_body(seat.body.id));
    return all;
  }

  static bool has(const std::vector<BodyId>& all, BodyId one) {
    return std::ranges::find(all, one) != all.end();
  }

  void take_votes() {
    if (!decision_.votes) return;
    const Votes& votes = *decision_.votes;
    look_.measure("votes for",
                  std::to_string(votes.in_favour.size()) + ": " + list(votes.in_favour));
    if (!votes.against.empty()) look_.measure("against", list(votes.against));
    if (!votes.abstained.empty()) look_.measure("abstained", list(votes.abstained));
    std::vector<BodyRef> all = votes.in_favour;
    all.insert(all.end(), votes.against.begin(), votes.against.end());
    all.insert(all.end(), votes.abstained.begin(), votes.abstained.end());
    take_partners(parties(all));
    if (!by_) return;
    // To abstain takes a vote, too.
    const auto observers = seated(partnership_[by_].attends);
    const auto members = seated(partnership_[by_].members);
    for (const BodyRef& voter : all) {
      const BodyId body = partnership_.find_body(voter.id);
      if (has(observers, body) && !has(members, body))
        look_.report(codes::diagnose(codes::voted_without_vote,
                                     in_quotes(voter.id) + " attends " +
                                         in_quotes(decision_.by.id) + " without a vote",
                                     {}, "look whether it voted, or advised"),
                     decision_, "votes");
    }
  }

  /// The partners are the members of the top body. In another body, those who sit there are asked.
  void take_partners(const std::vector<BodyId>& voted) {
    const BodyId top = partnership_.find_body(partnership_.arrangements().top.id);
    if (!top) return;
    const auto partners = seated(partnership_[top].members);
    const auto members = by_ ? seated(partnership_[by_].members) : partners;
    for (const BodyId partner : partners) {
      const auto names = parties({BodyRef{partnership_[partner].id}});
      const bool took_part = std::ranges::any_of(names, [&](BodyId b) { return has(voted, b); });
      if (has(members, partner) && !took_part)
        look_.report(codes::diagnose(codes::partner_did_not_vote,
                                     in_quotes(partnership_[partner].id) + ", a partner on " +
                                         in_words(day_) + ", did not vote",
                                     {}, "the partners decide together: look who was asked"),
                     decision_, "votes");
    }
  }

  void take_successors() {
    const auto rows = partnership_.list<Decision>();
    const auto& all = log_.successors[look_.index()];
    std::optional<std::size_t> first;
    for (const std::size_t other : all)
      if (log_.decided[other] && (!first || *log_.decided[other] < *log_.decided[*first]))
        first = other;
    if (first)
      look_.measure("superseded",
                    "by " + rows[*first].id + " since " + in_words(*log_.decided[*first]));
  }

  void take_status() {
    if (!decision_.parts.empty())
      look_.measure("parts", static_cast<long long>(decision_.parts.size()));
    if (decision_.status_on && look_.until() < *decision_.status_on) return;
    tell("status as printed", decision_.status);
    using Count = std::pair<std::string_view, int>;
    std::vector<Count> parts;
    for (const DecisionPart& part : decision_.parts) {
      if (part.status.empty()) continue;
      const auto same = std::ranges::find(parts, part.status, &Count::first);
      if (same == parts.end())
        parts.emplace_back(part.status, 1);
      else
        ++same->second;
    }
    std::string text;
    for (const auto& [status, count] : parts)
      text += (text.empty() ? "" : ", ") + std::to_string(count) + " " + std::string(status);
    tell("parts as printed", text);
    check_status();
    check_no_status();
  }

  /// A decision of several parts of which each says how it stands, and it does not.
  void check_no_status() {
    const auto& parts = decision_.parts;
    if (!decision_.status.empty() || parts.empty()) return;
    if (std::ranges::any_of(parts, [](const DecisionPart& part) { return part.status.empty(); }))
      return;
    look_.report(
        codes::diagnose(codes::no_status,
                        "each of the " + counted(std::ssize(parts), "part") + " of decision " +
                            called(decision_) + " has a status, and the decision itself has none",
                        {}, "give its 'status'"),
        decision_, "parts");
  }

  /// Words that say that nothing is left to do. Any other word says nothing that could be wrong.
  static bool is_final(std::string_view status) {
    static constexpr std::array<std::string_view, 6> words{"closed",    "complete",   "completed",
                                                           "concluded", "discharged", "done"};
    return std::ranges::find(words, as_word(trim(status))) != words.end();
  }

  void check_status() {
    std::vector<Subject> own;
    std::map<std::string_view, std::vector<Subject>> of_parts;  // by the number of the action
    for (const Subject& o : look_.issued()) {
      own.push_back(o);
      of_parts[partnership_[partnership_.promises()[o.promise.index].action].no].push_back(o);
    }
    if (is_final(decision_.status)) return hold_against(decision_.status, own, decision_);
    for (const DecisionPart& part : decision_.parts)
      if (is_final(part.status))
        if (const auto owed = of_parts.find(decision_.id + "." + part.no); owed != of_parts.end())
          hold_against(part.status, owed->second, part);
  }

  template <class Written>
  void hold_against(const std::string& status, const std::vector<Subject>& issued,
                    const Written& written) {
    std::vector<Subject> owed;
    bool overdue = false;
    for (const Subject& o : issued) {
      const State state = look_.standing(o).state;
      overdue |= state == State::overdue;
      // What is to come later, or never falls due, does not belie it.
      if (state == State::overdue || state == State::due || state == State::partly_received ||
          state == State::undated || state == State::unresolved)
        owed.push_back(o);
    }
    if (owed.empty()) return;
    std::string ids;
    for (const Subject& o : owed) {
      ids += (ids.empty() ? "" : ", ") + partnership_.promises()[o.promise.index].id + "@" +
             deadline_key(partnership_.deadlines(o.promise)[o.number]) + " is " +
             in_speech(look_.standing(o).state);
    }
    Diagnostic d =
        codes::diagnose(codes::completed_but_owed, in_quotes(status) + " is printed, and " + ids,
                        {}, "record what came in, or say what is left");
    if (!overdue) d.severity = Severity::note;
    look_.report(std::move(d), written, "status");
  }

  const Decision& decision_;
  Date day_;
  const DecisionLog& log_;
  RowLook& look_;
  const Partnership& partnership_;
  BodyId by_;
};

/// What is not decided says so, and what was recommended since when; nothing else.
void look_at_open(const Decision& decision, const DecisionLog& log, RowLook& look) {
  if (decision.kind == DecisionKind::decision) {
    if (log.recorded[look.index()]) return;  // its day is known, and yet to come
    look.measure("decided", "on a day that is not stated");
    look.report(codes::diagnose(codes::undated_decision, "no day is stated on which it was decided",
                                {}, "give its 'date': nothing can be asked of a day without one"),
                decision);
    return;
  }
  if (decision.recommended && look.until() < *decision.recommended) return;
  std::string by = decision.recommended_by ? "by " + decision.recommended_by.id : "";
  if (decision.by) by += (by.empty() ? "to " : " to ") + decision.by.id;
  if (decision.recommended)
    by += (by.empty() ? "on " : " on ") + with_weekday(*decision.recommended);
  if (!by.empty()) look.measure("recommended", std::move(by));
  look.measure("decided", "not recorded");
}

}  // namespace

void look_at(const Decision& decision, RowLook& look) {
  const DecisionLog& log = look.once([&] { return log_of_decisions(look); });
  const std::optional<Date> day = log.decided[look.index()];
  if (day)
    Look(decision, *day, log, look).run();
  else
    look_at_open(decision, log, look);
}

}  // namespace safegov::internal
