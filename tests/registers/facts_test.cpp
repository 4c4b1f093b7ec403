// What documents say of one thing, held against one another, and claims against their evidence.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/narrative_claim.hpp>
#include <safegov/stated_fact.hpp>

#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

using Codes = std::vector<std::string>;

Statement said(std::string text, std::string of = "", std::string value = "") {
  Statement statement{.text = std::move(text), .value = std::move(value)};
  if (!of.empty()) statement.of = Period{of, *parse_period(of)};
  return statement;
}

Statement on(Date day, std::string stage) { return {.text = std::move(stage), .dated = day}; }

Partnership with(const std::string& name, const std::string& rows) {
  return sound({{"partnership.yaml", small_partnership},
                register_file(name, rows),
                documents_named_in(rows)});
}

}  // namespace

TEST_CASE("statements contradict one another if they differ and their times overlap", "[facts]") {
  CHECK(contradict(said("the council"), said("the police"), FactKind::words));
  CHECK_FALSE(contradict(said("The Council."), said("the council"), FactKind::words));
  CHECK_FALSE(
      contradict(said("the council", "2019-20"), said("the police", "2020-21"), FactKind::words));
  CHECK(contradict(said("the council", "2019-22"), said("the police", "2020-21"), FactKind::words));
  CHECK(contradict(said("the council"), said("the police", "2020-21"), FactKind::words));
  CHECK_FALSE(contradict(said(""), said("the police"), FactKind::words));
  CHECK_FALSE(
      contradict(said("in turn", "", "police"), said("the force", "", "Police"), FactKind::words));
}

TEST_CASE("how often is told apart by times a year", "[facts]") {
  CHECK_FALSE(contradict(said("quarterly"), said("four times a year"), FactKind::cadence));
  CHECK_FALSE(contradict(said("quarterly"), said("4"), FactKind::cadence));
  CHECK(contradict(said("quarterly"), said("three times a year"), FactKind::cadence));
  CHECK_FALSE(contradict(said("at least quarterly"), said("monthly"), FactKind::cadence));
  CHECK(contradict(said("at least quarterly"), said("twice a year"), FactKind::cadence));
  // Bimonthly is six a year, or twenty-four.
  CHECK_FALSE(contradict(said("bimonthly"), said("every two months"), FactKind::cadence));
  CHECK(contradict(said("regularly"), said("quarterly"), FactKind::cadence));
}

TEST_CASE("numbers and days are told apart by what they are", "[facts]") {
  CHECK_FALSE(contradict(said("1,234"), said("1234.0"), FactKind::number));
  CHECK(contradict(said("36"), said("37"), FactKind::number));
  CHECK_FALSE(
      contradict(said("36", "2019-20"), said("9", "April 2019 to June 2019"), FactKind::number));
  CHECK(contradict(said("36", "2019-20"), said("9", "April 2019 to March 2020"), FactKind::number));
  CHECK_FALSE(contradict(said("2019-22"), said("April 2019 to March 2022"), FactKind::days));
  CHECK(contradict(said("2019-22"), said("2019/20"), FactKind::days));
}

TEST_CASE("a stage may go on and not go back", "[facts]") {
  const Date early(2020, 9, 29), late(2025, 8, 31);
  CHECK_FALSE(contradict(on(early, "planned"), on(late, "there"), FactKind::stage));
  CHECK_FALSE(contradict(on(late, "there"), on(early, "planned"), FactKind::stage));
  CHECK(contradict(on(early, "there"), on(late, "planned"), FactKind::stage));
  CHECK(contradict(on(late, "planned"), on(early, "there"), FactKind::stage));
  CHECK(contradict(on(late, "Under way"), on(late, "drafted"), FactKind::stage));
  CHECK_FALSE(contradict(on(late, "drafted"), on(late, "drafted"), FactKind::stage));
}

TEST_CASE("a fact is found at odds once, with every place", "[facts]") {
  const Partnership partnership = with("facts", R"(- id: chair
  body: bmg
  what: who chairs it
  statements:
    - {text: the council, in: report-1, dated: 2020-09-29}
    - {text: the police, in: report-2, dated: 2021-09-29}
    - {text: the council, in: report-3, dated: 2022-09-29}
    - {text: the health board, in: report-3, dated: 2022-09-29}
)");
  CHECK(odd(partnership, Date(2020, 12, 31)).empty());  // only the first had been read
  CHECK(odd(partnership, Date(2021, 12, 31)) == Codes{"SG560"});
  const Diagnostics found = register_findings(partnership, Date(2025, 1, 1));
  REQUIRE(found.size() == 1);
  CHECK(found[0].message ==
        "'bmg', who chairs it: 'the police' in report-2, and 'the council' in report-1, and 2 "
        "others");
  CHECK(found[0].where.begin.line == 9);
  CHECK(found[0].related.size() == 3);
}

TEST_CASE("a stage is one of four, and silence has no value", "[facts]") {
  using Problems = std::vector<std::pair<unsigned, std::string>>;
  CHECK(problems("facts", R"(- id: policy
  what: how far it is
  kind: stage
  statements:
    - {text: nearly done, dated: 2020-09-29, in: report-1}
    - {value: there, dated: 2020-09-29, in: report-1}
)") == Problems{{8, "SG018"}, {8, "SG102"}, {9, "SG018"}, {9, "SG102"}});
}

TEST_CASE("what a claim rests on counts from the day on which it was read", "[claims]") {
  const Partnership partnership = with("claims", R"(- id: in-time
  text: all were in time
  in: report-1
  dated: 2020-09-29
  evidence:
    - {text: four of four, in: report-2, dated: 2021-09-29}
  against:
    - {text: one was late, in: report-3, dated: 2022-09-29}
)");
  CHECK(odd(partnership, Date(2020, 9, 28)).empty());
  CHECK(odd(partnership, Date(2020, 9, 29)) == Codes{"SG565"});
  CHECK(odd(partnership, Date(2021, 9, 29)).empty());
  CHECK(odd(partnership, Date(2022, 9, 29)) == Codes{"SG566"});
  const auto measured = measures(partnership, "claims/in-time", Date(2022, 9, 29));
  CHECK(measured.at("evidence") == "1");
  CHECK(measured.at("against it") == "1");
}
