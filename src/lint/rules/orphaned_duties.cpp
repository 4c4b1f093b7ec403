// A body that has ended, and whose duties nobody took over.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"
#include "lint/odd_bodies.hpp"

namespace safegov::internal::rules {

void orphaned_duties(const LintInput& in, RuleFindings& findings) {
  each_odd_body(in, NetworkOddity::orphaned_duties, [&](BodyId, const Body& body) {
    findings.report(body, "until",
                    "'" + body.id + "' ended before what it owes or is owed, and nobody took over",
                    "say who took over, with 'succeeds'");
  });
}
}  // namespace safegov::internal::rules
