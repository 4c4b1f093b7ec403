// What a plan covers and leaves out, and which of its priorities reached the top.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <variant>

#include <safegov/coverage.hpp>
#include <safegov/network.hpp>

#include "assess/history.hpp"
#include "model/focus.hpp"
#include "network/hearings.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<Reach>() {
  static constexpr std::array<std::string_view, 4> words{"evidence", "words", "not_known", "no"};
  return words;
}
template <>
std::span<const std::string_view> words_of<Hearing>() {
  static constexpr std::array<std::string_view, 6> words{"heard",   "maybe",  "not_known",
                                                         "not_yet", "before", "no_line"};
  return words;
}
template <>
std::span<const std::string_view> words_of<GapKind>() {
  static constexpr std::array<std::string_view, 8> words{
      "priority_without_objective", "objective_without_priority", "focus_group_without_objective",
      "objective_without_action",   "objective_without_lead",     "objective_without_date",
      "objective_without_receiver", "body_without_lead"};
  return words;
}

std::string_view to_string(Reach reach) noexcept {
  return words_of<Reach>()[static_cast<std::size_t>(reach)];
}
std::string_view to_string(Hearing hearing) noexcept {
  return words_of<Hearing>()[static_cast<std::size_t>(hearing)];
}
std::string_view to_string(GapKind kind) noexcept {
  return words_of<GapKind>()[static_cast<std::size_t>(kind)];
}

struct Coverage::Data {
  Assessment assessment;
  CoverageOptions options;
  DateRange looked_at;
  BodyId top = {};
  std::vector<PriorityCoverage> priorities = {};
  std::vector<ObjectiveCoverage> objectives = {};
  std::vector<FocusCoverage> focus_groups = {};
  std::vector<CoverageCell> cells = {};
  std::vector<CoverageGap> gaps = {};
};

namespace {

using namespace internal;

Reach reach_of(const std::vector<Claim>& claims) {
  Reach reach = Reach::no;
  for (const Claim& claim : claims) {
    if (claim.hearing == Hearing::heard)
      reach = std::min(reach, claim.with_reference ? Reach::evidence : Reach::words);
    else if (claim.hearing == Hearing::maybe || claim.hearing == Hearing::not_known)
      reach = std::min(reach, Reach::not_known);
  }
  return reach;
}

template <class T>
void add_once(std::vector<T>& list, T value) {
  if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

/// Takes the plans in order, and the objectives and actions in them.
class Builder {
 public:
  explicit Builder(Coverage::Data& data)
      : data_(data),
        owed_(data.assessment.obligations()),
        partnership_(owed_.partnership()),
        network_(network_of(owed_, data.assessment.as_at())) {}

  void run() {
    data_.top = network_.top();
    count_rows();
    list_objectives();
    gather_claims();
    std::uint32_t objective = 0;
    for (std::uint32_t p = 0; p < partnership_.plans().size(); ++p) {
      const auto last = objective + static_cast<std::uint32_t>(plan(p).objectives.size());
      cover_priorities(p, objective, last);
      cover_focus_groups(p, objective, last);
      find_gaps(p, objective, last);
      objective = last;
    }
    find_idle_bodies();
    fill_cells();
  }

 private:
  /// What the rows of an action or an objective come to.
  struct Sums {
    std::size_t obligations = 0, received = 0, with_route = 0, dated = 0, with_receiver = 0;
    Sums& operator+=(const Sums& other) {
      obligations += other.obligations;
      received += other.received;
      with_route += other.with_route;
      dated += other.dated;
      with_receiver += other.with_receiver;
      return *this;
    }
  };

  [[nodiscard]] const Plan& plan(std::uint32_t p) const { return partnership_.plans()[p]; }
  [[nodiscard]] const Objective& objective(std::uint32_t o) const {
    return partnership_[ObjectiveId{o}];
  }

  void count_rows() {
    by_action_.resize(partnership_.action_count());
    for (std::size_t row = 0; row < owed_.size(); ++row) {
      Sums& sums = by_action_[owed_.action()[row].index];
      const State state = data_.assessment[row];
      const BodyId to = owed_.to()[row], holder = to ? network_.holder_of(to) : BodyId{};
      ++sums.obligations;
      if (is_received(state)) ++sums.received;
      if (holder && network_.depth(holder)) ++sums.with_route;
      if (owed_.kind()[row] == DeadlineKind::dated) ++sums.dated;
      if (to) ++sums.with_receiver;
    }
  }

  [[nodiscard]] static std::vector<std::uint32_t> groups_of(
      const Plan& plan, const std::vector<Ref<FocusGroup>>& focus) {
    std::vector<std::uint32_t> groups;
    for (const Ref<FocusGroup>& each : focus)
      groups.push_back(static_cast<std::uint32_t>(focus_groups_called(plan, each.id).first));
    return groups;
  }

  static void tidy(std::vector<std::uint32_t>& places) {
    std::ranges::sort(places);
    places.erase(std::unique(places.begin(), places.end()), places.end());
  }

  void list_objectives() {
    for (std::uint32_t p = 0; p < partnership_.plans().size(); ++p)
      for (const Objective& each : plan(p).objectives) {
        const ObjectiveId id{static_cast<std::uint32_t>(data_.objectives.size())};
        ObjectiveCoverage row{.plan = {p}, .objective = id};
        for (const Ref<Priority>& priority : each.priorities) {
          const auto& all = plan(p).priorities;
          const auto found = std::ranges::find(all, priority.id, &Priority::no);
          row.priorities.push_back(static_cast<std::uint32_t>(found - all.begin()));
        }
        tidy(row.priorities);
        const std::vector<std::uint32_t> own = groups_of(plan(p), each.focus);
        row.focus_groups = own;
        first_action_.push_back(static_cast<std::uint32_t>(action_groups_.size()));
        for (const Action& action : each.actions) {
          std::vector<std::uint32_t> groups = groups_of(plan(p), action.focus);
          groups.insert(groups.end(), own.begin(), own.end());
          tidy(groups);
          row.focus_groups.insert(row.focus_groups.end(), groups.begin(), groups.end());
          action_groups_.push_back(std::move(groups));
          leads_.push_back(partnership_.find_body(action.lead.id));
          objective_of_.push_back(id);
          if (leads_.back()) add_once(row.leads, leads_.back());
        }
        tidy(row.focus_groups);
        data_.objectives.push_back(std::move(row));
      }
    first_action_.push_back(static_cast<std::uint32_t>(action_groups_.size()));
    for (const ResolvedPromise& promise : partnership_.promises()) {
      if (partnership_.is_register(promise.plan)) continue;
      ObjectiveCoverage& row = data_.objectives[promise.objective.index];
      if (promise.from) add_once(row.from, promise.from);
      if (promise.to) add_once(row.to, promise.to);
    }
  }

  /// None for what is under no objective of a plan: what registers say serves no priority.
  [[nodiscard]] ObjectiveId objective_under(const About& about) const {
    ObjectiveId under;
    if (const auto* subject = std::get_if<Subject>(&about))
      under = partnership_.promises()[subject->promise.index].objective;
    else if (const auto* action = std::get_if<ActionId>(&about))
      under = action->index < objective_of_.size() ? objective_of_[action->index] : ObjectiveId{};
    else if (const auto* of_objective = std::get_if<ObjectiveId>(&about))
      under = *of_objective;
    return under.index < data_.objectives.size() ? under : ObjectiveId{};
  }

  /// By whom it was taken in: who is said to have, or else whom it was owed to.
  [[nodiscard]] BodyId place_of(const Record& record, const About& about) const {
    if (record.by) return partnership_.find_body(record.by.id);
    const bool came_in = record.event.kind == RecordKind::received ||
                         record.event.kind == RecordKind::partly_received;
    const auto* subject = std::get_if<Subject>(&about);
    if (!came_in || subject == nullptr) return {};
    return partnership_.promises()[subject->promise.index].to;
  }

  /// The records that say something came in, was decided or rated, and that count on the day.
  void gather_claims() {
    const auto records = partnership_.records();
    const auto resolved = partnership_.resolved_records();
    const auto written_on = [&](std::size_t i) {
      return records[i].recorded.value_or(*records[i].date).days();
    };
    const std::int32_t known = known_at(data_.assessment.options());
    std::set<std::uint32_t> taken_back;
    for (std::size_t i = 0; i < records.size(); ++i)
      if (resolved[i].retracts && written_on(i) <= known) taken_back.insert(*resolved[i].retracts);
    Hearings hearings(data_.assessment, network_, data_.looked_at);
    claims_.resize(data_.objectives.size());
    for (std::uint32_t i = 0; i < records.size(); ++i) {
      const Record& record = records[i];
      switch (record.event.kind) {
        case RecordKind::received:
        case RecordKind::partly_received:
        case RecordKind::decided:
        case RecordKind::rated:
          break;
        default:
          continue;
      }
      const ObjectiveId under = objective_under(resolved[i].about);
      if (!under || *record.date > data_.assessment.as_at() || written_on(i) > known ||
          taken_back.contains(i))
        continue;
      Claim claim{.record = i,
                  .with_reference = !record.reference.empty(),
                  .at = place_of(record, resolved[i].about)};
      hearings.judge(claim, *record.date);
      claims_[under.index].push_back(claim);
    }
  }

  void add_to(PriorityCoverage& row, std::uint32_t o) const {
    row.objectives.push_back(ObjectiveId{o});
    row.actions += first_action_[o + 1] - first_action_[o];
    const Sums sums = sums_of(o);
    row.obligations += sums.obligations;
    row.with_route += sums.with_route;
    row.claims.insert(row.claims.end(), claims_[o].begin(), claims_[o].end());
  }

  [[nodiscard]] Sums sums_of(std::uint32_t o) const {
    Sums sums;
    for (std::uint32_t a = first_action_[o]; a < first_action_[o + 1]; ++a) sums += by_action_[a];
    return sums;
  }

  void cover_priorities(std::uint32_t p, std::uint32_t first, std::uint32_t last) {
    const auto count = static_cast<std::uint32_t>(plan(p).priorities.size());
    std::vector<PriorityCoverage> rows(count + 1);
    for (std::uint32_t i = 0; i <= count; ++i) {
      rows[i].plan = {p};
      if (i < count) rows[i].priority = i;
    }
    for (std::uint32_t o = first; o < last; ++o) {
      const auto& priorities = data_.objectives[o].priorities;
      for (const std::uint32_t priority : priorities) add_to(rows[priority], o);
      if (priorities.empty()) add_to(rows[count], o);
    }
    if (rows[count].objectives.empty()) rows.pop_back();
    for (PriorityCoverage& row : rows) {
      std::ranges::sort(row.claims, {}, [&](const Claim& claim) {
        return std::pair(*partnership_.records()[claim.record].date, claim.record);
      });
      row.reach = reach_of(row.claims);
      data_.priorities.push_back(std::move(row));
    }
  }

  void cover_focus_groups(std::uint32_t p, std::uint32_t first, std::uint32_t last) {
    const std::size_t before = data_.focus_groups.size();
    for (std::uint32_t g = 0; g < plan(p).focus_groups.size(); ++g)
      data_.focus_groups.push_back({.plan = {p}, .group = g});
    for (std::uint32_t o = first; o < last; ++o)
      for (const std::uint32_t group : data_.objectives[o].focus_groups)
        data_.focus_groups[before + group].objectives.push_back(ObjectiveId{o});
  }

  void report(GapKind what, PlanId plan, std::vector<std::string> ids) {
    if (!ids.empty()) data_.gaps.push_back({what, plan, std::move(ids)});
  }

  template <class Holds>
  void report_objectives(GapKind what, std::uint32_t p, std::uint32_t first, std::uint32_t last,
                         Holds holds) {
    std::vector<std::string> ids;
    for (std::uint32_t o = first; o < last; ++o)
      if (holds(o)) ids.push_back(objective(o).no);
    report(what, {p}, std::move(ids));
  }

  void find_gaps(std::uint32_t p, std::uint32_t first, std::uint32_t last) {
    std::vector<std::string> priorities, groups;
    for (const PriorityCoverage& row : data_.priorities)
      if (row.plan == PlanId{p} && row.priority && row.objectives.empty())
        priorities.push_back(plan(p).priorities[*row.priority].no);
    for (const FocusCoverage& row : data_.focus_groups)
      if (row.plan == PlanId{p} && row.objectives.empty())
        groups.push_back(plan(p).focus_groups[row.group].label());
    const auto acts = [&](std::uint32_t o) { return !objective(o).actions.empty(); };
    report(GapKind::priority_without_objective, {p}, std::move(priorities));
    report_objectives(GapKind::objective_without_priority, p, first, last,
                      [&](std::uint32_t o) { return data_.objectives[o].priorities.empty(); });
    report(GapKind::focus_group_without_objective, {p}, std::move(groups));
    report_objectives(GapKind::objective_without_action, p, first, last,
                      [&](std::uint32_t o) { return !acts(o); });
    report_objectives(GapKind::objective_without_lead, p, first, last, [&](std::uint32_t o) {
      return acts(o) && data_.objectives[o].leads.empty();
    });
    report_objectives(GapKind::objective_without_date, p, first, last,
                      [&](std::uint32_t o) { return acts(o) && sums_of(o).dated == 0; });
    report_objectives(GapKind::objective_without_receiver, p, first, last,
                      [&](std::uint32_t o) { return acts(o) && sums_of(o).with_receiver == 0; });
  }

  void find_idle_bodies() {
    std::vector<std::uint8_t> leads(partnership_.bodies().size());
    for (const BodyId lead : leads_)
      if (lead && network_.holder_of(lead)) leads[network_.holder_of(lead).index] = 1;
    std::vector<std::string> idle;
    for (std::uint32_t b = 0; b < leads.size(); ++b)
      if (leads[b] == 0 && network_.in_structure({b})) idle.push_back(partnership_.bodies()[b].id);
    report(GapKind::body_without_lead, {}, std::move(idle));
  }

  /// What is absent stands behind what is there.
  void fill_cells() {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    using Index = std::uint32_t;
    using Key = std::tuple<Index, Index, Index, Index, Index>;
    std::map<Key, CoverageCell> cells;
    const std::vector<std::uint32_t> absent{none};
    const auto or_none = [&](const std::vector<Index>& list) -> const auto& {
      return list.empty() ? absent : list;
    };
    const auto some = [&](std::uint32_t index) {
      return index == none ? std::optional<std::uint32_t>() : index;
    };
    const auto add = [&](const Key& key, std::size_t actions, const Sums& sums) {
      const auto& [p, priority, o, group, lead] = key;
      CoverageCell& cell = cells[key];
      cell.plan = {p};
      cell.priority = some(priority);
      if (o != none) cell.objective = {o};
      cell.focus_group = some(group);
      if (lead != none) cell.lead = {lead};
      cell.actions += actions;
      cell.obligations += sums.obligations;
      cell.received += sums.received;
    };
    for (const ObjectiveCoverage& row : data_.objectives) {
      const std::uint32_t p = row.plan.index, o = row.objective.index;
      for (const std::uint32_t priority : or_none(row.priorities)) {
        for (std::uint32_t a = first_action_[o]; a < first_action_[o + 1]; ++a)
          for (const std::uint32_t group : or_none(action_groups_[a]))
            add({p, priority, o, group, leads_[a] ? leads_[a].index : none}, 1, by_action_[a]);
        if (first_action_[o] != first_action_[o + 1]) continue;
        for (const std::uint32_t group : or_none(row.focus_groups))
          add({p, priority, o, group, none}, 0, {});
      }
    }
    for (const PriorityCoverage& row : data_.priorities)
      if (row.objectives.empty()) add({row.plan.index, *row.priority, none, none, none}, 0, {});
    for (const FocusCoverage& row : data_.focus_groups)
      if (row.objectives.empty()) add({row.plan.index, none, none, row.group, none}, 0, {});
    for (auto& [key, cell] : cells) data_.cells.push_back(cell);
  }

  Coverage::Data& data_;
  const Obligations& owed_;
  const Partnership& partnership_;
  Network network_;
  std::vector<Sums> by_action_;
  std::vector<std::uint32_t> first_action_;                ///< of each objective, and one more
  std::vector<std::vector<std::uint32_t>> action_groups_;  ///< those of its objective among them
  std::vector<BodyId> leads_;                              ///< of each action
  std::vector<ObjectiveId> objective_of_;                  ///< of each action
  std::vector<std::vector<Claim>> claims_;                 ///< of each objective
};

}  // namespace

Coverage::Coverage(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

const Assessment& Coverage::assessment() const noexcept { return data_->assessment; }
const Partnership& Coverage::partnership() const noexcept {
  return data_->assessment.obligations().partnership();
}
const CoverageOptions& Coverage::options() const noexcept { return data_->options; }
DateRange Coverage::looked_at() const noexcept { return data_->looked_at; }
BodyId Coverage::top() const noexcept { return data_->top; }
std::span<const PriorityCoverage> Coverage::priorities() const noexcept {
  return data_->priorities;
}
std::span<const ObjectiveCoverage> Coverage::objectives() const noexcept {
  return data_->objectives;
}
std::span<const FocusCoverage> Coverage::focus_groups() const noexcept {
  return data_->focus_groups;
}
std::span<const CoverageCell> Coverage::cells() const noexcept { return data_->cells; }
std::span<const CoverageGap> Coverage::gaps() const noexcept { return data_->gaps; }

Coverage coverage(const Assessment& assessment, const CoverageOptions& options) {
  if (options.days < 1) throw std::invalid_argument("coverage looks back at least at one day");
  const Date last = assessment.as_at();
  const Date first =
      Date::from_days(std::max(Date(1400, 1, 1).days(), last.days() - (options.days - 1)));
  auto data = std::make_shared<Coverage::Data>(
      Coverage::Data{.assessment = assessment, .options = options, .looked_at = {first, last}});
  Builder(*data).run();
  return Coverage(std::move(data));
}

}  // namespace safegov
