// The words of a deadline that a clock gives.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/deadline.hpp>

#include "base/words.hpp"

namespace safegov::internal {

/// `rapid-review from 14 October 2019 and awareness 9 October 2019`, as written.
struct ClockWords {
  std::string_view clock;
  std::vector<NamedDay> from;
  std::string why_not = {};  ///< if one of the days is no day at all
};

/// A word, `from` and a day; then, joined by `and`, words with a day each. Whether the first word
/// is a clock is for others to say.
std::optional<ClockWords> take_clock_words(Cursor& cursor);

}  // namespace safegov::internal
