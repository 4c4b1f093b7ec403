// The register of logs.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/agency_log.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/evidence.hpp"
#include "registers/follow_up.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<LogKind>() {
  static constexpr std::array<std::string_view, 7> words{"meeting", "log",      "list", "plans",
                                                         "scheme",  "protocol", "other"};
  return words;
}

template <>
const Type& type_of<AgencyLog>() {
  using Log = AgencyLog;
  static constexpr Field fields[] = {
      field<&Log::id>("id", docs::id, Need::required),
      field<&Log::title>("title", "What it is called, as printed.", Need::required),
      field<&Log::kind>("kind", "A forum, or what is kept.", Need::required),
      field<&Log::kept_by>("kept-by", "The agency whose it is.", Need::required),
      field<&Log::answerable>("answerable", "The post that answers for it, as printed."),
      field<&Log::to>("to", "Who hears of it."),
      field<&Log::holds>("holds", "What it records or decides, as printed; no case."),
      field<&Log::themes>("themes", "Its themes, as printed."),
      field<&Log::cadence>("cadence", "How often it meets or is brought up to date, as printed."),
      field<&Log::from>("from", "The first day over which that is owed."),
      field<&Log::until>("until", "The last day over which that is owed; nothing is, without."),
      field<&Log::kept_for>("kept-for", "The forum that it is kept for."),
      field<&Log::rules>("rules", "The trigger rules that lead to it."),
      field<&Log::in>("in", "The document that tells of it."),
      field<&Log::dated>("dated", "The day of that document: before it, nobody knew.",
                         Need::required),
      field<&Log::held>("held", "When it met or was brought up to date, as documents have it."),
      field<&Log::progress>("progress", "How far it is, as documents have it."),
      field<&Log::source>("source", docs::source),
      field<&Log::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Log::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Log>("log", "A forum, register or log that an agency keeps of its own.", fields);
  return type;
}

namespace {

using namespace internal;

std::optional<DateRange> time_of(const AgencyLog& row) {
  if (!row.from || !row.until || *row.until < *row.from) return {};
  return DateRange(*row.from, *row.until);
}

void issue(const AgencyLog& row, Issue& issue) {
  issue.action().lead = row.kept_by;
  const auto time = time_of(row);
  if (row.cadence.empty() || !time) return;
  issue.count_from(row.from);
  issue.run_over(time);
  issue.promised_on(row.dated && *row.from < *row.dated ? row.dated : row.from);
  const std::string id = row.kind == LogKind::meeting ? "meeting" : "update";
  Promise& promise = issue.promise(id, "cadence");
  promise.to = row.to;
  promise.due = row.cadence;
  issue_evidence(issue, id, row.cadence, row.from, time, row.held);
}

void check(const AgencyLog& row, RowCheck& check) {
  for (const DutyEvidence& e : row.held)
    if (!e.when.empty() && !day_of(e))
      check.report(
          codes::diagnose(codes::unclear_when, in_quotes(e.when) + " is not one day, month or year",
                          {}, "write a day, month or year: 'May/June 2021', '2024/25'"),
          e, "when");
}

void look(const AgencyLog& row, RowLook& look) {
  if (!known_by(row.dated, {}, look.as_at(), look.known_at())) return;
  look.measure("kept by", row.kept_by.id +
                              (row.answerable.empty() ? ", no post named" : ", " + row.answerable));
  if (!row.cadence.empty()) look.measure("how often", row.cadence);
  std::string leads;
  for (const Ref<TriggerRule>& rule : row.rules) leads += (leads.empty() ? "" : ", ") + rule.id;
  if (!leads.empty()) look.measure("by rule", leads);
  if (!row.themes.empty()) look.measure("themes", static_cast<long long>(row.themes.size()));
  long long times = 0;
  std::optional<Date> last;
  for (const DutyEvidence& e : row.held) {
    const auto day = day_of(e);
    if (!known_by(day, e.dated, look.as_at(), look.known_at())) continue;
    ++times;
    last = std::max(last.value_or(*day), *day);
  }
  if (!row.cadence.empty() || !row.held.empty())
    look.measure("told of",
                 times == 0 ? "no time" : counted(times, "time") + ", last " + in_words(*last));
  if (const ActionProgress* p = last_known(row.progress, look)) {
    const auto outcome = p->outcome.value_or(ProgressKind::progress);
    look.measure(
        "progress",
        std::string(words_of<ProgressKind>()[static_cast<std::size_t>(outcome)]) + ", " + p->in.id);
  }
  if (row.cadence.empty() || times != 0) return;
  // What was received by record is told of, too.
  const auto issued = look.issued();
  if (std::ranges::any_of(issued, [&](const Subject& o) {
        const State state = look.standing(o).state;
        return is_received(state);
      }))
    return;
  look.report(codes::diagnose(
                  codes::never_told_of,
                  row.id + " is " + in_quotes(row.cadence) + " in print, and no time is told of",
                  {}, "add the days, or ask for them"),
              row, "cadence");
}

}  // namespace

const Register& logs_register() {
  static constexpr Field list[] = {
      rows<AgencyLog>("logs", "The forums, registers and logs that agencies keep of their own.")};
  static constexpr RowRules<AgencyLog> rules{.issue = issue, .check = check, .look = look};
  static constexpr Register logs = register_of("Logs", list, rules, Audience::partnership);
  return logs;
}

}  // namespace safegov
