// Cells that a spreadsheet would run: which they are, and that the text is read back.
// SPDX-License-Identifier: Apache-2.0

#include "base/spreadsheet.hpp"

#include <random>
#include <string>
#include <string_view>

#include "test.hpp"

using namespace safegov::internal;

TEST_CASE("what a spreadsheet would run has an apostrophe in front", "[spreadsheet]") {
  for (const std::string text : {"=1+1",     "=cmd|' /C calc'!A0",
                                 "@SUM(1)",  "+1+1",
                                 "-1+1",     "\t=1",
                                 "\r=1",     "\n=1",
                                 "\tx",      " =1",
                                 "\u00A0=1", " \u00A0\uFEFF-x",
                                 "＝1",      "＋1+1",
                                 "－1",      "＠x",
                                 "- a list", "+44 20 7946 0000",
                                 "-.5",      "-1.",
                                 "--1",      "-%",
                                 "-1e5",     "+1-1"}) {
    CAPTURE(text);
    CHECK(as_cell(text) == "'" + text);
    CHECK(from_cell(as_cell(text)) == text);
  }
}

TEST_CASE("what it shows as it is stays as it is", "[spreadsheet]") {
  for (const std::string text :
       {"", "-3", "+1", "-0.15 %", "+2%", "-1,200", "-", "+", "text", "'text'", "a=1", "1-2", "'",
        "''", " text", "2019-11-01", "|=1", "\"=1\""}) {
    CAPTURE(text);
    CHECK(as_cell(text) == text);
    CHECK(from_cell(text) == text);
  }
}

TEST_CASE("a text that has apostrophes of its own is told from one that was guarded",
          "[spreadsheet]") {
  CHECK(as_cell("'=1") == "''=1");
  CHECK(as_cell("'-3") == "''-3");
  CHECK(from_cell("'-3") == "-3");
  // Of any text made of what matters, the cell reads back, and is not run.
  constexpr std::string_view parts[] = {"'",  "=", "-", "+", "@", " ", "\t",
                                        "\n", "1", "a", "%", ".", "＝"};
  std::mt19937 random(1);
  for (int n = 0; n < 20000; ++n) {
    std::string text;
    for (auto length = random() % 6; length > 0; --length)
      text += parts[random() % std::size(parts)];
    CAPTURE(text);
    const std::string cell = as_cell(text);
    CHECK(from_cell(cell) == text);
    CHECK((cell == text || cell == "'" + text));
    if (cell != text) continue;
    const auto first = text.find_first_not_of(" \t\n");
    const bool starts = first != std::string::npos &&
                        (std::string_view("=@").find(text[first]) != std::string_view::npos ||
                         text.compare(first, 3, "＝") == 0);
    CHECK(!starts);
  }
}
