// How rows of one register refer to each other: by id, and whether in a circle.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace safegov::internal {

/// Which row has an id: the first that has it.
class RowsById {
 public:
  template <class Row>
  explicit RowsById(std::span<const Row> rows) {
    ids_.reserve(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) ids_.emplace_back(rows[i].id, i);
    std::ranges::sort(ids_);
  }

  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const {
    const auto at = std::ranges::lower_bound(ids_, id, {}, [](const auto& e) { return e.first; });
    if (at == ids_.end() || at->first != id) return {};
    return at->second;
  }

 private:
  std::vector<std::pair<std::string_view, std::size_t>> ids_;
};

/// From each row to the rows that it names.
using RowEdges = std::vector<std::vector<std::size_t>>;

/// For each row the row it names by which a circle closes, or none: one for each circle. Without
/// recursion, in the order of the rows.
[[nodiscard]] inline std::vector<std::optional<std::size_t>> closing_rows(const RowEdges& edges) {
  enum class Seen : unsigned char { not_yet, on_the_way, done };
  std::vector<std::optional<std::size_t>> closing(edges.size());
  std::vector<Seen> seen(edges.size(), Seen::not_yet);
  std::vector<std::pair<std::size_t, std::size_t>> way;  // a row, and its next edge
  for (std::size_t start = 0; start < edges.size(); ++start) {
    if (seen[start] != Seen::not_yet) continue;
    seen[start] = Seen::on_the_way;
    way.emplace_back(start, 0);
    while (!way.empty()) {
      const std::size_t row = way.back().first;
      if (way.back().second == edges[row].size()) {
        seen[row] = Seen::done;
        way.pop_back();
        continue;
      }
      const std::size_t next = edges[row][way.back().second++];
      if (seen[next] == Seen::on_the_way && !closing[row]) closing[row] = next;
      if (seen[next] != Seen::not_yet) continue;
      seen[next] = Seen::on_the_way;
      way.emplace_back(next, 0);
    }
  }
  return closing;
}

}  // namespace safegov::internal
