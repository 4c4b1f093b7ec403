// Where a value came from: a text, a line and a column.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <compare>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace safegov {

/// A place in a text. Lines and columns count from 1; 0 means unknown.
/// Columns count bytes, as clang's do; a byte order mark is not counted.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

/// A text that was read, and what it is called: a file's path as given, or `<stdin>`.
class Source {
 public:
  Source(std::string name, std::string text);
  /// A table, whose cells are separated by a comma, a semicolon or a tab.
  Source(std::string name, std::string text, char separator);
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  /// What separates the cells of a table; 0 for any other text.
  [[nodiscard]] char separator() const noexcept { return separator_; }
  /// A line counted from 1, without its line break; nothing past the end.
  [[nodiscard]] std::string_view line(std::uint32_t number) const noexcept;

  /// The line and column of a byte counted from 0; the end for one past it.
  [[nodiscard]] Position position(std::size_t offset) const noexcept;

 private:
  std::string name_;
  std::string text_;
  char separator_ = 0;
  std::vector<std::uint32_t> starts_;  // where each line begins
};

/// A stretch of one line of a text: `begin` is inside, `length` counts bytes.
/// It shares the text, so an excerpt can be shown long after the file was closed or changed.
struct Span {
  std::shared_ptr<const Source> source;
  Position begin;
  std::uint32_t length = 0;

  /// False for what was not read from a text.
  explicit operator bool() const noexcept { return source != nullptr && begin.line != 0; }
  /// The source's name, or nothing.
  [[nodiscard]] std::string_view name() const noexcept {
    return source ? std::string_view(source->name()) : std::string_view();
  }
};

/// The whole line that `span` begins on, without its line break.
[[nodiscard]] std::string_view line_of(const Span& span);

/// The word, quoted text, list or cell that begins at `begin`: what a caret should underline.
[[nodiscard]] Span token_at(std::shared_ptr<const Source> source, Position begin);

/// The item of that index, from 0, of the list that `list` begins; `list` itself if it is not
/// found.
[[nodiscard]] Span item_at(const Span& list, std::size_t index);

/// Remembers where a model value was written: which text, and which entry in the table of places.
/// An origin is provenance, not value: all origins compare equal, so two plans that say the same
/// are equal however their files are laid out.
struct Origin {
  std::uint32_t file = 0;   ///< 1-based; 0 for a value that was not read
  std::uint32_t first = 0;  ///< places[first] is the value, places[first + 1 + i] its i-th field
  friend constexpr bool operator==(const Origin&, const Origin&) noexcept { return true; }
  friend constexpr auto operator<=>(const Origin&, const Origin&) noexcept {
    return std::strong_ordering::equal;
  }
};

/// `plan.yaml:14:11`
std::ostream& operator<<(std::ostream& out, const Span& span);

}  // namespace safegov
