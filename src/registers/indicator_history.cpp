// How an indicator's targets, definitions and periods changed, and how a value is rated.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/indicator_arithmetic.hpp"
#include "registers/indicator_rules.hpp"
#include "registers/printed_words.hpp"
#include "registers/when.hpp"

namespace safegov::internal {
namespace {

std::optional<Date> first_day(const std::string& from, const Indicator& indicator,
                              std::span<const NamedPeriod> names) {
  const auto days = days_of_period(from, indicator.basis, names);
  return days ? std::optional(days->first()) : std::nullopt;
}

/// Those that are known, by the day from which they are for.
template <class T>
std::vector<std::pair<std::optional<Date>, const T*>> known_of(const std::vector<T>& all,
                                                               const Indicator& indicator,
                                                               Date until,
                                                               std::span<const NamedPeriod> names) {
  std::vector<std::pair<std::optional<Date>, const T*>> known;
  for (const T& one : all) {
    const auto from = first_day(one.from, indicator, names);
    if (is_known(one.dated, from, until)) known.emplace_back(from, &one);
  }
  std::ranges::stable_sort(known, {}, [](const auto& one) { return one.first; });
  return known;
}

template <class T>
const T* the_one_for(const std::vector<T>& all, const Indicator& indicator, const SeriesStep& step,
                     Date until, std::span<const NamedPeriod> names) {
  const T* found = nullptr;
  const auto day = step.days ? std::optional(step.days->last()) : step.known;
  for (const auto& [from, one] : known_of(all, indicator, until, names))
    if (!from || (day && *from <= *day)) found = one;
  return found;
}

void look_at_order(const Indicator& indicator, const Series& series,
                   std::span<const NamedPeriod> names, RowLook& look) {
  const IndicatorValue* before = nullptr;
  std::optional<DateRange> days_before;
  int way = 0;
  for (const IndicatorValue& value : indicator.values) {
    const auto days = days_of_period(value.period, indicator.basis, names);
    const bool shown =
        std::ranges::any_of(series, [&](const SeriesStep& step) { return step.value == &value; });
    if (!shown || !days) continue;
    if (days_before && *days != *days_before) {
      const int now = days->last() > days_before->last() ? 1 : -1;
      if (way != 0 && now != way && days->last() != days_before->last()) {
        Diagnostic& d =
            look.report(codes::diagnose(codes::periods_jump,
                                        in_quotes(value.period) + " stands after " +
                                            in_quotes(before->period) + ", out of order",
                                        {}, "look whether a year is mistyped, or change the order"),
                        value, "period");
        look.relate(d, *before, "period", "written before it");
        way = 0;
      } else {
        way = now;
      }
    }
    before = &value;
    days_before = days;
  }
}

void look_at_days(const Indicator& indicator, const Series& series, RowLook& look) {
  for (const SeriesStep& step : series) {
    const IndicatorValue& value = *step.value;
    const bool dated = value.dated && value.dated->range;
    if (!dated || !step.days || step.covers == Covers::forecast || !(value.value || value.rank))
      continue;
    if (step.days->first() <= *value.dated->last()) continue;
    look.report(codes::diagnose(codes::period_to_come,
                                in_quotes(indicator.id) + " is of " + in_quotes(value.period) +
                                    ", which had not begun when it was printed " +
                                    when_in_words(*value.dated),
                                {}, "correct the period, or say 'covers: forecast'"),
                value, "period");
  }
  if (!indicator.stale_after || series.empty()) return;
  const auto newest = std::ranges::max_element(series, {}, [](const SeriesStep& step) {
    return step.days && step.covers != Covers::forecast ? step.days->last().days() : 0;
  });
  if (!newest->days || newest->covers == Covers::forecast) return;
  const int months = months_between(newest->days->last(), look.until());
  if (months <= *indicator.stale_after) return;
  look.report(codes::diagnose(codes::stale_indicator,
                              "the newest value of " + in_quotes(indicator.id) + " is of " +
                                  in_quotes(newest->value->period) + ", " +
                                  months_in_words(months) + " ago",
                              {}, "ask for a newer one, or say how old it may be: 'stale-after'"),
              *newest->value, "period");
}

}  // namespace

const IndicatorTarget* target_for(const Indicator& indicator, const SeriesStep& step, Date until,
                                  std::span<const NamedPeriod> names) {
  return the_one_for(indicator.targets, indicator, step, until, names);
}

const IndicatorDefinition* definition_for(const Indicator& indicator, const SeriesStep& step,
                                          Date until, std::span<const NamedPeriod> names) {
  return the_one_for(indicator.definitions, indicator, step, until, names);
}

StepRating rating_of(const Indicator& indicator, const Series& series, const SeriesStep& step,
                     RowLook& look) {
  const auto none = [](std::string why) { return StepRating{nullptr, {}, std::move(why)}; };
  if (step.hidden) return none("suppressed");
  if (step.number() == nullptr)
    return none(step.value->instead == Instead::awaited ? "awaited" : "no number");
  if (indicator.data_only == IndicatorFlag::yes) return none("data only");
  if (step.covers == Covers::forecast) return none("forecast");
  const std::vector<NamedPeriod>& names = look.once([&] { return names_of(look.partnership()); });
  const IndicatorTarget* target = target_for(indicator, step, look.until(), names);
  if (target == nullptr) return none("no target");
  if (!indicator.better) return none("no polarity");
  if (indicator.rated_by.empty()) return none("no rule");
  const ToleranceRule& rule = *find_tolerance(look.partnership(), indicator.rated_by);
  const SeriesStep* before = year_before(series, step);
  const auto last_year = before != nullptr && before->number() != nullptr
                             ? std::optional(*before->number())
                             : std::nullopt;
  const auto rated =
      rate({rule, indicator.tolerance,
            indicator.off_by.value_or(rule.off_by.value_or(OffBy::relative)), indicator.better},
           *step.number(), *target->value, last_year);
  if (!rated) return none("no band");
  const Scale* scale = look.partnership().find_scale(rule.scale_id());
  return {scale, scale->find(rule.bands[rated->band].band), rated->because};
}

void look_at_history(const Indicator& indicator, const Series& series, RowLook& look) {
  const std::vector<NamedPeriod>& names = look.once([&] { return names_of(look.partnership()); });
  const IndicatorTarget* before = nullptr;
  for (const auto& [from, target] : known_of(indicator.targets, indicator, look.until(), names)) {
    if (before != nullptr && is_easier(*target->value, *before->value, indicator.better) &&
        !target->decision) {
      Diagnostic& d =
          look.report(codes::diagnose(codes::target_lowered,
                                      "the target of " + in_quotes(indicator.id) +
                                          " was made easier, from " + before->value->text + " to " +
                                          target->value->text + ", and no decision is named",
                                      {}, "name the decision, or keep the target"),
                      *target, "value");
      look.relate(d, *before, "value", "what it was");
    }
    before = target;
  }
  for (const auto& [from, definition] :
       known_of(indicator.definitions, indicator, look.until(), names)) {
    if (from && !definition->decision)
      look.report(codes::diagnose(codes::definition_changed,
                                  in_quotes(indicator.id) + " counts something else from " +
                                      in_words(*from) + ", and no decision is named",
                                  {}, "name the decision; what is before is not comparable"),
                  *definition, "from");
  }
  look_at_order(indicator, series, names, look);
  look_at_days(indicator, series, look);
  for (const SeriesStep& step : series) {
    if (step.value->rated.empty() || step.hidden) continue;
    const StepRating rating = rating_of(indicator, series, step, look);
    if (!rating.band || rating.scale->find(step.value->rated) == rating.band) continue;
    look.report(
        codes::diagnose(codes::rated_otherwise,
                        in_quotes(indicator.id) + " is printed as " + in_quotes(step.value->rated) +
                            ", and " + in_quotes(indicator.rated_by) + " makes it " +
                            rating.label() + ": " + rating.because,
                        {}, "correct the rating, or name the rule by which it was given"),
        *step.value, "rated");
  }
}

}  // namespace safegov::internal
