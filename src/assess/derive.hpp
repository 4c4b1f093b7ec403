// From the words of a thing's parts to its band, by rules.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>

#include <safegov/ratings.hpp>

#include "model/compiled_rule.hpp"

namespace safegov::internal {

/// The rules of a plan, ready to be applied.
struct CompiledScheme {
  explicit CompiledScheme(const RatingScheme& scheme);

  const Scale* scale;
  std::vector<CompiledRule> rules, roll_up;
};

/// No record is never good news: a step better than the scale's `unrecorded` is withheld from an
/// action of which nothing has come in, and, unless the rule counts shares of a whole that
/// `unknown` belongs to, from what holds an action that is unknown.
Derivation derive_action(const CompiledScheme& scheme, const Parts& parts);
Derivation derive_roll_up(const CompiledScheme& scheme, const Parts& parts);

/// What a declared band is beside a derived one; `by` gets the number of steps between them.
Verdict compare(const Scale& scale, BandId declared, BandId derived, int& by);

}  // namespace safegov::internal
