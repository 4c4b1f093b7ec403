// `safegov survey`: many partnerships in one call.
// SPDX-License-Identifier: Apache-2.0

#include <sstream>
#include <string>
#include <vector>

#include "base/text.hpp"
#include "cli/call.hpp"
#include "partnership.hpp"
#include "read/support.hpp"

using namespace safegov;
using support::Folder;
using test::Outcome;
using test::says;

namespace {

Outcome survey(std::vector<std::string> args, bool progress = false) {
  args.insert(args.begin(), "survey");
  args.insert(args.end(), {"--as-at", "2019-11-01"});
  return test::call(args, {.progress = progress});
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

/// Partnerships p0, p1, …; the i-th owes i reports, all overdue. Those in `unsound` owe them to a
/// body that is not there.
void write_many(const Folder& folder, int count, const std::vector<int>& unsound = {}) {
  for (int i = 0; i < count; ++i) {
    const std::string id = "p" + std::to_string(i);
    std::string promises;
    for (int n = 0; n < i; ++n)
      promises += "- what: Report\n  id: r" + std::to_string(n) + "\n  to: bmg\n  due: June 2019\n";
    if (std::ranges::count(unsound, i) != 0) promises = "- what: Report\n  to: nobody\n";
    const auto owned = [&](const std::string& text) {
      return replaced(text, "partnership: example", "partnership: " + id);
    };
    folder.write(id + "/partnership.yaml", owned(test::small_partnership));
    if (!promises.empty()) folder.write(id + "/plan.yaml", owned(test::small_plan(promises)));
  }
}

}  // namespace

TEST_CASE("a survey is the same bytes on one thread and on eight", "[cli][survey]") {
  const Folder folder;
  write_many(folder, 60, {7, 41});
  for (const char* format : {"text", "json", "csv"})
    for (const char* order : {"path", "overdue"}) {
      CAPTURE(format, order);
      const auto with = [&](const char* jobs) {
        return survey({folder.path(), "--format", format, "--sort", order, "--jobs", jobs}, true);
      };
      const Outcome one = with("1");
      CHECK(one.exit == 2);
      for (int round = 0; round < 3; ++round) {
        const Outcome eight = with("8");
        CHECK(eight.exit == one.exit);
        CHECK(eight.out == one.out);
      }
    }
}

TEST_CASE("an unsound partnership has a line without figures, and the rest are answered",
          "[cli][survey]") {
  const Folder folder;
  write_many(folder, 4, {2});
  const auto text = survey({folder.path()});
  CHECK(text.exit == 2);
  CHECK(says(text.out, "4 partnerships, 4 obligations, 1 unsound"));
  CHECK(says(text.out, folder.path("p2") + "  unsound: 1 error; safegov check"));
  CHECK(says(text.out, "3 of 4 "));
  CHECK(says(text.out, "p3  Example"));
  CHECK(says(survey({folder.path(), "--format", "csv"}).out,
             folder.path("p2") + ",,,false,1,0,,,,,,,,,,,,,,,,,\r\n"));
}

TEST_CASE("the exit code of a survey says unsound before found", "[cli][survey]") {
  const Folder folder;
  write_many(folder, 3);
  CHECK(survey({folder.path()}).exit == 0);
  CHECK(survey({folder.path(), "--fail-on", "overdue"}).exit == 1);
  CHECK(survey({folder.path(), "--fail-on", "received-late,due"}).exit == 0);
  CHECK(survey({folder.path(), "nowhere", "--fail-on", "overdue"}).exit == 2);
}

TEST_CASE("a survey lists as given, or most overdue first", "[cli][survey]") {
  const Folder folder;
  write_many(folder, 4);
  const auto order = [&](const std::string& out) {
    std::vector<std::size_t> at;
    for (const char* id : {"p3  ", "p2  ", "p1  ", "p0  "}) at.push_back(out.find(id));
    return at;
  };
  const auto given = order(survey({folder.path("p3"), folder.path()}).out);
  CHECK(given[0] < given[3]);
  CHECK(given[3] < given[2]);
  CHECK(std::ranges::is_sorted(order(survey({folder.path(), "--sort", "overdue"}).out)));
}

TEST_CASE("an id that was read twice is pointed out", "[cli][survey]") {
  const Folder folder;
  folder.write("a/partnership.yaml", test::small_partnership);
  folder.write("b/partnership.yaml", test::small_partnership);
  CHECK(says(survey({folder.path()}).out, "example was read 2 times, and all of them count"));
  CHECK_FALSE(says(survey({folder.path("a")}).out, "times"));
}

TEST_CASE("a folder without a plan file is passed over aloud", "[cli][survey]") {
  const Folder folder;
  write_many(folder, 2);
  folder.write("docs/readme.md", "");
  const auto outcome = survey({folder.path()});
  CHECK(outcome.exit == 0);
  CHECK(outcome.err == "passed over " + folder.path("docs") + ", which has no plan file\n");
}

TEST_CASE("progress is drawn on a terminal only, a hundred times at most, and erased",
          "[cli][survey]") {
  const Folder folder;
  write_many(folder, 230, {5});
  CHECK(survey({folder.path()}).err.empty());
  for (const char* jobs : {"1", "8"}) {
    const auto shown = survey({folder.path(), "--jobs", jobs}, true);
    CHECK(std::ranges::count(shown.err, '\r') <= 102);
    CHECK(says(shown.err, "\r230 of 230 read, 1 unsound\r"));
    CHECK(shown.err.ends_with("\r" + std::string(26, ' ') + "\r"));
    CHECK_FALSE(says(shown.err, "\n"));
  }
}

TEST_CASE("no line of figures is wider than the page", "[cli][survey]") {
  const Folder folder;
  write_many(folder, 3);
  folder.write("long/partnership.yaml",
               replaced(test::small_partnership, "partnership: example",
                        "partnership: an-id-that-is-too-long-for-any-column"));
  for (const std::size_t width : {60U, 80U, 120U}) {
    std::istringstream in;
    std::ostringstream out, err;
    CHECK(run({"survey", folder.path(), "--as-at", "2019-11-01"},
              Terminal{in, out, err, [] { return Date(2019, 11, 1); }, false, width}) ==
          Exit::done);
    std::istringstream lines(out.str());
    CAPTURE(width, out.str());
    for (std::string line; std::getline(lines, line);)
      CHECK(internal::display_width(line) <= width);
    CHECK(says(out.str(), "an-id-that-is-too-long-for-any-column"));
    CHECK(says(out.str(), "2019-07-01") == (width > 60));
  }
}

TEST_CASE("a survey refuses what cannot be meant", "[cli][survey]") {
  const std::vector<std::vector<std::string>> wrong = {{},
                                                       {"-"},
                                                       {"x", "--jobs", "0"},
                                                       {"x", "--jobs", "two"},
                                                       {"x", "--jobs", "2000"},
                                                       {"x", "--jobs", "-1"},
                                                       {"x", "--sort", "name"},
                                                       {"x", "--joint", "--sort", "path"},
                                                       {"x", "--joint", "--format", "markdown"},
                                                       {"x", "--fail-on", "late"}};
  for (const auto& args : wrong) {
    CAPTURE(args);
    const auto outcome = survey(args);
    CHECK(outcome.exit == 2);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.starts_with("safegov: "));
  }
}

TEST_CASE("joint bodies are of those that are sound, and the rest is named",
          "[cli][survey][joint]") {
  const Folder folder;
  write_many(folder, 3, {1});
  const auto shares = [&](const std::string& id, const std::string& with) {
    folder.write(id + "/partnership.yaml",
                 replaced(std::string(test::small_partnership) + "    joint-of: " + with + "\n",
                          "partnership: example", "partnership: " + id));
  };
  shares("p0", "p2");
  shares("p2", "[p0, p1]");
  const Outcome joint = survey({folder.path(), "--joint", "--jobs", "3"});
  CHECK(joint.exit == 2);
  CHECK(says(joint.err, "left out " + folder.path() + "/p1, which is unsound: 1 error"));
  CHECK(says(joint.out, "2 partnerships, 1 joint body"));
  CHECK(says(joint.out, "in p0, as qa, it owes nothing and is owed nothing"));
  CHECK(says(joint.out, "in p2, as qa, it owes 2: 2 overdue"));
  CHECK(says(joint.out, "p1, in which 1 body is said to sit"));
  CHECK(survey({folder.path() + "/p0", folder.path() + "/p2", "--joint"}).exit == 0);
  CHECK(survey({folder.path() + "/p0", folder.path() + "/p2", "--joint", "--fail-on", "overdue"})
            .exit == 1);
  CHECK(survey({folder.path() + "/p0", "--joint", "--fail-on", "overdue"}).exit == 0);
}
