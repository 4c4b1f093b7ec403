// The registers that come with the library: one line each.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/agency_log.hpp>
#include <safegov/audit.hpp>
#include <safegov/citation.hpp>
#include <safegov/commitment.hpp>
#include <safegov/decision.hpp>
#include <safegov/document.hpp>
#include <safegov/duty.hpp>
#include <safegov/forward_plan.hpp>
#include <safegov/funding.hpp>
#include <safegov/glossary.hpp>
#include <safegov/indicator.hpp>
#include <safegov/inspection.hpp>
#include <safegov/minutes.hpp>
#include <safegov/narrative_claim.hpp>
#include <safegov/occasion.hpp>
#include <safegov/population.hpp>
#include <safegov/post.hpp>
#include <safegov/registers.hpp>
#include <safegov/review.hpp>
#include <safegov/risk.hpp>
#include <safegov/stated_fact.hpp>
#include <safegov/timed_duty.hpp>
#include <safegov/tolerance.hpp>
#include <safegov/trigger_rule.hpp>

namespace safegov {

std::span<const Register* const> registers() {
  static const Register* const all[] = {
      &audit_programmes_register(), &audits_register(),         &citations_register(),
      &claims_register(),           &clocks_register(),         &commitments_register(),
      &decisions_register(),        &documents_register(),      &duties_register(),
      &events_register(),           &facts_register(),          &forward_plan_register(),
      &funding_register(),          &glossary_register(),       &indicators_register(),
      &inspections_register(),      &logs_register(),           &matrices_register(),
      &minutes_register(),          &populations_register(),    &posts_register(),
      &reviews_register(),          &risk_registers_register(), &risks_register(),
      &sum_tolerances_register(),   &timed_duties_register(),   &tolerance_rules_register(),
      &trigger_rules_register(),
  };
  return all;
}

}  // namespace safegov
