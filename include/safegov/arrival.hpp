// How long a concern takes to reach the top, exactly over a timetable of meetings.
// SPDX-License-Identifier: Apache-2.0
//
//   const Arrivals at_top(Timetable(owed), partnership.find_body("board"));
//   at_top.of(qa, Date(2025, 9, 1)).earliest;   // 16 December 2025
//   at_top.latest(qa, Date(2025, 12, 16));      // raised in qa by then, the board has heard it

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/obligations.hpp>

namespace safegov {

struct TimetableOptions {
  std::optional<Date> as_at = {};     ///< how meetings stand on this day; in the end, unless given
  std::optional<Date> known_at = {};  ///< by what had been written down by this day
  bool escalations = false;           ///< along `escalates-to` as well as `reports-to`
};

/// A meeting of which only the month is known may be on any day of it. `possible` reckons with the
/// best of these days, `certain` with the worst; they are the same where every day is known.
enum class Reckoning : std::uint8_t { possible, certain };

/// What is known of the way from a body to another. A closed list.
enum class Way : std::uint8_t {
  known,       ///< lines, and meetings of every body along them
  no_meeting,  ///< lines, but on each way stands a body of which no meeting is known
  no_line,     ///< no line leads there
};
template <>
std::span<const std::string_view> words_of<Way>();
[[nodiscard]] std::string_view to_string(Way way) noexcept;

/// The meetings that take place and the lines along which papers go from one to the next.
/// Immutable; cheap to copy.
class Timetable {
 public:
  /// Throws OutsideCalendar if papers are to be in before a meeting in a year that the
  /// partnership's calendar does not cover.
  explicit Timetable(const Obligations& obligations, const TimetableOptions& options = {});

  [[nodiscard]] const Partnership& partnership() const noexcept;
  /// How many meetings and lines there are, and how many pairs of a day on which a body may meet
  /// and a line that leads to it: what one sweep looks at, each once.
  [[nodiscard]] std::size_t meetings() const noexcept;
  [[nodiscard]] std::size_t lines() const noexcept;
  [[nodiscard]] std::size_t connections() const noexcept;

  /// By body, what is known of its way to `to`, on whatever days.
  [[nodiscard]] std::vector<Way> ways(BodyId to) const;

  struct Data;  ///< private to the library

 private:
  friend class Arrivals;
  std::shared_ptr<const Data> data_;
};

/// When a concern arrives: on `possible` at the earliest, by `certain` whatever days are chosen for
/// meetings of which only the month is known. Looking back, `certain` is the earlier of the two.
struct Arrival {
  std::optional<Date> possible = {};
  std::optional<Date> certain = {};
  friend bool operator==(const Arrival&, const Arrival&) noexcept = default;
};

/// One meeting of a journey, and the line that led there: null for the first.
struct JourneyStep {
  MeetingId meeting = {};
  DateRange days;  ///< on which it may be held
  Date day;        ///< the one of them that is reckoned with
  const Line* line = nullptr;
};

/// How many days it takes, over the days of a range on which it could be raised.
struct Spread {
  int arriving = 0;             ///< on how many of them it arrives at all; the rest counts nowhere
  std::optional<int> median{};  ///< the lower one, if there are two
  std::optional<int> worst{};
  std::optional<Date> worst_on{};  ///< the first day on which it takes that long
  friend bool operator==(const Spread&, const Spread&) noexcept = default;
};

/// When everything that is raised anywhere on any day is heard by one body. A concern raised in a
/// body waits for its next meeting, that day's included; from a meeting it goes along a line to a
/// meeting of the next body for which its paper is in on time, if the line is in force then.
/// One sweep, when it is made, looks at each connection once. Immutable; cheap to copy.
class Arrivals {
 public:
  Arrivals(const Timetable& timetable, BodyId at);

  [[nodiscard]] const Timetable& timetable() const noexcept;
  /// Who hears it.
  [[nodiscard]] BodyId at() const noexcept;

  /// When a concern raised in `body` on that day is heard; nothing if it is not.
  [[nodiscard]] Arrival of(BodyId body, Date raised) const;
  /// Meeting by meeting, through as few as can be; empty if it does not arrive.
  [[nodiscard]] std::vector<JourneyStep> journey(BodyId body, Date raised,
                                                 Reckoning reckoning) const;
  /// The last day on which a concern, or a paper, can be ready in `body` and be heard on `by` or
  /// before: so on that day, everything up to there is known of the body. Nothing if never.
  [[nodiscard]] Arrival latest(BodyId body, Date by) const;
  [[nodiscard]] Spread spread(BodyId body, DateRange raised, Reckoning reckoning) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

/// What becomes of concerns raised in a body.
struct ArrivalRow {
  BodyId body = {};
  Way way = Way::known;
  Arrival arrival = {};
  std::vector<JourneyStep> possible = {}, certain = {};  ///< the journeys
  Spread possible_spread = {}, certain_spread = {};
};

/// Of each body in the order written: when a concern raised on that day arrives, and how long it
/// takes over a year from then.
struct ArrivalReport {
  BodyId at = {};
  Date raised;
  DateRange over;
  std::vector<ArrivalRow> rows = {};
};
/// Of `body` only, if it is one.
[[nodiscard]] ArrivalReport arrival(const Arrivals& arrivals, Date raised, BodyId body = {});

/// How old is what is known of a body.
struct AssuranceRow {
  BodyId body = {};
  Way way = Way::known;
  /// Up to which day it is certain that all is known, and up to which it is possible.
  Arrival known = {};
};

/// Of each body but the one that hears, in the order written.
struct AssuranceReport {
  BodyId at = {};
  Date as_at;
  std::vector<AssuranceRow> rows = {};
};
[[nodiscard]] AssuranceReport assurance(const Arrivals& arrivals, Date as_at);

}  // namespace safegov
