// How long the steps of a review took, held against its clocks.
// SPDX-License-Identifier: Apache-2.0

#include "registers/review_times.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "registers/when.hpp"

namespace safegov::internal {
namespace {

using enum ReviewStepKind;

/// The promise that a step meets, if one of its own.
std::string_view promise_of(const Review& row, ReviewStepKind step) {
  const bool rapid = row.kind == ReviewKind::rapid_review;
  switch (step) {
    case notified:
      return "notification";
    case completed:
      return row.kind == ReviewKind::local_review || row.kind == ReviewKind::serious_case_review
                 ? ""
                 : "review";
    case sent:
      return rapid ? "sent" : "";
    case replied:
      return rapid ? "reply" : "";
    case decided:
      return row.kind == ReviewKind::serious_case_review ? "decision" : "";
    case published:
      return "publication";
    case reasons_sent:
      return "reasons";
    case actions_done:
      return "monitoring";
    case aware:
    case planned:
    case copied:
    case not_published:
      return "";
  }
  return "";
}

bool known_in(const Review& row, const ReviewStep& step, const RowLook& look) {
  return known_by(day_of(row, step), known_of(row, step), look.as_at(), look.known_at());
}

}  // namespace

Timeliness judge_done(const ClockAnswer& answer, const Done& done) {
  const Timeliness first = judge(answer, done.first);
  return first == judge(answer, done.last) ? first : Timeliness::unverifiable;
}

bool is_known(const Review& row, RowLook& look) {
  if (row.dated && *row.dated <= look.until()) return true;
  if (!row.dated && row.history.empty()) return true;
  return std::ranges::any_of(row.history,
                             [&](const ReviewStep& step) { return known_in(row, step, look); });
}

Times::Times(const Review& row, const Reviews& all, RowLook& look)
    : row_(row), look_(look), limits_(limits_of(row, all)) {
  // What is not known yet starts nothing.
  for (Limit& limit : limits_) {
    const bool known = limit.since && *limit.since <= look.until();
    std::erase_if(limit.start, [&](const NamedDay& start) {
      if (start.day > look.as_at()) return true;
      return start.name.empty() ? !known : !known_in(row, *first_step(row, aware), look);
    });
  }
  const auto promises = look.partnership().promises();
  const std::string own = "reviews/" + row.id + "/";
  // Of another row, too: what is claimed of a year is held against each review in it.
  for (const std::string_view name : {"notification", "decision", "review", "sent", "reply",
                                      "publication", "reasons", "monitoring"}) {
    const PromiseId id = look.partnership().find_promise(own + std::string(name));
    if (!id) continue;
    for (std::uint32_t n = 0; n < promises[id.index].deadlines; ++n)
      for (const Record* record : look.records_about(Subject{id, n}))
        if (record->event.kind == RecordKind::received) received_.emplace(name, *record->date);
  }
}

bool Times::is_known(const ReviewStep& step) const {
  if (!known_in(row_, step, look_)) return false;
  const std::string_view promise = promise_of(row_, step.step);
  return promise.empty() || received_.contains(promise) ||
         !look_.partnership().find_promise("reviews/" + row_.id + "/" + std::string(promise));
}

bool Times::outcome_known() const {
  for (const ReviewStepKind kind : {decided, replied, completed})
    if (const ReviewStep* step = first_step(row_, kind)) return is_known(*step);
  return row_.dated && *row_.dated <= look_.until();
}

bool Times::start_known(const Limit& limit) const {
  return !limit.start.empty() && limit.start[0].name.empty();
}

std::vector<ClockAnswer> Times::answers(const Limit& limit) const {
  const Clock* clock = find_clock(look_.partnership(), limit.clock);
  if (clock == nullptr || limit.start.empty()) return {};
  return read_clock(*clock, limit.start, look_.partnership()).answers;
}

std::optional<Done> Times::done(std::string_view promise) const {
  const auto day = received_.find(promise);
  if (day == received_.end()) return {};
  // As exactly as the step that says so.
  for (const ReviewStep& step : row_.history)
    if (step.date && step.date->range && step.date->last() == day->second &&
        (promise_of(row_, step.step) == promise || (promise == "review" && step.step == sent)))
      return Done{step.date->range->first(), step.date->range->last()};
  return Done{day->second, day->second};
}

Timeliness Times::judge_at(const Limit& limit, const ClockAnswer& answer) const {
  if (const auto when = done(limit.promise)) return judge_done(answer, *when);
  return answer.due() && *answer.due() < look_.until() ? Timeliness::not_met
                                                       : Timeliness::unverifiable;
}

std::string Times::working_days(Date from, Date to) const {
  try {
    return counted(working_days_between(look_.partnership().calendar(), from, to), "working day");
  } catch (const OutsideCalendar&) {
    return counted(to.days() - from.days(), "day");
  }
}

/// In what the rule counts; otherwise the day.
std::string Times::taken(Date from, Date to, const ClockRule& rule) const {
  if (rule.unit == ClockUnit::months) return "on " + in_words(to);
  if (rule.unit == ClockUnit::days || rule.unit == ClockUnit::weeks)
    return counted(to.days() - from.days(), "day");
  return working_days(from, to);
}

std::string Times::in_words_of(const Limit& limit, const ClockAnswer& answer,
                               const ClockRule& rule) const {
  const auto when = done(limit.promise);
  const ReviewStep* kept = first_step(row_, not_published);
  if (!when && limit.promise == "publication" && kept != nullptr && is_known(*kept))
    return "it is not published";
  const std::string text = when && when->first == when->last && answer.start
                               ? taken(*answer.start, when->last, rule)
                               : std::string(when ? "done" : "not done");
  switch (answer.status) {
    case ClockStatus::computed: {
      const std::string due = in_words(*answer.due());
      if (limit.promise == "reply") return text + ", expected by " + due + ", not binding";
      const Timeliness judged = judge_at(limit, answer);
      if (!when && judged == Timeliness::unverifiable) return "due " + due;
      return text + ", due " + due + (when ? ": " + in_words(judged) : std::string());
    }
    case ClockStatus::relaxed:
      return text + ", no fixed limit then";
    case ClockStatus::no_limit:
      if (when && answer.start && when->last == *answer.start) return "at once";
      return when ? text + " later" : text;
    case ClockStatus::hours:
    case ClockStatus::not_started:
    case ClockStatus::not_in_force:
    case ClockStatus::outside_calendar:
      break;
  }
  return text + ", " + answer.trouble;
}

void Times::measure(const Limit& limit) const {
  const Clock* clock = find_clock(look_.partnership(), limit.clock);
  const auto all = answers(limit);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const ClockAnswer& answer = all[i];
    if (answer.status == ClockStatus::not_started) continue;
    const ClockRule& rule = clock->versions[answer.version].rules[answer.rule];
    std::string name(limit.promise);
    if (all.size() > 1) name += (limit.promise == "review" ? " " : ", ") + rule.label();
    look_.measure(std::move(name), in_words_of(limit, answer, rule));
  }
}

void Times::measure_copy() const {
  const ReviewStep* gone = first_step(row_, copied);
  if (gone == nullptr || !exact_day(*gone) || !known_in(row_, *gone, look_)) return;
  // Before it was published; before the last day that was planned, until then.
  const ReviewStep* before = nullptr;
  for (const ReviewStep& step : row_.history) {
    const bool counts = step.step == published || step.step == planned;
    if (!counts || !exact_day(step)) continue;
    const auto known = known_of(row_, step);
    if (known ? *known > look_.until() : step.step == published) continue;
    if (step.step == published && *exact_day(step) > look_.as_at()) continue;
    if (before == nullptr || before->step != published) before = &step;
  }
  if (before == nullptr) return;
  look_.measure("copy",
                working_days(*exact_day(*gone), *exact_day(*before)) + " before " +
                    (before->step == published ? "it was published" : "it is to be published"));
}

}  // namespace safegov::internal
