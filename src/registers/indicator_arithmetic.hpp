// What follows from numbers as printed: differences, rates, what rounding allows. Pure functions.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include <safegov/indicator.hpp>
#include <safegov/printed.hpp>
#include <safegov/tolerance.hpp>

namespace safegov::internal {

/// Whether numbers may be rounded, or are counts, which are exact.
enum class Rounded : std::uint8_t { no, yes };

/// `later` less `earlier`, exactly; none if the digits do not fit. Its text has a sign: `+3`.
[[nodiscard]] std::optional<Decimal> difference(const Decimal& later, const Decimal& earlier);

/// Whether the printed change `by` may be the difference of what was rounded to the two.
[[nodiscard]] bool may_be_difference(const Decimal& by, const Decimal& later,
                                     const Decimal& earlier, Rounded rounded);

/// Whether it may be the change in per cent of the earlier one.
[[nodiscard]] bool may_be_per_cent(const Decimal& by, const Decimal& later, const Decimal& earlier,
                                   Rounded rounded);

/// Whether two printed numbers may be one, each rounded to its places.
[[nodiscard]] bool may_be_same(const Decimal& a, const Decimal& b);

/// The change in per cent of the earlier one, to one place: `-9.8 %`; none if that is nought.
[[nodiscard]] std::optional<std::string> per_cent_change(const Decimal& later,
                                                         const Decimal& earlier);

/// Which whole numbers of which `part` is the printed share or rate; none if there is none.
struct WholeRange {
  std::int64_t least = 0;
  std::int64_t most = 0;
};
[[nodiscard]] std::optional<WholeRange> implied_whole(const Decimal& printed, std::int64_t part,
                                                      std::int64_t scale);

/// The least whole number that may be the part of `whole` which is the printed share.
[[nodiscard]] std::int64_t least_part(const Decimal& printed, std::int64_t whole,
                                      std::int64_t scale);

/// By what a unit multiplies one number over another: 100 for per cent, `per` for a rate.
[[nodiscard]] std::int64_t scale_of(const Indicator& indicator);

/// A whole number that is not negative, and small enough to reckon with.
[[nodiscard]] std::optional<std::int64_t> as_whole(const std::optional<Decimal>& number);

/// How far a value is on the worse side of its target, in the unit of the value; nought or less on
/// the target and on its better side. Where neither way is better: how far off at all.
[[nodiscard]] std::optional<Decimal> short_of(const Decimal& value, const Decimal& target,
                                              std::optional<Polarity> better);

/// Whether a shortfall is at most `allowed`.
[[nodiscard]] bool is_within(const Decimal& shortfall, const Decimal& target,
                             const Decimal& allowed, OffBy off_by);

/// What a rule gives: which of its bands, and why.
struct RatedValue {
  std::size_t band = 0;
  std::string because = {};
};

/// What a value is rated by.
struct RatedBy {
  const ToleranceRule& rule;
  std::optional<Decimal> agreed = {};  ///< the tolerance of `within-agreed`
  OffBy off_by = OffBy::relative;
  std::optional<Polarity> better = {};
};

/// The first band that holds; none if none does. A test that needs what is not known does not hold.
[[nodiscard]] std::optional<RatedValue> rate(const RatedBy& by, const Decimal& value,
                                             const Decimal& target,
                                             const std::optional<Decimal>& year_before);

/// `better`, `worse` or `same`; `higher` or `lower` where neither is better or nobody says.
[[nodiscard]] std::string direction_in_words(const Decimal& later, const Decimal& earlier,
                                             std::optional<Polarity> better);

/// Whether `later` is a target easier to meet than `earlier`.
[[nodiscard]] bool is_easier(const Decimal& later, const Decimal& earlier,
                             std::optional<Polarity> better);

}  // namespace safegov::internal
