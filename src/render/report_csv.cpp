// A document as CSV: its one table, columns by their keys.
// SPDX-License-Identifier: Apache-2.0

#include <stdexcept>
#include <variant>

#include "render/csv.hpp"
#include "render/report_forms.hpp"

namespace safegov::internal {

std::string report_csv(const Report& report) {
  std::vector<const Table*> tables;
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) tables.push_back(table);
      if (const auto* chart = std::get_if<Chart>(&block)) tables.push_back(&chart->figures);
    }
  if (tables.size() != 1)
    throw std::invalid_argument("CSV is one table, and this document has " +
                                std::to_string(tables.size()));
  const Table& table = *tables[0];
  Csv csv;
  std::vector<std::string> cells;
  for (const Column& column : table.columns) cells.push_back(column.key);
  csv.cells(cells);
  for (const std::vector<Cell>& row : table.rows) {
    cells.clear();
    for (const Cell& cell : row) cells.push_back(plain_words(cell));
    csv.cells(cells);
  }
  return csv.take();
}

}  // namespace safegov::internal
