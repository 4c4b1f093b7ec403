// Sums of printed money, exactly, and what rounding allows.
// SPDX-License-Identifier: Apache-2.0

#include "registers/money.hpp"

#include <algorithm>

namespace safegov::internal {

std::optional<Pence> pence_of(const Decimal& amount) noexcept {
  const auto pence = amount.at(2);
  if (!pence || *pence > most_pence || *pence < -most_pence) return {};
  return pence;
}

Pence unit_of(const Decimal& amount) noexcept {
  return amount.places == 0 ? 100 : amount.places == 1 ? 10 : 1;
}

std::string print_pence(Pence pence) {
  std::string text = print_decimal(pence, 2);
  text.insert(text.starts_with('-') ? 1 : 0, "£");
  return text;
}

std::string print_share(Pence value, Pence of, int places) {
  Wide scale = 100;
  for (int i = 0; i < places; ++i) scale *= 10;
  const bool minus = (value < 0) != (of < 0);
  const Wide part = value < 0 ? -Wide(value) : Wide(value);
  const Wide whole = of < 0 ? -Wide(of) : Wide(of);
  const auto units = static_cast<std::int64_t>((2 * part * scale + whole) / (2 * whole));
  return print_decimal(minus ? -units : units, places) + " %";
}

Pence value_of(std::span<const Term> sum) noexcept {
  Pence value = 0;
  for (const Term& term : sum) value += term.sign * term.figure->pence;
  return value;
}

Pence allowed(const SumTolerance& tolerance, Pence units, std::size_t figures) noexcept {
  Pence most = 0;
  if (tolerance.units) {
    Wide scaled = Wide(tolerance.units->units) * units;
    for (int i = 0; i < tolerance.units->places; ++i) scaled /= 10;
    most += static_cast<Pence>(scaled);
  }
  if (tolerance.pounds)
    most += pence_of(*tolerance.pounds).value_or(0) * static_cast<Pence>(figures);
  return most;
}

Pence allowed(const SumTolerance& tolerance, const Figure& stated,
              std::span<const Term> sum) noexcept {
  Pence units = stated.unit;
  for (const Term& term : sum) units += term.figure->unit;
  return allowed(tolerance, units, sum.size());
}

bool follows(const Figure& stated, std::span<const Term> sum,
             const SumTolerance& tolerance) noexcept {
  const Pence off = stated.pence - value_of(sum);
  const Pence most = allowed(tolerance, stated, sum);
  return off <= most && off >= -most;
}

std::vector<Pence> with_digits_swapped(Pence pence, Pence unit) {
  const bool minus = pence < 0;
  std::string digits = std::to_string((minus ? -pence : pence) / unit);
  std::vector<Pence> found;
  for (std::size_t i = 0; i < digits.size(); ++i)
    for (std::size_t j = i + 1; j < digits.size(); ++j) {
      // A number that begins with a nought is not printed.
      if (digits[i] == digits[j] || (i == 0 && digits[j] == '0')) continue;
      std::swap(digits[i], digits[j]);
      Pence swapped = 0;
      for (const char c : digits) swapped = swapped * 10 + (c - '0');
      std::swap(digits[i], digits[j]);
      found.push_back((minus ? -swapped : swapped) * unit);
    }
  std::ranges::sort(found);
  // Not std::ranges::unique, whose result clang 14 cannot compile with GCC 12's library.
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace safegov::internal
