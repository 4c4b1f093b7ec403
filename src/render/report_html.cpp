// A document as one HTML page that needs no other file, no network and no script.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <safegov/version.hpp>

#include "base/embedded.hpp"
#include "base/sha256.hpp"
#include "base/text.hpp"
#include "render/html.hpp"
#include "render/report_forms.hpp"

namespace safegov::internal {

namespace {

/// `style` or `script`, as it stands in the page.
std::string_view page_file(std::string_view stem) {
  for (const Embedded& file : page_files())
    if (file.stem == stem) return file.text;
  return {};
}

/// An id may be broken behind a stroke and at its date.
std::string breakable(std::string_view id) {
  std::string out;
  for (const char c : id) {
    if (c == '@') out += "<wbr>";
    out += c;
    if (c == '/') out += "<wbr>";
  }
  return out;
}

/// Has it a word that would widen a column beyond use?
bool has_long_word(const Cell& cell) {
  constexpr std::size_t longest = 28;
  const auto* text = std::get_if<std::string>(&cell.value);
  if (text == nullptr || text->size() <= longest) return false;
  std::size_t run = 0;
  for (const char c : *text) {
    run = c == ' ' || c == '\n' ? 0 : run + 1;
    if (run > longest) return true;
  }
  return false;
}

/// An id whose parts, between which it may be broken, are short enough to stay whole.
bool is_short_id(const Cell& cell) {
  constexpr std::size_t longest = 16;
  const auto* text = std::get_if<std::string>(&cell.value);
  if (text == nullptr || cell.about.empty()) return false;
  std::size_t part = 0;
  for (const char c : *text) {
    part = c == '@' ? 1 : part + 1;
    if (part > longest || c == ' ') return false;
    if (c == '/') part = 0;
  }
  return true;
}

/// A small chart stands beside others.
bool is_small(const Block& block) {
  const auto* chart = std::get_if<Chart>(&block);
  const auto* curves = chart ? std::get_if<Curves>(&chart->shape) : nullptr;
  return curves != nullptr && curves->drawn == Curves::Drawn::lines;
}

/// One that begins a page where it is printed.
bool is_long(const Section& section) {
  constexpr std::size_t most = 20;  // lines
  std::size_t lines = 0;
  for (const Block& block : section.blocks)
    if (const auto* table = std::get_if<Table>(&block)) lines += table->rows.size();
  return lines > most;
}

class Page {
 public:
  explicit Page(const Report& report) : report_(report) { find_homes(); }

  std::string run() {
    const std::string title = as_html(report_.title) +
                              (report_.subtitle.empty() ? "" : " – " + as_html(report_.subtitle));
    const std::string_view script = page_file("script");
    write_body(script);
    return "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
           "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
           "'unsafe-inline'; "
           "img-src data:; script-src 'sha256-" +
           base64_of(sha256(script)) +
           "'\">\n"
           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
           "<meta name=\"generator\" content=\"safegov " +
           std::string(version()) + "\">\n<title>" + title + "</title>\n<style>\n" +
           std::string(page_file("style")) + "@media screen and (max-width: 62rem) {\n" + heads_ +
           "}\n</style>\n</head>\n" + out_ + "</html>\n";
  }

 private:
  template <class Do>
  void each_table(Do&& act) const {
    for (const Section& section : report_.sections)
      for (const Block& block : section.blocks)
        if (const auto* table = std::get_if<Table>(&block))
          act(*table);
        else if (const auto* chart = std::get_if<Chart>(&block))
          act(chart->figures);
  }

  /// Where links about things lead: the first line that is at home with one.
  void find_homes() {
    each_table([&](const Table& table) {
      if (table.home != Home::of_its_rows) return;
      for (const auto& row : table.rows)
        if (!row.empty() && !row[0].about.empty()) homes_.insert(row[0].about);
    });
  }

  void write_body(std::string_view script) {
    out_ +=
        "<body>\n<a class=\"skip\" href=\"#main\">Skip to the contents</a>\n<header><div "
        "class=\"wide\">\n<h1>" +
        as_html(report_.title) + "</h1>\n";
    if (!report_.subtitle.empty())
      out_ += "<p class=\"lead\">" + as_html(report_.subtitle) + "</p>\n";
    write_headings();
    out_ += "</div></header>\n<div class=\"wide\">\n";
    if (report_.sections.size() > 1) {
      out_ += "<nav aria-label=\"Contents\">\n<ol>\n";
      for (const Section& section : report_.sections)
        out_ += "<li><a href=\"#section-" + as_fragment(section.key) + "\">" +
                as_html(section.title) + "</a></li>\n";
      out_ += "</ol>\n</nav>\n";
    }
    out_ += "<main id=\"main\" tabindex=\"-1\">\n";
    for (const Section& section : report_.sections) write(section);
    out_ +=
        "</main>\n</div>\n<footer><div class=\"wide\"><a href=\"#main\">Back to the "
        "top</a></div></footer>\n<script>" +
        std::string(script) + "</script>\n</body>\n";
  }

  void write_headings() {
    if (report_.headings.empty()) return;
    out_ += "<dl class=\"facts\">\n";
    for (const Report::Heading& heading : report_.headings) {
      if (std::holds_alternative<std::monostate>(heading.value.value)) continue;
      out_ +=
          "<dt>" + as_html(heading.name.head) + "</dt><dd>" + content(heading.value) + "</dd>\n";
    }
    out_ += "</dl>\n";
  }

  void write(const Section& section) {
    out_ += "<section id=\"section-" + as_html(section.key) +
            (is_long(section) ? "\" class=\"long" : "") + "\">\n<h2>" + as_html(section.title) +
            "</h2>\n";
    bool in_small = false;
    for (const Block& block : section.blocks) {
      const bool small = is_small(block);
      if (small != in_small) out_ += small ? "<div class=\"small\">\n" : "</div>\n";
      in_small = small;
      std::visit([&](const auto& each) { write(each); }, block);
    }
    if (in_small) out_ += "</div>\n";
    out_ += "</section>\n";
  }

  void write(const std::string& paragraph) { out_ += "<p>" + as_html(paragraph) + "</p>\n"; }

  void write(const Table& table) {
    if (table.rows.empty()) {
      out_ += "<div class=\"block\" id=\"" + as_html(table.key) + "\"><h3>" +
              as_html(table.caption) + "</h3><p class=\"none\">" + as_html(table.none) +
              "</p></div>\n";
      return;
    }
    out_ += "<div class=\"block\">";
    write_table(table);
    out_ += "</div>\n";
  }

  void write_table(const Table& table) {
    const bool is_short = table.rows.size() <= 15;  // it stays on one sheet
    const bool slim = table.columns.size() < 4;     // then it fits any screen
    out_ += "<table id=\"" + as_html(table.key) +
            (slim       ? "\" class=\"slim"
             : is_short ? "\" class=\""
                        : "") +
            (is_short ? (slim ? " short" : "short") : "") + "\"><caption>" +
            as_html(table.caption) + "</caption>\n<thead><tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
      out_ += is_numeric(table, i) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">";
      out_ += as_html(table.columns[i].head) + "</th>";
      if (!slim)
        heads_ +=
            "[id=" + as_css(table.key) + "] td:nth-child(" + std::to_string(i + 1) +
            ")::before{content:" +
            as_css(table.columns[i].head + (table.columns[i].head.ends_with('?') ? "" : ":")) +
            "}\n";
    }
    out_ += "</tr></thead>\n<tbody>\n";
    for (const auto& row : table.rows) {
      const bool home = table.home == Home::of_its_rows && !row.empty() && !row[0].about.empty() &&
                        homes_.erase(row[0].about) != 0;
      if (home) written_.insert(row[0].about);
      out_ += home ? "<tr id=\"at-" + as_html(row[0].about) + "\">" : "<tr>";
      for (std::size_t i = 0; i < row.size(); ++i) write(row[i], home && i == 0);
      out_ += "</tr>\n";
    }
    out_ += "</tbody></table>";
  }

  /// Nothing but numbers, and at least one.
  static bool is_numeric(const Table& table, std::size_t column) {
    bool any = false;
    for (const auto& row : table.rows) {
      if (std::holds_alternative<std::int64_t>(row[column].value))
        any = true;
      else if (!std::holds_alternative<std::monostate>(row[column].value))
        return false;
    }
    return any;
  }

  void write(const Cell& cell, bool at_home) {
    out_ += std::holds_alternative<std::int64_t>(cell.value) ? "<td class=\"n\">"
            : std::holds_alternative<Date>(cell.value)       ? "<td class=\"d\">"
            : is_short_id(cell)                              ? "<td class=\"i\">"
            : cell.about.empty() && has_long_word(cell)      ? "<td class=\"x\">"
                                                             : "<td>";
    out_ += content(cell, at_home) + "</td>";
  }

  [[nodiscard]] std::string content(const Cell& cell, bool at_home = false) const {
    std::string text;
    if (const auto* words = std::get_if<std::string>(&cell.value))
      text = cell.about.empty() ? as_html(*words) : breakable(as_html(*words));
    else if (const auto* number = std::get_if<std::int64_t>(&cell.value))
      text = std::to_string(*number);
    else if (const auto* day = std::get_if<Date>(&cell.value))
      text = "<time datetime=\"" + iso(*day) + "\">" + in_words(*day) + "</time>";
    if (text.empty()) return text;
    if (!cell.file.empty())
      text = "<a href=\"" + as_fragment(cell.file) + "\">" + text + "</a>";
    else if (!at_home && (homes_.contains(cell.about) || written_.contains(cell.about)))
      text = "<a href=\"#at-" + as_fragment(cell.about) + "\">" + text + "</a>";
    if (cell.tone != Tone::plain) {
      text = "<span class=\"tag " + std::string(to_string(cell.tone)) + "\">" + text + "</span>";
    }
    return text;
  }

  void write(const Chart& chart) {
    const bool small = is_small(Block(chart));
    out_ += "<figure id=\"chart-" + as_html(chart.key) + (small ? "\">" : "\" class=\"big\">") +
            "<h3>" + as_html(chart.title) + "</h3>\n";
    out_ += small ? "<div class=\"plot\">"
                  : "<div class=\"plot\" tabindex=\"0\" role=\"group\" aria-label=\"" +
                        as_html(chart.title) + "\">";
    out_ += as_svg(chart) + "</div>\n";
    if (!chart.says.empty()) out_ += "<figcaption>" + as_html(chart.says) + "</figcaption>\n";
    out_ += "<details><summary>The same as a table</summary>\n";
    if (chart.figures.rows.empty())
      out_ += "<p class=\"none\" id=\"" + as_html(chart.figures.key) + "\">" +
              as_html(chart.figures.none) + "</p>";
    else
      write_table(chart.figures);
    out_ += "</details>\n</figure>\n";
  }

  /// Somebody's drawing as an image with a name: what stands in it, the list beside it says.
  static std::string named(std::string_view svg, std::string_view title) {
    constexpr std::string_view begin = "<svg ";
    if (!svg.starts_with(begin)) return std::string(svg);
    return std::string(begin) + "role=\"img\" aria-label=\"" + as_html(title) + "\" " +
           std::string(svg.substr(begin.size()));
  }

  void write(const Picture& picture) {
    out_ += "<figure><h3>" + as_html(picture.title) + "</h3>\n";
    if (!picture.svg.empty())
      out_ += "<div class=\"picture\" tabindex=\"0\" role=\"group\" aria-label=\"" +
              as_html(picture.title) + "\">" + named(picture.svg, picture.title) + "</div>\n";
    out_ += "<figcaption>" + as_html(picture.says) + "</figcaption>\n";
    const bool folded = !picture.svg.empty();
    if (folded) out_ += "<details><summary>The same as a list</summary>\n";
    write_outline(picture.outline);
    if (folded) out_ += "</details>\n";
    out_ += "</figure>\n";
  }

  void write_outline(const std::vector<OutlineLine>& lines) {
    if (lines.empty()) return;
    out_ += "<ul class=\"tree\">\n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
      out_ += "<li>" + as_html(lines[i].label);
      if (!lines[i].remark.empty())
        out_ += " <span class=\"none\">" + as_html(lines[i].remark) + "</span>";
      const std::size_t next = i + 1 < lines.size() ? lines[i + 1].depth : lines.front().depth;
      if (next > lines[i].depth) {
        out_ += "\n<ul>\n";
        continue;
      }
      out_ += "</li>\n";
      for (std::size_t depth = lines[i].depth; depth > next; --depth) out_ += "</ul></li>\n";
    }
    out_ += "</ul>\n";
  }

  const Report& report_;
  std::set<std::string, std::less<>> homes_, written_;  // still to come, and already there
  std::string heads_;  // what cells are called where a table is narrow
  std::string out_;
};

}  // namespace

std::string report_html(const Report& report) { return Page(report).run(); }

}  // namespace safegov::internal
