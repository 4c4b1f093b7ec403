// Records from a table: one row each, columns by name.
// SPDX-License-Identifier: Apache-2.0
//
// The columns are the fields of a record, as it describes itself; what happened takes two, `event`
// and `obligation`.

#include "read/records_csv.hpp"

#include <string>
#include <utility>

#include "base/text.hpp"
#include "read/named_table.hpp"

namespace safegov::internal {
namespace {

constexpr std::string_view event_column = "event", obligation_column = "obligation";

TableShape shape() {
  TableShape shape{.row = "a record",
                   .columns = {event_column, obligation_column},
                   .needed = {event_column, obligation_column, "date"},
                   .help =
                       "the first row names the columns; 'event', 'obligation' and 'date' are "
                       "needed",
                   .title = "records"};
  for (const Field& field : type_of<Record>().fields)
    if (field.codec().shape != Shape::tagged) shape.columns.push_back(field.name);
  return shape;
}

void read_event(NamedTable& table, Record& record) {
  const Cell* event = table.cell(event_column);
  const Cell* obligation = table.cell(obligation_column);
  if (event == nullptr || obligation == nullptr) {
    table.report(
        codes::missing_key,
        table.at() + " has no " + in_quotes(event == nullptr ? event_column : obligation_column),
        table.first(), "say what happened ('received'), and to which obligation");
    return;
  }
  table.place(record.origin, *type_of<Record>().find("received"), *obligation);
  std::size_t kind = 0;
  if (auto refusal = parse_word(words_of<RecordKind>(), as_word(event->text), kind))
    table.report(
        codes::bad_value,
        table.at() + ", column 'event': " + refusal->message + ", found " + in_quotes(event->text),
        *event, std::move(refusal->help));
  else
    record.event = {static_cast<RecordKind>(kind), obligation->text};
}

}  // namespace

std::vector<Record> read_records_csv(std::uint32_t file, TableBy by, Provenance& provenance,
                                     Diagnostics& found) {
  const Type& type = type_of<Record>();
  NamedTable table(shape(), file, by, provenance, found);
  std::vector<Record> records;
  while (table.next()) {
    Record& record = records.emplace_back();
    record.origin = table.begin(type);
    table.read_fields(type, &record);
    read_event(table, record);
    if (table.cell("date") == nullptr)
      table.report(codes::missing_key, table.at() + " has no 'date'", table.first(),
                   "say on which day it happened");
  }
  return records;
}

}  // namespace safegov::internal
