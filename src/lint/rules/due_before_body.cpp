// A date that is over before one of its parties existed, or the partnership itself.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void due_before_body(const LintInput& in, RuleFindings& findings) {
  const BodyId whole = in.whole();
  each_promise(in, [&](const PromiseIn& promise) {
    const auto check = [&](BodyId party) {
      const Body* body = in.body(party);
      if (body == nullptr || !body->from) return false;
      for (const Deadline& deadline : promise.deadlines) {
        if (!deadline.range || deadline.range->last() >= *body->from) continue;
        // What is over before the plan begins is said by due-before-plan.
        if (party == whole && promise.plan.period &&
            deadline.range->last() < promise.plan.period->range.first())
          continue;
        auto& d = findings.report(promise, "due",
                                  in_quotes(deadline.text) + " is over before '" + body->id +
                                      "' began on " + in_words(*body->from),
                                  "correct the date, or name the body that there was then");
        findings.relate(d, *body, "from", "its first day");
        return true;
      }
      return false;
    };
    const BodyId from = promise.resolved.from, to = promise.resolved.to;
    bool said = false;
    if (from != to) {  // of a self-report self-report speaks
      said = check(from);
      said = check(to) || said;
    }
    if (!said && whole != from && whole != to) check(whole);
  });
}
}  // namespace safegov::internal::rules
