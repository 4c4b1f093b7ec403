// Risks: scores that can be, matrices that have no holes, and what a review prints of itself.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/risk.hpp>

#include "registers/risk_matrix.hpp"
#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;
using Found = std::vector<std::pair<unsigned, std::string>>;
using Codes = std::vector<std::string>;

namespace {

std::string risk(const std::string& lines) {
  std::string text = "- id: a\n  event: Too few staff\n  owner: qa\n";
  std::istringstream more(lines);
  for (std::string line; std::getline(more, line);) text += "  " + line + "\n";
  return text;
}

Partnership of(const std::string& lines) { return with_rows("risks", risk(lines)); }
Found wrong(const std::string& lines) { return problems("risks", risk(lines)); }
Codes odd_of(const std::string& lines) { return odd(of(lines), Date(2026, 1, 1)); }

const RiskMatrix& named(std::string_view id) {
  for (const RiskMatrix& matrix : named_matrices())
    if (matrix.id == id) return matrix;
  FAIL("no matrix '" << id << "'");
  return named_matrices()[0];
}

RiskScore score(const char* text) { return *read_score(text); }

}  // namespace

TEST_CASE("scores are read with both factors, with the product, or as the product", "[risks]") {
  CHECK(score("4x3").product == 12);
  CHECK(score("4 × 3").likelihood == 4);
  CHECK(score("4X3 = 12").impact == 3);
  CHECK(score("4x3=16").product == 16);  // as printed
  CHECK(score("12").likelihood == 0);
  for (const char* text :
       {"", "x", "4x", "x3", "4x3x2", "4x3=", "0x3", "-1", "4.5", "101", "=12", "12=12", "four"})
    CHECK_FALSE(read_score(text));
}

TEST_CASE("on five by five fourteen scores can occur, and no other", "[risks]") {
  const std::vector<int> all{1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 16, 20, 25};
  CHECK(internal::possible_scores(named("5x5")) == all);
  for (int product = 1; product <= 30; ++product)
    CHECK(internal::is_possible(named("5x5"), product) == (std::ranges::count(all, product) == 1));
}

TEST_CASE("the matrices that come with the library have no hole, and say where they are from",
          "[risks]") {
  for (const RiskMatrix& matrix : named_matrices()) {
    CAPTURE(matrix.id);
    CHECK(internal::faults_of(matrix).empty());
    CHECK(matrix.certainty);
    CHECK_FALSE(matrix.source.empty());
    if (!internal::has_places(matrix)) continue;
    for (const int product : internal::possible_scores(matrix)) {
      RiskScore one;
      one.product = product;
      CHECK(internal::band_of(matrix, one));
    }
  }
  const auto in = [](const char* id, const char* text) {
    return named(id).bands[*internal::band_of(named(id), score(text))].word;
  };
  CHECK(in("nhs-5x5", "3") == "low");
  CHECK(in("nhs-5x5", "4x3") == "high");
  CHECK(in("nhs-5x5", "5x3") == "extreme");
  CHECK(in("cambridge-5x5", "4x3") == "medium");
  CHECK(in("cambridge-5x5", "5x5") == "very high");
  CHECK(in("cambridge-5x5", "20") == "high");
  // Its zones are only drawn: no score is said to be in one. Blue is the worst.
  CHECK_FALSE(internal::band_of(named("south-lakeland-4x4"), score("4x4")));
  CHECK(named("south-lakeland-4x4").bands.back().word == "blue");
}

TEST_CASE("a matrix with holes, overlaps or odd cells is an error", "[risks]") {
  const auto faults = [](const std::string& more) {
    return problems("matrices",
                    "- id: m\n  likelihood: [low, high]\n  impact: [low, mid, high]\n" + more);
  };
  CHECK(faults("").empty());
  CHECK(faults("  bands:\n    - {word: g, from: 1, to: 3}\n    - {word: r, from: 4, to: 6}\n")
            .empty());
  CHECK(faults("  bands:\n    - {word: g, from: 1, to: 2}\n    - {word: r, from: 4, to: 6}\n") ==
        Found{{8, "SG208"}});
  CHECK(faults("  bands:\n    - {word: g, from: 1, to: 4}\n    - {word: r, from: 4, to: 6}\n") ==
        Found{{8, "SG208"}});
  CHECK(faults("  bands:\n    - {word: g, from: 3, to: 1}\n    - {word: r, from: 4, to: 6}\n") ==
        Found{{8, "SG208"}});
  CHECK(faults("  bands:\n    - {word: g, from: 1, to: 3}\n    - {word: g, from: 4, to: 6}\n") ==
        Found{{8, "SG208"}});
  const std::string words = "  bands:\n    - {word: g}\n    - {word: r}\n";
  CHECK(faults(words).empty());  // only words: nobody prints where they are
  CHECK(faults(words + "  cells:\n    - g g r\n    - g r r\n").empty());
  CHECK(faults(words + "  cells:\n    - g g r\n").size() == 1);
  CHECK(faults(words + "  cells:\n    - g g r\n    - g r\n").size() == 1);
  CHECK(faults(words + "  cells:\n    - g g r\n    - g b r\n").size() == 1);
  CHECK(problems("matrices", "- id: m\n  likelihood: [low]\n  impact: [low, high]\n").size() == 1);
  CHECK(problems("matrices", "- id: 5x5\n  likelihood: [l, h]\n  impact: [l, h]\n") ==
        Found{{4, "SG208"}});
  CHECK(problems("matrices", "- id: m\n  likelihood: [l, l]\n  impact: [l, h]\n").size() == 1);
}

TEST_CASE("bands by cell tell two cells of one score apart", "[risks]") {
  const Partnership p =
      sound({{"partnership.yaml", small_partnership},
             register_file(
                 "matrices",
                 "- id: m\n  likelihood: [low, high]\n  impact: [low, high]\n"
                 "  bands:\n    - {word: g}\n    - {word: r}\n  cells:\n    - g r\n    - g r\n"),
             register_file("risks", risk("matrix: m\ninherent: 1x2\ntarget: 2x1\n"))});
  auto of_a = measures(p, "risks/a", Date(2026, 1, 1));
  CHECK(of_a["inherent"] == "1x2 = 2, r");
  CHECK(of_a["target"] == "2x1 = 2, g");
}

TEST_CASE("a score that cannot be is an error at its place", "[risks]") {
  CHECK(wrong("inherent: 6x2\n") == Found{{7, "SG206"}});
  CHECK(wrong("inherent: 26\n") == Found{{7, "SG206"}});
  CHECK(wrong("inherent: 7\n") == Found{{7, "SG207"}});
  CHECK(wrong("target: 14\n") == Found{{7, "SG207"}});
  CHECK(wrong("target: 4x3=16\n") == Found{{7, "SG207"}});
  CHECK(wrong("target: four\n") == Found{{7, "SG018"}});
  CHECK(wrong("assessments:\n  - {date: 2025-03-31, score: 11}\n") == Found{{8, "SG207"}});
  CHECK(wrong("assessments:\n  - {date: 2025-03-31, was: 13}\n") == Found{{8, "SG207"}});
  CHECK(wrong("appetite: 7\n") == Found{{7, "SG207"}});
  CHECK(wrong("appetite: low\n") == Found{{7, "SG206"}});
  CHECK(wrong("matrix: nhs-5x5\nappetite: low\n").empty());
  CHECK(wrong("matrix: nhs-5x5\nappetite: blue\n") == Found{{8, "SG206"}});
  CHECK(wrong("matrix: south-lakeland-4x4\ninherent: 5x1\n") == Found{{8, "SG206"}});
  CHECK(wrong("matrix: 6x6\n") == Found{{7, "SG102"}});
  CHECK(wrong("target: 2x2\ntarget-by: 2024-01-01\nassessments:\n  - date: 2025-03-31\n") ==
        Found{{8, "SG209"}});
  CHECK(wrong("assessments:\n  - date: 2025-03-31\n  - date: 2025-03-31\n") == Found{{9, "SG209"}});
  CHECK(wrong("assessments:\n  - {date: 2025-03-31, dated: 2025-03-30}\n") == Found{{8, "SG209"}});
  CHECK(wrong("same-as: a\n") == Found{{7, "SG209"}});
  CHECK(wrong("owner: qa\n") == Found{{7, "SG012"}});
  CHECK(problems("risks", "- id: a\n") == Found{{4, "SG016"}});
  CHECK(problems("risk-registers", "- {id: a, title: Risks, matrix: 6x6}\n") ==
        Found{{4, "SG102"}});
}

TEST_CASE("scores and movement are those of the date", "[risks]") {
  const Partnership p =
      of("dated: 2024-06-30\nmatrix: nhs-5x5\ninherent: 5x4\ntarget: 2x4\nassessments:\n"
         "  - {date: 2024-06-30, score: 3x3}\n"
         "  - {date: 2024-12-31, dated: 2025-02-01, score: 4x3}\n"
         "  - {date: 2025-06-30, score: 2x4, at-target: yes}\n");
  const auto on = [&](Date day) { return measures(p, "risks/a", day); };
  CHECK(on(Date(2024, 6, 29)) ==
        std::map<std::string, std::string>{{"known", "not before 30 June 2024"}});
  CHECK(on(Date(2024, 6, 30))["residual"] == "3x3 = 9, high (amber), on 30 June 2024");
  CHECK(on(Date(2024, 6, 30)).count("movement") == 0);
  // Told in February only.
  CHECK(on(Date(2025, 1, 31))["residual"] == "3x3 = 9, high (amber), on 30 June 2024");
  CHECK(on(Date(2025, 2, 1))["movement"] == "up from 9 to 12 since 30 June 2024");
  CHECK(on(Date(2025, 2, 1))["at target"] == "no");
  CHECK(on(Date(2025, 6, 30))["movement"] == "down from 12 to 8 since 31 December 2024");
  CHECK(on(Date(2025, 6, 30))["at target"] == "yes");
  const auto state =
      assess(expand_obligations(p), Date(2026, 1, 1), {.known_at = Date(2024, 12, 31)});
  CHECK(measures(report_of(state, "risks"), "risks/a")["residual"] ==
        "3x3 = 9, high (amber), on 30 June 2024");
}

TEST_CASE("what a review prints has to follow from the scores", "[risks]") {
  const std::string eight = "assessments:\n  - {date: 2024-12-31, score: 8}\n";
  CHECK(odd_of(eight + "  - {date: 2025-03-31, score: 12, was: 8, moved: up}\n").empty());
  CHECK(odd_of(eight + "  - {date: 2025-03-31, score: 12, was: 9}\n") == Codes{"SG547"});
  CHECK(odd_of(eight + "  - {date: 2025-03-31, score: 12, moved: down}\n") == Codes{"SG547"});
  CHECK(odd_of(eight + "  - {date: 2025-03-31, score: 8, moved: same}\n").empty());
  CHECK(odd_of("assessments:\n  - {date: 2025-03-31, score: 9, was: 12, moved: up}\n") ==
        Codes{"SG547"});
  CHECK(odd_of("target: 6\n" + eight + "  - {date: 2025-03-31, score: 9, at-target: yes}\n") ==
        Codes{"SG548"});
  CHECK(odd_of("target: 9\nassessments:\n  - {date: 2025-03-31, score: 9, at-target: no}\n") ==
        Codes{"SG548"});
  CHECK(
      odd_of("matrix: nhs-5x5\nassessments:\n  - {date: 2025-03-31, score: 9, band: extreme}\n") ==
      Codes{"SG551"});
}

TEST_CASE("residual, target and appetite are held against each other", "[risks]") {
  const std::string twelve = "assessments:\n  - {date: 2025-03-31, score: 4x3}\n";
  CHECK(odd_of("inherent: 5x3\ntarget: 2x3\n" + twelve).empty());
  CHECK(odd_of("inherent: 3x3\n" + twelve) == Codes{"SG543"});
  CHECK(odd_of("target: 5x3\n" + twelve) == Codes{"SG544"});
  CHECK(odd_of("inherent: 3x3\ntarget: 4x3\n") == Codes{"SG544"});
  CHECK(odd_of("target: 5x3\nassessments:\n"
               "  - {date: 2025-03-31, score: 4x3, treatment: accept}\n")
            .empty());
  CHECK(odd_of("appetite: 12\n" + twelve).empty());
  CHECK(odd_of("appetite: 10\n" + twelve) == Codes{"SG545"});
  CHECK(odd_of("matrix: nhs-5x5\nappetite: moderate\n" + twelve) == Codes{"SG545"});
  CHECK(odd_of("matrix: nhs-5x5\nappetite: high\n" + twelve).empty());
  // The band is printed where the matrix has words alone: blue is worse than green.
  CHECK(odd_of("matrix: south-lakeland-4x4\nappetite: green\nassessments:\n"
               "  - {date: 2025-03-31, score: 4x3, band: blue}\n") == Codes{"SG545"});
  const std::string action = "actions:\n  - {what: Recruit, to: bmg, due: 30 June 2026}\n";
  CHECK(odd_of("appetite: 10\n" + twelve + action).empty());
  const Partnership done =
      sound({{"partnership.yaml", small_partnership},
             register_file("risks", risk("appetite: 10\n" + twelve + action)),
             {"records.yaml",
              "safegov: 1\npartnership: example\nrecords:\n  - received: risks/a/bmg\n"
              "    date: 2025-12-01\n"}});
  CHECK(odd(done, Date(2025, 11, 30)).empty());
  CHECK(odd(done, Date(2026, 1, 1)) == Codes{"SG545"});
}

TEST_CASE("one risk in two registers has one score, and the same words are noticed", "[risks]") {
  const auto two = [](const std::string& more) {
    return odd(with_rows("risks", risk("assessments:\n  - {date: 2025-03-31, score: 9}\n") + more),
               Date(2026, 1, 1));
  };
  const std::string other =
      "- id: b\n  event: Staff shortage\n  owner: bmg\n  same-as: a\n"
      "  assessments:\n    - {date: 2025-03-31, score: ";
  CHECK(two(other + "9}\n").empty());
  CHECK(two(other + "12}\n") == Codes{"SG549"});
  CHECK(two("- id: b\n  event: too few  staff.\n  owner: bmg\n") == Codes{"SG550"});
  CHECK(two("- id: b\n  event: too few staff\n  owner: bmg\n  same-as: a\n").empty());
  CHECK(odd(with_rows("risks", "- {id: a, event: Flood}\n"), Date(2026, 1, 1)) == Codes{"SG546"});
}

TEST_CASE("reviews and actions are owed like everything else", "[risks]") {
  const Partnership p =
      of("dated: 2024-04-01\nreview: quarterly\nperiod: 2024/25\nreviewed-by: bmg\n"
         "assessments:\n  - {date: 2024-06-20, score: 9, of: Apr 2024 to Jun 2024}\n"
         "actions:\n  - {what: Recruit, to: bmg, due: 30 June 2024}\n");
  const auto state = assess(expand_obligations(p), Date(2024, 10, 1));
  std::map<std::string, State> states;
  for (std::size_t o = 0; o < state.obligations().size(); ++o)
    states[state.obligations()[o].id()] = state[o];
  CHECK(states["risks/a/review@2024-04..2024-06"] == State::received);
  CHECK(states["risks/a/review@2024-07..2024-09"] == State::overdue);
  CHECK(states["risks/a/bmg@2024-06-30"] == State::overdue);
  CHECK(state.obligations()[0].from()->id == "bmg");

  const Partnership kept = with_rows("risk-registers",
                                     "- {id: r, title: Risks, reviewed-by: bmg, to: board, "
                                     "review: three times per year, period: 2019-22}\n");
  CHECK(assess(expand_obligations(kept), Date(2019, 6, 1)).obligations().size() == 9);
}

TEST_CASE("a risk is scored on the matrix of its register", "[risks]") {
  const Partnership p =
      sound({{"partnership.yaml", small_partnership},
             register_file("risk-registers", "- {id: r, title: Risks, matrix: cambridge-5x5}\n"),
             register_file("risks", risk("in: r\ninherent: 4x3\nescalated-to: board\n"
                                         "escalated: 2025-01-01\n"))});
  CHECK(measures(p, "risks/a", Date(2026, 1, 1))["inherent"] == "4x3 = 12, medium");
  CHECK(measures(p, "risks/a", Date(2026, 1, 1))["escalated"] == "to board on 1 January 2025");
  CHECK(measures(p, "risks/a", Date(2024, 1, 1)).count("escalated") == 0);
  CHECK(measures(p, "risk-registers/r", Date(2026, 1, 1))["scored"] == "0 of 1 (0 %)");
}
