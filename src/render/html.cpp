// Texts in HTML, in links and in style sheets: nothing in them is taken for markup.
// SPDX-License-Identifier: Apache-2.0

#include "render/html.hpp"

#include <cstdint>

#include "base/text.hpp"

namespace safegov::internal {

std::string as_html(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    length = character_length(text, at);
    const char c = text[at];
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c != '\n' && is_control(text, at))
      out += ' ';
    else
      out += text.substr(at, length);
  }
  return out;
}

std::string as_fragment(std::string_view id) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/@").find(c) != std::string_view::npos;
    if (plain)
      out += c;
    else
      (out += '%').append({hex[byte / 16], hex[byte % 16]});
  }
  return out;
}

std::string as_css(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\' || c == '<' || static_cast<unsigned char>(c) < 0x20) {
      constexpr std::string_view hex = "0123456789abcdef";
      const auto byte = static_cast<unsigned char>(c);
      out += '\\';
      (out += hex[byte / 16]) += hex[byte % 16];
      out += ' ';
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string base64_of(std::string_view hexadecimal) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  const auto value = [](char c) {
    return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
  };
  std::string out;
  std::size_t i = 0;
  for (; i < hexadecimal.size(); i += 6) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 6; ++k)
      bits = bits * 16 + (i + k < hexadecimal.size() ? value(hexadecimal[i + k]) : 0);
    for (int shift = 18; shift >= 0; shift -= 6) out += digits[(bits >> shift) & 63];
  }
  // Two hexadecimal digits are a byte, and three bytes four letters.
  for (std::size_t missing = (i - hexadecimal.size()) / 2, k = 0; k < missing; ++k)
    out[out.size() - 1 - k] = '=';
  return out;
}

}  // namespace safegov::internal
