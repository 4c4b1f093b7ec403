// Any texts as a partnership: refused with reasons that have a place, or sound all the way down.
// SPDX-License-Identifier: Apache-2.0
//
// `# --- NAME.yaml` (or .csv) begins another text, as on the pages of the codes.

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include <safegov/agenda.hpp>
#include <safegov/append.hpp>
#include <safegov/arrival.hpp>
#include <safegov/assess.hpp>
#include <safegov/compare.hpp>
#include <safegov/coverage.hpp>
#include <safegov/escalation.hpp>
#include <safegov/explain.hpp>
#include <safegov/joint.hpp>
#include <safegov/network.hpp>
#include <safegov/ratings.hpp>
#include <safegov/read.hpp>
#include <safegov/register_report.hpp>
#include <safegov/render.hpp>
#include <safegov/timeline.hpp>

#include "fuzz/fuzz.hpp"

using namespace safegov;
using fuzz::holds;

namespace {

std::vector<Source> sources_of(std::string_view input) {
  constexpr std::string_view mark = "# --- ";
  std::vector<Source> sources;
  std::string name = "plan.yaml";
  while (true) {
    std::size_t next = input.starts_with(mark) ? 0 : input.find("\n# --- ");
    if (next != 0 && next != input.npos) ++next;
    const std::string_view text = input.substr(0, next);
    // A name twice would be two files of one path, which there are not.
    const bool known = std::ranges::count(sources, name, &Source::name) != 0;
    if (!text.empty() && !known) sources.emplace_back(name, std::string(text));
    if (next == input.npos) return sources;
    input.remove_prefix(next + mark.size());
    const std::size_t end = std::min(input.find('\n'), input.size());
    name = std::string(input.substr(0, end));
    input.remove_prefix(std::min(end + 1, input.size()));
  }
}

void check_json(const std::string& json) {
  holds(fuzz::Json::is(json), "JSON is JSON", json);
  holds(fuzz::is_utf8(json), "JSON is UTF-8", json);
}

/// The days on which something may change, and those beside them; not too many.
std::vector<Date> days_of(const Obligations& owed) {
  std::set<std::int32_t> days{Date(2019, 11, 1).days()};
  for (std::size_t row = 0; row < owed.size() && days.size() < 12; ++row)
    if (owed.kind()[row] == DeadlineKind::dated)
      days.insert({owed.first()[row], owed.last()[row], owed.last()[row] + 1});
  for (const auto& happening : owed.happenings())
    if (days.size() < 16) days.insert({happening.day - 1, happening.day});
  std::vector<Date> in_range;
  for (const std::int32_t day : days)
    if (day > Date(1400, 1, 1).days() && day < Date(9999, 12, 31).days())
      in_range.push_back(Date::from_days(day));
  return in_range;
}

void check_rows(const Obligations& owed) {
  std::size_t owing = 0;
  for (const Body& body : owed.partnership().bodies())
    owing += owed.owed_by(owed.partnership().find_body(body.id)).size();
  holds(owing <= owed.size(), "nothing is owed twice");
  for (const Obligation o : owed) {
    const std::size_t row = o.row();
    holds(owed.find(o.id()) == row, "an id finds its row", o.id());
    const bool dated = o.due().kind == DeadlineKind::dated;
    holds(((owed.dated()[row / 8] >> (row % 8)) & 1) == (dated ? 1 : 0), "its bit says so", o.id());
    holds(!dated || owed.first()[row] <= owed.last()[row], "it begins before it ends", o.id());
    holds(fuzz::lies_inside(o.where()) && o.where(), "it stands where it says", o.id());
    if (row > 0) holds(owed.last()[row - 1] <= owed.last()[row], "rows go by last day", o.id());
  }
}

void check_states(const Obligations& owed, const AssessOptions& options) {
  const std::vector<Date> days = days_of(owed);
  for (const Date day : days) {
    const Assessment state = assess(owed, day, options);
    holds(state.counts().total() == owed.size(), "every row has a state", iso(day));
    Counts counted;
    for (const State s : state.states()) ++counted[s];
    holds(counted == state.counts(), "counts are of the states", iso(day));
    // Years of days would be slow; the days beside are what matters.
    const DateRange near(add_days(day, -1), add_days(day, 1));
    const Timeline line = timeline(owed, near, options);
    // What rows of registers promise later is not counted yet.
    const Obligations promised = expand_obligations(owed.partnership(), {.promised_by = day});
    holds(line.on(day) == assess(promised, day, options).counts(),
          "a timeline says what assess says", iso(day));
    const auto is_promised = [&](std::size_t row) {
      const auto& since = owed.partnership().promises()[owed.promise()[row].index].since;
      return !since || *since <= day;
    };
    std::vector<State> on_day(owed.size(), State::undated);
    for (const StateInterval& interval : state_intervals(owed, near, options))
      if (interval.days.contains(day)) on_day[interval.row] = interval.state;
    for (std::size_t row = 0; row < owed.size(); ++row)
      holds(!is_promised(row) || on_day[row] == state[row], "and so do its intervals", iso(day));
  }
  const Assessment state = assess(owed, days.at(days.size() / 2), options);
  std::vector<std::size_t> rows;
  for (std::size_t row = 0; row < std::min<std::size_t>(owed.size(), 20); ++row) {
    rows.push_back(row);
    const Reason why = explain(state, row);
    const bool bound = state.meeting(row).has_value();
    holds(why.state == state[row] && !why.rule.empty(), "a reason is of its state");
    holds(why.rule == meaning(why.state) || (bound && why.state == State::unresolved),
          "its rule is that of the state, or of its meeting", why.rule);
    const auto facts =
        std::ranges::count_if(why.facts, [](const auto& fact) { return fact.kind != "clock"; });
    holds(static_cast<std::size_t>(facts) == 2 + (bound ? 1 : 0) + state.history(row).size(),
          "its facts are its meeting and its history, beside its clock");
    for (const Fact& fact : why.facts) holds(fuzz::lies_inside(fact.where), "facts have places");
    holds((state.days_overdue(row) > 0) == state.overdue_since(row).has_value(), "late since");
  }
  // A file's name need not be UTF-8, and is printed as it is; in JSON it cannot be.
  const bool named = std::ranges::all_of(owed.partnership().provenance().sources,
                                         [](const auto& s) { return fuzz::is_utf8(s->name()); });
  for (const Format format : {Format::text, Format::json, Format::csv}) {
    const auto check = [&](const std::string& out) {
      if (named) holds(fuzz::is_utf8(out), "what is printed is UTF-8", out);
      if (format == Format::json) check_json(out);
    };
    check(render(state, format));
    check(render(state, format, {.width = 40, .by = Group::objective}));
    check(render(state, format, {.width = 0, .colour = true}));
    check(render(owed, format));
    if (format != Format::csv) check(render(state, rows, format));  // reasons are no table
    check(
        render(owed, timeline(owed, {days.front(), add_days(days.front(), 40)}, options), format));
  }
}

/// What is owed to each body stands on one agenda at the most, and is owed.
void check_agendas(const Obligations& owed, Date day) {
  const Assessment state = assess(owed, day);
  for (const Body& body : owed.partnership().bodies()) {
    const BodyId id = owed.partnership().find_body(body.id);
    const Agenda list = agenda(state, id);
    std::vector<std::size_t> rows = list.without_meeting;
    rows.insert(rows.end(), list.without_day.begin(), list.without_day.end());
    for (const MeetingAgenda& meeting : list.meetings) {
      holds(meeting.meeting.days.last() >= day, "a meeting that is over has no agenda");
      for (const AgendaItem& item : meeting.items)
        if (item.part != AgendaPart::outstanding) rows.push_back(item.row);
    }
    std::ranges::sort(rows);
    holds(std::ranges::adjacent_find(rows) == rows.end(), "nothing is on two agendas", body.id);
    for (const std::size_t row : rows)
      holds(owed.to()[row] == id, "what is on an agenda is owed to that body", body.id);
    for (const Format format : {Format::text, Format::json}) {
      const std::string out = render(state, list, format, {.width = 40});
      if (format == Format::json) check_json(out);
    }
  }
}

/// Nothing recorded is never better than the best that silence may get.
void check_ratings(const Assessment& state) {
  const Ratings ratings = rate(state);
  for (const Rating& rating : ratings) {
    holds(ratings.find(ratings.id(rating)) != nullptr || rating.kind == Rated::priority,
          "an id finds its rating", ratings.id(rating));
    holds(rating.bands >= 0 && (rating.bands > 0) == (rating.verdict == Verdict::optimistic ||
                                                      rating.verdict == Verdict::pessimistic),
          "optimistic and pessimistic are by some bands", ratings.id(rating));
    const auto since = ratings.since(rating);
    holds(!since || *since <= state.as_at(), "since is not after", ratings.id(rating));
    holds(!explain(ratings, rating).rule.empty(), "a rating has a reason", ratings.id(rating));
  }
  check_json(render(ratings, Format::json));
  static_cast<void>(render(ratings, Format::text, {.width = 40}));
  static_cast<void>(render(state, Format::markdown));
}

/// An overlay that changes nothing shows no difference; one that changes something can be told.
void check_what_ifs(const Assessment& state) {
  const Partnership& partnership = state.obligations().partnership();
  const auto same = apply(partnership, WhatIf{.title = "nothing"});
  holds(static_cast<bool>(same), "without a change it is as sound as it was");
  holds(compare(state, assess(expand_obligations(*same), state.as_at(), state.options())).empty(),
        "without a change there is no difference");
  for (const WhatIf& what_if : partnership.what_ifs()) {
    const auto then = apply(partnership, what_if);
    fuzz::check_told(then.diagnostics());
    if (!then) continue;
    const Assessment after = assess(expand_obligations(*then), state.as_at(), state.options());
    check_json(render(state, after, what_if, Format::json));
  }
}

/// A route leads where it says, line by line, and what is counted by routes follows from them.
void check_network(const Obligations& owed, Date day) {
  const Network network = network_of(owed, day);
  const Partnership& partnership = owed.partnership();
  std::map<std::uint32_t, std::size_t> behind;
  for (const Body& body : partnership.bodies()) {
    const BodyId id = partnership.find_body(body.id);
    const auto route = network.route(id);
    holds(route.has_value() == network.depth(id).has_value(), "a route has a length", body.id);
    if (route) {
      holds(route->lines.size() == *network.depth(id), "the depth is the length", body.id);
      BodyId at = route->from;
      for (const NetworkLine& line : route->lines) {
        holds(line.from == at && network.exists(line.to), "a line begins at the last", body.id);
        at = line.to;
      }
      holds(at == network.top(), "the route ends at the top", body.id);
      const auto next = network.next(id);
      holds(route->lines.empty() || next == route->lines[0], "next is where it begins", body.id);
    }
    for (const BodyId gate : network.gates(id)) ++behind[gate.index];
  }
  for (const Body& body : partnership.bodies()) {
    const BodyId id = partnership.find_body(body.id);
    if (id != network.top())
      holds(network.behind(id) == behind[id.index], "a gate is before whom it says", body.id);
  }
  for (const NetworkLine& line : network.lines())
    holds(fuzz::lies_inside(network.where(line)), "lines have places");
  holds(changes(network, network) == NetworkChanges{}, "a day differs from itself in nothing");
}

/// What is heard is heard after it was raised, and by the journey that is told.
void check_arrivals(const Obligations& owed, Date raised) try {
  const Partnership& partnership = owed.partnership();
  if (partnership.bodies().size() > 20) return;
  const Timetable timetable(owed);
  for (const Body& body : partnership.bodies()) {
    const Arrivals arrivals(timetable, partnership.find_body(body.id));
    for (const Body& other : partnership.bodies()) {
      const BodyId from = partnership.find_body(other.id);
      const Arrival heard = arrivals.of(from, raised);
      holds(!heard.possible || *heard.possible >= raised, "nothing is heard before", other.id);
      holds(!heard.certain || (heard.possible && *heard.possible <= *heard.certain),
            "what is certain is possible", other.id);
      const auto journey = arrivals.journey(from, raised, Reckoning::possible);
      holds(journey.empty() != heard.possible.has_value(), "what is heard has a way", other.id);
      Date at = raised;
      for (const JourneyStep& step : journey) {
        holds(step.days.contains(step.day) && step.day >= at, "it goes forward", other.id);
        at = step.day;
      }
      holds(journey.empty() || at == *heard.possible, "it ends when it is heard", other.id);
    }
  }
} catch (const OutsideCalendar&) {
  // The year of a meeting lies outside the table of working days; the command says so.
}

/// Every action lies in a cell, every objective under a priority or under none, and a priority is
/// reached by what was heard.
void check_coverage(const Assessment& assessment) try {
  const Partnership& partnership = assessment.obligations().partnership();
  if (partnership.bodies().size() > 20) return;
  const Coverage cover = coverage(assessment, {.days = 60});
  std::size_t actions = 0;
  for (const CoverageCell& cell : cover.cells()) actions += cell.actions;
  std::size_t written = 0, of_plans = 0;
  for (const Plan& plan : partnership.plans()) {
    of_plans += plan.objectives.size();
    for (const Objective& objective : plan.objectives) written += objective.actions.size();
  }
  holds(actions >= written, "every action has a cell");
  std::size_t objectives = 0;
  for (const PriorityCoverage& row : cover.priorities()) {
    objectives += row.objectives.size();
    const bool heard = std::ranges::count(row.claims, Hearing::heard, &Claim::hearing) != 0;
    holds(heard == (row.reach <= Reach::words), "it is reached by what was heard");
    for (const Claim& claim : row.claims)
      holds(!claim.heard.possible ||
                *claim.heard.possible >= *partnership.records()[claim.record].date,
            "nothing is heard before it was recorded");
  }
  holds(objectives >= of_plans, "every objective has a row");
  check_json(render(cover, Format::json));
  static_cast<void>(render(cover, Format::text));
  static_cast<void>(render(cover, Format::markdown));
} catch (const OutsideCalendar&) {
  // As for arrivals.
}

/// What rows owe is what all owe under their register, and nothing they find is an error.
void check_registers(const Assessment& assessment) {
  const Partnership& partnership = assessment.obligations().partnership();
  std::size_t owed = 0;
  std::vector<RegisterReport> reports;
  for (const RegisterTable& table : partnership.registers()) {
    reports.push_back(report_on(assessment, table));
    holds(reports.back().rows.size() == table.size(), "a row of the report for each row");
    holds(!has_errors(reports.back().findings), "what is odd is no error");
    owed += reports.back().counts.total();
    check_json(render(assessment, reports.back(), Format::json));
    static_cast<void>(render(assessment, reports.back(), Format::text, {.width = 40}));
    static_cast<void>(render(assessment, reports.back(), Format::csv));
  }
  std::size_t issued = 0;
  for (const PlanId plan : assessment.obligations().plan()) issued += partnership.is_register(plan);
  holds(owed == issued, "every obligation of a register is in its report");
  check_json(render(assessment, reports, Format::json));
}

/// A partnership is not joint with itself, however often it is read.
void check_joint(const Assessment& assessment) {
  const JointBodies joint({{"one", assessment}, {"two", assessment}});
  holds(joint.bodies().empty() && joint.findings().empty(), "nobody is joint with itself");
  check_json(render(joint, Format::json));
}

/// Every step has what its state says, and what it is about.
void check_escalations(const Obligations& owed, Date as_at) try {
  for (const std::optional<Date> known : {std::optional<Date>(), std::optional(as_at)}) {
    const Escalations found = find_escalations(owed, as_at, known);
    for (const EscalationStep& step : found.steps) {
      const std::string state(to_string(step.state));
      holds(step.rows.empty() == bool(step.dispute), "a step is of misses or a dispute", state);
      holds(step.since <= as_at && (!step.due || step.since <= *step.due), "it goes forward",
            state);
      holds(step.state != StepState::overdue || (step.due && *step.due < as_at), "overdue is late");
      holds(step.taken.has_value() == step.record.has_value(), "it was taken by a record", state);
      holds(!step.taken || *step.taken <= as_at, "what is taken is not ahead", state);
    }
    check_json(render(owed, found, Format::json));
    static_cast<void>(render(owed, found, Format::text, {.width = 40}));
    static_cast<void>(render(owed, found, Format::csv));
  }
} catch (const OutsideCalendar&) {
  // As above.
}

/// A record added to any file of records that can take one is the last of that file when read.
void check_append(const std::vector<Source>& sources, const Obligations& owed) {
  if (owed.empty()) return;
  // On the last of days: what is retracted in words is one of those written down by then.
  const Record record{.event = {RecordKind::received, owed[0].id()}, .date = Date(9999, 12, 31)};
  const auto records = owed.partnership().records();
  const auto resolved = owed.partnership().resolved_records();
  // One that came before what it takes back means any that says so, and then two may.
  const auto is_unclear = [&](std::size_t i) {
    const Record& r = records[i];
    if (r.event.kind != RecordKind::retracted) return false;
    if (r.date == record.date || r.recorded || !resolved[i].retracts) return true;
    const Record& taken_back = records[*resolved[i].retracts];
    return (taken_back.recorded ? taken_back.recorded : taken_back.date) > r.date;
  };
  bool unclear = false;
  for (std::size_t i = 0; i < records.size(); ++i) unclear |= is_unclear(i);
  if (unclear) return;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (sources[i].name().ends_with(".csv") || sources[i].name().ends_with(".CSV")) continue;
    const auto more = append_record(sources[i], record);
    fuzz::check_told(more.diagnostics());
    if (!more) continue;
    holds(more->starts_with(sources[i].text()), "what stood there stays", *more);
    std::vector<Source> with = sources;
    with[i] = Source(sources[i].name(), *more);
    const auto result = read_sources(with);
    holds(static_cast<bool>(result), "with one more it is sound",
          *more + fuzz::printed(result.diagnostics()));
    holds(result->records().size() == owed.partnership().records().size() + 1 &&
              std::ranges::count(result->records(), record) ==
                  std::ranges::count(owed.partnership().records(), record) + 1,
          "there is one more", *more);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::vector<Source> sources = sources_of(fuzz::text_of(data, size));
  const auto result = read_sources(sources);
  fuzz::check_told(result.diagnostics());
  const std::string told = fuzz::printed(result.diagnostics());
  holds(static_cast<bool>(result) != has_errors(result.diagnostics()), "sound, or why not", told);
  check_json(render(result.diagnostics(), Format::json));

  const auto again = read_sources({sources.rbegin(), sources.rend()});
  holds(told == fuzz::printed(again.diagnostics()), "the order of files does not matter", told);
  if (!result) return 0;
  holds(*result == *again, "the order of files does not matter", told);

  const Obligations owed = expand_obligations(*result);
  if (owed.size() > 300) return 0;
  check_rows(owed);
  check_states(owed, {});
  check_states(owed, {.due_soon_days = 0, .known_at = Date(2019, 10, 1)});
  static_cast<void>(render(*result, result.diagnostics(), Format::text));
  check_agendas(owed, Date(2019, 6, 1));
  check_ratings(assess(owed, Date(2019, 11, 1)));
  check_network(owed, Date(2019, 11, 1));
  check_arrivals(owed, Date(2019, 5, 20));
  check_coverage(assess(owed, Date(2019, 11, 1)));
  check_registers(assess(owed, Date(2019, 11, 1)));
  check_joint(assess(owed, Date(2019, 11, 1)));
  check_escalations(owed, Date(2019, 11, 1));
  check_escalations(owed, Date(9999, 12, 31));
  check_what_ifs(assess(owed, Date(2019, 11, 1)));
  check_json(render(*result, result.diagnostics(), Format::json));
  check_append(sources, owed);
  return 0;
}
