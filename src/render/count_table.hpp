// A table of counts by state: a label and a few columns that add states up.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string_view>
#include <vector>

#include "render/text.hpp"

namespace safegov::internal {

/// One column: the states that it adds up.
struct Column {
  std::string_view head;
  std::size_t width;
  std::vector<State> states;
};

/// How many in all, how many in each column, and how many in none of them.
class CountTable {
 public:
  /// Rows may end in a remark, for which `tail` columns are kept where the page is wide enough.
  CountTable(Page& page, std::vector<Column> columns, std::size_t tail = 0);

  /// The room that labels have.
  [[nodiscard]] std::size_t room() const noexcept { return room_; }
  void head(std::string_view label, std::string_view tail = {});
  void row(std::string_view label, const Counts& counts, std::string_view tail = {});

 private:
  [[nodiscard]] std::string tail_of(std::string_view text) const;

  Page& page_;
  std::vector<Column> columns_;
  std::size_t tail_;
  std::size_t room_;
};

}  // namespace safegov::internal
