// Lays a cadence over a period.
// SPDX-License-Identifier: Apache-2.0

#include "base/recurrence.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "base/named_periods.hpp"

namespace safegov::internal {
namespace {

using Problem = DeadlineProblem::Kind;

Recurrence refuse(Problem kind, std::string message, std::string help) {
  return {{}, DeadlineProblem{kind, {}, std::move(message), std::move(help)}};
}

// Why a cadence has no dates by itself; empty if it has.
std::string trouble_with(const Cadence& cadence) {
  const std::string words = in_quotes(cadence.text);
  switch (cadence.kind) {
    case Cadence::Kind::ambiguous:
      return words + " can mean " + std::to_string(cadence.least) + " or " +
             std::to_string(cadence.most) + " times a year";
    case Cadence::Kind::irregular:
      return words + " does not say how often";
    case Cadence::Kind::per_year:
      return words + " has no even spacing";
    case Cadence::Kind::every_days:
    case Cadence::Kind::every_months:
    case Cadence::Kind::termly:
      break;
  }
  return {};
}

DateRange clipped(const DateRange& stretch, const DateRange& window) {
  return {stretch.first(), std::min(stretch.last(), window.last())};
}

Recurrence recur_by_term(const Cadence& cadence, const DateRange& window,
                         const DeadlineContext& context) {
  Recurrence found;
  for (const DateRange& term : terms_within(window, context)) {
    found.stretches.push_back(clipped(term, window));
  }
  if (!found.stretches.empty()) return found;
  return refuse(Problem::unresolved,
                "no declared term begins from " + iso(window.first()) + " to " +
                    iso(window.last()) + ", so " + in_quotes(cadence.text) + " has no dates",
                "declare the terms of those years");
}

Recurrence recur_evenly(const Cadence& cadence, const DateRange& window) {
  Recurrence found;
  for (int k = 0; found.stretches.size() <= most_deadlines; ++k) {
    const DateRange stretch = occurrence(cadence, window.first(), k);
    found.stretches.push_back(clipped(stretch, window));
    if (stretch.last() >= window.last()) break;
  }
  return found;
}

Recurrence lay_out(const Recurring& recurring, const DeadlineContext& context) {
  const Cadence& cadence = recurring.cadence;
  const std::string wrong = trouble_with(cadence);
  if (!wrong.empty()) {
    return refuse(Problem::unresolved, wrong,
                  "write the dates, or an even spacing such as 'quarterly'");
  }
  if (cadence.kind == Cadence::Kind::termly && !declares_terms(context)) {
    return refuse(Problem::unresolved,
                  in_quotes(cadence.text) + " needs terms, and none is declared",
                  "declare the terms as named periods, such as 'spring term'");
  }
  auto [from, until, why_not] = recurring.stretch;
  if (!from && context.window) from = context.window->first();
  if (!until && context.window) until = context.window->last();
  if (!from || !until) {
    return refuse(Problem::endless, in_quotes(cadence.text) + " does not say from when until when",
                  "give the plan's period, or write 'quarterly from April 2019 to March 2020'");
  }
  if (*until < *from) {
    return refuse(Problem::impossible, in_quotes(cadence.text) + " ends before it begins",
                  "correct the dates, or the plan's period");
  }
  const DateRange window(*from, *until);
  Recurrence found = cadence.kind == Cadence::Kind::termly ? recur_by_term(cadence, window, context)
                                                           : recur_evenly(cadence, window);
  if (found.stretches.size() <= most_deadlines) return found;
  return refuse(
      Problem::endless,
      in_quotes(cadence.text) + " comes to more than " + std::to_string(most_deadlines) + " dates",
      "shorten the period, or write a longer spacing");
}

}  // namespace

Recurrence recur(const Recurring& recurring, const DeadlineContext& context) {
  try {
    return lay_out(recurring, context);
  } catch (const std::invalid_argument& error) {
    // Only at the very end of the calendar, which some tables use for `never`.
    return refuse(Problem::impossible, error.what(), "correct the plan's period");
  }
}

std::string stretch_in_words(const DateRange& range) {
  const Date first = range.first();
  const Date last = range.last();
  const bool whole = first.day() == 1 && last.day() == days_in_month(last.year(), last.month());
  const auto words = [whole](Date date) {
    const std::string day = whole ? "" : std::to_string(date.day()) + " ";
    return day + std::string(month_name(date.month()).substr(0, 3)) + " " +
           std::to_string(date.year());
  };
  return words(first) == words(last) ? words(first) : words(first) + " to " + words(last);
}

Precision precision_of_stretch(const DateRange& range) {
  const Date first = range.first();
  const Date last = range.last();
  if (first == last) return Precision::day;
  const bool whole = first.day() == 1 && last.day() == days_in_month(last.year(), last.month());
  if (!whole) return Precision::range;
  const int months = (last.year() - first.year()) * 12 + last.month() - first.month() + 1;
  switch (months) {
    case 1:
      return Precision::month;
    case 3:
      return Precision::quarter;
    case 12:
      return Precision::year;
    default:
      return Precision::range;
  }
}

}  // namespace safegov::internal
