// Ratings: the truth table of docs/ratings.md, silence, roll-up, and what is declared beside.
// SPDX-License-Identifier: Apache-2.0

#include <optional>
#include <random>
#include <string>
#include <vector>

#include <safegov/ratings.hpp>

#include "markdown.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// `received June 2019 on 2019-06-10 with evidence; extended Oct 2019 on 2019-10-01 until Feb
/// 2020`, as YAML.
std::string records_of(const std::string& cell) {
  std::string yaml;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(';', at), cell.size());
    const std::string one = trimmed(std::string_view(cell).substr(at, end - at));
    const std::size_t space = one.find(' '), on = one.find(" on "), until = one.find(" until ");
    yaml += "- " + one.substr(0, space) + ": p/1.1/bmg of " +
            one.substr(space + 1, on - space - 1) + "\n  date: " + one.substr(on + 4, 10) + "\n";
    if (one.ends_with(" with evidence")) yaml += "  reference: minutes\n";
    if (until != std::string::npos) yaml += "  until: " + one.substr(until + 7) + "\n";
    at = end + 1;
  }
  return yaml;
}

Ratings rated(std::vector<Source> sources, Date as_at, std::optional<Date> known = {}) {
  return rate(assess(expand_obligations(sound(std::move(sources))), as_at, {.known_at = known}));
}

/// An action 1.1 with a promise, rated by `rules` (lines of YAML under `ratings:`).
Rating with_rules(const std::string& rules, const std::string& promises,
                  const std::string& records = "", Date as_at = Date(2019, 7, 15)) {
  std::vector<Source> sources{{"partnership.yaml", small_partnership},
                              {"plan.yaml", small_plan(promises, "ratings:\n" + rules)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return rated(std::move(sources), as_at).of(ActionId{0});
}

/// A plan of actions 1.1, 1.2, … of which each letter says how the library rates it on 1 September
/// 2019: B G A R N or ?.
std::string plan_of(const std::string& letters, const std::string& roll_up) {
  std::string text = "safegov: 1\npartnership: example\nplan: p\n";
  if (!roll_up.empty()) text += "ratings:\n  roll-up:" + roll_up + "\n";
  text += "objectives:\n  - no: 1\n    actions:\n";
  for (std::size_t i = 0; i < letters.size(); ++i) {
    text += "      - no: 1." + std::to_string(i + 1) + "\n        lead: qa\n";
    text += "        promises:\n          - what: Report\n            to: bmg\n";
    const char c = letters[i];
    if (c == 'B' || c == 'R') text += "            due: June 2019\n";
    if (c == 'G' || c == 'A') text += "            due: June 2019, Feb 2020\n";
    if (c == 'N') text += "            due: Feb 2020\n";
  }
  return text;
}

std::string rolled_up(const std::string& letters, const std::string& roll_up = "") {
  std::string records;
  for (std::size_t i = 0; i < letters.size(); ++i)
    if (letters[i] == 'B' || letters[i] == 'G')
      records += "- received: p/1." + std::to_string(i + 1) +
                 "/bmg of June 2019\n  date: 2019-06-10\n  reference: minutes\n";
  std::vector<Source> sources{{"partnership.yaml", small_partnership},
                              {"plan.yaml", plan_of(letters, roll_up)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  const Ratings ratings = rated(std::move(sources), Date(2019, 9, 1));
  std::string actions;
  for (const Rating& r : ratings)
    if (r.kind == Rated::action) actions += ratings.scheme(r).scale->letter(r.derived.band);
  CHECK(actions == letters);
  CHECK(ratings.of(PlanId{0}).derived == ratings.of(ObjectiveId{0}).derived);
  return std::string(
      ratings.scheme(ratings.of(PlanId{0})).scale->letter(ratings.of(PlanId{0}).derived.band));
}

}  // namespace

TEST_CASE("every row of the table of ratings holds", "[ratings][docs]") {
  const auto rows = table_of(file_text(SAFEGOV_SOURCE_DIR "/docs/ratings.md"),
                             "| lead | due | records | as at | rating | because |");
  REQUIRE(rows.size() > 25);
  for (const auto& row : rows) {
    CAPTURE(row);
    std::string plan =
        small_plan("- what: Report\n  to: bmg" + (row[1].empty() ? "" : "\n  due: " + row[1]));
    plan.replace(plan.find("lead: qa"), 8, "lead: " + row[0]);
    std::vector<Source> sources{{"partnership.yaml", small_partnership}, {"plan.yaml", plan}};
    if (!row[2].empty()) sources.push_back({"records.yaml", small_records(records_of(row[2]))});
    const Ratings ratings = rated(std::move(sources), *parse_date(row[3]));
    const Rating& r = ratings.of(ActionId{0});
    CHECK(ratings.scheme(r).scale->word(r.derived.band) == row[4]);
    CHECK(ratings.because(r) == row[5]);
  }
}

TEST_CASE("the table reaches every band of the library's rules, and every rule",
          "[ratings][docs]") {
  const auto rows = table_of(file_text(SAFEGOV_SOURCE_DIR "/docs/ratings.md"),
                             "| lead | due | records | as at | rating | because |");
  for (const RatingRule& rule : suggested_ratings().rules) {
    CAPTURE(rule.because);
    CHECK(std::any_of(rows.begin(), rows.end(),
                      [&](const auto& row) { return row[5] == rule.because; }));
  }
}

TEST_CASE("the rules written out for Nottingham are the library's own", "[ratings]") {
  const Partnership example = nottingham();
  const auto& written = example.arrangements().ratings;
  REQUIRE(written);
  CHECK(written->rules == suggested_ratings().rules);
  CHECK(written->roll_up == suggested_ratings().roll_up);
  CHECK(written->scale == suggested_ratings().scale);
  CHECK(written->stale_after == suggested_ratings().stale_after);
}

TEST_CASE("silence is never good news, whatever the rules say", "[ratings]") {
  const std::string rules = "  scale: rag-progress\n  rules:\n    - rate: green\n";
  const std::string promise = "- what: Report\n  to: bmg\n  due: June 2019";
  CHECK(with_rules(rules, promise).derived ==
        Derivation{{}, DerivedBy::silence, std::size_t{0}, {}});
  CHECK(with_rules(rules, promise, "- received: p/1.1/bmg\n  date: 2019-06-01").derived.band ==
        BandId{0});
  CHECK(with_rules(rules, promise, "- waived: p/1.1/bmg\n  date: 2019-06-01").derived.by ==
        DerivedBy::silence);
  CHECK(with_rules(rules, promise, "- extended: p/1.1/bmg\n  date: 2019-06-01\n  until: Feb 2020")
            .derived.by == DerivedBy::silence);
  // What is no better than the scale allows may be said of silence.
  CHECK(with_rules("  scale: rag-progress\n  rules:\n    - rate: amber\n", promise).derived.band ==
        BandId{1});
  CHECK(with_rules("  scale: section-175\n  rules:\n    - rate: amber\n", promise).derived.by ==
        DerivedBy::silence);
}

TEST_CASE("on no date is a plan without records rated green or better", "[ratings]") {
  Partnership::Parts parts;
  parts.arrangements = nottingham().arrangements();
  const Partnership full = nottingham();
  parts.plans.assign(full.plans().begin(), full.plans().end());
  const Obligations owed = expand_obligations(Partnership::make(std::move(parts)).value());
  for (Date day(2019, 1, 1); day < Date(2020, 12, 31); day = add_days(day, 7))
    for (const Rating& r : rate(assess(owed, day)))
      if (r.derived.band) CHECK(r.derived.band >= BandId{2});
}

TEST_CASE("a limit holds for every rule below it, and the lowest one counts", "[ratings]") {
  const std::string in = "- received: p/1.1/bmg\n  date: 2019-07-10";
  const std::string promise = "- what: Report\n  to: bmg\n  due: June 2019";
  const Rating r = with_rules(
      "  scale: brag\n  rules:\n    - at-best: green\n      any: received-late\n"
      "    - at-best: red\n      any: received-late\n    - at-best: amber\n      any: "
      "received-late\n    - rate: blue\n",
      promise, in);
  CHECK(r.derived == Derivation{{3}, DerivedBy::rule, std::size_t{3}, std::size_t{1}});
  // What stands apart, or is unknown, is beyond any limit.
  CHECK(with_rules("  scale: brag\n  rules:\n    - at-best: red\n    - rate: grey\n", promise, in)
            .derived.band == BandId{4});
}

TEST_CASE("a share is of what the rule calls the whole, and exact", "[ratings]") {
  const std::string promises =
      "- what: Report\n  to: bmg\n  due: March 2019, April 2019, May 2019, June 2019, Feb 2020";
  const auto by = [&](int per_cent, const std::string& out_of) {
    std::string records;
    for (const char* month : {"March", "April", "May"})
      records += std::string("- received: p/1.1/bmg of ") + month + " 2019\n  date: 2019-03-01\n";
    return with_rules("  scale: rag-progress\n  rules:\n    - rate: green\n      at-least: " +
                          std::to_string(per_cent) + "\n      share-of: received\n" + out_of +
                          "    - rate: red\n",
                      promises, records)
        .derived.band;
  };
  const std::string due = "      out-of: [received, overdue]\n";
  CHECK(by(75, due) == BandId{0});
  CHECK(by(76, due) == BandId{2});
  CHECK(by(60, "") == BandId{0});
  CHECK(by(61, "") == BandId{2});
}

TEST_CASE("a plan overrides what the partnership says, and says nothing of the rest", "[ratings]") {
  const std::string arrangements = std::string(small_partnership) +
                                   "ratings:\n  scale: rag-progress\n  rules:\n    - rate: red\n"
                                   "      any: overdue\n  stale-after: 30\n";
  const auto scheme = [&](const std::string& own) {
    const Partnership p =
        sound({{"partnership.yaml", arrangements},
               {"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: June 2019", own)}});
    const RatingScheme& s = p.ratings(PlanId{0});
    return std::tuple(s.scale->id, s.rules.size(), s.roll_up.size(), s.stale_after, s.rules_of);
  };
  using std::tuple;
  const std::size_t ours = suggested_ratings().rules.size();
  CHECK(scheme("") == tuple("rag-progress", 1U, 1U, 30, RulesOf::partnership));
  CHECK(scheme("ratings:\n  stale-after: 7\n") ==
        tuple("rag-progress", 1U, 1U, 7, RulesOf::partnership));
  CHECK(scheme("ratings:\n  rules:\n    - rate: amber\n      any: due\n    - rate: red\n") ==
        tuple("rag-progress", 2U, 1U, 30, RulesOf::plan));
  // Rules are written for a scale: with another scale, they are not taken over.
  CHECK(scheme("ratings:\n  scale: four-point\n") ==
        tuple("four-point", 0U, 1U, 30, RulesOf::plan));
  CHECK(scheme("ratings:\n  scale: brag\n") == tuple("brag", ours, 1U, 30, RulesOf::library));
}

TEST_CASE("the worst of its actions, with unknown apart and never good", "[ratings]") {
  CHECK(rolled_up("B") == "B");
  CHECK(rolled_up("BGB") == "G");
  CHECK(rolled_up("BGAR") == "R");
  CHECK(rolled_up("N") == "N");
  CHECK(rolled_up("NN") == "N");
  CHECK(rolled_up("NG") == "G");
  CHECK(rolled_up("NR") == "R");
  CHECK(rolled_up("?") == "?");
  CHECK(rolled_up("??") == "?");
  CHECK(rolled_up("B?") == "?");
  CHECK(rolled_up("G?") == "?");
  CHECK(rolled_up("A?") == "A");
  CHECK(rolled_up("R?") == "R");
  CHECK(rolled_up("N?") == "N");
}

TEST_CASE("by shares, what is unknown counts in the whole", "[ratings]") {
  const std::string shares =
      "\n    - rate: green\n      at-least: 75\n      share-of: [blue, green]\n"
      "    - rate: amber\n      at-least: 50\n      share-of: [blue, green]\n    - rate: red";
  CHECK(rolled_up("BBBG", shares) == "G");
  CHECK(rolled_up("BBB?", shares) == "G");
  CHECK(rolled_up("BB??", shares) == "A");
  CHECK(rolled_up("BR??", shares) == "R");
  CHECK(rolled_up("????", shares) == "?");
  // Left out of the whole, it withholds what would be good news.
  const std::string without =
      "\n    - rate: green\n      at-least: 75\n      share-of: [blue, green]\n"
      "      out-of: [blue, green, amber, red]\n    - rate: red";
  CHECK(rolled_up("BBBB", without) == "G");
  CHECK(rolled_up("BBB?", without) == "?");
  CHECK(rolled_up("B?", "\n    - rate: blue\n      any: blue") == "?");
  CHECK(rolled_up("RB", "\n    - rate: unknown\n      any: blue") == "?");
}

TEST_CASE("what has no action, or no promise, is unknown", "[ratings]") {
  const Ratings ratings = rated({{"partnership.yaml", small_partnership},
                                 {"plan.yaml",
                                  "safegov: 1\npartnership: example\nplan: p\npriorities:\n"
                                  "  - no: 1\n    text: First\nobjectives:\n  - no: 1\n"
                                  "  - no: 2\n    actions:\n      - no: 2.1\n        lead: qa\n"}},
                                Date(2019, 1, 1));
  REQUIRE(ratings.size() == 5);
  for (const Rating& r : ratings) {
    CHECK_FALSE(r.derived.band);
    CHECK(r.derived.by ==
          (r.kind == Rated::plan || r.objective == ObjectiveId{1}
               ? (r.kind == Rated::action ? DerivedBy::no_parts : DerivedBy::no_known)
               : DerivedBy::no_parts));
  }
}

TEST_CASE("a priority is rated by the actions of the objectives that serve it", "[ratings]") {
  const Partnership share =
      read_partnership({SAFEGOV_SOURCE_DIR "/examples/share-of-actions"}).value();
  const Ratings ratings = rate(assess(expand_obligations(share), Date(2024, 11, 10)));
  const Rating& priority = ratings.all()[1];
  REQUIRE(priority.kind == Rated::priority);
  CHECK(ratings.id(priority) == "plan-1/1");
  CHECK(ratings.actions_of(priority).size() == 2);
  CHECK(ratings.derived_label(priority) == "A amber");
  CHECK(ratings.actions_of(ratings.of(PlanId{0})).size() == 4);
}

TEST_CASE("a declared rating is held against the derived one", "[ratings]") {
  const auto verdict = [](const std::string& rating, Date as_at) {
    const Ratings ratings =
        rated({{"partnership.yaml", small_partnership},
               {"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: June 2019")},
               {"records.yaml",
                small_records("- rated: p/1.1\n  date: 2019-04-01\n  rating: " + rating)}},
              as_at);
    const Rating& r = ratings.of(ActionId{0});
    return std::tuple(r.verdict, r.bands, ratings.since(r));
  };
  using std::tuple;
  const std::optional<Date> none, april(Date(2019, 4, 1)), may(Date(2019, 5, 2)),
      july(Date(2019, 7, 1));
  CHECK(verdict("green", Date(2019, 3, 31)) == tuple(Verdict::blank, 0, none));
  CHECK(verdict("green", Date(2019, 4, 1)) == tuple(Verdict::differs, 0, april));
  CHECK(verdict("grey", Date(2019, 4, 1)) == tuple(Verdict::honest, 0, april));
  CHECK(verdict("G", Date(2019, 5, 30)) == tuple(Verdict::optimistic, 1, may));
  CHECK(verdict("green", Date(2019, 7, 15)) == tuple(Verdict::optimistic, 2, july));
  CHECK(verdict("Blue", Date(2019, 7, 15)) == tuple(Verdict::optimistic, 3, july));
  CHECK(verdict("red", Date(2019, 6, 30)) == tuple(Verdict::pessimistic, 1, may));
  CHECK(verdict("red", Date(2019, 7, 1)) == tuple(Verdict::honest, 0, july));
  CHECK(verdict("unknown", Date(2019, 7, 1)) == tuple(Verdict::blank, 0, none));
}

TEST_CASE("declared is what was written down by the day of knowledge and not taken back",
          "[ratings]") {
  const auto declared = [](Date as_at, std::optional<Date> known) {
    const Ratings ratings = rated(
        {{"partnership.yaml", small_partnership},
         {"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: June 2019")},
         {"records.yaml",
          small_records("- rated: p/1.1\n  date: 2019-04-01\n  rating: green\n"
                        "- rated: p/1.1\n  id: second\n  date: 2019-05-01\n  recorded: 2019-06-01\n"
                        "  rating: amber\n- retracted: second\n  date: 2019-08-01\n"
                        "- rated: p/1\n  date: 2019-04-02\n  rating: red\n"
                        "- rated: p\n  date: 2019-04-03\n  rating: unknown\n")}},
        as_at, known);
    CHECK(ratings.declared_label(ratings.of(ObjectiveId{0})) == "R red");
    CHECK(ratings.declared_label(ratings.of(PlanId{0})) == "? unknown");
    return ratings.declared_label(ratings.of(ActionId{0}));
  };
  CHECK(declared(Date(2019, 9, 1), {}) == "G green");
  CHECK(declared(Date(2019, 9, 1), Date(2019, 8, 1)) == "G green");
  CHECK(declared(Date(2019, 9, 1), Date(2019, 7, 31)) == "A amber");
  CHECK(declared(Date(2019, 9, 1), Date(2019, 5, 31)) == "G green");
  CHECK(declared(Date(2019, 4, 30), Date(2019, 7, 31)) == "G green");
}

TEST_CASE("a blank column stays blank", "[ratings]") {
  const Ratings ratings = rate(assess(nottingham_plan(), Date(2019, 11, 1)));
  for (const Rating& r : ratings) {
    CHECK(ratings.declared_label(r).empty());
    CHECK(r.verdict == Verdict::blank);
    CHECK_FALSE(ratings.since(r));
    CHECK_FALSE(ratings.age(r));
    CHECK_FALSE(ratings.is_stale(r));
  }
}

TEST_CASE("a declared rating grows stale the day after its time", "[ratings]") {
  const auto at = [](Date as_at) {
    const Ratings ratings =
        rated({{"partnership.yaml", small_partnership},
               {"plan.yaml", small_plan("- what: Report\n  to: bmg\n  due: June 2019",
                                        "ratings:\n  stale-after: 30\n")},
               {"records.yaml", small_records("- rated: p/1.1\n  date: 2019-05-01\n  rating: A")}},
              as_at);
    const Rating& r = ratings.of(ActionId{0});
    return std::pair(*ratings.age(r), ratings.is_stale(r));
  };
  CHECK(at(Date(2019, 5, 31)) == std::pair(30, false));
  CHECK(at(Date(2019, 6, 1)) == std::pair(31, true));
}

TEST_CASE("each lead's declared ratings are counted by what they are", "[ratings]") {
  const Partnership share =
      read_partnership({SAFEGOV_SOURCE_DIR "/examples/share-of-actions"}).value();
  const Ratings ratings = rate(assess(expand_obligations(share), Date(2024, 11, 10)));
  const auto leads = ratings.by_lead();
  REQUIRE(leads.size() == 3);
  CHECK(leads[0].lead == share.find_body("qa"));
  CHECK((leads[0].actions == 1 && leads[0].honest == 1 && leads[0].optimistic == 0));
  CHECK(leads[1].lead == share.find_body("training"));
  CHECK((leads[1].actions == 2 && leads[1].declared == 1 && leads[1].optimistic == 1));
  CHECK(leads[1].stale == 1);
  CHECK_FALSE(leads[2].lead);
  CHECK((leads[2].declared == 1 && leads[2].other == 1));
}

TEST_CASE("a rating says its rule, its facts and where they stand", "[ratings]") {
  const Partnership share =
      read_partnership({SAFEGOV_SOURCE_DIR "/examples/share-of-actions"}).value();
  const Ratings ratings = rate(assess(expand_obligations(share), Date(2024, 11, 10)));
  const RatingReason why = explain(ratings, *ratings.find("plan-1/1.2"));
  CHECK(why.rule.find("rule 2 of the partnership") == 0);
  std::vector<std::string> kinds;
  for (const Fact& fact : why.facts) {
    kinds.push_back(fact.kind);
    CHECK(fact.where);
    CHECK_FALSE(fact.path.empty());
  }
  CHECK(kinds == std::vector<std::string>{"rule", "lead", "obligation", "obligation", "obligation",
                                          "declared"});
  CHECK(ratings.find("plan-1/9") == nullptr);
  CHECK(ratings.find("plan-1/1")->kind == Rated::objective);
}

TEST_CASE("since agrees with rating every day anew", "[ratings][oracle]") {
  std::mt19937 random(20190701);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  constexpr int origin = 17'897;  // 1 January 2019
  const auto day = [](int n) { return Date::from_days(origin + n); };
  const char* const bands[] = {"blue", "green", "amber", "red", "grey", "unknown"};
  int checked = 0, longer = 0;
  for (int round = 0; round < 60; ++round) {
    Partnership::Parts parts;
    parts.arrangements = {.id = "x", .name = "X", .bodies = {{.id = "b"}}};
    Objective objective{.no = "1"};
    for (int a = 0; a < 2; ++a) {
      Action action{.no = "1." + std::to_string(a), .lead = {"b"}};
      for (int p = 0; p < 1 + upto(3); ++p) {
        const int first = 40 + upto(150);
        action.promises.push_back({.id = "r" + std::to_string(p),
                                   .what = "Report",
                                   .due = iso(day(first)) + " to " + iso(day(first + upto(20)))});
      }
      objective.actions.push_back(action);
    }
    for (int i = 0; i < 10; ++i) {
      const int a = upto(2);
      const auto& promises = objective.actions[static_cast<std::size_t>(a)].promises;
      const std::string about = "p/1." + std::to_string(a);
      Record record{.id = "r" + std::to_string(i), .date = day(upto(200))};
      const int kind = upto(8);
      if (kind < 4) {
        record.event = {RecordKind::rated, kind == 0 ? "p/1" : about};
        record.rating = bands[upto(6)];
      } else {
        const std::string one =
            about + "/" +
            promises[static_cast<std::size_t>(upto(static_cast<int>(promises.size())))].id;
        const RecordKind kinds[] = {RecordKind::received, RecordKind::partly_received,
                                    RecordKind::extended, RecordKind::waived};
        record.event = {kinds[kind - 4], one};
        if (upto(2)) record.reference = "minutes";
        if (kind == 6) record.until = iso(add_days(*record.date, upto(80)));
      }
      if (upto(4) == 0) record.recorded = add_days(*record.date, upto(60));
      parts.records.push_back(record);
      if (upto(6) == 0)
        parts.records.push_back(
            {.event = {RecordKind::retracted, record.id},
             .date = add_days(record.recorded.value_or(*record.date), upto(60))});
    }
    parts.plans = {{.id = "p", .objectives = {objective}}};
    const Obligations owed = expand_obligations(Partnership::make(std::move(parts)).value());
    const Date as_at = day(120 + upto(100));
    AssessOptions options{.due_soon_days = upto(40)};
    if (upto(2)) options.known_at = add_days(as_at, upto(60) - 30);
    const Ratings now = rate(assess(owed, as_at, options));
    for (std::size_t i = 0; i < now.size(); ++i) {
      const Rating& r = now.all()[i];
      std::optional<Date> since;
      for (Date d = as_at; r.verdict != Verdict::blank; d = add_days(d, -1)) {
        const Rating then = rate(assess(owed, d, options)).all()[i];
        if (then.verdict != r.verdict || then.bands != r.bands) break;
        since = d;
      }
      CAPTURE(round, now.id(r));
      CHECK(now.since(r) == since);
      checked += since.has_value();
      longer += since && r.record && *since != *r.record->date;
    }
  }
  CHECK(checked > 50);
  CHECK(longer > 20);
}
