// Two bodies of one name at the same time.
// SPDX-License-Identifier: Apache-2.0

#include <map>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

bool meet(const Body& a, const Body& b) {
  const bool a_first = a.until && b.from && *a.until < *b.from;
  const bool b_first = b.until && a.from && *b.until < *a.from;
  return !a_first && !b_first;
}

}  // namespace

void same_name(const LintInput& in, RuleFindings& findings) {
  std::map<std::string, std::vector<const Body*>> called;
  for (const Body& body : in.partnership.bodies()) {
    if (!body.name.empty()) called[lower(body.name)].push_back(&body);
    for (const Name& name : body.also_known_as)
      if (lower(name.name) != lower(body.name)) called[lower(name.name)].push_back(&body);
  }
  for (const auto& [name, bodies] : called)
    for (std::size_t i = 1; i < bodies.size(); ++i) {
      if (bodies[i] == bodies[0] || !meet(*bodies[i], *bodies[0])) continue;
      auto& d = findings.report(*bodies[i], "name",
                                "'" + bodies[i]->id + "' and '" + bodies[0]->id +
                                    "' are both called " + in_quotes(bodies[i]->label()),
                                "make one body of them, or tell their names apart");
      findings.relate(d, *bodies[0], "name", "the other");
    }
}
}  // namespace safegov::internal::rules
