// The register of inspections.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/inspection.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/follow_up.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<VisitKind>() {
  static constexpr std::array<std::string_view, 7> words{
      "inspection",      "focused-visit", "monitoring-visit", "audit", "review",
      "thematic-review", "other"};
  return words;
}

template <>
const Type& type_of<InspectionPart>() {
  using Part = InspectionPart;
  static constexpr Field fields[] = {
      field<&Part::no>("no", "Its number or word: `1`.", Need::required),
      field<&Part::text>("text", "The priority or domain, as printed.", Need::required),
      field<&Part::actions>("actions", "What is to be done under it."),
      field<&Part::source>("source", docs::source),
      field<&Part::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Part::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Part>(
      "inspection-part", "A priority action or a domain of an improvement plan.", fields);
  return type;
}

template <>
const Type& type_of<Inspection>() {
  static constexpr Field fields[] = {
      field<&Inspection::id>("id", docs::id, Need::required),
      field<&Inspection::by>("by", "Who looked, from outside.", Need::required),
      field<&Inspection::of>("of", "Who was looked at."),
      field<&Inspection::when>("when", "The day, month or year of it, as printed."),
      field<&Inspection::kind>("kind", "Why they looked."),
      field<&Inspection::title>("title", "What print calls it."),
      field<&Inspection::judgement>("judgement", "As printed: `inadequate`."),
      field<&Inspection::text>("text", "What was found, as printed."),
      field<&Inspection::in>("in", "The document that tells of it."),
      field<&Inspection::dated>("dated",
                                "The day of that document, from which the words of actions count.",
                                Need::required),
      field<&Inspection::board>("board", "Who oversees what follows, as printed."),
      field<&Inspection::board_met>("board-met", "How often they have met."),
      field<&Inspection::fund>("fund", "What it may cost, as printed."),
      field<&Inspection::parts>("parts", "Priority actions or domains."),
      field<&Inspection::actions>("actions", "What is to be done, under no part."),
      field<&Inspection::follow_up>("follow-up", "What followed as a whole, as documents have it."),
      field<&Inspection::source>("source", docs::source),
      field<&Inspection::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Inspection::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Inspection>(
      "inspection", "What a body from outside found, and what followed.", fields);
  return type;
}

namespace {

using namespace internal;

void issue(const Inspection& row, Issue& issue) {
  issue.action().lead = row.of;
  issue.count_from(row.dated);
  issue.promised_on(row.dated);
  for (const FollowUpAction& action : row.actions) issue_action(action, issue);
  for (const InspectionPart& part : row.parts) {
    if (part.no.empty()) continue;
    issue.part(row.id + "." + part.no, part.origin).text = part.text;
    for (const FollowUpAction& action : part.actions) issue_action(action, issue);
  }
}

/// All actions, in the order written: those of parts after the others.
std::vector<const FollowUpAction*> actions_of(const Inspection& row) {
  std::vector<const FollowUpAction*> all;
  for (const FollowUpAction& action : row.actions) all.push_back(&action);
  for (const InspectionPart& part : row.parts)
    for (const FollowUpAction& action : part.actions) all.push_back(&action);
  return all;
}

void check(const Inspection& row, RowCheck& check) {
  const auto days = row.when.empty() ? std::nullopt : days_of_words(row.when);
  if (!row.when.empty() && !days)
    check.report(
        codes::diagnose(codes::unclear_when, in_quotes(row.when) + " is not one day, month or year",
                        {}, "write a day, month or year: 'November 2018', '2021/22'"),
        row, "when");
  const auto too_early = [&](const ActionProgress& p) {
    if (!days || !p.dated || days->first() <= *p.dated) return;
    auto& d = check.report(
        codes::diagnose(codes::follow_up_before_visit,
                        "this is of " + in_words(*p.dated) + ", before the visit of " + row.when,
                        {}, "correct one of the two days"),
        p, "dated");
    check.relate(d, row, "when", "the visit");
  };
  for (const ActionProgress& p : row.follow_up) too_early(p);
  for (const FollowUpAction* action : actions_of(row))
    for (const ActionProgress& p : action->progress) too_early(p);
}

long long count_done(const Inspection& row, RowLook& look) {
  const auto received = received_by(look);
  const std::string own = "inspections/" + row.id;
  long long done = 0;
  for (const FollowUpAction& action : row.actions)
    done += is_done(action, own + "/" + action.id, received, look) ? 1 : 0;
  for (const InspectionPart& part : row.parts)
    for (const FollowUpAction& action : part.actions)
      done += is_done(action, own + "." + part.no + "/" + action.id, received, look) ? 1 : 0;
  return done;
}

void look(const Inspection& row, RowLook& look) {
  look.measure("by", row.by.id + (row.when.empty() ? "" : ", " + row.when));
  if (!known_by(row.dated, {}, look.as_at(), look.known_at())) return;
  if (!row.judgement.empty()) look.measure("judgement", row.judgement);
  const auto actions = actions_of(row);
  if (!row.parts.empty()) look.measure("parts", static_cast<long long>(row.parts.size()));
  look.measure("actions", static_cast<long long>(actions.size()));
  if (!actions.empty())
    look.measure("done", count_done(row, look), static_cast<long long>(actions.size()));
  if (!row.board.empty())
    look.measure("board", row.board + (row.board_met ? ", met " + counted(*row.board_met, "time")
                                                     : std::string()));
  if (!row.fund.empty()) look.measure("fund", row.fund);
  const ActionProgress* last = last_known(row.follow_up, look);
  if (last != nullptr) look.measure("followed by", last->text);
  if (actions.empty() && (last == nullptr || last->outcome == ProgressKind::no_sequel))
    look.report(codes::diagnose(codes::no_follow_up, "nothing follows from " + row.id, {},
                                "say what is to be done about it, by whom and by when"),
                row, "by");
}

}  // namespace

const Register& inspections_register() {
  static constexpr Field list[] = {rows<Inspection>(
      "inspections", "What bodies from outside found, and what is done about it.")};
  static constexpr RowRules<Inspection> rules{.issue = issue, .check = check, .look = look};
  static constexpr Register inspections =
      register_of("Inspections", list, rules, Audience::partnership);
  return inspections;
}

}  // namespace safegov
