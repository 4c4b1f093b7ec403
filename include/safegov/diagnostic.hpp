// What is wrong, where, why, and what to do about it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/source.hpp>

namespace safegov {

enum class Severity : std::uint8_t { note, warning, error };

/// A second place that belongs to a diagnostic, such as where an id was first used.
struct Related {
  Span where;
  std::string message;
};

/// What to write instead, where that can be said for certain.
struct Fix {
  std::string instead_of;  ///< what is written there
  std::string text;
  friend bool operator==(const Fix&, const Fix&) = default;
};

/// One problem: found once, said once, with a way out.
struct Diagnostic {
  std::string code = {};  ///< `SG012`: never reused; `safegov explain SG012` is its page
  Severity severity = Severity::error;
  std::string message = {};  ///< lower case, no full stop, names the thing in quotes
  Span where = {};           ///< false for what was not read from a text
  std::string path = {};     ///< the place in the plan's terms: `plans[0].objectives[1]`
  std::vector<Related> related = {};
  std::string help = {};        ///< what to do; may be empty
  std::optional<Fix> fix = {};  ///< at `where`
};

using Diagnostics = std::vector<Diagnostic>;

/// True if any of them is an error.
[[nodiscard]] bool has_errors(const Diagnostics& diagnostics) noexcept;

/// By source name, line, column, then code; those without a place come last, in the order found.
void sort(Diagnostics& diagnostics);

/// A text with what could be mended in it mended.
struct Mended {
  std::string text;
  Diagnostics applied;  ///< whose fixes are in it, in the order of their places
};

/// Applies the fixes of all diagnostics that are of that source, each where what it replaces stands
/// at its place. Of two at one place the first is applied.
[[nodiscard]] Mended apply_fixes(const Source& source, const Diagnostics& diagnostics);

/// How diagnostics are printed for a person.
struct PrintOptions {
  bool excerpts = true;  ///< the line of text with a caret under the place
  bool colour = false;   ///< ANSI colours; the word is always printed as well
};

/// As compilers print them, so that editors and forges find the places:
///
///     plan.yaml:14:11: error: no body is called 'qaa' [SG102]
///        14 |     lead: qaa
///           |           ^~~
///        = help: did you mean 'qa'?
void print(std::ostream& out, const Diagnostics& diagnostics, const PrintOptions& options = {});

/// A kind of problem. Codes are stable: never reused, never renumbered.
struct Code {
  std::string_view id;    ///< `SG012`
  std::string_view name;  ///< `duplicate-key`
  Severity severity;
  std::string_view page;  ///< its page, in Markdown: what it means, why it matters, an example
};

/// Every code, ascending.
[[nodiscard]] std::span<const Code> all_codes();

/// The code with that id or name (`SG012`, `sg012`, `duplicate-key`), or null.
[[nodiscard]] const Code* find_code(std::string_view id_or_name);

[[nodiscard]] std::string_view to_string(Severity severity) noexcept;
std::ostream& operator<<(std::ostream& out, Severity severity);
std::ostream& operator<<(std::ostream& out, const Diagnostic& diagnostic);

}  // namespace safegov
