// Many bodies that meet four times a year, each below others.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>
#include <utility>

#include <safegov/partnership.hpp>

namespace safegov::bench {

/// Each body reports to one above, and every other to a second one anywhere above.
inline Partnership bodies(std::uint32_t count) {
  std::mt19937 random(1);
  const auto id = [](std::uint32_t n) { return "body-" + std::to_string(n); };
  constexpr std::array<const char*, 12> months{"Jan",  "Feb", "March", "April", "May", "June",
                                               "July", "Aug", "Sept",  "Oct",   "Nov", "Dec"};
  Partnership::Parts parts;
  parts.arrangements = {.id = "generated", .name = "Generated", .top = {id(0)}};
  parts.arrangements.bodies.reserve(count);
  for (std::uint32_t n = 0; n < count; ++n) {
    Body body{.id = id(n)};
    const std::size_t first = random() % 3;
    for (std::size_t quarter = 0; quarter < 4; ++quarter) {
      if (quarter > 0) body.meets += ", ";
      body.meets += std::to_string(1 + random() % 28) + " " + months[3 * quarter + first] + " 2025";
    }
    body.papers = 5;
    if (n > 0) body.reports_to.push_back({.to = {id((n - 1) / 8)}});
    if (n > 0 && n % 2 == 0)
      body.reports_to.push_back({.to = {id(static_cast<std::uint32_t>(random() % n))}});
    parts.arrangements.bodies.push_back(std::move(body));
  }
  return Partnership::make(std::move(parts)).value();
}

}  // namespace safegov::bench
