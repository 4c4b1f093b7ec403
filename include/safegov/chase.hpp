// Who is to be asked for what: overdue, due and due soon, by who owes it.
// SPDX-License-Identifier: Apache-2.0
//
//   const Chase lists = chase(assess(owed, Date(2019, 11, 1)));
//   std::cout << render(chase_report(lists), ReportFormat::text);
//   for (const Letter& letter : letters(lists)) ...

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/escalation.hpp>
#include <safegov/network.hpp>
#include <safegov/report.hpp>

namespace safegov {

/// One thing to ask for.
struct ChaseItem {
  std::uint32_t row = 0;                   ///< in the assessment
  std::optional<Route> route = {};         ///< from who receives it to the top, as at the day
  std::vector<EscalationStep> steps = {};  ///< what its being missed led to, if it is not over
};

/// What one body is to be asked for.
struct ChaseList {
  /// Who owes it, or else who leads; who carries their duties if they are gone. None where nobody
  /// is stated.
  BodyId owner = {};
  /// The latest record, by its index, that the body made (`by`), or that closed, extended or partly
  /// met something it owes; nothing if there never was one.
  std::optional<std::uint32_t> last_contact = {};
  std::vector<ChaseItem> items = {};  ///< by last day in force
  Counts counts = {};                 ///< of the items
};

/// Everything that is overdue, due, partly received or due soon, as at the day of an assessment.
struct Chase {
  Assessment assessment;
  Network network;
  std::vector<ChaseList> lists = {};  ///< bodies as written; what nobody is stated for comes last

  /// How many things there are to ask for.
  [[nodiscard]] std::size_t size() const noexcept;
};

/// Throws OutsideCalendar if an escalation's limit needs a year that the partnership's calendar
/// does not cover.
[[nodiscard]] Chase chase(const Assessment& assessment);

/// A section for each body (docs/chase.md).
[[nodiscard]] Report chase_report(const Chase& lists);
/// The same as one table, a row for each obligation, to merge letters from.
[[nodiscard]] Report chase_table(const Chase& lists);

}  // namespace safegov
