// safegov sample: what a scrutineer is to check, drawn so that anybody can draw it again.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/sample.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

SampleOptions sample_options(const Arguments& arguments) {
  SampleOptions options;
  const auto size = arguments.value("--size");
  if (!size) throw UsageError("say how many to draw: --size 5");
  const auto number = number_of(*size, 1, 1'000'000);
  if (!number) throw UsageError("--size takes a number from 1 to 1000000, not " + in_quotes(*size));
  options.size = *number;
  if (const auto seed = arguments.value("--seed")) {
    if (trim(*seed).empty())
      throw UsageError("--seed is empty: give words, or leave it out for the day of --as-at");
    options.seed = *seed;
  }
  const std::vector<State> states = states_of(arguments, "--from");
  for (const State state : states)
    if (!is_received(state))
      throw UsageError("--from takes 'received' or 'received-late': nothing else has a receipt");
  if (!states.empty()) options.from = states;
  return options;
}

}  // namespace

Exit run_sample(const Arguments& arguments, const Terminal& terminal) {
  const ReportFormat format = report_format_of(arguments);
  const SampleOptions draw = sample_options(arguments);
  const AssessOptions judge = assess_options(arguments);
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  const Assessment assessment = assessment_of(arguments, terminal, loaded->partnership, judge);
  if (format == ReportFormat::text) print_some(terminal.err, loaded->remarks, options.colour);
  hand_over(arguments, terminal,
            render(sample_report(draw_sample(assessment, draw)), format, options));
  return Exit::done;
}

}  // namespace safegov::internal
