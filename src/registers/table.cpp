// The registers that come with the library: one line each.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/decision.hpp>
#include <safegov/document.hpp>
#include <safegov/occasion.hpp>
#include <safegov/population.hpp>
#include <safegov/registers.hpp>

namespace safegov {

std::span<const Register* const> registers() {
  static const Register* const all[] = {
      &decisions_register(),
      &documents_register(),
      &events_register(),
      &populations_register(),
  };
  return all;
}

}  // namespace safegov
