// What a Partnership holds.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/clock.hpp>
#include <safegov/partnership.hpp>

namespace safegov {

struct Partnership::Data {
  explicit Data(Parts p) : parts(std::move(p)) {}

  Parts parts;
  Calendar calendar = Calendar::england_and_wales();

  std::vector<Plan> issued;                       ///< one for each register that has rows
  std::vector<RowPlace> action_rows;              ///< beside the actions of `issued`
  std::vector<std::optional<DateRange>> windows;  ///< the same: how long `annually` runs
  std::vector<std::optional<Date>> promised;      ///< beside the promises of `issued`: since when
  std::vector<std::optional<Date>> anchors;       ///< the same: what `in three months` counts from
  std::vector<Record> all_records;                ///< empty if no row says that anything happened
  std::vector<RowPlace> record_rows;              ///< beside those behind the written ones

  std::vector<DeadlineContext> contexts;  ///< one per plan or register: what its words mean
  DeadlineContext meeting_context;        ///< the same, for what is written outside plans
  std::vector<const Objective*> objectives;
  std::vector<const Action*> actions;
  std::vector<const Promise*> written;  ///< the promises as written, beside `promises`
  std::vector<ResolvedPromise> promises;
  std::vector<Deadline> deadlines;
  std::vector<RatingScheme> schemes;     ///< one per plan or register
  std::vector<ResolvedRecord> resolved;  ///< beside records()

  std::vector<Dispute> disputes;  ///< by procedure, then by name

  std::vector<Meeting> meetings;             ///< by body, then as written
  std::vector<std::uint32_t> first_meeting;  ///< of each body, and one more: the end
  /// The deadlines that are bound to a meeting, ascending: nearly all are not.
  std::vector<std::pair<std::uint32_t, MeetingId>> bound;

  /// The things of each plan, a stretch of the partnership's table, in the order of their numbers.
  template <class Thing>
  struct ByNumber {
    std::vector<std::uint32_t> first;  ///< of each plan, and one more: the end
    std::vector<Id<Thing>> ids;
  };
  ByNumber<Objective> objectives_by_number;
  ByNumber<Action> actions_by_number;

  /// Sorted by id; all of a partnership's are different.
  std::vector<std::pair<std::string_view, BodyId>> body_ids;
  std::vector<PromiseId> promise_ids;
  /// Sorted by id; of equal ones, which are an error, the first counts. Former ids by themselves:
  /// one that is also a present id means the present one.
  std::vector<std::pair<std::string_view, PlanId>> plan_ids, former_plan_ids;
  /// Sorted by id, too; one that is also a present id means the present one.
  std::vector<std::pair<std::string, PromiseId>> former_promise_ids;

  [[nodiscard]] const std::vector<Record>& records() const noexcept {
    return all_records.empty() ? parts.records : all_records;
  }
  [[nodiscard]] std::size_t plan_count() const noexcept {
    return parts.plans.size() + issued.size();
  }
  [[nodiscard]] const Plan& at(PlanId id) const noexcept {
    const std::size_t ours = parts.plans.size();
    return id.index < ours ? parts.plans[id.index] : issued[id.index - ours];
  }
  [[nodiscard]] std::optional<RowPlace> row_of(ActionId action) const noexcept;
  [[nodiscard]] std::string path_of(PromiseId id) const;
  [[nodiscard]] std::string path_of_record(std::size_t index) const;
  [[nodiscard]] std::string id_of(const Dispute& dispute) const {
    return parts.arrangements.escalations[dispute.procedure.index].id + "/" + dispute.name;
  }
  [[nodiscard]] DisputeId dispute(std::string_view id) const;
  [[nodiscard]] BodyId body(std::string_view id) const;
  [[nodiscard]] const Scale* scale(std::string_view id) const;
  [[nodiscard]] const Clock* clock(std::string_view id) const;
  [[nodiscard]] PromiseId promise(std::string_view id) const;
  [[nodiscard]] PlanId plan(std::string_view id) const;
  [[nodiscard]] std::span<const Deadline> deadlines_of(PromiseId id) const {
    const ResolvedPromise& p = promises[id.index];
    return {deadlines.data() + p.first_deadline, p.deadlines};
  }
  [[nodiscard]] std::span<const Meeting> meetings_of(BodyId id) const {
    if (id.index + std::size_t{1} >= first_meeting.size()) return {};
    const std::uint32_t first = first_meeting[id.index];
    return {meetings.data() + first, first_meeting[id.index + 1] - first};
  }
};

}  // namespace safegov
