// What two assessments say differently, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <stdexcept>
#include <string>

#include <safegov/compare.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

constexpr std::string_view arrow = " → ";

/// One obligation in one of the two, or in neither.
class Side {
 public:
  Side(const Assessment& assessment, const std::optional<std::size_t>& row)
      : assessment_(assessment), row_(row) {}

  [[nodiscard]] std::string state() const {
    return row_ ? std::string(to_string(assessment_[*row_])) : std::string();
  }
  [[nodiscard]] std::string state_in_words() const {
    return row_ ? spoken(assessment_[*row_]) : "not owed";
  }
  [[nodiscard]] std::string last() const {
    const auto range = row_ ? assessment_.in_force(*row_) : std::nullopt;
    return range ? iso(range->last()) : std::string();
  }
  [[nodiscard]] std::string last_in_words() const {
    const auto range = row_ ? assessment_.in_force(*row_) : std::nullopt;
    return range ? "by " + in_words(range->last()) : "no day";
  }
  [[nodiscard]] std::string from() const {
    return id_of(row_ ? assessment_.obligations()[*row_].from() : nullptr);
  }
  [[nodiscard]] std::string lead() const {
    return id_of(row_ ? assessment_.obligations()[*row_].lead() : nullptr);
  }

 private:
  static std::string id_of(const Body* body) { return body ? body->id : std::string(); }

  const Assessment& assessment_;
  std::optional<std::size_t> row_;
};

std::string or_nobody(std::string id) { return id.empty() ? "nobody stated" : id; }

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

void write_counts(Page& page, const Counts& was, const Counts& is) {
  page.line(page.bold("  " + left("", 16) + right("is", 8) + right("would be", 10)));
  for (std::size_t i = 0; i < state_count; ++i) {
    const auto state = static_cast<State>(i);
    if (was[state] == 0 && is[state] == 0) continue;
    const auto change = static_cast<long long>(is[state]) - static_cast<long long>(was[state]);
    std::string line = "  " + page.in_colour(state, left(spoken(state), 16)) +
                       right(std::to_string(was[state]), 8) + right(std::to_string(is[state]), 10);
    if (change != 0) line += right((change > 0 ? "+" : "−") + std::to_string(std::abs(change)), 6);
    page.line(line);
  }
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
  write_counts(page, before.counts(), after.counts());
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

void write_counts(Json& json, std::string_view name, const Counts& counts) {
  json.key(name).object();
  for (std::size_t i = 0; i < state_count; ++i)
    json.field(to_string(static_cast<State>(i)),
               static_cast<long long>(counts[static_cast<State>(i)]));
  json.end();
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
