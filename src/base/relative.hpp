// Deadlines that count from the document's date.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include "base/reading.hpp"
#include "base/words.hpp"

namespace safegov::internal {

/// `in three months`, `over the next two years`, `within 15 working days`, `next month`.
std::optional<Reading> relative_form(Cursor& cursor, const DeadlineContext& context);

}  // namespace safegov::internal
