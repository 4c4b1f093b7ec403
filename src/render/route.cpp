// The ways from one body to another, as text and JSON.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <stdexcept>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/network.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

std::string name_of(const Network& network, BodyId id) {
  const Body& body = network.partnership()[id];
  const std::string& name = body.name_on(network.as_at());
  return name.empty() ? body.id : body.id + "  " + name;
}

/// That a body is not there, and who carries its duties.
void write_absence(Page& page, const Network& network, BodyId body) {
  if (network.exists(body)) return;
  const Partnership& partnership = network.partnership();
  const BodyId holder = network.holder_of(body);
  page.paragraph(partnership[body].id + " is not there on that day" +
                     (holder ? "; its duties are with " + partnership[holder].id : std::string()),
                 0);
}

void write_route(Page& page, const Network& network, const Route& route) {
  const Partnership& partnership = network.partnership();
  page.line();
  page.line("  " + cell(name_of(network, route.from), page.width() - 2));
  for (const NetworkLine& line : route.lines) {
    const std::string condition(network.condition(line));
    const BodyId written = network.written_to(line);
    std::string text = std::string(spoken(line.kind)) + ' ' + name_of(network, line.to);
    if (!condition.empty()) text += ", " + condition;
    if (written != line.to) text += ", which took over from " + partnership[written].id;
    page.paragraph(text, 4);
    if (const Span where = network.where(line)) {
      std::ostringstream place;
      place << where;
      page.line("      " + page.dim(place.str()));
    }
  }
}

std::string as_text(const Network& network, BodyId from, BodyId to, const Routes& routes,
                    const RenderOptions& options) {
  Page page(options);
  const Partnership& partnership = network.partnership();
  const auto count = static_cast<long long>(routes.routes.size());
  const std::string found = routes.more ? "the first " + counted(count, "route")
                            : count < 2 ? std::string(count == 0 ? "no route" : "route")
                                        : counted(count, "route");
  page.line(page.bold(cell(found + " from " + partnership[from].id + " to " + partnership[to].id +
                               " on " + in_words(network.as_at()),
                           page.width())));
  write_absence(page, network, from);
  if (from != to) write_absence(page, network, to);
  for (const Route& route : routes.routes) write_route(page, network, route);
  return page.take();
}

std::string as_json(const Network& network, BodyId from, BodyId to, const Routes& routes) {
  Json json;
  const Partnership& partnership = network.partnership();
  begin_report(json, "route", partnership);
  json.field("as_at", iso(network.as_at()));
  write_along(json, network);
  json.field("from", partnership[from].id).field("to", partnership[to].id);
  json.key("more").boolean(routes.more).key("routes").list();
  for (const Route& route : routes.routes) {
    json.list();
    for (const NetworkLine& line : route.lines) write_line(json, network, line);
    json.end();
  }
  return json.end().end().take();
}

}  // namespace

std::string render(const Network& network, BodyId from, BodyId to, const Routes& routes,
                   Format format, const RenderOptions& options) {
  if (format == Format::text) return as_text(network, from, to, routes, options);
  if (format == Format::json) return as_json(network, from, to, routes);
  throw std::invalid_argument("routes have no such form");
}

}  // namespace safegov
