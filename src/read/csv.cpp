// Tables as spreadsheets save them.
// SPDX-License-Identifier: Apache-2.0

#include "read/csv.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/codes.hpp"
#include "base/spreadsheet.hpp"
#include "base/text.hpp"

namespace safegov::internal {
namespace {

/// Windows-1252 from 0x80 to 0x9F; 0 where it has no character. Above, it is Latin-1.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, std::uint32_t c) {
  const auto add = [&out](std::uint32_t byte) {
    out += static_cast<char>(static_cast<unsigned char>(byte));
  };
  if (c < 0x80) {
    add(c);
  } else if (c < 0x800) {
    add(0xC0 | (c >> 6));
    add(0x80 | (c & 0x3F));
  } else {
    add(0xE0 | (c >> 12));
    add(0x80 | ((c >> 6) & 0x3F));
    add(0x80 | (c & 0x3F));
  }
}

}  // namespace

char separator_of(std::string_view text) {
  text = text.substr(std::min(text.find_first_not_of("\r\n"), text.size()));
  const std::string_view header = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char candidate : {';', '\t'})
    if (std::ranges::count(header, candidate) > std::ranges::count(header, best)) best = candidate;
  return best;
}

CsvReader::CsvReader(const std::shared_ptr<const Source>& source, TableBy by, Diagnostics& found)
    : source_(source),
      text_(source->text()),
      separator_(source->separator()),
      by_(by),
      found_(found) {}

bool CsvReader::next(Row& row) {
  do {
    row.clear();
    if (at_ >= text_.size() || !read_row(row)) return false;
    ++number_;
  } while (std::ranges::all_of(row, [](const Cell& cell) { return cell.text.empty(); }));
  return true;
}

bool CsvReader::read_row(Row& row) {
  while (true) {
    Cell& cell = row.emplace_back();
    if (!read_cell(cell))
      return stop(codes::open_quote, "this quote is never closed", cell,
                  "close it; inside, '\"' is written '\"\"'");
    if (row.size() > widest)
      return stop(codes::wrong_shape, "a row has more than 1,000 cells", cell,
                  "save a table of records: its columns are the fields of a record");
    if (take(separator_)) continue;
    take('\r');
    take('\n');
    return true;
  }
}

bool CsvReader::read_cell(Cell& cell) {
  cell.place = static_cast<std::uint32_t>(at_ + 1);
  cell.length = 1;
  const std::size_t begin = at_;
  if (at_ < text_.size() && text_[at_] == '"' && !read_quoted(cell.text)) return false;
  // Anything behind a closing quote belongs to the cell, as spreadsheets read it.
  read_plain(cell.text);
  const std::string_view written = text_.substr(begin, at_ - begin);
  cell.length = static_cast<std::uint32_t>(std::min(written.find('\n'), written.size()));
  cell.text = std::string(trim(cell.text));
  if (by_ == TableBy::spreadsheet) cell.text = std::string(from_cell(cell.text));
  return true;
}

void CsvReader::read_plain(std::string& text) {
  const std::array<char, 3> ends{separator_, '\n', '\r'};
  const auto end =
      std::min(text_.find_first_of(std::string_view(ends.data(), ends.size()), at_), text_.size());
  text += text_.substr(at_, end - at_);
  at_ = end;
}

/// The text in quotes; false if they are never closed. A line break in it is read as a space.
bool CsvReader::read_quoted(std::string& text) {
  ++at_;
  while (at_ < text_.size()) {
    const char c = text_[at_];
    if (c == '"') {
      ++at_;
      if (!take('"')) return true;
      text += '"';
    } else if (c == '\n') {
      text += ' ';
      ++at_;
    } else {
      if (c != '\r') text += c;
      ++at_;
    }
  }
  return false;
}

bool CsvReader::take(char c) {
  if (at_ >= text_.size() || text_[at_] != c) return false;
  ++at_;
  return true;
}

bool CsvReader::stop(const codes::Known& code, std::string message, const Cell& at,
                     std::string help) {
  found_.push_back(codes::diagnose(code, std::move(message),
                                   Span{source_, source_->position(at.place - 1), at.length},
                                   std::move(help)));
  at_ = text_.size();
  return false;
}

std::optional<std::string> from_windows_1252(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const std::uint32_t character = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80u] : byte;
    if (character == 0 && byte != 0) return {};
    append_utf8(out, character);
  }
  return out;
}

}  // namespace safegov::internal
