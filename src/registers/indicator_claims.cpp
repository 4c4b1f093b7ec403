// What texts say of an indicator, held against its numbers.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/indicator_arithmetic.hpp"
#include "registers/indicator_rules.hpp"

namespace safegov::internal {
namespace {

/// The two numbers that a claim is about.
struct Pair {
  const Decimal* now = nullptr;
  const Decimal* then = nullptr;
  std::string now_of = {};
  std::string then_of = {};
  bool apart = false;  ///< a year so far against a whole one
};

const SeriesStep* newest_number(const Series& series) {
  const auto found = std::find_if(series.rbegin(), series.rend(), [](const SeriesStep& step) {
    return step.number() != nullptr && step.covers != Covers::forecast;
  });
  return found == series.rend() ? nullptr : &*found;
}

Pair pair_of(const Indicator& indicator, const IndicatorClaim& claim, const Series& series,
             std::span<const NamedPeriod> names) {
  Pair pair;
  const SeriesStep* now =
      claim.of.empty() ? newest_number(series) : find_step(series, claim.of, indicator, names);
  if (now == nullptr) return pair;
  pair.now = now->number();
  pair.now_of = now->value->period;
  Covers covers = now->covers;
  if (claim.against) {
    for (const IndicatorComparator& other : now->value->comparators) {
      if (now->hidden || other.with != *claim.against) continue;
      if (!claim.name.empty() && as_word(other.name) != as_word(claim.name)) continue;
      if (!other.value) continue;
      pair.then = &*other.value;
      pair.then_of = std::string(words_of<Against>()[static_cast<std::size_t>(other.with)]);
      if (!other.name.empty()) pair.then_of = other.name;
      covers = other.covers.value_or(now->covers);
      break;
    }
  } else {
    const SeriesStep* then = claim.since.empty() ? step_before(series, *now)
                                                 : find_step(series, claim.since, indicator, names);
    if (then != nullptr && then != now) {
      pair.then = then->number();
      pair.then_of = then->value->period;
      covers = then->covers;
    }
  }
  const bool sums = indicator.unit == IndicatorUnit::number ||
                    indicator.unit == IndicatorUnit::rate ||
                    indicator.unit == IndicatorUnit::pounds;
  pair.apart = sums && (now->covers == Covers::year_to_date) != (covers == Covers::year_to_date);
  return pair;
}

/// Whether it holds; nothing where nobody says which way is better.
std::optional<bool> holds(const IndicatorClaim& claim, const Pair& pair,
                          std::optional<Polarity> better) {
  const auto order = compare(*pair.now, *pair.then);
  switch (claim.says) {
    case ClaimSays::higher:
      return order > 0;
    case ClaimSays::lower:
      return order < 0;
    case ClaimSays::same:
      return order == 0 || may_be_same(*pair.now, *pair.then);
    case ClaimSays::better:
    case ClaimSays::worse:
      break;
  }
  if (!better || *better == Polarity::neither) return {};
  const std::string way = direction_in_words(*pair.now, *pair.then, better);
  return way == (claim.says == ClaimSays::better ? "better" : "worse");
}

bool is_share(const Indicator& indicator) {
  return indicator.unit == IndicatorUnit::per_cent || indicator.unit == IndicatorUnit::points;
}

/// `by 5 %` read as points and as per cent; says which fits. True if either that is allowed does.
bool look_at_size(const Indicator& indicator, const IndicatorClaim& claim, const Pair& pair,
                  RowLook& look) {
  const bool counts = indicator.unit == IndicatorUnit::number;
  const Rounded rounded = counts ? Rounded::no : Rounded::yes;
  const bool points = may_be_difference(*claim.by, *pair.now, *pair.then, rounded);
  const bool per_cent = may_be_per_cent(*claim.by, *pair.now, *pair.then, rounded);
  const bool says_per_cent = claim.in == ChangeIn::per_cent ||
                             (!claim.in && claim.by->text.find('%') != std::string::npos);
  std::string fits = points && per_cent ? "either reading fits"
                     : points           ? "fits in points, not in per cent"
                     : per_cent         ? "fits in per cent, not in points"
                                        : "fits neither in points nor in per cent";
  look.measure("read as", claim.by->text + ": " + fits);
  if (!points && !per_cent) return false;
  const bool wrong_unit = (says_per_cent && !per_cent && is_share(indicator)) ||
                          (claim.in == ChangeIn::points && !points);
  if (wrong_unit)
    look.report(codes::diagnose(codes::points_not_per_cent,
                                claim.by->text + " from " + pair.then->text + " to " +
                                    pair.now->text + " " + fits,
                                {}, "say percentage points where a share changes by so many"),
                claim, "by");
  if (!is_share(indicator)) return says_per_cent ? per_cent : points || per_cent;
  return true;
}

}  // namespace

void look_at_claims(const Indicator& indicator, const Series& series, RowLook& look,
                    NumbersHeld& held) {
  const std::vector<NamedPeriod> names = names_of(look.partnership());
  for (const IndicatorClaim& claim : indicator.claims) {
    if (!is_known(claim.dated, {}, look.until())) continue;
    ++held.claims;
    const Pair pair = pair_of(indicator, claim, series, names);
    if (pair.now == nullptr || pair.then == nullptr) {
      ++held.claims_unclear;
      continue;
    }
    if (pair.apart && !claim.against)  // that is said of the comparator
      look.report(
          codes::diagnose(codes::unlike_compared,
                          "a year so far is held against a whole year (" + pair.now->text +
                              " against " + pair.then->text + ")",
                          {}, "compare it with the same part of a year, or bring it to a year"),
          claim, "text");
    const auto says = holds(claim, pair, indicator.better);
    const bool size = !claim.by || look_at_size(indicator, claim, pair, look);
    if (!says) {
      ++held.claims_unclear;
      continue;
    }
    if (*says && size) {
      ++held.claims_hold;
      continue;
    }
    const auto by = difference(*pair.now, *pair.then);
    look.report(codes::diagnose(codes::claim_differs,
                                in_quotes(claim.text) + ": " + pair.now->text + " against " +
                                    pair.then->text + " is " +
                                    direction_in_words(*pair.now, *pair.then, indicator.better) +
                                    (by ? ", " + by->text : ""),
                                {}, "correct the words or the numbers"),
                claim, *says ? "by" : "says");
  }
}

}  // namespace safegov::internal
