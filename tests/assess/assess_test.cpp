// Assessing whole partnerships: counts, groups, days overdue, and what later facts may not change.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <random>
#include <string>

#include <safegov/assess.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

std::size_t row_of(const Obligations& owed, std::string_view id) {
  const auto row = owed.find(id);
  CAPTURE(std::string(id));
  REQUIRE(row);
  return *row;
}

const GroupCounts& group(const std::vector<GroupCounts>& groups, std::string_view id) {
  const auto found = std::ranges::find(groups, id, &GroupCounts::id);
  CAPTURE(std::string(id));
  REQUIRE(found != groups.end());
  return *found;
}

}  // namespace

TEST_CASE("the Nottingham plan as at 1 November 2019", "[assess][nottingham]") {
  const auto owed = nottingham_plan();
  const auto state = assess(owed, Date(2019, 11, 1));
  // By hand: 39 of the 60 dated obligations end by 31 October 2019 (1 in February, 1 in April, 18
  // in June, 1 in July and 18 in October). Of these the records close 7: four received on time, one
  // late, one waived, one cancelled.
  CHECK(state.counts().total() == 61);
  CHECK(state.counts()[State::overdue] == 32);
  CHECK(state.counts()[State::received] == 4);
  CHECK(state.counts()[State::received_late] == 1);
  CHECK(state.counts()[State::waived] == 1);
  CHECK(state.counts()[State::cancelled] == 1);
  CHECK(state.counts()[State::not_due] == 21);
  CHECK(state.counts()[State::undated] == 1);

  SECTION("a report of June that never came is overdue since 1 July") {
    const std::size_t row = row_of(owed, "bp-2019/2.2/omg of June 2019");
    CHECK(state[row] == State::overdue);
    CHECK(state.overdue_since(row) == Date(2019, 7, 1));
    CHECK(state.days_overdue(row) == 124);
    CHECK(state.closed_by(row) == nullptr);
  }
  SECTION("a part of a report does not stop it from being overdue, and is shown") {
    const std::size_t row = row_of(owed, "bp-2019/3.1/bmg of October 2019");
    CHECK(state[row] == State::overdue);
    REQUIRE(state.part_by(row) != nullptr);
    CHECK(state.part_by(row)->date == Date(2019, 10, 17));
    CHECK(assess(owed, Date(2019, 10, 31))[row] == State::partly_received);
  }
  SECTION("what came in late says by how much, for good") {
    const std::size_t row = row_of(owed, "bp-2019/5.1/bmg@2019-06");
    CHECK(state[row] == State::received_late);
    CHECK(state.days_overdue(row) == 18);
    CHECK(assess(owed, Date(2029, 1, 1)).days_overdue(row) == 18);
    CHECK(state.closed_by(row)->reference == "BMG action log, entry 11");
  }
  SECTION("nothing that is not overdue has days overdue") {
    for (std::size_t row = 0; row < state.size(); ++row)
      if (state[row] != State::overdue && state[row] != State::received_late) {
        CHECK(state.days_overdue(row) == 0);
        CHECK_FALSE(state.overdue_since(row));
      }
  }
}

TEST_CASE("every grouping accounts for every obligation", "[assess][groups]") {
  const auto state = assess(nottingham_plan(), Date(2019, 11, 1));
  for (const Group by : {Group::plan, Group::priority, Group::objective, Group::action, Group::lead,
                         Group::from, Group::to, Group::state}) {
    Counts sum;
    for (const GroupCounts& entry : state.by(by))
      for (std::size_t i = 0; i < state_count; ++i)
        sum[static_cast<State>(i)] += entry.counts[static_cast<State>(i)];
    CAPTURE(words_of<Group>()[static_cast<std::size_t>(by)]);
    CHECK(sum == state.counts());
  }
}

TEST_CASE("groups are named and ordered as written, and what is not stated comes last",
          "[assess][groups]") {
  const auto state = assess(nottingham_plan(), Date(2019, 11, 1));
  const auto objectives = state.by(Group::objective);
  std::vector<std::string> order;
  for (const auto& entry : objectives) order.push_back(entry.id.substr(entry.id.find('/') + 1));
  CHECK(order == std::vector<std::string>{"1", "2", "3", "4", "5", "6", "7", "8", "10", "9", "11",
                                          "12", "13"});
  CHECK(state.by(Group::action).size() == 30);
  CHECK(state.by(Group::lead).back().name == "none stated");
  CHECK(state.by(Group::lead).back().id.empty());
  CHECK(group(state.by(Group::to), "omg").counts.total() == 10);
  // The plan maps its priorities to no objective, so all of it is under none.
  REQUIRE(state.by(Group::priority).size() == 1);
  CHECK(state.by(Group::priority)[0].counts.total() == 61);
}

TEST_CASE("an objective that serves two priorities counts under both", "[assess][groups]") {
  std::string plan =
      small_plan("- what: Report\n  to: bmg\n  due: June 2019",
                 "priorities:\n  - no: 1\n    text: First\n  - no: 2\n    text: Second\n");
  plan.replace(plan.find("  - no: 1\n    actions"), 12, "  - no: 1\n    priorities: [1, 2]\n  ");
  const auto state =
      assess(expand_obligations(sound({{"a", small_partnership}, {"b", plan}})), Date(2019, 7, 1));
  const auto by = state.by(Group::priority);
  REQUIRE(by.size() == 2);
  CHECK(by[0].id == "p/1");
  CHECK(by[0].counts[State::overdue] == 1);
  CHECK(by[1].counts[State::overdue] == 1);
}

TEST_CASE("the warning window is an argument", "[assess]") {
  const auto owed = expand_obligations(
      sound({{"a", small_partnership},
             {"b", small_plan("- what: Report\n  to: bmg\n  due: 30 June 2019")}}));
  CHECK(assess(owed, Date(2019, 6, 1))[0] == State::due_soon);
  CHECK(assess(owed, Date(2019, 6, 1), {.due_soon_days = 28})[0] == State::not_due);
  CHECK(assess(owed, Date(2019, 6, 29), {.due_soon_days = 0})[0] == State::not_due);
  CHECK(assess(owed, Date(1400, 1, 1), {.due_soon_days = 2147483647})[0] == State::not_due);
  CHECK_THROWS_AS(assess(owed, Date(2019, 6, 1), {.due_soon_days = -1}), std::invalid_argument);
}

TEST_CASE("an answer as at a date does not change when later records are added",
          "[assess][property]") {
  std::mt19937 random(20191101);
  const char* const kinds[] = {"received", "partly-received", "waived", "cancelled"};
  const char* const months[] = {"June 2019", "Oct 2019", "Feb 2020"};
  const Source partnership{"a", small_partnership};
  const Source plan{"b",
                    small_plan("- what: Report\n  to: bmg\n  due: June 2019, Oct 2019, Feb 2020")};
  for (int round = 0; round < 60; ++round) {
    const Date as_at = add_days(Date(2019, 5, 1), static_cast<int>(random() % 365));
    std::string early, all;
    for (int i = 0; i < 6; ++i) {
      const Date day = add_days(Date(2019, 5, 1), static_cast<int>(random() % 365));
      const std::string record = std::string("- ") + kinds[random() % 4] + ": p/1.1/bmg of " +
                                 months[random() % 3] + "\n  date: " + iso(day) + "\n";
      all += record;
      if (day <= as_at) early += record;
    }
    const auto with = [&](const std::string& records) {
      std::vector<Source> sources{partnership, plan};
      if (!records.empty()) sources.push_back({"c", small_records(records)});
      const auto state = assess(expand_obligations(sound(sources)), as_at);
      return std::vector<State>(state.states().begin(), state.states().end());
    };
    CAPTURE(iso(as_at), all);
    CHECK(with(early) == with(all));
  }
}

TEST_CASE("the same file in another order gives the same states", "[assess][property]") {
  const std::string one = "- received: p/1.1/bmg of June 2019\n  date: 2019-06-03\n";
  const std::string two = "- waived: p/1.1/bmg of June 2019\n  date: 2019-06-02\n";
  for (const std::string& records : {one + two, two + one}) {
    const auto owed =
        expand_obligations(sound({{"a", small_partnership},
                                  {"b", small_plan("- what: R\n  to: bmg\n  due: June 2019")},
                                  {"c", small_records(records)}}));
    CHECK(assess(owed, Date(2019, 6, 2))[0] == State::waived);
    CHECK(assess(owed, Date(2019, 6, 3))[0] == State::waived);
  }
}

TEST_CASE("a partnership without plans has nothing in any state", "[assess]") {
  const auto state =
      assess(expand_obligations(sound({{"a", small_partnership}})), Date(2019, 6, 1));
  CHECK(state.size() == 0);
  CHECK(state.counts().total() == 0);
  CHECK(state.by(Group::lead).empty());
}

TEST_CASE("an assessment outlives everything it was made of", "[assess]") {
  const auto state = [] { return assess(nottingham_plan(), Date(2019, 11, 1)); }();
  CHECK(state.obligations()[0].what() == "Children's QA subgroup report to BMG");
}
