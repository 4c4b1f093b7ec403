// What a row may learn of meetings and of the rows of other registers, whichever these are.
// SPDX-License-Identifier: Apache-2.0

#include "registers/other_rows.hpp"

#include <algorithm>
#include <string>
#include <variant>
#include <vector>

namespace safegov::internal {
namespace {

/// A row and the description of its fields.
struct AnyRow {
  const Type* type = nullptr;
  const void* row = nullptr;

  /// The member of a field of that name and shape, or null.
  [[nodiscard]] const void* member(std::string_view name, Shape shape) const {
    const auto index = type == nullptr ? std::nullopt : type->find(name);
    if (!index || type->fields[*index].codec().shape != shape) return nullptr;
    return type->fields[*index].of(row);
  }
  [[nodiscard]] std::optional<Date> date() const {
    const void* day = member("date", Shape::day);
    return day == nullptr ? std::nullopt : *static_cast<const std::optional<Date>*>(day);
  }
};

AnyRow row_at(const Partnership& partnership, const About& where) {
  const auto* action = std::get_if<ActionId>(&where);
  const auto place = action == nullptr ? std::nullopt : partnership.row_of(*action);
  if (!place) return {};
  for (const RegisterTable& table : partnership.registers())
    if (table.kind().name == place->kind) return {&table.kind().row(), table[place->row]};
  return {};
}

}  // namespace

bool may_be_met_at(const Partnership& partnership, const About& where) {
  return std::holds_alternative<MeetingId>(where) || std::holds_alternative<BodyId>(where) ||
         row_at(partnership, where).row != nullptr;
}

DaysOfMeetings days_of_meetings(const Partnership& partnership) {
  const auto records = partnership.records();
  const auto resolved = partnership.resolved_records();
  std::vector<bool> taken_back(records.size());
  for (const ResolvedRecord& record : resolved)
    if (record.retracts) taken_back[*record.retracts] = true;
  DaysOfMeetings known;
  const auto earliest = [](std::optional<Date>& to, Date day) {
    to = to ? std::min(*to, day) : day;
  };
  for (std::size_t i = 0; i < records.size(); ++i) {
    const auto* meeting = std::get_if<MeetingId>(&resolved[i].about);
    if (meeting == nullptr || taken_back[i] || resolved[i].retracts) continue;
    if (records[i].event.kind == RecordKind::held && records[i].date)
      earliest(known.days[*meeting].held, *records[i].date);
    if (resolved[i].until) earliest(known.days[*meeting].moved, resolved[i].until->first());
  }
  return known;
}

std::optional<Date> first_day_of(const Partnership& partnership, const DaysOfMeetings& known,
                                 const About& where) {
  const auto* meeting = std::get_if<MeetingId>(&where);
  if (meeting == nullptr) return row_at(partnership, where).date();
  const Date scheduled = partnership[*meeting].scheduled.range->first();
  const auto days = known.days.find(*meeting);
  if (days == known.days.end()) return scheduled;
  if (days->second.held) return days->second.held;
  return std::min(scheduled, *days->second.moved);
}

std::string in_speech(State state) {
  std::string words(to_string(state));
  std::ranges::replace(words, '_', ' ');
  return words;
}

Sitting sitting_at(const Partnership& partnership, const About& where) {
  if (const auto* body = std::get_if<BodyId>(&where)) return {.body = *body};
  if (const auto* meeting = std::get_if<MeetingId>(&where))
    return {.body = partnership[*meeting].body, .meeting = *meeting};
  const AnyRow row = row_at(partnership, where);
  Sitting sitting{.day = row.date()};
  const auto index = row.type == nullptr ? std::nullopt : row.type->find("body");
  if (!index) return sitting;
  const Field& field = row.type->fields[*index];
  std::string id;
  if (field.codec().refers_to == Body::refers_to && field.codec().print(field.of(row.row), id))
    sitting.body = partnership.find_body(id);
  return sitting;
}

const Record* held_record(RowLook& look, const Sitting& sitting) {
  const auto last_held = [&](const About& what) -> const Record* {
    const Record* held = nullptr;
    for (const Record* record : look.records_about(what)) {
      if (record->event.kind != RecordKind::held) continue;
      if (sitting.meeting || record->date == sitting.day) held = record;
    }
    return held;
  };
  if (sitting.meeting) return last_held(sitting.meeting);
  if (!sitting.body || !sitting.day) return nullptr;
  // It may have met at a time of its schedule, or outside it.
  const Partnership& partnership = look.partnership();
  for (const Meeting& meeting : partnership.meetings(sitting.body)) {
    const auto index = static_cast<std::uint32_t>(&meeting - partnership.meetings().data());
    if (const Record* held = last_held(MeetingId{index})) return held;
  }
  return last_held(sitting.body);
}

}  // namespace safegov::internal
