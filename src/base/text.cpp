// Small helpers over UTF-8 text that more than one layer needs.
// SPDX-License-Identifier: Apache-2.0

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace safegov::internal {
namespace {

struct Decoded {
  char32_t character;
  std::size_t length;
};

/// The character at `at`; an invalid byte stands for itself.
Decoded decode(std::string_view text, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t length = lead < 0x80   ? 1
                             : lead < 0xC2 ? 0
                             : lead < 0xE0 ? 2
                             : lead < 0xF0 ? 3
                             : lead < 0xF5 ? 4
                                           : 0;
  if (length == 0 || at + length > text.size()) return {lead, 1};
  if (length == 1) return {lead, 1};
  auto character = static_cast<char32_t>(lead & (0xFF >> (length + 1)));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xC0) != 0x80) return {lead, 1};
    character = (character << 6) | (byte(at + i) & 0x3F);
  }
  // Written longer than it needs to be, half a UTF-16 pair, or past the end of Unicode.
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = character >= 0xD800 && character <= 0xDFFF;
  if (character < least[length] || surrogate || character > 0x10FFFF) return {lead, 1};
  return {character, length};
}

struct Stretch {
  char32_t first, last;
};

/// Unicode's combining marks and other characters without a width, the common blocks.
constexpr std::array<Stretch, 14> zero_width{{{0x0300, 0x036F},
                                              {0x0483, 0x0489},
                                              {0x0591, 0x05BD},
                                              {0x0610, 0x061A},
                                              {0x064B, 0x065F},
                                              {0x200B, 0x200F},
                                              {0x202A, 0x202E},
                                              {0x1AB0, 0x1AFF},
                                              {0x1DC0, 0x1DFF},
                                              {0x20D0, 0x20FF},
                                              {0x2060, 0x2064},
                                              {0xFE00, 0xFE0F},
                                              {0xFE20, 0xFE2F},
                                              {0xFEFF, 0xFEFF}}};

/// East Asian wide blocks and emoji.
constexpr std::array<Stretch, 11> two_wide{{{0x1100, 0x115F},
                                            {0x2E80, 0xA4CF},
                                            {0xAC00, 0xD7A3},
                                            {0xF900, 0xFAFF},
                                            {0xFE30, 0xFE6F},
                                            {0xFF00, 0xFF60},
                                            {0xFFE0, 0xFFE6},
                                            {0x1F300, 0x1F64F},
                                            {0x1F680, 0x1F6FF},
                                            {0x1F900, 0x1FAFF},
                                            {0x20000, 0x3FFFD}}};

std::size_t width_of(char32_t c) noexcept {
  if (c < zero_width[0].first) return 1;
  const auto in = [c](const Stretch& s) { return s.first <= c && c <= s.last; };
  if (std::ranges::any_of(zero_width, in)) return 0;
  return std::ranges::any_of(two_wide, in) ? 2 : 1;
}

char small(char c) noexcept { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

}  // namespace

std::string_view trim(std::string_view text) noexcept {
  constexpr std::string_view blank = " \t\r\n\f\v";
  const auto first = text.find_first_not_of(blank);
  if (first == std::string_view::npos) return text.substr(text.size());
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), small);
  return out;
}

std::string as_word(std::string_view name) {
  std::string out = lower(name);
  std::ranges::replace_if(
      out, [](char c) { return c == ' ' || c == '_'; }, '-');
  return out;
}

bool is_control(std::string_view text, std::size_t at) noexcept {
  const char32_t c = decode(text, at).character;
  return c < 0x20 || c == 0x7F || (c >= 0x80 && c < 0xA0 && decode(text, at).length == 2);
}

std::string_view disarmed(std::string_view text, std::size_t at) noexcept {
  const std::string_view rest = text.substr(at);
  if (rest.starts_with("##[") || rest.starts_with("##vso[")) return "♯";
  const bool begins_word = at == 0 || text[at - 1] == ' ';
  const bool names = rest.size() > 2 && rest.starts_with("::") && (rest[2] | 0x20) >= 'a' &&
                     (rest[2] | 0x20) <= 'z';
  return begins_word && names ? "∶" : "";
}

std::string disarmed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const std::string_view instead = disarmed(text, at); !instead.empty())
      out += instead;
    else
      out += text[at];
  return out;
}

std::string unseen(std::string_view text, std::size_t at) {
  const auto [c, length] = decode(text, at);
  if (length != 3 || !((c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069))) return {};
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string number;
  for (int shift = 12; shift >= 0; shift -= 4) number += digits[c >> shift & 0xF];
  return number;
}

std::size_t character_length(std::string_view text, std::size_t at) noexcept {
  return decode(text, at).length;
}

std::size_t display_width(std::string_view text) noexcept {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto [character, length] = decode(text, at);
    width += width_of(character);
    at += length;
  }
  return width;
}

std::string_view fit(std::string_view text, std::size_t width) noexcept {
  std::size_t at = 0;
  while (at < text.size()) {
    const auto [character, length] = decode(text, at);
    const std::size_t columns = width_of(character);
    if (columns > width) break;
    width -= columns;
    at += length;
  }
  return text.substr(0, at);
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  // Optimal string alignment over three rows; the words compared are short.
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    std::swap(before, above);
    std::swap(above, row);
  }
  return above[b.size()];
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
  if (word.size() > 100) return {};
  const std::string wanted = as_word(word);
  std::string_view best;
  // A third of the letters may be wrong; a short word must be nearly right.
  std::size_t least = std::max<std::size_t>(1, wanted.size() / 3) + 1;
  for (const std::string_view candidate : candidates) {
    const std::size_t longer = std::max(candidate.size(), wanted.size());
    if (longer - std::min(candidate.size(), wanted.size()) >= least) continue;
    const std::size_t distance = edit_distance(wanted, as_word(candidate));
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

std::string_view only_nearest(std::string_view word, std::span<const std::string_view> candidates) {
  const std::string_view best = nearest(word, candidates);
  if (best.empty()) return {};
  const std::string wanted = as_word(word);
  const std::size_t least = edit_distance(wanted, as_word(best));
  for (const std::string_view candidate : candidates)
    if (candidate != best && candidate.size() <= wanted.size() + least &&
        wanted.size() <= candidate.size() + least &&
        edit_distance(wanted, as_word(candidate)) == least)
      return {};
  return best;
}

std::string alternatives(std::span<const std::string_view> words, std::string_view last) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) out += i + 1 == words.size() ? " " + std::string(last) + " " : ", ";
    out += '\'';
    out += words[i];
    out += '\'';
  }
  return out;
}

std::string in_quotes(std::string_view text) {
  constexpr std::size_t most = 60;
  std::string out = "'";
  const std::string_view shown = fit(text, most);
  for (std::size_t at = 0, length = 0; at < shown.size(); at += length) {
    const char c = shown[at];
    length = character_length(shown, at);
    if (const std::string number = unseen(shown, at); !number.empty())
      out += "\\u" + number;
    else if (is_control(shown, at))
      out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : "\\?";
    else
      out += shown.substr(at, length);
  }
  if (shown.size() < text.size()) out += "…";
  return out + "'";
}

std::string with_article(std::string_view noun) {
  const bool vowel = !noun.empty() && std::string_view("aeiou").find(noun[0]) != noun.npos;
  return (vowel ? "an " : "a ") + std::string(noun);
}

std::string counted(long long count, std::string_view noun) {
  std::string out = std::to_string(count) + " " + std::string(noun);
  if (count == 1) return out;
  // `priorities`, and `days`.
  const std::size_t size = out.size();
  if (out.ends_with('y') && size > 1 &&
      std::string_view("aeiou").find(out[size - 2]) == std::string_view::npos)
    return out.substr(0, size - 1) + "ies";
  return out + 's';
}

}  // namespace safegov::internal
