// Bodies each of which answers to all of the others.
// SPDX-License-Identifier: Apache-2.0

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void circle_of_lines(const LintInput& in, RuleFindings& findings) {
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::cycle) continue;
    std::vector<std::string_view> ids;
    for (const BodyId id : found.bodies) ids.push_back(in.partnership[id].id);
    const Body& first = in.partnership[found.bodies[0]];
    auto& d = findings.report(first, "reports-to",
                              alternatives(ids, "and") + " answer to one another in a circle",
                              "decide who answers to whom");
    for (std::size_t i = 1; i < found.bodies.size(); ++i)
      findings.relate(d, in.partnership[found.bodies[i]], "reports-to", "in the circle");
  }
}
}  // namespace safegov::internal::rules
