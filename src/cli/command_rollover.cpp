// safegov rollover: what became of a plan when the next one was written.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <filesystem>
#include <ostream>

#include <safegov/rollover.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// The plan of that id, or the only one that stands in the file of that name.
PlanId plan_called(const std::string& word, const Partnership& partnership) {
  const About about = partnership.find(word);
  if (const auto* plan = std::get_if<PlanId>(&about); plan && !partnership.is_register(*plan))
    return *plan;
  const auto plans = partnership.plans();
  for (std::uint32_t i = 0; i < plans.size(); ++i) {
    const Span place = partnership.where(plans[i]);
    std::error_code error;
    if (place && (place.name() == word || std::filesystem::equivalent(place.name(), word, error)))
      return {i};
  }
  std::vector<std::string_view> known;
  for (const Plan& plan : plans) known.push_back(plan.id);
  const std::string_view near = nearest(word, known);
  throw UsageError("no plan is called " + in_quotes(word) +
                   (!near.empty()   ? "; did you mean '" + std::string(near) + "'?"
                    : known.empty() ? "; there is no plan in these files"
                                    : "; there is " + alternatives(known, "and")));
}

bool is_file(const std::string& word) {
  std::error_code error;
  return std::filesystem::is_regular_file(word, error);
}

bool carries_anything(const Rollover& over) {
  return std::ranges::any_of(over.items, [](const RolledItem& item) { return !item.to.empty(); });
}

}  // namespace

Exit run_rollover(const Arguments& arguments, const Terminal& terminal) {
  const auto& words = arguments.paths();
  // A plan that is named by its file is read with the rest, whether or not it lies there.
  std::vector<std::string> paths;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (i >= 2 || is_file(words[i])) paths.push_back(words[i]);
  if (words.size() < 2 || paths.empty())
    throw UsageError(
        "'safegov rollover' takes the old plan, the new plan, and the partnership's files");
  std::vector<Outcome> fail_on;
  for (const std::string& word : arguments.values("--fail-on"))
    fail_on.push_back(static_cast<Outcome>(word_of("--fail-on", word, words_of<Outcome>())));
  const Format format = format_of(arguments, Format::markdown);
  const RenderOptions options = render_options(arguments, terminal);
  const AssessOptions judge = assess_options(arguments);

  const auto loaded = load(arguments, terminal, paths);
  if (!loaded) return Exit::could_not;
  const Partnership& partnership = loaded->partnership;
  const PlanId from = plan_called(words[0], partnership), to = plan_called(words[1], partnership);
  if (from == to)
    throw UsageError("the old plan and the new are both " + in_quotes(partnership[from].id) +
                     "; name the plan that came after it");
  const Date as_at = as_at_of(arguments, terminal);
  const Assessment assessment = assess(expand_obligations(partnership), as_at, judge);
  const Rollover over = roll_over(assessment, from, to);
  if (!carries_anything(over) && carries_anything(roll_over(assessment, to, from)))
    throw UsageError(in_quotes(partnership[from].id) + " carries on " +
                     in_quotes(partnership[to].id) + ", not the reverse; name the old plan first");
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  terminal.out << render(over, format, options);
  return std::ranges::any_of(fail_on, [&](Outcome outcome) { return over.count(outcome) != 0; })
             ? Exit::found
             : Exit::done;
}

}  // namespace safegov::internal
