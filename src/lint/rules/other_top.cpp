// A body that others report to, and that reports to nobody.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"
#include "lint/network_rules.hpp"

namespace safegov::internal::rules {

void other_top(const LintInput& in, RuleFindings& findings) {
  // What is reported to the whole partnership is reported to the top.
  const BodyId whole = in.partnership.find_body(in.partnership.arrangements().id);
  report_bodies(in, NetworkOddity::other_top, "id",
                "is reported to, reports to nobody, and is not the top", "say whom it reports to",
                findings, whole);
}
}  // namespace safegov::internal::rules
