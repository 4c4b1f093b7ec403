// What a partnership answers about itself.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/partnership.hpp>

#include "model/data.hpp"
#include "model/subject.hpp"

namespace safegov {

Span Provenance::find(const Origin& origin, std::optional<std::size_t> field) const {
  if (origin.file == 0 || origin.file > sources.size()) return {};
  const auto at = [&](std::size_t i) { return i < places.size() ? places[i] : 0; };
  std::uint32_t place = at(origin.first);
  if (field && at(origin.first + 1 + *field) != 0) place = at(origin.first + 1 + *field);
  const auto& source = sources[origin.file - 1];
  return token_at(source, place == 0 ? Position{} : source->position(place - 1));
}

Partnership::Partnership(std::shared_ptr<const Data> data) : data_(std::move(data)) {}

const Arrangements& Partnership::arrangements() const noexcept { return data_->parts.arrangements; }
std::span<const Body> Partnership::bodies() const noexcept {
  return data_->parts.arrangements.bodies;
}
std::span<const Plan> Partnership::plans() const noexcept { return data_->parts.plans; }
std::span<const Record> Partnership::records() const noexcept { return data_->records(); }
std::span<const RegisterTable> Partnership::registers() const noexcept {
  return data_->parts.registers;
}
std::span<const WhatIf> Partnership::what_ifs() const noexcept { return data_->parts.what_ifs; }
const Partnership::Parts& Partnership::parts() const noexcept { return data_->parts; }
const Calendar& Partnership::calendar() const noexcept { return data_->calendar; }
std::span<const ResolvedPromise> Partnership::promises() const noexcept { return data_->promises; }
std::span<const ResolvedRecord> Partnership::resolved_records() const noexcept {
  return data_->resolved;
}
const Provenance& Partnership::provenance() const noexcept { return data_->parts.provenance; }

std::span<const Deadline> Partnership::deadlines(PromiseId promise) const noexcept {
  return data_->deadlines_of(promise);
}

std::span<const Escalation> Partnership::escalations() const noexcept {
  return data_->parts.arrangements.escalations;
}
std::span<const Dispute> Partnership::disputes() const noexcept { return data_->disputes; }
std::string Partnership::id_of(DisputeId id) const { return data_->id_of((*this)[id]); }
const Escalation& Partnership::operator[](EscalationId id) const noexcept {
  return escalations()[id.index];
}
const Dispute& Partnership::operator[](DisputeId id) const noexcept { return disputes()[id.index]; }

const Body& Partnership::operator[](BodyId id) const noexcept {
  return data_->parts.arrangements.bodies[id.index];
}
const Plan& Partnership::operator[](PlanId id) const noexcept { return data_->at(id); }
const Objective& Partnership::operator[](ObjectiveId id) const noexcept {
  return *data_->objectives[id.index];
}
const Action& Partnership::operator[](ActionId id) const noexcept {
  return *data_->actions[id.index];
}
const Promise& Partnership::operator[](PromiseId id) const noexcept {
  return *data_->written[id.index];
}

std::span<const Meeting> Partnership::meetings() const noexcept { return data_->meetings; }
std::span<const Meeting> Partnership::meetings(BodyId body) const noexcept {
  return data_->meetings_of(body);
}
const Meeting& Partnership::operator[](MeetingId id) const noexcept {
  return data_->meetings[id.index];
}
MeetingId Partnership::meeting_of(const Subject& obligation) const noexcept {
  if (data_->bound.empty()) return {};  // asked of every row
  const std::uint32_t deadline =
      promises()[obligation.promise.index].first_deadline + obligation.number;
  const auto found =
      std::ranges::lower_bound(data_->bound, deadline, {}, [](const auto& b) { return b.first; });
  return found != data_->bound.end() && found->first == deadline ? found->second : MeetingId{};
}
std::string Partnership::id_of(MeetingId id) const {
  const Meeting& meeting = (*this)[id];
  return (*this)[meeting.body].id + "@" + deadline_key(meeting.scheduled);
}

const Scale* Partnership::find_scale(std::string_view id) const { return data_->scale(id); }
const RatingScheme& Partnership::ratings(PlanId plan) const noexcept {
  return data_->schemes[plan.index];
}

std::size_t Partnership::plan_count() const noexcept { return data_->plan_count(); }
std::size_t Partnership::objective_count() const noexcept { return data_->objectives.size(); }
std::size_t Partnership::action_count() const noexcept { return data_->actions.size(); }

BodyId Partnership::find_body(std::string_view id) const { return data_->body(id); }
PromiseId Partnership::find_promise(std::string_view id) const { return data_->promise(id); }

std::optional<Subject> Partnership::find_obligation(std::string_view id) const {
  const internal::ObligationName name = internal::take_apart(id);
  const PromiseId promise = data_->promise(name.promise);
  return promise ? internal::pick(*data_, promise, name) : std::nullopt;
}

MeetingId Partnership::find_meeting(std::string_view id) const {
  const internal::ObligationName name = internal::take_apart(id);
  const BodyId body = data_->body(name.promise);
  const auto found = body ? internal::pick_meetings(*data_, body, name) : std::vector<MeetingId>();
  return found.size() == 1 ? found[0] : MeetingId{};
}

About Partnership::find(std::string_view id) const {
  const std::vector<About> found = internal::find_all(*data_, id);
  return found.size() == 1 ? found[0] : About{};
}

std::string Partnership::path_of(PromiseId promise) const { return data_->path_of(promise); }
std::string Partnership::path_of(const Record& record) const {
  return data_->path_of_record(static_cast<std::size_t>(&record - records().data()));
}

std::optional<RowPlace> Partnership::row_of(ActionId action) const noexcept {
  return data_->row_of(action);
}

std::optional<RowPlace> Partnership::Data::row_of(ActionId action) const noexcept {
  // Those of registers come last.
  const std::size_t before = actions.size() - action_rows.size();
  if (action.index < before) return {};
  return action_rows[action.index - before];
}

std::string Partnership::Data::path_of(PromiseId id) const {
  const auto step = [](std::string_view name, std::size_t index) {
    return std::string(name) + "[" + std::to_string(index) + "]";
  };
  const ResolvedPromise& promise = promises[id.index];
  if (promise.plan.index >= parts.plans.size()) {
    const RowPlace place = *row_of(promise.action);
    return step(place.kind, place.row);
  }
  const Plan& plan = parts.plans[promise.plan.index];
  const Objective& objective = *objectives[promise.objective.index];
  const Action& action = *actions[promise.action.index];
  const auto index = [](const auto& value, const auto& values) {
    return static_cast<std::size_t>(&value - values.data());
  };
  return step("plans", promise.plan.index) + "." +
         step("objectives", index(objective, plan.objectives)) + "." +
         step("actions", index(action, objective.actions)) + "." +
         step("promises", index(*written[id.index], action.promises));
}

std::string Partnership::Data::path_of_record(std::size_t index) const {
  const std::size_t ours = parts.records.size();
  if (index < ours) return "records[" + std::to_string(index) + "]";
  const RowPlace& place = record_rows[index - ours];
  return std::string(place.kind) + "[" + std::to_string(place.row) + "]";
}

bool operator==(const Partnership& a, const Partnership& b) {
  const auto &x = a.data_->parts, &y = b.data_->parts;
  return x.arrangements == y.arrangements && x.plans == y.plans && x.records == y.records &&
         x.registers == y.registers && x.what_ifs == y.what_ifs;
}

}  // namespace safegov
