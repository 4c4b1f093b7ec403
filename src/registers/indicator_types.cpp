// The register of indicators: the words and fields of which it is made.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/indicator.hpp>

#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<IndicatorUnit>() {
  static constexpr std::array<std::string_view, 8> words{"per-cent", "number", "rate",  "days",
                                                         "pounds",   "ratio",  "score", "points"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Polarity>() {
  static constexpr std::array<std::string_view, 3> words{"higher", "lower", "neither"};
  return words;
}

template <>
std::span<const std::string_view> words_of<PeriodBasis>() {
  static constexpr std::array<std::string_view, 7> words{
      "calendar-year", "financial-year", "academic-year", "quarter", "month", "term", "snapshot"};
  return words;
}

template <>
std::span<const std::string_view> words_of<IndicatorFlag>() {
  static constexpr std::array<std::string_view, 2> words{"no", "yes"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Covers>() {
  static constexpr std::array<std::string_view, 5> words{"period", "outturn", "year-to-date",
                                                         "snapshot", "forecast"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Instead>() {
  static constexpr std::array<std::string_view, 3> words{"not-printed", "awaited", "suppressed"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Against>() {
  static constexpr std::array<std::string_view, 7> words{
      "statistical-neighbours", "region", "england", "core-cities",
      "local-authority",        "part",   "other"};
  return words;
}

template <>
std::span<const std::string_view> words_of<BestRank>() {
  static constexpr std::array<std::string_view, 2> words{"first", "last"};
  return words;
}

template <>
std::span<const std::string_view> words_of<ClaimSays>() {
  static constexpr std::array<std::string_view, 5> words{"higher", "lower", "same", "better",
                                                         "worse"};
  return words;
}

template <>
std::span<const std::string_view> words_of<ChangeIn>() {
  static constexpr std::array<std::string_view, 2> words{"points", "per-cent"};
  return words;
}

template <>
const Type& type_of<IndicatorAgain>() {
  static constexpr Field fields[] = {
      field<&IndicatorAgain::value>("value", "The number as printed there."),
      field<&IndicatorAgain::rank>("rank", "The rank as printed there."),
      field<&IndicatorAgain::rank_of>("rank-of", "Of how many."),
      field<&IndicatorAgain::dated>("dated",
                                    "The day of that document; of the same one, unless given."),
      field<&IndicatorAgain::source>("source", docs::source),
      field<&IndicatorAgain::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&IndicatorAgain::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<IndicatorAgain>(
      "indicator-again", "The same number, printed once more elsewhere.", fields);
  return type;
}

template <>
const Type& type_of<IndicatorComparator>() {
  static constexpr Field fields[] = {
      field<&IndicatorComparator::with>("with", "With whom it is compared.", Need::required),
      field<&IndicatorComparator::name>("name", "As printed, where `with` does not say enough."),
      field<&IndicatorComparator::period>(
          "period", "Its period, where it is another than that of the value."),
      field<&IndicatorComparator::covers>(
          "covers", "What it is about, where that is another than of the value."),
      field<&IndicatorComparator::value>("value", "Its number, as printed."),
      field<&IndicatorComparator::printed>(
          "printed", "The words, where print has no number: `significantly higher`."),
      field<&IndicatorComparator::gap>("gap", "The value less this one, as printed: `-0.2%`."),
      field<&IndicatorComparator::change>("change",
                                          "How this one changed, as printed, with its sign."),
      field<&IndicatorComparator::rank>("rank", "Its own rank."),
      field<&IndicatorComparator::rank_of>("rank-of", "Of how many."),
      field<&IndicatorComparator::again>("again", "The same printed once more elsewhere."),
      field<&IndicatorComparator::dated>(
          "dated", "The day from which it is known; that of the value, unless given."),
      field<&IndicatorComparator::source>("source", docs::source),
      field<&IndicatorComparator::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&IndicatorComparator::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<IndicatorComparator>(
      "indicator-comparator", "What a value is printed beside.", fields);
  return type;
}

template <>
const Type& type_of<IndicatorValue>() {
  static constexpr Field fields[] = {
      field<&IndicatorValue::period>("period", "The period, as printed; `undated` where none is.",
                                     Need::required),
      field<&IndicatorValue::covers>("covers",
                                     "What it is about, where that is not simply its period."),
      field<&IndicatorValue::value>("value", "The number as printed: `88.7%`."),
      field<&IndicatorValue::printed>(
          "printed", "The words, where the number is said roughly: `circa 4,000`."),
      field<&IndicatorValue::instead>("instead", "What print has where a number would stand."),
      field<&IndicatorValue::numerator>("numerator", "How many counted."),
      field<&IndicatorValue::denominator>("denominator", "Of how many."),
      field<&IndicatorValue::population>("population", "Of a rate: how many people."),
      field<&IndicatorValue::population_year>("population-year",
                                              "Of when, and by which estimate: `mid-2019`."),
      field<&IndicatorValue::provisional>("provisional", "Whether it may still change."),
      field<&IndicatorValue::rank>("rank", "Its rank."),
      field<&IndicatorValue::rank_of>("rank-of", "Of how many."),
      field<&IndicatorValue::rank_change>(
          "rank-change", "Places gained, as printed: `4`, or `-16` where it fell."),
      field<&IndicatorValue::change>("change",
                                     "By how much it changed, as printed, with its sign."),
      field<&IndicatorValue::change_in>("change-in",
                                        "In what the change is printed, if print says."),
      field<&IndicatorValue::since>(
          "since", "The period that it changed from; a year before, unless given."),
      field<&IndicatorValue::rated>("rated", "The band that print gives it."),
      field<&IndicatorValue::comparators>("comparators", "What it is printed beside."),
      field<&IndicatorValue::again>("again", "The same printed once more elsewhere."),
      field<&IndicatorValue::dated>("dated", "The day of the document: from then on it is known."),
      field<&IndicatorValue::in>("in", "The document."),
      field<&IndicatorValue::answers>(
          "answers", "Which return it is, by its words, where the day does not tell."),
      field<&IndicatorValue::source>("source", docs::source),
      field<&IndicatorValue::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&IndicatorValue::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<IndicatorValue>(
      "indicator-value", "What an indicator was in one period, as one document prints it.", fields);
  return type;
}

template <>
const Type& type_of<IndicatorTarget>() {
  static constexpr Field fields[] = {
      field<&IndicatorTarget::value>("value", "The number as printed.", Need::required),
      field<&IndicatorTarget::from>("from",
                                    "The first period that it is for; always, unless given."),
      field<&IndicatorTarget::decision>("decision", "The decision by which it changed."),
      field<&IndicatorTarget::dated>(
          "dated", "The day from which it is known; the first of its period, unless given."),
      field<&IndicatorTarget::source>("source", docs::source),
      field<&IndicatorTarget::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&IndicatorTarget::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<IndicatorTarget>(
      "indicator-target", "What an indicator is to be, from a period on.", fields);
  return type;
}

template <>
const Type& type_of<IndicatorDefinition>() {
  static constexpr Field fields[] = {
      field<&IndicatorDefinition::text>("text", "What it counts, or what is different.",
                                        Need::required),
      field<&IndicatorDefinition::from>("from",
                                        "The first period that it is for; always, unless given."),
      field<&IndicatorDefinition::numerator>("numerator", "What is counted, in words."),
      field<&IndicatorDefinition::denominator>("denominator", "Of what, in words."),
      field<&IndicatorDefinition::decision>("decision", "The decision by which it changed."),
      field<&IndicatorDefinition::dated>(
          "dated", "The day from which it is known; the first of its period, unless given."),
      field<&IndicatorDefinition::source>("source", docs::source),
      field<&IndicatorDefinition::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&IndicatorDefinition::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<IndicatorDefinition>(
      "indicator-definition", "What an indicator counts, from a period on.", fields);
  return type;
}

template <>
const Type& type_of<IndicatorClaim>() {
  static constexpr Field fields[] = {
      field<&IndicatorClaim::text>("text", "As printed: `a slight reduction`.", Need::required),
      field<&IndicatorClaim::says>("says", "What that comes to: the one is higher than the other.",
                                   Need::required),
      field<&IndicatorClaim::of>("of",
                                 "The period that it speaks of; the newest known, unless given."),
      field<&IndicatorClaim::since>("since", "The period that it holds it against."),
      field<&IndicatorClaim::against>("against", "Or with whom it compares it."),
      field<&IndicatorClaim::name>("name", "Of these, where there are several of a sort."),
      field<&IndicatorClaim::by>("by", "By how much, as printed, with its sign."),
      field<&IndicatorClaim::in>("in", "In what that is, if print says."),
      field<&IndicatorClaim::dated>("dated", "The day of the document."),
      field<&IndicatorClaim::source>("source", docs::source),
      field<&IndicatorClaim::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&IndicatorClaim::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<IndicatorClaim>("indicator-claim", "What a text says of an indicator.", fields);
  return type;
}

template <>
const Type& type_of<Indicator>() {
  static constexpr Field fields[] = {
      field<&Indicator::id>("id", docs::id, Need::required),
      field<&Indicator::title>("title", "What it is called, as printed.", Need::required),
      field<&Indicator::unit>("unit", "What its numbers are.", Need::required),
      field<&Indicator::per>("per", "Of a rate: for each how many; 10,000 unless given."),
      field<&Indicator::numerator>("numerator", "What is counted, in words."),
      field<&Indicator::denominator>("denominator", "Of what, in words."),
      field<&Indicator::population>(
          "population", "Of a rate: whose, in words; rates of the same are held together."),
      field<&Indicator::better>("better", "Which way is better; nobody says, unless given."),
      field<&Indicator::basis>("basis", "What its periods are."),
      field<&Indicator::cumulative>("cumulative",
                                    "Whether each value counts from the beginning of the year."),
      field<&Indicator::data_only>("data-only", "Whether it is reported without being judged."),
      field<&Indicator::may_exceed_100>("may-exceed-100", "Whether a share may be over 100."),
      field<&Indicator::best_rank>("best-rank",
                                   "Which end of the ranks is the best; the first, unless given."),
      field<&Indicator::suppress_below>("suppress-below", "Counts below it are shown nowhere."),
      field<&Indicator::part_of>("part-of",
                                 "The indicator that it is a part of; the parts add up to it."),
      field<&Indicator::split>("split",
                               "By what that is split, where there are several ways: `age`."),
      field<&Indicator::owner>("owner", "Who answers for it."),
      field<&Indicator::from>("from", "Who reports it; the owner, unless given."),
      field<&Indicator::to>("to", "Who receives it."),
      field<&Indicator::due>("due", "When, or how often, as printed."),
      field<&Indicator::run>("run", "The time over which `quarterly` runs."),
      field<&Indicator::reported_in>(
          "reported-in", "What it is reported in, where that is promised elsewhere, by id."),
      field<&Indicator::data_source>("data-source", "Where its numbers are taken from."),
      field<&Indicator::rated_by>("rated-by", "The rule by which it is rated: `within-5`."),
      field<&Indicator::tolerance>("tolerance", "The tolerance that was agreed."),
      field<&Indicator::off_by>("off-by", "In what the tolerance is."),
      field<&Indicator::stale_after>("stale-after",
                                     "After how many months without a newer value it is stale."),
      field<&Indicator::targets>("targets", "What it is to be."),
      field<&Indicator::definitions>("definitions", "What it counts, where that changed."),
      field<&Indicator::values>("values", "What it was."),
      field<&Indicator::claims>("claims", "What texts say of it."),
      field<&Indicator::source>("source", docs::source),
      field<&Indicator::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Indicator::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Indicator>(
      "indicator",
      "A number that somebody keeps an eye on: how it is made, its values, its targets.", fields);
  return type;
}

}  // namespace safegov
