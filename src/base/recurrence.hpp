// The dates of something that recurs.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <vector>

#include <safegov/deadline.hpp>

#include "base/reading.hpp"

namespace safegov::internal {

/// More dates than this from one text are a slip (`daily` for `annually`), or an attack.
constexpr std::size_t most_deadlines = 1000;

/// The stretches of a cadence over its own period, or the plan's; or why there are none.
struct Recurrence {
  std::vector<DateRange> stretches;
  std::optional<DeadlineProblem> problem = {};
};

/// Stretches follow each other from the first day of the period; the last is cut off at its end.
Recurrence recur(const Recurring& recurring, const DeadlineContext& context);

/// `Apr 2019 to Jun 2019`: as short as it can be read again.
std::string stretch_in_words(const DateRange& range);

/// How exactly a stretch says it: whole months that make a quarter or a year count as one.
Precision precision_of_stretch(const DateRange& range);

}  // namespace safegov::internal
