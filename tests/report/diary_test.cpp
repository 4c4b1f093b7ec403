// What stands in a diary, and where.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <safegov/diary.hpp>

#include "cli/call.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string bodies =
    "safegov: 1\npartnership: example\nname: Example\ntop: board\nbodies:\n"
    "  - id: board\n"
    "  - id: bmg\n    name: Management Group\n    reports-to: board\n"
    "    meets: June 2019, 9 Oct 2019, Feb 2020\n"
    "  - id: qa\n    name: Quality Assurance\n    reports-to: bmg\n";

std::string report_due(const std::string& due) {
  return "- what: Report\n  to: bmg\n  due: " + due;
}

Partnership of(const std::string& promises, const std::string& records = "",
               const std::string& head = "", const std::string& who = bodies) {
  std::vector<Source> sources{{"partnership.yaml", who}, {"plan.yaml", small_plan(promises, head)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return sound(std::move(sources));
}

Diary diary_of(const Partnership& partnership, Date as_at, std::optional<Date> known = {},
               const DiaryOptions& options = {}) {
  return diary(assess(expand_obligations(partnership), as_at, {.known_at = known}), options);
}

/// The only entry with this uid; the test fails if there is none.
DiaryEntry entry(const Diary& diary, const std::string& uid) {
  std::string all;
  for (const DiaryEntry& one : diary.entries) all += one.uid + "\n";
  INFO(all);
  const auto found = std::ranges::find(diary.entries, uid, &DiaryEntry::uid);
  REQUIRE(found != diary.entries.end());
  CHECK(std::ranges::count(diary.entries, uid, &DiaryEntry::uid) == 1);
  return *found;
}

/// The entry of the one promise that there is, due at this date.
DiaryEntry report(const Partnership& partnership, Date as_at, const std::string& key,
                  std::optional<Date> known = {}) {
  return entry(diary_of(partnership, as_at, known), "p/1.1/bmg@" + key + "@example.safegov");
}

std::string text_of(const DiaryEntry& entry) {
  std::string text;
  for (const std::string& line : entry.description) text += line + "\n";
  return text;
}

const Date may(2019, 5, 1), july(2019, 7, 15);

}  // namespace

TEST_CASE("each dated obligation and each meeting has an entry, and what has no day is counted",
          "[report][diary]") {
  const auto partnership = of(report_due("June 2019, Oct 2019") +
                              "\n- {id: plan, what: Plan}\n- {id: a, what: A, due: ongoing}\n"
                              "- {id: b, what: B, due: Autumn 2022}");
  const Diary made = diary_of(partnership, may);
  CHECK(made.left_out == 3);
  std::vector<std::string> uids;
  for (const DiaryEntry& one : made.entries) uids.push_back(one.uid);
  // By first day; a meeting of which the month is known begins with the month.
  CHECK(uids == std::vector<std::string>{
                    "bmg@2019-06@example.safegov", "p/1.1/bmg@2019-06@example.safegov",
                    "bmg@2019-10-09@example.safegov", "p/1.1/bmg@2019-10@example.safegov",
                    "bmg@2020-02@example.safegov"});
  CHECK(made.name == "Example");
}

TEST_CASE("a deadline stands on its last day, whatever interval it is", "[report][diary]") {
  const auto partnership = of(report_due("June 2019"));
  const DiaryEntry june = report(partnership, may, "2019-06");
  CHECK(june.days == DateRange(Date(2019, 6, 30)));
  CHECK(june.summary == "Report (qa to bmg)");
  CHECK(june.status == DiaryStatus::confirmed);
  CHECK(june.sequence == 0);
  CHECK_FALSE(june.changed);
  CHECK(june.categories == std::vector<std::string>{"not due", "p"});
  CHECK(june.description ==
        std::vector<std::string>{
            "Owed by: Quality Assurance (qa)", "Owed to: Management Group (bmg)",
            "Due: June 2019, in time until 30 June 2019", "As at 1 May 2019: not due",
            "To the top: bmg → board", "Id: p/1.1/bmg@2019-06",
            "When it comes in: safegov record received p/1.1/bmg@2019-06 FOLDER --date DATE"});
}

TEST_CASE("what records say stands in front of the words, and what days say does not",
          "[report][diary]") {
  const auto after = [](const std::string& record, Date as_at) {
    return report(of(report_due("June 2019"), record), as_at, "2019-06");
  };
  const auto named = [](const std::string& kind) {
    return "- " + kind + ": p/1.1/bmg of June 2019\n  date: 2019-07-10\n  reason: agreed";
  };
  CHECK(after("", july).summary == "Report (qa to bmg)");
  CHECK(says(text_of(after("", july)), "As at 15 July 2019: overdue, 15 days"));
  const DiaryEntry late = after(named("received"), july);
  CHECK(late.summary == "received late: Report (qa to bmg)");
  CHECK(late.status == DiaryStatus::confirmed);
  CHECK_FALSE(says(text_of(late), "When it comes in"));
  CHECK(after(named("partly-received"), july).summary == "partly received: Report (qa to bmg)");
  for (const char* kind : {"waived", "superseded", "cancelled"}) {
    const DiaryEntry off = after(named(kind), july);
    CHECK(off.summary == std::string(kind) + ": Report (qa to bmg)");
    CHECK(off.status == DiaryStatus::cancelled);
    CHECK(off.sequence == 1);
    CHECK(off.changed == Date(2019, 7, 10));
    CHECK(says(text_of(off), std::string(kind) + " on 10 July 2019: agreed"));
  }
  CHECK(after(named("waived"), may).status == DiaryStatus::confirmed);  // not yet
}

TEST_CASE("an extension moves the entry and keeps its uid", "[report][diary]") {
  const auto partnership = of(report_due("June 2019"),
                              "- extended: p/1.1/bmg of June 2019\n  date: 2019-06-20\n"
                              "  recorded: 2019-06-25\n  until: Sept 2019");
  const DiaryEntry before = report(partnership, may, "2019-06"),
                   after = report(partnership, july, "2019-06");
  CHECK(before.days == DateRange(Date(2019, 6, 30)));
  CHECK(after.days == DateRange(Date(2019, 9, 30)));
  CHECK(before.sequence == 0);
  CHECK(after.sequence == 1);
  CHECK(after.changed == Date(2019, 6, 25));
  CHECK(says(text_of(after),
             "Due: June 2019, in time until 30 June 2019\n"
             "Now in time until 30 September 2019; extended 1 time\n"));
  // Nobody had written it down.
  CHECK(report(partnership, july, "2019-06", Date(2019, 6, 24)).days == before.days);
  CHECK(report(partnership, july, "2019-06", Date(2019, 6, 24)).sequence == 0);
}

TEST_CASE("what is taken back changes an entry twice", "[report][diary]") {
  const auto partnership = of(report_due("June 2019"),
                              "- received: p/1.1/bmg of June 2019\n  date: 2019-06-20\n  id: r1\n"
                              "- retracted: r1\n  date: 2019-07-01");
  const DiaryEntry known = report(partnership, july, "2019-06", Date(2019, 6, 30)),
                   later = report(partnership, july, "2019-06", Date(2019, 7, 1));
  CHECK(known.summary == "received: Report (qa to bmg)");
  CHECK(known.sequence == 1);
  CHECK(known.changed == Date(2019, 6, 20));
  CHECK(later.summary == "Report (qa to bmg)");
  CHECK(later.sequence == 2);
  CHECK(later.changed == Date(2019, 7, 1));
}

TEST_CASE("what has no day any more is called off on the day it had", "[report][diary]") {
  SECTION("because its meeting is") {
    const auto partnership =
        of(report_due("bmg of Oct 2019"), "- cancelled: bmg of Oct 2019\n  date: 2019-07-01");
    const DiaryEntry before = report(partnership, may, "2019-10"),
                     after = report(partnership, july, "2019-10");
    CHECK(before.status == DiaryStatus::confirmed);
    CHECK(before.related_to == "bmg@2019-10-09@example.safegov");
    CHECK(after.status == DiaryStatus::cancelled);
    CHECK(after.days == DateRange(Date(2019, 10, 9)));
    CHECK(after.summary == "no day now: Report (qa to bmg)");
    CHECK(after.alarms.empty());
    CHECK(after.sequence == 1);
    CHECK(diary_of(partnership, july).left_out == 0);
  }
  SECTION("because what gave it one was taken back") {
    const auto partnership = of(report_due("ongoing"),
                                "- extended: p/1.1/bmg@open\n  date: 2019-06-20\n"
                                "  until: Sept 2019\n  id: e1\n"
                                "- retracted: e1\n  date: 2019-07-01");
    CHECK(diary_of(partnership, july, Date(2019, 6, 1)).left_out == 1);
    const DiaryEntry given = report(partnership, july, "open", Date(2019, 6, 30)),
                     taken = report(partnership, july, "open", Date(2019, 7, 1));
    CHECK(given.days == DateRange(Date(2019, 9, 30)));
    CHECK(given.status == DiaryStatus::confirmed);
    CHECK(taken.days == given.days);
    CHECK(taken.status == DiaryStatus::cancelled);
    CHECK(taken.sequence > given.sequence);
  }
}

TEST_CASE("a meeting of which only the month is known takes all its days and nobody's time",
          "[report][diary]") {
  const auto partnership =
      of(report_due("June 2019"),
         "- moved: bmg of June 2019\n  date: 2019-05-20\n  until: 27 June 2019\n"
         "- held: bmg of June 2019\n  date: 2019-06-28\n"
         "- held: bmg of Oct 2019\n  date: 2019-10-09\n  quorum: not-met\n"
         "- cancelled: bmg of Feb 2020\n  date: 2020-01-01");
  const std::string uid = "bmg@2019-06@example.safegov";
  const DiaryEntry open = entry(diary_of(partnership, may), uid);
  CHECK(open.kind == DiaryKind::meeting);
  CHECK(open.days == DateRange(Date(2019, 6, 1), Date(2019, 6, 30)));
  CHECK(open.status == DiaryStatus::tentative);
  CHECK(open.summary == "Management Group meets, day not known");
  CHECK(open.alarms.empty());
  const DiaryEntry moved = entry(diary_of(partnership, Date(2019, 6, 1)), uid);
  CHECK(moved.days == DateRange(Date(2019, 6, 27)));
  CHECK(moved.status == DiaryStatus::confirmed);
  CHECK(moved.summary == "Management Group meets");
  CHECK(moved.sequence == 1);
  const Diary end = diary_of(partnership, Date(2020, 3, 1));
  CHECK(entry(end, uid).days == DateRange(Date(2019, 6, 28)));
  CHECK(entry(end, uid).categories == std::vector<std::string>{"meeting", "held"});
  CHECK(entry(end, "bmg@2019-10-09@example.safegov").summary ==
        "held without a quorum: Management Group meets");
  CHECK(entry(end, "bmg@2020-02@example.safegov").status == DiaryStatus::cancelled);
}

TEST_CASE("alarms are of what is still open, and none is of a day that is over",
          "[report][diary]") {
  const auto partnership =
      of(report_due("June 2019"), "- received: p/1.1/bmg of June 2019\n  date: 2019-06-29");
  const auto alarms = [&](Date as_at, const std::vector<int>& days) {
    const Diary made = diary_of(partnership, as_at, {}, {.alarms = days});
    return entry(made, "p/1.1/bmg@2019-06@example.safegov").alarms;
  };
  CHECK(alarms(may, {30, 7}) == std::vector<int>{30, 7});
  CHECK(alarms(may, {7, 30, 7, 0}) == std::vector<int>{30, 7, 0});
  CHECK(alarms(may, {}).empty());
  CHECK(alarms(Date(2019, 5, 31), {30, 7}) == std::vector<int>{30, 7});  // today
  CHECK(alarms(Date(2019, 6, 1), {30, 7}) == std::vector<int>{7});
  CHECK(alarms(Date(2019, 6, 29), {30, 7, 0}).empty());  // it came in
  CHECK_THROWS_AS(diary_of(partnership, may, {}, {.alarms = {-1}}), std::invalid_argument);
}

TEST_CASE("an entry keeps its uid when its id, its words or its plan's id change",
          "[report][diary]") {
  const auto uid_of = [](const std::string& promise, const std::string& plan_was = "",
                         const std::string& who = bodies) {
    const auto partnership =
        of(promise, "", plan_was.empty() ? "" : "was: " + plan_was + "\n", who);
    const Diary made = diary_of(partnership, may);
    for (const DiaryEntry& one : made.entries)
      if (one.kind == DiaryKind::deadline) return one.uid;
    return std::string();
  };
  const std::string uid = "p/1.1/report@2019-06@example.safegov";
  CHECK(uid_of("- {id: report, what: Report, to: bmg, due: June 2019}") == uid);
  CHECK(uid_of("- {id: report, what: Other words, to: qa, due: June 2019}") == uid);
  CHECK(uid_of("- {id: eha, was: report, what: Report, to: bmg, due: June 2019}") == uid);
  CHECK(uid_of("- {id: eha, was: report, what: Report, to: bmg, due: June 2019}", "q") ==
        "q/1.1/report@2019-06@example.safegov");
  CHECK(uid_of("- {id: report, what: Report, to: bmg, due: June 2019}", "q") ==
        "q/1.1/report@2019-06@example.safegov");
  // What another promise is called now is no name for this one.
  const auto both =
      of("- {id: a, was: b, what: A, due: June 2019}\n- {id: b, what: B, due: June 2019}");
  const Diary made = diary_of(both, may);
  CHECK(entry(made, "p/1.1/a@2019-06@example.safegov").summary == "A (qa)");
  CHECK(entry(made, "p/1.1/b@2019-06@example.safegov").summary == "B (qa)");

  std::string renamed = bodies;
  renamed.replace(renamed.find("id: bmg"), 7, "id: mgt\n    was: bmg");
  const auto after = of("- {id: report, what: Report, to: bmg, due: June 2019}", "", "", renamed);
  CHECK(entry(diary_of(after, may), "bmg@2019-06@example.safegov").kind == DiaryKind::meeting);
}

TEST_CASE("a body's diary has what it owes, what it is owed, and its meetings", "[report][diary]") {
  const auto partnership =
      of("- {what: Report, to: bmg, due: June 2019}\n"
         "- {id: up, what: Summary, from: bmg, to: board, due: July 2019}\n"
         "- {id: x, what: X, from: board, to: qa, due: ongoing}");
  const auto owed = expand_obligations(partnership);
  const Assessment state = assess(owed, may);
  std::map<std::string, std::size_t> entries;
  for (const Diary& one : diaries(state)) entries[partnership[one.body].id] = one.entries.size();
  CHECK(entries == std::map<std::string, std::size_t>{{"board", 1}, {"bmg", 5}, {"qa", 1}});
  const Diary qa = diary(state, {.body = partnership.find_body("qa")});
  CHECK(qa.name == "Example: Quality Assurance");
  CHECK(qa.left_out == 1);
  CHECK(diaries(state, {.body = partnership.find_body("qa")}).size() == 1);
}
