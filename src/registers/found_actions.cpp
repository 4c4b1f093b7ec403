// What is done about what was found.
// SPDX-License-Identifier: Apache-2.0

#include "registers/found_actions.hpp"

#include <map>

#include "registers/commitment.hpp"
#include "registers/when.hpp"

namespace safegov::internal {

void issue_action(const InspectionAction& action, Issue& issue) {
  if (action.commitment || action.id.empty()) return;
  Promise written;
  written.id = action.id;
  written.what = action.what;
  written.from = action.from;
  written.to = action.to;
  written.due = action.due;
  Promise& promise = issue.promise(written, action.origin);
  promise.source = action.source;
  // The earliest, in whatever order they are written.
  const auto day_of = [](const InspectionProgress& p) { return p.date ? p.date : p.dated; };
  const InspectionProgress* done = nullptr;
  for (const InspectionProgress& progress : action.progress)
    if (progress.outcome == ProgressKind::done && day_of(progress) &&
        (done == nullptr || *day_of(progress) < *day_of(*done)))
      done = &progress;
  if (done == nullptr) return;
  Record& came = issue.happened(RecordKind::received, issue.id(promise.id), done->origin);
  came.date = day_of(*done);
  if (done->date) came.recorded = done->dated;
  came.reference = done->in.id;
}

const InspectionProgress* last_known(const std::vector<InspectionProgress>& all, RowLook& look) {
  const InspectionProgress* last = nullptr;
  for (const InspectionProgress& p : all)
    if (known_by(p.dated, {}, look.as_at(), look.known_at()) &&
        (last == nullptr || *last->dated <= *p.dated))
      last = &p;
  return last;
}

std::set<std::string_view> received_by(RowLook& look) {
  std::map<std::string_view, bool> received;
  for (const Subject& o : look.issued()) {
    const State state = look.standing(o).state;
    const bool came = state == State::received || state == State::received_late;
    const auto [entry, first] =
        received.emplace(look.partnership().promises()[o.promise.index].id, came);
    if (!first) entry->second &= came;
  }
  std::set<std::string_view> all;
  for (const auto& [id, came] : received)
    if (came) all.insert(id);
  return all;
}

bool is_done(const InspectionAction& action, std::string_view promise,
             const std::set<std::string_view>& received, RowLook& look) {
  if (!action.commitment) return received.contains(promise);
  const Commitment* row = find_commitment(look.partnership(), action.commitment.id);
  if (row == nullptr) return false;
  const LedgerVerdict verdict =
      follow(look.partnership(), *row, look.as_at(), look.known_at()).verdict;
  return verdict == LedgerVerdict::done || verdict == LedgerVerdict::done_late;
}

}  // namespace safegov::internal
