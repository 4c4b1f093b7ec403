// What a decision amounts to as at a date.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/decision.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// Measures and findings of one row of decisions.
void look_at(const Decision& decision, RowLook& look);

}  // namespace safegov::internal
