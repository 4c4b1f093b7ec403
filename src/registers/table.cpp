// The registers that come with the library: one line each.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/commitment.hpp>
#include <safegov/decision.hpp>
#include <safegov/document.hpp>
#include <safegov/duty.hpp>
#include <safegov/forward_plan.hpp>
#include <safegov/inspection.hpp>
#include <safegov/minutes.hpp>
#include <safegov/occasion.hpp>
#include <safegov/population.hpp>
#include <safegov/post.hpp>
#include <safegov/registers.hpp>
#include <safegov/review.hpp>
#include <safegov/timed_duty.hpp>

namespace safegov {

std::span<const Register* const> registers() {
  static const Register* const all[] = {
      &clocks_register(),       &commitments_register(), &decisions_register(),
      &documents_register(),    &duties_register(),      &events_register(),
      &forward_plan_register(), &inspections_register(), &minutes_register(),
      &populations_register(),  &posts_register(),       &reviews_register(),
      &timed_duties_register(),
  };
  return all;
}

}  // namespace safegov
