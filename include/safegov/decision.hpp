// The register of decisions: who decided what on which day, and what follows from it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/body.hpp>
#include <safegov/date.hpp>
#include <safegov/meeting.hpp>
#include <safegov/plan.hpp>
#include <safegov/register.hpp>

namespace safegov {

/// A recommendation is none of the decisions until somebody decides on it.
enum class DecisionKind : std::uint8_t { decision, recommendation };

/// How the parties voted.
struct Votes {
  std::vector<BodyRef> in_favour = {};
  std::vector<BodyRef> against = {};
  std::vector<BodyRef> abstained = {};
  Origin origin = {};
  friend bool operator==(const Votes&, const Votes&) = default;
};

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

/// One decision of a log, as printed, or one recommendation.
struct Decision {
  static constexpr std::string_view refers_to = "decision";

  std::string id = {};
  std::string no = {};  ///< as printed
  std::string text = {};
  DecisionKind kind = DecisionKind::decision;
  std::optional<Date> date = {};      ///< none: not decided yet, or not printed
  std::optional<Date> recorded = {};  ///< when it was written down; the same day unless given
  BodyRef by = {};                    ///< who decided, or is asked to
  Ref<Anything> at = {};              ///< the meeting, the row of its minutes, or the body that met
  BodyRef recommended_by = {};
  std::optional<Date> recommended = {};
  std::string mandate = {};  ///< the words relied on
  std::optional<Votes> votes = {};
  std::string cost = {};               ///< as printed
  std::string status = {};             ///< as printed: `Completed`
  std::optional<Date> status_on = {};  ///< the day of which that is true
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
const Type& type_of<Votes>();
template <>
const Type& type_of<DecisionPart>();
template <>
const Type& type_of<Decision>();
template <>
std::span<const std::string_view> words_of<DecisionKind>();

[[nodiscard]] const Register& decisions_register();

}  // namespace safegov
