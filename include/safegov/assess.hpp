// Where every obligation stands as at a date.
// SPDX-License-Identifier: Apache-2.0
//
//   const Assessment state = assess(owed, Date(2019, 11, 1));
//   state.counts()[State::overdue];
//   state.by(Group::lead);                 // counts for each lead

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/date.hpp>
#include <safegov/describe.hpp>
#include <safegov/meetings.hpp>
#include <safegov/obligations.hpp>
#include <safegov/state.hpp>

namespace safegov {

/// How an obligation was brought to an end.
enum class Closing : std::uint8_t { none, received, waived, superseded, cancelled };

/// All that a state depends on. Days count from 1 January 1970.
struct Facts {
  DeadlineKind kind = DeadlineKind::dated;
  std::int32_t first = 0;           ///< of its interval; meaningless unless dated
  std::int32_t last = 0;            ///< the same
  Closing closing = Closing::none;  ///< by the first record that closed it, up to the date
  std::int32_t closed_on = 0;       ///< its day; meaningless unless closed
  bool part_received = false;
};

/// The one definition of every state. Overdue means: the last day of the interval has passed and
/// nothing has met the obligation. What falls due today is not overdue; what is done is not.
/// `soon` is the warning window in days before the interval begins.
[[nodiscard]] State state_of(const Facts& facts, std::int32_t as_at, std::int32_t soon) noexcept;

/// How many obligations are in each state.
class Counts {
 public:
  [[nodiscard]] std::size_t operator[](State state) const noexcept { return counts_[index(state)]; }
  [[nodiscard]] std::size_t& operator[](State state) noexcept { return counts_[index(state)]; }
  [[nodiscard]] std::size_t total() const noexcept;
  Counts& operator+=(const Counts& other) noexcept;
  friend bool operator==(const Counts&, const Counts&) noexcept = default;

 private:
  static std::size_t index(State state) noexcept { return static_cast<std::size_t>(state); }
  std::array<std::size_t, state_count> counts_{};
};

/// What obligations can be counted by.
enum class Group : std::uint8_t { plan, priority, objective, action, lead, from, to, state };
template <>
std::span<const std::string_view> words_of<Group>();

/// The obligations of one plan, objective, body, …: its counts.
struct GroupCounts {
  std::string id;    ///< `bp-2019`, `bp-2019/2.1`, `bmg`; empty where none is stated
  std::string name;  ///< the title, the text, the body's name
  Counts counts;
};

struct AssessOptions {
  int due_soon_days = 30;  ///< the warning window; 0 for none
  /// Only what had been written down by this day counts, and nothing that had been taken back by
  /// then: what was known at the time. All records count if it is absent.
  std::optional<Date> known_at = {};
};

/// How often and how far extensions moved a date; that a meeting moved is no slip.
struct Slips {
  int count = 0;
  int days =
      0;  ///< from the original last day to the one in force; negative if it was brought forward
  friend bool operator==(const Slips&, const Slips&) noexcept = default;
};

/// The state of every row of some obligations as at a date. Immutable; cheap to copy.
class Assessment {
 public:
  [[nodiscard]] Date as_at() const noexcept;
  [[nodiscard]] const AssessOptions& options() const noexcept;
  [[nodiscard]] const Obligations& obligations() const noexcept;
  [[nodiscard]] std::size_t size() const noexcept { return states().size(); }

  /// A column beside those of obligations().
  [[nodiscard]] std::span<const State> states() const noexcept;
  [[nodiscard]] State operator[](std::size_t row) const noexcept { return states()[row]; }
  [[nodiscard]] const Counts& counts() const noexcept;

  /// The interval in force: the original, or what the last extension up to the date, or up to the
  /// day it was closed, moved it to. Nothing for what has no days.
  [[nodiscard]] std::optional<DateRange> in_force(std::size_t row) const;
  [[nodiscard]] Slips slips(std::size_t row) const;
  /// The meeting that the row is bound to and where that stands; nothing if it is bound to none.
  [[nodiscard]] std::optional<MeetingStanding> meeting(std::size_t row) const;
  /// The records that count for the row up to the date, as known: earliest first, the closing one
  /// last. What is recorded after that one does not count.
  [[nodiscard]] std::vector<const Record*> history(std::size_t row) const;

  /// The first day on which it was overdue: the day after the last in force; only if it is overdue,
  /// or was received late.
  [[nodiscard]] std::optional<Date> overdue_since(std::size_t row) const;
  /// How many days it is overdue, or was when it came in; 0 if it was never.
  [[nodiscard]] int days_overdue(std::size_t row) const;
  /// The record that closed it up to the date, or null.
  [[nodiscard]] const Record* closed_by(std::size_t row) const;
  /// The latest record of a part up to the date, or null.
  [[nodiscard]] const Record* part_by(std::size_t row) const;

  /// Counts for each plan, body and so on that has any, in the order written; what has none comes
  /// last. An objective that serves two priorities counts under both.
  [[nodiscard]] std::vector<GroupCounts> by(Group group) const;

  struct Data;  ///< private to the library

 private:
  friend Assessment assess(const Obligations&, Date, const AssessOptions&);
  explicit Assessment(std::shared_ptr<const Data> data) noexcept;
  std::shared_ptr<const Data> data_;
};

/// Holds the partnership's records against its obligations as at a date. Records of later days do
/// not count. Late is judged against the date in force on the day of receipt. Throws
/// std::invalid_argument for a negative warning window.
[[nodiscard]] Assessment assess(const Obligations& obligations, Date as_at,
                                const AssessOptions& options = {});

}  // namespace safegov
