// A diary: every deadline and every meeting at its day, for people's own calendars.
// SPDX-License-Identifier: Apache-2.0
//
//   const Assessment state = assess(owed, Date(2019, 11, 1));
//   std::cout << render_icalendar(diary(state, {.body = partnership.find_body("bmg")}));   //
//   iCalendar
//
// An entry keeps its uid whatever becomes of its words and days, and its sequence grows with every
// record that changes it. So a later diary that is read over an earlier one puts it right.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/body.hpp>
#include <safegov/date.hpp>

namespace safegov {

/// What an entry is of.
enum class DiaryKind : std::uint8_t { deadline, meeting };

/// Whether it stands. A closed list, that of iCalendar.
enum class DiaryStatus : std::uint8_t {
  confirmed,
  tentative,  ///< a meeting of which only the month is known
  cancelled,  ///< need not come, will not be held, or has no day now
};

/// One deadline or one meeting.
struct DiaryEntry {
  std::string uid;  ///< `bp-2019/2.1/bmg@2019-10@ncscp.safegov`, by the oldest ids that there are
  DiaryKind kind = DiaryKind::deadline;
  std::int32_t sequence = 0;  ///< how many records changed it, those taken back counted twice
  /// Of a deadline, the last day in force; of a meeting, those on which it can be.
  DateRange days;
  std::string summary = {};  ///< what records say of it goes first: `received: EHA report (…)`
  std::vector<std::string> description = {};  ///< line by line
  DiaryStatus status = DiaryStatus::confirmed;
  std::vector<std::string> categories = {};  ///< `overdue`, `bp-2019`
  std::vector<int> alarms = {};              ///< days before; none on a day that is over
  std::optional<Date> changed = {};          ///< when the latest of those records was written down
  std::string related_to = {};               ///< the uid of the meeting to which it is due
  friend bool operator==(const DiaryEntry&, const DiaryEntry&) = default;
};

/// By first day; on a day meetings first, then as the obligations are ordered.
struct Diary {
  std::string name;  ///< `Nottingham City …: Business Management Group`
  Date as_at;
  BodyId body = {};  ///< whose it is; none: everybody's
  std::vector<DiaryEntry> entries = {};
  std::size_t left_out = 0;  ///< obligations that have and had no day
};

struct DiaryOptions {
  BodyId body = {};                   ///< only what it owes, what it is owed, and its meetings
  std::vector<int> alarms = {30, 7};  ///< days before a deadline that is still open
};

/// Of everything assessed, as at that day. Throws std::invalid_argument for a negative alarm.
[[nodiscard]] Diary diary(const Assessment& assessment, const DiaryOptions& options = {});

/// One for each body that has any entry, in the order written; with `body`, at most that one.
[[nodiscard]] std::vector<Diary> diaries(const Assessment& assessment,
                                         const DiaryOptions& options = {});

}  // namespace safegov
