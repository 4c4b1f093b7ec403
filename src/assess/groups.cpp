// Counting states by plan, priority, objective, action, lead, from, to.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <cstdint>
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

/// Counters for the things of one table, and one more for "none". They are narrow, and those of a
/// thing begin at a power of two: a million rows are counted in about a millisecond.
class Tally {
 public:
  explicit Tally(std::size_t things) : none_(things), counts_((things + 1) * stride) {}

  template <class Thing>
  void add(Id<Thing> id, State state) {
    // None has the highest index of all.
    ++counts_[std::min<std::size_t>(id.index, none_) * stride + static_cast<std::size_t>(state)];
  }

  /// `name_of(index)` gives id and name.
  template <class NameOf>
  std::vector<GroupCounts> list(NameOf&& name_of) const {
    std::vector<GroupCounts> out;
    for (std::size_t i = 0; i <= none_; ++i) {
      const Counts counts = counts_of(i);
      if (counts.total() == 0) continue;
      std::pair<std::string, std::string> name{"", "none stated"};
      if (i != none_) name = name_of(static_cast<std::uint32_t>(i));
      out.push_back({std::move(name.first), std::move(name.second), counts});
    }
    return out;
  }

 private:
  static constexpr std::size_t stride = 16;
  static_assert(state_count <= stride);

  [[nodiscard]] Counts counts_of(std::size_t thing) const {
    Counts counts;
    for (std::size_t s = 0; s < state_count; ++s)
      counts[static_cast<State>(s)] = counts_[thing * stride + s];
    return counts;
  }

  std::size_t none_;
  std::vector<std::uint32_t> counts_;
};

using Named = std::pair<std::string, std::string>;

template <class Thing>
Tally tally(const Assessment& assessment, std::span<const Id<Thing>> column, std::size_t things) {
  Tally counts(things);
  const std::span<const State> states = assessment.states();
  for (std::size_t row = 0; row < column.size(); ++row) counts.add(column[row], states[row]);
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
