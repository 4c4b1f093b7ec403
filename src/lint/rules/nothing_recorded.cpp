// A plan of which things were due, and of which nothing is recorded, good or bad.
// SPDX-License-Identifier: Apache-2.0

#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"
#include "lint/rated_plans.hpp"

namespace safegov::internal::rules {
void nothing_recorded(const LintInput& in, RuleFindings& findings) {
  constexpr std::size_t enough = 3;  // one report that is missing is that report's matter
  const Obligations& owed = in.state.obligations();
  std::vector<bool> known = rated_plans(in);
  std::vector<std::size_t> overdue(in.plans().size());
  for (std::size_t row = 0; row < owed.size(); ++row) {
    const PlanId plan = owed.plan()[row];
    if (in.partnership.is_register(plan) || known[plan.index]) continue;
    if (in.state[row] == State::overdue) ++overdue[plan.index];
    if (!in.state.history(row).empty()) known[plan.index] = true;
  }
  for (std::size_t i = 0; i < overdue.size(); ++i) {
    if (overdue[i] < enough || known[i]) continue;
    const Plan& plan = in.plans()[i];
    findings.report(plan, "plan",
                    "of " + counted(static_cast<long long>(overdue[i]), "report") + " that " +
                        "were due by " + in_words(in.as_at) +
                        " none is recorded, and nothing is rated",
                    "record what came in ('safegov record'), or what did not");
  }
}
}  // namespace safegov::internal::rules
