// What is to be done about what somebody found: what it holds, what it issues, and what is done.
// SPDX-License-Identifier: Apache-2.0

#include "registers/follow_up.hpp"

#include <array>
#include <map>

#include "model/common_fields.hpp"
#include "registers/about_children.hpp"
#include "registers/commitment.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;

template <>
std::span<const std::string_view> words_of<ProgressKind>() {
  static constexpr std::array<std::string_view, 4> words{"begun", "progress", "done", "no-sequel"};
  return words;
}

template <>
const Type& type_of<ActionProgress>() {
  using Progress = ActionProgress;
  static constexpr Field fields[] = {
      field<&Progress::in>("in", "The document.", Need::required),
      field<&Progress::dated>(
          "dated", "The day of that document: before it, nothing is known of it.", Need::required),
      field<&Progress::outcome>("outcome", "How far it is; some progress, unless given."),
      field<&Progress::date>(
          "date", "Of what is done: the day, where the document says; its own otherwise."),
      field<&Progress::text>("text", "Its words."),
      field<&Progress::source>("source", docs::source),
      field<&Progress::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Progress::audience>("audience", docs::audience),
  };
  static constexpr Type type = leaving_out(
      described<Progress>("action-progress",
                          "What a document says of what followed from something found.", fields),
      internal::about_children);
  return type;
}

template <>
const Type& type_of<FollowUpAction>() {
  using Own = FollowUpAction;
  static constexpr Field fields[] = {
      field<&Own::id>("id", "Its number: `1.1`; unlike all others of its part or row.",
                      Need::required),
      field<&Own::what>("what", "What is to be done, as printed.", Need::required),
      field<&Own::from>("from", "Who is to do it."),
      field<&Own::to>("to", "Who is to hear of it."),
      field<&Own::due>("due", "When, in the words as printed."),
      field<&Own::commitment>(
          "commitment", "The commitment that promises it already: it owes nothing by itself."),
      field<&Own::progress>("progress", "How far it is, as documents have it."),
      field<&Own::source>("source", docs::source),
      field<&Own::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Own::audience>("audience", docs::audience),
  };
  static constexpr Type type = leaving_out(
      described<Own>("follow-up-action",
                     "Something to be done about what an inspection or a review found.", fields),
      internal::about_children);
  return type;
}

namespace internal {
namespace {

std::optional<Date> day_of(const ActionProgress& progress) {
  return progress.date ? progress.date : progress.dated;
}

}  // namespace

const ActionProgress* first_done(const FollowUpAction& action) {
  // The earliest, in whatever order they are written.
  const ActionProgress* done = nullptr;
  for (const ActionProgress& progress : action.progress)
    if (progress.outcome == ProgressKind::done && day_of(progress) &&
        (done == nullptr || *day_of(progress) < *day_of(*done)))
      done = &progress;
  return done;
}

void issue_action(const FollowUpAction& action, Issue& issue) {
  if (action.commitment || action.id.empty()) return;
  Promise written;
  written.id = action.id;
  written.what = action.what;
  written.from = action.from;
  written.to = action.to;
  written.due = action.due;
  Promise& promise = issue.promise(written, action.origin);
  promise.source = action.source;
  const ActionProgress* done = first_done(action);
  if (done == nullptr) return;
  Record& came = issue.happened(RecordKind::received, issue.id(promise.id), done->origin);
  came.date = day_of(*done);
  if (done->date) came.recorded = done->dated;
  came.reference = done->in.id;
}

const ActionProgress* last_known(std::span<const ActionProgress> all, RowLook& look) {
  const ActionProgress* last = nullptr;
  for (const ActionProgress& p : all)
    if (known_by(p.dated, {}, look.as_at(), look.known_at()) &&
        (last == nullptr || *last->dated <= *p.dated))
      last = &p;
  return last;
}

std::set<std::string_view> received_by(RowLook& look) {
  std::map<std::string_view, bool> received;
  for (const Subject& o : look.issued()) {
    const State state = look.standing(o).state;
    const bool came = is_received(state);
    const auto [entry, first] =
        received.emplace(look.partnership().promises()[o.promise.index].id, came);
    if (!first) entry->second &= came;
  }
  std::set<std::string_view> all;
  for (const auto& [id, came] : received)
    if (came) all.insert(id);
  return all;
}

bool is_done(const FollowUpAction& action, std::string_view promise,
             const std::set<std::string_view>& received, RowLook& look) {
  if (!action.commitment) return received.contains(promise);
  const Commitment* row = find_commitment(look.partnership(), action.commitment.id);
  if (row == nullptr) return false;
  const LedgerVerdict verdict =
      follow(look.partnership(), *row, look.as_at(), look.known_at()).verdict;
  return verdict == LedgerVerdict::done || verdict == LedgerVerdict::done_late;
}

}  // namespace internal
}  // namespace safegov
