// Quorums are read from words, held against who was there, and refused where they cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/quorum.hpp>

#include "markdown.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

std::string to_words(Quoracy is) {
  return is == Quoracy::met ? "met" : is == Quoracy::not_met ? "not met" : "not known";
}

/// `a, b, c as a substitute`
Roll roll_of(const std::string& words) {
  if (words == "nothing is known") return {};
  Roll roll{.asked = 6};
  std::istringstream all(words);
  for (std::string one; std::getline(all, one, ',');) {
    one = trimmed(one);
    roll.there.push_back({{one.substr(0, one.find(' '))}, {}, one.find(' ') != std::string::npos});
  }
  return roll;
}

std::vector<Body> bodies() {
  std::vector<Body> all{{.id = "bmg"}};
  for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
    all.push_back({.id = id});
    all[0].members.push_back({.body = {id}});
  }
  return all;
}

QuorumAnswer answer(const std::string& words, const Roll& roll,
                    const std::vector<Body>& all = bodies()) {
  const ParsedQuorum parsed = parse_quorum(words);
  INFO(words << ": " << parsed.problem);
  REQUIRE(parsed.rule);
  return quorum_on(*parsed.rule, all[0], all, Date(2025, 6, 10), roll);
}

Result<Partnership> with_quorum(const std::string& quorum,
                                const std::string& members = "[council, health, police]") {
  return read_sources({{"partnership.yaml",
                        "safegov: 1\npartnership: example\nname: Example\ntop: bmg\nbodies:\n"
                        "  - id: bmg\n    members: " +
                            members + "\n    quorum: " + quorum +
                            "\n"
                            "  - id: council\n  - id: health\n  - id: police\n  - id: school\n"},
                       {"p.yaml", "safegov: 1\npartnership: example\nplan: p\nobjectives: []\n"}});
}

/// `SG146 8` for each thing found: code and line.
std::string found(const Result<Partnership>& result) {
  std::string all;
  for (const Diagnostic& d : result.diagnostics())
    all +=
        (all.empty() ? "" : ", ") + std::string(d.code) + " " + std::to_string(d.where.begin.line);
  return all;
}

}  // namespace

TEST_CASE("the truth table of the page holds", "[quorum][docs]") {
  const Table rows = table_of(file_text(SAFEGOV_SOURCE_DIR "/docs/registers/minutes.md"),
                              "| quorum | there | answer |");
  REQUIRE(rows.size() > 30);
  for (const auto& row : rows) {
    CAPTURE(row[0], row[1]);
    CHECK(to_words(answer(row[0], roll_of(row[1])).is) == row[2]);
  }
}

TEST_CASE("a quorum says why, clause by clause", "[quorum]") {
  CHECK(answer("all of a, b, c", roll_of("a, c")).why == "all of a, b, c: b is missing");
  CHECK(answer("all of a, b and 2 of d, e", roll_of("e")).why ==
        "all of a, b: a, b are missing; 2 of d, e: 1 of 2 there, 2 needed");
  CHECK(answer("half of members", roll_of("a, b, c")).why ==
        "half of members: 3 of 6 there, 3 needed");
  CHECK(answer("all of a or b, c", roll_of("d")).why == "all of a or b, c: a or b, c are missing");
  CHECK(answer("3 members; substitutes do not count", roll_of("a, b, c as a substitute")).why ==
        "3 members: 2 of 6 there, 3 needed; substitutes do not count");
  CHECK(answer("3 members; chair's discretion", roll_of("a")).why ==
        "3 members: 1 of 6 there, 3 needed; the chair may declare it");
}

TEST_CASE("a share is rounded up, for any number of members", "[quorum]") {
  for (std::size_t n = 1; n <= 60; ++n) {
    const auto needed = [&](const std::string& words) {
      return parse_quorum(words).rule->clauses[0].needed(n);
    };
    // The least k with 2k >= n, 3k >= n, 2k > n, 3k >= 2n.
    const auto least = [&](auto enough) {
      std::size_t k = 0;
      while (!enough(k)) ++k;
      return k;
    };
    CAPTURE(n);
    CHECK(needed("half of members") == least([&](std::size_t k) { return 2 * k >= n; }));
    CHECK(needed("a third of members") == least([&](std::size_t k) { return 3 * k >= n; }));
    CHECK(needed("a majority of members") == least([&](std::size_t k) { return 2 * k > n; }));
    CHECK(needed("two thirds of members") == least([&](std::size_t k) { return 3 * k >= 2 * n; }));
    CHECK(needed("60 % of members") == least([&](std::size_t k) { return 10 * k >= 6 * n; }));
    CHECK(needed("all members") == n);
  }
}

TEST_CASE("a seat is filled by who came for its agency, and by its successor", "[quorum]") {
  std::vector<Body> all = bodies();
  all.push_back({.id = "icb"});
  all.back().succeeds.push_back({.body = {"b"}, .from = Date(2025, 6, 10)});
  CHECK(answer("all of a, b", {{{{"x"}, {"a"}}, {{"icb"}, {}}}, 2}, all).is == Quoracy::met);
  all.back().succeeds[0].from = Date(2025, 6, 11);
  CHECK(answer("all of a, b", {{{{"x"}, {"a"}}, {{"icb"}, {}}}, 2}, all).is == Quoracy::not_met);
}

TEST_CASE("three posts of one agency are one member", "[quorum]") {
  const Roll roll{{{{"x"}, {"a"}}, {{"y"}, {"a"}}, {{"z"}, {"a"}}}, 6};
  CHECK(answer("3 members", roll).is == Quoracy::not_met);
  CHECK(answer("1 member", roll).is == Quoracy::met);
}

TEST_CASE("members are those of the day", "[quorum]") {
  std::vector<Body> all = bodies();
  for (std::size_t i = 3; i < 6; ++i) all[0].members[i].until = Date(2025, 6, 9);
  CHECK(answer("half of members", roll_of("a, b"), all).is == Quoracy::met);
  CHECK(answer("half of members", roll_of("a, d, e"), all).is == Quoracy::not_met);
}

TEST_CASE("of a body without members, the seats that were asked after are the members",
          "[quorum]") {
  std::vector<Body> all = bodies();
  all[0].members.clear();
  CHECK(answer("half of members", roll_of("x, y, z"), all).is == Quoracy::met);
  CHECK(answer("half of members", roll_of("x, y"), all).is == Quoracy::not_met);
}

TEST_CASE("words that are no quorum are refused where they end to make sense", "[quorum]") {
  const auto problem = [](const char* words) {
    const ParsedQuorum parsed = parse_quorum(words);
    CHECK_FALSE(parsed.rule);
    CHECK_FALSE(parsed.help.empty());
    return parsed.problem;
  };
  CHECK(problem("") == "it says nothing");
  CHECK(problem("at the chair's discretion") == "it does not say who must be there");
  CHECK(problem("a suitable number of members") ==
        "what a quorum needs cannot be read from 'a suitable number of members'");
  CHECK(problem("all of a, b or other nominated body") ==
        "what a quorum needs cannot be read from 'nominated body'");
  CHECK(problem("2 of 4 (a, b, c)") == "it says 'of 4' and names 3");
  CHECK(problem("0 members") == "a quorum of none is no quorum");
  CHECK(problem("all of") == "'all of' breaks off");
  CHECK(problem("3 members or so") == "what a quorum needs cannot be read from 'or so'");
  CHECK(parse_quorum(std::string(5000, 'a')).problem == "it is too long to be read");
}

TEST_CASE("the forms that are printed are read", "[quorum]") {
  for (const char* words :
       {"all of council, health, police", "All of council, health and police.",
        "ALL(council, health, police) AND 2 OF 3(a, b, c)", "4 of 6 (a, b, c, d, e, f)",
        "at least half of the members", "a minimum of three members", "50% of the members",
        "50 per cent of the membership", "two-thirds of the voting members",
        "one third of the core membership including at least one of a, b",
        "all of council, (icb or health-trust), police; the chair may declare quorum",
        "3 members, including a; substitutes count; or at the chair's discretion"}) {
    const ParsedQuorum parsed = parse_quorum(words);
    INFO(words << ": " << parsed.problem);
    CHECK(parsed.rule);
  }
  const auto rule = *parse_quorum("all of a, (b or c) and d and 2 of e, f").rule;
  REQUIRE(rule.clauses.size() == 2);
  CHECK(rule.clauses[0].text == "all of a, (b or c) and d");
  REQUIRE(rule.clauses[0].seats.size() == 3);
  CHECK(rule.clauses[0].seats[1].any_of == std::vector<BodyRef>{{"b"}, {"c"}});
  CHECK(rule.clauses[1].text == "2 of e, f");
}

TEST_CASE("a quorum that cannot be is an error at its line", "[quorum]") {
  CHECK(found(with_quorum("all of council, health, police")).empty());
  CHECK(found(with_quorum("whoever comes")) == "SG145 8");
  CHECK(found(with_quorum("all of council, helth")) == "SG102 8");
  CHECK(found(with_quorum("all of council, school")) == "SG146 8");
  CHECK(found(with_quorum("all of council, health or school")).empty());
  CHECK(found(with_quorum("4 members")) == "SG146 8");
  CHECK(found(with_quorum("3 of council, health")) == "SG146 8");
  CHECK(found(with_quorum("2 of council, council")) == "SG146 8");
  // Nobody knows how many members there are.
  CHECK(found(with_quorum("4 members", "[]")).empty());
}

TEST_CASE("a member that is no longer there still makes a quorum possible", "[quorum]") {
  CHECK(found(with_quorum("all of council, health",
                          "[{body: council}, {body: health, until: 2020-01-01}]"))
            .empty());
  // But never three at a time.
  CHECK(found(with_quorum("3 members",
                          "[council, {body: health, until: 2020-01-01}, {body: police, "
                          "from: 2020-01-02}]")) == "SG146 8");
}
