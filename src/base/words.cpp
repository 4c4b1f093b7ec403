// Cuts a text into words, numbers and marks.
// SPDX-License-Identifier: Apache-2.0

#include "base/words.hpp"

#include <algorithm>
#include <array>

namespace safegov::internal {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v'; }

// What word processors put in place of the plain character. Empty: a space.
struct StandIn {
  std::string_view bytes;
  std::string_view plain;
};
constexpr std::array<StandIn, 17> stand_ins = {{
    {"\xE2\x80\x90", "-"},  // hyphen
    {"\xE2\x80\x91", "-"},  // non-breaking hyphen
    {"\xE2\x80\x92", "-"},  // figure dash
    {"\xE2\x80\x93", "-"},  // en dash
    {"\xE2\x80\x94", "-"},  // em dash
    {"\xE2\x88\x92", "-"},  // minus
    {"\xE2\x80\x98", "'"},  // single quotes
    {"\xE2\x80\x99", "'"},
    {"\xE2\x80\x9C", "\""},  // double quotes
    {"\xE2\x80\x9D", "\""},
    {"\xE2\x80\xA2", "*"},  // bullet
    {"\xC2\xA0", ""},       // no-break space
    {"\xE2\x80\x89", ""},   // thin space
    {"\xE2\x80\xAF", ""},   // narrow no-break space
    {"\xE2\x80\x8B", ""},   // zero width space
    {"\xC2\xAD", ""},       // soft hyphen
    {"\xEF\xBB\xBF", ""},   // byte order mark
}};

const StandIn* stand_in_at(std::string_view text) {
  const auto found = std::ranges::find_if(
      stand_ins, [text](const StandIn& entry) { return text.starts_with(entry.bytes); });
  return found == stand_ins.end() ? nullptr : &*found;
}

// An apostrophe, plain or curly, with a letter on both sides: `children's`, but not `years' time`.
std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  const std::size_t length = text[at] == '\''                              ? 1
                             : text.substr(at).starts_with("\xE2\x80\x99") ? 3
                                                                           : 0;
  const std::size_t next = at + length;
  if (length == 0 || next >= text.size()) return 0;
  return is_letter(text[next]) && !stand_in_at(text.substr(next)) ? length : 0;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t apostrophe = apostrophe_at(text, at);
    if (apostrophe > 0) {
      at += apostrophe;
    } else if (is_letter(text[at]) && !stand_in_at(text.substr(at))) {
      ++at;
    } else {
      break;
    }
  }
  return at;
}

Token number_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  int value = 0;
  for (; end < text.size() && is_digit(text[end]); ++end) {
    if (end - at < 9) value = value * 10 + (text[end] - '0');
  }
  Token token = {.kind = TokenKind::number,
                 .lower = std::string(text.substr(at, end - at)),
                 .begin = at,
                 .end = end};
  token.value = end - at <= 9 ? value : -1;
  return token;
}

// With plain apostrophes, so that words compare however they were typed.
std::string plain_word(std::string_view word) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  std::string plain = lower(word);
  for (std::size_t at = plain.find(curly); at != std::string::npos; at = plain.find(curly)) {
    plain.replace(at, curly.size(), "'");
  }
  return plain;
}

Token word_at(std::string_view text, std::size_t at) {
  const std::size_t end = end_of_word(text, at);
  return {.kind = TokenKind::word,
          .lower = plain_word(text.substr(at, end - at)),
          .begin = at,
          .end = end};
}

// What stands at `at`, which is no space.
Token token_at(std::string_view text, std::size_t at) {
  if (is_digit(text[at])) return number_at(text, at);
  if (const StandIn* found = stand_in_at(text.substr(at))) {
    return {.kind = TokenKind::mark,
            .lower = std::string(found->plain),
            .begin = at,
            .end = at + found->bytes.size()};
  }
  if (is_letter(text[at])) return word_at(text, at);
  return {.kind = text[at] == '\n' ? TokenKind::line_break : TokenKind::mark,
          .lower = std::string(1, text[at]),
          .begin = at,
          .end = at + 1};
}

}  // namespace

Words::Words(std::string_view text) : text_(text) {
  bool spaced = false;
  for (std::size_t at = 0; at < text.size();) {
    const StandIn* stand_in = stand_in_at(text.substr(at));
    if (is_space(text[at]) || (stand_in && stand_in->plain.empty())) {
      at += stand_in ? stand_in->bytes.size() : 1;
      spaced = true;
      continue;
    }
    tokens_.push_back(token_at(text, at));
    tokens_.back().spaced = spaced;
    at = tokens_.back().end;
    spaced = false;
  }
  tokens_.push_back({.begin = text.size(), .end = text.size()});
}

const Token& Cursor::peek(std::size_t ahead) const {
  return words_->tokens_[std::min(at_ + ahead, words_->tokens_.size() - 1)];
}

void Cursor::skip(std::size_t count) { at_ = std::min(at_ + count, words_->tokens_.size() - 1); }

bool Cursor::take(std::string_view word) {
  if (!peek().is(word)) return false;
  skip();
  return true;
}

bool Cursor::take_phrase(std::string_view phrase) {
  // Every deadline is held against a hundred phrases; most differ in their first letter.
  if (!phrase.empty() && !peek().lower.starts_with(phrase.front())) return false;
  const std::size_t before = at_;
  while (!phrase.empty()) {
    const std::size_t end = std::min(phrase.find(' '), phrase.size());
    if (at_ != before && peek().is("-")) skip();
    if (!take(phrase.substr(0, end))) {
      at_ = before;
      return false;
    }
    phrase.remove_prefix(std::min(end + 1, phrase.size()));
  }
  return true;
}

std::optional<std::string_view> Cursor::take_any(std::initializer_list<std::string_view> phrases) {
  for (const std::string_view phrase : phrases) {
    if (take_phrase(phrase)) return phrase;
  }
  return {};
}

std::string_view Cursor::written_since(const Cursor& from) const {
  const std::size_t begin = from.peek().begin;
  if (at_ <= from.at_) return {};
  const std::size_t end = words_->tokens_[at_ - 1].end;
  return trim(words_->text_.substr(begin, end - begin));
}

std::optional<int> take_count(Cursor& cursor) {
  static constexpr std::array<std::string_view, 20> names = {
      "one",     "two",     "three",     "four",     "five",     "six",      "seven",
      "eight",   "nine",    "ten",       "eleven",   "twelve",   "thirteen", "fourteen",
      "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  const Token& token = cursor.peek();
  if (token.kind == TokenKind::number && token.length() <= 4) {
    cursor.skip();
    return token.value;
  }
  const auto found = std::ranges::find(names, token.lower);
  if (token.kind != TokenKind::word || found == names.end()) return {};
  cursor.skip();
  return static_cast<int>(found - names.begin()) + 1;
}

bool skip_separators(Cursor& cursor) {
  const Cursor before = cursor;
  while (!cursor.at_end()) {
    const Token& token = cursor.peek();
    const bool mark = token.is(",") || token.is(";") || token.is("|") || token.is("*") ||
                      token.is("&") || token.is("and") || token.kind == TokenKind::line_break;
    // A full stop that ends a sentence; not that of `e.g.`
    const Token& next = cursor.peek(1);
    const bool stop = token.is(".") && (next.spaced || next.kind == TokenKind::end ||
                                        next.kind == TokenKind::line_break);
    if (!mark && !stop) break;
    cursor.skip();
  }
  return !(cursor == before);
}

}  // namespace safegov::internal
