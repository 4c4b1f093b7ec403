// An objective that serves none of the plan's priorities.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void objective_without_priority(const LintInput& in, RuleFindings& findings) {
  for (const Plan& plan : in.plans()) {
    if (plan.priorities.empty()) continue;
    const auto maps = [](const Objective& objective) { return !objective.priorities.empty(); };
    if (std::ranges::none_of(plan.objectives, maps)) {
      findings.report(plan, "priorities",
                      "no objective says which of the plan's " +
                          counted(static_cast<long long>(plan.priorities.size()), "priority") +
                          " it serves",
                      "say so at each objective: 'priorities: [1]'");
      continue;
    }
    for (const Objective& objective : plan.objectives)
      if (!maps(objective))
        findings.report(objective, "no",
                        "objective " + in_quotes(objective.no) + " serves none of the priorities",
                        "say which it serves: 'priorities: [1]'");
  }
}
}  // namespace safegov::internal::rules
