// How clocks describe themselves, and how they are said in words.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>

#include <safegov/clock.hpp>

#include "base/text.hpp"
#include "model/common_fields.hpp"

namespace safegov {

namespace docs = internal::docs;
using internal::counted;

template <>
std::span<const std::string_view> words_of<ClockUnit>() {
  static constexpr std::array<std::string_view, 7> words{"working-days", "days", "weeks", "months",
                                                         "hours",        "date", "none"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Counting>() {
  static constexpr std::array<std::string_view, 3> words{"start-is-day-0", "start-is-day-1",
                                                         "next-working-day-is-day-0"};
  return words;
}

template <>
std::span<const std::string_view> words_of<ClockDirection>() {
  static constexpr std::array<std::string_view, 2> words{"after", "before"};
  return words;
}

template <>
std::span<const std::string_view> words_of<ClockRoll>() {
  static constexpr std::array<std::string_view, 3> words{"stays", "to-next-working-day",
                                                         "to-working-day-before"};
  return words;
}

template <>
std::span<const std::string_view> words_of<Whichever>() {
  static constexpr std::array<std::string_view, 2> words{"sooner", "later"};
  return words;
}

template <>
std::span<const std::string_view> words_of<SuspensionEffect>() {
  static constexpr std::array<std::string_view, 3> words{"unchanged", "relaxed", "stopped"};
  return words;
}

namespace {

constexpr std::string_view trigger_doc =
    "The word for the event that starts it: `awareness`, `notification`, `decision`.";
constexpr std::string_view limit_doc = "How many, 1 or more.";
constexpr std::string_view unit_doc =
    "What it is counted in; `hours` and `none` give no day, `date` needs `by`.";
constexpr std::string_view by_doc =
    "The date: `30 September`, the first after the event, or one with its year.";

}  // namespace

template <>
const Type& type_of<ClockAlternative>() {
  static constexpr Field fields[] = {
      field<&ClockAlternative::trigger>("trigger", trigger_doc, Need::required),
      field<&ClockAlternative::limit>("limit", limit_doc),
      field<&ClockAlternative::unit>("unit", unit_doc),
      field<&ClockAlternative::by>("by", by_doc),
  };
  static constexpr Type type =
      described<ClockAlternative>("clock-alternative", "Another limit of the same rule.", fields);
  return type;
}

template <>
const Type& type_of<ClockMilestone>() {
  static constexpr Field fields[] = {
      field<&ClockMilestone::name>("name", "What is to have been done.", Need::required),
      field<&ClockMilestone::from>("from", "On which day it begins, as the rule counts."),
      field<&ClockMilestone::to>("to", "On which day it is to be done by.", Need::required),
  };
  static constexpr Type type =
      described<ClockMilestone>("clock-milestone", "A stage on the way.", fields);
  return type;
}

template <>
const Type& type_of<ClockRule>() {
  static constexpr Field fields[] = {
      field<&ClockRule::name>("name", "What this reading is called; its trigger, unless given."),
      field<&ClockRule::trigger>("trigger", trigger_doc),
      field<&ClockRule::starts>("starts", "What that event is, in full."),
      field<&ClockRule::limit>("limit", limit_doc),
      field<&ClockRule::unit>("unit", unit_doc),
      field<&ClockRule::by>("by", by_doc),
      field<&ClockRule::words>("words", "What it says where it has no limit: `promptly`."),
      field<&ClockRule::counting>("counting", "Which day is day 0."),
      field<&ClockRule::direction>("direction", "Whether it counts on from the event or back."),
      field<&ClockRule::rolls>("rolls", "Where a last day goes that is no working day."),
      field<&ClockRule::alternatives>("or", "Other limits beside it."),
      field<&ClockRule::whichever>("whichever", "Which of several limits holds."),
      field<&ClockRule::milestones>("milestones", "The stages on the way."),
      field<&ClockRule::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type = described<ClockRule>(
      "clock-rule", "One way to read a time limit: from what, how long, how counted.", fields);
  return type;
}

template <>
const Type& type_of<ClockVersion>() {
  static constexpr Field fields[] = {
      field<&ClockVersion::name>("version", "What people call it: `WT2018`.", Need::required),
      field<&ClockVersion::from>("from", docs::from),
      field<&ClockVersion::until>("until", docs::until),
      field<&ClockVersion::instrument>("instrument", "The law or guidance that says so."),
      field<&ClockVersion::source>("source", "Where it is printed."),
      field<&ClockVersion::certainty>("certainty", docs::certainty, Need::required),
      field<&ClockVersion::calendar>("calendar",
                                     "Its working days; those of the partnership, unless given."),
      field<&ClockVersion::rules>(
          "rules", "How it may be read: the first is the default, others are shown beside it.",
          Need::required),
      field<&ClockVersion::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type =
      described<ClockVersion>("clock-version", "What held from one day to another.", fields);
  return type;
}

template <>
const Type& type_of<ClockSuspension>() {
  static constexpr Field fields[] = {
      field<&ClockSuspension::name>("name", "What people call it.", Need::required),
      field<&ClockSuspension::from>("from", docs::from, Need::required),
      field<&ClockSuspension::until>("until", docs::until),
      field<&ClockSuspension::effect>("effect", "What it does to the clock."),
      field<&ClockSuspension::instrument>("instrument", "The law or guidance that says so."),
      field<&ClockSuspension::source>("source", "Where it is printed."),
      field<&ClockSuspension::certainty>("certainty", docs::certainty),
      field<&ClockSuspension::note>("note", docs::note, Need::optional, Audience::partnership),
  };
  static constexpr Type type = described<ClockSuspension>(
      "clock-suspension", "A time of exception, in which a limit is relaxed or stands still.",
      fields);
  return type;
}

template <>
const Type& type_of<Clock>() {
  static constexpr Field fields[] = {
      field<&Clock::id>("id", docs::id, Need::required),
      field<&Clock::name>("name", "What people call it.", Need::required),
      field<&Clock::duty>("duty", "What is to be done."),
      field<&Clock::versions>("versions", "What held when, the earliest first.", Need::required),
      field<&Clock::suspensions>("suspensions", "Times of exception."),
      field<&Clock::source>("source", docs::source),
      field<&Clock::note>("note", docs::note, Need::optional, Audience::partnership),
      field<&Clock::audience>("audience", docs::audience),
  };
  static constexpr Type type = described<Clock>(
      "clock", "A time limit of law, guidance or local procedure, through its versions.", fields);
  return type;
}

std::string in_words(const ClockVersion& version) {
  std::string text = "version " + version.name;
  if (!version.instrument.empty()) text += " (" + version.instrument + ")";
  if (version.from && version.until)
    return text + ", in force " + in_words(*version.from) + " to " + in_words(*version.until);
  if (version.from) return text + ", in force from " + in_words(*version.from);
  return text + (version.until ? ", in force until " + in_words(*version.until) : "");
}

std::string in_words(const ClockSuspension& suspension) {
  std::string text = suspension.name;
  if (suspension.from) text += ", from " + in_words(*suspension.from);
  if (suspension.until) text += " to " + in_words(*suspension.until);
  text +=
      ", " + std::string(words_of<SuspensionEffect>()[static_cast<std::size_t>(suspension.effect)]);
  if (!suspension.instrument.empty()) text += "; " + suspension.instrument;
  if (!suspension.source.empty()) text += "; source " + suspension.source;
  const auto sure = suspension.certainty.value_or(Certainty::low);
  return text + "; certainty " + std::string(to_string(sure));
}

std::string certainty_in_words(const ClockVersion& version) {
  const auto sure = version.certainty.value_or(Certainty::low);
  std::string text = in_words(sure);
  if (!version.source.empty()) text += (sure == Certainty::stated ? ": " : "; ") + version.source;
  return text;
}

namespace {

std::string amount(const std::optional<int>& limit, const std::optional<ClockUnit>& unit,
                   const std::string& by) {
  const int n = limit.value_or(0);
  switch (unit.value_or(ClockUnit::none)) {
    case ClockUnit::working_days:
      return counted(n, "working day");
    case ClockUnit::days:
      return counted(n, "day");
    case ClockUnit::weeks:
      return counted(n, "week");
    case ClockUnit::months:
      return counted(n, "month");
    case ClockUnit::hours:
      return counted(n, "hour");
    case ClockUnit::date:
      return "by the " + by;
    case ClockUnit::none:
      break;
  }
  return "no fixed limit";
}

}  // namespace

std::string in_words(const ClockRule& rule) {
  const bool before = rule.direction == ClockDirection::before;
  const std::string joint = before ? " before " : " after ";
  if (rule.unit == ClockUnit::none && !rule.words.empty()) return rule.words;
  if (rule.unit == ClockUnit::date && parse_day(rule.by)) return "by " + rule.by;
  std::string text = amount(rule.limit, rule.unit, rule.by);
  text = (before ? "at least " : "") + text;
  if (!rule.trigger.empty()) text += joint + rule.trigger;
  for (const ClockAlternative& other : rule.alternatives)
    text += ", or " + amount(other.limit, other.unit, other.by) + joint + other.trigger;
  if (!rule.alternatives.empty())
    text += ", whichever is " +
            std::string(words_of<Whichever>()[static_cast<std::size_t>(rule.whichever)]);
  return text;
}

std::string limit_in_words(const ClockRule& rule) {
  const auto unit = rule.unit.value_or(ClockUnit::none);
  const bool counts =
      unit != ClockUnit::date && unit != ClockUnit::none && unit != ClockUnit::hours;
  return in_words(rule) + (counts ? "; " + in_words(rule.counting) : std::string());
}

std::string in_words(Counting counting) {
  switch (counting) {
    case Counting::start_is_day_0:
      return "the day of the event is day 0";
    case Counting::start_is_day_1:
      return "the day of the event is day 1, if it qualifies";
    case Counting::next_working_day_is_day_0:
      return "the first working day after the event is day 0";
  }
  return {};
}

std::string_view to_string(ClockStatus status) noexcept {
  switch (status) {
    case ClockStatus::computed:
      return "computed";
    case ClockStatus::relaxed:
      return "relaxed";
    case ClockStatus::no_limit:
      return "no_limit";
    case ClockStatus::hours:
      return "hours";
    case ClockStatus::not_started:
      return "not_started";
    case ClockStatus::not_in_force:
      return "not_in_force";
    case ClockStatus::outside_calendar:
      return "outside_calendar";
  }
  return "not_started";
}

std::string_view to_string(Timeliness timeliness) noexcept {
  switch (timeliness) {
    case Timeliness::met:
      return "met";
    case Timeliness::not_met:
      return "not_met";
    case Timeliness::unverifiable:
      return "unverifiable";
  }
  return "unverifiable";
}

std::string in_words(Timeliness timeliness) {
  return timeliness == Timeliness::not_met ? "not met" : std::string(to_string(timeliness));
}

std::vector<std::string_view> triggers_of(const Clock& clock) {
  std::vector<std::string_view> triggers;
  for (const ClockVersion& version : clock.versions)
    for (const ClockRule& rule : version.rules) {
      triggers.push_back(rule.trigger);
      for (const ClockAlternative& other : rule.alternatives) triggers.push_back(other.trigger);
    }
  std::ranges::sort(triggers);
  triggers.erase(std::unique(triggers.begin(), triggers.end()), triggers.end());
  return triggers;
}

}  // namespace safegov
