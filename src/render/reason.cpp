// Reasons as text and as JSON.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <stdexcept>

#include <safegov/explain.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {

void internal::write_fact(Page& page, const Fact& fact) {
  page.paragraph(fact.kind + ": " + fact.text, 4);
  std::ostringstream where;
  if (fact.where)
    where << fact.where;
  else
    where << fact.path;
  page.line("      " + page.dim(where.str()));
}

void internal::write_fact(Json& json, const Fact& fact) {
  json.object()
      .field("kind", json_name(fact.kind))
      .field("text", fact.text)
      .place("where", fact.where)
      .field("path", fact.path)
      .end();
}

namespace {

using namespace internal;

void write_text(Page& page, const Assessment& assessment, std::size_t row) {
  const Reason reason = explain(assessment, row);
  page.line(page.bold(assessment.obligations()[row].id()) + " is " +
            page.in_colour(reason.state, spoken(reason.state)) + " as at " +
            in_words(assessment.as_at()));
  page.paragraph("because " + reason.rule, 2);
  for (const Fact& fact : reason.facts) write_fact(page, fact);
  for (const std::string& step : reason.steps) page.paragraph("→ " + step, 4);
}

std::string as_json(const Assessment& assessment, const std::vector<std::size_t>& rows) {
  Json json;
  begin_report(json, "explain", assessment.obligations().partnership());
  json.field("as_at", iso(assessment.as_at())).key("reasons").list();
  for (const std::size_t row : rows) {
    const Reason reason = explain(assessment, row);
    json.object().field("id", assessment.obligations()[row].id());
    json.field("state", to_string(reason.state)).field("rule", reason.rule).key("facts").list();
    for (const Fact& fact : reason.facts) write_fact(json, fact);
    json.end().key("steps").list();
    for (const std::string& step : reason.steps) json.text(step);
    json.end().end();
  }
  json.end();
  return json.end().take();
}

}  // namespace

std::string render(const Assessment& assessment, const std::vector<std::size_t>& rows,
                   Format format, const RenderOptions& options) {
  if (format != Format::text && format != Format::json)
    throw std::invalid_argument("reasons are not a table");
  if (format == Format::json) return as_json(assessment, rows);
  Page page(options);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i > 0) page.line();
    write_text(page, assessment, rows[i]);
  }
  return page.take();
}

}  // namespace safegov
