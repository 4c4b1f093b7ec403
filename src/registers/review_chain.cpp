// The chain of a review: when its steps were, what began it, and which limits it has.
// SPDX-License-Identifier: Apache-2.0

#include "registers/review_chain.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace safegov::internal {

std::optional<Date> exact_day(const ReviewStep& step) {
  if (!step.date || !step.date->range || step.date->range->length() != 1) return {};
  return step.date->range->first();
}

std::optional<Date> day_of(const Review& row, const ReviewStep& step) {
  if (step.date && step.date->range) return step.date->last();
  return step.recorded ? step.recorded : row.dated;
}

std::optional<Date> known_of(const Review& row, const ReviewStep& step) {
  if (step.recorded) return step.recorded;
  // What was planned was known before the day that it was planned for.
  if (step.step == ReviewStepKind::planned) return row.dated;
  const auto day = day_of(row, step);
  return day && row.dated ? std::max(day, row.dated) : day;
}

const ReviewStep* first_step(const Review& row, ReviewStepKind kind) {
  const ReviewStep* first = nullptr;
  for (const ReviewStep& step : row.history) {
    if (step.step != kind || !step.date) continue;
    const auto day = day_of(row, step);
    if (first == nullptr || (day && day < day_of(row, *first))) first = &step;
  }
  return first;
}

namespace {

/// By which a review is put into a year that it does not name.
std::optional<Date> day_in_year(const Review& row) {
  for (const ReviewStepKind kind :
       {ReviewStepKind::completed, ReviewStepKind::sent, ReviewStepKind::notified})
    if (const ReviewStep* step = first_step(row, kind)) return day_of(row, *step);
  return {};
}

}  // namespace

Reviews::Reviews(std::span<const Review> rows) {
  for (const Review& row : rows) {
    by_id.emplace(row.id, &row);
    if (row.follows) that_follow.emplace(row.follows.id, &row);
    if (row.number) {
      if (row.period) counts[{row.kind, row.period->range}].push_back(&row);
    } else if (row.period) {
      by_period_[{row.kind, row.period->range}].push_back(&row);
    } else if (const auto day = day_in_year(row)) {
      by_day_[row.kind].emplace_back(*day, &row);
    }
  }
  for (auto& [kind, days] : by_day_)
    std::ranges::stable_sort(days, {}, [](const auto& entry) { return entry.first; });
}

std::vector<const Review*> Reviews::within(ReviewKind kind, const DateRange& days) const {
  std::vector<const Review*> found;
  if (const auto named = by_period_.find({kind, days}); named != by_period_.end())
    found = named->second;
  const auto dated = by_day_.find(kind);
  if (dated == by_day_.end()) return found;
  const auto first = std::ranges::lower_bound(dated->second, days.first(), {},
                                              [](const auto& entry) { return entry.first; });
  for (auto entry = first; entry != dated->second.end() && entry->first <= days.last(); ++entry)
    found.push_back(entry->second);
  return found;
}

Reviews reviews_of(std::span<const Review> rows) { return Reviews(rows); }

Beginning beginning_of(const Review& row, const Reviews& all) {
  if (const ReviewStep* own = first_step(row, ReviewStepKind::decided)) return {&row, own};
  if (!row.follows) return {};
  const auto before = all.by_id.find(row.follows.id);
  if (before == all.by_id.end() || before->second == &row) return {};
  const ReviewStep* decided = first_step(*before->second, ReviewStepKind::decided);
  return decided == nullptr ? Beginning{} : Beginning{before->second, decided};
}

namespace {

/// A limit that runs from a step, if there is one on a known day.
Limit limit(std::string_view promise, std::string_view clock, const Review& row,
            const ReviewStep* from) {
  Limit made{.promise = promise, .clock = clock};
  if (from == nullptr) return made;
  made.since = known_of(row, *from);
  if (const auto day = exact_day(*from)) made.start.push_back({"", *day});
  return made;
}

}  // namespace

std::vector<Limit> limits_of(const Review& row, const Reviews& all) {
  using enum ReviewStepKind;
  if (row.number) return {};
  const ReviewStep* learnt = first_step(row, aware);
  const ReviewStep* told = first_step(row, notified);
  const Beginning began = beginning_of(row, all);
  const Review& begun = began.row == nullptr ? row : *began.row;
  switch (row.kind) {
    case ReviewKind::rapid_review: {
      std::vector<Limit> limits{
          limit("notification", "sin-notify", row, learnt),
          limit("review", "rapid-review", row, told),
          limit("sent", "rr-send-panel", row, first_step(row, completed)),
          limit("reply", "panel-response", row, first_step(row, sent)),
      };
      if (learnt != nullptr)
        if (const auto day = exact_day(*learnt)) limits[1].start.push_back({"awareness", *day});
      return limits;
    }
    case ReviewKind::serious_case_review:
      return {
          limit("notification", "sin-notify", row, learnt),
          limit("decision", "scr-decide", row, told),
          limit("publication", "scr-publish", begun, began.step),
      };
    case ReviewKind::local_review:
      return {
          limit("publication", "lcspr-publish", begun, began.step),
          limit("reasons", "lcspr-not-publish", row, first_step(row, not_published)),
      };
    case ReviewKind::learning_review:
    case ReviewKind::national:
      return {};
  }
  return {};
}

const Limit* find_limit(const std::vector<Limit>& limits, std::string_view promise) {
  const auto found = std::ranges::find(limits, promise, &Limit::promise);
  return found == limits.end() ? nullptr : &*found;
}

}  // namespace safegov::internal
