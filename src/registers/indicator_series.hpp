// The values of indicators by a day: in order, revised, and what is kept back.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/deadline.hpp>
#include <safegov/indicator.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// The days that the words of a period mean; nothing for `undated` and for words that mean none.
[[nodiscard]] std::optional<DateRange> days_of_period(std::string_view words,
                                                      std::optional<PeriodBasis> basis,
                                                      std::span<const NamedPeriod> names);

/// True of no words and of `undated`.
[[nodiscard]] bool is_undated(std::string_view period);

/// What a partnership means by its terms and seasons, as the parser takes it.
[[nodiscard]] std::vector<NamedPeriod> names_of(const Partnership& partnership);

/// What a value is about.
[[nodiscard]] Covers covers_of(const Indicator& indicator, const IndicatorValue& value,
                               const std::optional<DateRange>& days);

/// The day from which a printed thing is known: that of its document, or another; always if none.
[[nodiscard]] bool is_known(const std::optional<When>& dated, std::optional<Date> otherwise,
                            Date until);

/// A value of a series, the newest printing that is known.
struct SeriesStep {
  const IndicatorValue* value = nullptr;
  std::optional<DateRange> days = {};
  Covers covers = Covers::period;
  std::optional<Date> known = {};
  std::vector<const IndicatorValue*> revised = {};  ///< what was printed before, oldest first
  bool hidden = false;                              ///< a small number, or would give one away

  /// A number that is to be shown and reckoned with.
  [[nodiscard]] const Decimal* number() const {
    return hidden || !value->value ? nullptr : &*value->value;
  }
};

/// Earliest first; those without a period where they became known.
using Series = std::vector<SeriesStep>;

/// The series of all rows as known by a day, by row.
struct AllSeries {
  std::vector<Series> of = {};
};
[[nodiscard]] AllSeries all_series(std::span<const Indicator> rows, Date until,
                                   std::span<const NamedPeriod> names);
/// The same of the rows of a look, once for all of them.
[[nodiscard]] const AllSeries& all_series(RowLook& look);

/// Whether the counts behind a value are below what may be shown.
[[nodiscard]] bool is_small(const Indicator& indicator, const IndicatorValue& value);

/// The step of those words, or the last of a period that means the same; null if there is none.
[[nodiscard]] const SeriesStep* find_step(const Series& series, std::string_view period,
                                          const Indicator& indicator,
                                          std::span<const NamedPeriod> names);
/// The step a year before; null if there is none.
[[nodiscard]] const SeriesStep* year_before(const Series& series, const SeriesStep& step);
/// The step before it that is about the like; null if there is none.
[[nodiscard]] const SeriesStep* step_before(const Series& series, const SeriesStep& step);

}  // namespace safegov::internal
