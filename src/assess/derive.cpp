// From the words of a thing's parts to its band, by rules.
// SPDX-License-Identifier: Apache-2.0

#include "assess/derive.hpp"

#include <cstdlib>

namespace safegov::internal {
namespace {

constexpr Words came_in =
    word(State::received) | word(State::received_late) | word(State::partly_received);

/// The worst step that any part has; where none has a step, what stands apart.
BandId worst_of(const Scale& scale, const Parts& parts) {
  for (std::size_t i = scale.bands.size(); i-- > 0;)
    if ((parts.present & word(i)) != 0) return {static_cast<std::uint32_t>(i)};
  for (std::size_t i = scale.bands.size(); i < scale.size(); ++i)
    if ((parts.present & word(i)) != 0) return {static_cast<std::uint32_t>(i)};
  return {};
}

/// `is_silent(rule)`: is there silence that the rule would decide by?
template <class IsSilent>
Derivation derive(const Scale& scale, std::span<const CompiledRule> rules, const Parts& parts,
                  IsSilent&& is_silent) {
  Derivation limited;
  std::optional<BandId> best;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const CompiledRule& rule = rules[i];
    if (!holds(rule, parts)) continue;
    if (rule.effect == RuleEffect::at_best) {
      if (!best || *best < rule.band) best = rule.band, limited.limit = i;
      continue;
    }
    Derivation out{rule.worst ? worst_of(scale, parts) : rule.band, DerivedBy::rule, i};
    if (!out.band || !scale.is_step(out.band)) return out;
    if (best && out.band < *best) out.band = *best, out.limit = limited.limit;
    if (out.band < scale.best_unrecorded() && is_silent(rule)) {
      out.band = {};
      out.by = DerivedBy::silence;
    }
    return out;
  }
  return {{}, DerivedBy::no_rule};
}

}  // namespace

CompiledScheme::CompiledScheme(const RatingScheme& scheme) : scale(scheme.scale) {
  for (const RatingRule& rule : scheme.rules) rules.push_back(compile(rule, *scale));
  for (const RollUpRule& rule : scheme.roll_up) roll_up.push_back(compile(rule, *scale));
}

Derivation derive_action(const CompiledScheme& scheme, const Parts& parts) {
  if (parts.present == 0) return {{}, DerivedBy::no_parts};
  return derive(*scheme.scale, scheme.rules, parts,
                [&](const CompiledRule&) { return (parts.present & came_in) == 0; });
}

Derivation derive_roll_up(const CompiledScheme& scheme, const Parts& parts) {
  const Words unknown = word(scheme.scale->size());
  if (parts.present == 0) return {{}, DerivedBy::no_parts};
  if (parts.present == unknown) return {{}, DerivedBy::no_known};
  return derive(*scheme.scale, scheme.roll_up, parts, [&](const CompiledRule& rule) {
    return (parts.present & unknown) != 0 && (rule.at_least < 0 || (rule.out_of & unknown) == 0);
  });
}

Verdict compare(const Scale& scale, BandId declared, BandId derived, int& by) {
  by = 0;
  if (!declared) return Verdict::blank;
  if (!derived) return Verdict::unchecked;
  if (declared == derived) return Verdict::honest;
  if (!scale.is_step(declared) || !scale.is_step(derived)) return Verdict::differs;
  by = std::abs(static_cast<int>(derived.index) - static_cast<int>(declared.index));
  return declared < derived ? Verdict::optimistic : Verdict::pessimistic;
}

}  // namespace safegov::internal
