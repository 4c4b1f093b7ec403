// What a plan covers and what it leaves out, and which of its priorities reached the top.
// SPDX-License-Identifier: Apache-2.0
//
//   const Coverage cover = coverage(assess(owed, Date(2020, 3, 31)), {.days = 365});
//   for (const PriorityCoverage& row : cover.priorities()) row.reach;    // Reach::evidence
//   for (const CoverageGap& gap : cover.gaps()) ...

#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/arrival.hpp>
#include <safegov/assess.hpp>
#include <safegov/date.hpp>
#include <safegov/partnership.hpp>

namespace safegov {

struct CoverageOptions {
  int days = 365;  ///< how far back it looks for what reached the top; the date itself is the last
};

/// Whether a priority reached the top in the days looked at. A closed list.
enum class Reach : std::uint8_t {
  evidence,   ///< a record with a reference did
  words,      ///< records did, none of them with a reference
  not_known,  ///< none did for certain, and of some it cannot be told
  no,         ///< nothing did
};
template <>
std::span<const std::string_view> words_of<Reach>();
[[nodiscard]] std::string_view to_string(Reach reach) noexcept;

/// What became of one record on its way to the top. A closed list.
enum class Hearing : std::uint8_t {
  heard,      ///< for certain, in the days looked at
  maybe,      ///< on some day between two, of which not all are days looked at
  not_known,  ///< lines lead to the top, but no known meetings carry it there; or nobody is stated
  not_yet,    ///< it will be heard after the date
  before,     ///< it was heard before the days looked at
  no_line,    ///< no line leads to the top from where it was
};
template <>
std::span<const std::string_view> words_of<Hearing>();
[[nodiscard]] std::string_view to_string(Hearing hearing) noexcept;

/// A record that something was received, decided or rated.
struct Claim {
  std::uint32_t record = 0;  ///< in the partnership's records
  bool with_reference = false;
  BodyId at = {};      ///< where it was on its day: who received, decided or rated; or none
  Arrival heard = {};  ///< by the top: at the earliest, and for certain
  Hearing hearing = Hearing::not_known;
  friend bool operator==(const Claim&, const Claim&) noexcept = default;
};

/// A priority of a plan; or all that serves none, if there is such.
struct PriorityCoverage {
  PlanId plan = {};
  std::optional<std::uint32_t> priority = {};  ///< in the plan's `priorities`
  std::vector<ObjectiveId> objectives = {};
  std::size_t actions = 0;
  std::size_t obligations = 0;
  std::size_t with_route = 0;  ///< of these, owed to somebody who has a route to the top
  Reach reach = Reach::no;
  std::vector<Claim> claims = {};  ///< by day, then as written
};

/// What an objective is tied to; everything in the order written, each once.
struct ObjectiveCoverage {
  PlanId plan = {};
  ObjectiveId objective = {};
  std::vector<std::uint32_t> priorities = {};    ///< in the plan's `priorities`
  std::vector<std::uint32_t> focus_groups = {};  ///< of it or an action; in `focus_groups`
  std::vector<BodyId> leads = {};
  std::vector<BodyId> from = {};  ///< who owes anything under it
  std::vector<BodyId> to = {};    ///< who is owed anything under it
};

/// A focus group of a plan, and who is for it.
struct FocusCoverage {
  PlanId plan = {};
  std::uint32_t group = 0;  ///< in the plan's `focus_groups`
  std::vector<ObjectiveId> objectives = {};
};

/// One cell of priorities × objectives × focus groups × leads, and what is in it. What serves no
/// priority or no group, or is led by nobody, has a cell without. An action counts in each of its
/// cells.
struct CoverageCell {
  PlanId plan = {};
  std::optional<std::uint32_t> priority = {};
  ObjectiveId objective = {};
  std::optional<std::uint32_t> focus_group = {};
  BodyId lead = {};
  std::size_t actions = 0;
  std::size_t obligations = 0;
  std::size_t received = 0;  ///< of these, on time or late
};

/// What is left out. A closed list.
enum class GapKind : std::uint8_t {
  priority_without_objective,
  objective_without_priority,
  focus_group_without_objective,
  objective_without_action,
  objective_without_lead,      ///< it has actions, and none of them has a lead
  objective_without_date,      ///< none has anything that is due on a day
  objective_without_receiver,  ///< none promises anything to anybody
  body_without_lead,           ///< it is in the structure on the day, and leads no action
};
template <>
std::span<const std::string_view> words_of<GapKind>();
[[nodiscard]] std::string_view to_string(GapKind kind) noexcept;

/// All of one kind in one plan; of bodies, over all plans.
struct CoverageGap {
  GapKind what = GapKind::priority_without_objective;
  PlanId plan = {};                   ///< none for bodies
  std::vector<std::string> ids = {};  ///< numbers, or ids, or names of what has none; as written
  friend bool operator==(const CoverageGap&, const CoverageGap&) = default;
};

/// Immutable; cheap to copy. Everything by plan, then in the order written.
class Coverage {
 public:
  [[nodiscard]] const Assessment& assessment() const noexcept;
  [[nodiscard]] const Partnership& partnership() const noexcept;
  [[nodiscard]] const CoverageOptions& options() const noexcept;
  /// The days looked at; the last is that of the assessment.
  [[nodiscard]] DateRange looked_at() const noexcept;
  /// Who is at the top on that day, or none; then of nothing it is known whether it was reached.
  [[nodiscard]] BodyId top() const noexcept;

  [[nodiscard]] std::span<const PriorityCoverage> priorities() const noexcept;
  [[nodiscard]] std::span<const ObjectiveCoverage> objectives() const noexcept;
  [[nodiscard]] std::span<const FocusCoverage> focus_groups() const noexcept;
  [[nodiscard]] std::span<const CoverageCell> cells() const noexcept;
  /// By plan, then kind; those of bodies last.
  [[nodiscard]] std::span<const CoverageGap> gaps() const noexcept;

  struct Data;  ///< private to the library

 private:
  friend Coverage coverage(const Assessment&, const CoverageOptions&);
  explicit Coverage(std::shared_ptr<const Data> data) noexcept;
  std::shared_ptr<const Data> data_;
};

/// Throws std::invalid_argument for fewer days than one, and OutsideCalendar as Timetable does.
[[nodiscard]] Coverage coverage(const Assessment& assessment, const CoverageOptions& options = {});

}  // namespace safegov
