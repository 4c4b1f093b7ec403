// The rules of lint, in the order of their codes.
// SPDX-License-Identifier: Apache-2.0

#include "lint/catalogue.hpp"

namespace safegov::internal {

std::span<const Rule> lint_catalogue() {
  static constexpr Rule all[] = {
      {&codes::no_date, rules::no_date},
      {&codes::never_due, rules::never_due},
      {&codes::due_before_plan, rules::due_before_plan},
      {&codes::due_after_plan, rules::due_after_plan},
      {&codes::due_before_body, rules::due_before_body},
      {&codes::due_from_gone_body, rules::due_from_gone_body},
      {&codes::off_cycle, rules::off_cycle},
      {&codes::non_working_day, rules::non_working_day},
      {&codes::out_of_step, rules::out_of_step},
      {&codes::cadence_and_dates, rules::cadence_and_dates},
      {&codes::gap_in_horizon, rules::gap_in_horizon},
      {&codes::still_proposed, rules::still_proposed},
      {&codes::nothing_recorded, rules::nothing_recorded},
      {&codes::nothing_rated, rules::nothing_rated},
      {&codes::green_in_silence, rules::green_in_silence},
      {&codes::named_only, rules::named_only},
      {&codes::no_lead, rules::no_lead},
      {&codes::lead_is_not_reporter, rules::lead_is_not_reporter},
      {&codes::self_report, rules::self_report},
      {&codes::whole_partnership, rules::whole_partnership},
      {&codes::no_receiver, rules::no_receiver},
      {&codes::objective_without_priority, rules::objective_without_priority},
      {&codes::priority_left_out, rules::priority_left_out},
      {&codes::focus_group_left_out, rules::focus_group_left_out},
      {&codes::nothing_promised, rules::nothing_promised},
      {&codes::numbers_out_of_order, rules::numbers_out_of_order},
      {&codes::action_in_other_objective, rules::action_in_other_objective},
      {&codes::one_leads_most, rules::one_leads_most},
      {&codes::same_name, rules::same_name},
      {&codes::gone_body_in_text, rules::gone_body_in_text},
      {&codes::look_alike_letters, rules::look_alike_letters},
      {&codes::no_top, rules::no_top},
      {&codes::other_top, rules::other_top},
      {&codes::no_route, rules::no_route},
      {&codes::circle_of_lines, rules::circle_of_lines},
      {&codes::answers_to_itself, rules::answers_to_itself},
      {&codes::line_to_nobody, rules::line_to_nobody},
      {&codes::orphaned_duties, rules::orphaned_duties},
  };
  return all;
}

}  // namespace safegov::internal
