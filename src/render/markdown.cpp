// Writing Markdown.
// SPDX-License-Identifier: Apache-2.0

#include "render/markdown.hpp"

namespace safegov::internal {

std::string as_markdown(std::string_view text) {
  constexpr std::string_view marks = "\\`*_{}[]|~#";
  std::string out;
  for (const char c : text) {
    if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '&')
      out += "&amp;";
    else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
      out += ' ';
    else if (marks.find(c) != std::string_view::npos)
      (out += '\\') += c;
    else
      out += c;
  }
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
