// safegov check: is it sound, and if not, everything that is wrong.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {

Exit run_check(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments, Format::json);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  terminal.out << render(loaded->partnership, loaded->remarks, format,
                         render_options(arguments, terminal));
  return Exit::done;
}

}  // namespace safegov::internal
