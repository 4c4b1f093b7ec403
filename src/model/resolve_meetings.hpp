// The meetings that bodies name, and the deadlines that are bound to them.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include <safegov/diagnostic.hpp>

#include "model/data.hpp"

namespace safegov::internal {

/// Fills data.meetings from what each body's `meets` says. Words that name no days are left alone:
/// a cadence says how often, not when.
void resolve_meetings(Partnership::Data& data, Diagnostics& found);

/// The meeting of `body` that the words of a deadline mean, or none, having said why.
/// `at` and `path` are the place of those words.
MeetingId bind_to_meeting(const Partnership::Data& data, BodyId body, const Deadline& words,
                          const Span& at, const std::string& path, Diagnostics& found);

}  // namespace safegov::internal
