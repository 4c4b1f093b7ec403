// What had to go further up, and whether it did: in sentences, and by the tables of the page.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <string>
#include <vector>

#include <safegov/assess.hpp>
#include <safegov/escalation.hpp>
#include <safegov/render.hpp>

#include "markdown.hpp"
#include "partnership.hpp"

using namespace safegov;
using namespace safegov::test;

namespace {

const std::string two_stages =
    "escalations:\n"
    "  - id: late\n"
    "    stages:\n"
    "      - {after: 1 missed, to: bmg, within: 5 working days}\n"
    "      - {after: 2 missed, to: board, within: 2 days}\n";
const std::string procedure =
    "escalations:\n"
    "  - id: resolution\n"
    "    stages:\n"
    "      - {to: qa, within: 2 days}\n"
    "      - {to: bmg, within: 5 working days}\n"
    "      - {to: board}\n";
const std::string report = "- what: Report\n  to: bmg\n  due: June 2019, Oct 2019, Feb 2020\n";

Obligations owed_of(const std::string& escalations, const std::string& promises,
                    const std::string& records) {
  std::vector<Source> sources{{"partnership.yaml", small_partnership + escalations},
                              {"plan.yaml", small_plan(promises)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  return expand_obligations(sound(std::move(sources)));
}

/// `late 1 bmg 2019-07-08 overdue`, one line a step.
std::string shown(const Obligations& owed, const Escalations& found) {
  const Partnership& partnership = owed.partnership();
  std::string out;
  for (const EscalationStep& step : found.steps)
    out += partnership[step.escalation].id + " " + std::to_string(step.stage) + " " +
           (step.to ? partnership[step.to].id : "nobody") + " " +
           (step.due ? iso(*step.due) : "no day") + " " + std::string(to_string(step.state)) + "\n";
  return out;
}

std::string steps_of(const std::string& escalations, const std::string& promises,
                     const std::string& records, const char* as_at) {
  const Obligations owed = owed_of(escalations, promises, records);
  return shown(owed, find_escalations(owed, *parse_date(as_at)));
}

/// `file:line code`, one line each.
std::string told(const std::string& escalations, const std::string& records) {
  std::vector<Source> sources{{"partnership.yaml", small_partnership + escalations},
                              {"plan.yaml", small_plan(report)}};
  if (!records.empty()) sources.push_back({"records.yaml", small_records(records)});
  const auto result = read_sources(std::move(sources));
  std::string out;
  for (const Diagnostic& d : result.diagnostics())
    out += std::string(d.where.name()) + ":" + std::to_string(d.where.begin.line) + " " + d.code +
           "\n";
  return out;
}

/// The parts of a cell of the page's tables.
std::vector<std::string> parts_of(const std::string& cell) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < cell.size();) {
    const std::size_t end = std::min(cell.find(';', at), cell.size());
    parts.push_back(trimmed(std::string_view(cell).substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

const char* const page = SAFEGOV_SOURCE_DIR "/docs/escalation.md";

}  // namespace

TEST_CASE("every row of the table of steps after a miss holds", "[escalation][docs]") {
  const auto rows = table_of(file_text(page), "| limit | records | as at | step |");
  REQUIRE(rows.size() > 20);
  for (const auto& row : rows) {
    CAPTURE(row);
    const std::string within = row[0].empty() ? "" : ", within: " + row[0];
    std::string records;
    for (const std::string& part : parts_of(row[1])) {
      const std::string kind = part.substr(0, part.find(' '));
      records += "- " + kind + ": p/1.1/bmg\n  date: " + part.substr(part.find("20"), 10) + "\n";
      if (kind == "escalated") records += "  to: " + part.substr(10, part.find(" 20") - 10) + "\n";
      if (part.find("until ") != std::string::npos)
        records += "  until: " + part.substr(part.find("until ") + 6) + "\n";
    }
    const Obligations owed =
        owed_of("escalations:\n  - id: late\n    stages:\n      - {after: 1 missed, to: bmg" +
                    within + "}\n      - {after: 2 missed, to: board}\n",
                "- what: Report\n  to: bmg\n  due: June 2019\n", records);
    const auto found = find_escalations(owed, *parse_date(row[2]));
    const std::string state(found.steps.empty() ? "" : to_string(found.steps[0].state));
    CHECK(state == row[3]);
  }
}

TEST_CASE("every row of the table of a dispute's next step holds", "[escalation][docs]") {
  const auto rows = table_of(file_text(page), "| limit of stage 1 | records | as at | stage 2 |");
  REQUIRE(rows.size() > 10);
  for (const auto& row : rows) {
    CAPTURE(row);
    const std::string within = row[0].empty() ? "" : ", within: " + row[0];
    std::string records;
    for (const std::string& part : parts_of(row[1])) {
      const char* const bodies[] = {"qa", "bmg", "board"};
      const bool settled = part.starts_with("settled");
      records += std::string("- ") + (settled ? "settled" : "escalated") +
                 ": resolution/7\n  date: " + part.substr(part.find("20"), 10) + "\n";
      if (!settled)
        records += std::string("  to: ") + bodies[static_cast<std::size_t>(part[6] - '1')] + "\n";
    }
    const Obligations owed =
        owed_of("escalations:\n  - id: resolution\n    stages:\n      - {to: qa" + within +
                    "}\n      - {to: bmg}\n      - {to: board}\n",
                report, records);
    std::string state;
    for (const EscalationStep& step : find_escalations(owed, *parse_date(row[2])).steps)
      if (step.stage == 2) state = to_string(step.state);
    CHECK(state == row[3]);
  }
}

TEST_CASE("the tables reach every state of a step, and the page lists them all",
          "[escalation][docs]") {
  const std::string text = file_text(page);
  const auto listed = table_of(text, "| step | when |");
  auto rows = table_of(text, "| limit | records | as at | step |");
  const auto more = table_of(text, "| limit of stage 1 | records | as at | stage 2 |");
  rows.insert(rows.end(), more.begin(), more.end());
  CHECK(listed.size() == step_state_count);
  for (const std::string_view word : words_of<StepState>()) {
    CAPTURE(word);
    CHECK(std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row[3] == word; }));
    CHECK(std::any_of(listed.begin(), listed.end(),
                      [&](const auto& row) { return row[0] == "`" + std::string(word) + "`"; }));
  }
}

TEST_CASE("each miss goes to the furthest stage whose count it reaches", "[escalation]") {
  CHECK(steps_of(two_stages, report, "", "2020-03-20") ==
        "late 1 bmg 2019-07-08 overdue\n"
        "late 2 board 2019-11-03 overdue\n"
        "late 2 board 2020-03-03 overdue\n");
}

TEST_CASE("what came in late was missed, and counts towards the next stage", "[escalation]") {
  CHECK(steps_of(two_stages, report, "- received: p/1.1/bmg of June 2019\n  date: 2019-07-01\n",
                 "2019-11-01") ==
        "late 1 bmg 2019-07-08 not_needed\n"
        "late 2 board 2019-11-03 due\n");
}

TEST_CASE("in a row means that nothing came in on time in between", "[escalation]") {
  const std::string in_a_row =
      "escalations:\n  - id: late\n    stages:\n      - {after: 1 missed, to: bmg}\n"
      "      - {after: 2 missed in a row, to: board}\n";
  const std::string oct = "p/1.1/bmg of Oct 2019\n  date: 2019-10-09\n";
  const std::string twice = "late 1 bmg no day due\nlate 2 board no day due\n",
                    once = "late 1 bmg no day due\nlate 1 bmg no day due\n";
  CHECK(steps_of(in_a_row, report, "", "2019-11-01") == twice);
  CHECK(steps_of(in_a_row, report, "- received: " + oct, "2020-03-01") == once);
  // What need not come is passed over.
  CHECK(steps_of(in_a_row, report, "- waived: " + oct, "2020-03-01") == twice);
  // In all, it does not matter what came in between.
  const std::string in_all =
      "escalations:\n  - id: late\n    stages:\n"
      "      - {after: 2 missed, to: board}\n";
  CHECK(steps_of(in_all, report, "- received: " + oct, "2020-03-01") ==
        "late 1 board no day due\n");
}

TEST_CASE("misses are counted per promise, per line, or per body that owes", "[escalation]") {
  const std::string promises =
      "- {what: A, id: a, to: bmg, due: June 2019}\n"
      "- {what: B, id: b, to: bmg, due: Oct 2019}\n"
      "- {what: C, id: c, to: board, due: Feb 2020}\n";
  const auto counted = [&](const std::string& per) {
    const Obligations owed =
        owed_of("escalations:\n  - id: late\n" + per +
                    "    stages:\n      - {after: 1 missed, to: bmg}\n      - {after: 2 missed, "
                    "to: board}\n      - {after: 3 missed, to: qa}\n",
                promises, "");
    std::string stages;
    for (const EscalationStep& step : find_escalations(owed, Date(2020, 3, 1)).steps)
      stages += std::to_string(step.stage);
    return stages;
  };
  std::string line = counted("    per: line\n"), body = counted("    per: body\n");
  CHECK(counted("") == "111");
  CHECK(counted("    per: promise\n") == "111");
  std::ranges::sort(line);
  CHECK(line == "112");
  CHECK(body == "123");
}

TEST_CASE("an escalation is of those obligations that its line names", "[escalation]") {
  const std::string promises =
      "- {what: A, to: bmg, due: June 2019}\n"
      "- {what: B, from: bmg, to: board, due: June 2019}\n";
  const auto rows = [&](const std::string& of) {
    const Obligations owed = owed_of("escalations:\n  - id: late\n    of: {" + of +
                                         "}\n    stages:\n      - {after: 1 missed, to: board}\n",
                                     promises, "");
    std::string ids;
    for (const EscalationStep& step : find_escalations(owed, Date(2019, 7, 1)).steps)
      ids += owed[step.rows.back()].id() + " ";
    return ids;
  };
  const std::string a = "p/1.1/bmg@2019-06 ", b = "p/1.1/board@2019-06 ";
  CHECK(rows("to: bmg") == a);
  CHECK(rows("from: bmg") == b);
  CHECK(rows("from: qa, to: bmg") == a);
  CHECK(rows("from: qa, to: board").empty());
  CHECK(rows("from: bmg, to: board") == b);
}

TEST_CASE("a step knows what was counted, since when, and by which record it was taken",
          "[escalation]") {
  const Obligations owed = owed_of(two_stages, report,
                                   "- escalated: p/1.1/bmg of Oct 2019\n  to: board\n"
                                   "  date: 2019-11-02\n");
  const auto found = find_escalations(owed, Date(2019, 12, 1));
  REQUIRE(found.steps.size() == 2);
  const EscalationStep& step = found.steps[1];
  CHECK(step.rows == std::vector<std::uint32_t>{0, 1});
  CHECK(step.since == Date(2019, 11, 1));
  CHECK(step.taken == Date(2019, 11, 2));
  CHECK(step.record == 0U);
  CHECK_FALSE(step.resolved);
  CHECK(found.counts()[static_cast<std::size_t>(StepState::taken)] == 1);
}

TEST_CASE("a limit in working days goes by the partnership's calendar", "[escalation]") {
  // 1 December 2020 to 29 January 2021, over Christmas: 25 and 28 December, 1 January.
  const std::string escalations =
      "escalations:\n  - id: late\n    stages:\n"
      "      - {after: 1 missed, to: bmg, within: 20 working days}\n";
  CHECK(steps_of(escalations, "- {what: A, to: bmg, due: 30 Nov 2020}\n", "", "2020-12-02") ==
        "late 1 bmg 2020-12-31 due\n");
}

TEST_CASE("a limit in years that no calendar covers is an error, not a guess", "[escalation]") {
  const std::string promise = "- {what: A, to: bmg, due: June 2030}\n";
  const Obligations owed = owed_of(two_stages, promise, "");
  CHECK_NOTHROW(find_escalations(owed, Date(2030, 6, 30)));  // nothing is missed yet
  CHECK_THROWS_AS(find_escalations(owed, Date(2030, 7, 1)), OutsideCalendar);
}

TEST_CASE("hours are kept, and are no days", "[escalation]") {
  const std::string escalations =
      "escalations:\n  - id: late\n    stages:\n"
      "      - {after: 1 missed, to: bmg, within: 24 hours}\n";
  const Obligations owed = owed_of(escalations, report, "");
  const auto found = find_escalations(owed, Date(2019, 10, 1));
  CHECK(shown(owed, found) == "late 1 bmg no day due\n");
  const std::string text = render(owed, found, Format::text);
  CHECK(text.find("its day cannot be told") != std::string::npos);
  CHECK(text.find("within 24 hours") != std::string::npos);
}

TEST_CASE("a step goes to who has taken over by its day, and either may be named", "[escalation]") {
  const std::string succession =
      "  - id: old\n    until: 2019-07-04\n  - id: new\n    from: 2019-07-05\n    succeeds: old\n"
      "  - id: gone\n    until: 2019-07-04\n"
      "escalations:\n  - id: a\n    stages:\n      - {after: 1 missed, to: old, within: 3 days}\n"
      "  - id: b\n    stages:\n      - {after: 1 missed, to: old, within: 4 days}\n"
      "  - id: c\n    stages:\n      - {after: 1 missed, to: gone, within: 9 days}\n";
  const auto with = [&](const std::string& to, const std::string& date) {
    return steps_of(succession, "- {what: A, to: bmg, due: June 2019}\n",
                    "- escalated: p/1.1/bmg\n  to: " + to + "\n  date: " + date + "\n",
                    "2019-07-20");
  };
  CHECK(with("old", "2019-07-02") ==
        "a 1 old 2019-07-04 taken\nb 1 new 2019-07-05 taken\nc 1 nobody 2019-07-10 overdue\n");
  CHECK(with("new", "2019-07-05") ==
        "a 1 old 2019-07-04 taken_late\nb 1 new 2019-07-05 taken\nc 1 nobody 2019-07-10 overdue\n");
  // Before it had taken over, it stood for nobody.
  CHECK(with("new", "2019-07-04") ==
        "a 1 old 2019-07-04 overdue\nb 1 new 2019-07-05 overdue\nc 1 nobody 2019-07-10 overdue\n");
}

TEST_CASE("an extension resolves a miss, and missing the new date is another", "[escalation]") {
  const std::string records =
      "- extended: p/1.1/bmg\n  until: Aug 2019\n  date: 2019-07-04\n"
      "- escalated: p/1.1/bmg\n  to: board\n  date: 2019-09-02\n";
  const std::string promise = "- {what: A, to: bmg, due: June 2019}\n";
  CHECK(steps_of(two_stages, promise, records, "2019-07-03") == "late 1 bmg 2019-07-08 due\n");
  CHECK(steps_of(two_stages, promise, records, "2019-08-31") ==
        "late 1 bmg 2019-07-08 not_needed\n");
  CHECK(steps_of(two_stages, promise, records, "2019-09-02") ==
        "late 1 bmg 2019-07-08 not_needed\nlate 2 board 2019-09-03 taken\n");
}

TEST_CASE("what is bound to a meeting that does not take place is missed by nobody",
          "[escalation]") {
  std::string partnership = small_partnership;
  partnership.replace(partnership.find("    name: Management Group\n"), 0,
                      "    meets: 5 June 2019\n");
  const Obligations owed = expand_obligations(sound(
      {{"partnership.yaml", partnership + two_stages},
       {"plan.yaml", small_plan("- {what: A, to: bmg, due: bmg of June 2019}\n")},
       {"records.yaml", small_records("- cancelled: bmg of June 2019\n  date: 2019-06-04\n")}}));
  CHECK(find_escalations(owed, Date(2019, 7, 1)).steps.empty());
  CHECK(find_escalations(owed, Date(2019, 7, 1), Date(2019, 6, 3)).steps.size() == 1);
}

TEST_CASE("what had not been written down was not known, and what is retracted counts no more",
          "[escalation]") {
  const std::string records =
      "- escalated: p/1.1/bmg\n  to: bmg\n  date: 2019-07-03\n  recorded: 2019-07-20\n"
      "- retracted: escalated p/1.1/bmg\n  date: 2019-08-01\n";
  const Obligations owed = owed_of(two_stages, "- {what: A, to: bmg, due: June 2019}\n", records);
  const auto state = [&](std::optional<Date> known) {
    return find_escalations(owed, Date(2019, 9, 1), known).steps.at(0).state;
  };
  CHECK(state(Date(2019, 7, 19)) == StepState::overdue);
  CHECK(state(Date(2019, 7, 20)) == StepState::taken);
  CHECK(state(Date(2019, 8, 1)) == StepState::overdue);
  CHECK(state({}) == StepState::overdue);
}

TEST_CASE("a dispute goes from stage to stage, each in the time of the one before",
          "[escalation]") {
  const std::string begun = "- escalated: resolution/7\n  to: qa\n  date: 2019-07-01\n";
  CHECK(steps_of(procedure, report, begun, "2019-06-30").empty());
  CHECK(steps_of(procedure, report, begun, "2019-07-02") ==
        "resolution 1 qa 2019-07-01 taken\nresolution 2 bmg 2019-07-03 not_due\n");
  const std::string second = begun + "- escalated: resolution/7\n  to: bmg\n  date: 2019-07-05\n";
  CHECK(steps_of(procedure, report, second, "2019-07-12") ==
        "resolution 1 qa 2019-07-01 taken\nresolution 2 bmg 2019-07-03 taken_late\n"
        "resolution 3 board 2019-07-12 due\n");
  const Obligations owed =
      owed_of(procedure, report, second + "- settled: resolution/7\n  date: 2019-07-11\n");
  const auto found = find_escalations(owed, Date(2019, 8, 1));
  CHECK(shown(owed, found) ==
        "resolution 1 qa 2019-07-01 taken\nresolution 2 bmg 2019-07-03 taken_late\n"
        "resolution 3 board 2019-07-12 not_needed\n");
  REQUIRE(found.disputes.size() == 1);
  CHECK(found.disputes[0] == DisputeStanding{.dispute = {0},
                                             .raised = Date(2019, 7, 1),
                                             .stage = 2,
                                             .since = Date(2019, 7, 5),
                                             .settle_by = Date(2019, 7, 12),
                                             .settled = Date(2019, 7, 11),
                                             .record = 2});
}

TEST_CASE("who goes straight to a later stage has passed over those before it", "[escalation]") {
  CHECK(steps_of(procedure, report, "- escalated: resolution/7\n  to: board\n  date: 2019-07-01\n",
                 "2019-08-01") ==
        "resolution 1 qa 2019-07-01 bypassed\nresolution 2 bmg 2019-07-01 bypassed\n"
        "resolution 3 board 2019-07-01 taken\n");
}

TEST_CASE("records that took no step are listed", "[escalation]") {
  const std::string none = "- escalated: p/1.1/bmg of June 2019\n  to: ";
  const Obligations owed = owed_of(two_stages, report,
                                   none + "bmg\n  date: 2019-06-30\n" +     // not missed yet
                                       none + "qa\n  date: 2019-07-02\n" +  // no stage
                                       none + "bmg\n  date: 2019-07-02\n" + none +
                                       "board\n  date: 2019-07-03\n");  // done already
  CHECK(find_escalations(owed, Date(2019, 8, 1)).others == std::vector<std::uint32_t>{0, 1, 3});
  CHECK(find_escalations(owed, Date(2019, 6, 30)).others == std::vector<std::uint32_t>{0});
  const Obligations settled = owed_of(procedure, report,
                                      "- escalated: resolution/7\n  to: qa\n  date: 2019-07-01\n"
                                      "- settled: resolution/7\n  date: 2019-07-02\n"
                                      "- escalated: resolution/7\n  to: bmg\n  date: 2019-07-03\n");
  CHECK(find_escalations(settled, Date(2019, 8, 1)).others == std::vector<std::uint32_t>{2});
}

TEST_CASE("that something was escalated changes no state of what is owed", "[escalation]") {
  const auto states = [](const std::string& records) {
    const Obligations owed = owed_of("", report, records);
    std::vector<State> all;
    for (Date day(2019, 4, 1); day < Date(2020, 4, 1); day = add_days(day, 1)) {
      const Assessment state = assess(owed, day);
      all.insert(all.end(), state.states().begin(), state.states().end());
    }
    return all;
  };
  std::string records = "- received: p/1.1/bmg of Oct 2019\n  date: 2019-11-05\n", more = records;
  for (const char* const of : {"June 2019", "Oct 2019", "Feb 2020"})
    for (const char* const date : {"2019-05-01", "2019-07-03", "2019-11-06"})
      more +=
          std::string("- escalated: p/1.1/bmg of ") + of + "\n  to: board\n  date: " + date + "\n";
  CHECK(states(records) == states(more));
}

TEST_CASE("stages that cannot be followed are told, each at its place", "[escalation]") {
  const auto stages = [](const std::string& text) {
    return told("escalations:\n  - id: late\n    stages:\n" + text, "");
  };
  // The partnership has 13 lines, these begin at 17.
  CHECK(stages("      - {after: 1 missed, to: nobody}\n") == "partnership.yaml:17 SG102\n");
  CHECK(stages("      - {after: 2 missed, to: bmg}\n      - {after: 1 missed, to: board}\n") ==
        "partnership.yaml:18 SG132\n");
  CHECK(stages("      - {after: 2 missed, to: bmg}\n      - {after: 2 missed, to: board}\n") ==
        "partnership.yaml:18 SG132\n");
  CHECK(stages("      - {after: 1 missed, to: bmg, within: soon}\n") ==
        "partnership.yaml:17 SG018\n");
  for (const char* const within :
       {"5", "days", "-1 days", "1000 days", "five days", "2 months", "5 working days or so"}) {
    CAPTURE(within);
    CHECK(stages(std::string("      - {after: 1 missed, to: bmg, within: ") + within + "}\n") ==
          "partnership.yaml:17 SG018\n");
  }
  for (const char* const after : {"missed", "0 missed", "100 missed", "1", "2 missed together"}) {
    CAPTURE(after);
    CHECK(stages(std::string("      - {to: bmg, after: ") + after + "}\n") ==
          "partnership.yaml:17 SG018\n");
  }
  CHECK(stages("      - {after: 1 missed}\n") == "partnership.yaml:17 SG016\n");
  CHECK(stages("      - {to: bmg}\n      - {after: 1 missed, to: board}\n") ==
        "partnership.yaml:18 SG132\n");
  CHECK(told(two_stages + "  - id: late\n    stages:\n      - {to: bmg}\n", "") ==
        "partnership.yaml:19 SG101\n");
  CHECK(told("escalations:\n  - id: a/b\n    stages:\n      - {to: bmg}\n", "") ==
        "partnership.yaml:15 SG018\n");
  CHECK(stages("      - {after: 2 missed, to: bmg}\n      - {after: 2 missed in a row, to: bmg}\n")
            .empty());
}

TEST_CASE("a record about an unknown thing is told at its place", "[escalation]") {
  const auto of = [](const std::string& escalations, const std::string& record) {
    return told(escalations, "- " + record + "\n  date: 2019-07-04\n");
  };
  const std::string first = "records.yaml:4 ";
  CHECK(of(two_stages, "escalated: p/1.1/bgm of June 2019\n  to: bmg") == first + "SG103\n");
  CHECK(of(two_stages, "escalated: p/1.1/bmg of July 2019\n  to: bmg") == first + "SG103\n");
  CHECK(of(two_stages, "escalated: p/1.1/bmg\n  to: bmg") == first + "SG110\n");
  CHECK(of(two_stages, "escalated: p/1.1/bmg of June 2019") == first + "SG016\n");
  CHECK(of(two_stages, "escalated: p/1.1/bmg of June 2019\n  to: nobody") ==
        "records.yaml:5 SG102\n");
  CHECK(of(two_stages, "escalated: p/1.1\n  to: bmg") == first + "SG116\n");
  CHECK(of(two_stages, "escalated: late/7\n  to: bmg") == first + "SG103\n");
  CHECK(of(procedure, "escalated: resolutoin/7\n  to: qa") == first + "SG103\n");
  CHECK(of(procedure, "escalated: resolution\n  to: qa") == first + "SG018\n");
  CHECK(of(procedure, "escalated: resolution/the first one\n  to: qa") == first + "SG018\n");
  CHECK(of(procedure, "escalated: qa of June 2019\n  to: qa") == first + "SG103\n");
  CHECK(of(procedure, "settled: resolution/7") == first + "SG103\n");
  CHECK(of(procedure, "settled: p/1.1/bmg of June 2019") == first + "SG116\n");
  CHECK(of(procedure, "received: p/1.1/bmg of June 2019\n  to: bmg") == "records.yaml:5 SG117\n");
  const std::string raised = "escalated: resolution/7\n  to: qa\n  date: 2019-07-05\n- ";
  CHECK(of(procedure, raised + "settled: resolution/7") == "records.yaml:8 SG114\n");
  CHECK(of(procedure, raised + "settled: resolution/8") == "records.yaml:7 SG103\n");
  CHECK(of(procedure, raised + "received: resolution/7") == "records.yaml:7 SG116\n");
  CHECK(of(procedure, raised + "decided: resolution/7").empty());
  CHECK(of(procedure, raised + "settled: resolution/7\n  date: 2019-07-06\n"
                               "- settled: resolution/7") ==
        "records.yaml:9 SG113\nrecords.yaml:10 SG114\n");
}
