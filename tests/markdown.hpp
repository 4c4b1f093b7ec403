// Reading what a test needs out of a Markdown page: its tables and its fenced blocks.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "test.hpp"

namespace safegov::test {

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  INFO(path);
  REQUIRE(in);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

inline std::string trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(' ') - first + 1));
}

using Table = std::vector<std::vector<std::string>>;

/// The rows of the table under the given header line, without header and rule.
inline Table table_of(const std::string& page, const std::string& header) {
  Table rows;
  std::istringstream lines(page.substr(page.find(header)));
  std::string line;
  std::getline(lines, line);
  std::getline(lines, line);
  while (std::getline(lines, line) && line.starts_with("|")) {
    std::vector<std::string> cells;
    for (std::size_t at = 1; at < line.size();) {
      const std::size_t bar = line.find('|', at);
      cells.push_back(trimmed(std::string_view(line).substr(at, bar - at)));
      at = bar + 1;
    }
    rows.push_back(cells);
  }
  return rows;
}

/// A fenced block: what stands behind the fence, the page's line it begins on, and its text.
struct Block {
  std::string info;
  int line;
  std::string text;
};

inline std::vector<Block> blocks_of(std::string_view page) {
  std::vector<Block> blocks;
  std::istringstream lines{std::string(page)};
  bool inside = false;
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (!inside && line.starts_with("```")) {
      inside = true;
      blocks.push_back({line.substr(3), number, ""});
    } else if (inside && line == "```") {
      inside = false;
    } else if (inside) {
      blocks.back().text += line + "\n";
    }
  }
  return blocks;
}

}  // namespace safegov::test
