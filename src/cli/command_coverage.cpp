// safegov coverage: what a plan covers, what it leaves out, and which priorities reached the top.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/calendar.hpp>
#include <safegov/coverage.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

CoverageOptions coverage_options(const Arguments& arguments) {
  CoverageOptions options;
  const auto given = arguments.value("--days");
  if (!given) return options;
  const auto days = number_of(*given, 1, 36600);
  if (!days)
    throw UsageError("--days takes a number of days from 1 to 36600, not " + in_quotes(*given));
  options.days = static_cast<int>(*days);
  return options;
}

}  // namespace

Exit run_coverage(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments, Format::markdown);
  const CoverageOptions options = coverage_options(arguments);
  const AssessOptions judge{.known_at = day_of(arguments, "--known-at")};
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions render_with = render_options(arguments, terminal);
  const Date as_at = as_at_of(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, render_with.colour);
  const Assessment assessment = assess(expand_obligations(loaded->partnership), as_at, judge);
  try {
    terminal.out << render(coverage(assessment, options), format, render_with);
  } catch (const OutsideCalendar& outside) {
    throw UsageError(std::string("when papers are due cannot be told: ") + outside.what() +
                     "; give another calendar with --calendar FILE");
  }
  return Exit::done;
}

}  // namespace safegov::internal
