// Quarters of the financial year, as boards write them.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include "base/reading.hpp"
#include "base/words.hpp"

namespace safegov::internal {

/// `Quarter One of the 2022/2023 year`, `Q1 2022/23`, `Quarter 4 (January to March 2014) 2013/14`.
std::optional<Reading> quarter_form(Cursor& cursor, const DeadlineContext& context);

}  // namespace safegov::internal
