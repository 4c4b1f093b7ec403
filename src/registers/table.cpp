// The registers that come with the library: one line each.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/commitment.hpp>
#include <safegov/decision.hpp>
#include <safegov/duty.hpp>
#include <safegov/inspection.hpp>
#include <safegov/minutes.hpp>
#include <safegov/registers.hpp>

namespace safegov {

std::span<const Register* const> registers() {
  static const Register* const all[] = {
      &commitments_register(),
      &decisions_register(),
      &duties_register(),
      &inspections_register(),
      &minutes_register(),
  };
  return all;
}

}  // namespace safegov
