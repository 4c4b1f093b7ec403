// Records from a table: one row each, columns by name.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <vector>

#include <safegov/diagnostic.hpp>
#include <safegov/partnership.hpp>
#include <safegov/record.hpp>

#include "read/csv.hpp"

namespace safegov::internal {

/// Reads the records of a text, which is `provenance.sources[file - 1]`. Every bad cell is reported
/// with its row and column. A record with a bad cell is kept without it.
std::vector<Record> read_records_csv(std::uint32_t file, TableBy by, Provenance& provenance,
                                     Diagnostics& found);

}  // namespace safegov::internal
