// Seasons, terms and parts of a year, which mean what a partnership's own table says.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <vector>

#include <safegov/deadline.hpp>

#include "base/reading.hpp"
#include "base/words.hpp"

namespace safegov::internal {

/// `Autumn 2022`, `the spring of 2020`, `Towards the end of the year`: a name from the table, and
/// its year if it is written.
std::optional<Reading> take_named_period(Cursor& cursor, const DeadlineContext& context);

/// True if any of the named periods is a term.
bool declares_terms(const DeadlineContext& context);

/// False if the ends of a declared period are no days, or it ends before it begins.
bool can_be_read(const NamedPeriod& period);

/// The declared terms that begin inside `window`, earliest first.
std::vector<DateRange> terms_within(const DateRange& window, const DeadlineContext& context);

}  // namespace safegov::internal
