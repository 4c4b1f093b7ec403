// What a clock comes to, for the words of a deadline.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

#include "model/data.hpp"

namespace safegov::internal {

/// The default rule's days, or why there are none; nothing if no clock is called that.
std::optional<CountedDays> count_days(const Partnership::Data& data, std::string_view id,
                                      const ClockStart& start);

}  // namespace safegov::internal
