// A promise to nobody.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void no_receiver(const LintInput& in, RuleFindings& findings) {
  each_promise(in, [&](const PromiseIn& promise) {
    if (promise.resolved.to) return;
    // Whose meeting it is due at receives it there.
    for (std::uint32_t n = 0; n < promise.deadlines.size(); ++n)
      if (in.partnership.meeting_of({promise.id, n})) return;
    findings.report(promise, "what", "nobody receives " + in_quotes(promise.written.what),
                    "say who is to see it: 'to: bmg'");
  });
}
}  // namespace safegov::internal::rules
