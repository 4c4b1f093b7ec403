// One body that leads most of a plan.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "lint/catalogue.hpp"

namespace safegov::internal::rules {

void one_leads_most(const LintInput& in, RuleFindings& findings) {
  constexpr std::size_t enough = 9;  // of fewer actions a third is soon led by one
  for (const Plan& plan : in.plans()) {
    std::map<std::string_view, std::size_t> led;
    std::size_t actions = 0;
    for (const Objective& objective : plan.objectives)
      for (const Action& action : objective.actions) {
        ++actions;
        if (action.lead) ++led[action.lead.id];
      }
    if (actions < enough) continue;
    std::size_t most = 0, next = 0;
    std::string_view who;
    for (const auto& [id, count] : led) {
      if (count > most) {
        next = most;
        most = count;
        who = id;
      } else {
        next = std::max(next, count);
      }
    }
    // A third of all, and three times as much as anybody else.
    if (most * 3 < actions || most < next * 3) continue;
    const Action* first = nullptr;
    for (const Objective& objective : plan.objectives)
      for (const Action& action : objective.actions)
        if (first == nullptr && action.lead.id == who) first = &action;
    findings.report_at(in.partnership.where(*first, "lead"), plan, "objectives",
                       "'" + std::string(who) + "' leads " + std::to_string(most) + " of " +
                           std::to_string(actions) + " actions, and nobody else more than " +
                           std::to_string(next),
                       "share the work, or make sure that it can be done");
  }
}
}  // namespace safegov::internal::rules
