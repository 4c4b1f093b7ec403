// How much each coming meeting is to receive, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

using Load = std::array<std::size_t, 5>;  // by AgendaPart

Load load_of(const MeetingAgenda& meeting) {
  Load load{};
  for (const AgendaItem& item : meeting.items) ++load[static_cast<std::size_t>(item.part)];
  return load;
}

std::string days_in_words(const DateRange& days) {
  if (days.length() == 1) return in_words(days.first());
  return in_words(days.first()) + " to " + in_words(days.last());
}

std::string count(std::size_t count) { return count == 0 ? "·" : std::to_string(count); }

std::string as_text(const Network& network, const std::vector<Agenda>& agendas,
                    const RenderOptions& options) {
  Page page(options);
  const Partnership& partnership = network.partnership();
  const std::size_t room = page.width() - 39;
  page.line(page.bold(cell(partnership.arrangements().name, page.width())));
  page.paragraph("what each coming meeting is to receive, as at " + in_words(network.as_at()), 0);
  if (!agendas.empty()) {
    page.line();
    page.line(left("", room) + right("in all", 7) + right("due", 6) + right("late", 7) +
              right("left over", 11) + right("overdue", 8));
  }
  for (const Agenda& agenda : agendas) {
    const Body& body = partnership[agenda.body];
    const std::string& name = body.name_on(network.as_at());
    const std::string label = body.id + (name.empty() ? "" : "  " + name);
    page.line("  " + cell(label, std::max(body.id.size(), page.width() - 2)));
    for (const MeetingAgenda& meeting : agenda.meetings) {
      const Load of = load_of(meeting);
      page.line("    " + left(days_in_words(meeting.meeting.days), room - 4) +
                right(count(meeting.items.size()), 7) + right(count(of[0] + of[1]), 6) +
                right(count(of[2]), 7) + right(count(of[3]), 11) + right(count(of[4]), 8));
    }
    const auto rest = [&](std::string_view what, std::size_t rows) {
      if (rows != 0) page.line("    " + left(what, room - 4) + right(std::to_string(rows), 7));
    };
    rest("no meeting is known", agenda.without_meeting.size());
    rest("without a day", agenda.without_day.size());
  }
  if (agendas.empty()) page.line("no meeting is to come, and nothing is owed to anybody");
  return page.take();
}

std::string as_json(const Network& network, const std::vector<Agenda>& agendas) {
  Json json;
  const Partnership& partnership = network.partnership();
  const auto number = [&](std::string_view name, std::size_t count) {
    json.field(name, static_cast<long long>(count));
  };
  begin_report(json, "network-meetings", partnership);
  json.field("as_at", iso(network.as_at())).key("bodies").list();
  for (const Agenda& agenda : agendas) {
    const Body& body = partnership[agenda.body];
    json.object().field("id", body.id).field("label", body.label_on(network.as_at()));
    json.key("meetings").list();
    for (const MeetingAgenda& meeting : agenda.meetings) {
      json.object()
          .field("id", partnership.id_of(meeting.meeting.meeting))
          .field("state", to_string(meeting.meeting.state))
          .field("first", iso(meeting.meeting.days.first()))
          .field("last", iso(meeting.meeting.days.last()));
      number("in_all", meeting.items.size());
      const Load of = load_of(meeting);
      for (std::size_t part = 0; part < of.size(); ++part)
        number(to_string(static_cast<AgendaPart>(part)), of[part]);
      json.end();
    }
    json.end();
    number("without_meeting", agenda.without_meeting.size());
    number("without_day", agenda.without_day.size());
    json.end();
  }
  return json.end().end().take();
}

std::string as_csv(const Network& network, const std::vector<Agenda>& agendas) {
  Csv csv;
  const Partnership& partnership = network.partnership();
  csv.row("body", "meeting", "first", "last", "in_all", "due", "moved_here", "too_late",
          "left_over", "outstanding");
  const auto text = [](std::size_t count) { return std::to_string(count); };
  for (const Agenda& agenda : agendas) {
    const std::string& id = partnership[agenda.body].id;
    for (const MeetingAgenda& meeting : agenda.meetings) {
      const Load of = load_of(meeting);
      csv.row(id, partnership.id_of(meeting.meeting.meeting), iso(meeting.meeting.days.first()),
              iso(meeting.meeting.days.last()), text(meeting.items.size()), text(of[0]),
              text(of[1]), text(of[2]), text(of[3]), text(of[4]));
    }
    if (!agenda.without_meeting.empty())
      csv.row(id, "without_meeting", "", "", text(agenda.without_meeting.size()), "", "", "", "",
              "");
    if (!agenda.without_day.empty())
      csv.row(id, "without_day", "", "", text(agenda.without_day.size()), "", "", "", "", "");
  }
  return csv.take();
}

}  // namespace

std::string render(const std::vector<Agenda>& agendas, const Network& network, Format format,
                   const RenderOptions& options) {
  switch (format) {
    case Format::text:
      break;
    case Format::json:
      return as_json(network, agendas);
    case Format::csv:
      return as_csv(network, agendas);
    case Format::markdown:
    case Format::dot:
      throw std::invalid_argument("the load of meetings has no such form");
  }
  return as_text(network, agendas, options);
}

}  // namespace safegov
