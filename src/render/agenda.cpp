// An agenda as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <stdexcept>

#include <safegov/agenda.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

std::string_view heading(AgendaPart part) {
  constexpr std::array<std::string_view, 5> headings{
      "to receive", "moved to it", "no meeting in time: late when received here",
      "left over from a meeting that did not take place", "should have received by now"};
  return headings[static_cast<std::size_t>(part)];
}

std::string days_in_words(const DateRange& days) {
  if (days.length() == 1) return in_words(days.first());
  return in_words(days.first()) + " to " + in_words(days.last());
}

/// What stands at the right of an item.
std::string remark(const Assessment& assessment, std::size_t row) {
  if (assessment[row] == State::overdue) return counted(assessment.days_overdue(row), "day");
  if (assessment.part_by(row)) return "part in";
  const auto in_force = assessment.in_force(row);
  return in_force ? "by " + iso(in_force->last()) : std::string();
}

void write_rows(Page& page, const Assessment& assessment, const std::vector<std::size_t>& rows,
                std::string_view head) {
  if (rows.empty()) return;
  page.line();
  page.line(page.bold(head));
  for (const std::size_t row : rows)
    write_obligation(page, assessment.obligations()[row], remark(assessment, row));
}

std::string as_text(const Assessment& assessment, const Agenda& agenda,
                    const RenderOptions& options) {
  Page page(options);
  const Partnership& partnership = assessment.obligations().partnership();
  const Body& body = partnership[agenda.body];
  page.line(page.bold(cell(body.label_on(assessment.as_at()), page.width())));
  page.line("agenda as at " + in_words(assessment.as_at()));
  if (agenda.meetings.empty()) {
    page.line();
    page.paragraph("no coming meeting is known" +
                       (body.meets.empty() ? std::string() : "; it meets " + body.meets),
                   0);
  }
  for (const MeetingAgenda& meeting : agenda.meetings) {
    page.line();
    std::string head = days_in_words(meeting.meeting.days);
    if (meeting.meeting.state == MeetingState::moved)
      head += ", moved from " + partnership[meeting.meeting.meeting].scheduled.text;
    page.line(page.bold(head));
    if (meeting.items.empty()) page.line("  nothing is owed to it");
    for (std::size_t i = 0; i < meeting.items.size(); ++i) {
      const auto& [row, part] = meeting.items[i];
      if (i == 0 || meeting.items[i - 1].part != part) page.line(page.dim(heading(part)));
      write_obligation(page, assessment.obligations()[row], remark(assessment, row));
    }
  }
  std::vector<std::size_t> outstanding, coming;
  for (const std::size_t row : agenda.without_meeting)
    (assessment[row] == State::overdue ? outstanding : coming).push_back(row);
  write_rows(page, assessment, outstanding, heading(AgendaPart::outstanding));
  write_rows(page, assessment, coming, "at a time for which no meeting is known");
  write_rows(page, assessment, agenda.without_day, "without a day");
  return page.take();
}

void write_item(Json& json, const Assessment& assessment, std::size_t row) {
  json.object();
  write_fields(json, assessment.obligations()[row]);
  json.field("state", to_string(assessment[row]));
  const auto in_force = assessment.in_force(row);
  json.key("last_in_force");
  in_force ? json.text(iso(in_force->last())) : json.null();
}

std::string as_json(const Assessment& assessment, const Agenda& agenda) {
  Json json;
  const Partnership& partnership = assessment.obligations().partnership();
  begin_report(json, "agenda", partnership);
  json.field("as_at", iso(assessment.as_at())).field("body", partnership[agenda.body].id);
  json.key("meetings").list();
  for (const MeetingAgenda& meeting : agenda.meetings) {
    json.object()
        .field("id", partnership.id_of(meeting.meeting.meeting))
        .field("state", to_string(meeting.meeting.state))
        .field("first", iso(meeting.meeting.days.first()))
        .field("last", iso(meeting.meeting.days.last()));
    json.key("items").list();
    for (const auto& [row, part] : meeting.items) {
      write_item(json, assessment, row);
      json.field("part", to_string(part)).end();
    }
    json.end().end();
  }
  json.end();
  const auto rows = [&](std::string_view name, const std::vector<std::size_t>& list) {
    json.key(name).list();
    for (const std::size_t row : list) {
      write_item(json, assessment, row);
      json.end();
    }
    json.end();
  };
  rows("without_meeting", agenda.without_meeting);
  rows("without_day", agenda.without_day);
  return json.end().take();
}

std::string as_csv(const Assessment& assessment, const Agenda& agenda) {
  Csv csv;
  const Partnership& partnership = assessment.obligations().partnership();
  csv.row("meeting", "meeting_first", "meeting_last", "part", "id", "what", "from", "due", "state",
          "last_in_force");
  const auto row_of = [&](std::size_t row, std::string_view id, std::string_view first,
                          std::string_view last, std::string_view part) {
    const Obligation o = assessment.obligations()[row];
    const auto in_force = assessment.in_force(row);
    csv.row(id, first, last, part, o.id(), o.what(), o.from() ? o.from()->id : std::string(),
            o.due().text, to_string(assessment[row]), in_force ? iso(in_force->last()) : "");
  };
  for (const MeetingAgenda& meeting : agenda.meetings)
    for (const auto& [row, part] : meeting.items)
      row_of(row, partnership.id_of(meeting.meeting.meeting), iso(meeting.meeting.days.first()),
             iso(meeting.meeting.days.last()), to_string(part));
  for (const std::size_t row : agenda.without_meeting) row_of(row, "", "", "", "without_meeting");
  for (const std::size_t row : agenda.without_day) row_of(row, "", "", "", "without_day");
  return csv.take();
}

}  // namespace

std::string render(const Assessment& assessment, const Agenda& agenda, Format format,
                   const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(assessment, agenda);
    case Format::csv:
      return as_csv(assessment, agenda);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("an agenda has no such form");
  }
  return as_text(assessment, agenda, options);
}

}  // namespace safegov
