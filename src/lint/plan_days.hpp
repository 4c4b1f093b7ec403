// The first and the last day on which something of a plan is due, for the rules that ask.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "lint/input.hpp"

namespace safegov::internal::rules {

struct PlanDays {
  std::optional<Date> first = {};  ///< the earliest last day
  std::optional<Date> last = {};   ///< the latest
  bool unclear = false;            ///< some of its words mean no day that is known
};

/// Of each plan, in their order.
inline std::vector<PlanDays> days_of_plans(const LintInput& in) {
  std::vector<PlanDays> all(in.plans().size());
  each_promise(in, [&](const PromiseIn& promise) {
    PlanDays& days = all[promise.resolved.plan.index];
    for (const Deadline& deadline : promise.deadlines) {
      if (deadline.kind == DeadlineKind::unresolved) days.unclear = true;
      if (!deadline.range) continue;
      const Date day = deadline.range->last();
      days.first = std::min(days.first.value_or(day), day);
      days.last = std::max(days.last.value_or(day), day);
    }
  });
  return all;
}

}  // namespace safegov::internal::rules
