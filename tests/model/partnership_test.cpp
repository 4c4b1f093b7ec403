// A partnership made in C++ is held to what one that is read is held to, and answers the same.
// SPDX-License-Identifier: Apache-2.0

#include <functional>
#include <type_traits>

#include <safegov/partnership.hpp>

#include "read/support.hpp"

using namespace support;

namespace {

/// What `support::partnership` and `support::plan` say, in C++.
Partnership::Parts parts() {
  Partnership::Parts parts;
  parts.arrangements = {
      .id = "t",
      .name = "Test",
      .top = {"slg"},
      .bodies = {{.id = "slg", .name = "Strategic Leadership Group"},
                 {.id = "bmg",
                  .name = "Business Management Group",
                  .also_known_as = {{.name = "Business Managers"}},
                  .reports_to = {{.to = {"slg"}}}},
                 {.id = "qa", .name = "Quality Assurance", .reports_to = {{.to = {"bmg"}}}}}};
  Plan plan{.id = "b"};
  plan.objectives = {
      {.no = "1",
       .actions = {
           {.no = "1.1",
            .lead = {"qa"},
            .promises = {{.what = "Report", .to = {"bmg"}, .due = "June 2019, Oct 2019"}}}}}};
  parts.plans.push_back(std::move(plan));
  return parts;
}

Promise& promise_of(Partnership::Parts& parts) {
  return parts.plans[0].objectives[0].actions[0].promises[0];
}

/// Exactly this is wrong after the change; without a text, and with the path.
void check_unsound(const std::function<void(Partnership::Parts&)>& change, std::string_view code,
                   std::string_view path) {
  CAPTURE(path);
  Partnership::Parts changed = parts();
  change(changed);
  const auto result = Partnership::make(std::move(changed));
  INFO(printed(result.diagnostics()));
  CHECK(!result);
  REQUIRE(result.diagnostics().size() == 1);
  CHECK(result.diagnostics()[0].code == code);
  CHECK(result.diagnostics()[0].path == path);
  CHECK(!result.diagnostics()[0].where);
}

}  // namespace

TEST_CASE("what is made in C++ equals what is read", "[model][partnership]") {
  const auto made = Partnership::make(parts());
  INFO(printed(made.diagnostics()));
  REQUIRE(made);
  const auto was_read = support::read(support::plan);
  REQUIRE(was_read);
  CHECK(*made == *was_read);
  CHECK(!made->where(made->plans()[0], "title"));
  auto other = parts();
  promise_of(other).what = "Another report";
  CHECK(!(Partnership::make(other).value() == *made));
}

TEST_CASE("layout is no part of the value", "[model][partnership]") {
  const auto block = support::read(support::plan);
  const auto flow = support::read(
      "{plan: b, safegov: '1', objectives: [{actions: [{lead: qa, no: 1.1, promises:\n"
      " [{due: \"June 2019, Oct 2019\", to: bmg, what: Report}]}], no: 1}], partnership: t}\n");
  INFO(printed(flow.diagnostics()));
  REQUIRE(block);
  REQUIRE(flow);
  CHECK(*block == *flow);
}

TEST_CASE("each fault of a partnership made in C++ is reported with its path",
          "[model][partnership]") {
  const std::string promise = "plans[0].objectives[0].actions[0].promises[0]";
  check_unsound([](Partnership::Parts& p) { p.arrangements.id.clear(); }, "SG016", "partnership");
  check_unsound([](Partnership::Parts& p) { p.arrangements.name.clear(); }, "SG016", "name");
  check_unsound([](Partnership::Parts& p) { p.arrangements.top = {"zz"}; }, "SG102", "top");
  check_unsound([](Partnership::Parts& p) { p.arrangements.calendar = "mars"; }, "SG111",
                "calendar");
  check_unsound([](Partnership::Parts& p) { p.arrangements.bodies.push_back({.id = "qa"}); },
                "SG101", "bodies[3].id");
  check_unsound(
      [](Partnership::Parts& p) { p.arrangements.bodies.push_back({.id = "q", .was = "qa"}); },
      "SG101", "bodies[3].was");
  check_unsound([](Partnership::Parts& p) { p.arrangements.bodies.push_back({.id = "a b"}); },
                "SG018", "bodies[3].id");
  check_unsound(
      [](Partnership::Parts& p) { p.arrangements.bodies.push_back({.id = "", .name = "Nobody"}); },
      "SG016", "bodies[3].id");
  check_unsound([](Partnership::Parts& p) { p.arrangements.bodies[2].reports_to[0].to = {"zz"}; },
                "SG102", "bodies[2].reports-to[0].to");
  check_unsound([](Partnership::Parts& p) { p.arrangements.bodies[2].reports_to[0].to = {}; },
                "SG016", "bodies[2].reports-to[0].to");
  check_unsound(
      [](Partnership::Parts& p) { p.arrangements.bodies[2].members = {{.body = {"zz"}}}; }, "SG102",
      "bodies[2].members[0].body");
  check_unsound(
      [](Partnership::Parts& p) {
        p.arrangements.bodies[2].chair = {{.order = {{"qa"}, {"zz"}}}};
      },
      "SG102", "bodies[2].chair[0].order[1]");
  check_unsound(
      [](Partnership::Parts& p) {
        p.arrangements.bodies[1].from = Date(2020, 1, 1);
        p.arrangements.bodies[1].until = Date(2019, 1, 1);
      },
      "SG104", "bodies[1].until");
  check_unsound(
      [](Partnership::Parts& p) {
        p.arrangements.named_periods = {{.name = "x", .from = "2020-02-01", .to = "2020-01-01"}};
      },
      "SG104", "named-periods[0].to");
  check_unsound([](Partnership::Parts& p) { p.plans[0].id = "b/c"; }, "SG018", "plans[0].plan");
  check_unsound([](Partnership::Parts& p) { p.plans[0].id.clear(); }, "SG016", "plans[0].plan");
  check_unsound([](Partnership::Parts& p) { p.plans.push_back({.id = "b"}); }, "SG101",
                "plans[1].plan");
  check_unsound([](Partnership::Parts& p) { p.plans[0].objectives.push_back({.no = "1"}); },
                "SG101", "plans[0].objectives[1].no");
  check_unsound(
      [](Partnership::Parts& p) {
        p.plans[0].objectives.push_back({.no = "2", .actions = {{.no = "2.1"}, {.no = "1.1"}}});
      },
      "SG101", "plans[0].objectives[1].actions[1].no");
  check_unsound([](Partnership::Parts& p) { p.plans[0].objectives[0].priorities = {{"9"}}; },
                "SG102", "plans[0].objectives[0].priorities[0]");
  check_unsound([](Partnership::Parts& p) { p.plans[0].objectives[0].actions[0].lead = {"zz"}; },
                "SG102", "plans[0].objectives[0].actions[0].lead");
  check_unsound([](Partnership::Parts& p) { promise_of(p).what.clear(); }, "SG016",
                promise + ".what");
  check_unsound([](Partnership::Parts& p) { promise_of(p).to = {}; }, "SG016", promise);
  check_unsound([](Partnership::Parts& p) { promise_of(p).to = {"zz"}; }, "SG102", promise + ".to");
  check_unsound([](Partnership::Parts& p) { promise_of(p).from = {"zz"}; }, "SG102",
                promise + ".from");
  check_unsound([](Partnership::Parts& p) { promise_of(p).id = "a@b"; }, "SG018", promise + ".id");
  check_unsound([](Partnership::Parts& p) { promise_of(p).due = "31 June 2019"; }, "SG105",
                promise + ".due");
  check_unsound([](Partnership::Parts& p) { promise_of(p).due = "monthly"; }, "SG107",
                promise + ".due");
  check_unsound([](Partnership::Parts& p) { promise_of(p).due = "June 2019, June 2019"; }, "SG101",
                promise + ".due");
  check_unsound(
      [](Partnership::Parts& p) {
        auto& promises = p.plans[0].objectives[0].actions[0].promises;
        promises.push_back(promises[0]);
      },
      "SG101", "plans[0].objectives[0].actions[0].promises[1].to");
}

TEST_CASE("each fault of a record made in C++ is reported with its path", "[model][partnership]") {
  const Record good{.event = {RecordKind::received, "b/1.1/bmg of June 2019"},
                    .date = Date(2019, 6, 3)};
  const auto with = [&](auto change) {
    return [&good, change](Partnership::Parts& p) {
      p.records.push_back(good);
      change(p.records[0]);
    };
  };
  check_unsound(with([](Record& r) { r.event.about = "b/1.1/qa"; }), "SG103",
                "records[0].received");
  check_unsound(with([](Record& r) { r.event.about = "b/1.1/bmg"; }), "SG110",
                "records[0].received");
  check_unsound(with([](Record& r) { r.event.about = "b/1.1/bmg of July 2019"; }), "SG103",
                "records[0].received");
  check_unsound(with([](Record& r) { r.event.about.clear(); }), "SG016", "records[0].event");
  check_unsound(with([](Record& r) { r.date = {}; }), "SG016", "records[0].date");
  check_unsound(with([](Record& r) { r.by = {"zz"}; }), "SG102", "records[0].by");
}

TEST_CASE("all faults are reported in one go, in the order found", "[model][partnership]") {
  auto broken = parts();
  broken.arrangements.top = {"zz"};
  promise_of(broken).due = "31 June 2019";
  broken.records.push_back({.event = {RecordKind::received, "b/1/b"}, .date = Date(2019, 6, 3)});
  const auto result = Partnership::make(std::move(broken));
  CHECK(summary(result.diagnostics()) == Lines{"SG102", "SG105", "SG103"});
  CHECK_THROWS_AS(result.value(), InputError);
}

TEST_CASE("a third of the same id is compared with the first", "[model][partnership]") {
  const auto result = support::read({{"x", support::partnership + "  - id: qa\n  - id: qa\n"}});
  check_refused(result, {"x:15:9 SG101", "x:16:9 SG101"});
  for (const Diagnostic& d : result.diagnostics()) {
    REQUIRE(d.related.size() == 1);
    CHECK(d.related[0].where.begin == Position{12, 9});
  }
}

TEST_CASE("a body that says its own id as its former one says nothing new",
          "[model][partnership]") {
  CHECK(support::read({{"x", support::partnership + "  - id: x\n    was: x\n"}}));
}

TEST_CASE("promises are resolved: id, owner, receiver, dates", "[model][partnership]") {
  const auto result = support::read(action_head +
                                    "          - what: Report\n"
                                    "            to: bmg\n"
                                    "            due: June 2019, Oct 2019, Feb 2020\n"
                                    "          - what: Another\n"
                                    "            id: own-words\n"
                                    "            to: bmg\n"
                                    "            from: slg\n"
                                    "            due: ongoing\n"
                                    "          - what: Third\n"
                                    "            id: third\n");
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  const Partnership& p = *result;
  REQUIRE(p.promises().size() == 3);
  CHECK(p.promises()[0].id == "b/1.1/bmg");
  CHECK(p[p.promises()[0].from].id == "qa");  // the lead owes what nobody else does
  CHECK(p[p.promises()[0].lead].id == "qa");
  CHECK(p[p.promises()[0].to].id == "bmg");
  CHECK(p.promises()[1].id == "b/1.1/own-words");
  CHECK(p[p.promises()[1].from].id == "slg");
  CHECK(p[p.promises()[1].lead].id == "qa");
  CHECK(!p.promises()[2].to);
  CHECK(p[PromiseId{2}].what == "Third");
  CHECK(p[p.promises()[2].action].no == "1.1");
  CHECK(p[p.promises()[2].objective].no == "1");
  CHECK(p[p.promises()[2].plan].id == "b");
  CHECK(p.objective_count() == 1);
  CHECK(p.action_count() == 1);
  REQUIRE(p.deadlines(PromiseId{0}).size() == 3);
  CHECK(p.deadlines(PromiseId{0})[1].range == DateRange(Date(2019, 10, 1), Date(2019, 10, 31)));
  CHECK(p.deadlines(PromiseId{1})[0].kind == DeadlineKind::open);
  REQUIRE(p.deadlines(PromiseId{2}).size() == 1);
  CHECK(p.deadlines(PromiseId{2})[0].kind == DeadlineKind::undated);
}

TEST_CASE("bodies are found by id, present or former, and by nothing else",
          "[model][partnership]") {
  const auto result = support::read(
      {{"x", support::partnership + "  - id: new\n    name: New Group\n    was: old\n"}});
  REQUIRE(result);
  CHECK((*result)[result->find_body("qa")].name == "Quality Assurance");
  CHECK((*result)[result->find_body("old")].id == "new");
  for (const char* not_an_id :
       {"", "QA", "qaa", "Quality Assurance", "Business Managers", "qa ", "q"})
    CHECK(!result->find_body(not_an_id));
}

TEST_CASE("promises are found by id, present or former, and by nothing else",
          "[model][partnership]") {
  std::string text = support::plan + "            was: board\n";
  text.insert(plan_head.size(), "was: bp\n");
  const auto result = support::read(text);
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  for (const char* id : {"b/1.1/bmg", "bp/1.1/bmg", "b/1.1/board", "bp/1.1/board"})
    CHECK(result->find_promise(id) == PromiseId{0});
  for (const char* id :
       {"", "b", "b/1.1", "b/1.1/", "b/1.1/bm", "b/1.1/BMG", "b/1.10/bmg", "1.1/bmg"})
    CHECK(!result->find_promise(id));
}

TEST_CASE("obligations are found by key or by words, never by what is nearest",
          "[model][partnership]") {
  const auto result =
      support::read(support::plan + "          - what: Other\n            to: qa\n");
  REQUIRE(result);
  const auto number = [&](std::string_view id) -> int {
    const auto subject = result->find_obligation(id);
    return subject ? static_cast<int>(subject->promise.index * 10 + subject->number) : -1;
  };
  CHECK(number("b/1.1/bmg@2019-06") == 0);
  CHECK(number("b/1.1/bmg@2019-10") == 1);
  CHECK(number("b/1.1/bmg of Oct 2019") == 1);
  CHECK(number("b/1.1/bmg of October 2019") == 1);
  CHECK(number("  b/1.1/bmg  of  october 2019 ") == 1);
  CHECK(number("b/1.1/qa") == 10);
  CHECK(number("b/1.1/qa@undated") == 10);
  for (const char* id :
       {"b/1.1/bmg", "b/1.1/bmg of Nov 2019", "b/1.1/bmg of 1 Oct 2019", "b/1.1/bmg@2019-11",
        "b/1.1/bmg@2019-1", "b/1.1/bmg@", "b/1.1/bmg of ", "b/1.1/bmg of June 2019, Oct 2019", "",
        "@", " of ", "b/1.1/qa@open", "b/1.1/zz@2019-10", "b/1.1/bmg@Oct 2019"}) {
    CAPTURE(id);
    CHECK(number(id) == -1);
  }
}

TEST_CASE("a record may name a promise as it was called before", "[model][partnership]") {
  std::string text = support::plan + "            was: board\n";
  const auto result =
      support::read(support::partnership, text,
                    records_head + "  - received: b/1.1/board of Oct 2019\n    date: 2019-10-01\n");
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  CHECK(std::get<Subject>(result->resolved_records()[0].about).promise == PromiseId{0});
  CHECK(std::get<Subject>(result->resolved_records()[0].about).number == 1);
}

TEST_CASE("whoever may see something may see it all, unless it says otherwise",
          "[model][partnership]") {
  const auto result = support::read(support::plan + "            audience: restricted\n");
  REQUIRE(result);
  CHECK(result->plans()[0].audience == Audience::open);
  CHECK(result->bodies()[0].audience == Audience::open);
  CHECK((*result)[PromiseId{0}].audience == Audience::restricted);
}

TEST_CASE("a partnership shows itself and cannot be changed", "[model][partnership]") {
  using P = Partnership&;
  static_assert(std::is_same_v<decltype(std::declval<P>().bodies()), std::span<const Body>>);
  static_assert(std::is_same_v<decltype(std::declval<P>().plans()), std::span<const Plan>>);
  static_assert(std::is_same_v<decltype(std::declval<P>()[BodyId{}]), const Body&>);
  static_assert(std::is_same_v<decltype(std::declval<P>().arrangements()), const Arrangements&>);
  static_assert(!std::is_default_constructible_v<Partnership>);
  // A copy is the same thing, and outlives the first.
  auto first = Partnership::make(parts());
  REQUIRE(first);
  const Partnership copy = *first;
  first = Diagnostics{};
  CHECK(copy.bodies()[2].id == "qa");
  CHECK(copy.promises()[0].id == "b/1.1/bmg");
}

TEST_CASE("a focus group is called by its id or by its name, and is one", "[model][partnership]") {
  const auto read = [](const std::string& groups, const std::string& focus) {
    return support::read(plan_head + "focus-groups: " + groups + "\nobjectives: [{no: 1, focus: " +
                         focus + ", actions: [{no: 1.1, focus: " + focus + "}]}]\n");
  };
  const auto refusal = [&](const std::string& groups, const std::string& focus) {
    return printed(read(groups, focus).diagnostics());
  };
  const auto says = [](const std::string& text, const std::string& words) {
    INFO(text);
    return text.find(words) != std::string::npos;
  };
  const std::string groups = "[{id: care, name: In care}, Carers, Carers, {id: x, name: care}]";
  CHECK(read(groups, "care"));
  CHECK(read(groups, "[care, In care, x]"));
  CHECK(read(groups, "In care")->plans()[0].objectives[0].actions[0].focus ==
        std::vector<Ref<FocusGroup>>{{"In care"}});
  CHECK(says(refusal(groups, "Carers"), "the plan has 2 focus groups called 'Carers'"));
  CHECK(says(refusal(groups, "cart"), "the plan has no focus group 'cart'"));
  CHECK(says(refusal(groups, "cart"), "did you mean 'care'?"));
  CHECK(says(refusal(groups, "schools"), "it has 'care', 'Carers', 'Carers' and 'x'"));
  CHECK(says(refusal("[{id: a, name: A}, {id: a, name: B}]", "a"),
             "two focus groups are called 'a'"));
  CHECK(says(refusal("[{id: a b, name: A}]", "a b"), "'a b' cannot be an id: it has a space"));
}
