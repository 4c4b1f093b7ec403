// Whose turn it is to chair.
// SPDX-License-Identifier: Apache-2.0

#include <string_view>

#include <safegov/chairing.hpp>
#include <safegov/deadline.hpp>

#include "base/text.hpp"
#include "model/places.hpp"

namespace safegov {
namespace {

/// The day of the year on which the turn passes: `every 1 April`, `on 1 April each year`.
std::optional<Date> day_of_year(std::string_view words, int year) {
  for (const std::string_view lead :
       {"every year on", "each year on", "yearly on", "annually on", "every", "each", "on"})
    if (internal::lower(words).starts_with(std::string(lead) + " ")) {
      words = internal::trim(words.substr(lead.size() + 1));
      break;
    }
  for (const std::string_view tail : {" each year", " every year"})
    if (internal::lower(words).ends_with(tail)) words.remove_suffix(tail.size());
  return parse_day(std::string(internal::trim(words)) + " " + std::to_string(year));
}

/// How often the turn has passed from `first` to `day`; nothing if the words do not say.
std::optional<std::size_t> turns(const std::string& changes, Date first, Date day) {
  if (day_of_year(changes, first.year())) {
    std::size_t passed = 0;
    for (int year = first.year(); year <= day.year(); ++year)
      if (const auto on = day_of_year(changes, year); on && first < *on && *on <= day) ++passed;
    return passed;
  }
  const auto cadence = parse_cadence(changes);
  const bool even =
      cadence && cadence->step > 0 &&
      (cadence->kind == Cadence::Kind::every_months || cadence->kind == Cadence::Kind::every_days);
  constexpr int last_year = 9000;  // the calendar ends; nobody chairs so long
  if (!even || day.year() > last_year) return {};
  int k = 0;
  while (occurrence(*cadence, first, k).last() < day) ++k;
  return static_cast<std::size_t>(k);
}

}  // namespace

ChairOn chair_on(const Body& body, Date day) {
  for (const Chair& chair : body.chair) {
    if (!internal::holds_on(chair, day)) continue;
    ChairOn found{.by = &chair};
    if (chair.order.empty()) {
      found.chair = chair.held_by;
    } else if (chair.order.size() == 1) {
      found.chair = chair.order[0];
    } else if (!chair.from) {
      found.why_not = "it does not say since when they chair in turn";
    } else if (chair.changes.empty()) {
      found.why_not = "it does not say when the chair passes on";
    } else if (const auto passed = turns(chair.changes, *chair.from, day)) {
      found.chair = chair.order[*passed % chair.order.size()];
    } else {
      found.why_not = internal::in_quotes(chair.changes) + " does not say on which days";
    }
    return found;
  }
  return {};
}

}  // namespace safegov
