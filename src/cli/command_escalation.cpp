// safegov escalation: what had to go further up, by when, and whether it did.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>
#include <string>

#include <safegov/calendar.hpp>
#include <safegov/escalation.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {

Exit run_escalation(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments);
  const auto known_at = day_of(arguments, "--known-at");
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  const Date as_at = as_at_of(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const Obligations owed = expand_obligations(loaded->partnership, {.promised_by = as_at});
  try {
    terminal.out << render(owed, find_escalations(owed, as_at, known_at), format, options);
  } catch (const OutsideCalendar& outside) {
    throw UsageError(std::string("when steps are due cannot be told: ") + outside.what() +
                     "; give another calendar with --calendar FILE");
  }
  return Exit::done;
}

}  // namespace safegov::internal
