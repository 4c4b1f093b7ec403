// What the fuzz targets share: a property that must hold, and whether a text is JSON.
// SPDX-License-Identifier: Apache-2.0
//
// A target is one function over bytes. libFuzzer calls it with what it makes up (preset `fuzz`),
// replay.cpp with the seeds and with what was found before (every other preset).

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>

#include <safegov/diagnostic.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace fuzz {

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ends the program, with what is wrong and an example of it, unless the property holds.
inline void holds(bool property, std::string_view what, std::string_view example = {}) {
  if (property) return;
  std::cerr << "does not hold: " << what << "\n" << example << std::endl;
  std::abort();
}

/// The same where an example takes longer to make than the property to check.
template <class Example>
requires std::is_invocable_v<Example>
void holds(bool property, std::string_view what, const Example& example) {
  if (!property) holds(false, what, std::string_view(std::string(example())));
}

/// Whether a text is one JSON value and nothing else (RFC 8259), from the grammar.
class Json {
 public:
  static bool is(std::string_view text) {
    Json json(text);
    return json.value() && (json.space(), json.rest_.empty());
  }

 private:
  explicit Json(std::string_view text) : rest_(text) {}

  void space() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  bool take(std::string_view word) {
    space();
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool value() {
    if (take("{")) return members('}');
    if (take("[")) return members(']');
    if (take("\"")) return string();
    return take("true") || take("false") || take("null") || number();
  }

  bool members(char end) {
    const std::string_view closing(&end, 1);
    if (take(closing)) return true;
    do {
      if (end == '}' && !(take("\"") && string() && take(":"))) return false;
      if (!value()) return false;
    } while (take(","));
    return take(closing);
  }

  bool string() {
    while (!rest_.empty()) {
      const char c = rest_[0];
      rest_.remove_prefix(1);
      if (c == '"') return true;
      if (static_cast<unsigned char>(c) < 0x20) return false;
      if (c != '\\') continue;
      if (rest_.empty()) return false;
      const char escaped = rest_[0];
      rest_.remove_prefix(1);
      if (escaped == 'u') {
        if (rest_.substr(0, 4).find_first_not_of("0123456789abcdefABCDEF") != rest_.npos ||
            rest_.size() < 4)
          return false;
        rest_.remove_prefix(4);
      } else if (std::string_view("\"\\/bfnrt").find(escaped) == std::string_view::npos) {
        return false;
      }
    }
    return false;
  }

  /// Whole numbers, and decimal ones without an exponent.
  bool number() {
    take("-");
    const std::size_t digits = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    const bool sound = digits == 1 || (digits > 1 && rest_[0] != '0');
    rest_.remove_prefix(digits);
    if (rest_.starts_with('.')) {
      const std::size_t end = std::min(rest_.find_first_not_of("0123456789", 1), rest_.size());
      if (end == 1) return false;
      rest_.remove_prefix(end);
    }
    return sound;
  }

  std::string_view rest_;
};

/// Whether a text is UTF-8, from the table of RFC 3629.
inline bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = [&](std::size_t i) {
      return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    const auto in = [&](std::size_t i, unsigned low, unsigned high) {
      return byte(i) >= low && byte(i) <= high;
    };
    const auto tails = [&](std::size_t from, std::size_t to) {
      for (std::size_t i = from; i <= to; ++i)
        if (!in(i, 0x80, 0xBF)) return false;
      return true;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
      at += 1;
    else if (in(0, 0xC2, 0xDF) && tails(1, 1))
      at += 2;
    else if (in(0, 0xE0, 0xEF) && in(1, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF) &&
             tails(2, 2))
      at += 3;
    else if (in(0, 0xF0, 0xF4) && in(1, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF) &&
             tails(2, 3))
      at += 4;
    else
      return false;
  }
  return true;
}

inline std::string printed(const safegov::Diagnostics& diagnostics) {
  std::ostringstream out;
  print(out, diagnostics);
  return out.str();
}

/// A place lies in its text: on a line that there is, and no further than its end.
inline bool lies_inside(const safegov::Span& span) {
  if (!span) return true;
  const std::size_t lines =
      static_cast<std::size_t>(span.source->position(span.source->text().size()).line);
  const std::size_t from = span.begin.column - std::size_t{1};
  const std::size_t size = line_of(span).size();
  // A caret may stand where something is missing: just behind the last character.
  return span.begin.line <= lines && span.begin.column > 0 && from <= size &&
         from + span.length <= size + 1;
}

/// What holds of everything that is told, whatever the text.
inline void check_told(const safegov::Diagnostics& diagnostics) {
  for (const safegov::Diagnostic& d : diagnostics) {
    const auto say = [&] { return printed({d}); };
    holds(safegov::find_code(d.code) != nullptr, "a diagnostic has a code", d.code);
    if (d.message.empty() || d.message.ends_with('.')) holds(false, "it says something", say());
    if (!lies_inside(d.where)) holds(false, "its place lies in its text", say());
    for (const safegov::Related& related : d.related)
      if (!lies_inside(related.where)) holds(false, "its other place lies in its text", say());
  }
}

}  // namespace fuzz
