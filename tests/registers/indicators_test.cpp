// The register of indicators: series, ratings, what is kept back, what is odd.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <safegov/indicator.hpp>
#include <safegov/render.hpp>

#include "registers/rows.hpp"
#include "test.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

using Codes = std::vector<std::string>;
using Found = std::vector<std::pair<unsigned, std::string>>;
const Date later(2030, 1, 1);

std::string row(const std::string& rest, const std::string& unit = "per-cent",
                const std::string& id = "a") {
  std::string text = "- id: " + id + "\n  title: A\n  unit: " + unit + "\n";
  std::istringstream lines(rest);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return text;
}

Partnership of(const std::string& rest, const std::string& unit = "per-cent") {
  return with_rows("indicators", row(rest, unit));
}

Found wrong(const std::string& rest, const std::string& unit = "per-cent") {
  return problems("indicators", row(rest, unit));
}

/// The values of a row as at a day: label, text and standing of each point.
std::vector<std::string> points(const Partnership& p, const std::string& id, Date as_at,
                                std::optional<Date> known_at = {}) {
  const Assessment state = assess(expand_obligations(p), as_at, {.known_at = known_at});
  std::vector<std::string> found;
  for (const RegisterRow& r : report_of(state, "indicators").rows)
    if (r.id == id)
      for (const Measure& m : r.measures)
        for (const MeasuredPoint& point : m.points) {
          std::string text = point.broken.empty() ? "" : "| ";
          found.push_back(text + point.label + ": " + point.text +
                          (point.standing.empty() ? "" : ", " + point.standing));
        }
  return found;
}

std::string measured(const Partnership& p, const std::string& name, Date as_at = later) {
  return measures(p, "indicators/a", as_at)[name];
}

/// The report in all three forms, and the whole partnership as JSON.
std::string everything_printed(const Partnership& p) {
  const Assessment state = assess(expand_obligations(p), later);
  const RegisterReport report = report_of(state, "indicators");
  std::string all = render(p, Diagnostics{}, Format::json);
  for (const Format format : {Format::text, Format::json, Format::csv})
    all += render(state, report, format);
  return all;
}

const char* const two_quarters =
    "better: higher\nbasis: quarter\nrated-by: within-5\ntargets:\n  - value: 85%\nvalues:\n"
    "  - period: Q1 2014/15\n    value: 88.7%\n    dated: 2014-08-01\n"
    "  - period: Q3 2014/15\n    value: 80%\n    dated: 2015-03-25\n";

}  // namespace

TEST_CASE("a value is known from the day of its document", "[indicators]") {
  const Partnership p = of(two_quarters);
  CHECK(points(p, "indicators/a", Date(2014, 7, 31)).empty());
  CHECK(measured(p, "newest", Date(2014, 7, 31)) == "none by then");
  CHECK(points(p, "indicators/a", Date(2014, 8, 1)) ==
        std::vector<std::string>{"Q1 2014/15: 88.7%, G green"});
  CHECK(points(p, "indicators/a", later, Date(2015, 3, 24)).size() == 1);
  CHECK(points(p, "indicators/a", later) ==
        std::vector<std::string>{"Q1 2014/15: 88.7%, G green", "Q3 2014/15: 80%, R red"});
  CHECK(measured(p, "target") == "85%; 5 points short of it");
  CHECK(measured(p, "rating") == "R red, by within-5: beyond what is tolerated");
  CHECK(measured(p, "against last") == "▼ worse, -8.7 points (-9.8 %), against Q1 2014/15");
}

TEST_CASE("without a printed day it is known when its period is over", "[indicators]") {
  const Partnership p = of("values:\n  - period: Q1 2014/15\n    value: 5%\n");
  CHECK(points(p, "indicators/a", Date(2014, 6, 29)).empty());
  CHECK(points(p, "indicators/a", Date(2014, 6, 30)).size() == 1);
}

TEST_CASE("a later printing revises an earlier one, from its day", "[indicators]") {
  const Partnership p =
      of("values:\n  - period: 2014/15\n    value: 80%\n    dated: 2015-05-01\n"
         "  - period: 2014/15\n    value: 81%\n    dated: 2015-11-01\n    provisional: no\n");
  CHECK(points(p, "indicators/a", Date(2015, 10, 31)) == std::vector<std::string>{"2014/15: 80%"});
  CHECK(points(p, "indicators/a", later, Date(2015, 10, 31)) ==
        std::vector<std::string>{"2014/15: 80%"});
  CHECK(points(p, "indicators/a", later) == std::vector<std::string>{"2014/15: 81%"});
  CHECK(measured(p, "revised") == "2014/15: 80%, now 81%");
  CHECK(measured(p, "revised", Date(2015, 10, 31)).empty());
}

TEST_CASE("what is no number has a word of its own, and no colour", "[indicators]") {
  CHECK(measured(of("values:\n  - period: 2014\n    value: 5%\n"), "rating") == "no target");
  CHECK(measured(of("data-only: yes\ntargets:\n  - value: 5%\nvalues:\n  - period: 2014\n"
                    "    value: 5%\n"),
                 "rating") == "data only");
  const std::string target = "better: higher\nrated-by: within-5\ntargets:\n  - value: 5%\n";
  CHECK(measured(of(target + "values:\n  - period: 2014\n    instead: awaited\n"), "rating") ==
        "awaited");
  CHECK(measured(of(target + "values:\n  - period: 2014\n    instead: suppressed\n"), "rating") ==
        "suppressed");
  CHECK(measured(of(target + "values:\n  - period: 2014\n    instead: not-printed\n"), "rating") ==
        "no number");
  CHECK(measured(of("targets:\n  - value: 5%\nvalues:\n  - period: 2014\n    value: 5%\n"),
                 "rating") == "no polarity");
  CHECK(measured(of("better: lower\ntargets:\n  - value: 5%\nvalues:\n  - period: 2014\n"
                    "    value: 5%\n"),
                 "rating") == "no rule");
}

TEST_CASE("a return is owed, and what has not come is awaited", "[indicators]") {
  const Partnership p =
      of("owner: qa\nto: bmg\nbasis: quarter\ndue: July 2014, Oct 2014, Jan 2015\nvalues:\n"
         "  - period: Q1 2014/15\n    value: 5%\n    dated: 2014-07-20\n"
         "  - period: Q2 2014/15\n    value: 5%\n    dated: 2014-11-20\n");
  const auto state_of = [&](const char* key, Date day) {
    return state_of_only(p, "indicators/a/return@" + std::string(key), day);
  };
  CHECK(state_of("2014-07", Date(2014, 7, 19)) == State::due);
  CHECK(state_of("2014-07", Date(2014, 7, 20)) == State::received);
  CHECK(state_of("2014-10", Date(2014, 11, 19)) == State::overdue);
  CHECK(state_of("2014-10", later) == State::received_late);
  CHECK(state_of("2015-01", later) == State::overdue);
  CHECK(measured(p, "awaited", Date(2014, 11, 19)) == "Oct 2014 (overdue)");
  CHECK(measured(p, "awaited", Date(2014, 11, 20)).empty());
  CHECK(measured(p, "awaited") == "Jan 2015 (overdue)");
}

TEST_CASE("quarterly runs as long as it is said to", "[indicators]") {
  const Partnership p =
      of("owner: qa\nto: bmg\ndue: quarterly\nrun: April 2014 to March 2015\nvalues:\n"
         "  - period: Q1 2014/15\n    value: 5%\n    dated: 2014-06-30\n");
  const Assessment state = assess(expand_obligations(p), later);
  CHECK(state.obligations().size() == 4);
  CHECK(state.counts()[State::received] == 1);
  CHECK(state.counts()[State::overdue] == 3);
}

TEST_CASE("a changed target or definition breaks the line, and the direction", "[indicators]") {
  const std::string values =
      "values:\n  - period: 2013/14\n    value: 88%\n  - period: 2014/15\n    value: 80%\n";
  const Partnership target =
      of("better: higher\nrated-by: within-5\ntargets:\n  - value: 85%\n  - value: 75%\n    from: "
         "2014/15\n" +
         values);
  CHECK(points(target, "indicators/a", later) ==
        std::vector<std::string>{"2013/14: 88%, G green", "| 2014/15: 80%, G green"});
  CHECK(measured(target, "against last") == "not comparable: another target: 75% after 85%");
  // A year before is held against it all the same: only what is counted must be the same.
  CHECK(measured(target, "against a year before") ==
        "▼ worse, -8 points (-9.1 %), against 2013/14");
  CHECK(odd(target, later) == Codes{"SG528"});
  CHECK(odd(target, Date(2014, 3, 31)) == Codes{});
  const Partnership counted =
      of("better: higher\ndefinitions:\n  - text: both kinds\n    from: 2014/15\n" + values);
  CHECK(measured(counted, "against a year before") ==
        "not comparable: another definition: both kinds");
  CHECK(odd(counted, later) == Codes{"SG527"});
}

TEST_CASE("a target is lowered by what is better", "[indicators]") {
  const auto changed = [](const std::string& better, const std::string& to) {
    return odd(of("better: " + better + "\ntargets:\n  - value: 50%\n  - value: " + to +
                  "\n    from: 2014\n"),
               later);
  };
  CHECK(changed("higher", "49%") == Codes{"SG528"});
  CHECK(changed("higher", "51%") == Codes{});
  CHECK(changed("lower", "51%") == Codes{"SG528"});
  CHECK(changed("lower", "49%") == Codes{});
  CHECK(changed("neither", "49%") == Codes{});
}

TEST_CASE("small numbers are shown nowhere", "[indicators]") {
  const Partnership p =
      of("suppress-below: 5\nvalues:\n  - period: 2014\n    value: 66.7%\n    numerator: 4\n"
         "    denominator: 6\n    note: 4 of 6\n    comparators:\n      - with: england\n"
         "        value: 50%\n        gap: 16.7%\n  - period: 2015\n    value: 70.7%\n"
         "    numerator: 29\n    denominator: 41\n");
  CHECK(points(p, "indicators/a", later) ==
        std::vector<std::string>{"2014: suppressed", "2015: 70.7%"});
  CHECK(measured(p, "suppressed") == "1");
  const std::string all = everything_printed(p);
  CHECK(all.find("66.7") == std::string::npos);
  CHECK(all.find("4 of 6") == std::string::npos);
  CHECK(all.find("16.7") == std::string::npos);
  CHECK(all.find("\"numerator\": \"4\"") == std::string::npos);
  CHECK(all.find("\"numerator\": null") != std::string::npos);
  CHECK(all.find("70.7") != std::string::npos);
}

TEST_CASE("a number is small by its count, its whole, its rest, or what they give away",
          "[indicators]") {
  const auto hidden = [](const std::string& value, const std::string& unit = "per-cent") {
    return measured(of("suppress-below: 5\nvalues:\n  - period: 2014\n" + value, unit),
                    "suppressed") == "1";
  };
  CHECK(hidden("    value: 4\n", "number"));
  CHECK(hidden("    value: 0\n", "number"));
  CHECK_FALSE(hidden("    value: 5\n", "number"));
  CHECK(hidden("    value: 100%\n    denominator: 4\n"));
  CHECK(hidden("    value: 97%\n    numerator: 97\n    denominator: 100\n"));
  CHECK(hidden("    value: 4%\n    denominator: 100\n"));
  CHECK(hidden("    value: 96%\n    denominator: 100\n"));
  CHECK_FALSE(hidden("    value: 94%\n    denominator: 100\n"));
  CHECK(hidden("    value: 0.5\n    population: 60,000\n", "rate"));
}

TEST_CASE("one small part of a shown whole takes another with it", "[indicators]") {
  const auto part = [](const std::string& id, const std::string& value, const std::string& more) {
    return row(more + "values:\n  - period: 2014\n    value: " + value + "\n", "number", id);
  };
  const std::string of_all = "part-of: all\nsuppress-below: 5\n";
  const Partnership p =
      with_rows("indicators", part("all", "73", "") + part("x", "3", of_all) +
                                  part("y", "20", of_all) + part("z", "50", of_all));
  CHECK(points(p, "indicators/all", later) == std::vector<std::string>{"2014: 73"});
  CHECK(points(p, "indicators/x", later) == std::vector<std::string>{"2014: suppressed"});
  CHECK(points(p, "indicators/y", later) == std::vector<std::string>{"2014: suppressed"});
  CHECK(points(p, "indicators/z", later) == std::vector<std::string>{"2014: 50"});
  const std::string json = render(p, Diagnostics{}, Format::json);
  CHECK(json.find("\"20\"") == std::string::npos);
  // With no other part to keep back, the whole goes.
  const Partnership alone = with_rows("indicators", part("all", "73", "") + part("x", "3", of_all));
  CHECK(points(alone, "indicators/all", later) == std::vector<std::string>{"2014: suppressed"});
}

TEST_CASE("a sum of the year so far does not give away what came last", "[indicators]") {
  const Partnership p =
      of("suppress-below: 5\ncumulative: yes\nvalues:\n"
         "  - period: April 2014 to June 2014\n    value: 10\n"
         "  - period: April 2014 to September 2014\n    value: 12\n"
         "  - period: April 2014 to December 2014\n    value: 21\n",
         "number");
  CHECK(points(p, "indicators/a", later) ==
        std::vector<std::string>{"April 2014 to June 2014 to date: 10",
                                 "April 2014 to September 2014 to date: suppressed",
                                 "April 2014 to December 2014 to date: 21"});
  CHECK(render(p, Diagnostics{}, Format::json).find("\"12\"") == std::string::npos);
}

TEST_CASE("a partnership's own rule goes before the library's", "[indicators]") {
  const std::string rows =
      "safegov: 1\npartnership: example\ntolerance-rules:\n  - id: within-5\n    title: Ours\n"
      "    off-by: points\n    bands:\n      - band: green\n        if: on-target\n"
      "      - band: amber\n        if: within\n        off: 5\n      - band: red\n";
  const Partnership p = sound({{"partnership.yaml", small_partnership},
                               {"rules.yaml", rows},
                               register_file("indicators", row(two_quarters))});
  CHECK(measured(p, "rating") == "A amber, by within-5: within 5 points of target");
}

TEST_CASE("a claim in per cent is read in both ways, and the one that fits is named",
          "[indicators]") {
  const auto read_as = [](const std::string& by, const std::string& in = "") {
    return measured(of("better: higher\nvalues:\n  - period: 2013\n    value: 20%\n  - period: "
                       "2014\n    value: 25%\nclaims:\n  - text: grew\n    says: higher\n    by: " +
                       by + in + "\n"),
                    "read as");
  };
  CHECK(read_as("5 %") == "5 %: fits in points, not in per cent");
  CHECK(read_as("25 %") == "25 %: fits in per cent, not in points");
  CHECK(read_as("7 %") == "7 %: fits neither in points nor in per cent");
}

TEST_CASE("what cannot be about an indicator is an error", "[indicators]") {
  const std::string value = "values:\n  - period: 2014\n    value: 5%\n";
  CHECK(wrong(value + "    numerator: 7\n    denominator: 6\n") == Found{{10, "SG194"}});
  CHECK(wrong("may-exceed-100: yes\n" + value + "    numerator: 7\n    denominator: 6\n") ==
        Found{});
  CHECK(wrong("values:\n  - period: 2014\n    value: 105%\n") == Found{{9, "SG195"}});
  CHECK(wrong("may-exceed-100: yes\nvalues:\n  - period: 2014\n    value: 105%\n") == Found{});
  CHECK(wrong(value + "  - period: January 2014\n    value: 5%\n") == Found{{10, "SG196"}});
  CHECK(wrong(value + "  - period: January 2014\n    covers: snapshot\n    value: 5%\n") ==
        Found{});
  CHECK(wrong(value + "  - period: 2014\n    value: 6%\n") == Found{{10, "SG197"}});
  CHECK(wrong(value + "  - period: 2014\n    value: 6%\n    dated: 2016-01-01\n") == Found{});
  CHECK(wrong(value + "    rank: 152\n    rank-of: 151\n") == Found{{10, "SG198"}});
  CHECK(wrong(value + "    rank: 0\n    rank-of: 151\n") == Found{{10, "SG198"}});
  CHECK(wrong(value + "    again:\n      - rank: 9\n        rank-of: 8\n") == Found{{11, "SG198"}});
  CHECK(wrong("rated-by: within-6\n" + value) == Found{{7, "SG199"}});
  CHECK(wrong("values:\n  - period: 2014\n    value: about five\n") == Found{{9, "SG018"}});
  CHECK(wrong("values:\n  - period: lately\n    value: 5%\n") == Found{{8, "SG018"}});
  CHECK(wrong("values:\n  - period: 2014\n") == Found{{8, "SG016"}});
  CHECK(wrong("per: 0\n" + value, "rate") == Found{{7, "SG018"}});
  CHECK(wrong("part-of: a\n" + value) == Found{{7, "SG164"}});
  CHECK(wrong("part-of: b\n" + value) == Found{{7, "SG102"}});
  CHECK(wrong("targets:\n  - from: 2014\n") == Found{{8, "SG016"}});
}

TEST_CASE("what cannot be about a tolerance rule is an error", "[indicators]") {
  const auto rule = [](const std::string& rest) {
    return problems("tolerance-rules", "- id: a\n  title: A\n" + rest);
  };
  CHECK(rule("  scale: brug\n  bands:\n    - band: green\n") == Found{{6, "SG102"}});
  CHECK(rule("  bands:\n    - band: mauve\n") == Found{{7, "SG121"}});
  CHECK(rule("  bands:\n    - band: green\n      if: within\n") == Found{{8, "SG122"}});
  CHECK(rule("  bands:\n    - band: green\n      off: 5\n") == Found{{8, "SG122"}});
  CHECK(rule("  bands:\n    - band: green\n    - band: red\n") == Found{{7, "SG123"}});
}

TEST_CASE("a row for each of a city's schools is measured in one go", "[indicators]") {
  constexpr int schools = 5'000;
  std::vector<Indicator> rows(1);
  rows[0].id = "all";
  rows[0].title = "All";
  rows[0].unit = IndicatorUnit::number;
  const auto value = [](int number) {
    IndicatorValue v;
    v.period = "2014";
    v.value = Decimal{std::to_string(number), number, 0};
    return v;
  };
  long long sum = 0;
  for (int i = 0; i < schools; ++i) {
    Indicator& row = rows.emplace_back();
    row.id = "school-" + std::to_string(i);
    row.title = "School";
    row.unit = IndicatorUnit::number;
    row.part_of = {"all"};
    row.values = {value(10 + i % 7)};
    sum += 10 + i % 7;
  }
  rows[0].values = {value(static_cast<int>(sum))};
  Partnership::Parts parts;
  parts.arrangements.id = "example";
  parts.arrangements.name = "Example";
  parts.registers.emplace_back(indicators_register(), rows);
  const Partnership p = Partnership::make(std::move(parts)).value();
  CHECK(odd(p, later) == Codes{});
  CHECK(measures(p, "indicators/all", later)["numbers agree"] == "1 of 1 (100 %)");
}
