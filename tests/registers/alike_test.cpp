// Texts that are nearly the same, held against trying every pair.
// SPDX-License-Identifier: Apache-2.0

#include "registers/alike.hpp"

#include <algorithm>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "test.hpp"

using namespace safegov::internal;

TEST_CASE("alike is what shares most of its stretches of three letters", "[alike]") {
  const std::string text =
      "CityCare will be invited to the next multi-agency audit, and will attend.";
  CHECK(alikeness(text, text) == 1);
  CHECK(alikeness(text,
                  "citycare WILL be invited to the next multi agency audit and will attend") == 1);
  CHECK(alikeness("abcd", "abce") == 1.0 / 3);  // abc, bcd; abc, bce
  CHECK(alikeness("abc", "xyz") == 0);
  CHECK(alikeness("", "") == 0);
}

TEST_CASE("what is carried forward is what trying every pair finds", "[alike]") {
  std::mt19937 chance(11);  // the same every time
  const std::vector<std::string> words{"will",     "review", "neglect",  "partners", "audit",
                                       "group",    "annual", "report",   "continue", "develop",
                                       "children", "safe",   "training", "strategy", "ensure"};
  const auto up_to = [&](std::size_t n) { return static_cast<std::size_t>(chance() % n); };
  std::vector<std::string> texts, sources;
  for (std::size_t i = 0; i < 300; ++i) {
    std::string text;
    if (i > 20 && up_to(3) == 0) {
      text = texts[up_to(i)];  // nearly another
      if (!text.empty()) text.replace(up_to(text.size()), up_to(8), words[up_to(words.size())]);
    } else {
      for (std::size_t n = 4 + up_to(12); n > 0; --n) text += words[up_to(words.size())] + " ";
    }
    texts.push_back(std::move(text));
    sources.push_back("report-" + std::to_string(up_to(4)));
  }
  std::vector<TextOf> all;
  for (std::size_t i = 0; i < texts.size(); ++i)
    all.push_back({texts[i], sources[i], static_cast<int>(up_to(5))});
  const auto letters = [](const std::string& text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c != ' '; });
  };
  for (const double at_least : {0.5, 0.6, 0.8}) {
    std::vector<std::optional<std::size_t>> naive(all.size());
    std::size_t carried = 0;
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t k = 0; k < all.size(); ++k) {
        if (all[k].day >= all[i].day || all[k].source == all[i].source) continue;
        if (letters(texts[i]) < 40 || letters(texts[k]) < 40) continue;
        if (alikeness(texts[i], texts[k]) < at_least) continue;
        if (!naive[i] || std::pair(all[k].day, k) < std::pair(all[*naive[i]].day, *naive[i]))
          naive[i] = k;
      }
    for (const auto& from : naive) carried += from.has_value();
    CHECK(carried > 10);
    CHECK(carried_from(all, at_least) == naive);
  }
}
