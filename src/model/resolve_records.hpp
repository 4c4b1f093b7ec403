// What each record is about.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <set>

#include <safegov/diagnostic.hpp>

#include "model/data.hpp"
#include "model/make.hpp"

namespace safegov::internal {

/// Fills data.resolved. What is about nothing that was promised, moves a date to where it cannot
/// go or takes back what is not there is an error; unless it points into a gap in what was read.
/// Promises in `broken_due` have dates that could not be read, which has been said.
void resolve_records(Partnership::Data& data, const std::set<const Promise*>& broken_due,
                     const Gaps& gaps, Diagnostics& found);

}  // namespace safegov::internal
