// Documents: their lives, what they owe, and what cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <safegov/document.hpp>

#include "registers/rows.hpp"

using namespace safegov;
using namespace safegov::test;
using Found = std::vector<std::pair<unsigned, std::string>>;
using Codes = std::vector<std::string>;

namespace {

/// An agreement that is approved, reviewed every year, and ends; with what takes its place.
const char* const agreement =
    "- id: old\n"
    "  title: Agreement\n"
    "  kind: agreement\n"
    "  owner: qa\n"
    "  approver: board\n"
    "  review: reviewed annually\n"
    "  expires: 31 March 2022\n"
    "  history:\n"
    "    - status: draft\n"
    "      date: March 2019\n"
    "    - status: approved\n"
    "      date: 2019-06-27\n"
    "      by: board\n"
    "    - status: reviewed\n"
    "      date: 2020-06-20\n";

const std::string successor =
    "- id: new\n"
    "  title: Agreement anew\n"
    "  kind: agreement\n"
    "  succeeds: old\n"
    "  history:\n"
    "    - status: signed\n"
    "      date: 2022-05-02\n";

std::string status_at(const Partnership& partnership, const std::string& id, Date as_at) {
  return measures(partnership, id, as_at)["status"];
}

}  // namespace

TEST_CASE("a document is what the last line that had come by a date says", "[documents]") {
  const Partnership p = with_rows("documents", agreement);
  CHECK(status_at(p, "documents/old", Date(2019, 3, 30)) == "none by then");
  // A month counts from its last day: by then it had certainly happened.
  CHECK(status_at(p, "documents/old", Date(2019, 3, 31)) == "draft in March 2019");
  CHECK(status_at(p, "documents/old", Date(2019, 6, 26)) == "draft in March 2019");
  CHECK(status_at(p, "documents/old", Date(2019, 6, 27)) == "approved on 27 June 2019 by board");
  CHECK(status_at(p, "documents/old", Date(2030, 1, 1)) == "reviewed on 20 June 2020");
}

TEST_CASE("a status without a date stands beside the others, on every day", "[documents]") {
  const Partnership p = with_rows("documents",
                                  "- id: a\n"
                                  "  title: Report\n"
                                  "  kind: report\n"
                                  "  history:\n"
                                  "    - status: draft\n"
                                  "      date: 29 September 2020\n"
                                  "    - status: approved\n"
                                  "      printed: SIGNED OFF\n"
                                  "- id: b\n"
                                  "  title: Another\n"
                                  "  kind: report\n");
  CHECK(measures(p, "documents/a", Date(2021, 1, 1)) ==
        std::map<std::string, std::string>{
            {"status", "draft on 29 September 2020"},
            {"also", "printed without a date: approved ('SIGNED OFF')"}});
  CHECK(status_at(p, "documents/a", Date(2020, 1, 1)) ==
        "printed without a date: approved ('SIGNED OFF')");
  CHECK(status_at(p, "documents/b", Date(2021, 1, 1)) == "none printed");
}

TEST_CASE("a line without a date counts on no day", "[documents]") {
  const Partnership p = with_rows("documents",
                                  "- id: a\n"
                                  "  title: Strategy\n"
                                  "  kind: strategy\n"
                                  "  history:\n"
                                  "    - status: approved\n"
                                  "    - status: draft\n"
                                  "    - status: reviewed\n"
                                  "      date: 2020-09-29\n");
  auto before = measures(p, "documents/a", Date(2020, 9, 28));
  CHECK(before["status"] == "printed without a date: approved; draft");
  CHECK(before["in force"] == "not known, no day is printed");
  CHECK(odd(p, Date(2020, 9, 28)) == std::vector<std::string>{});
  CHECK(measures(p, "documents/a", Date(2020, 9, 29))["in force"] == "since 29 September 2020");
  CHECK(odd(p, Date(2020, 9, 29)) == std::vector<std::string>{"SG442"});
}

TEST_CASE("in force from the first day of it until withdrawn, expired or succeeded",
          "[documents]") {
  const Partnership alone = with_rows("documents", agreement);
  const auto force = [&](const Partnership& p, Date as_at) {
    return measures(p, "documents/old", as_at)["in force"];
  };
  CHECK(force(alone, Date(2019, 6, 26)) == "not yet, or not printed");
  CHECK(force(alone, Date(2019, 6, 27)) == "since 27 June 2019");
  CHECK(measures(alone, "documents/old", Date(2019, 7, 7))["age in days"] == "10");
  CHECK(force(alone, Date(2022, 3, 31)) == "since 27 June 2019");
  CHECK(force(alone, Date(2022, 4, 1)) == "no, expired on 31 March 2022");
  const Partnership both = with_rows("documents", agreement + successor);
  CHECK(force(both, Date(2022, 5, 1)) == "no, expired on 31 March 2022");
  CHECK(force(both, Date(2022, 5, 2)) == "no, 'new' took its place on 2 May 2022");
  const Partnership gone = with_rows(
      "documents", agreement + std::string("    - status: withdrawn\n      date: 2021-01-01\n"));
  CHECK(force(gone, Date(2021, 1, 1)) == "no, withdrawn on 1 January 2021");
}

TEST_CASE("a review is owed so long after the approval, and then after each review",
          "[documents]") {
  const Partnership p = with_rows("documents", agreement);
  const auto state = assess(expand_obligations(p), Date(2020, 6, 19));
  std::vector<std::string> ids;
  for (const Obligation o : state.obligations()) ids.push_back(o.id());
  CHECK(ids == std::vector<std::string>{"documents/old/review@2020-06-27",
                                        "documents/old/review@2021-06-20",
                                        "documents/old/renewal@2022-03-31"});
  CHECK(state.obligations()[0].from()->id == "qa");
  CHECK(state.obligations()[0].what() == "Review of Agreement (reviewed annually)");
  CHECK(state.obligations()[0].to()->id == "board");
  CHECK(state[0] == State::due_soon);
  CHECK(state_of_only(p, "documents/old/review@2020", Date(2020, 6, 20)) == State::received);
  CHECK(state_of_only(p, "documents/old/review@2021", Date(2021, 6, 20)) == State::due);
  CHECK(state_of_only(p, "documents/old/review@2021", Date(2021, 6, 21)) == State::overdue);
}

TEST_CASE("words for one review are its deadline, and count from the approval", "[documents]") {
  const Partnership p = with_rows("documents",
                                  "- id: a\n"
                                  "  title: Policy\n"
                                  "  kind: policy\n"
                                  "  review: in two years\n"
                                  "  history:\n"
                                  "    - status: published\n"
                                  "      date: 2020-02-01\n"
                                  "    - status: updated\n"
                                  "      date: 2022-03-01\n");
  CHECK(state_of_only(p, "documents/a/review", Date(2022, 2, 2)) == State::overdue);
  CHECK(state_of_only(p, "documents/a/review@2022-02-01", Date(2022, 3, 1)) ==
        State::received_late);
}

TEST_CASE("what takes its place meets the renewal, and ends the reviews", "[documents]") {
  const Partnership p = with_rows("documents", agreement + successor);
  CHECK(state_of_only(p, "documents/old/renewal", Date(2022, 3, 31)) == State::due);
  CHECK(state_of_only(p, "documents/old/renewal", Date(2022, 5, 1)) == State::overdue);
  CHECK(state_of_only(p, "documents/old/renewal", Date(2022, 5, 2)) == State::received_late);
  CHECK(state_of_only(p, "documents/old/review@2021", Date(2022, 5, 1)) == State::overdue);
  CHECK(state_of_only(p, "documents/old/review@2021", Date(2022, 5, 2)) == State::superseded);
}

TEST_CASE("of two that succeed a document the first in force counts", "[documents]") {
  const Partnership p = with_rows("documents", agreement + successor +
                                                   "- id: newer\n"
                                                   "  title: Another\n"
                                                   "  kind: agreement\n"
                                                   "  succeeds: old\n"
                                                   "  history:\n"
                                                   "    - status: signed\n"
                                                   "      date: 2022-04-02\n");
  CHECK(state_of_only(p, "documents/old/renewal", Date(2022, 4, 2)) == State::received_late);
  CHECK(measures(p, "documents/old", Date(2022, 6, 1))["in force"] ==
        "no, 'newer' took its place on 2 April 2022");
}

TEST_CASE("what is withdrawn owes nothing more", "[documents]") {
  const Partnership p = with_rows(
      "documents", agreement + std::string("    - status: withdrawn\n      date: 2021-01-01\n"));
  CHECK(state_of_only(p, "documents/old/renewal", Date(2020, 12, 31)) == State::not_due);
  CHECK(state_of_only(p, "documents/old/renewal", Date(2021, 1, 1)) == State::cancelled);
  CHECK(state_of_only(p, "documents/old/review@2021", Date(2021, 1, 1)) == State::cancelled);
}

TEST_CASE("an approval that is promised is met by the approval", "[documents]") {
  const char* const rows =
      "- id: a\n"
      "  title: Strategy\n"
      "  kind: strategy\n"
      "  owner: qa\n"
      "  approver: board\n"
      "  approval: March 2021\n"
      "  history:\n"
      "    - status: proposed\n"
      "      date: 2021-01-05\n"
      "    - status: approved\n"
      "      date: 2021-04-01\n";
  const Partnership p = with_rows("documents", rows);
  CHECK(state_of_only(p, "documents/a/approval", Date(2021, 3, 31)) == State::due);
  CHECK(state_of_only(p, "documents/a/approval", Date(2021, 4, 1)) == State::received_late);
}

TEST_CASE("each dated step is kept as a record of the document", "[documents]") {
  const Partnership p = with_rows("documents", agreement);
  std::vector<std::pair<RecordKind, Date>> kept;
  for (const Record& r : p.records()) kept.emplace_back(r.event.kind, *r.date);
  CHECK(kept == std::vector<std::pair<RecordKind, Date>>{{RecordKind::received, Date(2020, 6, 20)},
                                                         {RecordKind::decided, Date(2019, 6, 27)}});
}

TEST_CASE("what expired and has no successor is odd from the day after", "[documents]") {
  const Partnership alone = with_rows("documents", agreement);
  CHECK(odd(alone, Date(2022, 3, 31)) == Codes{});
  CHECK(odd(alone, Date(2022, 4, 1)) == Codes{"SG440"});
  const Partnership both = with_rows("documents", agreement + successor);
  CHECK(odd(both, Date(2022, 5, 1)) == Codes{"SG440"});
  CHECK(odd(both, Date(2022, 5, 2)) == Codes{});
}

TEST_CASE("a draft is odd from the first day that it is for", "[documents]") {
  const auto plan = [](const std::string& kind) {
    return with_rows("documents", "- id: a\n  title: Plan\n  kind: " + kind +
                                      "\n  period: 2019-22\n  history:\n    - status: proposed\n");
  };
  CHECK(odd(plan("plan"), Date(2019, 3, 31)) == Codes{});
  CHECK(odd(plan("plan"), Date(2019, 4, 1)) == Codes{"SG441"});
  // A report is about a time that is over.
  CHECK(odd(plan("report"), Date(2019, 4, 1)) == Codes{});
}

TEST_CASE("a life that goes back, or whose dates fall, is odd once that is known", "[documents]") {
  const auto life = [](const std::string& steps) {
    return with_rows("documents", "- id: a\n  title: Policy\n  kind: policy\n  history:\n" + steps);
  };
  const std::string approved = "    - status: approved\n      date: 2020-05-01\n";
  const Partnership back = life(approved + "    - status: draft\n      date: 2021-02-01\n");
  CHECK(odd(back, Date(2021, 1, 31)) == Codes{});
  CHECK(odd(back, Date(2021, 2, 1)) == Codes{"SG442"});
  CHECK(odd(life(approved + "    - status: draft\n      version: 2\n      date: 2021-02-01\n"),
            Date(2022, 1, 1)) == Codes{});
  CHECK(odd(life(approved + "    - status: published\n      date: 2020-04-30\n"),
            Date(2022, 1, 1)) == Codes{"SG443"});
  // In May it can have been on any day of May.
  CHECK(odd(life("    - status: approved\n      date: 2020-05-20\n"
                 "    - status: published\n      date: May 2020\n"),
            Date(2022, 1, 1)) == Codes{});
}

TEST_CASE("sections that are missing or hold the prompt alone are counted and odd", "[documents]") {
  const Partnership p = with_rows("documents",
                                  "- id: a\n"
                                  "  title: Cover sheet\n"
                                  "  kind: cover-sheet\n"
                                  "  required: [Risks, Finance, Legal, Equalities]\n"
                                  "  sections:\n"
                                  "    - name: risks\n"
                                  "      filled: yes\n"
                                  "    - name: Finance\n"
                                  "      filled: no\n"
                                  "    - name: Equalities\n"
                                  "      filled: prompt-left\n");
  auto measured = measures(p, "documents/a", Date(2020, 1, 1));
  CHECK(measured["sections filled"] == "1 of 4 (25 %)");
  CHECK(measured["missing"] == "'Finance' and 'Legal'");
  CHECK(measured["prompt left"] == "'Equalities'");
  CHECK(odd(p, Date(2020, 1, 1)) == Codes{"SG444", "SG445"});
}

TEST_CASE("nothing is said of the sections of a document before it was there", "[documents]") {
  const auto sheet = [](const std::string& more, const std::string& paper = "") {
    return with_rows("documents",
                     "- id: a\n  title: Cover sheet\n  kind: cover-sheet\n" + more +
                         "  sections:\n    - name: Equalities\n      filled: prompt-left\n" +
                         paper);
  };
  const std::string dated = "  history:\n    - status: published\n      date: 2020-09-29\n";
  CHECK(odd(sheet(dated), Date(2020, 9, 28)) == Codes{});
  CHECK(measures(sheet(dated), "documents/a", Date(2020, 9, 28)) ==
        std::map<std::string, std::string>{{"status", "none by then"}});
  CHECK(odd(sheet(dated), Date(2020, 9, 29)) == Codes{"SG445"});
  // A line without a date may be of any day.
  CHECK(odd(sheet(dated + "    - status: updated\n"), Date(2020, 9, 28)) == Codes{"SG445"});
  CHECK(odd(sheet(""), Date(2020, 9, 28)) == Codes{"SG445"});
  // A sheet without a date is there with its paper, and that with what it is bound in.
  const std::string paper = "- id: paper\n  title: Paper\n  kind: report\n";
  const std::string pack = "- id: pack\n  title: Pack\n  kind: report\n";
  CHECK(odd(sheet("  part-of: paper\n", paper + dated), Date(2020, 9, 28)) == Codes{});
  CHECK(odd(sheet("  part-of: paper\n", paper + dated), Date(2020, 9, 29)) == Codes{"SG445"});
  const std::string bound = paper + "  part-of: pack\n" + pack + dated;
  CHECK(odd(sheet("  part-of: paper\n", bound), Date(2020, 9, 28)) == Codes{});
  CHECK(odd(sheet("  part-of: paper\n", bound), Date(2020, 9, 29)) == Codes{"SG445"});
}

TEST_CASE("no document is named before it was there", "[documents]") {
  const std::string later = "  history:\n    - status: draft\n      date: 2024-06-01\n";
  // What is to succeed it.
  const Partnership line =
      with_rows("documents", agreement + ("- id: new\n  title: Anew\n  kind: agreement\n"
                                          "  succeeds: old\n" +
                                          later));
  const auto said = [&](Date as_at) { return register_findings(line, as_at)[0].message; };
  CHECK(said(Date(2024, 5, 31)) == "'old' expired on 31 March 2022, and nothing succeeds it");
  CHECK(said(Date(2024, 6, 1)) ==
        "'old' expired on 31 March 2022, and 'new', which succeeds it, "
        "is not known to be in force");
  // Two for the same time: either may be the one that was not there.
  const auto plans = [&](const std::string& first, const std::string& second) {
    return with_rows("documents",
                     "- id: a\n  title: Report\n  kind: report\n  period: 2019-22\n" + first +
                         "- id: b\n  title: Report\n  kind: report\n  period: 2021-24\n" + second);
  };
  for (const Partnership& p : {plans(later, ""), plans("", later)}) {
    CHECK(odd(p, Date(2024, 5, 31)) == Codes{});
    CHECK(odd(p, Date(2024, 6, 1)) == Codes{"SG446"});
  }
}

TEST_CASE("two documents of one line, or of one name, for the same time are noted", "[documents]") {
  const auto plans = [](const std::string& second) {
    return with_rows("documents",
                     "- id: a\n  title: Business Plan\n  kind: plan\n  period: 2019-22\n"
                     "- id: b\n  title: business plan\n  kind: plan\n  period: " +
                         second);
  };
  CHECK(odd(plans("2021-24\n"), Date(2021, 3, 31)) == Codes{});
  CHECK(odd(plans("2021-24\n"), Date(2021, 4, 1)) == Codes{"SG446"});
  CHECK(odd(plans("2021-24\n  succeeds: a\n"), Date(2021, 4, 1)) == Codes{"SG446"});
  CHECK(odd(plans("2022-25\n"), Date(2023, 4, 1)) == Codes{});
}

TEST_CASE("a document that succeeds itself, or goes round, is an error", "[documents]") {
  CHECK(problems("documents", "- id: a\n  title: A\n  kind: plan\n  succeeds: a\n") ==
        Found{{7, "SG164"}});
  CHECK(problems("documents",
                 "- id: a\n  title: A\n  kind: plan\n  succeeds: c\n"
                 "- id: b\n  title: B\n  kind: plan\n  succeeds: a\n"
                 "- id: c\n  title: C\n  kind: plan\n  succeeds: b\n") == Found{{11, "SG164"}});
  CHECK(problems("documents", "- id: a\n  title: A\n  kind: plan\n  part-of: a\n") ==
        Found{{7, "SG164"}});
}

TEST_CASE("a document that expires before it is in force is an error", "[documents]") {
  const auto expires = [](const std::string& words) {
    return problems("documents", "- id: a\n  title: A\n  kind: agreement\n  expires: " + words +
                                     "\n  history:\n    - status: signed\n      date: May 2021\n");
  };
  CHECK(expires("30 April 2021") == Found{{7, "SG165"}});
  CHECK(expires("1 May 2021") == Found{});
}

TEST_CASE("a section that is named twice is an error", "[documents]") {
  CHECK(problems("documents",
                 "- id: a\n  title: A\n  kind: cover-sheet\n  required: [Risks, risks]\n") ==
        Found{{7, "SG166"}});
  CHECK(problems("documents",
                 "- id: a\n  title: A\n  kind: cover-sheet\n  sections:\n"
                 "    - name: Risks\n      filled: yes\n"
                 "    - name: Risks\n      filled: no\n") == Found{{10, "SG166"}});
}

TEST_CASE("every word and reference of a document is checked at its place", "[documents]") {
  CHECK(problems("documents",
                 "- id: a\n"
                 "  title: A\n"
                 "  kind: stratgy\n"
                 "  history:\n"
                 "    - status: aproved\n"
                 "    - status: draft\n"
                 "      date: 31 June 2020\n"
                 "  owner: nobody\n") ==
        Found{{6, "SG018"}, {8, "SG018"}, {10, "SG018"}, {11, "SG102"}});
}

TEST_CASE("a review that counts from no day, or to none of any calendar, is undated",
          "[documents]") {
  const auto reviewed = [](const std::string& words, const std::string& history) {
    return with_rows("documents",
                     "- id: a\n  title: A\n  kind: plan\n  review: " + words + "\n" + history);
  };
  const std::string approved = "  history:\n    - status: approved\n      date: 2020-01-01\n";
  for (const Partnership& p : {reviewed("annually", ""), reviewed("every 9000 years", approved)}) {
    CHECK(state_of_only(p, "documents/a/review@undated", Date(2021, 1, 1)) == State::undated);
  }
  CHECK(state_of_only(reviewed("annually", approved), "documents/a/review@2021-01-01",
                      Date(2021, 1, 1)) == State::due);
}

TEST_CASE("ten thousand documents that succeed each other are read and looked at", "[documents]") {
  std::vector<Document> documents(10'000);
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].id = "d" + std::to_string(i);
    documents[i].title = "Newsletter";
    documents[i].kind = DocumentKind::plan;
    if (i != 0) documents[i].succeeds.push_back({"d" + std::to_string(i - 1)});
  }
  Partnership::Parts parts;
  parts.arrangements.id = "example";
  parts.arrangements.name = "Example";
  parts.registers.emplace_back(documents_register(), documents);
  CHECK(odd(Partnership::make(parts).value(), Date(2020, 1, 1)).empty());
  documents[0].succeeds.push_back({"d9999"});
  parts.registers = {RegisterTable(documents_register(), documents)};
  const auto round = Partnership::make(parts);
  REQUIRE(round.diagnostics().size() == 1);
  CHECK(round.diagnostics()[0].code == "SG164");
}

TEST_CASE("the documents of Nottingham are what print says of them", "[documents][nottingham]") {
  const Partnership p = nottingham();
  const Date day(2025, 9, 30);
  auto plan = measures(p, "documents/business-plan-2019-22", day);
  CHECK(plan["status"] == "printed without a date: proposed ('PROPOSED')");
  CHECK(measures(p, "documents/annual-report-2023-24", day)["status"] ==
        "approved on 13 September 2024 by slg");
  CHECK(measures(p, "documents/arrangements-2019", day)["in force"] ==
        "no, 'arrangements-2024' took its place on 13 December 2024");
  CHECK(measures(p, "documents/neglect-strategy-2021-24", day)["in force"] ==
        "no, expired on 31 December 2024");
  CHECK(measures(p, "documents/information-sharing-agreement", day)["status"] ==
        "signed in 2024/25");
  CHECK(measures(p, "documents/family-support-pathway-2018-20", day)["in force"] ==
        "no, expired on 31 December 2020");
  CHECK(measures(p, "documents/cover-board-report-2015", day)["sections filled"] ==
        "18 of 18 (100 %)");
  CHECK(measures(p, "documents/cover-attainment-2020", day)["sections filled"] ==
        "17 of 18 (94.4 %)");
  CHECK(measures(p, "documents/cover-attainment-2020", day)["prompt left"] ==
        "'Impact on equalities issues'");
  CHECK(measures(p, "documents/child-exploitation-strategy", day)["in force"] == "since 2024/25");
  CHECK(measures(p, "documents/training-development-plan-2022-23", day)["for"] == "2022-23");
  CHECK(measures(p, "documents/newsletter-2024-25", day)["status"] == "published in 2024/25");
  // The yearly update of the arrangements of 13 December 2024.
  CHECK(state_of_only(p, "documents/arrangements-2024/review@2025-12-13", day) == State::not_due);
  CHECK(state_of_only(p, "documents/neglect-strategy-2021-24/renewal", day) == State::overdue);
  CHECK(state_of_only(p, "documents/participation-strategy-2020-25/approval", day) ==
        State::undated);
}

TEST_CASE("an approval is owed before it is given, a renewal from when it was", "[documents]") {
  const Partnership p = with_rows("documents",
                                  "- id: a\n  title: Plan\n  kind: plan\n  owner: qa\n"
                                  "  approval: 1 June 2020\n  expires: 31 March 2022\n  history:\n"
                                  "    - {status: approved, date: 2020-07-15}\n");
  const auto states = [&](Date day) {
    std::string all;
    const auto state = assess(expand_obligations(p, {.promised_by = day}), day);
    for (const Obligation o : state.obligations())
      all += o.id() + " " + std::string(to_string(state[o.row()])) + "\n";
    return all;
  };
  CHECK(states(Date(2020, 7, 1)) == "documents/a/approval@2020-06-01 overdue\n");
  CHECK(states(Date(2020, 7, 15)) ==
        "documents/a/approval@2020-06-01 received_late\n"
        "documents/a/renewal@2022-03-31 not_due\n");
}
