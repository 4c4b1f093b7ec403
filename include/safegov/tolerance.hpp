// How a value is rated against its target: rules that are data, and where each is from.
// SPDX-License-Identifier: Apache-2.0
//
//   const ToleranceRule& rule = *find_named_tolerance("within-5");
//   // green on target, amber at most 5 per cent of it off, red beyond

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/certainty.hpp>
#include <safegov/printed.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// When a band is given.
enum class ToleranceTest : std::uint8_t {
  always,
  on_target,      ///< on the target, or on its better side
  within,         ///< at most `off` on its worse side
  within_agreed,  ///< at most the indicator's own `tolerance` on its worse side
  no_worse,       ///< better than in the same period a year before, or the same
};

/// How far off is measured.
enum class OffBy : std::uint8_t {
  relative,  ///< in per cent of the target
  points,    ///< in the unit of the value
};

/// One step of a rule: the first that holds gives its band.
struct ToleranceBand {
  std::string band = {};
  std::optional<ToleranceTest> test = {};  ///< always, unless given
  std::optional<Decimal> off = {};
  Origin origin = {};
  friend bool operator==(const ToleranceBand&, const ToleranceBand&) = default;
};

/// A rule by which values are rated against their targets.
struct ToleranceRule {
  static constexpr std::string_view refers_to = "tolerance-rule";

  std::string id = {};
  std::string title = {};
  std::string scale = {};            ///< `rag-performance` unless given
  std::optional<OffBy> off_by = {};  ///< relative, unless given
  std::vector<ToleranceBand> bands = {};
  std::optional<Certainty> certainty = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const ToleranceRule&, const ToleranceRule&) = default;

  /// The id of the scale.
  [[nodiscard]] std::string_view scale_id() const noexcept {
    return scale.empty() ? std::string_view("rag-performance") : std::string_view(scale);
  }
};

/// The rules that come with the library. A partnership's own of the same id goes before.
[[nodiscard]] std::span<const ToleranceRule> named_tolerances();
/// The one of that id, or null.
[[nodiscard]] const ToleranceRule* find_named_tolerance(std::string_view id);

template <>
const Type& type_of<ToleranceBand>();
template <>
const Type& type_of<ToleranceRule>();
template <>
std::span<const std::string_view> words_of<ToleranceTest>();
template <>
std::span<const std::string_view> words_of<OffBy>();

[[nodiscard]] const Register& tolerance_rules_register();

}  // namespace safegov
