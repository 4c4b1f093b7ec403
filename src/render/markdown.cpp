// Writing Markdown.
// SPDX-License-Identifier: Apache-2.0

#include "render/markdown.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace safegov::internal {

std::string as_markdown(std::string_view text) {
  constexpr std::string_view marks = "\\`*_{}[]|~#$";
  std::string out;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    const char c = text[at];
    length = character_length(text, at);
    if (const std::string number = unseen(text, at); !number.empty())
      out += "&#x" + number + ";";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (is_control(text, at))
      out += ' ';
    else if (marks.find(c) != std::string_view::npos)
      (out += '\\') += c;
    else
      out += text.substr(at, length);
  }
  return out;
}

std::string as_paragraph(std::string_view text) {
  std::string out = as_markdown(trim(text));
  const std::size_t digits = std::min(out.find_first_not_of("0123456789"), out.size());
  const bool item = digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')');
  if (item) out.insert(digits, 1, '\\');
  if (!out.empty() && std::string_view("-+=:").find(out[0]) != std::string_view::npos)
    out.insert(0, 1, '\\');
  return out;
}

void Markdown::gap() {
  if (!out_.empty()) out_ += '\n';
}

void Markdown::heading(int level, std::string_view text) {
  gap();
  out_ += std::string(static_cast<std::size_t>(level), '#') + " " + as_markdown(text) + "\n";
}

void Markdown::paragraph(std::string_view text) {
  gap();
  out_ += std::string(text) + "\n";
}

void Markdown::head(const std::vector<std::string>& cells) {
  gap();
  row(cells);
  row(std::vector<std::string>(cells.size(), "---"));
}

void Markdown::row(const std::vector<std::string>& cells) {
  out_ += "|";
  for (const std::string& cell : cells) out_ += " " + cell + " |";
  out_ += '\n';
}

std::string Markdown::lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "<br>") + line;
  return out;
}

}  // namespace safegov::internal
