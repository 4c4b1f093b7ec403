// Promises from a table: one row for each date, columns by name.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <safegov/diagnostic.hpp>
#include <safegov/partnership.hpp>

namespace safegov::internal {

/// Adds the promises of a text, which is `parts.provenance.sources[file - 1]`, to the plans of
/// `parts`; a plan, an objective or an action that there is not is made. Every bad cell is reported
/// with its row and column.
void read_promises_csv(std::uint32_t file, Partnership::Parts& parts, Diagnostics& found);

}  // namespace safegov::internal
