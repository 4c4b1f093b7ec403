// What follows from numbers as printed: differences, rates, what rounding allows. Pure functions.
// SPDX-License-Identifier: Apache-2.0

#include "registers/indicator_arithmetic.hpp"

#include <algorithm>
#include <array>

namespace safegov::internal {
namespace {

// Numbers have fifteen digits at most and nine places; a product of two, and a hundred, fits.
__extension__ using Wide = __int128;
constexpr std::int64_t most_units = 100'000'000'000'000'000;  // 10^17
constexpr std::int64_t most_whole = 1'000'000'000;

Wide ten_to(int power) {
  Wide ten = 1;
  for (int i = 0; i < power; ++i) ten *= 10;
  return ten;
}

Wide size_of(Wide number) { return number < 0 ? -number : number; }

/// Numbers at the places of the one that has most of them.
template <std::size_t n>
struct Aligned {
  std::array<Wide, n> units = {};
  std::array<Wide, n> step = {};  ///< of the last printed place of each
  int places = 0;
};

template <class... Numbers>
std::optional<Aligned<sizeof...(Numbers)>> align(const Numbers&... numbers) {
  Aligned<sizeof...(Numbers)> all;
  all.places = std::max({numbers.places...});
  std::size_t i = 0;
  bool fits = true;
  const auto add = [&](const Decimal& number) {
    const auto units = number.at(all.places);
    if (!units || size_of(*units) > most_units) {
      fits = false;
      return;
    }
    all.units[i] = *units;
    all.step[i++] = ten_to(all.places - number.places);
  };
  (add(numbers), ...);
  if (!fits) return {};
  return all;
}

std::string with_sign(std::int64_t units, int places) {
  return (units > 0 ? "+" : "") + print_decimal(units, places);
}

}  // namespace

std::optional<Decimal> difference(const Decimal& later, const Decimal& earlier) {
  const auto all = align(later, earlier);
  if (!all) return {};
  const auto units = static_cast<std::int64_t>(all->units[0] - all->units[1]);
  return Decimal{with_sign(units, all->places), units, all->places};
}

bool may_be_difference(const Decimal& by, const Decimal& later, const Decimal& earlier,
                       Rounded rounded) {
  const auto all = align(by, later, earlier);
  if (!all) return true;
  const Wide off = all->units[0] - (all->units[1] - all->units[2]);
  Wide slack = all->step[0];
  // The last place of what is printed is exact only where nothing was rounded.
  if (rounded == Rounded::yes) slack += all->step[1] + all->step[2];
  return 2 * size_of(off) <= slack;
}

bool may_be_per_cent(const Decimal& by, const Decimal& later, const Decimal& earlier,
                     Rounded rounded) {
  const auto all = align(by, later, earlier);
  if (!all) return true;
  const auto [change, now, before] = all->units;
  const Wide unit = ten_to(all->places);
  if (before == 0) return false;
  const Wide off = (now - before) * 100 * unit - change * before;
  Wide slack = all->step[0] * size_of(before);
  if (rounded == Rounded::yes)
    slack += (all->step[1] + all->step[2]) * 100 * unit + size_of(change) * all->step[2];
  return 2 * size_of(off) <= slack;
}

bool may_be_same(const Decimal& a, const Decimal& b) {
  const auto all = align(a, b);
  if (!all) return true;
  const Wide off = size_of(all->units[0] - all->units[1]);
  // Two numbers of the same places are one only if they are equal.
  if (a.places == b.places) return off == 0;
  return 2 * off <= all->step[0] + all->step[1];
}

std::optional<std::string> per_cent_change(const Decimal& later, const Decimal& earlier) {
  const auto all = align(later, earlier);
  if (!all || all->units[1] == 0) return {};
  const Wide before = size_of(all->units[1]);
  const Wide change = (all->units[0] - all->units[1]) * 1000;
  const Wide tenths = (2 * size_of(change) + before) / (2 * before);
  if (tenths > most_units) return {};
  const auto units = static_cast<std::int64_t>(change < 0 ? -tenths : tenths);
  return with_sign(units, 1) + " %";
}

std::optional<WholeRange> implied_whole(const Decimal& printed, std::int64_t part,
                                        std::int64_t scale) {
  if (printed.units <= 0 || part <= 0 || part > most_whole) return {};
  // printed - 1/2 <= part * scale / whole <= printed + 1/2, in units of its last place.
  const Wide top = 2 * Wide(part) * scale * ten_to(printed.places);
  const Wide high = 2 * Wide(printed.units) + 1;
  const Wide low = 2 * Wide(printed.units) - 1;
  const Wide least = (top + high - 1) / high;
  const Wide most = top / low;
  if (least > most || most > most_units) return {};
  return WholeRange{static_cast<std::int64_t>(least), static_cast<std::int64_t>(most)};
}

std::int64_t least_part(const Decimal& printed, std::int64_t whole, std::int64_t scale) {
  const Wide low = (2 * Wide(std::max<std::int64_t>(printed.units, 0)) - 1) * whole;
  const Wide by = 2 * Wide(scale) * ten_to(printed.places);
  if (low <= 0) return 0;
  return static_cast<std::int64_t>(std::min<Wide>((low + by - 1) / by, most_units));
}

std::int64_t scale_of(const Indicator& indicator) {
  switch (indicator.unit) {
    case IndicatorUnit::per_cent:
    case IndicatorUnit::points:
      return 100;
    case IndicatorUnit::rate:
      return indicator.per.value_or(10'000);
    default:
      return 1;
  }
}

std::optional<std::int64_t> as_whole(const std::optional<Decimal>& number) {
  if (!number || number->units < 0) return {};
  std::int64_t units = number->units;
  for (int i = 0; i < number->places; ++i) {
    if (units % 10 != 0) return {};
    units /= 10;
  }
  if (units >= most_whole) return {};
  return units;
}

std::optional<Decimal> short_of(const Decimal& value, const Decimal& target,
                                std::optional<Polarity> better) {
  if (!better) return {};
  auto off = *better == Polarity::higher ? difference(target, value) : difference(value, target);
  if (off && *better == Polarity::neither && off->units < 0) off = difference(target, value);
  return off;
}

bool is_within(const Decimal& shortfall, const Decimal& target, const Decimal& allowed,
               OffBy off_by) {
  const auto all = align(shortfall, target, allowed);
  if (!all) return false;
  const auto [off, aim, most] = all->units;
  if (off_by == OffBy::points) return off <= most;
  return off * 100 * ten_to(all->places) <= most * size_of(aim);
}

std::optional<RatedValue> rate(const RatedBy& by, const Decimal& value, const Decimal& target,
                               const std::optional<Decimal>& year_before) {
  const auto off = short_of(value, target, by.better);
  if (!off) return {};
  const bool on_target = off->units <= 0;
  const OffBy rules_off_by = by.rule.off_by.value_or(OffBy::relative);
  const auto unit = [](OffBy off_by) { return off_by == OffBy::relative ? " %" : " points"; };
  for (std::size_t i = 0; i < by.rule.bands.size(); ++i) {
    const ToleranceBand& band = by.rule.bands[i];
    const auto holds = [&](std::string because) { return RatedValue{i, std::move(because)}; };
    switch (band.test.value_or(ToleranceTest::always)) {
      case ToleranceTest::always:
        return holds("beyond what is tolerated");
      case ToleranceTest::on_target:
        if (on_target) return holds("on target");
        break;
      case ToleranceTest::within:
        if (band.off && (on_target || is_within(*off, target, *band.off, rules_off_by)))
          return holds("within " + print_decimal(band.off->units, band.off->places) +
                       unit(rules_off_by) + " of target");
        break;
      case ToleranceTest::within_agreed:
        if (by.agreed && (on_target || is_within(*off, target, *by.agreed, by.off_by)))
          return holds("within the agreed " + print_decimal(by.agreed->units, by.agreed->places) +
                       unit(by.off_by));
        break;
      case ToleranceTest::no_worse: {
        if (!year_before) break;
        const auto before = short_of(*year_before, target, by.better);
        if (before && compare(*off, *before) <= 0)
          return holds(compare(*off, *before) == 0 ? "beyond it, the same as a year before"
                                                   : "beyond it, better than a year before");
        break;
      }
    }
  }
  return {};
}

std::string direction_in_words(const Decimal& later, const Decimal& earlier,
                               std::optional<Polarity> better) {
  const auto order = compare(later, earlier);
  if (order == 0) return "same";
  const bool up = order > 0;
  if (!better || *better == Polarity::neither) return up ? "higher" : "lower";
  return up == (*better == Polarity::higher) ? "better" : "worse";
}

bool is_easier(const Decimal& later, const Decimal& earlier, std::optional<Polarity> better) {
  if (!better || *better == Polarity::neither) return false;
  const auto order = compare(later, earlier);
  return *better == Polarity::higher ? order < 0 : order > 0;
}

}  // namespace safegov::internal
