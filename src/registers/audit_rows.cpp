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
                 .original = {},
                 .again = std::vector<std::vector<std::size_t>>(audits.size()),
                 .closing = {}};
  RowEdges edges(audits.size());
  for (std::size_t i = 0; i < audits.size(); ++i) {
    const Audit& audit = audits[i];
    all.audits.push_back(&audit);
    if (audit.programme) all.of_programme[audit.programme.id].push_back(i);
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

std::optional<Date> last_day_of(std::string_view promise, RowLook& look) {
  const Partnership& partnership = look.partnership();
  std::optional<Date> last;
  if (const PromiseId id = partnership.find_promise(promise))
    for (const Deadline& deadline : partnership.deadlines(id))
      if (deadline.range && (!last || *last < deadline.range->last()))
        last = deadline.range->last();
  return last;
}

namespace {

struct Programmes {
  std::span<const AuditProgramme> all;
  RowsById by_id;
};

}  // namespace

std::optional<Date> due_of(const Audit& audit, const AuditStory& story, RowLook& look) {
  if (story.plans.empty()) return {};
  const AuditPlan& plan = *story.plans.back();
  std::optional<Date> last;
  if (plan.commitment)
    last = last_day_of("commitments/" + plan.commitment.id + "/promise", look);
  else if (const auto days = days_of_words(plan.due))
    last = days->last();
  else
    last = last_day_of("audits/" + audit.id + "/audit", look);
  if (last || !audit.programme) return last;
  const Programmes& programmes = look.once([&] {
    const auto all = look.partnership().list<AuditProgramme>();
    return Programmes{all, RowsById(all)};
  });
  const auto row = programmes.by_id.find(audit.programme.id);
  return row ? std::optional(programmes.all[*row].period->range.last()) : std::nullopt;
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
