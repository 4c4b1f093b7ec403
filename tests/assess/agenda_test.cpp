// What stands on the agenda of each coming meeting, and why.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <utility>
#include <vector>

#include <safegov/agenda.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// A body `bmg` that meets on those dates, and one promise to it for each `due`.
Obligations owed_to_bmg(const std::string& meets, const std::vector<std::string>& dues,
                        const std::string& records = "") {
  std::string promises;
  for (std::size_t i = 0; i < dues.size(); ++i)
    promises +=
        "- id: r" + std::to_string(i) + "\n  what: Report\n  to: bmg\n  due: " + dues[i] + "\n";
  std::vector<Source> sources{
      {"partnership.yaml",
       "safegov: 1\npartnership: example\nname: E\nbodies:\n  - id: bmg\n    meets: " + meets +
           "\n  - id: qa\n"},
      {"plan.yaml", small_plan(promises)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return expand_obligations(sound(std::move(sources)));
}

/// `2019-10-09: r0 due, r1 outstanding` for each meeting, then what has no meeting and no day.
std::vector<std::string> printed_agenda(const Obligations& owed, Date as_at) {
  const Assessment state = assess(owed, as_at);
  const Agenda found = agenda(state, owed.partnership().find_body("bmg"));
  std::vector<std::string> lines;
  for (const MeetingAgenda& meeting : found.meetings) {
    std::string line = iso(meeting.meeting.days.first()) + ":";
    for (const AgendaItem& item : meeting.items)
      line += " " + owed[item.row].promise().id + " " + std::string(to_string(item.part));
    lines.push_back(line);
  }
  for (const std::size_t row : found.without_meeting)
    lines.push_back("no meeting: " + owed[row].promise().id);
  for (const std::size_t row : found.without_day)
    lines.push_back("no day: " + owed[row].promise().id);
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("what is due stands with the last meeting of its time", "[assess][agenda]") {
  const auto owed = owed_to_bmg("10 June 2019, 24 June 2019, 9 Oct 2019",
                                {"June 2019", "12 June 2019", "Oct 2019"});
  CHECK(printed_agenda(owed, Date(2019, 5, 1)) ==
        Lines{"2019-06-10:", "2019-06-24: r0 due r1 too_late", "2019-10-09: r2 due"});
}

TEST_CASE("what no meeting lies in the time of stands with the first one after, as too late",
          "[assess][agenda]") {
  const auto owed = owed_to_bmg("10 June 2019, 9 Oct 2019", {"July 2019", "Nov 2019"});
  CHECK(printed_agenda(owed, Date(2019, 5, 1)) ==
        Lines{"2019-06-10:", "2019-10-09: r0 too_late", "no meeting: r1"});
}

TEST_CASE("what is overdue stands last on the next agenda", "[assess][agenda]") {
  const auto owed = owed_to_bmg("10 June 2019, 9 Oct 2019, Feb 2020", {"June 2019", "Oct 2019"});
  CHECK(printed_agenda(owed, Date(2019, 9, 1)) ==
        Lines{"2019-10-09: r1 due r0 outstanding", "2020-02-01:"});
  CHECK(printed_agenda(owed, Date(2019, 10, 9))[0] == "2019-10-09: r1 due r0 outstanding");
  // As long as the month of its second report is not over, that is not overdue; the meeting is.
  CHECK(printed_agenda(owed, Date(2019, 10, 10)) ==
        Lines{"2020-02-01: r1 too_late r0 outstanding"});
  CHECK(printed_agenda(owed, Date(2020, 3, 1)) == Lines{"no meeting: r0", "no meeting: r1"});
}

TEST_CASE("what was moved, and what is left over, says so", "[assess][agenda]") {
  const auto owed = owed_to_bmg(
      "10 June 2019, 9 Oct 2019, 5 Feb 2020", {"bmg of June 2019", "bmg of Oct 2019", "Sept 2019"},
      "- cancelled: bmg of June 2019\n  date: 2019-06-09\n"
      "- moved: bmg of Oct 2019\n  date: 2019-09-01\n  until: 6 Nov 2019\n"
      "- extended: p/1.1/r2 of Sept 2019\n  date: 2019-09-20\n  until: bmg of Feb 2020\n");
  CHECK(printed_agenda(owed, Date(2019, 6, 1)) ==
        Lines{"2019-06-10: r0 due", "2019-10-09: r1 due r2 too_late", "2020-02-05:"});
  CHECK(printed_agenda(owed, Date(2019, 9, 21)) ==
        Lines{"2019-11-06: r1 moved_here r0 left_over", "2020-02-05: r2 moved_here"});
}

TEST_CASE("what is done stands on no agenda, and what has no day in a list of its own",
          "[assess][agenda]") {
  const auto owed =
      owed_to_bmg("10 June 2019, 9 Oct 2019", {"June 2019", "Ongoing", "Oct 2019", "June 2019"},
                  "- received: p/1.1/r0\n  date: 2019-06-10\n- waived: p/1.1/r3\n  date: "
                  "2019-05-10\n");
  CHECK(printed_agenda(owed, Date(2019, 6, 10)) ==
        Lines{"2019-06-10:", "2019-10-09: r2 due", "no day: r1"});
}

TEST_CASE("a body without a timetable has one list", "[assess][agenda]") {
  const auto owed = owed_to_bmg("3 times a year", {"June 2019", "Oct 2019"});
  CHECK(printed_agenda(owed, Date(2019, 7, 1)) == Lines{"no meeting: r0", "no meeting: r1"});
}
