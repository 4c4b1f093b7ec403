// What became of a plan in the next one: each outcome, and that nothing vanishes without a word.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <safegov/rollover.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string bodies =
    "safegov: 1\npartnership: example\nname: E\nbodies:\n  - id: bmg\n    meets: June 2019, 9 Oct "
    "2019\n  - id: qa\n  - id: learning\n";
const std::string old_plan =
    "safegov: 1\npartnership: example\nplan: old\nobjectives:\n"
    "  - no: 1\n    actions:\n"
    "      - no: 1.1\n        text: An action\n        lead: qa\n        promises:\n"
    "          - what: A\n            to: bmg\n            due: June 2019, Oct 2019\n"
    "          - what: B\n            id: b\n            to: learning\n            due: Nov 2019\n"
    "      - no: 1.2\n        text: Without promises\n        lead: qa\n"
    "  - no: 2\n    text: Without actions\n";

/// The head of the new plan; what follows are its objectives.
std::string new_plan(const std::string& objectives, const std::string& was = "") {
  return "safegov: 1\npartnership: example\nplan: new\n" + was + "objectives:\n" + objectives;
}
const std::string unrelated = "  - no: 1\n    text: Other\n    actions:\n      - no: 1.1\n";

Result<Partnership> read(const std::string& objectives, const std::string& records = "",
                         const std::string& was = "") {
  std::vector<Source> sources{{"partnership.yaml", bodies},
                              {"old.yaml", old_plan},
                              {"new.yaml", new_plan(objectives, was)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return read_sources(std::move(sources));
}

Rollover rolled(const std::string& objectives, const std::string& records = "",
                const std::string& was = "", Date as_at = Date(2020, 4, 1)) {
  const auto partnership = read(objectives, records, was);
  INFO(printed(partnership.diagnostics()));
  REQUIRE(partnership);
  const auto plan = [&](std::string_view id) { return std::get<PlanId>(partnership->find(id)); };
  return roll_over(assess(expand_obligations(*partnership), as_at), plan("old"), plan("new"));
}

/// `old/1.1: changed text lead → new/1`
std::string told(const RolledItem& item) {
  std::string line = item.id + ": " + std::string(to_string(item.outcome));
  for (const std::string& change : item.changes) line += " " + change;
  if (!item.to.empty()) line += " →";
  for (const std::string& to : item.to) line += " " + to;
  return line;
}

std::vector<std::string> told(const Rollover& over) {
  std::vector<std::string> lines;
  for (const RolledItem& item : over.items) lines.push_back(told(item));
  return lines;
}

std::string of(const Rollover& over, const std::string& id) {
  const auto found = std::ranges::find(over.items, id, &RolledItem::id);
  REQUIRE(found != over.items.end());
  return told(*found);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what nobody carried, sent or dropped has vanished", "[rollover]") {
  const Rollover over = rolled(unrelated);
  CHECK(told(over) == Lines{"old/1.1: vanished", "old/1.1/bmg: vanished", "old/1.1/b: vanished",
                            "old/1.2: vanished", "old/2: vanished"});
  CHECK(over.count(Outcome::vanished) == 5);
  CHECK(over.count(ItemKind::promise, Outcome::vanished) == 2);
  CHECK(over.items[1].open == Lines{"old/1.1/bmg@2019-06", "old/1.1/bmg@2019-10"});
  REQUIRE(over.added.size() == 1);
  CHECK(over.added[0] == AddedItem{ItemKind::action, "new/1.1", ""});
}

TEST_CASE("an action that is carried takes its promises of the same name along", "[rollover]") {
  const std::string carried =
      "  - no: 3\n    actions:\n      - no: 3.1\n        text: An action\n        lead: qa\n"
      "        carries: [old/1.1]\n        promises:\n"
      "          - what: A\n            to: bmg\n            due: June 2019, Oct 2019\n";
  const Rollover over = rolled(carried);
  CHECK(of(over, "old/1.1") == "old/1.1: carried → new/3.1");
  CHECK(of(over, "old/1.1/bmg") == "old/1.1/bmg: carried → new/3.1/bmg");
  // The other promise is not there: that its action is carried does not hide it.
  CHECK(of(over, "old/1.1/b") == "old/1.1/b: vanished");
  CHECK(over.added.empty());
}

TEST_CASE("what is carried and not the same is changed, and it says in what", "[rollover]") {
  const std::string carried =
      "  - no: 3\n    actions:\n      - no: 3.1\n        text: Another\n        lead: learning\n"
      "        carries: [old/1.1]\n        promises:\n"
      "          - what: A\n            to: bmg\n            due: June 2020\n"
      "          - what: B, revised\n            id: b\n            from: qa\n            to: bmg\n"
      "            due: Nov 2019\n";
  const Rollover over = rolled(carried);
  CHECK(of(over, "old/1.1") == "old/1.1: changed text lead → new/3.1");
  CHECK(of(over, "old/1.1/bmg") == "old/1.1/bmg: changed from due → new/3.1/bmg");
  CHECK(of(over, "old/1.1/b") == "old/1.1/b: changed text to → new/3.1/b");
}

TEST_CASE("promises alone may be carried, to two places, and as something else", "[rollover]") {
  const std::string carried =
      "  - no: 3\n    carries: [old/2]\n    text: Without actions\n"
      "  - no: 4\n    actions:\n      - no: 4.1\n        carries: [old/1.1/b]\n"
      "      - no: 4.2\n        promises:\n"
      "          - what: A\n            to: bmg\n            carries: [old/1.1/bmg]\n"
      "          - what: A\n            to: qa\n            carries: [old/1.1/bmg]\n";
  const Rollover over = rolled(carried);
  CHECK(of(over, "old/1.1/b") == "old/1.1/b: changed kind → new/4.1");
  CHECK(of(over, "old/1.1/bmg") ==
        "old/1.1/bmg: changed split from to due → new/4.2/bmg new/4.2/qa");
  CHECK(of(over, "old/1.1") == "old/1.1: changed promises → new/4.2/bmg new/4.2/qa new/4.1");
  CHECK(of(over, "old/2") == "old/2: carried → new/3");
  CHECK(over.added.empty());
}

TEST_CASE("one date of a promise may be carried, and the others are owed still", "[rollover]") {
  const std::string carried =
      "  - no: 3\n    actions:\n      - no: 3.1\n        promises:\n          - what: A\n"
      "            to: bmg\n            carries: [old/1.1/bmg of Oct 2019]\n";
  const Rollover over = rolled(carried);
  CHECK(of(over, "old/1.1/bmg") == "old/1.1/bmg: vanished → new/3.1/bmg");
  CHECK(over.items[1].open == Lines{"old/1.1/bmg@2019-06"});
  const Rollover done =
      rolled(carried, "- received: old/1.1/bmg of June 2019\n  date: 2019-06-01\n");
  CHECK(of(done, "old/1.1/bmg") == "old/1.1/bmg: changed from due → new/3.1/bmg");
}

TEST_CASE("what came in is done, and what was decided against is dropped", "[rollover]") {
  const std::string some =
      "- received: old/1.1/bmg of June 2019\n  date: 2019-06-01\n"
      "- received: old/1.1/bmg of Oct 2019\n  date: 2020-01-10\n";
  const Rollover over = rolled(unrelated, some);
  CHECK(of(over, "old/1.1/bmg") == "old/1.1/bmg: done");
  CHECK(of(over, "old/1.1") == "old/1.1: vanished");  // its other promise did
  for (const std::string kind : {"waived", "superseded", "cancelled"}) {
    const Rollover dropped =
        rolled(unrelated, some + "- " + kind + ": old/1.1/b\n  date: 2019-12-01\n  by: bmg\n");
    CHECK(of(dropped, "old/1.1/b") == "old/1.1/b: dropped");
    CHECK(of(dropped, "old/1.1") == "old/1.1: dropped");
    REQUIRE(dropped.items[2].records.size() == 1);
    CHECK(dropped.items[2].records[0]->by.id == "bmg");
  }
  const Rollover all = rolled(unrelated, some + "- received: old/1.1/b\n  date: 2019-11-01\n");
  CHECK(of(all, "old/1.1") == "old/1.1: done");
}

TEST_CASE("received in part is not done", "[rollover]") {
  CHECK(of(rolled(unrelated, "- partly-received: old/1.1/b\n  date: 2019-11-01\n"), "old/1.1/b") ==
        "old/1.1/b: vanished");
}

TEST_CASE("what has no promises is dropped by a decision about it", "[rollover]") {
  const std::string decided = "- decided: old/1.2\n  id: d\n  date: 2020-03-01\n  by: bmg\n";
  CHECK(of(rolled(unrelated, decided), "old/1.2") == "old/1.2: dropped");
  CHECK(of(rolled(unrelated, decided, "", Date(2020, 2, 1)), "old/1.2") == "old/1.2: vanished");
  CHECK(of(rolled(unrelated, decided + "- retracted: d\n  date: 2020-03-02\n"), "old/1.2") ==
        "old/1.2: vanished");
  // A promise is owed whatever is decided about its action.
  const Rollover over = rolled(unrelated, "- decided: old/1.1\n  date: 2020-03-01\n");
  CHECK(of(over, "old/1.1") == "old/1.1: vanished");
}

TEST_CASE("what a record says replaced a promise carries it", "[rollover]") {
  const std::string objectives =
      "  - no: 3\n    actions:\n      - no: 3.1\n        lead: qa\n        promises:\n"
      "          - what: B\n            to: learning\n            due: Nov 2019\n";
  const Rollover over = rolled(
      objectives,
      "- superseded: old/1.1/b\n  date: 2019-10-01\n  replaced-by: new/3.1/learning of Nov 2019\n");
  CHECK(of(over, "old/1.1/b") == "old/1.1/b: carried → new/3.1/learning");
}

TEST_CASE("a plan that was called as the old one is the old one by its numbers", "[rollover]") {
  const std::string objectives =
      "  - no: 1\n    actions:\n"
      "      - no: 1.1\n        text: An action\n        lead: qa\n        promises:\n"
      "          - what: A\n            to: bmg\n            due: June 2019, Oct 2019\n"
      "          - what: B\n            id: c\n            was: b\n            to: learning\n"
      "            due: Nov 2019\n"
      "      - no: 1.2\n        text: Reworded\n        lead: qa\n";
  const Rollover over = rolled(objectives, "", "was: old\n");
  CHECK(told(over) == Lines{"old/1.1: carried → new/1.1", "old/1.1/bmg: carried → new/1.1/bmg",
                            "old/1.1/b: carried → new/1.1/c", "old/1.2: changed text → new/1.2",
                            "old/2: vanished"});
}

TEST_CASE("what happens later does not count yet", "[rollover]") {
  const std::string record = "- received: old/1.1/b\n  date: 2019-11-01\n";
  CHECK(of(rolled(unrelated, record, "", Date(2019, 10, 31)), "old/1.1/b") ==
        "old/1.1/b: vanished");
  CHECK(of(rolled(unrelated, record, "", Date(2019, 11, 1)), "old/1.1/b") == "old/1.1/b: done");
}

TEST_CASE("a plan is not brought forward into itself", "[rollover]") {
  const auto partnership = read(unrelated);
  CHECK_THROWS_AS(
      roll_over(assess(expand_obligations(*partnership), Date(2020, 1, 1)), PlanId{0}, PlanId{0}),
      std::invalid_argument);
  // Nor is one whose obligations were not looked at.
  const PlanId old = std::get<PlanId>(partnership->find("old"));
  const PlanId now = std::get<PlanId>(partnership->find("new"));
  CHECK_THROWS_AS(
      roll_over(assess(expand_obligations(*partnership, {.of = {now}}), Date(2020, 1, 1)), old,
                now),
      std::invalid_argument);
  CHECK(told(roll_over(assess(expand_obligations(*partnership, {.of = {old}}), Date(2020, 1, 1)),
                       old, now)) == told(rolled(unrelated)));
}

TEST_CASE("what is carried must be something of another plan that can be", "[rollover]") {
  const auto problems = [](const std::string& carries) {
    const auto result = read(
        "  - no: 3\n    actions:\n      - no: 3.1\n        promises:\n          - what: A\n"
        "            to: bmg\n            carries: [" +
        carries + "]\n");
    REQUIRE_FALSE(result);
    REQUIRE(result.diagnostics().size() == 1);
    const Diagnostic& d = result.diagnostics()[0];
    CHECK(d.where.name() == "new.yaml");
    CHECK(d.where.begin.line == 11);
    return d.code + " " + d.message;
  };
  CHECK(problems("old/7") == "SG103 nothing is called 'old/7'");
  CHECK(problems("old/1.1/bmg of May 2019") == "SG103 nothing is called 'old/1.1/bmg of May 2019'");
  CHECK(problems("new/3.1/bmg") ==
        "SG116 'new/3.1/bmg' is of this plan: it cannot carry itself on");
  CHECK(problems("new/3") == "SG116 'new/3' is of this plan: it cannot carry itself on");
  CHECK(problems("qa") == "SG116 'qa' is no objective, action or promise, and cannot be carried");
  CHECK(problems("old") == "SG116 'old' is no objective, action or promise, and cannot be carried");
  CHECK(problems("bmg of Oct 2019") ==
        "SG116 'bmg of Oct 2019' is no objective, action or promise, and cannot be carried");
  CHECK(problems("old/1.1, old/1.1") == "SG101 'old/1.1' is carried twice");
}

TEST_CASE("every obligation of the old plan that is open is carried or told of, whatever is linked",
          "[rollover][oracle]") {
  std::mt19937 random(5);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const std::vector<std::string> items{"old/1.1/bmg", "old/1.1/b", "old/1.1",
                                       "old/1.2",     "old/2",     "old/1.1/bmg of Oct 2019"};
  const std::vector<std::string> owed{"old/1.1/bmg of June 2019", "old/1.1/bmg of Oct 2019",
                                      "old/1.1/b of Nov 2019"};
  for (int round = 0; round < 60; ++round) {
    std::set<std::string> carried, closed;
    std::string list;
    for (const std::string& item : items)
      if (upto(3) == 0) {
        carried.insert(item);
        list += (list.empty() ? "" : ", ") + item;
      }
    std::string records;
    for (const std::string& subject : owed)
      if (upto(3) == 0) {
        closed.insert(subject);
        records += "- received: " + subject + "\n  date: 2019-10-01\n";
      }
    const Rollover over = rolled("  - no: 3\n    actions:\n      - no: 3.1\n" +
                                     (list.empty() ? "" : "        carries: [" + list + "]\n"),
                                 records);
    std::set<std::string> told_of, expected;
    for (const RolledItem& item : over.items)
      if (item.kind == ItemKind::promise) told_of.insert(item.open.begin(), item.open.end());
    const auto is_in = [](const std::set<std::string>& set, const std::string& id) {
      return set.count(id) != 0;
    };
    if (!is_in(closed, owed[0]) && !is_in(carried, items[0]))
      expected.insert("old/1.1/bmg@2019-06");
    if (!is_in(closed, owed[1]) && !is_in(carried, items[0]) && !is_in(carried, items[5]))
      expected.insert("old/1.1/bmg@2019-10");
    if (!is_in(closed, owed[2]) && !is_in(carried, items[1])) expected.insert("old/1.1/b@2019-11");
    CHECK(told_of == expected);
    for (const RolledItem& item : over.items)
      if (item.kind == ItemKind::promise)
        CHECK((item.outcome == Outcome::vanished) == !item.open.empty());
    CHECK((of(over, "old/1.2").find("vanished") != std::string::npos) ==
          !is_in(carried, "old/1.2"));
  }
}
