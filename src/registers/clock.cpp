// The register of clocks: a partnership's own time limits.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/clock.hpp>
#include <safegov/row.hpp>
#include <safegov/timed_duty.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/clock_by.hpp"

namespace safegov {
namespace {

using namespace internal;

bool is_counted(ClockUnit unit) {
  return unit != ClockUnit::date && unit != ClockUnit::none && unit != ClockUnit::hours;
}

/// What can stand before a day in the words of a deadline.
bool is_word(std::string_view trigger) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  return is_letter(trigger[0]) && std::ranges::all_of(trigger, [&](char c) {
           return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
         });
}

/// What a rule and another limit beside it are both held to.
template <class Limit>
void check_limit(const Limit& limit, RowCheck& check) {
  const auto bad = [&](std::string message, std::string_view field, std::string help) {
    check.report(codes::diagnose(codes::bad_clock, std::move(message), {}, std::move(help)), limit,
                 field);
  };
  if (limit.trigger.empty())
    bad("a clock without a trigger never starts", "trigger",
        "name the event that starts it: 'trigger: notification'");
  else if (!is_word(limit.trigger))
    bad("a trigger is one word that begins with a letter, and not " + in_quotes(limit.trigger),
        "trigger", "write 'strategy-discussion', and what it is in full under 'starts'");
  if (!limit.unit) {
    bad("a limit without a unit says nothing", "limit",
        "say 'unit: working-days', or 'days', 'weeks', 'months', 'hours', 'date', 'none'");
    return;
  }
  if (limit.limit == 0)
    bad("a limit is 1 or more", "limit", "for what is due at once, say 'unit: none' and 'words'");
  if (*limit.unit == ClockUnit::date) {
    if (!read_by(limit.by))
      bad(limit.by.empty() ? "a limit that is a date needs 'by'"
                           : in_quotes(limit.by) + " is no date",
          limit.by.empty() ? "unit" : "by", "write 'by: 30 September', or with its year");
    return;
  }
  if (*limit.unit != ClockUnit::none && !limit.limit)
    bad("it does not say how many", "unit", "give 'limit'");
  if (*limit.unit == ClockUnit::none && limit.limit)
    bad("it has a limit, and no unit to count it in", "limit", "say what it is counted in");
}

void check_rule(const ClockRule& rule, RowCheck& check) {
  check_limit(rule, check);
  for (const ClockAlternative& other : rule.alternatives) check_limit(other, check);
  for (const ClockMilestone& milestone : rule.milestones) {
    const auto bad = [&](std::string message, std::string_view field, std::string help) {
      check.report(codes::diagnose(codes::bad_clock, std::move(message), {}, std::move(help)),
                   milestone, field);
    };
    if (rule.unit && !is_counted(*rule.unit))
      bad("a milestone is counted as its rule is, which counts no days", "to",
          "take it out, or give the rule a unit of days");
    if (milestone.from && milestone.to && *milestone.to < *milestone.from)
      bad("it ends on day " + std::to_string(*milestone.to) + ", before it begins on day " +
              std::to_string(*milestone.from),
          "to", "change the days round");
  }
}

/// Versions follow each other from day to day.
void check_versions(const Clock& clock, RowCheck& check) {
  for (std::size_t i = 1; i < clock.versions.size(); ++i) {
    const ClockVersion &before = clock.versions[i - 1], &after = clock.versions[i];
    std::string wrong;
    if (!before.until)
      wrong = "version '" + before.name + "' has no last day, and another follows it";
    else if (!after.from)
      wrong = "version '" + after.name + "' has no first day, and another stands before it";
    else if (*after.from <= *before.until)
      wrong = "versions '" + before.name + "' and '" + after.name + "' are both in force on " +
              in_words(*after.from);
    else if (after.from->days() != before.until->days() + 1)
      wrong = "no version is in force from " + in_words(add_days(*before.until, 1)) + " to " +
              in_words(add_days(*after.from, -1));
    if (wrong.empty()) continue;
    Diagnostic& d =
        check.report(codes::diagnose(codes::clock_versions, std::move(wrong), {},
                                     "let each version begin on the day after the last one ended"),
                     after, "from");
    check.relate(d, before, "until", "the version before");
  }
}

void check_suspensions(const Clock& clock, RowCheck& check) {
  for (std::size_t i = 1; i < clock.suspensions.size(); ++i) {
    const ClockSuspension &before = clock.suspensions[i - 1], &after = clock.suspensions[i];
    if (before.until && after.from && *before.until < *after.from) continue;
    check.report(codes::diagnose(codes::bad_clock,
                                 "two suspensions overlap, or are not in the order of their days",
                                 {}, "write the earlier first, and let it end before the next"),
                 after, "from");
  }
}

bool is_calendar(const Partnership& partnership, const std::string& id) {
  return id == partnership.calendar().id() || id == Calendar::england_and_wales().id() ||
         std::ranges::count(partnership.parts().calendars, id, &Calendar::id) != 0;
}

void check(const Clock& clock, RowCheck& check) {
  if (clock.versions.empty())
    check.report(codes::diagnose(codes::bad_clock, "a clock has at least one version", {},
                                 "say what holds, and from when, under 'versions'"),
                 clock, "versions");
  for (const ClockVersion& version : clock.versions) {
    if (version.rules.empty())
      check.report(codes::diagnose(codes::bad_clock, "a version has at least one rule", {},
                                   "say from what it counts, and how long, under 'rules'"),
                   version, "rules");
    if (!version.calendar.empty() && !is_calendar(check.partnership(), version.calendar))
      check.report(
          codes::diagnose(codes::unknown_calendar,
                          "no calendar is called " + in_quotes(version.calendar), {},
                          "'england-and-wales' is built in; give another with --calendar FILE"),
          version, "calendar");
    for (const ClockRule& rule : version.rules) check_rule(rule, check);
  }
  check_versions(clock, check);
  check_suspensions(clock, check);
}

/// `28 days` and `20 working days` are the same only where no holiday falls.
bool same_without_holidays(const ClockRule& a, const ClockRule& b) {
  const auto days = [](const ClockRule& rule) {
    const int n = rule.limit.value_or(0);
    return rule.unit == ClockUnit::weeks ? 7 * n : rule.unit == ClockUnit::days ? n : 0;
  };
  const auto fits = [&](const ClockRule& working, const ClockRule& other) {
    return working.unit == ClockUnit::working_days && days(other) != 0 &&
           days(other) * 5 == working.limit.value_or(0) * 7;
  };
  return fits(a, b) || fits(b, a);
}

void look(const Clock& clock, RowLook& look) {
  const auto held = std::ranges::find_if(
      clock.versions, [&](const ClockVersion& v) { return v.in_force(look.as_at()); });
  if (held == clock.versions.end()) {
    look.measure("in force", "not on this day");
    return;
  }
  for (const ClockRule& rule : held->rules)
    look.measure(&rule == &held->rules[0] ? "limit" : "also read", limit_in_words(rule));
  look.measure("held by", in_words(*held));
  look.measure("certainty", certainty_in_words(*held));
  const Clock* ours = find_named_clock(clock.id);
  if (ours == nullptr) return;
  const auto theirs = std::ranges::find_if(
      ours->versions, [&](const ClockVersion& v) { return v.in_force(look.as_at()); });
  if (theirs == ours->versions.end()) return;
  const ClockRule &own = held->rules[0], &common = theirs->rules[0];
  const std::string here = limit_in_words(own);
  const std::string there = limit_in_words(common);
  if (here == there) return;
  std::string message = "it counts " + here + ", where " + theirs->name + " has " + there;
  if (same_without_holidays(own, common)) message += "; the two are the same without holidays only";
  look.report(codes::diagnose(codes::own_clock_differs, std::move(message), {},
                              "say where the local rule is printed, or take it out"),
              clock, "id");
}

}  // namespace

const Register& clocks_register() {
  static constexpr Field list[] = {rows<Clock>(
      "clocks", "Time limits of a partnership's own, which go before the library's of that id.")};
  static constexpr RowRules<Clock> rules{.check = check, .look = look};
  static constexpr Register clocks = register_of("Clocks", list, rules);
  return clocks;
}

}  // namespace safegov
