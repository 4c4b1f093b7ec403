// The chain of a review: its steps, the clocks between them, and what register and rules share.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/clock.hpp>
#include <safegov/review.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// The day by which a step had happened: the last of what is printed; of one that is undated, the
/// day from which it is known.
std::optional<Date> day_of(const Review& row, const ReviewStep& step);

/// From when it is known; not before it happened. Of a day that is planned, nothing if nobody says:
/// it then counts as always known.
std::optional<Date> known_of(const Review& row, const ReviewStep& step);

/// The day, if print is as exact as that.
std::optional<Date> exact_day(const ReviewStep& step);

/// The earliest step of that kind, in whatever order they are written; or null.
const ReviewStep* first_step(const Review& row, ReviewStepKind kind);

/// Every row, by what others look for.
struct Reviews {
  explicit Reviews(std::span<const Review> rows);

  std::map<std::string_view, const Review*> by_id;
  std::multimap<std::string_view, const Review*> that_follow;  ///< by the id of what they follow
  /// Counts, by kind and period, as written.
  std::map<std::pair<ReviewKind, DateRange>, std::vector<const Review*>> counts;

  /// The reviews of that kind that were in those days, as written: by their own period, or else by
  /// the day on which they were completed, sent or notified.
  [[nodiscard]] std::vector<const Review*> within(ReviewKind kind, const DateRange& days) const;

 private:
  std::map<std::pair<ReviewKind, DateRange>, std::vector<const Review*>> by_period_;
  std::map<ReviewKind, std::vector<std::pair<Date, const Review*>>> by_day_;  // ascending
};
Reviews reviews_of(std::span<const Review> rows);

/// The step that began a review: that it was decided to hold it, here or in the rapid review that
/// led to it. Null if there is none.
struct Beginning {
  const Review* row = nullptr;
  const ReviewStep* step = nullptr;
};
Beginning beginning_of(const Review& row, const Reviews& all);

/// The clock of the copy, which counts back from the day on which a review is to be published.
inline constexpr std::string_view copy_clock = "lcspr-copy-panel-sos";

/// One limit in the course of a review: from a day, by a clock, to the promise that meets it.
struct Limit {
  std::string_view promise;        ///< `notification`
  std::string_view clock;          ///< its id
  ClockStart start = {};           ///< empty if nothing began it, or not on a known day
  std::optional<Date> since = {};  ///< from when that is known
};

/// The limits of a row, those without a start included.
std::vector<Limit> limits_of(const Review& row, const Reviews& all);
/// The one of that promise, or null.
const Limit* find_limit(const std::vector<Limit>& limits, std::string_view promise);

void issue_review(const Review& row, Issue& issue);
void check_review(const Review& row, RowCheck& check);
void look_at_review(const Review& row, RowLook& look);

}  // namespace safegov::internal
