// A plan that is to be rated, of which things were due, and none of it is rated.
// SPDX-License-Identifier: Apache-2.0

#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"
#include "lint/rated_plans.hpp"

namespace safegov::internal::rules {

void nothing_rated(const LintInput& in, RuleFindings& findings) {
  constexpr std::size_t enough = 3;  // until then nobody had much to rate
  const Obligations& owed = in.state.obligations();
  const std::vector<bool> rated = rated_plans(in);
  std::vector<std::size_t> over(in.plans().size());
  std::vector<bool> recorded(in.plans().size());
  for (std::size_t row = 0; row < owed.size(); ++row) {
    const PlanId plan = owed.plan()[row];
    if (in.partnership.is_register(plan)) continue;
    if (!in.state.history(row).empty()) recorded[plan.index] = true;
    if (owed.last()[row] < in.as_at.days()) ++over[plan.index];
  }
  for (std::uint32_t i = 0; i < over.size(); ++i) {
    // That nothing at all is recorded is said by nothing-recorded.
    if (over[i] < enough || rated[i] || !recorded[i]) continue;
    if (!in.plans()[i].ratings && !in.partnership.arrangements().ratings) continue;
    findings.report(in.plans()[i], "objectives",
                    counted(static_cast<long long>(over[i]), "report") + " were due by " +
                        in_words(in.as_at) + ", and nothing in the plan is rated",
                    "rate it, action by action ('safegov record'), or take its ratings out");
  }
}
}  // namespace safegov::internal::rules
