// A body of the structure from which no line leads to the top.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include "lint/catalogue.hpp"
#include "lint/odd_bodies.hpp"

namespace safegov::internal::rules {
namespace {

/// Whoever answers in any way to somebody who has a route is heard at the top by that way.
std::set<BodyId> heard_otherwise(const LintInput& in) {
  std::set<BodyId> heard;
  for (const NetworkLine& line : in.network.lines())
    if (line.to == in.whole() || in.network.depth(line.to)) heard.insert(line.from);
  return heard;
}

}  // namespace

void no_route(const LintInput& in, RuleFindings& findings) {
  // Of what is a top of its own, other-top has said so.
  std::set<BodyId> silent = heard_otherwise(in);
  silent.insert(in.whole());
  each_odd_body(in, NetworkOddity::other_top, [&](BodyId id, const Body&) { silent.insert(id); });
  const auto succeeds_top = [&](const Body& body) {
    return std::ranges::any_of(body.succeeds, [&](const Succession& succession) {
      return in.partnership.find_body(succession.body.id) == in.network.top();
    });
  };
  each_odd_body(in, NetworkOddity::no_route, [&](BodyId id, const Body& body) {
    if (silent.contains(id) || succeeds_top(body)) return;
    // A network that declares no line is convened, and answers to nobody as one.
    if (body.kind == BodyKind::network && body.reports_to.empty()) return;
    findings.report(body, "id", "'" + body.id + "' has no route to the top",
                    "say whom it reports to");
  });
}
}  // namespace safegov::internal::rules
