// What can be told about a text before a YAML parser sees it.
// SPDX-License-Identifier: Apache-2.0

#include "read/text_check.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <safegov/read.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"

namespace safegov::internal {
namespace {

/// The bracketed list that a person writes fits on a few lines; the parser holds it whole.
constexpr std::size_t longest_flow = 64 * 1024;

bool is_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

/// The first byte that is no text (a control byte), or no UTF-8.
struct BadByte {
  std::size_t at;
  bool control;
};

/// Nothing but printable ASCII and line breaks, as nearly all of a plan is. Vector code.
bool is_plain(const char* bytes) {
  unsigned odd = 0;
  for (std::size_t i = 0; i < 64; ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    odd |= static_cast<unsigned>(byte < 0x20) & static_cast<unsigned>(byte != '\n');
    odd |= static_cast<unsigned>(byte >= 0x7F);
  }
  return odd == 0;
}

std::optional<BadByte> first_bad_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (at + 64 <= text.size() && is_plain(text.data() + at)) {
      at += 64;
      continue;
    }
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte < 0x7F) {
      ++at;
    } else if (byte < 0x80) {
      if (byte != '\n' && byte != '\t' && byte != '\r') return BadByte{at, true};
      ++at;
    } else {
      const std::size_t length = character_length(text, at);
      if (length == 1) return BadByte{at, false};
      // C1 controls; and U+FEFF or surrogates inside a text are left to whoever reads it.
      if (byte == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0) return BadByte{at, true};
      at += length;
    }
  }
  return {};
}

/// The bytes that mean something within a plain text.
constexpr std::array<bool, 256> matters = [] {
  std::array<bool, 256> table{};
  for (const char c : std::string_view("\n\"']}:#")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

/// Follows brackets as the parser does: they open a list only where a value may begin, and not in
/// quotes. Where it is not sure it takes them for a list, never the other way.
class Brackets {
 public:
  struct Excess {
    std::size_t at;
    bool deep;  ///< nested too deep, rather than too long
  };

  explicit Brackets(std::string_view text) : text_(text) {}

  /// Where nesting or length first passes the limit.
  std::optional<Excess> first_excess() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      // In a plain text only these can change anything.
      if (depth_ == 0 && quote_ == 0 && !value_may_begin_) {
        while (at < text_.size() && !matters[static_cast<unsigned char>(text_[at])]) ++at;
        if (at == text_.size()) break;
      }
      const char c = text_[at];
      if (quote_ != 0) {
        skip_in_quote(at);
      } else if (c == '#' && (at == 0 || text_[at - 1] <= ' ')) {
        at = std::min(text_.find('\n', at), text_.size() - 1);
        value_may_begin_ = true;
      } else if (value_may_begin_ && (c == '&' || c == '*' || c == '!')) {
        // An anchor or a tag: the value is still to come.
        at = std::min(text_.find_first_of(" \t\r\n,[]{}", at), text_.size()) - 1;
      } else if ((c == '"' || c == '\'') && value_may_begin_) {
        quote_ = c;
      } else {
        if ((c == '[' || c == '{') && (depth_ > 0 || value_may_begin_)) {
          if (depth_ == 0) start_ = at;
          if (++depth_ > deepest) return Excess{at, true};
        } else if ((c == ']' || c == '}') && depth_ > 0) {
          --depth_;
        }
        note(at);
      }
      if (depth_ > 0 && at - start_ > longest_flow) return Excess{start_, false};
    }
    return {};
  }

  /// Where the bracket begins that is open at the end of the text, if there is one.
  [[nodiscard]] std::optional<std::size_t> still_open() const {
    return depth_ > 0 ? std::optional(start_) : std::nullopt;
  }

 private:
  void skip_in_quote(std::size_t& at) {
    if (quote_ == '"' && text_[at] == '\\') {
      ++at;
    } else if (text_[at] == quote_ || (text_[at] == '\n' && depth_ == 0)) {
      quote_ = 0;  // a quote left open is somebody else's finding; do not let it hide the rest
      value_may_begin_ = true;
    }
  }

  /// After a byte that is not in quotes: may a value begin behind it?
  void note(std::size_t at) {
    constexpr std::string_view always = "\n\"']}", in_a_list = ":-,[{?|>";
    const char c = text_[at];
    if (c == ' ' || c == '\t' || c == '\r') return;
    if (always.find(c) != std::string_view::npos)
      value_may_begin_ = true;
    else if (depth_ > 0 || value_may_begin_)
      value_may_begin_ = in_a_list.find(c) != std::string_view::npos;
    else  // in a plain text, of which only `: ` is the end
      value_may_begin_ = c == ':' && (at + 1 == text_.size() || text_[at + 1] <= ' ');
  }

  std::string_view text_;
  int depth_ = 0;
  std::size_t start_ = 0;
  char quote_ = 0;
  bool value_may_begin_ = true;
};

}  // namespace

Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto lines = std::ranges::count(before, '\n');
  const auto line_start = before.rfind('\n');
  const std::size_t column =
      line_start == std::string_view::npos ? offset : offset - line_start - 1;
  return {static_cast<std::uint32_t>(lines + 1), static_cast<std::uint32_t>(column + 1)};
}

bool is_other_encoding(std::string_view text) {
  if (is_utf16(text) || text.size() > largest_text) return false;
  const auto bad = first_bad_byte(text);
  return bad && !bad->control;
}

bool check_table(const std::shared_ptr<const Source>& source, Diagnostics& found,
                 std::size_t largest) {
  const std::string_view text = source->text();
  const auto report = [&](const codes::Known& code, std::string message,
                          std::optional<std::size_t> at, std::string help) {
    const Span where{source, at ? position_of(text, *at) : Position{}, 1};
    found.push_back(codes::diagnose(code, std::move(message), where, std::move(help)));
    return false;
  };
  if (text.size() > largest)
    return report(codes::too_large,
                  "it is too large: the most that is read is " +
                      std::to_string(largest / (1024 * 1024)) + " MiB (" + std::to_string(largest) +
                      " bytes)",
                  {}, "split it: one plan per file, records as their own files");
  if (trim(text).empty())
    return report(codes::empty_file, "it is empty", {}, "'safegov new' writes a starter");
  if (is_utf16(text)) return report(codes::not_utf8, "it is UTF-16", {}, "save it as UTF-8");
  if (const auto bad = first_bad_byte(text)) {
    if (bad->control)
      return report(codes::not_text, "it is not text: there is a control byte", bad->at,
                    "plans are YAML, which is plain text; is this a workbook or a PDF?");
    return report(codes::not_utf8, "it is not UTF-8", bad->at,
                  "save it as UTF-8; Windows calls the other encoding 'ANSI'");
  }
  return true;
}

bool check_text(const std::shared_ptr<const Source>& source, Diagnostics& found) {
  if (!check_table(source, found)) return false;
  const auto excess = Brackets(source->text()).first_excess();
  if (!excess) return true;
  found.push_back(codes::diagnose(
      codes::too_deep,
      excess->deep ? "brackets are nested more than 64 deep here"
                   : "this bracket is not closed within the next 64 KiB",
      Span{source, position_of(source->text(), excess->at), 1},
      excess->deep ? "write lists as lines that begin with '- '"
                   : "close it; put text that begins with a bracket in quotes; write long lists as "
                     "lines that begin with '- '"));
  return false;
}

std::string no_colon_in(std::string_view words) {
  const bool several = words.find(' ') != std::string_view::npos;
  return "there is no ':' " + std::string(several ? "in " : "after ") + in_quotes(words);
}

std::string colon_help(std::string_view words) {
  const auto space = words.find(' ');
  if (space == std::string_view::npos || words.size() > 60) return "write 'key: value'";
  return "write '" + std::string(words.substr(0, space)) + ": " +
         std::string(trim(words.substr(space))) + "'";
}

Span find_open_bracket(const std::shared_ptr<const Source>& source, Position before) {
  const std::string_view text = source->text();
  const std::string_view line = source->line(before.line);
  if (line.data() == nullptr) return {};
  const auto start = static_cast<std::size_t>(line.data() - text.data());
  const std::size_t column = before.column == 0 ? 0 : before.column - 1;
  Brackets brackets(text.substr(0, start + std::min(column, line.size())));
  if (brackets.first_excess()) return {};
  const auto at = brackets.still_open();
  return at ? token_at(source, position_of(text, *at)) : Span{};
}

Span find_open_quote(const std::shared_ptr<const Source>& source, std::uint32_t last_line) {
  std::uint32_t number = 0;
  const std::string_view text = source->text();
  for (std::size_t start = 0; start < text.size() && number < last_line;) {
    const auto end = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, end - start);
    start = end + 1;
    ++number;
    // The value of the line: behind `- ` and `key: `.
    std::size_t at = line.find_first_not_of(" -");
    if (at == std::string_view::npos) continue;
    if (const auto colon = line.find(": ", at);
        colon != std::string_view::npos && line[at] != '"' && line[at] != '\'')
      at = line.find_first_not_of(' ', colon + 1);
    if (at == std::string_view::npos || (line[at] != '"' && line[at] != '\'')) continue;
    const char quote = line[at];
    std::size_t close = at + 1;
    while (close < line.size() && line[close] != quote)
      close += quote == '"' && line[close] == '\\' ? 2U : 1U;
    if (close >= line.size()) return token_at(source, {number, static_cast<std::uint32_t>(at + 1)});
  }
  return {};
}

}  // namespace safegov::internal
