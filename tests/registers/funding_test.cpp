// Accounts: what does not follow is found once, with its cause, and what rounding explains is not.
// SPDX-License-Identifier: Apache-2.0

#include <random>

#include <safegov/funding.hpp>
#include <safegov/read.hpp>

#include "registers/money.hpp"
#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;
using internal::Pence;
using internal::print_pence;
using Found = std::vector<std::pair<unsigned, std::string>>;

namespace {

std::string account(const std::string& lines) {
  std::string text = "- id: a\n  title: Breakdown of funding\n  of: bmg\n  dated: 2025-08-01\n";
  std::istringstream more(lines);
  for (std::string line; std::getline(more, line);) text += "  " + line + "\n";
  return text;
}

Found wrong(const std::string& lines) { return problems("funding", account(lines)); }

Diagnostics findings(const std::string& lines) {
  return register_findings(with_rows("funding", account(lines)), Date(2026, 1, 1));
}

std::string says(const Diagnostics& found) {
  std::string text;
  for (const Diagnostic& d : found) text += d.code + " " + d.message + "\n";
  return text;
}

}  // namespace

TEST_CASE("the account of 2024/25 gives three findings, each with what the search found",
          "[funding]") {
  const auto read = read_partnership({SAFEGOV_SOURCE_DIR "/examples/nottingham"}, {});
  REQUIRE(read);
  Diagnostics found;
  for (const Diagnostic& d : register_findings(read.value(), Date(2025, 9, 30)))
    if (d.path.starts_with("funding[")) found.push_back(d);
  REQUIRE(found.size() == 3);
  CHECK(found[0].message ==
        "the printed shares of the contributions add to 101.89 %; likely, each was divided by "
        "£413,532, not by £421,316: the sign of 'probation' (£3,892) is turned");
  CHECK(found[1].message ==
        "spend in 'children' is printed as £318,288; it adds up to £327,024 (it is £8,736 less); "
        "no pair of figures gives it");
  CHECK(found[2].message ==
        "overspend is printed as £22,048; £441,671 less £421,316 is £20,355 (it is £1,693 more); "
        "no pair of figures gives it");
  // Nothing is known before the document.
  for (const Diagnostic& d : register_findings(read.value(), Date(2025, 7, 31)))
    CHECK_FALSE(d.path.starts_with("funding["));
}

namespace {

/// An account that is right: real amounts in pence, printed in pounds.
struct Made {
  std::vector<std::vector<std::vector<Pence>>> cells;  // category, column, line
  std::vector<Pence> paid;

  [[nodiscard]] Pence sum(int category, int column) const {
    Pence all = 0;
    for (int k = 0; k < 2; ++k)
      for (int c = 0; c < 2; ++c)
        if ((category < 0 || category == k) && (column < 0 || column == c))
          for (const Pence pence : cells[static_cast<std::size_t>(k)][static_cast<std::size_t>(c)])
            all += pence;
    return all;
  }
};

Pence pounds(Pence pence) { return (pence + (pence < 0 ? -50 : 50)) / 100 * 100; }

Made make(std::mt19937& random) {
  Made made;
  for (int k = 0; k < 2; ++k) {
    made.cells.emplace_back();
    for (int c = 0; c < 2; ++c) {
      made.cells.back().emplace_back();
      for (int i = 0; i < 3; ++i)
        made.cells.back().back().push_back(1'000'000 + static_cast<Pence>(random()) % 9'000'000);
    }
  }
  for (int i = 0; i < 3; ++i)
    made.paid.push_back(5'000'000 + static_cast<Pence>(random()) % 30'000'000);
  return made;
}

const char* const bodies[] = {"board", "bmg", "qa"};
const char* const columns[] = {"children", "adults"};
const char* const categories[] = {"payroll", "services"};

/// What is printed of it; `wrong` replaces a total, by category and column, or the balance.
struct Printed {
  std::map<std::pair<int, int>, Pence> totals = {};
  std::optional<Pence> overspend = {};
  std::optional<Pence> divided_by = {};
  std::map<std::tuple<int, int, int>, Pence> lines = {};
};

std::string print(const Made& made, const Printed& wrong) {
  std::string text = "columns: [children, adults]\ncategories: [payroll, services]\n";
  Pence income = 0;
  for (const Pence pence : made.paid) income += pence;
  text += "contributions:\n";
  for (std::size_t i = 0; i < 3; ++i)
    text += "  - from: " + std::string(bodies[i]) + "\n    amount: \"" +
            print_pence(pounds(made.paid[i])) + "\"\n    share: " +
            internal::print_share(made.paid[i], wrong.divided_by.value_or(income), 2) + "\n";
  text += "lines:\n";
  for (int k = 0; k < 2; ++k)
    for (int c = 0; c < 2; ++c)
      for (int i = 0; i < 3; ++i) {
        const auto at = wrong.lines.find({k, c, i});
        const Pence pence =
            at != wrong.lines.end()
                ? at->second
                : pounds(made.cells[static_cast<std::size_t>(k)][static_cast<std::size_t>(c)]
                                   [static_cast<std::size_t>(i)]);
        text += "  - {category: " + std::string(categories[k]) + ", column: " + columns[c] +
                ", what: line-" + std::to_string(i) + ", amount: \"" + print_pence(pence) + "\"}\n";
      }
  text += "totals:\n  - {as: income, amount: \"" + print_pence(pounds(income)) + "\"}\n";
  for (int k = -1; k < 2; ++k)
    for (int c = -1; c < 2; ++c) {
      const auto at = wrong.totals.find({k, c});
      const Pence pence = at != wrong.totals.end() ? at->second : pounds(made.sum(k, c));
      text += "  - {";
      if (k >= 0) text += "category: " + std::string(categories[k]) + ", ";
      if (c >= 0) text += "column: " + std::string(columns[c]) + ", ";
      text += "amount: \"" + print_pence(pence) + "\"}\n";
    }
  const Pence spend = made.sum(-1, -1);
  text += "shares:\n";
  for (int c = 0; c < 2; ++c)
    text += "  - {column: " + std::string(columns[c]) +
            ", share: " + internal::print_share(made.sum(-1, c), spend, 0) + "}\n";
  text += "stated:\n  - {amount: \"" + print_pence(pounds(spend)) + "\"}\n";
  text += "  - {as: overspend, amount: \"" +
          print_pence(wrong.overspend.value_or(pounds(spend - income))) + "\"}\n";
  return text;
}

void expect_one(const Made& made, const Printed& wrong, const std::string& code,
                const std::string& cause) {
  const auto found = findings(print(made, wrong));
  CAPTURE(says(found), cause);
  REQUIRE(found.size() == 1);
  CHECK(found[0].code == code);
  CHECK(found[0].message.find(cause) != std::string::npos);
}

}  // namespace

TEST_CASE("a right account gives no finding, and each fault gives one that names its cause",
          "[funding]") {
  std::mt19937 random(7);
  for (int round = 0; round < 25; ++round) {
    const Made made = make(random);
    CAPTURE(round);
    CHECK(says(findings(print(made, {}))).empty());

    const int k = static_cast<int>(random() % 2), c = static_cast<int>(random() % 2);
    const auto& block = made.cells[static_cast<std::size_t>(k)][static_cast<std::size_t>(c)];
    const int i = static_cast<int>(random() % 3);
    const Pence line = block[static_cast<std::size_t>(i)];
    const std::string name = "'line-" + std::to_string(i) + "' in '" + columns[c] + "' (" +
                             print_pence(pounds(line)) + ")";
    const Pence sum = made.sum(k, c);
    const auto total = [&](Pence pence) { return Printed{.totals = {{{k, c}, pounds(pence)}}}; };
    expect_one(made, total(sum - line), "SG540", name + " is left out");
    expect_one(made, total(sum + line), "SG540", name + " is counted twice");
    expect_one(made, total(sum - 2 * line), "SG540", "the sign of " + name + " is turned");
    expect_one(made, total(made.sum(1 - k, c)), "SG540",
               "it is the printed spend of '" + std::string(categories[1 - k]) + "' in '" +
                   columns[c] + "'");
    const auto swaps = internal::with_digits_swapped(pounds(sum), 100);
    if (!swaps.empty())
      expect_one(made, total(swaps.back()), "SG540",
                 "two of its digits are swapped: " + print_pence(pounds(sum)));
    const auto line_swaps = internal::with_digits_swapped(pounds(line), 100);
    if (!line_swaps.empty()) {
      Printed wrong;
      wrong.lines[{k, c, i}] = line_swaps.back();
      expect_one(made, wrong, "SG540", "are swapped: " + print_pence(pounds(line)));
    }
    // The balance, of two figures that are no pair of spend and income.
    const Pence income = made.paid[0] + made.paid[1] + made.paid[2];
    const Pence balance = made.sum(-1, -1) - income;
    expect_one(made, {.overspend = pounds(balance + made.paid[0])}, "SG542",
               "'board' (" + print_pence(pounds(made.paid[0])) + ") is left out");
    if (balance > 5000 || balance < -5000)
      expect_one(made, {.overspend = -pounds(balance)}, "SG542", "its sign is turned");
    // Shares of what came in with one of the signs turned.
    const Pence off = income - 2 * made.paid[2];
    if (std::ranges::all_of(made.paid, [&](Pence paid) { return paid < off; }))
      expect_one(made, {.divided_by = off}, "SG541",
                 "the sign of 'qa' (" + print_pence(pounds(made.paid[2])) + ") is turned");
  }
}

TEST_CASE("a figure may come of a pair of others, or of the year before", "[funding]") {
  const auto pair = findings(
      "contributions:\n"
      "  - {from: bmg, amount: £900}\n"
      "  - {from: qa, amount: £7000}\n"
      "lines:\n"
      "  - {what: Hall, amount: £1234}\n"
      "  - {what: Post, amount: £2345}\n"
      "totals:\n"
      "  - {amount: £6100}\n");
  REQUIRE(pair.size() == 1);
  CHECK(pair[0].message ==
        "total spend is printed as £6,100; £1,234 and £2,345 make £3,579 (it is £2,521 more); "
        "likely, "
        "it is 'qa' (£7,000) less 'bmg' (£900)");

  const Partnership two =
      with_rows("funding",
                account("lines:\n  - {what: Hall, amount: £1234}\n  - {what: Post, amount: £2345}\n"
                        "totals:\n  - {amount: £8321}\n") +
                    "- id: before\n  title: Funding\n  dated: 2024-08-01\n  stated:\n"
                    "    - {amount: £8321}\n");
  const auto last_year = register_findings(two, Date(2026, 1, 1));
  REQUIRE(last_year.size() == 1);
  CHECK(last_year[0].message.find("likely, it is the total spend of 'before'") !=
        std::string::npos);
}

TEST_CASE("what is brought forward is what the year before carries forward", "[funding]") {
  const auto found = [](const std::string& brought) {
    return says(register_findings(
        with_rows("funding",
                  account("previous: before\nstated:\n  - {as: brought-forward, amount: " +
                          brought + "}\n") +
                      "- id: before\n  title: Funding\n  dated: 2024-08-01\n  stated:\n"
                      "    - {as: carried-forward, amount: £5300}\n"),
        Date(2026, 1, 1)));
  };
  CHECK(found("£5300").empty());
  CHECK(found("£3500").starts_with(
      "SG540 brought forward is printed as £3,500; it adds up to £5,300 (it is £1,800 less); "
      "likely, two of its digits are swapped: £5,300"));
  const auto carried = findings(
      "contributions:\n  - {from: bmg, amount: £900}\nlines:\n  - {what: Hall, amount: £700}\n"
      "stated:\n  - {as: brought-forward, amount: £100}\n  - {as: carried-forward, amount: £300}\n"
      "  - {as: surplus, amount: £200}\n");
  CHECK(says(carried).empty());
}

TEST_CASE("a tolerance has a name, and is told where it was used", "[funding]") {
  const std::string lines =
      "lines:\n  - {what: Hall, amount: £1234}\n  - {what: Post, amount: £2345}\n"
      "totals:\n  - {amount: £3580}\n";
  const auto of = [&](const std::string& more) {
    return measures(with_rows("funding", account(lines + more)), "funding/a", Date(2026, 1, 1));
  };
  auto rounded = of("");
  CHECK(rounded["rounded"] == "total spend: £1 more than what it sums, of £1.50 allowed");
  CHECK(
      rounded["tolerance"] ==
      "'rounding': half a unit of the last printed place, for each figure summed and for the sum");
  CHECK(of("tolerance: pound-a-line\n")["rounded"] ==
        "total spend: £1 more than what it sums, of £2 allowed");
  CHECK(findings(lines + "tolerance: exact\n").size() == 1);
  const Partnership own = sound({{"partnership.yaml", small_partnership},
                                 register_file("funding", account(lines + "tolerance: ours\n")),
                                 register_file("sum-tolerances", "- {id: ours, units: 2}\n")});
  CHECK(measures(own, "funding/a", Date(2026, 1, 1))["tolerance"] ==
        "'ours': 2 of the last printed place for each figure and the sum");
}

TEST_CASE("shares of the partners are measured, without a verdict", "[funding]") {
  std::string partnership = small_partnership;
  const auto at = partnership.find("bodies:");
  REQUIRE(at != std::string::npos);
  partnership.insert(at, "partners:\n  - body: bmg\n  - body: qa\n");
  const Partnership p =
      sound({{"partnership.yaml", partnership},
             register_file("funding", account("contributions:\n  - {from: bmg, amount: £20000}\n"
                                              "  - {from: qa, amount: £4000}\n"
                                              "  - {from: board, amount: £1000}\n"))});
  auto of = measures(p, "funding/a", Date(2026, 1, 1));
  CHECK(of["income"] == "£25,000");
  CHECK(of["of the partners"] == "bmg 83.3 %, qa 16.7 %");
  CHECK(of["qa : bmg"] == "20 %");
  CHECK(of["from board"] == "£1,000 (4 %)");
  CHECK(register_findings(p, Date(2026, 1, 1)).empty());
  CHECK(measures(p, "funding/a", Date(2025, 7, 31)) ==
        std::map<std::string, std::string>{{"account", "not printed before 1 August 2025"}});
}

TEST_CASE("an account is owed by a day, and so is what is unspent of a grant", "[funding]") {
  const std::string lines =
      "due: 30 September 2025\nto: board\n"
      "contributions:\n"
      "  - id: wt2023-grant\n    from: qa\n    what: the grant of 2023\n    amount: £47300\n"
      "    until: 2025-03-31\n    spent: £40000\n    return-by: 30 June 2025\n";
  const Partnership p = with_rows("funding", account(lines));
  CHECK(state_of_only(p, "funding/a/report", Date(2025, 7, 31)) == State::not_due);
  CHECK(state_of_only(p, "funding/a/report", Date(2025, 8, 1)) == State::received);
  CHECK(state_of_only(p, "funding/a/unspent-wt2023-grant", Date(2025, 8, 2)) == State::overdue);
  CHECK(measures(p, "funding/a", Date(2025, 8, 2))["time-limited wt2023-grant"] ==
        "ended on 31 March 2025, £40000 of it spent");
  const Partnership back = with_rows("funding", account(lines + "    returned: 2025-06-12\n"));
  CHECK(state_of_only(back, "funding/a/unspent-wt2023-grant", Date(2025, 8, 2)) == State::received);
  const auto state = assess(expand_obligations(back), Date(2025, 8, 2));
  CHECK(state.obligations()[0].what() == "Return of what is unspent of the grant of 2023: £7,300");
}

TEST_CASE("what is no money, no share or no heading is an error at its place", "[funding]") {
  const std::string from = "contributions:\n  - from: bmg\n    amount: ";
  CHECK(wrong(from + "some\n") == Found{{10, "SG018"}});
  CHECK(wrong(from + "£1.5m\n") == Found{{10, "SG018"}});
  CHECK(wrong(from + "1.005\n") == Found{{10, "SG200"}});
  CHECK(wrong(from + "45%\n") == Found{{10, "SG200"}});
  CHECK(wrong(from + "999999999999999\n") == Found{{10, "SG200"}});
  CHECK(wrong(from + "£5\n    share: £5\n") == Found{{11, "SG200"}});
  CHECK(wrong(from + "£5\n    share: 100.01%\n") == Found{{11, "SG201"}});
  CHECK(wrong(from + "£5\n    share: 100.01%\n    over-100: another was paid back\n").empty());
  CHECK(wrong(from + "£5\n    share: 10001%\n    over-100: no\n") == Found{{11, "SG201"}});
  CHECK(wrong(from + "£5\n    share: 1.23456%\n") == Found{{11, "SG201"}});
  CHECK(wrong(from + "-£5\n") == Found{{10, "SG204"}});
  CHECK(wrong(from + "-£5\n    kind: repayment\n").empty());
  CHECK(wrong(from + "£5\n    kind: repayment\n") == Found{{10, "SG204"}});
  CHECK(wrong(from + "£5\n    spent: £6\n") == Found{{11, "SG200"}});
  CHECK(wrong("contributions:\n  - from: bmgg\n") == Found{{9, "SG102"}});
  CHECK(wrong("categories:\n  - a\n  - b\n  - a\n") == Found{{11, "SG202"}});
  CHECK(wrong("columns: [a, a]\n") == Found{{8, "SG202"}});
  CHECK(wrong("lines:\n  - {what: Hall, amount: £5}\n  - {what: Hall, amount: £6}\n") ==
        Found{{10, "SG202"}});
  CHECK(wrong("lines:\n  - {what: Hall, column: a, amount: £5}\n") == Found{{9, "SG203"}});
  CHECK(wrong("lines:\n  - {what: Hall, category: a, amount: £5}\n") == Found{{9, "SG203"}});
  CHECK(wrong("totals:\n  - {line: Hall, amount: £5}\n") == Found{{9, "SG203"}});
  CHECK(wrong("totals:\n  - {as: income, from: [qa], amount: £5}\n") == Found{{9, "SG203"}});
  CHECK(wrong("columns: [a]\ntotals:\n  - {as: income, column: a, amount: £5}\n") ==
        Found{{10, "SG117"}});
  CHECK(wrong("shares:\n  - {share: 5%}\n") == Found{{9, "SG203"}});
  CHECK(wrong("columns: [a]\nshares:\n  - {column: a, share: 105%}\n") == Found{{10, "SG201"}});
  CHECK(wrong("tolerance: loose\n") == Found{{8, "SG102"}});
  CHECK(wrong("previous: a\n") == Found{{8, "SG205"}});
  CHECK(problems("sum-tolerances", "- {id: t, units: -1}\n") == Found{{4, "SG200"}});
  CHECK(problems("sum-tolerances", "- {id: t, pounds: 5000}\n") == Found{{4, "SG200"}});
  CHECK(problems("sum-tolerances", "- {id: rounding, pounds: 5}\n") == Found{{4, "SG202"}});
}

TEST_CASE("what cannot be checked is said to be so", "[funding]") {
  auto of = measures(with_rows("funding", account("stated:\n  - {as: surplus, amount: £5}\n")),
                     "funding/a", Date(2026, 1, 1));
  CHECK(of["not checked"] == "surplus £5: nothing to sum");
}
