// Posts: how they stand on a day, and when they are to be filled.
// SPDX-License-Identifier: Apache-2.0

#include <string>

#include <safegov/register_report.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

Result<Partnership> with(const std::string& spells, const std::string& records = "[]") {
  return read_sources(
      {{"partnership.yaml", small_partnership},
       {"posts.yaml",
        "safegov: 1\npartnership: example\nposts:\n  - id: officer\n"
        "    title: Training Officer\n    unit: bmg\n    recruit-by: Oct 2025\n"
        "    spells:\n" +
            spells},
       {"records.yaml", "safegov: 1\npartnership: example\nrecords: " + records + "\n"}});
}

const char* const emptied =
    "      - {state: filled, from: 2021-03-01}\n"
    "      - {state: vacant, from: 2025-06-30}\n";

std::string stands(const Partnership& partnership, Date day) {
  const auto state = assess(expand_obligations(partnership, {.promised_by = day}), day);
  const RegisterReport report = report_on(state, partnership.registers()[0]);
  for (const Measure& m : report.rows[0].measures)
    if (m.name == "stands") return m.text;
  return "";
}

}  // namespace

TEST_CASE("a post stands as its last spell by the day says", "[posts]") {
  const Partnership partnership = *with(emptied);
  CHECK(stands(partnership, Date(2021, 2, 28)) == "not known");
  CHECK(stands(partnership, Date(2025, 6, 29)) == "filled since 1 March 2021");
  CHECK(stands(partnership, Date(2025, 6, 30)) == "vacant since 30 June 2025");
}

TEST_CASE("a post that stands vacant says so beside a record that it was filled", "[posts]") {
  const Partnership partnership =
      *with(emptied, "[{received: posts/officer/recruitment, date: 2025-10-20}]");
  CHECK(stands(partnership, Date(2025, 10, 19)) == "vacant since 30 June 2025");
  CHECK(stands(partnership, Date(2025, 10, 20)) ==
        "vacant since 30 June 2025; recruitment received");
  // Where it stood filled since, that was what was received.
  const Partnership again =
      *with(emptied + std::string("      - {state: filled, from: 2025-10-20}\n      - {state: "
                                  "vacant, from: 2025-12-01}\n"));
  CHECK(stands(again, Date(2025, 12, 1)) == "vacant since 1 December 2025");
}

TEST_CASE("an empty post is owed by its unit until it is filled again", "[posts]") {
  const auto before = expand_obligations(*with(emptied), {.promised_by = Date(2025, 6, 29)});
  CHECK(before.empty());
  const auto owed = expand_obligations(*with(emptied));
  REQUIRE(owed.size() == 1);
  CHECK(owed[0].id() == "posts/officer/recruitment@2025-10");
  CHECK(owed[0].from()->id == "bmg");
  CHECK(assess(owed, Date(2025, 11, 1))[0] == State::overdue);
  const auto filled = expand_obligations(
      *with(emptied + std::string("      - {state: filled, from: 2025-10-20}\n")));
  CHECK(assess(filled, Date(2025, 11, 1))[0] == State::received);
  CHECK(assess(filled, Date(2025, 10, 19))[0] == State::due);
}

TEST_CASE("spells of a post that go back in time are an error at the later one", "[posts]") {
  const auto result = with(
      "      - {state: vacant, from: 2025-06-30}\n      - {state: filled, from: 2021-03-01}\n");
  REQUIRE_FALSE(result);
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].code == "SG104");
  CHECK(result.diagnostics()[0].where.begin.line == 10);
}
