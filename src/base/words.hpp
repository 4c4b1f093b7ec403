// A text cut into words, numbers and marks, and a cursor that reads along them.
// SPDX-License-Identifier: Apache-2.0
//
//   const Words words("Oct-19 and 25 th March");
//   Cursor cursor = words.begin();      // oct - 19 and 25 th march
//   cursor.take("oct");                 // true: the cursor stands before the dash now

#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.hpp"

namespace safegov::internal {

/// Longer texts are not read as words at all: nobody writes a deadline of pages.
constexpr std::size_t longest_text = 4096;

enum class TokenKind : std::uint8_t { word, number, mark, line_break, end };

/// A run of letters (an apostrophe inside belongs to it), a run of digits, or one mark.
struct Token {
  TokenKind kind = TokenKind::end;
  std::string lower =
      {};                 ///< as written, in lower case; a mark in its plain form: `-` for any dash
  int value = -1;         ///< of a number of up to nine digits
  std::size_t begin = 0;  ///< where it stands in the text
  std::size_t end = 0;
  bool spaced = false;  ///< white space stands before it

  [[nodiscard]] bool is(std::string_view word) const {
    return kind != TokenKind::end && lower == word;
  }
  [[nodiscard]] std::size_t length() const { return end - begin; }
  /// A number written with that many digits.
  [[nodiscard]] bool has_digits(std::size_t digits) const {
    return kind == TokenKind::number && length() == digits;
  }
};

class Cursor;

/// A text and its tokens. The text must outlive it.
class Words {
 public:
  explicit Words(std::string_view text);
  [[nodiscard]] Cursor begin() const;

 private:
  friend class Cursor;
  std::string_view text_;
  std::vector<Token> tokens_;  // the last one is always the end
};

/// A place among words. Cheap to copy: a form that does not fit puts the old place back.
/// Whatever is called `take_...` moves on only if it succeeds.
class Cursor {
 public:
  explicit Cursor(const Words& words) : words_(&words) {}

  [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
  [[nodiscard]] bool at_end() const { return peek().kind == TokenKind::end; }
  void skip(std::size_t count = 1);

  /// One word or mark.
  bool take(std::string_view word);
  /// Several words in a row, separated by one space here and by space or a hyphen in the text:
  /// `on going` is also `on-going`.
  bool take_phrase(std::string_view phrase);
  /// The first of these phrases that fits.
  std::optional<std::string_view> take_any(std::initializer_list<std::string_view> phrases);

  /// What is written from `from` up to here, trimmed.
  [[nodiscard]] std::string_view written_since(const Cursor& from) const;

  friend bool operator==(const Cursor& a, const Cursor& b) { return a.at_ == b.at_; }

 private:
  const Words* words_;
  std::size_t at_ = 0;
};

inline Cursor Words::begin() const { return Cursor(*this); }

/// Reads with `parse`, and puts the cursor back where it was if that gives nothing.
template <class Parse>
auto attempt(Cursor& cursor, Parse parse) {
  const Cursor before = cursor;
  auto result = parse(cursor);
  if (!result) cursor = before;
  return result;
}

/// A whole number in figures (up to four) or words: `15`, `three`, up to twenty.
std::optional<int> take_count(Cursor& cursor);

/// What stands between deadlines: commas, semicolons, line breaks, `and`. True if there was any.
bool skip_separators(Cursor& cursor);

}  // namespace safegov::internal
