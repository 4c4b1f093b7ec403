// safegov gate and certificate: exit codes, files, and everything that can be wrong with them.
// SPDX-License-Identifier: Apache-2.0

#include <filesystem>
#include <string>
#include <vector>

#include "cli/call.hpp"
#include "markdown.hpp"
#include "partnership.hpp"
#include "read/support.hpp"

using namespace support;
using safegov::test::call;
using safegov::test::file_text;
using safegov::test::Outcome;
using safegov::test::says;

namespace {

/// A partnership in a folder; its report is due in June, Sept and Dec 2019.
class Plans {
 public:
  Plans() {
    folder.write("plans/partnership.yaml", safegov::test::small_partnership);
    folder.write("plans/plan.yaml",
                 safegov::test::small_plan(
                     "- {what: A look, to: bmg, due: 'June 2019, Sept 2019, Dec 2019'}",
                     "period: 2019-22\n"));
  }
  void records(const std::string& lines) {
    folder.write("plans/records.yaml", safegov::test::small_records(lines));
  }
  Outcome run(std::vector<std::string> words, const std::string& as_at = "") {
    words.insert(words.begin() + 1, folder.path("plans"));
    if (!as_at.empty()) words.insert(words.end(), {"--as-at", as_at});
    return call(words);
  }
  Outcome gate(std::vector<std::string> more, const std::string& as_at = "2019-11-01") {
    more.insert(more.begin(), {"gate", "--on", "overdue"});
    return run(more, as_at);
  }
  std::string file(const std::string& name) { return folder.path(name); }

  Folder folder;
};

std::string replaced(std::string text, const std::string& old, const std::string& other) {
  text.replace(text.find(old), old.size(), other);
  return text;
}

}  // namespace

TEST_CASE("a gate fails on what is new since its baseline, and on nothing else", "[cli][gate]") {
  Plans plans;
  const std::string known = plans.file("known.json");
  CHECK(plans.gate({}).exit == 1);  // without a baseline all is new
  CHECK(says(plans.gate({}).out, "2 new, 0 worse (no baseline)"));
  CHECK(says(plans.gate({}).out, "--write-baseline"));
  const Outcome first = plans.gate({"--write-baseline", known});
  CHECK(first.exit == 0);
  CHECK(says(first.out, "(2 known, 0 gone since the baseline)"));
  CHECK(plans.gate({"--baseline", known}).exit == 0);
  CHECK(plans.gate({"--baseline", known}, "2019-12-31").exit == 0);  // later, and not worse
  const Outcome later = plans.gate({"--baseline", known}, "2020-01-01");
  CHECK(later.exit == 1);
  CHECK(says(later.out, "1 new, 0 worse (2 known, 0 gone"));
  CHECK(says(later.out, "new: p/1.1/bmg@2019-12: "));
  plans.records("- {received: p/1.1/bmg of June 2019, date: 2019-10-01}");
  const Outcome gone = plans.gate({"--baseline", known});
  CHECK(gone.exit == 0);
  CHECK(says(gone.out, "1 known, 1 gone"));
  CHECK(says(gone.out, "so that what is gone cannot come back"));
  // With both it is judged by the old one, and renewed.
  CHECK(plans.gate({"--baseline", known, "--write-baseline", known}, "2020-01-01").exit == 1);
  CHECK(plans.gate({"--baseline", known}, "2020-01-01").exit == 0);
}

TEST_CASE("a baseline that is none of this partnership stops the gate, with the way out",
          "[cli][gate]") {
  Plans plans;
  const std::string known = plans.file("known.json");
  REQUIRE(plans.gate({"--write-baseline", known}).exit == 0);
  const std::string sound = file_text(known);
  const auto why = [&](const std::string& text) {
    plans.folder.write("other.json", text);
    const Outcome outcome = plans.gate({"--baseline", plans.file("other.json")});
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    CHECK(says(outcome.err, "other.json'"));
    CHECK(says(outcome.err, "--write-baseline makes one"));
    return outcome.err;
  };
  CHECK(says(why(""), "empty"));
  CHECK(says(why(sound.substr(0, sound.size() / 2)), ""));
  CHECK(says(why("SG303 p/1.1/bmg 'qa' reports to itself\n"), ""));
  CHECK(says(why(replaced(sound, "\"version\": 1", "\"version\": 2")), "version '2'"));
  CHECK(says(why(replaced(sound, "\"level\": 2", "\"level\": 3")), "changed after it was written"));
  CHECK(says(why(replaced(sound, "bmg@2019-06", "bmg@2019-12")), "changed after it was written"));
  CHECK(says(why(replaced(sound, "\"partnership\": \"example\"", "\"partnership\": \"p\"")),
             "of the partnership 'p', not of 'example'"));
  const Outcome missing = plans.gate({"--baseline", plans.file("none.json")});
  CHECK(missing.exit == 2);
  CHECK(says(missing.err, "--write-baseline makes one"));
  // What is broken is written anew.
  plans.folder.write("other.json", "{");
  CHECK(plans.gate({"--write-baseline", plans.file("other.json")}).exit == 0);
  CHECK(file_text(plans.file("other.json")) == sound);
}

TEST_CASE("one baseline serves gate and lint, each its part of it", "[cli][gate][lint]") {
  Plans plans;
  const std::string known = plans.file("known.json");
  const auto count = [&](const std::string& kind) {
    const std::string text = file_text(known);
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find("\"kind\": \"" + kind + "\"", at)) != text.npos; ++at)
      ++found;
    return found;
  };
  REQUIRE(plans.run({"gate", "--write-baseline", known}, "2019-11-01").exit == 0);
  CHECK(count("overdue") == 2);
  const std::size_t findings = count("finding");
  CHECK(findings > 0);
  CHECK(plans.run({"lint", "--baseline", known, "--fail-on", "note"}, "2019-11-01").exit == 0);
  const std::string before = file_text(known);
  REQUIRE(
      plans.run({"lint", "--write-baseline", known, "--fail-on", "nothing"}, "2019-11-01").exit ==
      0);
  CHECK(file_text(known) == before);
  CHECK(plans.run({"gate", "--baseline", known}, "2019-11-01").exit == 0);
  REQUIRE(plans.gate({"--write-baseline", known}, "2019-07-01").exit == 0);
  CHECK(count("overdue") == 1);
  CHECK(count("finding") == findings);
}

TEST_CASE("a gate looks at what --on names", "[cli][gate]") {
  Plans plans;
  plans.records("- {rated: p/1.1, date: 2019-10-01, rating: blue, by: qa}");
  const auto kinds = [&](const std::string& on) {
    const std::string out = plans.run({"gate", "--on", on, "--format", "json"}, "2019-11-01").out;
    return std::vector{says(out, "\"overdue\""), says(out, "\"optimistic\""),
                       says(out, "\"finding\"")};
  };
  CHECK(kinds("overdue") == std::vector{true, false, false});
  CHECK(kinds("ratings") == std::vector{false, true, false});
  CHECK(kinds("findings") == std::vector{false, false, true});
  CHECK(kinds("overdue,findings") == std::vector{true, false, true});
  const Outcome wrong = plans.run({"gate", "--on", "rating"}, "2019-11-01");
  CHECK(wrong.exit == 2);
  CHECK(says(wrong.err, "did you mean 'ratings'?"));
}

TEST_CASE("a gate keeps to what a project lets stand", "[cli][gate]") {
  Plans plans;
  const auto lint = [&] { return plans.run({"gate", "--on", "findings"}, "2019-11-01"); };
  CHECK(lint().exit == 1);
  plans.folder.write("plans/.safegov.yaml", "safegov: 1\nlint: {only: [self-report]}\n");
  CHECK(lint().exit == 0);
  plans.folder.write("plans/.safegov.yaml", "safegov: 1\nlint: {baseline: none.json}\n");
  CHECK(lint().exit == 2);
}

TEST_CASE("a gate that cannot do what it is asked says why, and nothing is judged", "[cli][gate]") {
  Plans plans;
  CHECK(says(plans.gate({"--annotations", "gitlab"}).err, "--code-quality FILE"));
  CHECK(plans.gate({"--annotations", "jenkins"}).exit == 2);
  CHECK(plans.gate({"--annotations", "github", "--format", "json"}).exit == 2);
  CHECK(plans.gate({"--format", "junit"}).exit == 2);
  CHECK(plans.gate({"--junit", plans.file("no/such/folder.xml")}).exit == 2);
  plans.folder.write("plans/plan.yaml",
                     "safegov: 1\npartnership: example\nplan: p\nobjektives: []\n");
  const Outcome unsound = plans.gate({"--write-baseline", plans.file("known.json")});
  CHECK(unsound.exit == 2);
  CHECK(unsound.out.empty());
  CHECK_FALSE(std::filesystem::exists(plans.file("known.json")));
}

TEST_CASE("a certificate holds until something changes, and says what did", "[cli][certificate]") {
  Plans plans;
  const std::string file = plans.file("c.json");
  plans.records("- {received: p/1.1/bmg of June 2019, date: 2019-06-12}");
  const Outcome made = plans.run({"certificate", "-o", file, "--soon", "7"}, "2019-11-01");
  CHECK(made.exit == 0);
  CHECK(made.out.empty());
  CHECK(plans.run({"certificate", "--soon", "7"}, "2019-11-01").out == file_text(file));
  const Outcome holds = plans.run({"certificate", "--check", file});
  CHECK(holds.exit == 0);
  CHECK(says(holds.out, "it holds: 3 obligations as at 1 November 2019, 3 inputs"));
  // It has no place of this machine in it.
  CHECK_FALSE(says(file_text(file), std::filesystem::path(plans.file("")).parent_path().string()));
  plans.records("- {received: p/1.1/bmg of June 2019, date: 2019-07-12}");
  const Outcome differs = plans.run({"certificate", "--check", file});
  CHECK(differs.exit == 1);
  CHECK(says(differs.out, "input 'records.yaml' is another text"));
  CHECK(says(differs.out, "and is now received late on 12 July 2019"));
  CHECK(says(differs.out, " differences\n"));
}

TEST_CASE("what is no certificate of these plans is not checked", "[cli][certificate]") {
  Plans plans;
  const std::string file = plans.file("c.json");
  REQUIRE(plans.run({"certificate", "-o", file}, "2019-11-01").exit == 0);
  const std::string sound = file_text(file);
  const auto check = [&](const std::string& text) {
    plans.folder.write("other.json", text);
    const Outcome outcome = plans.run({"certificate", "--check", plans.file("other.json")});
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  CHECK(says(check(replaced(sound, "\"version\": 1", "\"version\": 3")), "version '3'"));
  CHECK(says(check(replaced(sound, "\"partnership\": \"example\"", "\"partnership\": \"ncscp\"")),
             "of the partnership 'ncscp', and these files are of 'example'"));
  CHECK(says(check(sound.substr(0, sound.size() / 2)), "error"));
  CHECK(says(check("{}"), "this is not a certificate"));
  CHECK(plans.run({"certificate", "--check", plans.file("none.json")}).exit == 2);
  const Outcome days = plans.run({"certificate", "--check", file}, "2019-12-01");
  CHECK(days.exit == 2);
  CHECK(says(days.err, "'--check' does not go with '--as-at'"));
  const Outcome rules = [&] {
    plans.folder.write("other.json", replaced(sound, "13 states", "12 states"));
    return plans.run({"certificate", "--check", plans.file("other.json")});
  }();
  CHECK(rules.exit == 1);
  CHECK(says(rules.out, "rules 'states' are other rules: 12 states, now 13 states"));
}
