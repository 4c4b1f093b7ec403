// An action that says nothing of how anybody will know, or an objective without any.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void nothing_promised(const LintInput& in, RuleFindings& findings) {
  for (const Plan& plan : in.plans())
    for (const Objective& objective : plan.objectives) {
      if (objective.actions.empty())
        findings.report(objective, "no", "objective " + in_quotes(objective.no) + " has no action",
                        "say how it is to be reached");
      for (const Action& action : objective.actions)
        if (action.promises.empty())
          findings.report(
              action, "no",
              "action " + in_quotes(action.no) + " says nothing of how anybody will know",
              "say what is to be reported, to whom and by when");
    }
}
}  // namespace safegov::internal::rules
