// A date that is over before one of its two parties existed.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void due_before_body(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    for (const BodyId party : {promise.resolved.from, promise.resolved.to}) {
      const Body* body = in.body(party);
      if (body == nullptr || !body->from) continue;
      if (party == promise.resolved.to && party == promise.resolved.from) continue;  // self-report
      for (const Deadline& deadline : promise.deadlines) {
        if (!deadline.range || deadline.range->last() >= *body->from) continue;
        auto& d = findings.report(promise, "due",
                                  in_quotes(deadline.text) + " is over before '" + body->id +
                                      "' began on " + in_words(*body->from),
                                  "correct the date, or name the body that there was then");
        findings.relate(d, *body, "from", "its first day");
      }
    }
  });
}
}  // namespace safegov::internal::rules
