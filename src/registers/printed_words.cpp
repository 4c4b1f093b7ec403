// How printed words are told apart.
// SPDX-License-Identifier: Apache-2.0

#include "registers/printed_words.hpp"

namespace safegov::internal {

std::string told_apart(std::string_view words) {
  std::string text = lower(words);
  // Those that are no ASCII: of a word, and around it.
  for (const std::string_view mark : {"\u2018", "\u2019", "\u201C", "\u201D", "\u2013"})
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at))
      text.erase(at, mark.size());
  std::erase_if(text, [](char c) {
    return std::string_view(" \t\n_-'\",.").find(c) != std::string_view::npos;
  });
  return text;
}

}  // namespace safegov::internal
