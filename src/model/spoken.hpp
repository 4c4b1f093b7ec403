// The words of states as people say them, and the order in which they want to see them.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <array>
#include <string>

#include <safegov/state.hpp>

namespace safegov::internal {

/// `received late`
inline std::string spoken(State state) {
  std::string words(to_string(state));
  std::ranges::replace(words, '_', ' ');
  return words;
}

/// What a reader wants to see first, first.
inline constexpr std::array<State, state_count> by_urgency{
    State::overdue,       State::due,      State::due_soon,   State::partly_received,
    State::received_late, State::received, State::not_due,    State::undated,
    State::unresolved,    State::open,     State::superseded, State::waived,
    State::cancelled};

}  // namespace safegov::internal
