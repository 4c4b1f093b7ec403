// A body of the structure from which no line leads to the top.
// SPDX-License-Identifier: Apache-2.0

#include <set>

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void no_route(const LintInput& in, RuleFindings& findings) {
  // Of what is a top of its own, other-top has said so.
  std::set<BodyId> tops;
  for (const NetworkFinding& found : in.network.findings())
    if (found.what == NetworkOddity::other_top)
      tops.insert(found.bodies.begin(), found.bodies.end());
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::no_route) continue;
    for (const BodyId id : found.bodies) {
      if (tops.contains(id)) continue;
      const Body& body = in.partnership[id];
      findings.report(body, "id", "'" + body.id + "' has no route to the top",
                      "say whom it reports to");
    }
  }
}
}  // namespace safegov::internal::rules
