// Which plans anybody has rated, for the rules that ask.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "lint/input.hpp"

namespace safegov::internal::rules {

/// Had it happened by the day, and been written down by the day that is asked about?
inline bool is_known(const LintInput& in, const Record& record) {
  const auto& known_at = in.state.options().known_at;
  if (!record.date || in.as_at < *record.date) return false;
  return !known_at || record.recorded.value_or(*record.date) <= *known_at;
}

/// Of each plan, whether anything in it was rated: whoever rates has looked.
inline std::vector<bool> rated_plans(const LintInput& in) {
  std::vector<bool> rated(in.plans().size());
  for (const Record& record : in.partnership.records()) {
    if (record.event.kind != RecordKind::rated || !is_known(in, record)) continue;
    const std::string_view about = trim(record.event.about);
    const About whole = in.partnership.find(about.substr(0, about.find('/')));
    const auto* plan = std::get_if<PlanId>(&whole);
    if (plan != nullptr && plan->index < rated.size()) rated[plan->index] = true;
  }
  return rated;
}

}  // namespace safegov::internal::rules
