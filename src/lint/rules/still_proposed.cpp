// A plan that is carried out and still a draft.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void still_proposed(const LintInput& in, RuleFindings& findings) {
  std::vector<std::optional<Date>> first(in.plans().size());
  each_promise(in, [&](const PromiseIn& promise) {
    auto& of_plan = first[promise.resolved.plan.index];
    for (const Deadline& deadline : promise.deadlines)
      if (deadline.range && (!of_plan || deadline.range->last() < *of_plan))
        of_plan = deadline.range->last();
  });
  for (std::size_t i = 0; i < first.size(); ++i) {
    const Plan& plan = in.plans()[i];
    const std::string status = lower(plan.status);
    if (status.find("draft") == std::string::npos && status.find("propos") == std::string::npos)
      continue;
    if (!first[i] || in.as_at <= *first[i]) continue;
    findings.report(plan, "status",
                    "the plan is " + in_quotes(plan.status) +
                        ", and things have been due under it "
                        "since " +
                        in_words(*first[i]),
                    "say who approved it, and that it is in force");
  }
}
}  // namespace safegov::internal::rules
