// Exact arithmetic of printed money: what sums come to, what rounding allows, what went wrong.
// SPDX-License-Identifier: Apache-2.0
//
//   const Figure lado{"'LADO'", 6840000, 100}, it{"'IT'", 2394700, 100}, total{"the total", ...};
//   if (!follows(total, {{&lado}, {&it}}, tolerance))
//     for (const Cause& cause : causes_of(total, routes, others, tolerance)) ... in_words(cause)

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <safegov/funding.hpp>

namespace safegov::internal {

// A sum of many figures times a scale: more than 64 bits hold.
__extension__ using Wide = __int128;

using Pence = std::int64_t;

/// The largest amount that an account may hold, and the most places of a tolerance: so that no sum
/// of a file, however scaled, overflows.
inline constexpr Pence most_pence = 100'000'000'000'000;
inline constexpr int most_unit_places = 3;

/// A printed amount, or a sum of some, and what it is called in a sentence.
struct Figure {
  std::string name = {};
  Pence pence = 0;
  Pence unit = 1;          ///< of the last printed place, in pence: 100 of whole pounds
  std::string scope = {};  ///< what it is said to be: two figures of one scope ought to agree
};

/// None if it has more than two places.
[[nodiscard]] std::optional<Pence> pence_of(const Decimal& amount) noexcept;
[[nodiscard]] Pence unit_of(const Decimal& amount) noexcept;
/// `£1,234`, `-£1,234.50`
[[nodiscard]] std::string print_pence(Pence pence);
/// `45.03 %` of value / of, rounded half up.
[[nodiscard]] std::string print_share(Pence value, Pence of, int places);

/// A figure added, or taken off.
struct Term {
  const Figure* figure = nullptr;
  int sign = 1;
};
using Sum = std::vector<Term>;

[[nodiscard]] Pence value_of(std::span<const Term> sum) noexcept;

/// The most pence by which a sum of so many figures may differ from what is printed of it.
[[nodiscard]] Pence allowed(const SumTolerance& tolerance, Pence units,
                            std::size_t figures) noexcept;
[[nodiscard]] Pence allowed(const SumTolerance& tolerance, const Figure& stated,
                            std::span<const Term> sum) noexcept;
[[nodiscard]] bool follows(const Figure& stated, std::span<const Term> sum,
                           const SumTolerance& tolerance) noexcept;

/// What may have gone wrong. The search goes through all of them, in this order.
enum class Hypothesis : std::uint8_t {
  left_out,
  counted_twice,
  sign_turned,
  digits_swapped,       ///< of the figure itself
  line_digits_swapped,  ///< of one that is summed
  whole_sign_turned,
  other_figure,  ///< what another column, table or year comes to
  other_pair,    ///< the sum or difference of two figures
};

struct Cause {
  Hypothesis kind = Hypothesis::left_out;
  const Figure* first = nullptr;
  const Figure* second = nullptr;
  int sign = 1;     ///< of the second
  Pence right = 0;  ///< with the digits put back
  Pence off = 0;    ///< what rounding is left to explain
};

/// All that give the stated figure within the tolerance: the exact ones first, then by kind, then
/// as written. `routes` are the sums that it ought to be; `others` whatever else is printed. Other
/// figures are only looked at where no line explains it exactly, and pairs of them where nothing
/// else explains it at all: among many figures some pair fits by chance.
[[nodiscard]] std::vector<Cause> causes_of(const Figure& stated, std::span<const Sum> routes,
                                           std::span<const Figure* const> others,
                                           const SumTolerance& tolerance);
/// `'LADO' (£68,400) is left out`
[[nodiscard]] std::string in_words(const Cause& cause);
/// The likely causes, or that there is none: `no pair of figures gives it`.
[[nodiscard]] std::string in_words(std::span<const Cause> causes);

/// The other amounts with two digits in each other's place, each once.
[[nodiscard]] std::vector<Pence> with_digits_swapped(Pence pence, Pence unit);

/// An amount, and which share of the whole it is printed to be.
struct SharePart {
  Figure amount = {};
  std::optional<Decimal> share = {};
};

struct ShareCause {
  Cause cause = {};                      ///< what was divided by, or where the digits are swapped
  Pence whole = 0;                       ///< what each was divided by; 0 if only one share is wrong
  std::optional<std::size_t> part = {};  ///< which share is wrong
};

struct ShareAnswer {
  bool fits = true;      ///< each is its part of the whole, and they add to 100
  bool rounded = false;  ///< they add to 100 only within rounding
  std::int64_t sum = 0;  ///< of the printed shares, in units of `places`
  int places = 0;
  std::int64_t allowed = 0;  ///< by which the sum may differ from 100
  std::vector<ShareCause> causes = {};
};

/// Shares of one whole, which is the sum of all parts, those without a printed share included.
/// Parts without an amount are only added up.
[[nodiscard]] ShareAnswer answer_of(std::span<const SharePart> parts,
                                    std::span<const Figure* const> others,
                                    const SumTolerance& tolerance);

}  // namespace safegov::internal
