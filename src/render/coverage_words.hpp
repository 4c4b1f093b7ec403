// The words in which coverage is told, whatever the form.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/coverage.hpp>

namespace safegov::internal {

std::string_view spoken(Reach reach);
std::string_view spoken(Hearing hearing);
/// With the word for what is listed behind it.
std::string_view spoken(GapKind kind);

std::string listed(const std::vector<std::string>& ids, std::string_view between);
std::string gap_ids(const CoverageGap& gap);

/// What every form says of the same rows, by the names that print has for them.
class CoverageNames {
 public:
  explicit CoverageNames(const Coverage& coverage)
      : coverage_(coverage), partnership_(coverage.partnership()) {}

  [[nodiscard]] const Plan& plan(PlanId id) const { return partnership_[id]; }
  [[nodiscard]] std::string priority(const PriorityCoverage& row) const;
  [[nodiscard]] std::vector<std::string> objectives(const std::vector<ObjectiveId>& ids) const;
  [[nodiscard]] std::vector<std::string> priorities(const ObjectiveCoverage& row) const;
  [[nodiscard]] std::vector<std::string> groups(const ObjectiveCoverage& row) const;
  [[nodiscard]] std::vector<std::string> bodies(const std::vector<BodyId>& ids) const;
  /// Why a priority reached the top, or did not.
  [[nodiscard]] std::string reason(const PriorityCoverage& row) const;
  /// `what reached Executive Board in the 365 days from 2 November 2018`
  [[nodiscard]] std::string looked_at() const;

 private:
  [[nodiscard]] std::string claim(const Claim& claim) const;
  [[nodiscard]] std::string heard(const Claim& claim) const;

  const Coverage& coverage_;
  const Partnership& partnership_;
};

}  // namespace safegov::internal
