// Many partnerships, a line each: what their assessments come to, alone and together.
// SPDX-License-Identifier: Apache-2.0
//
//   Survey survey{.as_at = Date(2019, 11, 1)};
//   survey.lines.push_back(survey_line("england/leeds", assess(owed, survey.as_at)));
//   survey.totals()[State::overdue];
//
// A line holds no more than is printed, so that the partnership can go as soon as its line is made.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/date.hpp>
#include <safegov/diagnostic.hpp>

namespace safegov {

/// The obligation that has been overdue for longest; of several the first.
struct LongestOverdue {
  std::string id = {};
  Date since;    ///< the first day on which it was overdue
  int days = 0;  ///< how many days it is overdue
  friend bool operator==(const LongestOverdue&, const LongestOverdue&) = default;
};

/// What an assessment comes to.
struct RollUp {
  std::string id = {};  ///< of the partnership
  std::string name = {};
  Counts counts = {};
  std::optional<LongestOverdue> longest_overdue = {};
  friend bool operator==(const RollUp&, const RollUp&) = default;
};

/// One partnership. An unsound one has no figure: only how much is wrong with it.
struct SurveyLine {
  std::string path = {};  ///< where it was read: what its caller calls it
  std::optional<RollUp> figures = {};
  std::size_t errors = 0;   ///< none if there are figures
  std::size_t remarks = 0;  ///< warnings and notes
  friend bool operator==(const SurveyLine&, const SurveyLine&) = default;
};

/// The line of a sound partnership, and of one that is not.
[[nodiscard]] SurveyLine survey_line(std::string path, const Assessment& assessment,
                                     const Diagnostics& remarks = {});
[[nodiscard]] SurveyLine survey_line(std::string path, const Diagnostics& reasons);

/// The lines of one day, in any order that its maker likes.
struct Survey {
  Date as_at;
  AssessOptions options = {};
  std::vector<SurveyLine> lines = {};

  /// How many lines have figures; totals are of these and of no others.
  [[nodiscard]] std::size_t sound() const noexcept;
  [[nodiscard]] std::size_t unsound() const noexcept { return lines.size() - sound(); }
  [[nodiscard]] Counts totals() const noexcept;
  /// Of all lines; null if nothing is overdue.
  [[nodiscard]] const LongestOverdue* longest_overdue() const noexcept;

  /// Most overdue first, then as they stood; those without figures last.
  void sort_by_overdue();
};

}  // namespace safegov
