// The states by their words.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include <safegov/state.hpp>

namespace safegov {

template <>
std::span<const std::string_view> words_of<State>() {
  static constexpr std::array<std::string_view, state_count> words{
      "undated",         "open",    "unresolved", "not_due",       "due_soon", "due",
      "partly_received", "overdue", "received",   "received_late", "waived",   "superseded",
      "cancelled"};
  return words;
}

std::string_view to_string(State state) noexcept {
  return words_of<State>()[static_cast<std::size_t>(state)];
}

std::optional<State> parse_state(std::string_view text) {
  std::string word(text);
  std::ranges::replace(word, '-', '_');
  const auto words = words_of<State>();
  const auto found = std::ranges::find(words, word);
  if (found == words.end()) return {};
  return static_cast<State>(found - words.begin());
}

std::ostream& operator<<(std::ostream& out, State state) { return out << to_string(state); }

namespace {

/// `received-late`: the words of the list, with hyphens.
std::span<const std::string_view> hyphenated() {
  static const std::array<std::string, state_count> texts = [] {
    std::array<std::string, state_count> out;
    std::ranges::copy(words_of<State>(), out.begin());
    for (std::string& word : out) std::ranges::replace(word, '_', '-');
    return out;
  }();
  static const std::array<std::string_view, state_count> words = [] {
    std::array<std::string_view, state_count> out;
    std::ranges::copy(texts, out.begin());
    return out;
  }();
  return words;
}

}  // namespace

const Codec& CodecOf<State>::get() {
  static constexpr Codec codec{
      .shape = Shape::word,
      .noun = "a state",
      .parse = [](std::string_view, std::string_view text, void* into) -> std::optional<Refusal> {
        std::size_t index = 0;
        const auto state = parse_state(text);
        if (!state) return internal::parse_word(hyphenated(), text, index);
        *static_cast<State*>(into) = *state;
        return {};
      },
      .print =
          [](const void* from, std::string& out) {
            out += hyphenated()[static_cast<std::size_t>(*static_cast<const State*>(from))];
            return true;
          },
      .words = hyphenated};
  return codec;
}

}  // namespace safegov
