// A body that has a line to itself.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void answers_to_itself(const LintInput& in, RuleFindings& findings) {
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::answers_to_itself) continue;
    for (const BodyId id : found.bodies) {
      const Body& body = in.partnership[id];
      findings.report(body, "reports-to", "'" + body.id + "' answers to itself",
                      "say whom it answers to");
    }
  }
}
}  // namespace safegov::internal::rules
