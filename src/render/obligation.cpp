// One obligation, wherever it is listed; and all of them.
// SPDX-License-Identifier: Apache-2.0

#include "render/obligation.hpp"

#include <algorithm>
#include <stdexcept>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"

namespace safegov {
namespace internal {
namespace {

std::string_view id_or_none(const Body* body) {
  return body ? std::string_view(body->id) : "nobody stated";
}

/// The version of the JSON reports; it grows when a field changes its meaning or goes.
constexpr int report_version = 1;

}  // namespace

void write_obligation(Page& page, const Obligation& o, std::string_view remark) {
  constexpr std::size_t tail = 18;
  const std::size_t before = page.width() - 2 - 1 - 1 - tail;
  const std::size_t when = std::min<std::size_t>(20, before), room = before - when;
  const Deadline& due = o.due();
  const std::string_view words =
      due.kind == DeadlineKind::undated ? "no date" : std::string_view(due.text);
  std::string id = o.id();
  if (display_width(id) > room) {  // never cut what people copy: the rest goes on a line below
    page.line("  " + page.bold(id));
    id.clear();
  }
  page.line("  " + page.bold(left(id, room)) + " " + left(words, when) + " " + right(remark, tail));
  std::string who(id_or_none(o.from()));
  if (o.to()) who += " → " + o.to()->id;
  page.line("      " + page.dim(cell(who + ": " + o.what(), page.width() - 6)));
}

void write_fields(Json& json, const Obligation& o) {
  const Deadline& due = o.due();
  const auto id_of = [](const Body* body) {
    return body ? std::string_view(body->id) : std::string_view();
  };
  json.field("id", o.id())
      .field("plan", o.plan().id)
      .field("objective", o.objective().no)
      .field("action", o.action().no)
      .field("what", o.what())
      .optional("from", id_of(o.from()))
      .optional("to", id_of(o.to()))
      .optional("lead", id_of(o.lead()));
  json.key("due").object().optional("text", due.text).field("kind", to_string(due.kind));
  json.field("precision", to_string(due.precision));
  const auto days = o.days();
  json.key("first"), days ? json.text(iso(days->first())) : json.null();
  json.key("last"), days ? json.text(iso(days->last())) : json.null();
  json.optional("condition", due.condition).end();
  json.optional("source", o.promise().source).place("where", o.where());
}

void begin_report(Json& json, std::string_view name) {
  json.object().field("report", name).field("version", report_version);
}

void begin_report(Json& json, std::string_view name, const Partnership& partnership) {
  begin_report(json, name);
  json.key("partnership").object();
  json.field("id", partnership.arrangements().id)
      .field("name", partnership.arrangements().name)
      .end();
}

void write_head(Page& page, const Partnership& partnership, DateRange range) {
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
  page.line("from " + in_words(range.first()) + " to " + in_words(range.last()));
  page.line();
}

void write_counts(Json& json, const Counts& counts) {
  json.key("counts").object();
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    json.field(to_string(state), static_cast<long long>(counts[state]));
  }
  json.end();
}

}  // namespace internal

namespace {

/// A row for each obligation: the fields of the JSON, flat.
std::string as_csv(const Obligations& obligations) {
  internal::Csv csv;
  csv.row("id", "plan", "objective", "action", "what", "from", "to", "lead", "due", "first", "last",
          "source");
  const auto id_of = [](const Body* body) { return body ? body->id : std::string(); };
  for (const Obligation o : obligations) {
    const auto range = o.days();
    csv.row(o.id(), o.plan().id, o.objective().no, o.action().no, o.what(), id_of(o.from()),
            id_of(o.to()), id_of(o.lead()), o.due().text, range ? iso(range->first()) : "",
            range ? iso(range->last()) : "", o.promise().source);
  }
  return csv.take();
}

}  // namespace

std::string render(const Obligations& obligations, Format format, const RenderOptions& options) {
  using namespace internal;
  if (format > Format::csv) throw std::invalid_argument("a list of obligations has no such form");
  if (format == Format::csv) return as_csv(obligations);
  if (format == Format::json) {
    Json json;
    begin_report(json, "obligations", obligations.partnership());
    json.key("obligations").list();
    for (const Obligation o : obligations) {
      json.object();
      write_fields(json, o);
      json.end();
    }
    json.end();
    return json.end().take();
  }
  Page page(options);
  for (const Obligation o : obligations) {
    const Deadline& due = o.due();
    std::string days;
    if (const auto range = o.days())
      days = range->length() == 1 ? iso(range->first()) : "by " + iso(range->last());
    else if (due.kind != DeadlineKind::undated)
      days = to_string(due.kind);
    write_obligation(page, o, days);
  }
  return page.take();
}

}  // namespace safegov
