// What shows that something was done that is owed at intervals.
// SPDX-License-Identifier: Apache-2.0

#include "registers/evidence.hpp"

#include <string>

#include <safegov/partnership.hpp>

#include "registers/when.hpp"

namespace safegov::internal {

std::optional<Date> day_of(const DutyEvidence& evidence) {
  const auto days = days_of_words(evidence.when);
  return days ? std::optional(days->last()) : std::nullopt;
}

const DutyEvidence* first_that_meets(std::span<const DutyEvidence> evidence,
                                     const Deadline& deadline, std::size_t deadlines) {
  if (!deadline.range) return nullptr;
  const DutyEvidence* first = nullptr;
  for (const DutyEvidence& e : evidence) {
    const auto day = day_of(e);
    const bool meets = day && (deadline.range->contains(*day) ||
                               (deadlines == 1 && deadline.range->last() < *day));
    if (meets && (first == nullptr || *day < *day_of(*first))) first = &e;
  }
  return first;
}

void issue_evidence(Issue& issue, std::string_view promise, std::string_view due,
                    std::optional<Date> anchor, std::optional<DateRange> window,
                    std::span<const DutyEvidence> evidence) {
  const auto owed = parse_deadlines(due, {.anchor = anchor, .window = window}).deadlines;
  for (const Deadline& deadline : owed) {
    const DutyEvidence* found = first_that_meets(evidence, deadline, owed.size());
    if (found == nullptr) continue;
    Record& came = issue.happened(RecordKind::received,
                                  issue.id(promise) + "@" + deadline_key(deadline), found->origin);
    came.date = day_of(*found);
    if (found->dated && *came.date <= *found->dated) came.recorded = found->dated;
    came.reference = found->source;
  }
}

}  // namespace safegov::internal
