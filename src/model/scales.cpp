// The scales that come with the library, and its own rules: data, and where each is from.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/rating_rules.hpp>
#include <safegov/scale.hpp>

namespace safegov {

std::span<const Scale> named_scales() {
  static const std::vector<Scale> scales{
      {.id = "rag-progress",
       .name = "RAG of progress",
       .bands = {{"green", "G", "on track", "green"},
                 {"amber", "A", "some slippage, or at risk of it", "amber"},
                 {"red", "R", "off track", "red"}},
       .unrecorded = "amber",
       .caution = "Green means on track, NOT finished: a plan that is all green may have "
                  "everything still to do.",
       .certainty = Certainty::stated,
       .source = "democracy.thurrock.gov.uk/mgAi.aspx?ID=1561 (of green; the others by custom)"},
      {.id = "rag-risk-to-delivery",
       .name = "RAG of risk to delivery",
       .bands = {{"green", "G", "no issues or risks", "green"},
                 {"amber", "A", "issues or risks identified", "amber"},
                 {"red", "R", "significant issues or risks", "red"}},
       .unrecorded = "amber",
       .caution = "It rates the risk to delivery, not what has been delivered.",
       .certainty = Certainty::stated,
       .source = "rbkc.gov.uk, tracking and monitoring progress"},
      {.id = "rag-performance",
       .name = "RAG of performance",
       .bands = {{"green", "G", "on target, or within what is tolerated", "green"},
                 {"amber", "A", "off target, within what is tolerated", "amber"},
                 {"red", "R", "off target, beyond what is tolerated", "red"}},
       .unrecorded = "red",
       .caution = "It rates a value against its target by the rule that is named, not how well the "
                  "service does: a low target is green, too.",
       .certainty = Certainty::customary,
       .source = "performance reports of English councils"},
      {.id = "status-by-rag",
       .name = "Status, and RAG of what is in progress",
       .bands = {{"complete", "C", "complete", "blue"},
                 {"green", "G", "in progress, as planned", "green"},
                 {"amber", "A", "in progress, with some slippage", "amber"},
                 {"red", "R", "in progress, off track", "red"}},
       .apart = {{"not-started", "N", "not started", "grey"}},
       .unrecorded = "amber",
       .caution = "Only what is in progress has a colour: shares of green, amber and red leave "
                  "out what is complete or not started.",
       .certainty = Certainty::stated,
       .source = "bracknell-forest.gov.uk, council plan overview report"},
      {.id = "four-point",
       .name = "Four points, 1 to 4",
       .bands = {{"achieved", "1", "achieved in full"},
                 {"on-track", "2", "on track, but not yet due"},
                 {"slipped", "3", "slipped: a new date and a reason are required"},
                 {"not-achieved", "4", "not achieved: a reason is required"}},
       .unrecorded = "slipped",
       .caution = "1 is the best.",
       .certainty = Certainty::stated,
       .source = "docest.com/doc/446605 (Stockton)"},
      {.id = "brag",
       .name = "BRAG",
       .bands = {{"blue", "B", "complete, and evidenced", "blue"},
                 {"green", "G", "on track", "green"},
                 {"amber", "A", "at risk, or slipped within what is tolerated", "amber"},
                 {"red", "R", "overdue, or blocked", "red"}},
       .apart = {{"grey", "N", "not begun: nothing is due yet", "grey"}},
       .unrecorded = "amber",
       .caution = "Green means on track, NOT finished: finished is blue. Grey is neither good nor "
                  "bad.",
       .certainty = Certainty::customary,
       .source = "widespread; no page that defines it was found"},
      {.id = "blue-is-worst",
       .name = "Risk zones with blue as the worst",
       .bands = {{"green", "G", "acceptable", "green"}, {"blue", "B", "unacceptable", "blue"}},
       .caution = "Blue is the worst here, where on BRAG it is the best. What lies between the two "
                  "zones is not known.",
       .certainty = Certainty::stated,
       .source = "pdfslide.net, strategic risks register, quarter one 2015 (South Lakeland)"},
      {.id = "section-175",
       .name = "Section 175 audit",
       .bands = {{"green", "G", "the standard is met", "green"},
                 {"amber", "A", "the standard is met in part", "amber"},
                 {"red", "R", "the standard is not met", "red"}},
       .caution = "Each standard prints its own words for the three bands; these sum them up.",
       .certainty = Certainty::customary,
       .source = "bristolsafeguardingineducation.org"},
      {.id = "five-point",
       .name = "Five points of progress",
       .bands = {{"excellent", "E", "excellent progress"},
                 {"good", "G", "good progress"},
                 {"some", "S", "some progress"},
                 {"poor", "P", "no or poor progress", "red"}},
       .apart = {{"not-applicable", "N", "not applicable", "grey"}},
       .caution = "In print its red also stands for what is not known; here unknown stands apart. "
                  "G means good, not green.",
       .certainty = Certainty::stated,
       .source = "sd-commission.org.uk"}};
  return scales;
}

const Scale* find_named_scale(std::string_view id) {
  const auto scales = named_scales();
  const auto found = std::ranges::find(scales, id, &Scale::id);
  return found == scales.end() ? nullptr : &*found;
}

const RatingRules& suggested_ratings() {
  static const RatingRules rules = [] {
    using enum State;
    const std::vector<State> in{received, received_late};
    const std::vector<State> lifted{waived, superseded, cancelled};
    const std::vector<State> done{received, received_late, waived, superseded, cancelled};
    const auto rate = [](const char* band) { return RuleOutcome{RuleEffect::rate, band}; };
    RatingRules r{.scale = {"brag"}};
    r.rules = {{.outcome = rate("unknown"),
                .lead = LeadIs::not_stated,
                .because = "unratable: nobody leads"},
               {.outcome = rate("unknown"),
                .all = {undated, open, unresolved},
                .because = "unratable: no date"},
               {.outcome = rate("unknown"), .all = lifted, .because = "nothing is left to rate"},
               {.outcome = rate("blue"),
                .all = done,
                .evidence = EvidenceIs::complete,
                .because = "done, with evidence"},
               {.outcome = rate("amber"), .all = done, .because = "evidence missing"},
               {.outcome = rate("grey"),
                .any = {not_due},
                .none = {due_soon, due, partly_received, overdue, received, received_late},
                .because = "nothing is due yet"},
               {.outcome = rate("red"),
                .any = {overdue},
                .none = {not_due, due_soon, due, partly_received},
                .because = "its last day is over"},
               {.outcome = {RuleEffect::at_best, "amber"},
                .any = {overdue},
                .because = "a report is overdue"},
               {.outcome = rate("amber"),
                .any = {due_soon, due},
                .none = {received, received_late, partly_received},
                .because = "due, and nothing is in"},
               {.outcome = rate("green"), .because = "coming in as due"}};
    r.roll_up = {{.outcome = rate("worst")}};
    r.stale_after = 120;
    return r;
  }();
  return rules;
}

}  // namespace safegov
