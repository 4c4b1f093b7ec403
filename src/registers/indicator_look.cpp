// What an indicator amounts to as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <variant>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/indicator_arithmetic.hpp"
#include "registers/indicator_rules.hpp"
#include "registers/other_rows.hpp"
#include "registers/printed_words.hpp"

namespace safegov::internal {
namespace {

template <class E>
std::string word(E value) {
  return std::string(words_of<E>()[static_cast<std::size_t>(value)]);
}

std::string period_of(const SeriesStep& step) {
  if (is_undated(step.value->period)) return "no period printed";
  std::string text = step.value->period;
  if (step.covers == Covers::year_to_date) text += " to date";
  if (step.covers == Covers::outturn) text += " outturn";
  if (step.covers == Covers::forecast) text += " forecast";
  return text;
}

/// What a cell shows of a step.
std::string shown(const SeriesStep& step) {
  if (step.hidden) return "suppressed";
  const IndicatorValue& value = *step.value;
  if (!value.printed.empty()) return value.printed;
  if (value.value) return value.value->text;
  if (value.instead == Instead::awaited) return "awaited";
  return value.rank && !value.instead ? "rank alone" : "not printed";
}

class Looking {
 public:
  Looking(const Indicator& indicator, RowLook& look)
      : indicator_(indicator),
        look_(look),
        series_(all_series(look).of[look.index()]),
        names_(names_of(look.partnership())) {}

  void run() {
    const SeriesStep* newest = newest_step();
    measure_unit();
    measure_newest(newest);
    measure_target(newest);
    if (newest != nullptr) {
      measure_population(*newest);
      measure_directions(*newest);
      measure_company(*newest);
    }
    measure_series();
    measure_revisions();
    measure_awaited();
    look_at_history(indicator_, series_, look_);
    NumbersHeld held = look_at_numbers(indicator_, series_, look_);
    look_at_claims(indicator_, series_, look_, held);
    if (held.made != 0) look_.measure("numbers agree", held.agree, held.made);
    if (held.claims == 0) return;
    look_.measure("claims hold", held.claims_hold, held.claims);
    if (held.claims_unclear != 0)
      look_.measure("claims without numbers", held.claims_unclear, held.claims);
  }

 private:
  /// The newest that is no forecast.
  [[nodiscard]] const SeriesStep* newest_step() const {
    const auto found = std::find_if(series_.rbegin(), series_.rend(), [](const SeriesStep& step) {
      return step.covers != Covers::forecast;
    });
    return found == series_.rend() ? nullptr : &*found;
  }

  [[nodiscard]] bool is_share() const {
    return indicator_.unit == IndicatorUnit::per_cent || indicator_.unit == IndicatorUnit::points;
  }

  void measure_unit() {
    std::string text = word(indicator_.unit);
    std::ranges::replace(text, '-', ' ');
    if (indicator_.unit == IndicatorUnit::rate)
      text += " per " + print_decimal(scale_of(indicator_), 0);
    if (!indicator_.better)
      text += "; nobody says which way is better";
    else if (*indicator_.better == Polarity::neither)
      text += "; neither way is better";
    else
      text += "; " + word(*indicator_.better) + " is better";
    if (indicator_.cumulative == IndicatorFlag::yes) text += "; counted from the year's beginning";
    look_.measure("unit", text);
  }

  void measure_newest(const SeriesStep* step) {
    if (step == nullptr)
      return look_.measure("newest", indicator_.values.empty() ? "none"
                                     : series_.empty()         ? "none by then"
                                                               : "none but a forecast");
    std::string text = shown(*step) + ", " + period_of(*step);
    if (step->known && step->value->dated) text += "; known since " + in_words(*step->known);
    if (!step->hidden && step->value->provisional == IndicatorFlag::yes) text += "; provisional";
    look_.measure("newest", text);
  }

  void measure_target(const SeriesStep* step) {
    if (indicator_.data_only == IndicatorFlag::yes) return look_.measure("rating", "data only");
    if (step == nullptr) return;
    const IndicatorTarget* target = target_for(indicator_, *step, look_.until(), names_);
    if (target != nullptr) {
      std::string text = target->value->text;
      if (!target->from.empty()) text += ", from " + target->from;
      const auto off = step->number() != nullptr
                           ? short_of(*step->number(), *target->value, indicator_.better)
                           : std::nullopt;
      if (off)
        text += off->units <= 0 ? "; met"
                                : "; " + print_decimal(off->units, off->places) +
                                      (is_share() ? " points" : "") + " short of it";
      look_.measure("target", text);
    }
    const StepRating rating = rating_of(indicator_, series_, *step, look_);
    look_.measure("rating", rating.band ? rating.label() + ", by " + indicator_.rated_by + ": " +
                                              rating.because
                                        : rating.label());
    if (indicator_.rated_by.empty()) return;
    const ToleranceRule& rule = *find_tolerance(look_.partnership(), indicator_.rated_by);
    look_.measure("rule", rule.title + " (" +
                              (rule.certainty ? word(*rule.certainty) : "certainty not said") +
                              (rule.source.empty() ? "" : ": " + rule.source) + ")");
  }

  [[nodiscard]] std::string direction(const Decimal& now, const Decimal& then) const {
    const std::string way = direction_in_words(now, then, indicator_.better);
    std::string text = way;
    if (way == "better") text = "▲ " + way;
    if (way == "worse") text = "▼ " + way;
    if (way == "same") return "► same";
    const auto by = difference(now, then);
    if (by) text += ", " + by->text + (is_share() ? " points" : "");
    const auto per_cent = per_cent_change(now, then);
    if (per_cent && indicator_.unit != IndicatorUnit::score) text += " (" + *per_cent + ")";
    return text;
  }

  /// Why two steps are not to be compared; empty if they may be.
  [[nodiscard]] std::string broken(const SeriesStep& now, const SeriesStep& then,
                                   std::string_view which) const {
    const auto* definition = definition_for(indicator_, now, look_.until(), names_);
    if (which != "target" && definition != definition_for(indicator_, then, look_.until(), names_))
      return "another definition" + (definition ? ": " + definition->text : std::string());
    if (which == "definition") return {};
    const auto* target = target_for(indicator_, now, look_.until(), names_);
    const auto* before = target_for(indicator_, then, look_.until(), names_);
    if (target == before || target == nullptr || before == nullptr) return {};
    return "another target: " + target->value->text + " after " + before->value->text;
  }

  void measure_direction(std::string name, const SeriesStep& now, const SeriesStep* then,
                         std::string_view which) {
    if (then == nullptr || now.number() == nullptr) return;
    if (then->number() == nullptr)
      return look_.measure(std::move(name), "not known: " + shown(*then) + ", " + period_of(*then));
    const std::string why = broken(now, *then, which);
    if (!why.empty()) return look_.measure(std::move(name), "not comparable: " + why);
    look_.measure(std::move(name),
                  direction(*now.number(), *then->number()) + ", against " + period_of(*then));
  }

  void measure_directions(const SeriesStep& step) {
    // A sum of a year so far only grows: it is held against the same part of another year.
    if (step.covers != Covers::year_to_date)
      measure_direction("against last", step, step_before(series_, step), "");
    measure_direction("against a year before", step, year_before(series_, step), "definition");
  }

  /// How many people a rate and its count are of, where nobody prints it.
  void measure_population(const SeriesStep& step) {
    const auto count = as_whole(step.value->numerator);
    const bool of_people = indicator_.unit == IndicatorUnit::rate;
    if (!of_people && indicator_.unit != IndicatorUnit::per_cent) return;
    if (step.number() == nullptr || !count) return;
    const auto& whole = step.value->denominator ? step.value->denominator : step.value->population;
    if (whole) return look_.measure("counted", step.value->numerator->text + " of " + whole->text);
    const auto range = implied_whole(*step.number(), *count, scale_of(indicator_));
    if (!range) return;
    look_.measure("counted", step.value->numerator->text + " of " + print_decimal(range->least, 0) +
                                 " to " + print_decimal(range->most, 0) + ", by its own value");
  }

  static std::string rank_in_words(int rank, std::optional<int> of) {
    return std::to_string(rank) + (of ? " of " + std::to_string(*of) : "");
  }

  void measure_company(const SeriesStep& step) {
    if (step.hidden) return;
    if (step.value->rank) {
      const bool last = indicator_.best_rank == BestRank::last;
      look_.measure("rank", rank_in_words(*step.value->rank, step.value->rank_of) +
                                (last ? "; the last is the best" : "; 1 is the best"));
    }
    for (const IndicatorComparator& other : step.value->comparators) {
      if (!is_known(other.dated, step.known, look_.until())) continue;
      std::string name = other.name.empty() ? word(other.with) : other.name;
      std::string text = other.value              ? other.value->text
                         : !other.printed.empty() ? in_quotes(other.printed)
                                                  : "not printed";
      if (!other.period.empty()) text += ", " + other.period;
      if (other.rank) text += ", rank " + rank_in_words(*other.rank, other.rank_of);
      if (other.value && step.number() != nullptr)
        text += ": " + direction(*step.number(), *other.value);
      look_.measure("beside " + name, text);
    }
  }

  void measure_series() {
    if (series_.empty()) return;
    std::vector<MeasuredPoint> points;
    const Decimal *least = nullptr, *most = nullptr;
    const bool judged = !indicator_.targets.empty() && indicator_.data_only != IndicatorFlag::yes;
    for (std::size_t i = 0; i < series_.size(); ++i) {
      const SeriesStep& step = series_[i];
      MeasuredPoint point{.label = period_of(step), .days = step.days, .text = shown(step)};
      if (const Decimal* number = step.number()) {
        point.value = *number;
        if (least == nullptr || compare(*number, *least) < 0) least = number;
        if (most == nullptr || compare(*number, *most) > 0) most = number;
        if (judged) point.standing = rating_of(indicator_, series_, step, look_).label();
        if (step.value->provisional == IndicatorFlag::yes) point.remark = "provisional";
      }
      if (i != 0) point.broken = broken(step, series_[i - 1], "");
      const SeriesStep* before = step_before(series_, step);
      if (before != nullptr && step.number() != nullptr && before->number() != nullptr &&
          step.covers != Covers::year_to_date && broken(step, *before, "").empty())
        point.remark +=
            (point.remark.empty() ? "" : "; ") + direction(*step.number(), *before->number());
      points.push_back(std::move(point));
    }
    std::string text = "no number";
    if (least != nullptr)
      text =
          compare(*least, *most) == 0 ? least->text : "from " + least->text + " to " + most->text;
    look_.measure("values", text, std::move(points));
  }

  void measure_revisions() {
    long long hidden = 0;
    for (const SeriesStep& step : series_) {
      if (step.hidden) ++hidden;
      if (step.hidden || step.revised.empty()) continue;
      std::string text;
      for (const IndicatorValue* value : step.revised) {
        if (!text.empty()) text += ", then ";
        text += value->value ? value->value->text : "no number";
      }
      look_.measure("revised", period_of(step) + ": " + text + ", now " + shown(step));
    }
    if (hidden != 0) look_.measure("suppressed", hidden);
  }

  /// What is promised under an id: all of an action or a row, or one obligation.
  [[nodiscard]] std::vector<Subject> owed_by(const std::string& id) const {
    const About about = look_.partnership().find(id);
    if (const auto* one = std::get_if<Subject>(&about)) return {*one};
    const auto* action = std::get_if<ActionId>(&about);
    if (action == nullptr) return {};
    std::vector<Subject> owed;
    const auto promises = look_.partnership().promises();
    const auto action_of = [](const ResolvedPromise& p) { return p.action; };
    auto promise = std::ranges::lower_bound(promises, *action, {}, action_of);
    for (; promise != promises.end() && promise->action == *action; ++promise)
      for (std::uint32_t n = 0; n < promise->deadlines; ++n)
        owed.push_back({PromiseId{static_cast<std::uint32_t>(promise - promises.begin())}, n});
    return owed;
  }

  [[nodiscard]] bool is_awaited(State state) const {
    return state == State::overdue || state == State::due || state == State::partly_received;
  }

  void measure_awaited() {
    std::vector<std::string> awaited;
    for (const Subject& owed : look_.issued()) {
      const State state = look_.standing(owed).state;
      if (is_awaited(state))
        awaited.push_back(look_.partnership().deadlines(owed.promise)[owed.number].text + " (" +
                          in_speech(state) + ")");
    }
    if (!awaited.empty()) look_.measure("awaited", first_of(awaited, 8));
    for (const Ref<Anything>& reported : indicator_.reported_in) {
      const std::vector<Subject> owed = owed_by(reported.id);
      const auto waiting = std::ranges::count_if(
          owed, [&](const Subject& one) { return is_awaited(look_.standing(one).state); });
      if (waiting != 0)
        look_.measure("awaited in " + reported.id, waiting, static_cast<long long>(owed.size()));
    }
  }

  const Indicator& indicator_;
  RowLook& look_;
  const Series& series_;
  std::vector<NamedPeriod> names_;
};

}  // namespace

void look_at_indicator(const Indicator& indicator, RowLook& look) {
  Looking(indicator, look).run();
}

}  // namespace safegov::internal
