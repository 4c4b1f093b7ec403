// A body of the structure from which no line leads to the top.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void no_route(const LintInput& in, RuleFindings& findings) {
  // Of what is a top of its own, other-top has said so.
  std::set<BodyId> tops;
  for (const NetworkFinding& found : in.network.findings())
    if (found.what == NetworkOddity::other_top)
      tops.insert(found.bodies.begin(), found.bodies.end());
  // Whoever answers in any way to somebody who has a route is heard at the top by that way.
  std::set<BodyId> heard;
  const BodyId whole = in.partnership.find_body(in.partnership.arrangements().id);
  for (const NetworkLine& line : in.network.lines())
    if (line.to == whole || in.network.route(line.to)) heard.insert(line.from);
  const auto succeeds_top = [&](const Body& body) {
    return std::ranges::any_of(body.succeeds, [&](const Succession& succession) {
      return in.partnership.find_body(succession.body.id) == in.network.top();
    });
  };
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != NetworkOddity::no_route) continue;
    for (const BodyId id : found.bodies) {
      const Body& body = in.partnership[id];
      if (tops.contains(id) || heard.contains(id) || id == whole || succeeds_top(body)) continue;
      // A network that declares no line is convened, and answers to nobody as one.
      if (body.kind == BodyKind::network && body.reports_to.empty()) continue;
      findings.report(body, "id", "'" + body.id + "' has no route to the top",
                      "say whom it reports to");
    }
  }
}
}  // namespace safegov::internal::rules
