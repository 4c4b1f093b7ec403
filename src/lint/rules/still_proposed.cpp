// A plan that is carried out and still a draft.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <string>

#include "base/text.hpp"
#include "lint/catalogue.hpp"
#include "lint/plan_days.hpp"

namespace safegov::internal::rules {

namespace {

/// `PROPOSED`, `second draft, to be approved`; not `approved as proposed`.
bool is_proposal(const std::string& words) {
  const std::size_t proposed = std::min(words.find("draft"), words.find("propos"));
  if (proposed == words.npos) return false;
  const std::string before = words.substr(0, proposed);
  if (before.find("not ") != before.npos || before.find("to be ") != before.npos) return true;
  return std::ranges::none_of(std::array{"approved", "agreed", "adopted"},
                              [&](const char* word) { return before.find(word) != before.npos; });
}

}  // namespace

void still_proposed(const LintInput& in, RuleFindings& findings) {
  const auto days = days_of_plans(in);
  for (std::size_t i = 0; i < days.size(); ++i) {
    const Plan& plan = in.plans()[i];
    if (!is_proposal(lower(plan.status))) continue;
    if (!days[i].first || in.as_at <= *days[i].first) continue;
    findings.report(plan, "status",
                    "the plan is " + in_quotes(plan.status) +
                        ", and things have been due under it since " + in_words(*days[i].first),
                    "say who approved it, and that it is in force");
  }
}
}  // namespace safegov::internal::rules
