// Texts that are nearly the same, by the stretches of three letters that they share.
// SPDX-License-Identifier: Apache-2.0

#include "registers/alike.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <unordered_map>

#include "base/text.hpp"

namespace safegov::internal {
namespace {

using Stretches = std::vector<std::uint32_t>;

std::string letters_of(std::string_view text) {
  std::string letters;
  for (const char c : lower(text))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80)
      letters += c;
  return letters;
}

/// Each once, ascending.
Stretches stretches_of(std::string_view letters) {
  Stretches all;
  const auto byte = [&](std::size_t i) {
    return std::uint32_t(static_cast<unsigned char>(letters[i]));
  };
  for (std::size_t i = 0; i + 3 <= letters.size(); ++i)
    all.push_back(byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2));
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// Both ascending.
double share_in_both(const Stretches& a, const Stretches& b) {
  std::size_t both = 0;
  for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end();) {
    if (*i == *k) {
      ++both;
      ++i;
      ++k;
    } else if (*i < *k) {
      ++i;
    } else {
      ++k;
    }
  }
  const std::size_t either = a.size() + b.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace

double alikeness(std::string_view a, std::string_view b) {
  return share_in_both(stretches_of(letters_of(a)), stretches_of(letters_of(b)));
}

std::vector<std::optional<std::size_t>> carried_from(const std::vector<TextOf>& texts,
                                                     double at_least) {
  constexpr std::size_t telling = 40;
  std::vector<Stretches> all(texts.size());
  std::unordered_map<std::uint32_t, std::uint32_t> how_common;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::string letters = letters_of(texts[i].text);
    if (letters.size() < telling) continue;
    all[i] = stretches_of(letters);
    for (const std::uint32_t stretch : all[i]) ++how_common[stretch];
  }
  // Two texts so alike share one of the rarest stretches of each: there are too few others. Only
  // those are looked up.
  std::vector<std::size_t> order(texts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(
      order, [&](std::size_t a, std::size_t b) { return texts[a].day < texts[b].day; });
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> seen;
  std::vector<std::optional<std::size_t>> from(texts.size());
  for (const std::size_t i : order) {
    if (all[i].empty()) continue;
    Stretches rare = all[i];
    std::ranges::sort(rare, [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(how_common[a], a) < std::pair(how_common[b], b);
    });
    const auto shared =
        static_cast<std::size_t>(std::ceil(at_least * static_cast<double>(rare.size())));
    rare.resize(rare.size() - shared + 1);
    for (const std::uint32_t stretch : rare) {
      for (const std::size_t other : seen[stretch]) {
        if (texts[other].day >= texts[i].day || texts[other].source == texts[i].source) continue;
        if (from[i] &&
            std::pair(texts[*from[i]].day, *from[i]) <= std::pair(texts[other].day, other))
          continue;
        if (share_in_both(all[i], all[other]) >= at_least) from[i] = other;
      }
      seen[stretch].push_back(i);
    }
  }
  return from;
}

}  // namespace safegov::internal
