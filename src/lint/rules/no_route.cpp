// A body of the structure from which no line leads to the top.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void no_route(const LintInput& in, RuleFindings& findings) {
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::no_route) continue;
    for (const BodyId id : found.bodies) {
      const Body& body = in.partnership[id];
      findings.report(body, "id", "'" + body.id + "' has no route to the top",
                      "say whom it reports to");
    }
  }
}
}  // namespace safegov::internal::rules
