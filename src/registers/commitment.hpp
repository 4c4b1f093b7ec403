// Where a commitment stands among the rows and the promises of its partnership.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

#include <safegov/commitment.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// The row of that id, or null. In logarithmic time, by the promise that it issues.
const Commitment* find_commitment(const Partnership& partnership, std::string_view id);

/// The last day of the last date of a promise; nothing if it has no days.
std::optional<Date> last_day_of(const Partnership& partnership, std::string_view promise);

/// What cannot be, beyond what the description says.
void check_commitment(const Commitment& row, RowCheck& check);

}  // namespace safegov::internal
