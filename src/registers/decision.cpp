// The register of decisions: what a row holds, what it issues and what cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <variant>

#include <safegov/decision.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/decision_look.hpp"
#include "registers/other_rows.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;
using internal::in_quotes;

template <>
std::span<const std::string_view> words_of<DecisionKind>() {
  static constexpr std::array<std::string_view, 2> words{"decision", "recommendation"};
  return words;
}

template <>
const Type& type_of<Votes>() {
  static constexpr Field fields[] = {
      field<&Votes::in_favour>("for", "Who voted for it."),
      field<&Votes::against>("against", "Who voted against it."),
      field<&Votes::abstained>("abstained", "Who did neither."),
  };
  static constexpr Type type = described<Votes>("votes", "How the parties voted.", fields);
  return type;
}

template <>
const Type& type_of<DecisionPart>() {
  static constexpr Field fields[] = {
      field<&DecisionPart::no>("no", "Its letter or number, as printed.", Need::required),
      field<&DecisionPart::text>("text", "What was decided.", Need::required),
      field<&DecisionPart::status>("status", "As printed: `Completed`."),
      field<&DecisionPart::reference>("reference", "What it is filed under."),
      field<&DecisionPart::follow_up>("follow-up", "What somebody is to do about it."),
      field<&DecisionPart::source>("source", docs::source),
      field<&DecisionPart::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&DecisionPart::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<DecisionPart>("decision-part", "A lettered part of a decision.", fields);
  return type;
}

template <>
const Type& type_of<Decision>() {
  static constexpr Field fields[] = {
      field<&Decision::id>("id", docs::id, Need::required),
      field<&Decision::no>("no", "Its number, as printed."),
      field<&Decision::text>("text", "What was decided, as printed.", Need::required),
      field<&Decision::kind>("kind", "A recommendation is no decision before it has a `date`."),
      field<&Decision::date>("date", "The day on which it was decided."),
      field<&Decision::recorded>("recorded",
                                 "When that was written down; the same day unless given."),
      field<&Decision::by>("by", "Who decided; of a recommendation, who is asked to."),
      field<&Decision::at>("at",
                           "Where: the id of a meeting (`bmg of Oct 2025`), of the row of its "
                           "minutes, or of the body that met."),
      field<&Decision::recommended_by>("recommended-by", "Who recommended it."),
      field<&Decision::recommended>("recommended", "The day on which it was recommended."),
      field<&Decision::mandate>("mandate", "The words of the mandate that it relies on."),
      field<&Decision::votes>("votes", "How the parties voted."),
      field<&Decision::cost>("cost", "What it costs, as printed."),
      field<&Decision::status>("status", "As printed: `Completed`."),
      field<&Decision::status_on>("status-on",
                                  "The day of which the status was printed; not told before it."),
      field<&Decision::reference>("reference", "What it is filed under."),
      field<&Decision::supersedes>("supersedes", "Earlier decisions that it takes the place of."),
      field<&Decision::parts>("parts", "Its lettered parts."),
      field<&Decision::follow_up>("follow-up", "What somebody is to do about it."),
      field<&Decision::source>("source", docs::source),
      field<&Decision::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Decision::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Decision>("decision", "One decision of a log.", fields);
  return type;
}

namespace {

void issue(const Decision& decision, Issue& issue) {
  issue.action().lead = decision.by;
  issue.count_from(decision.date);
  issue.promised_on(decision.date);
  // Nothing follows from what nobody has decided.
  const bool decided = decision.kind == DecisionKind::decision || decision.date;
  if (decided)
    for (const Promise& promise : decision.follow_up) issue.promise(promise);
  Record& record = issue.happened(RecordKind::decided, issue.id(), "date");
  record.date = decision.date;
  record.recorded = decision.recorded;
  record.by = decision.by;
  record.reference = decision.reference;
  for (const DecisionPart& part : decision.parts) {
    Action& action = issue.part(decision.id + "." + part.no, part.origin);
    action.text = part.text;
    action.source = part.source;
    if (decided)
      for (const Promise& promise : part.follow_up) issue.promise(promise);
  }
}

/// By id; of two of one id, which is an error, the first.
using DecisionsById = std::map<std::string_view, const Decision*>;

DecisionsById by_id(const Partnership& partnership) {
  DecisionsById all;
  for (const Decision& decision : partnership.list<Decision>()) all.emplace(decision.id, &decision);
  return all;
}

bool comes_after(const Decision& a, const Decision& b) {
  return a.date && b.date && *a.date > *b.date;
}

/// The links that lead back to where one came from, each as (decision, the one it supersedes). A
/// link to a later decision has been said to be wrong, and is not followed.
struct Circles {
  std::set<std::pair<const Decision*, const Decision*>> links;
};

Circles circles(const Partnership& partnership, const DecisionsById& all) {
  enum class Mark { open, on_path, done };
  struct Step {
    const Decision* decision;
    std::size_t next;
  };
  Circles found;
  std::map<const Decision*, Mark> marks;
  for (const Decision& start : partnership.list<Decision>()) {
    if (marks[&start] != Mark::open) continue;
    std::vector<Step> path{{&start, 0}};
    marks[&start] = Mark::on_path;
    while (!path.empty()) {
      const Decision& decision = *path.back().decision;
      if (path.back().next == decision.supersedes.size()) {
        marks[&decision] = Mark::done;
        path.pop_back();
        continue;
      }
      const auto other = all.find(decision.supersedes[path.back().next++].id);
      if (other == all.end() || other->second == &decision || comes_after(*other->second, decision))
        continue;
      Mark& mark = marks[other->second];
      if (mark == Mark::on_path) found.links.emplace(&decision, other->second);
      if (mark != Mark::open) continue;
      mark = Mark::on_path;
      path.push_back({other->second, 0});
    }
  }
  return found;
}

void check_supersedes(const Decision& decision, RowCheck& check) {
  const auto& all = check.once([&] { return by_id(check.partnership()); });
  for (const Ref<Decision>& ref : decision.supersedes) {
    const auto other = all.find(ref.id);
    if (other == all.end()) continue;  // said as an unknown reference
    const bool itself = ref.id == decision.id;
    if (!itself && !comes_after(*other->second, decision)) {
      const auto& wrong = check.once([&] { return circles(check.partnership(), all); });
      if (!wrong.links.contains({&decision, other->second})) continue;
      auto& d =
          check.report(codes::diagnose(codes::circle_of_decisions,
                                       in_quotes(decision.id) + " supersedes " + in_quotes(ref.id) +
                                           ", which supersedes it in turn",
                                       {}, "only the later of two can take the place of the other"),
                       decision, "supersedes");
      check.relate(d, *other->second, "supersedes", "and back from here");
      continue;
    }
    auto& d = check.report(
        codes::diagnose(codes::supersedes_later,
                        itself ? in_quotes(decision.id) + " supersedes itself"
                               : in_quotes(decision.id) + " of " + in_words(*decision.date) +
                                     " supersedes " + in_quotes(ref.id) +
                                     ", which is later: " + in_words(*other->second->date),
                        {}, "name the earlier decision, or correct one of the days"),
        decision, "supersedes");
    if (!itself) check.relate(d, *other->second, "date", "the later one");
  }
}

void check_place(const Decision& decision, RowCheck& check) {
  if (!decision.at) return;
  const Partnership& partnership = check.partnership();
  const About where = partnership.find(decision.at.id);
  if (where == About{}) return;  // said as an unknown reference
  if (!internal::may_be_met_at(partnership, where)) {
    check.report(codes::diagnose(codes::wrong_subject,
                                 "nothing can be decided at " + in_quotes(decision.at.id), {},
                                 "name a meeting ('bmg of Oct 2019'), the row of its minutes, or "
                                 "the body that met"),
                 decision, "at");
    return;
  }
  const auto& known = check.once([&] { return internal::days_of_meetings(check.partnership()); });
  const auto first = internal::first_day_of(partnership, known, where);
  if (!first || !decision.date || *first <= *decision.date) return;
  check.report(codes::diagnose(codes::decided_before_meeting,
                               "it was decided on " + iso(*decision.date) + ", at a meeting that " +
                                   "is not before " + iso(*first),
                               {}, "correct the day, or name the meeting that was"),
               decision, "date");
}

void check_votes(const Decision& decision, RowCheck& check) {
  if (!decision.votes) return;
  const Votes& votes = *decision.votes;
  std::map<std::string_view, std::string_view> voted;
  for (const auto& [list, how] :
       {std::pair(&votes.in_favour, "for"), std::pair(&votes.against, "against"),
        std::pair(&votes.abstained, "abstained")})
    for (const BodyRef& body : *list) {
      if (!body) continue;
      const auto [before, fresh] = voted.emplace(body.id, how);
      if (fresh) continue;
      const std::string_view first = before->second;
      auto& d = check.report(codes::diagnose(codes::voted_twice,
                                             in_quotes(body.id) + " votes twice: '" +
                                                 std::string(first) + "' and '" + how + "'",
                                             {}, "each has one vote, or abstains"),
                             votes, how);
      if (first != how) check.relate(d, votes, first, "the other vote");
    }
}

void check(const Decision& decision, RowCheck& check) {
  check_supersedes(decision, check);
  check_place(decision, check);
  check_votes(decision, check);
  if (decision.recommended && decision.date && *decision.date < *decision.recommended) {
    auto& d = check.report(
        codes::diagnose(codes::decided_before_recommended,
                        "it was decided on " + iso(*decision.date) +
                            ", before it was recommended on " + iso(*decision.recommended),
                        {}, "correct one of the two days"),
        decision, "date");
    check.relate(d, decision, "recommended", "recommended on this day");
  }
}

}  // namespace

const Register& decisions_register() {
  static constexpr Field list[] = {
      rows<Decision>("decisions", "Who decided what on which day, and what follows from it.")};
  static constexpr RowRules<Decision> rules{
      .issue = issue, .check = check, .look = internal::look_at};
  static constexpr Register decisions =
      register_of("Decisions", list, rules, Audience::partnership);
  return decisions;
}

}  // namespace safegov
