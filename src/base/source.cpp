// Lines and words of a text, found again when a diagnostic needs them.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>
#include <utility>

#include <safegov/source.hpp>

#include "base/text.hpp"

namespace safegov {
namespace {

/// Where a plain, unquoted YAML word ends: before a comment, a `: ` or, in a list, punctuation.
std::size_t end_of_plain(std::string_view rest, bool in_flow) {
  for (std::size_t i = 0; i < rest.size(); ++i) {
    const bool last = i + 1 == rest.size();
    if (rest[i] == ':' && (last || rest[i + 1] == ' ')) return i;
    if (rest[i] == '#' && i > 0 && rest[i - 1] == ' ') return i;
    if (in_flow && (rest[i] == ',' || rest[i] == ']' || rest[i] == '}')) return i;
  }
  return rest.size();
}

std::size_t end_of_quoted(std::string_view rest) {
  const char quote = rest[0];
  for (std::size_t i = 1; i < rest.size(); ++i) {
    if (quote == '"' && rest[i] == '\\')
      ++i;
    else if (rest[i] == quote && quote == '\'' && i + 1 < rest.size() && rest[i + 1] == quote)
      ++i;  // 'it''s'
    else if (rest[i] == quote)
      return i + 1;
  }
  return rest.size();
}

/// Where a cell ends that begins here: at the separator, which may stand between quotes.
std::size_t end_of_cell(std::string_view rest, char separator) {
  bool quoted = false;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (rest[i] == '"')
      quoted = !quoted;
    else if (rest[i] == separator && !quoted)
      return i;
  }
  return rest.size();
}

/// Where a bracketed list that begins here ends, on this line.
std::size_t end_of_list(std::string_view rest) {
  int depth = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if ((rest[i] == '"' || rest[i] == '\'') && i > 0 && (rest[i - 1] <= ' ' || rest[i - 1] == '['))
      i += end_of_quoted(rest.substr(i)) - 1;
    else if (rest[i] == '[' || rest[i] == '{')
      ++depth;
    else if ((rest[i] == ']' || rest[i] == '}') && --depth == 0)
      return i + 1;
    else if (rest[i] == '#' && rest[i - 1] == ' ')
      return i;
  }
  return rest.size();
}

}  // namespace

Source::Source(std::string name, std::string text)
    : name_(std::move(name)), text_(std::move(text)) {
  starts_.push_back(0);
  for (auto at = text_.find('\n'); at != std::string::npos; at = text_.find('\n', at + 1))
    starts_.push_back(static_cast<std::uint32_t>(at + 1));
}

Source::Source(std::string name, std::string text, char separator)
    : Source(std::move(name), std::move(text)) {
  separator_ = separator;
}

std::string_view Source::line(std::uint32_t number) const noexcept {
  if (number == 0 || number > starts_.size()) return {};
  const std::string_view all = text_;
  const std::size_t first = starts_[number - 1];
  const std::size_t next = number < starts_.size() ? starts_[number] : all.size() + 1;
  std::string_view line = all.substr(first, next - 1 - first);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

Position Source::position(std::size_t offset) const noexcept {
  offset = std::min(offset, text_.size());
  const auto next = std::upper_bound(starts_.begin(), starts_.end(), offset);
  const std::size_t start = *(next - 1);
  return {static_cast<std::uint32_t>(next - starts_.begin()),
          static_cast<std::uint32_t>(offset - start + 1)};
}

std::string_view line_of(const Span& span) {
  return span ? span.source->line(span.begin.line) : std::string_view{};
}

Span token_at(std::shared_ptr<const Source> source, Position begin) {
  Span span{std::move(source), begin, 0};
  const std::string_view line = line_of(span);
  if (begin.column == 0 || begin.column > line.size()) return span;
  const std::string_view before = line.substr(0, begin.column - 1);
  const std::string_view rest = line.substr(begin.column - 1);
  const bool in_flow = before.find_first_of("[{") != std::string_view::npos;
  const bool is_quoted = rest[0] == '"' || rest[0] == '\'';
  const bool is_list = rest[0] == '[' || rest[0] == '{';
  const char separator = span.source->separator();
  const std::size_t end = separator != 0 ? end_of_cell(rest, separator)
                          : is_quoted    ? end_of_quoted(rest)
                          : is_list      ? end_of_list(rest)
                                         : end_of_plain(rest, in_flow);
  span.length = static_cast<std::uint32_t>(internal::trim(rest.substr(0, end)).size());
  return span;
}

namespace {

/// The item of `[a, b, c]` that is `index` further; all on one line.
Span flow_item(const Span& list, std::string_view line, std::size_t index) {
  std::size_t at = list.begin.column;  // behind the bracket
  while (at < line.size()) {
    at = line.find_first_not_of(" \t", at);
    if (at == std::string_view::npos || line[at] == ']') break;
    if (index-- == 0)
      return token_at(list.source, {list.begin.line, static_cast<std::uint32_t>(at + 1)});
    const Span item = token_at(list.source, {list.begin.line, static_cast<std::uint32_t>(at + 1)});
    at = line.find(',', at + item.length);
    if (at != std::string_view::npos) ++at;
  }
  return list;
}

}  // namespace

Span item_at(const Span& list, std::size_t index) {
  const std::string_view line = line_of(list);
  const std::size_t dash = list.begin.column - 1;
  if (!list || dash >= line.size()) return list;
  if (line[dash] == '[') return flow_item(list, line, index);
  if (line[dash] != '-') return list;
  // Each item of a block list begins with a dash under the first.
  for (std::uint32_t number = list.begin.line;; ++number) {
    const std::string_view item = list.source->line(number);
    if (item.data() == nullptr) break;  // past the last line
    const std::size_t first = item.find_first_not_of(' ');
    if (first == std::string_view::npos || item[first] == '#' || first > dash) continue;
    if (number != list.begin.line && (first < dash || item[first] != '-')) break;
    if (index-- != 0) continue;
    const std::size_t word = item.find_first_not_of(' ', dash + 1);
    return word == std::string_view::npos
               ? list
               : token_at(list.source, {number, static_cast<std::uint32_t>(word + 1)});
  }
  return list;
}

std::ostream& operator<<(std::ostream& out, const Span& span) {
  out << span.name();
  // In digits alone, whatever locale the stream has; so it is with all numbers of the library.
  if (span.begin.line != 0)
    out << ':' << std::to_string(span.begin.line) << ':' << std::to_string(span.begin.column);
  return out;
}

}  // namespace safegov
