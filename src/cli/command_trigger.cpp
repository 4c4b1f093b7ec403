// safegov trigger: when so many days make a rule of a partnership met, and what is then owed.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>

#include <safegov/deadline.hpp>
#include <safegov/trigger_rule.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

const TriggerRule& rule_called(const std::string& id, const Partnership& partnership) {
  const auto rules = partnership.list<TriggerRule>();
  const std::string_view name =
      id.starts_with("trigger-rules/") ? std::string_view(id).substr(14) : std::string_view(id);
  std::vector<std::string_view> known;
  for (const TriggerRule& rule : rules) {
    if (rule.id == name) return rule;
    known.push_back(rule.id);
  }
  const std::string_view near = nearest(name, known);
  throw UsageError("there is no trigger rule " + in_quotes(id) +
                   (near.empty() ? "" : "; did you mean '" + std::string(near) + "'?"));
}

std::vector<Date> days_given(const Arguments& arguments) {
  std::vector<Date> days;
  for (const std::string& word : arguments.values("--dates")) {
    const auto day = parse_day(word);
    if (!day) throw UsageError("'--dates' wants days, 2025-01-03, not " + in_quotes(word));
    days.push_back(*day);
  }
  if (days.empty()) throw UsageError("say on which days it happened: '--dates 2025-01-03,…'");
  std::ranges::sort(days);
  return days;
}

/// Words wrapped to the page, every line indented.
void print(std::ostream& out, std::size_t indent, std::string_view words) {
  constexpr std::size_t page = 80;
  std::string line(indent, ' ');
  std::size_t at = 0;
  while (at < words.size()) {
    const std::size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, end - at);
    if (line.size() > indent && display_width(line) + 1 + display_width(word) > page) {
      out << line << '\n';
      line.assign(indent, ' ');
    }
    if (line.size() > indent) line += ' ';
    line += word;
    at = end + 1;
  }
  out << line << '\n';
}

std::string owed_by(const Promise& promise, Date met, const Partnership& partnership) {
  std::string text = promise.what.empty() ? promise.id : promise.what;
  if (promise.from) text += ", from " + promise.from.id;
  if (promise.to) text += ", to " + promise.to.id;
  if (promise.due.empty()) return text + ": within no time told";
  DeadlineContext context;
  for (const PeriodName& name : partnership.arrangements().named_periods)
    context.named_periods.push_back({name.name, name.of, name.from, name.to});
  context.anchor = met;
  context.calendar = &partnership.calendar();
  text += ", " + promise.due + ":";
  bool first = true;
  for (const Deadline& deadline : parse_deadlines(promise.due, context).deadlines) {
    text += first ? " " : ", ";
    text += deadline.range ? "by " + in_words(deadline.range->last()) : "no day can be told";
    first = false;
  }
  return text;
}

}  // namespace

Exit run_trigger(const Arguments& arguments, const Terminal& terminal) {
  if (arguments.paths().empty())
    throw UsageError("say which rule: 'safegov trigger late-returns PATH… --dates 2025-01-03,…'");
  const std::vector<Date> days = days_given(arguments);
  const auto loaded = load(arguments, terminal, 1);
  if (!loaded) return Exit::could_not;
  const Partnership& partnership = loaded->partnership;
  print_some(terminal.err, loaded->remarks, render_options(arguments, terminal).colour);
  const TriggerRule& row = rule_called(arguments.paths()[0], partnership);
  const SoManyWithin rule = *row.rule();
  std::ostream& out = terminal.out;
  print(out, 0, row.id + ": " + row.counts + ", " + rule.in_words());
  const auto met = first_met(rule, days);
  if (!met) {
    std::size_t most = 0;
    for (const Date day : days) {
      const DateRange window = window_ending(rule, day);
      most = std::max(most, static_cast<std::size_t>(std::ranges::count_if(
                                days, [&](Date d) { return window.contains(d); })));
    }
    print(out, 2, "not met: never more than " + std::to_string(most));
    return Exit::done;
  }
  const DateRange window = window_ending(rule, *met);
  const auto first = std::ranges::lower_bound(days, window.first());
  const auto inside = std::ranges::upper_bound(days, *met) - first;
  print(out, 2, "met first on " + in_words(*met));
  print(out, 6,
        std::to_string(inside) + " from " + in_words(*first) + " on; the stretch began on " +
            in_words(window.first()));
  if (!row.leads_to.empty()) print(out, 2, "then owed");
  for (const Promise& promise : row.leads_to) print(out, 6, owed_by(promise, *met, partnership));
  return Exit::done;
}

}  // namespace safegov::internal
