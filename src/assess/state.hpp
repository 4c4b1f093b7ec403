// The part of a state that days alone decide, for one row or a million.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

#include <safegov/assess.hpp>

namespace safegov::internal {

/// The state of a dated obligation of which no record speaks. Written without branches, so that the
/// loop over a column becomes vector code: each comparison is 0 or 1, and the four states it moves
/// between follow one another in the list.
inline State state_by_days(std::int32_t first, std::int32_t last, std::int32_t as_at,
                           std::int32_t soon_from) noexcept {
  // soon_from = as_at + the warning window: an interval that begins up to then is due soon.
  const int soon = first <= soon_from;
  const int begun = first <= as_at;
  const int over = last < as_at;
  static_assert(static_cast<int>(State::due_soon) == static_cast<int>(State::not_due) + 1);
  static_assert(static_cast<int>(State::due) == static_cast<int>(State::due_soon) + 1);
  static_assert(static_cast<int>(State::overdue) == static_cast<int>(State::due) + 2);
  return static_cast<State>(static_cast<int>(State::not_due) + soon + begun + 2 * over);
}

}  // namespace safegov::internal
