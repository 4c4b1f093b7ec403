// What registers share about days: words to days, and how long from one to another.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <safegov/date.hpp>

namespace safegov::internal {

/// The one day or stretch of days that printed words mean, whatever the partnership: `May/June
/// 2021`, `2024/25`. Nothing for words that mean none, or several.
std::optional<DateRange> days_of_words(std::string_view words);

/// `Saturday` or `Sunday`; nothing for the other days.
std::optional<std::string_view> weekend_day(Date date);

/// Whole months from one day to a later one; 0 if it is not later.
int months_between(Date from, Date to);

/// `2 years 4 months`
std::string months_in_words(int months);

/// Whether what happened on a day, and was told on the same or another, counts as at a date.
bool known_by(std::optional<Date> happened, std::optional<Date> told, Date as_at,
              std::optional<Date> known_at);

}  // namespace safegov::internal
