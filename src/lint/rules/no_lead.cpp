// An action that nobody leads.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void no_lead(const LintInput& in, RuleFindings& findings) {
  for (const Plan& plan : in.plans())
    for (const Objective& objective : plan.objectives)
      for (const Action& action : objective.actions)
        if (!action.lead)
          findings.report(action, "no", "nobody leads action " + in_quotes(action.no),
                          "say who does: 'lead: qa'");
}
}  // namespace safegov::internal::rules
