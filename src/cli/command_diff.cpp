// safegov diff: what is different between two texts of a partnership, or between two dates.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>

#include <safegov/compare.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

std::vector<Difference> differences_of(const Arguments& arguments) {
  std::vector<Difference> kinds;
  for (const std::string& word : arguments.values("--fail-on"))
    kinds.push_back(
        static_cast<Difference>(word_of("--fail-on", json_word(word), words_of<Difference>())));
  return kinds;
}

/// Two states of one partnership can be held against each other; two partnerships cannot.
void refuse_others(const Partnership& before, const Partnership& after,
                   const std::vector<std::string>& paths) {
  const std::string &was = before.arrangements().id, &is = after.arrangements().id;
  if (was == is) return;
  throw UsageError(in_quotes(paths[0]) + " holds the partnership " + in_quotes(was) + ", and " +
                   in_quotes(paths[1]) + " holds " + in_quotes(is) +
                   "; only two states of one partnership can be compared ('safegov survey' puts "
                   "several side by side)");
}

}  // namespace

Exit run_diff(const Arguments& arguments, const Terminal& terminal) {
  const auto& paths = arguments.paths();
  const auto since = day_of(arguments, "--since");
  if (paths.empty() || paths.size() > 2)
    throw UsageError(
        "'safegov diff' takes two paths, or one path and --since; a path is a folder or a file "
        "that holds a whole partnership");
  if (paths.size() == 1 && !since)
    throw UsageError("say what to compare it with: a second path, or another day with --since");
  if (std::ranges::count(paths, "-") == 2) throw UsageError("standard input can be read only once");
  const std::vector<Difference> fail_on = differences_of(arguments);
  const Format format = format_of(arguments, Format::markdown);
  const RenderOptions options = render_options(arguments, terminal);
  const AssessOptions judge = assess_options(arguments);
  AssessOptions judge_before = judge;
  if (const auto known_since = day_of(arguments, "--known-since"))
    judge_before.known_at = known_since;

  const auto first = load(arguments, terminal, std::vector{paths[0]});
  if (!first) return Exit::could_not;
  const auto second =
      paths.size() == 2 ? load(arguments, terminal, std::vector{paths[1]}) : std::nullopt;
  if (paths.size() == 2) {
    if (!second) return Exit::could_not;
    refuse_others(first->partnership, second->partnership, paths);
  }
  const Loaded& last = second ? *second : *first;
  const Date as_at = as_at_of(arguments, terminal);
  if (since && *since > as_at)
    throw UsageError("--since " + iso(*since) + " is after --as-at " + iso(as_at));
  if (format == Format::text) {
    print_some(terminal.err, first->remarks, options.colour);
    if (second) print_some(terminal.err, second->remarks, options.colour);
  }
  const Date from = since.value_or(as_at);
  const Assessment before =
      assess(obligations_of(arguments, first->partnership, last_day_of(from, judge_before)), from,
             judge_before);
  const Comparison found = differences(
      before,
      assess(obligations_of(arguments, last.partnership, last_day_of(as_at, judge)), as_at, judge));
  terminal.out << render(found, format, options);
  return std::ranges::any_of(fail_on, [&](Difference kind) { return found.count(kind) != 0; })
             ? Exit::found
             : Exit::done;
}

}  // namespace safegov::internal
