// Where a meeting stands, as its records are played one after the other.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>

#include <safegov/meetings.hpp>
#include <safegov/obligations.hpp>

namespace safegov::internal {

/// One definition for what is bound to a meeting and for the agenda.
struct MeetingDays {
  MeetingState state = MeetingState::scheduled;
  std::int32_t first = 0, last = 0;
  const Obligations::Happening* by = nullptr;  ///< the record that says so, if any

  explicit MeetingDays(const Meeting& meeting) noexcept
      : first(meeting.scheduled.range->first().days()),
        last(meeting.scheduled.range->last().days()) {}

  /// Does it have days on which something could be brought to it?
  [[nodiscard]] bool takes_place() const noexcept {
    return state != MeetingState::cancelled && state != MeetingState::inquorate;
  }

  void play(const Obligations::Happening& h) noexcept {
    switch (h.kind) {
      case RecordKind::moved:
        state = MeetingState::moved;
        first = h.first;
        last = h.last;
        break;
      case RecordKind::held:
        state = h.quorum == Quorum::met ? MeetingState::held : MeetingState::inquorate;
        first = last = h.day;
        break;
      case RecordKind::cancelled:
        state = MeetingState::cancelled;
        break;
      default:
        return;
    }
    by = &h;
  }
};

}  // namespace safegov::internal
