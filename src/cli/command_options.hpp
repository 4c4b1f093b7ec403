// The options of each command, beside those that several have (common.hpp).
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>

#include "cli/common.hpp"

namespace safegov::internal::takes {

inline constexpr Option fail_on{"--fail-on", "STATE,…",
                                "Exit 1 if any obligation is in one of these states."};
inline constexpr std::array judging{
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
inline constexpr std::array planning{
    Option{"--body", "ID", "Whose meetings; needed."},
    Option{"--meeting", "DATE", "Only this meeting: 'Oct 2019', or the day it was moved to."},
    option::of,
    option::as_at,
    option::known_at,
    option::soon,
    option::table,
    option::calendar,
    option::colour};
inline constexpr Option to_whom{"--to", "ID", "Who is to hear it; who is at the top unless given."};
inline constexpr Option escalating{"--escalations", "", "Along the lines of escalation as well."};
inline constexpr std::array arriving{
    Option{"--raised", "DATE", "The day on which the concern is raised; needed."},
    Option{"--from", "ID", "Raised in this body; in each of them unless given."},
    to_whom,
    escalating,
    Option{"--as-at", "DATE", "How meetings stood on this day; by all records unless given."},
    option::known_at,
    option::table,
    option::calendar,
    option::colour};
inline constexpr std::array assuring{to_whom,          escalating,    option::as_at,
                                     option::known_at, option::table, option::calendar,
                                     option::colour};
inline constexpr std::array reviewing{
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
inline constexpr std::array packing{
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
inline constexpr std::array gating{
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
inline constexpr std::array certifying{
    option::as_at,
    option::known_at,
    Option{"--check", "FILE", "Say whether this certificate still holds."},
    option::soon,
    option::output,
    option::calendar,
    option::colour};
inline constexpr std::array rating{
    option::as_at,
    option::known_at,
    Option{"--by", "KIND", "Only plans, priorities, objectives or actions: plan, priority, …"},
    option::soon,
    option::table,
    option::calendar,
    option::colour};
inline constexpr std::array covering{
    option::as_at,
    option::known_at,
    Option{"--days", "N", "How far back to look for what reached the top; 365."},
    option::plan_table,
    option::calendar,
    option::colour};
inline constexpr std::array escalating_steps{option::as_at, option::known_at, option::table,
                                             option::calendar, option::colour};
inline constexpr std::array chasing{
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
inline constexpr std::array sampling{
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
inline constexpr std::array explaining{option::as_at,  option::known_at, option::soon,
                                       option::format, option::calendar, option::colour};
inline constexpr std::array supposing{option::as_at, option::known_at, option::soon,
                                      option::table, option::calendar, option::colour};
inline constexpr std::array differing{
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
inline constexpr std::array rolling_over{
    option::as_at,
    option::known_at,
    Option{"--fail-on", "OUTCOME,…", "Exit 1 if anything has vanished; or was dropped, …"},
    option::plan_table,
    option::calendar,
    option::colour};
inline constexpr std::array over_time{
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
inline constexpr std::array surveying{
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
inline constexpr std::array connecting{
    option::as_at,
    Option{"--since", "DATE", "Say what is different from what was on that day."},
    Option{"--meetings", "", "Say how much each coming meeting of each body is to receive."},
    option::along,
    Option{"--format", "FORMAT", "text, json, csv or dot; text unless given."},
    option::calendar,
    option::colour};
inline constexpr std::array routing{
    Option{"--on", "DATE", "The day of the structure, 2019-11-01; today unless given."},
    Option{"--to", "BODY", "Where to; to the top unless given."},
    Option{"--all", "", "Every route on which no body comes twice, up to a thousand."},
    option::along,
    option::format,
    option::calendar,
    option::colour};
inline constexpr std::array recording{
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
inline constexpr std::array listing_rows{
    Option{"--row", "ID,…", "Only these rows, with everything that they owe."},
    option::as_at,
    option::known_at,
    option::soon,
    option::table,
    option::calendar,
    option::colour};
inline constexpr std::array triggering{
    Option{"--dates", "DATE,…", "The days on which it happened; needed, and not kept."},
    option::calendar, option::colour};
inline constexpr std::array counting{
    Option{"--from", "DATE", "The day of the event that starts it: of 'notification', …; needed."},
    Option{"--event", "NAME=DATE,…", "Days of other events, for other readings: 'awareness=…'."},
    Option{"--done", "DATE", "Say whether what was done on this day was in time."},
    option::format,
    option::calendar,
    option::colour};
inline constexpr std::array listing_clocks{option::table, option::calendar, option::colour};
inline constexpr std::array keeping_diaries{
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
inline constexpr std::array reading{option::format, option::calendar, option::colour};
inline constexpr std::array listing{option::of, option::table, option::calendar, option::colour};
inline constexpr std::array schema_options{
    Option{"--format", "json|markdown", "JSON Schema, or the format's reference page."}};

}  // namespace safegov::internal::takes
