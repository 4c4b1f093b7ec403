// Takes back what retractions take back, and says what is said twice.
// SPDX-License-Identifier: Apache-2.0

#include "model/retractions.hpp"

#include <algorithm>
#include <iterator>
#include <variant>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/subject.hpp"

namespace safegov::internal {

Retractions::Retractions(Partnership::Data& data, const Gaps& gaps, Diagnostics& found)
    : RecordFindings(data, found), data_(data), promises_missing_(gaps.promises) {}

void Retractions::index_ids() {
  for (std::size_t i = 0; i < data_.records().size(); ++i) {
    if (record(i).id.empty()) continue;
    const auto [first, fresh] = ids_.emplace(record(i).id, i);
    if (fresh) continue;
    auto& d = report(codes::duplicate_id, "two records are called " + in_quotes(record(i).id), i,
                     "id", "an id names one thing only: change one of them");
    relate(d, where(first->second, "id"), "first used here");
  }
}

void Retractions::take_all() {
  const std::size_t records = data_.records().size();
  std::vector<std::size_t> retractions;
  for (std::size_t i = 0; i < records; ++i)
    if (is_retraction(i)) retractions.push_back(i);
  if (retractions.empty()) return;
  for (std::size_t i = 0; i < records; ++i)
    if (is_known(i)) standing_of(i).emplace(written_down(i), i);
  for (const std::size_t i : retractions) take(i);
}

bool Retractions::is_retraction(std::size_t i) const {
  return record(i).event.kind == RecordKind::retracted;
}

/// Whether what it is about was found; a retraction is about what it takes back, and stands for
/// nothing itself.
bool Retractions::is_known(std::size_t i) const {
  return !is_retraction(i) && !std::holds_alternative<std::monostate>(data_.resolved[i].about);
}

/// `retracted: ID`, or `retracted: received bp-2019/2.1/qa of June 2019`.
void Retractions::take(std::size_t i) {
  const std::string& about = record(i).event.about;
  if (about.empty()) return;
  const std::vector<std::size_t> targets = named(i);
  if (targets.size() == 1 && is_retraction(targets[0])) {
    report(codes::nothing_to_retract, "a retraction cannot be taken back", i, "retracted",
           "record again what the retraction took back");
  } else if (targets.size() == 1) {
    data_.resolved[i].retracts = static_cast<std::uint32_t>(targets[0]);
    data_.resolved[i].about = data_.resolved[targets[0]].about;
    take_back(targets[0]);
  } else if (targets.empty()) {
    if (!promises_missing_)
      report(codes::nothing_to_retract, "no record says " + in_quotes(about), i, "retracted",
             "name the record by its 'id', or by what it says: 'received bp-2019/2.1/qa of June "
             "2019'");
  } else {
    auto& d = report(codes::unclear_subject, "several records say " + in_quotes(about), i,
                     "retracted", "give the one that is meant an 'id', and retract that");
    for (const std::size_t target : targets)
      relate(d, where(target, word_of(record(target).event.kind)), "this one?");
  }
}

/// The records that a retraction could mean.
std::vector<std::size_t> Retractions::named(std::size_t i) {
  const std::string& about = record(i).event.about;
  if (const auto by_id = ids_.find(about); by_id != ids_.end()) return {by_id->second};
  const auto space = about.find(' ');
  const auto words = words_of<RecordKind>();
  const auto kind = std::ranges::find(words, std::string_view(about).substr(0, space));
  if (space == std::string::npos || kind == words.end()) return {};
  return alike(static_cast<RecordKind>(kind - words.begin()),
               std::string_view(about).substr(space + 1), written_down(i));
}

/// The record that a retraction by words means, or more if that is not clear: of those that say
/// so and have not been taken back, one that had been written down by then. Where none had been,
/// any.
std::vector<std::size_t> Retractions::alike(RecordKind kind, std::string_view about,
                                            std::int32_t by) {
  Standing candidates;
  for (const About& what : find_all(data_, about)) {
    // Two tell that it is not clear.
    const Standing& all = standing_[{kind, what}];
    candidates.insert(all.begin(), all.size() < 2 ? all.end() : std::next(all.begin(), 2));
  }
  std::vector<std::size_t> found;
  for (const auto& [day, i] : candidates)
    if (found.empty() || day <= by || candidates.begin()->first > by) found.push_back(i);
  return found;
}

Retractions::Standing& Retractions::standing_of(std::size_t i) {
  return standing_[{record(i).event.kind, data_.resolved[i].about}];
}

void Retractions::take_back(std::size_t i) {
  taken_back_.insert(i);
  if (is_known(i)) standing_of(i).erase({written_down(i), i});
}

std::int32_t Retractions::written_down(std::size_t i) const {
  const auto& day = record(i).recorded ? record(i).recorded : record(i).date;
  return day ? day->days() : 0;  // without a date, it is not sound
}

void Retractions::check_twice() {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> received;
  std::map<std::uint32_t, std::size_t> held, settled;
  for (std::size_t i = 0; i < data_.records().size(); ++i) {
    if (!is_known(i) || taken_back_.contains(i)) continue;
    const About& about = data_.resolved[i].about;
    if (const auto* subject = std::get_if<Subject>(&about);
        subject && record(i).event.kind == RecordKind::received) {
      const auto [first, fresh] =
          received.emplace(std::pair(subject->promise.index, subject->number), i);
      if (!fresh && !agree(i, first->second))
        report_twice(i, first->second,
                     "retract one of them, or say 'partly-received' of the first");
    } else if (const auto* meeting = std::get_if<MeetingId>(&about);
               meeting && record(i).event.kind == RecordKind::held) {
      const auto [first, fresh] = held.emplace(meeting->index, i);
      if (!fresh && !agree(i, first->second))
        report_twice(i, first->second,
                     "retract one of them, or name the body alone for a meeting "
                     "outside its schedule");
    } else if (const auto* dispute = std::get_if<DisputeId>(&about);
               dispute && record(i).event.kind == RecordKind::settled) {
      const auto [first, fresh] = settled.emplace(dispute->index, i);
      if (!fresh) report_twice(i, first->second, "retract one of them; the first stands");
    }
  }
}

/// What a row of a register says again of the same day contradicts nothing: minutes say what was
/// recorded when the meeting was held.
bool Retractions::agree(std::size_t i, std::size_t first) const {
  const bool of_row = std::max(i, first) >= data_.parts.records.size();
  return of_row && record(i).date == record(first).date &&
         record(i).quorum.value_or(Quorum::met) == record(first).quorum.value_or(Quorum::met);
}

void Retractions::report_twice(std::size_t i, std::size_t first, std::string help) {
  const std::string_view kind = word_of(record(i).event.kind);
  auto& d = report(codes::received_twice,
                   in_quotes(record(i).event.about) + " is " + std::string(kind) + " twice", i,
                   kind, std::move(help));
  relate(d, where(first, kind), "here too");
}

}  // namespace safegov::internal
