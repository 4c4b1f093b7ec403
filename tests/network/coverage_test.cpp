// What plans cover and what reached the top: in sentences, and against the definition.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include <safegov/coverage.hpp>
#include <safegov/render.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const char* const structure =
    "safegov: 1\npartnership: example\nname: Example\ntop: board\nbodies:\n"
    "  - {id: board, name: Board, meets: '16 Dec 2025, 17 March 2026'}\n"
    "  - {id: bmg, reports-to: board, meets: '7 Oct 2025, 2 Dec 2025, 3 Feb 2026'}\n"
    "  - {id: months, reports-to: board, meets: 'Nov 2025, Dec 2025, Jan 2026'}\n"
    "  - {id: silent, reports-to: board}\n"
    "  - {id: adrift}\n";

/// A plan `p` of one priority and one objective under it; its promises are called by receivers.
const char* const one_objective =
    "safegov: 1\npartnership: example\nplan: p\npriorities: [{no: 1, text: First}]\n"
    "objectives:\n  - no: 1\n    priorities: 1\n    actions:\n      - no: 1.1\n        lead: bmg\n"
    "        promises:\n"
    "          - {what: A, to: board}\n          - {what: B, to: bmg}\n"
    "          - {what: C, to: months}\n          - {what: D, to: silent}\n"
    "          - {what: E, to: adrift}\n          - {what: F, id: nobody}\n";

struct Asked {
  Partnership partnership;
  Coverage cover;

  [[nodiscard]] const PriorityCoverage& first() const { return cover.priorities().front(); }
  [[nodiscard]] std::string reach() const { return std::string(to_string(first().reach)); }
  /// `heard not_yet`: of each record, in the order of days.
  [[nodiscard]] std::string hearings() const {
    std::string out;
    for (const Claim& claim : first().claims)
      out += (out.empty() ? "" : " ") + std::string(to_string(claim.hearing));
    return out;
  }
  [[nodiscard]] std::string gap(GapKind kind) const {
    std::string out;
    for (const CoverageGap& gap : cover.gaps())
      if (gap.what == kind)
        for (const std::string& id : gap.ids) out += (out.empty() ? "" : ", ") + id;
    return out;
  }
};

Asked ask(std::vector<Source> sources, Date as_at = Date(2026, 1, 10),
          const CoverageOptions& options = {}, std::optional<Date> known_at = {}) {
  Partnership partnership = sound(std::move(sources));
  const Assessment assessment =
      assess(expand_obligations(partnership), as_at, {.known_at = known_at});
  return {partnership, coverage(assessment, options)};
}

Asked with_records(const std::string& records, Date as_at = Date(2026, 1, 10),
                   const CoverageOptions& options = {}, std::optional<Date> known_at = {}) {
  return ask({{"partnership.yaml", structure},
              {"plan.yaml", one_objective},
              {"records.yaml", small_records(records)}},
             as_at, options, known_at);
}

}  // namespace

TEST_CASE("what the top received with a reference is evidence, without one it is words",
          "[coverage]") {
  const std::string received = "- received: p/1.1/board\n  date: 2025-11-11\n";
  CHECK(with_records(received + "  reference: Minutes\n").reach() == "evidence");
  CHECK(with_records(received).reach() == "words");
  CHECK(
      with_records("- rated: p/1.1\n  rating: green\n  by: board\n  date: 2025-11-11\n").reach() ==
      "words");
  CHECK(with_records("- decided: p/1\n  by: board\n  reference: Minutes\n  date: 2025-11-11\n")
            .reach() == "evidence");
  // Who received it is who is said to have.
  CHECK(with_records("- received: p/1.1/silent\n  by: board\n  date: 2025-11-11\n").reach() ==
        "words");
  // What is only planned or let off reached nobody; a plan as a whole is no priority.
  CHECK(with_records("- waived: p/1.1/board\n  by: board\n  date: 2025-11-11\n").reach() == "no");
  CHECK(with_records("- rated: p\n  rating: green\n  by: board\n  date: 2025-11-11\n").reach() ==
        "no");
}

TEST_CASE("what a body below the top received is heard when the timetable carries it there",
          "[coverage]") {
  const std::string received = "- received: p/1.1/bmg\n  reference: Minutes\n  date: ";
  const Asked in_time = with_records(received + "2025-10-07\n");
  CHECK(in_time.reach() == "evidence");
  CHECK(in_time.first().claims.front().heard ==
        Arrival{.possible = Date(2025, 12, 16), .certain = Date(2025, 12, 16)});
  CHECK(with_records(received + "2025-10-07\n", Date(2025, 12, 16)).reach() == "evidence");
  CHECK(with_records(received + "2025-10-07\n", Date(2025, 12, 15)).hearings() == "not_yet");
  CHECK(with_records(received + "2025-10-07\n", Date(2025, 12, 15)).reach() == "no");
  // A meeting that did not take place carries nothing.
  const Asked cancelled = with_records(received +
                                       "2025-10-07\n"
                                       "- cancelled: board of 16 Dec 2025\n  date: 2025-12-01\n");
  CHECK(cancelled.hearings() == "not_yet");
  // After the last meeting that is known nothing can be told.
  CHECK(with_records(received + "2026-02-04\n", Date(2026, 6, 1)).hearings() == "not_known");
}

TEST_CASE("what cannot be told is not known, and never guessed", "[coverage]") {
  const Asked silent =
      with_records("- received: p/1.1/silent\n  reference: Minutes\n  date: 2025-10-01\n");
  CHECK(silent.hearings() == "not_known");
  CHECK(silent.reach() == "not_known");
  const Asked adrift =
      with_records("- received: p/1.1/adrift\n  reference: Minutes\n  date: 2025-10-01\n");
  CHECK(adrift.hearings() == "no_line");
  CHECK(adrift.reach() == "no");
  const Asked nobody =
      with_records("- received: p/1.1/nobody\n  reference: Minutes\n  date: 2025-10-01\n");
  CHECK(nobody.hearings() == "not_known");
  // By the months of its meetings it may have gone from November to 16 December, or not.
  const Asked months =
      with_records("- received: p/1.1/months\n  reference: Minutes\n  date: 2025-11-10\n");
  CHECK(months.hearings() == "maybe");
  CHECK(months.reach() == "not_known");
  const std::string month = "- received: p/1.1/months\n  reference: Minutes\n  date: 2025-11-10\n";
  CHECK(with_records(month, Date(2026, 3, 20), {.days = 10}).hearings() == "maybe");
  CHECK(with_records(month, Date(2026, 3, 20)).hearings() == "heard");
  // What is certain answers, whatever else is not.
  const Asked both = with_records(
      "- received: p/1.1/silent\n  reference: Minutes\n  date: 2025-10-01\n"
      "- received: p/1.1/board\n  date: 2025-10-02\n");
  CHECK(both.hearings() == "not_known heard");
  CHECK(both.reach() == "words");
}

TEST_CASE("only what was heard in the days looked at counts", "[coverage]") {
  const std::string received =
      "- received: p/1.1/bmg\n  reference: Minutes\n  date: 2025-10-07\n";  // heard on 16 December
  const auto after = [&](int days) {
    return with_records(received, Date(2026, 1, 10), {.days = days});
  };
  CHECK(after(26).cover.looked_at().first() == Date(2025, 12, 16));
  CHECK(after(26).reach() == "evidence");
  CHECK(after(25).hearings() == "before");
  CHECK(after(25).reach() == "no");
  CHECK_THROWS_AS(after(0), std::invalid_argument);
}

TEST_CASE("a record counts as it was known, and from its day on", "[coverage]") {
  const std::string record =
      "- received: p/1.1/board\n  date: 2025-11-11\n  recorded: 2025-12-01\n";
  const Date day(2026, 1, 10);
  CHECK(with_records(record, day, {}, Date(2025, 11, 30)).reach() == "no");
  CHECK(with_records(record, day, {}, Date(2025, 12, 1)).reach() == "words");
  CHECK(with_records(record, Date(2025, 11, 10)).reach() == "no");
  const std::string retracted =
      "- received: p/1.1/board\n  date: 2025-11-11\n  id: wrong\n"
      "- retracted: wrong\n  date: 2025-12-05\n";
  CHECK(with_records(retracted).reach() == "no");
  CHECK(with_records(retracted, day, {}, Date(2025, 12, 4)).reach() == "words");
}

TEST_CASE("the top of its day received it, though others have taken over since", "[coverage]") {
  const std::string bodies =
      "safegov: 1\npartnership: example\nname: Example\ntop: old\nbodies:\n"
      "  - {id: old, until: 2025-09-30, meets: 1 Sept 2025}\n"
      "  - {id: new, succeeds: old, meets: 1 Nov 2025}\n"
      "  - {id: bmg, reports-to: [{to: old, until: 2025-09-30}, {to: new, from: 2025-10-01}],"
      " meets: '20 Aug 2025, 20 Oct 2025'}\n";
  const std::string promises =
      "safegov: 1\npartnership: example\nplan: p\npriorities: [{no: 1, text: First}]\n"
      "objectives: [{no: 1, priorities: 1, actions: [{no: 1.1, lead: bmg, promises: [\n"
      "  {what: A, to: old}, {what: B, to: new}, {what: C, to: bmg, due: 'Aug 2025, Oct 2025'}]}]}]"
      "\n";
  const Asked asked =
      ask({{"partnership.yaml", bodies},
           {"plan.yaml", promises},
           {"records.yaml", small_records("- received: p/1.1/old\n  date: 2025-08-01\n"
                                          "- received: p/1.1/bmg of Aug 2025\n  date: 2025-08-20\n"
                                          "- received: p/1.1/bmg of Oct 2025\n  date: 2025-10-20\n"
                                          "- received: p/1.1/new\n  date: 2025-10-21\n")}});
  CHECK(asked.partnership[asked.cover.top()].id == "new");
  std::vector<std::optional<Date>> heard;
  for (const Claim& claim : asked.first().claims) heard.push_back(claim.heard.certain);
  CHECK(heard == std::vector<std::optional<Date>>{Date(2025, 8, 1), Date(2025, 9, 1),
                                                  Date(2025, 11, 1), Date(2025, 10, 21)});
}

TEST_CASE("without a top it is known of nothing whether it was heard", "[coverage]") {
  const std::string bodies = "safegov: 1\npartnership: example\nname: E\nbodies: [{id: qa}]\n";
  const std::string promises = small_plan("- {what: A, to: qa}\n");
  const Asked asked =
      ask({{"partnership.yaml", bodies},
           {"plan.yaml", promises},
           {"records.yaml", small_records("- received: p/1.1/qa\n  date: 2025-08-01\n")}});
  CHECK_FALSE(asked.cover.top());
  CHECK(asked.hearings() == "not_known");
}

TEST_CASE("every kind of gap is found and nothing else is", "[coverage]") {
  const std::string text =
      "safegov: 1\npartnership: example\nplan: p\n"
      "priorities: [{no: 1, text: A}, {no: 2, text: B}]\n"
      "focus-groups: [{id: care, name: In care}, Carers, {id: lost, name: Lost}]\n"
      "objectives:\n"
      "  - {no: 1, priorities: 1, focus: care, actions: [{no: 1.1, lead: bmg, focus: Carers,\n"
      "      promises: [{what: R, to: bmg, due: June 2025}]}]}\n"
      "  - {no: 2, priorities: 1, actions: [{no: 2.1, lead: not stated,\n"
      "      promises: [{what: R, id: r, due: ongoing}]}]}\n"
      "  - {no: 3, actions: [{no: 3.1, lead: silent, promises: [{what: R, to: bmg}]}]}\n"
      "  - {no: 4, priorities: 1}\n";
  const Asked asked = ask({{"partnership.yaml", structure}, {"plan.yaml", text}});
  CHECK(asked.gap(GapKind::priority_without_objective) == "2");
  CHECK(asked.gap(GapKind::objective_without_priority) == "3");
  CHECK(asked.gap(GapKind::focus_group_without_objective) == "lost");
  CHECK(asked.gap(GapKind::objective_without_action) == "4");
  CHECK(asked.gap(GapKind::objective_without_lead) == "2");
  CHECK(asked.gap(GapKind::objective_without_date) == "2, 3");
  CHECK(asked.gap(GapKind::objective_without_receiver) == "2");
  CHECK(asked.gap(GapKind::body_without_lead) == "board, months, adrift");
}

TEST_CASE("a body leads what a body led whose duties it took over", "[coverage]") {
  const std::string bodies =
      "safegov: 1\npartnership: example\nname: E\ntop: board\nbodies:\n"
      "  - {id: board}\n  - {id: old, reports-to: board, until: 2025-06-30}\n"
      "  - {id: new, reports-to: board, succeeds: old}\n  - {id: bmg, reports-to: board}\n";
  const std::string text =
      "safegov: 1\npartnership: example\nplan: p\n"
      "objectives: [{no: 1, actions: [{no: 1.1, lead: old, promises: [{what: R, to: bmg}]}]}]\n";
  CHECK(ask({{"partnership.yaml", bodies}, {"plan.yaml", text}}).gap(GapKind::body_without_lead) ==
        "board, bmg");
  CHECK(ask({{"partnership.yaml", bodies}, {"plan.yaml", text}}, Date(2025, 1, 1))
            .gap(GapKind::body_without_lead) == "board, new, bmg");
}

TEST_CASE("Nottingham's plan ties nothing to its priorities or focus groups, and none are invented",
          "[coverage][nottingham]") {
  const Coverage cover =
      coverage(assess(expand_obligations(nottingham()), Date(2019, 11, 1)), {.days = 365});
  REQUIRE(cover.priorities().size() == 4);
  for (const PriorityCoverage& row : cover.priorities().first(3)) {
    CHECK(row.objectives.empty());
    CHECK(row.reach == Reach::no);
  }
  const PriorityCoverage& none = cover.priorities()[3];
  CHECK(none.objectives.size() == 13);
  CHECK(none.obligations == 61);
  // The board meets three times a year, on no days that are known.
  CHECK(none.reach == Reach::not_known);
  CHECK(cover.focus_groups().size() == 14);
  for (const FocusCoverage& row : cover.focus_groups()) CHECK(row.objectives.empty());
}

// The oracle: a partnership in which everything is known by its day, and a walk from day to day.
namespace {

struct Drawn {
  Partnership partnership;
  std::vector<std::vector<Date>> meets;  ///< of each body; the first is the top
  std::vector<std::pair<std::size_t, std::size_t>> lines;
};

class Cases {
 public:
  explicit Cases(unsigned seed) : random_(seed) {}

  Drawn next() {
    Partnership::Parts parts;
    parts.arrangements = {.id = "generated", .name = "Generated", .top = {"b0"}};
    std::vector<std::vector<Date>> meets;
    std::vector<std::pair<std::size_t, std::size_t>> lines;
    const std::size_t bodies = 2 + below(4);
    for (std::size_t b = 0; b < bodies; ++b) {
      Body body{.id = name("b", b)};
      std::set<Date> days;
      for (std::size_t n = below(4); n > 0; --n) days.insert(day());
      for (const Date each : days) body.meets += (body.meets.empty() ? "" : ", ") + in_words(each);
      meets.emplace_back(days.begin(), days.end());
      for (std::size_t n = below(3); n > 0; --n)
        if (const std::size_t to = below(bodies); to != b) {
          lines.emplace_back(b, to);
          body.reports_to.push_back({.to = {name("b", to)}});
        }
      parts.arrangements.bodies.push_back(std::move(body));
    }
    Plan plan{.id = "p"};
    for (std::size_t i = 0; i < 3; ++i) {
      plan.priorities.push_back({.no = name("", i), .text = "A priority"});
      plan.focus_groups.push_back({.id = below(2) == 0 ? name("g", i) : "", .name = name("n", i)});
    }
    for (std::size_t o = below(5); o > 0; --o) plan.objectives.push_back(objective(plan, bodies));
    add_records(plan, bodies, parts.records);
    parts.plans.push_back(std::move(plan));
    const auto made = Partnership::make(std::move(parts));
    INFO(printed(made.diagnostics()));
    REQUIRE(made);
    return {*made, std::move(meets), std::move(lines)};
  }

  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  Date day() { return add_days(Date(2025, 4, 1), static_cast<int>(below(100))); }

 private:
  static std::string name(const std::string& stem, std::size_t i) {
    return stem + std::to_string(i);
  }

  std::vector<Ref<FocusGroup>> focus(const Plan& plan) {
    std::vector<Ref<FocusGroup>> groups;
    for (std::size_t n = below(3); n > 0; --n)
      groups.push_back({plan.focus_groups[below(3)].label()});
    return groups;
  }

  Objective objective(const Plan& plan, std::size_t bodies) {
    const std::size_t number = plan.objectives.size();
    Objective made{.no = name("", number)};
    for (std::size_t n = below(3); n > 0; --n) made.priorities.push_back({name("", below(3))});
    made.focus = focus(plan);
    for (std::size_t a = below(3); a > 0; --a) {
      Action action{.no = made.no + "." + std::to_string(a)};
      if (below(3) != 0) action.lead = {name("b", below(bodies))};
      action.focus = focus(plan);
      for (std::size_t n = below(3); n > 0; --n) {
        Promise promise{.id = name("r", n), .what = "A report"};
        if (below(4) != 0) promise.to = {name("b", below(bodies))};
        if (below(2) == 0) promise.due = "June 2025";
        action.promises.push_back(std::move(promise));
      }
      made.actions.push_back(std::move(action));
    }
    return made;
  }

  void add_records(const Plan& plan, std::size_t bodies, std::vector<Record>& records) {
    for (const Objective& objective : plan.objectives)
      for (const Action& action : objective.actions) {
        const std::string stem = "p/" + action.no;
        for (const Promise& promise : action.promises)
          if (below(2) == 0)
            records.push_back({.event = {below(2) == 0 ? RecordKind::received : RecordKind::waived,
                                         stem + "/" + promise.id},
                               .date = day(),
                               .reference = below(2) == 0 ? "Minutes" : ""});
        if (below(3) == 0)
          records.push_back({.event = {RecordKind::decided, stem},
                             .date = day(),
                             .by = {name("b", below(bodies))},
                             .reference = below(2) == 0 ? "Minutes" : ""});
      }
  }

  std::mt19937 random_;
};

/// When what is in `body` on a day is heard by the first body: day by day, who has met with it.
std::optional<Date> heard(const Drawn& drawn, std::size_t body, Date since) {
  if (body == 0) return since;
  std::set<std::size_t> met;
  for (Date day = since; day < Date(2026, 1, 1); day = add_days(day, 1)) {
    for (bool again = true; again;) {
      again = false;
      for (std::size_t who = 0; who < drawn.meets.size(); ++who) {
        if (met.contains(who) || std::ranges::count(drawn.meets[who], day) == 0) continue;
        const bool told = who == body || std::ranges::any_of(drawn.lines, [&](const auto& line) {
                            return line.second == who && met.contains(line.first);
                          });
        if (told) again = met.insert(who).second;
      }
    }
    if (met.contains(0)) return day;
  }
  return {};
}

bool has_line(const Drawn& drawn, std::size_t from) {
  std::set<std::size_t> reached{from};
  for (std::size_t before = 0; before != reached.size();) {
    before = reached.size();
    for (const auto& [a, b] : drawn.lines)
      if (reached.contains(a)) reached.insert(b);
  }
  return reached.contains(0);
}

std::string reach(const Drawn& drawn, const Plan& plan, const std::string& priority, Date first,
                  Date last) {
  bool evidence = false, words = false, unknown = false;
  for (const Record& record : drawn.partnership.records()) {
    if (record.event.kind == RecordKind::waived || *record.date > last) continue;
    for (const Objective& objective : plan.objectives) {
      const auto& served = objective.priorities;
      const bool serves = priority.empty()
                              ? served.empty()
                              : std::ranges::count(served, Ref<Priority>{priority}) != 0;
      if (!serves) continue;
      for (const Action& action : objective.actions) {
        std::string at = record.by.id;
        bool about = record.event.about == "p/" + action.no;
        for (const Promise& promise : action.promises)
          if (record.event.about == "p/" + action.no + "/" + promise.id) {
            about = true;
            at = promise.to.id;
          }
        if (!about) continue;
        if (at.empty()) {
          unknown = true;
          continue;
        }
        const std::size_t body = drawn.partnership.find_body(at).index;
        const auto day = heard(drawn, body, *record.date);
        if (!day && has_line(drawn, body)) unknown = true;
        if (!day || *day < first || *day > last) continue;
        (record.reference.empty() ? words : evidence) = true;
      }
    }
  }
  return evidence ? "evidence" : words ? "words" : unknown ? "not_known" : "no";
}

}  // namespace

TEST_CASE("what reached the top is what a walk from day to day finds", "[coverage]") {
  Cases cases(20250401);
  std::map<std::string, int> seen;
  for (int round = 0; round < 400; ++round) {
    const Drawn drawn = cases.next();
    const Date last = cases.day();
    const int days = 1 + static_cast<int>(cases.below(60));
    const Coverage cover =
        coverage(assess(expand_obligations(drawn.partnership), last), {.days = days});
    const Plan& plan = drawn.partnership.plans()[0];
    for (const PriorityCoverage& row : cover.priorities()) {
      const std::string no = row.priority ? plan.priorities[*row.priority].no : std::string();
      const std::string wanted = reach(drawn, plan, no, add_days(last, 1 - days), last);
      CAPTURE(round, no);
      CHECK(to_string(row.reach) == wanted);
      ++seen[wanted];
    }
  }
  CHECK(seen.size() == 4);
  for (const auto& [word, count] : seen) {
    CAPTURE(word);
    CHECK(count > 20);
  }
}

TEST_CASE("every cell holds what is in it by definition, and no other has anything", "[coverage]") {
  Cases cases(20250402);
  std::size_t shared = 0;
  for (int round = 0; round < 200; ++round) {
    const Drawn drawn = cases.next();
    const Obligations owed = expand_obligations(drawn.partnership);
    const Assessment assessment = assess(owed, Date(2025, 7, 1));
    const Coverage cover = coverage(assessment);
    const Plan& plan = drawn.partnership.plans()[0];
    // By priority, objective, group and lead, `-` where there is none.
    using Key = std::tuple<std::string, std::string, std::string, std::string>;
    using Sums = std::tuple<std::size_t, std::size_t, std::size_t>;
    std::map<Key, Sums> wanted, found;
    std::set<std::string> named;
    const auto or_none = [](std::set<std::string> words) {
      if (words.empty()) words.insert("-");
      return words;
    };
    for (const Objective& objective : plan.objectives) {
      std::set<std::string> priorities, groups;
      for (const auto& priority : objective.priorities) priorities.insert(priority.id);
      for (const auto& group : objective.focus) groups.insert(group.id);
      named.insert(priorities.begin(), priorities.end());
      for (const std::string& priority : or_none(priorities)) {
        if (objective.actions.empty())
          for (const std::string& group : or_none(groups))
            wanted[{priority, objective.no, group, "-"}];
        for (const Action& action : objective.actions) {
          std::set<std::string> all = groups;
          for (const auto& group : action.focus) all.insert(group.id);
          shared += all.size() > 1;
          std::size_t obligations = 0, received = 0;
          for (const Obligation each : owed)
            if (each.action().no == action.no) {
              ++obligations;
              const State state = assessment[each.row()];
              received += state == State::received || state == State::received_late;
            }
          for (const std::string& group : or_none(all)) {
            auto& [a, o, r] =
                wanted[{priority, objective.no, group, action.lead ? action.lead.id : "-"}];
            a += 1, o += obligations, r += received;
          }
        }
      }
      for (const Action& action : objective.actions)
        for (const auto& group : action.focus) groups.insert(group.id);
      for (const std::string& group : groups) named.insert("group " + group);
    }
    for (const Priority& priority : plan.priorities)
      if (!named.contains(priority.no)) wanted[{priority.no, "-", "-", "-"}];
    for (const FocusGroup& group : plan.focus_groups)
      if (!named.contains("group " + group.label())) wanted[{"-", "-", group.label(), "-"}];

    for (const CoverageCell& cell : cover.cells())
      found[{cell.priority ? plan.priorities[*cell.priority].no : "-",
             cell.objective ? drawn.partnership[cell.objective].no : "-",
             cell.focus_group ? plan.focus_groups[*cell.focus_group].label() : "-",
             cell.lead ? drawn.partnership[cell.lead].id : "-"}] = {cell.actions, cell.obligations,
                                                                    cell.received};
    CAPTURE(round);
    CHECK(found == wanted);
    CHECK(cover.cells().size() == wanted.size());
  }
  CHECK(shared > 50);
}

TEST_CASE("coverage has no form as a picture", "[coverage][render]") {
  CHECK_THROWS_AS(
      render(with_records("- waived: p/1.1/board\n  date: 2025-11-11\n").cover, Format::dot),
      std::invalid_argument);
}
