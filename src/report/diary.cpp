// A diary: every deadline and every meeting at its day.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <functional>
#include <iterator>
#include <span>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <safegov/diary.hpp>
#include <safegov/network.hpp>

#include "model/spoken.hpp"
#include "report/diary_identity.hpp"
#include "report/diary_words.hpp"

namespace safegov {
namespace {

using namespace internal;

/// Descending, each once.
std::vector<int> checked(std::vector<int> alarms) {
  if (std::ranges::any_of(alarms, [](int days) { return days < 0; }))
    throw std::invalid_argument("an alarm is a number of days before, not after");
  std::ranges::sort(alarms, std::greater<>());
  alarms.erase(std::unique(alarms.begin(), alarms.end()), alarms.end());
  return alarms;
}

class Diarist {
 public:
  Diarist(const Assessment& assessment, const std::vector<int>& alarms)
      : assessment_(assessment),
        owed_(assessment.obligations()),
        network_(network_of(owed_, assessment.as_at())),
        alarms_(checked(alarms)) {}

  Diary of_all() const {
    Diary made = begin("");
    for (std::uint32_t i = 0; i < partnership().meetings().size(); ++i) add(made, MeetingId{i});
    for (std::size_t row = 0; row < owed_.size(); ++row) add(made, row);
    return sorted(std::move(made));
  }

  Diary of(BodyId body) const {
    Diary made = begin(": " + partnership()[body].label_on(assessment_.as_at()));
    made.body = body;
    const auto all = partnership().meetings();
    for (const Meeting& meeting : partnership().meetings(body))
      add(made, MeetingId{static_cast<std::uint32_t>(&meeting - all.data())});
    std::vector<std::uint32_t> rows;
    const auto owes = owed_.owed_by(body), receives = owed_.owed_to(body);
    std::set_union(owes.begin(), owes.end(), receives.begin(), receives.end(),
                   std::back_inserter(rows));
    for (const std::uint32_t row : rows) add(made, std::size_t{row});
    return sorted(std::move(made));
  }

 private:
  const Partnership& partnership() const { return owed_.partnership(); }

  Diary begin(const std::string& whose) const {
    const Arrangements& arrangements = partnership().arrangements();
    const std::string& name = arrangements.name.empty() ? arrangements.id : arrangements.name;
    return {.name = name + whose, .as_at = assessment_.as_at()};
  }

  static Diary sorted(Diary made) {
    std::ranges::stable_sort(made.entries, {}, [](const DiaryEntry& entry) {
      return std::tuple(entry.days.first(), entry.kind != DiaryKind::meeting);
    });
    return made;
  }

  void count_changes(DiaryEntry& entry, std::span<const Obligations::Happening> records,
                     MeetingId bound) const {
    const Changes changes =
        changes_of(records, bound, assessment_.as_at(), assessment_.options().known_at);
    entry.sequence = changes.count;
    if (changes.last) entry.changed = Date::from_days(*changes.last);
  }

  void add(Diary& made, MeetingId id) const {
    const MeetingStanding meeting =
        standing(owed_, id, assessment_.as_at(), assessment_.options().known_at);
    DiaryEntry entry{.uid = uid_of(partnership(), id), .days = meeting.days};
    entry.kind = DiaryKind::meeting;
    count_changes(entry, owed_.happenings(id), id);
    entry.summary = summary_of(owed_, meeting, assessment_.as_at());
    entry.description = lines_about(assessment_, meeting);
    if (meeting.state == MeetingState::cancelled)
      entry.status = DiaryStatus::cancelled;
    else if (day_is_open(meeting))
      entry.status = DiaryStatus::tentative;
    entry.categories = {"meeting", std::string(to_string(meeting.state))};
    made.entries.push_back(std::move(entry));
  }

  void add(Diary& made, std::size_t row) const {
    const auto in_force = assessment_.in_force(row);
    const auto meeting = assessment_.meeting(row);
    const auto days = in_force ? in_force : meeting ? meeting->days : former_days(row);
    if (!days) {
      ++made.left_out;
      return;
    }
    DiaryEntry entry{.uid = uid_of(owed_, row), .days = DateRange(days->last())};
    count_changes(entry, owed_.happenings(row), owed_[row].meeting());
    entry.summary = summary_of(assessment_, row);
    entry.description = lines_about(assessment_, network_, row);
    const State state = assessment_[row];
    if (!is_received(state) && (is_closed(state) || !in_force))
      entry.status = DiaryStatus::cancelled;
    entry.categories = {spoken(state), owed_[row].plan().id};
    if (!is_closed(state) && in_force)
      for (const int before : alarms_)
        if (days->last().days() - before >= assessment_.as_at().days())
          entry.alarms.push_back(before);
    if (meeting) entry.related_to = uid_of(partnership(), meeting->meeting);
    made.entries.push_back(std::move(entry));
  }

  /// The days that an extension gave to what has none, though it was taken back since: an earlier
  /// diary has it there, and a later one has to say that it is off.
  std::optional<DateRange> former_days(std::size_t row) const {
    const auto& known_at = assessment_.options().known_at;
    std::optional<DateRange> days;
    for (const auto& h : owed_.happenings(row)) {
      if (h.day > assessment_.as_at().days()) break;
      if (h.kind != RecordKind::extended || (known_at && h.recorded > known_at->days())) continue;
      days = h.meeting ? standing(owed_, h.meeting, assessment_.as_at(), known_at).days
                       : DateRange(Date::from_days(h.first), Date::from_days(h.last));
    }
    return days;
  }

  const Assessment& assessment_;
  const Obligations& owed_;
  Network network_;
  std::vector<int> alarms_;
};

}  // namespace

Diary diary(const Assessment& assessment, const DiaryOptions& options) {
  const Diarist diarist(assessment, options.alarms);
  return options.body ? diarist.of(options.body) : diarist.of_all();
}

std::vector<Diary> diaries(const Assessment& assessment, const DiaryOptions& options) {
  const Diarist diarist(assessment, options.alarms);
  std::vector<Diary> made;
  for (std::uint32_t i = 0; i < assessment.obligations().partnership().bodies().size(); ++i) {
    if (options.body && options.body != BodyId{i}) continue;
    Diary one = diarist.of(BodyId{i});
    if (!one.entries.empty()) made.push_back(std::move(one));
  }
  return made;
}

}  // namespace safegov
