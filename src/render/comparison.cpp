// What two assessments say differently, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <stdexcept>
#include <string>

#include <safegov/compare.hpp>
#include <safegov/render.hpp>

#include "render/csv.hpp"
#include "render/obligation.hpp"
#include "render/side.hpp"

namespace safegov {
namespace {

using namespace internal;

constexpr std::string_view arrow = " → ";

std::string in_words(const Change& change, const Side& was, const Side& is) {
  if (!change.before) return "new: " + is.state_in_words();
  if (!change.after) return "gone; it was " + was.state_in_words();
  std::string words;
  const auto add = [&](const std::string& part) {
    if (!words.empty()) words += "; ";
    words += part;
  };
  if (change.state)
    add(was.state_in_words() + std::string(arrow) + is.state_in_words());
  else
    add("still " + is.state_in_words());
  if (change.days) add(was.last_in_words() + std::string(arrow) + is.last_in_words());
  if (change.owner)
    add("owed by " + or_nobody(was.from()) + std::string(arrow) + or_nobody(is.from()));
  if (change.lead)
    add("led by " + or_nobody(was.lead()) + std::string(arrow) + or_nobody(is.lead()));
  return words;
}

std::string as_text(const Assessment& before, const Assessment& after,
                    const std::vector<Change>& changes, const WhatIf& what_if,
                    const RenderOptions& options) {
  Page page(options);
  page.paragraph("What if: " + what_if.title, 0);
  page.paragraph(before.obligations().partnership().arrangements().name + ", as at " +
                     safegov::in_words(before.as_at()),
                 0);
  page.line();
  write_two_counts(page, before.counts(), after.counts(), "is", "would be");
  page.line();
  page.line(changes.empty() ? "nothing would be different"
                            : counted(static_cast<long long>(changes.size()), "obligation") +
                                  " would be different");
  for (const Change& change : changes) {
    const Side was(before, change.before), is(after, change.after);
    page.line("  " + page.bold(change.id));
    page.paragraph(in_words(change, was, is), 6);
  }
  return page.take();
}

void write_side(Json& json, std::string_view name, bool there, const Side& side) {
  json.key(name);
  if (!there) {
    json.null();
    return;
  }
  json.object()
      .field("state", side.state())
      .optional("last_in_force", side.last())
      .optional("from", side.from())
      .optional("lead", side.lead())
      .end();
}

std::string as_json(const Assessment& before, const Assessment& after,
                    const std::vector<Change>& changes, const WhatIf& what_if) {
  Json json;
  begin_report(json, "what-if", before.obligations().partnership());
  json.field("what_if", what_if.title).field("as_at", iso(before.as_at()));
  write_counts(json, "counts_before", before.counts());
  write_counts(json, "counts_after", after.counts());
  json.key("changes").list();
  for (const Change& change : changes) {
    json.object().field("id", change.id);
    write_side(json, "before", change.before.has_value(), Side(before, change.before));
    write_side(json, "after", change.after.has_value(), Side(after, change.after));
    json.end();
  }
  json.end();
  return json.end().take();
}

std::string as_csv(const Assessment& before, const Assessment& after,
                   const std::vector<Change>& changes) {
  Csv csv;
  csv.row("id", "state_before", "state_after", "last_in_force_before", "last_in_force_after",
          "from_before", "from_after", "lead_before", "lead_after");
  for (const Change& change : changes) {
    const Side was(before, change.before), is(after, change.after);
    csv.row(change.id, was.state(), is.state(), was.last(), is.last(), was.from(), is.from(),
            was.lead(), is.lead());
  }
  return csv.take();
}

}  // namespace

std::string render(const Assessment& before, const Assessment& after, const WhatIf& what_if,
                   Format format, const RenderOptions& options) {
  const std::vector<Change> changes = compare(before, after);
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(before, after, changes, what_if);
    case Format::csv:
      return as_csv(before, after, changes);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("a comparison has no such form");
  }
  return as_text(before, after, changes, what_if, options);
}

}  // namespace safegov
