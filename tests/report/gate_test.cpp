// What is new, worse, known and gone; and that pipelines read back what was said.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>

#include <safegov/gate.hpp>
#include <safegov/read.hpp>
#include <safegov/render.hpp>

#include "partnership.hpp"
#include "test.hpp"

using namespace safegov;

namespace {

const Date day(2019, 11, 1);

Problem problem(ProblemKind kind, std::string about, int level = 2, std::string message = "m",
                std::string code = "") {
  return {.kind = kind,
          .code = std::move(code),
          .about = std::move(about),
          .level = level,
          .message = std::move(message)};
}
Problem finding(std::string code, std::string about, std::string message = "m", int level = 2) {
  return problem(ProblemKind::finding, std::move(about), level, std::move(message),
                 std::move(code));
}

Baseline baseline(std::vector<Problem> problems) {
  return {.partnership = "p", .as_at = Date(2019, 10, 1), .problems = std::move(problems)};
}

/// `new worse known | gone`, by the order of what was given.
std::string told(const GateReport& report) {
  std::string text;
  for (const auto& each : report.problems)
    text += std::string(words_of<Novelty>()[static_cast<std::size_t>(each.novelty)]) + " ";
  text += "|";
  for (const Problem& each : report.gone) text += " " + each.about;
  return text;
}
std::string told(std::vector<Problem> now, std::vector<Problem> before) {
  return told(gate(std::move(now), baseline(std::move(before)), day));
}

constexpr auto overdue = ProblemKind::overdue;
constexpr auto optimistic = ProblemKind::optimistic;

/// A partnership that promises three reports, with these records.
Partnership made_of(const std::string& records = "") {
  std::vector<Source> sources{
      {"partnership.yaml", test::small_partnership},
      {"plan.yaml",
       test::small_plan("- {what: A look, to: bmg, due: 'June 2019, Sept 2019, Dec 2019'}",
                        "period: 2019-22\n")}};
  if (!records.empty()) sources.emplace_back("records.yaml", test::small_records(records));
  return test::sound(std::move(sources));
}

std::vector<Problem> all_problems(const Partnership& partnership, Date as_at) {
  const Assessment assessment = assess(expand_obligations(partnership), as_at);
  return problems(assessment, rate(assessment), lint(partnership, as_at));
}
std::vector<Problem> of_kind(std::vector<Problem> all, ProblemKind kind) {
  std::erase_if(all, [&](const Problem& each) { return each.kind != kind; });
  return all;
}

}  // namespace

TEST_CASE("without a baseline everything is new", "[gate]") {
  const GateReport report = gate({problem(overdue, "x"), finding("SG303", "y")}, {}, day);
  CHECK(told(report) == "new new |");
  CHECK_FALSE(report.passed());
  CHECK(gate({}, {}, day).passed());
  CHECK(gate({}, {}, day).worst() == nullptr);
}

TEST_CASE("a problem is known by kind, rule and thing, whatever its words and its place",
          "[gate]") {
  CHECK(told({problem(overdue, "x", 2, "new words")}, {problem(overdue, "x", 2, "old words")}) ==
        "known |");
  CHECK(told({problem(optimistic, "x")}, {problem(overdue, "x")}) == "new | x");
  CHECK(told({finding("SG303", "x")}, {finding("SG302", "x")}) == "new | x");
  CHECK(told({finding("SG303", "x")}, {finding("SG303", "y")}) == "new | y");
  CHECK(gate({problem(overdue, "x")}, baseline({problem(overdue, "x")}), day).passed());
}

TEST_CASE("worse is a level that rose, and one that fell is known", "[gate]") {
  CHECK(told({problem(overdue, "x", 2)}, {problem(overdue, "x", 1)}) == "worse |");
  CHECK(told({problem(overdue, "x", 1)}, {problem(overdue, "x", 2)}) == "known |");
  CHECK(told({problem(optimistic, "x", 3)}, {problem(optimistic, "x", 1)}) == "worse |");
  CHECK(told({finding("SG303", "x", "m", 3)}, {finding("SG303", "x", "m", 2)}) == "worse |");
}

TEST_CASE("of several findings of one rule and thing, as many are known as there were", "[gate]") {
  const auto of = [](std::vector<std::string> words) {
    std::vector<Problem> all;
    for (std::string& word : words) all.push_back(finding("SG411", "x", std::move(word)));
    return all;
  };
  CHECK(told(of({"one", "two"}), of({"one"})) == "known new |");
  CHECK(told(of({"two", "one"}), of({"one"})) == "new known |");  // those of the same words first
  CHECK(told(of({"three"}), of({"one", "two"})) == "known | x");
  CHECK(told(of({"one", "one"}), of({"one", "one"})) == "known known |");
  CHECK(told(of({"one", "one"}), of({"one"})) == "known new |");
}

TEST_CASE("what has no thing is known by its words", "[gate]") {
  CHECK(told({finding("SG320", "", "nobody")}, {finding("SG320", "", "nobody")}) == "known |");
  CHECK(told({finding("SG320", "", "two")}, {finding("SG320", "", "nobody")}) == "new | ");
}

TEST_CASE("the worst is what is new or worse, the overdue first, then by level", "[gate]") {
  const auto worst = [](std::vector<Problem> now, std::vector<Problem> before) {
    return gate(std::move(now), baseline(std::move(before)), day).worst()->problem.about;
  };
  CHECK(worst({problem(overdue, "old"), finding("SG303", "new")}, {problem(overdue, "old")}) ==
        "new");
  CHECK(worst({finding("SG303", "f", "m", 3), problem(optimistic, "r", 1)}, {}) == "r");
  CHECK(worst({problem(overdue, "a", 1), problem(overdue, "b", 2), problem(overdue, "c", 2)}, {}) ==
        "b");
  CHECK(worst({problem(overdue, "x")}, {problem(overdue, "x")}) == "x");
}

TEST_CASE("one more day changes no level and makes nothing worse", "[gate]") {
  const Partnership partnership = made_of();
  const auto then = of_kind(all_problems(partnership, Date(2019, 10, 2)), overdue);
  REQUIRE(then.size() == 2);
  CHECK(then[0].about == "p/1.1/bmg@2019-06");  // overdue longest
  CHECK(told(of_kind(all_problems(partnership, Date(2019, 12, 31)), overdue), then) ==
        "known known |");
  CHECK(told(of_kind(all_problems(partnership, Date(2020, 1, 1)), overdue), then) ==
        "known known new |");
}

TEST_CASE("a part that was taken back makes what is overdue worse", "[gate]") {
  const std::string part =
      "- {partly-received: p/1.1/bmg of June 2019, date: 2019-06-20, id: r1}\n";
  const auto before = of_kind(all_problems(made_of(part), day), overdue);
  const auto after = of_kind(
      all_problems(made_of(part + "- {retracted: r1, date: 2019-10-01, reason: not it}\n"), day),
      overdue);
  REQUIRE(before.size() == 2);
  CHECK(before[0].level == 1);
  CHECK(before[0].message.find("only a part") != std::string::npos);
  CHECK(told(after, before) == "worse known |");
  CHECK(told(before, after) == "known known |");
}

TEST_CASE("a rating that is better than by rule is a problem, by as many bands", "[gate]") {
  const auto rated = [](const std::string& band) {
    return of_kind(
        all_problems(made_of("- {rated: p/1.1, date: 2019-10-01, rating: " + band + ", by: qa}"),
                     day),
        optimistic);
  };
  const auto green = rated("green");
  REQUIRE(green.size() == 1);
  CHECK(green[0].about == "p/1.1");
  CHECK(green[0].where.name() == "records.yaml");
  CHECK(rated("red").empty());
  const auto blue = rated("blue");
  REQUIRE(blue.size() == 1);
  CHECK(told(blue, green) == "worse |");
  CHECK(told(green, blue) == "known |");
}

TEST_CASE("problems agree with assess, ratings and lint", "[gate]") {
  const Partnership partnership = test::nottingham();
  const Assessment assessment = assess(expand_obligations(partnership), day);
  const Ratings ratings = rate(assessment);
  const LintReport findings = lint(partnership, day);
  const auto all = problems(assessment, ratings, findings);
  CHECK(of_kind(all, overdue).size() == assessment.counts()[State::overdue]);
  CHECK(of_kind(all, optimistic).size() == static_cast<std::size_t>(std::ranges::count(
                                               ratings, Verdict::optimistic, &Rating::verdict)));
  CHECK(of_kind(all, ProblemKind::finding).size() == findings.findings.size());
  for (const Problem& each : all) CHECK(each.level >= 1);
}

TEST_CASE("a baseline comes back from its file as it was written, whatever is in it", "[gate]") {
  const Partnership partnership = made_of();
  const std::string odd = "50% 'a' \"b\": {c}, [d]\n- e #f\t\\u0041 ]]> \x1b[31m ü \u2028 \\";
  const Baseline written =
      baseline_of(partnership, day,
                  {problem(overdue, "x", 1, odd), finding("SG320", "", "null"),
                   finding("SG303", "y", "12"), problem(optimistic, "p/1.1", 2, "~")});
  const Baseline read =
      read_written<Baseline>(Source("b.json", render(written)), "baseline").value();
  CHECK(trouble_with(read, partnership).empty());
  CHECK(read.as_at == day);
  REQUIRE(read.problems.size() == written.problems.size());
  for (std::size_t i = 0; i < read.problems.size(); ++i) {
    CHECK(read.problems[i].kind == written.problems[i].kind);
    CHECK(read.problems[i].code == written.problems[i].code);
    CHECK(read.problems[i].about == written.problems[i].about);
    CHECK(read.problems[i].level == written.problems[i].level);
    CHECK(read.problems[i].message == written.problems[i].message);
  }
  CHECK(gate(written.problems, read, day).passed());
  CHECK(render(read) == render(written));
}

TEST_CASE("a baseline of every problem of the example passes all of them", "[gate]") {
  const Partnership partnership = test::nottingham();
  const auto all = all_problems(partnership, day);
  const Baseline read =
      read_written<Baseline>(Source("b.json", render(baseline_of(partnership, day, all))),
                             "baseline")
          .value();
  CHECK(trouble_with(read, partnership).empty());
  const GateReport report = gate(all, read, day);
  CHECK(report.count(Novelty::known) == all.size());
  CHECK(report.gone.empty());
}

TEST_CASE("a baseline that was changed by hand, or is of another partnership, is none", "[gate]") {
  const Partnership partnership = made_of();
  const Baseline sound = baseline_of(partnership, day, {problem(overdue, "x", 1)});
  CHECK(trouble_with(sound, partnership).empty());
  Baseline changed = sound;
  changed.problems.push_back(problem(overdue, "y"));
  CHECK(trouble_with(changed, partnership).find("changed") != std::string::npos);
  changed = sound;
  changed.problems[0].level = 2;
  CHECK_FALSE(trouble_with(changed, partnership).empty());
  changed = sound;
  changed.problems[0].message = "m\n  about: z";
  CHECK_FALSE(trouble_with(changed, partnership).empty());
  changed = sound;
  changed.as_at = Date(2020, 1, 1);
  CHECK_FALSE(trouble_with(changed, partnership).empty());
  changed = sound;
  changed.partnership = "q";
  CHECK(trouble_with(changed, partnership).find("'q'") != std::string::npos);
}

TEST_CASE("what is no baseline says so, with its place", "[gate]") {
  const auto why = [](const std::string& text) {
    const auto read = read_written<Baseline>(Source("b.json", text), "baseline");
    return read ? std::string() : read.diagnostics()[0].message;
  };
  CHECK(why("{}") == "this is not a baseline that safegov wrote");
  CHECK(why("[]") == "this is not a baseline that safegov wrote");
  CHECK(why("# SG303 x nobody\n") != "");
  CHECK(why("SG303 x 'qa' reports to itself\n") != "");
  CHECK(why("{\"report\": \"certificate\", \"version\": 1}") ==
        "this is not a baseline that safegov wrote");
  CHECK(why("{\"report\": \"baseline\", \"version\": 2, \"news\": []}") ==
        "the version '2' of a baseline is not known");
  CHECK(why("{\"report\": \"baseline\"}") == "a baseline file needs 'version'");
  const std::string sound = render(baseline_of(made_of(), day, {problem(overdue, "x")}));
  CHECK(why(sound).empty());
  for (std::size_t size = 0; size + 2 < sound.size(); size += 7)
    CHECK_FALSE(why(sound.substr(0, size)).empty());
}

TEST_CASE("a gate says three lines, whatever stands in the texts", "[gate][render]") {
  Problem hostile = problem(overdue, "p/1.1/bmg@2019-06", 2, "two\nlines ::error::x \x1b[31m");
  hostile.help = "a\nb";
  for (const auto& report :
       {gate({hostile}, {}, day), gate({hostile}, baseline({hostile}), day), gate({}, {}, day),
        gate({}, baseline({hostile}), day), gate({finding("SG303", "x")}, baseline({}), day)}) {
    const std::string text = render(report, GateFormat::text);
    CHECK(std::ranges::count(text, '\n') == 3);
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.starts_with(report.passed() ? "gate: passed as at 1 November 2019: "
                                           : "gate: FAILED as at 1 November 2019: "));
  }
}

TEST_CASE("GitHub's commands hold what its runner takes apart", "[gate][render]") {
  const auto source = std::make_shared<const Source>("a,b:c%.yaml", "äx: 1\n");
  Problem hostile = finding("SG303", "x", "100% sure,\r\nso: ::warning::no");
  hostile.where = {source, {1, 3}, 1};
  Problem known = problem(overdue, "old");
  const GateReport report = gate({hostile, known, problem(overdue, "n")}, baseline({known}), day);
  CHECK(render(report, GateFormat::github) ==
        "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,title=new%3A SG303 x::"
        "100%25 sure,%0D%0Aso: ::warning::no\n"
        "::error title=new%3A n::m\n");
}

TEST_CASE("JUnit's XML is XML, whatever stands in the texts", "[gate][render]") {
  Problem hostile = finding("SG303", "x", "a ]]> <b> & \"c\"\nd\te\x01\x1b\xff \uFFFF ü");
  hostile.help = "e\n<f>";
  const std::string xml = render(gate({hostile, hostile}, {}, day), GateFormat::junit);
  CHECK(xml ==
        R"xml(<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="safegov gate" tests="2" failures="2" errors="0" skipped="0">
  <testsuite name="safegov gate as at 2019-11-01" tests="2" failures="2" errors="0" skipped="0">
    <testcase classname="safegov.gate.finding" name="SG303 x">
      <failure type="new" message="a ]]&gt; &lt;b&gt; &amp; &quot;c&quot;&#10;d&#9;e��� � ü">a ]]&gt; &lt;b&gt; &amp; &quot;c&quot;
d	e��� � ü
e
&lt;f&gt;</failure>
    </testcase>
    <testcase classname="safegov.gate.finding" name="SG303 x (2)">
      <failure type="new" message="a ]]&gt; &lt;b&gt; &amp; &quot;c&quot;&#10;d&#9;e��� � ü">a ]]&gt; &lt;b&gt; &amp; &quot;c&quot;
d	e��� � ü
e
&lt;f&gt;</failure>
    </testcase>
  </testsuite>
</testsuites>
)xml");
}
