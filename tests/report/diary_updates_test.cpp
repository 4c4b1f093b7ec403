// Diaries of one day after the other, of random records: what a calendar makes of them.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <safegov/diary.hpp>
#include <safegov/render.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// A record, and the day on which it was written down, counted from the first.
struct Written {
  int recorded;
  std::string text;
};

Date day(int n) { return add_days(Date(2019, 5, 1), n); }

int any(std::mt19937& random, int most) {
  return static_cast<int>(random() % static_cast<unsigned>(most));
}

/// What happened to two deadlines and two meetings, and some of it taken back.
std::vector<Written> any_records(std::mt19937& random) {
  std::vector<Written> records;
  int happened = 0;
  for (int i = 0; i < 6; ++i) {
    happened += 1 + any(random, 20);
    const int recorded = happened + any(random, 30);
    const std::string id = "r" + std::to_string(i);
    const std::string due = "p/1.1/bmg@" + std::string(any(random, 2) != 0 ? "open" : "2019-10");
    std::string what, until;
    switch (any(random, 6)) {
      case 0:
        what = "partly-received: " + due;
        break;
      case 1:
        what = "extended: " + due;
        until = iso(day(200 + any(random, 90)));
        break;
      case 2:
        what = "extended: " + due;
        until = "bmg of Feb 2020";
        break;
      case 3:
        what = "moved: bmg of Feb 2020";
        until = iso(day(250 + any(random, 90)));
        break;
      case 4:
        what = "moved: bmg of Oct 2019";
        until = iso(day(200 + any(random, 40)));
        break;
      default:
        what = (any(random, 2) != 0 ? "waived: " : "received: ") + due;
    }
    std::string text = "- " + what + "\n  date: " + iso(day(happened)) +
                       "\n  recorded: " + iso(day(recorded)) + "\n  id: " + id + "\n";
    if (!until.empty()) text += "  until: " + until + "\n";
    records.push_back({recorded, text});
    if (any(random, 3) != 0) continue;
    const int taken_back = recorded + any(random, 40);
    records.push_back(
        {taken_back, "- retracted: " + id + "\n  date: " + iso(day(taken_back)) + "\n"});
  }
  return records;
}

/// With the records that had been written down by the n-th day; nothing if they cannot all be.
Result<Partnership> partnership_of(const std::vector<Written>& records, int n) {
  std::vector<Source> sources{
      {"partnership.yaml",
       "safegov: 1\npartnership: example\nname: Example\ntop: bmg\nbodies:\n"
       "  - id: bmg\n    meets: June 2019, 9 Oct 2019, Feb 2020\n"
       "  - id: qa\n    reports-to: bmg\n"},
      {"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: ongoing, bmg of Oct 2019")}};
  std::string text;
  for (const Written& record : records)
    if (record.recorded <= n) text += record.text;
  if (!text.empty()) sources.push_back({"records.yaml", small_records(text)});
  return read_sources(std::move(sources));
}

Diary diary_on(const Partnership& partnership, int n) {
  return diary(assess(expand_obligations(partnership), day(n), {.known_at = day(n)}));
}

std::string all_of(const std::vector<Written>& records) {
  std::string text;
  for (const Written& record : records) text += record.text;
  return text;
}

constexpr int last_day = 260;

}  // namespace

TEST_CASE("of an earlier and a later diary, the entries of the higher sequence are the later diary",
          "[report][diary]") {
  // Days, title and status are of the records alone: where they differ, the sequence has grown.
  std::mt19937 random(20191101);
  int sound = 0, grown = 0;
  for (int round = 0; round < 200; ++round) {
    const std::vector<Written> records = any_records(random);
    const auto partnership = partnership_of(records, 1000);
    if (!partnership) continue;  // what was closed twice, say
    ++sound;
    INFO(all_of(records));
    std::map<std::string, DiaryEntry> calendar;
    for (int n = 0; n <= last_day; n += 10) {
      const Diary later = diary_on(*partnership, n);
      for (const DiaryEntry& one : later.entries) {
        const auto [had, fresh] = calendar.emplace(one.uid, one);
        if (fresh) continue;
        INFO(iso(day(n)) + " " + one.uid);
        CHECK(one.sequence >= had->second.sequence);
        grown += one.sequence > had->second.sequence ? 1 : 0;
        if (one.sequence > had->second.sequence) had->second = one;
        CHECK(had->second.days == one.days);
        CHECK(had->second.summary == one.summary);
        CHECK(had->second.status == one.status);
        CHECK(had->second.related_to == one.related_to);
        CHECK(had->second.changed == one.changed);
      }
      CHECK(later.entries.size() == calendar.size());  // and nothing is left over
    }
  }
  CHECK(sound > 100);
  CHECK(grown > 500);
}

TEST_CASE("what is written down later changes no diary of an earlier day", "[report][diary]") {
  std::mt19937 random(20191102);
  int compared = 0;
  for (int round = 0; round < 30; ++round) {
    const std::vector<Written> records = any_records(random);
    const auto partnership = partnership_of(records, 1000);
    if (!partnership) continue;
    for (int n = 0; n <= last_day; n += 26) {
      const auto as_it_was = partnership_of(records, n);
      REQUIRE(as_it_was);
      INFO(all_of(records));
      CHECK(render_icalendar(diary_on(*partnership, n)) ==
            render_icalendar(diary_on(*as_it_was, n)));
      ++compared;
    }
  }
  CHECK(compared > 100);
}
