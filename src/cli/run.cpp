// From words to a command, and from whatever happens to an exit code.
// SPDX-License-Identifier: Apache-2.0

#include <algorithm>
#include <array>
#include <ostream>

#include <safegov/cli.hpp>

#include "base/text.hpp"
#include "cli/commands.hpp"
#include "cli/common.hpp"

namespace safegov {
namespace internal {
namespace {

constexpr Option fail_on{"--fail-on", "STATE,…",
                         "Exit 1 if any obligation is in one of these states."};
constexpr std::array judging{
    option::as_at,
    option::known_at,
    option::of,
    Option{"--by", "FIELD", "Count by plan, priority, objective, action, lead, from, to or state."},
    Option{"--only", "STATE,…", "List obligations in these states only."},
    fail_on,
    option::soon,
    option::plan_table,
    option::calendar,
    option::colour};
constexpr std::array planning{
    Option{"--body", "ID", "Whose meetings; needed."},
    Option{"--meeting", "DATE", "Only this meeting: 'Oct 2019', or the day it was moved to."},
    option::of,
    option::as_at,
    option::known_at,
    option::soon,
    option::table,
    option::calendar,
    option::colour};
constexpr Option to_whom{"--to", "ID", "Who is to hear it; who is at the top unless given."};
constexpr Option escalating{"--escalations", "", "Along the lines of escalation as well."};
constexpr std::array arriving{
    Option{"--raised", "DATE", "The day on which the concern is raised; needed."},
    Option{"--from", "ID", "Raised in this body; in each of them unless given."},
    to_whom,
    escalating,
    Option{"--as-at", "DATE", "How meetings stood on this day; by all records unless given."},
    option::known_at,
    option::table,
    option::calendar,
    option::colour};
constexpr std::array assuring{to_whom,       escalating,       option::as_at, option::known_at,
                              option::table, option::calendar, option::colour};
constexpr std::array reviewing{
    option::as_at,
    option::known_at,
    Option{"--only", "RULE,…", "Only these rules, by code or name."},
    Option{"--allow", "RULE,…", "Let what these rules say stand, this time."},
    Option{"--baseline", "FILE", "Pass over the findings that this file has."},
    Option{"--write-baseline", "FILE", "Write the findings there are into a file."},
    Option{"--fail-on", "SEVERITY",
           "Exit 1 from note, warning or error on, or for nothing; warning."},
    Option{"--project", "FILE", "The project's settings; .safegov.yaml, where there is one."},
    Option{"--fix", "",
           "Write ids and keys that are misspelt, where it is certain, into the files."},
    Option{"--format", "text|json|sarif|junit", "How to print it; text unless given."},
    option::calendar,
    option::colour};
constexpr std::array packing{
    Option{"--body", "ID", "Whose meeting it is for; who is at the top unless given."},
    Option{"--since", "DATE", "What is new since this day; the body's last meeting unless given."},
    option::as_at,
    option::known_at,
    option::of,
    option::soon,
    Option{"--section", "KEY,…", "Only these sections: overdue, ratings, …"},
    Option{"--without-diagram", "", "Who answers to whom as a list, even where Graphviz is."},
    Option{"--format", "FORMAT", "html, text, markdown, json or csv; html unless given."},
    option::output,
    Option{"--into", "FOLDER", "A page for each of many partnerships, and one that leads to them."},
    option::jobs,
    option::calendar,
    option::colour};
constexpr std::array gating{
    option::as_at,
    option::known_at,
    Option{"--baseline", "FILE", "What is known, and fails no more."},
    Option{"--write-baseline", "FILE", "Take what there is now as known, into FILE."},
    Option{"--on", "KIND,…", "Look at overdue, ratings or findings only; all three."},
    Option{"--junit", "FILE", "Write JUnit's XML as well, a test case for each problem."},
    Option{"--code-quality", "FILE", "Write GitLab's report of code quality as well."},
    Option{"--annotations", "github", "Print GitHub's workflow commands below the three lines."},
    Option{"--project", "FILE", "The project's settings; .safegov.yaml, where there is one."},
    option::format,
    option::calendar,
    option::colour};
constexpr std::array certifying{
    option::as_at,
    option::known_at,
    Option{"--check", "FILE", "Say whether this certificate still holds."},
    option::soon,
    option::output,
    option::calendar,
    option::colour};
constexpr std::array rating{
    option::as_at,
    option::known_at,
    Option{"--by", "KIND", "Only plans, priorities, objectives or actions: plan, priority, …"},
    option::soon,
    option::table,
    option::calendar,
    option::colour};
constexpr std::array covering{
    option::as_at,
    option::known_at,
    Option{"--days", "N", "How far back to look for what reached the top; 365."},
    option::plan_table,
    option::calendar,
    option::colour};
constexpr std::array escalating_steps{option::as_at, option::known_at, option::table,
                                      option::calendar, option::colour};
constexpr std::array chasing{
    option::as_at,
    option::known_at,
    Option{"--body", "ID", "Only what this body is to be asked for."},
    option::of,
    option::soon,
    Option{"--letters", "", "Letters instead, one to each body, with a form feed between them."},
    Option{"--into", "FOLDER", "With '--letters': a file for each in this folder instead."},
    option::document,
    option::output,
    option::calendar,
    option::colour};
constexpr std::array sampling{
    option::as_at,
    option::known_at,
    Option{"--size", "N", "How many to draw; needed."},
    Option{"--seed", "WORDS", "What the draw hangs on; the day of --as-at unless given."},
    Option{"--from", "STATE,…", "Of what: received or received-late; both unless given."},
    option::of,
    option::document,
    option::output,
    option::calendar,
    option::colour};
constexpr std::array explaining{option::as_at,  option::known_at, option::soon,
                                option::format, option::calendar, option::colour};
constexpr std::array supposing{option::as_at, option::known_at, option::soon,
                               option::table, option::calendar, option::colour};
constexpr std::array differing{
    Option{"--since", "DATE", "The day to judge A by, or PATH before; --as-at's unless given."},
    option::as_at,
    option::known_at,
    Option{"--known-since", "DATE", "The same of A; as --known-at unless given."},
    Option{"--fail-on", "KIND,…", "Exit 1 if anything is gone, slipped, overdue, …"},
    option::of,
    option::soon,
    option::plan_table,
    option::calendar,
    option::colour};
constexpr std::array rolling_over{
    option::as_at,
    option::known_at,
    Option{"--fail-on", "OUTCOME,…", "Exit 1 if anything has vanished; or was dropped, …"},
    option::plan_table,
    option::calendar,
    option::colour};
constexpr std::array over_time{
    Option{"--from", "DATE", "The first day; of the plans unless given."},
    Option{"--to", "DATE", "The last day; of the plans unless given."},
    Option{"--every", "day|week|month|meeting", "Which days; by month as text, every day as CSV."},
    Option{"--body", "ID", "With '--every meeting': whose meetings; all of them unless given."},
    option::of,
    Option{"--burn-up", "", "What was promised by each day, beside what had come in."},
    Option{"--intervals", "", "From when to when each obligation was in which state."},
    option::known_at,
    option::soon,
    option::table,
    option::calendar,
    option::colour};
constexpr std::array surveying{
    option::as_at,
    option::known_at,
    Option{"--sort", "path|overdue", "As given, or most overdue first; path unless given."},
    Option{"--joint", "", "The bodies that sit in several of them, instead of a line each."},
    fail_on,
    option::soon,
    option::jobs,
    option::table,
    option::calendar,
    option::colour};
constexpr std::array connecting{
    option::as_at,
    Option{"--since", "DATE", "Say what is different from what was on that day."},
    Option{"--meetings", "", "Say how much each coming meeting of each body is to receive."},
    option::along,
    Option{"--format", "FORMAT", "text, json, csv or dot; text unless given."},
    option::calendar,
    option::colour};
constexpr std::array routing{
    Option{"--on", "DATE", "The day of the structure, 2019-11-01; today unless given."},
    Option{"--to", "BODY", "Where to; to the top unless given."},
    Option{"--all", "", "Every route on which no body comes twice, up to a thousand."},
    option::along,
    option::format,
    option::calendar,
    option::colour};
constexpr std::array recording{
    Option{"--date", "DATE", "The day it happened; needed."},
    Option{"--until", "WORDS", "Of what was extended or moved: its new date, 'Feb 2020'."},
    Option{"--rating", "BAND", "Of what was rated: 'green'."},
    Option{"--quorum", "WORD", "Of a meeting that was held: 'met' or 'not-met'."},
    Option{"--to", "BODY", "Of what is escalated: to whom it was taken."},
    Option{"--by", "BODY", "Who received it, or who decided."},
    Option{"--reference", "TEXT", "The evidence: 'QA minutes, item 4'."},
    Option{"--reason", "TEXT", "Why, for what was decided."},
    Option{"--recorded", "DATE", "The day it was written down, if that is another."},
    Option{"--replaced-by", "ID", "Of what is superseded: what took its place."},
    Option{"--id", "ID", "An id to retract it by."},
    Option{"--into", "FILE", "The file of records to add to, if there are several."},
    option::calendar,
    option::colour};
constexpr std::array listing_rows{
    Option{"--row", "ID,…", "Only these rows, with everything that they owe."},
    option::as_at,
    option::known_at,
    option::soon,
    option::table,
    option::calendar,
    option::colour};
constexpr std::array triggering{
    Option{"--dates", "DATE,…", "The days on which it happened; needed, and not kept."},
    option::calendar, option::colour};
constexpr std::array counting{
    Option{"--from", "DATE", "The day of the event that starts it: of 'notification', …; needed."},
    Option{"--event", "NAME=DATE,…", "Days of other events, for other readings: 'awareness=…'."},
    Option{"--done", "DATE", "Say whether what was done on this day was in time."},
    option::format,
    option::calendar,
    option::colour};
constexpr std::array listing_clocks{option::table, option::calendar, option::colour};
constexpr std::array keeping_diaries{
    option::as_at,
    option::known_at,
    Option{"--body", "ID", "What it owes and is owed, and its meetings; of all unless given."},
    option::of,
    option::soon,
    Option{"--alarm", "DAYS,…", "How many days before a deadline to remind, or none; 30,7."},
    option::output,
    Option{"--into", "FOLDER", "Write a file for each body, FOLDER/ID.ics."},
    option::calendar,
    option::colour};
constexpr std::array reading{option::format, option::calendar, option::colour};
constexpr std::array listing{option::of, option::table, option::calendar, option::colour};
constexpr std::array schema_options{
    Option{"--format", "json|markdown", "JSON Schema, or the format's reference page."}};

constexpr std::string_view paths_are =
    "PATH is a file, a folder (every .yaml and .csv in it) or '-' for standard input;\n"
    "all of them together make one partnership.";

constexpr std::array all_commands{
    Command{"assess", "PATH… [--as-at DATE] [--by FIELD] [--fail-on STATE]",
            "Say where every obligation stands as at a date.", paths_are, judging, run_assess},
    Command{"obligations", "PATH…", "List what is owed: by whom, to whom, when.", paths_are,
            listing, run_obligations},
    Command{"check", "PATH…", "Say whether it is sound, and if not, everything that is wrong.",
            paths_are, reading, run_check},
    Command{
        "pack", "PATH… [--as-at DATE] [--body ID] [-o FILE]",
        "Make the pack for a meeting: one page that needs no other file.",
        "What is new since the body's last meeting, what is overdue and who owes it, ratings with\n"
        "their rules, the plans in the council's columns, what comes, what slipped, indicators,\n"
        "risks, decisions, who answers to whom, findings, and what it rests on.",
        packing, run_pack, Prints::published},
    Command{"timeline", "PATH… [--from DATE] [--to DATE]", "Count the states day by day.",
            "It shows the first day of each step; as JSON, every day. With --burn-up or\n"
            "--intervals it prints another report of the same days.",
            over_time, run_timeline},
    Command{
        "survey", "FOLDER… [--as-at DATE] [--sort overdue]",
        "Sum many partnerships up, a line each.",
        "FOLDER is a partnership, or holds one in each of its folders. What is unsound has a\n"
        "line without figures and counts in no total; the exit code is then 2. With --joint it\n"
        "shows what each body that sits in several owes to each, and is owed by each.",
        surveying, run_survey},
    Command{"agenda", "PATH… --body ID [--meeting DATE] [--as-at DATE]",
            "Say what each coming meeting of a body must receive.",
            "What is due to it, what was moved to it, what is left over from a meeting that did\n"
            "not take place, and what it should have received by now.",
            planning, run_agenda},
    Command{"diary", "PATH… [--as-at DATE] [--body ID] [-o FILE | --into FOLDER]",
            "Write deadlines and meetings as a calendar (iCalendar).",
            "An entry for each dated obligation and each known meeting. A later file that is\n"
            "read over an earlier one puts it right (docs/diary.md).",
            keeping_diaries, run_diary, Prints::members},
    Command{
        "arrival", "PATH… --raised DATE [--from ID] [--to ID]",
        "Say when a concern reaches the top, meeting by meeting.",
        "It waits for the next meeting of the body in which it is raised, and goes along a line\n"
        "to a meeting for which its paper is in on time. Median and worst are over a year.",
        arriving, run_arrival},
    Command{"assurance", "PATH… [--as-at DATE] [--to ID]",
            "Say how old is what the top can know of each body.",
            "Up to which day everything that was raised in a body has reached the top; and to\n"
            "which bodies it is blind.",
            assuring, run_assurance},
    Command{"ratings", "PATH… [--as-at DATE] [--by KIND]",
            "Rate by rule, beside what was declared, and say where the two differ.",
            "Every report has the key of its scale and the rules that it was made by. What is\n"
            "not known is unknown, and never green.",
            rating, run_ratings},
    Command{"coverage", "PATH… [--as-at DATE] [--days N]",
            "Say what the plans leave out, and which priorities reached the top.",
            "Priorities, objectives, focus groups and who leads; the gaps between them; and of\n"
            "each priority whether it reached the top with evidence, in words only, or not.",
            covering, run_coverage},
    Command{"escalation", "PATH… [--as-at DATE]",
            "Say what had to go further up, by when, and whether it did.",
            "By the partnership's own 'escalations': after misses, or stage by stage in a\n"
            "dispute. That a step was taken is a record: 'safegov record escalated'.",
            escalating_steps, run_escalation},
    Command{"chase", "PATH… [--as-at DATE] [--body ID] [--letters]",
            "Say who is to be asked for what is overdue, due or due soon.",
            "By who owes it: how long it is overdue, to whom, the way from there to the top,\n"
            "and when anything last came from them. As CSV a row each, to merge letters from;\n"
            "or the letters themselves.",
            chasing, run_chase, Prints::members},
    Command{"sample", "PATH… --size N [--as-at DATE] [--seed WORDS]",
            "Draw at random what a scrutineer is to check of what was received.",
            "Anybody who has the seed and the list draws the same (docs/chase.md). With a seed\n"
            "that is known only after everything was recorded, nobody can choose or foresee\n"
            "what is looked at.",
            sampling, run_sample},
    Command{"lint", "PATH… [--as-at DATE] [--only RULE] [--baseline FILE]",
            "Say what an inspector would: where, why it matters, what to do.",
            "Every rule of plans, structure and registers; 'safegov explain self-report' is the\n"
            "page of one. What is known to be odd can be let stand, under 'allow' in the plan.\n"
            "Exit code 1 if there are warnings or errors, or as --fail-on says.",
            reviewing, run_lint},
    Command{"gate", "PATH… [--as-at DATE] [--baseline FILE | --write-baseline FILE]",
            "Fail on what is new or worse since a baseline, in three lines.",
            "What is overdue, ratings better than by rule, and findings of warning or worse\n"
            "(docs/gate.md). Exit code 1 if anything is new or worse; without a baseline all is.",
            gating, run_gate},
    Command{"certificate", "PATH… [--as-at DATE] [-o FILE] | --check FILE PATH…",
            "Certify where everything stood, with the hashes of all that it rests on.",
            "The same texts give the same certificate, byte for byte (docs/certificate.md).\n"
            "With --check it is worked out again, and what differs is said; exit code 1 if\n"
            "anything does.",
            certifying, run_certificate},
    Command{"network", "PATH… [--as-at DATE] [--since DATE | --meetings]",
            "Say who answers to whom, and what hangs on whom.",
            "The bodies below the top, each under the next on its route; how many report to each,\n"
            "how much is owed to it, how many reach the top only through it; and what is odd.",
            connecting, run_network},
    Command{"route", "BODY PATH… [--to BODY] [--on DATE] [--all]",
            "Say by what way a body answers to the top, line by line.",
            "Every line with its place. A line with a condition is taken only where there is no\n"
            "other way.",
            routing, run_route},
    Command{
        "register", "[NAME] PATH… [--row ID,…] [--as-at DATE]",
        "Say what stands in the lists beside the plans.",
        "NAME is a register (docs/registers.md), such as decisions: its rows, what each owes and\n"
        "amounts to, and what is odd. Without a name, a line for each register.",
        listing_rows, run_register},
    Command{"trigger", "RULE PATH… --dates DATE,…",
            "Say on which day a rule of 'so many in so many days' is met, and what is then owed.",
            "RULE is a row of the register trigger-rules (docs/registers/trigger-rules.md). The\n"
            "days are counted and forgotten: nothing of whom they are is asked, or kept.",
            triggering, run_trigger},
    Command{"clocks", "[PATH…]", "List the time limits of law and guidance, and who says so.",
            "With PATH, the partnership's own as well, which go before those of the same id.",
            listing_clocks, run_clocks},
    Command{"clock", "ID [PATH…] --from DATE [--event NAME=DATE] [--done DATE]",
            "Say what day a time limit comes to, step by step.",
            "ID is one that 'safegov clocks' lists (docs/clocks.md). The version in force on\n"
            "the day of the event holds; where a rule is read in several ways, each is\n"
            "counted. What is printed is computed, and no legal advice.",
            counting, run_clock},
    Command{"explain", "CODE… | SCALE [PATH…] | ID PATH… --as-at DATE | STATE PATH… --as-at DATE",
            "Explain a code or a scale; or why an obligation is in its state, an action rated so.",
            "Without words it lists the codes. With paths it names the rule, the facts and where\n"
            "they stand, and the arithmetic on days.",
            explaining, run_explain},
    Command{
        "what-if", "FILE PATH… [--as-at DATE]", "Say what a change would change.",
        "FILE holds records that could come to be, and hand-overs (docs/what-if.md). Nothing is\n"
        "changed; what would be different is printed.",
        supposing, run_what_if, Prints::owners},
    Command{
        "diff", "A B [--as-at DATE] | PATH --since DATE [--as-at DATE]",
        "Say what is different between two texts, or between two dates.",
        "A, B and PATH are each a file, a folder or '-', and hold a whole partnership. It tells\n"
        "what is new, closed, gone, slipped, brought forward, overdue, re-owned, re-addressed,\n"
        "reworded and re-rated (docs/diff.md); what is as it was, it counts.",
        differing, run_diff},
    Command{"rollover", "OLD NEW PATH… [--as-at DATE] [--fail-on vanished]",
            "Say what became of a plan in the next one; what vanished stands first.",
            "OLD and NEW are plans, by their ids or their files. An item is carried by what names\n"
            "it under 'carries' (docs/diff.md); otherwise it was received, was dropped by a\n"
            "decision, or has vanished.",
            rolling_over, run_rollover},
    Command{"record", "KIND ID PATH… --date DATE", "Add a record, and change nothing else.",
            "KIND is received, partly-received, extended, waived, superseded or cancelled, of an\n"
            "obligation as 'safegov obligations' lists it ('bp-2019/2.1/bmg of Oct 2019'); held,\n"
            "moved or cancelled, of a meeting ('bmg of Oct 2019'); rated, of an action, objective\n"
            "or plan; escalated, of an obligation or a dispute; settled, of a dispute; decided or\n"
            "published, of anything; retracted, of a record.\n"
            "The file is replaced as a whole or not at all, and only if all is sound with the\n"
            "record in it. If there is no file of records yet, one is made in the first folder.",
            recording, run_record, Prints::owners},
    Command{"schema", "", "Print the JSON Schema of the plan files, for editors.", "",
            schema_options, run_schema, Prints::owners},
    Command{"new",
            "FOLDER",
            "Write a commented partnership to start from, which loads as it is.",
            "",
            {},
            run_new,
            Prints::owners},
    Command{"version", "", "Say which version this is.", "", {}, run_version, Prints::owners}};

std::string overview() {
  std::string out =
      "usage: safegov COMMAND …\n\nWhat a safeguarding partnership promised, and what became of "
      "it.\n\n";
  for (const Command& command : all_commands)
    out += "  " + std::string(command.name) + std::string(13 - command.name.size(), ' ') +
           std::string(command.summary) + "\n";
  return out +
         "\n'safegov COMMAND --help' says more. Exit codes: 0 done; 1 done, and --fail-on\n"
         "was met; 2 could not (usage, unreadable or unsound files).\n";
}

const Command& find_command(std::string_view name) {
  const auto found = std::ranges::find(all_commands, name, &Command::name);
  if (found != all_commands.end()) return *found;
  std::vector<std::string_view> known;
  for (const Command& command : all_commands) known.push_back(command.name);
  const std::string_view near = nearest(name, known);
  throw UsageError("there is no command " + in_quotes(name) +
                   (near.empty() ? "; 'safegov --help' lists them"
                                 : "; did you mean '" + std::string(near) + "'?"));
}

Exit dispatch(const std::vector<std::string>& args, const Terminal& terminal) {
  if (args.empty()) throw UsageError("no command is given; 'safegov --help' lists them");
  if (args[0] == "--help" || args[0] == "-h" || (args[0] == "help" && args.size() == 1)) {
    terminal.out << overview();
    return Exit::done;
  }
  if (args[0] == "--version") return run_version(Arguments(find_command("version"), {}), terminal);
  const bool help = args[0] == "help";
  const Command& command = find_command(args[help ? 1 : 0]);
  const Arguments arguments(command, std::span(args).subspan(help ? 2 : 1));
  if (help || arguments.has("--help")) {
    terminal.out << help_of(command);
    return Exit::done;
  }
  return command.run(arguments, terminal);
}

}  // namespace

std::span<const Command> commands() { return all_commands; }

std::string json_word(std::string_view word) {
  std::string spelled = as_word(word);
  std::ranges::replace(spelled, '-', '_');
  return spelled;
}

}  // namespace internal

Exit run(const std::vector<std::string>& args, const Terminal& terminal) {
  try {
    const Exit exit = internal::dispatch(args, terminal);
    if (!terminal.out.flush()) {
      terminal.err << "safegov: the output could not be written\n";
      return Exit::could_not;
    }
    return exit;
  } catch (const internal::UsageError& error) {
    terminal.err << "safegov: " << error.what() << '\n';
  } catch (const std::exception& error) {
    terminal.err << "safegov: this should not happen: " << error.what() << '\n';
  }
  return Exit::could_not;
}

}  // namespace safegov
