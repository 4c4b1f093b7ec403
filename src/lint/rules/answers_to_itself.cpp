// A body that has a line to itself.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"
#include "lint/network_rules.hpp"

namespace safegov::internal::rules {

void answers_to_itself(const LintInput& in, RuleFindings& findings) {
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::answers_to_itself) continue;
    for (const BodyId id : found.bodies) {
      const Body& body = in.partnership[id];
      for (const Line& line : body.reports_to) {
        if (line.to.id != body.id || !is_in_force(line, in.as_at)) continue;
        findings.report_at(in.partnership.where(line), body, "reports-to",
                           "'" + body.id + "' answers to itself", "say whom it answers to");
        break;
      }
    }
  }
}
}  // namespace safegov::internal::rules
