// The ledger of commitments: every verdict of its page, every error, every finding.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <safegov/commitment.hpp>
#include <safegov/document.hpp>
#include <safegov/explain.hpp>
#include <safegov/register_report.hpp>

#include "markdown.hpp"
#include "partnership.hpp"

namespace {

using namespace safegov;
using namespace safegov::test;

std::string file(const std::string& rows) {
  std::string text = "safegov: 1\npartnership: example\ncommitments:\n";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return text;
}

Result<Partnership> with(const std::string& rows) {
  return read_sources({{"partnership.yaml", small_partnership},
                       {"rows.yaml", file(rows)},
                       documents_named_in(rows)});
}

Partnership ledger(const std::string& rows) {
  return sound({{"partnership.yaml", small_partnership},
                {"rows.yaml", file(rows)},
                documents_named_in(rows)});
}

std::vector<std::string> codes_of(const std::string& rows) {
  const auto result = with(rows);
  std::vector<std::string> codes;
  for (const Diagnostic& d : result.diagnostics())
    codes.push_back(d.code + ":" + std::to_string(d.where.begin.line));
  return codes;
}

const Commitment& row(const Partnership& partnership, const std::string& id) {
  const auto rows = partnership.list<Commitment>();
  const auto found = std::ranges::find(rows, id, &Commitment::id);
  REQUIRE(found != rows.end());
  return *found;
}

Sequel sequel(const Partnership& partnership, const std::string& id, Date as_at) {
  return follow(partnership, row(partnership, id), as_at);
}

LedgerVerdict verdict(const Partnership& partnership, const std::string& id, Date as_at) {
  return sequel(partnership, id, as_at).verdict;
}

State state_of(const Partnership& partnership, const std::string& id, Date as_at) {
  const auto owed = expand_obligations(partnership);
  const auto state = assess(owed, as_at);
  for (std::size_t i = 0; i < owed.size(); ++i)
    if (owed[i].id().starts_with("commitments/" + id + "/promise@")) return state[i];
  FAIL("no obligation of " + id);
  return State::open;
}

/// A promise of the report of 30 September 2020, due in 2020/21, with more keys.
std::string promise(const std::string& id, const std::string& more = "",
                    const std::string& dated = "2020-09-30") {
  return "- id: " + id + "\n  made-in: r1\n  dated: " + dated + "\n  text: We will do " + id +
         "\n  by: qa\n" + more;
}

std::string outcome(const std::string& what, const std::string& in = "r2",
                    const std::string& dated = "2021-09-30", const std::string& more = "") {
  return "    - in: " + in + "\n      dated: " + dated + "\n      outcome: " + what + "\n" + more;
}

const std::string due = "  due: 2020/21\n";
const std::string outcomes = "  outcomes:\n";
const std::string to_b = "      to: b\n", completed = "      said: Completed\n";
const std::string carried_to_b = outcome("carried", "r2", "2021-09-30", to_b);
const Date later(2022, 1, 1);

std::string finding_codes(const Partnership& partnership, Date as_at) {
  std::string all;
  for (const Diagnostic& d : register_findings(partnership, as_at))
    all += (all.empty() ? "" : " ") + d.code;
  return all;
}

}  // namespace

TEST_CASE("a commitment is one promise, whose words count from the day of its document",
          "[commitments]") {
  const auto partnership = ledger(promise("a", "  due: in three months\n") + promise("b"));
  const auto owed = expand_obligations(partnership);
  REQUIRE(owed.size() == 2);
  CHECK(owed[0].id() == "commitments/a/promise@2020-12-30");
  CHECK(owed[1].id() == "commitments/b/promise@undated");
  CHECK(owed[0].from()->id == "qa");
}

TEST_CASE("words that mean no day stay unresolved", "[commitments]") {
  const auto partnership = ledger(promise("a", "  due: when it is published\n"));
  CHECK(state_of(partnership, "a", later) == State::unresolved);
  CHECK(verdict(partnership, "a", later) == LedgerVerdict::unknown);
}

TEST_CASE("a cadence runs over its period", "[commitments]") {
  const auto partnership =
      ledger(promise("a", "  due: annual\n  period: 2020-22\n" + outcomes +
                              outcome("done", "r2", "2021-03-31", "      of: 2020/21\n")));
  CHECK(expand_obligations(partnership).size() == 2);
  CHECK(state_of(partnership, "a", later) == State::received);
}

TEST_CASE("done is received, and late after its last day", "[commitments]") {
  const auto rows = [&](const std::string& more) {
    return ledger(promise("a", due + outcomes + outcome("done", "r2", "2021-09-30", more)));
  };
  const auto by_document = rows("");
  CHECK(state_of(by_document, "a", later) == State::received_late);
  CHECK(verdict(by_document, "a", later) == LedgerVerdict::done_late);
  const auto by_day = rows("      date: 2021-03-31\n");
  CHECK(state_of(by_day, "a", later) == State::received);
  CHECK(verdict(by_day, "a", later) == LedgerVerdict::done);
}

TEST_CASE("what is told twice was received on the first day, wherever it is written",
          "[commitments]") {
  const std::string late = outcome("done", "r3", "2023-09-30");
  const std::string early = outcome("done", "r2", "2021-03-01");
  for (const std::string& told : {late + early, early + late}) {
    const auto p = ledger(promise("a", due + outcomes + told));
    CHECK(verdict(p, "a", later) == LedgerVerdict::done);
    CHECK(state_of(p, "a", later) == State::received);
    CHECK(p.records().size() == 1);
  }
  // What was carried on after it was done is not superseded, and before that it is.
  const auto kinds = [&](const std::string& told) {
    std::vector<RecordKind> found;
    const auto p = ledger(promise("a", due + outcomes + told) +
                          promise("b", "  due: 2022/23\n", "2021-09-30"));
    for (const Record& record : p.records()) found.push_back(record.event.kind);
    return found;
  };
  const std::vector<RecordKind> once{RecordKind::received};
  CHECK(kinds(outcome("carried", "r4", "2021-09-30", to_b) + early) == once);
  CHECK(kinds(outcome("carried", "r4", "2021-09-30", to_b) + late).size() == 2);
}

TEST_CASE("nothing is known of a later document before its day", "[commitments]") {
  const auto partnership = ledger(promise("a", due + outcomes + carried_to_b) +
                                  promise("b", "  due: 2021/22\n", "2021-09-30"));
  CHECK(verdict(partnership, "a", Date(2020, 9, 29)) == LedgerVerdict::not_made);
  CHECK(verdict(partnership, "a", Date(2021, 3, 31)) == LedgerVerdict::not_due);
  CHECK(verdict(partnership, "a", Date(2021, 9, 29)) == LedgerVerdict::unknown);
  CHECK(state_of(partnership, "a", Date(2021, 9, 29)) == State::overdue);
  CHECK(verdict(partnership, "a", Date(2021, 9, 30)) == LedgerVerdict::carried);
  CHECK(state_of(partnership, "a", Date(2021, 9, 30)) == State::superseded);
  CHECK(follow(partnership, row(partnership, "a"), later, Date(2021, 9, 29)).verdict ==
        LedgerVerdict::unknown);
}

TEST_CASE("what is carried on has slipped from its first date to its latest", "[commitments]") {
  const auto partnership = ledger(
      promise("a", due + outcomes + carried_to_b) +
      promise(
          "b",
          "  due: 2021/22\n" + outcomes + outcome("carried", "r3", "2022-09-30", "      to: c\n"),
          "2021-09-30") +
      promise("c", outcomes + outcome("done", "r4", "2024-09-30", "      date: 2023-10-01\n"),
              "2022-09-30"));
  const auto once = sequel(partnership, "a", Date(2022, 1, 1));
  CHECK(once.carried() == 1);
  CHECK(once.months_slipped() == 12);
  const auto twice = sequel(partnership, "a", Date(2023, 12, 31));
  CHECK(twice.verdict == LedgerVerdict::carried);
  CHECK(twice.carried() == 2);
  CHECK(twice.documents == std::vector<std::string_view>{"r2", "r3"});
  const auto done = sequel(partnership, "a", Date(2024, 10, 1));
  CHECK(done.verdict == LedgerVerdict::done_late);
  CHECK(done.months_slipped() == 30);
  // Seen by itself, the last one had no date.
  CHECK(verdict(partnership, "c", Date(2024, 10, 1)) == LedgerVerdict::done);
  const auto superseded = std::ranges::find(partnership.records(), RecordKind::superseded,
                                            [](const Record& r) { return r.event.kind; });
  REQUIRE(superseded != partnership.records().end());
  CHECK(superseded->replaced_by == "commitments/b/promise");
}

TEST_CASE("what replaces a commitment may have several dates", "[commitments]") {
  const auto partnership = ledger(promise("a", due + outcomes + carried_to_b) +
                                  promise("b", "  due: Oct 2021, Feb 2022\n", "2021-09-30"));
  CHECK(state_of(partnership, "a", later) == State::superseded);
}

TEST_CASE("what a decision drops is waived", "[commitments]") {
  const std::string rows = promise(
      "a", due + outcomes + outcome("dropped", "r2", "2021-09-30", "      by-decision: 5\n"));
  const auto partnership = sound({{"partnership.yaml", small_partnership},
                                  {"rows.yaml", file(rows)},
                                  documents_named_in(rows),
                                  {"decisions.yaml",
                                   "safegov: 1\npartnership: example\ndecisions:\n  - id: 5\n    "
                                   "text: Drop it\n    date: 2021-09-01\n"}});
  CHECK(state_of(partnership, "a", later) == State::waived);
  const auto state = assess(expand_obligations(partnership), later);
  for (const RegisterTable& table : partnership.registers()) {
    if (table.kind().name != "commitments") continue;
    CHECK(report_on(state, table).rows[0].measures[0].text == "dropped by decisions/5");
  }
  CHECK(finding_codes(partnership, later) == "");
  const auto undecided = ledger(
      promise("a", due + outcomes + outcome("dropped", "r2", "2021-09-30", "      by: board\n")));
  CHECK(finding_codes(undecided, later) == "SG465");
}

TEST_CASE("silence is counted where a document later than the last day was read", "[commitments]") {
  const auto silent = [&](const std::string& more, const std::string& dated = "2021-09-30") {
    return ledger(promise("a", more + outcomes + outcome("no-sequel", "r2", dated)));
  };
  CHECK(verdict(silent(due), "a", later) == LedgerVerdict::vanished);
  CHECK(verdict(silent(""), "a", later) == LedgerVerdict::vanished);
  CHECK(verdict(silent("  due: 2021/22\n"), "a", later) == LedgerVerdict::not_due);
  // The document was too early to say anything.
  CHECK(verdict(silent(due, "2020-12-01"), "a", later) == LedgerVerdict::unknown);
  // The document in which it would stand is not the one that was read.
  CHECK(verdict(silent(due + "  expected-in: r9\n"), "a", later) == LedgerVerdict::unknown);
  CHECK(verdict(silent(due + "  expected-in: r2\n"), "a", later) == LedgerVerdict::vanished);
  CHECK(state_of(silent(due), "a", later) == State::overdue);
}

TEST_CASE("a carried promise that nobody mentions again has vanished", "[commitments]") {
  const auto partnership =
      ledger(promise("a", due + outcomes + carried_to_b) +
             promise("b", outcomes + outcome("no-sequel", "r3", "2022-09-30"), "2021-09-30"));
  CHECK(verdict(partnership, "a", Date(2022, 9, 29)) == LedgerVerdict::carried);
  CHECK(verdict(partnership, "a", Date(2022, 9, 30)) == LedgerVerdict::vanished);
  // Said of the link at which it happened only.
  CHECK(finding_codes(partnership, Date(2023, 1, 1)) == "SG460");
}

TEST_CASE("less stays less, whatever comes after", "[commitments]") {
  const auto partnership =
      ledger(promise("a", due + outcomes + outcome("weakened", "r2", "2021-09-30", to_b)) +
             promise("b", outcomes + outcome("done", "r3", "2022-09-30"), "2021-09-30"));
  CHECK(verdict(partnership, "a", later) == LedgerVerdict::weakened);
  CHECK(verdict(partnership, "a", Date(2023, 1, 1)) == LedgerVerdict::weakened);
  CHECK(verdict(partnership, "b", Date(2023, 1, 1)) == LedgerVerdict::done);
  // The first promise is not excused by the lesser one.
  CHECK(state_of(partnership, "a", later) == State::overdue);
}

TEST_CASE("what is contradicted is, and its receipt stays", "[commitments]") {
  const auto partnership =
      ledger(promise("a", due + outcomes + outcome("done", "r2", "2021-03-01") +
                              outcome("contradicted", "r3", "2021-09-30", completed)));
  CHECK(verdict(partnership, "a", Date(2021, 9, 29)) == LedgerVerdict::done);
  CHECK(verdict(partnership, "a", later) == LedgerVerdict::contradicted);
  CHECK(state_of(partnership, "a", later) == State::received);
  CHECK(finding_codes(partnership, later) == "SG461");
}

TEST_CASE("what was done and is promised again is odd", "[commitments]") {
  const auto partnership =
      ledger(promise("a", due + outcomes + outcome("done", "r2", "2021-03-01") +
                              outcome("carried", "r3", "2021-09-30", "      to: b\n")) +
             promise("b", "  due: 2022/23\n", "2021-09-30"));
  CHECK(verdict(partnership, "a", later) == LedgerVerdict::carried);
  CHECK(finding_codes(partnership, later) == "SG464");
}

TEST_CASE("the same words a year later are odd, and other words are not", "[commitments]") {
  const auto again = [&](const std::string& text) {
    return ledger(promise("a", due + outcomes + carried_to_b) +
                  "- id: b\n  made-in: r2\n  dated: 2021-09-30\n  text: " + text + "\n");
  };
  CHECK(finding_codes(again("We  will do A."), later) == "SG462");
  CHECK(finding_codes(again("We will do a in 2022"), later) == "");
}

TEST_CASE("two outcomes of one promise from one document are an error", "[commitments]") {
  const auto result = with(promise("a", due + outcomes + outcome("done") + outcome("no-sequel")));
  REQUIRE_FALSE(result);
  const Diagnostic& d = result.diagnostics()[0];
  CHECK(d.code == "SG170");
  CHECK(d.message.find("two outcomes of one promise") != std::string::npos);
  CHECK(d.where.begin.line == 14);
  CHECK(d.path == "commitments[0].in");
  REQUIRE(d.related.size() == 1);
  CHECK(d.related[0].where.begin.line == 11);
}

TEST_CASE("what each outcome cannot be", "[commitments]") {
  const auto one = [&](const std::string& what, const std::string& more,
                       const std::string& dated = "2021-09-30") {
    return codes_of(promise("a", due + outcomes + outcome(what, "r2", dated, more)));
  };
  using Codes = std::vector<std::string>;
  CHECK(one("carried", "      to: a\n") == Codes{"SG171:14"});
  CHECK(one("carried", "      to: b\n") == Codes{"SG102:14"});
  CHECK(one("carried", "") == Codes{"SG173:13"});
  CHECK(one("done", "", "2020-09-01") == Codes{"SG172:12"});
  CHECK(one("done", "      date: 2020-09-01\n") == Codes{"SG172:14"});
  CHECK(one("done", "      date: 2021-10-01\n") == Codes{"SG104:11"});
  CHECK(one("done", "      said: x\n") == Codes{"SG117:14"});
  CHECK(one("no-sequel", "      by: qa\n") == Codes{"SG117:14"});
  CHECK(one("finished", "") == Codes{"SG018:13"});
}

TEST_CASE("a circle is said once", "[commitments]") {
  const auto to = [&](const std::string& id, const std::string& next) {
    return promise(
        id, due + outcomes + outcome("carried", "r2", "2021-09-30", "      to: " + next + "\n"));
  };
  CHECK(codes_of(to("a", "b") + to("b", "c") + to("c", "a")) ==
        std::vector<std::string>{"SG171:14"});
  CHECK(codes_of(to("x", "a") + to("a", "b") + to("b", "a")) ==
        std::vector<std::string>{"SG171:25"});
}

TEST_CASE("a long way of one day is gone once", "[commitments]") {
  std::vector<Commitment> rows(20'000);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    rows[i].id = "c" + std::to_string(i);
    rows[i].made_in.id = "r";
    rows[i].dated = Date(2021, 9, 30);
    rows[i].text = "We will";
    CommitmentOutcome& on = rows[i].outcomes.emplace_back();
    on.in.id = "r";
    on.dated = Date(2021, 9, 30);
    on.outcome = OutcomeKind::carried;
    on.to.id = "c" + std::to_string(i + 1);
  }
  rows.back().outcomes.clear();
  std::vector<Document> documents(1);
  documents[0].id = "r";
  documents[0].title = "Report";
  Partnership::Parts parts;
  parts.arrangements.id = "example";
  parts.arrangements.name = "Example";
  const auto made = [&] {
    parts.registers = {RegisterTable(commitments_register(), rows),
                       RegisterTable(documents_register(), documents)};
    return Partnership::make(parts);
  };
  CHECK(printed(made().diagnostics()).empty());
  rows.back().outcomes = rows.front().outcomes;
  rows.back().outcomes[0].to.id = "c1";
  const auto round = made();
  REQUIRE(round.diagnostics().size() == 1);
  CHECK(round.diagnostics()[0].code == "SG171");
  CHECK(round.diagnostics()[0].path == "commitments[1].to");
}

TEST_CASE("nothing is carried back in time", "[commitments]") {
  CHECK(codes_of(promise("a", due + outcomes + carried_to_b) + promise("b", "", "2019-09-30")) ==
        std::vector<std::string>{"SG172:14"});
}

TEST_CASE("the state of a commitment is explained by the document that says so", "[commitments]") {
  const auto partnership =
      ledger(promise("a", due + outcomes + carried_to_b) + promise("b", "", "2021-09-30"));
  const auto state = assess(expand_obligations(partnership), later);
  const Reason reason = explain(state, 0);
  CHECK(reason.state == State::superseded);
  CHECK(reason.facts.back().where.begin.line == 11);
}

namespace {

/// The rows that a line of the table means: after `carried` or `weakened` comes the next one.
std::string rows_of(const std::string& when, const std::string& said) {
  std::string rows;
  std::string id = "a", dated = "2020-09-30", listed;
  const auto end = [&](const std::string& more) {
    rows += promise(id,
                    (id == "a" && !when.empty() ? "  due: " + when + "\n" : "") +
                        (listed.empty() ? "" : outcomes + listed) + more,
                    dated);
    listed.clear();
  };
  std::istringstream words(said);
  for (std::string kind, day; words >> kind >> day;) {
    if (day.ends_with(',')) day.pop_back();
    const bool on = kind == "carried" || kind == "weakened";
    const std::string next(1, static_cast<char>(id[0] + 1));
    listed += outcome(kind, "of-" + day, day, on ? "      to: " + next + "\n" : "");
    if (!on) continue;
    end("");
    id = next;
    dated = day;
  }
  end("");
  return rows;
}

}  // namespace

TEST_CASE("the table of verdicts on the page holds, line by line", "[commitments][docs]") {
  const std::string page = file_text(SAFEGOV_SOURCE_DIR "/docs/registers/commitments.md");
  const Table table = table_of(page, "| due | later documents say | as at | verdict |");
  REQUIRE(table.size() > 20);
  std::set<std::string> seen;
  for (const auto& line : table) {
    REQUIRE(line.size() == 4);
    INFO(line[0] << " | " << line[1] << " | " << line[2]);
    const auto as_at = parse_day(line[2]);
    REQUIRE(as_at);
    CHECK(std::string(to_string(verdict(ledger(rows_of(line[0], line[1])), "a", *as_at))) ==
          line[3]);
    seen.insert(line[3]);
  }
  CHECK(seen.size() == words_of<LedgerVerdict>().size());
}

// The promise ledger that was made by hand from the five documents: its twelve rows. Where print
// bears out something else than the ledger says, print counts, and a remark says so.
TEST_CASE("the ledger of Nottingham, row by row", "[commitments][nottingham]") {
  const auto p = nottingham();
  const Date as_at(2025, 12, 31);
  const auto of = [&](const std::string& id) { return verdict(p, id, as_at); };
  SECTION("the scrutineer and the QA subgroup: not delivered in two reports") {
    const auto found = sequel(p, "ar2019-qa-scrutineer", as_at);
    CHECK(found.verdict == LedgerVerdict::vanished);
    CHECK(found.carried() == 1);
    CHECK(found.documents.size() == 2);
    CHECK(verdict(p, "ar2019-qa-scrutineer", Date(2024, 1, 1)) == LedgerVerdict::carried);
  }
  SECTION("the second audit of neglect: unknown") {
    CHECK(of("ar2019-reaudit-neglect") == LedgerVerdict::unknown);
  }
  SECTION("the yearly audit of rapid reviews: no evidence") {
    CHECK(of("ar2019-rapid-review-audit") == LedgerVerdict::vanished);
    CHECK(of("ar2021-rapid-review-audit") == LedgerVerdict::vanished);
  }
  SECTION("the participation strategy: slipped by two quarters or more") {
    const auto found = sequel(p, "ps2020-strategy", as_at);
    CHECK(found.verdict == LedgerVerdict::carried);
    CHECK(found.months_slipped() / 3 >= 2);
    CHECK(verdict(p, "ps2020-strategy", Date(2021, 3, 1)) == LedgerVerdict::unknown);
  }
  SECTION("the education subgroup: slipped by two years or more") {
    for (const char* id : {"bp2019-education-subgroup", "ar2021-education-subgroup"}) {
      const auto found = sequel(p, id, as_at);
      CHECK(found.verdict == LedgerVerdict::done_late);
      CHECK(found.months_slipped() >= 24);
    }
    CHECK(sequel(p, "bp2019-education-subgroup", as_at).again);
  }
  SECTION("the videos on neglect: unknown") {
    CHECK(of("ar2021-neglect-videos") == LedgerVerdict::unknown);
    CHECK(of("ar2021-neglect-videos-publish") == LedgerVerdict::unknown);
  }
  SECTION("the audit on children of ethnic minorities: downgraded") {
    const auto found = sequel(p, "ar2020-ethnic-audit", as_at);
    CHECK(found.verdict == LedgerVerdict::weakened);
    CHECK(found.links.size() == 4);
    CHECK(of("ar2021-ethnic-audit-q1") == LedgerVerdict::weakened);
    CHECK(of("ar2021-ethnic-audit") == LedgerVerdict::weakened);
  }
  SECTION("the data set and the framework: still open after three years") {
    for (const char* id : {"ar2021-data-set", "ar2021-qa-framework"}) {
      CHECK(of(id) == LedgerVerdict::carried);
      CHECK(add_months(*row(p, id).dated, 36) <= as_at);
    }
  }
  SECTION("promote, demonstrate, develop the pace: rolled forward") {
    for (const char* id : {"ar2021-promote", "ar2021-demonstrate", "ar2021-pace"}) {
      const auto found = sequel(p, id, as_at);
      CHECK(found.verdict == LedgerVerdict::carried);
      CHECK(found.carried() == 1);
      CHECK(found.months_slipped() == 36);
    }
  }
  SECTION("the exploitation strategy: delivered late; of the toolkit, print says nothing") {
    CHECK(of("ar2021-exploitation-strategy") == LedgerVerdict::done_late);
    CHECK(of("ar2021-exploitation-toolkit") == LedgerVerdict::unknown);
  }
  SECTION("the educational neglect policy: contradicted") {
    CHECK(of("ar2024-educational-neglect") == LedgerVerdict::contradicted);
  }
  SECTION("the report of 2015: never tracked") {
    for (const char* id : {"br2015-duty-pilot", "br2015-out-of-hours", "br2015-it-migration"}) {
      CHECK(of(id) == LedgerVerdict::vanished);
      CHECK(verdict(p, id, Date(2019, 1, 1)) == LedgerVerdict::unknown);
    }
  }
}
