// What of a partnership goes when it is published, and the account of it.
// SPDX-License-Identifier: Apache-2.0

#include "model/publish_choice.hpp"

#include <algorithm>
#include <variant>

#include "model/walk.hpp"

namespace safegov::internal {

void Tally::add(Withholding how, std::string_view what, Because why,
                std::optional<Audience> seen_by, std::size_t count) {
  if (count == 0) return;
  counts_[{why, how, std::string(what), seen_by ? static_cast<int>(*seen_by) : -1}] += count;
}

void Tally::add(const Tally& other) {
  for (const auto& [key, count] : other.counts_) counts_[key] += count;
}

std::vector<Withheld> Tally::lines(int suppress_under) const {
  std::vector<Withheld> out;
  for (const auto& [key, count] : counts_) {
    const auto& [because, how, what, audience] = key;
    Withheld line{.how = how, .what = what, .count = count};
    if (audience >= 0) line.seen_by = static_cast<Audience>(audience);
    const std::string seen(line.seen_by ? words_of<Audience>()[static_cast<std::size_t>(audience)]
                                        : "");
    switch (because) {
      case Because::closed:
        line.why = "the register is closed: it can hold sensitive text";
        line.open_register = what;
        break;
      case Because::marked:
        line.why = "marked '" + seen + "'";
        break;
      case Because::field:
        line.why = "such words are for '" + seen + "', whatever they are of";
        break;
      case Because::follows:
        line.why = "it cannot stand without what is left out";
        break;
      case Because::small:
        line.why = "under " + std::to_string(suppress_under) + ", or it would give one away";
        break;
      case Because::overlay:
        line.why = "it is no part of what is so";
        break;
    }
    out.push_back(std::move(line));
  }
  return out;
}

Audience audience_of(const Type& type, const void* value) {
  for (const Field& field : type.fields)
    if (field.codec == CodecOf<Audience>::get)
      return *static_cast<const Audience*>(field.of(value));
  return Audience::open;
}

bool is_masked(const Type& type) {
  // The arrangements are asked about before anything else.
  static const Type* const all[] = {&type_of<Arrangements>(), &type_of<Body>(), &type_of<Line>(),
                                    &type_of<Seat>(),         &type_of<Name>(), &type_of<Record>()};
  return std::ranges::find(all, &type) != std::end(all);
}

Choice::Choice(const Partnership& whole, const PublishOptions& options)
    : whole_(whole), options_(options) {
  index_plans();
  index_rows();
  const Partnership::Parts& parts = whole.parts();
  look_through(type_of<Arrangements>(), &parts.arrangements);
  for (const Plan& plan : parts.plans) look_through(type_of<Plan>(), &plan);
  for (const RegisterTable& table : parts.registers) {
    const Register& kind = table.kind();
    const bool closed =
        hides(kind.audience) && std::ranges::count(options.open_registers, kind.name) == 0;
    for (std::size_t i = 0; i < table.size(); ++i)
      if (closed)
        gone_.insert(table[i]);
      else
        look_through(kind.row(), table[i]);
    if (closed)
      tally_.add(Withholding::left_out, kind.name, Because::closed, kind.audience, table.size());
  }
  tally_.add(Withholding::left_out, type_of<WhatIf>().name, Because::overlay, Audience::restricted,
             parts.what_ifs.size());
}

/// A value's audience holds for all inside it: what goes is not looked into.
void Choice::look_through(const Type& type, const void* value) {
  const Audience audience = audience_of(type, value);
  if (hides(audience) && !is_masked(type)) {
    gone_.insert(value);
    tally_.add(Withholding::left_out, type.name, Because::marked, audience);
    return;
  }
  for (const Field& field : type.fields) {
    const Codec& codec = field.codec();
    const void* member = field.of(value);
    if (codec.shape == Shape::value) {
      if (const void* inner = codec.get(member)) look_through(codec.type(), inner);
    } else if (codec.shape == Shape::list && codec.element().shape == Shape::value) {
      const Type& element = codec.element().type();
      for (std::size_t i = 0; i < codec.size(member); ++i)
        look_through(element, codec.item(member, i));
    }
  }
}

bool Choice::take_out(const Type& type, const void* value) {
  if (!gone_.insert(value).second) return false;
  tally_.add(Withholding::left_out, type.name, Because::follows, {});
  return true;
}

/// Objectives and actions are numbered through the plans, registers behind them.
void Choice::index_plans() {
  for (std::uint32_t p = 0; p < whole_.plan_count(); ++p)
    for (const Objective& objective : whole_[PlanId{p}].objectives) {
      const ObjectiveId id{static_cast<std::uint32_t>(plan_of_.size())};
      plan_of_.push_back({p});
      objective_of_.insert(objective_of_.end(), objective.actions.size(), id);
    }
}

void Choice::index_rows() {
  for (const RegisterTable& table : whole_.registers()) {
    const Type& row = table.kind().row();
    const auto id = row.find("id");
    if (!id) continue;
    auto& rows = rows_[row.name];
    for (std::size_t i = 0; i < table.size(); ++i) {
      std::string own;
      row.fields[*id].codec().print(row.fields[*id].of(table[i]), own);
      rows.emplace(std::move(own), table[i]);
    }
  }
}

bool Choice::goes(ActionId action, ObjectiveId objective, PlanId plan) const {
  if (action) {
    if (const auto row = whole_.row_of(action)) {
      for (const RegisterTable& table : whole_.registers())
        if (table.kind().name == row->kind) return goes(table[row->row]);
      return false;
    }
    if (goes(&whole_[action])) return true;
  }
  return (objective && goes(&whole_[objective])) || (plan && goes(&whole_[plan]));
}

bool Choice::goes(const About& what) const {
  if (gone_.empty()) return false;
  if (const auto* subject = std::get_if<Subject>(&what)) {
    const ResolvedPromise& promise = whole_.promises()[subject->promise.index];
    return goes(&whole_[subject->promise]) || goes(promise.action, promise.objective, promise.plan);
  }
  if (const auto* action = std::get_if<ActionId>(&what)) {
    if (whole_.row_of(*action)) return goes(*action, {}, {});
    const ObjectiveId objective = objective_of_[action->index];
    return goes(*action, objective, plan_of_[objective.index]);
  }
  if (const auto* objective = std::get_if<ObjectiveId>(&what))
    return goes({}, *objective, plan_of_[objective->index]);
  if (const auto* plan = std::get_if<PlanId>(&what)) {
    if (!whole_.is_register(*plan)) return goes(&whole_[*plan]);
    for (const RegisterTable& table : whole_.registers()) {
      if (table.kind().name != whole_[*plan].id) continue;
      for (std::size_t i = 0; i < table.size(); ++i)
        if (!goes(table[i])) return false;
      return true;
    }
    return false;
  }
  if (const auto* dispute = std::get_if<DisputeId>(&what))
    return goes(&whole_[whole_[*dispute].procedure]);
  return false;
}

const void* Choice::row(std::string_view type, std::string_view id) const {
  const auto rows = rows_.find(type);
  if (rows == rows_.end()) return nullptr;
  const auto found = rows->second.find(id);
  return found == rows->second.end() ? nullptr : found->second;
}

}  // namespace safegov::internal
