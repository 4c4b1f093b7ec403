// A document in the form that is asked for.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <set>
#include <stdexcept>
#include <variant>

#include <safegov/render.hpp>
#include <safegov/report.hpp>

#include "render/report_forms.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<ReportFormat>() {
  static constexpr std::array<std::string_view, 5> words{"text", "json", "csv", "markdown", "html"};
  return words;
}

namespace internal {

std::string plain_words(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell.value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell.value)) return std::to_string(*number);
  if (const auto* day = std::get_if<Date>(&cell.value)) return iso(*day);
  return {};
}

std::string in_words(const Cell& cell) {
  if (const auto* day = std::get_if<Date>(&cell.value)) return safegov::in_words(*day);
  return plain_words(cell);
}

bool is_empty(const Cell& cell) {
  const auto* text = std::get_if<std::string>(&cell.value);
  return std::holds_alternative<std::monostate>(cell.value) || (text && text->empty());
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

namespace {

/// Every form relies on it, so that none of them says less than another.
void check_shape(const Report& report) {
  std::set<std::string_view> keys;
  const auto once = [&](std::string_view key) {
    if (!keys.insert(key).second)
      throw std::invalid_argument("two things in a report have the key '" + std::string(key) + "'");
  };
  const auto check = [](const Table& table) {
    std::set<std::string_view> columns;
    for (const Column& column : table.columns)
      if (!columns.insert(column.key).second)
        throw std::invalid_argument("the table '" + table.key + "' has the column '" + column.key +
                                    "' twice");
    for (const std::vector<Cell>& row : table.rows)
      if (row.size() != table.columns.size())
        throw std::invalid_argument("the table '" + table.key + "' has a row of another width");
  };
  for (const std::string_view taken : {"report", "version", "title", "subtitle", "sections"})
    once(taken);
  for (const Report::Heading& heading : report.headings) once(heading.name.key);
  keys.clear();
  for (const Section& section : report.sections) once(section.key);
  keys.clear();
  for (const Section& section : report.sections)
    for (const Block& block : section.blocks) {
      if (const auto* table = std::get_if<Table>(&block)) {
        once(table->key);
        check(*table);
      } else if (const auto* chart = std::get_if<Chart>(&block)) {
        once(chart->key);
        check(chart->figures);
      }
    }
}

}  // namespace
}  // namespace internal

std::string render(const Report& report, ReportFormat format, const RenderOptions& options) {
  internal::check_shape(report);
  switch (format) {
    case ReportFormat::text:
      break;
    case ReportFormat::json:
      return internal::report_json(report);
    case ReportFormat::csv:
      return internal::report_csv(report);
    case ReportFormat::markdown:
      return internal::report_markdown(report);
    case ReportFormat::html:
      return internal::report_html(report);
  }
  return internal::report_text(report, options);
}

}  // namespace safegov
