// How sure it is that a limit, a rule or a scale says what it is said to say.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include <safegov/describe.hpp>

namespace safegov {

/// Stated or customary, or else known with no page to hand, which is more or less sure.
enum class Certainty : std::uint8_t {
  stated,     ///< a page says so: `source` names it
  customary,  ///< widely used so, and no page found that defines it
  high,       ///< from knowledge of the guidance, with no page to hand
  medium,
  low,
};

[[nodiscard]] std::string_view to_string(Certainty certainty) noexcept;
/// `stated`; `high, from knowledge of the guidance`
[[nodiscard]] std::string in_words(Certainty certainty);

template <>
std::span<const std::string_view> words_of<Certainty>();

}  // namespace safegov
