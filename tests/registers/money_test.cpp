// Exact arithmetic of printed money: rounding gives no cause, and each fault gives its own.
// SPDX-License-Identifier: Apache-2.0

#include "registers/money.hpp"

#include <algorithm>
#include <random>

#include "test.hpp"

using namespace safegov;
using namespace safegov::internal;

namespace {

const SumTolerance& rounding() { return named_sum_tolerances()[0]; }
const SumTolerance& exact() { return named_sum_tolerances()[2]; }

/// Amounts in pence, and the same as printed: rounded to the pound.
struct Lines {
  std::vector<Pence> real;
  std::vector<Figure> printed;

  [[nodiscard]] Sum sum() const {
    Sum all;
    for (const Figure& figure : printed) all.push_back({&figure});
    return all;
  }
};

Pence to_pounds(Pence pence) {
  const Pence half = pence < 0 ? -50 : 50;
  return (pence + half) / 100 * 100;
}

Lines some_lines(std::mt19937& random, std::size_t count) {
  Lines lines;
  for (std::size_t i = 0; i < count; ++i) {
    // From a few pounds to some hundred thousand, now and then a credit.
    const Pence size = random() % 2 == 0 ? 9'999'999 : 99'999;
    Pence pence = 100 + static_cast<Pence>(random()) % size;
    if (random() % 10 == 0) pence = -pence;
    lines.real.push_back(pence);
    lines.printed.push_back({"line " + std::to_string(i), to_pounds(pence), 100});
  }
  return lines;
}

Pence total(const Lines& lines) {
  Pence all = 0;
  for (const Pence pence : lines.real) all += pence;
  return all;
}

bool names(const std::vector<Cause>& causes, Hypothesis kind, const Figure* first) {
  return std::ranges::any_of(causes,
                             [&](const Cause& c) { return c.kind == kind && c.first == first; });
}

}  // namespace

TEST_CASE("pounds and pence are read and printed exactly", "[money]") {
  CHECK(pence_of(*read_decimal("£1,234.50")) == 123450);
  CHECK(pence_of(*read_decimal("-2,857")) == -285700);
  CHECK(pence_of(*read_decimal("5100.00")) == 510000);
  CHECK_FALSE(pence_of(*read_decimal("1.005")));
  CHECK_FALSE(pence_of(*read_decimal("999999999999999")));
  CHECK(unit_of(*read_decimal("12")) == 100);
  CHECK(unit_of(*read_decimal("12.50")) == 1);
  CHECK(print_pence(-285750) == "-£2,857.50");
  CHECK(print_share(3892, 421316, 2) == "0.92 %");
  CHECK(print_share(-1, 8, 0) == "-13 %");
}

TEST_CASE("rounding allows half a unit for each figure and for the sum", "[money]") {
  const std::vector<Figure> lines{{"a", 6807800, 100}, {"b", 2453500, 100}, {"c", 327700, 100}};
  Sum sum;
  for (const Figure& figure : lines) sum.push_back({&figure});
  const auto stated = [](Pence pence) { return Figure{"total", pence, 100}; };
  const Pence all = value_of(sum);
  CHECK(allowed(rounding(), stated(all), sum) == 200);
  CHECK(follows(stated(all + 200), sum, rounding()));
  CHECK(follows(stated(all - 200), sum, rounding()));
  CHECK_FALSE(follows(stated(all + 300), sum, rounding()));
  CHECK_FALSE(follows(stated(all + 100), sum, exact()));
  // A pound for each line is wider; of pence, rounding is narrow.
  CHECK(follows(stated(all + 300), sum, named_sum_tolerances()[1]));
  const Figure fine{"a", 12345, 1};
  CHECK_FALSE(follows({"total", 12350, 1}, {{{&fine}}}, rounding()));
}

TEST_CASE("digits are swapped in every way, each once", "[money]") {
  CHECK(with_digits_swapped(12300, 100) == std::vector<Pence>{13200, 21300, 32100});
  CHECK(with_digits_swapped(-1200, 100) == std::vector<Pence>{-2100});
  CHECK(with_digits_swapped(1100, 100).empty());
  CHECK(with_digits_swapped(1000, 100).empty());  // 01 is no number
  for (const Pence other : with_digits_swapped(32702400, 100)) CHECK((other - 32702400) % 900 == 0);
}

TEST_CASE("sums of rounded lines follow, and each fault is found by name", "[money]") {
  std::mt19937 random(2025);
  int closer_found = 0;
  for (int round = 0; round < 2000; ++round) {
    const Lines lines = some_lines(random, 4 + random() % 10);
    const Lines other = some_lines(random, 5);
    const Sum sum = lines.sum();
    const std::vector<Sum> routes{sum};
    std::vector<const Figure*> others;
    for (const Figure& figure : other.printed) others.push_back(&figure);
    Figure stated{"total", to_pounds(total(lines)), 100, "all"};
    CAPTURE(round);
    REQUIRE(follows(stated, sum, rounding()));
    const Pence reach = 100 * static_cast<Pence>(lines.real.size() + 4);

    const std::size_t at = random() % lines.real.size();
    const Figure* line = &lines.printed[at];
    const auto say = [&](Pence pence, Hypothesis kind, const Figure* first) {
      Figure wrong = stated;
      wrong.pence = pence;
      if (follows(wrong, sum, rounding())) return;  // too small a fault to be seen
      const auto causes = causes_of(wrong, routes, others, rounding());
      if (first == nullptr) first = &wrong;
      // A figure is not looked for where a line explains it to the pound, nor a pair where anything
      // does.
      const bool closer = !causes.empty() && causes[0].kind < kind &&
                          (kind == Hypothesis::other_pair ||
                           (kind == Hypothesis::other_figure && causes[0].off == 0));
      closer_found += closer;
      if (!closer) REQUIRE(names(causes, kind, first));
    };
    if (line->pence > reach || line->pence < -reach) {
      say(to_pounds(total(lines) - lines.real[at]), Hypothesis::left_out, line);
      say(to_pounds(total(lines) + lines.real[at]), Hypothesis::counted_twice, line);
      say(to_pounds(total(lines) - 2 * lines.real[at]), Hypothesis::sign_turned, line);
    }
    const auto swaps = with_digits_swapped(stated.pence, 100);
    if (!swaps.empty()) {
      // Put back, it has to be a number that could be printed: not 012.
      const Pence wrong = swaps[random() % swaps.size()];
      const auto back = with_digits_swapped(wrong, 100);
      REQUIRE(std::ranges::count(back, stated.pence) == 1);
      say(wrong, Hypothesis::digits_swapped, nullptr);
    }
    const auto line_swaps = with_digits_swapped(line->pence, 100);
    if (!line_swaps.empty()) {
      // The total is right, and one of its lines is printed wrong.
      Lines misprinted = lines;
      misprinted.printed[at].pence = line_swaps[random() % line_swaps.size()];
      const Sum wrong = misprinted.sum();
      if (!follows(stated, wrong, rounding())) {
        const std::vector<Sum> wrong_routes{wrong};
        REQUIRE(names(causes_of(stated, wrong_routes, others, rounding()),
                      Hypothesis::line_digits_swapped, &misprinted.printed[at]));
      }
    }
    say(-stated.pence, Hypothesis::whole_sign_turned, nullptr);
    say(others[0]->pence, Hypothesis::other_figure, others[0]);
    say(others[1]->pence + others[2]->pence, Hypothesis::other_pair, others[1]);
    say(others[1]->pence - others[2]->pence, Hypothesis::other_pair, others[1]);
    say(others[2]->pence - others[1]->pence, Hypothesis::other_pair, others[2]);
  }
  CHECK(closer_found < 400);  // of 8000
}

TEST_CASE("where nothing gives a figure, that is said", "[money]") {
  const std::vector<Figure> lines{{"a", 100000, 100}, {"b", 2300000, 100}};
  const Sum sum{{&lines[0]}, {&lines[1]}};
  const std::vector<Sum> routes{sum};
  const std::vector<const Figure*> others{&lines[0], &lines[1]};
  const Figure stated{"total", 1111100, 100};
  const auto causes = causes_of(stated, routes, others, rounding());
  CHECK(causes.empty());
  CHECK(in_words(causes) == "no pair of figures gives it");
}

TEST_CASE("exact causes come before those that need rounding, and long lists are cut", "[money]") {
  std::vector<Figure> lines;
  for (int i = 0; i < 6; ++i)
    lines.push_back({"'" + std::string(1, char('a' + i)) + "'", 50000, 100});
  Sum sum;
  for (const Figure& line : lines) sum.push_back({&line});
  const std::vector<Sum> routes{sum};
  const auto causes = causes_of({"total", 250000, 100}, routes, {}, rounding());
  REQUIRE(causes.size() == 6);
  CHECK(in_words(causes) ==
        "likely, 'a' (£500) is left out, or 'b' (£500) is left out, or 'c' (£500) is left out, or "
        "one of 3 more ways");
}

namespace {

Decimal share_of(Pence part, Pence whole, int places) {
  return *read_decimal(print_share(part, whole, places));
}

std::vector<SharePart> parts_of(const Lines& lines, Pence whole, int places) {
  std::vector<SharePart> parts;
  for (std::size_t i = 0; i < lines.real.size(); ++i)
    parts.push_back({lines.printed[i], share_of(lines.real[i], whole, places)});
  return parts;
}

Lines contributions(std::mt19937& random) {
  Lines lines;
  const std::size_t count = 3 + random() % 4;
  for (std::size_t i = 0; i < count; ++i) {
    const Pence pence = 1'000'000 + static_cast<Pence>(random()) % 20'000'000;
    lines.real.push_back(pence);
    lines.printed.push_back({"body " + std::to_string(i), to_pounds(pence), 100});
  }
  return lines;
}

bool names(const ShareAnswer& answer, Hypothesis kind, const Figure* first) {
  return std::ranges::any_of(answer.causes, [&](const ShareCause& c) {
    return !c.part && c.cause.kind == kind && c.cause.first == first;
  });
}

}  // namespace

TEST_CASE("shares of one whole fit, and what they were divided by is found", "[money]") {
  std::mt19937 random(2024);
  for (int round = 0; round < 2000; ++round) {
    CAPTURE(round);
    const Lines lines = contributions(random);
    const Pence whole = total(lines);
    const int places = 1 + static_cast<int>(random() % 2);
    const auto fitting = parts_of(lines, whole, places);
    REQUIRE(answer_of(fitting, {}, rounding()).fits);

    const std::size_t at = random() % lines.real.size();
    const auto find = [&](Pence divided_by, Hypothesis kind) {
      const auto parts = parts_of(lines, divided_by, places);
      const auto answer = answer_of(parts, {}, rounding());
      REQUIRE_FALSE(answer.fits);
      REQUIRE(names(answer, kind, &parts[at].amount));
    };
    if (whole > 2 * lines.real[at] + 1'000'000) {
      find(whole - lines.real[at], Hypothesis::left_out);
      find(whole - 2 * lines.real[at], Hypothesis::sign_turned);
    }
    find(whole + lines.real[at], Hypothesis::counted_twice);

    const Figure last_year{"last year", to_pounds(whole + whole / 7), 100};
    const Figure last_grant{"a grant", to_pounds(whole / 3), 100};
    const std::vector<const Figure*> others{&last_year, &last_grant};
    const auto of_last = answer_of(parts_of(lines, last_year.pence, places), others, rounding());
    REQUIRE((names(of_last, Hypothesis::other_figure, &last_year) ||
             std::ranges::any_of(of_last.causes, [](const ShareCause& c) {
               return c.cause.kind < Hypothesis::other_figure;
             })));
    const Pence pair = last_year.pence + last_grant.pence;
    const auto of_pair = answer_of(parts_of(lines, pair, places), others, rounding());
    REQUIRE_FALSE(of_pair.fits);
    REQUIRE_FALSE(of_pair.causes.empty());

    // Two digits of one share, the others right.
    auto swapped = fitting;
    std::string digits = std::to_string(swapped[at].share->units);
    if (digits.size() < 2 || digits[0] == digits[1] || digits[1] == '0') continue;
    std::swap(digits[0], digits[1]);
    Decimal wrong = *swapped[at].share;
    wrong.units = std::stoll(digits);
    swapped[at].share = wrong;
    const auto answer = answer_of(swapped, {}, rounding());
    REQUIRE_FALSE(answer.fits);
    REQUIRE(std::ranges::any_of(answer.causes, [&](const ShareCause& c) {
      return c.part == at && c.cause.kind == Hypothesis::digits_swapped;
    }));
  }
}

TEST_CASE("shares without amounts are added up, within rounding of each", "[money]") {
  const auto answer = [](const std::vector<std::string>& shares) {
    std::vector<SharePart> parts;
    for (const std::string& share : shares) parts.push_back({{"body", 0, 0}, read_decimal(share)});
    return answer_of(parts, {}, rounding());
  };
  CHECK(answer({"33%", "33%", "33%"}).fits);
  CHECK(answer({"33%", "33%", "33%"}).rounded);
  CHECK_FALSE(answer({"33%", "33%", "32%"}).fits);
  CHECK_FALSE(answer({"50%", "50%"}).rounded);
  CHECK_FALSE(answer({"45.88%", "45.88%", "9.19%", "0.94%"}).fits);
  CHECK(answer({"33.3%", "33%", "33%"}).fits);
}

TEST_CASE("a turned sign explains printed shares that add to 101.89 %", "[money]") {
  const auto part = [](const char* name, Pence pounds, const char* share) {
    return SharePart{{name, pounds * 100, 100}, read_decimal(share)};
  };
  const std::vector<SharePart> parts{part("local-authority", 189712, "45.88%"),
                                     part("icb", 189712, "45.88%"), part("police", 38000, "9.19%"),
                                     part("probation", 3892, "0.94%")};
  const auto answer = answer_of(parts, {}, rounding());
  CHECK_FALSE(answer.fits);
  CHECK(answer.sum == 10189);
  REQUIRE(answer.causes.size() == 1);
  CHECK(answer.causes[0].whole == 41353200);
  CHECK(answer.causes[0].cause.kind == Hypothesis::sign_turned);
  CHECK(answer.causes[0].cause.first->name == "probation");
}
