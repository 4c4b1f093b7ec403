// An action that one body leads and another is to report on.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

namespace {

bool chairs(const Body& who, const Body& what) {
  return std::ranges::any_of(what.chair, [&](const Chair& chair) {
    return chair.held_by.id == who.id ||
           std::ranges::find(chair.order, who.id, &BodyRef::id) != chair.order.end();
  });
}

}  // namespace

void lead_is_not_reporter(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    const BodyId from = promise.resolved.from, lead = promise.resolved.lead;
    // What the lead itself receives is what it works from.
    if (!from || !lead || from == lead || promise.resolved.to == lead) return;
    // A group reports on what its chair leads.
    if (chairs(in.partnership[lead], in.partnership[from])) return;
    auto& d = findings.report(promise, "from",
                              "'" + in.partnership[from].id + "' is to report on what '" +
                                  in.partnership[lead].id + "' leads",
                              "let the lead report, or say why another does");
    findings.relate(d, promise.action, "lead", "who leads");
  });
}
}  // namespace safegov::internal::rules
