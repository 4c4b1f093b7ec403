// The days that a report over time shows.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include <safegov/date.hpp>
#include <safegov/render.hpp>

namespace safegov::internal {

/// The first day of the range and of each step in it, and the last day.
std::vector<Date> steps(DateRange range, Step step);

}  // namespace safegov::internal
