// The list of what was withheld, as a section that can stand in any report.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/publish.hpp>
#include <safegov/report.hpp>

namespace safegov {

Section withheld_section(const std::vector<Withheld>& withheld) {
  Table table{.key = "withheld",
              .caption = "By what it is, never which",
              .columns = {{"how", "How"},
                          {"what", "What"},
                          {"count", "How many"},
                          {"why", "Why"},
                          {"open_with", "To see it"}},
              .none = "Nothing was withheld."};
  for (const Withheld& one : withheld) {
    std::string how(words_of<Withholding>()[static_cast<std::size_t>(one.how)]);
    if (one.how == Withholding::left_out) how = "left out";
    const std::string ask = open_with(one);
    table.rows.push_back({{how},
                          {one.what},
                          Cell::number(static_cast<std::int64_t>(one.count)),
                          {one.why},
                          ask.empty() ? Cell() : Cell(ask)});
  }
  return {.key = "withheld", .title = "What was withheld, and why", .blocks = {std::move(table)}};
}

}  // namespace safegov
