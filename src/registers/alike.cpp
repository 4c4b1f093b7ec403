// Texts that are nearly the same, by the stretches of three letters that they share.
// SPDX-License-Identifier: Apache-2.0

#include "registers/alike.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <utility>

namespace safegov::internal {
namespace {

using Stretches = std::vector<std::uint32_t>;

// Small letters, digits, and one for all that is no ASCII.
constexpr std::uint32_t kinds = 26 + 10 + 1;
constexpr std::uint32_t stretch_count = kinds * kinds * kinds;

std::vector<std::uint32_t> letters_of(std::string_view text) {
  std::vector<std::uint32_t> letters;
  letters.reserve(text.size());
  for (const char c : text) {
    if (c >= 'a' && c <= 'z')
      letters.push_back(static_cast<std::uint32_t>(c - 'a'));
    else if (c >= 'A' && c <= 'Z')
      letters.push_back(static_cast<std::uint32_t>(c - 'A'));
    else if (c >= '0' && c <= '9')
      letters.push_back(26U + static_cast<std::uint32_t>(c - '0'));
    else if (static_cast<unsigned char>(c) >= 0x80)
      letters.push_back(kinds - 1);
  }
  return letters;
}

/// Each once, ascending.
Stretches stretches_of(const std::vector<std::uint32_t>& letters) {
  Stretches all;
  for (std::size_t i = 0; i + 3 <= letters.size(); ++i)
    all.push_back((letters[i] * kinds + letters[i + 1]) * kinds + letters[i + 2]);
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

/// The share of what stands in either that stands in both; both ascending. Once it is sure that it
/// is less than `at_least`, 0.
double share_in_both(const Stretches& a, const Stretches& b, double at_least) {
  const auto wanted = static_cast<std::size_t>(
      std::ceil(at_least / (1 + at_least) * static_cast<double>(a.size() + b.size()) - 1e-9));
  std::size_t both = 0, i = 0, k = 0;
  while (i < a.size() && k < b.size()) {
    if (both + std::min(a.size() - i, b.size() - k) < wanted) return 0;
    const std::uint32_t one = a[i], other = b[k];
    both += one == other;
    i += one <= other;
    k += other <= one;
  }
  const std::size_t either = a.size() + b.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace

double alikeness(std::string_view a, std::string_view b) {
  return share_in_both(stretches_of(letters_of(a)), stretches_of(letters_of(b)), 0);
}

CarriedFrom carried_from(const std::vector<TextOf>& texts, double at_least) {
  constexpr std::size_t telling = 40;
  std::vector<Stretches> all(texts.size());
  std::vector<std::uint32_t> how_common(stretch_count);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const auto letters = letters_of(texts[i].text);
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
  std::vector<std::vector<std::size_t>> seen(stretch_count);
  std::vector<std::optional<std::size_t>> from(texts.size()), held(texts.size());
  const auto may_be = [&](std::size_t i, std::size_t other) {
    if (texts[other].day >= texts[i].day || texts[other].source == texts[i].source) return false;
    const auto first = [&](std::size_t text) { return std::pair(texts[text].day, text); };
    if (from[i] && first(*from[i]) <= first(other)) return false;
    // Texts of too different a length cannot be so alike.
    const auto [less, more] = std::minmax({all[i].size(), all[other].size()});
    return static_cast<double>(less) >= at_least * static_cast<double>(more);
  };
  for (const std::size_t i : order) {
    if (all[i].empty()) continue;
    Stretches rare = all[i];
    const auto rank = [&](std::uint32_t stretch) {
      return std::pair(how_common[stretch], stretch);
    };
    std::ranges::sort(rare, {}, rank);
    const auto shared =
        static_cast<std::size_t>(std::ceil(at_least * static_cast<double>(rare.size())));
    rare.resize(rare.size() - shared + 1);
    for (const std::uint32_t stretch : rare) {
      std::vector<std::size_t>& with = seen[stretch];
      for (const std::size_t other : with) {
        if (held[other] == i) continue;  // each is held against each once
        held[other] = i;
        if (may_be(i, other) && share_in_both(all[i], all[other], at_least) >= at_least)
          from[i] = other;
      }
      with.push_back(i);
    }
  }
  return from;
}

}  // namespace safegov::internal
