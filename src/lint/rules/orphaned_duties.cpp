// A body that has ended, and whose duties nobody took over.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"
#include "lint/network_rules.hpp"

namespace safegov::internal::rules {

void orphaned_duties(const LintInput& in, RuleFindings& findings) {
  report_bodies(in, NetworkOddity::orphaned_duties, "until",
                "ended before what it owes or is owed, and nobody took over",
                "say who took over, with 'succeeds'", findings);
}
}  // namespace safegov::internal::rules
