// Clocks: the time limits of statute and guidance, as data, and what they come to in days.
// SPDX-License-Identifier: Apache-2.0
//
//   const Clock& clock = *find_named_clock("rapid-review");
//   const ClockReading reading = read_clock(clock, {{"", Date(2019, 10, 14)}}, calendar);
//   reading.answers[0].days->last();     // 4 November 2019: fifteen working days
//   reading.answers[1].status;           // not_started: nobody said when the council became aware
//
// What a clock comes to is computed, and is not legal advice.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <safegov/calendar.hpp>
#include <safegov/certainty.hpp>
#include <safegov/date.hpp>
#include <safegov/deadline.hpp>
#include <safegov/describe.hpp>

namespace safegov {

class Partnership;

/// What a limit is counted in. Hours give no day, for no event has a time of day.
enum class ClockUnit : std::uint8_t { working_days, days, weeks, months, hours, date, none };

/// Which day is day 0.
enum class Counting : std::uint8_t {
  start_is_day_0,             ///< the day of the event; the next qualifying day is day 1
  start_is_day_1,             ///< the day of the event counts itself, if it qualifies
  next_working_day_is_day_0,  ///< the first working day after the event
};

enum class ClockDirection : std::uint8_t { after, before };

/// Where a last day goes that is no working day. It stays, unless the rule says so.
enum class ClockRoll : std::uint8_t { stays, to_next_working_day, to_working_day_before };

enum class Whichever : std::uint8_t { sooner, later };

/// Another limit beside that of a rule: `or 20 working days after birth`.
struct ClockAlternative {
  std::string trigger = {};
  std::optional<int> limit = {};
  std::optional<ClockUnit> unit = {};
  std::string by = {};  ///< of a date: `30 September`
  Origin origin = {};
  friend bool operator==(const ClockAlternative&, const ClockAlternative&) = default;
};

/// A stage on the way, counted as the rule is.
struct ClockMilestone {
  std::string name = {};
  std::optional<int> from = {};  ///< `to`, unless given
  std::optional<int> to = {};
  Origin origin = {};
  friend bool operator==(const ClockMilestone&, const ClockMilestone&) = default;
};

/// One way to read a rule: from what, how long, how counted.
struct ClockRule {
  std::string name = {};     ///< the trigger, unless given
  std::string trigger = {};  ///< the word for what starts it: `awareness`
  std::string starts = {};   ///< what that is, in full
  std::optional<int> limit = {};
  std::optional<ClockUnit> unit = {};
  std::string by = {};     ///< of a date: `30 September`, the first after the event; or a full date
  std::string words = {};  ///< of what has no limit: `promptly`
  Counting counting = Counting::start_is_day_0;
  ClockDirection direction = ClockDirection::after;
  ClockRoll rolls = ClockRoll::stays;
  std::vector<ClockAlternative> alternatives = {};
  Whichever whichever = Whichever::sooner;
  std::vector<ClockMilestone> milestones = {};
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const ClockRule&, const ClockRule&) = default;

  [[nodiscard]] const std::string& label() const noexcept { return name.empty() ? trigger : name; }
};

/// What held from one day to another. The version in force on the day of the event holds, also
/// after it was replaced.
struct ClockVersion {
  std::string name = {};  ///< `WT2018`
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  std::string instrument = {};
  std::string source = {};
  std::optional<Certainty> certainty = {};
  std::string calendar = {};          ///< that of the partnership, unless given
  std::vector<ClockRule> rules = {};  ///< the first is the default; others are shown beside it
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const ClockVersion&, const ClockVersion&) = default;

  [[nodiscard]] bool in_force(Date day) const noexcept {
    return !(from && day < *from) && !(until && *until < day);
  }
};

/// What a suspension does to clocks that start in it, or run through it.
enum class SuspensionEffect : std::uint8_t {
  unchanged,  ///< it was said that nothing changes
  relaxed,    ///< the duty stands; what starts or would be due in it has no fixed limit
  stopped,    ///< its days do not count
};

/// A time of exception: spring 2020.
struct ClockSuspension {
  std::string name = {};
  std::optional<Date> from = {};
  std::optional<Date> until = {};
  SuspensionEffect effect = SuspensionEffect::relaxed;
  std::string instrument = {};
  std::string source = {};
  std::optional<Certainty> certainty = {};
  std::string note = {};
  Origin origin = {};
  friend bool operator==(const ClockSuspension&, const ClockSuspension&) = default;

  [[nodiscard]] bool contains(Date day) const noexcept {
    return !(from && day < *from) && !(until && *until < day);
  }
};

/// A time limit, through all its versions.
struct Clock {
  static constexpr std::string_view refers_to = "clock";

  std::string id = {};
  std::string name = {};
  std::string duty = {};                    ///< what is to be done
  std::vector<ClockVersion> versions = {};  ///< the earliest first
  std::vector<ClockSuspension> suspensions = {};
  std::string source = {};
  std::string note = {};
  Audience audience = Audience::open;
  Origin origin = {};
  friend bool operator==(const Clock&, const Clock&) = default;
};

/// The days that are known of a case. One without a name is the event that starts the default rule.
using ClockStart = std::vector<NamedDay>;

enum class ClockStatus : std::uint8_t {
  computed,
  relaxed,           ///< it runs in a time of exception: no fixed limit
  no_limit,          ///< `promptly`
  hours,             ///< not computable in days
  not_started,       ///< the day of the event is not known
  not_in_force,      ///< no version of the clock holds on that day
  outside_calendar,  ///< it needs days that no table has
};

/// A milestone at its days.
struct ClockMark {
  std::string name;
  DateRange days;
  friend bool operator==(const ClockMark&, const ClockMark&) = default;
};

/// What one rule comes to.
struct ClockAnswer {
  std::size_t version = 0;  ///< into the clock's versions; of what is not in force the last
  std::size_t rule = 0;     ///< into that version's rules
  ClockStatus status = ClockStatus::not_started;
  std::optional<Date> start = {};       ///< the day of the event
  std::optional<DateRange> days = {};   ///< on time until its last day; only if computed
  std::optional<Date> otherwise = {};   ///< of what is relaxed: its last day without that
  bool provisional = false;             ///< counted through days that the calendar only expects
  std::vector<std::string> steps = {};  ///< the arithmetic, one line each
  std::vector<ClockMark> milestones = {};
  std::string trouble = {};  ///< why there is no day; lower case, no full stop

  /// The last day on time, if there is one.
  [[nodiscard]] std::optional<Date> due() const {
    return days ? std::optional(days->last()) : std::nullopt;
  }
};

/// What a clock comes to: an answer for each rule, the default first. Never empty for a clock that
/// has a version with a rule.
struct ClockReading {
  std::vector<ClockAnswer> answers = {};
};

/// By `calendar`; a version that names another is read by that one of `others`, or by our own.
[[nodiscard]] ClockReading read_clock(const Clock& clock, const ClockStart& start,
                                      const Calendar& calendar,
                                      std::span<const Calendar> others = {});
/// The same by the calendars of a partnership.
[[nodiscard]] ClockReading read_clock(const Clock& clock, const ClockStart& start,
                                      const Partnership& partnership);

/// Whether something was done in time. What nobody can tell is no pass.
enum class Timeliness : std::uint8_t { met, not_met, unverifiable };

/// Of what was done on `done`. Without that day, or where the rule gives none, unverifiable; what
/// was relaxed is met if it was done by the day that would have held otherwise, and no more is
/// said.
[[nodiscard]] Timeliness judge(const ClockAnswer& answer, std::optional<Date> done) noexcept;

/// The clocks that come with the library, by id. A partnership's own of the same id goes before.
[[nodiscard]] std::span<const Clock> named_clocks();
/// The one of that id, or null.
[[nodiscard]] const Clock* find_named_clock(std::string_view id);
/// The partnership's own clock of that id, or one that comes with the library; or null.
[[nodiscard]] const Clock* find_clock(const Partnership& partnership, std::string_view id);

/// The events that any reading of a clock counts from, each once, by name.
[[nodiscard]] std::vector<std::string_view> triggers_of(const Clock& clock);

/// The words of a deadline that a clock gives: `rapid-review from 14 October 2019`, and with more
/// days `… and awareness 9 October 2019`. A promise whose `due` they are is due when the clock
/// says, and its explanation shows clock, version, counting and source.
[[nodiscard]] std::string clock_words(std::string_view clock, const ClockStart& start);

/// What such words ask; nothing for any others. The clock need not exist.
struct ClockQuestion {
  std::string clock;
  ClockStart start;
};
[[nodiscard]] std::optional<ClockQuestion> read_clock_words(std::string_view words);

/// `version WT2018 of Working Together 2018, in force 29 June 2018 to 14 December 2023`
[[nodiscard]] std::string in_words(const ClockVersion& version);
/// `Covid-19, from 30 March 2020 to 30 September 2020, relaxed; …`, with source and certainty
[[nodiscard]] std::string in_words(const ClockSuspension& suspension);
/// `15 working days after notification`
[[nodiscard]] std::string in_words(const ClockRule& rule);
/// `15 working days after notification; the day of the event is day 0`
[[nodiscard]] std::string limit_in_words(const ClockRule& rule);
/// `stated: leedsscp.org.uk`; `high, from knowledge of the guidance`
[[nodiscard]] std::string certainty_in_words(const ClockVersion& version);
/// `the day of the event is day 0`
[[nodiscard]] std::string in_words(Counting counting);
[[nodiscard]] std::string_view to_string(ClockStatus status) noexcept;
[[nodiscard]] std::string_view to_string(Timeliness timeliness) noexcept;
/// `not met`
[[nodiscard]] std::string in_words(Timeliness timeliness);

template <>
const Type& type_of<ClockAlternative>();
template <>
const Type& type_of<ClockMilestone>();
template <>
const Type& type_of<ClockRule>();
template <>
const Type& type_of<ClockVersion>();
template <>
const Type& type_of<ClockSuspension>();
template <>
const Type& type_of<Clock>();
template <>
std::span<const std::string_view> words_of<ClockUnit>();
template <>
std::span<const std::string_view> words_of<Counting>();
template <>
std::span<const std::string_view> words_of<ClockDirection>();
template <>
std::span<const std::string_view> words_of<ClockRoll>();
template <>
std::span<const std::string_view> words_of<Whichever>();
template <>
std::span<const std::string_view> words_of<SuspensionEffect>();

}  // namespace safegov
