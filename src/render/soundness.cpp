// Whether a partnership could be made, what it holds, and what is wrong with it.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <stdexcept>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

void write_diagnostics(Json& json, const Diagnostics& diagnostics) {
  json.key("diagnostics").list();
  for (const Diagnostic& d : diagnostics) {
    const Code* code = find_code(d.code);
    json.object().field("code", d.code).optional("name", code ? code->name : "");
    json.field("severity", to_string(d.severity)).field("message", d.message);
    json.place("where", d.where).optional("path", d.path).optional("help", d.help);
    json.key("related").list();
    for (const Related& r : d.related)
      json.object().field("message", r.message).place("where", r.where).end();
    json.end().end();
  }
  json.end();
}

std::string printed(const Diagnostics& diagnostics, const RenderOptions& options) {
  std::ostringstream out;
  print(out, diagnostics, {.excerpts = true, .colour = options.colour});
  return out.str();
}

template <class T>
void write_values(Json& json, std::string_view name, std::span<const T> values) {
  json.key(name).list();
  for (const T& value : values) json.value(type_of<T>(), &value);
  json.end();
}

}  // namespace

std::string render(const Diagnostics& diagnostics, Format format, const RenderOptions& options) {
  if (format != Format::text && format != Format::json)
    throw std::invalid_argument("diagnostics are not a table");
  if (format == Format::text) return printed(diagnostics, options);
  Json json;
  json.object()
      .field("report", "check")
      .field("version", 1)
      .key("sound")
      .boolean(!has_errors(diagnostics));
  write_diagnostics(json, diagnostics);
  return json.end().take();
}

std::string render(const Partnership& partnership, const Diagnostics& remarks, Format format,
                   const RenderOptions& options) {
  if (format != Format::text && format != Format::json)
    throw std::invalid_argument("a partnership is not a table");
  if (format == Format::json) {
    Json json;
    json.object().field("report", "check").field("version", 1).key("sound").boolean(true);
    write_diagnostics(json, remarks);
    json.key("partnership").value(type_of<Arrangements>(), &partnership.arrangements());
    write_values(json, "plans", partnership.plans());
    write_values(json, "records", std::span(partnership.parts().records));
    json.key("registers").object();
    for (const RegisterTable& table : partnership.registers()) {
      const Withhold withheld(table);
      json.key(json_name(table.kind().name)).list();
      for (std::size_t i = 0; i < table.size(); ++i) json.row(table, i, withheld);
      json.end();
    }
    json.end();
    write_values(json, "what_ifs", partnership.what_ifs());
    return json.end().take();
  }
  const auto count = [](std::size_t n, std::string_view noun) {
    return counted(static_cast<long long>(n), noun);
  };
  std::size_t objectives = 0, actions = 0, rows = 0, obligations = 0;
  for (const Plan& plan : partnership.plans()) {
    objectives += plan.objectives.size();
    for (const Objective& objective : plan.objectives) actions += objective.actions.size();
  }
  for (const RegisterTable& table : partnership.registers()) rows += table.size();
  for (const ResolvedPromise& promise : partnership.promises()) obligations += promise.deadlines;
  Page page(options);
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
  page.paragraph(
      "sound: " + count(partnership.plans().size(), "plan") + ", " +
          count(objectives, "objective") + ", " + count(actions, "action") + ", " +
          (rows == 0 ? ""
                     : count(partnership.registers().size(), "register") + " of " +
                           count(rows, "row") + ", ") +
          count(partnership.promises().size(), "promise") + ", " +
          count(obligations, "obligation") + ", " +
          count(partnership.parts().records.size(), "record") +
          (partnership.what_ifs().empty() ? ""
                                          : ", " + count(partnership.what_ifs().size(), "what-if")),
      0);
  return printed(remarks, options) + page.take();
}

}  // namespace safegov
