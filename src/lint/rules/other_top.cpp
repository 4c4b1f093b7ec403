// A body that others report to, and that reports to nobody.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void other_top(const LintInput& in, RuleFindings& findings) {
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::other_top) continue;
    for (const BodyId id : found.bodies) {
      const Body& body = in.partnership[id];
      findings.report(body, "id",
                      "'" + body.id + "' is reported to, reports to nobody, and is not the top",
                      "say whom it reports to");
    }
  }
}
}  // namespace safegov::internal::rules
