// What is handed on is a document first: sections of words, tables and charts, in no form yet.
// SPDX-License-Identifier: Apache-2.0
//
//   Report report{.kind = "visits", .title = "Visits"};
//   Table table{.key = "visits", .columns = {{"body", "Body"}, {"due", "Due"}}};
//   table.rows.push_back({{"bmg"}, {Date(2019, 10, 1)}});
//   report.sections.push_back({.key = "visits", .title = "Visits", .blocks = {table}});
//   std::cout << render(report, ReportFormat::html);
//
// Text, Markdown, CSV, JSON and HTML are written from this one value, so that they cannot differ in
// what they say. Whatever a chart shows stands in its table as well.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include <safegov/date.hpp>

namespace safegov {

/// How something stands, for forms that have colours. It never stands without its word.
enum class Tone : std::uint8_t {
  plain,    ///< nothing to say
  done,     ///< complete: blue
  good,     ///< in time, or on track: green
  fair,     ///< late, or at risk: amber
  bad,      ///< overdue: red
  coming,   ///< due, or soon
  unknown,  ///< nobody can say
  quiet,    ///< not due, called off
};
/// `bad`: in JSON, and in the styles of pages.
[[nodiscard]] std::string_view to_string(Tone tone) noexcept;

/// One cell of a table.
struct Cell {
  using Value = std::variant<std::monostate, std::string, std::int64_t, Date>;
  Value value = {};  ///< nothing: there is nothing to say; a text may have several lines
  Tone tone = Tone::plain;
  /// The id of the obligation, action, body or row that it is about, if that has a line of its own
  /// somewhere; forms with links lead there.
  std::string about = {};
  std::string file = {};  ///< a file beside the document's own, where there is more about it

  Cell() = default;
  Cell(std::string text, Tone how = Tone::plain, std::string thing = {})
      : value(std::move(text)), tone(how), about(std::move(thing)) {}
  Cell(const char* text) : value(std::string(text)) {}
  Cell(Date day) : value(day) {}
  Cell(std::optional<Date> day) {
    if (day) value = *day;
  }
  static Cell number(std::int64_t count, Tone how = Tone::plain) {
    Cell cell;
    cell.value = count;
    cell.tone = how;
    return cell;
  }
  friend bool operator==(const Cell&, const Cell&) = default;
};

struct Column {
  std::string key;   ///< what programs call it, small letters and underscores: `days_overdue`
  std::string head;  ///< what people read: `Days overdue`
  friend bool operator==(const Column&, const Column&) = default;
};

/// Whether the lines of a table are where links about their things lead.
enum class Home : std::uint8_t { elsewhere, of_its_rows };

/// Rows of as many cells as there are columns.
struct Table {
  std::string key = {};  ///< within its report, each once
  std::string caption = {};
  std::vector<Column> columns = {};
  std::vector<std::vector<Cell>> rows = {};
  std::string none = {};        ///< what to say if there are no rows: `Nothing is overdue.`
  Home home = Home::elsewhere;  ///< of what the first cell of each is about
  friend bool operator==(const Table&, const Table&) = default;
};

/// Things over time, a line each: how they were rated, what became of promises.
struct Strips {
  struct Stretch {
    DateRange days;
    Tone tone = Tone::plain;
    std::string letter = {};  ///< what stands in it if there is room: `G`
    std::string word = {};    ///< `green`
    friend bool operator==(const Stretch&, const Stretch&) = default;
  };
  struct Mark {
    Date day;
    std::string word = {};  ///< `extended`
    friend bool operator==(const Mark&, const Mark&) = default;
  };
  struct Strip {
    std::string label = {};
    std::vector<Stretch> stretches = {};  ///< ascending, not overlapping
    std::vector<Mark> marks = {};
    friend bool operator==(const Strip&, const Strip&) = default;
  };
  DateRange days;
  std::vector<Strip> strips = {};
  friend bool operator==(const Strips&, const Strips&) = default;
};

/// Numbers over time. A step curve keeps its value until the next point.
struct Curves {
  struct Point {
    Date day;
    std::optional<double> value = {};  ///< none: a gap
    std::string text = {};             ///< the number as printed: `88.7%`
    bool broken = false;               ///< not to be compared with what is before it
    friend bool operator==(const Point&, const Point&) = default;
  };
  struct Curve {
    std::string label = {};
    std::vector<Point> points = {};
    friend bool operator==(const Curve&, const Curve&) = default;
  };
  enum class Drawn : std::uint8_t { lines, steps };
  DateRange days;
  Drawn drawn = Drawn::lines;
  std::vector<Curve> curves = {};
  friend bool operator==(const Curves&, const Curves&) = default;
};

/// Numbers by two things: bodies by meetings.
struct Grid {
  struct Line {
    std::string label = {};
    std::vector<std::optional<std::int64_t>> numbers = {};
    friend bool operator==(const Line&, const Line&) = default;
  };
  std::vector<std::string> heads = {};
  std::vector<Line> lines = {};
  friend bool operator==(const Grid&, const Grid&) = default;
};

/// A length for each thing, or from the least to the most that it may be.
struct Bars {
  struct Bar {
    std::string label = {};
    std::optional<std::int64_t> least = {};  ///< none: there is no length, and `text` says why
    std::optional<std::int64_t> most = {};   ///< none: at least `least`
    std::string text = {};                   ///< `34 to 61 days`
    friend bool operator==(const Bar&, const Bar&) = default;
  };
  std::string unit = {};
  std::vector<Bar> bars = {};
  friend bool operator==(const Bars&, const Bars&) = default;
};

/// A picture of numbers, the same in words, and the same as a table.
struct Chart {
  std::string key = {};  ///< within its report, each once
  std::string title = {};
  std::string says = {};  ///< what one sees in it, in a sentence or two
  std::variant<Bars, Grid, Strips, Curves> shape = {};
  Table figures = {};              ///< everything that is drawn
  std::optional<Date> as_at = {};  ///< a line is drawn at this day
};

/// One line of things below things, in the order in which they are read: each below the last one
/// before it that is less deep.
struct OutlineLine {
  std::size_t depth = 0;  ///< at most one more than that of the line before
  std::string label = {};
  std::string remark = {};
  friend bool operator==(const OutlineLine&, const OutlineLine&) = default;
};

/// A picture that somebody else drew, as SVG; what it shows stands beside it as an outline.
struct Picture {
  std::string title = {};
  std::string svg = {};  ///< nothing: forms show the outline instead
  std::string says = {};
  std::vector<OutlineLine> outline = {};
};

using Block = std::variant<std::string, Table, Chart, Picture>;  ///< a text is a paragraph

struct Section {
  std::string key = {};  ///< within its report, each once: `overdue`
  std::string title = {};
  std::vector<Block> blocks = {};
};

/// A document, in the order in which it is read.
struct Report {
  std::string kind = {};  ///< `pack`: what JSON calls it
  std::string title = {};
  std::string subtitle = {};  ///< `as at 1 November 2019`
  /// What it is of and what it rests on, by name: `as_at`, `As at`, 1 November 2019.
  struct Heading {
    Column name;
    Cell value;
  };
  std::vector<Heading> headings = {};
  std::vector<Section> sections = {};
};

struct Withheld;
/// `What was withheld, and why`: a line for each sort of thing, and what would show it.
[[nodiscard]] Section withheld_section(const std::vector<Withheld>& withheld);

}  // namespace safegov
