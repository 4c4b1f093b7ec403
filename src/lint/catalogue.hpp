// The rules of lint: one line each in catalogue.cpp, one file each in rules/, one page in codes/.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <span>

#include "lint/input.hpp"

namespace safegov::internal {

using RuleCheck = void(const LintInput&, RuleFindings&);

struct Rule {
  const codes::Known* code;
  RuleCheck* check;
};

/// In the order of their codes.
[[nodiscard]] std::span<const Rule> lint_catalogue();

namespace rules {
RuleCheck action_in_other_objective;
RuleCheck answers_to_itself;
RuleCheck cadence_and_dates;
RuleCheck circle_of_lines;
RuleCheck due_after_plan;
RuleCheck due_before_body;
RuleCheck due_before_plan;
RuleCheck due_from_gone_body;
RuleCheck focus_group_left_out;
RuleCheck gap_in_horizon;
RuleCheck gone_body_in_text;
RuleCheck green_in_silence;
RuleCheck lead_is_not_reporter;
RuleCheck line_to_nobody;
RuleCheck look_alike_letters;
RuleCheck named_only;
RuleCheck never_due;
RuleCheck no_date;
RuleCheck no_lead;
RuleCheck no_receiver;
RuleCheck no_route;
RuleCheck no_top;
RuleCheck non_working_day;
RuleCheck nothing_promised;
RuleCheck nothing_rated;
RuleCheck nothing_recorded;
RuleCheck numbers_out_of_order;
RuleCheck objective_without_priority;
RuleCheck off_cycle;
RuleCheck one_leads_most;
RuleCheck orphaned_duties;
RuleCheck other_top;
RuleCheck out_of_step;
RuleCheck priority_left_out;
RuleCheck same_name;
RuleCheck self_report;
RuleCheck still_proposed;
RuleCheck whole_partnership;
}  // namespace rules

}  // namespace safegov::internal
