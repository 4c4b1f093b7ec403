// The clocks that come with the library, from the text that they are written in.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>
#include <vector>

#include <safegov/clock.hpp>

namespace safegov::internal {

/// Appends the clocks of a text like src/model/clocks/partnership.yaml: the little of YAML that it
/// needs, for what lies below the reader. Throws std::logic_error, with the line, for anything
/// else.
void read_clock_table(std::string_view text, std::vector<Clock>& into);

}  // namespace safegov::internal
