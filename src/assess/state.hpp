// The part of a state that days alone decide, for one row or a million.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include <safegov/assess.hpp>

namespace safegov::internal {

/// The state of a dated obligation of which at most one receipt is recorded, on the day `received`
/// (Obligations::no_day for none). Written without branches, so that the loop over columns becomes
/// vector code: each comparison is 0 or 1, and the states it moves between follow one another in
/// the list.
inline State state_by_days(std::int32_t first, std::int32_t last, std::int32_t received,
                           std::int32_t as_at, std::int32_t soon_from, std::int32_t seen) noexcept {
  // soon_from = as_at + the warning window: an interval that begins up to then is due soon.
  // seen: receipts up to this day count; as_at, or the day of knowledge if that is earlier.
  static_assert(static_cast<int>(State::due_soon) == static_cast<int>(State::not_due) + 1);
  static_assert(static_cast<int>(State::due) == static_cast<int>(State::due_soon) + 1);
  static_assert(static_cast<int>(State::overdue) == static_cast<int>(State::due) + 2);
  static_assert(static_cast<int>(State::received_late) == static_cast<int>(State::received) + 1);
  const int soon = first <= soon_from, begun = first <= as_at, over = last < as_at;
  const int open = static_cast<int>(State::not_due) + soon + begun + 2 * over;
  const int done = static_cast<int>(State::received) + (received > last);
  const int is_done = -static_cast<int>(received <= seen);  // all bits, or none
  return static_cast<State>((done & is_done) | (open & ~is_done));
}

/// By kind: the state of what has no days and no record, on any day.
inline std::array<State, 4> states_of_kinds() noexcept {
  std::array<State, 4> states{};
  for (const auto kind : {DeadlineKind::undated, DeadlineKind::open, DeadlineKind::unresolved})
    states[static_cast<std::size_t>(kind)] = state_of({.kind = kind}, 0, 0);
  return states;
}

}  // namespace safegov::internal
