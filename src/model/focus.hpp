// Which focus group of a plan a word means.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include <safegov/plan.hpp>

namespace safegov::internal {

/// The groups that could be meant: the one of that id, or else those of that name. A reference is
/// good if it is one.
struct MeantGroups {
  std::size_t count = 0;
  std::size_t first = 0;  ///< in the plan's `focus_groups`; meaningless if there is none
};

inline MeantGroups focus_groups_called(const Plan& plan, std::string_view word) {
  const auto& groups = plan.focus_groups;
  const auto place = [&](auto found) { return static_cast<std::size_t>(found - groups.begin()); };
  const auto by_id = std::ranges::find(groups, word, &FocusGroup::id);
  if (by_id != groups.end()) return {1, place(by_id)};
  return {static_cast<std::size_t>(std::ranges::count(groups, word, &FocusGroup::name)),
          place(std::ranges::find(groups, word, &FocusGroup::name))};
}

}  // namespace safegov::internal
