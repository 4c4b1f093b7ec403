// Something owed by or to a body that has ended by then.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void due_from_gone_body(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    const auto check = [&](BodyId party, const char* part) {
      const Body* body = in.body(party);
      if (body == nullptr || !body->until) return;
      for (const Deadline& deadline : promise.deadlines) {
        if (!deadline.range || deadline.range->first() <= *body->until) continue;
        const BodyId heir = in.network.holder_of(party);
        auto& d = findings.report(promise, "due",
                                  "'" + body->id + "', which " + part + " this, has ended before " +
                                      in_quotes(deadline.text),
                                  heir && heir != party
                                      ? "say '" + in.partnership[heir].id + "', which took over"
                                      : "name the body that took over, and say so with 'succeeds'");
        findings.relate(d, *body, "until", "its last day");
        return;  // the later ones are no news
      }
    };
    check(promise.resolved.from, "owes");
    if (promise.resolved.to != promise.resolved.from) check(promise.resolved.to, "receives");
    const BodyId lead = promise.resolved.lead;
    if (lead != promise.resolved.from && lead != promise.resolved.to) check(lead, "leads");
  });
}
}  // namespace safegov::internal::rules
