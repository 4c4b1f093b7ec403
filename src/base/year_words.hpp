// Years in running text: `the financial year`, `2022/2023 year`, `next year`.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string_view>

#include <safegov/deadline.hpp>

#include "base/reading.hpp"
#include "base/words.hpp"

namespace safegov::internal {

/// A year as far as the words name it.
struct YearWords {
  enum class Which : std::uint8_t { labelled, this_one, next_one };
  Which which = Which::labelled;
  YearLabel label = {};            ///< of a labelled one
  std::optional<YearBasis> basis;  ///< if it is named
  bool local = false;              ///< municipal, reporting: a year that no rule begins
  bool bare = false;               ///< `the year`: nothing says which
  std::string_view written;
};

std::optional<YearWords> take_year_words(Cursor& cursor);

/// The days of a year on a basis, `this` and `next` being counted from the anchor; nothing for
/// those without an anchor.
std::optional<DateRange> days_of(const YearWords& year, YearBasis basis,
                                 const std::optional<Date>& anchor);

/// A year as a deadline: `by the end of 2022/23`, `across financial year 2012/13`, `next year`.
std::optional<Reading> year_form(Cursor& cursor, const DeadlineContext& context);

}  // namespace safegov::internal
