// A plan whose last year or more has nothing due in it.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <vector>

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void gap_in_horizon(const LintInput& in, RuleFindings& findings) {
  std::vector<std::optional<Date>> last(in.plans().size());
  std::vector<bool> unclear(in.plans().size());
  each_promise(in, [&](const PromiseIn& promise) {
    auto& of_plan = last[promise.resolved.plan.index];
    for (const Deadline& deadline : promise.deadlines) {
      // It may well lie there.
      if (deadline.kind == DeadlineKind::unresolved) unclear[promise.resolved.plan.index] = true;
      if (deadline.range && (!of_plan || *of_plan < deadline.range->last()))
        of_plan = deadline.range->last();
    }
  });
  for (std::size_t i = 0; i < last.size(); ++i) {
    const Plan& plan = in.plans()[i];
    if (!last[i] || !plan.period || unclear[i]) continue;
    const Date ends = plan.period->range.last();
    // A year: what is due once a year leaves no shorter gap to speak of.
    if (last[i]->days() + 365 >= ends.days()) continue;
    findings.report(
        plan, "period",
        "nothing is due after " + in_words(*last[i]) + ", and the plan runs to " + in_words(ends),
        "say what is to come in the rest of it, or shorten it");
  }
}
}  // namespace safegov::internal::rules
