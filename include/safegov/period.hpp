// Years and quarters as councils, schools and boards count them.
// SPDX-License-Identifier: Apache-2.0
//
//   year_of(YearBasis::financial, 2021);     // 1 April 2021 to 31 March 2022
//   quarter_of(2022, 1);                     // Q1 2022/23: 1 April to 30 June 2022
//   parse_period("2019-22");                 // 1 April 2019 to 31 March 2022

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <safegov/date.hpp>

namespace safegov {

/// When a year begins: 1 January, 1 April or 1 September.
enum class YearBasis : std::uint8_t { calendar, financial, academic };

/// The year that begins in calendar year `year`. Like all here, throws std::invalid_argument if it
/// reaches outside the range of Date.
[[nodiscard]] DateRange year_of(YearBasis basis, int year);

/// The year of that basis in which `date` lies.
[[nodiscard]] DateRange year_containing(YearBasis basis, Date date);

/// Quarter 1-4 of the financial year that begins in `year`; throws std::invalid_argument otherwise.
[[nodiscard]] DateRange quarter_of(int year, int quarter);

/// A label of one or more years, and what it spans.
struct YearLabel {
  int first = 0;       ///< calendar year in which the first year begins
  int years = 1;       ///< how many years it spans
  bool single = true;  ///< one calendar year was written: `2022`, not `2022/23`
};

/// `2021/22`, `2021-22`, `2019- 20`, `2014-5`, `25/26`, `2022/2023`, `2018/20` (two years),
/// `2020-2023`, `2024 – 2026` (three), `2022`. Two years joined by a stroke or dash run from the
/// first to the second, at most 25 years on; two years of two figures must follow each other,
/// because `10/12` is more likely a day. Nothing for any other text.
[[nodiscard]] std::optional<YearLabel> parse_year_label(std::string_view text);

/// The days a label means, on a basis; a single calendar year is always January to December.
[[nodiscard]] DateRange range_of(const YearLabel& label, YearBasis basis);

/// A stretch as documents print it: a year label on a financial basis, `April 2019 to March 2022`,
/// `1 April 2019 to 31 March 2022`. Nothing for any other text, or if it ends before it begins.
[[nodiscard]] std::optional<DateRange> parse_period(std::string_view text);

/// `2021/22`
[[nodiscard]] std::string financial_year_label(Date date);

[[nodiscard]] std::string_view to_string(YearBasis basis) noexcept;

}  // namespace safegov
