// The register of duties.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include <safegov/duty.hpp>
#include <safegov/row.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/evidence.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<EvidenceKind>() {
  static constexpr std::array<std::string_view, 5> words{"report", "review", "advice", "attendance",
                                                         "other"};
  return words;
}

template <>
const Type& type_of<DutyEvidence>() {
  static constexpr Field fields[] = {
      field<&DutyEvidence::when>(
          "when", "The day, month or year of it, as printed: it counts from the last day of that.",
          Need::required),
      field<&DutyEvidence::dated>("dated", "The day of the document that says so."),
      field<&DutyEvidence::kind>("kind", "What was done."),
      field<&DutyEvidence::text>("text", "The words of the document."),
      field<&DutyEvidence::source>("source", docs::source),
      field<&DutyEvidence::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&DutyEvidence::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<DutyEvidence>("duty-evidence", "What shows that a duty is done.", fields);
  return type;
}

template <>
const Type& type_of<FormerPost>() {
  static constexpr Field fields[] = {
      field<&FormerPost::body>("body", "The group.", Need::required),
      field<&FormerPost::as>("as", "In which part: `chair`."),
      field<&FormerPost::until>("until", "The last day."),
      field<&FormerPost::source>("source", docs::source),
  };
  static constexpr Type type = described<FormerPost>(
      "former-post", "A group that whoever has a duty led before.", fields, "body");
  return type;
}

template <>
const Type& type_of<Duty>() {
  static constexpr Field fields[] = {
      field<&Duty::id>("id", docs::id, Need::required),
      field<&Duty::body>("body", "Whose duty it is.", Need::required),
      field<&Duty::text>("text", "What is to be done, as printed.", Need::required),
      field<&Duty::to>("to", "Who is to hear of it."),
      field<&Duty::cadence>("cadence", "How often, as printed, from `from` to `until`: `annual`."),
      field<&Duty::due>("due", "When, as printed, where it is not a matter of how often."),
      field<&Duty::from>("from", "The first day of the appointment."),
      field<&Duty::until>("until", "The last day of the appointment."),
      field<&Duty::evidence>("evidence", "What documents say was done."),
      field<&Duty::led_before>(
          "led-before", "Groups that whoever has the duty led before, and that it is about."),
      field<&Duty::source>("source", docs::source),
      field<&Duty::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Duty::audience>("audience", docs::audience),
  };
  static constexpr Type type =
      described<Duty>("duty", "What a post or body is appointed to do.", fields);
  return type;
}

namespace {

using namespace internal;

const std::string& words_of_due(const Duty& duty) {
  return duty.due.empty() ? duty.cadence : duty.due;
}

std::optional<DateRange> appointment(const Duty& duty) {
  if (!duty.from || !duty.until || *duty.until < *duty.from) return {};
  return DateRange(*duty.from, *duty.until);
}

void issue(const Duty& duty, Issue& issue) {
  issue.action().lead = duty.body;
  issue.count_from(duty.from);
  issue.promised_on(duty.from);
  issue.run_over(appointment(duty));
  const std::string& due = words_of_due(duty);
  if (due.empty()) return;
  Promise& promise = issue.promise("duty", duty.due.empty() ? "cadence" : "due");
  promise.to = duty.to;
  promise.due = due;
  issue_evidence(issue, "duty", due, duty.from, appointment(duty), duty.evidence);
}

void check(const Duty& duty, RowCheck& check) {
  if (!duty.cadence.empty() && !duty.due.empty())
    check.report(codes::diagnose(codes::cadence_and_due, "it has a cadence and a date", {},
                                 "say one of the two; make two duties of it where both are owed"),
                 duty, "due");
  for (const DutyEvidence& e : duty.evidence)
    if (!e.when.empty() && !day_of(e))
      check.report(
          codes::diagnose(codes::unclear_when, in_quotes(e.when) + " is not one day, month or year",
                          {}, "write a day, month or year: 'May/June 2021', '2024/25'"),
          e, "when");
}

/// What came in by records, beside the evidence of the row; and which of that they take back.
struct Receipts {
  std::vector<Date> beside = {};
  std::set<const DutyEvidence*> retracted = {};
};

Receipts receipts_of(const Duty& duty, RowLook& look) {
  Receipts receipts;
  for (const Subject& o : look.issued()) {
    const auto deadlines = look.partnership().deadlines(o.promise);
    const DutyEvidence* own =
        first_that_meets(duty.evidence, deadlines[o.number], deadlines.size());
    bool own_counts = false;
    for (const Record* record : look.records_about(o)) {
      if (record->event.kind != RecordKind::received) continue;
      if (own != nullptr && record->date == day_of(*own))
        own_counts = true;
      else
        receipts.beside.push_back(*record->date);
    }
    if (own != nullptr && !own_counts) receipts.retracted.insert(own);
  }
  return receipts;
}

void look(const Duty& duty, RowLook& look) {
  const Receipts receipts = receipts_of(duty, look);
  long long times = 0;
  std::array<long long, 5> by_kind{};
  std::optional<Date> last;
  const auto take = [&](Date day) {
    ++times;
    last = std::max(last.value_or(day), day);
  };
  for (const DutyEvidence& e : duty.evidence) {
    const auto day = day_of(e);
    if (!known_by(day, e.dated, look.as_at(), look.known_at())) continue;
    if (receipts.retracted.contains(&e)) continue;
    ++by_kind[static_cast<std::size_t>(e.kind.value_or(EvidenceKind::other))];
    take(*day);
  }
  for (const Date day : receipts.beside) take(day);
  look.measure("of", duty.body.id);
  std::string text = times == 0 ? "none" : counted(times, "time");
  if (times != 0) {
    std::string kinds;
    for (std::size_t i = 0; i < by_kind.size(); ++i)
      if (by_kind[i] != 0)
        kinds += (kinds.empty() ? "" : ", ") + std::to_string(by_kind[i]) + " " +
                 std::string(words_of<EvidenceKind>()[i]);
    if (!receipts.beside.empty())
      kinds += (kinds.empty() ? "" : ", ") + std::to_string(receipts.beside.size()) + " by record";
    text += " (" + kinds + ")";
    if (duty.from) text += " since " + in_words(*duty.from);
  }
  look.measure("evidenced", text);
  look.measure("times", times);
  if (last) look.measure("last", in_words(*last));

  if (duty.from && look.as_at() < *duty.from) return;
  for (const FormerPost& post : duty.led_before)
    look.report(codes::diagnose(codes::not_independent,
                                duty.body.id + " is to judge what it led before: " + post.body.id +
                                    (post.as.empty() ? "" : ", as " + post.as) +
                                    (post.until ? ", until " + in_words(*post.until) : ""),
                                {}, "let somebody else judge this, or say how it is kept apart"),
                post, "body");
  if (times != 0) return;
  // Nobody can be asked for what is not owed yet.
  if (const PromiseId promise = look.partnership().find_promise("duties/" + duty.id + "/duty")) {
    const auto owed = look.partnership().deadlines(promise);
    const auto over = [&](const Deadline& d) { return !d.range || d.range->last() < look.as_at(); };
    if (std::ranges::none_of(owed, over)) return;
  }
  look.report(codes::diagnose(codes::no_evidence, duty.id + " is not evidenced by anything", {},
                              "name what shows that it is done, or ask for it"),
              duty, "text");
}

}  // namespace

const Register& duties_register() {
  static constexpr Field list[] = {rows<Duty>(
      "duties", "What somebody is appointed to do, held against what shows that it is done.")};
  static constexpr RowRules<Duty> rules{.issue = issue, .check = check, .look = look};
  static constexpr Register duties = register_of("Duties", list, rules);
  return duties;
}

}  // namespace safegov
