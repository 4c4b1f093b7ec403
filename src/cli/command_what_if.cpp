// safegov what-if: what a change would change.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>
#include <ostream>

#include <safegov/compare.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// The one that stands in the file of that name.
const WhatIf& what_if_in(const std::string& file, const Partnership& partnership) {
  const auto is_in_file = [&](const WhatIf& what_if) {
    const Span place = partnership.where(what_if);
    std::error_code error;
    return place &&
           (place.name() == file || std::filesystem::equivalent(place.name(), file, error));
  };
  const auto found = std::ranges::find_if(partnership.what_ifs(), is_in_file);
  if (found == partnership.what_ifs().end())
    throw UsageError(in_quotes(file) + " is no what-if; such a file has a 'what-if' key");
  return *found;
}

}  // namespace

Exit run_what_if(const Arguments& arguments, const Terminal& terminal) {
  const auto& words = arguments.paths();
  if (words.size() < 2)
    throw UsageError("'safegov what-if' takes the file of the change, and the plan's files");
  const Format format = format_of(arguments);
  const AssessOptions judge = assess_options(arguments);
  // The file of the change is read with the others, whether or not it lies among them.
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  const WhatIf& what_if = what_if_in(words[0], loaded->partnership);
  const auto then = apply(loaded->partnership, what_if);
  if (!then) {
    if (format == Format::json)
      terminal.out << render(then.diagnostics(), Format::json);
    else
      print_some(terminal.err, then.diagnostics(), options.colour);
    return Exit::could_not;
  }
  const Date as_at = as_at_of(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const ExpandOptions by{.promised_by = last_day_of(as_at, judge)};
  terminal.out << render(assess(expand_obligations(loaded->partnership, by), as_at, judge),
                         assess(expand_obligations(*then, by), as_at, judge), what_if, format,
                         options);
  return Exit::done;
}

}  // namespace safegov::internal
