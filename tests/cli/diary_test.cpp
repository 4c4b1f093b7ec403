// safegov diary: what it prints, and what it writes where.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include "cli/call.hpp"
#include "markdown.hpp"
#include "read/support.hpp"

using safegov::test::call;
using safegov::test::file_text;
using safegov::test::says;

namespace {

const std::string bodies =
    "safegov: 1\npartnership: t\nname: Test\nbodies:\n"
    "  - id: bmg\n    meets: June 2019, 9 Oct 2019, Feb 2020\n  - id: qa\n    reports-to: bmg\n";

}  // namespace

TEST_CASE("the command prints a calendar, or writes one, or one for each body", "[cli][diary]") {
  const support::Folder folder;
  folder.write("partnership.yaml", bodies);
  folder.write("plan.yaml", support::action_head +
                                "          - {what: Report, to: bmg, due: 'June 2019, ongoing'}\n");
  const std::vector<std::string> words{"diary", folder.path(), "--as-at", "2019-05-01"};
  const auto with = [&](std::vector<std::string> more) {
    more.insert(more.begin(), words.begin(), words.end());
    return call(more);
  };
  const auto printed_one = with({});
  CHECK(printed_one.exit == 0);
  CHECK(printed_one.out.starts_with("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"));
  CHECK(printed_one.out.ends_with("END:VCALENDAR\r\n"));
  CHECK(printed_one.err == "left out: 1 obligation without a day (undated, open or unresolved)\n");

  const std::string file = folder.path("all.ics");
  CHECK(with({"-o", file}).out.empty());
  CHECK(file_text(file) == printed_one.out);

  const std::string into = folder.path("a/b");
  const auto each = with({"--into", into});
  CHECK(each.out == "wrote " + into + "/bmg.ics: 4 entries\nwrote " + into + "/qa.ics: 1 entry\n");
  CHECK(file_text(into + "/qa.ics") == with({"--body", "qa"}).out);

  CHECK(says(with({"--alarm", "14"}).out, "TRIGGER;RELATED=START:-P14D\r\n"));
  CHECK(says(with({"--alarm", "0"}).out, "TRIGGER;RELATED=START:PT0S\r\n"));
  CHECK_FALSE(says(with({"--alarm", "none"}).out, "VALARM"));
  for (const char* wrong : {"soon", "-1", "none,7", ""}) {
    INFO(wrong);
    const auto refused = with({"--alarm", wrong});
    CHECK(refused.exit == 2);
    CHECK(says(refused.err, "--alarm takes numbers of days"));
  }
  CHECK(says(with({"--into", into, "-o", file}).err, "give one"));
  CHECK(says(with({"--into", file}).err, "cannot make the folder"));
  CHECK(says(with({"--body", "bgm"}).err, "did you mean 'bmg'?"));
}
