// Whether what a plan carries on from an earlier one is something that can be carried.
// SPDX-License-Identifier: Apache-2.0

#include "model/check_carries.hpp"

#include <algorithm>
#include <optional>

#include "base/text.hpp"
#include "model/findings.hpp"
#include "model/subject.hpp"

namespace safegov::internal {
namespace {

constexpr std::string_view help =
    "write the id of an objective or action of an earlier plan ('bp-2019/2.1'), of a promise "
    "('bp-2019/2.1/bmg') or of one of its dates ('bp-2019/2.1/bmg of Oct 2019')";

class CarriesCheck : private Findings {
 public:
  CarriesCheck(const Partnership::Data& data, Diagnostics& found)
      : Findings(data.parts.provenance, found), data_(data) {}

  void run() {
    for (std::uint32_t p = 0; p < data_.parts.plans.size(); ++p) {
      plan_ = {p};
      const std::string path = "plans[" + std::to_string(p) + "]";
      const auto& objectives = data_.parts.plans[p].objectives;
      for (std::size_t o = 0; o < objectives.size(); ++o) take(objectives[o], path, o);
    }
  }

 private:
  static std::string step(const std::string& path, std::string_view name, std::size_t index) {
    return path + "." + std::string(name) + "[" + std::to_string(index) + "]";
  }

  void take(const Objective& objective, const std::string& above, std::size_t index) {
    const auto path = [&] { return step(above, "objectives", index); };
    if (!objective.carries.empty()) check(objective, path());
    for (std::size_t a = 0; a < objective.actions.size(); ++a) {
      const Action& action = objective.actions[a];
      if (!action.carries.empty()) check(action, step(path(), "actions", a));
      for (std::size_t i = 0; i < action.promises.size(); ++i)
        if (!action.promises[i].carries.empty())
          check(action.promises[i], step(step(path(), "actions", a), "promises", i));
    }
  }

  template <class T>
  void check(const T& value, const std::string& path) {
    for (std::size_t i = 0; i < value.carries.size(); ++i) {
      const std::string& id = value.carries[i].id;
      const auto said = [&](const codes::Known& code, std::string message, std::string_view way) {
        report(code, std::move(message), item_at(where(value, "carries"), i),
               step(path, "carries", i), std::string(way));
      };
      const auto first = std::ranges::find(value.carries, value.carries[i]);
      if (static_cast<std::size_t>(first - value.carries.begin()) != i) {
        said(codes::duplicate_id, in_quotes(id) + " is carried twice", "name it once");
        continue;
      }
      // A promise of many dates is no obligation, and has an id all the same.
      std::vector<PlanId> plans;
      std::size_t others = 0;
      if (const PromiseId promise = data_.promise(id))
        plans.push_back(data_.promises[promise.index].plan);
      else
        for (const About& about : find_all(data_, id))
          if (const auto plan = plan_of(about))
            plans.push_back(*plan);
          else
            ++others;
      if (plans.empty() && others == 0)
        said(codes::unknown_subject, "nothing is called " + in_quotes(id), help);
      else if (plans.empty())
        said(codes::wrong_subject,
             in_quotes(id) + " is no objective, action or promise, and cannot be carried", help);
      else if (plans.size() > 1)
        said(codes::unclear_subject, in_quotes(id) + " could mean several things", help);
      else if (plans[0] == plan_)
        said(codes::wrong_subject, in_quotes(id) + " is of this plan: it cannot carry itself on",
             "name what of an earlier plan it carries; what only has a new id says 'was'");
    }
  }

  /// The plan of what can be carried; nothing for a plan, a body or a meeting.
  std::optional<PlanId> plan_of(const About& about) const {
    if (const auto* subject = std::get_if<Subject>(&about))
      return data_.promises[subject->promise.index].plan;
    if (const auto* action = std::get_if<ActionId>(&about))
      return plan_at(data_.actions_by_number.first, action->index);
    if (const auto* objective = std::get_if<ObjectiveId>(&about))
      return plan_at(data_.objectives_by_number.first, objective->index);
    return {};
  }

  static PlanId plan_at(const std::vector<std::uint32_t>& first, std::uint32_t index) {
    const auto after = std::ranges::upper_bound(first, index);
    return {static_cast<std::uint32_t>(after - first.begin() - 1)};
  }

  const Partnership::Data& data_;
  PlanId plan_ = {};
};

}  // namespace

void check_carries(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found) {
  if (gaps.promises || gaps.bodies) return;  // it may be what could not be read
  CarriesCheck(data, found).run();
}

}  // namespace safegov::internal
