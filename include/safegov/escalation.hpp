// What had to go further up, by when, and whether it did.
// SPDX-License-Identifier: Apache-2.0
//
//   const Escalations found = find_escalations(owed, Date(2019, 11, 1));
//   for (const EscalationStep& step : found.steps)
//     if (step.state == StepState::overdue) ...

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/escalation_rules.hpp>
#include <safegov/obligations.hpp>

namespace safegov {

/// What became of a step. A closed list; docs/escalation.md is its table.
enum class StepState : std::uint8_t {
  not_due,     ///< of a dispute: the stage before still has time
  due,         ///< it is to be taken, and its last day is not over
  overdue,     ///< its last day is over, and it was not taken
  taken,       ///< in time
  taken_late,  ///< after its last day
  bypassed,    ///< it went straight to a later stage
  not_needed,  ///< what it was about was resolved before its last day was over
  not_taken,   ///< what it was about was resolved, but only after its last day
};
inline constexpr std::size_t step_state_count = 8;
template <>
std::span<const std::string_view> words_of<StepState>();
[[nodiscard]] std::string_view to_string(StepState state) noexcept;

/// One stage that something came to.
struct EscalationStep {
  EscalationId escalation = {};
  std::uint32_t stage = 0;  ///< from 1
  /// The obligations whose misses were counted, as many as the stage counts, the latest of them
  /// last: that one is to be escalated. Empty for a dispute.
  std::vector<std::uint32_t> rows = {};
  DisputeId dispute = {};
  std::uint32_t before = 0;  ///< of a dispute: the stage that it was at, whose time runs; or 0
  BodyId to = {};  ///< whom the stage names, or who carries that body's duties; none if nobody
  Date since;  ///< the day of the miss; of a dispute, when the stage before began, or it was raised
  /// The last day on which it is in time; nothing if the limit is in hours, or there is none.
  std::optional<Date> due = {};
  StepState state = StepState::due;
  std::optional<Date> taken = {};     ///< or of what was bypassed, when
  std::optional<Date> resolved = {};  ///< first day on which nothing was missing, or it was settled
  std::optional<std::uint32_t> record = {};  ///< by which it was taken or bypassed
  friend bool operator==(const EscalationStep&, const EscalationStep&) = default;
};

/// Where a dispute stands.
struct DisputeStanding {
  DisputeId dispute = {};
  Date raised;
  std::uint32_t stage = 0;             ///< the last that it came to, from 1
  Date since;                          ///< when that stage began
  std::optional<Date> settle_by = {};  ///< when the time of that stage is over
  std::optional<Date> settled = {};
  std::optional<std::uint32_t> record = {};  ///< by which it was settled
  friend bool operator==(const DisputeStanding&, const DisputeStanding&) = default;
};

/// Everything that had to go further up, as at a date and as known at one.
struct Escalations {
  Date as_at;
  std::optional<Date> known_at = {};
  /// By last day (what has none comes last), then by escalation, stage, and row or dispute.
  std::vector<EscalationStep> steps = {};
  std::vector<DisputeStanding> disputes = {};  ///< in the partnership's order; those raised by then
  /// Records that took no step: nothing was missed then, no stage goes there, it was done already,
  /// or had been settled. By day, then by what they say.
  std::vector<std::uint32_t> others = {};

  [[nodiscard]] std::array<std::size_t, step_state_count> counts() const noexcept;
};

/// Every step that the partnership's escalations ask for, up to `as_at`; by what had been written
/// down by `known_at`, all if it is absent. A miss is a stretch of days on which an obligation is
/// overdue, by the one definition of that; one that came in late was missed, too. Throws
/// OutsideCalendar if a limit needs a year that the partnership's calendar does not cover.
[[nodiscard]] Escalations find_escalations(const Obligations& obligations, Date as_at,
                                           std::optional<Date> known_at = {});

}  // namespace safegov
