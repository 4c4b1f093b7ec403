// Sorting and printing of diagnostics.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>
#include <sstream>
#include <tuple>

#include <safegov/diagnostic.hpp>
#include <safegov/result.hpp>

#include "base/text.hpp"

namespace safegov {
namespace {

// ANSI: bold, red, magenta (yellow is unreadable on white), cyan, off.
constexpr std::string_view bold = "\x1b[1m", red = "\x1b[1;31m", magenta = "\x1b[1;35m",
                           cyan = "\x1b[1;36m", off = "\x1b[0m";

std::string_view colour_of(Severity severity) {
  return severity == Severity::error ? red : severity == Severity::warning ? magenta : cyan;
}

class Printer {
 public:
  Printer(std::ostream& out, const PrintOptions& options) : out_(out), options_(options) {}

  void print(const Diagnostic& d) {
    head(d.where, d.path);
    paint(colour_of(d.severity), to_string(d.severity));
    out_ << ": ";
    paint(bold, internal::disarmed(d.message));
    out_ << " [" << d.code << "]\n";
    excerpt(d.where, colour_of(d.severity));
    for (const Related& r : d.related) {
      head(r.where, "");
      paint(cyan, "note");
      out_ << ": " << internal::disarmed(r.message) << '\n';
      excerpt(r.where, cyan);
    }
    if (!d.help.empty()) out_ << "     = help: " << internal::disarmed(d.help) << '\n';
  }

 private:
  void head(const Span& where, std::string_view path) {
    if (where)
      out_ << where << ": ";
    else if (!where.name().empty())
      out_ << where.name() << ": ";
    else if (!path.empty())
      out_ << path << ": ";
  }

  void paint(std::string_view colour, std::string_view text) {
    if (options_.colour)
      out_ << colour << text << off;
    else
      out_ << text;
  }

  /// The line and a caret, in a window of at most 100 columns around the place.
  void excerpt(const Span& where, std::string_view colour) {
    if (!options_.excerpts || !where) return;
    std::string_view line = line_of(where);
    if (where.begin.column == 0 || where.begin.column > line.size() + 1) return;
    std::string_view before = line.substr(0, where.begin.column - 1);
    std::string_view at = line.substr(where.begin.column - 1);
    constexpr std::size_t widest = 60;
    std::string lead;
    if (before.size() > 8 * widest) {  // a line of a megabyte is not measured for each caret
      before = from_character(before, before.size() - 8 * widest);
      lead = "…";
    }
    if (internal::display_width(before) > widest) {
      before = from_character(before, before.size() - widest);
      lead = "…";
    }
    const std::string_view tail = internal::fit(at, 100 - internal::display_width(before));
    const std::string number = std::to_string(where.begin.line);
    const std::string margin(number.size() < 5 ? 5 - number.size() : 0, ' ');
    out_ << margin << number << " | " << lead << visible(before) << visible(tail)
         << (tail.size() < at.size() ? "…" : "") << '\n';
    const std::size_t under =
        internal::display_width(at.substr(0, std::min<std::size_t>(where.length, tail.size())));
    out_ << std::string(std::max<std::size_t>(5, number.size()), ' ') << " | "
         << std::string(internal::display_width(lead) + internal::display_width(before), ' ');
    paint(colour, "^" + std::string(under > 1 ? under - 1 : 0, '~'));
    out_ << '\n';
  }

  /// `text` from the first character that begins at `at` or later.
  static std::string_view from_character(std::string_view text, std::size_t at) {
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
    return text.substr(at);
  }

  /// Tabs, control characters and what is no UTF-8 as one column each, so that the caret stands
  /// under its word and a terminal is sent nothing but text; what turns the direction of reading as
  /// the columns that it is counted for.
  static std::string visible(std::string_view text) {
    std::string shown;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t length = internal::character_length(text, at);
      const auto byte = static_cast<unsigned char>(text[at]);
      if (internal::is_control(text, at))
        shown += ' ';
      else if (const auto instead = internal::disarmed(text, at); !instead.empty())
        shown += instead;
      else if (!internal::unseen(text, at).empty())
        shown.append(internal::display_width(text.substr(at, length)), ' ');
      else if (length == 1 && byte >= 0x80)
        shown += '?';
      else
        shown += text.substr(at, length);
      at += length;
    }
    return shown;
  }

  std::ostream& out_;
  const PrintOptions& options_;
};

std::string first_message(const Diagnostics& diagnostics) {
  const auto error = std::ranges::find(diagnostics, Severity::error, &Diagnostic::severity);
  if (error == diagnostics.end()) return "no value";
  std::ostringstream text;
  text << *error;
  if (diagnostics.size() > 1)
    text << " (and " << std::to_string(diagnostics.size() - 1) << " more)";
  return text.str();
}

}  // namespace

bool has_errors(const Diagnostics& diagnostics) noexcept {
  return std::ranges::any_of(diagnostics,
                             [](const Diagnostic& d) { return d.severity == Severity::error; });
}

void sort(Diagnostics& diagnostics) {
  std::ranges::stable_sort(diagnostics, {}, [](const Diagnostic& d) {
    const bool nowhere = d.where.name().empty();
    return std::tuple(nowhere, d.where.name(), d.where.begin,
                      nowhere ? std::string_view() : std::string_view(d.code));
  });
}

void print(std::ostream& out, const Diagnostics& diagnostics, const PrintOptions& options) {
  Printer printer(out, options);
  for (const Diagnostic& diagnostic : diagnostics) printer.print(diagnostic);
}

std::string_view to_string(Severity severity) noexcept {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "?";
}

std::ostream& operator<<(std::ostream& out, Severity severity) {
  return out << to_string(severity);
}

std::ostream& operator<<(std::ostream& out, const Diagnostic& d) {
  if (d.where)
    out << d.where << ": ";
  else if (!d.where.name().empty() || !d.path.empty())
    out << (d.where.name().empty() ? std::string_view(d.path) : d.where.name()) << ": ";
  return out << d.severity << ": " << d.message << " [" << d.code << ']';
}

InputError::InputError(Diagnostics diagnostics)
    : std::runtime_error(first_message(diagnostics)), diagnostics_(std::move(diagnostics)) {}

}  // namespace safegov
