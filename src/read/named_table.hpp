// A table whose first row names its columns: every bad cell with its row and column.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/describe.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/partnership.hpp>

#include "base/codes.hpp"
#include "read/csv.hpp"

namespace safegov::internal {

/// What a table is to have.
struct TableShape {
  std::string_view row;                   ///< what a row is: `a record`
  std::vector<std::string_view> columns;  ///< in which order they are named to people
  std::vector<std::string_view> needed;   ///< of these
  std::string_view help;                  ///< what to do where one of the needed is not there
  std::string_view title;                 ///< what the table is of: `records`
};

/// Goes through the rows of a text, which is `provenance.sources[file - 1]`; it, `provenance` and
/// `found` must outlive this.
class NamedTable {
 public:
  NamedTable(TableShape shape, std::uint32_t file, TableBy by, Provenance& provenance,
             Diagnostics& found);

  /// The next row; the first call reads the columns, too. False at the end, and where it cannot be
  /// such a table or has more problems than anyone reads: then a diagnostic says so.
  bool next();

  /// A cell of the row, or null if it is empty or there is no such column.
  [[nodiscard]] const Cell* cell(std::string_view column) const;
  /// The first cell of the row: for what concerns all of it.
  [[nodiscard]] const Cell& first() const { return row_[0]; }
  /// `row 3`, counted from 1 as a spreadsheet does: the columns' names are the first.
  [[nodiscard]] std::string at() const { return "row " + std::to_string(rows_.number()); }

  /// Room for the places of a value of the row and its fields.
  [[nodiscard]] Origin begin(const Type& type);
  /// Notes where a field of a value is written.
  void place(const Origin& origin, std::size_t field, const Cell& cell);
  /// Reads the cell of a column into a field of a value, by the description's rules.
  void read(const Type& type, std::size_t field, const Cell& cell, std::string_view column,
            void* value);
  /// The same of every column that is called as a field of the value is. Types take no turns.
  void read_fields(const Type& type, void* value);

  void report(const codes::Known& code, std::string message, const Cell& cell, std::string help);

 private:
  bool read_header();
  [[nodiscard]] std::string columns_are() const;

  TableShape shape_;
  std::uint32_t file_;
  Provenance& provenance_;
  Diagnostics& found_;
  std::size_t before_;  // problems found before this file
  CsvReader rows_;
  Row row_ = {};
  std::vector<std::string> columns_ = {};
  std::vector<std::optional<std::size_t>> fields_ = {};  // of each column, once it is asked for
  bool begun_ = false;
};

}  // namespace safegov::internal
