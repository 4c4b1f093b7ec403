// What happened to one obligation, up to a day and as known at a day.
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstdint>
#include <limits>
#include <span>

#include <safegov/assess.hpp>

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

/// The records of a row, played in order. The first that closes it decides: what was waived in May
/// is not made late by a report in June.
class History {
 public:
  History(const Obligations& owed, std::size_t row)
      : facts_{.kind = owed.kind()[row], .first = owed.first()[row], .last = owed.last()[row]} {}

  [[nodiscard]] bool closed() const noexcept { return facts_.closing != Closing::none; }
  [[nodiscard]] const Facts& facts() const noexcept { return facts_; }
  [[nodiscard]] int moves() const noexcept { return moves_; }
  [[nodiscard]] const Happening* part() const noexcept { return part_; }
  [[nodiscard]] const Happening* closing() const noexcept { return closing_; }

  /// The next that counts; only while it is not closed.
  void play(const Happening& h) noexcept {
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
        ++moves_;
        facts_.kind = DeadlineKind::dated;  // what had no day has one now
        facts_.first = h.first;
        facts_.last = h.last;
        break;
      case RecordKind::retracted:
        break;
    }
  }

  /// All that counts up to a day.
  void play_until(std::span<const Happening> happenings, std::int32_t as_at,
                  std::int32_t known) noexcept {
    for (const Happening& h : happenings) {
      if (closed() || h.day > as_at) return;
      if (counts(h, known)) play(h);
    }
  }

 private:
  void close(const Happening& h, Closing closing) noexcept {
    facts_.closing = closing;
    facts_.closed_on = h.day;
    closing_ = &h;
  }

  Facts facts_;
  int moves_ = 0;
  const Happening* part_ = nullptr;
  const Happening* closing_ = nullptr;
};

}  // namespace safegov::internal
