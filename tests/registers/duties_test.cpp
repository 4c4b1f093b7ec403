// Duties held against evidence, and inspections against what followed.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include <safegov/duty.hpp>
#include <safegov/inspection.hpp>
#include <safegov/register_report.hpp>

#include "partnership.hpp"

namespace {

using namespace safegov;
using namespace safegov::test;

Result<Partnership> with(const std::string& name, const std::string& rows) {
  std::string text = "safegov: 1\npartnership: example\n" + name + ":\n";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return read_sources(
      {{"partnership.yaml", small_partnership}, {"rows.yaml", text}, documents_named_in(rows)});
}

Partnership sound_rows(const std::string& name, const std::string& rows) {
  const auto result = with(name, rows);
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  return *result;
}

std::vector<std::string> codes_of(const std::string& name, const std::string& rows) {
  std::vector<std::string> codes;
  const auto result = with(name, rows);
  for (const Diagnostic& d : result.diagnostics())
    codes.push_back(d.code + ":" + std::to_string(d.where.begin.line));
  return codes;
}

std::string finding_codes(const Partnership& partnership, Date as_at,
                          std::optional<Date> known_at = {}) {
  std::string all;
  for (const Diagnostic& d : register_findings(partnership, as_at, known_at))
    all += (all.empty() ? "" : " ") + d.code;
  return all;
}

RegisterReport report(const Partnership& partnership, std::string_view name, Date as_at) {
  const auto state = assess(expand_obligations(partnership), as_at);
  for (const RegisterTable& table : partnership.registers())
    if (table.kind().name == name) return report_on(state, table);
  FAIL("no such register");
  return {};
}

std::string measure(const RegisterRow& row, std::string_view name) {
  const auto found = std::ranges::find(row.measures, name, &Measure::name);
  return found == row.measures.end() ? "(none)" : found->text;
}

const RegisterRow& row(const RegisterReport& report, std::string_view id) {
  const auto found = std::ranges::find(report.rows, id, &RegisterRow::id);
  REQUIRE(found != report.rows.end());
  return *found;
}

const char* const yearly =
    "- id: audit\n"
    "  body: qa\n"
    "  text: Undertake an annual audit\n"
    "  cadence: annual\n"
    "  from: 2020-04-01\n"
    "  until: 2023-03-31\n"
    "  evidence:\n"
    "    - when: May/June 2021\n"
    "      dated: 2022-09-30\n"
    "      kind: review\n";

/// The first row as at a day, with one record beside it.
RegisterRow row_with_record(const std::string& name, const std::string& rows,
                            const std::string& record, Date as_at) {
  std::string text = "safegov: 1\npartnership: example\n" + name + ":\n";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  const auto result = read_sources(
      {{"partnership.yaml", small_partnership},
       {"rows.yaml", text},
       {"records.yaml", "safegov: 1\npartnership: example\nrecords:\n  - " + record + "\n"},
       documents_named_in(rows)});
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  return report(*result, name, as_at).rows[0];
}

}  // namespace

TEST_CASE("a duty is owed once in each stretch of the appointment", "[duties]") {
  const auto partnership = sound_rows("duties", yearly);
  const auto owed = expand_obligations(partnership);
  REQUIRE(owed.size() == 3);
  CHECK(owed[0].id() == "duties/audit/duty@2020-04..2021-03");
  const auto state = assess(owed, Date(2023, 4, 1));
  CHECK(state[0] == State::overdue);
  CHECK(state[1] == State::received);
  CHECK(state[2] == State::overdue);
}

TEST_CASE("evidence counts from its day, and as known from its document's", "[duties]") {
  const auto partnership = sound_rows("duties", yearly);
  CHECK(measure(report(partnership, "duties", Date(2021, 6, 29)).rows[0], "evidenced") == "none");
  CHECK(measure(report(partnership, "duties", Date(2021, 6, 30)).rows[0], "evidenced") ==
        "1 time (1 review) since 1 April 2020");
  CHECK(finding_codes(partnership, Date(2021, 3, 31)) == "");
  CHECK(finding_codes(partnership, Date(2021, 4, 1)) == "SG466");
  CHECK(finding_codes(partnership, Date(2021, 7, 1)) == "");
  CHECK(finding_codes(partnership, Date(2021, 7, 1), Date(2022, 9, 29)) == "SG466");
}

TEST_CASE("a duty is evidenced by records, too, and they take evidence back", "[duties]") {
  const auto evidenced = [](const std::string& record, Date day) {
    return measure(row_with_record("duties", yearly, record, day), "evidenced");
  };
  const std::string came = "{received: duties/audit/duty of 2020/21, date: 2021-03-01}";
  CHECK(evidenced(came, Date(2021, 2, 28)) == "none");
  CHECK(evidenced(came, Date(2021, 3, 1)) == "1 time (1 by record) since 1 April 2020");
  CHECK(evidenced(came, Date(2021, 6, 30)) == "2 times (1 review, 1 by record) since 1 April 2020");
  const std::string back =
      "{retracted: received duties/audit/duty@2021-04..2022-03, date: 2022-10-03}";
  CHECK(evidenced(back, Date(2023, 1, 1)) == "none");
}

TEST_CASE("a duty that is due once is met by what comes late, too", "[duties]") {
  const auto partnership = sound_rows("duties",
                                      "- id: visit\n"
                                      "  body: qa\n"
                                      "  text: Attend a meeting\n"
                                      "  due: 2020/21\n"
                                      "  evidence:\n"
                                      "    - when: May 2021\n"
                                      "    - when: June 2021\n");
  const auto state = assess(expand_obligations(partnership), Date(2021, 12, 31));
  CHECK(state[0] == State::received_late);
}

TEST_CASE("a duty without words of time owes nothing, and is measured", "[duties]") {
  const auto partnership = sound_rows("duties",
                                      "- id: friend\n"
                                      "  body: qa\n"
                                      "  text: Act as a critical friend\n");
  CHECK(expand_obligations(partnership).size() == 0);
  CHECK(finding_codes(partnership, Date(2021, 1, 1)) == "SG466");
}

TEST_CASE("who judges what they led before is not independent", "[duties]") {
  const auto partnership = sound_rows("duties",
                                      "- id: judge\n"
                                      "  body: board\n"
                                      "  text: Consider the work of the subgroup\n"
                                      "  from: 2021-04-01\n"
                                      "  led-before:\n"
                                      "    - body: qa\n"
                                      "      as: chair\n"
                                      "  evidence:\n"
                                      "    - when: May 2021\n");
  CHECK(finding_codes(partnership, Date(2021, 3, 31)) == "");
  CHECK(finding_codes(partnership, Date(2021, 6, 1)) == "SG467");
}

TEST_CASE("what a duty cannot be", "[duties]") {
  using Codes = std::vector<std::string>;
  const std::string head = "- id: a\n  body: qa\n  text: x\n";
  CHECK(codes_of("duties", head + "  due: 2020/21\n  cadence: annual\n") == Codes{"SG174:7"});
  CHECK(codes_of("duties", head + "  from: 2021-01-01\n  until: 2020-01-01\n") == Codes{"SG104:8"});
  CHECK(codes_of("duties", head + "  evidence:\n    - when: now and then\n") == Codes{"SG175:8"});
  CHECK(codes_of("duties", head + "  led-before:\n    - body: nobody\n") == Codes{"SG102:8"});
}

TEST_CASE("an inspection owes its actions, by their part and number", "[inspections]") {
  const auto partnership = sound_rows("inspections",
                                      "- id: visit\n"
                                      "  by: board\n"
                                      "  of: bmg\n"
                                      "  when: Feb 2020\n"
                                      "  dated: 2020-09-29\n"
                                      "  board-met: 4\n"
                                      "  board: The improvement board\n"
                                      "  parts:\n"
                                      "    - no: \"1\"\n"
                                      "      text: Practice\n"
                                      "      actions:\n"
                                      "        - id: \"1.1\"\n"
                                      "          what: Leadership\n"
                                      "          due: in three months\n"
                                      "          progress:\n"
                                      "            - in: r2\n"
                                      "              dated: 2021-09-30\n"
                                      "              outcome: done\n"
                                      "  actions:\n"
                                      "    - id: plan\n"
                                      "      what: A plan\n"
                                      "      from: qa\n");
  const auto owed = expand_obligations(partnership);
  REQUIRE(owed.size() == 2);
  CHECK(owed[0].id() == "inspections/visit.1/1.1@2020-12-29");
  CHECK(owed[0].from()->id == "bmg");
  CHECK(owed[1].id() == "inspections/visit/plan@undated");
  CHECK(owed[1].from()->id == "qa");
  const RegisterRow before = report(partnership, "inspections", Date(2021, 9, 29)).rows[0];
  CHECK(measure(before, "done") == "0 of 2 (0 %)");
  const auto after = report(partnership, "inspections", Date(2021, 9, 30)).rows[0];
  CHECK(measure(after, "done") == "1 of 2 (50 %)");
  CHECK(measure(after, "board") == "The improvement board, met 4 times");
  CHECK(after.counts[State::received_late] == 1);
  CHECK(finding_codes(partnership, Date(2022, 1, 1)) == "");
}

TEST_CASE("an action of an inspection is done when it is received, and not once that is retracted",
          "[inspections]") {
  const std::string rows =
      "- id: visit\n"
      "  by: board\n"
      "  of: bmg\n"
      "  dated: 2020-09-29\n"
      "  parts:\n"
      "    - no: \"1\"\n"
      "      text: Practice\n"
      "      actions:\n"
      "        - id: a\n"
      "          what: Leadership\n"
      "        - id: b\n"
      "          what: Records\n"
      "          progress:\n"
      "            - in: r2\n"
      "              dated: 2021-01-04\n"
      "              outcome: done\n"
      "  actions:\n"
      "    - id: plan\n"
      "      what: A plan\n";
  const auto done = [&](const std::string& record, Date day) {
    return measure(row_with_record("inspections", rows, record, day), "done");
  };
  const std::string part = "{received: inspections/visit.1/a, date: 2021-03-01}";
  CHECK(done(part, Date(2021, 2, 28)) == "1 of 3 (33.3 %)");
  CHECK(done(part, Date(2021, 3, 1)) == "2 of 3 (66.7 %)");
  CHECK(done("{received: inspections/visit/plan, date: 2021-03-01}", Date(2021, 3, 1)) ==
        "2 of 3 (66.7 %)");
  CHECK(done("{retracted: received inspections/visit.1/b, date: 2021-03-01}", Date(2021, 3, 1)) ==
        "0 of 3 (0 %)");
}

TEST_CASE("an inspection from which nothing follows is odd once its document is out",
          "[inspections]") {
  const std::string head = "- id: visit\n  by: board\n  when: Feb 2020\n  dated: 2020-09-29\n";
  const auto bare = sound_rows("inspections", head);
  CHECK(finding_codes(bare, Date(2020, 9, 28)) == "");
  CHECK(finding_codes(bare, Date(2020, 9, 29)) == "SG470");
  const auto later =
      sound_rows("inspections", head + "  follow-up:\n    - in: r2\n      dated: 2021-09-30\n");
  CHECK(finding_codes(later, Date(2021, 9, 29)) == "SG470");
  CHECK(finding_codes(later, Date(2021, 9, 30)) == "");
}

TEST_CASE("what an inspection cannot be", "[inspections]") {
  using Codes = std::vector<std::string>;
  const std::string head = "- id: visit\n  by: board\n  dated: 2020-09-29\n";
  CHECK(codes_of("inspections", head + "  when: lately\n") == Codes{"SG175:7"});
  CHECK(codes_of("inspections", head + "  when: Feb 2020\n  follow-up:\n    - in: r\n      dated: "
                                       "2020-01-31\n") == Codes{"SG176:10"});
  CHECK(codes_of("inspections", head + "  actions:\n    - id: a\n      what: x\n    - id: a\n      "
                                       "what: y\n") == Codes{"SG101:10"});
}

TEST_CASE("the scrutineer of Nottingham audits no rapid reviews in print", "[duties][nottingham]") {
  const auto all = report(nottingham(), "duties", Date(2025, 12, 31));
  const RegisterRow& audit = row(all, "duties/scrutineer-rapid-review-audit");
  CHECK(measure(audit, "evidenced") == "none");
  CHECK(audit.counts[State::overdue] == 4);
  CHECK(measure(row(all, "duties/scrutineer-challenge"), "evidenced") ==
        "4 times (2 report, 2 review)");
  const auto apart = std::ranges::count(all.findings, std::string("SG467"), &Diagnostic::code);
  CHECK(apart == 1);
}

TEST_CASE("the improvement plan of Nottingham has two priorities and eleven headline actions",
          "[inspections][nottingham]") {
  const auto partnership = nottingham();
  const auto rows = partnership.list<Inspection>();
  const auto visit = std::ranges::find(rows, "ofsted-2020-02", &Inspection::id);
  REQUIRE(visit != rows.end());
  REQUIRE(visit->parts.size() == 2);
  CHECK(visit->parts[0].actions.size() + visit->parts[1].actions.size() == 11);
  CHECK(visit->board_met == 4);
  const auto hsb = std::ranges::find(rows, "hsb-audit", &Inspection::id);
  REQUIRE(hsb != rows.end());
  CHECK(hsb->parts.size() == 5);
  CHECK(hsb->actions.size() == 7);
}

TEST_CASE("the earliest evidence meets a duty, in whatever order it is written", "[duties]") {
  const auto partnership = sound_rows("duties",
                                      "- id: visit\n"
                                      "  body: qa\n"
                                      "  text: Attend a meeting\n"
                                      "  due: June 2021\n"
                                      "  evidence:\n"
                                      "    - {kind: report, when: 2021-09-30}\n"
                                      "    - {kind: review, when: 2021-06-05}\n");
  const auto owed = expand_obligations(partnership);
  REQUIRE(owed.size() == 1);
  CHECK(assess(owed, Date(2021, 7, 1))[0] == State::received);
}
