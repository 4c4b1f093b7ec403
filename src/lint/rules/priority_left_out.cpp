// A priority that no objective serves.
// SPDX-License-Identifier: Apache-2.0

#include <set>
#include <string_view>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void priority_left_out(const LintInput& in, RuleFindings& findings) {
  for (const Plan& plan : in.plans()) {
    std::set<std::string_view> served;
    for (const Objective& objective : plan.objectives)
      for (const Ref<Priority>& priority : objective.priorities) served.insert(priority.id);
    if (served.empty()) continue;  // objective-without-priority says it once
    for (const Priority& priority : plan.priorities)
      if (!served.contains(priority.no))
        findings.report_at(in.partnership.where(priority, "no"), plan, "priorities",
                           "no objective serves priority " + in_quotes(priority.no),
                           "say which does, or drop it");
  }
}
}  // namespace safegov::internal::rules
