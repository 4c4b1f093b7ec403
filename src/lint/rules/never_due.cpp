// A promise whose words never fall due: ongoing, as and when.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void never_due(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    for (const Deadline& deadline : promise.deadlines)
      if (deadline.kind == DeadlineKind::open)
        findings.report(promise, "due", in_quotes(deadline.text) + " never falls due",
                        "say by when it is done, or how often it is reported: 'quarterly'");
  });
}
}  // namespace safegov::internal::rules
