// How rules of rating describe themselves, and how they read.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/rating_rules.hpp>

#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "model/spoken.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<RuleEffect>() {
  static constexpr std::array<std::string_view, 2> words{"rate", "at-best"};
  return words;
}

template <>
std::span<const std::string_view> words_of<LeadIs>() {
  static constexpr std::array<std::string_view, 2> words{"stated", "not-stated"};
  return words;
}

template <>
std::span<const std::string_view> words_of<EvidenceIs>() {
  static constexpr std::array<std::string_view, 2> words{"complete", "missing"};
  return words;
}

template <>
std::span<const std::string_view> words_of<RulesOf>() {
  static constexpr std::array<std::string_view, 3> words{"library", "partnership", "plan"};
  return words;
}

const Codec& CodecOf<RuleOutcome>::get() {
  static constexpr Codec codec{
      .shape = Shape::tagged,
      .noun = "a band",
      .parse = [](std::string_view key, std::string_view text,
                  void* into) -> std::optional<Refusal> {
        std::size_t index = 0;
        if (auto refusal = internal::parse_word(words_of<RuleEffect>(), key, index)) return refusal;
        *static_cast<RuleOutcome*>(into) = {static_cast<RuleEffect>(index), std::string(text)};
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            out += static_cast<const RuleOutcome*>(from)->band;
            return !static_cast<const RuleOutcome*>(from)->band.empty();
          },
      .words = words_of<RuleEffect>,
      .tag =
          [](const void* from) {
            return words_of<RuleEffect>()[static_cast<std::size_t>(
                static_cast<const RuleOutcome*>(from)->effect)];
          }};
  return codec;
}

namespace {

constexpr std::string_view outcome_doc =
    "A band of the scale, or `unknown`. `rate` decides; `at-best` limits the rules below it.";
constexpr std::string_view because_doc = "What the report says of it: `evidence missing`.";

}  // namespace

template <>
const Type& type_of<RatingRule>() {
  static constexpr Field fields[] = {
      field<&RatingRule::outcome>("outcome", outcome_doc, Need::required),
      field<&RatingRule::lead>("lead", "Is it stated who leads the action?"),
      field<&RatingRule::evidence>(
          "evidence", "Something came in; and all of it has a `reference`, or some has not."),
      field<&RatingRule::all>("all", "Every obligation is in one of these states."),
      field<&RatingRule::any>("any", "Some obligation is in one of these states."),
      field<&RatingRule::none>("none", "No obligation is in any of these states."),
      field<&RatingRule::at_least>("at-least", "Per cent, of `share-of` out of `out-of`."),
      field<&RatingRule::share_of>("share-of", "The states whose share is meant."),
      field<&RatingRule::out_of>("out-of", "The states that are the whole; all, unless given."),
      field<&RatingRule::because>("because", because_doc),
  };
  static constexpr Type type = described<RatingRule>(
      "rating-rule", "A rule for an action: all that it names must hold.", fields);
  return type;
}

template <>
const Type& type_of<RollUpRule>() {
  static constexpr Field fields[] = {
      field<&RollUpRule::outcome>("outcome", outcome_doc, Need::required),
      field<&RollUpRule::all>("all", "Every action has one of these bands."),
      field<&RollUpRule::any>("any", "Some action has one of these bands."),
      field<&RollUpRule::none>("none", "No action has any of these bands."),
      field<&RollUpRule::at_least>("at-least", "Per cent, of `share-of` out of `out-of`."),
      field<&RollUpRule::share_of>("share-of", "The bands whose share is meant."),
      field<&RollUpRule::out_of>("out-of", "The bands that are the whole; all, unless given."),
      field<&RollUpRule::because>("because", because_doc),
  };
  static constexpr Type type = described<RollUpRule>(
      "roll-up-rule",
      "A rule for an objective, a priority or a plan, over its actions' bands and `unknown`. It "
      "may also `rate: worst`.",
      fields, "rate");
  return type;
}

template <>
const Type& type_of<RatingRules>() {
  static constexpr Field fields[] = {
      field<&RatingRules::scale>("scale", "The scale; `brag`, unless given."),
      field<&RatingRules::rules>("rules", "For an action; the first that holds decides."),
      field<&RatingRules::roll_up>("roll-up", "For what holds actions; `worst`, unless given."),
      field<&RatingRules::stale_after>(
          "stale-after", "After how many days a declared rating is stale; 120, unless given."),
      field<&RatingRules::source>("source", docs::source),
      field<&RatingRules::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type =
      described<RatingRules>("ratings", "How ratings are derived. See ratings.md.", fields);
  return type;
}

namespace {

using internal::spoken;
const std::string& spoken(const std::string& band) { return band; }

/// `received, received late or waived`
template <class Word>
std::string either(const std::vector<Word>& words) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " or " : ", ";
    out += spoken(words[i]);
  }
  return out;
}

void add(std::string& out, std::string part) { out += (out.empty() ? "" : "; ") + std::move(part); }

template <class Rule>
void add_sets(std::string& out, const Rule& rule) {
  if (!rule.all.empty()) add(out, "all are " + either(rule.all));
  if (!rule.any.empty()) add(out, "any is " + either(rule.any));
  if (!rule.none.empty()) add(out, "none is " + either(rule.none));
  if (rule.at_least)
    add(out, "at least " + std::to_string(*rule.at_least) + " % of " +
                 (rule.out_of.empty() ? "all" : "those " + either(rule.out_of)) + " are " +
                 either(rule.share_of));
  if (out.empty()) out = "otherwise";
}

}  // namespace

std::string in_words(const RatingRule& rule) {
  std::string out;
  if (rule.lead) add(out, *rule.lead == LeadIs::stated ? "a lead is stated" : "no lead is stated");
  if (rule.evidence)
    add(out, *rule.evidence == EvidenceIs::complete ? "all that came in has its evidence"
                                                    : "something came in without evidence");
  add_sets(out, rule);
  return out;
}

std::string in_words(const RollUpRule& rule) {
  std::string out;
  add_sets(out, rule);
  return out;
}

}  // namespace safegov
