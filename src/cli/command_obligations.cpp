// safegov obligations: what is owed, by whom, to whom, when.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/obligations.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {

Exit run_obligations(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  terminal.out << render(obligations_of(arguments, loaded->partnership), format, options);
  return Exit::done;
}

}  // namespace safegov::internal
