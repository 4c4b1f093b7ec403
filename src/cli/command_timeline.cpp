// safegov timeline: how the states change from day to day.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <ostream>
#include <vector>

#include <safegov/timeline.hpp>

#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov::internal {
namespace {

/// The first day on which it could be overdue; the last day there is has no next.
Date day_after(Date day) {
  const Date last(9999, 12, 31);
  return day == last ? day : add_days(day, 1);
}

/// From --from to --to; left out, as far as anything is due or plans reach.
DateRange range_of(const Arguments& arguments, const Obligations& owed) {
  std::optional<Date> from, to;
  const auto reach = [&](Date first, Date last) {
    from = from ? std::min(*from, first) : first;
    to = to ? std::max(*to, last) : last;
  };
  for (const Plan& plan : owed.partnership().plans())
    if (plan.period) reach(plan.period->range.first(), plan.period->range.last());
  for (std::size_t row = 0; row < owed.size(); ++row)
    if (owed.kind()[row] == DeadlineKind::dated)
      reach(Date::from_days(owed.first()[row]), day_after(Date::from_days(owed.last()[row])));
  if (const auto given = day_of(arguments, "--from")) from = given;
  if (const auto given = day_of(arguments, "--to")) to = given;
  if (!from || !to) throw UsageError("nothing has a date: say --from and --to");
  if (*to < *from) throw UsageError("--to is before --from");
  if (to->days() - from->days() > 36'600)
    throw UsageError("a timeline is at most a hundred years long");
  return {*from, *to};
}

/// --every; as JSON a timeline is a number for each day, from which anything can be picked.
std::optional<Step> step_of(const Arguments& arguments, Format format) {
  const auto given = arguments.value("--every");
  if (!given) return {};
  const auto step = static_cast<Step>(word_of("--every", *given, words_of<Step>()));
  if (format == Format::json) throw UsageError("'--every' is for text and CSV; JSON has every day");
  return step;
}

/// The days of each step; of meetings, those of one body with --body.
std::vector<Date> days_of(Step step, const Arguments& arguments, const Obligations& owed,
                          DateRange range, const AssessOptions& judge) {
  if (step != Step::meeting) return steps(range, step);
  const BodyId body = arguments.has("--body") ? body_of(arguments, owed.partnership()) : BodyId{};
  std::vector<Date> days = meeting_days(owed, body, range, judge.known_at);
  if (days.empty()) throw UsageError("no meeting is known in that time; 'meets' may name dates");
  return days;
}

}  // namespace

Exit run_timeline(const Arguments& arguments, const Terminal& terminal) {
  const Format format = format_of(arguments);
  const AssessOptions judge = assess_options(arguments);
  const bool burn = arguments.has("--burn-up"), intervals = arguments.has("--intervals");
  if (burn && intervals)
    throw UsageError("'--burn-up' and '--intervals' are two reports; ask twice");
  const auto every = step_of(arguments, format);
  if (every && intervals)
    throw UsageError("'--every' is not for '--intervals', which has all days");
  const auto loaded = load(arguments, terminal);
  if (!loaded) return Exit::could_not;
  RenderOptions options = render_options(arguments, terminal);
  if (format == Format::text) print_some(terminal.err, loaded->remarks, options.colour);
  const Obligations owed = obligations_of(arguments, loaded->partnership);
  const DateRange range = range_of(arguments, owed);
  if (every) options.days = days_of(*every, arguments, owed, range, judge);
  if (intervals) {
    terminal.out << render(owed, range, state_intervals(owed, range, judge), format, options);
    return Exit::done;
  }
  const Timeline line = timeline(owed, range, judge);
  terminal.out << (burn ? render(owed, burn_up(owed, line), format, options)
                        : render(owed, line, format, options));
  return Exit::done;
}

}  // namespace safegov::internal
