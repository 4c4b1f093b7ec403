// Laying text out for a terminal: columns, colours, wrapping, by display width.
// SPDX-License-Identifier: Apache-2.0

#include "render/text.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"

namespace safegov::internal {
namespace {

/// ANSI colours that can be read on black and on white: no yellow, no bright ones.
constexpr std::string_view code_of(State state) {
  switch (state) {
    case State::overdue:
      return "1;31";
    case State::received_late:
      return "31";
    case State::due:
    case State::partly_received:
      return "35";
    case State::due_soon:
      return "34";
    case State::received:
      return "32";
    case State::undated:
    case State::unresolved:
      return "36";
    default:
      return "2";
  }
}

}  // namespace

std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::string number = unseen(text, at); !number.empty())
      out += "<U+" + number + ">";
    else if (is_control(text, at))
      out += ' ';
    else if (const std::string_view instead = disarmed(text, at); !instead.empty())
      out += instead;
    else
      out += text.substr(at, character_length(text, at));
    at += character_length(text, at);
  }
  return out;
}

Page::Page(const RenderOptions& options)
    : width_(std::max<std::size_t>(40, options.width)), colour_(options.colour) {}

std::string Page::paint(std::string_view code, std::string_view text) const {
  if (!colour_) return std::string(text);
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

std::string Page::in_colour(State state, std::string_view text) const {
  return paint(code_of(state), text);
}

std::string Page::tinted(std::string_view colour, std::string_view text) const {
  constexpr std::pair<std::string_view, std::string_view> codes[] = {
      {"red", "1;31"}, {"amber", "35"}, {"green", "32"}, {"blue", "34"}, {"grey", "2"}};
  for (const auto& [word, code] : codes)
    if (word == colour) return paint(code, text);
  return std::string(text);
}

void Page::line(std::string_view text) {
  const auto end = text.find_last_not_of(' ');
  if (end != std::string_view::npos) out_ += text.substr(0, end + 1);
  out_ += '\n';
}

void Page::paragraph(std::string_view text, std::size_t indent) {
  const std::string plain = harmless(text);
  std::string_view rest = plain;
  const std::size_t room = std::max<std::size_t>(16, width_ - std::min(indent, width_));
  while (!(rest = trim(rest)).empty()) {
    std::string_view part = fit(rest, room);
    if (part.size() < rest.size() && rest[part.size()] != ' ') {
      if (const auto space = part.rfind(' '); space != std::string_view::npos && space > 0)
        part = part.substr(0, space);
    }
    if (part.empty()) break;
    line(std::string(indent, ' ') + std::string(part));
    rest.remove_prefix(part.size());
  }
}

void Page::item(std::string_view head, std::string_view text, std::size_t indent) {
  const std::size_t before = out_.size();
  paragraph(text, indent);
  if (out_.size() == before) return line(head);
  out_.replace(before, std::min(indent, out_.size() - before), head);
}

std::string cell(std::string_view text, std::size_t width) {
  std::string plain = harmless(text);
  if (display_width(plain) <= width) return plain;
  return std::string(trim(fit(plain, width - 1))) + "…";
}

std::string left(std::string_view text, std::size_t width) {
  std::string out = cell(text, width);
  out.append(width - std::min(width, display_width(out)), ' ');
  return out;
}

std::string right(std::string_view text, std::size_t width) {
  const std::string out = cell(text, width);
  return std::string(width - std::min(width, display_width(out)), ' ') + out;
}

std::vector<Date> days_shown(DateRange range, const RenderOptions& options, Step step) {
  return options.days.empty() ? steps(range, step) : options.days;
}

}  // namespace safegov::internal
