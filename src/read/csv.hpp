// Tables as spreadsheets save them: comma, semicolon or tab; quoted cells over several lines.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <safegov/diagnostic.hpp>
#include <safegov/source.hpp>

namespace safegov::internal {

/// One cell: its text without quotes, and where it begins.
struct Cell {
  std::string text;
  Position place;
  std::uint32_t length = 0;  ///< as written, in bytes, on the line it begins on
};

using Row = std::vector<Cell>;

/// The rows of a text, empty lines left out. What separates cells is what the first line has most
/// of. A quote that is never closed is reported, and ends the rows.
std::vector<Row> parse_csv(const std::shared_ptr<const Source>& source, Diagnostics& found);

/// A text that is not UTF-8 taken as Windows-1252, which is what Excel saves; nothing if it has
/// bytes that are no character there either.
std::optional<std::string> from_windows_1252(std::string_view text);

}  // namespace safegov::internal
