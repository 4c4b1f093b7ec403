// Meetings: what their minutes issue, measure and find, and what cannot be.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <vector>

#include <safegov/agenda.hpp>
#include <safegov/minutes.hpp>
#include <safegov/register_report.hpp>

#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const char* const arrangements =
    "safegov: 1\n"
    "partnership: example\n"
    "name: Example Partnership\n"
    "top: board\n"
    "bodies:\n"
    "  - id: board\n"
    "  - id: bmg\n"
    "    reports-to: board\n"
    "    meets: June 2025, 7 Oct 2025, Feb 2026\n"
    "    members: [council, health, police]\n"
    "    quorum: 2 of council, health, police\n"
    "  - id: qa\n"
    "    reports-to: bmg\n"
    "  - id: council\n"
    "  - id: health\n"
    "  - id: police\n";

std::string file(const std::string& rows) {
  std::string text = "safegov: 1\npartnership: example\nminutes:\n";
  std::istringstream lines(rows);
  for (std::string line; std::getline(lines, line);) text += "  " + line + "\n";
  return text;
}

Result<Partnership> with(const std::string& rows, std::vector<Source> more = {},
                         const std::string& bodies = arrangements) {
  std::vector<Source> sources{
      {"partnership.yaml", bodies},
      {"plan.yaml",
       small_plan("- what: Report\n  to: bmg\n  due: bmg of June 2025, bmg of Oct 2025\n")},
      {"minutes.yaml", file(rows)}};
  sources.insert(sources.end(), more.begin(), more.end());
  return read_sources(std::move(sources));
}

Partnership sound_minutes(const std::string& rows, std::vector<Source> more = {},
                          const std::string& bodies = arrangements) {
  const auto result = with(rows, std::move(more), bodies);
  INFO(printed(result.diagnostics()));
  REQUIRE(result);
  CHECK(printed(result.diagnostics()).empty());
  return *result;
}

/// `SG148 7`: the code and line of each thing that is wrong.
std::string found(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics)
    all +=
        (all.empty() ? "" : ", ") + std::string(d.code) + " " + std::to_string(d.where.begin.line);
  return all;
}

RegisterReport report(const Assessment& assessment) {
  for (const RegisterTable& table : assessment.obligations().partnership().registers())
    if (table.kind().name == "minutes") return report_on(assessment, table);
  return {};
}

std::string measured(const RegisterReport& report, std::size_t row, const std::string& name) {
  for (const Measure& m : report.rows[row].measures)
    if (m.name == name) return m.text;
  return "(none)";
}

/// A text with one part of it changed.
std::string changed(std::string text, const std::string& from, const std::string& to) {
  REQUIRE(text.find(from) != std::string::npos);
  return text.replace(text.find(from), from.size(), to);
}

const char* const june =
    "- id: june\n"
    "  body: bmg\n"
    "  date: 2025-06-10\n"
    "  meeting: June 2025\n"
    "  attendance:\n"
    "    - seat: council\n"
    "      was: present\n"
    "    - seat: health\n"
    "      was: substitute\n"
    "      substitute: qa\n"
    "    - seat: police\n"
    "      was: apologies\n"
    "  items:\n"
    "    - no: 6\n"
    "      title: Audit findings\n"
    "      receives: [p/1.1/bmg of June 2025]\n"
    "      resolved: [accepted]\n"
    "      actions:\n"
    "        - what: A plan for the gaps\n"
    "          from: qa\n"
    "          due: in three months\n"
    "    - no: 7\n"
    "      title: Contract\n"
    "      presenter: qa\n"
    "      deferred-to: bmg of Oct 2025\n";

}  // namespace

TEST_CASE("minutes hold their meeting, receive, decide and owe", "[minutes]") {
  const auto owed = expand_obligations(sound_minutes(june));
  std::vector<std::string> ids;
  for (const Obligation o : owed) ids.push_back(o.id());
  CHECK(ids == std::vector<std::string>{"p/1.1/bmg@2025-06", "minutes/june.6/bmg@2025-09-10",
                                        "p/1.1/bmg@2025-10", "minutes/june.7/item@2025-10"});
  const auto state = assess(owed, Date(2025, 6, 30));
  CHECK(state[0] == State::received);
  const auto& partnership = owed.partnership();
  CHECK(standing(owed, partnership.find_meeting("bmg of June 2025"), Date(2025, 6, 30)).state ==
        MeetingState::held);
  std::vector<std::string> references;
  for (const Record& record : partnership.records()) references.push_back(record.reference);
  CHECK(references ==
        std::vector<std::string>{"minutes june", "minutes june, item 6", "minutes june, item 6"});
  // Before the day, nothing of it had happened.
  CHECK(assess(owed, Date(2025, 6, 9))[0] == State::due);
}

TEST_CASE("minutes that were written down later are not known before", "[minutes]") {
  const std::string rows = changed(june, "  meeting", "  recorded: 2025-06-20\n  meeting");
  const auto owed = expand_obligations(sound_minutes(rows));
  AssessOptions then;
  then.known_at = Date(2025, 6, 19);
  CHECK(assess(owed, Date(2025, 6, 30), then)[0] == State::due);
  CHECK(measured(report(assess(owed, Date(2025, 6, 30), then)), 0, "present") == "(none)");
  CHECK(measured(report(assess(owed, Date(2025, 6, 30), then)), 0, "date") ==
        "10 June 2025, not known by then");
  CHECK(measured(report(assess(owed, Date(2025, 6, 9), then)), 0, "date") ==
        "10 June 2025, not over");
  CHECK(measured(report(assess(owed, Date(2025, 6, 30))), 0, "present") == "1 of 3 (33.3 %)");
}

TEST_CASE("a meeting without its quorum is inquorate, and what is bound to it has no day",
          "[minutes]") {
  const std::string rows =
      changed(changed(june, "was: substitute\n      substitute: qa", "was: apologies"),
              "      receives: [p/1.1/bmg of June 2025]\n", "");
  const auto owed = expand_obligations(sound_minutes(rows));
  const auto state = assess(owed, Date(2025, 6, 30));
  CHECK(standing(owed, owed.partnership().find_meeting("bmg of June 2025"), Date(2025, 6, 30))
            .state == MeetingState::inquorate);
  CHECK(state[0] == State::unresolved);
  CHECK(found(report(state).findings) == "SG412 18");
  CHECK(measured(report(state), 0, "quorum") ==
        "not met (2 of council, health, police: 1 of 3 there, 2 needed)");
}

TEST_CASE("a quorum as printed is what is recorded", "[minutes]") {
  const std::string rows = changed(june, "  attendance", "  quorum: not-met\n  attendance");
  const auto owed = expand_obligations(sound_minutes(rows));
  CHECK(standing(owed, owed.partnership().find_meeting("bmg of June 2025"), Date(2025, 6, 30))
            .state == MeetingState::inquorate);
  CHECK(found(report(assess(owed, Date(2025, 6, 30))).findings) == "SG413 8, SG412 21");
}

TEST_CASE("a record of the same day as the minutes contradicts nothing", "[minutes]") {
  const auto records = [](const std::string& held) {
    return std::vector<Source>{{"records.yaml", small_records(held)}};
  };
  sound_minutes(june, records("- held: bmg of June 2025\n  date: 2025-06-10\n"
                              "- received: p/1.1/bmg of June 2025\n  date: 2025-06-10\n"));
  CHECK(
      found(with(june, records("- held: bmg of June 2025\n  date: 2025-06-11\n")).diagnostics()) ==
      "SG113 7");
  CHECK(found(with(june, records("- held: bmg of June 2025\n  date: 2025-06-10\n"
                                 "  quorum: not-met\n"))
                  .diagnostics()) == "SG113 7");
  // Two rows, or two records, of one meeting are one too many even so.
  CHECK(found(with(june, records("- held: bmg of June 2025\n  date: 2025-06-10\n"
                                 "- held: bmg of June 2025\n  date: 2025-06-10\n"))
                  .diagnostics()) == "SG113 6");
}

TEST_CASE("what was put off stands on the agenda of the meeting that it was put off to",
          "[minutes]") {
  const auto partnership = sound_minutes(june);
  const auto next = agenda(assess(expand_obligations(partnership), Date(2025, 6, 30)),
                           partnership.find_body("bmg"));
  REQUIRE(next.meetings.size() == 2);
  std::vector<std::string> ids;
  for (const AgendaItem& item : next.meetings[0].items)
    ids.push_back(expand_obligations(partnership)[item.row].id());
  CHECK(std::ranges::count(ids, "minutes/june.7/item@2025-10") == 1);
}

TEST_CASE("what was put off is received when it is taken, and superseded when put off again",
          "[minutes]") {
  const std::string oct =
      "- id: oct\n"
      "  body: bmg\n"
      "  date: 2025-10-07\n"
      "  meeting: 7 Oct 2025\n"
      "  confirms: [june]\n"
      "  items:\n"
      "    - no: 1\n"
      "      title: Contract\n"
      "      presenter: qa\n"
      "      deferred-from: june.7\n";
  const std::string feb =
      "- id: feb\n"
      "  body: bmg\n"
      "  date: 2026-02-03\n"
      "  meeting: Feb 2026\n"
      "  confirms: [oct]\n"
      "  items:\n"
      "    - title: Contract\n"
      "      deferred-from: minutes/oct.1\n";
  const auto state_of = [](const Partnership& partnership, const char* id, Date day) {
    const auto owed = expand_obligations(partnership);
    const auto state = assess(owed, day);
    for (const Obligation o : owed)
      if (o.id() == id) return state[o.row()];
    FAIL(id);
    return State::due;
  };
  const auto taken = sound_minutes(june + oct);
  CHECK(state_of(taken, "minutes/june.7/item@2025-10", Date(2025, 10, 31)) == State::received);
  CHECK(found(report(assess(expand_obligations(taken), Date(2026, 1, 1))).findings).empty());

  const auto again = sound_minutes(june + oct + "      deferred-to: bmg of Feb 2026\n" + feb);
  CHECK(state_of(again, "minutes/june.7/item@2025-10", Date(2026, 2, 28)) == State::superseded);
  CHECK(state_of(again, "minutes/oct.1/item@2026-02", Date(2026, 2, 28)) == State::received);
  const auto seen = report(assess(expand_obligations(again), Date(2026, 2, 28)));
  CHECK(found(seen.findings) == "SG416 39");
  CHECK(measured(seen, 1, "item 1") ==
        "put off 2 times since 10 June 2025: to bmg of Oct 2025, then to bmg of Feb 2026");
  CHECK(measured(seen, 2, "an item") ==
        "put off 2 times since 10 June 2025: to bmg of Oct 2025, then to bmg of Feb 2026");
}

TEST_CASE("what was put off and not taken is found once that meeting is over", "[minutes]") {
  const std::string oct =
      "- id: oct\n  body: bmg\n  date: 2025-10-07\n  meeting: 7 Oct 2025\n  confirms: [june]\n"
      "  items:\n    - title: Budget\n";
  const auto owed = expand_obligations(sound_minutes(june + oct));
  CHECK(found(report(assess(owed, Date(2025, 10, 6))).findings).empty());
  CHECK(found(report(assess(owed, Date(2025, 10, 7))).findings) == "SG415 28");
  // The item is owed for as long as it has not come.
  CHECK(assess(owed, Date(2025, 12, 1))[3] == State::overdue);
}

TEST_CASE("the next meeting is the next of those that the body names", "[minutes]") {
  const auto put_off = [](const std::string& day) {
    const std::string rows = changed(june, "bmg of Oct 2025", "the next meeting");
    const auto result = with(changed(rows, "2025-06-10", day));
    REQUIRE(result);
    std::string ids = found(result.diagnostics());
    for (const Obligation o : expand_obligations(*result))
      if (o.id().starts_with("minutes/june.7")) ids += " " + o.id();
    return ids;
  };
  CHECK(put_off("2025-06-10") == " minutes/june.7/item@2025-10-07");
  CHECK(put_off("2025-10-08") == " minutes/june.7/item@2026-02");
  // After the last that it names, nobody knows when that is.
  CHECK(put_off("2026-03-01") == "SG106 28 minutes/june.7/item@the-next-meeting");
}

TEST_CASE("an item that comes from one that was not put off is an error", "[minutes]") {
  const std::string rows = std::string(june) +
                           "- id: oct\n  body: bmg\n  date: 2025-10-07\n  meeting: 7 Oct 2025\n"
                           "  items:\n    - title: Audit\n      deferred-from: june.6\n";
  CHECK(found(with(rows).diagnostics()) == "SG103 34");
}

TEST_CASE("deferrals to what is over, and minutes that confirm themselves, are errors",
          "[minutes]") {
  CHECK(found(with(changed(june, "bmg of Oct 2025", "Feb 2025")).diagnostics()) == "SG151 28");
  CHECK(found(with(changed(june, "  attendance", "  confirms: [june]\n  attendance"))
                  .diagnostics()) == "SG148 8");
}

TEST_CASE("only who holds a place can attend as a seat, by itself or its successor", "[minutes]") {
  const std::string by_board = changed(june, "seat: police", "seat: board");
  CHECK(found(with(by_board).diagnostics()) == "SG147 14");
  // A post is there for its agency.
  CHECK(
      found(with(changed(june, "seat: police", "seat: board\n      agency: police")).diagnostics())
          .empty());
  // Nobody knows who holds a place where none is declared.
  CHECK(found(with(by_board, {},
                   changed(arrangements, "    members: [council, health, police]\n", ""))
                  .diagnostics())
            .empty());
  // Health was taken over.
  const std::string by_icb = changed(june, "seat: health", "seat: icb");
  const std::string later = std::string(arrangements) +
                            "  - id: icb\n    succeeds:\n      - body: health\n"
                            "        from: 2025-06-10\n";
  CHECK(found(with(by_icb, {}, later).diagnostics()).empty());
  CHECK(found(with(by_icb, {}, changed(later, "2025-06-10", "2025-06-11")).diagnostics()) ==
        "SG147 11");
}

TEST_CASE("a meeting that its body does not have is an error", "[minutes]") {
  CHECK(found(with(changed(june, "meeting: June 2025", "meeting: July 2025")).diagnostics()) ==
        "SG103 7");
  CHECK(found(with("- id: july\n  body: bmg\n  date: 2025-07-01\n  kind: agenda\n"
                   "  meeting: July 2025\n")
                  .diagnostics()) == "SG103 8");
}

TEST_CASE("an agenda holds no meeting", "[minutes]") {
  const auto partnership = sound_minutes(
      "- id: june\n  body: bmg\n  date: 2025-06-10\n  kind: agenda\n  meeting: June 2025\n"
      "  items:\n    - Audit findings\n");
  CHECK(partnership.records().empty());
  const auto owed = expand_obligations(partnership);
  CHECK(standing(owed, partnership.find_meeting("bmg of June 2025"), Date(2025, 6, 30)).state ==
        MeetingState::scheduled);
}

TEST_CASE("who chaired is held against whose turn it was", "[minutes]") {
  const std::string bodies =
      changed(arrangements, "    quorum",
              "    chair:\n      order: [council, health, police]\n"
              "      changes: every 1 April\n      from: 2024-04-01\n    quorum");
  const auto chaired = [&](const std::string& by) {
    const std::string rows = changed(june, "  attendance", "  chair: [" + by + "]\n  attendance");
    return report(assess(expand_obligations(sound_minutes(rows, {}, bodies)), Date(2025, 6, 30)));
  };
  CHECK(found(chaired("council").findings) == "SG410 8");
  CHECK(measured(chaired("council"), 0, "chair") == "council; by the rule health");
  CHECK(found(chaired("health").findings).empty());
}

TEST_CASE("cadence declared is held against minutes, over a year that they cover", "[minutes]") {
  const auto of = [](const std::string& meets, const std::vector<std::string>& days, Date as_at) {
    const std::string bodies = changed(arrangements, "June 2025, 7 Oct 2025, Feb 2026", meets);
    std::string rows;
    for (std::size_t i = 0; i < days.size(); ++i)
      rows += "- id: m" + std::to_string(i) + "\n  body: bmg\n  date: " + days[i] + "\n" +
              (i == 0 ? "" : "  confirms: [m" + std::to_string(i - 1) + "]\n");
    std::vector<Source> sources{{"partnership.yaml", bodies},
                                {"minutes.yaml", file(rows)},
                                {"plan.yaml", small_plan("- what: Report\n  to: bmg\n")}};
    return report(assess(expand_obligations(sound(std::move(sources))), as_at));
  };
  const std::vector<std::string> three{"2024-12-10", "2025-04-08", "2025-08-12", "2025-12-09"};
  const auto kept = of("3 times a year", three, Date(2025, 12, 31));
  CHECK(found(kept.findings).empty());
  CHECK(measured(kept, 3, "how often") ==
        "minutes of 3 meetings in the year to 31 December 2025; 3 by '3 times a year'");
  CHECK(measured(kept, 3, "longest gap") == "126 days, 8 April 2025 to 12 August 2025");
  CHECK(measured(kept, 2, "how often") == "(none)");
  CHECK(measured(kept, 3, "since m2") == "119 days");
  // As at a day on which the last had not been held, there are two in the year.
  CHECK(found(of("3 times a year", three, Date(2025, 12, 8)).findings).empty());
  CHECK(found(of("quarterly", three, Date(2025, 12, 31)).findings) == "SG420 17");
  CHECK(found(of("at least quarterly", three, Date(2025, 12, 31)).findings) == "SG420 17");
  CHECK(found(of("monthly", three, Date(2025, 12, 31)).findings) == "SG420 13, SG420 17");
  const auto unclear = of("bi-monthly", three, Date(2025, 12, 31));
  CHECK(found(unclear.findings).empty());
  CHECK(measured(unclear, 3, "how often") ==
        "minutes of 3 meetings in the year to 31 December 2025; 'bi-monthly' can mean 6 or 24");
  // Minutes that begin within the year do not show how often it met before.
  CHECK(found(of("quarterly", {"2025-10-07"}, Date(2025, 12, 31)).findings).empty());
}

TEST_CASE("who came is counted over all meetings, at the last", "[minutes]") {
  const std::string oct =
      "- id: oct\n  body: bmg\n  date: 2025-10-07\n  meeting: 7 Oct 2025\n  confirms: [june]\n"
      "  attendance:\n    - seat: council\n      was: silent\n    - seat: health\n"
      "      was: present\n    - seat: police\n      was: no-contact\n";
  const auto seen =
      report(assess(expand_obligations(sound_minutes(june + oct)), Date(2025, 10, 31)));
  CHECK(measured(seen, 1, "over 2 meetings") == "council 1 of 2, health 2 of 2, police 0 of 2");
  CHECK(measured(seen, 1, "scheduled meetings with minutes") == "2 of 2 (100 %)");
  CHECK(measured(seen, 0, "substitutes") == "1 of 3 (33.3 %)");
}

TEST_CASE("twenty thousand minutes that put off to each other are gone through once", "[minutes]") {
  // Each meeting puts off what comes from the one before, confirms that, and misses a second item.
  constexpr int count = 20'000;
  std::vector<Minutes> rows(count);
  for (int i = 0; i < count; ++i) {
    Minutes& row = rows[static_cast<std::size_t>(i)];
    row.id = "m" + std::to_string(i);
    row.body.id = "board";
    row.date = add_days(Date(2000, 1, 1), i);
    MinutesItem& item = row.items.emplace_back();
    item.no = "1";
    item.title = "Contract";
    item.deferred_to = iso(add_days(*row.date, 1));
    MinutesItem& came = row.items.emplace_back();
    came.no = "2";
    came.title = "Contract";
    if (i == 0) continue;
    row.confirms.push_back({"m" + std::to_string(i - 1)});
    if (i % 2 == 0) came.deferred_from = "m" + std::to_string(i - 1) + ".1";
  }
  Partnership::Parts parts;
  parts.arrangements.id = "example";
  parts.arrangements.name = "Example";
  parts.arrangements.bodies.emplace_back().id = "board";
  parts.registers.emplace_back(minutes_register(), rows);
  const auto made = Partnership::make(parts);
  INFO(printed(made.diagnostics()));
  REQUIRE(made);
  const auto findings = register_findings(*made, Date(2000, 4, 9));  // of a hundred meetings
  CHECK(std::ranges::count(findings, std::string("SG415"), &Diagnostic::code) == 50);
  // One that is confirmed too early is still found.
  parts.registers = {};
  rows[0].confirms.push_back({"m19999"});
  parts.registers.emplace_back(minutes_register(), rows);
  const auto wrong = Partnership::make(parts);
  REQUIRE(wrong.diagnostics().size() == 1);
  CHECK(wrong.diagnostics()[0].code == "SG148");
}

TEST_CASE("the minutes of Nottingham's board of December 2019 say what is printed",
          "[minutes][nottingham]") {
  const auto partnership = nottingham();
  const auto seen = report(assess(expand_obligations(partnership), Date(2020, 9, 29)));
  const auto rows = partnership.list<Minutes>();
  const auto row = std::ranges::find(rows, "cpb-2019-12-18", &Minutes::id);
  REQUIRE(row != rows.end());
  const auto at = static_cast<std::size_t>(row - rows.begin());
  const auto number = [&](const std::string& name) {
    for (const Measure& m : seen.rows[at].measures)
      if (m.name == name) return std::pair(m.value, m.of);
    return std::pair<std::optional<long long>, std::optional<long long>>();
  };
  using Pair = std::pair<std::optional<long long>, std::optional<long long>>;
  CHECK(number("present") == Pair{13, 26});
  CHECK(number("apologies") == Pair{7, 26});
  CHECK(number("silent") == Pair{6, 26});
  CHECK(number("others there").first == 7);
  CHECK(number("items").first == 9);
  CHECK(measured(seen, at, "since cpb-2019-09-25") == "84 days");
  // Police excused themselves, the clinical commissioning group is silent.
  std::vector<std::string> missed;
  for (const Diagnostic& d : seen.findings)
    if (d.code == "SG411") missed.push_back(d.message);
  CHECK(missed ==
        std::vector<std::string>{"nobody came from 'ccg', a safeguarding partner (silent)",
                                 "nobody came from 'police', a safeguarding partner (apologies)"});
}
