// A report that a body owes to itself.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void self_report(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    const BodyId from = promise.resolved.from;
    if (!from || from != promise.resolved.to) return;
    // Above the top there is nobody to whom it could report.
    if (from == in.network.top() && in.partnership[from].reports_to.empty()) return;
    findings.report(promise, "to", "'" + in.partnership[from].id + "' reports to itself",
                    "say who holds it to account");
  });
}
}  // namespace safegov::internal::rules
