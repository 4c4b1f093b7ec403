// The register of audit programmes: how many audits a year was to have, and how many it had.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <map>

#include <safegov/audit.hpp>
#include <safegov/partnership.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/audit_rows.hpp"
#include "registers/printed_words.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<AuditMeasure>() {
  static constexpr std::array<std::string_view, 3> words{"audits", "audit-meetings", "meetings"};
  return words;
}

template <>
const Type& type_of<AuditQuota>() {
  using Quota = AuditQuota;
  static constexpr Field fields[] = {
      field<&Quota::what>("what", "What is counted; audits, unless given."),
      field<&Quota::number>("number", "How many there are to be.", Need::required),
      field<&Quota::in>("in", "The document that says so.", Need::required),
      field<&Quota::dated>("dated",
                           "The day of that document: before it, nothing is known of this.",
                           Need::required),
      field<&Quota::text>("text", "Its words."),
      field<&Quota::source>("source", docs::source),
      field<&Quota::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Quota::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Quota>("audit-quota", "How many audits or meetings a year is to have.", fields);
  return type;
}

template <>
const Type& type_of<AuditTally>() {
  using Tally = AuditTally;
  static constexpr Field fields[] = {
      field<&Tally::what>("what", "What is counted; audits, unless given."),
      field<&Tally::number>("number", "How many there were.", Need::required),
      field<&Tally::date>("date", "By when, as printed; the day of the document otherwise."),
      field<&Tally::in>("in", "The document that says so.", Need::required),
      field<&Tally::dated>("dated", "The day of that document.", Need::required),
      field<&Tally::reason>("reason", "Why there were not more, as printed."),
      field<&Tally::text>("text", "Its words."),
      field<&Tally::source>("source", docs::source),
      field<&Tally::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Tally::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Tally>("audit-tally", "How many audits or meetings a year had, as told.", fields);
  return type;
}

template <>
const Type& type_of<AuditProgramme>() {
  using Own = AuditProgramme;
  static constexpr Field fields[] = {
      field<&Own::id>("id", docs::id, Need::required),
      field<&Own::title>("title", "What it is called, as printed.", Need::required),
      field<&Own::by>("by", "Whose programme it is."),
      field<&Own::to>("to", "Who hears of it."),
      field<&Own::period>("period", "The year that it is for.", Need::required),
      field<&Own::promised>("promised", "How many audits or meetings are promised."),
      field<&Own::told>("told", "How many there were, as documents have it."),
      field<&Own::source>("source", docs::source),
      field<&Own::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Own::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Own>("audit-programme", "What a group means to audit in a year.", fields);
  return type;
}

namespace {

using namespace internal;

AuditMeasure measure_of(const auto& counted) { return counted.what.value_or(AuditMeasure::audits); }

std::optional<Date> day_of(const AuditTally& tally) {
  return tally.date && tally.date->range ? tally.date->last() : tally.dated;
}

void issue(const AuditProgramme& row, Issue& issue) {
  issue.action().lead = row.by;
  if (!row.period) return;
  std::array<bool, 3> made{};
  for (const AuditQuota& quota : row.promised) {
    const auto which = static_cast<std::size_t>(measure_of(quota));
    if (!quota.number || made[which]) continue;  // said as counted twice
    made[which] = true;
    issue.count_from(quota.dated);
    issue.promised_on(quota.dated);
    const std::string id(words_of<AuditMeasure>()[which]);
    Promise& promise = issue.promise(id, quota.origin);
    promise.what = counted(*quota.number, noun_of(quota.what)) + " in " + row.period->text;
    promise.to = row.to;
    promise.due = row.period->text;
    for (const AuditTally& tally : row.told) {
      if (measure_of(tally) != measure_of(quota) || !tally.number || *tally.number == 0) continue;
      const bool all = *tally.number >= *quota.number;
      Record& came = issue.happened(all ? RecordKind::received : RecordKind::partly_received,
                                    issue.id(id), tally.origin);
      came.date = day_of(tally);
      if (came.date && tally.dated && *came.date <= *tally.dated) came.recorded = tally.dated;
      came.reason = tally.reason;
      came.reference = tally.in.id;
    }
  }
}

void check(const AuditProgramme& row, RowCheck& check) {
  std::map<AuditMeasure, const AuditQuota*> seen;
  for (const AuditQuota& quota : row.promised) {
    const auto [first, fresh] = seen.emplace(measure_of(quota), &quota);
    if (fresh) continue;
    Diagnostic& d =
        check.report(codes::diagnose(codes::counted_twice,
                                     "the " + std::string(noun_of(quota.what)) + "s of " +
                                         in_quotes(row.id) + " are promised twice",
                                     {}, "take one of the two out"),
                     quota, "number");
    check.relate(d, *first->second, "number", "first here");
  }
}

/// What is known of the audits of a programme.
struct Audited {
  long long planned = 0;
  long long done = 0;       ///< of those that were planned
  long long unplanned = 0;  ///< done all the same
  long long explained = 0;  ///< planned, and not done with a reason
  long long silent = 0;     ///< planned, due, and nothing is told
};

Audited audited(const AuditProgramme& row, RowLook& look) {
  const auto& all = look.once([&] { return index_audits(look.partnership().list<Audit>()); });
  Audited count;
  const auto rows = all.of_programme.find(row.id);
  if (rows == all.of_programme.end()) return count;
  for (const std::size_t i : rows->second) {
    const Audit& audit = *all.audits[i];
    const AuditStory story = known_of(audit, look);
    if (!story.is_known()) continue;
    const bool done = story.done() != nullptr;
    if (story.plans.empty()) {
      count.unplanned += done ? 1 : 0;
      continue;
    }
    ++count.planned;
    if (done) {
      ++count.done;
    } else if (story.explained() != nullptr) {
      ++count.explained;
    } else {
      const auto due = due_of(audit, story, look);
      count.silent += due && *due < look.until() ? 1 : 0;
    }
  }
  return count;
}

/// The last tally of that sort that is known; null if none is.
const AuditTally* last_tally(const AuditProgramme& row, AuditMeasure what, RowLook& look) {
  const AuditTally* last = nullptr;
  for (const AuditTally& tally : row.told)
    if (measure_of(tally) == what &&
        known_by(day_of(tally), tally.dated, look.as_at(), look.known_at()) &&
        (last == nullptr || *last->dated <= *tally.dated))
      last = &tally;
  return last;
}

void look_at_quota(const AuditProgramme& row, const AuditQuota& quota, const Audited& count,
                   RowLook& look) {
  if (look.until() <= row.period->range.last()) return;
  const bool meetings = measure_of(quota) == AuditMeasure::meetings;
  const AuditTally* same = last_tally(row, measure_of(quota), look);
  const AuditTally* audits = meetings ? nullptr : last_tally(row, AuditMeasure::audits, look);
  if (meetings && same == nullptr) return;  // of meetings nothing is told, and none can be counted
  long long most = meetings ? 0 : count.done + count.unplanned;
  if (same != nullptr) most = std::max<long long>(most, *same->number);
  if (audits != nullptr) most = std::max<long long>(most, *audits->number);
  if (most >= *quota.number) return;
  const bool why =
      (same != nullptr && !same->reason.empty()) || (audits != nullptr && !audits->reason.empty());
  const std::string_view noun = meetings ? "meeting" : "audit";
  const std::string told =
      most == 0 ? "none is" : counted(most, noun) + (most == 1 ? " is" : " are");
  look.report(codes::diagnose(codes::fewer_audits,
                              counted(*quota.number, noun_of(quota.what)) +
                                  (*quota.number == 1 ? " was" : " were") + " promised for " +
                                  row.period->text + ", and " + told + " told of" +
                                  (why ? ", with a reason" : ", without a reason"),
                              {}, "say why there were not more, and what comes later"),
              quota, "number");
}

void look(const AuditProgramme& row, RowLook& look) {
  const Audited count = audited(row, look);
  std::string promised;
  for (const AuditQuota& quota : row.promised)
    if (known_by(quota.dated, {}, look.as_at(), look.known_at()))
      promised += (promised.empty() ? "" : ", ") + counted(*quota.number, noun_of(quota.what));
  if (!promised.empty()) look.measure("promised", promised);
  if (count.planned != 0) look.measure("done of those planned", count.done, count.planned);
  if (count.unplanned != 0) look.measure("done unplanned", count.unplanned);
  if (count.explained != 0) look.measure("not done, with a reason", count.explained);
  if (count.silent != 0) look.measure("nothing told of", count.silent);
  std::string told;
  for (const AuditMeasure what :
       {AuditMeasure::audits, AuditMeasure::audit_meetings, AuditMeasure::meetings})
    if (const AuditTally* tally = last_tally(row, what, look))
      told += (told.empty() ? "" : "; ") + counted(*tally->number, noun_of(what)) + " (" +
              tally->in.id + ")" + (tally->reason.empty() ? "" : ": " + tally->reason);
  if (!told.empty()) look.measure("told", told);

  for (const AuditQuota& quota : row.promised)
    if (known_by(quota.dated, {}, look.as_at(), look.known_at()))
      look_at_quota(row, quota, count, look);
  const AuditTally* tally = last_tally(row, AuditMeasure::audits, look);
  const long long listed = count.done + count.unplanned;
  if (tally != nullptr && *tally->number != listed)
    look.report(codes::diagnose(codes::other_number_of_audits,
                                tally->in.id + " tells of " + counted(*tally->number, "audit") +
                                    ", and " + std::to_string(listed) +
                                    (listed == 1 ? " is" : " are") + " listed as done",
                                {}, "add those that are missing, or correct the number"),
                *tally, "number");
}

}  // namespace

const Register& audit_programmes_register() {
  static constexpr Field list[] = {rows<AuditProgramme>(
      "audit-programmes", "How many audits a year was to have, and how many it had.")};
  static constexpr RowRules<AuditProgramme> rules{.issue = issue, .check = check, .look = look};
  static constexpr Register programmes = register_of("Audit programmes", list, rules);
  return programmes;
}

}  // namespace safegov
