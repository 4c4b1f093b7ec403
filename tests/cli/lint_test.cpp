// safegov lint on files: what it mends in them, and the settings of a project.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <string>
#include <vector>

#include <safegov/read.hpp>

#include "cli/call.hpp"
#include "markdown.hpp"
#include "read/support.hpp"

using namespace support;
using safegov::test::call;
using safegov::test::file_text;
using safegov::test::Outcome;
using safegov::test::says;

namespace {

const std::string head = "safegov: 1\npartnership: t\n";
const std::string bodies =
    head +
    "name: T\ntop: board\nbodies:\n  - id: board\n  - id: bmg\n    also-known-as: [Management "
    "Group]\n    reports-to: board\n  - id: qa-1\n    reports-to: bmg\n  - id: qa-2\n    "
    "reports-to: bmg\n";

std::string plan_with(const std::string& lead, const std::string& to) {
  return head +
         "plan: b\nobjectives:\n  - no: 1\n    actions:\n      - no: 1.1\n        lead: " + lead +
         "\n        promises:\n          - what: Report\n            to: " + to +
         "  # as printed\n            due: June 2021\n";
}

}  // namespace

TEST_CASE("lint --fix writes ids, aliases and keys that are slips for one thing", "[cli][lint]") {
  const Folder folder;
  const std::string arrangements = folder.write("partnership.yaml", bodies);
  std::string text = plan_with("bmgg", "\"Management Group\"");
  text.replace(text.find("what:"), 5, "waht:");
  const std::string written = folder.write("plan.yaml", text);
  CHECK(call({"lint", folder.path()}).exit == 2);
  CHECK(file_text(written) == text);  // nothing is written unasked
  const Outcome mended = call({"lint", folder.path(), "--fix", "--only", "self-report"});
  CHECK(mended.exit == 1);
  CHECK(file_text(written) == plan_with("bmg", "\"bmg\""));
  CHECK(file_text(arrangements) == bodies);
  CHECK(says(mended.err, "'bmgg' is now 'bmg' [SG102]"));
  CHECK(says(mended.err, "'Management Group' is now 'bmg' [SG102]"));
  CHECK(says(mended.err, "'waht' is now 'what' [SG015]"));
  CHECK(says(mended.out, "'bmg' reports to itself"));
  // There is nothing left to mend.
  CHECK_FALSE(says(call({"lint", folder.path(), "--fix"}).err, "is now"));
}

TEST_CASE("lint --fix leaves what may be a slip for two things, and what is none", "[cli][lint]") {
  const Folder folder;
  folder.write("partnership.yaml", bodies);
  const std::string text = plan_with("qa-3", "somebody-else");
  const std::string written = folder.write("plan.yaml", text);
  CHECK(call({"lint", folder.path(), "--fix"}).exit == 2);
  CHECK(file_text(written) == text);
}

TEST_CASE("lint --fix makes no key that stands there already", "[cli][lint]") {
  const Folder folder;
  folder.write("partnership.yaml", bodies);
  for (const std::string keys : {"lead: qa-1\n        laed: qa-2", "laed: qa-2\n        lead: qa-1",
                                 "what: X\n        lead: qa-1"}) {
    std::string text = plan_with("bmg", "board");
    text.replace(text.find("lead: bmg"), 9, keys);
    const std::string written = folder.write("plan.yaml", text);
    CHECK(call({"lint", folder.path(), "--fix"}).exit == 2);
    CHECK(file_text(written) == text);
  }
  // Of two slips for one key the first is mended.
  std::string text = plan_with("bmg", "board");
  text.replace(text.find("lead: bmg"), 9, "laed: qa-1\n        leda: qa-2");
  const std::string written = folder.write("plan.yaml", text);
  CHECK(call({"lint", folder.path(), "--fix"}).exit == 2);
  text.replace(text.find("laed"), 4, "lead");
  CHECK(file_text(written) == text);
}

TEST_CASE("lint --fix does not touch standard input", "[cli][lint]") {
  CHECK(call({"lint", "-", "--fix"}).exit == 2);
}

TEST_CASE("a fix is applied where what it replaces stands at its place", "[cli][lint]") {
  const auto source =
      std::make_shared<const Source>("a.yaml", "one: tow\ntwo: \"tow\"\nthree: x\n");
  const auto at = [&](std::uint32_t line, std::uint32_t column) {
    Diagnostic d;
    d.where = {source, {line, column}, 3};
    d.fix = Fix{"tow", "two"};
    return d;
  };
  const Diagnostics all{at(3, 8), at(2, 6), at(1, 6), at(1, 6), at(9, 1), at(1, 600)};
  const Mended mended = apply_fixes(*source, all);
  CHECK(mended.text == "one: two\ntwo: \"two\"\nthree: x\n");
  CHECK(mended.applied.size() == 2);
  CHECK(apply_fixes(Source("b.yaml", source->text()), all).applied.empty());
}

TEST_CASE("a project says once how lint is called in its folder", "[cli][lint]") {
  const Folder folder;
  folder.write("partnership.yaml", bodies);
  folder.write("plan.yaml", plan_with("bmg", "bmg"));
  const auto lint = [&](std::vector<std::string> more = {}) {
    std::vector<std::string> words{"lint", folder.path()};
    words.insert(words.end(), more.begin(), more.end());
    return call(words);
  };
  CHECK(says(lint().out, "[SG303]"));
  folder.write(".safegov.yaml", "safegov: 1\nlint:\n  allow: [self-report]\n");
  CHECK_FALSE(says(lint().out, "[SG303]"));
  CHECK(says(lint({"--allow", "SG210"}).out, "[SG303]"));  // what a call says counts alone
  folder.write(".safegov.yaml", "safegov: 1\nlint: {only: [SG303], fail-on: error}\n");
  CHECK(lint().exit == 0);
  CHECK(lint({"--fail-on", "note"}).exit == 1);
  CHECK(lint({"--write-baseline", folder.path("known.txt")}).exit == 0);
  folder.write(".safegov.yaml", "safegov: 1\nlint: {only: [SG303], baseline: known.txt}\n");
  CHECK(lint().exit == 0);
  CHECK_FALSE(says(lint().out, "[SG303]"));
  const std::string other = folder.write("other.txt", "safegov: 1\nlint: {only: [SG303]}\n");
  CHECK(says(lint({"--project", other}).out, "[SG303]"));
}

TEST_CASE("a project that cannot be read says why, with its place, and nothing is reviewed",
          "[cli][lint]") {
  const auto codes = [](const std::string& text) {
    std::string all;
    const auto project = read_project(Source(".safegov.yaml", text));
    for (const Diagnostic& d : project.diagnostics()) all += d.code + " ";
    return all;
  };
  CHECK(codes("safegov: 1\nlint:\n  fail-on: error\n").empty());
  CHECK(codes("safegov: 1\nlint:\n  fail-onn: error\n  allow: [no-such]\n") == "SG015 SG102 ");
  CHECK(codes("safegov: 2\nlint: {}\n") == "SG020 ");
  CHECK(codes("lint: {}\n") == "SG016 ");
  CHECK(codes("- a\n") == "SG017 ");
  CHECK(codes("") == "SG003 ");
  const Folder folder;
  folder.write("partnership.yaml", bodies);
  folder.write(".safegov.yaml", "safegov: 1\nlint: {fail-on: perhaps}\n");
  const Outcome outcome = call({"lint", folder.path()});
  CHECK(outcome.exit == 2);
  CHECK(outcome.out.empty());
  CHECK(says(outcome.err, ".safegov.yaml:2:17: error"));
  CHECK(call({"lint", folder.path(), "--project", folder.path("none.yaml")}).exit == 2);
}
