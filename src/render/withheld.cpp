// What was withheld, in one sentence.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <utility>

#include <safegov/render.hpp>

#include "base/text.hpp"

namespace safegov {
namespace {

/// In lines of 80 columns, the later ones set in.
std::string folded(const std::string& sentence) {
  std::string out;
  std::size_t column = 0;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t end = std::min(sentence.find(' ', at), sentence.size());
    const std::string word = sentence.substr(at, end - at);
    const std::size_t width = internal::display_width(word);
    if (column != 0 && column + 1 + width > 80) {
      out += "\n  ";
      column = 2;
    } else if (column != 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += width;
    at = end + 1;
  }
  return out + '\n';
}

}  // namespace

std::string render(const std::vector<Withheld>& withheld, Audience audience) {
  const std::string_view who = words_of<Audience>()[static_cast<std::size_t>(audience)];
  if (withheld.empty()) return "nothing is withheld from '" + std::string(who) + "'\n";
  // By what would show it, in the order in which that comes first.
  std::vector<std::pair<std::string, std::string>> groups;
  for (const Withheld& one : withheld) {
    const std::string ask = open_with(one);
    auto group = groups.begin();
    while (group != groups.end() && group->first != ask) ++group;
    if (group == groups.end()) group = groups.insert(groups.end(), {ask, ""});
    if (!group->second.empty()) group->second += ", ";
    group->second += in_words(one);
    if (one.how == Withholding::masked) group->second += " without words";
  }
  std::string sentence = "withheld from '" + std::string(who) + "': ";
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (i != 0) sentence += "; ";
    const auto& [ask, what] = groups[i];
    sentence += what + (ask.empty() ? " that cannot stand alone" : " (" + ask + ")");
  }
  return folded(sentence);
}

}  // namespace safegov
