// From parts to a partnership, or to every reason why there is none.
// SPDX-License-Identifier: Apache-2.0

#include "model/make.hpp"

#include <algorithm>
#include <map>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/check_allowances.hpp"
#include "model/check_carries.hpp"
#include "model/check_quorums.hpp"
#include "model/check_values.hpp"
#include "model/count_days.hpp"
#include "model/data.hpp"
#include "model/findings.hpp"
#include "model/issue_registers.hpp"
#include "model/resolve_due.hpp"
#include "model/resolve_escalations.hpp"
#include "model/resolve_meetings.hpp"
#include "model/resolve_ratings.hpp"
#include "model/resolve_records.hpp"

namespace safegov::internal {

/// Takes the steps in order; each may add to what was found, none stops the next.
class Maker : private Findings {
 public:
  Maker(std::shared_ptr<Partnership::Data> data, Diagnostics& found, Gaps gaps)
      : Findings(data->parts.provenance, found),
        data_(std::move(data)),
        found_(found),
        gaps_(gaps),
        dues_(*data_, gaps_, found) {}

  Result<Partnership> run() {
    choose_calendar();
    index_bodies();
    data_->meeting_context = context_of_words();
    resolve_meetings(*data_, found_);
    check_values(*data_, gaps_, found_);
    if (!gaps_.bodies && !gaps_.arrangements) check_quorums(*data_, found_);
    issue_registers(*data_, found_);
    resolve_ratings(*data_, gaps_, found_);
    check_escalations(*data_, found_);
    reserve();
    index_plans();
    for (std::size_t i = 0; i < data_->plan_count(); ++i) take_plan(i);
    index_promises();
    index_numbers();
    index_disputes(*data_);
    resolve_records(*data_, dues_.broken(), gaps_, found_);
    check_links(*data_, gaps_, found_);
    check_carries(*data_, gaps_, found_);
    check_allowances(*data_, gaps_, found_);
    Partnership made(data_);
    check_registers(made, found_);
    sort(found_);
    if (has_errors(found_)) return std::move(found_);
    return {std::move(made), std::move(found_)};
  }

 private:
  const Plan& plan_at(std::size_t index) const {
    return data_->at(PlanId{static_cast<std::uint32_t>(index)});
  }
  const std::vector<Body>& bodies() const { return data_->parts.arrangements.bodies; }

  /// True for what stands in the text, whether or not it could be read.
  template <class T>
  bool is_written(const T& value, std::string_view field) const {
    const Provenance& provenance = data_->parts.provenance;
    const auto index = type_of<T>().find(field);
    const std::size_t place = value.origin.first + 1 + index.value_or(0);
    return value.origin.file != 0 && index && place < provenance.places.size() &&
           provenance.places[place] != 0;
  }

  /// The tables in one piece: one that grows is held twice while it does.
  void reserve() {
    std::size_t promises = 0;
    for (std::size_t i = 0; i < data_->plan_count(); ++i)
      for (const Objective& objective : plan_at(i).objectives)
        for (const Action& action : objective.actions) promises += action.promises.size();
    data_->promises.reserve(promises);
    data_->written.reserve(promises);
    data_->promise_ids.reserve(promises);
    data_->deadlines.reserve(promises);  // each has one, most have no more
  }

  void choose_calendar() {
    const Arrangements& arrangements = data_->parts.arrangements;
    const std::string& wanted = arrangements.calendar;
    if (wanted.empty() || wanted == data_->calendar.id()) return;
    for (const Calendar& calendar : data_->parts.calendars)
      if (calendar.id() == wanted) {
        data_->calendar = calendar;
        return;
      }
    report(codes::unknown_calendar, "no calendar is called " + in_quotes(wanted),
           where(arrangements, "calendar"), "calendar",
           "'england-and-wales' is built in; give another with --calendar FILE");
  }

  template <class T>
  void say_twice(std::string what, const T& first, const T& second, std::string_view field,
                 std::string path) {
    auto& d = report(codes::duplicate_id, std::move(what), where(second, field), std::move(path),
                     "an id names one thing only: change one of them");
    if (Span at = where(first, field)) d.related.push_back({std::move(at), "first used here"});
  }

  void index_bodies() {
    auto& ids = data_->body_ids;
    for (std::uint32_t i = 0; i < bodies().size(); ++i) {
      const Body& body = bodies()[i];
      if (body.id.empty()) continue;  // said as a missing key
      // What refers to it may have it right: that is no fault of its own.
      if (!check_id(body.id, where(body, "id"), path_of(body) + ".id")) gaps_.bodies = true;
      ids.emplace_back(body.id, BodyId{i});
      if (!body.was.empty() && body.was != body.id) ids.emplace_back(body.was, BodyId{i});
    }
    std::ranges::stable_sort(ids, {}, [](const auto& entry) { return entry.first; });
    for (std::size_t first = 0, i = 1; i < ids.size(); ++i) {
      if (ids[i].first != ids[first].first) {
        first = i;
        continue;
      }
      const Body &one = bodies()[ids[first].second.index], &other = bodies()[ids[i].second.index];
      const std::string_view id = ids[i].first;
      const std::string_view field = other.id == id ? "id" : "was";
      auto& d = report(codes::duplicate_id, "two bodies are called " + in_quotes(id),
                       where(other, field), path_of(other) + "." + std::string(field),
                       "an id names one thing only: change one of them");
      if (Span at = where(one, one.id == id ? "id" : "was"))
        d.related.push_back({std::move(at), "first used here"});
    }
  }

  std::string path_of(const Body& body) const {
    return "bodies[" + std::to_string(&body - bodies().data()) + "]";
  }

  /// Numbers within a plan are ids: what a person would say to point at a row.
  template <class T>
  using Numbers = std::map<std::string_view, const T*>;

  template <class T>
  void take_number(Numbers<T>& seen, const T& value, std::string_view what,
                   const std::string& path) {
    if (value.no.empty()) return;
    check_id(value.no, where(value, "no"), path + ".no", IdKind::number);
    const auto [first, fresh] = seen.emplace(value.no, &value);
    if (!fresh)
      say_twice("two " + std::string(what) + " have the number " + in_quotes(value.no),
                *first->second, value, "no", path + ".no");
  }

  void index_plans() {
    for (std::uint32_t i = 0; i < data_->plan_count(); ++i) {
      const Plan& plan = plan_at(i);
      data_->plan_ids.emplace_back(plan.id, PlanId{i});
      if (!plan.was.empty()) data_->former_plan_ids.emplace_back(plan.was, PlanId{i});
    }
    for (auto* ids : {&data_->plan_ids, &data_->former_plan_ids})
      std::ranges::stable_sort(*ids, {}, [](const auto& entry) { return entry.first; });
  }

  void take_plan(std::size_t index) {
    const Plan& plan = plan_at(index);
    const bool of_register = index >= data_->parts.plans.size();
    const std::string path = of_register ? plan.id : "plans[" + std::to_string(index) + "]";
    if (!plan.id.empty()) check_id(plan.id, where(plan, "plan"), path + ".plan");
    const Plan& same = data_->at(data_->plan(plan.id));
    if (of_register && &same != &plan)
      report(codes::duplicate_id, "a plan is called " + in_quotes(plan.id) + ", as a register is",
             where(same, "plan"), path + ".plan",
             "an id names one thing only: change that of the plan");
    else if (!plan.id.empty() && &same != &plan)
      say_twice("two plans are called " + in_quotes(plan.id), same, plan, "plan", path + ".plan");
    data_->contexts.push_back(context_of(plan));
    data_->objectives_by_number.first.push_back(
        static_cast<std::uint32_t>(data_->objectives.size()));
    data_->actions_by_number.first.push_back(static_cast<std::uint32_t>(data_->actions.size()));

    Numbers<Priority> priorities;
    for (std::size_t p = 0; p < plan.priorities.size(); ++p)
      take_number(priorities, plan.priorities[p], "priorities",
                  path + ".priorities[" + std::to_string(p) + "]");
    take_focus_groups(plan, path);
    Numbers<Objective> objectives;
    Numbers<Action> actions;
    for (std::size_t o = 0; o < plan.objectives.size(); ++o) {
      const Objective& objective = plan.objectives[o];
      const std::string at = path + ".objectives[" + std::to_string(o) + "]";
      data_->objectives.push_back(&objective);
      take_number(objectives, objective, "objectives", at);
      for (std::size_t a = 0; a < objective.actions.size(); ++a) {
        const Action& action = objective.actions[a];
        const std::string action_at = at + ".actions[" + std::to_string(a) + "]";
        data_->actions.push_back(&action);
        take_number(actions, action, "actions", action_at);
        if (of_register) data_->contexts.back().window = data_->windows[issued_++];
        take_action(index, action, action_at);
      }
    }
  }

  void take_focus_groups(const Plan& plan, const std::string& path) {
    Numbers<FocusGroup> seen;
    for (std::size_t g = 0; g < plan.focus_groups.size(); ++g) {
      const FocusGroup& group = plan.focus_groups[g];
      const std::string at = path + ".focus-groups[" + std::to_string(g) + "].id";
      if (group.id.empty()) continue;
      check_id(group.id, where(group, "id"), at);
      const auto [first, fresh] = seen.emplace(group.id, &group);
      if (!fresh)
        say_twice("two focus groups are called " + in_quotes(group.id), *first->second, group, "id",
                  at);
    }
  }

  DeadlineContext context_of_words() const {
    DeadlineContext context;
    for (const PeriodName& name : data_->parts.arrangements.named_periods)
      context.named_periods.push_back({name.name, name.of, name.from, name.to, precision_of(name)});
    context.calendar = &data_->calendar;
    context.is_body = [data = data_.get()](std::string_view id) { return bool(data->body(id)); };
    context.clock = [data = data_.get()](std::string_view id, const ClockStart& start) {
      return count_days(*data, id, start);
    };
    return context;
  }

  DeadlineContext context_of(const Plan& plan) const {
    DeadlineContext context = data_->meeting_context;
    context.anchor = plan.dated;
    if (plan.period) context.window = plan.period->range;
    return context;
  }

  static Precision precision_of(const PeriodName& name) {
    if (name.name.find("erm") != std::string::npos) return Precision::term;
    return name.of == YearBasis::calendar ? Precision::season : Precision::part;
  }

  void take_action(std::size_t plan, const Action& action, const std::string& path) {
    for (std::size_t i = 0; i < action.promises.size(); ++i) {
      const Promise& promise = action.promises[i];
      const std::string at = path + ".promises[" + std::to_string(i) + "]";
      // One that is written and broken has been said already.
      const bool broken =
          gaps_.promises && (is_written(promise, "to") || is_written(promise, "id"));
      if (promise.id.empty() && !promise.to && !broken)
        report(codes::missing_key, "a promise without a receiver needs an 'id'", where(promise), at,
               "give 'to' if somebody receives it, otherwise an 'id' such as 'report'");
      if (!promise.id.empty()) check_id(promise.id, where(promise, "id"), at + ".id");
      const std::string stem = plan_at(plan).id + "/" + action.no + "/";
      ResolvedPromise resolved;
      resolved.id = stem + (promise.id.empty() ? promise.to.id : promise.id);
      resolved.plan = {static_cast<std::uint32_t>(plan)};
      resolved.objective = {static_cast<std::uint32_t>(data_->objectives.size() - 1)};
      resolved.action = {static_cast<std::uint32_t>(data_->actions.size() - 1)};
      resolved.lead = data_->body(action.lead.id);
      resolved.from = promise.from ? data_->body(promise.from.id) : resolved.lead;
      resolved.to = data_->body(promise.to.id);
      if (plan >= data_->parts.plans.size()) {
        // What a row promises counts from a day of its own.
        data_->contexts.back().anchor = data_->anchors[issued_promises_];
        resolved.since = data_->promised[issued_promises_++];
      }
      // Its id is then as wrong as its receiver, and what records say about it is not.
      if (promise.id.empty() && promise.to && !resolved.to) gaps_.promises = true;
      dues_.take(promise, resolved, at + ".due");
      const PromiseId id{static_cast<std::uint32_t>(data_->promises.size())};
      remember_former_ids(promise, plan_at(plan), action, resolved.id, id);
      data_->promises.push_back(std::move(resolved));
      data_->written.push_back(&promise);
    }
  }

  void remember_former_ids(const Promise& promise, const Plan& plan, const Action& action,
                           const std::string& now, PromiseId id) {
    const auto slash = now.rfind('/');
    const auto add = [&](std::string_view plan_id, std::string_view last) {
      if (plan_id.empty() || last.empty()) return;
      std::string former = std::string(plan_id) + "/" + action.no + "/" + std::string(last);
      if (former != now) data_->former_promise_ids.emplace_back(std::move(former), id);
    };
    const std::string_view last = std::string_view(now).substr(slash + 1);
    add(plan.was, last);
    add(plan.id, promise.was);
    add(plan.was, promise.was);
  }

  void index_promises() {
    auto& ids = data_->promise_ids;
    for (std::uint32_t i = 0; i < data_->promises.size(); ++i) ids.push_back({i});
    const auto id_of = [this](PromiseId p) {
      return std::string_view(data_->promises[p.index].id);
    };
    std::ranges::stable_sort(ids, {}, id_of);
    for (std::size_t first = 0, i = 1; i < ids.size(); ++i) {
      if (id_of(ids[i]) != id_of(ids[first])) {
        first = i;
        continue;
      }
      if (id_of(ids[i]).ends_with('/')) continue;
      const auto field = [](const Promise& p) { return p.id.empty() ? "to" : "id"; };
      const Promise &one = *data_->written[ids[first].index],
                    &other = *data_->written[ids[i].index];
      auto& d = report(codes::duplicate_id, "two promises are called " + in_quotes(id_of(ids[i])),
                       where(other, field(other)), path_of(ids[i]) + "." + field(other),
                       "give one of them an 'id' of its own");
      if (Span at = where(one, field(one))) d.related.push_back({std::move(at), "first used here"});
    }
    std::ranges::stable_sort(data_->former_promise_ids, {},
                             [](const auto& entry) { return std::string_view(entry.first); });
  }

  /// Actions and objectives by the numbers that records name them by.
  void index_numbers() {
    index_numbers(data_->objectives, data_->objectives_by_number);
    index_numbers(data_->actions, data_->actions_by_number);
  }

  template <class Thing>
  static void index_numbers(const std::vector<const Thing*>& things,
                            Partnership::Data::ByNumber<Thing>& index) {
    index.first.push_back(static_cast<std::uint32_t>(things.size()));
    for (std::uint32_t i = 0; i < things.size(); ++i) index.ids.push_back({i});
    for (std::size_t p = 0; p + 1 < index.first.size(); ++p)
      std::ranges::stable_sort(
          index.ids.begin() + index.first[p], index.ids.begin() + index.first[p + 1],
          {}, [&](Id<Thing> id) -> const auto& { return things[id.index]->no; });
  }

  std::string path_of(PromiseId id) const { return data_->path_of(id); }

  std::shared_ptr<Partnership::Data> data_;
  Diagnostics& found_;
  Gaps gaps_;
  DueDates dues_;
  std::size_t issued_ = 0, issued_promises_ = 0;  ///< of registers, what was taken
};

Result<Partnership> make_partnership(Partnership::Parts parts, Diagnostics found, Gaps gaps) {
  return Maker(std::make_shared<Partnership::Data>(std::move(parts)), found, gaps).run();
}

}  // namespace safegov::internal

namespace safegov {

Result<Partnership> Partnership::make(Parts parts) {
  return internal::make_partnership(std::move(parts), {}, {});
}

}  // namespace safegov
