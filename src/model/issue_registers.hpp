// From the rows of registers to what they issue.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/data.hpp"

namespace safegov::internal {

/// Fills data.issued, a plan for each register that has rows, and all that goes with it. Adds
/// places to the provenance for what nobody wrote as such.
void issue_registers(Partnership::Data& data, Diagnostics& found);

/// Runs the registers' own checks.
void check_registers(const Partnership& partnership, Diagnostics& found);

}  // namespace safegov::internal
