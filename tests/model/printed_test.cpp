// Numbers as printed: what is one, and what it is exactly.
// SPDX-License-Identifier: Apache-2.0

#include <cstdint>

#include <safegov/printed.hpp>

#include "test.hpp"

using namespace safegov;

TEST_CASE("a number is read as printed, or not at all", "[printed]") {
  const auto is = [](const char* text, std::int64_t units, int places) {
    CAPTURE(text);
    const auto number = read_decimal(text);
    REQUIRE(number);
    CHECK(number->text == text);
    CHECK(number->units == units);
    CHECK(number->places == places);
  };
  is("96 %", 96, 0);
  is("4.83%", 483, 2);
  is("100.50", 10050, 2);
  is("-0.5", -5, 1);
  is("+ 3", 3, 0);
  is("\u22120.5", -5, 1);
  is("£417,424", 417424, 0);
  is("-£3,892.10", -389210, 2);
  is("£-3", -3, 0);
  is("1,234,567", 1234567, 0);
  is("999999999999999", 999999999999999, 0);
  for (const char* const not_one :
       {"", "%", ".5", "5.", "1.2.3", "1e3", "over 90", "1,00", "1234,567", ",123", "1,,234",
        "1000000000000000", "0.1234567890", "5 %%", "--3", "- £ - 3", "£", "$5", "3-"}) {
    CAPTURE(not_one);
    CHECK_FALSE(read_decimal(not_one));
  }
}

TEST_CASE("numbers are compared by what they are, not by what is printed", "[printed]") {
  const auto order = [](const char* a, const char* b) {
    return compare(*read_decimal(a), *read_decimal(b));
  };
  CHECK(order("4.50", "4.5") == std::strong_ordering::equal);
  CHECK(order("-0.5", "0.4") == std::strong_ordering::less);
  CHECK(order("999999.999999999", "999,999.99") == std::strong_ordering::greater);
  CHECK(order("999999999999999", "0.999999999") == std::strong_ordering::greater);
}

TEST_CASE("a number is printed with commas, and with a fraction only if it has one", "[printed]") {
  CHECK(print_decimal(0, 2) == "0");
  CHECK(print_decimal(-123450, 2) == "-1,234.50");
  CHECK(print_decimal(123400, 2) == "1,234");
  CHECK(print_decimal(5, 3) == "0.005");
  CHECK(print_decimal(-999, 0) == "-999");
  CHECK(print_decimal(1000000, 0) == "1,000,000");
  CHECK(print_decimal(INT64_MIN, 0) == "-9,223,372,036,854,775,808");
  CHECK(read_decimal("4.5")->at(3) == 4500);
  CHECK_FALSE(read_decimal("4.55")->at(1));
}

TEST_CASE("a share is held to its parts, however large they are", "[printed]") {
  CHECK(is_share(*read_decimal("4.65 %"), 19408, 417424));
  CHECK_FALSE(is_share(*read_decimal("4.69 %"), 19408, 417424));
  CHECK(is_share(*read_decimal("50.000000000 %"), 400000000000000, 800000000000000));
  CHECK_FALSE(has_whole_number(*read_decimal("-3"), 2));
}
