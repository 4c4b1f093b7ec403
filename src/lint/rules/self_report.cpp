// A report that a body owes to itself.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void self_report(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    if (!promise.resolved.from || promise.resolved.from != promise.resolved.to) return;
    findings.report(promise, "to",
                    "'" + in.partnership[promise.resolved.from].id + "' reports to itself",
                    "say who holds it to account");
  });
}
}  // namespace safegov::internal::rules
