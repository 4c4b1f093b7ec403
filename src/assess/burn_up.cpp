// What had been promised by each day, beside what had come in.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/timeline.hpp>

namespace safegov {

BurnUp burn_up(const Obligations& obligations, const Timeline& timeline) {
  BurnUp line{.range = timeline.range()};
  const auto on_time = timeline.counts(State::received);
  const auto late = timeline.counts(State::received_late);
  const auto days = static_cast<std::size_t>(line.range.length());
  line.due.reserve(days);
  line.received.reserve(days);
  // Rows stand by last day, those without one at the end: what has fallen due is the rows so far.
  std::uint32_t row = 0;
  for (std::size_t i = 0; i < days; ++i) {
    const std::int32_t day = line.range.first().days() + static_cast<std::int32_t>(i);
    while (row < obligations.size() && obligations.last()[row] < day) ++row;
    line.due.push_back(row);
    line.received.push_back(on_time[i] + late[i]);
  }
  return line;
}

std::optional<Date> BurnUp::widest() const {
  std::optional<std::size_t> found;
  for (std::size_t i = 0; i < due.size(); ++i)
    if (gap(i) > (found ? gap(*found) : 0)) found = i;
  if (!found) return {};
  return add_days(range.first(), static_cast<int>(*found));
}

}  // namespace safegov
