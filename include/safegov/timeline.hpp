// How the states change: counts for every day of a range, and the intervals of each obligation.
// SPDX-License-Identifier: Apache-2.0
//
//   const Timeline line = timeline(owed, {Date(2019, 4, 1), Date(2022, 3, 31)});
//   line.on(Date(2019, 11, 1))[State::overdue];
//   line.worst(State::overdue);              // the first of the days on which most was overdue

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/date.hpp>
#include <safegov/obligations.hpp>

namespace safegov {

/// Counts by state for every day of a range: for each day, what assess() would say as at that day.
/// Immutable; cheap to copy.
class Timeline {
 public:
  [[nodiscard]] DateRange range() const noexcept;
  /// How many obligations are in a state, one number for each day of the range.
  [[nodiscard]] std::span<const std::uint32_t> counts(State state) const noexcept;
  /// All counts of a day. Throws std::out_of_range for a day outside the range.
  [[nodiscard]] Counts on(Date day) const;
  /// The first day on which anything is in a state; nothing if none ever is.
  [[nodiscard]] std::optional<Date> first(State state) const;
  /// The first of the days on which most are in a state; nothing if none ever is.
  [[nodiscard]] std::optional<Date> worst(State state) const;

  struct Data;  ///< private to the library

 private:
  friend Timeline timeline(const Obligations&, DateRange, const AssessOptions&);
  explicit Timeline(std::shared_ptr<const Data> data) noexcept;
  std::shared_ptr<const Data> data_;
};

/// The spacing of a report over time.
enum class Step : std::uint8_t { day, week, month, meeting };
template <>
std::span<const std::string_view> words_of<Step>();

/// The first day of the range and of each day, week (from Monday) or month in it, and the last day.
/// Throws std::invalid_argument for meetings, which have no spacing.
[[nodiscard]] std::vector<Date> steps(DateRange range, Step step);

/// One pass over the obligations and one over the days: the cost grows with their sum. What a row
/// of a register promised counts from that day on, as in what had been promised by each day. Throws
/// std::invalid_argument for a negative warning window.
[[nodiscard]] Timeline timeline(const Obligations& obligations, DateRange range,
                                const AssessOptions& options = {});

/// What had been promised by each day of a timeline, beside what had come in. Promised is by the
/// plan as written: records move the second line and never the first.
struct BurnUp {
  DateRange range;
  std::vector<std::uint32_t> due = {};       ///< whose last day, as promised, is over
  std::vector<std::uint32_t> received = {};  ///< on time or late, whenever it was promised for

  /// The number of a day in these columns.
  [[nodiscard]] std::size_t index(Date day) const {
    return static_cast<std::size_t>(day.days() - range.first().days());
  }
  /// How far what came in lies behind; less than nothing if more came in early.
  [[nodiscard]] std::int64_t gap(std::size_t i) const {
    return std::int64_t{due[i]} - std::int64_t{received[i]};
  }
  /// The first of the days on which the gap is widest; nothing if there never is one.
  [[nodiscard]] std::optional<Date> widest() const;
};

/// The timeline must be one of these obligations.
[[nodiscard]] BurnUp burn_up(const Obligations& obligations, const Timeline& timeline);

/// A stretch of days over which an obligation is in one state.
struct StateInterval {
  std::uint32_t row;  ///< of the obligations
  State state;
  DateRange days;
  friend bool operator==(const StateInterval&, const StateInterval&) noexcept = default;
};

/// The intervals of every obligation over a range, by row, then by day; together they cover the
/// range without gap or overlap, or what is left of it from the day on which it was promised.
[[nodiscard]] std::vector<StateInterval> state_intervals(const Obligations& obligations,
                                                         DateRange range,
                                                         const AssessOptions& options = {});

}  // namespace safegov
