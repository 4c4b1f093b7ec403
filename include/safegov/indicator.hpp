// The register of indicators: what is measured, what it was, and what it is held against.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/decision.hpp>
#include <safegov/document.hpp>
#include <safegov/printed.hpp>
#include <safegov/register.hpp>
#include <safegov/tolerance.hpp>

namespace safegov {

enum class IndicatorUnit : std::uint8_t {
  per_cent,
  number,
  rate,  ///< so many for each `per`
  days,
  pounds,
  ratio,   ///< one number over another; a mean
  score,   ///< made by a rule of its own; may be below nought
  points,  ///< between two shares: a gap in percentage points
};

/// Which way is better.
enum class Polarity : std::uint8_t { higher, lower, neither };

/// What its periods are.
enum class PeriodBasis : std::uint8_t {
  calendar_year,
  financial_year,
  academic_year,
  quarter,
  month,
  term,
  snapshot,
};

enum class IndicatorFlag : std::uint8_t { no, yes };

/// What a value is about, where that is not simply its period.
enum class Covers : std::uint8_t {
  period,
  outturn,  ///< the whole year, when it is over
  year_to_date,
  snapshot,  ///< as at its last day
  forecast,
};

/// What print has where a number would stand.
enum class Instead : std::uint8_t { not_printed, awaited, suppressed };

/// With whom a value is compared.
enum class Against : std::uint8_t {
  statistical_neighbours,
  region,
  england,
  core_cities,
  local_authority,
  part,   ///< of itself: one of its schools, one sex
  other,  ///< as `name` says
};

enum class BestRank : std::uint8_t { first, last };

/// What a text says of a value.
enum class ClaimSays : std::uint8_t { higher, lower, same, better, worse };

/// In what a change is printed.
enum class ChangeIn : std::uint8_t { points, per_cent };

/// The same printed once more elsewhere, perhaps otherwise.
struct IndicatorAgain {
  std::optional<Decimal> value = {};
  std::optional<int> rank = {};
  std::optional<int> rank_of = {};
  std::optional<When> dated = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const IndicatorAgain&, const IndicatorAgain&) = default;
};

/// What a value is printed beside.
struct IndicatorComparator {
  Against with = Against::other;
  std::string name = {};    ///< as printed
  std::string period = {};  ///< that of the value, unless given
  std::optional<Covers> covers = {};
  std::optional<Decimal> value = {};
  std::string printed = {};            ///< the words, where print has no number
  std::optional<Decimal> gap = {};     ///< the value less this one, as printed
  std::optional<Decimal> change = {};  ///< of this one, as printed
  std::optional<int> rank = {};
  std::optional<int> rank_of = {};
  std::vector<IndicatorAgain> again = {};
  std::optional<When> dated = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const IndicatorComparator&, const IndicatorComparator&) = default;
};

/// What it was in one period, as one document prints it.
struct IndicatorValue {
  std::string period = {};  ///< as printed; empty or `undated` where none is
  std::optional<Covers> covers = {};
  std::optional<Decimal> value = {};
  std::string printed = {};  ///< the words, where the number is said roughly: `circa 4,000`
  std::optional<Instead> instead = {};
  std::optional<Decimal> numerator = {};
  std::optional<Decimal> denominator = {};
  std::optional<Decimal> population = {};  ///< of a rate
  std::string population_year = {};
  std::optional<IndicatorFlag> provisional = {};
  std::optional<int> rank = {};
  std::optional<int> rank_of = {};
  std::optional<Decimal> rank_change = {};  ///< places gained, as printed
  std::optional<Decimal> change = {};       ///< as printed, with its sign
  std::optional<ChangeIn> change_in = {};
  std::string since = {};  ///< the period that it changed from; a year before, unless given
  std::string rated = {};  ///< the band that print gives it
  std::vector<IndicatorComparator> comparators = {};
  std::vector<IndicatorAgain> again = {};
  std::optional<When> dated = {};  ///< the day of the document: from then on it is known
  Ref<Document> in = {};
  std::string answers = {};  ///< which return it is, by its words: `June 2019`
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const IndicatorValue&, const IndicatorValue&) = default;
};

/// What it is to be, from a period on.
struct IndicatorTarget {
  std::optional<Decimal> value = {};
  std::string from = {};  ///< the first period that it is for; always, unless given
  Ref<Decision> decision = {};
  std::optional<When> dated = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const IndicatorTarget&, const IndicatorTarget&) = default;
};

/// What it counts, from a period on.
struct IndicatorDefinition {
  std::string text = {};
  std::string from = {};
  std::string numerator = {};
  std::string denominator = {};
  Ref<Decision> decision = {};
  std::optional<When> dated = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const IndicatorDefinition&, const IndicatorDefinition&) = default;
};

/// What a text says of its values: `a slight reduction`.
struct IndicatorClaim {
  std::string text = {};
  ClaimSays says = ClaimSays::same;
  std::string of = {};                  ///< a period; the newest known, unless given
  std::string since = {};               ///< the period that it is held against
  std::optional<Against> against = {};  ///< or the comparator
  std::string name = {};                ///< of that, where several are of its sort
  std::optional<Decimal> by = {};
  std::optional<ChangeIn> in = {};
  std::optional<When> dated = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const IndicatorClaim&, const IndicatorClaim&) = default;
};

/// A number that somebody promises to keep an eye on.
struct Indicator {
  static constexpr std::string_view refers_to = "indicator";

  std::string id = {};
  std::string title = {};
  IndicatorUnit unit = IndicatorUnit::number;
  std::optional<int> per = {};
  std::string numerator = {};
  std::string denominator = {};
  std::string population = {};  ///< in words; rates of the same population are held together
  std::optional<Polarity> better = {};
  std::optional<PeriodBasis> basis = {};
  std::optional<IndicatorFlag> cumulative = {};
  std::optional<IndicatorFlag> data_only = {};
  std::optional<IndicatorFlag> may_exceed_100 = {};
  std::optional<BestRank> best_rank = {};
  std::optional<int> suppress_below = {};
  Ref<Indicator> part_of = {};
  std::string split = {};  ///< by what the whole is split into parts
  BodyRef owner = {};
  BodyRef from = {};
  BodyRef to = {};
  std::string due = {};
  std::optional<Period> run = {};
  std::vector<Ref<Anything>> reported_in = {};
  std::string data_source = {};
  std::string rated_by = {};
  std::optional<Decimal> tolerance = {};
  std::optional<OffBy> off_by = {};
  std::optional<int> stale_after = {};
  std::vector<IndicatorTarget> targets = {};
  std::vector<IndicatorDefinition> definitions = {};
  std::vector<IndicatorValue> values = {};
  std::vector<IndicatorClaim> claims = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Indicator&, const Indicator&) = default;
};

template <>
const Type& type_of<IndicatorAgain>();
template <>
const Type& type_of<IndicatorComparator>();
template <>
const Type& type_of<IndicatorValue>();
template <>
const Type& type_of<IndicatorTarget>();
template <>
const Type& type_of<IndicatorDefinition>();
template <>
const Type& type_of<IndicatorClaim>();
template <>
const Type& type_of<Indicator>();
template <>
std::span<const std::string_view> words_of<IndicatorUnit>();
template <>
std::span<const std::string_view> words_of<Polarity>();
template <>
std::span<const std::string_view> words_of<PeriodBasis>();
template <>
std::span<const std::string_view> words_of<IndicatorFlag>();
template <>
std::span<const std::string_view> words_of<Covers>();
template <>
std::span<const std::string_view> words_of<Instead>();
template <>
std::span<const std::string_view> words_of<Against>();
template <>
std::span<const std::string_view> words_of<BestRank>();
template <>
std::span<const std::string_view> words_of<ClaimSays>();
template <>
std::span<const std::string_view> words_of<ChangeIn>();

[[nodiscard]] const Register& indicators_register();

}  // namespace safegov
