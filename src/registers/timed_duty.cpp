// The register of timed duties.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>

#include <safegov/row.hpp>
#include <safegov/timed_duty.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
const Type& type_of<ClockEvent>() {
  static constexpr Field fields[] = {
      field<&ClockEvent::event>("event", "A trigger of the clock: `awareness`.", Need::required),
      field<&ClockEvent::date>("date", "Its day.", Need::required),
  };
  static constexpr Type type = described<ClockEvent>(
      "clock-event", "A day from which a reading of the clock counts.", fields);
  return type;
}

template <>
const Type& type_of<TimedDuty>() {
  static constexpr Field fields[] = {
      field<&TimedDuty::id>("id", docs::id, Need::required),
      field<&TimedDuty::text>("text", "What is owed; the duty of the clock, unless given."),
      field<&TimedDuty::clock>("clock", "Which clock runs: `rapid-review` (clocks.md).",
                               Need::required),
      field<&TimedDuty::from>("from", "The day of the event that starts it."),
      field<&TimedDuty::events>("events", "Days of other events, for other readings of the rule."),
      field<&TimedDuty::known>(
          "known",
          "The day from which it is owed; that of the event, or always where it counts back."),
      field<&TimedDuty::owed_by>("owed-by", "Who owes it."),
      field<&TimedDuty::to>("to", "Who receives it."),
      field<&TimedDuty::done>("done", "The day on which it was done."),
      field<&TimedDuty::recorded>("recorded",
                                  "When that was written down; the same day, unless given."),
      field<&TimedDuty::reference>("reference", "What shows it."),
      field<&TimedDuty::source>("source", docs::source),
      field<&TimedDuty::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&TimedDuty::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<TimedDuty>("timed-duty", "A clock that was started, and what it asks for.", fields);
  return type;
}

namespace {

using namespace internal;

ClockStart start_of(const TimedDuty& duty) {
  ClockStart start;
  if (duty.from) start.push_back({"", *duty.from});
  for (const ClockEvent& e : duty.events)
    if (e.date && !e.event.empty()) start.push_back({e.event, *e.date});
  return start;
}

const ClockRule* default_rule(const Clock& clock) {
  for (const ClockVersion& version : clock.versions)
    if (!version.rules.empty()) return &version.rules[0];
  return nullptr;
}

bool counts_back(const Clock& clock) {
  const ClockRule* rule = default_rule(clock);
  return rule != nullptr && rule->direction == ClockDirection::before;
}

void issue(const TimedDuty& duty, Issue& issue) {
  const Clock* clock = issue.find_clock(duty.clock.id);
  issue.action().lead = duty.owed_by;
  if (duty.text.empty() && clock != nullptr)
    issue.action().text = clock->duty.empty() ? clock->name : clock->duty;
  if (duty.known)
    issue.promised_on(duty.known);
  else if (clock != nullptr && !counts_back(*clock))
    issue.promised_on(duty.from);
  Promise& promise = issue.promise("duty", "from");
  promise.to = duty.to;
  const ClockStart start = start_of(duty);
  // What is no clock, or has no day, is said by itself.
  if (clock == nullptr || start.empty()) return;
  promise.due = clock_words(duty.clock.id, start);
  Record& came = issue.happened(RecordKind::received, issue.id("duty"), "done");
  came.date = duty.done;
  came.recorded = duty.recorded;
  came.reference = duty.reference;
}

void check_events(const TimedDuty& duty, const Clock& clock, RowCheck& check) {
  const auto triggers = triggers_of(clock);
  const ClockRule* rule = default_rule(clock);
  std::set<std::string_view> seen;
  if (duty.from && rule != nullptr) seen.insert(rule->trigger);
  for (const ClockEvent& e : duty.events) {
    if (e.event.empty()) continue;  // said as a missing key
    if (!std::ranges::binary_search(triggers, e.event))
      check.report(codes::diagnose(codes::unknown_reference,
                                   "'" + clock.id + "' does not count from " + in_quotes(e.event),
                                   {}, "it counts from " + alternatives(triggers)),
                   e, "event");
    else if (!seen.insert(e.event).second)
      check.report(
          codes::diagnose(codes::duplicate_id, "two days are given for " + in_quotes(e.event), {},
                          "an event has one day; 'from' is that of the first rule"),
          e, "event");
  }
}

void check(const TimedDuty& duty, RowCheck& check) {
  const Clock* clock = find_clock(check.partnership(), duty.clock.id);
  if (clock == nullptr) return;
  if (start_of(duty).empty()) {
    const ClockRule* rule = default_rule(*clock);
    check.report(codes::diagnose(codes::clock_not_started,
                                 "'" + clock->id + "' was started, and no day says when", {},
                                 "give 'from', the day of " +
                                     (rule == nullptr ? "the event" : in_quotes(rule->trigger))),
                 duty, "clock");
  }
  check_events(duty, *clock, check);
}

/// The first day on which it was received, of the records that count.
std::optional<Date> done_on(RowLook& look) {
  for (const Subject& owed : look.issued())
    for (const Record* record : look.records_about(owed))
      if (record->event.kind == RecordKind::received) return record->date;
  return {};
}

/// Another reading by which it is late, where the default one says nothing of the kind.
void look_at_other(const TimedDuty& duty, const ClockAnswer& answer, const ClockRule& rule,
                   const ClockAnswer& first, std::optional<Date> done, RowLook& look) {
  if (!answer.days || (answer.start && look.until() < *answer.start)) return;
  const Date last = answer.days->last();
  const Date day = done.value_or(look.as_at());
  const bool missed = last < day, also_by_default = first.days && first.days->last() < day;
  look.measure(rule.label(), in_words(last) + (done     ? ", " + in_words(judge(answer, done))
                                               : missed ? ", over"
                                                        : ""));
  if (!missed || also_by_default) return;
  look.report(
      codes::diagnose(codes::other_reading_missed,
                      "read " + rule.label() + ", its last day was " + in_words(last) +
                          (done ? "; it was done on " + in_words(*done) : ", and it is not done"),
                      {}, "agree on one reading, or write down why it was late"),
      duty, "clock");
}

void look(const TimedDuty& duty, RowLook& look) {
  const Clock* clock = find_clock(look.partnership(), duty.clock.id);
  if (clock == nullptr) return;
  const ClockReading reading = read_clock(*clock, start_of(duty), look.partnership());
  if (reading.answers.empty()) return;
  const ClockAnswer& first = reading.answers[0];
  const ClockVersion& version = clock->versions[first.version];
  const ClockRule& rule = version.rules[first.rule];
  const auto done = done_on(look);
  look.measure("clock", clock->id + ", " + in_words(version));
  look.measure("limit", limit_in_words(rule));
  look.measure("last day", first.days ? in_words(first.days->last()) : first.trouble);
  if (done) look.measure("done", in_words(*done));
  look.measure("in time", in_words(judge(first, done)));
  for (std::size_t i = 1; i < reading.answers.size(); ++i) {
    const ClockAnswer& answer = reading.answers[i];
    look_at_other(duty, answer, clock->versions[answer.version].rules[answer.rule], first, done,
                  look);
  }
  look.measure("computed", "not legal advice; certainty " + certainty_in_words(version));

  if (!first.days)
    look.report(codes::diagnose(codes::no_day_by_clock, first.trouble, {},
                                "set a day of your own, and record it as an extension"),
                duty, "clock");
  if (first.provisional)
    look.report(codes::diagnose(codes::provisional_day,
                                "its last day, " + in_words(first.days->last()) +
                                    ", is counted through days that the calendar only expects",
                                {}, "count again when the holidays of that year are settled"),
                duty, "from");
  if (done && first.start && !counts_back(*clock) && *done < *first.start)
    look.report(codes::diagnose(codes::done_before_start,
                                "it was done on " + in_words(*done) +
                                    ", before it was started on " + in_words(*first.start),
                                {}, "correct the one or the other"),
                duty, "done");
}

}  // namespace

const Register& timed_duties_register() {
  static constexpr Field list[] = {rows<TimedDuty>(
      "timed-duties",
      "Clocks that were started: what is owed by the day that each of them gives.")};
  static constexpr RowRules<TimedDuty> rules{.issue = issue, .check = check, .look = look};
  static constexpr Register duties =
      register_of("Timed duties", list, rules, Audience::partnership);
  return duties;
}

}  // namespace safegov
