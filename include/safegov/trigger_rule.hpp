// The register of trigger rules: so many of something within so many days leads to something.
// SPDX-License-Identifier: Apache-2.0
//
//   const SoManyWithin three{.times = 3, .within = 90};
//   const std::vector<Date> days{{2025, 1, 3}, {2025, 2, 20}, {2025, 3, 31}};
//   first_met(three, days);   // 31 March 2025: three in the 90 days from 1 January
//
// A rule may be about people. What it counts of them is then no part of any file: it is given to
// `days_met` or `safegov trigger` when somebody asks, as days and nothing else, and is not kept.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/certainty.hpp>
#include <safegov/date.hpp>
#include <safegov/document.hpp>
#include <safegov/plan.hpp>
#include <safegov/register.hpp>

namespace safegov {

enum class WindowUnit : std::uint8_t { days, weeks, months };

/// Which days of a window count. `both_ends`: 90 days are 90 days, the first and the last among
/// them. `after_first`: at most 90 days lie between the first and the last.
enum class WindowEnds : std::uint8_t { both_ends, after_first };

/// So many within so long, in any stretch of that length.
struct SoManyWithin {
  int times = 1;
  int within = 1;
  WindowUnit unit = WindowUnit::days;
  WindowEnds ends = WindowEnds::both_ends;

  /// `3 in 90 days (first and last day included)`
  [[nodiscard]] std::string in_words() const;
};

/// The stretch of that length that ends on a day. Of months, it begins on the day after the same
/// day of an earlier month (or its last, where it has no such day); with `after_first`, on that
/// day. Throws std::invalid_argument if a number is less than 1.
[[nodiscard]] DateRange window_ending(const SoManyWithin& rule, Date last);

/// One day for each occurrence by which the rule is met: ascending. `days` in any order; two on
/// one day are two occurrences.
[[nodiscard]] std::vector<Date> days_met(const SoManyWithin& rule, std::span<const Date> days);

/// The first of them.
[[nodiscard]] std::optional<Date> first_met(const SoManyWithin& rule, std::span<const Date> days);

/// What a rule counts: what bodies do or leave undone, or what happens to people.
enum class CountedOf : std::uint8_t { bodies, persons };

/// One such rule.
struct TriggerRule {
  static constexpr std::string_view refers_to = "trigger-rule";

  std::string id = {};
  std::string text = {};  ///< as printed
  std::string counts = {};
  CountedOf of = CountedOf::persons;
  std::optional<int> times = {};
  std::optional<int> within = {};
  std::optional<WindowUnit> unit = {};  ///< days, unless given
  std::optional<WindowEnds> ends = {};  ///< both, unless given
  std::vector<Promise> leads_to = {};
  std::vector<std::optional<Date>> dates = {};  ///< of what bodies did: days, and nothing else
  Ref<Document> in = {};
  std::optional<Date> dated = {};  ///< of that document: nobody knew of the rule before
  std::optional<Certainty> certainty = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const TriggerRule&, const TriggerRule&) = default;

  /// Nothing if a number is missing or less than 1, or the stretch is longer than a thousand years.
  [[nodiscard]] std::optional<SoManyWithin> rule() const;
};

template <>
const Type& type_of<TriggerRule>();
template <>
std::span<const std::string_view> words_of<WindowUnit>();
template <>
std::span<const std::string_view> words_of<WindowEnds>();
template <>
std::span<const std::string_view> words_of<CountedOf>();

[[nodiscard]] const Register& trigger_rules_register();

}  // namespace safegov
