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
        // Of `2.1.3`: `2.1` if there is such an objective, or else `2`.
        std::string_view of = action.no;
        do {
          const std::size_t dot = of.rfind('.');
          of = dot == of.npos ? std::string_view() : of.substr(0, dot);
        } while (!of.empty() && !numbers.contains(of));
        if (of.empty() || of == objective.no) continue;
        findings.report(
            action, "no",
            "action " + in_quotes(action.no) + " stands under objective " + in_quotes(objective.no),
            "move it, or number it anew");
      }
  }
}
}  // namespace safegov::internal::rules
