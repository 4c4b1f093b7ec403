// What each coming meeting of a body must receive.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <tuple>

#include <safegov/agenda.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<AgendaPart>() {
  static constexpr std::array<std::string_view, 5> words{"due", "moved_here", "too_late",
                                                         "left_over", "outstanding"};
  return words;
}

std::string_view to_string(AgendaPart part) noexcept {
  return words_of<AgendaPart>()[static_cast<std::size_t>(part)];
}

namespace {

class Planner {
 public:
  Planner(const Assessment& assessment, BodyId body)
      : assessment_(assessment), agenda_{body, {}, {}, {}} {}

  Agenda run() {
    add_meetings();
    for (const std::uint32_t row : assessment_.obligations().owed_to(agenda_.body))
      if (!assessment_.closed_by(row)) add(row);
    for (MeetingAgenda& meeting : agenda_.meetings)
      std::ranges::stable_sort(meeting.items, {}, &AgendaItem::part);
    return std::move(agenda_);
  }

 private:
  void add_meetings() {
    const Obligations& owed = assessment_.obligations();
    const auto all = owed.partnership().meetings();
    for (const Meeting& meeting : owed.partnership().meetings(agenda_.body)) {
      const MeetingId id{static_cast<std::uint32_t>(&meeting - all.data())};
      const MeetingStanding now =
          standing(owed, id, assessment_.as_at(), assessment_.options().known_at);
      if (now.takes_place() && now.days.last() >= assessment_.as_at())
        agenda_.meetings.push_back({now, {}});
    }
    std::ranges::stable_sort(agenda_.meetings, {}, [](const MeetingAgenda& m) {
      return std::tuple(m.meeting.days.first(), m.meeting.days.last());
    });
  }

  void add(std::size_t row) {
    const auto bound = assessment_.meeting(row);
    const auto in_force = assessment_.in_force(row);
    const bool called_off = bound && !bound->takes_place();
    if (!in_force && !called_off) {
      agenda_.without_day.push_back(row);
    } else if (agenda_.meetings.empty()) {
      agenda_.without_meeting.push_back(row);
    } else if (called_off) {
      put(row, agenda_.meetings.front(), AgendaPart::left_over);
    } else if (assessment_[row] == State::overdue) {
      put(row, agenda_.meetings.front(), AgendaPart::outstanding);
    } else {
      const bool moved =
          assessment_.slips(row).count != 0 || (bound && bound->state == MeetingState::moved);
      add_dated(row, bound, *in_force, moved ? AgendaPart::moved_here : AgendaPart::due);
    }
  }

  void add_dated(std::size_t row, const std::optional<MeetingStanding>& bound, DateRange days,
                 AgendaPart part) {
    auto& meetings = agenda_.meetings;
    if (bound) {
      const auto own = std::ranges::find_if(
          meetings, [&](const MeetingAgenda& m) { return m.meeting.meeting == bound->meeting; });
      if (own != meetings.end()) return put(row, *own, part);
    }
    // The last meeting that lies in its time, or reaches into it; otherwise the first one after.
    const auto after = std::ranges::find_if(
        meetings, [&](const MeetingAgenda& m) { return m.meeting.days.first() > days.last(); });
    if (after != meetings.begin() && std::prev(after)->meeting.days.last() >= days.first())
      return put(row, *std::prev(after), part);
    if (after == meetings.end()) {
      agenda_.without_meeting.push_back(row);
      return;
    }
    put(row, *after, AgendaPart::too_late);
  }

  static void put(std::size_t row, MeetingAgenda& meeting, AgendaPart part) {
    meeting.items.push_back({row, part});
  }

  const Assessment& assessment_;
  Agenda agenda_;
};

}  // namespace

Agenda agenda(const Assessment& assessment, BodyId body) { return Planner(assessment, body).run(); }

}  // namespace safegov
