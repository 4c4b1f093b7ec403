// safegov clocks, safegov clock: which time limits there are, and what one comes to.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>

#include <safegov/clock.hpp>
#include <safegov/timed_duty.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// The partnership's own clocks and the library's, by id.
std::vector<Clock> clocks_of(std::span<const Clock> own) {
  std::vector<Clock> all(own.begin(), own.end());
  for (const Clock& clock : named_clocks())
    if (std::ranges::count(own, clock.id, &Clock::id) == 0) all.push_back(clock);
  std::ranges::stable_sort(all, {}, &Clock::id);
  return all;
}

const Clock& clock_called(const std::string& id, const std::vector<Clock>& clocks) {
  const auto found = std::ranges::find(clocks, id, &Clock::id);
  if (found != clocks.end()) return *found;
  std::vector<std::string_view> known;
  for (const Clock& clock : clocks) known.push_back(clock.id);
  const std::string_view near = nearest(id, known);
  throw UsageError("no clock is called " + in_quotes(id) +
                   (near.empty() ? "; 'safegov clocks' lists them"
                                 : "; did you mean '" + std::string(near) + "'?"));
}

void check_event(const std::string& event, const Clock& clock) {
  const auto triggers = triggers_of(clock);
  if (!std::ranges::binary_search(triggers, event))
    throw UsageError("'" + clock.id + "' does not count from " + in_quotes(event) +
                     "; it counts from " + alternatives(triggers));
}

ClockStart start_of(const Arguments& arguments, const Clock& clock) {
  ClockStart start;
  if (const auto from = day_of(arguments, "--from")) start.push_back({"", *from});
  for (const std::string& given : arguments.values("--event")) {
    const std::size_t equals = given.find('=');
    const auto day =
        equals == std::string::npos ? std::nullopt : parse_day(given.substr(equals + 1));
    if (!day)
      throw UsageError("--event takes an event and its day, 'awareness=2019-10-09', not " +
                       in_quotes(given));
    std::string event = given.substr(0, equals);
    check_event(event, clock);
    if (std::ranges::count(start, event, &NamedDay::name) != 0)
      throw UsageError("two days are given for the event " + in_quotes(event));
    start.push_back({std::move(event), *day});
  }
  return start;
}

/// What leaves a clock without an answer is an error: nobody should take silence for a day.
std::optional<Diagnostic> error_of(const ClockReading& reading) {
  if (reading.answers.empty()) return codes::diagnose(codes::bad_clock, "the clock has no rule");
  const ClockAnswer& answer = reading.answers[0];
  switch (answer.status) {
    case ClockStatus::not_started:
      return codes::diagnose(codes::clock_not_started, answer.trouble, {},
                             "give its day with --from DATE");
    case ClockStatus::not_in_force:
      return codes::diagnose(codes::clock_not_in_force, answer.trouble, {},
                             "'safegov clocks' says when each version holds");
    case ClockStatus::outside_calendar:
      return codes::diagnose(codes::clock_outside_calendar, answer.trouble, {},
                             "give a calendar that covers it with --calendar FILE");
    default:
      return {};
  }
}

/// What the paths hold; without paths, the library's clocks are all there is.
struct Asked {
  std::optional<Loaded> loaded;
  std::vector<Clock> clocks;
};

std::optional<Asked> ask(const Arguments& arguments, const Terminal& terminal, std::size_t skip) {
  Asked asked;
  if (arguments.paths().size() > skip) {
    asked.loaded = load(arguments, terminal, skip);
    if (!asked.loaded) return {};
    asked.clocks = clocks_of(asked.loaded->partnership.list<Clock>());
  } else {
    asked.clocks = clocks_of({});
  }
  return asked;
}

ClockReading read(const Arguments& arguments, const Asked& asked, const Clock& clock,
                  const ClockStart& start) {
  if (asked.loaded) return read_clock(clock, start, asked.loaded->partnership);
  const auto given = read_options(arguments).calendars;
  return read_clock(clock, start, given.empty() ? Calendar::england_and_wales() : given[0], given);
}

}  // namespace

Exit run_clocks(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments);
  const auto asked = ask(arguments, terminal, 0);
  if (!asked) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  if (asked->loaded && format == Format::text)
    print_some(terminal.err, asked->loaded->remarks, options.colour);
  terminal.out << render(asked->clocks, format, options);
  return Exit::done;
}

Exit run_clock(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments, Format::json);
  if (arguments.paths().empty())
    throw UsageError("no clock is given: 'safegov clock rapid-review --from 2019-10-14'");
  const auto asked = ask(arguments, terminal, 1);
  if (!asked) return Exit::could_not;
  const RenderOptions options = render_options(arguments, terminal);
  if (asked->loaded && format == Format::text)
    print_some(terminal.err, asked->loaded->remarks, options.colour);
  const Clock& clock = clock_called(arguments.paths()[0], asked->clocks);
  const ClockReading reading = read(arguments, *asked, clock, start_of(arguments, clock));
  if (const auto error = error_of(reading)) {
    if (format == Format::json)
      terminal.out << render(Diagnostics{*error}, Format::json);
    else
      print_some(terminal.err, {*error}, options.colour);
    return Exit::could_not;
  }
  terminal.out << render(clock, reading, day_of(arguments, "--done"), format, options);
  return Exit::done;
}

}  // namespace safegov::internal
