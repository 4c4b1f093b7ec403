// A body that is owed something, or owes it, and stands nowhere in the structure.
// SPDX-License-Identifier: Apache-2.0

#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void named_only(const LintInput& in, RuleFindings& findings) {
  struct Use {
    const Promise* promise;
    const char* part;
  };
  std::vector<std::vector<Use>> uses(in.partnership.bodies().size());
  each_promise(in, [&](const PromiseIn& promise) {
    if (promise.resolved.from)
      uses[promise.resolved.from.index].push_back({&promise.written, "it owes"});
    if (promise.resolved.to)
      uses[promise.resolved.to.index].push_back({&promise.written, "it is owed"});
  });
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const Body& body = in.partnership.bodies()[i];
    // Who has a line to somebody stands in the structure, wherever else it is printed.
    if (body.named_only.empty() || !body.reports_to.empty() || uses[i].empty()) continue;
    if (body.kind == BodyKind::outside) continue;  // and is meant to
    auto& d = findings.report(body, "named-only",
                              in_quotes(body.label()) + " is named in " +
                                  counted(static_cast<long long>(uses[i].size()), "promise") +
                                  ", and stands nowhere in the structure",
                              "say which body is meant, or whom it reports to");
    for (const Use& use : uses[i]) findings.relate(d, *use.promise, "what", use.part);
  }
}
}  // namespace safegov::internal::rules
