// Two axes of time, moved dates, and what was taken back; against a definition said in words.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/explain.hpp>
#include <safegov/timeline.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

Obligations with_records(const std::string& records, const std::string& due = "June 2019") {
  std::vector<Source> sources{
      {"partnership.yaml", small_partnership},
      {"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: " + due)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return expand_obligations(sound(std::move(sources)));
}

State on(const Obligations& owed, Date as_at, std::optional<Date> known = {}) {
  return assess(owed, as_at, {.known_at = known})[0];
}

/// What a record of the oracle says; days as numbers.
struct Said {
  RecordKind kind;
  int day, recorded;
  int until_first = 0, until_last = 0;
  std::optional<int> retracted = {};
};

/// The state of an obligation due over [first, last], from the words of docs/states.md: on each day
/// in turn, whatever was recorded by then is taken to have happened. In no hurry.
State naive(int first, int last, const std::vector<Said>& records, int as_at,
            std::optional<int> known, int soon) {
  int from = first, to = last;
  bool part = false;
  for (int day = -400; day <= as_at; ++day)
    for (const Said& r : records) {
      if (r.day != day) continue;
      if (known && r.recorded > *known) continue;
      if (r.retracted && (!known || *r.retracted <= *known)) continue;
      switch (r.kind) {
        case RecordKind::received:
          return day > to ? State::received_late : State::received;
        case RecordKind::waived:
          return State::waived;
        case RecordKind::superseded:
          return State::superseded;
        case RecordKind::cancelled:
          return State::cancelled;
        case RecordKind::partly_received:
          part = true;
          break;
        case RecordKind::extended:
          from = r.until_first, to = r.until_last;
          break;
        default:
          break;
      }
    }
  if (as_at > to) return State::overdue;
  if (part) return State::partly_received;
  if (as_at >= from) return State::due;
  return as_at + soon >= from ? State::due_soon : State::not_due;
}

struct Case {
  Obligations owed;
  std::vector<std::vector<Said>> said;  // by promise
  std::vector<std::pair<int, int>> due;
};

constexpr int origin = 17'897;  // 1 January 2019

/// A partnership of `promises` single dates with random records over two years, and what they say.
Case random_case(std::mt19937& random, int promises, int records) {
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const auto day = [](int n) { return Date::from_days(origin + n); };
  Partnership::Parts parts;
  parts.arrangements = {.id = "x", .name = "X", .bodies = {{.id = "b"}}};
  Action action{.no = "1.1"};
  Case made{expand_obligations(Partnership::make(parts).value()), {}, {}};
  for (int p = 0; p < promises; ++p) {
    const int first = 100 + upto(500), last = first + upto(3) * upto(40);
    const std::string due =
        last == first ? iso(day(first)) : iso(day(first)) + " to " + iso(day(last));
    action.promises.push_back({.id = "r" + std::to_string(p), .what = "Report", .due = due});
    made.due.emplace_back(first, last);
    made.said.emplace_back();
  }
  for (int i = 0; i < records; ++i) {
    const int p = upto(promises);
    const RecordKind kinds[] = {RecordKind::received,        RecordKind::received,
                                RecordKind::partly_received, RecordKind::extended,
                                RecordKind::extended,        RecordKind::waived,
                                RecordKind::cancelled,       RecordKind::superseded};
    Said said{kinds[upto(8)], upto(700), 0};
    said.recorded = said.day + (upto(2) ? 0 : upto(60));
    Record record{.event = {said.kind, "p/1.1/r" + std::to_string(p)},
                  .id = "record-" + std::to_string(i),
                  .date = day(said.day)};
    if (said.recorded != said.day) record.recorded = day(said.recorded);
    if (said.kind == RecordKind::extended) {
      said.until_first = said.day + upto(150);
      said.until_last = said.until_first + upto(30);
      record.until = iso(day(said.until_first)) + " to " + iso(day(said.until_last));
    }
    parts.records.push_back(record);
    if (upto(5) == 0) {
      const int when = said.recorded + upto(100);
      said.retracted = when;
      parts.records.push_back({.event = {RecordKind::retracted, record.id}, .date = day(when)});
    }
    made.said[static_cast<std::size_t>(p)].push_back(said);
  }
  parts.plans = {{.id = "p", .objectives = {{.no = "1", .actions = {action}}}}};
  made.owed = expand_obligations(Partnership::make(parts).value());
  return made;
}

}  // namespace

TEST_CASE("what was not yet written down was not yet known", "[assess][known-at]") {
  const auto owed = with_records(
      "- received: p/1.1/bmg of June 2019\n  date: 2019-06-20\n  recorded: 2019-07-15");
  CHECK(on(owed, Date(2019, 7, 10)) == State::received);
  CHECK(on(owed, Date(2019, 7, 10), Date(2019, 7, 10)) == State::overdue);
  CHECK(on(owed, Date(2019, 7, 10), Date(2019, 7, 14)) == State::overdue);
  CHECK(on(owed, Date(2019, 7, 10), Date(2019, 7, 15)) == State::received);
  CHECK(on(owed, Date(2019, 6, 19), Date(2019, 7, 15)) == State::due);
}

TEST_CASE("a retraction shows on the second axis only", "[assess][known-at]") {
  const auto owed = with_records(
      "- received: p/1.1/bmg of June 2019\n  date: 2019-06-20\n"
      "- retracted: received p/1.1/bmg of June 2019\n  date: 2019-08-01\n  reason: it was another "
      "report");
  CHECK(on(owed, Date(2019, 7, 1), Date(2019, 7, 31)) == State::received);
  CHECK(on(owed, Date(2019, 7, 1), Date(2019, 8, 1)) == State::overdue);
  CHECK(on(owed, Date(2019, 7, 1)) == State::overdue);
  CHECK(on(owed, Date(2019, 9, 1)) == State::overdue);
}

TEST_CASE("a retraction in words means a record that had been written down by then",
          "[assess][known-at]") {
  const std::string wrong = "- received: p/1.1/bmg of June 2019\n  date: 2019-06-20\n";
  const std::string retraction =
      "- retracted: received p/1.1/bmg of June 2019\n  date: 2019-08-01\n";
  // What came in afterwards says the same, and makes nothing unclear that was clear before.
  for (const char* later :
       {"  date: 2019-08-15\n", "  date: 2019-06-30\n  recorded: 2019-08-02\n"}) {
    const auto owed =
        with_records(wrong + retraction + "- received: p/1.1/bmg of June 2019\n" + later);
    CHECK(on(owed, Date(2019, 6, 25)) == State::due);
    CHECK(on(owed, Date(2019, 6, 25), Date(2019, 7, 31)) == State::received);
    CHECK(assess(owed, Date(2019, 9, 1)).closed_by(0) != nullptr);
  }
  // Each takes back one, the first first.
  const auto both = with_records(wrong + retraction + "- received: p/1.1/bmg of June 2019\n" +
                                 "  date: 2019-08-15\n- retracted: received p/1.1/bmg of June "
                                 "2019\n  date: 2019-09-01\n");
  CHECK(on(both, Date(2019, 10, 1)) == State::overdue);
}

TEST_CASE("late is judged against the date in force on the day of receipt", "[assess][slips]") {
  const std::string moved =
      "- extended: p/1.1/bmg of June 2019\n  until: Sept 2019\n  date: 2019-07-10\n  by: bmg\n  "
      "reason: data not ready\n";
  const auto open = with_records(moved);
  CHECK(on(open, Date(2019, 7, 9)) == State::overdue);
  CHECK(on(open, Date(2019, 7, 10)) == State::not_due);
  CHECK(on(open, Date(2019, 9, 30)) == State::due);
  CHECK(on(open, Date(2019, 10, 1)) == State::overdue);

  const auto in_time =
      with_records(moved + "- received: p/1.1/bmg of June 2019\n  date: 2019-09-30\n");
  CHECK(on(in_time, Date(2020, 1, 1)) == State::received);
  CHECK(assess(in_time, Date(2020, 1, 1)).slips(0) == Slips{1, 92});
  CHECK(assess(in_time, Date(2019, 7, 9)).slips(0) == Slips{});

  // Received before it was moved: the move came too late to matter.
  const auto before =
      with_records(moved + "- received: p/1.1/bmg of June 2019\n  date: 2019-07-05\n");
  CHECK(on(before, Date(2020, 1, 1)) == State::received_late);
  CHECK(assess(before, Date(2020, 1, 1)).slips(0) == Slips{});
}

TEST_CASE("the original date stays, and moves are counted in number and days", "[assess][slips]") {
  const auto owed = with_records(
      "- extended: p/1.1/bmg of June 2019\n  until: July 2019\n  date: 2019-06-20\n"
      "- extended: p/1.1/bmg of June 2019\n  until: 30 Sept 2019\n  date: 2019-07-20\n");
  const auto state = assess(owed, Date(2019, 8, 1));
  CHECK(owed[0].id() == "p/1.1/bmg@2019-06");
  CHECK(state.slips(0) == Slips{2, 92});
  CHECK(state.in_force(0) == DateRange(Date(2019, 9, 30)));
  CHECK(state.history(0).size() == 2);
  CHECK(assess(owed, Date(2019, 7, 1)).slips(0) == Slips{1, 31});
}

TEST_CASE("what never had a day can be given one", "[assess][slips]") {
  const auto owed =
      with_records("- extended: p/1.1/bmg\n  until: Sept 2019\n  date: 2019-07-10\n", "Ongoing");
  CHECK(on(owed, Date(2019, 7, 9)) == State::open);
  CHECK(on(owed, Date(2019, 10, 1)) == State::overdue);
  CHECK(assess(owed, Date(2019, 10, 1)).days_overdue(0) == 1);
}

TEST_CASE("what is superseded keeps its history", "[assess]") {
  const auto owed = with_records(
      "- partly-received: p/1.1/bmg of June 2019\n  date: 2019-06-10\n"
      "- superseded: p/1.1/bmg of June 2019\n  replaced-by: p/1.1/bmg of Oct 2019\n  date: "
      "2019-07-10\n",
      "June 2019, Oct 2019");
  const auto state = assess(owed, Date(2019, 8, 1));
  CHECK(state[0] == State::superseded);
  REQUIRE(state.history(0).size() == 2);
  CHECK(state.closed_by(0)->replaced_by == "p/1.1/bmg of Oct 2019");
  CHECK(on(owed, Date(2019, 7, 9)) == State::overdue);
}

TEST_CASE("every state agrees with its definition, as at and as known at any day",
          "[assess][oracle]") {
  std::mt19937 random(3);
  for (int round = 0; round < 12; ++round) {
    const Case made = random_case(random, 8, 24);
    for (int as_at = 60; as_at < 760; as_at += 1 + static_cast<int>(random() % 9)) {
      std::optional<int> known;
      if (random() % 2) known = as_at + static_cast<int>(random() % 200) - 100;
      AssessOptions options{.due_soon_days = static_cast<int>(random() % 40)};
      if (known) options.known_at = Date::from_days(origin + *known);
      const auto state = assess(made.owed, Date::from_days(origin + as_at), options);
      for (const Obligation o : made.owed) {
        const auto p = static_cast<std::size_t>(std::stoi(o.promise().id.substr(1)));
        const State wanted = naive(made.due[p].first, made.due[p].second, made.said[p], as_at,
                                   known, options.due_soon_days);
        if (state[o.row()] == wanted) continue;
        CAPTURE(round, as_at, known.value_or(-1), o.id());
        REQUIRE(to_string(state[o.row()]) == to_string(wanted));
      }
    }
  }
}

TEST_CASE("as known at a day, nothing changes that was written down afterwards",
          "[assess][known-at][property]") {
  std::mt19937 random(11);
  for (int round = 0; round < 20; ++round) {
    const Case made = random_case(random, 8, 40);
    const Date known = Date::from_days(origin + static_cast<int>(random() % 760));
    Partnership::Parts before = made.owed.partnership().parts();
    std::erase_if(before.records,
                  [&](const Record& r) { return r.recorded.value_or(*r.date) > known; });
    const auto then = expand_obligations(Partnership::make(std::move(before)).value());
    for (int as_at = 60; as_at < 760; as_at += 30) {
      const Date day = Date::from_days(origin + as_at);
      const auto now = assess(made.owed, day, {.known_at = known});
      CAPTURE(round, iso(known), iso(day));
      REQUIRE(std::ranges::equal(now.states(), assess(then, day, {.known_at = known}).states()));
      // And it is what was said on that day, when nobody knew what was to come.
      REQUIRE(std::ranges::equal(now.states(), assess(then, day).states()));
    }
  }
}

TEST_CASE("what has no order can stand in any", "[assess][property]") {
  std::mt19937 random(13);
  const auto states = [](const Obligations& owed, Date day) {
    std::map<std::string, State> found;
    const auto state = assess(owed, day);
    for (const Obligation o : owed) found.emplace(o.id(), state[o.row()]);
    return found;
  };
  const auto groups = [](const Obligations& owed, Date day, Group by) {
    std::map<std::string, std::size_t> found;
    for (const GroupCounts& entry : assess(owed, day).by(by))
      found[entry.id + entry.name] = entry.counts[State::overdue] * 1000 + entry.counts.total();
    return found;
  };
  for (int round = 0; round < 20; ++round) {
    const Case made = random_case(random, 12, 40);
    Partnership::Parts parts = made.owed.partnership().parts();
    parts.arrangements.bodies = {{.id = "a"}, {.id = "b"}, {.id = "c"}};
    Objective& objective = parts.plans[0].objectives[0];
    objective.actions.push_back({.no = "1.2", .lead = {"c"}});
    objective.actions[1].promises.push_back({.id = "q", .what = "Q", .to = {"a"}, .due = "weekly"});
    parts.plans[0].objectives.push_back({.no = "2"});
    parts.plans[0].period = Period{"2019/20", *parse_period("2019/20")};
    parts.plans.push_back({.id = "o", .objectives = {{.no = "1", .actions = {{.no = "1.1"}}}}});
    const auto in_order = expand_obligations(Partnership::make(parts).value());

    const auto shuffle = [&](auto& things) { std::ranges::shuffle(things, random); };
    shuffle(parts.arrangements.bodies);
    shuffle(parts.plans);
    for (Plan& plan : parts.plans) {
      shuffle(plan.objectives);
      for (Objective& o : plan.objectives) {
        shuffle(o.actions);
        for (Action& action : o.actions) shuffle(action.promises);
      }
    }
    // Of one day, the first that was written decides: only the days are shuffled.
    std::map<Date, unsigned> place;
    for (const Record& record : parts.records) place.try_emplace(*record.date, random());
    std::ranges::stable_sort(parts.records, {}, [&](const Record& r) { return place[*r.date]; });
    const auto shuffled = expand_obligations(Partnership::make(parts).value());

    for (const int as_at : {150, 300, 500, 700}) {
      const Date day = Date::from_days(origin + as_at);
      CAPTURE(round, iso(day));
      CHECK((states(in_order, day) == states(shuffled, day)));
      CHECK(assess(in_order, day).counts() == assess(shuffled, day).counts());
      for (const Group by : {Group::plan, Group::objective, Group::action, Group::lead, Group::to})
        CHECK(groups(in_order, day, by) == groups(shuffled, day, by));
    }
  }
}

TEST_CASE("a timeline says for each day what assess says", "[assess][timeline][oracle]") {
  std::mt19937 random(5);
  for (int round = 0; round < 10; ++round) {
    const Case made = random_case(random, 30, 40);
    AssessOptions options{.due_soon_days = static_cast<int>(random() % 40)};
    if (random() % 2)
      options.known_at = Date::from_days(origin + 200 + static_cast<int>(random() % 300));
    const DateRange range{Date::from_days(origin + static_cast<int>(random() % 200)),
                          Date::from_days(origin + 300 + static_cast<int>(random() % 500))};
    const Timeline line = timeline(made.owed, range, options);
    const auto intervals = state_intervals(made.owed, range, options);
    for (Date day = range.first(); day <= range.last(); day = add_days(day, 1)) {
      const auto state = assess(made.owed, day, options);
      if (line.on(day) == state.counts()) continue;
      CAPTURE(round, iso(day));
      REQUIRE(line.on(day) == state.counts());
    }
    // The intervals cover the range, each with the state of its days.
    Date next = range.first();
    std::uint32_t row = 0;
    for (const StateInterval& interval : intervals) {
      if (interval.row != row) {
        CHECK(next == add_days(range.last(), 1));
        row = interval.row;
        next = range.first();
      }
      CHECK(interval.days.first() == next);
      next = add_days(interval.days.last(), 1);
      CHECK(assess(made.owed, interval.days.first(), options)[row] == interval.state);
      CHECK(assess(made.owed, interval.days.last(), options)[row] == interval.state);
    }
    CHECK(next == add_days(range.last(), 1));
  }
}

TEST_CASE("a timeline knows its first and its worst day", "[assess][timeline]") {
  const auto owed = nottingham_plan();
  const Timeline line = timeline(owed, {Date(2019, 1, 1), Date(2022, 3, 31)});
  CHECK(line.first(State::overdue) == Date(2019, 3, 1));
  CHECK(line.worst(State::overdue) == Date(2020, 7, 1));
  CHECK_FALSE(line.first(State::superseded));
  CHECK(line.on(Date(2019, 11, 1)) == assess(owed, Date(2019, 11, 1)).counts());
  CHECK_THROWS_AS(line.on(Date(2018, 12, 31)), std::out_of_range);
  CHECK(timeline(owed, DateRange(Date(2019, 11, 1))).counts(State::overdue).size() == 1);
}

TEST_CASE("a reason names the rule, the facts with their places, and the arithmetic",
          "[assess][explain]") {
  const auto owed = nottingham_plan();
  const auto state = assess(owed, Date(2019, 11, 1));
  const Reason why = explain(state, *owed.find("bp-2019/3.1/bmg of October 2019"));
  CHECK(why.state == State::overdue);
  CHECK(why.rule == meaning(State::overdue));
  REQUIRE(why.facts.size() == 3);
  CHECK(why.facts[0].kind == "promise");
  CHECK(why.facts[1].text == "'October 2019' means 1 October 2019 to 31 October 2019");
  CHECK(why.facts[2].kind == "partly-received");
  for (const Fact& fact : why.facts) CHECK(fact.where);
  REQUIRE(why.steps.size() == 2);
  CHECK(why.steps[1] == "1 November 2019 is 1 day after the last day");
}

TEST_CASE("every row of a plan has a reason on every kind of day", "[assess][explain]") {
  const auto owed = nottingham_plan();
  for (const Date day :
       {Date(2019, 1, 1), Date(2019, 6, 15), Date(2019, 11, 1), Date(2025, 1, 1)}) {
    const auto state = assess(owed, day);
    for (std::size_t row = 0; row < owed.size(); ++row) {
      const Reason why = explain(state, row);
      CHECK(why.state == state[row]);
      CHECK(why.facts.size() >= 2);
      CHECK(why.facts.size() == 2 + state.history(row).size());
      CHECK((why.steps.empty() == !state.in_force(row) || state[row] == State::waived ||
             state[row] == State::cancelled));
    }
  }
}

TEST_CASE("records that cannot be are refused with their place", "[model][records]") {
  const auto codes_of = [](const std::string& records) {
    std::vector<std::string> codes;
    const auto result = read_sources(
        {{"a", small_partnership},
         {"b", small_plan("- what: R\n  to: bmg\n  due: June 2019", "dated: 2019-04-01\n")},
         {"c", small_records(records)}});
    for (const Diagnostic& d : result.diagnostics()) {
      CHECK(d.where);
      codes.push_back(d.code);
    }
    CHECK(bool(result) == !has_errors(result.diagnostics()));
    return codes;
  };
  using Codes = std::vector<std::string>;
  const std::string subject = "p/1.1/bmg of June 2019\n";
  CHECK(codes_of("- extended: " + subject + "  date: 2019-06-01\n") == Codes{"SG016"});
  CHECK(codes_of("- extended: " + subject + "  until: May 2019\n  date: 2019-06-01\n") ==
        Codes{"SG112"});
  CHECK(codes_of("- extended: " + subject + "  until: Autumn 2019\n  date: 2019-06-01\n") ==
        Codes{"SG112"});
  CHECK(codes_of("- extended: " + subject + "  until: May 2020, June 2020\n  date: 2019-06-01\n") ==
        Codes{"SG112"});
  CHECK(codes_of("- received: " + subject + "  date: 2019-06-01\n- received: " + subject +
                 "  date: 2019-06-02\n") == Codes{"SG113"});
  CHECK(codes_of("- received: " + subject + "  date: 2018-06-01\n") == Codes{"SG114"});
  CHECK(codes_of("- received: " + subject + "  date: 2019-06-02\n  recorded: 2019-06-01\n") ==
        Codes{"SG104"});
  CHECK(codes_of("- retracted: received " + subject + "  date: 2019-06-02\n") == Codes{"SG115"});
  CHECK(codes_of("- retracted: r1\n  date: 2019-06-02\n") == Codes{"SG115"});
  CHECK(codes_of("- received: " + subject +
                 "  id: r1\n  date: 2019-06-02\n- retracted: r1\n  date: 2019-06-03\n") == Codes{});
  CHECK(codes_of("- received: " + subject + "  id: r1\n  date: 2019-06-02\n- waived: " + subject +
                 "  id: r1\n  date: 2019-06-03\n") == Codes{"SG101"});
  CHECK(codes_of("- received: " + subject + "  date: 2019-06-02\n- received: " + subject +
                 "  date: 2019-06-03\n- retracted: received " + subject + "  date: 2019-06-04\n") ==
        Codes{"SG113", "SG110"});
  CHECK(codes_of("- superseded: " + subject + "  replaced-by: p/1.1/qa\n  date: 2019-06-02\n") ==
        Codes{"SG103"});
}
