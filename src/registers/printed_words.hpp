// How days and lists are said in measures and findings.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string>
#include <string_view>

#include <safegov/printed.hpp>

#include "base/text.hpp"

namespace safegov::internal {

/// `on 13 September 2024`, `in 2024/25`.
inline std::string when_in_words(const When& when) {
  if (!when.range) return "without a date";
  if (when.range->length() == 1) return "on " + in_words(when.range->last());
  return "in " + when.text;
}

/// Printed words as they are told apart: capitals, spaces and hyphens, quotes and apostrophes,
/// commas and stops make no difference.
std::string told_apart(std::string_view words);

/// `a, b and c`, or the first so many of them and how many more.
inline std::string first_of(std::span<const std::string> names, std::size_t most) {
  std::string out;
  const std::size_t shown = names.size() > most ? most : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i != 0) out += i + 1 == names.size() ? " and " : ", ";
    out += names[i];
  }
  if (shown < names.size()) out += " and " + std::to_string(names.size() - shown) + " more";
  return out;
}

}  // namespace safegov::internal
