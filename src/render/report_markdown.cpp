// A document as Markdown: what a committee's clerk pastes into a paper.
// SPDX-License-Identifier: Apache-2.0

#include <variant>

#include "render/markdown.hpp"
#include "render/report_forms.hpp"

namespace safegov::internal {
namespace {

std::string cell_of(const Cell& cell) {
  std::vector<std::string> lines;
  for (const std::string& line : lines_of(in_words(cell))) lines.push_back(as_markdown(line));
  return Markdown::lines(lines);
}

void write_paragraph(Markdown& page, const std::string& text) {
  if (!text.empty()) page.paragraph(as_paragraph(text));
}

void write_table(Markdown& page, const Table& table) {
  if (!table.caption.empty()) page.paragraph("**" + as_markdown(table.caption) + "**");
  if (table.rows.empty()) return write_paragraph(page, table.none);
  std::vector<std::string> cells;
  for (const Column& column : table.columns) cells.push_back(as_markdown(column.head));
  page.head(cells);
  for (const std::vector<Cell>& row : table.rows) {
    cells.clear();
    for (const Cell& cell : row) cells.push_back(cell_of(cell));
    page.row(cells);
  }
}

std::string list_of(const std::vector<OutlineLine>& outline) {
  std::string list;
  for (const OutlineLine& line : outline)
    list += (list.empty() ? "" : "\n") + std::string(2 * line.depth, ' ') + "- " +
            as_paragraph(line.label + (line.remark.empty() ? "" : ": " + line.remark));
  return list;
}

struct Writer {
  Markdown& page;

  void operator()(const std::string& text) const { write_paragraph(page, text); }
  void operator()(const Table& table) const { write_table(page, table); }
  void operator()(const Chart& chart) const {
    page.heading(3, chart.title);
    write_paragraph(page, chart.says);
    write_table(page, chart.figures);
  }
  void operator()(const Picture& picture) const {
    page.heading(3, picture.title);
    write_paragraph(page, picture.says);
    if (const std::string list = list_of(picture.outline); !list.empty()) page.paragraph(list);
  }
};

}  // namespace

std::string report_markdown(const Report& report) {
  Markdown page;
  page.heading(1, report.title);
  write_paragraph(page, report.subtitle);
  std::string list;
  for (const Report::Heading& heading : report.headings)
    if (!is_empty(heading.value))
      list += (list.empty() ? "- " : "\n- ") + as_markdown(heading.name.head) + ": " +
              cell_of(heading.value);
  if (!list.empty()) page.paragraph(list);
  for (const Section& section : report.sections) {
    if (!section.title.empty()) page.heading(2, section.title);
    for (const Block& block : section.blocks) std::visit(Writer{page}, block);
  }
  return page.take();
}

}  // namespace safegov::internal
