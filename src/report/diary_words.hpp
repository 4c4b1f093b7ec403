// What an entry of a diary says, line by line.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/network.hpp>

namespace safegov::internal {

/// `received: EHA report (vcf to qa)`. In front stands what records say. What days alone make of
/// it, such as overdue, does not: it would be untrue in a copy that nobody brought up to date.
std::string summary_of(const Assessment& assessment, std::size_t row);
std::string summary_of(const Obligations& owed, const MeetingStanding& meeting, Date as_at);

/// Who owes it to whom, by when, where it stands, its way to the top, how to record it.
std::vector<std::string> lines_about(const Assessment& assessment, const Network& network,
                                     std::size_t row);
std::vector<std::string> lines_about(const Assessment& assessment, const MeetingStanding& meeting);

/// Known by its month only, say, and neither held nor called off: nobody can go there yet.
bool day_is_open(const MeetingStanding& meeting) noexcept;

}  // namespace safegov::internal
