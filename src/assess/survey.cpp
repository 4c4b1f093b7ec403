// What the assessments of many partnerships come to.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/survey.hpp>

namespace safegov {
namespace {

/// Rows stand by the last day that was written, but a date may have been moved since.
std::optional<LongestOverdue> longest_overdue_of(const Assessment& assessment) {
  const Obligations& owed = assessment.obligations();
  std::optional<std::size_t> found;
  std::int32_t earliest = 0;
  for (std::size_t row = 0; row < assessment.size(); ++row) {
    if (assessment[row] != State::overdue) continue;
    const std::int32_t last = owed.received()[row] == Obligations::many
                                  ? assessment.in_force(row)->last().days()
                                  : owed.last()[row];
    if (found && last >= earliest) continue;
    found = row;
    earliest = last;
  }
  if (!found) return {};
  return LongestOverdue{.id = owed[*found].id(),
                        .since = *assessment.overdue_since(*found),
                        .days = assessment.days_overdue(*found)};
}

std::size_t errors_in(const Diagnostics& diagnostics) {
  return static_cast<std::size_t>(
      std::ranges::count(diagnostics, Severity::error, &Diagnostic::severity));
}

}  // namespace

SurveyLine survey_line(std::string path, const Assessment& assessment, const Diagnostics& remarks) {
  const Arrangements& arrangements = assessment.obligations().partnership().arrangements();
  return {.path = std::move(path),
          .figures = RollUp{.id = arrangements.id,
                            .name = arrangements.name,
                            .counts = assessment.counts(),
                            .longest_overdue = longest_overdue_of(assessment)},
          .remarks = remarks.size()};
}

SurveyLine survey_line(std::string path, const Diagnostics& reasons) {
  const std::size_t errors = errors_in(reasons);
  return {.path = std::move(path), .errors = errors, .remarks = reasons.size() - errors};
}

std::size_t Survey::sound() const noexcept {
  return static_cast<std::size_t>(std::ranges::count_if(
      lines, [](const SurveyLine& line) { return line.figures.has_value(); }));
}

Counts Survey::totals() const noexcept {
  Counts totals;
  for (const SurveyLine& line : lines)
    if (line.figures) totals += line.figures->counts;
  return totals;
}

const LongestOverdue* Survey::longest_overdue() const noexcept {
  const LongestOverdue* longest = nullptr;
  for (const SurveyLine& line : lines)
    if (line.figures && line.figures->longest_overdue &&
        (longest == nullptr || line.figures->longest_overdue->since < longest->since))
      longest = &*line.figures->longest_overdue;
  return longest;
}

void Survey::sort_by_overdue() {
  const auto before = [](const SurveyLine& a, const SurveyLine& b) {
    if (!a.figures || !b.figures) return a.figures.has_value() && !b.figures.has_value();
    return a.figures->counts[State::overdue] > b.figures->counts[State::overdue];
  };
  std::ranges::stable_sort(lines, before);
}

}  // namespace safegov
