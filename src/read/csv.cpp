// Tables as spreadsheets save them.
// SPDX-License-Identifier: Apache-2.0

#include "read/csv.hpp"

#include <algorithm>
#include <array>

#include "base/codes.hpp"
#include "base/text.hpp"

namespace safegov::internal {
namespace {

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  char best = ',';
  for (const char candidate : {';', '\t'})
    if (std::ranges::count(header, candidate) > std::ranges::count(header, best)) best = candidate;
  return best;
}

class CsvParser {
 public:
  CsvParser(const std::shared_ptr<const Source>& source, Diagnostics& found)
      : source_(source), text_(source->text()), separator_(separator_of(text_)), found_(found) {}

  std::vector<Row> run() {
    std::vector<Row> rows;
    while (at_ < text_.size()) {
      Row row;
      if (!read_row(row)) break;
      if (std::ranges::any_of(row, [](const Cell& cell) { return !cell.text.empty(); }))
        rows.push_back(std::move(row));
    }
    return rows;
  }

 private:
  /// False if a quote was never closed: what follows it cannot be told apart.
  bool read_row(Row& row) {
    while (true) {
      Cell cell{{}, place(), 0};
      const std::size_t begin = at_;
      const bool closed =
          at_ < text_.size() && text_[at_] == '"' ? read_quoted(cell) : read_plain(cell);
      if (!closed) {
        found_.push_back(codes::diagnose(codes::open_quote, "this quote is never closed",
                                         Span{source_, cell.place, 1},
                                         "close it; inside, '\"' is written '\"\"'"));
        return false;
      }
      const auto line_end = std::min(text_.find('\n', begin), at_);
      cell.length = static_cast<std::uint32_t>(std::min(line_end, at_) - begin);
      cell.text = std::string(trim(cell.text));
      row.push_back(std::move(cell));
      if (at_ >= text_.size() || !take(separator_)) {
        take('\r');
        if (at_ < text_.size()) next_line();
        return true;
      }
    }
  }

  bool read_plain(Cell& cell) {
    const std::array<char, 4> ends{separator_, '\n', '\r', '\0'};
    const auto end =
        std::min(text_.find_first_of(std::string_view(ends.data(), 3), at_), text_.size());
    cell.text = text_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  bool read_quoted(Cell& cell) {
    ++at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        ++at_;
        if (at_ >= text_.size() || text_[at_] != '"') {
          // Anything behind the closing quote belongs to the cell, as spreadsheets read it.
          Cell rest;
          read_plain(rest);
          cell.text += rest.text;
          return true;
        }
        cell.text += '"';
        ++at_;
      } else if (c == '\n') {
        cell.text += ' ';
        next_line();
      } else {
        if (c != '\r') cell.text += c;
        ++at_;
      }
    }
    return false;
  }

  bool take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void next_line() {
    ++at_;
    ++line_;
    line_start_ = at_;
  }

  Position place() const { return {line_, static_cast<std::uint32_t>(at_ - line_start_ + 1)}; }

  const std::shared_ptr<const Source>& source_;
  std::string_view text_;
  char separator_;
  Diagnostics& found_;
  std::size_t at_ = 0, line_start_ = 0;
  std::uint32_t line_ = 1;
};

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

std::vector<Row> parse_csv(const std::shared_ptr<const Source>& source, Diagnostics& found) {
  return CsvParser(source, found).run();
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
