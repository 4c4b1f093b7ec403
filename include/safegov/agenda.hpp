// What each coming meeting of a body must receive, and what it should have received by now.
// SPDX-License-Identifier: Apache-2.0
//
//   const Agenda next = agenda(assess(owed, as_at), partnership.find_body("bmg"));
//   for (const AgendaItem& item : next.meetings[0].items) std::cout << owed[item.row] << '\n';

#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/meetings.hpp>

namespace safegov {

/// How something comes to stand on an agenda.
enum class AgendaPart : std::uint8_t {
  due,          ///< it is due to this meeting, or at a time of which this is the last meeting
  moved_here,   ///< the same, since its date or the meeting was moved
  too_late,     ///< no meeting lies in its time; this is the first after, and then it is overdue
  left_over,    ///< the meeting it was for did not take place; this is the next
  outstanding,  ///< it is overdue: it should have been received already
};
template <>
std::span<const std::string_view> words_of<AgendaPart>();
[[nodiscard]] std::string_view to_string(AgendaPart part) noexcept;

struct AgendaItem {
  std::size_t row;  ///< of the obligations
  AgendaPart part;
  friend bool operator==(const AgendaItem&, const AgendaItem&) noexcept = default;
};

/// A coming meeting, and what it is to receive: by part, then in the order of the rows.
struct MeetingAgenda {
  MeetingStanding meeting;
  std::vector<AgendaItem> items;
};

struct Agenda {
  BodyId body;
  /// Those whose last day is not over and that are not called off: earliest first.
  std::vector<MeetingAgenda> meetings;
  /// What is owed to the body at some time for which no meeting is known. Ascending, as all rows.
  std::vector<std::size_t> without_meeting;
  /// What is owed to it without a day: undated, open, or in words that name none.
  std::vector<std::size_t> without_day;
};

/// What is owed to `body` and has not come in or been called off as at the date of the assessment,
/// meeting by meeting.
[[nodiscard]] Agenda agenda(const Assessment& assessment, BodyId body);

}  // namespace safegov
