// Adding a record to what people wrote, without rewriting any of it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>

#include <safegov/record.hpp>
#include <safegov/result.hpp>
#include <safegov/source.hpp>

namespace safegov {

/// The text of a file of records with one more at its end: every byte that was there stays,
/// comments included. Refused, with its place, for a text whose records are not a block list at its
/// end. Whether the record is sound, only reading the result with the rest can tell.
[[nodiscard]] Result<std::string> append_record(const Source& file, const Record& record);

/// A new file of records for a partnership, with one record in it.
[[nodiscard]] std::string records_file(std::string_view partnership, const Record& record);

}  // namespace safegov
