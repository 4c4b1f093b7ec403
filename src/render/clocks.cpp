// Clocks, and what one comes to, as text, JSON and CSV.
// SPDX-License-Identifier: Apache-2.0

#include <stdexcept>

#include <safegov/clock.hpp>
#include <safegov/render.hpp>

#include "base/text.hpp"
#include "render/csv.hpp"
#include "render/json.hpp"
#include "render/obligation.hpp"
#include "render/text.hpp"

namespace safegov {
namespace {

using namespace internal;

constexpr std::string_view caution = "computed, not legal advice";

template <class E>
std::string_view word(E value) {
  return words_of<E>()[static_cast<std::size_t>(value)];
}

/// Whether a partnership wrote it, and it is not what the library has.
bool is_own(const Clock& clock) {
  const Clock* ours = find_named_clock(clock.id);
  return ours == nullptr || !(*ours == clock);
}

std::string days_of(const std::optional<Date>& from, const std::optional<Date>& until) {
  if (from && until) return in_words(*from) + " to " + in_words(*until);
  if (from) return "from " + in_words(*from);
  return until ? "until " + in_words(*until) : std::string("always");
}

/// What is counted as most are says no more of it.
std::string said(const ClockRule& rule) {
  return rule.counting == Counting::start_is_day_0 ? in_words(rule) : limit_in_words(rule);
}

void write_suspension(Page& page, const ClockSuspension& s) {
  page.item("    ",
            s.name + ", " + days_of(s.from, s.until) + ": " + std::string(word(s.effect)) +
                (s.certainty ? " (" + std::string(word(*s.certainty)) + ")" : ""),
            8);
}

void write_clock(Page& page, const Clock& clock) {
  page.line();
  page.line("  " + page.bold(clock.id));
  page.paragraph(clock.name + (is_own(clock) ? " (local)" : ""), 4);
  for (const ClockVersion& version : clock.versions) {
    for (const ClockRule& rule : version.rules) {
      const bool is_default = &rule == version.rules.data();
      const std::string name = rule.name.empty() ? "" : ", " + rule.name;
      page.item("    ", (is_default ? version.name + ": " : "or read" + name + ": ") + said(rule),
                8);
    }
    page.item("        ",
              days_of(version.from, version.until) +
                  (version.certainty ? "; " + std::string(word(*version.certainty)) : ""),
              8);
  }
  for (const ClockSuspension& s : clock.suspensions) write_suspension(page, s);
}

void write_rule(Json& json, const ClockRule& rule) {
  json.field("words", in_words(rule)).field("counting", json_name(word(rule.counting)));
  json.field("trigger", rule.trigger).optional("starts", rule.starts);
}

/// The day by which it is to be done, or why there is none.
std::string outcome(const ClockAnswer& answer, const ClockRule& rule) {
  if (!answer.days) return answer.trouble;
  return (rule.direction == ClockDirection::before ? "at the latest on " : "on time until ") +
         in_words(answer.days->last());
}

std::string status_in_words(const ClockAnswer& answer) {
  switch (answer.status) {
    case ClockStatus::computed:
      return answer.provisional ? "computed, provisional" : "computed";
    case ClockStatus::relaxed:
      return "relaxed";
    case ClockStatus::no_limit:
      return "no fixed limit";
    case ClockStatus::hours:
      return "not computable in days";
    case ClockStatus::not_started:
      return "not started";
    case ClockStatus::not_in_force:
      return "not in force";
    case ClockStatus::outside_calendar:
      return "outside the calendar";
  }
  return {};
}

void write_entry(Page& page, std::string_view name, std::string_view text) {
  page.item("    " + page.dim(left(name, 11)), text, 15);
}

void write_answer(Page& page, const Clock& clock, const ClockAnswer& answer,
                  std::optional<Date> done) {
  const ClockVersion& version = clock.versions[answer.version];
  const ClockRule& rule = version.rules[answer.rule];
  page.line();
  page.line("  " + page.bold(rule.label()) + (answer.rule == 0 ? ", the default: " : ": ") +
            status_in_words(answer));
  write_entry(page, "due", outcome(answer, rule));
  if (answer.otherwise) write_entry(page, "otherwise", in_words(*answer.otherwise));
  if (done) write_entry(page, "in time", in_words(judge(answer, done)));
  for (const ClockMark& mark : answer.milestones)
    write_entry(
        page, "milestone",
        mark.name + ": " +
            (mark.days.length() == 1 ? std::string() : in_words(mark.days.first()) + " to ") +
            in_words(mark.days.last()));
  write_entry(page, "limit", limit_in_words(rule));
  if (answer.rule == 0) {
    write_entry(page, "held by", in_words(version));
    write_entry(page, "certainty", certainty_in_words(version));
  }
  for (const std::string& step : answer.steps) page.paragraph("→ " + step, 4);
  if (!rule.note.empty()) page.paragraph(rule.note, 4);
}

/// What is late by another reading, and not by the default.
std::string warning(const Clock& clock, const ClockReading& reading, std::optional<Date> done) {
  if (!done || judge(reading.answers[0], done) == Timeliness::not_met) return {};
  for (const ClockAnswer& answer : reading.answers)
    if (judge(answer, done) == Timeliness::not_met)
      return "read " + clock.versions[answer.version].rules[answer.rule].label() +
             ", its last day was " + in_words(answer.days->last());
  return {};
}

void write_day(Json& json, std::string_view key, std::optional<Date> day) {
  json.key(key), day ? json.text(iso(*day)) : json.null();
}

void write_answer(Json& json, const Clock& clock, const ClockAnswer& answer,
                  std::optional<Date> done) {
  const ClockVersion& version = clock.versions[answer.version];
  const ClockRule& rule = version.rules[answer.rule];
  json.object().field("name", rule.label()).key("default").boolean(answer.rule == 0);
  json.field("status", to_string(answer.status)).key("provisional").boolean(answer.provisional);
  write_day(json, "start", answer.start);
  write_day(json, "first", answer.days ? std::optional(answer.days->first()) : std::nullopt);
  write_day(json, "due", answer.due());
  write_day(json, "otherwise", answer.otherwise);
  json.field("in_time", to_string(judge(answer, done)));
  json.optional("trouble", answer.trouble);
  json.field("version", version.name);
  write_day(json, "from", version.from);
  write_day(json, "until", version.until);
  json.optional("instrument", version.instrument).optional("source", version.source);
  json.field("certainty", word(version.certainty.value_or(Certainty::low)));
  write_rule(json, rule);
  json.key("milestones").list();
  for (const ClockMark& mark : answer.milestones)
    json.object()
        .field("name", mark.name)
        .field("first", iso(mark.days.first()))
        .field("last", iso(mark.days.last()))
        .end();
  json.end().key("steps").list();
  for (const std::string& step : answer.steps) json.text(step);
  json.end().end();
}

std::string as_csv(const std::vector<Clock>& clocks) {
  Csv csv;
  csv.row("id", "name", "version", "from", "until", "reading", "trigger", "limit", "unit", "by",
          "counting", "direction", "words", "certainty", "instrument", "source");
  const auto day = [](const std::optional<Date>& d) { return d ? iso(*d) : std::string(); };
  for (const Clock& clock : clocks)
    for (const ClockVersion& version : clock.versions)
      for (const ClockRule& rule : version.rules)
        csv.row(clock.id, clock.name, version.name, day(version.from), day(version.until),
                rule.label(), rule.trigger, rule.limit ? std::to_string(*rule.limit) : "",
                rule.unit ? word(*rule.unit) : "", rule.by, word(rule.counting),
                word(rule.direction), in_words(rule),
                version.certainty ? word(*version.certainty) : "", version.instrument,
                version.source);
  return csv.take();
}

}  // namespace

std::string render(const std::vector<Clock>& clocks, Format format, const RenderOptions& options) {
  if (format == Format::csv) return as_csv(clocks);
  if (format == Format::json) {
    Json json;
    begin_report(json, "clocks");
    json.field("caution", caution).key("clocks").list();
    for (const Clock& clock : clocks) json.value(type_of<Clock>(), &clock);
    return json.end().end().take();
  }
  if (format != Format::text) throw std::invalid_argument("clocks have no such form");
  Page page(options);
  page.line(counted(static_cast<long long>(clocks.size()), "clock") + "; " + std::string(caution));
  for (const Clock& clock : clocks) write_clock(page, clock);
  return page.take();
}

std::string render(const Clock& clock, const ClockReading& reading, std::optional<Date> done,
                   Format format, const RenderOptions& options) {
  if (format != Format::text && format != Format::json)
    throw std::invalid_argument("what a clock comes to is not a table");
  const std::string late = warning(clock, reading, done);
  if (format == Format::json) {
    Json json;
    begin_report(json, "clock");
    json.field("caution", caution).field("id", clock.id).field("name", clock.name);
    json.optional("duty", clock.duty);
    write_day(json, "done", done);
    json.optional("warning", late).key("readings").list();
    for (const ClockAnswer& answer : reading.answers) write_answer(json, clock, answer, done);
    return json.end().end().take();
  }
  Page page(options);
  page.line(page.bold(clock.id));
  page.paragraph(clock.name + (is_own(clock) ? " (local)" : ""), 2);
  if (!clock.duty.empty()) page.paragraph(clock.duty, 2);
  page.line("  " + std::string(caution));
  if (done) page.line("  done on " + in_words(*done));
  for (const ClockAnswer& answer : reading.answers) write_answer(page, clock, answer, done);
  for (const ClockSuspension& s : clock.suspensions) {
    page.line();
    write_suspension(page, s);
  }
  if (!clock.note.empty()) {
    page.line();
    page.paragraph(clock.note, 2);
  }
  if (!late.empty()) {
    page.line();
    page.paragraph("warning: " + late, 2);
  }
  return page.take();
}

}  // namespace safegov
