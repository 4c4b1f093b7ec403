// A plan whose last year or more has nothing due in it.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"
#include "lint/plan_days.hpp"

namespace safegov::internal::rules {

void gap_in_horizon(const LintInput& in, RuleFindings& findings) {
  const auto days = days_of_plans(in);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Plan& plan = in.plans()[i];
    // What is not clear may well lie there.
    if (!days[i].last || !plan.period || days[i].unclear) continue;
    const Date ends = plan.period->range.last();
    // A year, leap day and all: what is due once a year leaves no shorter gap to speak of.
    if (days[i].last->days() + 366 >= ends.days()) continue;
    findings.report(plan, "period",
                    "nothing is due after " + in_words(*days[i].last) + ", and the plan runs to " +
                        in_words(ends),
                    "say what is to come in the rest of it, or shorten it");
  }
}
}  // namespace safegov::internal::rules
