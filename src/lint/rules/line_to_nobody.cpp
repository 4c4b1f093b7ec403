// A line to a body that is gone, and that nobody took over.
// SPDX-License-Identifier: Apache-2.0

#include <string_view>
#include <utility>
#include <vector>

#include "lint/catalogue.hpp"
#include "lint/odd_bodies.hpp"
#include "model/places.hpp"

namespace safegov::internal::rules {

void line_to_nobody(const LintInput& in, RuleFindings& findings) {
  constexpr std::pair<std::string_view, std::vector<Line> Body::*> lists[] = {
      {"reports-to", &Body::reports_to}, {"escalates-to", &Body::escalates_to},
      {"assures", &Body::assures},       {"scrutinises", &Body::scrutinises},
      {"advises", &Body::advises},       {"joint-with", &Body::joint_with},
  };
  each_odd_body(in, NetworkOddity::line_to_nobody, [&](BodyId, const Body& body) {
    for (const auto& [name, list] : lists)
      for (const Line& line : body.*list) {
        const BodyId to = in.partnership.find_body(line.to.id);
        if (!holds_on(line, in.as_at) || in.network.holder_of(to)) continue;
        findings.report_at(in.partnership.where(line), body, name,
                           "'" + body.id + "' has a line to '" + in.partnership[to].id +
                               "', which is not there, and which nobody took over",
                           "lead it to who took over, or say so there with 'succeeds'");
      }
  });
}
}  // namespace safegov::internal::rules
