// The words for how sure it is.
// SPDX-License-Identifier: Apache-2.0

#include <array>

#include <safegov/certainty.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<Certainty>() {
  static constexpr std::array<std::string_view, 5> words{"stated", "customary", "high", "medium",
                                                         "low"};
  return words;
}

std::string_view to_string(Certainty certainty) noexcept {
  return words_of<Certainty>()[static_cast<std::size_t>(certainty)];
}

std::string in_words(Certainty certainty) {
  const std::string word(to_string(certainty));
  const bool known_without_a_page =
      certainty != Certainty::stated && certainty != Certainty::customary;
  return known_without_a_page ? word + ", from knowledge of the guidance" : word;
}

}  // namespace safegov
