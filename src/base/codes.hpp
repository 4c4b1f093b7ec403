// Every code, by name: what the layers put into their diagnostics.
// SPDX-License-Identifier: Apache-2.0
//
// A code lives in two files: its line here and its page, src/<layer>/codes/SG012-duplicate-key.md.
// Codes are never reused or renumbered. SG0xx: the shape of what is read; SG1xx: what it means
// taken together; SG2xx and SG3xx: what lint says of plans and structures; SG4xx: what is odd in
// registers.

#pragma once

#include <string>

#include <safegov/diagnostic.hpp>

namespace safegov::internal::codes {

struct Known {
  std::string_view id;
  std::string_view name;
  Severity severity = Severity::error;
};

inline constexpr Known unreadable{"SG001", "unreadable"};
inline constexpr Known no_plans{"SG002", "no-plans"};
inline constexpr Known empty_file{"SG003", "empty-file"};
inline constexpr Known not_text{"SG004", "not-text"};
inline constexpr Known not_utf8{"SG005", "not-utf-8"};
inline constexpr Known too_large{"SG006", "too-large"};
inline constexpr Known too_deep{"SG007", "too-deep"};
inline constexpr Known not_yaml{"SG008", "not-yaml"};
inline constexpr Known open_quote{"SG009", "open-quote"};
inline constexpr Known second_document{"SG010", "second-document"};
inline constexpr Known yaml_reference{"SG011", "yaml-reference"};
inline constexpr Known duplicate_key{"SG012", "duplicate-key"};
inline constexpr Known missing_colon{"SG013", "missing-colon"};
inline constexpr Known empty_value{"SG014", "empty-value"};
inline constexpr Known unknown_key{"SG015", "unknown-key"};
inline constexpr Known missing_key{"SG016", "missing-key"};
inline constexpr Known wrong_shape{"SG017", "wrong-shape"};
inline constexpr Known bad_value{"SG018", "bad-value"};
inline constexpr Known bad_date{"SG019", "bad-date"};
inline constexpr Known unknown_version{"SG020", "unknown-version"};
inline constexpr Known hash_in_text{"SG021", "hash-in-text", Severity::warning};
inline constexpr Known bad_calendar{"SG022", "bad-calendar"};
inline constexpr Known too_many{"SG023", "too-many-problems"};
inline constexpr Known windows_1252{"SG024", "windows-1252", Severity::note};

inline constexpr Known duplicate_id{"SG101", "duplicate-id"};
inline constexpr Known unknown_reference{"SG102", "unknown-reference"};
inline constexpr Known unknown_subject{"SG103", "unknown-subject"};
inline constexpr Known reversed_interval{"SG104", "reversed-interval"};
inline constexpr Known impossible_deadline{"SG105", "impossible-deadline"};
inline constexpr Known unresolved_deadline{"SG106", "unresolved-deadline", Severity::warning};
inline constexpr Known endless_cadence{"SG107", "endless-cadence"};
inline constexpr Known not_one_partnership{"SG108", "not-one-partnership"};
inline constexpr Known other_partnership{"SG109", "other-partnership"};
inline constexpr Known unclear_subject{"SG110", "unclear-subject"};
inline constexpr Known unknown_calendar{"SG111", "unknown-calendar"};
inline constexpr Known bad_extension{"SG112", "bad-extension"};
inline constexpr Known received_twice{"SG113", "received-twice", Severity::warning};
inline constexpr Known early_record{"SG114", "early-record", Severity::warning};
inline constexpr Known nothing_to_retract{"SG115", "nothing-to-retract"};
inline constexpr Known wrong_subject{"SG116", "wrong-subject"};
inline constexpr Known idle_key{"SG117", "idle-key", Severity::warning};
inline constexpr Known not_publishable{"SG118", "not-publishable"};
inline constexpr Known bad_scale{"SG120", "bad-scale"};
inline constexpr Known off_scale{"SG121", "off-scale"};
inline constexpr Known bad_rule{"SG122", "bad-rule"};
inline constexpr Known unreachable_rule{"SG123", "unreachable-rule", Severity::warning};
inline constexpr Known overlapping_chairs{"SG130", "overlapping-chairs"};
inline constexpr Known meeting_outside_life{"SG131", "meeting-outside-life"};
inline constexpr Known bad_escalation{"SG132", "bad-escalation"};
inline constexpr Known no_such_stage{"SG133", "no-such-stage"};

// What cannot be in a register.
inline constexpr Known decided_before_meeting{"SG140", "decided-before-meeting"};
inline constexpr Known supersedes_later{"SG141", "supersedes-later"};
inline constexpr Known circle_of_decisions{"SG142", "circle-of-decisions"};
inline constexpr Known voted_twice{"SG143", "voted-twice"};
inline constexpr Known decided_before_recommended{"SG144", "decided-before-recommended"};
inline constexpr Known bad_quorum{"SG145", "bad-quorum"};
inline constexpr Known impossible_quorum{"SG146", "impossible-quorum"};
inline constexpr Known no_place{"SG147", "no-place"};
inline constexpr Known bad_confirmation{"SG148", "bad-confirmation"};
inline constexpr Known contradictory_attendance{"SG149", "contradictory-attendance"};
inline constexpr Known unknown_item{"SG150", "unknown-item"};
inline constexpr Known bad_deferral{"SG151", "bad-deferral"};
inline constexpr Known not_yet_held{"SG152", "not-yet-held"};
inline constexpr Known more_answered_than_asked{"SG160", "more-answered-than-asked"};
inline constexpr Known counted_twice{"SG161", "counted-twice"};
inline constexpr Known answered_before_asked{"SG162", "answered-before-asked"};
inline constexpr Known impossible_attendance{"SG163", "impossible-attendance"};
inline constexpr Known circle_of_rows{"SG164", "circle-of-rows"};
inline constexpr Known expires_before_force{"SG165", "expires-before-force"};
inline constexpr Known section_twice{"SG166", "section-twice"};
inline constexpr Known two_outcomes{"SG170", "two-outcomes"};
inline constexpr Known carried_in_circle{"SG171", "carried-in-circle"};
inline constexpr Known outcome_before_promise{"SG172", "outcome-before-promise"};
inline constexpr Known carried_nowhere{"SG173", "carried-nowhere"};
inline constexpr Known cadence_and_due{"SG174", "cadence-and-due"};
inline constexpr Known unclear_when{"SG175", "unclear-when"};
inline constexpr Known follow_up_before_visit{"SG176", "follow-up-before-visit"};
inline constexpr Known bad_clock{"SG180", "bad-clock"};
inline constexpr Known clock_versions{"SG181", "clock-versions"};
inline constexpr Known clock_outside_calendar{"SG182", "clock-outside-calendar"};
inline constexpr Known clock_not_started{"SG183", "clock-not-started"};
inline constexpr Known clock_not_in_force{"SG184", "clock-not-in-force"};
inline constexpr Known steps_out_of_order{"SG185", "steps-out-of-order"};
inline constexpr Known review_or_count{"SG186", "review-or-count"};
inline constexpr Known left_out{"SG187", "left-out"};
inline constexpr Known follows_no_rapid_review{"SG188", "follows-no-rapid-review"};
inline constexpr Known grade_of_no_scale{"SG189", "grade-of-no-scale"};
inline constexpr Known found_by_nobody{"SG190", "found-by-nobody"};
inline constexpr Known re_audit_before_audit{"SG191", "re-audit-before-audit"};
inline constexpr Known days_of_persons{"SG192", "days-of-persons"};
inline constexpr Known impossible_trigger{"SG193", "impossible-trigger"};
inline constexpr Known numerator_above{"SG194", "numerator-above-denominator"};
inline constexpr Known share_over_100{"SG195", "share-over-100"};
inline constexpr Known periods_overlap{"SG196", "periods-overlap"};
inline constexpr Known value_twice{"SG197", "value-twice"};
inline constexpr Known rank_beyond{"SG198", "rank-beyond-last"};
inline constexpr Known unknown_tolerance{"SG199", "unknown-tolerance-rule"};
inline constexpr Known not_money{"SG200", "not-money"};
inline constexpr Known more_than_all{"SG201", "more-than-all"};
inline constexpr Known heading_twice{"SG202", "heading-twice"};
inline constexpr Known unknown_heading{"SG203", "unknown-heading"};
inline constexpr Known negative_contribution{"SG204", "negative-contribution"};
inline constexpr Known later_account{"SG205", "later-account"};
inline constexpr Known off_the_matrix{"SG206", "off-the-matrix"};
inline constexpr Known impossible_score{"SG207", "impossible-score"};
inline constexpr Known bad_matrix{"SG208", "bad-matrix"};
inline constexpr Known bad_assessment{"SG209", "bad-assessment"};

// What lint says of plans and structures.
inline constexpr Known no_date{"SG210", "no-date", Severity::warning};
inline constexpr Known never_due{"SG211", "never-due", Severity::warning};
inline constexpr Known due_before_plan{"SG212", "due-before-plan", Severity::warning};
inline constexpr Known due_after_plan{"SG213", "due-after-plan", Severity::warning};
inline constexpr Known due_before_body{"SG214", "due-before-body", Severity::warning};
inline constexpr Known due_from_gone_body{"SG215", "due-from-gone-body", Severity::warning};
inline constexpr Known off_cycle{"SG216", "off-cycle", Severity::warning};
inline constexpr Known non_working_day{"SG217", "non-working-day", Severity::note};
inline constexpr Known out_of_step{"SG218", "out-of-step", Severity::warning};
inline constexpr Known cadence_and_dates{"SG219", "cadence-and-dates", Severity::warning};
inline constexpr Known gap_in_horizon{"SG220", "gap-in-horizon", Severity::warning};
inline constexpr Known still_proposed{"SG221", "still-proposed", Severity::warning};
inline constexpr Known nothing_recorded{"SG222", "nothing-recorded", Severity::warning};
inline constexpr Known nothing_rated{"SG223", "nothing-rated", Severity::warning};
inline constexpr Known green_in_silence{"SG224", "green-in-silence", Severity::warning};
inline constexpr Known named_only{"SG300", "named-only", Severity::warning};
inline constexpr Known no_lead{"SG301", "no-lead", Severity::warning};
inline constexpr Known lead_is_not_reporter{"SG302", "lead-is-not-reporter", Severity::note};
inline constexpr Known self_report{"SG303", "self-report", Severity::warning};
inline constexpr Known whole_partnership{"SG304", "whole-partnership", Severity::warning};
inline constexpr Known no_receiver{"SG305", "no-receiver", Severity::note};
inline constexpr Known objective_without_priority{"SG306", "objective-without-priority",
                                                  Severity::warning};
inline constexpr Known priority_left_out{"SG307", "priority-left-out", Severity::warning};
inline constexpr Known focus_group_left_out{"SG308", "focus-group-left-out", Severity::warning};
inline constexpr Known nothing_promised{"SG309", "nothing-promised", Severity::warning};
inline constexpr Known numbers_out_of_order{"SG310", "numbers-out-of-order", Severity::note};
inline constexpr Known action_in_other_objective{"SG311", "action-in-other-objective",
                                                 Severity::note};
inline constexpr Known one_leads_most{"SG312", "one-leads-most", Severity::note};
inline constexpr Known same_name{"SG313", "same-name", Severity::warning};
inline constexpr Known gone_body_in_text{"SG314", "gone-body-in-text", Severity::warning};
inline constexpr Known look_alike_letters{"SG315", "look-alike-letters", Severity::warning};
inline constexpr Known no_top{"SG320", "no-top", Severity::warning};
inline constexpr Known other_top{"SG321", "other-top", Severity::warning};
inline constexpr Known no_route{"SG322", "no-route", Severity::warning};
inline constexpr Known circle_of_lines{"SG323", "circle-of-lines", Severity::warning};
inline constexpr Known answers_to_itself{"SG324", "answers-to-itself", Severity::warning};
inline constexpr Known line_to_nobody{"SG325", "line-to-nobody", Severity::warning};
inline constexpr Known orphaned_duties{"SG326", "orphaned-duties", Severity::warning};
inline constexpr Known idle_allowance{"SG390", "idle-allowance", Severity::warning};

// What is odd in a register, as at a date.
inline constexpr Known decided_at_weekend{"SG401", "decided-at-weekend", Severity::warning};
inline constexpr Known decided_by_absent_body{"SG402", "decided-by-absent-body", Severity::warning};
inline constexpr Known decided_without_mandate{"SG403", "decided-without-mandate",
                                               Severity::warning};
inline constexpr Known decided_inquorate{"SG404", "decided-inquorate", Severity::warning};
inline constexpr Known partner_did_not_vote{"SG405", "partner-did-not-vote", Severity::warning};
inline constexpr Known voted_without_vote{"SG406", "voted-without-vote", Severity::warning};
inline constexpr Known log_out_of_order{"SG407", "log-out-of-order", Severity::note};
inline constexpr Known completed_but_owed{"SG408", "completed-but-owed", Severity::warning};
inline constexpr Known undated_decision{"SG409", "undated-decision", Severity::note};
inline constexpr Known other_chair{"SG410", "other-chair", Severity::warning};
inline constexpr Known partner_missed{"SG411", "partner-missed", Severity::warning};
inline constexpr Known inquorate_resolution{"SG412", "inquorate-resolution", Severity::warning};
inline constexpr Known other_quorum{"SG413", "other-quorum", Severity::warning};
inline constexpr Known never_confirmed{"SG414", "never-confirmed", Severity::warning};
inline constexpr Known deferred_to_nowhere{"SG415", "deferred-to-nowhere", Severity::warning};
inline constexpr Known put_off_again{"SG416", "put-off-again", Severity::warning};
inline constexpr Known loose_action{"SG417", "loose-action", Severity::warning};
inline constexpr Known unclaimed_meeting{"SG418", "unclaimed-meeting", Severity::warning};
inline constexpr Known not_in_the_table{"SG419", "not-in-the-table", Severity::note};
inline constexpr Known meets_less_often{"SG420", "meets-less-often", Severity::warning};
inline constexpr Known numbers_jump{"SG421", "numbers-jump", Severity::note};
inline constexpr Known stayed_with_interest{"SG422", "stayed-with-interest", Severity::note};
inline constexpr Known not_on_forward_plan{"SG430", "not-on-forward-plan", Severity::warning};
inline constexpr Known item_without_promise{"SG431", "item-without-promise", Severity::note};
inline constexpr Known planned_too_late{"SG432", "planned-too-late", Severity::warning};
inline constexpr Known meeting_without_day{"SG433", "meeting-without-day", Severity::note};
inline constexpr Known planned_for_another{"SG434", "planned-for-another", Severity::warning};
inline constexpr Known expired_document{"SG440", "expired-document", Severity::warning};
inline constexpr Known draft_in_use{"SG441", "draft-in-use", Severity::warning};
inline constexpr Known status_goes_back{"SG442", "status-goes-back", Severity::warning};
inline constexpr Known history_out_of_order{"SG443", "history-out-of-order", Severity::warning};
inline constexpr Known section_missing{"SG444", "section-missing", Severity::warning};
inline constexpr Known prompt_left{"SG445", "prompt-left", Severity::warning};
inline constexpr Known overlapping_periods{"SG446", "overlapping-periods", Severity::note};
inline constexpr Known late_approval{"SG447", "late-approval", Severity::note};
inline constexpr Known total_differs{"SG450", "total-differs", Severity::warning};
inline constexpr Known impossible_average{"SG451", "impossible-average", Severity::warning};
inline constexpr Known long_gap{"SG452", "long-gap", Severity::note};
inline constexpr Known rate_differs{"SG453", "rate-differs", Severity::warning};
inline constexpr Known impossible_share{"SG454", "impossible-share", Severity::warning};
inline constexpr Known heading_left_out{"SG455", "heading-left-out", Severity::warning};
inline constexpr Known held_at_weekend{"SG456", "held-at-weekend", Severity::note};
inline constexpr Known vanished{"SG460", "vanished", Severity::warning};
inline constexpr Known contradicted{"SG461", "contradicted", Severity::warning};
inline constexpr Known carried_verbatim{"SG462", "carried-verbatim", Severity::warning};
inline constexpr Known weakened{"SG463", "weakened", Severity::warning};
inline constexpr Known promised_again{"SG464", "promised-again", Severity::warning};
inline constexpr Known dropped_undecided{"SG465", "dropped-undecided", Severity::warning};
inline constexpr Known no_evidence{"SG466", "no-evidence", Severity::warning};
inline constexpr Known not_independent{"SG467", "not-independent", Severity::warning};
inline constexpr Known no_follow_up{"SG470", "no-follow-up", Severity::warning};
inline constexpr Known no_status{"SG471", "no-status", Severity::note};
inline constexpr Known vacant_post{"SG480", "vacant-post", Severity::warning};
inline constexpr Known other_reading_missed{"SG481", "other-reading-missed", Severity::warning};
inline constexpr Known done_before_start{"SG482", "done-before-start", Severity::warning};
inline constexpr Known no_day_by_clock{"SG483", "no-day-by-clock", Severity::note};
inline constexpr Known provisional_day{"SG484", "provisional-day", Severity::note};
inline constexpr Known own_clock_differs{"SG485", "own-clock-differs", Severity::note};
inline constexpr Known claim_not_met{"SG490", "claim-not-met", Severity::warning};
inline constexpr Known unverifiable_claim{"SG491", "unverifiable-claim", Severity::warning};
inline constexpr Known counts_differ{"SG492", "counts-differ", Severity::warning};
inline constexpr Known other_regime{"SG493", "other-regime", Severity::warning};
inline constexpr Known no_review_followed{"SG494", "no-review-followed", Severity::warning};
inline constexpr Known unexplained_audit{"SG500", "unexplained-audit", Severity::warning};
inline constexpr Known unplanned_audit{"SG501", "unplanned-audit", Severity::note};
inline constexpr Known graded_worse{"SG502", "graded-worse", Severity::warning};
inline constexpr Known weakened_audit{"SG503", "weakened-audit", Severity::warning};
inline constexpr Known re_audit_unseen{"SG504", "re-audit-unseen", Severity::warning};
inline constexpr Known fewer_audits{"SG505", "fewer-audits", Severity::warning};
inline constexpr Known other_number_of_audits{"SG506", "other-number-of-audits", Severity::warning};
inline constexpr Known found_and_left{"SG507", "found-and-left", Severity::note};
inline constexpr Known no_time_limit{"SG508", "no-time-limit", Severity::note};
inline constexpr Known never_told_of{"SG509", "never-told-of", Severity::note};
inline constexpr Known term_not_explained{"SG510", "term-not-explained", Severity::warning};
inline constexpr Known term_not_used{"SG511", "term-not-used", Severity::note};
inline constexpr Known two_expansions{"SG512", "two-expansions", Severity::warning};
inline constexpr Known two_terms{"SG513", "two-terms", Severity::note};
inline constexpr Known spelt_otherwise{"SG514", "spelt-otherwise", Severity::note};
inline constexpr Known term_explained_late{"SG515", "term-explained-late", Severity::note};
inline constexpr Known marker_without_target{"SG516", "marker-without-target", Severity::warning};
inline constexpr Known target_without_marker{"SG517", "target-without-marker", Severity::warning};
inline constexpr Known markers_out_of_order{"SG518", "markers-out-of-order", Severity::note};
inline constexpr Known replaced_work_cited{"SG519", "replaced-work-cited", Severity::warning};
inline constexpr Known indicator_differs{"SG520", "indicator-differs", Severity::warning};
inline constexpr Known impossible_value{"SG521", "impossible-value", Severity::warning};
inline constexpr Known population_undated{"SG522", "population-undated", Severity::note};
inline constexpr Known populations_differ{"SG523", "populations-differ", Severity::warning};
inline constexpr Known change_differs{"SG524", "change-differs", Severity::warning};
inline constexpr Known gap_differs{"SG525", "gap-differs", Severity::warning};
inline constexpr Known unlike_compared{"SG526", "unlike-compared", Severity::warning};
inline constexpr Known definition_changed{"SG527", "definition-changed", Severity::warning};
inline constexpr Known target_lowered{"SG528", "target-lowered", Severity::warning};
inline constexpr Known claim_differs{"SG529", "claim-differs", Severity::warning};
inline constexpr Known points_not_per_cent{"SG530", "points-not-per-cent", Severity::note};
inline constexpr Known rated_otherwise{"SG531", "rated-otherwise", Severity::warning};
inline constexpr Known ranks_differ{"SG532", "ranks-differ", Severity::warning};
inline constexpr Known periods_jump{"SG533", "periods-jump", Severity::note};
inline constexpr Known parts_differ{"SG534", "parts-differ", Severity::warning};
inline constexpr Known printed_otherwise{"SG535", "printed-otherwise", Severity::warning};
inline constexpr Known period_to_come{"SG536", "period-to-come", Severity::warning};
inline constexpr Known stale_indicator{"SG537", "stale-indicator", Severity::note};
inline constexpr Known figure_differs{"SG540", "figure-differs", Severity::warning};
inline constexpr Known shares_differ{"SG541", "shares-differ", Severity::warning};
inline constexpr Known balance_differs{"SG542", "balance-differs", Severity::warning};
inline constexpr Known residual_above_inherent{"SG543", "residual-above-inherent",
                                               Severity::warning};
inline constexpr Known target_above_residual{"SG544", "target-above-residual", Severity::warning};
inline constexpr Known above_appetite{"SG545", "above-appetite", Severity::warning};
inline constexpr Known no_owner{"SG546", "no-owner", Severity::warning};
inline constexpr Known movement_differs{"SG547", "movement-differs", Severity::warning};
inline constexpr Known not_at_target{"SG548", "not-at-target", Severity::warning};
inline constexpr Known scores_differ{"SG549", "scores-differ", Severity::warning};
inline constexpr Known same_event{"SG550", "same-event", Severity::note};
inline constexpr Known band_differs{"SG551", "band-differs", Severity::warning};
inline constexpr Known facts_conflict{"SG560", "facts-conflict", Severity::warning};
inline constexpr Known called_otherwise{"SG561", "called-otherwise", Severity::note};
inline constexpr Known not_there_then{"SG562", "not-there-then", Severity::warning};
inline constexpr Known not_stated{"SG563", "not-stated", Severity::warning};
inline constexpr Known of_another_time{"SG564", "of-another-time", Severity::note};
inline constexpr Known claim_without_evidence{"SG565", "claim-without-evidence", Severity::note};
inline constexpr Known claim_contradicted{"SG566", "claim-contradicted", Severity::warning};
inline constexpr Known text_carried_forward{"SG567", "text-carried-forward", Severity::warning};

/// What to do about a name that no rule has: the one it is a slip for, if it is.
std::string help_for_rule(std::string_view name);

/// A diagnostic of this code, of its usual severity.
inline Diagnostic diagnose(const Known& code, std::string message, Span where = {},
                           std::string help = {}) {
  Diagnostic d;
  d.code = code.id;
  d.severity = code.severity;
  d.message = std::move(message);
  d.where = std::move(where);
  d.help = std::move(help);
  return d;
}

}  // namespace safegov::internal::codes
