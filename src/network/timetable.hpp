// What a timetable holds: when each body can hear of something, and along which lines.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include <safegov/arrival.hpp>
#include <safegov/meetings.hpp>

namespace safegov {
namespace internal {

inline constexpr std::int32_t never = std::numeric_limits<std::int32_t>::max();

/// A chance to be heard: what is raised by `first` and whose paper is in by `papers_by` leaves the
/// meeting on `last`. Where the day is known, `first` and `last` are that day.
struct Chance {
  std::int32_t first = 0, last = 0, papers_by = 0;
  MeetingId meeting = {};
};

/// The chances of all bodies, one after the other. Those of a body ascend in `first` and `last`,
/// strictly: a chance that takes in earlier and lets go later than another is never better.
struct Chances {
  std::vector<std::uint32_t> begin;  ///< by body, and one more
  std::vector<Chance> all;

  [[nodiscard]] std::span<const Chance> of(BodyId body) const {
    return std::span(all).subspan(begin[body.index], begin[body.index + 1] - begin[body.index]);
  }
};

/// A line, by the body that it leads to: the one that it names, or who took over from it.
struct LineIn {
  std::uint32_t from_body = 0;
  std::int32_t from = 0, until = 0;  ///< in force, both days included
  std::uint32_t to_body = 0;
  const Line* line = nullptr;
};

}  // namespace internal

struct Timetable::Data {
  Obligations obligations;
  TimetableOptions options = {};
  /// By reckoning; the second empty if it is the same.
  std::array<internal::Chances, 2> chances = {};
  std::vector<std::uint32_t> lines_begin = {};  ///< by body, and one more
  std::vector<internal::LineIn> lines = {};
  std::size_t meetings = 0;

  [[nodiscard]] MeetingStanding stands(MeetingId meeting) const {
    return standing(obligations, meeting, options.as_at.value_or(Date(9999, 12, 31)),
                    options.known_at);
  }
  [[nodiscard]] const internal::Chances& reckoned(Reckoning reckoning) const {
    return chances[chances[1].begin.empty() ? 0 : static_cast<std::size_t>(reckoning)];
  }
  [[nodiscard]] std::span<const internal::LineIn> lines_to(BodyId body) const {
    return std::span(lines).subspan(lines_begin[body.index],
                                    lines_begin[body.index + 1] - lines_begin[body.index]);
  }
};

}  // namespace safegov
