// What two assessments say differently, obligation by obligation.
// SPDX-License-Identifier: Apache-2.0
//
//   for (const Change& change : compare(before, after)) std::cout << change.id << '\n';

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>

namespace safegov {

/// An obligation that is not the same in both.
struct Change {
  std::string id;                          ///< the same in both
  std::optional<std::size_t> before = {};  ///< its row; nothing for what is new
  std::optional<std::size_t> after = {};   ///< its row; nothing for what is gone
  bool state = false;                      ///< it stands elsewhere
  bool days = false;                       ///< another interval is in force
  bool owner = false;                      ///< another body owes it
  bool lead = false;                       ///< another body leads its action
  friend bool operator==(const Change&, const Change&) = default;
};

/// Every obligation of either whose state, interval in force, owner or lead differs, or that the
/// other has not: in the order of the rows of `after`, then what is gone in that of `before`.
[[nodiscard]] std::vector<Change> compare(const Assessment& before, const Assessment& after);

}  // namespace safegov
