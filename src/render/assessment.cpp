// An assessment as text and as JSON.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <stdexcept>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/council_table.hpp"
#include "render/count_table.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {

template <>
std::span<const std::string_view> words_of<Format>() {
  static constexpr std::array<std::string_view, 5> words{"text", "json", "csv", "markdown", "dot"};
  return words;
}

namespace {

using namespace internal;

bool wanted(const RenderOptions& options, State state) {
  return options.only.empty() || std::ranges::count(options.only, state) != 0;
}

void write_counts(Page& page, const Counts& counts) {
  const std::size_t bar = std::min<std::size_t>(40, page.width() - 2 - 16 - 6 - 2);
  const std::size_t total = std::max<std::size_t>(1, counts.total());
  for (const State state : by_urgency) {
    if (counts[state] == 0) continue;
    const std::size_t length = std::max<std::size_t>(1, counts[state] * bar / total);
    std::string blocks;
    for (std::size_t i = 0; i < length; ++i) blocks += "█";
    page.line("  " + page.in_colour(state, left(spoken(state), 16)) +
              right(std::to_string(counts[state]), 6) + "  " + page.in_colour(state, blocks));
  }
  page.line("  " + left("in all", 16) + right(std::to_string(counts.total()), 6));
}

/// What stands at the right of an obligation, under the heading of its state.
std::string remark(const Assessment& assessment, std::size_t row) {
  const State state = assessment[row];
  const int days = assessment.days_overdue(row);
  const bool moved = assessment.slips(row).count != 0;
  const auto meeting = assessment.meeting(row);
  if (meeting && state == State::unresolved)
    return "meeting " + std::string(to_string(meeting->state));
  if (state == State::overdue)
    return counted(days, "day") + (assessment.part_by(row) ? ", part in" : moved ? ", moved" : "");
  if (state == State::received_late) return counted(days, "day") + " late";
  if (const Record* record = assessment.closed_by(row)) return in_words(*record->date);
  if (const Record* part = assessment.part_by(row)) return "a part " + iso(*part->date);
  if (moved || (meeting && meeting->state == MeetingState::moved))
    return "now " + iso(assessment.in_force(row)->last());
  return "";
}

void write_states(Page& page, const Assessment& assessment, const RenderOptions& options) {
  for (const State state : by_urgency) {
    if (assessment.counts()[state] == 0 || !wanted(options, state)) continue;
    page.line();
    page.line(page.in_colour(state, spoken(state)) + " (" +
              std::to_string(assessment.counts()[state]) + ")");
    for (const Obligation o : assessment.obligations()) {
      if (assessment[o.row()] != state) continue;
      write_obligation(page, o, remark(assessment, o.row()));
    }
  }
}

void write_groups(Page& page, const Assessment& assessment, Group group) {
  CountTable table(page, {{"overdue", 9, {State::overdue}},
                          {"due", 5, {State::due, State::due_soon, State::partly_received}},
                          {"late", 5, {State::received_late}},
                          {"received", 9, {State::received}},
                          {"not due", 8, {State::not_due}}});
  table.head(words_of<Group>()[static_cast<std::size_t>(group)]);
  for (const GroupCounts& entry : assessment.by(group)) {
    const bool same = entry.id == entry.name || entry.id.empty();
    table.row(same ? entry.name : entry.id + "  " + entry.name, entry.counts);
  }
}

/// `2 plans, 5 registers`, or those that it is restricted to.
std::string scope_of(const Obligations& owed) {
  const Partnership& partnership = owed.partnership();
  std::string scope;
  for (const PlanId id : owed.of()) scope += (scope.empty() ? "" : ", ") + partnership[id].id;
  if (!scope.empty()) return "of " + scope;
  scope = counted(static_cast<long long>(partnership.plans().size()), "plan");
  if (!partnership.registers().empty())
    scope += ", " + counted(static_cast<long long>(partnership.registers().size()), "register");
  return scope;
}

std::string as_text(const Assessment& assessment, const RenderOptions& options) {
  Page page(options);
  const Partnership& partnership = assessment.obligations().partnership();
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
  const auto& known_at = assessment.options().known_at;
  page.paragraph("as at " + in_words(assessment.as_at()) +
                     (known_at ? ", as known at " + in_words(*known_at) : std::string()) + ": " +
                     scope_of(assessment.obligations()) + ", " +
                     counted(static_cast<long long>(assessment.size()), "obligation") + ", " +
                     counted(static_cast<long long>(partnership.parts().records.size()), "record"),
                 0);
  page.line();
  write_counts(page, assessment.counts());
  if (options.by) {
    page.line();
    write_groups(page, assessment, *options.by);
  } else {
    write_states(page, assessment, options);
  }
  return page.take();
}

void write_day(Json& json, std::string_view name, const std::optional<Date>& day) {
  json.key(name);
  day ? json.text(iso(*day)) : json.null();
}

/// The meeting that it is bound to and where that stands, or null.
void write_meeting(Json& json, const Assessment& assessment, std::size_t row) {
  json.key("meeting");
  const auto meeting = assessment.meeting(row);
  if (!meeting) {
    json.null();
    return;
  }
  const Partnership& partnership = assessment.obligations().partnership();
  json.object()
      .field("id", partnership.id_of(meeting->meeting))
      .field("state", to_string(meeting->state))
      .field("first", iso(meeting->days.first()))
      .field("last", iso(meeting->days.last()))
      .end();
}

std::string as_json(const Assessment& assessment, const RenderOptions& options) {
  Json json;
  const Partnership& partnership = assessment.obligations().partnership();
  begin_report(json, "assess", partnership);
  json.field("as_at", iso(assessment.as_at()));
  write_day(json, "known_at", assessment.options().known_at);
  json.field("due_soon_days", assessment.options().due_soon_days);
  write_counts(json, assessment.counts());
  if (options.by) {
    json.key("by").object().field("field",
                                  words_of<Group>()[static_cast<std::size_t>(*options.by)]);
    json.key("groups").list();
    for (const GroupCounts& group : assessment.by(*options.by)) {
      json.object().optional("id", group.id).field("name", group.name);
      write_counts(json, group.counts);
      json.end();
    }
    json.end().end();
  }
  json.key("obligations").list();
  for (const Obligation o : assessment.obligations()) {
    const State state = assessment[o.row()];
    if (!wanted(options, state)) continue;
    const Record* closed = assessment.closed_by(o.row());
    const Record* part = assessment.part_by(o.row());
    json.object();
    write_fields(json, o);
    json.field("state", to_string(state));
    const auto in_force = assessment.in_force(o.row());
    const Slips slips = assessment.slips(o.row());
    write_day(json, "last_in_force", in_force ? std::optional(in_force->last()) : std::nullopt);
    write_meeting(json, assessment, o.row());
    json.field("slips", slips.count).field("slipped_days", slips.days);
    write_day(json, "overdue_since", assessment.overdue_since(o.row()));
    json.field("days_overdue", assessment.days_overdue(o.row()));
    write_day(json, "closed_on", closed ? closed->date : std::nullopt);
    write_day(json, "part_received_on", part ? part->date : std::nullopt);
    json.end();
  }
  json.end();
  return json.end().take();
}

/// A row for each obligation: the fields of the JSON, flat.
std::string as_csv(const Assessment& assessment, const RenderOptions& options) {
  Csv csv;
  csv.row("id", "plan", "objective", "action", "what", "from", "to", "lead", "due", "first", "last",
          "last_in_force", "slips", "slipped_days", "meeting", "meeting_state", "state",
          "overdue_since", "days_overdue", "closed_on", "source", "file", "line", "column");
  const auto id_of = [](const Body* body) { return body ? body->id : std::string(); };
  const auto day_of = [](const std::optional<Date>& day) {
    return day ? iso(*day) : std::string();
  };
  for (const Obligation o : assessment.obligations()) {
    const State state = assessment[o.row()];
    if (!wanted(options, state)) continue;
    const auto range = o.days();
    const auto in_force = assessment.in_force(o.row());
    const Slips slips = assessment.slips(o.row());
    const auto meeting = assessment.meeting(o.row());
    const Record* closed = assessment.closed_by(o.row());
    const Span where = o.where();
    csv.row(
        o.id(), o.plan().id, o.objective().no, o.action().no, o.what(), id_of(o.from()),
        id_of(o.to()), id_of(o.lead()), o.due().text, range ? iso(range->first()) : "",
        range ? iso(range->last()) : "", in_force ? iso(in_force->last()) : "", slips.count,
        slips.days,
        meeting ? assessment.obligations().partnership().id_of(meeting->meeting) : std::string(),
        meeting ? to_string(meeting->state) : std::string_view(), to_string(state),
        day_of(assessment.overdue_since(o.row())), assessment.days_overdue(o.row()),
        day_of(closed ? closed->date : std::nullopt), o.promise().source, where.name(),
        where ? std::to_string(where.begin.line) : "",
        where ? std::to_string(where.begin.column) : "");
  }
  return csv.take();
}

std::string groups_as_csv(const Assessment& assessment, Group group) {
  Csv csv;
  std::vector<std::string> cells{std::string(words_of<Group>()[static_cast<std::size_t>(group)]),
                                 "name"};
  for (const std::string_view word : words_of<State>()) cells.emplace_back(word);
  csv.cells(cells);
  for (const GroupCounts& entry : assessment.by(group)) {
    cells = {entry.id, entry.name};
    for (std::size_t i = 0; i < state_count; ++i)
      cells.push_back(std::to_string(entry.counts[static_cast<State>(i)]));
    csv.cells(cells);
  }
  return csv.take();
}

}  // namespace

std::string render(const Assessment& assessment, Format format, const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(assessment, options);
    case Format::csv:
      return options.by ? groups_as_csv(assessment, *options.by) : as_csv(assessment, options);
    case Format::markdown:
      return options.by ? group_table(assessment, *options.by) : council_table(assessment);
    case Format::dot:
      throw std::invalid_argument("an assessment has no such form");
  }
  return as_text(assessment, options);
}

}  // namespace safegov
