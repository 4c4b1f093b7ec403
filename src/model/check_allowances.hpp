// Whether what is let stand is a rule, and where it is let stand a thing.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/diagnostic.hpp>

#include "model/data.hpp"
#include "model/make.hpp"

namespace safegov::internal {

/// A rule that does not exist, one whose findings make a partnership unsound, and a place that is
/// nothing or several things are errors; unless the place may be in a gap in what was read.
void check_allowances(const Partnership::Data& data, const Gaps& gaps, Diagnostics& found);

}  // namespace safegov::internal
