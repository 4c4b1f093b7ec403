// Children whom a plan puts first and nothing in it is for.
// SPDX-License-Identifier: Apache-2.0

#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"
#include "model/focus.hpp"

namespace safegov::internal::rules {

void focus_group_left_out(const LintInput& in, RuleFindings& findings) {
  for (const Plan& plan : in.plans()) {
    std::vector<bool> served(plan.focus_groups.size());
    bool any = false;
    const auto take = [&](const std::vector<Ref<FocusGroup>>& focus) {
      for (const auto& group : focus) {
        any = true;
        if (const MeantGroups meant = focus_groups_called(plan, group.id); meant.count > 0)
          served[meant.first] = true;
      }
    };
    for (const Objective& objective : plan.objectives) {
      take(objective.focus);
      for (const Action& action : objective.actions) take(action.focus);
    }
    if (!any && !plan.focus_groups.empty()) {
      findings.report(plan, "focus-groups",
                      "nothing in the plan says which of its " +
                          counted(static_cast<long long>(plan.focus_groups.size()), "focus group") +
                          " it is for",
                      "say so at objectives or actions: 'focus: [care-leavers]'");
      continue;
    }
    for (std::size_t i = 0; i < served.size(); ++i)
      if (!served[i])
        findings.report_at(in.partnership.where(plan.focus_groups[i]), plan, "focus-groups",
                           "nothing in the plan is for " + in_quotes(plan.focus_groups[i].label()),
                           "say what is, or take the group out");
  }
}
}  // namespace safegov::internal::rules
