// A body that has a line to itself.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"
#include "lint/network_rules.hpp"

namespace safegov::internal::rules {

void answers_to_itself(const LintInput& in, RuleFindings& findings) {
  report_bodies(in, NetworkOddity::answers_to_itself, "reports-to", "answers to itself",
                "say whom it answers to", findings);
}
}  // namespace safegov::internal::rules
