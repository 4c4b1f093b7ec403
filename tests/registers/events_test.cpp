// Events: who came, whether the numbers can be, and what is promised of them.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/occasion.hpp>

#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;
using Found = std::vector<std::pair<unsigned, std::string>>;
using Codes = std::vector<std::string>;

namespace {

std::string event(const std::string& id, const std::string& lines) {
  std::string text = "- id: " + id + "\n  title: Network\n  kind: network\n";
  std::istringstream more(lines);
  for (std::string line; std::getline(more, line);) text += "  " + line + "\n";
  return text;
}

}  // namespace

TEST_CASE("nothing is known of an event until it was held", "[events]") {
  const Partnership p =
      with_rows("events", event("a", "date: May 2021\nplanned: 200\nattended: 150"));
  auto before = measures(p, "events/a", Date(2021, 4, 30));
  CHECK(before == std::map<std::string, std::string>{
                      {"date", "May 2021"}, {"days ahead", "1"}, {"held", "not yet"}});
  CHECK(measures(p, "events/a", Date(2021, 5, 30))["held"] == "not known by then");
  CHECK(
      measures(p, "events/a", Date(2021, 5, 31)) ==
      std::map<std::string, std::string>{{"date", "May 2021"}, {"attended", "150 of 200 (75 %)"}});
}

TEST_CASE("words beside a number are kept, and not compared with", "[events]") {
  const Partnership p = with_rows("events", event("a",
                                                  "attended: 100\n"
                                                  "printed: over 100\n"
                                                  "attendance:\n"
                                                  "  - agency: qa\n"
                                                  "    people: 104"));
  CHECK(measures(p, "events/a", Date(2021, 1, 1))["attended"] == "over 100");
  CHECK(odd(p, Date(2021, 1, 1)) == Codes{});
}

TEST_CASE("a total that is not the sum of its agencies or parts is odd", "[events]") {
  const auto by_agency = [](const std::string& total, const std::string& second) {
    return odd(with_rows("events", event("a", "attended: " + total +
                                                  "\nattendance:\n"
                                                  "  - agency: qa\n    people: 62\n"
                                                  "  - agency: bmg\n" +
                                                  second)),
               Date(2021, 1, 1));
  };
  CHECK(by_agency("76", "    people: 14\n") == Codes{});
  CHECK(by_agency("75", "    people: 14\n") == Codes{"SG450"});
  CHECK(by_agency("77", "    people: 14\n") == Codes{"SG450"});
  // One without a number can have been any: only too many is odd.
  CHECK(by_agency("77", "") == Codes{});
  CHECK(by_agency("61", "") == Codes{"SG450"});
  const auto parts = [](const std::string& total) {
    return odd(with_rows("events", event("whole", "attended: " + total) +
                                       event("one", "part-of: whole\nattended: 15") +
                                       event("two", "part-of: whole\nattended: 66")),
               Date(2021, 1, 1));
  };
  CHECK(parts("81") == Codes{});
  CHECK(parts("80") == Codes{"SG450"});
}

TEST_CASE("a part that is not over is in no sum", "[events]") {
  const Partnership p =
      with_rows("events", event("whole", "attended: 40") +
                              event("early", "part-of: whole\ndate: May 2021\nattended: 15") +
                              event("late", "part-of: whole\ndate: May 2024\nattended: 66"));
  const auto sum = [&](Date as_at) {
    const auto measured = measures(p, "events/whole", as_at);
    const auto found = measured.find("sum of parts");
    return found == measured.end() ? std::string("none") : found->second;
  };
  CHECK(sum(Date(2021, 5, 30)) == "none");
  CHECK(sum(Date(2021, 5, 31)) == "15");
  CHECK(odd(p, Date(2021, 5, 31)) == Codes{});
  CHECK(sum(Date(2024, 5, 30)) == "15");
  CHECK(sum(Date(2024, 5, 31)) == "81");
  CHECK(odd(p, Date(2024, 5, 31)) == Codes{"SG450"});
}

TEST_CASE("the sum is measured, with a total or without", "[events]") {
  const Partnership p = with_rows("events", event("a",
                                                  "attendance:\n"
                                                  "  - agency: qa\n    people: 47\n"
                                                  "  - agency: bmg\n"));
  auto measured = measures(p, "events/a", Date(2021, 1, 1));
  CHECK(measured["of qa"] == "47");
  CHECK(measured["of bmg"] == "no number printed");
  CHECK(measured["sum of agencies"] == "47");
}

TEST_CASE("an average that no whole numbers make is odd", "[events]") {
  // By definition: is there a total whose average rounds to what is printed?
  for (int sessions = 1; sessions <= 12; ++sessions)
    for (int tenths = 0; tenths <= 60; ++tenths) {
      bool can_be = false;
      for (int total = 0; total <= 12 * 7; ++total) {
        const int off = 20 * total - 2 * tenths * sessions;  // of the half of a last place
        can_be |= off >= -sessions && off <= sessions;
      }
      const std::string printed = std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
      CAPTURE(sessions, printed);
      CHECK(has_whole_number(*read_decimal(printed), sessions) == can_be);
    }
  const auto average = [](const std::string& sessions) {
    return odd(with_rows("events", event("a", "sessions: " + sessions +
                                                  "\naverages:\n"
                                                  "  - of: staff\n    value: 100.5\n")),
               Date(2021, 1, 1));
  };
  CHECK(average("2") == Codes{});
  CHECK(average("3") == Codes{"SG451"});
}

TEST_CASE("what is held in a row has months between", "[events]") {
  const auto row = [](const std::string& second) {
    return with_rows("events",
                     event("may", "date: May 2021") +
                         event("next", "after: may\nevery: three times a year\ndate: " + second));
  };
  CHECK(measures(row("Sept 2021"), "events/next", Date(2022, 1, 1))["since the one before"] ==
        "4 months");
  CHECK(odd(row("Sept 2021"), Date(2022, 1, 1)) == Codes{});
  CHECK(odd(row("Oct 2021"), Date(2022, 1, 1)) == Codes{"SG452"});
  CHECK(odd(row("Oct 2021"), Date(2021, 10, 1)) == Codes{});
}

TEST_CASE("an event promises a report only if its row says so", "[events]") {
  const Partnership p = with_rows("events", event("silent", "date: 2021-05-04\nhost: qa") +
                                                event("told",
                                                      "date: 2021-05-04\n"
                                                      "host: qa\n"
                                                      "report-to: bmg\n"
                                                      "report-due: in three months\n"
                                                      "reported: 2021-09-01\n"
                                                      "follow-up:\n"
                                                      "  - what: Slides\n"
                                                      "    to: board\n"
                                                      "    due: June 2021"));
  CHECK(expand_obligations(p).size() == 2);
  CHECK(state_of_only(p, "events/told/report@2021-08-04", Date(2021, 8, 4)) == State::due);
  CHECK(state_of_only(p, "events/told/report", Date(2021, 8, 31)) == State::overdue);
  CHECK(state_of_only(p, "events/told/report", Date(2021, 9, 1)) == State::received_late);
  CHECK(state_of_only(p, "events/told/board", Date(2021, 7, 1)) == State::overdue);
}

TEST_CASE("what cannot be about an event is an error", "[events]") {
  CHECK(problems("events", event("a", "sessions: 0\nattended: 12")) == Found{{8, "SG163"}});
  CHECK(problems("events", event("a", "sessions: 0\naverages:\n  - of: x\n    value: 3")) ==
        Found{{10, "SG163"}});
  CHECK(problems("events", event("a", "attended: -12")) == Found{{7, "SG018"}});
  CHECK(problems("events", event("a", "averages:\n  - of: x\n    value: many")) ==
        Found{{9, "SG018"}});
  CHECK(problems("events", event("a",
                                 "attendance:\n"
                                 "  - agency: qa\n    people: 3\n"
                                 "  - agency: qa\n    people: 3")) == Found{{10, "SG161"}});
  CHECK(problems("events", event("a", "part-of: a")) == Found{{7, "SG164"}});
  CHECK(problems("events", event("a", "after: b") + event("b", "after: a")) ==
        Found{{11, "SG164"}});
  CHECK(problems("events", event("a", "date: 31 June 2021")) == Found{{7, "SG018"}});
  CHECK(problems("events", event("a", "date: May, September")) == Found{{7, "SG018"}});
}

TEST_CASE("the events of Nottingham add up where print does", "[events][nottingham]") {
  const Partnership p = nottingham();
  const Date day(2025, 9, 30);
  CHECK(measures(p, "events/central-training-2019-20", day)["attended"] == "162");
  CHECK(measures(p, "events/central-training-2019-20", day)["sum of parts"] == "162");
  CHECK(measures(p, "events/dsl-networks-2021-22", day)["sum of parts"] == "504");
  CHECK(measures(p, "events/dsl-conference-2019-20", day)["sum of agencies"] == "89");
  CHECK(measures(p, "events/dsl-network-2022-02", day)["since the one before"] == "4 months");
  CHECK(measures(p, "events/exploitation-conference-2024-25", day)["attended"] ==
        "over 100 multi-agency professionals");
  CHECK(measures(p, "events/ecm-2020", day)["sessions"] == "10");
  CHECK(measures(p, "events/film-screening-2019-20", day)["attended"] == "72");
  Codes events;
  for (const Diagnostic& d : report_of(assess(expand_obligations(p), day), "events").findings)
    events.push_back(d.code);
  // 162 is right; three meetings cannot have had 100.5 people on average.
  CHECK(events == Codes{"SG451", "SG456"});
}
