// The command line as a function: the `safegov` program and `python -m safegov` both call it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include <safegov/date.hpp>

namespace safegov {

/// What a program knows of the world and the library does not ask for.
struct Terminal {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  std::function<Date()> today;  ///< asked only when no --as-at is given; what it says is printed
  bool colour = false;          ///< out is a terminal and nobody set NO_COLOR
  std::size_t width = 80;       ///< in columns
  bool shows_progress = false;  ///< err is a terminal, on which a line can be drawn and erased
  /// Draws a graph in the words of dot as SVG, or gives nothing; there may be nobody who draws.
  std::function<std::string(const std::string& dot)> draw = {};
};

/// Exit codes of run(). Never a count.
enum class Exit : int {
  done = 0,      ///< done
  found = 1,     ///< done, and what was asked about was found (--fail-on)
  could_not = 2  ///< usage; unreadable or unsound input; output that cannot be written
};

/// Runs `safegov ARGS…`. Never throws for what it was given.
[[nodiscard]] Exit run(const std::vector<std::string>& args, const Terminal& terminal);

}  // namespace safegov
