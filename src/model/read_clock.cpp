// From a clock and the days of a case to the days by which something is due.
// SPDX-License-Identifier: Apache-2.0
//
// Days are counted by the calendar's and the dates' own functions, and nowhere else.

#include <algorithm>
#include <array>

#include <safegov/clock.hpp>
#include <safegov/partnership.hpp>

#include "base/text.hpp"
#include "model/clock_by.hpp"

namespace safegov {

namespace {

using internal::counted;
using internal::in_quotes;

std::string weekday_in_words(Date day) {
  std::string name(to_string(day.weekday()));
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name + " " + in_words(day);
}

/// Why a rule gives no day.
struct NoDay {
  ClockStatus status;
  std::string why;
};

std::optional<Date> day_of(const ClockStart& start, std::string_view event) {
  const auto found = std::ranges::find(start, event, &NamedDay::name);
  return found == start.end() ? std::nullopt : std::optional(found->day);
}

/// Of the event that starts a rule. Without a name, that of the default rule is meant.
std::optional<Date> start_of(const ClockStart& start, const ClockVersion& version,
                             const ClockRule& rule) {
  if (const auto named = day_of(start, rule.trigger)) return named;
  const bool is_default = !version.rules.empty() && version.rules[0].trigger == rule.trigger;
  return is_default ? day_of(start, "") : std::nullopt;
}

/// Counts one rule, and keeps the steps of it.
class Count {
 public:
  Count(const Clock& clock, const ClockRule& rule, const Calendar& calendar, ClockAnswer& answer)
      : clock_(clock), rule_(rule), calendar_(calendar), answer_(answer) {}

  /// Throws NoDay, OutsideCalendar, or std::invalid_argument past the last year.
  Date last_day(Date start, const std::optional<int>& limit, const std::optional<ClockUnit>& unit,
                const std::string& by) {
    switch (unit.value_or(ClockUnit::none)) {
      case ClockUnit::hours:
        throw NoDay{ClockStatus::hours,
                    counted(limit.value_or(0), "hour") + " are not computable in days"};
      case ClockUnit::none:
        throw NoDay{ClockStatus::no_limit,
                    rule_.words.empty()
                        ? "the rule has no fixed limit"
                        : "the rule says " + in_quotes(rule_.words) + ", which is no fixed limit"};
      case ClockUnit::date:
        return rolled(date_by(start, by));
      default:
        break;
    }
    if (!limit || *limit < 1) throw NoDay{ClockStatus::no_limit, "the rule has no limit"};
    const Date last = after(day_0(start), *limit, *unit, Say::yes);
    return *unit == ClockUnit::working_days ? last : rolled(last);
  }

  /// The n-th day or so, as the rule counts.
  DateRange milestone(Date start, const ClockMilestone& milestone) {
    const Date zero = day_0(start, Say::no);
    const auto at = [&](int n) {
      return n == 0 ? zero : after(zero, n, rule_.unit.value_or(ClockUnit::days), Say::no);
    };
    const Date to = at(milestone.to.value_or(0));
    const Date from = at(milestone.from.value_or(milestone.to.value_or(0)));
    return from <= to ? DateRange(from, to) : DateRange(to, from);
  }

 private:
  enum class Say { no, yes };

  void step(std::string text) { answer_.steps.push_back(std::move(text)); }

  [[nodiscard]] bool backward() const { return rule_.direction == ClockDirection::before; }

  Date day_0(Date start, Say say = Say::yes) {
    switch (rule_.counting) {
      case Counting::start_is_day_0:
        if (say == Say::yes) step(weekday_in_words(start) + " is day 0");
        return start;
      case Counting::start_is_day_1:
        if (say == Say::yes) step(weekday_in_words(start) + " is day 1, if it qualifies");
        // Day 0 is the day before it, or after it when counted back.
        return add_days(start, backward() ? 1 : -1);
      case Counting::next_working_day_is_day_0: {
        const Date next = add_working_days(calendar_, start, backward() ? -1 : 1);
        touch(next);
        if (say == Say::yes)
          step(weekday_in_words(start) + " starts it; the first working day after, " +
               weekday_in_words(next) + ", is day 0");
        return next;
      }
    }
    return start;
  }

  /// What is counted by a calendar that only expects that day is provisional.
  void touch(Date day) {
    if (calendar_.provisional(day)) answer_.provisional = true;
  }

  Date moved(Date from, int n, ClockUnit unit) {
    const int signed_n = backward() ? -n : n;
    switch (unit) {
      case ClockUnit::working_days: {
        const Date to = add_working_days(calendar_, from, signed_n);
        touch(std::max(from, to));
        return to;
      }
      case ClockUnit::weeks:
        return add_days(from, 7 * signed_n);
      case ClockUnit::months: {
        // A month whose first day is the event ends on the day before the corresponding one.
        if (rule_.counting != Counting::start_is_day_1) return add_months(from, signed_n);
        const int step = backward() ? -1 : 1;
        return add_days(add_months(add_days(from, step), signed_n), -step);
      }
      default:
        return add_days(from, signed_n);
    }
  }

  /// n units on from day 0, over the times in which the clock stands still.
  Date after(Date zero, int n, ClockUnit unit, Say say) {
    Date to = moved(zero, n, unit);
    if (say == Say::yes) say_counted(zero, to, n, unit);
    if (backward()) return to;
    for (const ClockSuspension& stop : clock_.suspensions) {
      if (stop.effect != SuspensionEffect::stopped || !stop.from || to < *stop.from) continue;
      if (stop.until && *stop.until <= zero) continue;
      if (!stop.until)
        throw NoDay{ClockStatus::relaxed, "it stands still since " + in_words(*stop.from) + " (" +
                                              stop.name + "), and no end is known"};
      to = over(stop, zero, to, unit, say);
    }
    return to;
  }

  /// The last day when the days of `stop` do not count.
  Date over(const ClockSuspension& stop, Date zero, Date to, ClockUnit unit, Say say) {
    const Date before = std::max(zero, add_days(*stop.from, -1));
    // The days that were left are counted on from its end.
    Date on = add_days(to, stop.until->days() - before.days());
    if (unit == ClockUnit::working_days) {
      on = add_working_days(calendar_, *stop.until, working_days_between(calendar_, before, to));
      touch(on);
    }
    if (say == Say::yes && on != to)
      step("it stood still " + in_words(*stop.from) + " to " + in_words(*stop.until) + " (" +
           stop.name + "): " + weekday_in_words(on) + " in place of " + in_words(to));
    if (say == Say::yes) step(in_words(stop));
    return on;
  }

  void say_counted(Date zero, Date to, int n, ClockUnit unit) {
    const std::string_view noun = unit == ClockUnit::working_days ? "working day"
                                  : unit == ClockUnit::weeks      ? "week"
                                  : unit == ClockUnit::months     ? "month"
                                                                  : "day";
    step(counted(n, noun) + (backward() ? " back: " : " on: ") + weekday_in_words(to));
    if (unit == ClockUnit::months && rule_.counting != Counting::start_is_day_1 &&
        to.day() != zero.day())
      step("there is no day " + std::to_string(zero.day()) + " in that month, so its last holds");
    if (unit != ClockUnit::working_days) return;
    const Date first = std::min(zero, to), last = std::max(zero, to);
    std::string skipped;
    const auto holidays = calendar_.holidays();
    auto holiday = std::ranges::lower_bound(holidays, first, {}, &Holiday::date);
    for (; holiday != holidays.end() && holiday->date <= last; ++holiday) {
      if (holiday->date == zero || calendar_.is_weekend(holiday->date.weekday())) continue;
      if (!skipped.empty()) skipped += "; ";
      skipped += in_words(holiday->date) + " (" + holiday->name + ")";
    }
    if (!skipped.empty()) step("not counted, beside weekends: " + skipped);
  }

  Date date_by(Date start, const std::string& by) {
    const auto read = internal::read_by(by);
    if (!read) throw NoDay{ClockStatus::no_limit, in_quotes(by) + " is no date"};
    if (read->date) {
      step("it is due by a date of its own, " + weekday_in_words(*read->date));
      return *read->date;
    }
    int year = start.year();
    const auto in = [&](int y) {
      return Date(y, read->month, std::min(read->day, days_in_month(y, read->month)));
    };
    if (backward() ? in(year) >= start : in(year) <= start) year += backward() ? -1 : 1;
    step("the " + std::string(backward() ? "last " : "first ") + by +
         (backward() ? " before " : " after ") + weekday_in_words(start) + ": " +
         weekday_in_words(in(year)));
    return in(year);
  }

  Date rolled(Date day) {
    if (rule_.rolls == ClockRoll::stays || calendar_.is_working_day(day)) return day;
    const Date to =
        add_working_days(calendar_, day, rule_.rolls == ClockRoll::to_next_working_day ? 1 : -1);
    touch(std::max(day, to));
    step(in_words(day) + " is no working day, and goes to " + weekday_in_words(to));
    return to;
  }

  const Clock& clock_;
  const ClockRule& rule_;
  const Calendar& calendar_;
  ClockAnswer& answer_;
};

/// Reads all rules of one clock.
class ClockReader {
 public:
  ClockReader(const Clock& clock, const ClockStart& start, const Calendar& calendar,
              std::span<const Calendar> others)
      : clock_(clock), start_(start), calendar_(calendar), others_(others) {}

  ClockReading read() {
    ClockReading reading;
    const auto version = version_in_force();
    if (!version) return reading;
    const ClockVersion& held = clock_.versions[*version];
    for (std::size_t i = 0; i < held.rules.size(); ++i)
      reading.answers.push_back(answer(i == 0 ? *version : version_of_rule(*version, i), i));
    return reading;
  }

 private:
  /// The version that held when the default rule began; failing that the last. None if there is
  /// none with a rule.
  [[nodiscard]] std::optional<std::size_t> version_in_force() const {
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < clock_.versions.size(); ++i) {
      const ClockVersion& version = clock_.versions[i];
      if (version.rules.empty()) continue;
      last = i;
      const auto day = start_of(start_, version, version.rules[0]);
      if (day && version.in_force(*day)) return i;
    }
    return last;
  }

  /// Another reading may have begun under an earlier version, which then holds for it.
  [[nodiscard]] std::size_t version_of_rule(std::size_t held, std::size_t rule) const {
    const ClockRule& wanted = clock_.versions[held].rules[rule];
    for (std::size_t i = 0; i < clock_.versions.size(); ++i) {
      const ClockVersion& version = clock_.versions[i];
      if (rule >= version.rules.size() || version.rules[rule].trigger != wanted.trigger) continue;
      const auto day = start_of(start_, version, version.rules[rule]);
      if (day && version.in_force(*day)) return i;
    }
    return held;
  }

  [[nodiscard]] const Calendar* calendar_of(const ClockVersion& version) const {
    if (version.calendar.empty() || version.calendar == calendar_.id()) return &calendar_;
    const auto found = std::ranges::find(others_, version.calendar, &Calendar::id);
    if (found != others_.end()) return &*found;
    const Calendar& ours = Calendar::england_and_wales();
    return version.calendar == ours.id() ? &ours : nullptr;
  }

  ClockAnswer answer(std::size_t at, std::size_t index) const {
    const ClockVersion& version = clock_.versions[at];
    const ClockRule& rule = version.rules[index];
    ClockAnswer answer;
    answer.version = at;
    answer.rule = index;
    answer.start = start_of(start_, version, rule);
    try {
      fill(version, rule, answer);
    } catch (const NoDay& none) {
      answer.status = none.status;
      answer.trouble = none.why;
    } catch (const OutsideCalendar& outside) {
      answer.status = ClockStatus::outside_calendar;
      answer.trouble = outside.what();
    } catch (const std::invalid_argument& outside) {
      answer.status = ClockStatus::outside_calendar;
      answer.trouble = outside.what();
    }
    if (!answer.trouble.empty()) answer.provisional = false;
    return answer;
  }

  void fill(const ClockVersion& version, const ClockRule& rule, ClockAnswer& answer) const {
    if (!answer.start)
      throw NoDay{ClockStatus::not_started,
                  "the day of " + in_quotes(rule.trigger) + ", which starts it, is not known"};
    if (!version.in_force(*answer.start))
      throw NoDay{ClockStatus::not_in_force,
                  "no version of '" + clock_.id + "' is in force on " + in_words(*answer.start)};
    const Calendar* calendar = calendar_of(version);
    if (calendar == nullptr)
      throw NoDay{ClockStatus::outside_calendar,
                  "it counts by a calendar that is not given, " + in_quotes(version.calendar)};
    Count count(clock_, rule, *calendar, answer);
    Date last = count.last_day(*answer.start, rule.limit, rule.unit, rule.by);
    for (const ClockAlternative& other : rule.alternatives)
      last = with_alternative(count, rule, other, last, answer);
    for (const ClockMilestone& milestone : rule.milestones)
      answer.milestones.push_back({milestone.name, count.milestone(*answer.start, milestone)});
    const ClockSuspension* relaxed = relaxed_on(*answer.start);
    if (relaxed == nullptr) relaxed = relaxed_on(last);
    if (relaxed != nullptr) {
      answer.otherwise = last;
      answer.steps.push_back(in_words(*relaxed));
      answer.milestones.clear();
      throw NoDay{ClockStatus::relaxed, "it runs in a time of exception (" + relaxed->name +
                                            "): the duty stands, with no fixed limit"};
    }
    answer.status = ClockStatus::computed;
    const bool backward = rule.direction == ClockDirection::before || last < *answer.start;
    answer.days = backward ? DateRange(last) : DateRange(*answer.start, last);
  }

  Date with_alternative(Count& count, const ClockRule& rule, const ClockAlternative& other,
                        Date last, ClockAnswer& answer) const {
    const auto day = day_of(start_, other.trigger);
    if (!day) {
      answer.steps.push_back("the day of " + in_quotes(other.trigger) +
                             " is not known: only the other limit counts");
      return last;
    }
    answer.steps.push_back("or from " + other.trigger + ":");
    const Date second = count.last_day(*day, other.limit, other.unit, other.by);
    const bool sooner = rule.whichever == Whichever::sooner;
    const Date chosen = sooner ? std::min(last, second) : std::max(last, second);
    answer.steps.push_back("whichever is " + std::string(sooner ? "sooner" : "later") + ": " +
                           weekday_in_words(chosen));
    return chosen;
  }

  [[nodiscard]] const ClockSuspension* relaxed_on(Date day) const {
    for (const ClockSuspension& s : clock_.suspensions)
      if (s.effect == SuspensionEffect::relaxed && s.contains(day)) return &s;
    return nullptr;
  }

  const Clock& clock_;
  const ClockStart& start_;
  const Calendar& calendar_;
  std::span<const Calendar> others_;
};

}  // namespace

ClockReading read_clock(const Clock& clock, const ClockStart& start, const Calendar& calendar,
                        std::span<const Calendar> others) {
  return ClockReader(clock, start, calendar, others).read();
}

ClockReading read_clock(const Clock& clock, const ClockStart& start,
                        const Partnership& partnership) {
  return read_clock(clock, start, partnership.calendar(), partnership.parts().calendars);
}

Timeliness judge(const ClockAnswer& answer, std::optional<Date> done) noexcept {
  if (!done) return Timeliness::unverifiable;
  if (const auto due = answer.due()) return *done <= *due ? Timeliness::met : Timeliness::not_met;
  // What was done by the day that would have held is in time by any rule.
  return answer.otherwise && *done <= *answer.otherwise ? Timeliness::met
                                                        : Timeliness::unverifiable;
}

}  // namespace safegov
