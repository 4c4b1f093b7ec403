// What the words of one deadline were read as, before they become a Deadline.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <utility>

#include <safegov/deadline.hpp>

#include "base/cadence.hpp"
#include "base/words.hpp"

namespace safegov::internal {

/// Something that recurs: it becomes as many deadlines as there are stretches.
struct Recurring {
  Cadence cadence;
  CadenceStretch stretch = {};
};

struct Reading {
  DeadlineKind kind = DeadlineKind::unresolved;
  Precision precision = Precision::none;
  std::optional<DateRange> range = {};
  std::string condition = {};
  std::optional<DeadlineProblem> problem = {};  ///< its text is filled in with the deadline's words
  std::optional<Recurring> recurring = {};
  bool lacking = false;  ///< it was understood, and the context lacks a date or a calendar
};

inline Reading dated(const DateRange& range, Precision precision) {
  return {.kind = DeadlineKind::dated, .precision = precision, .range = range};
}

inline Reading trouble(DeadlineProblem::Kind kind, std::string message, std::string help) {
  return {.problem = DeadlineProblem{kind, {}, std::move(message), std::move(help)}};
}

inline Reading unresolved(std::string message, std::string help) {
  return trouble(DeadlineProblem::Kind::unresolved, std::move(message), std::move(help));
}

/// Understood, and not told for want of something that the context may give.
inline Reading lacking(std::string message, std::string help) {
  Reading reading = unresolved(std::move(message), std::move(help));
  reading.lacking = true;
  return reading;
}

inline Reading impossible(std::string message, std::string help = "correct the dates") {
  return trouble(DeadlineProblem::Kind::impossible, std::move(message), std::move(help));
}

}  // namespace safegov::internal
