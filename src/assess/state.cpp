// The one definition of every state.
// SPDX-License-Identifier: Apache-2.0

#include "assess/state.hpp"

#include <numeric>

namespace safegov {

std::size_t Counts::total() const noexcept {
  return std::accumulate(counts_.begin(), counts_.end(), std::size_t{0});
}

Counts& Counts::operator+=(const Counts& other) noexcept {
  for (std::size_t i = 0; i < state_count; ++i) counts_[i] += other.counts_[i];
  return *this;
}

State state_of(const Facts& facts, std::int32_t as_at, std::int32_t soon) noexcept {
  const bool dated = facts.kind == DeadlineKind::dated;
  switch (facts.closing) {
    case Closing::received:
      return dated && facts.closed_on > facts.last ? State::received_late : State::received;
    case Closing::waived:
      return State::waived;
    case Closing::superseded:
      return State::superseded;
    case Closing::cancelled:
      return State::cancelled;
    case Closing::none:
      break;
  }
  if (dated && as_at > facts.last) return State::overdue;
  if (facts.part_received) return State::partly_received;
  switch (facts.kind) {
    case DeadlineKind::undated:
      return State::undated;
    case DeadlineKind::open:
      return State::open;
    case DeadlineKind::unresolved:
      return State::unresolved;
    case DeadlineKind::dated:
      break;
  }
  return internal::state_by_days(facts.first, facts.last, Obligations::no_day, as_at, as_at + soon,
                                 as_at);
}

}  // namespace safegov
