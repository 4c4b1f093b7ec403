// safegov assess: where every obligation stands as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/assess.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {

Exit run_assess(const Arguments& arguments, const Terminal& terminal) {
  RenderOptions options = render_options(arguments, terminal);
  options.only = states_of(arguments, "--only");
  if (const auto by = arguments.value("--by"))
    options.by = static_cast<Group>(word_of("--by", *by, words_of<Group>()));
  const std::vector<State> fail_on = states_of(arguments, "--fail-on");
  const Format format = format_of(arguments, Format::markdown);
  const AssessOptions judge = assess_options(arguments);

  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const Assessment assessment = assessment_of(arguments, terminal, loaded->partnership, judge);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  terminal.out << render(assessment, format, options);
  return any_in(assessment.counts(), fail_on) ? Exit::found : Exit::done;
}

}  // namespace safegov::internal
