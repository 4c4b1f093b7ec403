// The register of populations: who was asked to return something, and who did.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/meeting.hpp>
#include <safegov/printed.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// One of those who were asked.
struct PopulationMember {
  BodyRef body = {};
  std::string no = {};                ///< what one is called by who is no body: a school's number
  std::optional<When> answered = {};  ///< none if it has not
  std::vector<std::string> filled = {};  ///< which of the headings
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const PopulationMember&, const PopulationMember&) = default;

  [[nodiscard]] const std::string& name() const noexcept { return body ? body.id : no; }
};

/// A sort of those who were asked, counted.
struct PopulationPart {
  BodyRef of = {};
  std::optional<int> asked = {};
  std::optional<int> answered = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const PopulationPart&, const PopulationPart&) = default;
};

/// How many had answered by a day.
struct PopulationCount {
  std::optional<When> date = {};
  std::optional<int> answered = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const PopulationCount&, const PopulationCount&) = default;
};

/// A share of the answers in per cent, as printed.
struct PopulationShare {
  std::string of = {};
  std::optional<Decimal> rate = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const PopulationShare&, const PopulationShare&) = default;
};

/// Who was asked for something, and who returned it.
struct Population {
  static constexpr std::string_view refers_to = "population";

  std::string id = {};
  std::string title = {};
  BodyRef asked_by = {};
  std::string what = {};
  std::string whom = {};  ///< as printed: `education settings`
  Ref<Anything> because = {};
  std::optional<When> period = {};
  std::optional<When> asked_on = {};
  std::string due = {};
  BodyRef to = {};
  std::optional<int> asked = {};
  std::optional<int> answered = {};
  std::string printed = {};  ///< where print says more than the number: `a number of`
  std::optional<Decimal> rate = {};
  std::optional<When> complete = {};  ///< when all had answered, however many that are
  std::vector<PopulationCount> counts = {};
  std::vector<PopulationPart> parts = {};
  std::vector<PopulationMember> members = {};
  std::vector<std::string> headings = {};
  std::vector<PopulationShare> shares = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Population&, const Population&) = default;
};

template <>
const Type& type_of<PopulationMember>();
template <>
const Type& type_of<PopulationPart>();
template <>
const Type& type_of<PopulationCount>();
template <>
const Type& type_of<PopulationShare>();
template <>
const Type& type_of<Population>();

[[nodiscard]] const Register& populations_register();

}  // namespace safegov
