// Makes parts sound by taking out what cannot stand.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/partnership.hpp>

#include "model/publish_choice.hpp"

namespace safegov::internal {

/// A partnership of the parts without whatever would make them unsound: an optional field, else the
/// nearest thing in a list that holds it. What goes is counted. Empty where that does not help.
[[nodiscard]] std::optional<Partnership> make_sound(Partnership::Parts& parts, Tally& tally);

}  // namespace safegov::internal
