// What shows that something was done that is owed at intervals: shared by duties and logs.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include <safegov/deadline.hpp>
#include <safegov/duty.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// The last day of what shows it; nothing for words that say none.
std::optional<Date> day_of(const DutyEvidence& evidence);

/// What meets one of so many deadlines: the first that falls into it; of a single one, what comes
/// late, too. By day, in whatever order they are written.
const DutyEvidence* first_that_meets(std::span<const DutyEvidence> evidence,
                                     const Deadline& deadline, std::size_t deadlines);

/// Tells of what meets the deadlines of a promise. Words that only the partnership's own table
/// explains are left to records.
void issue_evidence(Issue& issue, std::string_view promise, std::string_view due,
                    std::optional<Date> anchor, std::optional<DateRange> window,
                    std::span<const DutyEvidence> evidence);

}  // namespace safegov::internal
