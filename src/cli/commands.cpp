// Every command: its words, what it says of itself, what it accepts, what runs it.
// SPDX-License-Identifier: Apache-2.0

#include "cli/commands.hpp"

#include <array>

#include "cli/command_options.hpp"

namespace safegov::internal {
namespace {

constexpr std::string_view paths_are =
    "PATH is a file, a folder (every .yaml and .csv in it) or '-' for standard input;\n"
    "all of them together make one partnership.";

constexpr std::array all_commands{
    Command{"assess", "PATH… [--as-at DATE] [--by FIELD] [--fail-on STATE]",
            "Say where every obligation stands as at a date.", paths_are, takes::judging,
            run_assess},
    Command{"obligations", "PATH…", "List what is owed: by whom, to whom, when.", paths_are,
            takes::listing, run_obligations},
    Command{"check", "PATH…", "Say whether it is sound, and if not, everything that is wrong.",
            paths_are, takes::reading, run_check},
    Command{
        "pack", "PATH… [--as-at DATE] [--body ID] [-o FILE]",
        "Make the pack for a meeting: one page that needs no other file.",
        "What is new since the body's last meeting, what is overdue and who owes it, ratings with\n"
        "their rules, the plans in the council's columns, what comes, what slipped, indicators,\n"
        "risks, decisions, who answers to whom, findings, and what it rests on.",
        takes::packing, run_pack, Prints::published},
    Command{"timeline", "PATH… [--from DATE] [--to DATE]", "Count the states day by day.",
            "It shows the first day of each step; as JSON, every day. With --burn-up or\n"
            "--intervals it prints another report of the same days.",
            takes::over_time, run_timeline},
    Command{
        "survey", "FOLDER… [--as-at DATE] [--sort overdue]",
        "Sum many partnerships up, a line each.",
        "FOLDER is a partnership, or holds one in each of its folders. What is unsound has a\n"
        "line without figures and counts in no total; the exit code is then 2. With --joint it\n"
        "shows what each body that sits in several owes to each, and is owed by each.",
        takes::surveying, run_survey},
    Command{"agenda", "PATH… --body ID [--meeting DATE] [--as-at DATE]",
            "Say what each coming meeting of a body must receive.",
            "What is due to it, what was moved to it, what is left over from a meeting that did\n"
            "not take place, and what it should have received by now.",
            takes::planning, run_agenda},
    Command{"diary", "PATH… [--as-at DATE] [--body ID] [-o FILE | --into FOLDER]",
            "Write deadlines and meetings as a calendar (iCalendar).",
            "An entry for each dated obligation and each known meeting. A later file that is\n"
            "read over an earlier one puts it right (docs/diary.md).",
            takes::keeping_diaries, run_diary, Prints::members},
    Command{
        "arrival", "PATH… --raised DATE [--from ID] [--to ID]",
        "Say when a concern reaches the top, meeting by meeting.",
        "It waits for the next meeting of the body in which it is raised, and goes along a line\n"
        "to a meeting for which its paper is in on time. Median and worst are over a year.",
        takes::arriving, run_arrival},
    Command{"assurance", "PATH… [--as-at DATE] [--to ID]",
            "Say how old is what the top can know of each body.",
            "Up to which day everything that was raised in a body has reached the top; and to\n"
            "which bodies it is blind.",
            takes::assuring, run_assurance},
    Command{"ratings", "PATH… [--as-at DATE] [--by KIND]",
            "Rate by rule, beside what was declared, and say where the two differ.",
            "Every report has the key of its scale and the rules that it was made by. What is\n"
            "not known is unknown, and never green.",
            takes::rating, run_ratings},
    Command{"coverage", "PATH… [--as-at DATE] [--days N]",
            "Say what the plans leave out, and which priorities reached the top.",
            "Priorities, objectives, focus groups and who leads; the gaps between them; and of\n"
            "each priority whether it reached the top with evidence, in words only, or not.",
            takes::covering, run_coverage},
    Command{"escalation", "PATH… [--as-at DATE]",
            "Say what had to go further up, by when, and whether it did.",
            "By the partnership's own 'escalations': after misses, or stage by stage in a\n"
            "dispute. That a step was taken is a record: 'safegov record escalated'.",
            takes::escalating_steps, run_escalation},
    Command{"chase", "PATH… [--as-at DATE] [--body ID] [--letters]",
            "Say who is to be asked for what is overdue, due or due soon.",
            "By who owes it: how long it is overdue, to whom, the way from there to the top,\n"
            "and when anything last came from them. As CSV a row each, to merge letters from;\n"
            "or the letters themselves.",
            takes::chasing, run_chase, Prints::members},
    Command{"sample", "PATH… --size N [--as-at DATE] [--seed WORDS]",
            "Draw at random what a scrutineer is to check of what was received.",
            "Anybody who has the seed and the list draws the same (docs/chase.md). With a seed\n"
            "that is known only after everything was recorded, nobody can choose or foresee\n"
            "what is looked at.",
            takes::sampling, run_sample},
    Command{"lint", "PATH… [--as-at DATE] [--only RULE] [--baseline FILE]",
            "Say what an inspector would: where, why it matters, what to do.",
            "Every rule of plans, structure and registers; 'safegov explain self-report' is the\n"
            "page of one. What is known to be odd can be let stand, under 'allow' in the plan.\n"
            "Exit code 1 if there are warnings or errors, or as --fail-on says.",
            takes::reviewing, run_lint},
    Command{"gate", "PATH… [--as-at DATE] [--baseline FILE | --write-baseline FILE]",
            "Fail on what is new or worse since a baseline, in three lines.",
            "What is overdue, ratings better than by rule, and findings of warning or worse\n"
            "(docs/gate.md). Exit code 1 if anything is new or worse; without a baseline all is.",
            takes::gating, run_gate},
    Command{"certificate", "PATH… [--as-at DATE] [-o FILE] | --check FILE PATH…",
            "Certify where everything stood, with the hashes of all that it rests on.",
            "The same texts give the same certificate, byte for byte (docs/certificate.md).\n"
            "With --check it is worked out again, and what differs is said; exit code 1 if\n"
            "anything does.",
            takes::certifying, run_certificate},
    Command{"network", "PATH… [--as-at DATE] [--since DATE | --meetings]",
            "Say who answers to whom, and what hangs on whom.",
            "The bodies below the top, each under the next on its route; how many report to each,\n"
            "how much is owed to it, how many reach the top only through it; and what is odd.",
            takes::connecting, run_network},
    Command{"route", "BODY PATH… [--to BODY] [--on DATE] [--all]",
            "Say by what way a body answers to the top, line by line.",
            "Every line with its place. A line with a condition is taken only where there is no\n"
            "other way.",
            takes::routing, run_route},
    Command{
        "register", "[NAME] PATH… [--row ID,…] [--as-at DATE]",
        "Say what stands in the lists beside the plans.",
        "NAME is a register (docs/registers.md), such as decisions: its rows, what each owes and\n"
        "amounts to, and what is odd. Without a name, a line for each register.",
        takes::listing_rows, run_register},
    Command{"trigger", "RULE PATH… --dates DATE,…",
            "Say on which day a rule of 'so many in so many days' is met, and what is then owed.",
            "RULE is a row of the register trigger-rules (docs/registers/trigger-rules.md). The\n"
            "days are counted and forgotten: nothing of whom they are is asked, or kept.",
            takes::triggering, run_trigger},
    Command{"clocks", "[PATH…]", "List the time limits of law and guidance, and who says so.",
            "With PATH, the partnership's own as well, which go before those of the same id.",
            takes::listing_clocks, run_clocks},
    Command{"clock", "ID [PATH…] --from DATE [--event NAME=DATE] [--done DATE]",
            "Say what day a time limit comes to, step by step.",
            "ID is one that 'safegov clocks' lists (docs/clocks.md). The version in force on\n"
            "the day of the event holds; where a rule is read in several ways, each is\n"
            "counted. What is printed is computed, and no legal advice.",
            takes::counting, run_clock},
    Command{"explain", "CODE… | SCALE [PATH…] | ID PATH… --as-at DATE | STATE PATH… --as-at DATE",
            "Explain a code or a scale; or why an obligation is in its state, an action rated so.",
            "Without words it lists the codes. With paths it names the rule, the facts and where\n"
            "they stand, and the arithmetic on days.",
            takes::explaining, run_explain},
    Command{
        "what-if", "FILE PATH… [--as-at DATE]", "Say what a change would change.",
        "FILE holds records that could come to be, and hand-overs (docs/what-if.md). Nothing is\n"
        "changed; what would be different is printed.",
        takes::supposing, run_what_if, Prints::owners},
    Command{
        "diff", "A B [--as-at DATE] | PATH --since DATE [--as-at DATE]",
        "Say what is different between two texts, or between two dates.",
        "A, B and PATH are each a file, a folder or '-', and hold a whole partnership. It tells\n"
        "what is new, closed, gone, slipped, brought forward, overdue, re-owned, re-addressed,\n"
        "reworded and re-rated (docs/diff.md); what is as it was, it counts.",
        takes::differing, run_diff},
    Command{"rollover", "OLD NEW PATH… [--as-at DATE] [--fail-on vanished]",
            "Say what became of a plan in the next one; what vanished stands first.",
            "OLD and NEW are plans, by their ids or their files. An item is carried by what names\n"
            "it under 'carries' (docs/diff.md); otherwise it was received, was dropped by a\n"
            "decision, or has vanished.",
            takes::rolling_over, run_rollover},
    Command{"record", "KIND ID PATH… --date DATE", "Add a record, and change nothing else.",
            "KIND is received, partly-received, extended, waived, superseded or cancelled, of an\n"
            "obligation as 'safegov obligations' lists it ('bp-2019/2.1/bmg of Oct 2019'); held,\n"
            "moved or cancelled, of a meeting ('bmg of Oct 2019'); rated, of an action, objective\n"
            "or plan; escalated, of an obligation or a dispute; settled, of a dispute; decided or\n"
            "published, of anything; retracted, of a record.\n"
            "The file is replaced as a whole or not at all, and only if all is sound with the\n"
            "record in it. If there is no file of records yet, one is made in the first folder.",
            takes::recording, run_record, Prints::owners},
    Command{"schema", "", "Print the JSON Schema of the plan files, for editors.", "",
            takes::schema_options, run_schema, Prints::owners},
    Command{"new",
            "FOLDER",
            "Write a commented partnership to start from, which loads as it is.",
            "",
            {},
            run_new,
            Prints::owners},
    Command{"version", "", "Say which version this is.", "", {}, run_version, Prints::owners}};

}  // namespace

std::span<const Command> commands() { return all_commands; }

}  // namespace safegov::internal
