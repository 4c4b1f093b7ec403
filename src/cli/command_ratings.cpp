// safegov ratings: how things stand by rule, beside how somebody says they stand.
// SPDX-License-Identifier: Apache-2.0

#include <ostream>

#include <safegov/ratings.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {

Exit run_ratings(const Arguments& arguments, const Terminal& terminal) {
  RenderOptions options = render_options(arguments, terminal);
  if (const auto by = arguments.value("--by"))
    options.rated = static_cast<Rated>(word_of("--by", *by, words_of<Rated>()));
  const Format format = format_of(arguments);
  const AssessOptions judge = assess_options(arguments);

  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const Date as_at = as_at_of(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  terminal.out << render(rate(assess(expand_obligations(loaded->partnership,
                                                        {.promised_by = last_day_of(as_at, judge)}),
                                     as_at, judge)),
                         format, options);
  return Exit::done;
}

}  // namespace safegov::internal
