// A document as text for a terminal: tables where they fit, a list for each row where they do not.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <numeric>
#include <variant>

#include "base/text.hpp"
#include "render/report_forms.hpp"
#include "render/text.hpp"

namespace safegov::internal {
namespace {

constexpr std::size_t indent = 2, gap = 2;
constexpr std::size_t narrowest = 16;  ///< narrower than this, wrapped words cannot be read
constexpr std::size_t longest = 240;   ///< what is longer without a space is no id, and is cut

/// Lines of at most `room` columns, broken at spaces. A word is never cut, if it may be an id.
std::vector<std::string> wrapped(const std::string& text, std::size_t room) {
  std::vector<std::string> lines;
  const auto add_words = [&](const std::string& line) {
    std::string now;
    for (std::size_t at = 0; at < line.size();) {
      const std::size_t begin = line.find_first_not_of(' ', at);
      if (begin == std::string::npos) break;
      const std::size_t end = std::min(line.find(' ', begin), line.size());
      std::string_view word = std::string_view(line).substr(begin, end - begin);
      at = end;
      if (!now.empty() && display_width(now) + 1 + display_width(word) > room) {
        lines.push_back(std::move(now));
        now.clear();
      }
      const bool is_cut = display_width(word) > std::max(room, longest);
      for (std::string_view part; is_cut && display_width(word) > room;) {
        part = fit(word, room);
        lines.emplace_back(part);
        word.remove_prefix(part.size());
      }
      (now += now.empty() ? "" : " ") += word;
    }
    lines.push_back(std::move(now));
  };
  for (const std::string& line : lines_of(text)) add_words(harmless(line));
  return lines;
}

std::string coloured(const Page& page, Tone tone, std::string_view text) {
  switch (tone) {
    case Tone::plain:
      break;
    case Tone::done:
    case Tone::good:
      return page.in_colour(State::received, text);
    case Tone::fair:
      return page.tinted("amber", text);
    case Tone::bad:
      return page.in_colour(State::overdue, text);
    case Tone::coming:
      return page.in_colour(State::due_soon, text);
    case Tone::unknown:
      return page.in_colour(State::undated, text);
    case Tone::quiet:
      return page.dim(text);
  }
  return std::string(text);
}

/// How wide a column is if nothing in it is wrapped, and how narrow it may become.
struct Width {
  std::size_t natural = 0, least = 0;
  bool numbers = true;
};

std::size_t longest_word(std::string_view text) {
  std::size_t most = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    most = std::max(most, display_width(text.substr(at, end - at)));
    at = end + 1;
  }
  return most;
}

Width width_of(const Table& table, std::size_t column) {
  Width width;
  for (const std::vector<Cell>& row : table.rows) {
    const Cell& cell = row[column];
    width.numbers &= is_empty(cell) || std::holds_alternative<std::int64_t>(cell.value);
    for (const std::string& line : lines_of(plain_words(cell))) {
      const std::string plain = harmless(line);
      width.natural = std::max(width.natural, display_width(plain));
      width.least = std::max(width.least, longest_word(plain));
    }
  }
  const std::string head = harmless(table.columns[column].head);
  width.least = std::max({width.least, std::min(width.natural, narrowest), longest_word(head)});
  width.natural = std::max(width.natural, display_width(head));
  return width;
}

/// How wide each column is, the widest wrapped where that helps; nothing if it does not.
std::vector<std::size_t> widths_of(const std::vector<Width>& columns, std::size_t room) {
  std::vector<std::size_t> widths;
  std::size_t total = gap * (columns.size() - 1);
  for (const Width& column : columns) total += widths.emplace_back(column.natural);
  while (total > room) {
    std::size_t widest = columns.size();
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (widths[i] > columns[i].least && (widest == columns.size() || widths[i] > widths[widest]))
        widest = i;
    if (widest == columns.size()) return {};
    // Down to its least, to the next widest, or until all fit, in one step.
    std::size_t to =
        std::max(columns[widest].least, widths[widest] - std::min(widths[widest], total - room));
    for (std::size_t i = 0; i < columns.size(); ++i)
      if (i != widest && widths[i] < widths[widest]) to = std::max(to, widths[i]);
    to = std::min(to, widths[widest] - 1);
    total -= widths[widest] - to;
    widths[widest] = to;
  }
  return widths;
}

/// A row of a table, as many lines as its longest cell takes.
void write_row(Page& page, const std::vector<Cell>& row, const std::vector<Width>& columns,
               const std::vector<std::size_t>& widths, bool head) {
  std::vector<std::vector<std::string>> cells;
  std::size_t height = 1;
  for (std::size_t i = 0; i < row.size(); ++i)
    height = std::max(height, cells.emplace_back(wrapped(plain_words(row[i]), widths[i])).size());
  for (std::size_t n = 0; n < height; ++n) {
    std::string line(indent, ' ');
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string text = n < cells[i].size() ? cells[i][n] : std::string();
      const std::string space(widths[i] - std::min(widths[i], display_width(text)), ' ');
      const std::string painted = text.empty() ? text
                                  : head       ? page.bold(text)
                                               : coloured(page, row[i].tone, text);
      line += (i > 0 ? std::string(gap, ' ') : "") +
              (columns[i].numbers ? space + painted : painted + space);
    }
    page.line(line);
  }
}

/// `head: value`, later lines a little further in.
void write_item(Page& page, const std::string& head, const Cell& cell, const std::string& text) {
  const std::string before(2 * indent, ' ');
  const std::string name = harmless(head) + ": ";
  const std::size_t room = page.width() - 3 * indent;
  // The first line has the head in front: its first words are those of a text that begins with it.
  std::vector<std::string> lines = wrapped(name + text, room);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) {
      page.line(before + std::string(indent, ' ') + coloured(page, cell.tone, lines[i]));
    } else {
      const std::string shown = harmless(head) + ":";
      page.line(before + page.dim(lines[0].substr(0, shown.size())) +
                (lines[0].size() > shown.size()
                     ? " " + coloured(page, cell.tone, lines[0].substr(shown.size() + 1))
                     : std::string()));
    }
  }
}

/// A row by itself: the first cell that says something, then a line for each other that says
/// something.
void write_list(Page& page, const Table& table) {
  for (std::size_t n = 0; n < table.rows.size(); ++n) {
    if (n > 0) page.line();
    const std::vector<Cell>& row = table.rows[n];
    const auto first = std::ranges::find_if_not(row, is_empty);
    if (first == row.end()) continue;
    for (const std::string& line : wrapped(plain_words(*first), page.width() - indent))
      page.line(std::string(indent, ' ') + page.bold(line));
    for (std::size_t i = static_cast<std::size_t>(first - row.begin()) + 1; i < row.size(); ++i)
      if (!is_empty(row[i])) write_item(page, table.columns[i].head, row[i], plain_words(row[i]));
  }
}

void write_words(Page& page, const std::string& text, std::size_t by = 0) {
  for (const std::string& line : wrapped(text, page.width() - by))
    page.line(std::string(by, ' ') + line);
}

void write_table(Page& page, const Table& table) {
  if (!table.caption.empty()) write_words(page, table.caption, indent);
  if (table.rows.empty() || table.columns.empty()) {
    if (!table.none.empty()) write_words(page, table.none, indent);
    return;
  }
  std::vector<Width> columns;
  std::vector<Cell> heads;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    columns.push_back(width_of(table, i));
    heads.emplace_back(table.columns[i].head);
  }
  const std::vector<std::size_t> widths = widths_of(columns, page.width() - indent);
  if (widths.empty()) return write_list(page, table);
  write_row(page, heads, columns, widths, true);
  for (const std::vector<Cell>& row : table.rows) write_row(page, row, columns, widths, false);
}

void write_outline(Page& page, const std::vector<OutlineLine>& outline) {
  for (const OutlineLine& item : outline) {
    const std::size_t by = indent * (item.depth + 1);
    const std::size_t room = page.width() - std::min(by, page.width() - narrowest);
    const auto lines =
        wrapped(item.label + (item.remark.empty() ? "" : ": " + item.remark), room - indent);
    for (std::size_t i = 0; i < lines.size(); ++i)
      page.line(std::string(i == 0 ? by : by + indent, ' ') + lines[i]);
  }
}

struct Writer {
  Page& page;

  void operator()(const std::string& text) const { write_words(page, text); }
  void operator()(const Table& table) const { write_table(page, table); }
  void operator()(const Chart& chart) const {
    write_head(chart.title, chart.says);
    write_table(page, chart.figures);
  }
  void operator()(const Picture& picture) const {
    write_head(picture.title, picture.says);
    write_outline(page, picture.outline);
  }
  void write_head(const std::string& title, const std::string& says) const {
    for (const std::string& line : wrapped(title, page.width())) page.line(page.bold(line));
    if (!says.empty()) write_words(page, says);
  }
};

}  // namespace

std::string report_text(const Report& report, const RenderOptions& options) {
  Page page(options);
  for (const std::string& line : wrapped(report.title, page.width())) page.line(page.bold(line));
  if (!report.subtitle.empty()) write_words(page, report.subtitle);
  if (!report.headings.empty()) page.line();
  for (const Report::Heading& heading : report.headings)
    if (!is_empty(heading.value))
      write_words(page, heading.name.head + ": " + in_words(heading.value));
  for (const Section& section : report.sections) {
    page.line();
    for (const std::string& line : wrapped(section.title, page.width()))
      if (!section.title.empty()) page.line(page.bold(line));
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
      if (i > 0) page.line();
      std::visit(Writer{page}, section.blocks[i]);
    }
  }
  return page.take();
}

}  // namespace safegov::internal
