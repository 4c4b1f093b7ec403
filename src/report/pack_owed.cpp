// The sections of a pack about what is owed: overdue, coming, moved.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <cstdlib>
#include <map>

#include <safegov/agenda.hpp>
#include <safegov/meetings.hpp>

#include "base/text.hpp"
#include "model/spoken.hpp"
#include "report/pack_parts.hpp"

namespace safegov::internal {
namespace {

constexpr int ahead = 183;  // days that the forward plan looks ahead

/// A heat map: what each coming meeting of each body is to receive.
std::optional<Chart> load_chart(const PackInput& in) {
  constexpr std::size_t most_months = 12;
  std::map<std::pair<int, int>, std::map<BodyId, std::int64_t>> by_month;
  std::map<BodyId, std::int64_t> all;
  for (const Agenda& each : agendas(in.network, in.assessment.options()))
    for (const MeetingAgenda& meeting : each.meetings) {
      const Date day = meeting.meeting.days.first();
      if (by_month.size() == most_months &&
          by_month.rbegin()->first < std::pair(day.year(), day.month()))
        continue;
      const auto owed = static_cast<std::int64_t>(std::ranges::count_if(
          meeting.items,
          [](const AgendaItem& item) { return item.part != AgendaPart::outstanding; }));
      by_month[{day.year(), day.month()}][each.body] += owed;
      all[each.body] += owed;
    }
  if (by_month.empty()) return {};
  Grid grid;
  Chart chart{.key = "load",
              .title = "What the coming meetings are to receive",
              .figures = {.key = "load",
                          .caption = "How much each body is to receive at its meetings, by month",
                          .columns = {{"body", "Body"}}}};
  while (by_month.size() > most_months) by_month.erase(std::prev(by_month.end()));
  for (const auto& [month, bodies] : by_month) {
    const std::string name(month_name(month.second).substr(0, 3));
    grid.heads.push_back(name + " " + std::to_string(month.first));
    chart.figures.columns.push_back(
        {"m" + iso(Date(month.first, month.second, 1)).substr(0, 7), grid.heads.back()});
  }
  for (auto& column : chart.figures.columns) std::ranges::replace(column.key, '-', '_');
  std::int64_t most = -1;
  std::string busiest;
  for (const auto& [body, sum] : all) {
    Grid::Line line{.label = in.partnership()[body].id};
    std::vector<Cell> row{{line.label, Tone::plain, line.label}};
    for (const auto& [month, bodies] : by_month) {
      const auto found = bodies.find(body);
      line.numbers.push_back(found == bodies.end() ? std::nullopt : std::optional(found->second));
      row.push_back(found == bodies.end() ? Cell() : Cell::number(found->second));
      if (found != bodies.end() && found->second > most) {
        most = found->second;
        busiest = line.label + " in " + std::string(month_name(month.second)) + " " +
                  std::to_string(month.first);
      }
    }
    if (std::ranges::none_of(line.numbers, [](const auto& number) { return number.has_value(); }))
      continue;  // its meetings are all later than is shown
    grid.lines.push_back(std::move(line));
    chart.figures.rows.push_back(std::move(row));
  }
  chart.says = "Most is to come to " + busiest + ": " + counted(most, "item") +
               ". An empty field is a month in which no meeting of that body is known.";
  chart.shape = std::move(grid);
  return chart;
}

/// What the next meeting of the pack's body must receive.
void add_agenda(const PackInput& in, Section& section) {
  if (!in.body) return;
  const Agenda plan = agenda(in.assessment, in.body);
  if (plan.meetings.empty()) {
    section.blocks.emplace_back("No coming meeting of " + in.name_of(in.body) +
                                " is known by its date.");
    return;
  }
  const MeetingAgenda& next = plan.meetings.front();
  const DateRange days = next.meeting.days;
  Table table{
      .key = "next_meeting",
      .caption = "To be received by " + in.name_of(in.body) + " at its meeting of " +
                 (days.length() == 1 ? in_words(days.first())
                                     : in_words(days.first()) + " to " + in_words(days.last())),
      .columns = {{"part", "Why"},
                  {"obligation", "Obligation"},
                  {"what", "What"},
                  {"owed_by", "Owed by"},
                  {"last", "Last day"},
                  {"state", "State"}},
      .none = "Nothing is to be received at the next meeting."};
  for (const AgendaItem& item : next.items) {
    std::string part(to_string(item.part));
    std::ranges::replace(part, '_', ' ');
    table.rows.push_back({part, in.id_cell(item.row), in.owed()[item.row].what(),
                          in.name_of(in.network.owner_of(item.row)), in.last_of(item.row),
                          in.state_cell(item.row)});
  }
  section.blocks.emplace_back(std::move(table));
}

}  // namespace

Section overdue_section(const PackInput& in) {
  Section section{.key = "overdue", .title = "Overdue, and who owes it"};
  std::map<BodyId, std::pair<std::int64_t, int>> owners;  // how many, the longest
  Table table{.key = "overdue",
              .caption = "Everything that is overdue, longest first",
              .columns = {{"obligation", "Obligation"},
                          {"what", "What"},
                          {"owed_by", "Owed by"},
                          {"to", "To, and the way to the top"},
                          {"last", "Last day"},
                          {"days_overdue", "Days overdue"},
                          {"remark", "Remark"}},
              .none = "Nothing is overdue."};
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < in.owed().size(); ++row)
    if (in.assessment[row] == State::overdue) rows.push_back(row);
  std::ranges::stable_sort(rows, std::greater<>(),
                           [&](std::size_t row) { return in.assessment.days_overdue(row); });
  for (const std::size_t row : rows) {
    const int days = in.assessment.days_overdue(row);
    auto& [count, longest] = owners[in.network.owner_of(row)];
    ++count;
    longest = std::max(longest, days);
    std::string remark;
    if (const Record* part = in.assessment.part_by(row))
      remark = "a part came in on " + in_words(*part->date);
    if (const Slips slips = in.assessment.slips(row); slips.count != 0)
      remark += (remark.empty() ? "" : "; ") + std::string("moved ") + counted(slips.count, "time");
    table.rows.push_back({in.id_cell(row), in.owed()[row].what(),
                          in.name_of(in.network.owner_of(row)), in.route_of(row), in.last_of(row),
                          Cell::number(days), remark});
  }
  Table by_owner{.key = "overdue_by_owner",
                 .caption = "Who owes what is overdue",
                 .columns = {{"name", "Body"},
                             {"body", "Id"},
                             {"overdue", "Overdue"},
                             {"longest", "Longest, in days"}},
                 .none = "Nobody owes anything that is overdue."};
  std::vector<std::pair<BodyId, std::pair<std::int64_t, int>>> sorted(owners.begin(), owners.end());
  std::ranges::stable_sort(sorted, std::greater<>(), [](const auto& each) { return each.second; });
  for (const auto& [body, sum] : sorted)
    by_owner.rows.push_back({in.name_of(body), body ? Cell(in.partnership()[body].id) : Cell(),
                             Cell::number(sum.first), Cell::number(sum.second)});
  section.blocks = {std::move(by_owner), std::move(table)};
  return section;
}

Section forward_section(const PackInput& in) {
  Section section{.key = "forward", .title = "Forward plan"};
  add_agenda(in, section);
  const Date until = add_days(in.as_at(), ahead);
  Table table{.key = "coming",
              .caption = "Due up to " + in_words(until) + ", earliest first",
              .columns = {{"obligation", "Obligation"},
                          {"what", "What"},
                          {"owed_by", "Owed by"},
                          {"to", "To"},
                          {"due", "Due, as written"},
                          {"last", "Last day"},
                          {"state", "State"}},
              .none = "Nothing is due up to then."};
  std::vector<std::pair<Date, std::size_t>> rows;
  for (std::size_t row = 0; row < in.owed().size(); ++row) {
    if (is_closed(in.assessment[row]) || in.assessment[row] == State::overdue) continue;
    const auto last = in.last_of(row);
    if (last && *last <= until) rows.emplace_back(*last, row);
  }
  std::ranges::sort(rows);
  for (const auto& [last, row] : rows)
    table.rows.push_back({in.id_cell(row), in.owed()[row].what(),
                          in.name_of(in.network.owner_of(row)), in.name_of(in.owed().to()[row]),
                          in.owed()[row].due().text, last, in.state_cell(row)});
  section.blocks.emplace_back(std::move(table));
  if (auto chart = load_chart(in)) section.blocks.emplace_back(std::move(*chart));
  return section;
}

Section slips_section(const PackInput& in) {
  Table table{.key = "slips",
              .caption = "Dates that somebody agreed to move, furthest first",
              .columns = {{"obligation", "Obligation"},
                          {"what", "What"},
                          {"owed_by", "Owed by"},
                          {"original", "Original last day"},
                          {"last", "Last day now"},
                          {"times", "Times moved"},
                          {"days", "Days moved"},
                          {"why", "By whom, and why"},
                          {"state", "State"}},
              .none = "No date was moved."};
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < in.owed().size(); ++row)
    if (in.assessment.slips(row).count != 0) rows.push_back(row);
  std::ranges::stable_sort(rows, std::greater<>(), [&](std::size_t row) {
    return std::abs(in.assessment.slips(row).days);
  });
  for (const std::size_t row : rows) {
    const Slips slips = in.assessment.slips(row);
    std::string why;
    for (const Record* record : in.assessment.history(row)) {
      if (record->event.kind != RecordKind::extended) continue;
      if (!why.empty()) why += '\n';
      why +=
          record->by ? in.name_of(in.partnership().find_body(record->by.id)) : "by nobody stated";
      if (!record->reason.empty()) why += ": " + record->reason;
    }
    const auto original = in.owed()[row].days();
    table.rows.push_back(
        {in.id_cell(row), in.owed()[row].what(), in.name_of(in.network.owner_of(row)),
         original ? std::optional(original->last()) : std::nullopt, in.last_of(row),
         Cell::number(slips.count), Cell::number(slips.days), why, in.state_cell(row)});
  }
  return {.key = "slips", .title = "Slips", .blocks = {std::move(table)}};
}

}  // namespace safegov::internal
