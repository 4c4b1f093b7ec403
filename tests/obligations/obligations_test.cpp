// What is owed: ids, order, columns; and the Nottingham plan counted by hand.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>

#include <safegov/obligations.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

Obligations owed_by_plan(const std::string& promises, const std::string& head = "") {
  return expand_obligations(sound({{"a", small_partnership}, {"b", small_plan(promises, head)}}));
}

std::vector<std::string> ids_of(const Obligations& owed) {
  std::vector<std::string> ids;
  for (const Obligation o : owed) ids.push_back(o.id());
  return ids;
}

}  // namespace

TEST_CASE("a promise is owed once at each of its dates", "[obligations]") {
  const auto owed =
      owed_by_plan("- what: Report\n  to: bmg\n  due: Oct 2019, June 2019, 14 Feb 2020");
  CHECK(ids_of(owed) ==
        std::vector<std::string>{"p/1.1/bmg@2019-06", "p/1.1/bmg@2019-10", "p/1.1/bmg@2020-02-14"});
  CHECK(owed[0].due().text == "June 2019");
  CHECK(owed.number()[0] == 1);
}

TEST_CASE("the id of an obligation says what its deadline means, not how it is worded",
          "[obligations]") {
  const auto id = [](const std::string& due) {
    return owed_by_plan("- what: R\n  to: bmg" + (due.empty() ? "" : "\n  due: " + due))[0].id();
  };
  CHECK(id("June 2019") == "p/1.1/bmg@2019-06");
  CHECK(id("Jun 2019") == "p/1.1/bmg@2019-06");
  CHECK(id("Q1 2022/23") == "p/1.1/bmg@2022-04..2022-06");
  CHECK(id("April 2022 to June 2022") == "p/1.1/bmg@2022-04..2022-06");
  CHECK(id("By 31/12/2016") == "p/1.1/bmg@2016-12-31");
  CHECK(id("") == "p/1.1/bmg@undated");
  CHECK(id("Ongoing") == "p/1.1/bmg@open");
  CHECK(id("Autumn 2022") == "p/1.1/bmg@autumn-2022");
  // Nothing that an id is taken apart at, nor that a page shows as something else.
  CHECK(id("\"As per\\tthe strategy\\nand/or p@ge 2\"") ==
        "p/1.1/bmg@as-per-the-strategy-and-or-p-ge-2");
}

TEST_CASE("who owes is the lead unless the promise says otherwise", "[obligations]") {
  const auto owed =
      owed_by_plan("- what: One\n  to: bmg\n- what: Two\n  id: two\n  from: bmg\n  to: board");
  CHECK(owed[0].from()->id == "qa");
  CHECK(owed[1].from()->id == "bmg");
  CHECK(owed[1].lead()->id == "qa");
  CHECK(owed[1].id() == "p/1.1/two@undated");
}

TEST_CASE("rows stand by last day, then as written, and what has no day comes last",
          "[obligations]") {
  const auto owed = owed_by_plan(
      "- what: A\n  id: a\n  due: Ongoing\n- what: B\n  id: b\n  due: 30 June 2019\n"
      "- what: C\n  id: c\n  due: June 2019\n- what: D\n  id: d\n  due: May 2019\n- what: E\n  id: "
      "e");
  CHECK(ids_of(owed) == std::vector<std::string>{"p/1.1/d@2019-05", "p/1.1/b@2019-06-30",
                                                 "p/1.1/c@2019-06", "p/1.1/a@open",
                                                 "p/1.1/e@undated"});
  CHECK(owed.last()[3] == Obligations::no_day);
  // The validity bitmap: rows 0, 1, 2 have days.
  REQUIRE(owed.dated().size() == 1);
  CHECK(owed.dated()[0] == 0b00000111);
}

TEST_CASE("a row is found by its id in either spelling, and by nothing near it", "[obligations]") {
  const auto owed =
      owed_by_plan("- what: R\n  to: bmg\n  due: June 2019, Oct 2019\n- what: S\n  to: board");
  CHECK(owed.find("p/1.1/bmg@2019-10") == 1U);
  CHECK(owed.find("p/1.1/bmg of Oct 2019") == 1U);
  CHECK(owed.find("p/1.1/bmg of October 2019") == 1U);
  CHECK(owed.find("p/1.1/board") == 2U);
  CHECK_FALSE(owed.find("p/1.1/bmg"));
  CHECK_FALSE(owed.find("p/1.1/bmg@2019-1"));
  CHECK_FALSE(owed.find("p/1.1/bmg of Nov 2019"));
  CHECK_FALSE(owed.find("p/1.1/bmg@"));
  CHECK_FALSE(owed.find("@2019-10"));
  CHECK_FALSE(owed.find(""));
  for (const Obligation o : owed) CHECK(owed.find(o.id()) == o.row());
}

TEST_CASE("what could not be resolved is found by its id, even where that looks like a month",
          "[obligations]") {
  const auto owed = owed_by_plan("- what: R\n  to: bmg\n  due: 2021-12, June 2019, TBC");
  REQUIRE(owed.size() == 3);
  for (const Obligation o : owed) CHECK(owed.find(o.id()) == o.row());
  CHECK(owed.find("p/1.1/bmg@2021-12") == 1);
}

TEST_CASE("columns, rows and offsets by body say the same", "[obligations][columns]") {
  const auto owed = nottingham_plan();
  const Partnership& partnership = owed.partnership();
  std::map<std::string, std::set<std::size_t>> by, to;
  for (const Obligation o : owed) {
    if (o.from()) by[o.from()->id].insert(o.row());
    if (o.to()) to[o.to()->id].insert(o.row());
    CHECK(o.due().kind == owed.kind()[o.row()]);
    if (o.due().range) CHECK(o.due().range->last().days() == owed.last()[o.row()]);
    CHECK(&o.plan() == &partnership[owed.plan()[o.row()]]);
  }
  for (std::uint32_t b = 0; b < partnership.bodies().size(); ++b) {
    const auto& id = partnership[BodyId{b}].id;
    const auto owes = owed.owed_by({b}), gets = owed.owed_to({b});
    CHECK(std::set<std::size_t>(owes.begin(), owes.end()) == by[id]);
    CHECK(std::set<std::size_t>(gets.begin(), gets.end()) == to[id]);
    CHECK(std::ranges::is_sorted(owes));
  }
  CHECK(owed.owed_by(BodyId{}).empty());
}

TEST_CASE("the Nottingham plan: 30 actions, 60 dated obligations and 1 undated",
          "[obligations][nottingham]") {
  const auto owed = nottingham_plan();
  const Partnership& partnership = owed.partnership();
  const Plan& plan = partnership.plans()[0];
  CHECK(plan.objectives.size() == 13);
  CHECK(std::accumulate(
            plan.objectives.begin(), plan.objectives.end(), std::size_t{0},
            [](std::size_t sum, const Objective& o) { return sum + o.actions.size(); }) == 30);
  CHECK(owed.size() == 61);

  std::map<std::string, int> months, leads;
  std::map<std::string, std::map<std::string, int>> received;
  for (const Obligation o : owed) {
    const std::string month = o.due().range ? iso(o.due().range->first()).substr(0, 7) : "undated";
    ++months[month];
    if (o.to()) ++received[o.to()->id][month];
  }
  for (const Objective& objective : partnership.plans()[0].objectives)
    for (const Action& action : objective.actions) ++leads[action.lead.id];

  // Counted in the printed table.
  CHECK(months == std::map<std::string, int>{{"2019-02", 1},
                                             {"2019-04", 1},
                                             {"2019-06", 18},
                                             {"2019-07", 1},
                                             {"2019-10", 18},
                                             {"2020-02", 19},
                                             {"2020-04", 1},
                                             {"2020-06", 1},
                                             {"undated", 1}});
  CHECK(leads["qa"] == 11);
  CHECK(leads["learning"] == 3);
  CHECK(leads["ncscp"] == 2);
  CHECK(leads["partnerships-manager"] == 2);
  CHECK(leads["education-safeguarding-coordinator"] == 2);
  CHECK(received["bmg"]["2019-06"] == 11);
  CHECK(received["bmg"]["2019-10"] == 10);
  CHECK(received["bmg"]["2020-02"] == 13);
  CHECK(received["omg"]["2019-06"] == 3);
  CHECK(received["omg"]["2019-10"] == 4);
  CHECK(received["omg"]["2020-02"] == 3);
  CHECK(partnership.plans()[0].priorities.size() == 3);
  CHECK(partnership.plans()[0].focus_groups.size() == 14);
}

TEST_CASE("every obligation of the Nottingham plan knows the line it was written on",
          "[obligations][nottingham]") {
  for (const Obligation o : nottingham_plan()) {
    const Span where = o.where();
    CAPTURE(o.id());
    REQUIRE(where);
    const std::string line(line_of(where));
    const std::string expected = o.promise().due.empty() ? o.what() : o.promise().due;
    CHECK(line.find(expected.substr(0, 30)) != std::string::npos);
    CHECK(line.substr(where.begin.column - 1, 5) == expected.substr(0, 5));
  }
}

TEST_CASE("an obligation prints itself in one line", "[obligations]") {
  std::ostringstream out;
  out << owed_by_plan("- what: Audit report\n  to: bmg\n  due: June 2019")[0];
  CHECK(out.str() == "p/1.1/bmg@2019-06  Audit report  from qa to bmg  due June 2019");
}

TEST_CASE("a cadence expands over the plan's period", "[obligations]") {
  const auto owed = owed_by_plan("- what: R\n  to: bmg\n  due: quarterly", "period: 2022/23\n");
  CHECK(ids_of(owed) ==
        std::vector<std::string>{"p/1.1/bmg@2022-04..2022-06", "p/1.1/bmg@2022-07..2022-09",
                                 "p/1.1/bmg@2022-10..2022-12", "p/1.1/bmg@2023-01..2023-03"});
  // A record may name one of them by the words it is listed with.
  CHECK(owed.find("p/1.1/bmg of " + owed[2].due().text) == 2U);
}
