// Finds a clock: among those that come with the library, and among a partnership's own.
// SPDX-License-Identifier: Apache-2.0

#include "model/clocks.hpp"

#include <algorithm>
#include <iterator>

#include <safegov/partnership.hpp>

#include "model/data.hpp"

namespace safegov {

std::span<const Clock> named_clocks() {
  static const std::vector<Clock> clocks = [] {
    std::vector<Clock> all = internal::clocks_of_reviews();
    for (auto* more : {internal::clocks_of_reports, internal::clocks_of_children})
      std::ranges::move(more(), std::back_inserter(all));
    std::ranges::sort(all, {}, &Clock::id);
    return all;
  }();
  return clocks;
}

const Clock* find_named_clock(std::string_view id) {
  const auto clocks = named_clocks();
  const auto found = std::ranges::lower_bound(clocks, id, {}, &Clock::id);
  return found != clocks.end() && found->id == id ? &*found : nullptr;
}

const Clock* Partnership::Data::clock(std::string_view id) const {
  for (const RegisterTable& table : parts.registers)
    for (const Clock& own : table.rows<Clock>())
      if (own.id == id) return &own;
  return find_named_clock(id);
}

const Clock* find_clock(const Partnership& partnership, std::string_view id) {
  for (const Clock& own : partnership.list<Clock>())
    if (own.id == id) return &own;
  return find_named_clock(id);
}

}  // namespace safegov
