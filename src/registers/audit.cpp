// The register of audits: what a row holds, what it issues and what cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <set>

#include <safegov/audit.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/audit_rows.hpp"
#include "registers/follow_up.hpp"
#include "registers/printed_words.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<AuditKind>() {
  static constexpr std::array<std::string_view, 5> words{
      "cross-authority", "multi-agency", "single-agency", "self-assessment", "activity"};
  return words;
}

template <>
std::span<const std::string_view> words_of<AuditResult>() {
  static constexpr std::array<std::string_view, 4> words{"done", "begun", "not-done", "dropped"};
  return words;
}

template <>
std::span<const std::string_view> words_of<AuditFindingKind>() {
  static constexpr std::array<std::string_view, 2> words{"to-improve", "works-well"};
  return words;
}

template <>
const Type& type_of<AuditPlan>() {
  using Own = AuditPlan;
  static constexpr Field fields[] = {
      field<&Own::due>("due", "When, as printed: `Q1 2022/23`; of a programme alone, its year."),
      field<&Own::kind>("kind", "What it is planned as."),
      field<&Own::in>("in", "The document that plans it.", Need::required),
      field<&Own::dated>("dated", "The day of that document: before it, nothing is known of this.",
                         Need::required),
      field<&Own::reason>("reason", "Why it was moved, as printed."),
      field<&Own::commitment>(
          "commitment", "The commitment that promises it already: it owes nothing by itself."),
      field<&Own::text>("text", "Its words."),
      field<&Own::source>("source", docs::source),
      field<&Own::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Own::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Own>("audit-plan", "Where a document plans an audit, or moves it.", fields);
  return type;
}

template <>
const Type& type_of<AuditOutcome>() {
  using Outcome = AuditOutcome;
  static constexpr Field fields[] = {
      field<&Outcome::outcome>("outcome", "What became of it.", Need::required),
      field<&Outcome::date>(
          "date", "When, as exactly as printed: `Q3 2021/22`; the day of the document otherwise."),
      field<&Outcome::in>("in", "The document that says so.", Need::required),
      field<&Outcome::dated>("dated", "The day of that document.", Need::required),
      field<&Outcome::kind>("kind", "What it is told of as."),
      field<&Outcome::grade>("grade", "A band of the scale of the audit."),
      field<&Outcome::reason>("reason", "Why it was not done, as printed."),
      field<&Outcome::findings>("findings", "What it found, as that document has it."),
      field<&Outcome::actions>("actions", "What is done about that, by number."),
      field<&Outcome::text>("text", "Its words."),
      field<&Outcome::source>("source", docs::source),
      field<&Outcome::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Outcome::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Outcome>("audit-outcome", "What a document says became of an audit.", fields);
  return type;
}

template <>
const Type& type_of<AuditFinding>() {
  using Finding = AuditFinding;
  static constexpr Field fields[] = {
      field<&Finding::text>("text", "What was found, as printed.", Need::required),
      field<&Finding::kind>("kind", "Whether it is to improve; it is, unless given."),
      field<&Finding::source>("source", docs::source),
      field<&Finding::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Finding::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Finding>("audit-finding", "What an audit found.", fields, "text");
  return type;
}

template <>
const Type& type_of<ReAudit>() {
  static constexpr Field fields[] = {
      field<&ReAudit::due>("due", "When, as printed: `Towards the end of the year`."),
      field<&ReAudit::in>("in", "The document that promises it.", Need::required),
      field<&ReAudit::dated>("dated", "The day of that document.", Need::required),
      field<&ReAudit::commitment>(
          "commitment", "The commitment that promises it already: it owes nothing by itself."),
      field<&ReAudit::text>("text", "Its words."),
      field<&ReAudit::source>("source", docs::source),
      field<&ReAudit::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&ReAudit::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<ReAudit>("re-audit", "That the same is to be audited again.", fields);
  return type;
}

template <>
const Type& type_of<Audit>() {
  static constexpr Field fields[] = {
      field<&Audit::id>("id", docs::id, Need::required),
      field<&Audit::title>("title", "Its theme, as printed.", Need::required),
      field<&Audit::theme>("theme", "A word for that, the same in every audit of it: `neglect`."),
      field<&Audit::programme>("programme", "The programme that it is of."),
      field<&Audit::by>("by", "Who audits."),
      field<&Audit::to>("to", "Who hears of it."),
      field<&Audit::agencies>("agencies", "Whose work it looks at."),
      field<&Audit::method>("method", "How, as printed."),
      field<&Audit::planned>("planned", "Where it is planned, and where it is moved."),
      field<&Audit::outcomes>("outcomes", "What became of it, as documents have it."),
      field<&Audit::scale>("scale", "What its grades are bands of."),
      field<&Audit::re_audit>("re-audit", "That the same is to be audited again."),
      field<&Audit::re_audit_of>("re-audit-of", "The audit that this one does again."),
      field<&Audit::source>("source", docs::source),
      field<&Audit::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Audit::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Audit>("audit", "One audit, planned or done, and what came of it.", fields);
  return type;
}

namespace {

using namespace internal;

/// The first of those that have a day, by that of their documents.
template <class Told>
const Told* first_told(const std::vector<Told>& all) {
  const Told* first = nullptr;
  for (const Told& told : all)
    if (told.dated && (first == nullptr || *told.dated < *first->dated)) first = &told;
  return first;
}

const AuditOutcome* first_done(const Audit& audit) {
  const AuditOutcome* first = nullptr;
  for (const AuditOutcome& o : audit.outcomes)
    if (o.outcome == AuditResult::done && days_of(o) &&
        (first == nullptr || days_of(o)->last() < days_of(*first)->last()))
      first = &o;
  return first;
}

bool owes_itself(const ReAudit& again) { return !again.commitment; }

/// The promise that an audit, when done, keeps: its own, or that of the audit that it does again.
std::string kept_by(const Audit& audit, const AuditIndex& all) {
  const Audit* original = audit.re_audit_of ? all.find(audit.re_audit_of.id) : nullptr;
  if (original != nullptr && original->re_audit)
    return owes_itself(*original->re_audit) ? "audits/" + original->id + "/re-audit" : "";
  const AuditPlan* plan = first_told(audit.planned);
  return plan != nullptr && !plan->commitment ? "audits/" + audit.id + "/audit" : "";
}

/// A later plan with a day of its own moves what the first promised.
void issue_moves(const Audit& audit, const AuditPlan& first, const std::string& kept,
                 Issue& issue) {
  for (const AuditPlan& plan : audit.planned) {
    const auto before = days_of_words(first.due);
    const auto now = days_of_words(plan.due);
    if (&plan == &first || !plan.dated || !now || !before || now->last() <= before->last())
      continue;
    Record& moved = issue.happened(RecordKind::extended, kept, plan.origin);
    moved.date = plan.dated;
    moved.until = plan.due;
    moved.reason = plan.reason;
    moved.reference = plan.in.id;
  }
}

void issue_outcomes(const Audit& audit, const std::string& kept, Issue& issue) {
  if (const AuditOutcome* done = first_done(audit)) {
    Record& came = issue.happened(RecordKind::received, kept, done->origin);
    came.date = days_of(*done)->last();
    if (done->dated && *came.date <= *done->dated) came.recorded = done->dated;
    came.reference = done->in.id;
    return;
  }
  for (const AuditOutcome& o : audit.outcomes) {
    if (o.outcome != AuditResult::dropped || !days_of(o)) continue;
    Record& gone = issue.happened(RecordKind::cancelled, kept, o.origin);
    gone.date = days_of(o)->last();
    if (o.dated && *gone.date <= *o.dated) gone.recorded = o.dated;
    gone.reason = o.reason;
    return;
  }
}

void issue(const Audit& audit, Issue& issue) {
  issue.action().lead = audit.by;
  const AuditIndex& all = issue.once(index_audits);
  const std::string kept = kept_by(audit, all);
  const AuditPlan* plan = first_told(audit.planned);
  if (plan != nullptr && kept == issue.id("audit")) {
    issue.count_from(plan->dated);
    issue.promised_on(plan->dated);
    Promise& promise = issue.promise("audit", plan->origin);
    promise.what = "Audit: " + audit.title;
    promise.to = audit.to;
    promise.due = plan->due;
    issue_moves(audit, *plan, kept, issue);
  }
  if (!kept.empty()) issue_outcomes(audit, kept, issue);
  if (audit.re_audit && owes_itself(*audit.re_audit)) {
    issue.count_from(audit.re_audit->dated);
    issue.promised_on(audit.re_audit->dated);
    Promise& promise = issue.promise("re-audit", audit.re_audit->origin);
    promise.what = "Re-audit: " + audit.title;
    promise.to = audit.to;
    promise.due = audit.re_audit->due;
  }
  bool parted = false;
  for (const AuditOutcome& o : audit.outcomes) {
    if (o.actions.empty()) continue;
    if (!parted) issue.part(audit.id + ".actions", o.origin).text = "What follows from it";
    parted = true;
    // Before somebody told what was found, there was nothing to do about it.
    issue.count_from(o.dated);
    issue.promised_on(o.dated);
    for (const FollowUpAction& action : o.actions) issue_action(action, issue);
  }
}

void check_grades(const Audit& audit, RowCheck& check) {
  for (const AuditOutcome& o : audit.outcomes) {
    if (o.grade.empty()) continue;
    if (!audit.scale) {
      check.report(
          codes::diagnose(codes::grade_of_no_scale, in_quotes(o.grade) + " is a grade of no scale",
                          {}, "say of which: 'scale: rag-progress', or one of your own"),
          o, "grade");
      continue;
    }
    const Scale* scale = check.partnership().find_scale(audit.scale.id);
    if (scale == nullptr || scale->find(o.grade)) continue;
    std::vector<std::string_view> words;
    for (const Band& band : scale->bands) words.push_back(band.word);
    for (const Band& band : scale->apart) words.push_back(band.word);
    check.report(codes::diagnose(codes::grade_of_no_scale,
                                 in_quotes(o.grade) + " is no band of " + in_quotes(scale->id), {},
                                 "use " + alternatives(words)),
                 o, "grade");
  }
}

void check_again(const Audit& audit, RowCheck& check) {
  if (!audit.re_audit_of) return;
  const AuditIndex& all = check.once(index_audits);
  if (all.closing[check.index()]) {
    check.report(codes::diagnose(codes::circle_of_rows,
                                 in_quotes(audit.id) + " is a re-audit of " +
                                     in_quotes(audit.re_audit_of.id) + ", which leads back to it",
                                 {}, "one of them must be the first: take out that line of it"),
                 audit, "re-audit-of");
    return;
  }
  const Audit* original = all.find(audit.re_audit_of.id);
  if (original == nullptr) return;  // said as an unknown reference
  const AuditOutcome* before = first_done(*original);
  const AuditOutcome* after = first_done(audit);
  if (before == nullptr || after == nullptr) return;
  if (days_of(*before)->first() <= days_of(*after)->last()) return;
  Diagnostic& d = check.report(
      codes::diagnose(codes::re_audit_before_audit,
                      in_quotes(audit.id) + " was done by " + in_words(days_of(*after)->last()) +
                          ", before " + in_quotes(original->id) + ", which it does again",
                      {}, "correct one of the two days, or say which is the re-audit"),
      audit, "re-audit-of");
  check.relate(d, *before, "outcome", "the audit");
}

void check(const Audit& audit, RowCheck& check) {
  check_grades(audit, check);
  check_again(audit, check);
  std::map<std::string_view, const AuditOutcome*> said;
  for (const AuditOutcome& o : audit.outcomes) {
    const bool looked = o.outcome == AuditResult::done || o.outcome == AuditResult::begun;
    if (!looked && (!o.findings.empty() || !o.actions.empty()))
      check.report(codes::diagnose(codes::found_by_nobody,
                                   "what was not done has found nothing, and nothing follows", {},
                                   "correct the outcome, or put this where it belongs"),
                   o, o.findings.empty() ? "actions" : "findings");
    const auto [first, fresh] = said.emplace(o.in.id, &o);
    if (fresh || !o.in) continue;
    Diagnostic& d = check.report(
        codes::diagnose(codes::two_outcomes, "two outcomes are read from " + in_quotes(o.in.id), {},
                        "say what the document comes to, once"),
        o, "in");
    check.relate(d, *first->second, "in", "the other");
  }
}

}  // namespace

const Register& audits_register() {
  static constexpr Field list[] = {
      rows<Audit>("audits", "What was to be audited when, what was, and what came of it.")};
  static constexpr RowRules<Audit> rules{
      .issue = issue, .check = check, .look = internal::look_at_audit};
  static constexpr Register audits = register_of("Audits", list, rules, Audience::partnership);
  return audits;
}

}  // namespace safegov
