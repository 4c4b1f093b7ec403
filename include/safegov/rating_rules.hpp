// How a rating follows from what came in: rules in the order they are asked, which are data.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/describe.hpp>
#include <safegov/scale.hpp>
#include <safegov/state.hpp>

namespace safegov {

/// What a rule does if it holds.
enum class RuleEffect : std::uint8_t {
  rate,     ///< it decides, and no rule below it is asked
  at_best,  ///< it sets a limit to what the rules below it decide
};

/// `rate: amber`, `at-best: amber`; a roll-up may also `rate: worst`.
struct RuleOutcome {
  RuleEffect effect = RuleEffect::rate;
  std::string band = {};  ///< word or letter, `unknown`, or `worst`
  friend bool operator==(const RuleOutcome&, const RuleOutcome&) = default;
};

enum class LeadIs : std::uint8_t { stated, not_stated };

/// A report came in with evidence if the record of it has a reference.
enum class EvidenceIs : std::uint8_t {
  complete,  ///< something came in, and all that did has its evidence
  missing,   ///< something came in without
};

/// A rule for an action, over the states of its obligations. What it names must all hold; a rule
/// that names nothing always holds.
struct RatingRule {
  RuleOutcome outcome = {};
  std::vector<State> any = {};       ///< at least one obligation is in one of these
  std::vector<State> all = {};       ///< every obligation is in one of these
  std::vector<State> none = {};      ///< no obligation is in any of these
  std::optional<int> at_least = {};  ///< per cent
  std::vector<State> share_of = {};  ///< of those in `out_of`, at least so many are in these
  std::vector<State> out_of = {};    ///< all obligations unless given
  std::optional<LeadIs> lead = {};
  std::optional<EvidenceIs> evidence = {};
  std::string because = {};
  Origin origin = {};
  friend bool operator==(const RatingRule&, const RatingRule&) = default;
};

/// A rule for an objective, a priority or a plan, over the ratings of its actions.
struct RollUpRule {
  RuleOutcome outcome = {};
  std::vector<std::string> any = {};  ///< words or letters of bands, or `unknown`
  std::vector<std::string> all = {};
  std::vector<std::string> none = {};
  std::optional<int> at_least = {};
  std::vector<std::string> share_of = {};
  std::vector<std::string> out_of = {};
  std::string because = {};
  Origin origin = {};
  friend bool operator==(const RollUpRule&, const RollUpRule&) = default;
};

/// How a partnership, or one of its plans, rates.
struct RatingRules {
  Ref<Scale> scale = {};
  std::vector<RatingRule> rules = {};
  std::vector<RollUpRule> roll_up = {};
  std::optional<int> stale_after = {};  ///< days
  std::string source = {};
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const RatingRules&, const RatingRules&) = default;
};

/// Who wrote the rules that are in force.
enum class RulesOf : std::uint8_t { library, partnership, plan };

/// What is in force for a plan: its own, else the partnership's, else the library's. It lives as
/// long as the partnership.
struct RatingScheme {
  const Scale* scale = nullptr;
  std::span<const RatingRule> rules = {};
  std::span<const RollUpRule> roll_up = {};
  int stale_after = 120;
  RulesOf rules_of = RulesOf::library;
};

/// The library's own rules, on `brag`: in force where nobody wrote any (docs/ratings.md).
[[nodiscard]] const RatingRules& suggested_ratings();

/// `any is overdue, and none is due`; `otherwise` for a rule that always holds.
[[nodiscard]] std::string in_words(const RatingRule& rule);
[[nodiscard]] std::string in_words(const RollUpRule& rule);

template <>
struct CodecOf<RuleOutcome> {
  static const Codec& get();
};

template <>
const Type& type_of<RatingRule>();
template <>
const Type& type_of<RollUpRule>();
template <>
const Type& type_of<RatingRules>();
template <>
std::span<const std::string_view> words_of<RuleEffect>();
template <>
std::span<const std::string_view> words_of<LeadIs>();
template <>
std::span<const std::string_view> words_of<EvidenceIs>();
template <>
std::span<const std::string_view> words_of<RulesOf>();

}  // namespace safegov
