// A date that begins after the plan has ended.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void due_after_plan(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    if (!promise.plan.period) return;
    const Date ends = promise.plan.period->range.last();
    for (const Deadline& deadline : promise.deadlines) {
      if (!deadline.range || deadline.range->first() <= ends) continue;
      auto& d = findings.report(
          promise, "due", in_quotes(deadline.text) + " is after the plan ends on " + in_words(ends),
          "correct the date, or let the plan that follows promise it");
      findings.relate(d, promise.plan, "period", "the plan's period");
    }
  });
}
}  // namespace safegov::internal::rules
