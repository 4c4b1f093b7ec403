// A document as JSON: tables whose rows are objects of plain values (docs/schema/report.json).
// SPDX-License-Identifier: Apache-2.0
//
// A row has values and nothing else, so that a list of rows is a data frame as it is; how a cell is
// to be taken, and what it is about, stands beside the rows.

#include <array>
#include <string_view>
#include <variant>

#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/report_forms.hpp"

namespace safegov::internal {
namespace {

constexpr std::array<std::string_view, 4> shapes{"bars", "grid", "strips", "curves"};

void write(Json& json, const Cell& cell) {
  if (const auto* number = std::get_if<std::int64_t>(&cell.value))
    json.number(*number);
  else if (std::holds_alternative<std::monostate>(cell.value))
    json.null();
  else
    json.text(plain_words(cell));
}

void write_marks(Json& json, const Table& table) {
  json.key("marks").list();
  for (std::size_t row = 0; row < table.rows.size(); ++row)
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      const Cell& cell = table.rows[row][i];
      if (cell.tone == Tone::plain && cell.about.empty()) continue;
      json.object().field("row", static_cast<long long>(row));
      json.field("column", table.columns[i].key);
      if (cell.tone != Tone::plain) json.field("tone", to_string(cell.tone));
      if (!cell.about.empty()) json.field("about", cell.about);
      json.end();
    }
  json.end();
}

void write(Json& json, const Table& table) {
  json.object().field("table", table.key).optional("caption", table.caption);
  json.key("columns").list();
  for (const Column& column : table.columns)
    json.object().field("key", column.key).field("head", column.head).end();
  json.end().key("rows").list();
  for (const std::vector<Cell>& row : table.rows) {
    json.object();
    for (std::size_t i = 0; i < row.size(); ++i) {
      json.key(table.columns[i].key);
      write(json, row[i]);
    }
    json.end();
  }
  json.end();
  write_marks(json, table);
  json.optional("none", table.rows.empty() ? table.none : std::string()).end();
}

void write(Json& json, const Chart& chart) {
  json.object().field("chart", chart.key).field("title", chart.title);
  json.field("shape", shapes[chart.shape.index()]).field("says", chart.says).key("as_at");
  chart.as_at ? json.text(iso(*chart.as_at)) : json.null();
  json.key("figures");
  write(json, chart.figures);
  json.end();
}

void write(Json& json, const std::vector<OutlineLine>& outline) {
  json.list();
  for (const OutlineLine& line : outline) {
    json.object().field("depth", static_cast<long long>(line.depth));
    json.field("label", line.label).optional("remark", line.remark).end();
  }
  json.end();
}

/// Without its drawing: what that shows, the outline says.
void write(Json& json, const Picture& picture) {
  json.object().field("picture", picture.title).field("says", picture.says).key("outline");
  write(json, picture.outline);
  json.end();
}

void write(Json& json, const std::string& paragraph) {
  json.object().field("text", paragraph).end();
}

}  // namespace

std::string report_json(const Report& report) {
  Json json;
  begin_report(json, report.kind);
  json.field("title", report.title).optional("subtitle", report.subtitle);
  for (const Report::Heading& heading : report.headings) {
    json.key(heading.name.key);
    write(json, heading.value);
  }
  json.key("sections").list();
  for (const Section& section : report.sections) {
    json.object().field("key", section.key).optional("title", section.title).key("blocks").list();
    for (const Block& block : section.blocks)
      std::visit([&](const auto& it) { write(json, it); }, block);
    json.end().end();
  }
  json.end();
  return json.end().take();
}

}  // namespace safegov::internal
