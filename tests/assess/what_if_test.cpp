// What a change would change: the same as if the files themselves had been changed.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <safegov/compare.hpp>
#include <safegov/what_if.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string bodies =
    "safegov: 1\npartnership: example\nname: E\nbodies:\n  - id: bmg\n    meets: June 2019, 9 Oct "
    "2019\n  - id: qa\n  - id: learning\n";
const std::string plan =
    "safegov: 1\npartnership: example\nplan: p\nobjectives:\n  - no: 1\n    actions:\n"
    "      - no: 1.1\n        lead: qa\n        promises:\n"
    "          - what: A\n            to: bmg\n            due: bmg of June 2019, Oct 2019\n"
    "          - what: B\n            id: b\n            from: qa\n            due: Nov 2019\n"
    "          - what: C\n            id: c\n            from: bmg\n            due: Nov 2019\n"
    "      - no: 1.2\n        lead: learning\n        promises:\n"
    "          - what: D\n            to: qa\n            due: Oct 2019\n";

Result<Partnership> with_what_if(const std::string& what_if) {
  return read_sources(
      {{"partnership.yaml", bodies},
       {"plan.yaml", plan},
       {"what-if.yaml", "safegov: 1\npartnership: example\nwhat-if: a change\n" + what_if}});
}

Partnership applied(const std::string& what_if) {
  const auto read = with_what_if(what_if);
  INFO(printed(read.diagnostics()));
  REQUIRE(read);
  REQUIRE(read->what_ifs().size() == 1);
  const auto then = apply(*read, read->what_ifs()[0]);
  INFO(printed(then.diagnostics()));
  REQUIRE(then);
  return *then;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// The partnership of the same files, changed by hand.
Partnership rebuilt(const std::string& plan_text, const std::string& records = "") {
  std::vector<Source> sources{{"partnership.yaml", bodies}, {"plan.yaml", plan_text}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return sound(std::move(sources));
}

void check_same(const Partnership& one, const Partnership& other) {
  for (const Date day : {Date(2019, 5, 1), Date(2019, 10, 20), Date(2020, 1, 1)})
    CHECK(compare(assess(expand_obligations(one), day), assess(expand_obligations(other), day))
              .empty());
}

}  // namespace

TEST_CASE("an overlay is the same as changing the files", "[what-if]") {
  check_same(applied("hand-overs:\n  - of: p/1.2\n    to: bmg\n"),
             rebuilt(replaced(plan, "lead: learning", "lead: bmg")));
  check_same(applied("hand-overs:\n  - of: p/1.1\n    to: learning\n"),
             rebuilt(replaced(replaced(plan, "lead: qa", "lead: learning"), "from: qa",
                              "from: learning")));
  check_same(applied("hand-overs:\n  - of: p/1.1/c\n    to: learning\n"),
             rebuilt(replaced(plan, "from: bmg", "from: learning")));
  check_same(applied("hand-overs:\n  - of: learning\n    to: bmg\n"),
             rebuilt(replaced(plan, "lead: learning", "lead: bmg")));
  check_same(
      applied(
          "records:\n  - moved: bmg of Oct 2019\n    date: 2019-10-01\n    until: 12 Nov 2019\n"),
      rebuilt(plan, "- moved: bmg of Oct 2019\n  date: 2019-10-01\n  until: 12 Nov 2019\n"));
}

TEST_CASE("an overlay changes nothing until it is applied", "[what-if]") {
  const auto read = with_what_if(
      "records:\n  - received: p/1.2/qa\n    date: 2019-10-01\nhand-overs:\n  - of: qa\n    to: "
      "bmg\n");
  REQUIRE(read);
  check_same(*read, rebuilt(plan));
  CHECK(read->records().empty());
  const auto then = apply(*read, read->what_ifs()[0]);
  check_same(*read, rebuilt(plan));
  CHECK(then->records().size() == 1);
  CHECK(then->what_ifs().empty());
}

TEST_CASE("random records laid over a partnership are the same as records in it",
          "[what-if][oracle]") {
  std::mt19937 random(7);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const auto base = rebuilt(plan);
  const char* const subjects[] = {"p/1.1/bmg of June 2019", "p/1.1/bmg of Oct 2019", "p/1.1/b",
                                  "p/1.1/c", "p/1.2/qa"};
  for (int round = 0; round < 40; ++round) {
    Partnership::Parts parts = base.parts();
    WhatIf what_if{.title = "random"};
    for (int i = upto(8); i >= 0; --i) {
      const RecordKind kinds[] = {RecordKind::received, RecordKind::extended, RecordKind::waived,
                                  RecordKind::partly_received};
      Record record{.event = {kinds[upto(4)], subjects[upto(5)]},
                    .date = Date::from_days(18'000 + upto(300))};
      if (record.event.kind == RecordKind::extended)
        record.until = iso(Date::from_days(record.date->days() + upto(100)));
      (upto(2) ? parts.records : what_if.records).push_back(record);
    }
    const auto some = Partnership::make(parts);
    parts.records.insert(parts.records.end(), what_if.records.begin(), what_if.records.end());
    const auto all = Partnership::make(parts);
    REQUIRE(some);
    REQUIRE(all);
    const auto then = apply(*some, what_if);
    REQUIRE(then);
    check_same(*then, *all);
  }
}

TEST_CASE("an overlay that refers to nothing is refused, at its own place", "[what-if]") {
  const auto problem = [](const std::string& what_if) {
    const auto read = with_what_if(what_if);
    REQUIRE(read);
    const auto then = apply(*read, read->what_ifs()[0]);
    REQUIRE_FALSE(then);
    const Diagnostic& d = then.diagnostics()[0];
    CHECK(d.where.name() == "what-if.yaml");
    return d.code + " " + d.message;
  };
  CHECK(problem("hand-overs:\n  - of: p/7\n    to: qa\n") ==
        "SG103 nothing called 'p/7' can be handed over");
  CHECK(problem("hand-overs:\n  - of: p/1.1/bmg of Oct 2019\n    to: qa\n") ==
        "SG103 nothing called 'p/1.1/bmg of Oct 2019' can be handed over");
  CHECK(problem("hand-overs:\n  - of: p/1.1\n    to: nobody\n") ==
        "SG102 no body is called 'nobody'");
  CHECK(problem("records:\n  - received: p/7/bmg\n    date: 2019-10-01\n") ==
        "SG103 nothing called 'p/7/bmg' was promised");
}

TEST_CASE("two assessments are compared by id, and what is new or gone is told", "[compare]") {
  const auto before = assess(expand_obligations(rebuilt(plan)), Date(2019, 10, 20));
  const auto after = assess(expand_obligations(rebuilt(replaced(
                                plan, "due: bmg of June 2019, Oct 2019", "due: Oct 2019"))),
                            Date(2019, 10, 20));
  const auto changes = compare(before, after);
  REQUIRE(changes.size() == 2);
  CHECK(changes[0].id == "p/1.1/bmg@2019-10");
  CHECK(changes[0].state);
  CHECK(changes[0].days);
  CHECK_FALSE(changes[0].owner);
  CHECK(changes[1].id == "p/1.1/bmg@2019-06");
  CHECK_FALSE(changes[1].after);
  CHECK(compare(after, before)[0].id == "p/1.1/bmg@2019-06");
  CHECK(compare(before, before).empty());
}
