// safegov schema: what the plan files may hold, for editors.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/render.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {

Exit run_schema(const Arguments& arguments, const Terminal& terminal) {
  if (!arguments.paths().empty()) throw UsageError("'safegov schema' takes no paths");
  constexpr std::string_view formats[] = {"json", "markdown"};
  const auto format = arguments.value("--format");
  const bool markdown = format && word_of("--format", *format, formats) == 1;
  terminal.out << (markdown ? plan_reference() : plan_schema());
  return Exit::done;
}

}  // namespace safegov::internal
