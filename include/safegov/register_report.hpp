// What the rows of a register amount to as at a date: what they are owed, measured, and odd in.
// SPDX-License-Identifier: Apache-2.0
//
//   const Assessment state = assess(expand_obligations(partnership), Date(2025, 3, 31));
//   for (const RegisterTable& table : partnership.registers())
//     for (const RegisterRow& row : report_on(state, table).rows) std::cout << row.id << '\n';

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/diagnostic.hpp>
#include <safegov/register.hpp>
#include <safegov/row.hpp>

namespace safegov {

struct RegisterRow {
  std::size_t row = 0;                        ///< in its table
  std::string id = {};                        ///< `decisions/5`
  std::string text = {};                      ///< what it says of itself
  std::vector<std::size_t> obligations = {};  ///< the rows of the obligations that it issued
  Counts counts = {};                         ///< their states
  std::vector<Measure> measures = {};
  std::optional<Date> not_before = {};  ///< nothing is known of it before this day, a later one
};

struct RegisterReport {
  const RegisterTable* table = nullptr;  ///< lives as long as the partnership
  std::vector<RegisterRow> rows = {};    ///< in the order written
  Counts counts = {};
  Diagnostics findings = {};  ///< warnings and notes: sorted by place
};

/// One register as at the date of the assessment.
[[nodiscard]] RegisterReport report_on(const Assessment& assessment, const RegisterTable& table);

/// What is odd in all registers as at a date; sorted by place.
[[nodiscard]] Diagnostics register_findings(const Partnership& partnership, Date as_at,
                                            std::optional<Date> known_at = {});

}  // namespace safegov
