// The register of trigger rules, and how occurrences are counted.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <stdexcept>

#include <safegov/row.hpp>
#include <safegov/trigger_rule.hpp>

#include "base/codes.hpp"
#include "base/text.hpp"
#include "model/common_fields.hpp"
#include "registers/when.hpp"

namespace safegov {

namespace docs = internal::docs;
namespace codes = internal::codes;

template <>
std::span<const std::string_view> words_of<WindowUnit>() {
  static constexpr std::array<std::string_view, 3> words{"days", "weeks", "months"};
  return words;
}

template <>
std::span<const std::string_view> words_of<WindowEnds>() {
  static constexpr std::array<std::string_view, 2> words{"both-ends", "after-first"};
  return words;
}

template <>
std::span<const std::string_view> words_of<CountedOf>() {
  static constexpr std::array<std::string_view, 2> words{"bodies", "persons"};
  return words;
}

template <>
const Type& type_of<TriggerRule>() {
  using Rule = TriggerRule;
  static constexpr Field fields[] = {
      field<&Rule::id>("id", docs::id, Need::required),
      field<&Rule::text>("text", "The rule, as printed.", Need::required),
      field<&Rule::counts>("counts", "What is counted: `missing episodes`, `late returns`.",
                           Need::required),
      field<&Rule::of>("of",
                       "Whose: what bodies do, or what happens to persons. Nothing is kept here of "
                       "persons, not even a day.",
                       Need::required),
      field<&Rule::times>("times", "How many are enough.", Need::required),
      field<&Rule::within>("within", "Within how long a stretch.", Need::required),
      field<&Rule::unit>("unit", "What that is counted in; days, unless given."),
      field<&Rule::ends>("ends",
                         "`both-ends`, unless given: 90 days, the first and the last among them; "
                         "`after-first`: 90 days from the first."),
      field<&Rule::leads_to>("leads-to",
                             "What is then owed; its words count from the day on which the rule "
                             "is first met."),
      field<&Rule::dates>("dates",
                          "Of what bodies do: the days on which it happened, and nothing else."),
      field<&Rule::in>("in", "The document that prints it."),
      field<&Rule::dated>("dated", "The day of that document: before it, nobody knew of the rule."),
      field<&Rule::certainty>("certainty", docs::certainty),
      field<&Rule::source>("source", docs::source),
      field<&Rule::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Rule::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Rule>(
      "trigger-rule", "So many of something within so long, and what it leads to.", fields);
  return type;
}

namespace {

// A thousand years.
constexpr int most_days = 365'250;
constexpr int most_weeks = most_days / 7;
constexpr int most_months = 12'000;

int most_of(WindowUnit unit) {
  switch (unit) {
    case WindowUnit::days:
      return most_days;
    case WindowUnit::weeks:
      return most_weeks;
    case WindowUnit::months:
      break;
  }
  return most_months;
}

/// Ascending.
std::vector<Date> sorted(std::span<const Date> days) {
  std::vector<Date> all(days.begin(), days.end());
  std::ranges::sort(all);
  return all;
}

}  // namespace

std::string SoManyWithin::in_words() const {
  const std::string unit_word(words_of<WindowUnit>()[static_cast<std::size_t>(unit)]);
  const std::string one = unit_word.substr(0, unit_word.size() - 1);
  return std::to_string(times) + " in " + internal::counted(within, one) +
         (ends == WindowEnds::both_ends ? " (first and last day included)"
                                        : " (counted from the first day)");
}

DateRange window_ending(const SoManyWithin& rule, Date last) {
  if (rule.times < 1 || rule.within < 1)
    throw std::invalid_argument("a trigger rule counts at least 1 within at least 1");
  // A stretch that would begin before there are days begins with the first of them.
  static const Date earliest(1400, 1, 1);
  const bool both = rule.ends == WindowEnds::both_ends;
  if (rule.unit == WindowUnit::months) {
    const int months = (last.year() - earliest.year()) * 12 + last.month() - earliest.month();
    if (rule.within > months) return {earliest, last};
    const Date before = add_months(last, -rule.within);
    return {both ? add_days(before, 1) : before, last};
  }
  const int days = rule.unit == WindowUnit::weeks ? rule.within * 7 : rule.within;
  const int back = both ? days - 1 : days;
  return {back > last.days() - earliest.days() ? earliest : add_days(last, -back), last};
}

std::vector<Date> days_met(const SoManyWithin& rule, std::span<const Date> days) {
  const std::vector<Date> all = sorted(days);
  std::vector<Date> met;
  const auto before = static_cast<std::size_t>(std::max(rule.times, 1) - 1);
  // Windows that end later begin no earlier: the so-manieth before it says all.
  for (std::size_t i = 0; i < all.size(); ++i) {
    const DateRange window = window_ending(rule, all[i]);
    if (i >= before && window.first() <= all[i - before]) met.push_back(all[i]);
  }
  return met;
}

std::optional<Date> first_met(const SoManyWithin& rule, std::span<const Date> days) {
  const auto met = days_met(rule, days);
  return met.empty() ? std::nullopt : std::optional(met.front());
}

std::optional<SoManyWithin> TriggerRule::rule() const {
  if (times.value_or(0) < 1 || within.value_or(0) < 1) return {};
  const WindowUnit counted_in = unit.value_or(WindowUnit::days);
  if (*within > most_of(counted_in)) return {};
  return SoManyWithin{*times, *within, counted_in, ends.value_or(WindowEnds::both_ends)};
}

namespace {

using namespace internal;

std::vector<Date> dates_of(const TriggerRule& rule, std::optional<Date> until = {}) {
  std::vector<Date> days;
  for (const auto& day : rule.dates)
    if (day && (!until || *day <= *until)) days.push_back(*day);
  return days;
}

void issue(const TriggerRule& rule, Issue& issue) {
  const auto counted = rule.rule();
  if (!counted || rule.of == CountedOf::persons) return;
  const auto met = first_met(*counted, dates_of(rule));
  if (!met) return;
  // The rule bound nobody before somebody wrote it down.
  issue.count_from(met);
  issue.promised_on(rule.dated && *met < *rule.dated ? rule.dated : met);
  for (const Promise& promise : rule.leads_to) issue.promise(promise);
}

void check(const TriggerRule& rule, RowCheck& check) {
  const auto impossible = [&](std::string_view field, std::string says) {
    check.report(codes::diagnose(codes::impossible_trigger, std::move(says), {},
                                 "write how many, and within how many days, as numbers from 1 on"),
                 rule, field);
  };
  if (rule.times == 0) impossible("times", "none of anything is enough at once, and always");
  if (rule.within == 0) impossible("within", "nothing happens within no time");
  if (rule.times.value_or(0) > 0 && rule.within.value_or(0) > 0 && !rule.rule())
    impossible("within", "this is longer than a thousand years");
  if (rule.of == CountedOf::persons && !rule.dates.empty())
    check.report(
        codes::diagnose(codes::days_of_persons,
                        in_quotes(rule.id) + " is about persons: no day of theirs is kept here", {},
                        "take the dates out, and give them to 'safegov trigger' instead"),
        rule, "dates");
}

void look(const TriggerRule& rule, RowLook& look) {
  if (rule.dated && !known_by(rule.dated, {}, look.as_at(), look.known_at())) return;
  const SoManyWithin counts = *rule.rule();
  look.measure("rule", counts.in_words());
  look.measure("counts", rule.counts + ", of " +
                             std::string(words_of<CountedOf>()[static_cast<std::size_t>(rule.of)]));
  if (rule.certainty) look.measure("certainty", in_words(*rule.certainty));
  for (const Promise& promise : rule.leads_to) {
    const std::string what = promise.what.empty() ? promise.id : promise.what;
    look.measure("leads to", what + (promise.due.empty() ? "" : ", " + promise.due));
    if (!promise.due.empty()) continue;
    look.report(codes::diagnose(codes::no_time_limit,
                                rule.id + " leads to " + in_quotes(what) + ", within no time told",
                                {}, "say by when: 'in 5 working days'"),
                promise, "what");
  }
  if (rule.of == CountedOf::persons || rule.dates.empty()) return;
  const auto days = dates_of(rule, look.until());
  look.measure("counted", static_cast<long long>(days.size()));
  const DateRange window = window_ending(counts, look.until());
  const auto inside = std::ranges::count_if(days, [&](Date d) { return window.contains(d); });
  look.measure("in the stretch to this day", static_cast<long long>(inside));
  const auto met = first_met(counts, days);
  look.measure("met", met ? "first on " + in_words(*met) : "not yet");
}

}  // namespace

const Register& trigger_rules_register() {
  static constexpr Field list[] = {rows<TriggerRule>(
      "trigger-rules", "So many of something within so long, and what that leads to.")};
  static constexpr RowRules<TriggerRule> rules{.issue = issue, .check = check, .look = look};
  static constexpr Register all = register_of("Trigger rules", list, rules);
  return all;
}

}  // namespace safegov
