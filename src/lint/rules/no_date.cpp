// A promise of which nobody said when it is due.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void no_date(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    if (promise.deadlines[0].kind != DeadlineKind::undated) return;
    findings.report(promise, "what",
                    "nobody said when " + in_quotes(promise.written.what) + " is due",
                    "say by when, 'June 2019', or to which meeting, 'bmg of June 2019'");
  });
}
}  // namespace safegov::internal::rules
