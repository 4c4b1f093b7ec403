// An action whose number is that of another objective.
// SPDX-License-Identifier: Apache-2.0

#include <set>
#include <string_view>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void action_in_other_objective(const LintInput& in, RuleFindings& findings) {
  for (const Plan& plan : in.plans()) {
    std::set<std::string_view> numbers;
    for (const Objective& objective : plan.objectives) numbers.insert(objective.no);
    for (const Objective& objective : plan.objectives)
      for (const Action& action : objective.actions) {
        const std::string_view of = std::string_view(action.no).substr(0, action.no.rfind('.'));
        if (of == objective.no || of == action.no || !numbers.contains(of)) continue;
        findings.report(
            action, "no",
            "action " + in_quotes(action.no) + " stands under objective " + in_quotes(objective.no),
            "move it, or number it anew");
      }
  }
}
}  // namespace safegov::internal::rules
