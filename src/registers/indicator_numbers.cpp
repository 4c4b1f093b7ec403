// The printed numbers of an indicator, held against each other.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/indicator_arithmetic.hpp"
#include "registers/indicator_rules.hpp"

namespace safegov::internal {
namespace {

/// Of a rate: which populations its count and its value leave possible, and who said so first.
struct Population {
  WholeRange range;
  const Indicator* indicator;
  const IndicatorValue* value;
};
struct Populations {
  std::map<std::pair<std::string, DateRange>, Population> first;
};

std::optional<WholeRange> population_of(const Indicator& indicator, const SeriesStep& step) {
  if (indicator.unit != IndicatorUnit::rate || step.hidden) return {};
  if (const auto printed = as_whole(step.value->population)) return WholeRange{*printed, *printed};
  const auto count = as_whole(step.value->numerator);
  if (!count || step.number() == nullptr) return {};
  return implied_whole(*step.number(), *count, scale_of(indicator));
}

Populations populations_of(RowLook& look) {
  const auto rows = look.partnership().list<Indicator>();
  const AllSeries& all = all_series(look);
  Populations found;
  for (std::size_t i = 0; i < rows.size(); ++i)
    for (const SeriesStep& step : all.of[i]) {
      const auto range = population_of(rows[i], step);
      if (range && step.days && !rows[i].population.empty())
        found.first.emplace(std::pair(lower(rows[i].population), *step.days),
                            Population{*range, &rows[i], step.value});
    }
  return found;
}

/// Wholes by row: the parts of each, by how they are split.
struct Parts {
  std::map<std::pair<std::string_view, std::string_view>, std::vector<std::size_t>> of;
};

Parts parts_of(std::span<const Indicator> rows) {
  Parts parts;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (rows[i].part_of) parts.of[{rows[i].part_of.id, rows[i].split}].push_back(i);
  return parts;
}

class Numbers {
 public:
  Numbers(const Indicator& indicator, const Series& series, RowLook& look)
      : indicator_(indicator), series_(series), look_(look), names_(names_of(look.partnership())) {}

  NumbersHeld run() {
    for (const SeriesStep& step : series_) {
      if (step.hidden) continue;  // what is kept back is not talked about
      hold_ratio(step);
      hold_population(step);
      hold_again(*step.value, step.value->value, step.value->rank, step.value->rank_of, step);
      hold_change(step);
      hold_ranks(step);
      for (const IndicatorComparator& other : step.value->comparators) hold_comparator(step, other);
    }
    hold_parts();
    return held_;
  }

 private:
  [[nodiscard]] Rounded rounded() const {
    const bool counts =
        indicator_.unit == IndicatorUnit::number || indicator_.unit == IndicatorUnit::pounds;
    return counts ? Rounded::no : Rounded::yes;
  }

  template <class T>
  void hold(bool agrees, const codes::Known& code, const T& value, std::string_view field,
            std::string message, std::string help) {
    ++held_.made;
    if (agrees) {
      ++held_.agree;
      return;
    }
    look_.report(codes::diagnose(code, std::move(message), {}, std::move(help)), value, field);
  }

  /// The value of its numerator and denominator; or whether any numerator gives it.
  void hold_ratio(const SeriesStep& step) {
    const IndicatorValue& value = *step.value;
    if (step.number() == nullptr || !value.printed.empty()) return;
    const auto part = as_whole(value.numerator);
    const auto whole = as_whole(value.denominator ? value.denominator : value.population);
    if (!whole || *whole == 0 || step.number()->units < 0) return;
    const std::int64_t scale = scale_of(indicator_);
    if (part)
      hold(is_ratio(*step.number(), *part, *whole, scale), codes::indicator_differs, value, "value",
           std::to_string(*part) + " of " + std::to_string(*whole) + " is not " +
               step.number()->text,
           "look which of the three is wrong");
    else
      hold(has_whole_number(*step.number(), *whole, scale), codes::impossible_value, value, "value",
           "no whole number of " + std::to_string(*whole) + " is " + step.number()->text,
           "look what it is a share of, or how it was rounded");
  }

  void hold_population(const SeriesStep& step) {
    if (indicator_.unit != IndicatorUnit::rate || step.number() == nullptr) return;
    const IndicatorValue& value = *step.value;
    if (value.population_year.empty())
      look_.report(codes::diagnose(
                       codes::population_undated,
                       "the rate " + step.number()->text + " is of a population of no printed year",
                       {}, "say of which year it is: 'population-year: mid-2019'"),
                   value, "value");
    const auto own = population_of(indicator_, step);
    if (!own || !step.days || indicator_.population.empty()) return;
    const Populations& all = look_.once([&] { return populations_of(look_); });
    const auto first = all.first.find({lower(indicator_.population), *step.days});
    if (first == all.first.end() || first->second.value == &value) return;
    const Population& other = first->second;
    hold(own->least <= other.range.most && other.range.least <= own->most,
         codes::populations_differ, value, "value",
         in_quotes(indicator_.id) + " is of " + in_words(*own) + ", and " +
             in_quotes(other.indicator->id) + " of " + in_words(other.range) +
             ": not one population",
         "look which count or rate is wrong, or name the populations apart");
  }

  static std::string in_words(const WholeRange& range) {
    if (range.least == range.most) return print_decimal(range.least, 0);
    return print_decimal(range.least, 0) + " to " + print_decimal(range.most, 0);
  }

  template <class T>
  void hold_again(const T& value, const std::optional<Decimal>& number, std::optional<int> rank,
                  std::optional<int> rank_of, const SeriesStep& step) {
    for (const IndicatorAgain& again : value.again) {
      if (!is_known(again.dated, step.known, look_.until())) continue;
      if (number && again.value)
        hold(may_be_same(*number, *again.value), codes::printed_otherwise, again, "value",
             "what is " + number->text + " is printed again as " + again.value->text,
             "look which is right, or whether they are of other pupils, people or days");
      if (rank && again.rank) {
        const auto said = [](int of_rank, std::optional<int> of) {
          return std::to_string(of_rank) + (of ? " of " + std::to_string(*of) : "");
        };
        hold(*rank == *again.rank && (!rank_of || !again.rank_of || *rank_of == *again.rank_of),
             codes::printed_otherwise, again, "rank",
             "rank " + said(*rank, rank_of) + " is printed again as " +
                 said(*again.rank, again.rank_of),
             "look which is right, or whether they are ranks of the same");
      }
    }
  }

  /// From which step a change is counted.
  [[nodiscard]] const SeriesStep* since(const SeriesStep& step) const {
    if (!step.value->since.empty())
      return find_step(series_, step.value->since, indicator_, names_);
    const SeriesStep* before = year_before(series_, step);
    return before != nullptr ? before : step_before(series_, step);
  }

  void hold_change(const SeriesStep& step) {
    const IndicatorValue& value = *step.value;
    const SeriesStep* before = value.change ? since(step) : nullptr;
    if (before == nullptr || step.number() == nullptr || before->number() == nullptr) return;
    const Decimal &now = *step.number(), &then = *before->number();
    const bool points = may_be_difference(*value.change, now, then, rounded());
    const bool per_cent = may_be_per_cent(*value.change, now, then, rounded());
    const bool fits = value.change_in == ChangeIn::points     ? points
                      : value.change_in == ChangeIn::per_cent ? per_cent
                                                              : points || per_cent;
    const auto by = difference(now, then);
    hold(fits, codes::change_differs, value, "change",
         "from " + then.text + " to " + now.text + " is " + (by ? by->text : "another change") +
             ", not " + value.change->text,
         points || per_cent ? "it fits in the other reading: points are not per cent"
                            : "look which of the three is wrong");
  }

  void hold_ranks(const SeriesStep& step) {
    const IndicatorValue& value = *step.value;
    const SeriesStep* before = value.rank_change ? since(step) : nullptr;
    if (before == nullptr || !value.rank || !before->value->rank || before->hidden) return;
    const Decimal gained{{}, *before->value->rank - *value.rank, 0};
    hold(compare(gained, *value.rank_change) == 0, codes::ranks_differ, value, "rank-change",
         "from rank " + std::to_string(*before->value->rank) + " to " +
             std::to_string(*value.rank) + " is " + print_decimal(gained.units, 0) +
             " places, not " + value.rank_change->text,
         "a lower rank is a gain: look which of the three is wrong");
  }

  void hold_comparator(const SeriesStep& step, const IndicatorComparator& other) {
    if (!is_known(other.dated, step.known, look_.until())) return;
    hold_again(other, other.value, other.rank, other.rank_of, step);
    if (other.gap && other.value && step.number() != nullptr) {
      const auto gap = difference(*step.number(), *other.value);
      hold(may_be_difference(*other.gap, *step.number(), *other.value, rounded()),
           codes::gap_differs, other, "gap",
           step.number()->text + " less " + other.value->text + " is " +
               (gap ? gap->text : "another gap") + ", not " + other.gap->text,
           "look which of the three is wrong");
    }
    const Covers covers = other.covers.value_or(step.covers);
    const bool sums = indicator_.unit == IndicatorUnit::number ||
                      indicator_.unit == IndicatorUnit::rate ||
                      indicator_.unit == IndicatorUnit::pounds;
    const bool apart = (step.covers == Covers::year_to_date) != (covers == Covers::year_to_date);
    if (sums && apart && step.number() != nullptr && (other.value || !other.printed.empty()))
      look_.report(
          codes::diagnose(codes::unlike_compared,
                          "a year so far is held against a whole year (" + step.number()->text +
                              " against " +
                              (other.value ? other.value->text : in_quotes(other.printed)) + ")",
                          {}, "compare it with the same part of a year, or bring it to a year"),
          other, "value");
    hold_change_of(step, other);
  }

  /// The change of a comparator, where what it was before is printed.
  void hold_change_of(const SeriesStep& step, const IndicatorComparator& other) {
    const SeriesStep* before = other.change && other.value ? since(step) : nullptr;
    if (before == nullptr || before->hidden) return;
    for (const IndicatorComparator& then : before->value->comparators) {
      if (then.with != other.with || then.name != other.name || !then.value) continue;
      hold(
          may_be_difference(*other.change, *other.value, *then.value, rounded()) ||
              may_be_per_cent(*other.change, *other.value, *then.value, rounded()),
          codes::change_differs, other, "change",
          "from " + then.value->text + " to " + other.value->text + " is not " + other.change->text,
          "look which of the three is wrong");
    }
  }

  /// Parts that are all there add up to their whole.
  void hold_parts() {
    const AllSeries& all = all_series(look_);
    const Parts& parts = look_.once(parts_of);
    auto part = parts.of.lower_bound({indicator_.id, std::string_view()});
    for (; part != parts.of.end() && part->first.first == indicator_.id; ++part)
      for (const SeriesStep& step : series_) hold_sum(step, *part, all);
  }

  void hold_sum(const SeriesStep& step, const decltype(Parts::of)::value_type& split,
                const AllSeries& all) {
    if (step.number() == nullptr || !step.value->printed.empty() || !step.days) return;
    Decimal sum{};
    for (const std::size_t row : split.second) {
      const auto other = std::ranges::find_if(all.of[row], [&](const SeriesStep& s) {
        return s.days == step.days && s.covers == step.covers;
      });
      if (other == all.of[row].end() || other->number() == nullptr) return;
      const Decimal minus{{}, -other->number()->units, other->number()->places};
      const auto more = difference(sum, minus);
      if (!more) return;
      sum = *more;
    }
    hold(compare(sum, *step.number()) == 0, codes::parts_differ, *step.value, "value",
         in_quotes(indicator_.id) + " is " + step.number()->text + ", and its parts" +
             (split.first.second.empty() ? "" : " by " + std::string(split.first.second)) +
             " make " + print_decimal(sum.units, sum.places),
         "look which number is wrong, or which part is missing");
  }

  const Indicator& indicator_;
  const Series& series_;
  RowLook& look_;
  std::vector<NamedPeriod> names_;
  NumbersHeld held_ = {};
};

}  // namespace

NumbersHeld look_at_numbers(const Indicator& indicator, const Series& series, RowLook& look) {
  return Numbers(indicator, series, look).run();
}

}  // namespace safegov::internal
