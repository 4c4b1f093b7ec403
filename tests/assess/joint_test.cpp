// Bodies in several partnerships: each side sees its own obligations and no others.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <vector>

#include <safegov/joint.hpp>
#include <safegov/render.hpp>
#include <safegov/survey.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const Date day(2019, 11, 1);

/// A partnership of these bodies, lines of YAML, in which `owes` (or nobody) owes so many reports
/// to `top`, all overdue.
Partnership of(const std::string& id, const std::string& bodies, const std::string& owes = "",
               int reports = 0) {
  const std::string head = "safegov: 1\npartnership: " + id + "\n";
  std::vector<Source> sources{
      {"partnership.yaml",
       head + "name: The " + id + "\ntop: top\nbodies:\n  - {id: top}\n" + bodies}};
  if (!owes.empty()) {
    std::string plan = head + "plan: p\nobjectives: [{no: 1, actions: [{no: 1.1, lead: " + owes +
                       ", promises: [\n";
    for (int i = 0; i < reports; ++i)
      plan += "  {what: R, id: r" + std::to_string(i) + ", to: top, due: June 2019},\n";
    sources.emplace_back("plan.yaml", plan + "]}]}]\n");
  }
  return sound(std::move(sources));
}

JointBodies joint_of(const std::vector<Partnership>& partnerships, Date as_at = day) {
  std::vector<JointMember> members;
  for (const Partnership& each : partnerships)
    members.push_back({each.arrangements().id, assess(expand_obligations(each), as_at)});
  return JointBodies(std::move(members));
}

/// `a/x b/y, a/z b/z`
std::string shared(const JointBodies& joint) {
  std::string out;
  for (const JointBody& body : joint.bodies()) {
    out += out.empty() ? "" : ",";
    for (const JointSide& side : body.sides) {
      const Partnership& own = joint.members()[side.member].assessment.obligations().partnership();
      out += (out.empty() ? "" : " ") + own.arrangements().id + "/" + own[side.body].id;
    }
  }
  return out;
}

/// `a/x not_there b`
std::string odd(const JointBodies& joint) {
  std::string out;
  for (const JointFinding& finding : joint.findings()) {
    const auto& members = joint.members();
    const Partnership& own = members[finding.member].assessment.obligations().partnership();
    out += (out.empty() ? "" : ", ") + own.arrangements().id + "/" + own[finding.body].id + " " +
           std::string(to_string(finding.what)) + " " + members[finding.other].path;
  }
  return out;
}

}  // namespace

TEST_CASE("a body is joint where two partnerships say so", "[joint]") {
  const Partnership a = of("a", "  - {id: x, joint-of: b}\n  - {id: y}\n");
  const Partnership b = of("b", "  - {id: y}\n  - {id: x, joint-of: a}\n");
  CHECK(shared(joint_of({a, b})) == "a/x b/x");
  CHECK(odd(joint_of({a, b})).empty());
  CHECK(shared(joint_of({b, a})) == "b/x a/x");
  CHECK(shared(joint_of({a})).empty());
}

TEST_CASE("it is enough that one knows what the other calls the body", "[joint]") {
  const Partnership a = of("a", "  - {id: x, joint-of: {partnership: b, as: y}}\n  - {id: y}\n");
  const Partnership b = of("b", "  - {id: y, joint-of: a}\n  - {id: x}\n");
  CHECK(shared(joint_of({a, b})) == "a/x b/y");
  CHECK(shared(joint_of({b, a})) == "b/y a/x");
  CHECK(odd(joint_of({a, b})).empty());
  const Partnership both = of("b", "  - {id: y, joint-of: {partnership: a, as: x}}\n");
  CHECK(shared(joint_of({a, both})) == "a/x b/y");
  CHECK(odd(joint_of({a, both})).empty());
  // A former id does as well.
  const Partnership renamed = of("b", "  - {id: z, was: y, joint-of: a}\n");
  CHECK(shared(joint_of({a, renamed})) == "a/x b/z");
  CHECK(odd(joint_of({a, renamed})).empty());
}

TEST_CASE("what the other does not know, or does not say, is odd", "[joint]") {
  const Partnership a = of("a", "  - {id: x, joint-of: b}\n");
  CHECK(odd(joint_of({a, of("b", "  - {id: y}\n")})) == "a/x not_there b");
  CHECK(shared(joint_of({a, of("b", "  - {id: y}\n")})).empty());
  CHECK(odd(joint_of({a, of("b", "  - {id: x}\n")})) == "a/x one_sided b");
  CHECK(shared(joint_of({a, of("b", "  - {id: x}\n")})) == "a/x b/x");
  const Partnership crossed = of("b", "  - {id: x, joint-of: {partnership: a, as: z}}\n");
  CHECK(odd(joint_of({a, crossed})) == "a/x one_sided b, b/x not_there a");
  // What is not read is not odd.
  const JointBodies alone = joint_of({a});
  CHECK(alone.findings().empty());
  CHECK(std::vector(alone.absent().begin(), alone.absent().end()) ==
        std::vector<JointAbsence>{{"b", 1}});
  // A file that lists every partnership, its own among them, says nothing of its own.
  CHECK(odd(joint_of({of("a", "  - {id: x, joint-of: [a, b]}\n"),
                      of("b", "  - {id: x, joint-of: [a, b]}\n")}))
            .empty());
}

TEST_CASE("what is said holds on its days, and while the body is there", "[joint]") {
  const Partnership a =
      of("a", "  - {id: x, joint-of: {partnership: b, from: 2019-04-01, until: 2020-03-31}}\n");
  const Partnership b = of("b", "  - {id: x, joint-of: a, until: 2019-12-31}\n");
  CHECK(shared(joint_of({a, b}, Date(2019, 4, 1))) == "a/x b/x");
  CHECK(odd(joint_of({a, b}, Date(2019, 3, 31))) == "b/x one_sided a");
  CHECK(odd(joint_of({a, b}, Date(2020, 1, 1))) == "a/x not_there b");
  CHECK(odd(joint_of({a, b}, Date(2020, 4, 1))).empty());
  CHECK(shared(joint_of({a, b}, Date(2020, 4, 1))).empty());
}

TEST_CASE("a body can sit in three partnerships, and two in one of them", "[joint]") {
  const Partnership a = of("a", "  - {id: x, joint-of: b}\n");
  const Partnership b = of("b", "  - {id: x, joint-of: [a, {partnership: c, as: z}]}\n");
  const Partnership c = of("c", "  - {id: z, joint-of: b}\n");
  CHECK(shared(joint_of({a, b, c})) == "a/x b/x c/z");
  CHECK(shared(joint_of({a, c})).empty());
  const Partnership two = of("a",
                             "  - {id: x, joint-of: b}\n"
                             "  - {id: procedures, joint-of: {partnership: b, as: x}}\n");
  CHECK(shared(joint_of({two, b})) == "a/x a/procedures b/x");
}

TEST_CASE("nothing of one partnership's obligations leaks into another's figures", "[joint]") {
  const std::string bodies = "  - {id: x, joint-of: [a, b, c]}\n  - {id: own, reports-to: top}\n";
  const std::vector<Partnership> all{of("a", bodies, "x", 2), of("b", bodies, "x", 5),
                                     of("c", bodies, "own", 7)};
  const JointBodies together = joint_of(all);
  REQUIRE(shared(together) == "a/x b/x c/x");
  std::vector<std::size_t> owed;
  for (const JointSide& side : together.bodies()[0].sides) {
    const Partnership& own = all[side.member];
    // By definition: of the partnership read by itself, those that the body owes or is owed.
    const Obligations alone = expand_obligations(own);
    const Assessment judged = assess(alone, day);
    Counts by, to;
    for (const Obligation each : alone) {
      if (each.from() && each.from()->id == "x") ++by[judged[each.row()]];
      if (each.to() && each.to()->id == "x") ++to[judged[each.row()]];
    }
    CHECK(side.owed_by == by);
    CHECK(side.owed_to == to);
    owed.push_back(side.owed_by[State::overdue]);
    // And nor are the partnership's own figures changed by its company.
    const JointMember& member = together.members()[side.member];
    CHECK(survey_line("x", member.assessment) == survey_line("x", judged));
  }
  CHECK(owed == std::vector<std::size_t>{2, 5, 0});
  // Whoever else is read, the sides of the others stay as they were.
  const JointBodies fewer = joint_of({all[0], all[2]});
  CHECK(fewer.bodies()[0].sides[0].owed_by == together.bodies()[0].sides[0].owed_by);
  CHECK(fewer.bodies()[0].sides[1].owed_by == together.bodies()[0].sides[2].owed_by);
  // Nor do the ids: the text says of each obligation in whose name it stands.
  const std::string text = render(together, Format::text);
  CHECK(text.find("in a, as x, it owes 2: 2 overdue") != std::string::npos);
  CHECK(text.find("in b, as x, it owes 5: 5 overdue") != std::string::npos);
  CHECK(text.find("in c, as x, it owes nothing and is owed nothing") != std::string::npos);
}

TEST_CASE("a partnership that was read twice is two members, each with its own side", "[joint]") {
  const Partnership a = of("a", "  - {id: x, joint-of: b}\n", "x", 1);
  const Partnership b = of("b", "  - {id: x, joint-of: a}\n", "x", 3);
  const JointBodies joint = joint_of({a, b, b});
  CHECK(shared(joint) == "a/x b/x b/x");
  CHECK(odd(joint).empty());
}

TEST_CASE("Nottingham's cross-authority groups are joint with the county's",
          "[joint][nottingham]") {
  const Partnership city = nottingham();
  const Partnership county = read_partnership({SAFEGOV_SOURCE_DIR "/examples/county"}).value();
  const JointBodies joint = joint_of({city, county});
  CHECK(shared(joint) == "ncscp/learning-workforce-development nscp/lwd, ncscp/csecag nscp/csecag");
  CHECK(odd(joint) == "ncscp/cross-authority-session not_there nscp, ncscp/csecag one_sided nscp");
  const JointBodies alone = joint_of({city}, Date(2024, 10, 1));
  CHECK(alone.absent()[0].id == "nscp");
}
