// A line to a body that is gone, and that nobody took over.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void line_to_nobody(const LintInput& in, RuleFindings& findings) {
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::line_to_nobody) continue;
    for (const BodyId id : found.bodies) {
      const Body& body = in.partnership[id];
      findings.report(
          body, "reports-to",
          "'" + body.id + "' has a line to a body that is not there, and that nobody took over",
          "lead it to who took over, or say so there with 'succeeds'");
    }
  }
}
}  // namespace safegov::internal::rules
