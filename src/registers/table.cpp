// The registers that come with the library: one line each.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/decision.hpp>
#include <safegov/forward_plan.hpp>
#include <safegov/registers.hpp>

namespace safegov {

std::span<const Register* const> registers() {
  static const Register* const all[] = {
      &decisions_register(),
      &forward_plan_register(),
  };
  return all;
}

}  // namespace safegov
