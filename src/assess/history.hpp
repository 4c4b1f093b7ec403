// What happened to one obligation, up to a day and as known at a day.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include <safegov/assess.hpp>

#include "assess/meeting_days.hpp"

namespace safegov::internal {

using Happening = Obligations::Happening;

/// No day of knowledge was given: everything counts, save what was ever taken back.
inline constexpr std::int32_t all_known = std::numeric_limits<std::int32_t>::max() - 1;

inline std::int32_t known_at(const AssessOptions& options) {
  return options.known_at ? options.known_at->days() : all_known;
}

inline std::int32_t soon_days(const AssessOptions& options) {
  constexpr std::int32_t widest = 100'000;  // keeps sums within 32 bits
  return options.due_soon_days < widest ? options.due_soon_days : widest;
}

inline bool counts(const Happening& h, std::int32_t known) noexcept {
  return h.recorded <= known && h.retracted > known;
}

/// A meeting up to a day.
inline MeetingDays play_meeting(const Obligations& owed, MeetingId meeting, std::int32_t as_at,
                                std::int32_t known) noexcept {
  MeetingDays days(owed.partnership()[meeting]);
  for (const Happening& h : owed.happenings(meeting)) {
    if (h.day > as_at) break;
    if (counts(h, known)) days.play(h);
  }
  return days;
}

/// How many rows have days; those stand first.
inline std::size_t dated_rows(const Obligations& owed) noexcept {
  const auto last = owed.last();
  return static_cast<std::size_t>(std::ranges::lower_bound(last, Obligations::no_day) -
                                  last.begin());
}

/// Each row that its history decides, with that: `visit(row, happenings)`.
template <class Visit>
void each_exception(const Obligations& owed, Visit&& visit) {
  const auto all = owed.exceptions();
  for (std::size_t at = 0; at < all.size();) {
    // Such rows lie far apart: without asking ahead, waiting for them is most of the time.
    const std::size_t ahead = all[std::min(at + 16, all.size() - 1)].row;
    __builtin_prefetch(owed.kind().data() + ahead);
    __builtin_prefetch(owed.first().data() + ahead);
    __builtin_prefetch(owed.last().data() + ahead);
    std::size_t end = at + 1;
    while (end < all.size() && all[end].row == all[at].row) ++end;
    visit(std::size_t{all[at].row}, all.subspan(at, end - at));
    at = end;
  }
}

/// The records of a row, played in order. The first that closes it decides: what was waived in May
/// is not made late by a report in June.
class History {
 public:
  /// As known at a day.
  History(const Obligations& owed, std::size_t row, std::int32_t known)
      : owed_(&owed),
        known_(known),
        facts_{.kind = owed.kind()[row], .first = owed.first()[row], .last = owed.last()[row]},
        meeting_(owed[row].meeting()) {}

  [[nodiscard]] bool closed() const noexcept { return facts_.closing != Closing::none; }
  [[nodiscard]] const Facts& facts() const noexcept { return facts_; }
  /// How often an extension moved the date, and by how many days in all.
  [[nodiscard]] const Slips& slips() const noexcept { return slips_; }
  /// The meeting that it is bound to, or none.
  [[nodiscard]] MeetingId meeting() const noexcept { return meeting_; }
  [[nodiscard]] const Happening* part() const noexcept { return part_; }
  [[nodiscard]] const Happening* closing() const noexcept { return closing_; }

  /// The next that counts; only while it is not closed.
  void play(const Happening& h) noexcept {
    const bool of_meeting = h.meeting && h.kind != RecordKind::extended;
    if (of_meeting) {
      if (h.meeting == meeting_) follow_meeting(h.day);
      return;
    }
    switch (h.kind) {
      case RecordKind::received:
        close(h, Closing::received);
        break;
      case RecordKind::waived:
        close(h, Closing::waived);
        break;
      case RecordKind::superseded:
        close(h, Closing::superseded);
        break;
      case RecordKind::cancelled:
        close(h, Closing::cancelled);
        break;
      case RecordKind::partly_received:
        facts_.part_received = true;
        part_ = &h;
        break;
      case RecordKind::extended:
        extend(h);
        break;
      case RecordKind::held:
      case RecordKind::decided:
      case RecordKind::rated:
      case RecordKind::moved:
      case RecordKind::published:
      case RecordKind::escalated:
      case RecordKind::settled:
      case RecordKind::retracted:
        break;  // of a meeting, or kept without effect
    }
  }

  /// All that counts up to a day.
  void play_until(std::span<const Happening> happenings, std::int32_t as_at) noexcept {
    for (const Happening& h : happenings) {
      if (closed() || h.day > as_at) return;
      if (counts(h, known_)) play(h);
    }
  }

 private:
  void close(const Happening& h, Closing closing) noexcept {
    facts_.closing = closing;
    facts_.closed_on = h.day;
    closing_ = &h;
  }

  void extend(const Happening& h) noexcept {
    const bool had_days = facts_.kind == DeadlineKind::dated;
    const std::int32_t before = facts_.last;
    facts_.kind = DeadlineKind::dated;  // what had no day has one now
    facts_.first = h.first;
    facts_.last = h.last;
    meeting_ = h.meeting;
    if (meeting_) follow_meeting(h.day);
    ++slips_.count;
    if (had_days) slips_.days += facts_.last - before;
  }

  /// While its meeting does not take place, it has no day to be judged by.
  void follow_meeting(std::int32_t day) noexcept {
    const MeetingDays days = play_meeting(*owed_, meeting_, day, known_);
    facts_.kind = days.takes_place() ? DeadlineKind::dated : DeadlineKind::unresolved;
    facts_.first = days.first;
    facts_.last = days.last;
  }

  const Obligations* owed_;
  std::int32_t known_;
  Facts facts_;
  Slips slips_ = {};
  MeetingId meeting_;
  const Happening* part_ = nullptr;
  const Happening* closing_ = nullptr;
};

}  // namespace safegov::internal
