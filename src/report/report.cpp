// What is handed on: the words of its values.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/report.hpp>

namespace safegov {

std::string_view to_string(Tone tone) noexcept {
  constexpr std::array<std::string_view, 8> words{"plain", "done",   "good",    "fair",
                                                  "bad",   "coming", "unknown", "quiet"};
  return words[static_cast<std::size_t>(tone)];
}

}  // namespace safegov
