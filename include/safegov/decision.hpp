// The register of decisions: who decided what on which day, and what follows from it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/plan.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// A lettered part of a decision: `6a`.
struct DecisionPart {
  std::string no = {};
  std::string text = {};
  std::string status = {};  ///< as printed
  std::string reference = {};
  std::vector<Promise> follow_up = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const DecisionPart&, const DecisionPart&) = default;
};

/// One decision of a log, as printed.
struct Decision {
  static constexpr std::string_view refers_to = "decision";

  std::string id = {};
  std::string no = {};  ///< as printed
  std::string text = {};
  std::optional<Date> date = {};
  BodyRef by = {};
  std::string status = {};  ///< as printed: `Completed`
  std::string reference = {};
  std::vector<Ref<Decision>> supersedes = {};
  std::vector<DecisionPart> parts = {};
  std::vector<Promise> follow_up = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Decision&, const Decision&) = default;
};

template <>
const Type& type_of<DecisionPart>();
template <>
const Type& type_of<Decision>();

[[nodiscard]] const Register& decisions_register();

}  // namespace safegov
