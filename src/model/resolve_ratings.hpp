// Which scale and rules are in force for each plan.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/diagnostic.hpp>

#include "model/data.hpp"
#include "model/make.hpp"

namespace safegov::internal {

/// Fills data.schemes, one for each plan; of one whose scale is not known, it is null. A scale that
/// is none, a band off the scale and a rule that makes no sense are errors; a rule that can never
/// be reached is a warning.
void resolve_ratings(Partnership::Data& data, const Gaps& gaps, Diagnostics& found);

/// What to write in place of a word that is no band: the one it is a slip for, or all there are.
/// `more` are words that may also be written.
std::string bands_of(const Scale& scale, std::string_view written,
                     std::span<const std::string_view> more = {});

}  // namespace safegov::internal
