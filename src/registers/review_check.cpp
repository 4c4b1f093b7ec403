// What cannot be of a review.
// SPDX-License-Identifier: Apache-2.0

#include <array>
#include <utility>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/review_chain.hpp"

namespace safegov::internal {
namespace {

using enum ReviewStepKind;

std::string name_of(ReviewStepKind kind) {
  return in_quotes(words_of<ReviewStepKind>()[static_cast<std::size_t>(kind)]);
}

/// What comes before what. That it is decided comes before all else of a review that is not rapid;
/// of a rapid review it is only after the notification.
constexpr std::pair<ReviewStepKind, ReviewStepKind> orders[] = {
    {aware, notified},       {aware, completed},
    {aware, sent},           {aware, replied},
    {aware, decided},        {notified, completed},
    {notified, sent},        {notified, replied},
    {notified, decided},     {completed, sent},
    {completed, replied},    {sent, replied},
    {completed, copied},     {completed, published},
    {copied, published},     {decided, copied},
    {decided, published},    {decided, not_published},
    {decided, reasons_sent}, {not_published, reasons_sent},
};

/// Certainly after, as exactly as both are printed.
bool is_after(const ReviewStep& a, const ReviewStep& b) {
  return a.date && a.date->range && b.date && b.date->range &&
         a.date->range->first() > b.date->range->last();
}

void report_pair(const ReviewStep& before, const ReviewStep& after, RowCheck& check) {
  auto& d = check.report(
      codes::diagnose(codes::steps_out_of_order,
                      name_of(after.step) + " on " + in_words(after.date->range->last()) +
                          " is before " + name_of(before.step) + " on " +
                          in_words(before.date->range->first()),
                      {}, "correct one of the two days"),
      after, "date");
  check.relate(d, before, "date", "this comes first");
}

void check_order(const Review& row, const Reviews& all, RowCheck& check) {
  std::array<const ReviewStep*, 12> first{};
  for (std::size_t i = 0; i < first.size(); ++i)
    first[i] = first_step(row, static_cast<ReviewStepKind>(i));
  const auto step = [&](ReviewStepKind kind) { return first[static_cast<std::size_t>(kind)]; };
  // The decision may stand in the rapid review that led here.
  const Beginning began = beginning_of(row, all);
  if (row.kind != ReviewKind::rapid_review && step(decided) == nullptr)
    first[static_cast<std::size_t>(decided)] = began.step;
  const bool chosen_first = row.kind != ReviewKind::rapid_review;
  if (chosen_first && step(decided) != nullptr && step(completed) != nullptr &&
      is_after(*step(decided), *step(completed)))
    report_pair(*step(decided), *step(completed), check);
  // One for each step: against the nearest that it cannot come before.
  for (std::size_t i = 0; i < first.size(); ++i) {
    const ReviewStep* nearest = nullptr;
    for (const auto& [before, after] : orders)
      if (static_cast<std::size_t>(after) == i && first[i] != nullptr && step(before) != nullptr &&
          is_after(*step(before), *first[i]))
        nearest = step(before);
    if (nearest != nullptr) report_pair(*nearest, *first[i], check);
  }
}

/// Whether something stands under a key, even what could not be read.
bool is_written(const Review& row, std::string_view field, const RowCheck& check) {
  const auto& places = check.partnership().provenance().places;
  const auto index = type_of<Review>().find(field);
  const std::size_t at = row.origin.first + 1 + *index;
  return row.origin.file != 0 && at < places.size() && places[at] != 0;
}

/// What keeps a row from being either, or nothing. What could not be read has been said.
std::string neither(const Review& row, const RowCheck& check) {
  const auto lacks = [&](bool value, std::string_view field) {
    return !value && !is_written(row, field, check);
  };
  if (!row.number)
    return lacks(false, "number") && lacks(!row.history.empty(), "history") &&
                   lacks(!row.recommendations.empty(), "recommendations")
               ? "it has no number, no history and no recommendation"
               : "";
  if (!row.history.empty()) return "it has a number and a history";
  if (lacks(row.period.has_value(), "period"))
    return "it has a number, and no period that it is of";
  if (lacks(row.dated.has_value(), "dated"))
    return "it has a number, and no day of the document that gives it";
  return "";
}

void check_follows(const Review& row, const Reviews& all, RowCheck& check) {
  if (!row.follows) return;
  const auto before = all.by_id.find(row.follows.id);
  if (before == all.by_id.end()) return;  // said as an unknown reference
  const bool leads = before->second->kind == ReviewKind::rapid_review && !before->second->number;
  if (leads && row.kind != ReviewKind::rapid_review) return;
  check.report(codes::diagnose(codes::follows_no_rapid_review,
                               row.kind == ReviewKind::rapid_review
                                   ? "a rapid review follows no other review"
                                   : in_quotes(row.follows.id) + " is no rapid review",
                               {}, "name the rapid review that led to this one"),
               row, "follows");
}

}  // namespace

void check_review(const Review& row, RowCheck& check) {
  const Reviews& all = check.once(reviews_of);
  if (const std::string why = neither(row, check); !why.empty())
    check.report(codes::diagnose(codes::review_or_count, why, {},
                                 "a review has steps or recommendations; a count has 'number', "
                                 "'period' and 'dated'"),
                 row, row.number ? "number" : "id");
  check_follows(row, all, check);
  check_order(row, all, check);
}

}  // namespace safegov::internal
