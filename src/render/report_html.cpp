// A document as one HTML page that needs no other file.
// SPDX-License-Identifier: Apache-2.0

#include <variant>

#include "base/text.hpp"
#include "render/report_forms.hpp"

namespace safegov::internal {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    length = character_length(text, at);
    const char c = text[at];
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (is_control(text, at))
      out += ' ';
    else
      out += text.substr(at, length);
  }
  return out;
}

/// An element whose text may be of any language: it does not turn what stands around it.
std::string element(const std::string& name, const std::string& text,
                    const std::string& more = {}) {
  std::string inside;
  for (const std::string& line : lines_of(text))
    inside += (inside.empty() ? "" : "<br>") + escaped(line);
  return "<" + name + more + " dir=\"auto\">" + inside + "</" + name + ">\n";
}

std::string table_of(const Table& table) {
  std::string out = "<table id=\"" + escaped(table.key) + "\">\n";
  if (!table.caption.empty()) out += element("caption", table.caption);
  out += "<thead><tr>\n";
  for (const Column& column : table.columns) out += element("th", column.head, " scope=\"col\"");
  out += "</tr></thead>\n<tbody>\n";
  for (const std::vector<Cell>& row : table.rows) {
    out += "<tr>\n";
    for (const Cell& cell : row) out += element("td", in_words(cell));
    out += "</tr>\n";
  }
  out += "</tbody>\n</table>\n";
  return table.rows.empty() && !table.none.empty() ? out + element("p", table.none) : out;
}

std::string list_of(const std::vector<Outline>& outline) {
  if (outline.empty()) return {};
  std::string out = "<ul>\n";
  for (const Outline& item : outline)
    out += "<li>" + element("span", item.label + (item.remark.empty() ? "" : ": " + item.remark)) +
           list_of(item.below) + "</li>\n";
  return out + "</ul>\n";
}

struct Writer {
  std::string operator()(const std::string& text) const { return element("p", text); }
  std::string operator()(const Table& table) const { return table_of(table); }
  std::string operator()(const Chart& chart) const {
    return element("h3", chart.title) + element("p", chart.says) + table_of(chart.figures);
  }
  std::string operator()(const Picture& picture) const {
    return element("h3", picture.title) + element("p", picture.says) + list_of(picture.outline);
  }
};

}  // namespace

std::string report_html(const Report& report) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>" +
      escaped(report.title) + "</title>\n</head>\n<body>\n" + element("h1", report.title);
  if (!report.subtitle.empty()) out += element("p", report.subtitle);
  out += "<dl>\n";
  for (const Report::Heading& heading : report.headings)
    if (!is_empty(heading.value))
      out += element("dt", heading.name.head) + element("dd", in_words(heading.value));
  out += "</dl>\n";
  for (const Section& section : report.sections) {
    out += "<section id=\"section-" + escaped(section.key) + "\">\n";
    if (!section.title.empty()) out += element("h2", section.title);
    for (const Block& block : section.blocks) out += std::visit(Writer{}, block);
    out += "</section>\n";
  }
  return out + "</body>\n</html>\n";
}

}  // namespace safegov::internal
