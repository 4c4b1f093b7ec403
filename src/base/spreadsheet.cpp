// What a spreadsheet would run instead of show.
// SPDX-License-Identifier: Apache-2.0

#include "base/spreadsheet.hpp"

#include <algorithm>
#include <array>

namespace safegov::internal {
namespace {

/// Would a spreadsheet run it? Excel tries what begins with a sign, `=` or `@`, in some languages
/// the full-width ones as well; some programs drop blanks first, and others what is before a tab or
/// a line end.
bool is_run(std::string_view text) {
  if (!text.empty() && std::string_view("\t\r\n").find(text[0]) != std::string_view::npos)
    return true;
  constexpr std::array<std::string_view, 6> blanks{" ", "\t", "\r", "\n", "\u00A0", "\uFEFF"};
  const auto begins = [&](std::string_view with) { return text.starts_with(with); };
  for (auto blank = blanks.begin(); blank != blanks.end();) {
    blank = std::ranges::find_if(blanks, begins);
    if (blank != blanks.end()) text.remove_prefix(blank->size());
  }
  constexpr std::array<std::string_view, 8> starts{"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return std::ranges::any_of(starts, begins);
}

/// `-3`, `+0.15 %`, `-1,200`; or a sign by itself.
bool is_number(std::string_view text) {
  if (text.empty() || (text[0] != '-' && text[0] != '+')) return false;
  text.remove_prefix(1);
  if (text.empty()) return true;
  if (text.ends_with('%')) text.remove_suffix(1);
  if (text.ends_with(' ')) text.remove_suffix(1);
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  bool digit_before = false;
  for (const char c : text) {
    if (!is_digit(c) && !(digit_before && (c == '.' || c == ','))) return false;
    digit_before = is_digit(c);
  }
  return digit_before;
}

std::string_view without_apostrophes(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of('\''), text.size()));
}

}  // namespace

std::string as_cell(std::string_view text) {
  const bool run = is_run(without_apostrophes(text)) && !is_number(text);
  return (run ? "'" : "") + std::string(text);
}

std::string_view from_cell(std::string_view cell) {
  const bool guarded = cell.starts_with('\'') && is_run(without_apostrophes(cell));
  return guarded ? cell.substr(1) : cell;
}

}  // namespace safegov::internal
