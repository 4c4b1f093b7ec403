// A plan that is carried out and still a draft.
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include "base/text.hpp"
#include "lint/catalogue.hpp"
#include "lint/plan_days.hpp"

namespace safegov::internal::rules {

void still_proposed(const LintInput& in, RuleFindings& findings) {
  const auto days = days_of_plans(in);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Plan& plan = in.plans()[i];
    const std::string status = lower(plan.status);
    if (status.find("draft") == std::string::npos && status.find("propos") == std::string::npos)
      continue;
    if (!days[i].first || in.as_at <= *days[i].first) continue;
    findings.report(plan, "status",
                    "the plan is " + in_quotes(plan.status) +
                        ", and things have been due under it since " + in_words(*days[i].first),
                    "say who approved it, and that it is in force");
  }
}
}  // namespace safegov::internal::rules
