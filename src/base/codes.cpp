// The catalogue of codes, each with its page.
// SPDX-License-Identifier: Apache-2.0

#include "base/codes.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "base/embedded.hpp"
#include "base/text.hpp"

namespace safegov {
namespace {

using namespace internal;

constexpr std::array known{codes::unreadable,
                           codes::no_plans,
                           codes::empty_file,
                           codes::not_text,
                           codes::not_utf8,
                           codes::too_large,
                           codes::too_deep,
                           codes::not_yaml,
                           codes::open_quote,
                           codes::second_document,
                           codes::yaml_reference,
                           codes::duplicate_key,
                           codes::missing_colon,
                           codes::empty_value,
                           codes::unknown_key,
                           codes::missing_key,
                           codes::wrong_shape,
                           codes::bad_value,
                           codes::bad_date,
                           codes::unknown_version,
                           codes::hash_in_text,
                           codes::bad_calendar,
                           codes::too_many,
                           codes::windows_1252,
                           codes::duplicate_id,
                           codes::unknown_reference,
                           codes::unknown_subject,
                           codes::reversed_interval,
                           codes::impossible_deadline,
                           codes::unresolved_deadline,
                           codes::endless_cadence,
                           codes::not_one_partnership,
                           codes::other_partnership,
                           codes::unclear_subject,
                           codes::unknown_calendar,
                           codes::bad_extension,
                           codes::received_twice,
                           codes::early_record,
                           codes::nothing_to_retract,
                           codes::wrong_subject,
                           codes::idle_key,
                           codes::bad_scale,
                           codes::off_scale,
                           codes::bad_rule,
                           codes::unreachable_rule,
                           codes::overlapping_chairs,
                           codes::meeting_outside_life,
                           codes::bad_escalation,
                           codes::no_such_stage,
                           codes::decided_before_meeting,
                           codes::supersedes_later,
                           codes::circle_of_decisions,
                           codes::voted_twice,
                           codes::decided_before_recommended,
                           codes::bad_quorum,
                           codes::impossible_quorum,
                           codes::no_place,
                           codes::bad_confirmation,
                           codes::contradictory_attendance,
                           codes::unknown_item,
                           codes::bad_deferral,
                           codes::not_yet_held,
                           codes::more_answered_than_asked,
                           codes::counted_twice,
                           codes::answered_before_asked,
                           codes::impossible_attendance,
                           codes::circle_of_rows,
                           codes::expires_before_force,
                           codes::section_twice,
                           codes::two_outcomes,
                           codes::carried_in_circle,
                           codes::outcome_before_promise,
                           codes::carried_nowhere,
                           codes::cadence_and_due,
                           codes::unclear_when,
                           codes::follow_up_before_visit,
                           codes::no_date,
                           codes::never_due,
                           codes::due_before_plan,
                           codes::due_after_plan,
                           codes::due_before_body,
                           codes::due_from_gone_body,
                           codes::off_cycle,
                           codes::non_working_day,
                           codes::out_of_step,
                           codes::cadence_and_dates,
                           codes::gap_in_horizon,
                           codes::still_proposed,
                           codes::nothing_recorded,
                           codes::named_only,
                           codes::no_lead,
                           codes::lead_is_not_reporter,
                           codes::self_report,
                           codes::whole_partnership,
                           codes::no_receiver,
                           codes::objective_without_priority,
                           codes::priority_left_out,
                           codes::focus_group_left_out,
                           codes::nothing_promised,
                           codes::numbers_out_of_order,
                           codes::action_in_other_objective,
                           codes::one_leads_most,
                           codes::same_name,
                           codes::no_top,
                           codes::other_top,
                           codes::no_route,
                           codes::circle_of_lines,
                           codes::answers_to_itself,
                           codes::line_to_nobody,
                           codes::orphaned_duties,
                           codes::idle_allowance,
                           codes::decided_at_weekend,
                           codes::decided_by_absent_body,
                           codes::decided_without_mandate,
                           codes::decided_inquorate,
                           codes::partner_did_not_vote,
                           codes::voted_without_vote,
                           codes::log_out_of_order,
                           codes::completed_but_owed,
                           codes::undated_decision,
                           codes::other_chair,
                           codes::partner_missed,
                           codes::inquorate_resolution,
                           codes::other_quorum,
                           codes::never_confirmed,
                           codes::deferred_to_nowhere,
                           codes::put_off_again,
                           codes::loose_action,
                           codes::unclaimed_meeting,
                           codes::not_in_the_table,
                           codes::meets_less_often,
                           codes::numbers_jump,
                           codes::stayed_with_interest,
                           codes::not_on_forward_plan,
                           codes::item_without_promise,
                           codes::planned_too_late,
                           codes::meeting_without_day,
                           codes::planned_for_another,
                           codes::expired_document,
                           codes::draft_in_use,
                           codes::status_goes_back,
                           codes::history_out_of_order,
                           codes::section_missing,
                           codes::prompt_left,
                           codes::overlapping_periods,
                           codes::total_differs,
                           codes::impossible_average,
                           codes::long_gap,
                           codes::rate_differs,
                           codes::impossible_share,
                           codes::heading_left_out,
                           codes::vanished,
                           codes::contradicted,
                           codes::carried_verbatim,
                           codes::weakened,
                           codes::promised_again,
                           codes::dropped_undecided,
                           codes::no_evidence,
                           codes::not_independent,
                           codes::no_follow_up,
                           codes::vacant_post};

std::vector<Code> with_pages() {
  std::vector<Code> all;
  for (const codes::Known& code : known) {
    const auto pages = code_pages();
    const auto page =
        std::ranges::find_if(pages, [&](const Embedded& p) { return p.stem.starts_with(code.id); });
    all.push_back(
        {code.id, code.name, code.severity, page == pages.end() ? std::string_view() : page->text});
  }
  return all;
}

}  // namespace

std::span<const Code> all_codes() {
  static const std::vector<Code> all = with_pages();
  return all;
}

const Code* find_code(std::string_view id_or_name) {
  const std::string wanted = as_word(id_or_name);
  for (const Code& code : all_codes())
    if (lower(code.id) == wanted || code.name == wanted) return &code;
  return nullptr;
}

}  // namespace safegov
