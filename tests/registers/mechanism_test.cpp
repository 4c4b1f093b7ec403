// A register that this file defines gets everything that the library's own have.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/agenda.hpp>
#include <safegov/explain.hpp>
#include <safegov/register_report.hpp>
#include <safegov/render.hpp>
#include <safegov/timeline.hpp>

#include "partnership.hpp"

namespace {

/// A visit that somebody promised, and the report on it.
struct Visit {
  static constexpr std::string_view refers_to = "visit";
  std::string id = {};
  std::string text = {};
  safegov::BodyRef by = {};
  safegov::BodyRef to = {};
  std::string due = {};
  std::optional<safegov::Date> done = {};
  safegov::Ref<Visit> after = {};
  safegov::Ref<safegov::Anything> because = {};
  std::vector<safegov::Promise> follow_up = {};
  safegov::Origin origin = {};
  friend bool operator==(const Visit&, const Visit&) = default;
};

}  // namespace

template <>
const safegov::Type& safegov::type_of<Visit>() {
  static constexpr Field fields[] = {
      field<&Visit::id>("id", "Its id.", Need::required),
      field<&Visit::text>("text", "Why."),
      field<&Visit::by>("by", "Who visits."),
      field<&Visit::to>("to", "Who hears of it."),
      field<&Visit::due>("due", "When."),
      field<&Visit::done>("done", "The day on which the report came."),
      field<&Visit::after>("after", "The visit before."),
      field<&Visit::because>("because", "What it is for."),
      field<&Visit::follow_up>("follow-up", "What is promised."),
  };
  static constexpr Type type = described<Visit>("visit", "One visit.", fields);
  return type;
}

namespace {

using namespace safegov;
using namespace safegov::test;

const Register& visits() {
  static constexpr Field list[] = {rows<Visit>("visits", "Who visits whom.")};
  static constexpr RowRules<Visit> rules{
      .issue =
          [](const Visit& visit, Issue& issue) {
            issue.action().lead = visit.by;
            issue.promised_on(visit.done);
            Promise& report = issue.promise("report", "due");
            report.what = "Report of the visit";
            report.to = visit.to;
            report.due = visit.due;
            Record& came = issue.happened(RecordKind::received, issue.id("report"), "done");
            came.date = visit.done;
            issue.count_from(visit.done);
            for (const Promise& promise : visit.follow_up) issue.promise(promise);
          },
      .check =
          [](const Visit& visit, RowCheck& check) {
            if (!visit.by || visit.by != visit.to) return;
            Diagnostic d;
            d.code = "OWN1";
            d.message = "it visits itself";
            check.relate(check.report(std::move(d), visit, "to"), visit, "by", "who visits");
          },
      .look =
          [](const Visit& visit, RowLook& look) {
            look.measure("days ahead", visit.done ? 0 : 131, 136);
            if (visit.done) return;
            Diagnostic d;
            d.code = "OWN2";
            d.severity = Severity::note;
            d.message = "not done by " + iso(look.as_at());
            look.report(std::move(d), visit, "due");
          }};
  static constexpr Register own = register_of("Visits", list, rules);
  return own;
}

std::string file(const std::string& rows) {
  std::string text = "safegov: 1\npartnership: example\nvisits:\n";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return text;
}

Result<Partnership> with(const std::string& rows, std::vector<Source> more = {}) {
  std::vector<Source> sources{{"partnership.yaml", small_partnership}, {"visits.yaml", file(rows)}};
  sources.insert(sources.end(), more.begin(), more.end());
  return read_sources(std::move(sources), {.registers = {&visits()}});
}

const char* const two =
    "- id: 1\n"
    "  text: A school\n"
    "  by: qa\n"
    "  to: bmg\n"
    "  due: June 2019, Oct 2019\n"
    "- id: 2\n"
    "  by: bmg\n"
    "  to: board\n"
    "  due: Feb 2020\n"
    "  done: 2020-03-02\n"
    "  after: 1\n"
    "  because: visits/1\n"
    "  follow-up:\n"
    "    - what: A note\n"
    "      to: qa\n"
    "      due: in three months\n";

Partnership sound_visits(const std::string& rows = two, std::vector<Source> more = {}) {
  const auto result = with(rows, std::move(more));
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  return *result;
}

}  // namespace

TEST_CASE("what a row issues stands among all obligations, under the register's name",
          "[registers]") {
  const auto owed = expand_obligations(sound_visits());
  std::vector<std::string> ids;
  for (const Obligation o : owed) ids.push_back(o.id());
  CHECK(ids == std::vector<std::string>{"visits/1/report@2019-06", "visits/1/report@2019-10",
                                        "visits/2/report@2020-02", "visits/2/qa@2020-06-02"});
  CHECK(owed[0].plan().title == "Visits");
  CHECK(owed[0].from()->id == "qa");
  CHECK(owed[3].from()->id == "bmg");
}

TEST_CASE("words that count from a day count from the row's own", "[registers]") {
  const auto owed = expand_obligations(sound_visits());
  CHECK(owed[3].days()->last() == Date(2020, 6, 2));
}

TEST_CASE("what a row says happened is a record of the engine", "[registers]") {
  const auto state = assess(expand_obligations(sound_visits()), Date(2020, 3, 31));
  CHECK(state[0] == State::overdue);
  CHECK(state[2] == State::received_late);
  const auto before = assess(expand_obligations(sound_visits()), Date(2020, 3, 1));
  CHECK(before[2] == State::overdue);
}

TEST_CASE("records are about what rows issue as about what plans promise", "[registers]") {
  const auto partnership =
      sound_visits(two, {{"records.yaml", small_records("- received: visits/1/report of June 2019\n"
                                                        "  date: 2019-06-12\n"
                                                        "- decided: visits/1\n"
                                                        "  date: 2019-06-12\n")}});
  const auto state = assess(expand_obligations(partnership), Date(2020, 3, 31));
  CHECK(state[0] == State::received);
}

TEST_CASE("a state that a row leads to is explained by the row's lines", "[registers]") {
  const auto state = assess(expand_obligations(sound_visits()), Date(2020, 3, 31));
  const Reason reason = explain(state, 2);
  CHECK(reason.state == State::received_late);
  std::vector<std::pair<std::string, unsigned>> places;
  for (const Fact& fact : reason.facts) places.emplace_back(fact.kind, fact.where.begin.line);
  CHECK(places == std::vector<std::pair<std::string, unsigned>>{
                      {"promise", 12}, {"due", 12}, {"received", 13}});
  CHECK(reason.facts[0].path == "visits[1]");
}

TEST_CASE("a register has its part in timelines, agendas, JSON and CSV", "[registers]") {
  const auto owed = expand_obligations(sound_visits());
  const auto state = assess(owed, Date(2019, 9, 1));
  const Agenda next = agenda(state, owed.partnership().find_body("bmg"));
  CHECK(next.without_meeting == std::vector<std::size_t>{0, 1});
  const auto line = timeline(owed, DateRange(Date(2019, 6, 30), Date(2019, 7, 1)));
  CHECK(line.on(Date(2019, 6, 30))[State::overdue] == 0);
  CHECK(line.on(Date(2019, 7, 1))[State::overdue] == 1);
  CHECK(render(state, Format::json).find("\"id\": \"visits/1/report@2019-06\"") !=
        std::string::npos);
  CHECK(render(state, Format::csv).find("visits/1/report@2019-10,visits,") != std::string::npos);
}

TEST_CASE("a report on a register has measures, counts and findings", "[registers]") {
  const auto partnership = sound_visits();
  const auto state = assess(expand_obligations(partnership), Date(2020, 3, 31));
  const RegisterReport report = report_on(state, partnership.registers()[0]);
  REQUIRE(report.rows.size() == 2);
  CHECK(report.rows[0].id == "visits/1");
  CHECK(report.rows[0].text == "A school");
  CHECK(report.rows[0].obligations == std::vector<std::size_t>{0, 1});
  CHECK(report.rows[0].counts[State::overdue] == 2);
  CHECK(report.rows[0].measures[0].text == "131 of 136 (96.3 %)");
  CHECK(report.counts.total() == 4);
  REQUIRE(report.findings.size() == 1);
  CHECK(report.findings[0].message == "not done by 2020-03-31");
  CHECK(report.findings[0].where.begin.line == 8);
  CHECK(report.findings[0].path == "visits[0].due");
  const std::string text = render(state, report, Format::text);
  CHECK(text.find("OWN2  not done by 2020-03-31") != std::string::npos);
  CHECK(render(state, report, Format::csv).find("visits/1,A school,overdue,2,2,2") !=
        std::string::npos);
}

TEST_CASE("rows of several files are one register, in the order of the files", "[registers]") {
  const auto partnership =
      sound_visits(two, {{"more.yaml", file("- id: 3\n  by: qa\n  due: June 2021\n")}});
  std::vector<std::string> ids;
  for (const Visit& visit : partnership.list<Visit>()) ids.push_back(visit.id);
  CHECK(ids == std::vector<std::string>{"3", "1", "2"});
}

TEST_CASE("every problem of a register is told in one pass, at its place", "[registers]") {
  const auto result = with(
      "- id: 1\n"
      "  by: qq\n"
      "- id: 1\n"
      "  dun: 2019-01-01\n"
      "- id: 3\n"
      "  by: qa\n"
      "  to: qa\n"
      "  after: 9\n"
      "  due: 31 June 2019\n"
      "- id: 4\n"
      "  because: visits/77\n");
  REQUIRE_FALSE(result);
  std::vector<std::pair<unsigned, std::string>> found;
  for (const Diagnostic& d : result.diagnostics()) found.emplace_back(d.where.begin.line, d.code);
  // What could not be read may hold what references name: those are not reported again.
  CHECK(found == std::vector<std::pair<unsigned, std::string>>{
                     {5, "SG102"}, {6, "SG101"}, {7, "SG015"}, {10, "OWN1"}, {12, "SG105"}});
}

TEST_CASE("references to rows and to anything are resolved", "[registers]") {
  const auto result = with(
      "- id: 1\n"
      "  after: 9\n"
      "- id: 4\n"
      "  because: visits/77\n");
  REQUIRE_FALSE(result);
  std::vector<std::pair<unsigned, std::string>> found;
  for (const Diagnostic& d : result.diagnostics()) found.emplace_back(d.where.begin.line, d.code);
  CHECK(found == std::vector<std::pair<unsigned, std::string>>{{5, "SG102"}, {7, "SG103"}});
}

TEST_CASE("a plan may not be called as a register is", "[registers]") {
  std::string plan = small_plan("- what: Report\n  to: bmg\n  due: June 2019\n");
  plan.replace(plan.find("plan: p"), 7, "plan: visits");
  const auto result = with(two, {{"plan.yaml", plan}});
  REQUIRE_FALSE(result);
  CHECK(result.diagnostics()[0].code == "SG101");
}

TEST_CASE("a partnership with registers is equal to one made of the same parts", "[registers]") {
  const auto partnership = sound_visits();
  const auto again = Partnership::make(partnership.parts());
  REQUIRE(again);
  CHECK(*again == partnership);
  CHECK(again->records().size() == partnership.records().size());
  Partnership::Parts fewer = partnership.parts();
  fewer.registers.clear();
  CHECK_FALSE(*Partnership::make(fewer) == partnership);
}

TEST_CASE("what is thought of leaves registers alone, and says so", "[registers]") {
  const auto partnership = sound_visits();
  const WhatIf handed{.title = "x", .hand_overs = {{.of = "visits/1", .to = {"bmg"}}}};
  const auto result = apply(partnership, handed);
  REQUIRE_FALSE(result);
  CHECK(result.diagnostics()[0].message.find("register") != std::string::npos);
  CHECK(apply(partnership, {.title = "nothing"}).value() == partnership);
}

TEST_CASE("what only some plans and registers promise can be asked for by itself", "[registers]") {
  const auto partnership = sound_visits(
      two, {{"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: June 2019\n")},
            {"records.yaml", small_records("- received: p/1.1/bmg\n  date: 2019-06-12\n")}});
  const auto ids = [&](std::vector<PlanId> of) {
    std::vector<std::string> found;
    for (const Obligation o : expand_obligations(partnership, {.of = of})) found.push_back(o.id());
    return found;
  };
  CHECK(ids({}).size() == 5);
  CHECK(ids({{0}}) == std::vector<std::string>{"p/1.1/bmg@2019-06"});
  CHECK(ids({{1}}).size() == 4);
  CHECK(ids({{0}, {1}}) == ids({}));
  const Obligations of_plan = expand_obligations(partnership, {.of = {{0}}});
  CHECK(assess(of_plan, Date(2020, 3, 31))[0] == State::received);
  CHECK(of_plan.find("visits/1/report@2019-06") == std::nullopt);
  CHECK(of_plan.find("p/1.1/bmg") == std::optional<std::size_t>(0));
  // Each row is in the state that it is in among all.
  const auto all = assess(expand_obligations(partnership), Date(2020, 3, 31));
  const auto some = assess(expand_obligations(partnership, {.of = {{1}}}), Date(2020, 3, 31));
  for (const Obligation o : some.obligations())
    CHECK(some[o.row()] == all[*all.obligations().find(o.id())]);
}

TEST_CASE("what a row promised later was no part of what there was on a day", "[registers]") {
  const auto partnership = sound_visits();  // visit 2 is of 2 March 2020; visit 1 has no day
  const auto ids = [&](Date by) {
    std::vector<std::string> found;
    for (const Obligation o : expand_obligations(partnership, {.promised_by = by}))
      found.push_back(o.id());
    return found;
  };
  CHECK(ids(Date(2020, 3, 1)) ==
        std::vector<std::string>{"visits/1/report@2019-06", "visits/1/report@2019-10"});
  CHECK(ids(Date(2020, 3, 2)).size() == 4);
}

TEST_CASE("a timeline has on each day what had been promised by then", "[registers]") {
  const auto partnership = sound_visits(two, {{"more.yaml", file("- id: 3\n  by: qa\n  to: bmg\n"
                                                                 "  due: Feb 2020\n"
                                                                 "  done: 2020-02-10\n")}});
  const DateRange range(Date(2020, 1, 25), Date(2020, 3, 20));
  const Timeline line = timeline(expand_obligations(partnership), range);
  for (Date day = range.first(); day <= range.last(); day = add_days(day, 1)) {
    CAPTURE(iso(day));
    const auto state = assess(expand_obligations(partnership, {.promised_by = day}), day);
    CHECK(line.on(day) == state.counts());
  }
  // And so have the intervals, which begin on the day of the promise.
  const auto owed = expand_obligations(partnership);
  const std::size_t row = *owed.find("visits/3/report@2020-02");
  for (const StateInterval& interval : state_intervals(owed, range))
    if (interval.row == row) {
      CHECK(interval.days.first() == Date(2020, 2, 10));
      break;
    }
}

TEST_CASE("words that count from a day that could not be read are not reported as well",
          "[registers]") {
  const auto result = with(
      "- id: 1\n"
      "  done: 31 Sept 2025\n"
      "  follow-up:\n"
      "    - what: A note\n"
      "      to: qa\n"
      "      due: in three months\n");
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].code == "SG019");
}
