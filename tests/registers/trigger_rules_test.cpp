// So many within so many days, against its definition; what follows; and no day of any person.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <safegov/agency_log.hpp>
#include <safegov/cli.hpp>
#include <safegov/trigger_rule.hpp>

#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

using Codes = std::vector<std::string>;

const Date new_year(2025, 1, 1);

/// By the definition, a day at a time: is there a stretch of that many days, from some day to the
/// day of an occurrence, in which there are so many?
bool is_met_on(const std::vector<Date>& occurrences, Date last, int times, int days) {
  int inside = 0;
  for (int back = 0; back < days; ++back)
    for (const Date day : occurrences) inside += day == add_days(last, -back) ? 1 : 0;
  return inside >= times;
}

const std::string late_returns = R"(- id: late
  text: Three late returns within 30 days are escalated
  counts: late returns
  of: bodies
  times: 3
  within: 30
  leads-to:
    - {id: plan, what: A recovery plan, from: qa, to: bmg, due: in 5 working days}
)";

std::string run_cli(std::vector<std::string> words, const std::string& input, int& code) {
  std::istringstream in(input);
  std::ostringstream out, err;
  const Terminal terminal{in, out, err, {}};
  code = static_cast<int>(run(words, terminal));
  return out.str() + err.str();
}

}  // namespace

TEST_CASE("a rule is met on the days on which its definition says so", "[triggers]") {
  std::mt19937 random(54);
  const auto upto = [&](int most) { return std::uniform_int_distribution<int>(1, most)(random); };
  int met_at_all = 0, never = 0;
  for (int round = 0; round < 400; ++round) {
    const int times = upto(5), days = upto(40);
    std::vector<Date> occurrences;
    const int count = upto(12);
    for (int i = 0; i < count; ++i) occurrences.push_back(add_days(new_year, upto(120)));
    std::vector<Date> expected = occurrences;
    std::ranges::sort(expected);
    // Of two on one day, the first may not be enough yet: each counts with those before it.
    std::vector<Date> met;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const std::vector<Date> so_far(expected.begin(),
                                     expected.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      if (is_met_on(so_far, expected[i], times, days)) met.push_back(expected[i]);
    }
    CAPTURE(round, times, days);
    CHECK(days_met({.times = times, .within = days}, occurrences) == met);
    if (days > 1)
      CHECK(days_met({.times = times, .within = days - 1, .ends = WindowEnds::after_first},
                     occurrences) == met);
    ++(met.empty() ? never : met_at_all);
  }
  CHECK(met_at_all > 50);
  CHECK(never > 50);
}

TEST_CASE("a stretch of days counts its first and its last, or is counted from the first",
          "[triggers]") {
  const std::vector<Date> days{Date(2025, 1, 3), Date(2025, 2, 20), Date(2025, 4, 2)};
  CHECK(first_met({.times = 3, .within = 90}, days) == Date(2025, 4, 2));  // the 90th day
  CHECK_FALSE(first_met({.times = 3, .within = 89}, days));
  CHECK(first_met({.times = 3, .within = 89, .ends = WindowEnds::after_first}, days));
  CHECK(window_ending({.times = 3, .within = 90}, Date(2025, 4, 2)).length() == 90);
}

TEST_CASE("a stretch of months ends on the day and begins after the same day", "[triggers]") {
  const SoManyWithin year{.times = 3, .within = 12, .unit = WindowUnit::months};
  CHECK(window_ending(year, Date(2025, 3, 31)) == DateRange(Date(2024, 4, 1), Date(2025, 3, 31)));
  const SoManyWithin quarter{.times = 3, .within = 3, .unit = WindowUnit::months};
  CHECK(window_ending(quarter, Date(2025, 5, 31)).first() == Date(2025, 3, 1));  // no 31 February
  const SoManyWithin weeks{.times = 2, .within = 2, .unit = WindowUnit::weeks};
  CHECK(window_ending(weeks, Date(2025, 1, 14)).first() == Date(2025, 1, 1));
}

TEST_CASE("a stretch that would begin before there are days begins with the first", "[triggers]") {
  const Date earliest(1400, 1, 1);
  CHECK(window_ending({.within = 365'000}, Date(1401, 1, 1)).first() == earliest);
  CHECK(window_ending({.within = 12'000, .unit = WindowUnit::months}, Date(1401, 1, 1)).first() ==
        earliest);
  CHECK_THROWS_AS(window_ending({.times = 0}, earliest), std::invalid_argument);
  CHECK_THROWS_AS(window_ending({.within = 0}, earliest), std::invalid_argument);
}

TEST_CASE("what a rule leads to is owed from the day on which it is first met", "[triggers]") {
  const std::string two = late_returns + "  dates: [2025-04-10, 2025-04-01]\n";
  CHECK(expand_obligations(with_rows("trigger-rules", two)).empty());
  const Partnership three =
      with_rows("trigger-rules", late_returns + "  dates: [2025-04-10, 2025-04-01, 2025-04-16]\n");
  CHECK(expand_obligations(three, {.promised_by = Date(2025, 4, 15)}).empty());
  const auto owed = expand_obligations(three, {.promised_by = Date(2025, 4, 16)});
  REQUIRE(owed.size() == 1);
  // Good Friday and Easter Monday stand between.
  CHECK(owed[0].id() == "trigger-rules/late/plan@2025-04-25");
  CHECK(measures(three, "trigger-rules/late", Date(2025, 4, 15)).at("met") == "not yet");
  const auto after = measures(three, "trigger-rules/late", Date(2025, 4, 16));
  CHECK(after.at("met") == "first on 16 April 2025");
  CHECK(after.at("rule") == "3 in 30 days (first and last day included)");
  CHECK(after.at("in the stretch to this day") == "3");
  CHECK(measures(three, "trigger-rules/late", Date(2025, 5, 5)).at("in the stretch to this day") ==
        "2");
}

TEST_CASE("a rule about persons holds no day, and owes nothing", "[triggers]") {
  std::string persons = late_returns;
  persons.replace(persons.find("bodies"), 6, "persons");
  CHECK(expand_obligations(with_rows("trigger-rules", persons)).empty());
  CHECK(problems("trigger-rules", persons + "  dates: [2025-04-01]\n") ==
        std::vector<std::pair<unsigned, std::string>>{{12, "SG192"}});
}

TEST_CASE("no field of a rule or a log takes a person, or a day of one", "[triggers]") {
  // What could: a name, an age, a number of somebody. Days stand in one list alone.
  for (const Type* type : {&type_of<TriggerRule>(), &type_of<AgencyLog>()})
    for (const Field& field : type->fields) {
      CAPTURE(std::string(field.name));
      for (const char* const person :
           {"child", "name", "person", "age", "case", "birth", "address"})
        CHECK(field.name.find(person) == std::string_view::npos);
    }
}

TEST_CASE("a rule that counts nothing, or within no time, is an error", "[triggers]") {
  const auto wrong = [](const std::string& times, const std::string& within) {
    std::string codes;
    for (const auto& [line, code] :
         problems("trigger-rules",
                  "- id: late\n  text: T\n  counts: returns\n  of: bodies\n"
                  "  times: " +
                      times + "\n  within: " + within + "\n"))
      codes += code + ":" + std::to_string(line) + " ";
    return codes;
  };
  CHECK(wrong("3", "90") == "");
  CHECK(wrong("0", "90") == "SG193:8 ");
  CHECK(wrong("3", "0") == "SG193:9 ");
  CHECK(wrong("3", "999999999") == "SG193:9 ");
}

TEST_CASE("safegov trigger counts days that are given, and keeps none", "[triggers][cli]") {
  int code = 0;
  const std::string folder = std::string(SAFEGOV_SOURCE_DIR) + "/examples/nottingham";
  CHECK(
      run_cli({"trigger", "missing-meeting", folder, "--dates", "2025-04-02,2025-01-03,2025-02-20"},
              "", code) ==
      "missing-meeting: missing episodes, 3 in 90 days (first and last day included)\n"
      "  met first on 2 April 2025\n"
      "      3 from 3 January 2025 on; the stretch began on 3 January 2025\n"
      "  then owed\n"
      "      a multi-agency meeting, from police: within no time told\n");
  CHECK(code == 0);
  CHECK(run_cli({"trigger", "missing-meeting", folder, "--dates", "2025-01-03,2025-04-03"}, "",
                code) ==
        "missing-meeting: missing episodes, 3 in 90 days (first and last day included)\n"
        "  not met: never more than 1\n");
  CHECK(run_cli({"trigger", "missing-meting", folder, "--dates", "2025-01-03"}, "", code) ==
        "safegov: there is no trigger rule 'missing-meting'; did you mean 'missing-meeting'?\n");
  CHECK(code == 2);
  CHECK(run_cli({"trigger", "missing-meeting", folder}, "", code) ==
        "safegov: say on which days it happened: '--dates 2025-01-03,…'\n");
  CHECK(run_cli({"trigger", "missing-meeting", folder, "--dates", "soon"}, "", code) ==
        "safegov: '--dates' wants days, 2025-01-03, not 'soon'\n");
}

TEST_CASE("a log owes its meetings over the time for which it says so", "[logs]") {
  const std::string row =
      "- id: custody\n  title: governance meeting\n  kind: meeting\n  kept-by: qa\n  to: bmg\n"
      "  cadence: quarterly\n  dated: 2020-09-30\n";
  const std::string time = "  from: 2020-10-01\n  until: 2021-09-30\n";
  CHECK(expand_obligations(with_rows("logs", row)).empty());  // for how long, nobody says
  const Partnership partnership = with_rows(
      "logs", row + time + "  held:\n    - {when: 15 December 2020, dated: 2021-09-30}\n");
  const auto owed = expand_obligations(partnership);
  REQUIRE(owed.size() == 4);
  CHECK(owed[0].id() == "logs/custody/meeting@2020-10..2020-12");
  CHECK(owed[0].to()->id == "bmg");
  const Assessment state = assess(owed, Date(2021, 4, 1));
  CHECK(state[0] == State::received);
  CHECK(state[1] == State::overdue);
  CHECK(measures(partnership, "logs/custody", Date(2020, 12, 31)).at("told of") ==
        "1 time, last 15 December 2020");
  CHECK(odd(partnership, Date(2020, 12, 14)) == Codes{"SG509"});
  CHECK(odd(partnership, Date(2020, 12, 15)).empty());
  CHECK(odd(partnership, Date(2020, 9, 29)).empty());  // nobody knew of it
  CHECK(problems("logs", row + "  from: 2021-09-30\n  until: 2020-10-01\n") ==
        std::vector<std::pair<unsigned, std::string>>{{12, "SG104"}});
}
