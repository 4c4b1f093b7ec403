// Writing CSV as RFC 4180 has it: commas, CRLF, quotes where needed; and nothing that is run.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "base/spreadsheet.hpp"

namespace safegov::internal {

class Csv {
 public:
  /// One row; texts and whole numbers.
  template <class... Cells>
  void row(const Cells&... cells) {
    this->cells({text(cells)...});
  }

  void cells(const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (i > 0) out_ += ',';
      add(cells[i]);
    }
    out_ += "\r\n";
  }

  std::string take() { return std::move(out_); }

 private:
  static std::string text(std::string_view cell) { return std::string(cell); }
  template <std::integral Number>
  static std::string text(Number number) {
    return std::to_string(number);
  }

  void add(std::string_view text) {
    const std::string cell = as_cell(text);
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) {
      out_ += cell;
      return;
    }
    out_ += '"';
    for (const char c : cell) {
      if (c == '"') out_ += '"';
      out_ += c;
    }
    out_ += '"';
  }

  std::string out_;
};

}  // namespace safegov::internal
