// Clocks that were started, and a partnership's own clocks.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>

#include <safegov/clock.hpp>
#include <safegov/explain.hpp>
#include <safegov/register_report.hpp>
#include <safegov/timed_duty.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string head = "safegov: 1\npartnership: example\n";

Result<Partnership> with(const std::string& rows, const std::string& plan = "") {
  std::vector<Source> sources{{"partnership.yaml", small_partnership}, {"rows.yaml", head + rows}};
  if (!plan.empty()) sources.emplace_back("plan.yaml", plan);
  return read_sources(std::move(sources));
}

std::string duty(const std::string& fields) {
  return "timed-duties:\n  - {id: d, owed-by: qa, to: bmg, " + fields + "}\n";
}

/// What is said, code and message, of everything that is wrong.
std::string wrong(const std::string& rows) {
  const auto result = with(rows);
  CHECK_FALSE(result);
  std::string all;
  for (const Diagnostic& d : result.diagnostics())
    all += (all.empty() ? "" : "; ") + d.code + " " + d.message;
  return all;
}

Assessment judged(const Partnership& partnership, Date day) {
  return assess(expand_obligations(partnership, {.promised_by = day}), day);
}

State state_of(const Partnership& partnership, Date day) {
  const Assessment state = judged(partnership, day);
  REQUIRE(state.obligations().size() == 1);
  return state[0];
}

std::string measure(const Partnership& partnership, Date day, const std::string& name) {
  const RegisterReport report = report_on(judged(partnership, day), partnership.registers()[0]);
  for (const Measure& m : report.rows[0].measures)
    if (m.name == name) return m.text;
  return "";
}

std::string codes(const Partnership& partnership, Date day) {
  std::string all;
  for (const Diagnostic& d : register_findings(partnership, day)) all += d.code + " ";
  return all;
}

std::string own_clock(const std::string& rule, const std::string& more = "") {
  return "clocks:\n  - id: own\n    name: Own\n    versions:\n      - version: local\n"
         "        certainty: stated\n        rules:\n          - {" +
         rule + "}\n" + more;
}

}  // namespace

TEST_CASE("a started clock is owed from its event until its last day", "[clocks]") {
  const Partnership partnership = *with(duty("clock: rapid-review, from: 2022-09-08"));
  const auto promise = partnership.find_promise("timed-duties/d/duty");
  REQUIRE(promise);
  const Deadline& due = partnership.deadlines(promise)[0];
  CHECK(due.range == DateRange(Date(2022, 9, 8), Date(2022, 9, 30)));
  CHECK(due.text == "rapid-review from 8 September 2022");
  CHECK(partnership.find_obligation("timed-duties/d/duty@2022-09-08..2022-09-30"));
  // It was nobody's duty before.
  CHECK(judged(partnership, Date(2022, 9, 7)).obligations().size() == 0);
  CHECK(state_of(partnership, Date(2022, 9, 8)) == State::due);
  CHECK(state_of(partnership, Date(2022, 9, 30)) == State::due);
  CHECK(state_of(partnership, Date(2022, 10, 1)) == State::overdue);
}

TEST_CASE("what was done counts from its day, in time or late", "[clocks]") {
  const Partnership late =
      *with(duty("clock: rapid-review, from: 2022-09-08, done: 2022-10-03, recorded: 2022-10-05"));
  CHECK(state_of(late, Date(2022, 10, 2)) == State::overdue);
  CHECK(measure(late, Date(2022, 10, 2), "in time") == "unverifiable");
  CHECK(state_of(late, Date(2022, 10, 3)) == State::received_late);
  CHECK(measure(late, Date(2022, 10, 3), "in time") == "not met");
  AssessOptions known{.known_at = Date(2022, 10, 4)};
  CHECK(assess(expand_obligations(late), Date(2022, 10, 4), known)[0] == State::overdue);
  const Partnership met = *with(duty("clock: rapid-review, from: 2022-09-08, done: 2022-09-30"));
  CHECK(measure(met, Date(2022, 10, 3), "in time") == "met");
}

TEST_CASE("a clock that counts back is owed before its event", "[clocks]") {
  const Partnership partnership = *with(duty("clock: lcspr-copy-panel-sos, from: 2024-06-06"));
  CHECK(state_of(partnership, Date(2024, 5, 28)) == State::due);
  CHECK(state_of(partnership, Date(2024, 5, 29)) == State::overdue);
  const Partnership known =
      *with(duty("clock: lcspr-copy-panel-sos, from: 2024-06-06, known: 2024-05-20"));
  CHECK(judged(known, Date(2024, 5, 19)).obligations().size() == 0);
  CHECK(judged(known, Date(2024, 5, 20)).obligations().size() == 1);
}

TEST_CASE("what has no day by rule stands, and nobody is late with it", "[clocks]") {
  const Partnership hours = *with(duty("clock: return-home-interview, from: 2022-09-08"));
  CHECK(state_of(hours, Date(2023, 9, 8)) == State::unresolved);
  CHECK(codes(hours, Date(2023, 9, 8)) == "SG483 ");
  CHECK(measure(hours, Date(2023, 9, 8), "last day") == "72 hours are not computable in days");
  const Partnership relaxed = *with(duty("clock: rapid-review, from: 2020-04-20"));
  CHECK(state_of(relaxed, Date(2023, 9, 8)) == State::unresolved);
  CHECK(with(duty("clock: rapid-review, from: 2020-04-20")).diagnostics().empty());
}

TEST_CASE("the stricter reading is warned of when only it was missed", "[clocks]") {
  const std::string events =
      "clock: rapid-review, from: 2022-09-08, events: [{event: awareness, date: 2022-09-01}]";
  const Partnership open = *with(duty(events));
  CHECK(codes(open, Date(2022, 9, 23)).empty());
  CHECK(codes(open, Date(2022, 9, 24)) == "SG481 ");
  CHECK(codes(open, Date(2022, 10, 1)).empty());  // late by both: it is overdue, and says so
  const Partnership done = *with(duty(events + ", done: 2022-09-26"));
  CHECK(codes(done, Date(2023, 1, 1)) == "SG481 ");
  CHECK(measure(done, Date(2023, 1, 1), "in time") == "met");
  CHECK(measure(done, Date(2023, 1, 1), "from awareness") == "23 September 2022, not met");
  CHECK(measure(open, Date(2022, 8, 31), "from awareness").empty());  // nobody was aware yet
  CHECK(codes(*with(duty(events + ", done: 2022-09-23")), Date(2023, 1, 1)).empty());
}

TEST_CASE("what was done before it was started is odd", "[clocks]") {
  CHECK(codes(*with(duty("clock: rapid-review, from: 2022-09-08, done: 2022-09-07")),
              Date(2023, 1, 1)) == "SG482 ");
  CHECK(codes(*with(duty("clock: lcspr-copy-panel-sos, from: 2024-06-06, done: 2024-05-20")),
              Date(2025, 1, 1))
            .empty());
}

TEST_CASE("a started clock needs a clock, a day, and events that the clock knows", "[clocks]") {
  CHECK(wrong(duty("clock: rapid-revue, from: 2022-09-08")) ==
        "SG102 no clock is called 'rapid-revue'");
  CHECK(wrong(duty("clock: rapid-review")) ==
        "SG183 'rapid-review' was started, and no day says when");
  CHECK(wrong(duty("clock: rapid-review, events: [{event: awareness, date: 2022-09-08}]")) ==
        "SG183 the day of 'notification', which starts it, is not known");
  CHECK(wrong(duty("clock: rapid-review, from: 2022-09-08, events: [{event: awarness, date: "
                   "2022-09-08}]")) == "SG102 'rapid-review' does not count from 'awarness'");
  CHECK(wrong(duty("clock: rapid-review, from: 2022-09-08, events: [{event: notification, date: "
                   "2022-09-09}]")) == "SG101 two days are given for 'notification'");
  CHECK(wrong(duty("clock: yearly-report-2023, from: 2023-12-14")) ==
        "SG184 no version of 'yearly-report-2023' is in force on 14 December 2023");
  CHECK(wrong(duty("clock: rapid-review, from: 2029-01-02")) ==
        "SG182 the calendar 'england-and-wales' covers 2012 to 2028, and not '2029-01-02'");
}

TEST_CASE("a clock that cannot run is an error, each with its words", "[clocks]") {
  CHECK(wrong(own_clock("limit: 5, unit: days")) == "SG180 a clock without a trigger never starts");
  CHECK(wrong(own_clock("trigger: last visit, limit: 5, unit: days")) ==
        "SG180 a trigger is one word that begins with a letter, and not 'last visit'");
  CHECK(wrong(own_clock("trigger: a, limit: 5")) == "SG180 a limit without a unit says nothing");
  CHECK(wrong(own_clock("trigger: a, limit: 0, unit: days")) == "SG180 a limit is 1 or more");
  CHECK(wrong(own_clock("trigger: a, limit: -5, unit: days")).starts_with("SG018 "));
  CHECK(wrong(own_clock("trigger: a, unit: days")) == "SG180 it does not say how many");
  CHECK(wrong(own_clock("trigger: a, unit: date")) == "SG180 a limit that is a date needs 'by'");
  CHECK(wrong(own_clock("trigger: a, unit: date, by: soon")) == "SG180 'soon' is no date");
  CHECK(wrong(own_clock("trigger: a, limit: 2, unit: none")) ==
        "SG180 it has a limit, and no unit to count it in");
  CHECK(wrong(own_clock("trigger: a, limit: 2, unit: days, or: [{trigger: b, limit: 0, unit: "
                        "days}]")) == "SG180 a limit is 1 or more");
  CHECK(wrong(own_clock("trigger: a, unit: none, milestones: [{name: m, to: 2}]")) ==
        "SG180 a milestone is counted as its rule is, which counts no days");
  CHECK(wrong("clocks:\n  - {id: own, name: Own, versions: [{version: v, certainty: stated, "
              "calendar: moon, rules: [{trigger: a, limit: 2, unit: days}]}]}\n") ==
        "SG111 no calendar is called 'moon'");
}

TEST_CASE("versions neither overlap nor leave a gap", "[clocks]") {
  const auto versions = [](const std::string& until, const std::string& from) {
    const std::string rule = "certainty: stated, rules: [{trigger: a, limit: 2, unit: days}]";
    return "clocks:\n  - id: own\n    name: Own\n    versions:\n      - {version: a, " + until +
           rule + "}\n      - {version: b, " + from + rule + "}\n";
  };
  CHECK(with(versions("until: 2023-12-14, ", "from: 2023-12-15, ")));
  CHECK(wrong(versions("until: 2023-12-15, ", "from: 2023-12-15, ")) ==
        "SG181 versions 'a' and 'b' are both in force on 15 December 2023");
  CHECK(wrong(versions("until: 2023-12-12, ", "from: 2023-12-15, ")) ==
        "SG181 no version is in force from 13 December 2023 to 14 December 2023");
  CHECK(wrong(versions("", "from: 2023-12-15, ")) ==
        "SG181 version 'a' has no last day, and another follows it");
  CHECK(wrong(versions("until: 2023-12-14, ", "")) ==
        "SG181 version 'b' has no first day, and another stands before it");
}

TEST_CASE("a partnership's own clock goes before ours of the same id", "[clocks]") {
  const std::string rows =
      "clocks:\n  - {id: lac-review-first, name: First review, versions: [{version: local, "
      "certainty: stated, rules: [{trigger: looked-after, limit: 28, unit: days}]}]}\n" +
      duty("clock: lac-review-first, from: 2024-12-12");
  const Partnership partnership = *with(rows);
  CHECK(find_clock(partnership, "lac-review-first")->name == "First review");
  CHECK(find_clock(partnership, "icpc") == find_named_clock("icpc"));
  CHECK(find_clock(partnership, "nothing") == nullptr);
  CHECK(partnership.deadlines(partnership.find_promise("timed-duties/d/duty"))[0].range->last() ==
        Date(2025, 1, 9));
  const Diagnostics found = register_findings(partnership, Date(2025, 1, 1));
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == "SG485");
  CHECK(found[0].message.ends_with("the two are the same without holidays only"));
}

TEST_CASE("any promise may be due by a clock", "[clocks]") {
  const std::string plan = small_plan(
      "- what: Report\n  to: bmg\n  due: yearly-report-2023 from 31 March 2024\n"
      "- what: Others\n  to: board\n  due: quarterly from 1 April 2024 to 30 June 2024\n");
  const Partnership partnership =
      sound({{"partnership.yaml", small_partnership}, {"plan.yaml", plan}});
  CHECK(partnership.find_obligation("p/1.1/bmg@2024-03-31..2024-09-30"));
  CHECK(partnership.find_obligation("p/1.1/bmg of yearly-report-2023 from 31 March 2024"));
  CHECK(partnership.find_obligation("p/1.1/board@2024-04..2024-06"));
  const auto broken =
      with("posts: []\n",
           small_plan("- what: Report\n  to: bmg\n  due: yearly-report-2023 from 31 June 2024\n"));
  REQUIRE(broken.diagnostics().size() == 1);
  CHECK(broken.diagnostics()[0].code == "SG105");
}

TEST_CASE("a deadline is extended by a clock as by any other words", "[clocks]") {
  const Partnership partnership =
      sound({{"partnership.yaml", small_partnership},
             {"rows.yaml", head + duty("clock: rapid-review, from: 2022-09-08")},
             {"records.yaml",
              head + "records:\n  - {extended: timed-duties/d/duty, until: rapid-review "
                     "from 12 September 2022, date: 2022-09-12, reason: late notice}\n"}});
  CHECK(state_of(partnership, Date(2022, 10, 4)) == State::due);
  CHECK(state_of(partnership, Date(2022, 10, 5)) == State::overdue);
}

TEST_CASE("an explanation shows clock, version, counting, source and steps", "[clocks]") {
  const Partnership partnership = *with(duty(
      "clock: rapid-review, from: 2022-09-08, events: [{event: awareness, date: 2022-09-01}]"));
  const Assessment state = judged(partnership, Date(2022, 10, 1));
  const Reason why = explain(state, 0);
  std::string facts;
  for (const Fact& fact : why.facts)
    if (fact.kind == "clock") facts += fact.text + "\n";
  CHECK(facts.find("rapid-review: 15 working days after notification; the day of the event is day "
                   "0; version WT2018 (Working Together 2018, chapter 4; guidance of the Panel), "
                   "in force 4 July 2018 to 14 December 2023\n") == 0);
  CHECK(facts.find("computed, not legal advice; certainty stated: ") != std::string::npos);
  CHECK(facts.find("read from awareness: 15 working days after awareness, last day 23 September "
                   "2022\n") != std::string::npos);
  CHECK(std::ranges::count(why.steps, "15 working days on: Friday 30 September 2022") == 1);
}

TEST_CASE("the local flow charts of the example are each what they print", "[clocks]") {
  const auto partnership = read_partnership({std::string(SAFEGOV_SOURCE_DIR) + "/examples/clocks"});
  REQUIRE(partnership);
  const auto ask = [&](const char* id, Date from) {
    const Clock* clock = find_clock(*partnership, id);
    REQUIRE(clock != nullptr);
    return read_clock(*clock, {{"", from}}, *partnership);
  };
  const Date start(2022, 9, 8);
  const ClockReading dcfp = ask("dcfp-rapid-review", start);
  CHECK(dcfp.answers[0].due() == Date(2022, 10, 3));  // working day 16
  CHECK(dcfp.answers[0].milestones ==
        std::vector<ClockMark>{
            {"summaries of agencies", DateRange(Date(2022, 9, 12), Date(2022, 9, 23))},
            {"rapid review panel", DateRange(Date(2022, 9, 23), Date(2022, 9, 27))},
            {"sign-off by the partners", DateRange(Date(2022, 9, 27), Date(2022, 9, 30))}});
  const ClockReading devon = ask("devon-scp-rapid-review", start);
  CHECK(devon.answers[0].due() == Date(2022, 9, 30));
  CHECK(devon.answers[0].milestones ==
        std::vector<ClockMark>{{"executive huddle", DateRange(Date(2022, 9, 29))}});
  CHECK(ask("devon-scp-notify", Date(2022, 9, 16)).answers[0].due() == Date(2022, 9, 26));
  const ClockReading kent = ask("kent-rapid-review", start);
  REQUIRE(kent.answers.size() == 2);
  CHECK(kent.answers[0].due() == Date(2022, 9, 30));
  CHECK(kent.answers[1].due() == Date(2022, 9, 23));
  const ClockReading slough = ask("slough-notify", Date(2022, 9, 16));
  CHECK(slough.answers[0].due() == Date(2022, 9, 21));
  CHECK(slough.answers[1].due() == Date(2022, 9, 26));
  CHECK(find_clock(*partnership, "slough-notify")->versions[0].rules[0].trigger == "incident");
}
