// A partnership in which nobody is at the top.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void no_top(const LintInput& in, RuleFindings& findings) {
  for (const NetworkFinding& found : in.network.findings())
    if (found.what == NetworkOddity::no_top)
      findings.report(in.partnership.arrangements(), "top",
                      in.partnership.arrangements().top
                          ? "the top is gone on " + in_words(in.as_at) + ", and nobody took over"
                          : "nobody is said to be at the top",
                      "say who is accountable for all of it: 'top: slg'");
}
}  // namespace safegov::internal::rules
