// A made-up document through every form: each says every number, and the same.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <safegov/render.hpp>
#include <safegov/report.hpp>

#include "base/text.hpp"
#include "markdown.hpp"
#include "render/csv.hpp"
#include "render/markdown.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

using Row = std::vector<Cell>;

safegov::Table visits() {
  safegov::Table table{.key = "visits",
                       .caption = "Visits made",
                       .columns = {{"id", "Id"},
                                   {"body", "Body"},
                                   {"due", "Due on"},
                                   {"days", "Days late"},
                                   {"remark", "Remark"}},
                       .none = "No visits."};
  table.rows.push_back(Row{{"v/1"},
                           {"bmg"},
                           {Date(2019, 10, 1)},
                           Cell::number(31, Tone::bad),
                           {"overdue", Tone::bad, "v/1"}});
  table.rows.push_back(Row{{"v/2"}, {"qa"}, {}, Cell::number(-4), {"two\nlines"}});
  return table;
}

Report made_up() {
  Report report{.kind = "visits", .title = "Visits", .subtitle = "of a year"};
  report.headings = {{{"as_at", "As at"}, Cell(Date(2019, 11, 1))},
                     {{"known_at", "As known at"}, Cell()},
                     {{"total", "In all"}, Cell::number(2)}};
  Section first{.key = "made", .title = "Made"};
  first.blocks.emplace_back("A paragraph.");
  first.blocks.emplace_back(visits());
  Section second{.key = "shown", .title = "Shown"};
  Chart chart{.key = "lengths", .title = "How long", .says = "It took 34 days."};
  chart.shape =
      Bars{.unit = "days", .bars = {{.label = "bmg", .least = 34, .most = 61, .text = "34 to 61"}}};
  chart.figures = {.key = "lengths-figures",
                   .columns = {{"body", "Body"}, {"least", "At least"}, {"most", "At most"}},
                   .rows = {Row{{"bmg"}, Cell::number(34), Cell::number(61)}}};
  second.blocks.emplace_back(std::move(chart));
  second.blocks.emplace_back(
      Picture{.title = "Who answers to whom",
              .svg = "<svg></svg>",
              .says = "One line.",
              .outline = {{.depth = 0, .label = "slg"},
                          {.depth = 1, .label = "bmg", .remark = "reports"}}});
  report.sections = {std::move(first), std::move(second)};
  return report;
}

/// The document with one table: this.
Report of(safegov::Table table) {
  Report report{.kind = "one", .title = "One"};
  report.sections.push_back({.key = "one", .blocks = {std::move(table)}});
  return report;
}

std::string text_of(const Report& report, std::size_t width = 80) {
  return render(report, ReportFormat::text, {.width = width});
}

bool has(const std::string& text, const std::string& words) {
  return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a document as text is laid out in columns", "[report]") {
  CHECK(text_of(made_up()) ==
        "Visits\n"
        "of a year\n"
        "\n"
        "As at: 1 November 2019\n"
        "In all: 2\n"
        "\n"
        "Made\n"
        "A paragraph.\n"
        "\n"
        "  Visits made\n"
        "  Id   Body  Due on      Days late  Remark\n"
        "  v/1  bmg   2019-10-01         31  overdue\n"
        "  v/2  qa                       -4  two\n"
        "                                    lines\n"
        "\n"
        "Shown\n"
        "How long\n"
        "It took 34 days.\n"
        "  Body  At least  At most\n"
        "  bmg         34       61\n"
        "\n"
        "Who answers to whom\n"
        "One line.\n"
        "  slg\n"
        "    bmg: reports\n");
}

TEST_CASE("a document as Markdown has its tables, charts and outlines", "[report]") {
  CHECK(render(made_up(), ReportFormat::markdown) ==
        "# Visits\n\nof a year\n\n- As at: 1 November 2019\n- In all: 2\n\n## Made\n\nA "
        "paragraph.\n\n"
        "**Visits made**\n\n"
        "| Id | Body | Due on | Days late | Remark |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| v/1 | bmg | 1 October 2019 | 31 | overdue |\n"
        "| v/2 | qa |  | -4 | two<br>lines |\n"
        "\n## Shown\n\n### How long\n\nIt took 34 days.\n\n"
        "| Body | At least | At most |\n"
        "| --- | --- | --- |\n"
        "| bmg | 34 | 61 |\n"
        "\n### Who answers to whom\n\nOne line.\n\n- slg\n  - bmg: reports\n");
}

TEST_CASE("a document as CSV is its one table", "[report]") {
  CHECK(
      render(of(visits()), ReportFormat::csv) ==
      "id,body,due,days,remark\r\nv/1,bmg,2019-10-01,31,overdue\r\nv/2,qa,,-4,\"two\nlines\"\r\n");
  CHECK_THROWS_AS(render(made_up(), ReportFormat::csv),
                  std::invalid_argument);  // two, the chart's too
  CHECK_THROWS_AS(render(Report{.kind = "none"}, ReportFormat::csv), std::invalid_argument);
}

TEST_CASE("a document as JSON has plain rows, and says beside them how to take them", "[report]") {
  const std::string json = render(made_up(), ReportFormat::json);
  CHECK(has(json, "\"report\": \"visits\""));
  CHECK(has(json, "\"as_at\": \"2019-11-01\""));
  CHECK(has(json, "\"known_at\": null"));
  CHECK(has(json, "\"total\": 2"));
  CHECK(has(json, "\"days\": 31"));
  CHECK(has(json, "\"due\": null"));
  CHECK(has(json, "\"remark\": \"two\\nlines\""));
  CHECK(has(json, "\"shape\": \"bars\""));
  CHECK(has(json, "\"tone\": \"bad\",\n              \"about\": \"v/1\""));
  CHECK(std::string(json).find("plain") == std::string::npos);
}

TEST_CASE("a table without rows says so in every form for people", "[report]") {
  safegov::Table table = visits();
  table.rows.clear();
  for (const ReportFormat format :
       {ReportFormat::text, ReportFormat::markdown, ReportFormat::html, ReportFormat::json})
    CHECK(has(render(of(table), format), "No visits."));
  CHECK(render(of(table), ReportFormat::csv) == "id,body,due,days,remark\r\n");
}

TEST_CASE("the widest text is wrapped, and what does not fit is a list", "[report]") {
  safegov::Table table{.key = "t", .columns = {{"id", "Id"}, {"what", "What"}, {"n", "Number"}}};
  const std::string id = "bp-2019/2.1/bmg@2019-10";
  table.rows.push_back(
      Row{{id}, {"a report of what was found in the second half of the year"}, Cell::number(3)});
  CHECK(text_of(of(table), 60) ==
        "One\n\n"
        "  Id                       What                       Number\n"
        "  bp-2019/2.1/bmg@2019-10  a report of what was            3\n"
        "                           found in the second half\n"
        "                           of the year\n");
  CHECK(text_of(of(table), 40) ==
        "One\n\n"
        "  bp-2019/2.1/bmg@2019-10\n"
        "    What: a report of what was found\n"
        "      in the second half of the year\n"
        "    Number: 3\n");
  // At every width no line is longer than the page, no id is cut, and every word is there.
  for (std::size_t width = 40; width < 130; ++width) {
    CAPTURE(width);
    const std::string text = text_of(of(table), width);
    CHECK(has(text, id));
    std::istringstream lines(text);
    std::size_t words = 0;
    for (std::string line; std::getline(lines, line);)
      CHECK(internal::display_width(line) <= width);
    std::istringstream all(text);
    for (std::string word; all >> word;) ++words;
    CHECK(words == (has(text, "What: ") ? 18 : 19));  // a list has no head for its ids
  }
}

TEST_CASE("an id that is wider than the page is not cut, ten thousand letters are", "[report]") {
  const std::string id(100, 'i'), endless(10'000, 'x');
  safegov::Table table{.key = "t", .columns = {{"id", "Id"}, {"what", "What"}}};
  table.rows.push_back(Row{{id}, {endless}});
  const std::string text = text_of(of(table));
  CHECK(has(text, "  " + id + "\n"));
  CHECK(std::ranges::count(text, 'x') == 10'000);
  CHECK_FALSE(has(text, std::string(81, 'x')));
}

TEST_CASE("colour stands beside its word, and is left out unless asked for", "[report]") {
  const std::string coloured = render(made_up(), ReportFormat::text, {.colour = true});
  CHECK(has(coloured, "\x1b[1;31moverdue\x1b[0m"));
  std::string without;
  for (std::size_t at = 0; at < coloured.size(); ++at)
    if (coloured[at] == '\x1b')
      at = coloured.find('m', at);
    else
      without += coloured[at];
  CHECK(without == text_of(made_up()));
}

TEST_CASE("a document that is not well made is refused in every form", "[report]") {
  const auto refused = [](const Report& report) {
    for (const ReportFormat format : {ReportFormat::text, ReportFormat::json, ReportFormat::csv,
                                      ReportFormat::markdown, ReportFormat::html})
      CHECK_THROWS_AS(render(report, format), std::invalid_argument);
  };
  safegov::Table narrow = visits();
  narrow.rows[1].pop_back();
  refused(of(narrow));
  safegov::Table twice = visits();
  twice.columns[1].key = "id";
  refused(of(twice));
  Report two = of(visits());
  two.sections.push_back({.key = "other", .blocks = {visits()}});
  refused(two);
  Report taken = made_up();
  taken.headings[0].name.key = "sections";
  refused(taken);
}

TEST_CASE("nothing in Markdown is markup but what the writer means", "[markdown]") {
  using internal::as_markdown;
  using internal::as_paragraph;
  CHECK(as_markdown("a|b*c_d`e`<f>&g#h[i]$j") ==
        "a\\|b\\*c\\_d\\`e\\`&lt;f&gt;&amp;g\\#h\\[i\\]\\$j");
  CHECK(as_markdown("a\nb\tc\x1b") == "a b c ");
  CHECK(as_markdown("\u202Ea\u2066b\u2028c") == "&#x202E;a&#x2066;b&#x2028;c");
  CHECK(as_markdown("\u009Bx\u200Fé👍") == " x\u200Fé👍");
  CHECK(as_paragraph("- item") == "\\- item");
  CHECK(as_paragraph("+ item") == "\\+ item");
  CHECK(as_paragraph("12. item") == "12\\. item");
  CHECK(as_paragraph("12) item") == "12\\) item");
  CHECK(as_paragraph("    code") == "code");
  CHECK(as_paragraph("===") == "\\===");
  CHECK(as_paragraph("2019-11-01") == "2019-11-01");
}

TEST_CASE("what turns the direction of reading is seen in a terminal", "[report]") {
  Report report{.kind = "k", .title = "pay \u202E000,1 \u009B31m\x1b[1m"};
  CHECK(text_of(report) == "pay <U+202E>000,1 31m [1m\n");
}

TEST_CASE("a number in CSV is a number, and a text that would be run is not run", "[csv]") {
  internal::Csv csv;
  csv.row("=1+1", -3, "-3", "@x", "a,\"b\"", "\t=1");
  CHECK(csv.take() == "'=1+1,-3,-3,'@x,\"a,\"\"b\"\"\",'\t=1\r\n");
}
