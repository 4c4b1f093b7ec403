// Counting states by plan, priority, objective, action, lead, from, to.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <numeric>
#include <utility>

#include <safegov/assess.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<Group>() {
  static constexpr std::array<std::string_view, 8> words{"plan", "priority", "objective", "action",
                                                         "lead", "from",     "to",        "state"};
  return words;
}

namespace {

/// Counters for the things of one table, and one more for "none".
class Tally {
 public:
  explicit Tally(std::size_t things) : counts_(things + 1) {}

  template <class Thing>
  void add(Id<Thing> id, State state) {
    ++counts_[id ? id.index : counts_.size() - 1][state];
  }

  /// `name_of(index)` gives id and name.
  template <class NameOf>
  std::vector<GroupCounts> list(NameOf&& name_of) const {
    std::vector<GroupCounts> out;
    for (std::size_t i = 0; i < counts_.size(); ++i) {
      if (counts_[i].total() == 0) continue;
      std::pair<std::string, std::string> name{"", "none stated"};
      if (i + 1 < counts_.size()) name = name_of(static_cast<std::uint32_t>(i));
      out.push_back({std::move(name.first), std::move(name.second), counts_[i]});
    }
    return out;
  }

 private:
  std::vector<Counts> counts_;
};

using Named = std::pair<std::string, std::string>;

template <class Thing>
Tally tally(const Assessment& assessment, std::span<const Id<Thing>> column, std::size_t things) {
  Tally counts(things);
  for (std::size_t row = 0; row < column.size(); ++row) counts.add(column[row], assessment[row]);
  return counts;
}

std::vector<GroupCounts> by_body(const Assessment& assessment, std::span<const BodyId> column) {
  const Partnership& partnership = assessment.obligations().partnership();
  return tally(assessment, column, partnership.bodies().size()).list([&](std::uint32_t i) {
    const Body& body = partnership[BodyId{i}];
    return Named{body.id, body.label_on(assessment.as_at())};
  });
}

/// `bp-2019/`: the plan that a row of a table of all plans belongs to.
template <class Thing>
std::vector<std::string> plan_of_each(const Obligations& owed, std::span<const Id<Thing>> column,
                                      std::size_t things) {
  std::vector<std::string> plans(things);
  for (std::size_t row = 0; row < column.size(); ++row)
    plans[column[row].index] = owed.partnership()[owed.plan()[row]].id;
  return plans;
}

std::vector<GroupCounts> by_objective(const Assessment& assessment) {
  const Obligations& owed = assessment.obligations();
  const std::size_t things = owed.partnership().objective_count();
  const auto plans = plan_of_each(owed, owed.objective(), things);
  return tally(assessment, owed.objective(), things).list([&](std::uint32_t i) {
    const Objective& objective = owed.partnership()[ObjectiveId{i}];
    return Named{plans[i] + "/" + objective.no, objective.text};
  });
}

std::vector<GroupCounts> by_action(const Assessment& assessment) {
  const Obligations& owed = assessment.obligations();
  const std::size_t things = owed.partnership().action_count();
  const auto plans = plan_of_each(owed, owed.action(), things);
  return tally(assessment, owed.action(), things).list([&](std::uint32_t i) {
    const Action& action = owed.partnership()[ActionId{i}];
    return Named{plans[i] + "/" + action.no, action.text};
  });
}

std::vector<GroupCounts> by_priority(const Assessment& assessment) {
  const Obligations& owed = assessment.obligations();
  const auto plans = owed.partnership().plans();
  std::vector<std::uint32_t> first(plans.size() + 1);
  std::vector<std::pair<const Plan*, const Priority*>> all;
  for (std::size_t p = 0; p < plans.size(); ++p) {
    first[p] = static_cast<std::uint32_t>(all.size());
    for (const Priority& priority : plans[p].priorities) all.emplace_back(&plans[p], &priority);
  }
  Tally counts(all.size());
  for (std::size_t row = 0; row < owed.size(); ++row) {
    const std::uint32_t plan = owed.plan()[row].index;
    const auto& served = owed.partnership()[owed.objective()[row]].priorities;
    if (served.empty()) counts.add(Id<Priority>{}, assessment[row]);
    for (const Ref<Priority>& ref : served)
      for (std::uint32_t i = 0; i < plans[plan].priorities.size(); ++i)
        if (plans[plan].priorities[i].no == ref.id)
          counts.add(Id<Priority>{first[plan] + i}, assessment[row]);
  }
  return counts.list([&](std::uint32_t i) {
    return Named{all[i].first->id + "/" + all[i].second->no, all[i].second->text};
  });
}

std::vector<GroupCounts> by_state(const Assessment& assessment) {
  std::vector<GroupCounts> out;
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (assessment.counts()[state] == 0) continue;
    const std::string word(to_string(state));
    out.push_back({word, word, {}});
    out.back().counts[state] = assessment.counts()[state];
  }
  return out;
}

}  // namespace

std::vector<GroupCounts> Assessment::by(Group group) const {
  const Obligations& owed = obligations();
  switch (group) {
    case Group::plan:
      return tally(*this, owed.plan(), owed.partnership().plan_count()).list([&](std::uint32_t i) {
        const Plan& plan = owed.partnership()[PlanId{i}];
        return Named{plan.id, plan.title};
      });
    case Group::priority:
      return by_priority(*this);
    case Group::objective:
      return by_objective(*this);
    case Group::action:
      return by_action(*this);
    case Group::lead:
      return by_body(*this, owed.lead());
    case Group::from:
      return by_body(*this, owed.from());
    case Group::to:
      return by_body(*this, owed.to());
    case Group::state:
      return by_state(*this);
  }
  return {};
}

}  // namespace safegov
