// The bodies of one oddity of the network, for the rules that say it of each.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/network.hpp>

#include "lint/input.hpp"

namespace safegov::internal::rules {

template <class Call>
void each_odd_body(const LintInput& in, NetworkOddity what, Call&& call) {
  for (const NetworkFinding& found : in.network.findings())
    if (found.what == what)
      for (const BodyId id : found.bodies) call(id, in.partnership[id]);
}

}  // namespace safegov::internal::rules
