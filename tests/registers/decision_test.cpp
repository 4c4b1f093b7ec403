// Decisions: what cannot be, what a day says of them, and what is odd in the real log.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <safegov/decision.hpp>
#include <safegov/register_report.hpp>
#include <safegov/registers.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

using Strings = std::vector<std::string>;

std::string decisions(const std::string& rows) {
  std::string text = "safegov: 1\npartnership: example\ndecisions:\n";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return text;
}

const char* const bodies =
    "safegov: 1\n"
    "partnership: example\n"
    "name: Example Partnership\n"
    "top: board\n"
    "bodies:\n"
    "  - id: board\n"
    "    meets: 7 Oct 2025, 16 Dec 2025\n"
    "    members: [council, icb, police]\n"
    "  - id: council\n"
    "  - id: icb\n"
    "  - id: police\n"
    "  - id: chief-constable\n"
    "    kind: post\n"
    "    holders: [police]\n"
    "  - id: group\n"
    "    members: [council, school]\n"
    "    mandates:\n"
    "      - text: agrees the training programme\n"
    "        from: 2023-04-01\n"
    "        until: 2024-03-31\n"
    "      - text: agrees the audit programme\n"
    "        from: 2025-04-01\n"
    "  - id: school\n"
    "  - id: panel\n"
    "    mandates:\n"
    "      - text: reviews cases\n";

Partnership with(const std::string& rows, std::vector<Source> more = {}) {
  std::vector<Source> all{{"partnership.yaml", bodies}, {"decisions.yaml", decisions(rows)}};
  all.insert(all.end(), more.begin(), more.end());
  return sound(std::move(all));
}

RegisterReport report(const Partnership& partnership, Date day, AssessOptions options = {}) {
  const auto state = assess(expand_obligations(partnership), day, options);
  for (const RegisterTable& table : partnership.registers())
    if (table.kind().name == "decisions") return report_on(state, table);
  FAIL("there is no register of decisions");
  return {};
}

std::string measured(const RegisterRow& row, std::string_view name) {
  for (const Measure& measure : row.measures)
    if (measure.name == name) return measure.text;
  return "-";
}

Strings codes_of(const Diagnostics& found) {
  Strings all;
  for (const Diagnostic& d : found) all.push_back(d.code);
  return all;
}

/// What is wrong with rows that are not sound.
Strings wrong(const std::string& rows, std::vector<Source> more = {}) {
  std::vector<Source> all{{"partnership.yaml", bodies}, {"decisions.yaml", decisions(rows)}};
  all.insert(all.end(), more.begin(), more.end());
  return codes_of(read_sources(std::move(all)).diagnostics());
}

std::string one(const std::string& lines) { return "- id: 1\n  text: X\n" + lines; }

}  // namespace

TEST_CASE("the three Saturdays and the order of the real log come out", "[registers][decisions]") {
  const RegisterReport log = report(nottingham(), Date(2025, 4, 1));
  std::vector<std::pair<std::string, std::string>> found;
  for (const Diagnostic& d : log.findings) found.emplace_back(d.code, d.path);
  CHECK(found == std::vector<std::pair<std::string, std::string>>{{"SG401", "decisions[0].date"},
                                                                  {"SG401", "decisions[1].date"},
                                                                  {"SG401", "decisions[2].date"},
                                                                  {"SG407", "decisions[5].date"},
                                                                  {"SG471", "decisions[5].parts"}});
  CHECK(log.findings[3].message ==
        "decision 6 is of 24 June 2024, before decision 5 of 13 December 2024");
  for (std::size_t row = 0; row < 3; ++row)
    CHECK(measured(log.rows[row], "decided") == "27 July 2024 (Saturday)");
  CHECK(measured(log.rows[5], "parts") == "10");
  CHECK(measured(log.rows[5], "status as printed") == "-");
  CHECK(measured(log.rows[5], "parts as printed") == "10 Completed");
}

TEST_CASE("each of the ten parts of decision 6 has an id of its own", "[registers][decisions]") {
  const Partnership example = nottingham();
  for (char letter = 'a'; letter <= 'k'; ++letter) {
    const About part = example.find(std::string("decisions/2024-6.") + letter);
    CAPTURE(letter);
    REQUIRE(std::holds_alternative<ActionId>(part) == (letter <= 'j'));
    if (letter > 'j') continue;
    const auto& parts = example.list<Decision>()[5].parts;
    CHECK(example[std::get<ActionId>(part)].text ==
          parts[static_cast<std::size_t>(letter - 'a')].text);
  }
}

TEST_CASE("nothing of the real log is told before its day", "[registers][decisions]") {
  const Partnership example = nottingham();
  const auto rows = example.list<Decision>();
  for (const Date day : {Date(2015, 3, 24), Date(2024, 6, 23), Date(2024, 6, 24), Date(2024, 7, 26),
                         Date(2024, 7, 27), Date(2024, 12, 12), Date(2025, 3, 26)}) {
    const RegisterReport log = report(example, day);
    REQUIRE(log.rows.size() == rows.size());
    std::size_t weekends = 0, known = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto first = rows[i].date ? rows[i].date : rows[i].recommended;
      CAPTURE(iso(day), rows[i].id);
      CHECK(log.rows[i].measures.empty() == (day < *first));
      CHECK(measured(log.rows[i], "status as printed") == "-");  // it is of 31 March 2025
      if (!rows[i].date || day < *rows[i].date) continue;
      ++known;
      weekends += rows[i].date->weekday() == Weekday::saturday;
    }
    const auto found = codes_of(log.findings);
    CHECK(std::ranges::count(found, "SG401") == static_cast<std::ptrdiff_t>(weekends));
    // Row 6 is out of order as soon as one of those above it is known.
    CHECK(std::ranges::count(found, "SG407") == (known > 1 ? 1 : 0));
  }
}

TEST_CASE("a mandate is that of the day of the decision", "[registers][decisions]") {
  const auto on = [](const std::string& by, const std::string& day, const std::string& more = "") {
    const Partnership p = with(one("  by: " + by + "\n  date: " + day + "\n" + more));
    const RegisterReport log = report(p, Date(2026, 1, 1));
    return measured(log.rows[0], "mandate that day") +
           (log.findings.empty() ? "" : "; " + log.findings[0].code);
  };
  CHECK(on("board", "2024-06-04") == "none stated");
  CHECK(on("panel", "1990-06-04") == "held: reviews cases");
  CHECK(on("group", "2023-03-31") == "not held yet; SG403");
  CHECK(on("group", "2023-04-03") == "held: agrees the training programme");
  CHECK(on("group", "2024-03-29") == "held: agrees the training programme");
  CHECK(on("group", "2024-04-01") == "ended on 31 March 2024; SG403");
  CHECK(on("group", "2025-04-01") == "held: agrees the audit programme");
  // The words relied on are of a mandate that had ended by then.
  CHECK(on("group", "2025-04-01", "  mandate: Agrees the training programme\n") ==
        "ended on 31 March 2024; SG403");
  CHECK(on("group", "2025-04-01", "  mandate: its terms of reference\n") ==
        "held: agrees the audit programme");
}

TEST_CASE("superseded is told of every day as from the definition", "[registers][decisions]") {
  // 1 is superseded by 3 and, earlier, by 4; 2 by 3; 4 by 5, on its own day.
  const Partnership p = with(
      "- {id: 1, text: X, date: 2024-01-02}\n"
      "- {id: 2, text: X, date: 2024-01-03}\n"
      "- {id: 3, text: X, date: 2024-01-10, supersedes: [1, 2]}\n"
      "- {id: 4, text: X, date: 2024-01-08, supersedes: [1]}\n"
      "- {id: 5, text: X, date: 2024-01-08, supersedes: [4]}\n");
  const auto rows = p.list<Decision>();
  for (Date day(2024, 1, 1); day < Date(2024, 1, 12); day = add_days(day, 1)) {
    const RegisterReport log = report(p, day);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const Decision* by = nullptr;
      for (const Decision& other : rows) {
        const auto names = std::ranges::count(other.supersedes, rows[i].id, &Ref<Decision>::id);
        if (names == 0 || *other.date > day) continue;
        if (by == nullptr || *other.date < *by->date) by = &other;
      }
      CAPTURE(iso(day), rows[i].id);
      CHECK(measured(log.rows[i], "superseded") ==
            (by == nullptr || day < *rows[i].date
                 ? "-"
                 : "by " + by->id + " since " + in_words(*by->date)));
    }
  }
}

TEST_CASE("a decision is known once it is written down, and not after it is taken back",
          "[registers][decisions]") {
  const Partnership p = with(one("  by: board\n  date: 2024-06-04\n  recorded: 2024-07-01\n"),
                             {{"records.yaml", small_records("- retracted: decided decisions/1\n"
                                                             "  date: 2024-09-02\n")}});
  const auto told = [&](Date known) {
    return measured(report(p, Date(2025, 1, 1), {.known_at = known}).rows[0], "decided");
  };
  CHECK(told(Date(2024, 6, 30)) == "-");
  CHECK(told(Date(2024, 7, 1)) == "4 June 2024 (Tuesday)");
  CHECK(told(Date(2024, 9, 1)) == "4 June 2024 (Tuesday)");
  CHECK(told(Date(2024, 9, 2)) == "-");
}

TEST_CASE("a recommendation is no decision until somebody decides", "[registers][decisions]") {
  const std::string row = one(
      "  kind: recommendation\n  by: board\n  recommended-by: group\n  recommended: 2024-06-04\n"
      "  follow-up:\n    - {what: Report, to: board, due: Dec 2024}\n");
  const Partnership open = with(row);
  CHECK(expand_obligations(open).empty());
  CHECK(report(open, Date(2024, 6, 3)).rows[0].measures.empty());
  const RegisterRow asked = report(open, Date(2024, 6, 4)).rows[0];
  CHECK(measured(asked, "recommended") == "by group to board on 4 June 2024 (Tuesday)");
  CHECK(measured(asked, "decided") == "not recorded");

  const Partnership decided = with(row + "  date: 2024-07-02\n");
  CHECK(expand_obligations(decided).size() == 1);
  CHECK(measured(report(decided, Date(2024, 7, 1)).rows[0], "decided") == "not recorded");
  CHECK(measured(report(decided, Date(2024, 7, 2)).rows[0], "decided") == "2 July 2024 (Tuesday)");

  const Partnership recorded =
      with(row, {{"records.yaml", small_records("- decided: decisions/1\n  date: 2024-07-02\n")}});
  CHECK(measured(report(recorded, Date(2024, 7, 1)).rows[0], "decided") == "not recorded");
  CHECK(measured(report(recorded, Date(2024, 7, 2)).rows[0], "recommended by") == "group");
}

TEST_CASE("the quorum is that of the meeting, named or of that day", "[registers][decisions]") {
  const auto quorum = [](const std::string& at, const std::string& day, const std::string& held) {
    const Partnership p = with(one("  by: board\n  date: " + day + "\n" + at),
                               {{"records.yaml", small_records(held)}});
    const RegisterReport log = report(p, Date(2026, 1, 5));
    const auto found = codes_of(log.findings);
    return measured(log.rows[0], "quorum") + (std::ranges::count(found, "SG404") ? "!" : "");
  };
  const std::string of_oct = "- held: board of Oct 2025\n  date: 2025-10-09\n";
  CHECK(quorum("  at: board of Oct 2025\n", "2025-10-09", of_oct) ==
        "met, as nothing else is said");
  CHECK(quorum("  at: board of Oct 2025\n", "2025-10-13", of_oct + "  quorum: not-met\n") ==
        "not met!");
  CHECK(quorum("", "2025-10-09", of_oct + "  quorum: not-met\n") == "not met!");
  CHECK(quorum("", "2025-10-10", of_oct + "  quorum: not-met\n") == "-");
  CHECK(quorum("  at: board\n", "2025-11-03",
               "- held: board\n  date: 2025-11-03\n  quorum: met\n") == "met");
  // Of a meeting that is yet to be held, nothing is known.
  CHECK(quorum("", "2025-10-09", "- held: board\n  date: 2026-10-09\n") == "-");
}

TEST_CASE("a decision is not taken before its meeting, however that moved",
          "[registers][decisions]") {
  const auto at = [](const std::string& day, const std::string& records = "") {
    std::vector<Source> more;
    if (!records.empty()) more.push_back({"records.yaml", small_records(records)});
    return wrong(one("  by: board\n  at: board of Oct 2025\n  date: " + day + "\n"), more);
  };
  CHECK(at("2025-10-06") == Strings{"SG140"});
  CHECK(at("2025-10-07").empty());
  const std::string moved = "- moved: board of Oct 2025\n  date: 2025-09-01\n  until: 2 Oct 2025\n";
  CHECK(at("2025-10-02", moved).empty());
  CHECK(at("2025-10-01", moved) == Strings{"SG140"});
  const std::string held = "- held: board of Oct 2025\n  date: 2025-10-09\n";
  CHECK(at("2025-10-08", held) == Strings{"SG140"});
  const std::string taken_back = "- retracted: held board of Oct 2025\n  date: 2025-10-10\n";
  CHECK(at("2025-10-08", held + taken_back).empty());
  // The row of a register has a day of its own.
  CHECK(wrong("- {id: 1, text: X, date: 2024-01-02, at: decisions/2}\n"
              "- {id: 2, text: X, date: 2024-01-03}\n") == Strings{"SG140"});
}

TEST_CASE("nothing is decided at an obligation", "[registers][decisions]") {
  CHECK(wrong(one("  date: 2025-10-06\n  at: decisions/1/board\n"
                  "  follow-up:\n    - {what: Report, to: board}\n")) == Strings{"SG116"});
  CHECK(wrong(one("  date: 2025-10-06\n  at: bord\n")) == Strings{"SG103"});
}

TEST_CASE("what supersedes itself, a later one or in a circle is told once each",
          "[registers][decisions]") {
  CHECK(wrong("- {id: 1, text: X, date: 2024-01-02, supersedes: [1]}\n") == Strings{"SG141"});
  // With days, one link of the circle leads to a later one, and that is what is wrong.
  CHECK(wrong("- {id: 1, text: X, date: 2024-01-02, supersedes: [2]}\n"
              "- {id: 2, text: X, date: 2024-01-03, supersedes: [1]}\n") == Strings{"SG141"});
  CHECK(wrong("- {id: 1, text: X, supersedes: [2]}\n"
              "- {id: 2, text: X, supersedes: [3]}\n"
              "- {id: 3, text: X, supersedes: [1]}\n"
              "- {id: 4, text: X, supersedes: [1, 2, 3]}\n") == Strings{"SG142"});
  // Two ways to one decision are no circle.
  CHECK(wrong("- {id: 1, text: X, supersedes: [2, 3]}\n"
              "- {id: 2, text: X, supersedes: [4]}\n"
              "- {id: 3, text: X, supersedes: [4]}\n"
              "- {id: 4, text: X}\n")
            .empty());
}

TEST_CASE("a post votes for who holds it, and a partner counts where it sits",
          "[registers][decisions]") {
  const auto found = [](const std::string& by, const std::string& votes) {
    const Partnership p =
        with(one("  by: " + by + "\n  date: 2025-06-04\n  votes: " + votes + "\n"));
    return codes_of(report(p, Date(2026, 1, 5)).findings);
  };
  CHECK(found("board", "{for: [council, icb], abstained: [chief-constable]}").empty());
  CHECK(found("board", "{for: [council], against: [icb]}") == Strings{"SG405"});
  CHECK(found("board", "{for: [school]}") == Strings{"SG405", "SG405", "SG405"});
  CHECK(found("group", "{for: [council, school]}").empty());
  CHECK(found("group", "{for: [school]}") == Strings{"SG405"});
  CHECK(wrong(one("  date: 2025-06-04\n  votes: {for: [icb, icb], abstained: [icb]}\n")) ==
        Strings{"SG143", "SG143"});
}

TEST_CASE("what is printed as completed is held against what follows from it",
          "[registers][decisions]") {
  const Partnership p = with(
      "- id: 1\n  text: X\n  by: board\n  date: 2024-06-04\n  status: In part\n  parts:\n"
      "    - no: a\n      text: X\n      status: Completed\n      follow-up:\n"
      "        - {what: Report, to: board, due: Dec 2024}\n"
      "    - no: b\n      text: X\n      status: In progress\n      follow-up:\n"
      "        - {what: Report, to: board, due: Dec 2024}\n",
      {{"records.yaml", small_records("- received: decisions/1.a/board\n  date: 2025-02-03\n")}});
  const auto at = [&](Date day) {
    Strings told;
    for (const Diagnostic& d : report(p, day).findings)
      told.push_back(d.code + " " + std::string(to_string(d.severity)) + " " + d.message);
    return told;
  };
  CHECK(at(Date(2024, 11, 30)).empty());  // it is to come
  CHECK(at(Date(2024, 12, 2)) ==
        Strings{"SG408 note 'Completed' is printed, and decisions/1.a/board@2024-12 is due"});
  CHECK(at(Date(2025, 1, 1)) ==
        Strings{"SG408 warning 'Completed' is printed, and decisions/1.a/board@2024-12 is "
                "overdue"});
  CHECK(at(Date(2025, 2, 3)).empty());
}

TEST_CASE("numbers that begin again begin another log", "[registers][decisions]") {
  const auto found = [](const std::string& rows) {
    return codes_of(report(with(rows), Date(2026, 1, 5)).findings);
  };
  CHECK(found("- {id: a, no: 1, text: X, date: 2024-06-04}\n"
              "- {id: b, no: 2, text: X, date: 2024-07-04}\n"
              "- {id: c, no: 1, text: X, date: 2024-01-02}\n"
              "- {id: d, no: 2, text: X, date: 2024-01-03}\n")
            .empty());
  CHECK(found("- {id: a, no: 2, text: X, date: 2024-06-04}\n"
              "- {id: b, no: 2, text: X, date: 2024-07-04}\n") == Strings{"SG407"});
}
