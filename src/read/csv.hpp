// Tables as spreadsheets save them: comma, semicolon or tab; quoted cells over several lines.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/diagnostic.hpp>
#include <safegov/source.hpp>

#include "base/codes.hpp"

namespace safegov::internal {

/// One cell: its text without quotes, and where it begins.
struct Cell {
  std::string text;
  std::uint32_t place = 0;   ///< its first byte, counted from 1
  std::uint32_t length = 0;  ///< as written, in bytes, on the line it begins on
};

using Row = std::vector<Cell>;

/// What separates the cells of a table: of commas, semicolons and tabs, what its first line has
/// most of.
char separator_of(std::string_view text);

/// Who wrote a table. What a program hands over is taken to the letter; of a file that spreadsheets
/// open, an apostrophe that keeps a cell from being run is no part of the text.
enum class TableBy : std::uint8_t { spreadsheet, program };

/// Hands out the rows of a text one by one: a table of millions of cells is never held whole.
class CsvReader {
 public:
  /// Cells in a row; a record has thirteen columns.
  static constexpr std::size_t widest = 1000;

  /// `source`, which is a table, and `found` must outlive this.
  CsvReader(const std::shared_ptr<const Source>& source, TableBy by, Diagnostics& found);

  /// The next row that is not blank. False at the end; and, with a diagnostic, at a quote that is
  /// never closed and at a row too wide to be one, behind which nothing can be told.
  bool next(Row& row);

  /// Which row it was, counted from 1 as a spreadsheet does, blank ones included.
  [[nodiscard]] std::size_t number() const noexcept { return number_; }

 private:
  bool read_row(Row& row);
  bool read_cell(Cell& cell);
  void read_plain(std::string& text);
  bool read_quoted(std::string& text);
  bool take(char c);
  bool stop(const codes::Known& code, std::string message, const Cell& at, std::string help);

  const std::shared_ptr<const Source>& source_;
  std::string_view text_;
  char separator_;
  TableBy by_;
  Diagnostics& found_;
  std::size_t at_ = 0, number_ = 0;
};

/// A text that is not UTF-8 taken as Windows-1252, which is what Excel saves; nothing if it has
/// bytes that are no character there either.
std::optional<std::string> from_windows_1252(std::string_view text);

}  // namespace safegov::internal
