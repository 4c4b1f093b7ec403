// Records from a table: one row each, columns by name.
// SPDX-License-Identifier: Apache-2.0
//
// The columns are the fields of a record, as it describes itself; what happened takes two, `event`
// and `obligation`.

#include "read/records_csv.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "read/csv.hpp"

namespace safegov::internal {
namespace {

constexpr std::string_view event_column = "event", obligation_column = "obligation";
constexpr std::size_t most_problems = 1000;

class Table {
 public:
  Table(std::uint32_t file, Provenance& provenance, Diagnostics& found)
      : file_(file), provenance_(provenance), found_(found) {}

  std::vector<Record> read() {
    CsvReader rows(source(), found_);
    std::vector<Record> records;
    Row row;
    if (!rows.next(row)) {
      if (found_.size() == before_)
        report(codes::empty_file, "the table is empty", Cell{{}, 1, 0}, columns_are());
      return records;
    }
    if (!read_header(row)) return records;
    while (found_.size() - before_ <= most_problems && rows.next(row))
      read_row(rows.number(), row, records.emplace_back());
    return records;
  }

 private:
  const std::shared_ptr<const Source>& source() const { return provenance_.sources[file_ - 1]; }

  void report(const codes::Known& code, std::string message, const Cell& cell, std::string help) {
    const std::size_t here = found_.size() - before_;
    const Span where{source(), source()->position(cell.place - 1), cell.length};
    if (here < most_problems)
      found_.push_back(codes::diagnose(code, std::move(message), where, std::move(help)));
    else if (here == most_problems)
      found_.push_back(codes::diagnose(codes::too_many,
                                       "there are more problems than these 1,000 in this file",
                                       where, "is it a table of records at all?"));
  }

  static std::vector<std::string_view> column_names() {
    std::vector<std::string_view> names{event_column, obligation_column};
    for (const Field& field : type_of<Record>().fields)
      if (field.codec().shape != Shape::tagged) names.push_back(field.name);
    return names;
  }

  static std::string columns_are() {
    return "the columns are " + alternatives(column_names(), "and");
  }

  /// False if it cannot be a table of records: then its rows are not looked at.
  bool read_header(const Row& header) {
    const auto known = column_names();
    std::set<std::string> seen;
    for (const Cell& cell : header) {
      const std::string name = as_word(cell.text);
      columns_.push_back(name);
      if (name.empty()) continue;
      if (!seen.insert(name).second) {
        report(codes::duplicate_key, "two columns are called " + in_quotes(name), cell, "keep one");
      } else if (std::ranges::count(known, name) == 0) {
        const std::string_view near = nearest(name, known);
        report(codes::unknown_key, "a record has no column " + in_quotes(cell.text), cell,
               near.empty() ? columns_are() : "did you mean '" + std::string(near) + "'?");
      }
    }
    bool complete = true;
    for (const std::string_view needed :
         {event_column, obligation_column, std::string_view("date")}) {
      if (std::ranges::count(columns_, needed) != 0) continue;
      report(codes::missing_key, "there is no column " + in_quotes(needed), header[0],
             "the first row names the columns; 'event', 'obligation' and 'date' are needed");
      complete = false;
    }
    return complete;
  }

  void read_row(std::size_t number, const Row& row, Record& record) {
    const Type& type = type_of<Record>();
    record.origin = {file_, static_cast<std::uint32_t>(provenance_.places.size())};
    provenance_.places.resize(provenance_.places.size() + 1 + type.fields.size());
    provenance_.places[record.origin.first] = row[0].place;
    const std::string at = "row " + std::to_string(number);
    // Spreadsheets fill rows up with empty cells.
    for (std::size_t i = columns_.size(); i < row.size(); ++i) {
      if (row[i].text.empty()) continue;
      report(codes::wrong_shape,
             at + " has " + std::to_string(row.size()) + " cells for " +
                 std::to_string(columns_.size()) + " columns",
             row[i], "put text that has a separator in it in quotes");
      break;
    }
    const Cell* event = nullptr;
    const Cell* obligation = nullptr;
    for (std::size_t i = 0; i < std::min(row.size(), columns_.size()); ++i) {
      if (columns_[i] == event_column)
        event = &row[i];
      else if (columns_[i] == obligation_column)
        obligation = &row[i];
      else if (const auto field = type.find(columns_[i]); field && !row[i].text.empty())
        read_cell(at, type, *field, columns_[i], row[i], record);
    }
    read_event(at, event, obligation, row, record);
    if (!record.date && !has_place(record, "date"))
      report(codes::missing_key, at + " has no 'date'", row[0], "say on which day it happened");
  }

  bool has_place(const Record& record, std::string_view field) const {
    return provenance_.places[record.origin.first + 1 + *type_of<Record>().find(field)] != 0;
  }

  void read_cell(const std::string& at, const Type& type, std::size_t field,
                 const std::string& column, const Cell& cell, Record& record) {
    const Codec& codec = type.fields[field].codec();
    provenance_.places[record.origin.first + 1 + field] = cell.place;
    if (auto refusal = codec.parse(column, cell.text, type.fields[field].at(&record)))
      report(
          codec.shape == Shape::day ? codes::bad_date : codes::bad_value,
          at + ", column '" + column + "': " + refusal->message + ", found " + in_quotes(cell.text),
          cell, std::move(refusal->help));
  }

  void read_event(const std::string& at, const Cell* event, const Cell* obligation, const Row& row,
                  Record& record) {
    if (event == nullptr || event->text.empty() || obligation == nullptr ||
        obligation->text.empty()) {
      report(codes::missing_key,
             at + " has no '" +
                 std::string(event == nullptr || event->text.empty() ? event_column
                                                                     : obligation_column) +
                 "'",
             row[0], "say what happened ('received'), and to which obligation");
      return;
    }
    const std::size_t field = *type_of<Record>().find("received");
    provenance_.places[record.origin.first + 1 + field] = obligation->place;
    std::size_t kind = 0;
    if (auto refusal = parse_word(words_of<RecordKind>(), as_word(event->text), kind))
      report(codes::bad_value,
             at + ", column 'event': " + refusal->message + ", found " + in_quotes(event->text),
             *event, std::move(refusal->help));
    else
      record.event = {static_cast<RecordKind>(kind), obligation->text};
  }

  std::uint32_t file_;
  Provenance& provenance_;
  Diagnostics& found_;
  std::size_t before_ = found_.size();  // problems found before this file
  std::vector<std::string> columns_;
};

}  // namespace

std::vector<Record> read_records_csv(std::uint32_t file, Provenance& provenance,
                                     Diagnostics& found) {
  return Table(file, provenance, found).read();
}

}  // namespace safegov::internal
