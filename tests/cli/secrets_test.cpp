// That a planted secret is seen however it is spelt, and nothing else is.
// SPDX-License-Identifier: Apache-2.0

#include "cli/secrets.hpp"

#include "test.hpp"

using namespace safegov::test;

TEST_CASE("a secret is seen in whatever way an output spells it", "[publication]") {
  for (const char* const told :
       {"of ZQ00012QZ.", "7319001", "2019,7319001,12", "x,7,319,001 people", "{\"n\":7319001.0}",
        "1931-03-14", "14 March 1931", "DTSTART;VALUE=DATE:19310314", "for 1931/32", "Mar 2131",
        "from 1931-32 on"}) {
    CAPTURE(told);
    CHECK(secrets_in(told).size() == 1);
  }
  for (const char* const other : {"1931", "1931 days", "17319001", "a7319001", "7319001b",
                                  "2019-03-14", "31 March 2019", "7,319", "0x1931-03-14a", "zq"}) {
    CAPTURE(other);
    CHECK(secrets_in(other).empty());
  }
  for (int number : {1, 44, 999, 9999}) {
    CHECK(secrets_in(secret_word(number)).size() == 1);
    for (const std::string& value : secret_values(number)) CHECK(secrets_in(value).size() == 1);
  }
}
