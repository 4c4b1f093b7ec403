// A body that has a line to itself.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"
#include "lint/odd_bodies.hpp"
#include "model/places.hpp"

namespace safegov::internal::rules {

void answers_to_itself(const LintInput& in, RuleFindings& findings) {
  each_odd_body(in, NetworkOddity::answers_to_itself, [&](BodyId, const Body& body) {
    for (const Line& line : body.reports_to) {
      if (line.to.id != body.id || !holds_on(line, in.as_at)) continue;
      findings.report_at(in.partnership.where(line), body, "reports-to",
                         "'" + body.id + "' answers to itself", "say whom it answers to");
      return;
    }
  });
}
}  // namespace safegov::internal::rules
