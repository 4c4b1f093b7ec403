// A rule of rating as it is applied: its words as sets of bits.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <numeric>
#include <optional>

#include <safegov/rating_rules.hpp>

namespace safegov::internal {

/// A set of words: of states, or of a scale's bands with `unknown` behind the last.
using Words = std::uint32_t;
inline constexpr std::size_t most_words = 20;
inline constexpr std::size_t most_bands = most_words - 1;

constexpr Words word(std::size_t index) { return Words{1} << index; }
constexpr Words word(State state) { return word(static_cast<std::size_t>(state)); }

/// What a thing is rated by: how many of its parts have each word.
struct Parts {
  std::array<std::uint32_t, most_words> counts{};
  Words present = 0;  ///< the words of which there is any
  LeadIs lead = LeadIs::stated;
  bool evidence_missing = false;  ///< something came in without; only where something came in

  [[nodiscard]] std::uint32_t total() const noexcept {
    return std::accumulate(counts.begin(), counts.end(), std::uint32_t{0});
  }
  void add(std::size_t index) {
    ++counts[index];
    present |= word(index);
  }
};

struct CompiledRule {
  RuleEffect effect = RuleEffect::rate;
  bool worst = false;
  BandId band = {};  ///< none for unknown
  Words any = 0, all = 0, none = 0;
  Words share_of = 0, out_of = ~Words{0};
  int at_least = -1;  ///< per cent; -1 where no share is named
  std::optional<LeadIs> lead = {};
  std::optional<EvidenceIs> evidence = {};
};

/// Words that are not on the scale are left out; they have been reported.
CompiledRule compile(const RatingRule& rule, const Scale& scale);
CompiledRule compile(const RollUpRule& rule, const Scale& scale);

/// Does all that the rule names hold? Of something that has parts.
bool holds(const CompiledRule& rule, const Parts& parts);

/// True only if the rule can never hold, whatever the parts.
bool contradicts_itself(const CompiledRule& rule);
/// True only if `earlier` holds wherever `later` does.
bool covers(const CompiledRule& earlier, const CompiledRule& later);

}  // namespace safegov::internal
