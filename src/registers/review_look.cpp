// What a review amounts to as at a date, and what is odd about it.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <string>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/follow_up.hpp"
#include "registers/review_chain.hpp"
#include "registers/review_times.hpp"
#include "registers/when.hpp"

namespace safegov::internal {
namespace {

using enum ReviewStepKind;

std::string_view word_of(ReviewKind kind) {
  return words_of<ReviewKind>()[static_cast<std::size_t>(kind)];
}

/// Its last step that is known, and still true: what a record took back is none.
void measure_step(const Review& row, const Times& times, RowLook& look) {
  const ReviewStep* last = nullptr;
  for (const ReviewStep& step : row.history) {
    if (step.step == planned || !times.is_known(step)) continue;
    if (last == nullptr ||
        std::pair(day_of(row, *last), last->step) <= std::pair(day_of(row, step), step.step))
      last = &step;
  }
  if (last == nullptr) return;
  const auto& when = *last->date;
  look.measure(
      "step", std::string(words_of<ReviewStepKind>()[static_cast<std::size_t>(last->step)]) + ", " +
                  (exact_day(*last) ? in_words(*exact_day(*last)) : when.text));
}

/// Late from the day on which the council knew, and not by the reading that is gone by.
void find_other_reading(const Review& row, const Times& times, RowLook& look) {
  const Limit* limit = find_limit(times.limits(), "review");
  if (limit == nullptr) return;
  const auto answers = times.answers(*limit);
  if (answers.empty() || times.judge_at(*limit, answers[0]) == Timeliness::not_met) return;
  for (std::size_t i = 1; i < answers.size(); ++i) {
    const ClockAnswer& answer = answers[i];
    if (!answer.due() || times.judge_at(*limit, answer) != Timeliness::not_met) continue;
    const auto done = times.done(limit->promise);
    look.report(codes::diagnose(codes::other_reading_missed,
                                "read from the day on which the council knew, its last day was " +
                                    in_words(*answer.due()) +
                                    (done ? "; it was completed by " + in_words(done->last)
                                          : std::string(", and it is not completed")),
                                {}, "agree on one reading, or write down why it was late"),
                *first_step(row, aware), "date");
  }
}

void find_other_regime(const Review& row, const Times& times, RowLook& look) {
  for (const Limit& limit : times.limits()) {
    const bool main = limit.promise == "review" || limit.promise == "publication";
    if (!main || !times.start_known(limit)) continue;
    const auto answers = times.answers(limit);
    if (answers.empty() || answers[0].status != ClockStatus::not_in_force) continue;
    look.report(codes::diagnose(codes::other_regime,
                                std::string(word_of(row.kind)) + " of " +
                                    in_words(limit.start[0].day) + ": " + answers[0].trouble,
                                {},
                                "serious case reviews begin before 29 September 2019, rapid and "
                                "local reviews from 4 July 2018"),
                row, "kind");
  }
}

void find_nothing_followed(const Review& row, const Times& times, const Reviews& all,
                           RowLook& look) {
  if (row.outcome != ReviewOutcome::local_review || !times.outcome_known()) return;
  const auto [first, last] = all.that_follow.equal_range(row.id);
  for (auto entry = first; entry != last; ++entry)
    if (is_known(*entry->second, look)) return;
  look.report(codes::diagnose(codes::no_review_followed,
                              "it led to a local review, and there is no row of that", {},
                              "add it, with 'follows: " + row.id + "'"),
              row, "outcome");
}

// --- Claims --------------------------------------------------------------------------------------

/// What the clocks say of what print says of timeliness.
struct Verdict {
  Timeliness timeliness = Timeliness::unverifiable;
  std::string why = {};
};

Verdict judge_review(const Review& row, RowLook& look) {
  const Times times(row, look.once(reviews_of), look);
  const Limit* limit = find_limit(times.limits(), "review");
  if (limit == nullptr) limit = find_limit(times.limits(), "publication");
  if (limit == nullptr)
    return {Timeliness::unverifiable, "no clock bounds a " + std::string(word_of(row.kind))};
  const auto answers = times.answers(*limit);
  const auto done = times.done(limit->promise);
  if (!times.start_known(*limit))
    return {Timeliness::unverifiable, "the day from which it counts is not known"};
  if (answers.empty() || !answers[0].due())
    return {Timeliness::unverifiable, "there was no limit then"};
  const std::string due = "it was due on " + in_words(*answers[0].due());
  if (!done) {
    const bool over = *answers[0].due() < look.until();
    return {over ? Timeliness::not_met : Timeliness::unverifiable, due + ", and is not done"};
  }
  const Timeliness judged = judge_done(answers[0], *done);
  return {judged,
          due + (done->first == done->last ? ", and was done on " + in_words(done->last)
                                           : ", and the day on which it was done is not known")};
}

Verdict judge_count(const Review& row, const Reviews& all, RowLook& look) {
  long long checked = 0;
  for (const Review* one : all.within(row.kind, row.period->range)) {
    if (!is_known(*one, look)) continue;
    Verdict verdict = judge_review(*one, look);
    if (verdict.timeliness == Timeliness::not_met) {
      verdict.why = in_quotes(one->id) + ": " + verdict.why;
      return verdict;
    }
    if (verdict.timeliness == Timeliness::met) ++checked;
  }
  if (checked >= *row.number) return {Timeliness::met, {}};
  return {Timeliness::unverifiable, "the days of " + std::to_string(checked) + " of " +
                                        std::to_string(*row.number) + " are known"};
}

void look_at_claim(const Review& row, const Verdict& verdict, RowLook& look) {
  look.measure("claim", in_words(verdict.timeliness) + ": " + row.claim);
  if (verdict.timeliness == Timeliness::met) return;
  const bool wrong = verdict.timeliness == Timeliness::not_met;
  look.report(codes::diagnose(wrong ? codes::claim_not_met : codes::unverifiable_claim,
                              in_quotes(row.claim) +
                                  (wrong ? " is not so: " : " cannot be checked: ") + verdict.why,
                              {},
                              wrong ? "correct the claim, or the days"
                                    : "enter the days; a claim is no evidence of itself"),
              row, "claim");
}

// --- Counts --------------------------------------------------------------------------------------

void find_other_counts(const Review& row, const Reviews& all, RowLook& look) {
  const auto counts = all.counts.find({row.kind, row.period->range});
  if (counts == all.counts.end()) return;
  // Of two that differ, the later one is told: it could have known.
  const Review* other = nullptr;
  for (const Review* one : counts->second) {
    if (one == &row) continue;
    const bool earlier = *one->dated < *row.dated || (one->dated == row.dated && one < &row);
    if (earlier && *one->number != *row.number && is_known(*one, look)) other = one;
  }
  const auto reviews =
      std::ranges::count_if(all.within(row.kind, row.period->range),
                            [&](const Review* one) { return is_known(*one, look); });
  if (other != nullptr) {
    auto& d = look.report(
        codes::diagnose(codes::counts_differ,
                        counted(*row.number, "review") + " in " + row.period->text + ", and " +
                            std::to_string(*other->number) + " by " + in_quotes(other->id),
                        {}, "find out which of the two is wrong"),
        row, "number");
    look.relate(d, *other, "number", "the other number");
  } else if (reviews > *row.number) {
    look.report(codes::diagnose(codes::counts_differ,
                                counted(*row.number, "review") + " in " + row.period->text +
                                    ", and " + std::to_string(reviews) + " in this register",
                                {}, "find out which of the two is wrong"),
                row, "number");
  }
}

void look_at_count(const Review& row, const Reviews& all, RowLook& look) {
  look.measure_printed("number", std::to_string(*row.number) + " in " + row.period->text,
                       *row.number);
  if (row.outcome)
    look.measure("outcome",
                 std::string(words_of<ReviewOutcome>()[static_cast<std::size_t>(*row.outcome)]));
  find_other_counts(row, all, look);
  if (!row.claim.empty()) look_at_claim(row, judge_count(row, all, look), look);
}

void look_at_actions(const Review& row, RowLook& look) {
  if (row.dated && look.until() < *row.dated) return;
  if (!row.recommendations.empty()) {
    const auto received = received_by(look);
    const std::string own = "reviews/" + row.id + "/";
    const auto done = std::ranges::count_if(row.recommendations, [&](const FollowUpAction& action) {
      return is_done(action, own + action.id, received, look);
    });
    look.measure("recommendations done", done, static_cast<long long>(row.recommendations.size()));
  }
  if (!row.themes.empty()) look.measure("themes", static_cast<long long>(row.themes.size()));
  if (row.monitored_by) look.measure("monitored by", row.monitored_by.id);
}

}  // namespace

void look_at_review(const Review& row, RowLook& look) {
  look.measure("kind", std::string(word_of(row.kind)));
  const Reviews& all = look.once(reviews_of);
  const bool told = row.dated && *row.dated <= look.until();
  if (row.number) {
    if (told) {
      look_at_count(row, all, look);
      look_at_actions(row, look);
    }
    return;
  }
  const Times times(row, all, look);
  measure_step(row, times, look);
  if (row.outcome && times.outcome_known())
    look.measure("outcome",
                 std::string(words_of<ReviewOutcome>()[static_cast<std::size_t>(*row.outcome)]));
  for (const Limit& limit : times.limits()) times.measure(limit);
  times.measure_copy();
  look_at_actions(row, look);
  find_other_reading(row, times, look);
  find_other_regime(row, times, look);
  find_nothing_followed(row, times, all, look);
  if (!row.claim.empty() && (told || (!row.dated && is_known(row, look))))
    look_at_claim(row, judge_review(row, look), look);
}

}  // namespace safegov::internal
