// Who answers to whom, as a picture for Graphviz.
// SPDX-License-Identifier: Apache-2.0
//
// Rows are made here, because dot puts all of one depth side by side, metres wide: a depth has as
// many rows as it needs, one below the other, held together by edges that are not drawn.

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <safegov/arrival.hpp>
#include <safegov/calendar.hpp>

#include "base/text.hpp"
#include "render/network.hpp"
#include "render/text.hpp"

namespace safegov::internal {
namespace {

constexpr std::size_t in_a_row = 6;    // bodies
constexpr std::size_t in_a_line = 24;  // letters, unless a word is longer

/// As a text of Graphviz, which has escapes of its own and knows the entities of HTML.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (c == '&')
      out += "&amp;";
    else
      out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out;
}

std::string quoted(std::string_view text) { return '"' + escaped(text) + '"'; }

/// The same in lines.
std::string wrapped(std::string_view text) {
  std::string out;
  std::size_t width = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' '), text.size());
    const std::string_view word = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (width != 0 && width + 1 + display_width(word) > in_a_line) {
      out += "\\n";
      width = 0;
    }
    if (width != 0) out += ' ';
    out += escaped(word);
    width += (width == 0 ? 0 : 1) + display_width(word);
  }
  return out;
}

std::string_view shape_of(const Body& body) {
  switch (body.kind.value_or(BodyKind::group)) {
    case BodyKind::group:
      break;
    case BodyKind::agency:
      return "ellipse";
    case BodyKind::board:
      return "box, peripheries=2";
    case BodyKind::network:
      return "hexagon, margin=\"0,0.02\"";
    case BodyKind::post:
      return "house, margin=\"0,0.02\"";
    case BodyKind::outside:
      return "note";
    case BodyKind::partnership:
      return "tab";
  }
  return "box";
}

class Picture {
 public:
  explicit Picture(const Network& network)
      : network_(network),
        partnership_(network.partnership()),
        size_(static_cast<std::uint32_t>(partnership_.bodies().size())) {}

  std::string take() {
    find_ages();
    begin();
    arrange();
    for (std::uint32_t i = 0; i < size_; ++i)
      if (linked_[i] != 0) write_body(BodyId{i}, "  ");
    for (const Row& row : rows_) write_rank(row, "  ");
    write_chain(rows_, "  ");
    write_lines();
    write_unlinked();
    return std::move(out_) + "}\n";
  }

 private:
  using Row = std::vector<BodyId>;

  [[nodiscard]] std::string id(BodyId body) const { return quoted(partnership_[body].id); }

  /// How old, in days, is what the top can know of each; where no calendar or no meetings say so,
  /// nothing.
  void find_ages() {
    ages_.resize(size_);
    if (!network_.top()) return;
    try {
      const Date as_at = network_.as_at();
      const Timetable timetable(network_.obligations(), {.as_at = as_at});
      for (const AssuranceRow& row : assurance(Arrivals(timetable, network_.top()), as_at).rows) {
        const auto& [possible, certain] = row.known;
        if (!possible) continue;
        const int least = as_at.days() - possible->days();
        std::string& age = ages_[row.body.index] = "age " + std::to_string(least);
        if (!certain)
          age += " or more";
        else if (certain != possible)
          age += " to " + std::to_string(as_at.days() - certain->days());
        age += age == "age 1" ? " day" : " days";
      }
    } catch (const OutsideCalendar&) {
      // Then it cannot be told when papers are due; who answers to whom can.
    }
  }

  void begin() {
    const bool aged =
        std::ranges::any_of(ages_, [](const std::string& age) { return !age.empty(); });
    out_ = "digraph " + quoted(partnership_.arrangements().id) + " {\n  label=\"" +
           escaped(partnership_.arrangements().name) + "\\nas at " + in_words(network_.as_at()) +
           "\\nload: how many obligations are owed to it" +
           (aged ? "; age: how old is what the top can know of it" : "") +
           "\"\n  labelloc=t\n  fontname=\"sans-serif\"\n"
           "  rankdir=BT\n  ranksep=0.45\n  nodesep=0.2\n"
           "  node [fontname=\"sans-serif\", fontsize=11]\n"
           "  edge [fontname=\"sans-serif\", fontsize=9]\n";
  }

  /// Those with a route by their depth, whoever has a line to one of them or from one beside that
  /// one, all others with lines below.
  void arrange() {
    linked_.assign(size_, 0);
    std::map<std::size_t, Row> by_depth;
    std::vector<std::uint8_t> placed(size_, 0);
    const auto place = [&](std::size_t depth, BodyId body) {
      placed[body.index] = 1;
      by_depth[depth].push_back(body);
    };
    for (std::uint32_t i = 0; i < size_; ++i)
      if (const auto depth = network_.depth(BodyId{i})) place(*depth + 1, BodyId{i});
    for (const NetworkLine& line : network_.lines()) {
      linked_[line.from.index] = linked_[line.to.index] = 1;
      const auto from = network_.depth(line.from), to = network_.depth(line.to);
      if (line.kind == LineKind::reports_to) {
        // To whom the top itself reports.
        if (from && !to && placed[line.to.index] == 0) place(*from, line.to);
      } else if (to && !from && placed[line.from.index] == 0) {
        place(*to + 1, line.from);
      } else if (from && !to && placed[line.to.index] == 0) {
        place(*from + 1, line.to);
      }
    }
    if (network_.top()) linked_[network_.top().index] = 1;
    for (std::uint32_t i = 0; i < size_; ++i)
      if (linked_[i] != 0 && placed[i] == 0) place(size_ + 1, BodyId{i});
    for (const auto& [depth, bodies] : by_depth) add_rows(rows_, bodies);
    row_of_.assign(size_, 0);
    for (std::uint32_t i = 0; i < rows_.size(); ++i)
      for (const BodyId body : rows_[i]) row_of_[body.index] = i;
  }

  /// Of nearly the same length each.
  static void add_rows(std::vector<Row>& rows, const Row& bodies) {
    const std::size_t count = (bodies.size() + in_a_row - 1) / in_a_row;
    for (std::size_t i = 0; i < count; ++i) {
      const auto at = [&](std::size_t row) {
        return bodies.begin() + static_cast<std::ptrdiff_t>(bodies.size() * row / count);
      };
      rows.emplace_back(at(i), at(i + 1));
    }
  }

  void write_body(BodyId body, std::string_view indent) {
    const Body& described = partnership_[body];
    const std::string& age = ages_[body.index];
    out_.append(indent).append(id(body)).append(" [shape=").append(shape_of(described));
    out_ += ", label=\"" + wrapped(described.label_on(network_.as_at())) + "\\nload " +
            std::to_string(network_.load(body)) + (age.empty() ? "" : ", " + age) + "\"]\n";
  }

  void write_rank(const Row& row, std::string_view indent) {
    out_.append(indent).append("{rank=same");
    for (const BodyId body : row) out_ += "; " + id(body);
    out_ += "}\n";
  }

  void write_chain(const std::vector<Row>& rows, std::string_view indent) {
    for (std::size_t i = 1; i < rows.size(); ++i)
      out_.append(indent).append(id(rows[i].front())) +=
          " -> " + id(rows[i - 1].front()) + " [style=invis]\n";
  }

  /// What reports to whom is drawn through; all other lines from one body to another are one,
  /// dashed if it attends without a vote, dotted otherwise.
  void write_lines() {
    std::map<std::pair<BodyId, BodyId>, std::vector<const NetworkLine*>> others;
    std::vector<std::pair<BodyId, BodyId>> order;
    for (const NetworkLine& line : network_.lines()) {
      if (line.kind == LineKind::reports_to) {
        const std::string_view condition = network_.condition(line);
        write_line(line.from, line.to,
                   condition.empty() ? "" : "label=\"" + wrapped(condition) + "\"");
        continue;
      }
      auto& list = others[{line.from, line.to}];
      if (list.empty()) order.emplace_back(line.from, line.to);
      list.push_back(&line);
    }
    for (const auto& [from, to] : order) {
      std::string label;
      bool attends = false;
      for (const NetworkLine* line : others[{from, to}]) {
        const std::string_view condition = network_.condition(*line);
        label.append(label.empty() ? "" : "\\n").append(spoken(line->kind));
        if (!condition.empty()) label += "\\n" + wrapped(condition);
        attends = attends || line->kind == LineKind::attends;
      }
      // Between two of a row it moves neither, and makes room for its words.
      const bool moves = row_of_[from.index] != row_of_[to.index];
      write_line(from, to,
                 std::string(attends ? "style=dashed" : "style=dotted") +
                     (moves ? ", constraint=false" : "") + ", label=\"" + label + "\"");
    }
  }

  void write_line(BodyId from, BodyId to, const std::string& how) {
    out_ += "  " + id(from) + " -> " + id(to) + (how.empty() ? "" : " [" + how + "]") + "\n";
  }

  /// Those in the structure to whom and from whom no line leads: aside.
  void write_unlinked() {
    Row bodies;
    for (std::uint32_t i = 0; i < size_; ++i)
      if (linked_[i] == 0 && network_.in_structure(BodyId{i})) bodies.push_back(BodyId{i});
    if (bodies.empty()) return;
    std::vector<Row> rows;
    add_rows(rows, bodies);
    out_ +=
        "  subgraph cluster_unlinked {\n    label=\"without a line\"\n"
        "    labelloc=b\n    style=dotted\n";
    for (const BodyId body : bodies) write_body(body, "    ");
    for (const Row& row : rows) write_rank(row, "    ");
    write_chain(rows, "    ");
    out_ += "  }\n";
    if (!rows_.empty()) write_chain({rows_.back(), rows.front()}, "  ");
  }

  const Network& network_;
  const Partnership& partnership_;
  std::uint32_t size_;
  std::vector<std::string> ages_;
  std::vector<std::uint8_t> linked_;
  std::vector<Row> rows_;
  std::vector<std::uint32_t> row_of_;
  std::string out_;
};

}  // namespace

std::string as_dot(const Network& network) { return Picture(network).take(); }

}  // namespace safegov::internal
