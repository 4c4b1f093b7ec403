// What the rules share that say of a body what the network found.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

#include "lint/input.hpp"

namespace safegov::internal::rules {

[[nodiscard]] inline bool is_in_force(const Line& line, Date day) {
  return !(line.from && day < *line.from) && !(line.until && *line.until < day);
}

/// Says of each body of one oddity, at a field of it: `'qa'` and `says`; of `but` not.
inline void report_bodies(const LintInput& in, NetworkOddity what, std::string_view field,
                          std::string_view says, const char* help, RuleFindings& findings,
                          BodyId but = {}) {
  for (const NetworkFinding& found : in.network.findings()) {
    if (found.what != what) continue;
    for (const BodyId id : found.bodies) {
      if (id == but) continue;
      const Body& body = in.partnership[id];
      findings.report(body, field, "'" + body.id + "' " + std::string(says), help);
    }
  }
}

}  // namespace safegov::internal::rules
