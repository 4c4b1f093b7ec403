// A plan of which things were due, and of which nothing is recorded, good or bad.
// SPDX-License-Identifier: Apache-2.0

#include <string_view>
#include <vector>

#include "base/text.hpp"
#include "lint/catalogue.hpp"

namespace safegov::internal::rules {
namespace {

/// Had it happened by the day, and been written down by the day that is asked about?
bool is_known(const LintInput& in, const Record& record) {
  const auto& known_at = in.state.options().known_at;
  if (!record.date || in.as_at < *record.date) return false;
  return !known_at || record.recorded.value_or(*record.date) <= *known_at;
}

/// Of each plan, whether anything in it was rated: whoever rates has looked.
std::vector<bool> rated_plans(const LintInput& in) {
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

}  // namespace

void nothing_recorded(const LintInput& in, RuleFindings& findings) {
  constexpr std::size_t enough = 3;  // one report that is missing is that report's matter
  const Obligations& owed = in.state.obligations();
  std::vector<bool> known = rated_plans(in);
  std::vector<std::size_t> overdue(in.plans().size());
  for (std::size_t row = 0; row < owed.size(); ++row) {
    const PlanId plan = owed.plan()[row];
    if (in.partnership.is_register(plan) || known[plan.index]) continue;
    if (in.state[row] == State::overdue) ++overdue[plan.index];
    if (!in.state.history(row).empty()) known[plan.index] = true;
  }
  for (std::size_t i = 0; i < overdue.size(); ++i) {
    if (overdue[i] < enough || known[i]) continue;
    const Plan& plan = in.plans()[i];
    findings.report(plan, "plan",
                    "of " + counted(static_cast<long long>(overdue[i]), "report") + " that " +
                        "were due by " + in_words(in.as_at) +
                        " none is recorded, and nothing is rated",
                    "record what came in ('safegov record'), or what did not");
  }
}
}  // namespace safegov::internal::rules
