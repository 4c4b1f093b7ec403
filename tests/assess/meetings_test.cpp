// Deadlines that are bound to a meeting; against a definition said in words.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <random>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/explain.hpp>
#include <safegov/meetings.hpp>
#include <safegov/timeline.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string meeting_partnership =
    "safegov: 1\npartnership: example\nname: Example\nbodies:\n"
    "  - id: bmg\n    name: Management Group\n    meets: June 2019, 9 Oct 2019, Feb 2020\n"
    "  - id: qa\n    meets: 3 times a year\n";

Result<Partnership> read_with(const std::string& due, const std::string& records = "") {
  std::vector<Source> sources{
      {"partnership.yaml", meeting_partnership},
      {"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: " + due)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return read_sources(std::move(sources));
}

Obligations owed_with(const std::string& due, const std::string& records = "") {
  const auto result = read_with(due, records);
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  return expand_obligations(*result);
}

State on(const Obligations& owed, Date as_at, std::optional<Date> known = {}) {
  return assess(owed, as_at, {.known_at = known})[0];
}

std::string error_of(const std::string& due, const std::string& records = "") {
  const auto result = read_with(due, records);
  if (result.diagnostics().size() != 1) return printed(result.diagnostics());
  const Diagnostic& d = result.diagnostics()[0];
  CHECK(d.where);
  return d.code + " " + d.message;
}

}  // namespace

TEST_CASE("a body's meetings are the days that its words name", "[model][meetings]") {
  const auto partnership = *read_with("June 2019");
  REQUIRE(partnership.meetings().size() == 3);
  CHECK(partnership.meetings(partnership.find_body("qa")).empty());
  const MeetingId october = partnership.find_meeting("bmg of Oct 2019");
  REQUIRE(october);
  CHECK(partnership[october].scheduled.range == DateRange(Date(2019, 10, 9)));
  CHECK(partnership.id_of(october) == "bmg@2019-10-09");
  CHECK(partnership.find_meeting("bmg@2019-10-09") == october);
  CHECK(partnership.find_meeting("bmg of 9 October 2019") == october);
  CHECK_FALSE(partnership.find_meeting("bmg of Nov 2019"));
  CHECK_FALSE(partnership.find_meeting("qa of Oct 2019"));
  CHECK_FALSE(partnership.find_meeting("bmg of 2019"));  // two of them
}

TEST_CASE("anything that has an id is found by it", "[model]") {
  const auto partnership = *read_with("June 2019, Oct 2019");
  CHECK(std::holds_alternative<PlanId>(partnership.find("p")));
  CHECK(std::holds_alternative<BodyId>(partnership.find("bmg")));
  CHECK(std::holds_alternative<MeetingId>(partnership.find("bmg of Feb 2020")));
  CHECK(std::holds_alternative<ObjectiveId>(partnership.find("p/1")));
  CHECK(std::holds_alternative<ActionId>(partnership.find("p/1.1")));
  CHECK(std::holds_alternative<Subject>(partnership.find("p/1.1/bmg of Oct 2019")));
  for (const char* none : {"", "x", "p/2", "p/1.1/bmg", "p/1.1/qa", "bmg of May 2019", "p@2019"})
    CHECK(std::holds_alternative<std::monostate>(partnership.find(none)));
}

TEST_CASE("a deadline bound to a meeting has the days of the meeting, and the id of its words",
          "[model][meetings]") {
  const auto owed = owed_with("bmg of June 2019, Oct 2019");
  REQUIRE(owed.size() == 2);
  CHECK(owed[1].id() == "p/1.1/bmg@2019-10");
  CHECK(owed[1].days() == DateRange(Date(2019, 10, 9)));
  CHECK(owed[1].due().text == "Oct 2019");
  CHECK(owed[0].due().text == "bmg of June 2019");
  CHECK(owed[0].meeting());
  CHECK(owed.find("p/1.1/bmg of Oct 2019") == 1);
  CHECK(owed.find("p/1.1/bmg of bmg of Oct 2019") == 1);
  CHECK_FALSE(owed_with("Oct 2019")[0].meeting());
}

TEST_CASE("what is due to a meeting follows it", "[assess][meetings]") {
  const auto owed = owed_with("bmg of Oct 2019",
                              "- moved: bmg of Oct 2019\n  date: 2019-10-01\n  until: 12 Nov 2019\n"
                              "- held: bmg of Oct 2019\n  date: 2019-11-14\n");
  CHECK(on(owed, Date(2019, 9, 30)) == State::due_soon);
  CHECK(on(owed, Date(2019, 10, 1)) == State::not_due);
  CHECK(on(owed, Date(2019, 10, 20)) == State::due_soon);
  CHECK(on(owed, Date(2019, 11, 12)) == State::due);
  CHECK(on(owed, Date(2019, 11, 13)) == State::overdue);
  CHECK(on(owed, Date(2019, 11, 14)) == State::due);
  CHECK(on(owed, Date(2019, 11, 15)) == State::overdue);
  CHECK(assess(owed, Date(2019, 11, 20)).slips(0) == Slips{});
  const auto meeting = assess(owed, Date(2019, 10, 20)).meeting(0);
  REQUIRE(meeting);
  CHECK(meeting->state == MeetingState::moved);
  CHECK(meeting->days == DateRange(Date(2019, 11, 12)));
  CHECK(meeting->by == &owed.partnership().records()[0]);
}

TEST_CASE("a meeting that did not take place is no fault of who owes", "[assess][meetings]") {
  const auto cancelled = owed_with(
      "bmg of Oct 2019", "- cancelled: bmg of Oct 2019\n  date: 2019-10-08\n  reason: flood\n");
  CHECK(on(cancelled, Date(2019, 10, 7)) == State::due_soon);
  CHECK(on(cancelled, Date(2020, 1, 1)) == State::unresolved);
  CHECK(explain(assess(cancelled, Date(2020, 1, 1)), 0).rule ==
        "the meeting that it was for was cancelled, and no other day is set");

  const auto inquorate = owed_with(
      "bmg of Oct 2019", "- held: bmg of Oct 2019\n  date: 2019-10-09\n  quorum: not-met\n");
  CHECK(on(inquorate, Date(2019, 10, 10)) == State::unresolved);
  CHECK(assess(inquorate, Date(2019, 10, 10)).meeting(0)->state == MeetingState::inquorate);

  // Told another day, it is due on that.
  const auto again = owed_with("bmg of Oct 2019",
                               "- cancelled: bmg of Oct 2019\n  date: 2019-10-08\n"
                               "- moved: bmg of Oct 2019\n  date: 2019-10-20\n  until: 5 Nov 2019\n"
                               "- received: p/1.1/bmg of Oct 2019\n  date: 2019-11-05\n");
  CHECK(on(again, Date(2019, 10, 19)) == State::unresolved);
  CHECK(on(again, Date(2019, 10, 20)) == State::due_soon);
  CHECK(on(again, Date(2020, 1, 1)) == State::received);
}

TEST_CASE("an extension to a meeting follows that meeting, and leaves the first one",
          "[assess][meetings]") {
  const std::string records =
      "- extended: p/1.1/bmg of Oct 2019\n  until: bmg of Feb 2020\n  date: 2019-10-05\n"
      "- cancelled: bmg of Oct 2019\n  date: 2019-10-08\n"
      "- moved: bmg of Feb 2020\n  date: 2019-10-02\n  until: 3 Mar 2020\n";
  const auto owed = owed_with("bmg of Oct 2019", records);
  CHECK(on(owed, Date(2019, 10, 10)) == State::not_due);
  CHECK(assess(owed, Date(2019, 10, 10)).in_force(0) == DateRange(Date(2020, 3, 3)));
  CHECK(assess(owed, Date(2019, 10, 10)).slips(0) == Slips{1, 146});
  CHECK(on(owed, Date(2020, 3, 4)) == State::overdue);
  CHECK(assess(owed, Date(2020, 3, 4)).history(0).size() == 1);  // not what happened elsewhere
  // An extension to a plain date is bound to none.
  const auto plain = owed_with("bmg of Oct 2019",
                               "- extended: p/1.1/bmg of Oct 2019\n  until: Dec 2019\n  date: "
                               "2019-10-05\n- cancelled: bmg of Oct 2019\n  date: 2019-10-08\n");
  CHECK(on(plain, Date(2020, 1, 1)) == State::overdue);
  CHECK_FALSE(assess(plain, Date(2020, 1, 1)).meeting(0));
}

TEST_CASE("the days of meetings are those on which they are held", "[assess][meetings]") {
  const auto owed = owed_with("June 2019",
                              "- moved: bmg of Oct 2019\n  date: 2019-10-01\n  until: 12 Nov 2019\n"
                              "- cancelled: bmg of Feb 2020\n  date: 2020-01-14\n");
  const DateRange all(Date(2019, 1, 1), Date(2020, 12, 31));
  using Days = std::vector<Date>;
  CHECK(meeting_days(owed, {}, all) == Days{Date(2019, 6, 30), Date(2019, 11, 12)});
  CHECK(meeting_days(owed, {}, all, Date(2019, 9, 1)) ==
        Days{Date(2019, 6, 30), Date(2019, 10, 9), Date(2020, 2, 29)});
  CHECK(meeting_days(owed, owed.partnership().find_body("qa"), all).empty());
  CHECK(meeting_days(owed, {}, {Date(2019, 7, 1), Date(2019, 12, 31)}) == Days{Date(2019, 11, 12)});
}

TEST_CASE("a meeting is known as its records were", "[assess][meetings][known-at]") {
  const auto owed =
      owed_with("bmg of Oct 2019",
                "- cancelled: bmg of Oct 2019\n  date: 2019-10-08\n  recorded: 2019-12-01\n"
                "- retracted: cancelled bmg of Oct 2019\n  date: 2020-01-15\n");
  CHECK(on(owed, Date(2019, 10, 20), Date(2019, 11, 1)) == State::overdue);
  CHECK(on(owed, Date(2019, 10, 20), Date(2019, 12, 1)) == State::unresolved);
  CHECK(on(owed, Date(2019, 10, 20)) == State::overdue);
}

TEST_CASE("a meeting that is not there is an error with its place", "[model][meetings]") {
  CHECK(error_of("bmg of Dec 2019") ==
        "SG102 'Management Group' has no meeting in 'bmg of Dec 2019'");
  CHECK(error_of("qa of Oct 2019") == "SG102 'qa' has no meeting in 'qa of Oct 2019'");
  CHECK(error_of("bgm of Oct 2019") == "SG102 no body is called 'bgm'");
  CHECK(error_of("bmg of June 2019 to Feb 2020") ==
        "SG110 'Management Group' meets more than once in 'bmg of June 2019 to Feb 2020'");
  CHECK(error_of("June 2019", "- held: bmg of Dec 2019\n  date: 2019-12-01\n") ==
        "SG103 'bmg' has no meeting 'Dec 2019'");
  CHECK(error_of("June 2019", "- received: bmg of June 2019\n  date: 2019-12-01\n") ==
        "SG116 'bmg of June 2019' is a meeting, and cannot be 'received'");
  CHECK(error_of("June 2019", "- moved: p/1.1/bmg\n  until: May 2020\n  date: 2019-12-01\n") ==
        "SG116 'p/1.1/bmg' is an obligation, and cannot be 'moved'");
  CHECK(error_of("June 2019", "- moved: bmg of June 2019\n  date: 2019-06-01\n") ==
        "SG016 what is moved needs 'until'");
  CHECK(
      error_of("June 2019", "- moved: bmg of June 2019\n  until: May 2019\n  date: 2019-06-01\n") ==
      "SG112 it was moved on 2019-06-01 to 2019-05-31, which was over by then");
  CHECK(error_of("June 2019",
                 "- held: bmg of June 2019\n  date: 2019-06-05\n- held: bmg of June "
                 "2019\n  date: 2019-06-06\n") == "SG113 'bmg of June 2019' is held twice");
  CHECK(error_of("June 2019",
                 "- held: bmg\n  date: 2019-08-05\n- decided: p\n  date: 2019-08-05\n"
                 "- published: p/1\n  date: 2019-08-05\n")
            .empty());
}

TEST_CASE("states of what is bound to meetings agree with their definition on any day",
          "[assess][meetings][oracle]") {
  // On each day in turn: where the meeting is, and where it leaves what is bound to it.
  struct Event {
    int day, recorded, to;  // to: the day it was moved to
    RecordKind kind;
    bool quorate;
  };
  constexpr int origin = 17'897;  // 1 January 2019
  const auto date = [](int n) { return Date::from_days(origin + n); };
  std::mt19937 random(11);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  for (int round = 0; round < 60; ++round) {
    const int scheduled = 100 + upto(100);
    Partnership::Parts parts;
    parts.arrangements = {
        .id = "x", .name = "X", .bodies = {{.id = "b", .meets = iso(date(scheduled))}}};
    parts.plans = {
        {.id = "p",
         .objectives = {{.no = "1",
                         .actions = {{.no = "1.1",
                                      .promises = {{.id = "r",
                                                    .what = "R",
                                                    .due = "b of " + iso(date(scheduled))}}}}}}}};
    std::vector<Event> events;
    for (int i = upto(6); i > 0; --i) {
      const RecordKind kinds[] = {RecordKind::moved, RecordKind::held, RecordKind::cancelled};
      Event e{upto(300), 0, 0, kinds[upto(3)], upto(3) != 0};
      e.recorded = e.day + (upto(2) ? 0 : upto(60));
      e.to = e.day + upto(80);
      Record record{.event = {e.kind, "b of " + iso(date(scheduled))},
                    .date = date(e.day),
                    .recorded = date(e.recorded)};
      if (e.kind == RecordKind::moved) record.until = iso(date(e.to));
      if (e.kind == RecordKind::held) record.quorum = e.quorate ? Quorum::met : Quorum::not_met;
      parts.records.push_back(record);
      events.push_back(e);
    }
    const int received = upto(2) ? upto(350) : 10'000;
    if (received < 10'000)
      parts.records.push_back({.event = {RecordKind::received, "p/1.1/r"}, .date = date(received)});
    const auto owed = expand_obligations(Partnership::make(parts).value());
    const int known = upto(2) ? 10'000 : upto(350);
    const AssessOptions options{.known_at = date(known)};
    const auto line = timeline(owed, {date(0), date(400)}, options);
    for (int as_at = 0; as_at <= 400; ++as_at) {
      int on_day = scheduled;
      bool takes_place = true;
      State wanted = State::open;
      bool done = false;
      for (int day = 0; day <= as_at && !done; ++day) {
        for (const Event& e : events) {
          if (e.day != day || e.recorded > known) continue;
          takes_place = e.kind == RecordKind::moved || (e.kind == RecordKind::held && e.quorate);
          if (e.kind == RecordKind::moved) on_day = e.to;
          if (e.kind == RecordKind::held) on_day = e.day;
        }
        if (day == received && received <= known) {
          wanted = takes_place && day > on_day ? State::received_late : State::received;
          done = true;
        }
      }
      if (!done)
        wanted = !takes_place           ? State::unresolved
                 : as_at > on_day       ? State::overdue
                 : as_at == on_day      ? State::due
                 : as_at + 30 >= on_day ? State::due_soon
                                        : State::not_due;
      const auto state = assess(owed, date(as_at), options);
      if (state[0] != wanted || line.on(date(as_at)) != state.counts()) {
        CAPTURE(round, as_at, known, scheduled, received);
        REQUIRE(to_string(state[0]) == to_string(wanted));
        REQUIRE(line.on(date(as_at)) == state.counts());
      }
    }
  }
}
