// safegov arrival and assurance: how long concerns take to the top, and how old its knowledge is.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/arrival.hpp>
#include <safegov/calendar.hpp>
#include <safegov/network.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// Who is to hear it: --to, or who is at the top on that day, where need be by taking over.
BodyId hearer_of(const Arguments& arguments, const Obligations& owed, Date day) {
  if (const auto to = arguments.value("--to")) return body_called(*to, owed.partnership());
  if (const BodyId top = network_of(owed, day).top()) return top;
  throw UsageError("the partnership names nobody as its top on " + iso(day) +
                   "; say who is to hear it: --to");
}

Arrivals arrivals_of(const Arguments& arguments, const Partnership& partnership, Date day,
                     std::optional<Date> as_at) {
  const Obligations owed = expand_obligations(partnership);
  const BodyId to = hearer_of(arguments, owed, day);
  try {
    const Timetable timetable(owed, {.as_at = as_at,
                                     .known_at = day_of(arguments, "--known-at"),
                                     .escalations = arguments.has("--escalations")});
    return {timetable, to};
  } catch (const OutsideCalendar& outside) {
    throw UsageError(std::string("when papers are due cannot be told: ") + outside.what() +
                     "; give another calendar with --calendar FILE");
  }
}

}  // namespace

Exit run_arrival(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments);
  const auto raised = day_of(arguments, "--raised");
  if (!raised) throw UsageError("say on which day the concern is raised: --raised 2025-09-01");
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  const Partnership& partnership = loaded->partnership;
  const auto from = arguments.value("--from");
  const BodyId body = from ? body_called(*from, partnership) : BodyId{};
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const Arrivals arrivals =
      arrivals_of(arguments, partnership, *raised, day_of(arguments, "--as-at"));
  terminal.out << render(partnership, arrival(arrivals, *raised, body), format, options);
  return Exit::done;
}

Exit run_assurance(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  const Date as_at = as_at_of(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const Arrivals arrivals = arrivals_of(arguments, loaded->partnership, as_at, as_at);
  terminal.out << render(loaded->partnership, assurance(arrivals, as_at), format, options);
  return Exit::done;
}

}  // namespace safegov::internal
