// Where things are and what they are called, for what is said of them.
// SPDX-License-Identifier: Apache-2.0

#include "lint/input.hpp"

#include <algorithm>
#include <functional>

namespace safegov::internal {
namespace {

std::string step(const std::string& above, std::string_view name, std::size_t index) {
  return above + (above.empty() ? "" : ".") + std::string(name) + "[" + std::to_string(index) + "]";
}

}  // namespace

Things::Things(const Partnership& partnership) : partnership_(partnership) {
  const auto plans = partnership.plans();
  for (std::size_t p = 0; p < plans.size(); ++p) {
    const std::string plan = step({}, "plans", p);
    for (std::size_t o = 0; o < plans[p].objectives.size(); ++o) {
      const Objective& objective = plans[p].objectives[o];
      const std::string path = step(plan, "objectives", o);
      places_.push_back({&objective, {path, plans[p].id + "/" + objective.no}});
      for (std::size_t a = 0; a < objective.actions.size(); ++a)
        places_.push_back(
            {&objective.actions[a],
             {step(path, "actions", a), plans[p].id + "/" + objective.actions[a].no}});
    }
  }
  std::ranges::sort(places_, std::less<>(), &std::pair<const void*, Place>::first);
  for (std::uint32_t i = 0; i < partnership.action_count(); ++i)
    if (const auto row = partnership.row_of(ActionId{i})) {
      const std::string path = step({}, row->kind, row->row);
      // The row itself comes before its parts.
      if (rows_.empty() || rows_.back().first != path)
        rows_.emplace_back(path, std::string(row->kind) + "/" + partnership[ActionId{i}].no);
    }
  std::ranges::sort(rows_);
}

Things::Place Things::of(const Arrangements& arrangements) const { return {{}, arrangements.id}; }
Things::Place Things::of(const Plan& plan) const {
  const auto plans = partnership_.plans();
  return {step({}, "plans", static_cast<std::size_t>(&plan - plans.data())), plan.id};
}
Things::Place Things::of(const Objective& objective) const { return listed(&objective); }
Things::Place Things::of(const Action& action) const { return listed(&action); }
Things::Place Things::listed(const void* thing) const {
  const auto found = std::ranges::lower_bound(places_, thing, std::less<>(),
                                              &std::pair<const void*, Place>::first);
  return found == places_.end() || found->first != thing ? Place{} : found->second;
}
Things::Place Things::of(const Body& body) const {
  const auto bodies = partnership_.bodies();
  return {step({}, "bodies", static_cast<std::size_t>(&body - bodies.data())), body.id};
}
Things::Place Things::of(PromiseId promise) const {
  return {partnership_.path_of(promise), partnership_.promises()[promise.index].id};
}

Things::Place Things::of(const About& about) const {
  if (const auto* obligation = std::get_if<Subject>(&about)) return of(obligation->promise);
  if (const auto* body = std::get_if<BodyId>(&about)) return of(partnership_[*body]);
  if (const auto* plan = std::get_if<PlanId>(&about)) {
    if (!partnership_.is_register(*plan)) return of(partnership_[*plan]);
    return {partnership_[*plan].id, partnership_[*plan].id};
  }
  if (const auto* objective = std::get_if<ObjectiveId>(&about)) return of(partnership_[*objective]);
  if (const auto* action = std::get_if<ActionId>(&about)) {
    const auto row = partnership_.row_of(*action);
    if (!row) return of(partnership_[*action]);
    return {step({}, row->kind, row->row), std::string(row->kind) + "/" + partnership_[*action].no};
  }
  return {};
}

std::string Things::row_at(std::string_view path) const {
  const std::string row(path.substr(0, path.find(']') + 1));
  const auto found =
      std::ranges::lower_bound(rows_, row, {}, &std::pair<std::string, std::string>::first);
  return found == rows_.end() || found->first != row ? std::string() : found->second;
}

Diagnostic& RuleFindings::report_value(Span where, std::string path, std::string message,
                                       std::string help) {
  std::string about = things_.row_at(path);
  return add(std::move(where), {std::move(path), std::move(about)}, {}, std::move(message),
             std::move(help));
}

Diagnostic& RuleFindings::add(Span where, Things::Place at, std::string_view field,
                              std::string message, std::string help) {
  Diagnostic d = codes::diagnose(code_, std::move(message), std::move(where), std::move(help));
  d.path = std::move(at.path);
  if (!field.empty()) d.path += (d.path.empty() ? "" : ".") + std::string(field);
  found_.push_back({std::move(d), std::move(at.id)});
  return found_.back().what;
}

}  // namespace safegov::internal
