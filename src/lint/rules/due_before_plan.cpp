// A date that is over before the plan begins.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void due_before_plan(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    if (!promise.plan.period) return;
    const Date begins = promise.plan.period->range.first();
    for (const Deadline& deadline : promise.deadlines) {
      if (!deadline.range || deadline.range->last() >= begins) continue;
      auto& d = findings.report(
          promise, "due",
          in_quotes(deadline.text) + " is over before the plan begins on " + in_words(begins),
          "correct the date, or the plan's period");
      findings.relate(d, promise.plan, "period", "the plan's period");
    }
  });
}
}  // namespace safegov::internal::rules
