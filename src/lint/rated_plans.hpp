// Which plans anybody has rated, for the rules that ask.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "lint/input.hpp"
#include "registers/when.hpp"

namespace safegov::internal::rules {

/// Of each plan, whether anything in it was rated: whoever rates has looked.
inline std::vector<bool> rated_plans(const LintInput& in) {
  std::vector<bool> rated(in.plans().size());
  for (const Record& record : in.partnership.records()) {
    if (record.event.kind != RecordKind::rated ||
        !known_by(record.date, record.recorded, in.as_at, in.state.options().known_at))
      continue;
    const std::string_view about = trim(record.event.about);
    const About whole = in.partnership.find(about.substr(0, about.find('/')));
    const auto* plan = std::get_if<PlanId>(&whole);
    if (plan != nullptr && plan->index < rated.size()) rated[plan->index] = true;
  }
  return rated;
}

}  // namespace safegov::internal::rules
