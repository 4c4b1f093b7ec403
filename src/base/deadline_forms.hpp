// The forms in which boards write one deadline.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>

#include <safegov/deadline.hpp>

#include "base/reading.hpp"
#include "base/words.hpp"

namespace safegov::internal {

/// One deadline in any form, also behind words that lead up to it: `to be reviewed by June 2019`.
std::optional<Reading> read_form(Cursor& cursor, const DeadlineContext& context);

/// True if a day, month or quarter begins here: `June 2019 Oct 2019` has no comma between.
bool at_date(Cursor cursor, const DeadlineContext& context);

/// To the end of words that are no date: as far as a separator behind which a deadline follows.
void skip_to_next_deadline(Cursor& cursor, const DeadlineContext& context);

}  // namespace safegov::internal
