// The register of events.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <safegov/deadline.hpp>
#include <safegov/occasion.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/printed_words.hpp"
#include "registers/row_graph.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<OccasionKind>() {
  static constexpr std::array<std::string_view, 7> words{
      "training", "conference", "network", "briefing", "workshop", "screening", "other"};
  return words;
}

template <>
const Type& type_of<EventAttendance>() {
  static constexpr Field fields[] = {
      field<&EventAttendance::agency>("agency", "Whose people, or which sort of setting.",
                                      Need::required),
      field<&EventAttendance::people>("people", "How many; none if no number is printed."),
      field<&EventAttendance::printed>("printed",
                                       "Where print says more than the number: `over 1100`."),
      field<&EventAttendance::source>("source", docs::source),
      field<&EventAttendance::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&EventAttendance::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<EventAttendance>("event-attendance", "Who came from one agency.", fields);
  return type;
}

template <>
const Type& type_of<AttendanceAverage>() {
  static constexpr Field fields[] = {
      field<&AttendanceAverage::of>("of", "Whom it counts: `primary school staff`.",
                                    Need::required),
      field<&AttendanceAverage::value>("value", "The average, as printed: `100.5`.",
                                       Need::required),
      field<&AttendanceAverage::source>("source", docs::source),
      field<&AttendanceAverage::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&AttendanceAverage::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<AttendanceAverage>(
      "event-average", "An average of whole people over the sessions of an event.", fields);
  return type;
}

template <>
const Type& type_of<Occasion>() {
  static constexpr Field fields[] = {
      field<&Occasion::id>("id", docs::id, Need::required),
      field<&Occasion::title>("title", "Its title, as printed.", Need::required),
      field<&Occasion::kind>("kind", "What sort of event it is.", Need::required),
      field<&Occasion::host>("host", "Who holds it."),
      field<&Occasion::date>("date", "When, as exactly as printed: `May 2021`, `2021/22`."),
      field<&Occasion::dates>("dates", "As printed, if that is no one date: `May, September`."),
      field<&Occasion::every>("every", "How often, as printed: `three times per year`."),
      field<&Occasion::part_of>("part-of", "The event whose number its own is in."),
      field<&Occasion::after>("after", "The one before it, where they are a row of the same."),
      field<&Occasion::sessions>("sessions", "How many sessions it had."),
      field<&Occasion::planned>("planned", "How many people were expected."),
      field<&Occasion::attended>("attended", "How many people came."),
      field<&Occasion::printed>("printed", "Where print says more than the number: `over 100`."),
      field<&Occasion::attendance>("attendance", "How many came from each agency."),
      field<&Occasion::averages>("averages", "Averages over the sessions, as printed."),
      field<&Occasion::topics>("topics", "What it was about."),
      field<&Occasion::evaluation>("evaluation", "What is printed of how it went."),
      field<&Occasion::report_to>("report-to", "Who is promised a report of it."),
      field<&Occasion::report_due>("report-due", "By when, from its last day: `in three months`."),
      field<&Occasion::reported>("reported", "The day on which the report came."),
      field<&Occasion::follow_up>("follow-up", "What else is promised."),
      field<&Occasion::source>("source", docs::source),
      field<&Occasion::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Occasion::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Occasion>("event", "A network, training or conference, and who came.", fields);
  return type;
}

namespace {

using internal::RowEdges;
using internal::RowsById;

/// How the events of a register belong together.
struct Program {
  RowsById by_id;
  std::vector<const Occasion*> events = {};
  RowEdges parts = {};  ///< from each to its parts
  std::vector<std::optional<std::size_t>> closing = {};
  std::vector<std::optional<std::size_t>> closing_after = {};
};

Program program_of(std::span<const Occasion> events) {
  Program all{.by_id = RowsById(events)};
  all.parts.resize(events.size());
  RowEdges wholes(events.size()), before(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    all.events.push_back(&events[i]);
    if (const auto whole = all.by_id.find(events[i].part_of.id)) {
      all.parts[*whole].push_back(i);
      wholes[i].push_back(*whole);
    }
    if (const auto last = all.by_id.find(events[i].after.id)) before[i].push_back(*last);
  }
  all.closing = internal::closing_rows(wholes);
  all.closing_after = internal::closing_rows(before);
  return all;
}

/// Whether it was over by that day, as far as its date says; one without a date stands as printed.
bool is_over(const Occasion& event, Date day) {
  return !event.date || !event.date->range || event.date->range->last() <= day;
}

void issue(const Occasion& event, Issue& issue) {
  issue.action().lead = event.host;
  if (event.date) issue.count_from(event.date->last());
  if (event.report_to || !event.report_due.empty()) {
    Promise& report =
        issue.promise("report", event.report_due.empty() ? "report-to" : "report-due");
    report.what = "Report of " + event.title;
    report.to = event.report_to;
    report.due = event.report_due;
    Record& came = issue.happened(RecordKind::received, issue.id("report"), "reported");
    came.date = event.reported;
    came.by = event.report_to;
  }
  for (const Promise& promise : event.follow_up) issue.promise(promise);
}

void check_circle(const Occasion& event, RowCheck& check) {
  const Program& all = check.once(program_of);
  const auto say = [&](std::optional<std::size_t> closing, std::string_view field,
                       const std::string& says) {
    if (!closing) return;
    const bool own = *closing == check.index();
    check.report(codes::diagnose(codes::circle_of_rows,
                                 internal::in_quotes(event.id) + " " + says + " " +
                                     (own ? "itself"
                                          : internal::in_quotes(all.events[*closing]->id) +
                                                ", which leads back to it"),
                                 {}, "one of them must be the first: take out that line of it"),
                 event, field);
  };
  say(all.closing[check.index()], "part-of", "is part of");
  say(all.closing_after[check.index()], "after", "comes after");
}

void check(const Occasion& event, RowCheck& check) {
  check_circle(event, check);
  std::map<std::string_view, const EventAttendance*> seen;
  for (const EventAttendance& came : event.attendance) {
    const auto [first, fresh] = seen.emplace(came.agency.id, &came);
    if (fresh || !came.agency) continue;
    Diagnostic& d =
        check.report(codes::diagnose(codes::counted_twice,
                                     internal::in_quotes(came.agency.id) + " is counted twice", {},
                                     "give it one line, with all of its people"),
                     came, "agency");
    check.relate(d, *first->second, "agency", "first here");
  }
  const bool none_held = event.sessions && *event.sessions == 0;
  if (none_held && event.attended && *event.attended > 0)
    check.report(
        codes::diagnose(codes::impossible_attendance,
                        std::to_string(*event.attended) + " people came to an event of no session",
                        {}, "correct one of the two, or leave out what is not printed"),
        event, "attended");
  if (none_held && !event.averages.empty())
    check.report(codes::diagnose(codes::impossible_attendance, "no session has an average", {},
                                 "say how many sessions it is over, or take it out"),
                 event.averages[0], "value");
}

/// What a total is made of: agencies, or the parts of the event.
struct Sum {
  long long people = 0;
  bool complete = true;  ///< every number is there, and means what it says
};

void add(Sum& sum, std::optional<int> people, const std::string& printed) {
  if (people) sum.people += *people;
  sum.complete &= people.has_value() && printed.empty();
}

void look_at_sum(const Occasion& event, const Sum& sum, const std::string& what, RowLook& look) {
  look.measure("sum of " + what, sum.people);
  if (!event.attended) return;
  // Parts that are not all known can only be too many.
  const bool fits = sum.complete ? sum.people == *event.attended : sum.people <= *event.attended;
  if (fits || !event.printed.empty()) return;
  look.report(
      codes::diagnose(codes::total_differs,
                      internal::in_quotes(event.id) + " counts " + std::to_string(*event.attended) +
                          " people, and its " + what + " make " + std::to_string(sum.people),
                      {}, "look which of the numbers is wrong"),
      event, "attended");
}

void look_at_attendance(const Occasion& event, RowLook& look) {
  if (event.attended && !event.printed.empty())
    look.measure_printed("attended", event.printed, *event.attended);
  else if (event.attended)
    look.measure("attended", *event.attended, event.planned);
  else if (!event.printed.empty())
    look.measure("attended", event.printed);
  if (!event.attended && event.planned) look.measure("planned", *event.planned);
  Sum agencies;
  for (const EventAttendance& came : event.attendance) {
    add(agencies, came.people, came.printed);
    if (came.people && came.printed.empty())
      look.measure("of " + came.agency.id, *came.people);
    else if (came.people)
      look.measure_printed("of " + came.agency.id, came.printed, *came.people);
    else
      look.measure("of " + came.agency.id, "no number printed");
  }
  if (!event.attendance.empty()) look_at_sum(event, agencies, "agencies", look);
  const Program& all = look.once(program_of);
  Sum parts;
  bool any_over = false;
  for (const std::size_t part : all.parts[look.index()]) {
    const bool over = is_over(*all.events[part], look.until());
    any_over |= over;
    if (over)
      add(parts, all.events[part]->attended, all.events[part]->printed);
    else
      parts.complete = false;  // nobody knows yet who will have come
  }
  if (any_over) look_at_sum(event, parts, "parts", look);
  for (const AttendanceAverage& average : event.averages) {
    if (!average.value) continue;
    look.measure("average of " + average.of, average.value->text);
    if (!event.sessions || *event.sessions == 0) continue;
    if (has_whole_number(*average.value, *event.sessions)) continue;
    look.report(codes::diagnose(codes::impossible_average,
                                "no whole number of people over " +
                                    internal::counted(*event.sessions, "session") +
                                    " makes an average of " + average.value->text,
                                {}, "look whether it counts something else, or other sessions"),
                average, "value");
  }
}

/// Months from the one before, for what is held in a row: between the months, not the days.
void look_at_row(const Occasion& event, RowLook& look) {
  const Program& all = look.once(program_of);
  const auto row = all.by_id.find(event.after.id);
  if (!row || !event.date || !event.date->range) return;
  const Occasion& before = *all.events[*row];
  if (!before.date || !before.date->range) return;
  const Date from = before.date->range->last(), to = event.date->range->first();
  const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
  look.measure_printed(
      "since the one before",
      (months < 0 ? "it was held before " + before.id : internal::counted(months, "month")),
      months);
  if (event.every.empty()) return;
  const auto cadence = parse_cadence(event.every);
  if (!cadence || cadence->kind != Cadence::Kind::every_months || months <= cadence->step) return;
  look.report(
      codes::diagnose(codes::long_gap,
                      internal::in_quotes(event.id) + " is " + internal::counted(months, "month") +
                          " after " + internal::in_quotes(before.id) +
                          ", and they are to be held " + event.every,
                      {}, "add what was held between, or say why nothing was"),
      event, "date");
}

/// One day, and of a weekend: it may well have been another.
void look_at_day(const Occasion& event, RowLook& look) {
  if (!event.date || !event.date->range || event.date->range->length() != 1) return;
  const auto day = internal::weekend_day(event.date->range->first());
  if (!day) return;
  look.report(codes::diagnose(codes::held_at_weekend,
                              in_words(event.date->range->first()) + " is a " + std::string(*day),
                              {}, "look whether day and month are right"),
              event, "date");
}

void look(const Occasion& event, RowLook& look) {
  if (event.date) look.measure("date", event.date->text);
  if (!event.dates.empty()) look.measure("dates", event.dates);
  if (!event.every.empty()) look.measure("every", event.every);
  if (!is_over(event, look.until())) {
    const int days = event.date->range->first().days() - look.as_at().days();
    if (days > 0) look.measure("days ahead", days);
    look.measure("held", days > 0 ? "not yet" : "not known by then");
    return;
  }
  if (event.sessions) look.measure("sessions", *event.sessions);
  look_at_day(event, look);
  look_at_attendance(event, look);
  look_at_row(event, look);
  if (!event.topics.empty()) look.measure("topics", static_cast<long long>(event.topics.size()));
  if (!event.evaluation.empty()) look.measure("evaluation", event.evaluation);
}

bool is_small(std::optional<int> people, int under) {
  return people && *people > 0 && *people < under;
}

/// A number that is printed in words, `3 practitioners`, is one as well.
bool says_small(const std::string& printed, int under) {
  const auto digit = printed.find_first_of("0123456789");
  if (digit == std::string::npos) return false;
  const auto end = printed.find_first_not_of("0123456789", digit);
  const auto number = read_decimal(printed.substr(digit, end - digit));
  return number && number->places == 0 && number->units > 0 && number->units < under;
}

/// The smallest of those numbers that are still there; null if there is none.
std::optional<int>* smallest(const std::vector<std::optional<int>*>& numbers) {
  std::optional<int>* least = nullptr;
  for (std::optional<int>* one : numbers)
    if (*one && **one > 0 && (least == nullptr || **one < **least)) least = one;
  return least;
}

/// Takes a number out, with its words.
std::size_t take_out(EventAttendance& came) {
  const bool any = came.people || !came.printed.empty();
  came.people.reset();
  came.printed.clear();
  return any ? 1 : 0;
}

/// How many came, and all that it is the sum or the average of.
std::size_t take_out(Occasion& event) {
  std::size_t count = event.attended || !event.printed.empty() ? 1 : 0;
  event.attended.reset();
  event.printed.clear();
  count += event.averages.size();
  event.averages.clear();
  for (EventAttendance& came : event.attendance) count += take_out(came);
  return count;
}

/// The small numbers of one event. One alone could be worked out from the total.
std::size_t suppress_in(Occasion& event, int under) {
  std::size_t count = 0;
  if (is_small(event.planned, under)) {
    event.planned.reset();
    ++count;
  }
  if (is_small(event.attended, under) || says_small(event.printed, under))
    return count + take_out(event);
  std::size_t parts = 0;
  for (EventAttendance& came : event.attendance)
    if (is_small(came.people, under) || says_small(came.printed, under)) parts += take_out(came);
  if (parts == 1) {
    std::vector<std::optional<int>*> others;
    for (EventAttendance& came : event.attendance) others.push_back(&came.people);
    const std::optional<int>* next = smallest(others);
    for (EventAttendance& came : event.attendance)
      if (&came.people == next) parts += take_out(came);
  }
  // An average of few gives them away as their number does.
  const std::size_t averages = event.averages.size();
  std::erase_if(event.averages, [&](const AttendanceAverage& average) {
    return average.value && compare(*average.value, Decimal{{}, under, 0}) < 0;
  });
  return count + parts + averages - event.averages.size();
}

std::size_t suppress(std::vector<Occasion>& events, int under) {
  std::map<std::string, std::vector<Occasion*>> parts;  // by the event that they are parts of
  std::map<std::string, std::size_t> without;           // how many of them are suppressed
  std::size_t count = 0;
  for (Occasion& event : events) {
    const bool told = event.attended.has_value();
    count += suppress_in(event, under);
    if (!event.part_of) continue;
    parts[event.part_of.id].push_back(&event);
    if (told && !event.attended) ++without[event.part_of.id];
  }
  for (const auto& [whole, suppressed] : without) {
    if (suppressed != 1) continue;
    std::vector<std::optional<int>*> others;
    for (Occasion* part : parts[whole]) others.push_back(&part->attended);
    const std::optional<int>* next = smallest(others);
    for (Occasion* part : parts[whole])
      if (&part->attended == next) count += take_out(*part);
  }
  return count;
}

}  // namespace

const Register& events_register() {
  static constexpr Field list[] = {
      rows<Occasion>("events", "Networks, training and conferences, and who came.")};
  static constexpr RowRules<Occasion> rules{
      .issue = issue, .check = check, .look = look, .suppress = suppress};
  static constexpr Register events = register_of("Events", list, rules);
  return events;
}

}  // namespace safegov
