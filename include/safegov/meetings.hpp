// Where each meeting stands as at a date: scheduled, moved, held, inquorate or cancelled.
// SPDX-License-Identifier: Apache-2.0
//
//   const MeetingStanding oct = standing(owed, partnership.find_meeting("bmg of Oct 2019"), as_at);
//   oct.state;   // MeetingState::moved
//   oct.days;    // 12 Nov 2019

#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/obligations.hpp>

namespace safegov {

/// What became of a meeting. A closed list.
enum class MeetingState : std::uint8_t { scheduled, moved, held, inquorate, cancelled };
template <>
std::span<const std::string_view> words_of<MeetingState>();
[[nodiscard]] std::string_view to_string(MeetingState state) noexcept;

/// A meeting as at a date, as known.
struct MeetingStanding {
  MeetingId meeting = {};
  MeetingState state = MeetingState::scheduled;
  /// The days on which it is, or was, held; of one that was cancelled, those it had before.
  DateRange days;
  const Record* by = nullptr;  ///< the record that says so; null as long as it is only scheduled

  /// Not called off, and not without a quorum.
  [[nodiscard]] bool takes_place() const noexcept {
    return state != MeetingState::cancelled && state != MeetingState::inquorate;
  }
};

/// Where a meeting stands: the last record up to `as_at` decides, of those that were written down
/// by `known_at` (all, if it is absent) and not taken back by then.
[[nodiscard]] MeetingStanding standing(const Obligations& obligations, MeetingId meeting,
                                       Date as_at, std::optional<Date> known_at = {});

/// The days of a range on which meetings of `body` (of any, if it is none) are held, as they stand
/// at its end: of one that is known by a month, the last. Ascending, each once.
[[nodiscard]] std::vector<Date> meeting_days(const Obligations& obligations, BodyId body,
                                             DateRange range, std::optional<Date> known_at = {});

}  // namespace safegov
