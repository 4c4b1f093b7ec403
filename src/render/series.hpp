// A measure over time as text: a line of small blocks, and a table below it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>
#include <string>

#include <safegov/row.hpp>

#include "render/text.hpp"

namespace safegov::internal {

/// `▁▃·▇┊▂`: a block for each number between the least and the greatest, a dot where there is none,
/// `┊` where what follows is not to be compared with what is before.
[[nodiscard]] std::string sparkline(std::span<const MeasuredPoint> points);

/// The measure's name, line and text, and a line for each point.
void write_series(Page& page, const Measure& measure);

}  // namespace safegov::internal
