// What is different between two texts, or between two dates: each kind of difference, by itself.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <safegov/compare.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string bodies =
    "safegov: 1\npartnership: example\nname: E\nbodies:\n  - id: bmg\n    meets: June 2019, 9 Oct "
    "2019\n  - id: qa\n  - id: learning\n";
const std::string plan =
    "safegov: 1\npartnership: example\nplan: p\nobjectives:\n  - no: 1\n    actions:\n"
    "      - no: 1.1\n        text: An action\n        lead: qa\n        promises:\n"
    "          - what: A\n            to: bmg\n            due: June 2019, Oct 2019\n"
    "          - what: B\n            id: b\n            to: learning\n            due: Nov 2019\n";

Assessment state(const std::string& plan_text, const std::string& records = "",
                 Date as_at = Date(2019, 8, 1), const AssessOptions& options = {}) {
  std::vector<Source> sources{{"partnership.yaml", bodies}, {"plan.yaml", plan_text}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return assess(expand_obligations(sound(std::move(sources))), as_at, options);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

/// `p/1.1/b@2019-11: slipped reworded`, a line for each obligation.
std::vector<std::string> told(const Comparison& found) {
  std::vector<std::string> lines;
  for (const Differing& d : found.changes) {
    lines.push_back(d.change.id + ":");
    for (const Difference kind : d.kinds) lines.back() += " " + std::string(to_string(kind));
  }
  return lines;
}

using Lines = std::vector<std::string>;

Date later(Date day, int days) { return Date::from_days(day.days() + days); }

}  // namespace

TEST_CASE("the same text on the same day differs in nothing", "[diff]") {
  const Comparison found = differences(state(plan), state(plan));
  CHECK(found.changes.empty());
  CHECK(found.ratings.empty());
  CHECK(found.unchanged == 3);
}

TEST_CASE("what is no longer in the text is gone, and what is not yet in it is new", "[diff]") {
  const Comparison found =
      differences(state(plan), state(replaced(plan, "June 2019, Oct 2019", "Oct 2019, Dec 2019")));
  CHECK(told(found) == Lines{"p/1.1/bmg@2019-12: new", "p/1.1/bmg@2019-06: gone"});
  CHECK(found.changes[1].promise_remains);
  CHECK(found.unchanged == 2);
  const Comparison without =
      differences(state(plan), state(plan.substr(0, plan.find("          - what: B"))));
  CHECK(told(without) == Lines{"p/1.1/b@2019-11: gone"});
  CHECK_FALSE(without.changes[0].promise_remains);
}

TEST_CASE("what was received, waived, superseded or cancelled between two dates is closed",
          "[diff]") {
  for (const std::string kind : {"received", "waived", "superseded", "cancelled"}) {
    const Comparison found = differences(
        state(plan), state(plan, "- " + kind + ": p/1.1/b\n  date: 2019-07-01\n  by: bmg\n"));
    CHECK(told(found) == Lines{"p/1.1/b@2019-11: closed"});
    REQUIRE(found.changes[0].closed_by);
    CHECK(found.changes[0].closed_by->by.id == "bmg");
  }
}

TEST_CASE("what was closed and is owed again is open again", "[diff]") {
  const std::string record = "- received: p/1.1/b\n  date: 2019-07-01\n  id: r\n";
  const std::string and_back = record + "- retracted: r\n  date: 2019-07-20\n";
  CHECK(told(differences(state(plan, record), state(plan, and_back))) ==
        Lines{"p/1.1/b@2019-11: reopened"});
  // And if it is late by now, that as well.
  CHECK(told(differences(state(plan, record), state(plan, and_back, Date(2019, 12, 1)))) ==
        Lines{"p/1.1/bmg@2019-10: overdue", "p/1.1/b@2019-11: reopened overdue"});
}

TEST_CASE("time alone makes overdue what nobody sent", "[diff]") {
  CHECK(told(differences(state(plan, "", Date(2019, 5, 1)), state(plan, "", Date(2019, 6, 1)))) ==
        Lines{"p/1.1/bmg@2019-06: otherwise"});
  CHECK(told(differences(state(plan, "", Date(2019, 6, 30)), state(plan, "", Date(2019, 7, 1)))) ==
        Lines{"p/1.1/bmg@2019-06: overdue"});
}

TEST_CASE("a later last day is a slip, by so many days and by whom, an earlier one is not",
          "[diff]") {
  const std::string extended =
      "- extended: p/1.1/b\n  date: 2019-07-01\n  until: 15 Dec 2019\n  by: learning\n";
  const Comparison slipped = differences(state(plan), state(plan, extended));
  CHECK(told(slipped) == Lines{"p/1.1/b@2019-11: slipped"});
  CHECK(slipped.changes[0].days == 15);
  REQUIRE(slipped.changes[0].moved_by);
  CHECK(slipped.changes[0].moved_by->by.id == "learning");
  const Comparison back = differences(state(plan, extended), state(plan));
  CHECK(told(back) == Lines{"p/1.1/b@2019-11: brought_forward"});
  CHECK(back.changes[0].days == -15);
  CHECK(back.changes[0].moved_by == nullptr);
}

TEST_CASE("a meeting that moves takes what is bound to it along", "[diff]") {
  const std::string bound = replaced(plan, "due: Nov 2019", "due: bmg of Oct 2019");
  const Comparison found = differences(
      state(bound),
      state(bound, "- moved: bmg of Oct 2019\n  date: 2019-07-01\n  until: 20 Oct 2019\n"));
  CHECK(told(found) == Lines{"p/1.1/b@2019-10: slipped"});
  CHECK(found.changes[0].days == 11);
  CHECK(found.changes[0].moved_by->event.kind == RecordKind::moved);
  // Cancelled, it has no day at all.
  const Comparison cancelled =
      differences(state(bound), state(bound, "- cancelled: bmg of Oct 2019\n  date: 2019-07-01\n"));
  CHECK(told(cancelled) == Lines{"p/1.1/b@2019-10: redated"});
  CHECK(cancelled.changes[0].days == 0);
}

TEST_CASE("another owner or lead is re-owned, another receiver re-addressed", "[diff]") {
  CHECK(told(differences(state(plan), state(replaced(plan, "lead: qa", "lead: bmg")))) ==
        Lines{"p/1.1/bmg@2019-06: re_owned", "p/1.1/bmg@2019-10: re_owned",
              "p/1.1/b@2019-11: re_owned"});
  CHECK(told(differences(state(plan), state(replaced(plan, "id: b\n",
                                                     "id: b\n            from: "
                                                     "bmg\n")))) ==
        Lines{"p/1.1/b@2019-11: re_owned"});
  CHECK(told(differences(state(plan), state(replaced(plan, "to: learning", "to: bmg")))) ==
        Lines{"p/1.1/b@2019-11: re_addressed"});
}

TEST_CASE("other words for the same promise or the same days are reworded", "[diff]") {
  CHECK(told(differences(state(plan), state(replaced(plan, "what: B", "what: Better")))) ==
        Lines{"p/1.1/b@2019-11: reworded"});
  CHECK(told(differences(state(plan), state(replaced(plan, "Nov 2019", "November 2019")))) ==
        Lines{"p/1.1/b@2019-11: reworded"});
}

TEST_CASE("a former id is the same obligation, in whichever of the two it stands", "[diff]") {
  const std::string renamed = replaced(plan, "id: b\n", "id: report\n            was: b\n");
  CHECK(told(differences(state(plan), state(renamed))).empty());
  CHECK(told(differences(state(renamed), state(plan))).empty());
  const std::string other_plan = replaced(plan, "plan: p\n", "plan: q\nwas: p\n");
  const Comparison found =
      differences(state(plan), state(other_plan, "- received: q/1.1/b\n  date: 2019-07-01\n"));
  CHECK(told(found) == Lines{"q/1.1/b@2019-11: closed"});
  CHECK(found.changes[0].change.before);
  // Without the former id, one is gone and the other new.
  const Comparison without =
      differences(state(plan), state(replaced(plan, "plan: p\n", "plan: q\n")));
  CHECK(without.count(Difference::gone) == 3);
  CHECK(without.count(Difference::added) == 3);
}

TEST_CASE("what is rated otherwise is told, by what is declared and by what follows", "[diff]") {
  const Comparison declared = differences(
      state(plan), state(plan, "- rated: p/1.1\n  rating: green\n  date: 2019-07-01\n"));
  REQUIRE(declared.ratings.size() == 1);
  CHECK(declared.ratings[0].id == "p/1.1");
  CHECK(declared.ratings[0].declared_before.empty());
  CHECK(declared.ratings[0].declared_after == "G green");
  CHECK(declared.ratings[0].derived_before == declared.ratings[0].derived_after);
  const Comparison derived = differences(state(plan, "", Date(2019, 5, 1)), state(plan));
  CHECK(std::ranges::count(derived.ratings, "p/1.1", &RatingChange::id) == 1);
  CHECK(std::ranges::count(derived.ratings, "p", &RatingChange::id) == 1);
}

TEST_CASE("of some plans only, what is different in others is not told", "[diff]") {
  const std::string other = replaced(plan, "plan: p\n", "plan: q\n");
  const Partnership both =
      sound({{"partnership.yaml", bodies}, {"plan.yaml", plan}, {"other.yaml", other}});
  const PlanId only = std::get<PlanId>(both.find("q"));
  const auto on = [&](Date day) { return assess(expand_obligations(both, {.of = {only}}), day); };
  const Comparison found = differences(on(Date(2019, 6, 30)), on(Date(2019, 7, 1)));
  CHECK(told(found) == Lines{"q/1.1/bmg@2019-06: overdue"});
  CHECK(found.unchanged == 2);
  for (const RatingChange& change : found.ratings) CHECK(change.id.starts_with("q"));
}

TEST_CASE("what was known then and what is known now differ by what was written down since",
          "[diff]") {
  const std::string late = "- received: p/1.1/b\n  date: 2019-07-01\n  recorded: 2019-07-20\n";
  const Comparison found =
      differences(state(plan, late, Date(2019, 7, 10), {.known_at = Date(2019, 7, 10)}),
                  state(plan, late, Date(2019, 7, 10)));
  CHECK(told(found) == Lines{"p/1.1/b@2019-11: closed"});
}

TEST_CASE(
    "whatever happens, each obligation is unchanged, new or told, and closing is undone by "
    "looking back",
    "[diff][oracle]") {
  std::mt19937 random(11);
  const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
  const char* const subjects[] = {"p/1.1/bmg of June 2019", "p/1.1/bmg of Oct 2019", "p/1.1/b"};
  for (int round = 0; round < 40; ++round) {
    std::string records;
    for (int i = upto(6); i >= 0; --i) {
      const std::string kind = std::vector<std::string>{
          "received", "waived", "extended"}[static_cast<std::size_t>(upto(3))];
      records += "- " + kind + ": " + subjects[upto(3)] +
                 "\n  date: " + iso(later(Date(2019, 4, 1), upto(200))) + "\n";
      if (kind == "extended")
        records += "  until: " + iso(later(Date(2020, 1, 1), upto(99))) + "\n";
    }
    const Date one = later(Date(2019, 4, 1), upto(300)), other = later(one, upto(100));
    const Assessment was = state(plan, records, one), is = state(plan, records, other);
    const Comparison found = differences(was, is), back = differences(is, was);
    CHECK(found.unchanged + found.changes.size() == is.size());
    CHECK(found.count(Difference::closed) == back.count(Difference::reopened));
    CHECK(found.count(Difference::reopened) == 0);
    CHECK(found.count(Difference::slipped) == back.count(Difference::brought_forward));
    for (std::size_t row = 0; row < is.size(); ++row) {
      const auto told_of = std::ranges::find_if(
          found.changes, [&](const Differing& d) { return d.change.after == row; });
      const bool same = was[row] == is[row] && was.in_force(row) == is.in_force(row);
      CHECK((told_of == found.changes.end()) == same);
    }
  }
}
