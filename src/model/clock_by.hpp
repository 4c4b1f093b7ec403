// The date of a clock that is due by one.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

#include <safegov/date.hpp>

namespace safegov::internal {

/// `31 December 2024`, or `30 September` of whichever year follows.
struct ClockBy {
  std::optional<Date> date;
  int month = 0;
  int day = 0;
};

/// Nothing for words that are neither.
std::optional<ClockBy> read_by(std::string_view text);

}  // namespace safegov::internal
