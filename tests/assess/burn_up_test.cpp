// What was promised by each day beside what came in, against counting each day anew.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/timeline.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

Obligations owed(const std::string& due, const std::string& records = "") {
  std::vector<Source> sources{
      {"partnership.yaml", small_partnership},
      {"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: " + due)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return expand_obligations(sound(std::move(sources)));
}

BurnUp line_of(const Obligations& obligations, Date first, Date last) {
  return burn_up(obligations, timeline(obligations, {first, last}));
}

std::string on(const BurnUp& line, Date day) {
  const std::size_t i = line.index(day);
  return std::to_string(line.due[i]) + " " + std::to_string(line.received[i]) + " " +
         std::to_string(line.gap(i));
}

}  // namespace

TEST_CASE("what is due today has not fallen due", "[timeline][burn-up]") {
  const auto line = line_of(owed("June 2019"), Date(2019, 6, 1), Date(2019, 7, 31));
  CHECK(on(line, Date(2019, 6, 30)) == "0 0 0");
  CHECK(on(line, Date(2019, 7, 1)) == "1 0 1");
  CHECK(line.widest() == Date(2019, 7, 1));
}

TEST_CASE("what comes in early stands against what falls due later", "[timeline][burn-up]") {
  const auto early = owed("June 2019", "- received: p/1.1/bmg of June 2019\n  date: 2019-06-10");
  const auto line = line_of(early, Date(2019, 6, 1), Date(2019, 7, 31));
  CHECK(on(line, Date(2019, 6, 9)) == "0 0 0");
  CHECK(on(line, Date(2019, 6, 10)) == "0 1 -1");
  CHECK(on(line, Date(2019, 7, 1)) == "1 1 0");
  CHECK_FALSE(line.widest());
}

TEST_CASE("moving a date or waiving a report does not move what was promised",
          "[timeline][burn-up]") {
  const std::string due = "June 2019";
  const auto plain = line_of(owed(due), Date(2019, 6, 1), Date(2019, 12, 31));
  for (const char* record :
       {"- extended: p/1.1/bmg of June 2019\n  date: 2019-06-10\n  until: Sept 2019",
        "- waived: p/1.1/bmg of June 2019\n  date: 2019-06-10\n  by: bmg\n  reason: not needed"}) {
    const auto moved = line_of(owed(due, record), Date(2019, 6, 1), Date(2019, 12, 31));
    CHECK(moved.due == plain.due);
  }
}

TEST_CASE("what has no day never falls due", "[timeline][burn-up]") {
  const auto line = line_of(owed("Ongoing"), Date(2019, 1, 1), Date(2030, 1, 1));
  CHECK(std::ranges::max(line.due) == 0);
}

TEST_CASE("each day of a burn-up is what counting that day anew gives",
          "[timeline][burn-up][oracle]") {
  const std::string examples = SAFEGOV_SOURCE_DIR "/examples/";
  const Obligations plans = nottingham_plan();
  const Obligations meetings =
      expand_obligations(read_partnership({examples + "meetings"}).value());
  for (const auto& [all, range] :
       {std::pair(plans, DateRange(Date(2018, 12, 1), Date(2022, 6, 1))),
        std::pair(plans, DateRange(Date(2019, 7, 14), Date(2019, 7, 14))),
        std::pair(meetings, DateRange(Date(2025, 1, 1), Date(2026, 12, 31)))}) {
    const BurnUp line = line_of(all, range.first(), range.last());
    REQUIRE(line.due.size() == static_cast<std::size_t>(range.length()));
    REQUIRE(line.received.size() == line.due.size());
    for (Date day = range.first(); day <= range.last(); day = add_days(day, 1)) {
      std::size_t due = 0;
      for (const Obligation o : all) due += o.days() && o.days()->last() < day;
      const auto counts = assess(all, day).counts();
      CAPTURE(day);
      CHECK(line.due[line.index(day)] == due);
      CHECK(line.received[line.index(day)] ==
            counts[State::received] + counts[State::received_late]);
    }
  }
}
