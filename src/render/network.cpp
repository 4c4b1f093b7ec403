// Who answers to whom, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include "render/network.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <utility>
#include <vector>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace internal {

std::string_view spoken(LineKind kind) {
  constexpr std::array<std::string_view, 7> words{
      "reports to", "escalates to", "assures", "scrutinises", "advises", "joint with", "attends"};
  return words[static_cast<std::size_t>(kind)];
}

void write_line(Json& json, const Network& network, const NetworkLine& line) {
  const Partnership& partnership = network.partnership();
  const auto date = [&](std::string_view name, const std::optional<Date>& day) {
    json.optional(name, day ? iso(*day) : std::string());
  };
  json.object().field("from", partnership[line.from].id);
  json.field("kind", to_string(line.kind)).field("to", partnership[line.to].id);
  json.field("written_to", partnership[network.written_to(line)].id);
  json.optional("condition", network.condition(line));
  date("begins", network.begins(line));
  date("ends", network.ends(line));
  json.place("where", network.where(line)).end();
}

void write_along(Json& json, const Network& network) {
  json.key("along").list();
  for (const LineKind kind : network.options().along) json.text(to_string(kind));
  json.end();
}

}  // namespace internal

namespace {

using namespace internal;

long long number(std::size_t count) { return static_cast<long long>(count); }

std::size_t bodies_of(const Network& network) { return network.partnership().bodies().size(); }

BodyId nth(std::size_t i) { return BodyId{static_cast<std::uint32_t>(i)}; }

std::string ids(const Network& network, const std::vector<BodyId>& bodies) {
  std::string out;
  for (const BodyId body : bodies)
    out.append(out.empty() ? "" : ", ").append(network.partnership()[body].id);
  return out;
}

std::string_view heading(NetworkOddity what) {
  constexpr std::array<std::string_view, 7> words{"no top",
                                                  "another top",
                                                  "no route to the top",
                                                  "a cycle",
                                                  "answers to itself",
                                                  "a line to nobody",
                                                  "duties left behind"};
  return words[static_cast<std::size_t>(what)];
}

/// The bodies below the top, each under the next on its route, as written; indented by depth.
class Tree {
 public:
  Tree(Page& page, const Network& network) : page_(page), network_(network) {}

  void write() {
    const std::size_t size = bodies_of(network_);
    std::vector<std::vector<BodyId>> below(size);
    for (std::size_t i = size; i-- > 0;)
      if (const auto line = network_.next(nth(i))) below[line->to.index].push_back(nth(i));
    page_.line(left("", room()) + right("depth", 6) + right("span", 6) + right("load", 6) +
               right("behind", 8));
    std::vector<BodyId> open{network_.top()};
    while (!open.empty()) {
      const BodyId body = open.back();
      open.pop_back();
      row(body);
      open.insert(open.end(), below[body.index].begin(), below[body.index].end());
    }
  }

 private:
  [[nodiscard]] std::size_t room() const { return page_.width() - 26; }

  void row(BodyId body) {
    const Body& described = network_.partnership()[body];
    const std::size_t depth = *network_.depth(body);
    const std::string indent(2 * std::min<std::size_t>(depth + 1, 10), ' ');
    const std::string id = indent + described.id;
    const std::string& name = described.name_on(network_.as_at());
    std::string label = described.id + (name.empty() ? "" : "  " + name);
    if (display_width(id) >= room()) {  // an id is never cut
      page_.line(cell(id, id.size()));
      label.clear();
    }
    const std::size_t width = room() - indent.size() - 1;
    page_.line(indent + left(label, width) + ' ' + right(std::to_string(depth), 6) +
               count(network_.span(body), 6) + count(network_.load(body), 6) +
               count(network_.behind(body), 8));
    if (const auto line = network_.next(body))
      page_.paragraph(network_.condition(*line), indent.size() + 2);
  }

  static std::string count(std::size_t count, std::size_t width) {
    return right(count == 0 ? "·" : std::to_string(count), width);
  }

  Page& page_;
  const Network& network_;
};

void write_single_points(Page& page, const Network& network) {
  const auto points = network.single_points();
  if (points.empty()) return;
  page.line();
  page.line(page.bold("single points of failure"));
  for (const BodyId body : points) {
    const std::size_t behind = network.behind(body);
    page.paragraph((behind == 1 ? "1 body reaches " : std::to_string(behind) + " bodies reach ") +
                       network.partnership()[network.top()].id + " only through " +
                       network.partnership()[body].id,
                   2);
  }
}

/// Other than by single points, routes do not come into this, nor which way a line points.
void write_cut_points(Page& page, const Network& network) {
  std::vector<BodyId> cuts;
  for (std::size_t i = 0; i < bodies_of(network); ++i)
    if (network.cut_point(nth(i))) cuts.push_back(nth(i));
  if (cuts.empty()) return;
  page.line();
  page.line(page.bold("cut points"));
  page.paragraph("without one of these the rest falls apart: " + ids(network, cuts), 2);
}

void write_findings(Page& page, const Network& network) {
  if (network.findings().empty()) return;
  page.line();
  page.line(page.bold("odd"));
  for (const NetworkFinding& finding : network.findings()) {
    const bool none = finding.bodies.empty();
    page.item("  " + left(heading(finding.what), 22),
              none ? "none is declared, or it is gone" : ids(network, finding.bodies), 24);
  }
}

/// Those that have no way to the top, counted by who receives them.
void write_obligations(Page& page, const Network& network) {
  const Obligations& owed = network.obligations();
  if (!network.top() || owed.empty()) return;
  std::map<BodyId, std::size_t> lost;  // nobody stands last
  std::size_t found = 0;
  for (std::size_t row = 0; row < owed.size(); ++row) {
    const BodyId to = owed.to()[row];
    const BodyId holder = to ? network.holder_of(to) : BodyId{};
    if (holder && network.depth(holder))
      ++found;
    else
      ++lost[to];
  }
  page.line();
  page.line(page.bold("obligations"));
  page.paragraph(std::to_string(found) + " of " + std::to_string(owed.size()) +
                     " are owed to somebody with a route to the top",
                 2);
  if (lost.empty()) return;
  std::string without;
  for (const auto& [to, count] : lost)
    without += (without.empty() ? "" : ", ") + std::to_string(count) + " to " +
               (to ? network.partnership()[to].id : "nobody stated");
  page.paragraph("without: " + without, 2);
}

std::string in_one_line(const Network& network, const NetworkLine& line) {
  const Partnership& partnership = network.partnership();
  const std::string condition(network.condition(line));
  return partnership[line.from].id + ' ' + std::string(spoken(line.kind)) + ' ' +
         partnership[line.to].id + (condition.empty() ? "" : ", " + condition);
}

void write_changes(Page& page, const Network& before, const Network& after) {
  const NetworkChanges found = changes(before, after);
  page.line();
  page.line(page.bold("since " + in_words(before.as_at())));
  if (found == NetworkChanges{}) page.line("  nothing changed");
  const auto list = [&](std::string_view head, const std::vector<BodyId>& bodies) {
    if (!bodies.empty()) page.item("  " + left(head, 22), ids(after, bodies), 24);
  };
  list("begun", found.begun);
  list("ended", found.ended);
  for (const NetworkLine& line : found.lines_begun)
    page.item("  " + left("a line begun", 22), in_one_line(after, line), 24);
  for (const NetworkLine& line : found.lines_ended)
    page.item("  " + left("a line ended", 22), in_one_line(before, line), 24);
}

std::string as_text(const Network& network, const std::optional<Network>& before,
                    const RenderOptions& options) {
  Page page(options);
  std::size_t there = 0;
  for (std::size_t i = 0; i < bodies_of(network); ++i)
    if (network.exists(nth(i))) ++there;
  std::string along;
  for (const LineKind kind : network.options().along)
    along.append(along.empty() ? "" : ", ").append(spoken(kind));
  page.line(page.bold(cell(network.partnership().arrangements().name, page.width())));
  page.paragraph("as at " + in_words(network.as_at()) + ": " +
                     (there == 1 ? "1 body" : std::to_string(there) + " bodies") + ", " +
                     counted(number(network.lines().size()), "line") + "; routes by '" + along +
                     "'",
                 0);
  if (network.top()) {
    page.line();
    Tree(page, network).write();
  }
  write_single_points(page, network);
  write_cut_points(page, network);
  write_findings(page, network);
  write_obligations(page, network);
  if (before) write_changes(page, *before, network);
  return page.take();
}

void write_ids(Json& json, std::string_view name, const Network& network,
               const std::vector<BodyId>& bodies) {
  json.key(name).list();
  for (const BodyId body : bodies) json.text(network.partnership()[body].id);
  json.end();
}

void write_body(Json& json, const Network& network, BodyId body) {
  const Partnership& partnership = network.partnership();
  const auto id_of = [&](std::string_view name, BodyId other) {
    json.optional(name, other ? std::string_view(partnership[other].id) : std::string_view());
  };
  json.object()
      .field("id", partnership[body].id)
      .field("label", partnership[body].label_on(network.as_at()));
  json.key("exists").boolean(network.exists(body));
  json.key("in_structure").boolean(network.in_structure(body));
  id_of("holder", network.holder_of(body));
  const auto depth = network.depth(body);
  json.key("depth");
  depth ? json.number(*depth) : json.null();
  const auto next = network.next(body);
  id_of("next", next ? next->to : BodyId{});
  id_of("gate", network.gate(body));
  json.field("behind", number(network.behind(body)));
  json.key("cut_point").boolean(network.cut_point(body));
  json.field("span", number(network.span(body))).field("load", number(network.load(body))).end();
}

void write_obligation_route(Json& json, const Network& network, std::size_t row) {
  const Partnership& partnership = network.partnership();
  const Obligation owed = network.obligations()[row];
  json.object().field("id", owed.id());
  json.optional("to", owed.to() ? std::string_view(owed.to()->id) : std::string_view());
  json.key("route");
  if (const auto route = network.route_of(row)) {
    json.list().text(partnership[route->from].id);
    for (const NetworkLine& line : route->lines) json.text(partnership[line.to].id);
    json.end();
  } else {
    json.null();
  }
  json.end();
}

void write_lines(Json& json, std::string_view name, const Network& network,
                 std::span<const NetworkLine> lines) {
  json.key(name).list();
  for (const NetworkLine& line : lines) write_line(json, network, line);
  json.end();
}

std::string as_json(const Network& network, const std::optional<Network>& before) {
  Json json;
  begin_report(json, "network", network.partnership());
  json.field("as_at", iso(network.as_at()));
  write_along(json, network);
  json.optional("top", network.top() ? std::string_view(network.partnership()[network.top()].id)
                                     : std::string_view());
  json.key("bodies").list();
  for (std::size_t i = 0; i < bodies_of(network); ++i) write_body(json, network, nth(i));
  json.end();
  write_lines(json, "lines", network, network.lines());
  write_ids(json, "single_points", network, network.single_points());
  json.key("findings").list();
  for (const NetworkFinding& finding : network.findings()) {
    json.object().field("what", to_string(finding.what));
    write_ids(json, "bodies", network, finding.bodies);
    json.end();
  }
  json.end().key("obligations").list();
  for (std::size_t row = 0; row < network.obligations().size(); ++row)
    write_obligation_route(json, network, row);
  json.end().key("changes");
  if (before) {
    const NetworkChanges found = changes(*before, network);
    json.object().field("since", iso(before->as_at()));
    write_ids(json, "begun", network, found.begun);
    write_ids(json, "ended", network, found.ended);
    write_lines(json, "lines_begun", network, found.lines_begun);
    write_lines(json, "lines_ended", *before, found.lines_ended);
    json.end();
  } else {
    json.null();
  }
  return json.end().take();
}

std::string as_csv(const Network& network) {
  Csv csv;
  const Partnership& partnership = network.partnership();
  csv.row("from", "kind", "to", "written_to", "condition", "begins", "ends", "file", "line");
  const auto day = [](const std::optional<Date>& date) { return date ? iso(*date) : ""; };
  for (const NetworkLine& line : network.lines()) {
    const Span where = network.where(line);
    csv.row(partnership[line.from].id, to_string(line.kind), partnership[line.to].id,
            partnership[network.written_to(line)].id, network.condition(line),
            day(network.begins(line)), day(network.ends(line)), where.name(),
            where ? std::to_string(where.begin.line) : std::string());
  }
  return csv.take();
}

}  // namespace

std::string render(const Network& network, const std::optional<Network>& before, Format format,
                   const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(network, before);
    case Format::csv:
      return as_csv(network);
    case Format::dot:
      return as_dot(network);
    case Format::markdown:
      throw std::invalid_argument("a network has no such form");
  }
  return as_text(network, before, options);
}

}  // namespace safegov
