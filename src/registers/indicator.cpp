// The register of indicators: what it issues, and what of it no output may show.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>

#include <safegov/deadline.hpp>
#include <safegov/indicator.hpp>
#include <safegov/row.hpp>

#include "base/text.hpp"
#include "registers/indicator_arithmetic.hpp"
#include "registers/indicator_rules.hpp"

namespace safegov {
namespace {

using namespace internal;

/// The returns that are owed, by their last days.
struct Returns {
  std::vector<Deadline> due;
  std::vector<bool> met;
};

Returns returns_of(const Indicator& indicator) {
  DeadlineContext context;
  if (indicator.run) context.window = indicator.run->range;
  Returns returns{parse_deadlines(indicator.due, context).deadlines, {}};
  for (const Deadline& due : returns.due)
    if (!due.range) return {};  // words that need a table: records say what came
  std::ranges::stable_sort(returns.due, {}, [](const Deadline& due) { return due.range->last(); });
  returns.met.resize(returns.due.size());
  return returns;
}

/// The first return that falls due once the period of a value is over, if that period ends after
/// the return before it; a year back for the first.
std::optional<std::size_t> return_for(const Returns& returns, const IndicatorValue& value,
                                      const std::optional<DateRange>& days) {
  for (std::size_t i = 0; i < returns.due.size(); ++i) {
    const Deadline& due = returns.due[i];
    if (!value.answers.empty()) {
      if (as_word(due.text) == as_word(value.answers)) return i;
      continue;
    }
    if (!days || due.range->last() < days->last()) continue;
    const int before =
        i == 0 ? due.range->last().days() - 365 : returns.due[i - 1].range->last().days();
    return days->last().days() >= before ? std::optional(i) : std::nullopt;
  }
  return {};
}

void tell_what_came(const Indicator& indicator, Issue& issue) {
  Returns returns = returns_of(indicator);
  for (const IndicatorValue& value : indicator.values) {
    const bool came = value.value || value.instead == Instead::suppressed;
    if (!came || value.covers == Covers::forecast) continue;
    const auto days = days_of_period(value.period, indicator.basis, {});
    const auto which = return_for(returns, value, days);
    if (!which || returns.met[*which]) continue;
    returns.met[*which] = true;
    std::string about = issue.id("return");
    if (returns.due.size() > 1) about += " of " + returns.due[*which].text;
    Record& record = issue.happened(RecordKind::received, std::move(about), value.origin);
    record.date = value.dated && value.dated->range ? value.dated->last()
                  : days                            ? std::optional(days->last())
                                                    : std::nullopt;
    record.by = indicator.to;
  }
}

void issue(const Indicator& indicator, Issue& issue) {
  issue.action().lead = indicator.owner;
  if (indicator.due.empty()) return;
  if (indicator.run) issue.run_over(indicator.run->range);
  Promise& promise = issue.promise("return", "due");
  promise.what = indicator.title;
  promise.from = indicator.from;
  promise.to = indicator.to;
  promise.due = indicator.due;
  tell_what_came(indicator, issue);
}

/// The wholes and their parts in which any value of a period is small, by id of the whole and
/// period: what is kept back there is more than reports need, and the same whatever the date.
struct SmallPlaces {
  std::map<std::pair<std::string_view, std::string>, bool> places;
};

std::string key_of(const Indicator& indicator, const IndicatorValue& value) {
  const auto days = days_of_period(value.period, indicator.basis, {});
  return days ? iso(days->first()) + iso(days->last()) : as_word(value.period);
}

SmallPlaces small_places(std::span<const Indicator> rows) {
  SmallPlaces found;
  for (const Indicator& row : rows)
    for (const IndicatorValue& value : row.values) {
      if (!is_small(row, value)) continue;
      found.places[{row.id, key_of(row, value)}] = true;
      if (row.part_of) found.places[{row.part_of.id, key_of(row, value)}] = true;
    }
  return found;
}

bool is_kept_back(const Indicator& indicator, const IndicatorValue& value,
                  const SmallPlaces& small) {
  const std::string key = key_of(indicator, value);
  return small.places.contains({indicator.id, key}) ||
         (indicator.part_of && small.places.contains({indicator.part_of.id, key}));
}

}  // namespace

void internal::withhold_indicator(const Indicator& indicator, Withhold& withhold) {
  const SmallPlaces& small = withhold.once(small_places);
  // A sum of a year so far gives away what came last.
  const bool sums = indicator.suppress_below && indicator.cumulative == IndicatorFlag::yes;
  if (small.places.empty() && !sums) return;
  bool any = false;
  for (const IndicatorValue& value : indicator.values) {
    if (!sums && !is_kept_back(indicator, value, small)) continue;
    any = true;
    for (const std::string_view field :
         {"value", "printed", "numerator", "denominator", "population", "rank", "change",
          "rank-change", "rated", "comparators", "again", "note"})
      withhold.hide(value, field);
  }
  if (any) withhold.hide(indicator, "claims");
}

namespace {

/// Whether two sums of one year, one after the other, differ by less than `least`.
bool has_small_step(const Indicator& indicator, int least) {
  if (indicator.cumulative != IndicatorFlag::yes || indicator.unit != IndicatorUnit::number)
    return false;
  std::vector<std::pair<DateRange, const Decimal*>> sums;
  for (const IndicatorValue& value : indicator.values)
    if (const auto days = days_of_period(value.period, indicator.basis, {}); days && value.value)
      sums.emplace_back(*days, &*value.value);
  std::ranges::stable_sort(sums, {}, [](const auto& sum) { return sum.first.last(); });
  for (std::size_t i = 1; i < sums.size(); ++i) {
    if (sums[i - 1].first.first() != sums[i].first.first()) continue;
    const auto more = difference(*sums[i].second, *sums[i - 1].second);
    if (more && compare(*more, Decimal{{}, least, 0}) < 0) return true;
  }
  return false;
}

/// The return that a number came in with has come in, whether it is shown or not.
void suppress_value(IndicatorValue& value) {
  if (value.value || !value.printed.empty()) value.instead = Instead::suppressed;
  value.value.reset();
  value.printed.clear();
  value.numerator.reset();
  value.denominator.reset();
  value.population.reset();
  value.rank.reset();
  value.rank_change.reset();
  value.change.reset();
  value.rated.clear();
  value.comparators.clear();
  value.again.clear();
  value.note.clear();
}

std::size_t suppress(std::vector<Indicator>& rows, int under) {
  std::vector<std::optional<int>> own;
  for (Indicator& row : rows) {
    own.push_back(row.suppress_below);
    row.suppress_below = std::max(row.suppress_below.value_or(0), under);
  }
  const SmallPlaces small = small_places(rows);
  std::vector<IndicatorValue*> hidden;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Indicator& row = rows[i];
    const bool all = (own[i] && row.cumulative == IndicatorFlag::yes) ||
                     has_small_step(row, *row.suppress_below);
    const std::size_t before = hidden.size();
    for (IndicatorValue& value : row.values)
      if (all || is_kept_back(row, value, small)) hidden.push_back(&value);
    if (hidden.size() != before) row.claims.clear();  // they say numbers again
  }
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].suppress_below = own[i];
  for (IndicatorValue* value : hidden) suppress_value(*value);
  return hidden.size();
}

}  // namespace

const Register& indicators_register() {
  static constexpr Field list[] = {rows<Indicator>(
      "indicators",
      "What is measured: its values, targets, comparators, and what texts say of it.")};
  static constexpr RowRules<Indicator> rules{.issue = issue,
                                             .check = internal::check_indicator,
                                             .look = internal::look_at_indicator,
                                             .withhold = internal::withhold_indicator,
                                             .suppress = suppress};
  static constexpr Register indicators = register_of("Indicators", list, rules);
  return indicators;
}

}  // namespace safegov
