// Why a rating is what it is.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <utility>

#include "assess/ratings_data.hpp"
#include "base/text.hpp"

namespace safegov {
namespace {

using namespace internal;

class Explainer {
 public:
  Explainer(const Ratings& ratings, const Rating& rating)
      : ratings_(ratings),
        rating_(rating),
        assessment_(ratings.assessment()),
        partnership_(assessment_.obligations().partnership()),
        scheme_(ratings.scheme(rating)) {}

  RatingReason run(const std::vector<std::uint32_t>& rows) {
    if (is_action()) {
      say_rule(scheme_.rules);
      add_lead();
      for (const std::uint32_t row : rows) add_obligation(row);
    } else {
      say_rule(scheme_.roll_up);
      for (const Rating* action : ratings_.actions_of(rating_)) add_action(*action);
    }
    add_declared();
    return std::move(reason_);
  }

 private:
  bool is_action() const { return rating_.kind == Rated::action; }

  void add(std::string kind, std::string text, Span where, std::string path) {
    reason_.facts.push_back({std::move(kind), std::move(text), std::move(where), std::move(path)});
  }
  void step(std::string text) { reason_.steps.push_back(std::move(text)); }

  static std::string number(std::size_t rule) { return "rule " + std::to_string(rule + 1); }

  template <class Rule>
  std::string said(const Rule& rule) const {
    const std::string band = as_word(rule.outcome.band);
    return band == "worst" ? "the worst of its actions"
                           : scheme_.scale->label(scheme_.scale->find(band));
  }

  /// The rule that decided, and what was asked before it.
  template <class Rule>
  void say_rule(std::span<const Rule> rules) {
    const Derivation& derived = rating_.derived;
    reason_.rule = ratings_.because(rating_);
    if (!derived.rule) {
      if (derived.by == DerivedBy::no_rule && rules.empty())
        step("no rules are written for the scale '" + scheme_.scale->id + "'");
      return;
    }
    const Rule& rule = rules[*derived.rule];
    reason_.rule = number(*derived.rule) + " of " + whose(rules.data()) + ": " + in_words(rule) +
                   ": " + said(rule);
    if (!rule.because.empty()) reason_.rule += " (" + rule.because + ")";
    add_place(rule, *derived.rule);
    if (*derived.rule > 0) say_before(rules, *derived.rule);
    if (derived.limit) {
      reason_.rule += "; limited by " + number(*derived.limit) + ", " +
                      in_words(rules[*derived.limit]) + ", to " + said(rules[*derived.limit]);
      add_place(rules[*derived.limit], *derived.limit);
    }
    if (derived.by == DerivedBy::silence)
      step(ratings_.because(rating_) + ": silence is rated " +
           scheme_.scale->label(scheme_.scale->best_unrecorded()) + " at best, so it is unknown");
  }

  template <class Rule>
  void say_before(std::span<const Rule> rules, std::size_t decided) {
    std::string numbers;
    std::size_t count = 0;
    for (std::size_t i = 0; i < decided; ++i) {
      if (rules[i].outcome.effect != RuleEffect::rate) continue;
      numbers += (numbers.empty() ? "" : ", ") + std::to_string(i + 1);
      ++count;
    }
    if (count > 0)
      step((count == 1 ? "rule " : "rules ") + numbers +
           (count == 1 ? " before it does not hold" : " before it do not hold"));
  }

  /// Whose rules they are; a roll-up may be another's than the rules of actions.
  std::string whose(const void* rules) const {
    const auto& plan = partnership_[rating_.plan];
    const auto is_of = [&](const RatingRules& r) {
      return rules == static_cast<const void*>(r.rules.data()) ||
             rules == static_cast<const void*>(r.roll_up.data());
    };
    if (plan.ratings && is_of(*plan.ratings)) return "the plan";
    const auto& ours = partnership_.arrangements().ratings;
    return ours && is_of(*ours) ? "the partnership" : "the library";
  }

  /// `plans[0].` for the rules of a plan.
  std::string path_of_rules(const void* rules) const {
    if (whose(rules) != "the plan") return "";
    return "plans[" + std::to_string(rating_.plan.index) + "].";
  }

  template <class Rule>
  void add_place(const Rule& rule, std::size_t index) {
    const std::string_view effect =
        words_of<RuleEffect>()[static_cast<std::size_t>(rule.outcome.effect)];
    if (Span where = partnership_.where(rule, effect))
      add("rule", std::to_string(index + 1) + ": " + in_words(rule), std::move(where),
          path_of_rules(&rule - index) + (is_action() ? "ratings.rules[" : "ratings.roll-up[") +
              std::to_string(index) + "]");
  }

  void add_lead() {
    const Action& action = partnership_[rating_.action];
    const BodyId lead = partnership_.find_body(action.lead.id);
    add("lead", lead ? partnership_[lead].label_on(assessment_.as_at()) : "not stated",
        partnership_.where(action, "lead"), path() + ".lead");
  }

  void add_obligation(std::uint32_t row) {
    const Obligation obligation = assessment_.obligations()[row];
    std::string state(to_string(assessment_[row]));
    std::ranges::replace(state, '_', ' ');
    const bool in = is_received(assessment_[row]);
    const Record* record = in ? assessment_.closed_by(row) : nullptr;
    if (record)
      state += record->reference.empty() ? ", without evidence" : ": " + record->reference;
    const auto kind = words_of<RecordKind>()[static_cast<std::size_t>(
        record ? record->event.kind : RecordKind::received)];
    add("obligation", obligation.id() + " is " + state,
        record ? partnership_.where(*record, kind) : obligation.where(),
        record ? partnership_.path_of(*record) : path());
  }

  void add_action(const Rating& action) {
    add("action",
        ratings_.id(action) + " is " + ratings_.derived_label(action) + ": " +
            ratings_.because(action),
        partnership_.where(partnership_[action.action], "no"),
        path_of(partnership_[action.plan], partnership_[action.objective],
                &partnership_[action.action]));
  }

  void add_declared() {
    if (!rating_.record) return;
    const Record& record = *rating_.record;
    std::string text = ratings_.declared_label(rating_) + " on " + in_words(*record.date);
    if (record.by) text += ", by " + record.by.id;
    if (!record.reference.empty()) text += ": " + record.reference;
    add("declared", std::move(text), partnership_.where(record, "rated"),
        partnership_.path_of(record));
    compare_in_words();
    if (ratings_.is_stale(rating_))
      step("declared " + counted(*ratings_.age(rating_), "day") + " ago: stale after " +
           counted(scheme_.stale_after, "day"));
  }

  void compare_in_words() {
    const std::string pair = "declared " + ratings_.declared_label(rating_) + ", derived " +
                             ratings_.derived_label(rating_) + ": ";
    const auto since = ratings_.since(rating_);
    const std::string from = since ? ", since " + in_words(*since) : "";
    switch (rating_.verdict) {
      case Verdict::blank:
        break;
      case Verdict::unchecked:
        step(pair + "there is nothing to check it by" + from);
        break;
      case Verdict::differs:
        step(pair + "neither is better than the other" + from);
        break;
      case Verdict::honest:
        step(pair + "honest" + from);
        break;
      case Verdict::optimistic:
      case Verdict::pessimistic:
        step(pair + (rating_.verdict == Verdict::optimistic ? "optimistic" : "pessimistic") +
             " by " + counted(rating_.bands, "band") + from);
        break;
    }
  }

  /// `plans[0].objectives[1].actions[0]`: where there is no text to point into.
  std::string path() const {
    return path_of(partnership_[rating_.plan], partnership_[rating_.objective],
                   is_action() ? &partnership_[rating_.action] : nullptr);
  }
  std::string path_of(const Plan& plan, const Objective& objective, const Action* action) const {
    if (partnership_.is_register(rating_.plan))
      return plan.id + (action ? "/" + action->no : std::string());
    const auto index = [](const auto& values, const auto& value) {
      return "[" + std::to_string(&value - values.data()) + "]";
    };
    return "plans" + index(partnership_.plans(), plan) + ".objectives" +
           index(plan.objectives, objective) +
           (action ? ".actions" + index(objective.actions, *action) : "");
  }

  const Ratings& ratings_;
  const Rating& rating_;
  const Assessment& assessment_;
  const Partnership& partnership_;
  const RatingScheme& scheme_;
  RatingReason reason_;
};

}  // namespace

RatingReason explain(const Ratings& ratings, const Rating& rating) {
  std::vector<std::uint32_t> rows;
  if (rating.kind == Rated::action) {
    const auto of_action = ratings.data_->rows_of(rating.action);
    rows.assign(of_action.begin(), of_action.end());
  }
  return Explainer(ratings, rating).run(rows);
}

}  // namespace safegov
