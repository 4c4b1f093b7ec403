// Populations: who answered by a date, at what rate, and whom to chase.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/population.hpp>

#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;
using Found = std::vector<std::pair<unsigned, std::string>>;
using Codes = std::vector<std::string>;

namespace {

std::string population(const std::string& lines) {
  std::string text = "- id: a\n  title: Returns\n";
  std::istringstream more(lines);
  for (std::string line; std::getline(more, line);) text += "  " + line + "\n";
  return text;
}

Partnership of(const std::string& lines) { return with_rows("populations", population(lines)); }

Found wrong(const std::string& lines) { return problems("populations", population(lines)); }

const char* const three =
    "asked-by: bmg\n"
    "what: Annual return\n"
    "due: 30 June 2024\n"
    "members:\n"
    "  - body: qa\n"
    "    answered: 20 June 2024\n"
    "  - body: board\n"
    "    answered: July 2024\n"
    "  - no: school-7\n";

}  // namespace

TEST_CASE("each member owes its answer, and has given it from its day on", "[populations]") {
  const Partnership p = of(three);
  const auto state = assess(expand_obligations(p), Date(2024, 7, 1));
  std::vector<std::string> ids;
  for (const Obligation o : state.obligations()) ids.push_back(o.id());
  CHECK(ids == std::vector<std::string>{"populations/a/qa@2024-06-30",
                                        "populations/a/board@2024-06-30",
                                        "populations/a/school-7@2024-06-30"});
  CHECK(state.obligations()[0].from()->id == "qa");
  CHECK(state.obligations()[0].to()->id == "bmg");
  CHECK(state.obligations()[2].from() == nullptr);
  CHECK(state[0] == State::received);
  CHECK(state[1] == State::overdue);
  CHECK(state[2] == State::overdue);
  CHECK(state_of_only(p, "populations/a/board", Date(2024, 7, 31)) == State::received_late);
}

TEST_CASE("rate and chase list are those of the date", "[populations]") {
  const Partnership p = of(three);
  const auto on = [&](Date day) { return measures(p, "populations/a", day); };
  CHECK(on(Date(2024, 6, 19))["answered"] == "0 of 3 (0 %)");
  CHECK(on(Date(2024, 6, 19))["chase"] == "qa, board and school-7");
  CHECK(on(Date(2024, 6, 20))["answered"] == "1 of 3 (33.3 %)");
  CHECK(on(Date(2024, 6, 20))["to chase"] == "2 of 3 (66.7 %)");
  CHECK(on(Date(2024, 7, 31))["chase"] == "school-7");
}

TEST_CASE("a rate is as known at a date, too", "[populations]") {
  const auto owed = expand_obligations(of(three));
  const auto state = assess(owed, Date(2024, 12, 31), {.known_at = Date(2024, 6, 30)});
  CHECK(measures(report_of(state, "populations"), "populations/a")["answered"] ==
        "1 of 3 (33.3 %)");
}

TEST_CASE("records of answers count as those of the row do", "[populations]") {
  const auto on = [](const std::string& records, Date day) {
    const Partnership p =
        sound({{"partnership.yaml", small_partnership},
               register_file("populations", population(three)),
               {"records.yaml", "safegov: 1\npartnership: example\nrecords:\n" + records}});
    return measures(p, "populations/a", day);
  };
  const std::string came = "  - received: populations/a/school-7\n    date: 2024-07-03\n";
  CHECK(on(came, Date(2024, 7, 2))["answered"] == "1 of 3 (33.3 %)");
  CHECK(on(came, Date(2024, 7, 3))["answered"] == "2 of 3 (66.7 %)");
  CHECK(on(came, Date(2024, 7, 3))["chase"] == "board");
  const std::string part = "  - partly-received: populations/a/school-7\n    date: 2024-07-03\n";
  CHECK(on(part, Date(2024, 7, 31))["answered"] == "2 of 3 (66.7 %)");
  CHECK(on(part, Date(2024, 7, 31))["chase"] == "school-7");
  // What the row says is taken back like any record.
  const std::string back = "  - retracted: received populations/a/qa\n    date: 2024-07-05\n";
  CHECK(on(back, Date(2024, 7, 31))["answered"] == "1 of 3 (33.3 %)");
  CHECK(on(back, Date(2024, 7, 31))["chase"] == "qa and school-7");
  // Who need not answer has not answered, and is not chased.
  const std::string waived =
      "  - waived: populations/a/school-7\n    date: 2024-07-03\n    reason: closed\n";
  auto after = on(waived, Date(2024, 7, 31));
  CHECK(after["answered"] == "2 of 3 (66.7 %)");
  CHECK(after["need not answer"] == "1 of 3 (33.3 %)");
  CHECK(after["to chase"] == "0 of 3 (0 %)");
  CHECK(after.count("chase") == 0);
}

TEST_CASE("records of what is returned together count, too", "[populations]") {
  const auto on = [](const std::string& record) {
    const Partnership p =
        sound({{"partnership.yaml", small_partnership},
               register_file("populations", population("asked: 9\ndue: 31 July 2024\ncounts:\n"
                                                       "  - date: 2024-06-30\n    answered: 4\n"
                                                       "  - date: 2024-07-15\n    answered: 6\n")),
               {"records.yaml", "safegov: 1\npartnership: example\nrecords:\n  - " + record +
                                    "\n    date: 2024-08-03\n"}});
    return measures(p, "populations/a", Date(2024, 8, 3));
  };
  auto all = on("received: populations/a/returns");
  CHECK(all["answered"] == "9 of 9 (100 %)");
  CHECK(all["to chase"] == "0 of 9 (0 %)");
  auto waived = on("waived: populations/a/returns");
  CHECK(waived["answered"] == "6 of 9 (66.7 %)");
  CHECK(waived["to chase"] == "0 of 9 (0 %)");
  CHECK(waived["need not answer"] == "3 of 9 (33.3 %)");
}

TEST_CASE("nobody is chased before being asked", "[populations]") {
  using Measures = std::map<std::string, std::string>;
  const Partnership p = of("asked-on: April 2024\nrate: 50 %\n" + std::string(three));
  CHECK(measures(p, "populations/a", Date(2024, 3, 31)) ==
        Measures{{"asked", "not before 1 April 2024"}});
  CHECK(measures(p, "populations/a", Date(2024, 4, 1))["to chase"] == "3 of 3 (100 %)");
  CHECK(odd(p, Date(2024, 3, 31)) == Codes{});
  // Nor about a time that is to come, unless the answer is due before it.
  const std::string ahead = "period: 2024/25\nmembers:\n  - body: qa\n";
  CHECK(measures(of(ahead), "populations/a", Date(2024, 3, 31)) ==
        Measures{{"asked", "not before 1 April 2024"}});
  CHECK(measures(of(ahead), "populations/a", Date(2024, 4, 1))["chase"] == "qa");
  CHECK(measures(of("due: 1 March 2024\n" + ahead), "populations/a", Date(2024, 3, 31))["chase"] ==
        "qa");
}

TEST_CASE("an answer without a day counts from the end of the period", "[populations]") {
  const Partnership p = of("period: 2023/24\nmembers:\n  - body: qa\n    answered: undated\n");
  CHECK(measures(p, "populations/a", Date(2024, 3, 30))["answered"] == "0");
  CHECK(measures(p, "populations/a", Date(2024, 3, 31))["answered"] == "1");
  CHECK(state_of_only(p, "populations/a/qa", Date(2024, 3, 30)) == State::undated);
  CHECK(state_of_only(p, "populations/a/qa", Date(2024, 3, 31)) == State::received);
  // Without a period there is no day at all: it is not to be chased, and that is all.
  const Partnership none = of("members:\n  - body: qa\n    answered: undated\n  - body: bmg\n");
  auto measured = measures(none, "populations/a", Date(2024, 3, 31));
  CHECK(measured["answered"] == "1 of 2 (50 %)");
  CHECK(measured["of these undated"] == "1");
  CHECK(measured["chase"] == "bmg");
  CHECK(state_of_only(none, "populations/a/qa", Date(2024, 3, 31)) == State::undated);
}

TEST_CASE("those who are only counted owe one promise together", "[populations]") {
  const Partnership p =
      of("asked: 136\n"
         "due: 31 July 2024\n"
         "to: qa\n"
         "counts:\n"
         "  - date: 2024-06-30\n"
         "    answered: 90\n"
         "  - date: 2024-08-15\n"
         "    answered: 136\n");
  CHECK(state_of_only(p, "populations/a/returns", Date(2024, 6, 29)) == State::not_due);
  CHECK(state_of_only(p, "populations/a/returns", Date(2024, 6, 30)) == State::partly_received);
  CHECK(state_of_only(p, "populations/a/returns", Date(2024, 8, 14)) == State::overdue);
  CHECK(state_of_only(p, "populations/a/returns", Date(2024, 8, 15)) == State::received_late);
  CHECK(measures(p, "populations/a", Date(2024, 6, 29))["answered"] == "not known by then, of 136");
  CHECK(measures(p, "populations/a", Date(2024, 7, 1))["answered"] == "90 of 136 (66.2 %)");
  CHECK(measures(p, "populations/a", Date(2024, 7, 1))["to chase"] == "46 of 136 (33.8 %)");
}

TEST_CASE("where all who are listed have answered, there is a rate only if the row says so",
          "[populations]") {
  const std::string all = "members:\n  - body: qa\n    answered: 2024-01-05\n";
  CHECK(measures(of(all), "populations/a", Date(2024, 2, 1))["answered"] == "1");
  CHECK(measures(of("asked: 4\n" + all), "populations/a", Date(2024, 2, 1)) ==
        std::map<std::string, std::string>{{"answered", "1 of 4 (25 %)"},
                                           {"to chase", "0 of 4 (0 %)"},
                                           {"asked, not listed", "3"}});
}

TEST_CASE("all had answered on a day, however many that are", "[populations]") {
  const Partnership p =
      of("due: June 2021\nperiod: May/June 2021\nrate: 100 %\ncomplete: undated\n");
  CHECK(state_of_only(p, "populations/a/returns", Date(2021, 6, 29)) == State::due);
  CHECK(state_of_only(p, "populations/a/returns", Date(2021, 6, 30)) == State::received);
}

TEST_CASE("a rate without numbers is printed, and not known", "[populations]") {
  CHECK(measures(of("rate: 100 %\n"), "populations/a", Date(2024, 1, 1))["answered"] ==
        "not known, printed 100 %");
  CHECK(measures(of("printed: a number of\n"), "populations/a", Date(2024, 1, 1))["answered"] ==
        "not known, printed 'a number of'");
  CHECK(measures(of(""), "populations/a", Date(2024, 1, 1))["answered"] == "not known");
}

TEST_CASE("a printed rate that its numbers do not give is odd", "[populations]") {
  const auto rate = [](const std::string& printed) {
    return odd(of("asked: 136\nanswered: 131\nrate: " + printed + "\n"), Date(2024, 1, 1));
  };
  CHECK(rate("96 %") == Codes{});
  CHECK(rate("96.3 %") == Codes{});
  CHECK(rate("96.32 %") == Codes{});
  CHECK(rate("96.4 %") == Codes{"SG453"});
  CHECK(rate("97 %") == Codes{"SG453"});
}

TEST_CASE("a share that no whole number gives is odd", "[populations]") {
  const auto share = [](const std::string& printed) {
    return odd(of("asked: 136\nanswered: 131\nshares:\n  - of: x\n    rate: " + printed + "\n"),
               Date(2024, 1, 1));
  };
  CHECK(share("4.58 %") == Codes{});  // 6 of 131
  CHECK(share("4.41 %") == Codes{});  // 6 of 136
  CHECK(share("5 %") == Codes{});
  CHECK(share("4.83 %") == Codes{"SG454"});
}

TEST_CASE("parts and members are held against the totals", "[populations]") {
  const auto parts = [](const std::string& total) {
    return odd(
        of("asked: " + total + "\nparts:\n  - of: qa\n    asked: 80\n  - of: bmg\n    asked: 56\n"),
        Date(2024, 1, 1));
  };
  CHECK(parts("136") == Codes{});
  CHECK(parts("135") == Codes{"SG450"});
  CHECK(odd(of("answered: 1\n" + std::string(three)), Date(2025, 1, 1)) == Codes{"SG450"});
  CHECK(odd(of("answered: 2\n" + std::string(three)), Date(2025, 1, 1)) == Codes{});
}

TEST_CASE("an answer that leaves a heading out is odd from its day", "[populations]") {
  const Partnership p =
      of("headings: [Activity, Impact]\n"
         "members:\n"
         "  - body: qa\n"
         "    answered: 2024-05-01\n"
         "    filled: activity\n"
         "  - body: bmg\n");
  CHECK(odd(p, Date(2024, 4, 30)) == Codes{});
  CHECK(odd(p, Date(2024, 5, 1)) == Codes{"SG455"});
  CHECK(measures(p, "populations/a", Date(2024, 5, 1))["headings filled"] == "1 of 2 (50 %)");
}

TEST_CASE("what cannot be about a population is an error", "[populations]") {
  CHECK(wrong("asked: 131\nanswered: 136") == Found{{7, "SG160"}});
  CHECK(wrong("asked: 5\ncounts:\n  - date: May 2024\n    answered: 6") == Found{{9, "SG160"}});
  CHECK(wrong("parts:\n  - of: qa\n    asked: 1\n    answered: 2") == Found{{9, "SG160"}});
  CHECK(wrong("asked: 1\nmembers:\n  - body: qa\n  - body: bmg") == Found{{8, "SG160"}});
  CHECK(wrong("members:\n  - body: qa\n  - body: qa") == Found{{8, "SG161"}});
  CHECK(wrong("members:\n  - no: s1\n  - no: s1") == Found{{8, "SG161"}});
  CHECK(wrong("parts:\n  - of: qa\n  - of: qa") == Found{{8, "SG161"}});
  CHECK(wrong("members:\n  - answered: undated") == Found{{7, "SG016"}});
  CHECK(wrong("asked-on: May 2024\nmembers:\n  - body: qa\n    answered: 30 April 2024") ==
        Found{{9, "SG162"}});
  CHECK(wrong("asked-on: May 2024\nmembers:\n  - body: qa\n    answered: 1 May 2024") == Found{});
  CHECK(wrong("asked-on: May 2024\ncounts:\n  - date: April 2024\n    answered: 3") ==
        Found{{8, "SG162"}});
  CHECK(wrong("rate: nearly all") == Found{{6, "SG018"}});
}

TEST_CASE("a city's schools, one by one, are a population like any", "[populations]") {
  constexpr int schools = 25'000;
  Population population;
  population.id = "audit";
  population.title = "Audit";
  population.due = "31 July 2024";
  population.headings = {"Activity"};
  for (int i = 0; i < schools; ++i) {
    PopulationMember& school = population.members.emplace_back();
    school.no = "school-" + std::to_string(i);
    if (i % 5 != 0) school.answered = read_when(i % 2 == 0 ? "30 June 2024" : "31 August 2024");
    school.filled = {"Activity"};
  }
  Partnership::Parts parts;
  parts.arrangements.id = "example";
  parts.arrangements.name = "Example";
  parts.registers.emplace_back(populations_register(), std::vector<Population>{population});
  const Partnership p = Partnership::make(std::move(parts)).value();
  const auto state = assess(expand_obligations(p), Date(2024, 8, 1));
  CHECK(state.obligations().size() == schools);
  const RegisterReport report = report_of(state, "populations");
  CHECK(report.counts[State::received] == 10'000);
  CHECK(report.counts[State::overdue] == 15'000);
  auto measured = measures(report, "populations/audit");
  CHECK(measured["answered"] == "10000 of 25000 (40 %)");
  CHECK(measured["to chase"] == "15000 of 25000 (60 %)");
  CHECK(measured["chase"].ends_with(" and 14988 more"));
  CHECK(assess(state.obligations(), Date(2024, 8, 31)).counts()[State::received_late] == 10'000);
}

TEST_CASE("the populations of Nottingham are as printed", "[populations][nottingham]") {
  const Partnership p = nottingham();
  const Date day(2025, 9, 30);
  auto audit = measures(p, "populations/section-175-2023-24", day);
  CHECK(audit["answered"] == "131 of 136 (96.3 %)");
  CHECK(audit["printed rate"] == "96%");
  CHECK(audit["to chase"] == "5 of 136 (3.7 %)");
  CHECK(measures(p, "populations/section-175-2023-24", Date(2024, 8, 30))["answered"] ==
        "not known by then, of 136");
  CHECK(measures(p, "populations/in-depth-audits-2024-25", day)["answered"] == "10 of 10 (100 %)");
  CHECK(measures(p, "populations/invisible-children-2021", day)["answered"] ==
        "not known, printed 100%");
  CHECK(measures(p, "populations/partner-returns-2019-20", day)["headings filled"] ==
        "12 of 16 (75 %)");
  CHECK(measures(p, "populations/section-11-2019", day)["answered"] == "not known");
  CHECK(state_of_only(p, "populations/covid-impact-assessments-2022/returns", day) ==
        State::received);
  Codes odd_ones;
  for (const Diagnostic& d : report_of(assess(expand_obligations(p), day), "populations").findings)
    odd_ones.push_back(d.code);
  // 4.83 % is no share of 131 or 136; the return of the police has none of the headings.
  CHECK(odd_ones == Codes{"SG454", "SG455"});
}
