// Clocks: every row of the table against days that were counted by hand or by a loop.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/clock.hpp>
#include <safegov/partnership.hpp>
#include <safegov/timed_duty.hpp>

#include "base/naive.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const Calendar& calendar() { return Calendar::england_and_wales(); }

Date day(std::string_view text) { return *parse_date(text); }

/// A clock of one rule that always held.
Clock clock_of(ClockRule rule) {
  if (rule.trigger.empty()) rule.trigger = "start";
  return {.id = "test", .name = "Test", .versions = {{.name = "v", .rules = {std::move(rule)}}}};
}

Clock working_days(int n) { return clock_of({.limit = n, .unit = ClockUnit::working_days}); }
Clock months(int n) { return clock_of({.limit = n, .unit = ClockUnit::months}); }

ClockAnswer ask(const Clock& clock, std::string_view from) {
  return read_clock(clock, {{"", day(from)}}, calendar()).answers.at(0);
}

/// The last day, or why there is none.
std::string due(const ClockAnswer& answer) {
  return answer.days ? iso(answer.days->last()) : std::string(to_string(answer.status));
}
std::string due(const Clock& clock, std::string_view from) { return due(ask(clock, from)); }
std::string due(std::string_view id, std::string_view from) {
  const Clock* clock = find_named_clock(id);
  REQUIRE(clock != nullptr);
  return due(*clock, from);
}

const Clock& named(std::string_view id) {
  const Clock* clock = find_named_clock(id);
  REQUIRE(clock != nullptr);
  return *clock;
}

std::string version_on(std::string_view id, std::string_view from) {
  const Clock& clock = named(id);
  const ClockAnswer answer = ask(clock, from);
  return answer.status == ClockStatus::not_in_force ? "none" : clock.versions[answer.version].name;
}

bool says(const ClockAnswer& answer, std::string_view words) {
  for (const std::string& step : answer.steps)
    if (step.find(words) != std::string::npos) return true;
  return false;
}

}  // namespace

TEST_CASE("working days count from the day after the event, over every moved holiday", "[clock]") {
  struct Vector {
    const char* start;
    int n;
    const char* due;
  };
  const std::vector<Vector> vectors{
      {"2022-09-16", 5, "2022-09-26"},  {"2022-09-08", 15, "2022-09-30"},
      {"2022-05-27", 5, "2022-06-07"},  {"2022-05-24", 15, "2022-06-16"},
      {"2020-04-30", 5, "2020-05-07"},  {"2020-05-01", 15, "2020-05-26"},
      {"2023-04-28", 15, "2023-05-23"}, {"2023-05-05", 5, "2023-05-15"},
      {"2012-05-30", 5, "2012-06-08"},  {"2012-05-25", 15, "2012-06-19"},
      {"2021-12-17", 15, "2022-01-12"}, {"2021-12-24", 5, "2022-01-05"},
      {"2022-12-16", 15, "2023-01-11"}, {"2019-04-12", 15, "2019-05-08"},
      {"2024-12-20", 15, "2025-01-15"}, {"2024-12-24", 5, "2025-01-03"},
      {"2025-04-11", 15, "2025-05-07"}, {"2015-12-18", 15, "2016-01-13"},
      {"2016-12-20", 10, "2017-01-06"}, {"2027-12-20", 15, "2028-01-13"},
      {"2022-09-16", 45, "2022-11-21"}, {"2022-08-15", 45, "2022-10-19"},
      {"2024-12-02", 45, "2025-02-06"}, {"2024-09-07", 15, "2024-09-27"},
      {"2024-09-08", 15, "2024-09-27"}, {"2024-02-29", 20, "2024-03-28"}};
  for (const Vector& v : vectors) {
    INFO(v.start << " + " << v.n);
    CHECK(due(working_days(v.n), v.start) == v.due);
  }
}

TEST_CASE("months end on the corresponding day, or the last of a shorter month", "[clock]") {
  CHECK(due(months(3), "2024-11-30") == "2025-02-28");
  CHECK(due(months(3), "2023-11-30") == "2024-02-29");
  CHECK(due(months(6), "2024-08-31") == "2025-02-28");
  CHECK(due(months(6), "2025-08-31") == "2026-02-28");  // a Saturday: it stays
  CHECK(due(months(6), "2024-06-24") == "2024-12-24");
  CHECK(due(months(12), "2024-02-29") == "2025-02-28");
  CHECK(says(ask(months(3), "2024-11-30"), "there is no day 30 in that month"));
}

TEST_CASE("a last day at the weekend goes elsewhere only where the rule says so", "[clock]") {
  ClockRule rule{.limit = 6, .unit = ClockUnit::months};
  CHECK(due(clock_of(rule), "2025-08-31") == "2026-02-28");
  rule.rolls = ClockRoll::to_next_working_day;
  CHECK(due(clock_of(rule), "2025-08-31") == "2026-03-02");
  rule.rolls = ClockRoll::to_working_day_before;
  CHECK(due(clock_of(rule), "2025-08-31") == "2026-02-27");
}

TEST_CASE("the three ways to count differ by a day, and say so", "[clock]") {
  ClockRule rule{.limit = 5, .unit = ClockUnit::working_days};
  CHECK(due(clock_of(rule), "2024-09-02") == "2024-09-09");
  rule.counting = Counting::start_is_day_1;
  CHECK(due(clock_of(rule), "2024-09-02") == "2024-09-06");
  CHECK(due(clock_of(rule), "2024-09-07") == "2024-09-13");  // a Saturday is not day 1; Monday is
  rule.counting = Counting::next_working_day_is_day_0;
  CHECK(due(clock_of(rule), "2024-09-02") == "2024-09-10");
  CHECK(due(clock_of(rule), "2024-09-06") == "2024-09-16");  // day 0 is Monday, the 9th
  rule.unit = ClockUnit::months;
  rule.counting = Counting::start_is_day_1;
  rule.limit = 1;
  CHECK(due(clock_of(rule), "2024-03-01") == "2024-03-31");
  CHECK(due(clock_of(rule), "2024-01-15") == "2024-02-14");
  rule.unit = ClockUnit::weeks;
  CHECK(due(clock_of(rule), "2024-09-02") == "2024-09-08");
}

TEST_CASE("the limits of work with children come to these days", "[clock]") {
  struct Row {
    const char* id;
    const char* from;
    const char* due;
  };
  const std::vector<Row> rows{
      {"referral-decision", "2024-03-28", "2024-04-02"},  // Good Friday and Easter between
      {"assessment", "2022-09-16", "2022-11-21"},
      {"icpc", "2023-04-28", "2023-05-23"},
      {"core-group", "2016-12-20", "2017-01-06"},
      {"review-conference-first", "2024-11-30", "2025-02-28"},
      {"review-conference-later", "2024-08-31", "2025-02-28"},
      {"pre-birth-review", "2024-10-01", "2025-01-01"},
      {"cp-visits", "2024-12-20", "2025-01-08"},
      {"lac-review-first", "2024-02-29", "2024-03-28"},
      {"lac-review-second", "2024-03-28", "2024-06-28"},
      {"lac-review-later", "2024-06-28", "2024-12-28"},
      {"lac-visit-first", "2024-12-20", "2024-12-27"},
      {"lac-visits-year-1", "2024-12-20", "2025-01-31"},
      {"lac-visits-later", "2024-12-20", "2025-01-31"},
      {"initial-health-assessment", "2024-02-29", "2024-03-28"},
      {"review-health-under-5", "2025-08-31", "2026-02-28"},
      {"review-health-5-plus", "2024-02-29", "2025-02-28"},
      {"pep", "2024-02-29", "2024-03-28"},
      {"return-home-interview", "2024-02-29", "hours"},
      {"missing-episodes", "2024-01-01", "2024-03-31"},
      {"private-fostering-visit-first", "2019-12-20", "2020-01-03"},
      {"private-fostering-visits-year-1", "2024-01-01", "2024-02-12"},
      {"private-fostering-visits-later", "2024-01-01", "2024-03-25"}};
  for (const Row& row : rows) {
    INFO(row.id << " from " << row.from);
    CHECK(due(row.id, row.from) == row.due);
  }
}

TEST_CASE("the limits of a partnership come to these days", "[clock]") {
  struct Row {
    const char* id;
    const char* from;
    const char* due;
  };
  const std::vector<Row> rows{{"sin-notify", "2022-09-16", "2022-09-26"},
                              {"sin-notify", "2016-09-16", "2016-09-23"},
                              {"sin-notify-partners", "2022-09-16", "2022-09-26"},
                              {"lac-death-notify", "2024-12-24", "2025-01-03"},
                              {"rapid-review", "2022-09-08", "2022-09-30"},
                              {"rr-send-panel", "2022-09-30", "no_limit"},
                              {"panel-response", "2024-12-20", "2025-01-15"},
                              {"scr-decide", "2018-01-31", "2018-02-28"},
                              {"scr-publish", "2018-08-31", "2019-02-28"},
                              {"lcspr-publish", "2024-08-31", "2025-02-28"},
                              {"lcspr-copy-panel-sos", "2024-06-06", "2024-05-28"},
                              {"lcspr-monitor", "2024-06-06", "no_limit"},
                              {"lcspr-not-publish", "2024-06-06", "no_limit"},
                              {"yearly-report-2018", "2022-09-30", "2023-09-30"},
                              {"yearly-report-2023", "2024-03-31", "2024-09-30"},
                              {"yearly-report-copy", "2024-09-30", "2024-10-07"},
                              {"masa-first-2023", "2023-12-15", "2024-12-31"},
                              {"masa-review", "2024-12-31", "2025-12-31"},
                              {"s11-audit", "2022-03-01", "no_limit"},
                              {"s175-157", "2023-09-01", "no_limit"},
                              {"cdr-notify", "2024-01-01", "hours"},
                              {"cdrm", "2023-11-30", "2024-02-29"},
                              {"cdop-review", "2024-01-01", "no_limit"},
                              {"sab-annual", "2024-03-31", "no_limit"},
                              {"sab-strategic-plan", "2024-04-01", "no_limit"}};
  for (const Row& row : rows) {
    INFO(row.id << " from " << row.from);
    CHECK(due(row.id, row.from) == row.due);
  }
  // Every clock that there is stands in this table or in the one above.
  CHECK(named_clocks().size() == 47);
}

TEST_CASE("the version in force on the day of the event holds to the end", "[clock]") {
  CHECK(version_on("rapid-review", "2023-12-14") == "WT2018");
  CHECK(due("rapid-review", "2023-12-14") ==
        "2024-01-09");  // due under WT2023, by the rule of 2018
  CHECK(version_on("rapid-review", "2023-12-15") == "WT2023");
  CHECK(version_on("sin-notify", "2018-06-28") == "WT2015");
  CHECK(version_on("sin-notify", "2018-06-29") == "WT2018");
  CHECK(version_on("scr-publish", "2019-09-28") == "WT2015");
  CHECK(due("scr-publish", "2019-09-28") == "2020-03-28");  // begun in time, finished under it
  CHECK(version_on("scr-publish", "2019-09-29") == "none");
  CHECK(version_on("yearly-report-2018", "2023-12-14") == "WT2018");
  CHECK(version_on("yearly-report-2018", "2023-12-15") == "none");
  CHECK(version_on("rapid-review", "2018-07-03") == "none");
}

TEST_CASE("a reading that began earlier is held by the version of its own day", "[clock]") {
  const ClockReading reading =
      read_clock(named("rapid-review"), {{"", day("2023-12-15")}, {"awareness", day("2023-12-14")}},
                 calendar());
  REQUIRE(reading.answers.size() == 2);
  const Clock& clock = named("rapid-review");
  CHECK(clock.versions[reading.answers[0].version].name == "WT2023");
  CHECK(clock.versions[reading.answers[1].version].name == "WT2018");
}

TEST_CASE("both readings of a rapid review are counted, the notification first", "[clock]") {
  const ClockReading reading =
      read_clock(named("rapid-review"), {{"", day("2022-09-08")}, {"awareness", day("2022-09-01")}},
                 calendar());
  REQUIRE(reading.answers.size() == 2);
  CHECK(due(reading.answers[0]) == "2022-09-30");
  CHECK(due(reading.answers[1]) == "2022-09-23");
  // Named, it is the same; and what is not told is not guessed.
  const ClockReading named_day =
      read_clock(named("rapid-review"), {{"notification", day("2022-09-08")}}, calendar());
  CHECK(due(named_day.answers[0]) == "2022-09-30");
  CHECK(named_day.answers[1].status == ClockStatus::not_started);
  CHECK(named_day.answers[1].trouble == "the day of 'awareness', which starts it, is not known");
}

TEST_CASE("two indicators of a conference have two starts", "[clock]") {
  const ClockReading reading = read_clock(
      named("icpc"),
      {{"strategy-discussion", day("2023-04-28")}, {"section-47", day("2023-05-02")}}, calendar());
  CHECK(due(reading.answers[0]) == "2023-05-23");
  CHECK(due(reading.answers[1]) == "2023-05-24");
}

TEST_CASE("a clock that counts back gives the last day before the event", "[clock]") {
  const ClockAnswer answer = ask(named("lcspr-copy-panel-sos"), "2024-06-06");
  CHECK(due(answer) == "2024-05-28");
  CHECK(answer.days == DateRange(day("2024-05-28")));
  CHECK(says(answer, "7 working days back"));
  // From a Sunday, the Friday before is day 1; the State Funeral lies between.
  CHECK(due("lcspr-copy-panel-sos", "2022-09-25") == "2022-09-14");
}

TEST_CASE("a date of the year is the next after the event", "[clock]") {
  const Clock& report = named("yearly-report-2023");
  CHECK(due(report, "2024-03-31") == "2024-09-30");
  CHECK(due(report, "2024-09-29") == "2024-09-30");
  CHECK(due(report, "2024-09-30") == "2025-09-30");
  const Clock leap = clock_of({.unit = ClockUnit::date, .by = "29 February"});
  CHECK(due(leap, "2023-03-01") == "2024-02-29");
  CHECK(due(leap, "2024-03-01") == "2025-02-28");
  const Clock before =
      clock_of({.unit = ClockUnit::date, .by = "1 June", .direction = ClockDirection::before});
  CHECK(due(before, "2024-09-30") == "2024-06-01");
}

TEST_CASE("of two limits the sooner holds, and one that is not known is said to be so", "[clock]") {
  const Clock& clock = named("pre-birth-review");
  const auto answer = [&](ClockStart start) {
    return read_clock(clock, start, calendar()).answers.at(0);
  };
  // Twenty working days after 10 December are over Christmas; three months after 1 October are not.
  CHECK(due(answer({{"", day("2024-10-01")}, {"birth", day("2024-12-10")}})) == "2025-01-01");
  CHECK(due(answer({{"", day("2024-10-01")}, {"birth", day("2024-11-01")}})) == "2024-11-29");
  const ClockAnswer unborn = answer({{"", day("2024-10-01")}});
  CHECK(due(unborn) == "2025-01-01");
  CHECK(says(unborn, "the day of 'birth' is not known"));
  const ClockReading born = read_clock(clock, {{"birth", day("2024-11-01")}}, calendar());
  CHECK(born.answers[0].status == ClockStatus::not_started);
  CHECK(due(born.answers[1]) == "2024-11-11");
  CHECK(due(born.answers[2]) == "2024-11-21");
}

TEST_CASE("in the spring of 2020 rapid reviews had no fixed limit, and notifications had",
          "[clock]") {
  const ClockAnswer relaxed = ask(named("rapid-review"), "2020-04-20");
  CHECK(relaxed.status == ClockStatus::relaxed);
  CHECK_FALSE(relaxed.days);
  CHECK(relaxed.otherwise == day("2020-05-12"));
  // What would have been due in it is relaxed, too; what was due before is not.
  CHECK(due("rapid-review", "2020-03-09") == "relaxed");
  CHECK(due("rapid-review", "2020-03-06") == "2020-03-27");
  CHECK(due("rapid-review", "2020-10-01") == "2020-10-22");
  CHECK(due("sin-notify", "2020-04-20") == "2020-04-27");
  CHECK(due("lac-visits-year-1", "2020-04-23") == "relaxed");
}

TEST_CASE("a clock that stands still goes on where it stood", "[clock]") {
  Clock clock = working_days(10);
  clock.suspensions = {{.name = "Stop",
                        .from = day("2024-09-09"),
                        .until = day("2024-09-20"),
                        .effect = SuspensionEffect::stopped}};
  // Four working days before it, and six after.
  CHECK(due(clock, "2024-09-02") == "2024-09-30");
  CHECK(says(ask(clock, "2024-09-02"), "it stood still 9 September 2024 to 20 September 2024"));
  CHECK(due(clock, "2024-08-12") == "2024-08-27");  // over before it
  CHECK(due(clock, "2024-09-11") == "2024-10-04");  // begun in it: all ten after it
  CHECK(due(clock, "2024-09-20") == "2024-10-04");  // begun on its last day: nothing is lost
  Clock days = clock_of({.limit = 10, .unit = ClockUnit::days});
  days.suspensions = clock.suspensions;
  CHECK(due(days, "2024-09-02") == "2024-09-24");
  clock.suspensions[0].until = {};
  CHECK(due(clock, "2024-09-02") == "relaxed");
  CHECK(ask(clock, "2024-09-02").trouble ==
        "it stands still since 9 September 2024 (Stop), and no end is known");
}

TEST_CASE("a stopped clock gives every day on which it ran its due", "[clock]") {
  // The definition: the n-th working day after the event that lies outside the stop.
  const DateRange stop(day("2024-12-16"), day("2025-01-05"));
  for (int n = 1; n <= 20; ++n) {
    Clock clock = working_days(n);
    clock.suspensions = {{.name = "Stop",
                          .from = stop.first(),
                          .until = stop.last(),
                          .effect = SuspensionEffect::stopped}};
    for (Date start = day("2024-11-25"); start < day("2025-01-10"); start = add_days(start, 1)) {
      Date expected = start;
      for (int left = n; left > 0;) {
        expected = add_days(expected, 1);
        if (calendar().is_working_day(expected) && !stop.contains(expected)) --left;
      }
      INFO(iso(start) << " + " << n);
      CHECK(due(clock, iso(start)) == iso(expected));
    }
  }
}

TEST_CASE("days beyond what is settled are provisional, and beyond the table there are none",
          "[clock]") {
  CHECK_FALSE(ask(working_days(15), "2026-12-01").provisional);
  const ClockAnswer expected = ask(working_days(15), "2026-12-20");
  CHECK(expected.status == ClockStatus::computed);
  CHECK(expected.provisional);
  const ClockAnswer outside = ask(working_days(15), "2028-12-20");
  CHECK(outside.status == ClockStatus::outside_calendar);
  CHECK_FALSE(outside.days);
  CHECK(
      outside.trouble.find("lie outside the years that the calendar 'england-and-wales' covers") !=
      std::string::npos);
  CHECK(due(working_days(15), "2031-01-01") == "outside_calendar");
  // Months need no table.
  CHECK(due(months(6), "2031-01-01") == "2031-07-01");
  CHECK_FALSE(ask(months(6), "2031-01-01").provisional);
}

TEST_CASE("a version may count by another calendar", "[clock]") {
  const Calendar uk_any = Calendar::make("uk-any", DateRange(Date(2024, 1, 1), Date(2024, 12, 31)),
                                         {{Date(2024, 3, 18), "St Patrick's Day (substitute)"}});
  Clock clock = working_days(1);
  clock.versions[0].calendar = "uk-any";
  const std::vector<Calendar> others{uk_any};
  const ClockStart friday{{"", day("2024-03-15")}};
  CHECK(due(read_clock(clock, friday, calendar(), others).answers[0]) == "2024-03-19");
  CHECK(due(read_clock(clock, friday, uk_any).answers[0]) == "2024-03-19");
  CHECK(read_clock(clock, friday, calendar()).answers[0].trouble ==
        "it counts by a calendar that is not given, 'uk-any'");
  clock.versions[0].calendar = "england-and-wales";
  CHECK(due(read_clock(clock, friday, uk_any).answers[0]) == "2024-03-18");
}

TEST_CASE("what has no date is unverifiable, and never in time", "[clock]") {
  const ClockAnswer answer = ask(named("rapid-review"), "2022-09-08");
  CHECK(judge(answer, day("2022-09-30")) == Timeliness::met);
  CHECK(judge(answer, day("2022-10-01")) == Timeliness::not_met);
  CHECK(judge(answer, {}) == Timeliness::unverifiable);
  const ClockAnswer no_start = read_clock(named("rapid-review"), {}, calendar()).answers[0];
  CHECK(judge(no_start, day("2022-09-30")) == Timeliness::unverifiable);
  const ClockAnswer relaxed = ask(named("rapid-review"), "2020-04-20");
  CHECK(judge(relaxed, day("2020-05-12")) == Timeliness::met);
  CHECK(judge(relaxed, day("2020-05-13")) == Timeliness::unverifiable);
  CHECK(judge(ask(named("return-home-interview"), "2024-01-01"), day("2024-01-02")) ==
        Timeliness::unverifiable);
  const ClockAnswer back = ask(named("lcspr-copy-panel-sos"), "2024-06-06");
  CHECK(judge(back, day("2024-05-28")) == Timeliness::met);
  CHECK(judge(back, day("2024-05-29")) == Timeliness::not_met);
}

TEST_CASE("the steps say day 0, the count and the holidays left out", "[clock]") {
  const ClockAnswer answer = ask(named("rapid-review"), "2022-09-08");
  CHECK(
      answer.steps ==
      std::vector<std::string>{
          "Thursday 8 September 2022 is day 0", "15 working days on: Friday 30 September 2022",
          "not counted, beside weekends: 19 September 2022 (State Funeral of Queen Elizabeth II)"});
}

TEST_CASE("the words of a clock read as themselves again", "[clock]") {
  const ClockStart start{{"awareness", day("2019-10-09")}, {"", day("2019-10-14")}};
  const std::string words = clock_words("rapid-review", start);
  CHECK(words == "rapid-review from 14 October 2019 and awareness 9 October 2019");
  const auto question = read_clock_words(words);
  REQUIRE(question);
  CHECK(question->clock == "rapid-review");
  CHECK(question->start == ClockStart{start[1], start[0]});
  CHECK(clock_words("icpc", {{"section-47", day("2024-01-02")}}) ==
        "icpc from section-47 2 January 2024");
  CHECK(read_clock_words("icpc from section-47 2 January 2024")->start[0].name == "section-47");
  for (const char* other :
       {"June 2019", "monthly from June 2019", "rapid-review", "from 1 May 2019",
        "rapid-review from 31 June 2019", "rapid-review from 1 May 2019 or so"})
    CHECK_FALSE(read_clock_words(other));
}

TEST_CASE("the clocks that come with the library are sound as a partnership's own", "[clock]") {
  const auto ours = named_clocks();
  Partnership::Parts parts;
  parts.arrangements = {.id = "example",
                        .name = "Example Partnership",
                        .top = {"board"},
                        .bodies = {{.id = "board", .name = "Executive Board"}}};
  parts.registers = {RegisterTable(clocks_register(), std::vector(ours.begin(), ours.end()))};
  const auto made = Partnership::make(parts);
  INFO(printed(made.diagnostics()));
  REQUIRE(made);
  CHECK(made.diagnostics().empty());
  const auto own = made->list<Clock>();
  REQUIRE(own.size() == ours.size());
  for (std::size_t i = 0; i < ours.size(); ++i) {
    INFO(ours[i].id);
    CHECK(own[i] == ours[i]);
    CHECK(find_clock(*made, ours[i].id) == &own[i]);
    CHECK(find_named_clock(ours[i].id) == &ours[i]);
  }
}

TEST_CASE("a clock names each event that a reading counts from once", "[clock]") {
  CHECK(triggers_of(named("rapid-review")) ==
        std::vector<std::string_view>{"awareness", "notification"});
  Clock clock = working_days(1);
  clock.versions[0].rules[0].alternatives = {{.trigger = "birth"}};
  CHECK(triggers_of(clock) == std::vector<std::string_view>{"birth", "start"});
  CHECK(triggers_of(Clock{}).empty());
}

TEST_CASE("whether it was in time is said in words", "[clock]") {
  CHECK(in_words(Timeliness::met) == "met");
  CHECK(in_words(Timeliness::not_met) == "not met");
  CHECK(in_words(Timeliness::unverifiable) == "unverifiable");
}

TEST_CASE("only what has no page and no custom is from knowledge of the guidance", "[clock]") {
  ClockVersion version{.name = "v", .source = "a page"};
  const auto said = [&](Certainty certainty) {
    version.certainty = certainty;
    return certainty_in_words(version);
  };
  CHECK(said(Certainty::stated) == "stated: a page");
  CHECK(said(Certainty::customary) == "customary; a page");
  CHECK(said(Certainty::high) == "high, from knowledge of the guidance; a page");
  CHECK(said(Certainty::medium) == "medium, from knowledge of the guidance; a page");
  CHECK(said(Certainty::low) == "low, from knowledge of the guidance; a page");
}

TEST_CASE("every clock says what it is, who says so and how sure that is", "[clock]") {
  for (const Clock& clock : named_clocks()) {
    INFO(clock.id);
    CHECK_FALSE(clock.name.empty());
    CHECK_FALSE(clock.duty.empty());
    for (const ClockVersion& version : clock.versions) {
      CHECK_FALSE(version.instrument.empty());
      REQUIRE(version.certainty);
      CHECK((version.certainty != Certainty::stated || !version.source.empty()));
      for (const ClockRule& rule : version.rules) CHECK_FALSE(rule.starts.empty());
    }
  }
}
