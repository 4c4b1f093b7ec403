// A table whose first row names its columns: every bad cell with its row and column.
// SPDX-License-Identifier: Apache-2.0

#include "read/named_table.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.hpp"

namespace safegov::internal {
namespace {

constexpr std::size_t most_problems = 1000;

}  // namespace

NamedTable::NamedTable(TableShape shape, std::uint32_t file, TableBy by, Provenance& provenance,
                       Diagnostics& found)
    : shape_(std::move(shape)),
      file_(file),
      provenance_(provenance),
      found_(found),
      before_(found.size()),
      rows_(provenance.sources[file - 1], by, found) {}

bool NamedTable::next() {
  if (!begun_) {
    begun_ = true;
    if (!rows_.next(row_)) {
      if (found_.size() == before_)
        report(codes::empty_file, "the table is empty", Cell{{}, 1, 0}, columns_are());
      return false;
    }
    if (!read_header()) return false;
  }
  if (found_.size() - before_ > most_problems || !rows_.next(row_)) return false;
  // Spreadsheets fill rows up with empty cells.
  for (std::size_t i = columns_.size(); i < row_.size(); ++i) {
    if (row_[i].text.empty()) continue;
    report(codes::wrong_shape,
           at() + " has " + std::to_string(row_.size()) + " cells for " +
               std::to_string(columns_.size()) + " columns",
           row_[i], "put text that has a separator in it in quotes");
    break;
  }
  return true;
}

/// False if it cannot be such a table: then its rows are not looked at.
bool NamedTable::read_header() {
  std::set<std::string> seen;
  for (const Cell& cell : row_) {
    const std::string name = as_word(cell.text);
    columns_.push_back(name);
    if (name.empty()) continue;
    if (!seen.insert(name).second) {
      report(codes::duplicate_key, "two columns are called " + in_quotes(name), cell, "keep one");
    } else if (std::ranges::count(shape_.columns, name) == 0) {
      const std::string_view near = nearest(name, shape_.columns);
      report(codes::unknown_key, std::string(shape_.row) + " has no column " + in_quotes(cell.text),
             cell, near.empty() ? columns_are() : "did you mean '" + std::string(near) + "'?");
    }
  }
  bool complete = true;
  for (const std::string_view needed : shape_.needed) {
    if (seen.contains(std::string(needed))) continue;
    report(codes::missing_key, "there is no column " + in_quotes(needed), row_[0],
           std::string(shape_.help));
    complete = false;
  }
  return complete;
}

const Cell* NamedTable::cell(std::string_view column) const {
  const auto found = std::ranges::find(columns_, column);
  const auto index = static_cast<std::size_t>(found - columns_.begin());
  return index >= std::min(row_.size(), columns_.size()) || row_[index].text.empty() ? nullptr
                                                                                     : &row_[index];
}

Origin NamedTable::begin(const Type& type) {
  const Origin origin{file_, static_cast<std::uint32_t>(provenance_.places.size())};
  provenance_.places.resize(provenance_.places.size() + 1 + type.fields.size());
  provenance_.places[origin.first] = row_[0].place;
  return origin;
}

void NamedTable::place(const Origin& origin, std::size_t field, const Cell& cell) {
  provenance_.places[origin.first + 1 + field] = cell.place;
}

void NamedTable::read(const Type& type, std::size_t field, const Cell& cell,
                      std::string_view column, void* value) {
  place(type.origin(value), field, cell);
  const Codec& codec = type.fields[field].codec();
  if (auto refusal = codec.parse(column, cell.text, type.fields[field].at(value)))
    report(codec.shape == Shape::day ? codes::bad_date : codes::bad_value,
           at() + ", column " + in_quotes(column) + ": " + refusal->message + ", found " +
               in_quotes(cell.text),
           cell, std::move(refusal->help));
}

void NamedTable::read_fields(const Type& type, void* value) {
  if (fields_.empty()) {
    for (const std::string& column : columns_) {
      auto field = type.find(column);
      if (field && (type.fields[*field].codec().parse == nullptr ||
                    type.fields[*field].codec().shape == Shape::tagged))
        field.reset();
      fields_.push_back(field);
    }
  }
  for (std::size_t i = 0; i < std::min(row_.size(), columns_.size()); ++i)
    if (fields_[i] && !row_[i].text.empty()) read(type, *fields_[i], row_[i], columns_[i], value);
}

void NamedTable::report(const codes::Known& code, std::string message, const Cell& cell,
                        std::string help) {
  const auto& source = provenance_.sources[file_ - 1];
  const std::size_t here = found_.size() - before_;
  const Span where{source, source->position(cell.place - 1), cell.length};
  if (here < most_problems)
    found_.push_back(codes::diagnose(code, std::move(message), where, std::move(help)));
  else if (here == most_problems)
    found_.push_back(codes::diagnose(codes::too_many,
                                     "there are more problems than these 1,000 in this file", where,
                                     "is it a table of " + std::string(shape_.title) + " at all?"));
}

std::string NamedTable::columns_are() const {
  return "the columns are " + alternatives(shape_.columns, "and");
}

}  // namespace safegov::internal
