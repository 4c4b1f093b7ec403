// safegov assess: where every obligation stands as at a date.
// SPDX-License-Identifier: Apache-2.0

#include <charconv>
#include <ostream>

#include <safegov/assess.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

Date as_at_of(const Arguments& arguments, const Terminal& terminal) {
  const auto given = arguments.value("--as-at");
  if (!given) {
    const Date today = terminal.today();
    terminal.err << "as at " << iso(today) << " (today, as no --as-at was given)\n";
    return today;
  }
  if (const auto date = parse_date(*given)) return *date;
  if (const auto day = parse_day(*given)) return *day;
  throw UsageError("--as-at takes a day such as 2019-11-01, not " + in_quotes(*given));
}

int soon_of(const Arguments& arguments) {
  const auto given = arguments.value("--soon");
  if (!given) return AssessOptions{}.due_soon_days;
  int days = -1;
  const auto [end, error] = std::from_chars(given->data(), given->data() + given->size(), days);
  if (error != std::errc{} || end != given->data() + given->size() || days < 0 || days > 3660)
    throw UsageError("--soon takes a number of days from 0 to 3660, not " + in_quotes(*given));
  return days;
}

std::vector<State> states_of(const Arguments& arguments, std::string_view option) {
  std::vector<State> states;
  for (const std::string& word : arguments.values(option)) {
    std::string spelled = json_word(word);
    states.push_back(static_cast<State>(word_of(option, spelled, words_of<State>())));
  }
  return states;
}

}  // namespace

Exit run_assess(const Arguments& arguments, const Terminal& terminal) {
  RenderOptions options = render_options(arguments, terminal);
  options.only = states_of(arguments, "--only");
  if (const auto by = arguments.value("--by"))
    options.by = static_cast<Group>(word_of("--by", *by, words_of<Group>()));
  const std::vector<State> fail_on = states_of(arguments, "--fail-on");
  const Format format = format_of(arguments);
  const AssessOptions window{.due_soon_days = soon_of(arguments)};

  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  const Date as_at = as_at_of(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const Assessment assessment = assess(expand_obligations(loaded->partnership), as_at, window);
  terminal.out << render(assessment, format, options);
  for (const State state : fail_on)
    if (assessment.counts()[state] != 0) return Exit::found;
  return Exit::done;
}

}  // namespace safegov::internal
