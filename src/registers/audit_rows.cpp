// Which audits there are, and what is known of each by a day.
// SPDX-License-Identifier: Apache-2.0

#include "registers/audit_rows.hpp"

#include <algorithm>

#include <safegov/partnership.hpp>

#include "base/text.hpp"
#include "registers/when.hpp"

namespace safegov::internal {

AuditIndex index_audits(std::span<const Audit> audits) {
  AuditIndex all{.audits = {},
                 .by_id = RowsById(audits),
                 .of_programme = {},
                 .of_theme = {},
                 .original = {},
                 .again = std::vector<std::vector<std::size_t>>(audits.size()),
                 .closing = {}};
  RowEdges edges(audits.size());
  for (std::size_t i = 0; i < audits.size(); ++i) {
    const Audit& audit = audits[i];
    all.audits.push_back(&audit);
    if (audit.programme) all.of_programme[audit.programme.id].push_back(i);
    if (!audit.theme.empty()) all.of_theme[as_word(audit.theme)].push_back(i);
    const auto original = audit.re_audit_of ? all.by_id.find(audit.re_audit_of.id) : std::nullopt;
    all.original.push_back(original);
    if (!original) continue;
    all.again[*original].push_back(i);
    edges[i].push_back(*original);
  }
  all.closing = closing_rows(edges);
  return all;
}

std::optional<DateRange> days_of(const AuditOutcome& outcome) {
  if (outcome.date && outcome.date->range) return outcome.date->range;
  return outcome.dated ? std::optional(DateRange(*outcome.dated)) : std::nullopt;
}

const AuditOutcome* AuditStory::done() const {
  const AuditOutcome* first = nullptr;
  for (const AuditOutcome* o : outcomes)
    if (o->outcome == AuditResult::done &&
        (first == nullptr || days_of(*o)->last() < days_of(*first)->last()))
      first = o;
  return first;
}

const AuditOutcome* AuditStory::graded() const {
  const auto last = std::ranges::find_if(outcomes.rbegin(), outcomes.rend(),
                                         [](const AuditOutcome* o) { return !o->grade.empty(); });
  return last == outcomes.rend() ? nullptr : *last;
}

const AuditOutcome* AuditStory::explained() const {
  const auto last =
      std::ranges::find_if(outcomes.rbegin(), outcomes.rend(), [](const AuditOutcome* o) {
        return o->outcome == AuditResult::dropped ||
               (o->outcome == AuditResult::not_done && !o->reason.empty());
      });
  return last == outcomes.rend() ? nullptr : *last;
}

AuditStory known_of(const Audit& audit, RowLook& look) {
  AuditStory story;
  for (const AuditPlan& plan : audit.planned)
    if (known_by(plan.dated, {}, look.as_at(), look.known_at())) story.plans.push_back(&plan);
  for (const AuditOutcome& outcome : audit.outcomes) {
    const auto days = days_of(outcome);
    if (days && known_by(days->last(), outcome.dated, look.as_at(), look.known_at()))
      story.outcomes.push_back(&outcome);
  }
  const auto told = [](const auto* one) { return *one->dated; };
  std::ranges::stable_sort(story.plans, {}, told);
  std::ranges::stable_sort(story.outcomes, {}, told);
  return story;
}

std::optional<Date> due_of(const Audit& audit, const AuditStory& story,
                           const Partnership& partnership) {
  if (story.plans.empty()) return {};
  const AuditPlan& plan = *story.plans.back();
  std::string id = "audits/" + audit.id + "/audit";
  if (plan.commitment)
    id = "commitments/" + plan.commitment.id + "/promise";
  else if (const auto days = days_of_words(plan.due))
    return days->last();
  std::optional<Date> last;
  if (const PromiseId promise = partnership.find_promise(id))
    for (const Deadline& deadline : partnership.deadlines(promise))
      if (deadline.range && (!last || *last < deadline.range->last()))
        last = deadline.range->last();
  return last;
}

std::string_view noun_of(std::optional<AuditMeasure> what) {
  switch (what.value_or(AuditMeasure::audits)) {
    case AuditMeasure::audits:
      return "audit";
    case AuditMeasure::audit_meetings:
      return "audit meeting";
    case AuditMeasure::meetings:
      break;
  }
  return "meeting";
}

}  // namespace safegov::internal
