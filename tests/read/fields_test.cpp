// How values are read by their description: shapes, near misses, and the place of every field.
// SPDX-License-Identifier: Apache-2.0

#include "read/support.hpp"

using namespace support;

namespace {

/// What stands in the source where a field begins.
template <class T>
std::string at(const Partnership& partnership, const T& value, std::string_view field = {}) {
  const Span span = partnership.where(value, field);
  if (!span) return "nowhere";
  std::ostringstream out;
  out << span.begin.line << ':' << span.begin.column << ' '
      << line_of(span).substr(span.begin.column - 1, span.length);
  return out.str();
}

Result<Partnership> read_bodies(std::string_view more) {
  return read({{"x", partnership + std::string(more)}});
}

/// One promise with these lines, which begin on line 10.
Result<Partnership> read_promise(std::string_view lines) {
  return read(action_head + std::string(lines));
}

std::string help_of(const Result<Partnership>& result, std::string_view code) {
  const Diagnostic* d = find(result.diagnostics(), code);
  return d == nullptr ? "no such diagnostic" : d->help;
}

}  // namespace

TEST_CASE("text stays what is written, whatever YAML would make of it", "[read][fields]") {
  for (const std::string text :
       {"2.10", "010", "no", "yes", "on", "true", "1e3", "0x10", "2019-01-01", "12:30:45", ".inf",
        "1_000", "=", "-1", "1.", "Null and void"}) {
    CAPTURE(text);
    const auto result = read(plan_head + "title: " + text + "\nobjectives: []\n");
    REQUIRE(result);
    CHECK(result->plans()[0].title == text);
  }
}

TEST_CASE("2.10 is not 2.1", "[read][fields]") {
  const auto result = read(plan_head +
                           "objectives:\n  - no: 2\n    actions:\n      - no: 2.1\n"
                           "      - no: 2.10\n      - no: \"2.100\"\n");
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  const auto& actions = result->plans()[0].objectives[0].actions;
  REQUIRE(actions.size() == 3);
  CHECK(actions[0].no == "2.1");
  CHECK(actions[1].no == "2.10");
  CHECK(actions[2].no == "2.100");
}

TEST_CASE("quoted, folded and spread text comes to the same", "[read][fields]") {
  for (const std::string text : {"a plan", "\"a plan\"", "'a plan'", ">-\n  a\n  plan", "a\n  plan",
                                 "  a plan  ", "\" a plan \"", "|\n  a plan\n"}) {
    CAPTURE(text);
    const auto result = read(plan_head + "title: " + text + "\nobjectives: []\n");
    REQUIRE(result);
    CHECK(result->plans()[0].title == "a plan");
  }
}

TEST_CASE("one thing is a list of one", "[read][fields]") {
  const auto one = read_bodies("  - id: x\n    reports-to: qa\n    members: bmg\n");
  const auto list = read_bodies("  - id: x\n    reports-to: [qa]\n    members:\n      - bmg\n");
  const auto full = read_bodies(
      "  - id: x\n    reports-to:\n      - to: qa\n    members:\n      - {body: bmg}\n");
  REQUIRE(one);
  REQUIRE(list);
  REQUIRE(full);
  CHECK(*one == *list);
  CHECK(*one == *full);
  REQUIRE(one->bodies()[3].reports_to.size() == 1);
  CHECK(one->bodies()[3].reports_to[0].to.id == "qa");
}

TEST_CASE("a value that has more to say is written out", "[read][fields]") {
  const auto result = read_bodies(
      "  - id: x\n    reports-to:\n      - {to: qa, from: 2019-04-01, until: 31 March 2020,\n"
      "         condition: by exception, audience: restricted}\n      - bmg\n"
      "    also-known-as:\n      - name: Old X\n        until: 1/2/2019\n      - The X\n"
      "    chair: bmg\n");
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  const Body& x = result->bodies()[3];
  REQUIRE(x.reports_to.size() == 2);
  CHECK(x.reports_to[0].from == Date(2019, 4, 1));
  CHECK(x.reports_to[0].until == Date(2020, 3, 31));
  CHECK(x.reports_to[0].condition == "by exception");
  CHECK(x.reports_to[0].audience == Audience::restricted);
  CHECK(x.reports_to[1].to.id == "bmg");
  CHECK(x.also_known_as[0].until == Date(2019, 2, 1));
  CHECK(x.also_known_as[1].name == "The X");
  REQUIRE(x.chair.size() == 1);
  CHECK(x.chair[0].held_by.id == "bmg");
}

TEST_CASE("the key of a record says what happened", "[read][fields]") {
  const std::pair<std::string, RecordKind> kinds[] = {
      {"received", RecordKind::received},
      {"partly-received", RecordKind::partly_received},
      {"waived", RecordKind::waived},
      {"cancelled", RecordKind::cancelled}};
  for (const auto& [key, kind] : kinds) {
    const auto result =
        read(support::partnership, plan,
             records_head + "  - " + key + ": b/1.1/bmg of Oct 2019\n    date: 2019-10-01\n");
    INFO(printed(result.diagnostics()));
    REQUIRE(result);
    CHECK(result->records()[0].event == Event{kind, "b/1.1/bmg of Oct 2019"});
    CHECK(std::get<Subject>(result->resolved_records()[0].about).number == 1);
    CHECK(at(*result, result->records()[0], key) ==
          "4:" + std::to_string(key.size() + 7) + " b/1.1/bmg of Oct 2019");
  }
}

TEST_CASE("a record says exactly one thing", "[read][fields]") {
  const std::string about = ": b/1.1/bmg of Oct 2019\n";
  check_refused(
      read(support::partnership, plan,
           records_head + "  - received" + about + "    waived" + about + "    date: 2019-10-01\n"),
      {"records:5:5 SG012"});
  check_refused(read(support::partnership, plan, records_head + "  - date: 2019-10-01\n"),
                {"records:4:5 SG016"});
  const auto slip = read(support::partnership, plan,
                         records_head + "  - recieved" + about + "    date: 2019-10-01\n");
  check_refused(slip, {"records:4:5 SG015"});
  CHECK(help_of(slip, "SG015") == "did you mean 'received'?");
  const auto on = read(support::partnership, plan,
                       records_head + "  - received" + about + "    on: 2019-10-01\n");
  check_refused(on, {"records:5:5 SG015"});
  CHECK(help_of(on, "SG015") == "write 'date'");
}

TEST_CASE("a key that is not known is one error, with what was meant", "[read][fields]") {
  const std::string to = "            to: bmg\n";
  const auto slip = read_promise("          - waht: Report\n" + to);
  check_refused(slip, {"x:10:13 SG015"});
  CHECK(slip.diagnostics()[0].message == "a promise has no 'waht'");
  CHECK(help_of(slip, "SG015") == "did you mean 'what'?");
  const auto theirs =
      read_promise("          - what: Report\n" + to + "            deadline: June 2019\n");
  check_refused(theirs, {"x:12:13 SG015"});
  CHECK(help_of(theirs, "SG015") == "write 'due'");
  CHECK(help_of(read_promise("          - What: Report\n" + to), "SG015") ==
        "did you mean 'what'?");
  const auto far = read_promise("          - what: Report\n" + to + "            xylophone: a\n");
  CHECK(help_of(far, "SG015").find("'what', 'from', 'to', 'due'") != std::string::npos);
  // In words that read well.
  CHECK(read(plan_head + "objectives:\n  - no: 1\n    xylophone: a\n").diagnostics()[0].message ==
        "an objective has no 'xylophone'");
  CHECK(read(plan_head + "objectives:\n  - text: One\n").diagnostics()[0].message ==
        "an objective needs 'no'");
  CHECK(read("partnership: t\nplan: b\nobjectives: []\n").diagnostics()[0].message ==
        "a plan file needs 'safegov'");
}

TEST_CASE("what belongs into another file is sent there", "[read][fields]") {
  const auto result = read(plan + "records: []\n");
  check_refused(result, {"x:13:1 SG015"});
  CHECK(help_of(result, "SG015").find("a file of its own") != std::string::npos);
}

TEST_CASE("a value of the wrong shape is told what was expected", "[read][fields]") {
  const std::pair<std::string, std::string> cases[] = {
      {plan_head + "objectives: one\n", "expected a list in 'objectives', found text"},
      {plan_head + "objectives:\n  no: 1\n", "expected a list in 'objectives', found a mapping"},
      {plan_head + "objectives:\n  - one\n", "expected an objective as a mapping, found text"},
      {plan_head + "title: [a]\nobjectives: []\n", "expected text in 'title', found a list"},
      {plan_head + "title: {a: b}\nobjectives: []\n", "expected text in 'title', found a mapping"},
      {plan_head + "dated: [1]\nobjectives: []\n", "expected a date in 'dated', found a list"},
      {plan_head + "objectives:\n  - [no, 1]\n",
       "expected an objective as a mapping, found a list"},
  };
  for (const auto& [text, message] : cases) {
    CAPTURE(text);
    const auto result = read(text);
    INFO(printed(result.diagnostics()));
    REQUIRE(result.diagnostics().size() == 1);
    CHECK(result.diagnostics()[0].code == "SG017");
    CHECK(result.diagnostics()[0].message == message);
  }
}

TEST_CASE("a value that is no date, word or period is told what one looks like", "[read][fields]") {
  const auto refused = [](const std::string& line, const std::string& expected) {
    CAPTURE(line);
    const auto result = read(plan_head + line + "\nobjectives: []\n");
    check_refused(result, {expected});
    CHECK((!result.diagnostics()[0].help.empty() ||
           result.diagnostics()[0].message.find("expected 'open', 'partn") == 0));
  };
  refused("dated: 2019-02-30", "x:4:8 SG019");
  refused("dated: soon", "x:4:8 SG019");
  refused("dated: June 2019", "x:4:8 SG019");
  refused("dated: \"31/4/2019\"", "x:4:8 SG019");
  refused("period: March 2022 to April 2019", "x:4:9 SG018");
  refused("period: a while", "x:4:9 SG018");
  refused("audience: public", "x:4:11 SG018");
  const auto kind = read_bodies("  - id: x\n    kind: grup\n");
  check_refused(kind, {"x:16:11 SG018"});
  CHECK(help_of(kind, "SG018") == "did you mean 'group'?");
}

TEST_CASE("an empty item of a list is reported", "[read][fields]") {
  const auto result = read_bodies("  - id: x\n    members:\n      - qa\n      -\n");
  check_refused(result, {"x:18:7 SG014"});
  for (const char* members : {"      -   # nobody\n      # yet\n\n      - qa\n", "      -\n",
                              "      -\n  - id: y\n", "      - \r\n      - qa\n", "      -"}) {
    CAPTURE(members);
    const auto first = read_bodies("  - id: x\n    members:\n" + std::string(members));
    check_refused(first, {"x:17:7 SG014"});
    CHECK(first.diagnostics()[0].where.length == 1);
  }
}

TEST_CASE("every field knows its place, however it is written", "[read][fields][places]") {
  const auto result = read(plan_head +
                           "title: Plain title # remark\n"
                           "status: \"in quotes\"\n"
                           "note: >-\n  folded\n  text\n"
                           "source: 'it''s'\n"
                           "priorities: [{no: 1, text: One}, {no: \"2\", text: Two}]\n"
                           "objectives:\n"
                           "  - no: 1\n"
                           "    priorities: [1, '2']\n"
                           "    text: on two\n      lines\n");
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  const Plan& p = result->plans()[0];
  CHECK(at(*result, p) == "1:1 safegov");
  CHECK(at(*result, p, "plan") == "3:7 b");
  CHECK(at(*result, p, "title") == "4:8 Plain title");
  CHECK(at(*result, p, "status") == "5:9 \"in quotes\"");
  CHECK(at(*result, p, "note") == "6:7 >-");
  CHECK(at(*result, p, "source") == "9:9 'it''s'");
  CHECK(at(*result, p, "priorities") == "10:13 [{no: 1, text: One}, {no: \"2\", text: Two}]");
  CHECK(at(*result, p.priorities[0]) == "10:14 {no: 1, text: One}");
  CHECK(at(*result, p.priorities[1], "no") == "10:39 \"2\"");
  CHECK(at(*result, p.priorities[1], "text") == "10:50 Two");
  CHECK(at(*result, p.objectives[0], "priorities") == "13:17 [1, '2']");
  CHECK(at(*result, p.objectives[0], "text") == "14:11 on two");
  // A field that is not written is where its value is; one that does not exist, too.
  CHECK(at(*result, p, "dated") == "1:1 safegov");
  CHECK(at(*result, p.objectives[0], "nonsense") == "12:5 no");
  // The partnership's own fields, and a value written as a bare text.
  CHECK(at(*result, result->arrangements(), "top") == "4:6 slg");
  CHECK(at(*result, result->bodies()[1].also_known_as[0]) == "10:21 Business Managers");
  CHECK(at(*result, result->bodies()[1].also_known_as[0], "name") == "10:21 Business Managers");
  CHECK(at(*result, result->bodies()[1].reports_to[0], "to") == "11:17 slg");
}

TEST_CASE("the length of a place never leaves its line", "[read][fields][places]") {
  const auto result = read(plan_head + "period: >-\n  not\n  a period at all\nobjectives: []\n");
  check_refused(result, {"x:4:9 SG018"});
  CHECK(result.diagnostics()[0].where.length == 2);
  const auto quoted = read(plan_head + "period: \"soon\"\nobjectives: []\n");
  CHECK(quoted.diagnostics()[0].where.length == 6);
}

TEST_CASE("a reference in a list is reported at its item", "[read][fields][places]") {
  const std::string chair = "  - id: x\n    chair:\n      order:";
  check_refused(read_bodies(chair + " [qa, zzzz, \"bmg\"]\n"), {"x:17:19 SG102"});
  check_refused(read_bodies(chair + " [qa, \"zz, z\", 'bmg']\n"), {"x:17:19 SG102"});
  check_refused(read_bodies(chair + "\n        - qa\n        # a remark\n\n        - zzzz\n"),
                {"x:21:11 SG102"});
  check_refused(read_bodies(chair + "\n      - qa\n      - bmg\n      - zzzz\n"), {"x:20:9 SG102"});
  check_refused(read_bodies(chair + " zzzz\n"), {"x:17:14 SG102"});
  const auto result = read(plan_head +
                           "priorities:\n  - {no: 1, text: a}\nobjectives:\n"
                           "  - no: 1\n    priorities:\n      - 1\n      - 7\n");
  check_refused(result, {"x:10:9 SG102"});
  CHECK(help_of(result, "SG102") == "it has '1'");
}

TEST_CASE("nobody is named with `not stated`, in any case", "[read][fields]") {
  for (const std::string words : {"not stated", "Not stated", "NOT STATED", "\"not stated\""}) {
    std::string text = plan;
    text.replace(text.find("lead: qa"), 8, "lead: " + words);
    const auto result = read(text);
    REQUIRE(result);
    CHECK(!result->plans()[0].objectives[0].actions[0].lead);
    CHECK(!result->promises()[0].lead);
    CHECK(!result->promises()[0].from);
  }
  // A promise to nobody needs a name of its own.
  check_refused(read_promise("          - what: Report\n            to: not stated\n"),
                {"x:10:13 SG016"});
  CHECK(read_promise("          - what: Report\n            id: report\n"));
}

TEST_CASE("a reference that nobody declared says what was meant", "[read][fields]") {
  const std::pair<std::string, std::string> cases[] = {
      {"bgm", "did you mean 'bmg'?"},
      {"BMG", "did you mean 'bmg'?"},
      {"Business Management Group", "did you mean 'bmg'?"},
      {"business management groop", "did you mean 'bmg'?"},
      {"Business Managers", "did you mean 'bmg'?"},
      {"qa, bmg", "it names one body; for several, write a list or a promise for each"},
      {"the other people", "write the body's id, or 'not stated' where nobody is named"},
      {"xylophone", "declare it under 'bodies', with 'named-only' if it only appears in print"}};
  for (const auto& [written, help] : cases) {
    CAPTURE(written);
    const auto result = read_promise("          - what: Report\n            to: " + written + "\n");
    check_refused(result, {"x:11:17 SG102"});
    CHECK(result.diagnostics()[0].help == help);
  }
}

TEST_CASE("a cadence without an end is an error, one within the plan is not", "[read][fields]") {
  const std::string promise =
      "          - what: Report\n            to: bmg\n            due: monthly\n";
  check_refused(read_promise(promise), {"x:12:18 SG107"});
  std::string text = action_head + promise;
  text.insert(plan_head.size(), "period: April 2019 to March 2020\n");
  const auto result = read(text);
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  CHECK(result->promises()[0].deadlines == 12);
  const auto many = read_promise(
      "          - what: Report\n            to: bmg\n            due: weekly from 1 May 1900 to 1 "
      "May 2900\n");
  check_refused(many, {"x:12:18 SG107"});
}

TEST_CASE("an interval that ends before it begins is an error wherever it stands",
          "[read][fields]") {
  check_refused(read_bodies("  - id: x\n    from: 2020-01-01\n    until: 2019-01-01\n"),
                {"x:17:12 SG104"});
  check_refused(
      read_bodies(
          "  - id: x\n    members:\n      - {body: qa, from: 2020-01-01, until: 2019-01-01}\n"),
      {"x:17:45 SG104"});
  std::string periods = support::partnership;
  periods += "named-periods:\n  - {name: spring term, from: 2021-04-01, to: 2021-01-04}\n";
  check_refused(read({{"x", periods}}), {"x:16:47 SG104"});
  periods = support::partnership;
  periods += "named-periods:\n  - {name: autumn, from: 1 Septober, to: 31 December}\n";
  check_refused(read({{"x", periods}}), {"x:16:26 SG018"});
  CHECK(read_bodies("  - id: x\n    from: 2020-01-01\n    until: 2020-01-01\n"));
}

TEST_CASE("a calendar that is not known is an error", "[read][fields]") {
  std::string text = support::partnership;
  text.insert(text.find("bodies:"), "calendar: mars\n");
  check_refused(read({{"x", text}}), {"x:5:11 SG111"});
  ReadOptions options;
  options.calendars.push_back(
      Calendar::make("mars", {Date(2019, 1, 1), Date(2020, 12, 31)}, {}, {Weekday::sunday}));
  const auto result = read_sources({{"x", text}}, options);
  REQUIRE(result);
  CHECK(result->calendar().id() == "mars");
}
