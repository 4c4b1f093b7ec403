// Who is asked for what, and when anything last came from them.
// SPDX-License-Identifier: Apache-2.0

#include <string>
#include <vector>

#include <safegov/chase.hpp>
#include <safegov/render.hpp>

#include "cli/call.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const char* const promises =
    "- what: Audit report\n  id: audit\n  to: bmg\n  due: June 2019, Oct 2019\n"
    "- what: Annual report\n  id: annual\n  from: bmg\n  to: board\n  due: Nov 2019\n"
    "- what: Not yet\n  id: later\n  to: bmg\n  due: Mar 2020\n";

Chase lists_of(const std::string& records, AssessOptions options = {},
               Date as_at = Date(2019, 11, 5), const std::string& more = promises) {
  const Partnership partnership =
      sound({Source("p.yaml", small_partnership), Source("plan.yaml", small_plan(more)),
             Source("records.yaml", small_records(records))});
  return chase(assess(expand_obligations(partnership), as_at, options));
}

std::string owner_of(const Chase& lists, std::size_t n) {
  const BodyId owner = lists.lists[n].owner;
  return owner ? lists.network.partnership()[owner].id : "nobody";
}

std::vector<std::string> ids_of(const Chase& lists, std::size_t n) {
  std::vector<std::string> ids;
  for (const ChaseItem& item : lists.lists[n].items)
    ids.push_back(lists.assessment.obligations()[item.row].id());
  return ids;
}

/// The day of the last contact of a list, or nothing.
std::string last_contact(const Chase& lists, std::size_t n) {
  const auto record = lists.lists[n].last_contact;
  return record ? iso(*lists.network.partnership().records()[*record].date) : "";
}

const char* const received =
    "- received: p/1.1/audit of June 2019\n  date: 2019-06-20\n  reference: item 4\n";

}  // namespace

TEST_CASE("who owes it is asked, or else who leads, and bodies stand as written", "[chase]") {
  const Chase lists = lists_of("- decided: qa\n  date: 2019-01-01\n");
  REQUIRE(lists.lists.size() == 2);
  CHECK(owner_of(lists, 0) == "bmg");
  CHECK(ids_of(lists, 0) == std::vector<std::string>{"p/1.1/annual@2019-11"});
  CHECK(owner_of(lists, 1) == "qa");
  CHECK(ids_of(lists, 1) == std::vector<std::string>{"p/1.1/audit@2019-06", "p/1.1/audit@2019-10"});
  CHECK(lists.size() == 3);
  CHECK(lists.lists[1].counts[State::overdue] == 2);
}

TEST_CASE("the last contact is the latest that came of what is owed, or that the body made",
          "[chase]") {
  CHECK(last_contact(lists_of("- decided: qa\n  date: 2019-01-01\n"), 1).empty());
  CHECK(last_contact(lists_of(received), 1) == "2019-06-20");
  const std::string extended =
      std::string(received) +
      "- extended: p/1.1/audit of Oct 2019\n  date: 2019-10-30\n  until: Nov 2019\n";
  CHECK(last_contact(lists_of(extended), 1) == "2019-10-30");
  CHECK(last_contact(
            lists_of(std::string(received) + "- decided: p/1.1\n  date: 2019-07-01\n  by: qa\n"),
            1) == "2019-07-01");
  // Of a later day, or not known by then, or taken back: it does not count.
  CHECK(last_contact(lists_of(extended, {}, Date(2019, 10, 29)), 1) == "2019-06-20");
  CHECK(last_contact(lists_of(extended, {.known_at = Date(2019, 10, 29)}), 1) == "2019-06-20");
  const std::string retracted =
      extended +
      "- retracted: extended p/1.1/audit of Oct 2019\n  date: 2019-10-30\n  recorded: 2019-11-02\n";
  CHECK(last_contact(lists_of(retracted), 1) == "2019-06-20");
  CHECK(last_contact(lists_of(retracted, {.known_at = Date(2019, 11, 1)}), 1) == "2019-10-30");
}

TEST_CASE("where nobody is stated comes last, and gets no letter", "[chase]") {
  const Partnership partnership = sound(
      {Source("p.yaml", small_partnership),
       Source("plan.yaml",
              "safegov: 1\npartnership: example\nplan: p\nobjectives:\n  - no: 1\n    actions:\n"
              "      - no: 1.1\n        promises:\n          - what: Report\n            to: bmg\n"
              "            due: June 2019\n          - what: Other\n            id: other\n        "
              "    from: qa\n"
              "            to: bmg\n            due: Oct 2019\n")});
  const Chase lists = chase(assess(expand_obligations(partnership), Date(2019, 11, 5)));
  REQUIRE(lists.lists.size() == 2);
  CHECK(owner_of(lists, 0) == "qa");
  CHECK(owner_of(lists, 1) == "nobody");
  const std::vector<Letter> written = letters(lists);
  REQUIRE(written.size() == 1);
  CHECK(written[0].name == "qa");
  CHECK(says(render(chase_report(lists), ReportFormat::text), "nobody stated"));
}

TEST_CASE("if who owes it is gone, who carries its duties is asked", "[chase]") {
  std::string bodies = small_partnership;
  bodies +=
      "    until: 2019-08-31\n  - id: quality\n    reports-to: bmg\n    from: 2019-09-01\n"
      "    succeeds: qa\n";
  const Partnership partnership =
      sound({Source("p.yaml", bodies), Source("plan.yaml", small_plan(promises)),
             Source("records.yaml", small_records(received))});
  const Chase lists = chase(assess(expand_obligations(partnership), Date(2019, 11, 5)));
  REQUIRE(lists.lists.size() == 2);
  CHECK(owner_of(lists, 1) == "quality");
  CHECK(last_contact(lists, 1) == "2019-06-20");
}

TEST_CASE("a letter's name is safe for a file, and each has its own", "[chase]") {
  std::string bodies = "safegov: 1\npartnership: example\nbodies:\n";
  std::string owed;
  for (const std::string id : {"Q/A", "q a", "con", "q-a"}) {
    bodies += "  - id: \"" + id + "\"\n";
    owed += "- what: Report\n  from: \"" + id + "\"\n  id: \"r" + std::to_string(owed.size()) +
            "\"\n  to: con\n  due: June 2019\n";
  }
  std::string plan = small_plan(owed);
  plan.replace(plan.find("        lead: qa\n"), 17, "");
  const auto read = read_sources({Source("p.yaml", bodies), Source("plan.yaml", plan)});
  if (!read) {  // such ids are refused before they could be names
    CHECK(has_errors(read.diagnostics()));
    return;
  }
  std::vector<std::string> names;
  for (const Letter& letter : letters(chase(assess(expand_obligations(*read), Date(2019, 11, 5)))))
    names.push_back(letter.name);
  CHECK(names == std::vector<std::string>{"q-a", "q-a-2", "body-con", "q-a-3"});
}
