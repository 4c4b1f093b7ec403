// Applying rules of rating, and telling which of them can never be reached.
// SPDX-License-Identifier: Apache-2.0

#include "model/compiled_rule.hpp"

#include "base/text.hpp"

namespace safegov::internal {
namespace {

constexpr Words came_in = word(State::received) | word(State::received_late);

std::size_t index_of(State state, const Scale&) { return static_cast<std::size_t>(state); }

/// Past the last word for what is not on the scale.
std::size_t index_of(const std::string& band, const Scale& scale) {
  if (as_word(band) == "unknown") return scale.size();
  const BandId id = scale.find(band);
  return id ? id.index : most_words;
}

template <class Word>
Words words_in(const std::vector<Word>& words, const Scale& scale) {
  Words set = 0;
  for (const Word& each : words)
    if (const std::size_t index = index_of(each, scale); index < most_words) set |= word(index);
  return set;
}

template <class Rule>
CompiledRule compile_sets(const Rule& rule, const Scale& scale) {
  CompiledRule out;
  out.effect = rule.outcome.effect;
  out.worst = as_word(rule.outcome.band) == "worst";
  out.band = scale.find(rule.outcome.band);
  out.any = words_in(rule.any, scale);
  out.all = words_in(rule.all, scale);
  out.none = words_in(rule.none, scale);
  out.share_of = words_in(rule.share_of, scale);
  if (!rule.out_of.empty()) out.out_of = words_in(rule.out_of, scale);
  out.at_least = rule.at_least.value_or(-1);
  return out;
}

/// The words that parts can have where the rule holds.
Words possible(const CompiledRule& rule) {
  return (rule.all != 0 ? rule.all : ~Words{0}) & ~rule.none;
}

constexpr bool within(Words set, Words other) { return (set & ~other) == 0; }

}  // namespace

CompiledRule compile(const RatingRule& rule, const Scale& scale) {
  CompiledRule out = compile_sets(rule, scale);
  out.lead = rule.lead;
  out.evidence = rule.evidence;
  return out;
}

CompiledRule compile(const RollUpRule& rule, const Scale& scale) {
  return compile_sets(rule, scale);
}

bool holds(const CompiledRule& rule, const Parts& parts) {
  if (rule.lead && *rule.lead != parts.lead) return false;
  if (rule.evidence) {
    if ((parts.present & came_in) == 0) return false;
    if ((*rule.evidence == EvidenceIs::missing) != parts.evidence_missing) return false;
  }
  if (rule.any != 0 && (parts.present & rule.any) == 0) return false;
  if (rule.all != 0 && !within(parts.present, rule.all)) return false;
  if ((parts.present & rule.none) != 0) return false;
  if (rule.at_least < 0) return true;
  std::uint64_t share = 0, whole = 0;
  for (std::size_t i = 0; i < most_words; ++i) {
    if ((rule.out_of & word(i)) == 0) continue;
    whole += parts.counts[i];
    if ((rule.share_of & word(i)) != 0) share += parts.counts[i];
  }
  return whole != 0 && share * 100 >= whole * static_cast<std::uint64_t>(rule.at_least);
}

bool contradicts_itself(const CompiledRule& rule) {
  const Words can = possible(rule);
  return can == 0 || (rule.any != 0 && (rule.any & can) == 0) ||
         (rule.at_least >= 0 && (rule.out_of & can) == 0) ||
         (rule.at_least > 0 && (rule.share_of & rule.out_of & can) == 0) ||
         (rule.evidence && (came_in & can) == 0);
}

bool covers(const CompiledRule& earlier, const CompiledRule& later) {
  const Words can = possible(later);
  if (earlier.lead && earlier.lead != later.lead) return false;
  if (earlier.evidence && earlier.evidence != later.evidence) return false;
  if (earlier.any != 0 && !within(can, earlier.any) &&
      (later.any == 0 || !within(later.any & can, earlier.any)))
    return false;
  if (earlier.all != 0 && !within(can, earlier.all)) return false;
  if ((earlier.none & can) != 0) return false;
  return earlier.at_least < 0 ||
         (later.at_least >= earlier.at_least && later.share_of == earlier.share_of &&
          later.out_of == earlier.out_of);
}

}  // namespace safegov::internal
