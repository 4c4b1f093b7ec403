// What an account amounts to as at a date, and what of it does not follow.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string>
#include <string_view>

#include <safegov/funding.hpp>
#include <safegov/row.hpp>

#include "registers/row_graph.hpp"

namespace safegov::internal {

void look_at_account(const Account& account, RowLook& look);

/// The partnership's own of that id, or one that comes with the library; null if there is none.
/// `rounding` of no id.
[[nodiscard]] const SumTolerance* find_tolerance(RowCheck& check, std::string_view id);

[[nodiscard]] RowsById accounts_by_id(std::span<const Account> accounts);

/// Its name, or its numbers if it has none.
[[nodiscard]] std::string in_words(const SumTolerance& tolerance);

}  // namespace safegov::internal
