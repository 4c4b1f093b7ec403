// What rounding allows: differences, per cent, shares, rates, tolerances.
// SPDX-License-Identifier: Apache-2.0

#include "registers/indicator_arithmetic.hpp"

#include <safegov/tolerance.hpp>

#include "test.hpp"

using namespace safegov;
using namespace safegov::internal;

namespace {

Decimal number(const char* text) { return read_decimal(text).value(); }

/// Every printed number of so many tenths near a change, as an oracle that divides with a
/// remainder.
bool is_nearest_tenth(long long later, long long earlier, long long tenths) {
  // |tenths/10 - (later - earlier) * 100 / earlier| <= 1/20, in twentieths of the earlier one.
  const long long off = 2 * tenths * earlier - 2000 * (later - earlier);
  return off <= earlier && off >= -earlier;
}

std::string rated(const char* rule, const char* value, const char* target,
                  std::optional<Decimal> year_before = {}, std::optional<Decimal> agreed = {},
                  OffBy off_by = OffBy::relative, Polarity better = Polarity::higher) {
  const ToleranceRule& named = *find_named_tolerance(rule);
  const auto got =
      rate({named, agreed, off_by, better}, number(value), number(target), year_before);
  return got ? named.bands[got->band].band : "none";
}

}  // namespace

TEST_CASE("a difference is exact, and has a sign", "[indicators]") {
  CHECK(difference(number("80%"), number("88.7%"))->text == "-8.7");
  CHECK(difference(number("605"), number("509"))->text == "+96");
  CHECK(difference(number("4.50"), number("4.5"))->units == 0);
  CHECK(difference(number("-0.15"), number("-0.27"))->text == "+0.12");
}

TEST_CASE("a printed difference may be off by what was rounded, and by no more", "[indicators]") {
  const auto may = [](const char* by, const char* later, const char* earlier, Rounded rounded) {
    return may_be_difference(number(by), number(later), number(earlier), rounded);
  };
  CHECK(may("-0.2", "73.5", "73.7", Rounded::yes));
  CHECK(may("-0.3", "73.5", "73.7", Rounded::yes));  // 73.45 less 73.74
  CHECK_FALSE(may("-0.4", "73.5", "73.7", Rounded::yes));
  CHECK(may("+96", "605", "509", Rounded::no));
  CHECK_FALSE(may("+97", "605", "509", Rounded::no));
  CHECK(may("+1", "79.1", "78.5", Rounded::no));  // 0.6, to the whole
  CHECK_FALSE(may("+2", "79.1", "78.5", Rounded::no));
}

TEST_CASE("a change in per cent is held at its own places", "[indicators]") {
  for (long long later = 80; later <= 120; ++later)
    for (long long tenths = -300; tenths <= 300; ++tenths) {
      const Decimal by{{}, tenths, 1}, now{{}, later, 0}, then{{}, 97, 0};
      CAPTURE(later, tenths);
      REQUIRE(may_be_per_cent(by, now, then, Rounded::no) == is_nearest_tenth(later, 97, tenths));
    }
  CHECK_FALSE(may_be_per_cent(number("5%"), number("1"), number("0"), Rounded::no));
  CHECK(per_cent_change(number("80"), number("88.7")) == "-9.8 %");
  CHECK(per_cent_change(number("605"), number("509")) == "+18.9 %");
  CHECK_FALSE(per_cent_change(number("1"), number("0")));
}

TEST_CASE("two printings are one number only if rounding makes one of the other", "[indicators]") {
  const auto same = [](const char* a, const char* b) { return may_be_same(number(a), number(b)); };
  CHECK(same("79.7%", "79.72%"));
  CHECK(same("8.8%", "9%"));
  CHECK(same("25.5%", "25%"));  // 25.46 is both
  CHECK_FALSE(same("73.5%", "72.25%"));
  CHECK_FALSE(same("78.7%", "78%"));
  CHECK_FALSE(same("73.5%", "73.4%"));
  CHECK_FALSE(same("1.46", "1.4"));
}

TEST_CASE("a rate and its count leave a range of populations", "[indicators]") {
  const auto plans = implied_whole(number("81.4"), 520, 10'000).value();
  CHECK(plans.least == 63'843);
  CHECK(plans.most == 63'921);
  const auto care = implied_whole(number("91.3"), 583, 10'000).value();
  CHECK(care.least == 63'821);
  CHECK(care.most == 63'890);
  // Each end gives the rate, and the next number beyond does not.
  for (const auto& [rate, count, range] :
       {std::tuple{number("81.4"), 520, plans}, std::tuple{number("91.3"), 583, care}}) {
    CHECK(is_ratio(rate, count, range.least, 10'000));
    CHECK(is_ratio(rate, count, range.most, 10'000));
    CHECK_FALSE(is_ratio(rate, count, range.least - 1, 10'000));
    CHECK_FALSE(is_ratio(rate, count, range.most + 1, 10'000));
  }
  CHECK_FALSE(implied_whole(number("0"), 0, 100));
}

TEST_CASE("a share has a least part that may be it", "[indicators]") {
  for (int whole = 1; whole <= 60; ++whole)
    for (int part = 0; part <= whole; ++part) {
      const Decimal printed{{}, (part * 2000 + whole) / (2 * whole), 1};  // to a tenth
      CAPTURE(part, whole);
      REQUIRE(least_part(printed, whole, 100) <= part);
    }
  CHECK(least_part(number("96%"), 136, 100) == 130);  // 130 of 136 is 95.6 %
}

TEST_CASE("the three rules that come with the library rate as their pages say", "[indicators]") {
  CHECK(rated("within-5", "85", "85") == "green");
  CHECK(rated("within-5", "80.75", "85") == "amber");  // five per cent of 85 is 4.25
  CHECK(rated("within-5", "80.7", "85") == "red");
  CHECK(rated("within-10-or-no-worse", "76.5", "85") == "green");
  CHECK(rated("within-10-or-no-worse", "76", "85") == "red");
  CHECK(rated("within-10-or-no-worse", "76", "85", number("76")) == "amber");
  CHECK(rated("within-10-or-no-worse", "76", "85", number("75")) == "amber");
  CHECK(rated("within-10-or-no-worse", "76", "85", number("77")) == "red");
  CHECK(rated("agreed-tolerance", "80", "85") == "red");
  CHECK(rated("agreed-tolerance", "80", "85", {}, number("5"), OffBy::points) == "amber");
  CHECK(rated("agreed-tolerance", "80", "85", {}, number("5"), OffBy::relative) == "red");
}

TEST_CASE("which way is better turns a rule round", "[indicators]") {
  const auto lower = [](const char* value) {
    return rated("within-5", value, "100", {}, {}, OffBy::relative, Polarity::lower);
  };
  CHECK(lower("90") == "green");
  CHECK(lower("105") == "amber");
  CHECK(lower("105.1") == "red");
  const auto neither = [](const char* value) {
    return rated("within-5", value, "100", {}, {}, OffBy::relative, Polarity::neither);
  };
  CHECK(neither("100") == "green");
  CHECK(neither("95") == "amber");
  CHECK(neither("94.9") == "red");
  CHECK(neither("105.1") == "red");
  CHECK_FALSE(short_of(number("1"), number("2"), {}));
}

TEST_CASE("a direction is told by what is better", "[indicators]") {
  CHECK(direction_in_words(number("2"), number("1"), Polarity::higher) == "better");
  CHECK(direction_in_words(number("2"), number("1"), Polarity::lower) == "worse");
  CHECK(direction_in_words(number("2"), number("1"), Polarity::neither) == "higher");
  CHECK(direction_in_words(number("1"), number("2"), {}) == "lower");
  CHECK(direction_in_words(number("1.0"), number("1"), {}) == "same");
  CHECK(is_easier(number("80"), number("85"), Polarity::higher));
  CHECK(is_easier(number("90"), number("85"), Polarity::lower));
  CHECK_FALSE(is_easier(number("80"), number("85"), Polarity::neither));
}
