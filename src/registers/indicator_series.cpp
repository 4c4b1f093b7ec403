// The values of indicators by a day: in order, revised, and what is kept back.
// SPDX-License-Identifier: Apache-2.0

#include "registers/indicator_series.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

#include <safegov/period.hpp>

#include "base/text.hpp"
#include "registers/indicator_arithmetic.hpp"
#include "registers/row_graph.hpp"

namespace safegov::internal {

bool is_undated(std::string_view period) {
  return trim(period).empty() || as_word(period) == "undated";
}

std::optional<DateRange> days_of_period(std::string_view words, std::optional<PeriodBasis> basis,
                                        std::span<const NamedPeriod> names) {
  if (is_undated(words)) return {};
  const auto label = parse_year_label(words);
  if (label && basis == PeriodBasis::academic_year && !label->single)
    return range_of(*label, YearBasis::academic);
  if (const auto when = read_when(words)) return when->range;
  const Deadlines parsed = parse_deadlines(words, {.named_periods = {names.begin(), names.end()}});
  return parsed.deadlines.size() == 1 ? parsed.deadlines[0].range : std::nullopt;
}

std::vector<NamedPeriod> names_of(const Partnership& partnership) {
  std::vector<NamedPeriod> names;
  for (const PeriodName& name : partnership.arrangements().named_periods)
    names.push_back({name.name, name.of, name.from, name.to});
  return names;
}

Covers covers_of(const Indicator& indicator, const IndicatorValue& value,
                 const std::optional<DateRange>& days) {
  if (value.covers) return *value.covers;
  if (indicator.basis == PeriodBasis::snapshot) return Covers::snapshot;
  if (indicator.cumulative != IndicatorFlag::yes) return Covers::period;
  const bool whole_year = days && days->length() >= 365;
  return whole_year ? Covers::outturn : Covers::year_to_date;
}

bool is_known(const std::optional<When>& dated, std::optional<Date> otherwise, Date until) {
  const auto day = dated && dated->range ? dated->last() : otherwise;
  return !day || *day <= until;
}

bool is_small(const Indicator& indicator, const IndicatorValue& value) {
  if (value.instead == Instead::suppressed) return true;
  if (!indicator.suppress_below) return false;
  const std::int64_t least = *indicator.suppress_below;
  const auto part = as_whole(value.numerator);
  const auto whole = as_whole(value.denominator ? value.denominator : value.population);
  if ((part && *part < least) || (whole && *whole < least)) return true;
  const bool share = indicator.unit == IndicatorUnit::per_cent;
  // Those who are not counted are as few as those who are.
  if (share && part && whole && *whole - *part < least) return true;
  if (!value.value) return false;
  if (indicator.unit == IndicatorUnit::number)
    return compare(*value.value, Decimal{{}, least, 0}) < 0;
  if (part || !whole || (!share && indicator.unit != IndicatorUnit::rate)) return false;
  // A share of a number that is printed gives its part away.
  if (least_part(*value.value, *whole, scale_of(indicator)) < least) return true;
  if (!share) return false;
  const auto rest = difference(Decimal{{}, 100, 0}, *value.value);
  return rest && least_part(*rest, *whole, 100) < least;
}

namespace {

/// Where a value stands in its series.
std::tuple<std::int32_t, std::int32_t, int> place_of(const SeriesStep& step) {
  constexpr std::int32_t never = std::numeric_limits<std::int32_t>::min();
  const int covers = static_cast<int>(step.covers);
  if (step.days) return {step.days->last().days(), step.days->first().days(), covers};
  return {step.known ? step.known->days() : never, never, covers};
}

bool is_same(const SeriesStep& a, const SeriesStep& b) {
  return a.days && a.days == b.days && a.covers == b.covers;
}

Series series_of(const Indicator& indicator, Date until, std::span<const NamedPeriod> names) {
  Series all;
  for (const IndicatorValue& value : indicator.values) {
    SeriesStep step{.value = &value};
    step.days = days_of_period(value.period, indicator.basis, names);
    step.covers = covers_of(indicator, value, step.days);
    step.known = value.dated && value.dated->range ? value.dated->last()
                 : step.days                       ? std::optional(step.days->last())
                                                   : std::nullopt;
    if (!step.known || *step.known <= until) all.push_back(std::move(step));
  }
  std::ranges::stable_sort(all, {}, [](const SeriesStep& step) {
    const std::int32_t known =
        step.known ? step.known->days() : std::numeric_limits<std::int32_t>::min();
    return std::pair(place_of(step), known);
  });
  Series series;
  for (SeriesStep& step : all) {
    if (series.empty() || !is_same(series.back(), step)) {
      series.push_back(std::move(step));
      continue;
    }
    SeriesStep& held = series.back();
    held.revised.push_back(held.value);
    held.value = step.value;
    held.known = step.known;
  }
  for (SeriesStep& step : series)
    step.hidden = is_small(indicator, *step.value) ||
                  std::ranges::any_of(step.revised, [&](const IndicatorValue* value) {
                    return value->instead != Instead::suppressed && is_small(indicator, *value);
                  });
  return series;
}

/// Two sums of one year that follow each other give away what came in between.
void hide_small_steps(const Indicator& indicator, Series& series) {
  if (!indicator.suppress_below || indicator.unit != IndicatorUnit::number) return;
  const Decimal least{{}, *indicator.suppress_below, 0};
  const SeriesStep* shown = nullptr;
  for (SeriesStep& step : series) {
    if (step.covers != Covers::year_to_date && step.covers != Covers::outturn) continue;
    if (step.number() == nullptr || !step.days) continue;
    const bool same_year = shown != nullptr && shown->days->first() == step.days->first();
    const auto more = same_year ? difference(*step.number(), *shown->number()) : std::nullopt;
    step.hidden = more && compare(*more, least) < 0;
    if (!step.hidden) shown = &step;
  }
}

/// The parts of a whole, split in one way.
struct Whole {
  std::size_t total = 0;
  std::vector<std::size_t> parts = {};
};

std::vector<Whole> wholes_of(std::span<const Indicator> rows) {
  const RowsById by_id(rows);
  std::map<std::pair<std::size_t, std::string_view>, Whole> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto total = rows[i].part_of ? by_id.find(rows[i].part_of.id) : std::nullopt;
    if (!total || *total == i) continue;
    Whole& whole = found[{*total, rows[i].split}];
    whole.total = *total;
    whole.parts.push_back(i);
  }
  std::vector<Whole> wholes;
  for (auto& [key, whole] : found) wholes.push_back(std::move(whole));
  return wholes;
}

SeriesStep* same_step(Series& series, const SeriesStep& step) {
  const auto found =
      std::ranges::find_if(series, [&](const SeriesStep& other) { return is_same(other, step); });
  return found == series.end() ? nullptr : &*found;
}

bool by_size(const SeriesStep* a, const SeriesStep* b) {
  const auto size = [](const SeriesStep* step) {
    return step->value->numerator ? *step->value->numerator : *step->value->value;
  };
  return compare(size(a), size(b)) < 0;
}

/// One that alone is kept back is its total less the others: another must be kept back too.
bool hide_beside(const Whole& whole, std::vector<Series>& all) {
  bool changed = false;
  for (SeriesStep& total : all[whole.total]) {
    if (!total.days) continue;
    std::vector<SeriesStep*> shown;
    std::size_t kept_back = total.hidden ? 1 : 0;
    for (const std::size_t part : whole.parts) {
      SeriesStep* step = same_step(all[part], total);
      if (step == nullptr) continue;
      if (step->hidden)
        ++kept_back;
      else if (step->value->value)
        shown.push_back(step);
    }
    if (kept_back != 1) continue;
    if (shown.empty() && total.hidden) continue;  // there is nothing to reckon it from
    (shown.empty() ? total : **std::ranges::min_element(shown, by_size)).hidden = true;
    changed = true;
  }
  return changed;
}

}  // namespace

AllSeries all_series(std::span<const Indicator> rows, Date until,
                     std::span<const NamedPeriod> names) {
  AllSeries all;
  for (const Indicator& row : rows) {
    all.of.push_back(series_of(row, until, names));
    hide_small_steps(row, all.of.back());
  }
  const std::vector<Whole> wholes = wholes_of(rows);
  // What is kept back for one whole may be a part of another.
  for (bool changed = true; changed;) {
    changed = false;
    for (const Whole& whole : wholes) changed |= hide_beside(whole, all.of);
  }
  return all;
}

const AllSeries& all_series(RowLook& look) {
  return look.once([&] {
    return all_series(look.partnership().list<Indicator>(), look.until(),
                      names_of(look.partnership()));
  });
}

const SeriesStep* find_step(const Series& series, std::string_view period,
                            const Indicator& indicator, std::span<const NamedPeriod> names) {
  const SeriesStep* found = nullptr;
  const auto days = days_of_period(period, indicator.basis, names);
  for (const SeriesStep& step : series) {
    if (as_word(step.value->period) == as_word(period)) return &step;
    if (days && step.days == days) found = &step;
  }
  return found;
}

const SeriesStep* year_before(const Series& series, const SeriesStep& step) {
  if (!step.days || step.days->first().year() < 1500) return nullptr;  // before any Date
  const Date first = add_months(step.days->first(), -12);
  const Date last = step.days->last();
  for (const SeriesStep& other : series) {
    if (!other.days || other.covers != step.covers || other.days->first() != first) continue;
    // The end of February is one of two days.
    const Date end = other.days->last();
    if (end.year() + 1 == last.year() && end.month() == last.month()) return &other;
  }
  return nullptr;
}

const SeriesStep* step_before(const Series& series, const SeriesStep& step) {
  const SeriesStep* before = nullptr;
  for (const SeriesStep& other : series) {
    if (&other == &step) return before;
    if (other.covers != step.covers || other.days.has_value() != step.days.has_value()) continue;
    // A quarter is not held against a year.
    if (step.days && step.covers == Covers::period) {
      const int a = step.days->length(), b = other.days->length();
      if (std::max(a, b) > std::min(a, b) * 5 / 4 + 1) continue;
    }
    before = &other;
  }
  return nullptr;
}

}  // namespace safegov::internal
