// Rating every plan, priority, objective and action, as at the date of an assessment.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>
#include <ostream>
#include <tuple>
#include <variant>

#include <safegov/ratings.hpp>

#include "assess/derive.hpp"
#include "assess/history.hpp"
#include "assess/ratings_data.hpp"

namespace safegov {

using namespace internal;

template <>
std::span<const std::string_view> words_of<Rated>() {
  static constexpr std::array<std::string_view, 4> words{"plan", "priority", "objective", "action"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Verdict>() {
  static constexpr std::array<std::string_view, 6> words{"blank",  "unchecked",  "differs",
                                                         "honest", "optimistic", "pessimistic"};
  return words;
}

template <>
std::span<const std::string_view> words_of<DerivedBy>() {
  static constexpr std::array<std::string_view, 5> words{"rule", "no-parts", "no-known", "no-rule",
                                                         "silence"};
  return words;
}

std::ostream& operator<<(std::ostream& out, Verdict verdict) {
  return out << words_of<Verdict>()[static_cast<std::size_t>(verdict)];
}

Ratings::Data::Data(const Assessment& a) : assessment(a) {
  const Partnership& partnership = a.obligations().partnership();
  for (std::uint32_t i = 0; i < partnership.plan_count(); ++i)
    schemes.emplace_back(partnership.ratings(PlanId{i}));
  index_rows();
  index_declared();
  list_things();
}

/// The rows of each action, by counting.
void Ratings::Data::index_rows() {
  const Obligations& owed = assessment.obligations();
  row_begin.resize(owed.partnership().action_count() + 1);
  for (const ActionId action : owed.action()) ++row_begin[action.index + 1];
  for (std::size_t i = 1; i < row_begin.size(); ++i) row_begin[i] += row_begin[i - 1];
  rows.resize(owed.size());
  std::vector<std::uint32_t> next(row_begin.begin(), row_begin.end() - 1);
  for (std::uint32_t row = 0; row < owed.size(); ++row)
    rows[next[owed.action()[row].index]++] = row;
}

void Ratings::Data::index_declared() {
  const Partnership& partnership = assessment.obligations().partnership();
  const auto records = partnership.records();
  const auto resolved = partnership.resolved_records();
  const auto recorded_on = [&](std::size_t i) {
    return records[i].recorded.value_or(*records[i].date).days();
  };
  std::map<std::uint32_t, std::int32_t> retracted;
  for (std::size_t i = 0; i < records.size(); ++i)
    if (const auto target = resolved[i].retracts) {
      const auto [first, fresh] = retracted.emplace(*target, recorded_on(i));
      if (!fresh) first->second = std::min(first->second, recorded_on(i));
    }
  for (std::uint32_t i = 0; i < records.size(); ++i) {
    if (records[i].event.kind != RecordKind::rated) continue;
    const auto taken_back = retracted.find(i);
    declared.push_back({thing_of(resolved[i].about), records[i].date->days(), recorded_on(i),
                        taken_back == retracted.end() ? Obligations::no_day : taken_back->second, i,
                        resolved[i].band});
  }
  std::ranges::sort(declared, {}, [](const Declared& said) {
    return std::tuple(said.thing, said.day, said.record);
  });
}

std::pair<Rated, std::uint32_t> Ratings::Data::thing_of(const About& about) {
  if (const auto* plan = std::get_if<PlanId>(&about)) return {Rated::plan, plan->index};
  if (const auto* objective = std::get_if<ObjectiveId>(&about))
    return {Rated::objective, objective->index};
  return {Rated::action, std::get<ActionId>(about).index};
}

void Ratings::Data::list_things() {
  const Partnership& partnership = assessment.obligations().partnership();
  std::uint32_t objective = 0, action = 0;
  for (std::uint32_t p = 0; p < partnership.plan_count(); ++p) {
    const Plan& plan = partnership[PlanId{p}];
    if (p == partnership.plans().size()) of_plans = things.size();
    plan_at.push_back(things.size());
    things.push_back({.kind = Rated::plan, .plan = {p}});
    for (std::uint32_t i = 0; i < plan.priorities.size(); ++i)
      things.push_back({.kind = Rated::priority, .plan = {p}, .priority = i});
    for (const Objective& o : plan.objectives) {
      objective_at.push_back(things.size());
      things.push_back({.kind = Rated::objective, .plan = {p}, .objective = {objective}});
      for (std::size_t i = 0; i < o.actions.size(); ++i) {
        action_at.push_back(things.size());
        things.push_back(
            {.kind = Rated::action, .plan = {p}, .objective = {objective}, .action = {action}});
        ++action;
      }
      ++objective;
    }
  }
  if (partnership.plan_count() == partnership.plans().size()) of_plans = things.size();
  const Date as_at = assessment.as_at();
  // Actions first: what holds them is derived from theirs.
  for (const bool of_actions : {true, false})
    for (Rating& thing : things) {
      if ((thing.kind == Rated::action) != of_actions) continue;
      const CompiledScheme& scheme = schemes[thing.plan.index];
      const Parts parts =
          of_actions ? parts_on(thing.action, as_at.days()) : parts_of_roll_up(thing);
      thing.derived = of_actions ? derive_action(scheme, parts) : derive_roll_up(scheme, parts);
      thing.parts = parts.total();
      thing.unknown = of_actions ? 0 : parts.counts[scheme.scale->size()];
      if (const Declared* said = declared_on(thing, as_at.days())) {
        thing.record = &partnership.records()[said->record];
        thing.declared = said->band;
      }
      thing.verdict = compare(*scheme.scale, thing.declared, thing.derived.band, thing.bands);
    }
}

/// What is so on a day, as known at the day of knowledge of the assessment.
Ratings::Data::Judged Ratings::Data::judge(std::uint32_t row, std::int32_t day) const {
  const Obligations& owed = assessment.obligations();
  History history(owed, row, known_at(assessment.options()));
  history.play_until(owed.happenings(row), day);
  const Happening* closing = history.closing();
  return {state_of(history.facts(), day, soon_days(assessment.options())),
          closing && !owed.partnership().records()[closing->record].reference.empty()};
}

Parts Ratings::Data::parts_on(ActionId action, std::int32_t day) const {
  const Obligations& owed = assessment.obligations();
  Parts parts;
  parts.lead = owed.partnership()[action].lead ? LeadIs::stated : LeadIs::not_stated;
  for (const std::uint32_t row : rows_of(action)) {
    const Judged judged = judge(row, day);
    parts.add(static_cast<std::size_t>(judged.state));
    const bool in = is_received(judged.state);
    parts.evidence_missing |= in && !judged.has_evidence;
  }
  return parts;
}

std::vector<std::size_t> Ratings::Data::actions_in(const Rating& thing) const {
  const Partnership& partnership = assessment.obligations().partnership();
  const std::size_t self = static_cast<std::size_t>(&thing - things.data());
  std::vector<std::size_t> found;
  if (thing.kind == Rated::action) return {self};
  const std::string* no = thing.kind == Rated::priority
                              ? &partnership[thing.plan].priorities[thing.priority].no
                              : nullptr;
  for (std::size_t i = self + 1; i < things.size(); ++i) {
    const Rating& other = things[i];
    if (other.plan != thing.plan) break;
    if (thing.kind == Rated::objective && other.kind != Rated::action) break;
    if (other.kind != Rated::action) continue;
    if (no != nullptr &&
        std::ranges::count(partnership[other.objective].priorities, *no, &Ref<Priority>::id) == 0)
      continue;
    found.push_back(i);
  }
  return found;
}

Parts Ratings::Data::parts_of_roll_up(const Rating& thing) const {
  const std::size_t unknown = schemes[thing.plan.index].scale->size();
  Parts parts;
  for (const std::size_t i : actions_in(thing)) {
    const BandId band = things[i].derived.band;
    parts.add(band ? band.index : unknown);
  }
  return parts;
}

Derivation Ratings::Data::derive_on(const Rating& thing, std::int32_t day) const {
  const CompiledScheme& scheme = schemes[thing.plan.index];
  if (thing.kind == Rated::action) return derive_action(scheme, parts_on(thing.action, day));
  Parts parts;
  for (const std::size_t i : actions_in(thing)) {
    const BandId band = derive_action(scheme, parts_on(things[i].action, day)).band;
    parts.add(band ? band.index : scheme.scale->size());
  }
  return derive_roll_up(scheme, parts);
}

const Ratings::Data::Declared* Ratings::Data::declared_on(const Rating& thing,
                                                          std::int32_t day) const {
  const Declared* latest = nullptr;
  const std::int32_t known = known_at(assessment.options());
  for (const Declared& said : declarations_of(thing)) {
    if (said.day > day) break;
    if (said.recorded <= known && said.retracted > known) latest = &said;
  }
  return latest;
}

std::span<const Ratings::Data::Declared> Ratings::Data::declarations_of(const Rating& thing) const {
  const auto key = key_of(thing);
  const auto first = std::ranges::lower_bound(declared, key, {}, &Declared::thing);
  const auto last = std::ranges::upper_bound(declared, key, {}, &Declared::thing);
  return {first, last};
}

std::pair<Rated, std::uint32_t> Ratings::Data::key_of(const Rating& thing) {
  switch (thing.kind) {
    case Rated::plan:
      return {thing.kind, thing.plan.index};
    case Rated::priority:
      break;  // no record is about one
    case Rated::objective:
      return {thing.kind, thing.objective.index};
    case Rated::action:
      return {thing.kind, thing.action.index};
  }
  return {Rated::priority, 0};
}

/// The days up to `last` on which the derived or the declared rating of a thing can change.
std::vector<std::int32_t> Ratings::Data::change_days(const Rating& thing, std::int32_t last) const {
  const Obligations& owed = assessment.obligations();
  const std::int32_t soon = soon_days(assessment.options());
  const std::int32_t known = known_at(assessment.options());
  std::vector<std::int32_t> days;
  const auto add = [&](std::int64_t day) {
    if (day <= last) days.push_back(static_cast<std::int32_t>(day));
  };
  const auto add_interval = [&](const Facts& facts) {
    if (facts.kind != DeadlineKind::dated) return;
    add(std::int64_t{facts.first} - soon);
    add(facts.first);
    add(std::int64_t{facts.last} + 1);
  };
  for (const std::size_t i : actions_in(thing))
    for (const std::uint32_t row : rows_of(things[i].action)) {
      History history(owed, row, known);
      add_interval(history.facts());
      for (const Happening& h : owed.happenings(row)) {
        if (history.closed() || h.day > last) break;
        if (!counts(h, known)) continue;
        history.play(h);
        add(h.day);
        add_interval(history.facts());
      }
    }
  for (const Declared& said : declarations_of(thing)) add(said.day);
  std::ranges::sort(days);
  days.erase(std::unique(days.begin(), days.end()), days.end());
  return days;
}

Ratings::Ratings(std::shared_ptr<const Data> data) noexcept : data_(std::move(data)) {}

Ratings rate(const Assessment& assessment) {
  return Ratings(std::make_shared<const Ratings::Data>(assessment));
}

const Assessment& Ratings::assessment() const noexcept { return data_->assessment; }
std::span<const Rating> Ratings::all() const noexcept {
  return std::span(data_->things).first(data_->of_plans);
}

const Rating& Ratings::of(ActionId action) const noexcept {
  return data_->things[data_->action_at[action.index]];
}
const Rating& Ratings::of(ObjectiveId objective) const noexcept {
  return data_->things[data_->objective_at[objective.index]];
}
const Rating& Ratings::of(PlanId plan) const noexcept {
  return data_->things[data_->plan_at[plan.index]];
}

const Rating* Ratings::find(std::string_view wanted) const {
  // Rows of registers too, by their ids.
  const auto& all = data_->things;
  const auto found = std::ranges::find_if(all, [&](const Rating& rating) {
    return rating.kind != Rated::priority && id(rating) == wanted;
  });
  return found == all.end() ? nullptr : &*found;
}

std::string Ratings::id(const Rating& rating) const {
  const Partnership& partnership = assessment().obligations().partnership();
  const Plan& plan = partnership[rating.plan];
  switch (rating.kind) {
    case Rated::plan:
      break;
    case Rated::priority:
      return plan.id + "/" + plan.priorities[rating.priority].no;
    case Rated::objective:
      return plan.id + "/" + partnership[rating.objective].no;
    case Rated::action:
      return plan.id + "/" + partnership[rating.action].no;
  }
  return plan.id;
}

const std::string& Ratings::text(const Rating& rating) const {
  const Partnership& partnership = assessment().obligations().partnership();
  const Plan& plan = partnership[rating.plan];
  switch (rating.kind) {
    case Rated::plan:
      break;
    case Rated::priority:
      return plan.priorities[rating.priority].text;
    case Rated::objective:
      return partnership[rating.objective].text;
    case Rated::action:
      return partnership[rating.action].text;
  }
  return plan.title;
}

const RatingScheme& Ratings::scheme(const Rating& rating) const noexcept {
  return assessment().obligations().partnership().ratings(rating.plan);
}

std::string Ratings::derived_label(const Rating& rating) const {
  return scheme(rating).scale->label(rating.derived.band);
}

std::string Ratings::declared_label(const Rating& rating) const {
  return rating.record ? scheme(rating).scale->label(rating.declared) : std::string();
}

std::string Ratings::because(const Rating& rating) const {
  const RatingScheme& rules = scheme(rating);
  const bool action = rating.kind == Rated::action;
  const auto of_rule = [&](std::size_t i) {
    const std::string& said = action ? rules.rules[i].because : rules.roll_up[i].because;
    if (!said.empty()) return said;
    if (!action && rules.roll_up[i].outcome.band == "worst")
      return std::string("the worst of its actions");
    return action ? in_words(rules.rules[i]) : in_words(rules.roll_up[i]);
  };
  switch (rating.derived.by) {
    case DerivedBy::rule:
      return of_rule(rating.derived.limit.value_or(*rating.derived.rule));
    case DerivedBy::no_parts:
      return action ? "nothing was promised" : "it has no action";
    case DerivedBy::no_known:
      return "all of its actions are unknown";
    case DerivedBy::no_rule:
      return "no rule holds";
    case DerivedBy::silence:
      return action ? "nothing has come in" : "some of its actions are unknown";
  }
  return "";
}

std::vector<const Rating*> Ratings::actions_of(const Rating& rating) const {
  std::vector<const Rating*> found;
  for (const std::size_t i : data_->actions_in(rating)) found.push_back(&data_->things[i]);
  return found;
}

std::optional<Date> Ratings::since(const Rating& rating) const {
  if (rating.verdict == Verdict::blank) return {};
  const Scale& scale = *scheme(rating).scale;
  const auto days = data_->change_days(rating, assessment().as_at().days());
  // Between two of these days nothing changes: back through them, as long as it stands so. Before
  // the first declaration it is blank, so there is an end.
  std::optional<Date> since;
  for (std::size_t i = days.size(); i-- > 0;) {
    const auto* said = data_->declared_on(rating, days[i]);
    int by = 0;
    const Verdict verdict =
        compare(scale, said ? said->band : BandId{}, data_->derive_on(rating, days[i]).band, by);
    if (verdict != rating.verdict || by != rating.bands) break;
    since = Date::from_days(days[i]);
  }
  return since;
}

std::optional<int> Ratings::age(const Rating& rating) const {
  if (!rating.record) return {};
  return assessment().as_at().days() - rating.record->date->days();
}

bool Ratings::is_stale(const Rating& rating) const {
  return rating.record && *age(rating) > scheme(rating).stale_after;
}

std::vector<LeadRatings> Ratings::by_lead() const {
  const Partnership& partnership = assessment().obligations().partnership();
  std::map<BodyId, LeadRatings> leads;  // none is the largest of all ids
  for (const Rating& rating : all()) {
    if (rating.kind != Rated::action) continue;
    const BodyId lead = partnership.find_body(partnership[rating.action].lead.id);
    LeadRatings& counts = leads.try_emplace(lead, LeadRatings{.lead = lead}).first->second;
    ++counts.actions;
    if (rating.verdict == Verdict::blank) continue;
    ++counts.declared;
    counts.honest += rating.verdict == Verdict::honest;
    counts.optimistic += rating.verdict == Verdict::optimistic;
    counts.pessimistic += rating.verdict == Verdict::pessimistic;
    counts.other += rating.verdict == Verdict::unchecked || rating.verdict == Verdict::differs;
    counts.stale += is_stale(rating);
  }
  std::vector<LeadRatings> out;
  for (const auto& [lead, counts] : leads) out.push_back(counts);
  return out;
}

}  // namespace safegov
