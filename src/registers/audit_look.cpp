// What an audit comes to as at a date, and what is odd about it.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include <safegov/partnership.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "registers/audit_rows.hpp"
#include "registers/follow_up.hpp"
#include "registers/printed_words.hpp"
#include "registers/when.hpp"

namespace safegov::internal {
namespace {

/// Quarters begin in January, April, July and October in every year that councils count by.
int quarter_number(Date day) { return day.year() * 4 + (day.month() - 1) / 3; }

std::string quarters_late(int least, int most) {
  if (most <= 0) return "in time";
  return (least == most ? "" : std::to_string(least) + " to ") + counted(most, "quarter") + " late";
}

std::string word(AuditKind kind) {
  return std::string(words_of<AuditKind>()[static_cast<std::size_t>(kind)]);
}

/// How little it is: the larger, the less.
int smallness(AuditKind kind) { return std::max(1, static_cast<int>(kind)); }

void measure_plans(const AuditStory& story, RowLook& look) {
  if (story.plans.empty()) {
    look.measure("planned", "by no document");
    return;
  }
  const auto said = [](const AuditPlan& plan) {
    return (plan.due.empty() ? std::string("without a date") : "for " + plan.due) + " (" +
           plan.in.id + ")";
  };
  std::string text = said(*story.plans.front());
  for (std::size_t i = 1; i < story.plans.size(); ++i)
    text += "; then " + said(*story.plans[i]) +
            (story.plans[i]->reason.empty() ? "" : ": " + story.plans[i]->reason);
  look.measure("planned", text);
}

void measure_outcome(const AuditStory& story, std::optional<Date> due, RowLook& look) {
  const AuditOutcome* done = story.done();
  if (done != nullptr) {
    look.measure("done", (done->date && done->date->range ? when_in_words(*done->date)
                                                          : "by " + in_words(*done->dated)) +
                             " (" + done->in.id + ")");
  } else if (const AuditOutcome* why = story.explained()) {
    look.measure("not done",
                 (why->reason.empty() ? "given up" : why->reason) + " (" + why->in.id + ")");
  } else {
    look.measure("done", "not told");
  }
  if (!due) return;
  if (done != nullptr) {
    const DateRange days = *days_of(*done);
    const int planned = quarter_number(*due);
    look.measure("late", quarters_late(std::max(0, quarter_number(days.first()) - planned),
                                       quarter_number(days.last()) - planned));
  } else if (look.until() > *due) {
    const int over = quarter_number(look.until()) - quarter_number(*due);
    look.measure("late", counted(over, "quarter") +
                             (story.explained() == nullptr ? ", and not told of" : ""));
  }
}

void measure_findings(const Audit& audit, const AuditStory& story, RowLook& look) {
  long long improve = 0, well = 0, actions = 0, done = 0;
  const AuditOutcome* found = nullptr;
  const auto received = received_by(look);
  for (const AuditOutcome* o : story.outcomes) {
    for (const AuditFinding& finding : o->findings)
      ++(finding.kind == AuditFindingKind::works_well ? well : improve);
    if (found == nullptr && !o->findings.empty()) found = o;
    actions += static_cast<long long>(o->actions.size());
    for (const FollowUpAction& action : o->actions)
      done +=
          is_done(action, "audits/" + audit.id + ".actions/" + action.id, received, look) ? 1 : 0;
  }
  if (improve + well != 0)
    look.measure("findings", std::to_string(improve) + " to improve, " + std::to_string(well) +
                                 " working well");
  if (actions != 0) look.measure("actions done", done, actions);
  if (actions != 0 || improve == 0) return;
  look.report(codes::diagnose(codes::found_and_left,
                              audit.id + " found " + std::to_string(improve) +
                                  " to improve, and no action is told of",
                              {}, "add the actions, or ask for them"),
              *found, "findings");
}

void look_at_plan(const Audit& audit, const AuditStory& story, std::optional<Date> due,
                  RowLook& look) {
  const AuditOutcome* done = story.done();
  if (done != nullptr && story.plans.empty()) {
    look.report(
        codes::diagnose(codes::unplanned_audit, audit.id + " was done, and no document planned it",
                        {}, "name the programme that has it, if there is one"),
        *done, "outcome");
    return;
  }
  if (done != nullptr || story.explained() != nullptr || !due || look.until() <= *due) return;
  // Said of the audit that asked for it.
  const AuditIndex& all = look.once(index_audits);
  if (const auto original = all.original[look.index()])
    if (all.audits[*original]->re_audit) return;
  const AuditPlan& plan = *story.plans.back();
  look.report(codes::diagnose(codes::unexplained_audit,
                              audit.id + " was planned for " + plan.due +
                                  ", and nobody says that it was done, or why not",
                              {}, "add what became of it, with the reason if it was not done"),
              plan, "due");
}

/// Planned as one thing, and then as less, or told of as less.
void look_at_kind(const Audit& audit, const AuditStory& story, RowLook& look) {
  std::optional<AuditKind> most;
  const auto hold = [&](std::optional<AuditKind> kind, const auto& value) {
    if (!kind) return;
    if (most && smallness(*kind) > smallness(*most))
      look.report(codes::diagnose(codes::weakened_audit,
                                  audit.id + " was planned as " + word(*most) + ", and is now " +
                                      word(*kind) + " (" + value.in.id + ")",
                                  {}, "say who decided so, or plan the rest"),
                  value, "kind");
    if (!most || smallness(*kind) < smallness(*most)) most = kind;
  };
  for (const AuditPlan* plan : story.plans) hold(plan->kind, *plan);
  for (const AuditOutcome* outcome : story.outcomes) hold(outcome->kind, *outcome);
}

/// The grades of audits: by theme and scale, then by day.
struct GradesByTheme {
  std::map<std::pair<std::string, std::string_view>, std::vector<const AuditOutcome*>> grades;
};

const AuditOutcome* first_grade(const AuditStory& story) {
  const auto first =
      std::ranges::find_if(story.outcomes, [](const AuditOutcome* o) { return !o->grade.empty(); });
  return first == story.outcomes.end() ? nullptr : *first;
}

/// The last grade of each audit, as known.
GradesByTheme grades_by_theme(RowLook& look) {
  GradesByTheme all;
  for (const Audit& audit : look.partnership().list<Audit>()) {
    if (audit.theme.empty()) continue;
    if (const AuditOutcome* grade = known_of(audit, look).graded())
      all.grades[{as_word(audit.theme), audit.scale.id}].push_back(grade);
  }
  for (auto& [theme, grades] : all.grades)
    std::ranges::stable_sort(grades, {}, [](const AuditOutcome* o) { return days_of(*o)->last(); });
  return all;
}

/// The last that was graded before it on the same scale: the audit that it does again, or else of
/// its theme. Null if there is none.
const AuditOutcome* graded_before(const Audit& audit, const AuditOutcome& graded, RowLook& look) {
  const AuditIndex& all = look.once(index_audits);
  const Date day = days_of(graded)->first();
  if (const auto original = all.original[look.index()]) {
    const Audit& other = *all.audits[*original];
    const AuditOutcome* theirs = known_of(other, look).graded();
    if (theirs != nullptr && other.scale.id == audit.scale.id && days_of(*theirs)->last() < day)
      return theirs;
  }
  if (audit.theme.empty()) return nullptr;
  const GradesByTheme& themes = look.once([&] { return grades_by_theme(look); });
  const auto& grades = themes.grades.at({as_word(audit.theme), audit.scale.id});
  const auto next = std::ranges::lower_bound(
      grades, day, {}, [](const AuditOutcome* o) { return days_of(*o)->last(); });
  // Its own grades are of that day or later.
  return next == grades.begin() ? nullptr : *std::prev(next);
}

void look_at_grades(const Audit& audit, const AuditStory& story, RowLook& look) {
  const AuditOutcome* graded = story.graded();
  if (graded == nullptr) return;
  const Scale& scale = *look.partnership().find_scale(audit.scale.id);
  look.measure("graded", scale.label(scale.find(graded->grade)) + " on " + scale.id + " (" +
                             graded->in.id + ")");
  const auto hold = [&](const AuditOutcome& now, const AuditOutcome& before) {
    const BandId a = scale.find(before.grade), b = scale.find(now.grade);
    if (!scale.is_step(a) || !scale.is_step(b) || b.index <= a.index) return;
    Diagnostic& d = look.report(
        codes::diagnose(codes::graded_worse,
                        audit.id + " is " + std::string(scale.word(b)) + " in " + now.in.id +
                            ", and was " + std::string(scale.word(a)) + " in " + before.in.id,
                        {}, "say what is worse, and what is done about it"),
        now, "grade");
    look.relate(d, before, "grade", "the better grade");
  };
  const AuditOutcome* before = nullptr;
  for (const AuditOutcome* o : story.outcomes) {
    if (o->grade.empty()) continue;
    if (before != nullptr) hold(*o, *before);
    before = o;
  }
  const AuditOutcome& first = *first_grade(story);
  if (const AuditOutcome* earlier = graded_before(audit, first, look)) hold(first, *earlier);
}

/// By when it was promised; if nobody can tell, when the audit that is to do it was planned for.
std::optional<Date> due_of_again(const Audit& audit, const ReAudit& again, RowLook& look) {
  const auto promised = again.commitment
                            ? last_day_of("commitments/" + again.commitment.id + "/promise", look)
                            : last_day_of("audits/" + audit.id + "/re-audit", look);
  if (promised) return promised;
  std::optional<Date> last;
  const AuditIndex& all = look.once(index_audits);
  for (const std::size_t row : all.again[look.index()])
    if (const auto due = due_of(*all.audits[row], known_of(*all.audits[row], look), look))
      last = std::max(last.value_or(*due), *due);
  return last;
}

void look_at_re_audit(const Audit& audit, RowLook& look) {
  if (!audit.re_audit) return;
  const ReAudit& again = *audit.re_audit;
  if (!known_by(again.dated, {}, look.as_at(), look.known_at())) return;
  const AuditIndex& all = look.once(index_audits);
  const AuditOutcome* done = nullptr;
  const Audit* by = nullptr;
  for (const std::size_t row : all.again[look.index()]) {
    const AuditOutcome* theirs = known_of(*all.audits[row], look).done();
    if (theirs == nullptr) continue;
    if (done != nullptr && days_of(*done)->last() <= days_of(*theirs)->last()) continue;
    done = theirs;
    by = all.audits[row];
  }
  const std::string promised =
      "promised" + (again.due.empty() ? std::string() : " for '" + again.due + "'");
  if (done != nullptr) {
    look.measure("re-audit",
                 promised + ", done by " + in_words(days_of(*done)->last()) + " (" + by->id + ")");
    return;
  }
  const auto due = due_of_again(audit, again, look);
  const bool over = due && *due < look.until();
  look.measure("re-audit", promised + (over ? ", and not seen" : ""));
  if (!over) return;
  look.report(codes::diagnose(codes::re_audit_unseen,
                              "a re-audit of " + audit.id + " was promised" +
                                  (again.due.empty() ? "" : " for " + in_quotes(again.due)) +
                                  ", and no document tells of one",
                              {}, "name the audit that does it again: 're-audit-of'"),
              again, "due");
}

}  // namespace

void look_at_audit(const Audit& audit, RowLook& look) {
  const AuditStory story = known_of(audit, look);
  if (!story.is_known()) return;
  const auto due = due_of(audit, story, look);
  measure_plans(story, look);
  measure_outcome(story, due, look);
  measure_findings(audit, story, look);
  look_at_plan(audit, story, due, look);
  look_at_kind(audit, story, look);
  look_at_grades(audit, story, look);
  look_at_re_audit(audit, look);
}

}  // namespace safegov::internal
