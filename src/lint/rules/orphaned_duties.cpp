// A body that has ended, and whose duties nobody took over.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void orphaned_duties(const LintInput& in, RuleFindings& findings) {
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::orphaned_duties) continue;
    for (const BodyId id : found.bodies) {
      const Body& body = in.partnership[id];
      findings.report(
          body, "until",
          "'" + body.id + "' ended before what it owes or is owed, and nobody took over",
          "say who took over, with 'succeeds'");
    }
  }
}
}  // namespace safegov::internal::rules
