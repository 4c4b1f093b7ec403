// The rules of the register of indicators, a source each: what cannot be, what it amounts to.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <safegov/indicator.hpp>
#include <safegov/row.hpp>

#include "registers/indicator_series.hpp"

namespace safegov::internal {

/// The tolerance rule of that id, the partnership's own or one that comes with the library; or
/// null.
[[nodiscard]] const ToleranceRule* find_tolerance(const Partnership& partnership,
                                                  std::string_view id);

/// The target that is for a step, as known by a day; null if there is none.
[[nodiscard]] const IndicatorTarget* target_for(const Indicator& indicator, const SeriesStep& step,
                                                Date until, std::span<const NamedPeriod> names);
/// The definition that is for a step, as known by a day; null if there is none.
[[nodiscard]] const IndicatorDefinition* definition_for(const Indicator& indicator,
                                                        const SeriesStep& step, Date until,
                                                        std::span<const NamedPeriod> names);

/// How a step stands: a band, or why it has none.
struct StepRating {
  const Scale* scale = nullptr;
  BandId band = {};
  std::string because = {};

  /// `R red`, or `no target`: letter and word, never a colour alone.
  [[nodiscard]] std::string label() const { return band ? scale->label(band) : because; }
};
[[nodiscard]] StepRating rating_of(const Indicator& indicator, const Series& series,
                                   const SeriesStep& step, RowLook& look);

/// What holds of the numbers that are printed, of those that could be held against others.
struct NumbersHeld {
  long long made = 0;
  long long agree = 0;
  long long claims = 0;
  long long claims_hold = 0;
  long long claims_unclear = 0;  ///< a number that they need is printed nowhere
};

void check_indicator(const Indicator& indicator, RowCheck& check);
void withhold_indicator(const Indicator& indicator, Withhold& withhold);
void look_at_indicator(const Indicator& indicator, RowLook& look);
/// The numbers held against each other; what does not agree is found odd.
[[nodiscard]] NumbersHeld look_at_numbers(const Indicator& indicator, const Series& series,
                                          RowLook& look);
/// What texts say, held against the numbers.
void look_at_claims(const Indicator& indicator, const Series& series, RowLook& look,
                    NumbersHeld& held);
/// Targets and definitions that changed, periods that do not fit.
void look_at_history(const Indicator& indicator, const Series& series, RowLook& look);

}  // namespace safegov::internal
