// Forward plans, held against what boards are promised.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <safegov/forward_plan.hpp>
#include <safegov/register_report.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

/// Code, line of the file of forward plans, message.
using Found = std::vector<std::pair<std::string, unsigned>>;

std::string items(const std::string& rows) {
  std::string text = "safegov: 1\npartnership: example\nforward-plan:\n";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return text;
}

Partnership with(const std::string& rows, const std::string& promises,
                 const std::string& records = "") {
  std::vector<Source> all{{"partnership.yaml", small_partnership},
                          {"items.yaml", items(rows)},
                          {"plan.yaml", small_plan(promises)}};
  if (!records.empty()) all.push_back({"records.yaml", small_records(records)});
  return sound(std::move(all));
}

Diagnostics findings(const Partnership& partnership, Date day) {
  return register_findings(partnership, day);
}

Found found(const Partnership& partnership, Date day = Date(2025, 11, 3)) {
  Found all;
  for (const Diagnostic& d : findings(partnership, day))
    all.emplace_back(d.code, d.where.begin.line);
  return all;
}

// An item that answers something else, so that only what is missing is told.
const std::string other = "- {id: other, what: Other, to: board, due: Dec 2025}\n";
std::string item(int id, const std::string& meeting) {
  return "- {id: " + std::to_string(id) + ", body: board, dated: 2025-09-01, meeting: " + meeting +
         ", item: Other, for: p/1.1/other}\n";
}

}  // namespace

TEST_CASE("the forward plan of the real board answers nothing that is named",
          "[registers][forward-plan]") {
  const Partnership example = nottingham();
  const auto of_plan = [&](Date day) {
    std::vector<std::string> codes;
    for (const Diagnostic& d : findings(example, day))
      if (d.path.starts_with("forward-plan")) codes.push_back(d.code);
    return codes;
  };
  CHECK(of_plan(Date(2020, 9, 28)).empty());  // the pack is of the day after
  const auto codes = of_plan(Date(2020, 9, 29));
  CHECK(std::ranges::count(codes, "SG431") == 4);
}

TEST_CASE("what is due to a board and not planned is told once, at the meeting it belongs to",
          "[registers][forward-plan]") {
  // The plan is of 1 September; meetings on 7 October, 16 December and 3 February.
  const std::string rows = item(1, "7 Oct 2025") + item(2, "16 Dec 2025") + item(3, "3 Feb 2026");
  const std::vector<std::pair<std::string, unsigned>> expected{
      {"31 Aug 2025", 0},                                        // before the plan was made
      {"1 Sept 2025", 0},                                        // on its day
      {"2 Sept 2025", 4},                                        // late at the first meeting after
      {"7 Oct 2025", 4},                                         // at the meeting
      {"8 Oct 2025", 5},           {"Oct 2025 to Dec 2025", 5},  // the last in time
      {"Jan 2019 to Dec 2025", 5}, {"17 Dec 2025", 6},          {"Feb 2026", 6},
      {"4 Feb 2026", 0},  // no meeting is planned after it
  };
  for (const auto& [due, line] : expected) {
    CAPTURE(due);
    Found missing;
    for (const auto& each :
         found(with(rows, other + "- {what: Report, to: board, due: " + due + "}\n")))
      if (each.first == "SG430") missing.push_back(each);
    CHECK(missing == (line == 0 ? Found{} : Found{{"SG430", line}}));
  }
}

TEST_CASE("without a day of the plan, only what has its meeting in time is missed",
          "[registers][forward-plan]") {
  const std::string row =
      "- {id: 1, body: board, meeting: 16 Dec 2025, item: Other, for: p/1.1/other}\n";
  CHECK(found(with(row, other + "- {what: Report, to: board, due: Nov 2025}\n")).empty());
  CHECK(found(with(row, other + "- {what: Report, to: board, due: Dec 2025}\n")) ==
        Found{{"SG430", 4}});
}

TEST_CASE("what came in, or is owed to others, is not missed", "[registers][forward-plan]") {
  const std::string row = item(1, "16 Dec 2025");
  const std::string report = "- {what: Report, to: board, due: Nov 2025}\n";
  const std::string came = "- received: p/1.1/board\n  date: 2025-11-10\n";
  CHECK(found(with(row, other + report, came), Date(2025, 11, 9)) == Found{{"SG430", 4}});
  CHECK(found(with(row, other + report, came), Date(2025, 11, 10)).empty());
  CHECK(found(with(row, other + "- {what: Report, to: bmg, due: Nov 2025}\n")).empty());
  // An extension moves it out of reach of the meeting.
  const std::string later = "- extended: p/1.1/board\n  date: 2025-11-10\n  until: Mar 2026\n";
  CHECK(found(with(row, other + report, later), Date(2025, 11, 9)) == Found{{"SG430", 4}});
  CHECK(found(with(row, other + report, later), Date(2025, 11, 10)).empty());
}

TEST_CASE("what is decided later is not missed before", "[registers][forward-plan]") {
  const Partnership p = sound({{"partnership.yaml", small_partnership},
                               {"items.yaml", items(item(1, "16 Dec 2025"))},
                               {"plan.yaml", small_plan(other)},
                               {"decisions.yaml",
                                "safegov: 1\npartnership: example\ndecisions:\n"
                                "  - {id: 1, text: X, by: bmg, date: 2025-11-04, follow-up: "
                                "[{what: Report, to: board, due: Dec 2025}]}\n"}});
  CHECK(found(p, Date(2025, 11, 3)).empty());
  CHECK(found(p, Date(2025, 11, 4)) == Found{{"SG430", 4}});
}

TEST_CASE("an item may answer one obligation, or all of an action", "[registers][forward-plan]") {
  const std::string promises = "- {what: Report, to: board, due: \"Nov 2025, Dec 2025\"}\n";
  const auto answering = [&](const std::string& id) {
    return found(
        with("- {id: 1, body: board, dated: 2025-09-01, meeting: 16 Dec 2025, item: X, "
             "for: '" +
                 id + "'}\n",
             promises));
  };
  CHECK(answering("p/1.1").empty());
  CHECK(answering("p").empty());
  CHECK(answering("p/1.1/board of Dec 2025") == Found{{"SG430", 4}});
  // Planned, and for a day after it is due; the other is missed.
  CHECK(answering("p/1.1/board of Nov 2025") == Found{{"SG430", 4}, {"SG432", 4}});
}

TEST_CASE("an item for what is owed to somebody else, or on no day, is told",
          "[registers][forward-plan]") {
  const std::string promises = "- {what: Report, to: bmg, due: Dec 2025}\n";
  CHECK(found(with("- {id: 1, body: board, meeting: 16 Dec 2025, item: X, for: p/1.1/bmg}\n",
                   promises)) == Found{{"SG434", 4}});
  CHECK(found(with("- {id: 1, body: board, meeting: next time, item: X}\n", promises)) ==
        Found{{"SG431", 4}, {"SG433", 4}});
}
