// Every way known to us in which a YAML parser accepts, drops or chokes on what people write.
// SPDX-License-Identifier: Apache-2.0

#include "read/support.hpp"

using namespace support;

namespace {

/// Refused quickly, with one diagnostic; a parser that loops would not come back at all.
void check_stopped(const std::string& text, const std::string& expected) {
  CAPTURE(text.substr(0, 60));
  double took = 0;
  const auto result = [&] {
    Result<Partnership> read_it = Diagnostics{};
    took = seconds([&] { read_it = read(text); });
    return read_it;
  }();
  check_refused(result, {expected});
  CHECK(took < 2.0);
}

}  // namespace

TEST_CASE("a comma where nothing can be listed ends reading instead of going on for ever",
          "[read][traps]") {
  check_stopped(",", "x:1:1 SG010");
  check_stopped(", a", "x:1:1 SG010");
  check_stopped("\"a\" ,", "x:1:5 SG010");
  check_stopped("- a\n,", "x:2:1 SG010");
  check_stopped(",\n,\n,\n", "x:1:1 SG010");
}

TEST_CASE("what the parser takes for a second document is never dropped", "[read][traps]") {
  check_stopped("- a\nb: 1", "x:2:1 SG010");
  check_stopped("{a: 1} {b: 2}", "x:1:8 SG010");
  check_stopped("[1] [2]", "x:1:5 SG010");
  check_stopped("\"x\" y", "x:1:5 SG010");
  check_stopped("a: 1\n---\nb: 2", "x:2:1 SG010");
  check_stopped("a: 1\n...\nrest", "x:3:1 SG010");
  check_stopped(plan + "---\n", "x:13:1 SG010");
  check_stopped(plan + "--- # the next\nsafegov: 1\n", "x:13:1 SG010");
  check_stopped(plan + "...\nrest", "x:14:1 SG010");
}

TEST_CASE("one document may be opened and closed by name", "[read][traps]") {
  CHECK(read("---\n" + plan + "...\n"));
  CHECK(read("# a remark\n%YAML 1.2\n---\n" + plan));
}

TEST_CASE("a quote that is never closed is reported where it opens", "[read][traps]") {
  const std::string rest = "status: PROPOSED\nobjectives: []\n";
  check_stopped(plan_head + "title: \"Plan\n" + rest, "x:4:8 SG009");
  check_stopped(plan_head + "title: 'Plan\n" + rest, "x:4:8 SG009");
  check_stopped(plan_head + "title: \"Plan\n" + "status: PROPOSED\nobjectives: []", "x:4:8 SG009");
  check_stopped("due: \"2024-01-01\nlead: x\n", "x:1:6 SG009");
  check_stopped("due: \"2024-01-01\nlead: x\n\n\n   \n", "x:1:6 SG009");
  // The next quote further down closes it for YAML, and upsets what is behind it.
  check_stopped(plan_head + "title: \"Plan\nstatus: \"PROPOSED\"\nobjectives: []\n", "x:4:8 SG009");
  check_stopped(plan_head + "title: 'Children''s plan\n" + rest, "x:4:8 SG009");
  check_stopped(plan_head + "title: \"Plan \\\" more\n" + rest, "x:4:8 SG009");
  check_stopped(plan_head + "\"title: Plan\n" + rest, "x:4:1 SG009");
  check_stopped(plan_head + "priorities:\n  - no: 1\n    text: \"One\n  - no: 2\n    text: Two\n",
                "x:6:11 SG009");
}

TEST_CASE("quotes that are closed on their line do no harm", "[read][traps]") {
  for (const std::string title :
       {"\"Plan\"", "'Children''s plan'", "\"a \\\" b\"", "'\"'", "\"'\"", "Children's plan",
        "the \"new\" plan", ">-\n  \"folded text may\n  have a quote on two lines\""}) {
    CAPTURE(title);
    const auto result = read(plan_head + "title: " + title + "\nobjectives: []\n");
    INFO(printed(result.diagnostics()));
    CHECK(result);
  }
}

TEST_CASE("an error elsewhere is not blamed on a quote in a folded text", "[read][traps]") {
  check_stopped(plan_head + "title: a: b\nstatus: >-\n  \"on two\n  lines\"\nobjectives: []\n",
                "x:4:9 SG008");
}

TEST_CASE("a forgotten colon is reported at its word", "[read][traps]") {
  check_stopped(plan + "status\n", "x:13:1 SG013");
  check_stopped(plan + "status", "x:13:1 SG013");
  check_stopped(plan_head + "status\nobjectives: []\n", "x:4:1 SG013");
  check_stopped(plan_head + "title: |\n x\nstatus\nobjectives: []\n", "x:6:1 SG013");
  check_stopped(plan_head + "objectives: []\ntitle: |\n x\nstatus", "x:7:1 SG013");
  check_stopped(action_head + "          - what: Report\n            to: bmg\n            due\n",
                "x:12:13 SG013");
  check_stopped(
      action_head + "          - what: Report\n            to\n            due: ongoing\n",
      "x:11:13 SG013");
  // YAML wants a space behind the colon, too.
  const auto glued = read(action_head + "          - what: Report\n            to:bmg\n");
  check_refused(glued, {"x:11:13 SG013"});
  CHECK(glued.diagnostics()[0].help == "write 'to: bmg'");
}

TEST_CASE("a key that is written twice is reported with both places", "[read][traps]") {
  const auto result = read(plan_head + "title: One\nobjectives: []\ntitle: Two\n");
  check_refused(result, {"x:6:1 SG012"});
  REQUIRE(result.diagnostics()[0].related.size() == 1);
  CHECK(result.diagnostics()[0].related[0].where.begin == Position{4, 1});
  // Whether or not one of them is in quotes.
  check_refused(read(plan_head + "title: One\nobjectives: []\n\"title\": Two\n"), {"x:6:1 SG012"});
  // Thrice is two too many, each against the first.
  check_refused(read(plan_head + "title: 1\ntitle: 2\ntitle: 3\nobjectives: []\n"),
                {"x:5:1 SG012", "x:6:1 SG012"});
}

TEST_CASE("aliases, anchors, tags and merge keys are refused with a code", "[read][traps]") {
  check_stopped(plan_head + "title: &a Plan\nobjectives: []\n", "x:4:8 SG011");
  check_stopped(plan_head + "title: *a\nobjectives: []\n", "x:4:8 SG011");
  check_stopped(plan_head + "title: &a Plan\nstatus: *a\nobjectives: []\n", "x:4:8 SG011");
  check_stopped(plan_head + "title: !!str Plan\nobjectives: []\n", "x:4:8 SG011");
  check_stopped(plan_head + "title: !mine Plan\nobjectives: []\n", "x:4:8 SG011");
  check_stopped(plan_head + "objectives: !mine []\n", "x:4:13 SG011");
  check_stopped(plan_head + "<<: {title: a}\nobjectives: []\n", "x:4:1 SG015");
  check_stopped("base: &b {a: 1}\nplan:\n  <<: *b\n", "x:1:7 SG011");
  check_stopped("&a [*a]", "x:1:1 SG011");
}

TEST_CASE("an alias bomb does not go off", "[read][traps]") {
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 30; ++i) {
    const std::string n = std::to_string(i), before = std::to_string(i - 1);
    bomb += "a" + n + ": &a" + n + " [*a" + before + ", *a" + before + "]\n";
  }
  check_stopped(bomb, "x:1:5 SG011");
}

TEST_CASE("a question mark in brackets asks for quotes", "[read][traps]") {
  check_stopped(plan_head + "title: [Is it safe?, yes]\n", "x:4:19 SG008");
  check_stopped(plan_head + "title: {k: why?}\n", "x:4:15 SG008");
  check_stopped(plan_head + "title: [http://x/?q=1]\n", "x:4:18 SG008");
  const auto result = read(plan_head + "title: [Is it safe?, yes]\n");
  CHECK(result.diagnostics()[0].message.find("'?'") != std::string::npos);
  CHECK(result.diagnostics()[0].help.find("quotes") != std::string::npos);
  // Outside of brackets it is text.
  CHECK(read(plan_head + "title: Is it safe?\nobjectives: []\n"));
}

TEST_CASE("nesting is refused before it can hurt, in every style", "[read][traps]") {
  constexpr std::size_t deep = 100'000;
  check_stopped(repeated("[", deep), "x:1:65 SG007");
  check_stopped(repeated("{", deep), "x:1:65 SG007");
  check_stopped(repeated("[{", deep), "x:1:65 SG007");
  check_stopped(repeated("[\n", deep), "x:65:1 SG007");
  check_stopped(repeated("{a: ", deep), "x:1:257 SG007");
  check_stopped(repeated("- ", deep), "x:1:129 SG007");
  check_stopped(repeated("? ", deep), "x:1:129 SG007");
  std::string steps;
  for (std::size_t i = 0; i < 2000; ++i) steps += std::string(i, ' ') + "a:\n";
  check_stopped(steps, "x:65:65 SG007");
}

TEST_CASE("brackets are counted wherever a parser would see them", "[read][traps]") {
  // Each hides the first bracket from a naive count; a million of them cost 200 MB.
  for (const std::string before :
       {"\"x\" ", "\"x\"", "'x' ", "[] ", "{} ", "&a ", "!t ", "*a ", "a: \"b\nc\" ", "- ", "? ",
        "a: 'it''s' ", "a: b, ", "# [\n", "--- ", "\t"}) {
    CAPTURE(before);
    for (const std::string& many : {repeated("[", 1'000'000), "[" + repeated("a,", 500'000)}) {
      if (before == "a: b, ") continue;  // one long text: it has no brackets at all
      Result<Partnership> result = Diagnostics{};
      CHECK(seconds([&] { result = read(before + many); }) < 1.5);
      INFO(printed(result.diagnostics()).substr(0, 500));
      REQUIRE(result.diagnostics().size() == 1);
      CHECK(result.diagnostics()[0].code == "SG007");
    }
  }
}

TEST_CASE("brackets inside a text are text", "[read][traps]") {
  const std::string long_rest = "note: >-\n" + repeated("  words and words\n", 8000);
  for (const std::string title :
       {"see [1", "Report, [draft", "at 10:[30", "a-[b", "half [", "\"[[\"", "'{'", "x # [[["}) {
    CAPTURE(title);
    const auto result = read(plan_head + "title: " + title + "\nobjectives: []\n" + long_rest);
    INFO(printed(result.diagnostics()).substr(0, 500));
    CHECK(result);
  }
}

TEST_CASE("a bracket that is not closed is reported where it opens", "[read][traps]") {
  check_stopped(
      "safegov: 1\npartnership: t\nname: T\nbodies:\n  - id: qa\n"
      "    members: [bmg, slg\n  - id: bmg\n",
      "x:6:14 SG008");
  check_stopped(plan_head + "objectives:\n  - {no: 1, text: One\n  - {no: 2}\n", "x:5:5 SG008");
  check_stopped(plan_head + "title: [draft\n" + repeated("status: a\n", 10'000), "x:4:8 SG007");
}

TEST_CASE("a long bracketed list is refused before it is buffered", "[read][traps]") {
  check_stopped("[" + repeated("a,", 1'000'000) + "]", "x:1:1 SG007");
  check_stopped("members: [" + repeated("a,", 1'000'000) + "]", "x:1:10 SG007");
}

TEST_CASE("an empty value is reported at its key, not on the next line", "[read][traps]") {
  check_refused(read(plan_head + "title:\n\n\nobjectives: []\n"), {"x:4:1 SG014"});
  check_refused(read(plan_head + "objectives: []\ntitle:\n"), {"x:5:1 SG014"});
  check_refused(read(plan_head + "objectives: []\ntitle: ~\n"), {"x:5:1 SG014"});
  check_refused(read(plan_head + "objectives: []\ntitle: null\n"), {"x:5:1 SG014"});
  check_refused(read(plan_head + "objectives: []\ntitle: ''\n"), {"x:5:8 SG014"});
  check_refused(read(plan_head + "objectives: []\ntitle: '  '\n"), {"x:5:8 SG014"});
  check_refused(read(plan_head + "objectives: []\n'title':\n"), {"x:5:1 SG014"});
}

TEST_CASE("a number after a hash is a remark of YAML's, and said to be", "[read][traps]") {
  const auto result =
      read(action_head + "          - what: Report #2 to BMG\n            to: bmg\n");
  REQUIRE(result);
  CHECK(summary(result.diagnostics()) == Lines{"x:10:19 SG021"});
  CHECK(result->plans()[0].objectives[0].actions[0].promises[0].what == "Report");
  // In quotes it is text; with a word behind it, it is a remark.
  for (const std::string what : {"'Report #2'", "Report # note", "Report#2", "Report # 2"}) {
    CAPTURE(what);
    const auto clean = read(action_head + "          - what: " + what + "\n            to: bmg\n");
    REQUIRE(clean);
    CHECK(clean.diagnostics().empty());
  }
}

TEST_CASE("a comma in braces splits a text, and the message says so", "[read][traps]") {
  const auto result =
      read(action_head + "          - {what: Report, to the board, to: bmg, due: June 2019}\n");
  check_refused(result, {"x:10:28 SG013"});
  CHECK(result.diagnostics()[0].help.find("comma in quotes") != std::string::npos);
}

TEST_CASE("JSON's escapes for half characters are refused with a way out", "[read][traps]") {
  check_stopped("title: \"\\ud83d\\ude00\"\n", "x:1:9 SG008");
  check_stopped("title: \"\\q\"\n", "x:1:9 SG008");
}

TEST_CASE("a key of more than a thousand letters is refused", "[read][traps]") {
  const auto result = read(plan_head + std::string(1100, 'k') + ": x\nobjectives: []\n");
  CHECK(!result);
  CHECK(result.diagnostics().size() == 1);
}

TEST_CASE("text that goes on behind a closing quote is named as such", "[read][traps]") {
  check_stopped(plan_head + "title: \"New\" plan\nobjectives: []\n", "x:4:14 SG008");
  check_stopped(plan_head + "title: [New] plan\nobjectives: []\n", "x:4:14 SG008");
  CHECK(read(plan_head + "title: \"New\" plan\nobjectives: []\n")
            .diagnostics()[0]
            .message.find("closing quote") != std::string::npos);
}

TEST_CASE("a folder where a file is meant is read as a folder", "[read][traps]") {
  const Folder folder;
  folder.write("a.yaml", partnership);
  CHECK(read_partnership({folder.path()}));
  const Folder empty;
  check_refused(read_partnership({empty.path()}), {empty.path() + " SG002"});
}
