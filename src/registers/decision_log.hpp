// The decisions of a log as at a date: what one row must know of the others.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <safegov/decision.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// All rows, each by its index.
struct DecisionLog {
  std::vector<std::optional<Date>> decided;          ///< by then, as known; nothing otherwise
  std::vector<bool> recorded;                        ///< on whatever day, known or not
  std::vector<std::vector<std::size_t>> successors;  ///< rows that say that they supersede it
  std::vector<std::optional<std::size_t>> before;    ///< the one above it in the same log
};

DecisionLog log_of_decisions(RowLook& look);

/// Its number, if that is of figures alone.
std::optional<int> number_of(const Decision& decision);

}  // namespace safegov::internal
