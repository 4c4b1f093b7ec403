// What a partnership answers about itself.
// SPDX-License-Identifier: Apache-2.0

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
std::span<const Record> Partnership::records() const noexcept { return data_->parts.records; }
const Calendar& Partnership::calendar() const noexcept { return data_->calendar; }
std::span<const ResolvedPromise> Partnership::promises() const noexcept { return data_->promises; }
std::span<const ResolvedRecord> Partnership::resolved_records() const noexcept {
  return data_->resolved;
}
const Provenance& Partnership::provenance() const noexcept { return data_->parts.provenance; }

std::span<const Deadline> Partnership::deadlines(PromiseId promise) const noexcept {
  return data_->deadlines_of(promise);
}

const Body& Partnership::operator[](BodyId id) const noexcept {
  return data_->parts.arrangements.bodies[id.index];
}
const Plan& Partnership::operator[](PlanId id) const noexcept {
  return data_->parts.plans[id.index];
}
const Objective& Partnership::operator[](ObjectiveId id) const noexcept {
  return *data_->objectives[id.index];
}
const Action& Partnership::operator[](ActionId id) const noexcept {
  return *data_->actions[id.index];
}
const Promise& Partnership::operator[](PromiseId id) const noexcept {
  return *data_->written[id.index];
}

std::size_t Partnership::objective_count() const noexcept { return data_->objectives.size(); }
std::size_t Partnership::action_count() const noexcept { return data_->actions.size(); }

BodyId Partnership::find_body(std::string_view id) const { return data_->body(id); }
PromiseId Partnership::find_promise(std::string_view id) const { return data_->promise(id); }

std::optional<Subject> Partnership::find_obligation(std::string_view id) const {
  const internal::ObligationName name = internal::take_apart(id);
  const PromiseId promise = data_->promise(name.promise);
  return promise ? internal::pick(*data_, promise, name) : std::nullopt;
}

bool operator==(const Partnership& a, const Partnership& b) {
  const auto &x = a.data_->parts, &y = b.data_->parts;
  return x.arrangements == y.arrangements && x.plans == y.plans && x.records == y.records;
}

}  // namespace safegov
