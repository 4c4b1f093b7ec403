// Where each meeting stands as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/meetings.hpp>

#include "assess/history.hpp"
#include "assess/meeting_days.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<MeetingState>() {
  static constexpr std::array<std::string_view, 5> words{"scheduled", "moved", "held", "inquorate",
                                                         "cancelled"};
  return words;
}

std::string_view to_string(MeetingState state) noexcept {
  return words_of<MeetingState>()[static_cast<std::size_t>(state)];
}

MeetingStanding standing(const Obligations& obligations, MeetingId meeting, Date as_at,
                         std::optional<Date> known_at) {
  const Partnership& partnership = obligations.partnership();
  const internal::MeetingDays days = internal::play_meeting(
      obligations, meeting, as_at.days(), known_at ? known_at->days() : internal::all_known);
  return {.meeting = meeting,
          .state = days.state,
          .days = {Date::from_days(days.first), Date::from_days(days.last)},
          .by = days.by ? &partnership.records()[days.by->record] : nullptr};
}

std::vector<Date> meeting_days(const Obligations& obligations, BodyId body, DateRange range,
                               std::optional<Date> known_at) {
  const Partnership& partnership = obligations.partnership();
  std::vector<Date> days;
  for (std::uint32_t i = 0; i < partnership.meetings().size(); ++i) {
    if (body && partnership.meetings()[i].body != body) continue;
    const MeetingStanding meeting = standing(obligations, {i}, range.last(), known_at);
    if (meeting.takes_place() && range.contains(meeting.days.last()))
      days.push_back(meeting.days.last());
  }
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

}  // namespace safegov
