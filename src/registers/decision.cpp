// The register of decisions.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/decision.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

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
      field<&Decision::date>("date", "The day on which it was decided."),
      field<&Decision::by>("by", "Who decided."),
      field<&Decision::status>("status", "As printed: `Completed`."),
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
  for (const Promise& promise : decision.follow_up) issue.promise(promise);
  Record& decided = issue.happened(RecordKind::decided, issue.id(), "date");
  decided.date = decision.date;
  decided.by = decision.by;
  decided.reference = decision.reference;
  for (const DecisionPart& part : decision.parts) {
    if (part.follow_up.empty()) continue;
    issue.part(decision.id + "." + part.no, part.origin).text = part.text;
    for (const Promise& promise : part.follow_up) issue.promise(promise);
  }
}

void look(const Decision& decision, RowLook& look) {
  if (decision.date) look.measure("decided", in_words(*decision.date));
  if (decision.by) look.measure("by", decision.by.id);
  if (!decision.status.empty()) look.measure("status", decision.status);
  if (!decision.date) return;
  const Weekday day = decision.date->weekday();
  if (day == Weekday::saturday || day == Weekday::sunday)
    look.report(codes::diagnose(codes::decided_at_weekend,
                                in_words(*decision.date) + " is a " +
                                    (day == Weekday::saturday ? "Saturday" : "Sunday"),
                                {}, "look whether day and month are right"),
                decision, "date");
}

}  // namespace

const Register& decisions_register() {
  static constexpr Field list[] = {
      rows<Decision>("decisions", "Who decided what on which day, and what follows from it.")};
  static constexpr RowRules<Decision> rules{.issue = issue, .look = look};
  static constexpr Register decisions = register_of("Decisions", list, rules);
  return decisions;
}

}  // namespace safegov
