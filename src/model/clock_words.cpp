// The words of clocks: the date that one is due by, and the deadline that one gives.
// SPDX-License-Identifier: Apache-2.0

#include "base/clock_words.hpp"

#include <algorithm>
#include <utility>

#include <safegov/clock.hpp>

#include "base/text.hpp"
#include "base/words.hpp"
#include "base/written_days.hpp"
#include "model/clock_by.hpp"

namespace safegov {

namespace internal {

std::optional<ClockBy> read_by(std::string_view text) {
  text = trim(text);
  if (const auto day = parse_day(text)) return ClockBy{day, 0, 0};
  if (text.size() > longest_text) return {};
  const Words words(text);
  Cursor cursor = words.begin();
  const auto day = take_day_of_year(cursor);
  if (!day || !cursor.at_end()) return {};
  if (day->month < 1 || day->month > 12 || day->day < 1 ||
      day->day > days_in_month(2000, day->month))
    return {};
  return ClockBy{{}, day->month, day->day};
}

}  // namespace internal

std::string clock_words(std::string_view clock, const ClockStart& start) {
  std::string text(clock);
  std::string_view joint = " from ";
  // What has no name can only be the first.
  for (const bool named : {false, true})
    for (const NamedDay& day : start) {
      if (named == day.name.empty()) continue;
      text += std::string(joint) + (named ? day.name + " " : "") + in_words(day.day);
      joint = " and ";
    }
  return text;
}

std::optional<ClockQuestion> read_clock_words(std::string_view words) {
  words = internal::trim(words);
  if (words.size() > internal::longest_text) return {};
  const internal::Words read(words);
  internal::Cursor cursor = read.begin();
  auto found = internal::take_clock_words(cursor);
  if (!found || !cursor.at_end() || !found->why_not.empty()) return {};
  return ClockQuestion{std::string(found->clock), std::move(found->from)};
}

}  // namespace safegov
