// Texts that are nearly the same, found without holding each against each.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safegov::internal {

/// How alike two texts are: of all the stretches of three letters that stand in either, the share
/// that stands in both; capitals, spaces and stops apart. From 0 to 1.
[[nodiscard]] double alikeness(std::string_view a, std::string_view b);

/// A text, and of what it is: of one source nothing is carried from one text to another.
struct TextOf {
  std::string_view text;
  std::string_view source;
  int day = 0;
};

/// Of each text, the first one that is at least so alike, is earlier by `day` and is of another
/// `source`; nothing where there is none. Texts of fewer than 40 letters are alike by chance, and
/// are passed over. Time grows with what there is in common, not with the square of the texts.
using CarriedFrom = std::vector<std::optional<std::size_t>>;
[[nodiscard]] CarriedFrom carried_from(const std::vector<TextOf>& texts, double at_least = 0.6);

}  // namespace safegov::internal
