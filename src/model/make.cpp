// From parts to a partnership, or to every reason why there is none.
// SPDX-License-Identifier: Apache-2.0

#include "model/make.hpp"

#include <algorithm>
#include <map>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/data.hpp"
#include "model/resolve_records.hpp"
#include "model/walk.hpp"

namespace safegov::internal {

std::string Path::text(std::string_view field) const {
  std::string out;
  for (const Step& step : steps_) {
    if (!out.empty()) out += '.';
    out += step.name;
    if (step.index) out += '[' + std::to_string(*step.index) + ']';
  }
  if (!field.empty()) out += (out.empty() ? "" : ".") + std::string(field);
  return out;
}

/// Takes the steps in order; each may add to what was found, none stops the next.
class Maker {
 public:
  Maker(Partnership::Parts parts, Diagnostics found, Gaps gaps)
      : data_(std::make_shared<Partnership::Data>(std::move(parts))),
        found_(std::move(found)),
        gaps_(gaps) {}

  Result<Partnership> run() {
    choose_calendar();
    index_bodies();
    check_values();
    reserve();
    for (std::size_t i = 0; i < plans().size(); ++i) take_plan(i);
    index_promises();
    resolve_records(*data_, gaps_.promises, found_);
    sort(found_);
    if (has_errors(found_)) return std::move(found_);
    return {Partnership(std::move(data_)), std::move(found_)};
  }

 private:
  const std::vector<Plan>& plans() const { return data_->parts.plans; }
  const std::vector<Body>& bodies() const { return data_->parts.arrangements.bodies; }

  /// The place of a field of a value, or of the value itself.
  template <class T>
  Span where(const T& value, std::string_view field = {}) const {
    return data_->parts.provenance.find(value.origin, type_of<T>().find(field));
  }

  Diagnostic& report(const codes::Known& code, std::string message, Span at, std::string path,
                     std::string help = {}) {
    found_.push_back(codes::diagnose(code, std::move(message), std::move(at), std::move(help)));
    found_.back().path = std::move(path);
    return found_.back();
  }

  /// The tables in one piece: one that grows is held twice while it does.
  void reserve() {
    std::size_t promises = 0;
    for (const Plan& plan : plans())
      for (const Objective& objective : plan.objectives)
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

  void check_id(std::string_view id, Span at, std::string path) {
    const bool control =
        std::ranges::any_of(id, [](char c) { return static_cast<unsigned char>(c) <= ' '; });
    if (control || id.find_first_of("/@") != std::string_view::npos)
      report(codes::bad_value, in_quotes(id) + " cannot be an id: it has a space, '/' or '@'",
             std::move(at), std::move(path), "use letters, digits, '-', '.' and '_'");
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
    std::vector<bool> former;
    for (std::uint32_t i = 0; i < bodies().size(); ++i) {
      const Body& body = bodies()[i];
      if (body.id.empty()) continue;  // said as a missing key
      check_id(body.id, where(body, "id"), "bodies[" + std::to_string(i) + "].id");
      ids.emplace_back(body.id, BodyId{i});
      if (!body.was.empty()) ids.emplace_back(body.was, BodyId{i});
    }
    std::ranges::stable_sort(ids, {}, [](const auto& entry) { return entry.first; });
    for (std::size_t i = 1; i < ids.size(); ++i) {
      if (ids[i].first != ids[i - 1].first) continue;
      const Body &first = bodies()[ids[i - 1].second.index],
                 &second = bodies()[ids[i].second.index];
      say_twice(
          "two bodies are called " + in_quotes(second.id == ids[i].first ? second.id : second.was),
          first, second, second.id == ids[i].first ? "id" : "was",
          "bodies[" + std::to_string(ids[i].second.index) + "]");
    }
  }

  /// What every described value is held to: its required fields, its references, its validity.
  void check_values() {
    Path path;
    const auto visit = [this](const Type& type, const void* value, const Path& at) {
      check_value(type, value, at);
    };
    walk(type_of<Arrangements>(), &data_->parts.arrangements, path, visit);
    for (std::size_t i = 0; i < plans().size(); ++i) {
      plan_ = &plans()[i];
      path.push({"plans", i});
      walk(type_of<Plan>(), plan_, path, visit);
      path.pop();
    }
    plan_ = nullptr;
    for (std::size_t i = 0; i < data_->parts.records.size(); ++i) {
      path.push({"records", i});
      walk(type_of<Record>(), &data_->parts.records[i], path, visit);
      path.pop();
    }
  }

  void check_value(const Type& type, const void* value, const Path& path) {
    const Origin origin = type.origin(const_cast<void*>(value));
    const auto at = [&](std::size_t field) { return data_->parts.provenance.find(origin, field); };
    const std::optional<Date>*from = nullptr, *until = nullptr;
    for (std::size_t i = 0; i < type.fields.size(); ++i) {
      const Field& field = type.fields[i];
      const Codec& codec = field.codec();
      const void* member = field.of(value);
      if (codec.shape == Shape::reference)
        check_reference(codec, member, at(i), path, field.name);
      else if (codec.shape == Shape::list && codec.element().shape == Shape::reference)
        for (std::size_t n = 0; n < codec.size(member); ++n)
          check_reference(codec.element(), codec.item(member, n), at(i), path, field.name);
      else if (codec.shape == Shape::day && field.name == "from")
        from = static_cast<const std::optional<Date>*>(member);
      else if (codec.shape == Shape::day && field.name == "until")
        until = static_cast<const std::optional<Date>*>(member);
      // What was read has been held to this already.
      if (origin.file == 0 && field.need == Need::required && !is_given(codec, member))
        report(codes::missing_key,
               "a " + std::string(type.name) + " needs '" + std::string(field.name) + "'", {},
               path.text(field.name));
    }
    if (from && until && *from && *until && **until < **from)
      report(codes::reversed_interval,
             "it ends on " + iso(**until) + ", before it begins on " + iso(**from),
             at(*type.find("until")), path.text("until"));
  }

  static bool is_given(const Codec& codec, const void* member) {
    std::string text;
    if (codec.shape == Shape::list)
      return codec.size(member) != 0 || codec.element().shape == Shape::value;
    return codec.print == nullptr || codec.print(member, text);
  }

  void check_reference(const Codec& codec, const void* member, Span at, const Path& path,
                       std::string_view field) {
    std::string id;
    if (!codec.print(member, id)) return;
    if (codec.refers_to == Body::refers_to)
      check_body(id, std::move(at), path.text(field));
    else if (codec.refers_to == Priority::refers_to && plan_)
      check_priority(id, std::move(at), path.text(field));
  }

  void check_body(std::string_view id, Span at, std::string path) {
    if (data_->body(id) || gaps_.bodies) return;
    auto& d = report(codes::unknown_reference, "no body is called " + in_quotes(id), std::move(at),
                     std::move(path));
    // Somebody who writes a name, an alias or a slip of either means that body.
    std::vector<std::string_view> spellings;
    std::vector<const Body*> meant;
    for (const Body& body : bodies()) {
      const auto add = [&](std::string_view spelling) {
        if (spelling.empty()) return;
        spellings.push_back(spelling);
        meant.push_back(&body);
      };
      add(body.id);
      add(body.name);
      for (const Name& name : body.also_known_as) add(name.name);
    }
    const std::string_view near = suggest(id, spellings);
    if (near.empty()) {
      d.help = "declare it under 'bodies', with 'named-only' if it only appears in print";
      return;
    }
    const auto index = std::ranges::find_if(
        spellings, [&](std::string_view s) { return s.data() == near.data(); });
    const Body& body = *meant[static_cast<std::size_t>(index - spellings.begin())];
    d.help = "did you mean '" + body.id + "'?";
    if (Span place = where(body, "id"))
      d.related.push_back({std::move(place), "'" + body.id + "' is declared here"});
  }

  void check_priority(std::string_view no, Span at, std::string path) {
    std::vector<std::string_view> known;
    for (const Priority& priority : plan_->priorities) known.push_back(priority.no);
    if (std::ranges::count(known, no) != 0) return;
    report(codes::unknown_reference, "the plan has no priority " + in_quotes(no), std::move(at),
           std::move(path),
           known.empty() ? "list the plan's 'priorities'" : "it has " + alternatives(known, "and"));
  }

  /// Numbers within a plan are ids: what a person would say to point at a row.
  template <class T>
  void check_numbers(const std::vector<const T*>& values, std::string_view what, std::string path) {
    std::map<std::string_view, const T*> seen;
    for (const T* value : values) {
      if (value->no.empty()) continue;
      check_id(value->no, where(*value, "no"), path + ".no");
      const auto [first, fresh] = seen.emplace(value->no, value);
      if (!fresh)
        say_twice("two " + std::string(what) + " have the number " + in_quotes(value->no),
                  *first->second, *value, "no", path);
    }
  }

  void take_plan(std::size_t index) {
    const Plan& plan = plans()[index];
    const std::string path = "plans[" + std::to_string(index) + "]";
    if (!plan.id.empty()) check_id(plan.id, where(plan, "plan"), path + ".plan");
    for (std::size_t i = 0; i < index; ++i)
      if (!plan.id.empty() && plans()[i].id == plan.id)
        say_twice("two plans are called " + in_quotes(plan.id), plans()[i], plan, "plan", path);
    data_->contexts.push_back(context_of(plan));

    std::vector<const Priority*> priorities;
    for (const Priority& priority : plan.priorities) priorities.push_back(&priority);
    std::vector<const Objective*> objectives;
    std::vector<const Action*> actions;
    for (std::size_t o = 0; o < plan.objectives.size(); ++o) {
      const Objective& objective = plan.objectives[o];
      objectives.push_back(&objective);
      data_->objectives.push_back(&objective);
      for (std::size_t a = 0; a < objective.actions.size(); ++a) {
        actions.push_back(&objective.actions[a]);
        data_->actions.push_back(&objective.actions[a]);
        take_action(
            index, objective.actions[a],
            path + ".objectives[" + std::to_string(o) + "].actions[" + std::to_string(a) + "]");
      }
    }
    check_numbers(priorities, "priorities", path + ".priorities");
    check_numbers(objectives, "objectives", path + ".objectives");
    check_numbers(actions, "actions", path + ".actions");
  }

  DeadlineContext context_of(const Plan& plan) const {
    DeadlineContext context;
    for (const PeriodName& name : data_->parts.arrangements.named_periods)
      context.named_periods.push_back({name.name, name.of, name.from, name.to, precision_of(name)});
    context.anchor = plan.dated;
    context.calendar = &data_->calendar;
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
      if (promise.id.empty() && !promise.to)
        report(codes::missing_key, "a promise without a receiver needs an 'id'", where(promise), at,
               "give 'to' if somebody receives it, otherwise an 'id' such as 'report'");
      if (!promise.id.empty()) check_id(promise.id, where(promise, "id"), at + ".id");
      const std::string stem = plans()[plan].id + "/" + action.no + "/";
      ResolvedPromise resolved;
      resolved.id = stem + (promise.id.empty() ? promise.to.id : promise.id);
      resolved.plan = {static_cast<std::uint32_t>(plan)};
      resolved.objective = {static_cast<std::uint32_t>(data_->objectives.size() - 1)};
      resolved.action = {static_cast<std::uint32_t>(data_->actions.size() - 1)};
      resolved.lead = data_->body(action.lead.id);
      resolved.from = promise.from ? data_->body(promise.from.id) : resolved.lead;
      resolved.to = data_->body(promise.to.id);
      take_due(promise, resolved, at + ".due");
      const PromiseId id{static_cast<std::uint32_t>(data_->promises.size())};
      remember_former_ids(promise, plans()[plan], action, resolved.id, id);
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

  void take_due(const Promise& promise, ResolvedPromise& resolved, const std::string& path) {
    resolved.first_deadline = static_cast<std::uint32_t>(data_->deadlines.size());
    if (promise.due.empty()) {
      data_->deadlines.push_back({"", DeadlineKind::undated});
    } else {
      Deadlines parsed = parse_deadlines(promise.due, data_->contexts.back());
      for (DeadlineProblem& problem : parsed.problems)
        report_due(promise, std::move(problem), path);
      std::ranges::move(parsed.deadlines, std::back_inserter(data_->deadlines));
    }
    resolved.deadlines =
        static_cast<std::uint32_t>(data_->deadlines.size()) - resolved.first_deadline;
    check_twice_due(promise, resolved, path);
  }

  void report_due(const Promise& promise, DeadlineProblem problem, const std::string& path) {
    using Kind = DeadlineProblem::Kind;
    const codes::Known& code = problem.kind == Kind::impossible ? codes::impossible_deadline
                               : problem.kind == Kind::endless  ? codes::endless_cadence
                                                                : codes::unresolved_deadline;
    report(code, std::move(problem.message), where(promise, "due"), path, std::move(problem.help));
  }

  void check_twice_due(const Promise& promise, const ResolvedPromise& resolved,
                       const std::string& path) {
    if (resolved.deadlines < 2) return;
    std::vector<std::string> keys;
    for (std::uint32_t i = 0; i < resolved.deadlines; ++i)
      keys.push_back(deadline_key(data_->deadlines[resolved.first_deadline + i]));
    std::ranges::sort(keys);
    const auto twice = std::ranges::adjacent_find(keys);
    if (twice != keys.end())
      report(codes::duplicate_id, "'" + resolved.id + "' is due twice at '" + *twice + "'",
             where(promise, "due"), path, "give each date once");
  }

  void index_promises() {
    auto& ids = data_->promise_ids;
    for (std::uint32_t i = 0; i < data_->promises.size(); ++i) ids.push_back({i});
    const auto id_of = [this](PromiseId p) {
      return std::string_view(data_->promises[p.index].id);
    };
    std::ranges::stable_sort(ids, {}, id_of);
    for (std::size_t i = 1; i < ids.size(); ++i) {
      if (id_of(ids[i]) != id_of(ids[i - 1]) || id_of(ids[i]).ends_with('/')) continue;
      const Promise &first = *data_->written[ids[i - 1].index],
                    &second = *data_->written[ids[i].index];
      auto& d = report(codes::duplicate_id, "two promises are called " + in_quotes(id_of(ids[i])),
                       where(second, second.id.empty() ? "to" : "id"), "promises",
                       "give one of them an 'id' of its own");
      if (Span at = where(first, first.id.empty() ? "to" : "id"))
        d.related.push_back({std::move(at), "first used here"});
    }
  }

  /// The nearest spelling, for the first so many slips: beyond, it is not a slip but another file,
  /// and looking through a million names for each would take for ever.
  std::string_view suggest(std::string_view word, std::span<const std::string_view> known) {
    constexpr std::size_t enough = 10'000'000;
    looked_at_ += known.size();
    return looked_at_ > enough ? std::string_view{} : nearest(word, known);
  }

  std::shared_ptr<Partnership::Data> data_;
  std::size_t looked_at_ = 0;
  Diagnostics found_;
  Gaps gaps_;
  const Plan* plan_ = nullptr;  ///< whose priorities are meant while its values are checked
};

Result<Partnership> make_partnership(Partnership::Parts parts, Diagnostics found, Gaps gaps) {
  return Maker(std::move(parts), std::move(found), gaps).run();
}

}  // namespace safegov::internal

namespace safegov {

Result<Partnership> Partnership::make(Parts parts) {
  return internal::make_partnership(std::move(parts), {}, {});
}

}  // namespace safegov
