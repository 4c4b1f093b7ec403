// The indicators of the examples: how many of their numbers were held against others, what is odd.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/read.hpp>

#include "registers/rows.hpp"
#include "test.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

struct Tally {
  long long held = 0, agree = 0, claims = 0, claims_hold = 0, unclear = 0;
  std::vector<std::string> odd = {};  // by place
};

/// Over all rows: how many printed numbers were held against others, and what was odd.
Tally tally_of(const std::string& example, Date as_at) {
  const Partnership p =
      read_partnership({std::string(SAFEGOV_SOURCE_DIR) + "/examples/" + example}).value();
  const RegisterReport report = report_of(assess(expand_obligations(p), as_at), "indicators");
  Tally tally;
  for (const RegisterRow& r : report.rows)
    for (const Measure& m : r.measures) {
      if (m.name == "numbers agree") tally.agree += *m.value, tally.held += *m.of;
      if (m.name == "claims hold") tally.claims_hold += *m.value, tally.claims += *m.of;
      if (m.name == "claims without numbers") tally.unclear += *m.value;
    }
  for (const Diagnostic& d : report.findings) tally.odd.push_back(d.code + " " + d.message);
  return tally;
}

}  // namespace

TEST_CASE("every number of the board's reports that recomputes, recomputes",
          "[indicators][nottingham]") {
  // Held against another: the parts of the population and of the alternative provisions (4), the
  // population behind two rates (1), shares of counted answers and referrals (3), what is printed
  // once more (34).
  const Tally city = tally_of("nottingham", Date(2026, 1, 1));
  CHECK(city.held == 42);
  CHECK(city.agree == 25);
  CHECK(city.claims == 22);
  CHECK(city.claims_hold == 16);
  CHECK(city.unclear == 6);  // of a number that is printed nowhere
  CHECK(city.odd ==
        std::vector<std::string>{
            "SG522 the rate 794.6 is of a population of no printed year",
            "SG522 the rate 800.6 is of a population of no printed year",
            "SG526 a year so far is held against a whole year (800.6 against 723.2)",
            "SG526 a year so far is held against a whole year (800.6 against 794.6)",
            "SG527 'assessments-45-days' counts something else from 1 April 2014, and no decision "
            "is named",
            "SG522 the rate 81.4 is of a population of no printed year",
            "SG522 the rate 91.3 is of a population of no printed year",
            "SG537 the newest value of 'minority-ethnic' is of '2011', 14 years ago",
            "SG535 rank 11 is printed again as 20 of 326",
            "SG536 'deprivation-rank' is of '2029', which had not begun when it was printed in "
            "August 2025",
            "SG537 the newest value of 'income-deprivation-children' is of '2019', 6 years ago",
            "SG522 the rate 434 is of a population of no printed year",
            "SG522 the rate 209 is of a population of no printed year",
            "SG521 no whole number of 131 is 4.83%",
            "SG535 rank 134 of 149 is printed again as 137",
            "SG535 what is 63.45 is printed again as 62%",
            "SG535 rank 108 of 151 is printed again as 106 of 149",
            "SG535 what is 71.1% is printed again as 70%",
            "SG535 rank 121 of 151 is printed again as 114 of 149",
            "SG535 what is 77.4% is printed again as 76%",
            "SG535 rank 109 of 151 is printed again as 111 of 149",
            "SG535 what is 78.7% is printed again as 78%",
            "SG535 rank 91 of 151 is printed again as 83 of 149",
            "SG535 what is 75.5% is printed again as 74%",
            "SG535 rank 136 of 151 is printed again as 137 of 149",
            "SG535 what is 22.8% is printed again as 22%",
            "SG535 rank 26 of 151 is printed again as 29 of 151",
            "SG535 rank 20 of 151 is printed again as 21 of 151",
            "SG535 rank 21 of 151 is printed again as 27 of 151",
        });
  // The gaps of the table of results (26), the same results once more (13), the share of schools,
  // and what makes the members (1) and those who attended (2).
  const Tally trust = tally_of("trust", Date(2020, 9, 29));
  CHECK(trust.held == 43);
  CHECK(trust.agree == 32);
  CHECK(trust.claims == 7);
  CHECK(trust.claims_hold == 7);
  CHECK(trust.odd == std::vector<std::string>{
                         "SG521 no whole number of 36 is 94.5%",
                         "SG534 'members' is 36, and its parts make 37",
                         "SG535 what is 65.7% is printed again as 66.36%",
                         "SG535 what is 73.5% is printed again as 72.25%",
                         "SG535 what is 81.2% is printed again as 82.20%",
                         "SG535 what is 76.9% is printed again as 77.57%",
                         "SG535 what is 9.8% is printed again as 9.63%",
                         "SG535 what is 25.8% is printed again as 25.13%",
                         "SG535 what is 27.2% is printed again as 26.71%",
                         "SG535 what is 36.8% is printed again as 35.64%",
                         "SG535 what is +1.46 is printed again as 1.4",
                     });
}
