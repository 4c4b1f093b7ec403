// Children whom a plan puts first and nothing in it is for.
// SPDX-License-Identifier: Apache-2.0

#include <set>
#include <string_view>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void focus_group_left_out(const LintInput& in, RuleFindings& findings) {
  for (const Plan& plan : in.plans()) {
    std::set<std::string_view> named;
    for (const Objective& objective : plan.objectives) {
      for (const auto& group : objective.focus) named.insert(group.id);
      for (const Action& action : objective.actions)
        for (const auto& group : action.focus) named.insert(group.id);
    }
    if (named.empty() && !plan.focus_groups.empty()) {
      findings.report(plan, "focus-groups",
                      "nothing in the plan says which of its " +
                          counted(static_cast<long long>(plan.focus_groups.size()), "focus group") +
                          " it is for",
                      "say so at objectives or actions: 'focus: [care-leavers]'");
      continue;
    }
    for (const FocusGroup& group : plan.focus_groups)
      if (!named.contains(group.id) && !named.contains(group.name))
        findings.report_at(in.partnership.where(group), plan, "focus-groups",
                           "nothing in the plan is for " + in_quotes(group.label()),
                           "say what is, or take the group out");
  }
}
}  // namespace safegov::internal::rules
