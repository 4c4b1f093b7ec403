// What a risk amounts to as at a date, and what is odd about it.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <vector>

#include <safegov/risk.hpp>
#include <safegov/row.hpp>

namespace safegov::internal {

/// Its assessments by day; of one day as written.
[[nodiscard]] std::vector<const RiskAssessment*> by_day(const Risk& risk);

/// Its event, otherwise its title, cause or consequence: whatever says most of it.
[[nodiscard]] const std::string& words_of_risk(const Risk& risk);

void look_at_risk(const Risk& risk, RowLook& look);

}  // namespace safegov::internal
