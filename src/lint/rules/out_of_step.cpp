// A report that is to go on before what it rests on has come in.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void out_of_step(const LintInput& in, RuleFindings& findings) {
  // Under one action: what the one receives, it reports on.
  each_promise(in, [&](const PromiseIn& first) {
    // Also of what it receives from itself: nobody is printed as owing it.
    if (!first.resolved.to) return;
    each_promise_of(in, first, [&](const PromiseIn& then) {
      if (then.id == first.id || then.resolved.from != first.resolved.to) return;
      if (then.resolved.to == first.resolved.to) return;
      // What the first brings back is an answer to the second.
      if (first.resolved.from && then.resolved.to == first.resolved.from) return;
      // The first rests on the first, the second on the second, if there are as many.
      const std::size_t count = first.deadlines.size();
      if (then.deadlines.size() != count) return;
      for (std::size_t n = 0; n < count; ++n) {
        const auto &before = first.deadlines[n].range, &after = then.deadlines[n].range;
        if (!before || !after || after->last() >= before->first()) continue;
        auto& d =
            findings.report(then, "due",
                            "'" + in.partnership[then.resolved.from].id + "' is to report in " +
                                in_quotes(then.deadlines[n].text) + " on what it receives in " +
                                in_quotes(first.deadlines[n].text),
                            "correct one of the two dates");
        findings.relate(d, first.written, "due", "what it receives");
        return;
      }
    });
  });
}
}  // namespace safegov::internal::rules
