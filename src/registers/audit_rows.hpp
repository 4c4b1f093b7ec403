// What the registers of audits and of programmes share: the rows, and what they come to.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/audit.hpp>
#include <safegov/row.hpp>

#include "registers/row_graph.hpp"

namespace safegov::internal {

/// The audits, by what one looks them up by. In the order written.
struct AuditIndex {
  std::vector<const Audit*> audits;
  RowsById by_id;
  std::map<std::string_view, std::vector<std::size_t>> of_programme;
  std::vector<std::optional<std::size_t>> original;  ///< whose re-audit each is
  std::vector<std::vector<std::size_t>> again;       ///< by which each is audited again
  std::vector<std::optional<std::size_t>> closing;   ///< of circles of re-audits

  [[nodiscard]] const Audit* find(std::string_view id) const {
    const auto row = by_id.find(id);
    return row ? audits[*row] : nullptr;
  }
};
AuditIndex index_audits(std::span<const Audit> audits);

/// The days of an outcome: as printed, or the day of the document.
std::optional<DateRange> days_of(const AuditOutcome& outcome);

/// Of what is known: the plans and outcomes by the day of their documents.
struct AuditStory {
  std::vector<const AuditPlan*> plans;
  std::vector<const AuditOutcome*> outcomes;

  [[nodiscard]] bool is_known() const { return !plans.empty() || !outcomes.empty(); }
  /// The earliest that says that it is done; null if none does.
  [[nodiscard]] const AuditOutcome* done() const;
  /// The last that gives a grade; null if none does.
  [[nodiscard]] const AuditOutcome* graded() const;
  /// The last that says why it was not done, or was given up.
  [[nodiscard]] const AuditOutcome* explained() const;
};
AuditStory known_of(const Audit& audit, RowLook& look);

/// The last day by which it was to be done: by the last plan, or else in the year of its programme.
/// Nothing if neither says when.
std::optional<Date> due_of(const Audit& audit, const AuditStory& story, RowLook& look);

/// The last day of the dates of a promise, by its id; nothing if none has a day.
std::optional<Date> last_day_of(std::string_view promise, RowLook& look);

/// `audits`, `audit meetings`
std::string_view noun_of(std::optional<AuditMeasure> what);

void look_at_audit(const Audit& audit, RowLook& look);

}  // namespace safegov::internal
