// A body that others report to, and that reports to nobody.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"
#include "lint/odd_bodies.hpp"

namespace safegov::internal::rules {

void other_top(const LintInput& in, RuleFindings& findings) {
  each_odd_body(in, NetworkOddity::other_top, [&](BodyId id, const Body& body) {
    if (id == in.whole()) return;  // what is reported to all of it is reported to the top
    findings.report(body, "id",
                    "'" + body.id + "' is reported to, reports to nobody, and is not the top",
                    "say whom it reports to");
  });
}
}  // namespace safegov::internal::rules
