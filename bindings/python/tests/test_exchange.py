"""Tables that people have become plan files, a comment at every guess; bad files are refused; exports come back."""

import contextlib
import csv
import datetime
import functools
import io
import json
import pathlib
import random
import sys
import tempfile
import unittest
import zipfile

import safegov
from safegov.exchange import command
from safegov.exchange.header import find_head, read_mapping
from safegov.exchange.tables import Cell, Row, Table
from safegov.exchange.yaml_text import scalar
from support import EXAMPLES, needs


def setUpModule():
    global openpyxl, docx
    openpyxl, docx = needs("openpyxl", "docx")


@functools.lru_cache(maxsize=None)
def example(folder="nottingham"):
    return safegov.read_partnership(EXAMPLES / folder)


HEAD = ["No.", "Aim", "Action", "Lead", "How will we know?", "By when", "Progress", "RAG"]
# Head rows as plans of councils, boards and trusts print them, and what each column means; '-' has no place in a plan.
HEADS = (
    ("Specific Actions|Timescale/ Target|Lead|Output/Outcome measurement|RAG rating", "how when lead know rag"),
    ("Recommendation|Responsible Officer|Update on progress", "aim lead progress"),
    (
        "No.|What do we want to achieve?|How are we going to do it?|Who will lead?|"
        "How will we know we have achieved our goal?|When are we going to achieve this?|Comment on Progress|RAG rating",
        "number aim how lead know when progress rag",
    ),
    (
        "Ref|Objective|Action|Lead|Timescale|Success Measure|Progress update|RAG",
        "number aim how lead when know progress rag",
    ),
    (
        "No|Priority|What will we do?|Who|By when|What difference will this make?|Update|BRAG",
        "number aim how lead when know progress rag",
    ),
    (
        "Recommendation|Action Required|Responsible Officer|Target Date|Evidence of completion|Status",
        "aim how lead when know rag",
    ),
    (
        "Aim|Actions to be taken|Lead agency|Deadline|Outcome|Current position|RAG status",
        "aim how lead when know progress rag",
    ),
    (
        "#|Strategic priority|Key activity|Owner|Due date|How will we measure success?|Comments",
        "number aim how lead when know progress",
    ),
    (
        "Outcome|Task|Accountable|Completion date|KPI|Progress|Rating",
        "aim how lead when know progress rag",
    ),
    (
        "What we want to achieve|What we are going to do|Who is responsible|When will it be done by|"
        "How we will know it has worked|Progress / Comments|RAG",
        "aim how lead when know progress rag",
    ),
    (
        "Item|Theme|Milestone|Responsibility|Timeframe|Impact|Commentary|Traffic light",
        "number aim how lead when know progress rag",
    ),
    (
        "Objective|How will we do this?|Lead Officer / Agency|Start date|End date|Measures|RAG Rating",
        "aim how lead - when know rag",
    ),
    (
        "Action No|Action|Lead Partner|Date due|Evidence|RAG",
        "number how lead when know rag",
    ),
    (
        "OBJECTIVE|KEY ACTIONS|RESOURCES|LEAD|TIMESCALES|OUTCOMES|PROGRESS (RAG)",
        "aim how - lead when know rag",
    ),
    (
        "Action|Lead|Timescale|Outcome|RAG|Update",
        "how lead when know rag progress",
    ),
    (
        "Desired outcome|How will we achieve it|Who will do it|By when|How will it be measured|Progress to date",
        "aim how lead when know progress",
    ),
    (
        "Priority area|Action|Responsible person|Date for completion|Success criteria|Date completed|Status",
        "aim how lead when know - rag",
    ),
)
# Head rows of other tables: none may be taken for a plan's.
NOT_PLANS = (
    "Category|Figures|Notes",
    "Contributor|Value|% Share",
    "Date|Decision By|Decision|Status",
    "Name|Organisation|Attended",
    "Term|Meaning|Page",
    "Risk|Likelihood|Impact|Score",
)


def table_of(*lines):
    return Table(
        "",
        tuple(
            Row(tuple(Cell(text, f"row {i}") for text in line.split("|")), f"row {i}")
            for i, line in enumerate(lines, 1)
        ),
    )


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.room = pathlib.Path(folder.name)

    def text(self, *lines, name="plan.txt", encoding="utf-8"):
        path = self.room / name
        path.write_bytes("\n".join(lines).encode(encoding))
        return path

    def rows(self, *rows, head=HEAD):
        return self.text("\t".join(head), *("\t".join(row) for row in rows))

    def book(self, *rows, head=HEAD, dress=None, name="plan.xlsx"):
        book = openpyxl.Workbook()
        for row in (head, *rows):
            book.active.append(row)
        if dress:
            dress(book.active)
        book.save(self.room / name)
        return self.room / name

    def document(self, *rows, head=HEAD, dress=None):
        document = docx.Document()
        table = document.add_table(rows=0, cols=len(head))
        for row in (head, *rows):
            cells = table.add_row().cells
            for cell, text in zip(cells, row):
                cell.text = text
        if dress:
            dress(document, table)
        document.save(self.room / "plan.docx")
        return self.room / "plan.docx"

    def made(self, path, **more):
        made = safegov.import_plan(path, **more)
        self.assertEqual([str(problem) for problem in made.problems], [])
        return made

    def objectives(self, path, **more):
        return self.made(path, **more).partnership.plans[0].objectives

    def doubts(self, made, where, *words):
        """A doubt at that place that says all of these words."""
        found = [doubt for doubt in made.doubts if doubt.where == where and all(word in doubt.reason for word in words)]
        self.assertTrue(found, (where, words, made.doubts))
        # And a comment, unless it is about what is in no file.
        if found[0].kind != "left out":
            flat = " ".join("".join(text for _, text in made.texts).replace("#", " ").split())
            self.assertIn(" ".join(f"{found[0].reason} ({where})".replace("#", " ").split()), flat)
        return found[0]


class Heads(Case):
    def test_head_rows_are_known_by_what_they_mean(self):
        for head, fields in HEADS:
            with self.subTest(head):
                found = find_head(table_of(head, "1"), {})
                self.assertIsNotNone(found)
                self.assertEqual(" ".join(column.field or "-" for column in found.columns), fields)

    def test_heads_of_other_tables_are_not(self):
        for head in NOT_PLANS:
            with self.subTest(head):
                self.assertIsNone(find_head(table_of(head, "1|2|3|4"), {}))

    def test_a_head_may_stand_below_a_title_and_have_two_rows(self):
        rows = (
            "Our plan for the year",
            "Plan|||Delivery|",
            "Aim|Action|Lead|By|Evidence",
            "|||when|",
            "Safer|Audit|QA|June 2019|Report",
        )
        head = find_head(table_of(*rows), {})
        self.assertEqual([column.field for column in head.columns], ["aim", "how", "lead", "when", "know"])
        self.assertEqual(head.rows, 4)

    def test_what_stands_above_the_head_is_told(self):
        made = self.made(self.text("Draft\tof May\t\t", "Aim\tAction\tLead\tBy when", "Safer\tAudit\tQA\tJune 2019"))
        self.doubts(made, "line 1, column 1", "above the head")

    def test_headings_that_say_nothing_need_a_mapping(self):
        path = self.text("Our hopes\tOur deeds\tNames\tMoment", "Safer\tAudit\tQA group\tJune 2019")
        with self.assertRaisesRegex(
            ValueError, "plan.txt has no row whose headings.*Our hopes \\| Our deeds.*--column"
        ):
            safegov.import_plan(path)
        columns = {"Our hopes": "aim", "our DEEDS": "how", "Names": "lead", "Moment": "when"}
        (objective,) = self.objectives(path, columns=columns)
        self.assertEqual((objective.text, objective.actions[0].text), ("Safer", "Audit"))

    def test_a_mapping_is_lines_of_heading_and_field(self):
        self.assertEqual(
            read_mapping("# ours\n\nAims = a = aim\nX=ignore\n", "map"), {"Aims = a": "aim", "X": "ignore"}
        )
        for text, why in (
            ("Aims", "map, line 1"),
            ("Aims = aims", "map, line 1.*number, aim"),
            ("A=aim\na = how", "line 2.*twice"),
            ("", "no line"),
        ):
            with self.assertRaisesRegex(ValueError, why):
                read_mapping(text, "map")

    def test_a_heading_that_could_mean_two_things_is_told(self):
        made = self.made(self.text("Aim\tAction\tLead\tBy when\tStatus update", "Safer\tAudit\tQA\tJune 2019\tBegun"))
        self.assertEqual(dict(made.columns)["Status update"], "comment on progress")

    def test_columns_without_a_place_go_into_the_note(self):
        made = self.made(self.text("Aim\tAction\tLead\tBy when\tBudget", "Safer\tAudit\tQA\tJune 2019\t500 pounds"))
        self.assertEqual(made.partnership.plans[0].objectives[0].actions[0].note, "Budget: 500 pounds")
        self.doubts(made, "line 2, column 5", "from the column 'Budget'")


class Rows(Case):
    def test_a_row_that_a_page_cut_is_joined_and_says_so(self):
        made = self.made(
            self.rows(
                ["1", "Children are heard by the", "Ask children what they", "QA group", "Report to BMG", "June 2019"],
                [""],
                ["", "people who decide", "think, and write it down", "", "Survey", "Oct 2019"],
            )
        )
        (objective,) = made.partnership.plans[0].objectives
        self.assertEqual(objective.text, "Children are heard by the people who decide")
        self.assertEqual(objective.actions[0].text, "Ask children what they think, and write it down")
        self.assertEqual(
            [(p.what, p.due) for p in objective.actions[0].promises],
            [("Report to BMG", "June 2019"), ("Survey", "Oct 2019")],
        )
        self.doubts(made, "line 4, column 2", "joined")
        self.doubts(made, "line 4, column 3", "joined")

    def test_a_head_that_is_repeated_on_each_page_is_no_row(self):
        path = self.rows(
            ["1", "Aim one", "Do", "QA", "Report", "June 2019"],
            ["\f"],
            HEAD,
            ["2", "Aim two", "Do", "QA", "Report", "June 2019"],
        )
        self.assertEqual([o.no for o in self.objectives(path)], ["1", "2"])

    def test_a_table_that_goes_on_without_a_head_is_the_same_table(self):
        path = self.text(
            "\t".join(HEAD),
            "1\tA\tDo\tQA\tReport\tJune 2019\t\t",
            "",
            "Footer of the page",
            "Page 3 of 9",
            "",
            "2\tB\tDo\tQA\tReport\tJune 2019\t\t",
        )
        made = self.made(path)
        self.assertEqual([o.text for o in made.partnership.plans[0].objectives], ["A", "B"])
        self.assertEqual(self.doubts(made, "line 4", "in no cell").kind, "left out")

    def test_a_row_that_lost_a_cell_is_moved_back_if_its_dates_show_it(self):
        made = self.made(
            self.rows(
                ["1", "Aim", "First", "QA", "Report", "June 2019", "", ""],
                ["", "Second", "QA", "Survey", "Oct 2019", "", "", ""],
            )
        )
        first, second = made.partnership.plans[0].objectives[0].actions
        self.assertEqual(
            (second.text, second.lead, second.promises[0].what, second.promises[0].due),
            ("Second", "qa", "Survey", "Oct 2019"),
        )
        self.doubts(made, "line 3, column 2", "too far left")

    def test_an_action_in_the_column_of_aims_is_known_by_its_bullet_only(self):
        rows = [
            ["1", "Aim", "\u2022 First", "QA", "Report", "June 2019"],
            ["", "\u2022 Second", "", "QA", "Survey", "Oct 2019"],
        ]
        made = self.made(self.rows(*rows))
        self.assertEqual([a.text for a in made.partnership.plans[0].objectives[0].actions], ["First", "Second"])
        self.doubts(made, "line 3, column 2", "bullet of an action")
        rows[0][2] = "First"
        made = self.made(self.rows(*rows))
        self.assertEqual([o.text for o in made.partnership.plans[0].objectives], ["Aim", "Second"])
        self.doubts(made, "line 3, column 2", "no number is printed")

    def test_further_evidence_belongs_to_the_action_above(self):
        path = self.rows(
            ["1", "Aim", "Do", "QA", "Report to BMG", "June 2019"],
            ["", "", "", "", "Survey", "Oct 2019"],
            ["", "", "", "Police", "Return", "Feb 2020"],
        )
        action = self.objectives(path)[0].actions[0]
        self.assertEqual(
            [(p.what, p.from_, p.due) for p in action.promises],
            [("Report to BMG", None, "June 2019"), ("Survey", None, "Oct 2019"), ("Return", "police", "Feb 2020")],
        )

    def test_numbers_of_actions_are_kept(self):
        path = self.rows(
            ["1.1", "Aim one", "Do", "QA", "Report", "June 2019"],
            ["1.2", "", "Do more", "QA", "Report", "June 2019"],
            ["2.10", "Aim two", "Do else", "QA", "Report", "June 2019"],
        )
        one, two = self.objectives(path)
        self.assertEqual((one.no, [a.no for a in one.actions]), ("1", ["1.1", "1.2"]))
        self.assertEqual((two.no, [a.no for a in two.actions]), ("2", ["2.10"]))

    def test_a_number_may_stand_beside_the_middle_of_an_action_that_is_cut_in_two(self):
        made = self.made(
            self.rows(
                ["1", "Homes are safe", "Visit homes", "QA", "Report", "June 2019"],
                ["", "", "Agree with schools", "", "Letter", "Oct 2019"],
                ["2", "Streets are safe", "", "", "Minutes", "Feb 2020"],
                ["", "", "on who walks whom home", "", "Survey", "May 2020"],
            )
        )
        one, two = made.partnership.plans[0].objectives
        self.assertEqual([a.text for a in one.actions], ["Visit homes"])
        (action,) = two.actions
        self.assertEqual(action.text, "Agree with schools [...] on who walks whom home")
        self.assertEqual([p.due for p in action.promises], ["Oct 2019", "Feb 2020", "May 2020"])
        self.doubts(made, "line 3, column 3", "under that number")
        self.doubts(made, "line 3, column 5", "cut in two")

    def test_evidence_that_goes_on_beside_another_number_is_joined_and_kept(self):
        made = self.made(
            self.rows(
                ["1", "Homes are safe", "Visit homes", "QA", "Letters about the", "June 2019"],
                ["2", "Streets are safe", "Patrol", "Police", "visits of a year", "Feb 2020"],
            )
        )
        one, two = (o.actions[0].promises[0] for o in made.partnership.plans[0].objectives)
        self.assertEqual((one.what, two.what), ("Letters about the visits of a year", "visits of a year"))
        self.doubts(made, "line 3, column 5", "joined, and kept")

    def test_a_number_that_stands_twice_is_told(self):
        made = self.made(
            self.rows(
                ["1", "Aim one", "Do", "QA", "Report", "June 2019"], ["1", "Aim two", "Do", "QA", "Report", "June 2019"]
            )
        )
        self.assertEqual([o.no for o in made.partnership.plans[0].objectives], ["1", "1-2"])
        self.doubts(made, "line 3, column 1", "is there already")

    def test_headings_within_the_table_that_are_priorities_are_those_of_the_aims_below(self):
        path = self.text(
            "Aim\tAction\tLead\tBy when",
            "Priority One: Safer homes\t\t\t",
            "Safer\tAudit\tQA\tJune 2019",
            "Priority 2 - Safer streets\t\t\t",
            "Calmer\tPatrol\tPolice\tJune 2019",
        )
        path.write_text(
            path.read_text()
            .replace("Aim\t", "No.\tAim\t")
            .replace("Safer\t", "1\tSafer\t")
            .replace("Calmer", "2\tCalmer")
        )
        made = self.made(path)
        plan = made.partnership.plans[0]
        self.assertEqual([(p.no, p.text) for p in plan.priorities], [("1", "Safer homes"), ("2", "Safer streets")])
        self.assertEqual([o.priorities for o in plan.objectives], [("1",), ("2",)])

    def test_what_begins_or_stops_in_the_middle_of_a_sentence_is_told(self):
        made = self.made(
            self.rows(
                ["1", "Aim", "Reports on the", "QA", "their plan", "June 2019"],
                ["2", "Aim two", "Do", "QA", "Report", "June 2019"],
            )
        )
        self.doubts(made, "line 2, column 3", "stops in the middle")
        self.doubts(made, "line 2, column 5", "begins in the middle")

    def test_no_word_of_a_row_vanishes(self):
        rows = [
            [f"{i}", f"aim{i}", f"Do{i} it", f"Lead{i}", f"Shows{i}", "June 2019", f"so far{i}", "Amber?"]
            for i in range(1, 30)
        ]
        made = self.made(self.rows(*rows))
        said = "".join(text for _, text in made.texts)
        for row in rows:
            for cell in row:
                self.assertIn(cell, said)

    def test_no_word_of_any_table_vanishes_and_each_reads_back(self):
        chance = random.Random(20191101)
        dates = (
            "June 2019",
            "Oct 2019 Feb 2020",
            "TBC",
            "31 June 2019",
            "quarterly",
            "May 2020 (if funded)",
            "ongoing",
        )
        for number in range(150):
            words, rows = [], []

            def word(start=chance.choice):
                words.append(f"{start('Ww')}{len(words)}x")
                return words[-1]

            for _ in range(chance.randint(1, 8)):
                row = []
                for field in range(8):
                    kind = chance.random()
                    if kind < 0.35:
                        row.append("")
                    elif field == 0:
                        row.append(chance.choice(("1", "2.", "3.1", "(4)", "a", "No 7")))
                    elif field == 5 or kind > 0.97:
                        row.append(chance.choice(dates))
                    else:
                        said = [word() for _ in range(chance.randint(1, 3))]
                        mark = chance.choice(("", "", "", "\u2022 ", "(a) ", "- ", "1. "))
                        end = chance.choice(("", "", " the", ".", ":", ","))
                        row.append(mark + chance.choice((" ", " ", f"\n{mark}", "; ")).join(said) + end)
                if chance.random() < 0.1:
                    row.insert(0, "")
                if chance.random() < 0.1:
                    row = row[1:]
                rows.append(row)
            path = self.room / "plan.csv"
            with path.open("w", newline="", encoding="utf-8") as file:
                csv.writer(file).writerows([HEAD, *rows])
            with self.subTest(number, rows=rows):
                try:
                    made = self.made(path)
                except ValueError as error:
                    self.assertIn("no row below", str(error))
                    continue
                said = "".join(text for _, text in made.texts) + "".join(doubt.words for doubt in made.doubts)
                self.assertEqual([word for word in words if word not in said], [])


class Cells(Case):
    def test_several_dates_in_a_cell_are_split(self):
        for printed in ("June 2019 Oct 2019", "June 2019 / Oct 2019".replace(" / ", "; "), "June 2019 and Oct 2019"):
            made = self.made(self.rows(["1", "Aim", "Do", "QA", "Report", printed]))
            (promise,) = made.partnership.plans[0].objectives[0].actions[0].promises
            self.assertEqual(promise.due, "June 2019, Oct 2019")
            self.doubts(made, "line 2, column 6", "2 dates")

    def test_a_date_that_stands_twice_is_written_once(self):
        for printed, due in (
            ("June 2019 June 2019", "June 2019"),
            ("Oct 2019, 31 Dec 2019, October 2019", "Oct 2019, 31 Dec 2019"),
        ):
            made = self.made(self.rows(["1", "Aim", "Do", "QA", "Report", printed]))
            (promise,) = made.partnership.plans[0].objectives[0].actions[0].promises
            self.assertEqual(promise.due, due)
            self.doubts(made, "line 2, column 6", "twice")

    def test_a_stretch_is_no_two_dates(self):
        for printed in ("June 2019 to Oct 2019", "10-12 June 2019", "June/July 2019"):
            made = self.made(self.rows(["1", "Aim", "Do", "QA", "Report", printed]))
            self.assertEqual(made.partnership.plans[0].objectives[0].actions[0].promises[0].due, printed)
            self.assertFalse([d for d in made.doubts if d.where == "line 2, column 6"])

    def test_several_promises_in_a_cell_are_split_and_paired_with_so_many_dates(self):
        path = self.book(
            ["1", "Aim", "Do", "QA", "\u2022 Report to BMG\n\u2022 Survey of\nstaff", "June 2019\nOct 2019"]
        )
        made = self.made(path)
        promises = made.partnership.plans[0].objectives[0].actions[0].promises
        self.assertEqual(
            [(p.what, p.due) for p in promises], [("Report to BMG", "June 2019"), ("Survey of staff", "Oct 2019")]
        )
        self.doubts(made, "E2", "2 lines")
        self.doubts(made, "F2", "paired")

    def test_promises_with_another_count_of_dates_have_all_of_them(self):
        made = self.made(self.book(["1", "Aim", "Do", "QA", "(a) Report\n(b) Survey", "June 2019\nOct 2019\nFeb 2020"]))
        promises = made.partnership.plans[0].objectives[0].actions[0].promises
        self.assertEqual(
            [(p.what, p.due) for p in promises],
            [("Report", "June 2019, Oct 2019, Feb 2020"), ("Survey", "June 2019, Oct 2019, Feb 2020")],
        )
        self.doubts(made, "F2", "which date belongs")

    def test_points_under_a_colon_are_one_action_and_others_are_told(self):
        made = self.made(
            self.book(
                ["1", "Aim", "Targets for:\n\u2022 homes\n\u2022 streets", "QA", "Report", "June 2019"],
                ["2", "Aim two", "\u2022 Ask\n\u2022 Listen", "QA", "Report", "June 2019"],
            )
        )
        one, two = made.partnership.plans[0].objectives
        self.assertEqual(one.actions[0].text, "Targets for: homes; streets")
        self.assertEqual(two.actions[0].text, "Ask; Listen")
        self.doubts(made, "C3", "2 points stand in one cell")

    def test_points_with_a_line_of_evidence_each_are_actions(self):
        path = self.book(["1", "Aim", "\u2022 Ask\n\u2022 Listen", "QA", "Survey\nMinutes", "June 2019\nOct 2019"])
        actions = self.objectives(path)[0].actions
        self.assertEqual(
            [(a.text, a.promises[0].what, a.promises[0].due) for a in actions],
            [("Ask", "Survey", "June 2019"), ("Listen", "Minutes", "Oct 2019")],
        )

    def test_words_that_are_no_date_are_kept_and_told(self):
        for printed, why in (("TBC", "not read as a date"), ("Autumn term", "not read as a date")):
            made = self.made(self.rows(["1", "Aim", "Do", "QA", "Report", printed]))
            self.assertEqual(made.partnership.plans[0].objectives[0].actions[0].promises[0].due, printed)
            self.assertEqual(self.doubts(made, "line 2, column 6", why).kind, "unread")

    def test_what_would_make_the_plan_unsound_stands_in_the_note(self):
        for printed in ("31 June 2019", "Quarterly"):
            made = self.made(self.rows(["1", "Aim", "Do", "QA", "Report", printed]))
            (promise,) = made.partnership.plans[0].objectives[0].actions[0].promises
            self.assertEqual((promise.due, promise.note), (None, f"When, as printed: {printed}"))
            self.doubts(made, "line 2, column 6", "not read as a date")
        (promise,) = (
            self.objectives(self.rows(["1", "Aim", "Do", "QA", "Report", "Quarterly"]), period="2019/20")[0]
            .actions[0]
            .promises
        )
        self.assertEqual(promise.due, "Quarterly")

    def test_the_documents_date_is_what_next_year_counts_from(self):
        path = self.rows(["1", "Aim", "Do", "QA", "Report", "in three months"])
        self.assertTrue([d for d in self.made(path).doubts if d.kind == "unread" and d.where == "line 2, column 6"])
        made = self.made(path, dated="2022-01-31")
        self.assertFalse([d for d in made.doubts if d.where == "line 2, column 6"])
        state = safegov.assess(safegov.expand_obligations(made.partnership), as_at="2022-05-01")
        self.assertEqual(state[0].last, datetime.date(2022, 4, 30))

    def test_no_date_and_no_evidence_are_told(self):
        made = self.made(
            self.rows(["1", "Aim", "Do", "QA", "Report", ""], ["2", "Aim two", "Publish it", "QA", "", "June 2019"])
        )
        self.doubts(made, "line 2, column 5", "no date")
        (promise,) = made.partnership.plans[0].objectives[1].actions[0].promises
        self.assertEqual((promise.what, promise.due), ("Publish it", "June 2019"))
        self.doubts(made, "line 3, column 6", "the action itself")

    def test_marks_of_a_page_are_left_out_and_other_signs_kept(self):
        path = self.rows(
            ["1", "Aim", "<ul><li>Check A &amp; B</li></ul>", "QA", "<b>Report</b> if a < b", "**June 2019**"]
        )
        (action,) = self.objectives(path)[0].actions
        self.assertEqual(
            (action.text, action.promises[0].what, action.promises[0].due),
            ("Check A & B", "Report if a < b", "June 2019"),
        )


class Bodies(Case):
    def test_spellings_of_one_name_are_one_body_and_other_names_are_others(self):
        made = self.made(
            self.rows(
                ["1", "A", "Do", "QA sub group", "x", "June 2019"],
                ["2", "B", "Do", "QA Sub-Group", "x", "June 2019"],
                ["3", "C", "Do", "Quality group", "x", "June 2019"],
            )
        )
        self.assertEqual(
            [o.actions[0].lead for o in made.partnership.plans[0].objectives],
            ["qa-sub-group", "qa-sub-group", "quality-group"],
        )
        self.doubts(made, "line 3, column 4", "another spelling")

    def test_what_may_be_a_person_is_told(self):
        made = self.made(
            self.rows(
                ["1", "A", "Do", "Jane Example", "x", "June 2019"],
                ["2", "B", "Do", "Cllr Example", "x", "June 2019"],
                ["3", "C", "Do", "Head of Service", "x", "June 2019"],
                ["4", "D", "Do", "Public Health", "x", "June 2019"],
            )
        )
        for line in (2, 3):
            self.doubts(made, f"line {line}, column 4", "name of a person")
        self.assertEqual(sum("person" in doubt.reason for doubt in made.doubts), 2)

    def test_several_leads_stay_one_and_are_told(self):
        made = self.made(self.rows(["1", "A", "Do", "Police / Health", "x", "June 2019"]))
        self.assertEqual(made.partnership.bodies[0].name, "Police / Health")
        self.doubts(made, "line 2, column 4", "several leads")

    def test_nobody_is_nobody(self):
        for printed in ("", "TBC", "-", "n/a"):
            (action,) = self.objectives(
                self.rows(["1", "A", "Do", printed, "x", "June 2019"], ["2", "B", "Do", "QA", "x", "June 2019"])
            )[0].actions
            self.assertIsNone(action.lead, printed)

    def test_receivers_are_read_from_words_that_hand_something_over_only(self):
        made = self.made(
            self.rows(
                ["1", "A", "Do", "QA group", "Report to BMG", "June 2019"],
                ["2", "B", "Do", "BMG", "Better response to CSE", "June 2019"],
                ["3", "C", "Do", "BMG", "Return received by the QA group", "June 2019"],
                ["4", "D", "Do", "BMG", "QA group report to BMG", "June 2019"],
            )
        )
        promises = [o.actions[0].promises[0] for o in made.partnership.plans[0].objectives]
        self.assertEqual([p.to for p in promises], ["bmg", None, "qa-group", "bmg"])
        self.assertEqual(promises[3].from_, "qa-group")
        self.doubts(made, "line 2, column 5", "who receives it", "BMG")

    def test_bodies_of_a_partnership_are_found_by_name_and_the_others_listed(self):
        partnership = example()
        path = self.rows(
            ["1", "A", "Do", "Children's QA subgroup", "Report to BMG", "June 2019"],
            ["2", "B", "Do", "Moon office", "x", "June 2019"],
        )
        made = self.made(path, among=partnership)
        self.assertEqual([name for name, _ in made.texts], ["plan.yaml"])
        (plan,) = [plan for plan in made.partnership.plans if plan.plan == "plan"]
        self.assertEqual([o.actions[0].lead for o in plan.objectives], ["qa", "moon-office"])
        self.assertIn("#   - id: moon-office\n", made.texts[0][1])

    def test_what_does_not_read_back_is_said(self):
        made = safegov.import_plan(
            self.rows(["1", "A", "Do", "QA", "x", "June 2019"]), plan="bp", among=example("escalation")
        )
        self.assertIsNone(made.partnership)
        self.assertTrue(made.problems)


class Ratings(Case):
    ROW = ["1", "A", "Do", "QA", "Report", "June 2019", "Begun, and late", "Amber"]

    def test_a_rating_with_a_day_is_a_record_and_progress_is_kept_in_its_words(self):
        made = self.made(self.rows(self.ROW), as_at="2019-10-01")
        (action,) = made.partnership.plans[0].objectives[0].actions
        self.assertEqual(action.note, "Begun, and late")
        (record,) = made.partnership.records
        self.assertEqual(
            (record.event, record.rating, record.date), (("rated", "plan/1.1"), "amber", datetime.date(2019, 10, 1))
        )
        self.doubts(made, "line 2, column 8", "read as amber")

    def test_without_a_day_or_off_the_scale_it_is_a_note(self):
        made = self.made(self.rows(self.ROW))
        self.assertEqual(made.partnership.records, ())
        self.assertEqual(
            made.partnership.plans[0].objectives[0].actions[0].note, "Begun, and late Rating, as printed: Amber"
        )
        self.doubts(made, "line 2, column 8", "--as-at")
        made = self.made(self.rows([*self.ROW[:7], "Mostly done"]), as_at="2019-10-01")
        self.assertEqual(made.partnership.records, ())
        self.doubts(made, "line 2, column 8", "no band")

    def test_a_colour_alone_is_no_rating(self):
        def dress(sheet):
            sheet["H2"].fill = openpyxl.styles.PatternFill("solid", fgColor="FF00B050")

        made = self.made(self.book([*self.ROW[:7], None], dress=dress), as_at="2019-10-01")
        self.assertEqual(made.partnership.records, ())
        self.doubts(made, "H2", "coloured", "FF00B050")


class Workbooks(Case):
    ROW = ["1", "Aim", "Do", "QA", "Report", "June 2019"]

    def test_merged_aims_and_leads_hold_for_their_rows(self):
        def dress(sheet):
            for area in ("A2:A3", "B2:B3", "D2:D3"):
                sheet.merge_cells(area)

        made = self.made(self.book(self.ROW, ["", "", "More", "", "Survey", "Oct 2019"], dress=dress))
        (objective,) = made.partnership.plans[0].objectives
        self.assertEqual([(a.text, a.lead) for a in objective.actions], [("Do", "qa"), ("More", "qa")])
        self.doubts(made, "D3", "merged with D2")

    def test_merged_dates_and_evidence_are_not_guessed(self):
        def dress(sheet):
            sheet.merge_cells("E2:F2")
            sheet.merge_cells("F3:F4")

        made = self.made(
            self.book(
                ["1", "Aim", "Do", "QA", "Report", None],
                ["2", "Aim two", "Do", "QA", "Report", "June 2019"],
                ["3", "Aim three", "Do", "QA", "Survey", None],
                dress=dress,
            )
        )
        dues = [o.actions[0].promises[0].due for o in made.partnership.plans[0].objectives]
        self.assertEqual(dues, [None, "June 2019", None])
        self.doubts(made, "F2", "merged with E2")
        self.doubts(made, "F4", "merged with F3")

    def test_cells_say_what_they_show(self):
        def dress(sheet):
            sheet["F2"].number_format = "mmm-yy"
            sheet["F3"].number_format = "dd/mm/yyyy"
            sheet["A3"].number_format = "0.00"

        made = self.made(
            self.book(
                [1, "Aim", "Do", "QA", "Report", datetime.datetime(2019, 10, 1)],
                [2.1, "Aim two", "Do", "QA", "Report", datetime.datetime(2019, 10, 5, 17, 30)],
                dress=dress,
            )
        )
        one, two = made.partnership.plans[0].objectives
        self.assertEqual((one.no, one.actions[0].promises[0].due), ("1", "Oct 2019"))
        self.assertEqual((two.no, two.actions[0].promises[0].due), ("2.10", "2019-10-05"))
        self.doubts(made, "F3", "time of day")

    def test_a_formula_without_a_value_and_an_error_are_told(self):
        made = self.made(self.book([*self.ROW[:5], "=TODAY()"], ["2", "Aim two", *self.ROW[2:5], "#REF!"]))
        self.assertIsNone(made.partnership.plans[0].objectives[0].actions[0].promises[0].due)
        self.doubts(made, "F2", "formula and no value")
        self.doubts(made, "F3", "error of the workbook")

    def test_hidden_rows_count_and_hidden_sheets_do_not(self):
        path = self.book(self.ROW, dress=lambda sheet: setattr(sheet.row_dimensions[2], "hidden", True))
        book = openpyxl.load_workbook(path)
        other = book.create_sheet("Old")
        other.append(HEAD)
        other.append(["9", *self.ROW[1:]])
        other.sheet_state = "hidden"
        book.save(path)
        made = self.made(path)
        self.assertEqual([o.no for o in made.partnership.plans[0].objectives], ["1"])
        self.doubts(made, "Sheet!C2", "hidden")
        self.assertEqual(self.doubts(made, "Old", "hidden").kind, "left out")
        self.assertEqual([o.no for o in self.objectives(path, sheet="Old")], ["9"])
        with self.assertRaisesRegex(ValueError, "sheet: .*no sheet 'New'; it has 'Sheet', 'Old'"):
            safegov.import_plan(path, sheet="New")


class Documents(Case):
    ROW = ["1", "Aim", "Do", "QA", "Report", "June 2019", "", ""]

    def test_a_table_of_a_document(self):
        def dress(document, table):
            table.cell(1, 1).merge(table.cell(2, 1))
            table.cell(1, 2).text = ""
            for words in ("Ask", "Listen"):
                table.cell(1, 2).add_paragraph(words, style="List Bullet")

        made = self.made(self.document(self.ROW, ["", "", "More", "Police", "Survey", "Oct 2019", "", ""], dress=dress))
        (objective,) = made.partnership.plans[0].objectives
        self.assertEqual([(a.text, a.lead) for a in objective.actions], [("Ask; Listen", "qa"), ("More", "police")])
        self.doubts(made, "table 1, row 2, column 3", "2 points")

    def test_tracked_changes_are_read_as_accepted_and_told(self):
        def dress(document, table):
            paragraph = table.cell(1, 2).paragraphs[0]
            paragraph.text = ""
            for tag, kind, words in (("w:ins", "w:t", "new words"), ("w:del", "w:delText", "old words")):
                change = docx.oxml.OxmlElement(tag)
                run, text = docx.oxml.OxmlElement("w:r"), docx.oxml.OxmlElement(kind)
                text.text = words
                run.append(text)
                change.append(run)
                paragraph._p.append(change)

        made = self.made(self.document(self.ROW, dress=dress))
        self.assertEqual(made.partnership.plans[0].objectives[0].actions[0].text, "new words")
        self.doubts(made, "table 1, row 2, column 3", "tracked changes")

    def test_a_table_in_a_cell_is_read_as_lines_and_told(self):
        def dress(document, table):
            table.cell(1, 4).add_table(1, 2).rows[0].cells[1].text = "inner"

        made = self.made(self.document(self.ROW, dress=dress))
        self.assertIn("inner", "".join(text for _, text in made.texts))
        self.doubts(made, "table 1, row 2, column 5", "a table stands in the cell")

    def test_a_table_for_each_priority(self):
        document = docx.Document()
        for i, words in enumerate(("Priority 1: Homes", "Priority 2: Streets"), 1):
            document.add_paragraph(words)
            table = document.add_table(rows=0, cols=8)
            for row in (HEAD, [str(i), *self.ROW[1:]]):
                for cell, text in zip(table.add_row().cells, row):
                    cell.text = text
        document.save(self.room / "plan.docx")
        plan = self.made(self.room / "plan.docx").partnership.plans[0]
        self.assertEqual(
            [(p.text, o.priorities) for p, o in zip(plan.priorities, plan.objectives)],
            [("Homes", ("1",)), ("Streets", ("2",))],
        )

    def test_a_line_above_one_table_is_no_priority(self):
        path = self.text("Priority 3: the last of a list", "", "\t".join(HEAD), "\t".join(self.ROW))
        self.assertEqual(self.made(path).partnership.plans[0].priorities, ())


class Texts(Case):
    def test_semicolons_and_windows_1252(self):
        path = self.text(
            "Aim;Action;Lead;By when;Evidence",
            'Safer;"Audit; twice \u2013 at \u00a350";QA;June 2019;"Report\nSurvey"',
            name="plan.csv",
            encoding="cp1252",
        )
        made = self.made(path)
        (action,) = made.partnership.plans[0].objectives[0].actions
        self.assertEqual(action.text, "Audit; twice \u2013 at \u00a350")
        self.assertEqual([p.what for p in action.promises], ["Report", "Survey"])
        self.assertTrue([d for d in made.doubts if "Windows-1252" in d.reason])

    def test_utf_16_as_excel_saves_it(self):
        path = self.text(
            "Aim\tAction\tLead\tBy when", "Safer\tAudit \u2013 twice\tQA\tJune 2019", name="plan.txt", encoding="utf-16"
        )
        self.assertEqual(self.objectives(path)[0].actions[0].text, "Audit \u2013 twice")

    def test_pipes(self):
        path = self.text(
            "# Our plan",
            "",
            "| Aim | Action | Lead | By when |",
            "|---|:--:|---|---|",
            "| Safer | Audit a\\|b<br>and c | QA | June 2019 |",
        )
        self.assertEqual(self.objectives(path)[0].actions[0].text, "Audit a|b and c")

    def test_every_text_of_a_file_reads_back_as_it_was(self):
        odd = [
            "a: b",
            "- a",
            "# a",
            "a #b",
            "yes",
            "~",
            "'a'",
            '"a"',
            "a\\b",
            "[a]",
            "{a}",
            "*a",
            "&a",
            "!a",
            "%a",
            "@a",
            "`a",
            "| a",
            "> a",
            "1:2",
            "0x10",
            "1e3",
            "a:",
            ": a",
            "\u00e9t\u00e9",
            "a\u00a0b",
            "=1+1",
            "?",
            "? a",
            "2019-01-01",
            "null",
            "...",
            "---",
            "\U0001f600",
            "a, b",
            "x" * 300,
            "word " * 60 + "# end",
            "word " * 60 + ": end",
        ]
        for words in odd:
            text = f"safegov: 1\npartnership: x\nname: {scalar(words)}\nbodies:\n  - id: a\n"
            self.assertEqual(safegov.read_texts([("a.yaml", text)]).arrangements.name, words, text)
            rows = self.objectives(self.rows(["1", "Aim", "Do", "QA", "Evidence " + words, "June 2019"]))
            self.assertIn(" ".join(words.split()).strip("'\""), rows[0].actions[0].promises[0].what)


class Bad(Case):
    def refused(self, path, *words):
        with self.assertRaises(ValueError) as caught:
            safegov.import_plan(path)
        for word in (path.name, *words):
            self.assertIn(word, str(caught.exception))

    def test_a_workbook_that_is_cut_off(self):
        whole = self.book(["1", "Aim", "Do", "QA", "Report", "June 2019"]).read_bytes()
        for part in (10, 100, len(whole) // 2, len(whole) - 30, len(whole) - 1):
            cut = self.room / "cut.xlsx"
            cut.write_bytes(whole[:part])
            self.refused(cut, "cut off or damaged")

    def test_an_encrypted_workbook(self):
        path = self.room / "locked.xlsx"
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
        self.refused(path, "encrypted", "password")

    def test_a_zip_bomb_is_not_unpacked(self):
        path = self.room / "bomb.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", b"<workbook/>")
            archive.writestr("xl/worksheets/sheet1.xml", bytes(40 * 1024 * 1024))
        self.assertLess(path.stat().st_size, 100_000)
        self.refused(path, "sheet1.xml", "far more than it is")

    def test_a_zip_bomb_that_lies_about_its_size(self):
        path = self.room / "bomb.xlsx"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("xl/workbook.xml", bytes(40 * 1024 * 1024))
        data = path.read_bytes().replace((40 * 1024 * 1024).to_bytes(4, "little"), (100).to_bytes(4, "little"))
        path.write_bytes(data)
        self.refused(path, "damaged")

    def test_entities_that_grow(self):
        path = self.book(["1", "Aim", "Do", "QA", "Report", "June 2019"])
        bomb = self.room / "entities.xlsx"
        with zipfile.ZipFile(path) as old, zipfile.ZipFile(bomb, "w") as new:
            for name in old.namelist():
                data = old.read(name)
                if name.endswith("sheet1.xml"):
                    data = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]>' + data
                new.writestr(name, data)
        self.refused(bomb, "document type")

    def test_other_files(self):
        for name, data, why in (
            ("a.xlsx", b"", "empty"),
            ("a.docx", b"%PDF-1.7 ...", "PDF"),
            ("a.csv", b"a,b\n\0,c\n", "line 2 has a zero byte"),
            ("a.txt", b"just words\n", "no table"),
            ("a.txt", b"\xff\xfea", "UTF-16"),
            ("a.docx", b"{\\rtf1}", ".docx"),
        ):
            path = self.room / name
            path.write_bytes(data)
            self.refused(path, why)
        path = self.room / "other.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", "a")
        self.refused(path, "neither a workbook")
        with self.assertRaises(FileNotFoundError):
            safegov.import_plan(self.room / "none.xlsx")
        with self.assertRaisesRegex(ValueError, "folder"):
            safegov.import_plan(self.room)

    def test_a_cell_far_off_the_table(self):
        self.refused(
            self.book(["1", "Aim"], dress=lambda sheet: sheet.cell(900_000, 3, "far")), "'Sheet'", "row 900000"
        )

    def test_a_head_without_rows(self):
        self.refused(self.text("Aim\tAction\tLead\tBy when"), "no row below")

    def test_arguments_are_named(self):
        path = self.rows(["1", "Aim", "Do", "QA", "Report", "June 2019"])
        for argument, value in (
            ("plan", "a b"),
            ("partnership", "/"),
            ("period", "soon"),
            ("dated", "soon"),
            ("as_at", "31 June 2019"),
            ("columns", {"a": "b"}),
            ("sheet", "x"),
        ):
            with self.assertRaisesRegex(ValueError, argument):
                safegov.import_plan(path, **{argument: value})

    def test_whatever_is_changed_in_a_file_it_is_read_or_refused(self):
        row = ["1", "Aim", "Do", "QA", "Report", "June 2019", "", ""]
        seeds = [self.book(row), self.document(row), self.rows(row)]
        chance = random.Random(20191101)
        refused = 0
        for seed in seeds:
            data = seed.read_bytes()
            for _ in range(60):
                changed = bytearray(data)
                for _ in range(chance.randint(1, 8)):
                    at = chance.randrange(len(changed))
                    changed[at : at + chance.randint(0, 3)] = bytes(
                        chance.randrange(256) for _ in range(chance.randint(0, 3))
                    )
                path = self.room / f"changed{seed.suffix}"
                path.write_bytes(changed)
                try:
                    made = safegov.import_plan(path)
                    self.assertTrue(made.partnership is not None or made.problems)
                except ValueError:
                    refused += 1
        self.assertGreater(refused, 40)

    def test_whatever_stands_in_the_parts_of_a_workbook_it_is_read_or_refused(self):
        path, chance = self.book(["1", "Aim", "Do", "QA", "Report", "June 2019"]), random.Random(7)
        with zipfile.ZipFile(path) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        became = {"read": 0, "refused": 0}
        for _ in range(40):
            with zipfile.ZipFile(self.room / "changed.xlsx", "w") as new:
                for name, data in parts.items():
                    if chance.random() < 0.3:
                        at = chance.randrange(len(data))
                        data = (
                            data[:at]
                            + bytes(chance.randrange(32, 127) for _ in range(3))
                            + data[at + chance.randint(0, 5) :]
                        )
                    new.writestr(name, data)
            try:
                made = safegov.import_plan(self.room / "changed.xlsx")
                self.assertTrue(made.partnership is not None or made.problems)
                became["read"] += 1
            except ValueError:
                became["refused"] += 1
        self.assertGreater(min(became["read"], became["refused"]), 2, became)

    def test_what_is_missing_says_how_to_install_it(self):
        path, name = self.book(["1", "Aim", "Do", "QA", "Report", "June 2019"]), "openpyxl"
        kept = {key: sys.modules.pop(key) for key in list(sys.modules) if key.split(".")[0] == name}
        sys.modules[name] = None
        try:
            with self.assertRaisesRegex(ImportError, "pip install"):
                safegov.import_plan(path)
            with self.assertRaisesRegex(ImportError, "pip install"):
                safegov.export_plan(example(), self.room / "x.xlsx", of="bp-2019")
        finally:
            del sys.modules[name]
            sys.modules.update(kept)


class Export(Case):
    def test_what_goes_out_comes_back_the_same(self):
        for folder in ("rollover", "meetings", "escalation", "coverage", "trust"):
            partnership = example(folder)
            for plan in partnership.to_dict()["plans"]:
                for kind in ("xlsx", "docx"):
                    path = self.room / f"{folder}-{plan['plan']}.{kind}"
                    safegov.export_plan(partnership, path, of=plan["plan"])
                    again = self.made(path, among=partnership).partnership
                    (came,) = [came for came in again.to_dict()["plans"] if came["plan"] == plan["plan"]]
                    self.assertEqual(came, plan, path.name)

    def test_it_comes_back_without_the_partnership_too(self):
        partnership = example()
        (plan,) = partnership.to_dict()["plans"]
        for kind in ("xlsx", "docx"):
            safegov.export_plan(partnership, self.room / f"bp.{kind}")
            made = self.made(self.room / f"bp.{kind}", partnership="ncscp")
            self.assertEqual(made.partnership.to_dict()["plans"], [plan])
            self.assertFalse([doubt for doubt in made.doubts if doubt.where])

    def test_the_eight_columns_alone_are_a_plan_that_can_be_imported(self):
        partnership = example()
        safegov.export_plan(partnership, self.room / "bp.xlsx")
        book = openpyxl.load_workbook(self.room / "bp.xlsx")
        del book["Beside the columns"]
        book.save(self.room / "bare.xlsx")
        plan, want = self.made(self.room / "bare.xlsx").partnership.plans[0], partnership.plans[0]
        self.assertEqual([(o.no, o.text) for o in plan.objectives], [(o.no, o.text) for o in want.objectives])
        self.assertEqual(
            [(a.no, a.text) for o in plan.objectives for a in o.actions],
            [(a.no, a.text) for o in want.objectives for a in o.actions],
        )
        dues = [[p.due for o in made.objectives for a in o.actions for p in a.promises] for made in (plan, want)]
        self.assertEqual(*dues)

    def test_what_is_changed_in_the_columns_is_taken(self):
        partnership = example()
        safegov.export_plan(partnership, self.room / "bp.xlsx")
        book = openpyxl.load_workbook(self.room / "bp.xlsx")
        sheet = book["Plan"]
        self.assertEqual([cell.value for cell in sheet[2]][:1], ["1.1"])
        sheet["F2"], sheet["D2"], sheet["G2"] = "Dec 2019", "Moon office", "begun"
        book.save(self.room / "bp.xlsx")
        made = self.made(self.room / "bp.xlsx", partnership="ncscp")
        (action,) = made.partnership.plans[0].objectives[0].actions
        self.assertEqual((action.promises[0].due, action.lead, action.note), ("Dec 2019", "moon-office", "begun"))
        self.doubts(made, "Plan!D2", "proposed")

    def hostile(self):
        texts = ["=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "#REF!", "<b>&amp;", "_x0041_"]
        promises = [{"id": f"p{i}", "what": text, "due": "June 2019"} for i, text in enumerate(texts)]
        return texts, safegov.from_dict(
            {
                "partnership": {"partnership": "x", "name": "X", "bodies": [{"id": "qa", "name": "=1+1"}]},
                "plans": [
                    {
                        "plan": "p",
                        "title": "=2+2",
                        "objectives": [
                            {
                                "no": "1",
                                "text": "=3",
                                "actions": [{"no": "1.1", "text": "=4", "lead": "qa", "promises": promises}],
                            }
                        ],
                    }
                ],
            }
        )

    def test_formulas_come_out_as_text(self):
        texts, partnership = self.hostile()
        for kind in ("xlsx", "docx"):
            safegov.export_plan(partnership, self.room / f"x.{kind}")
            made = self.made(self.room / f"x.{kind}", partnership="x")
            self.assertEqual(made.partnership.to_dict()["plans"], partnership.to_dict()["plans"])
        book = openpyxl.load_workbook(self.room / "x.xlsx")
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
        self.assertEqual({cell.data_type for cell in cells}, {"s"})
        self.assertTrue(all(cell.quotePrefix for cell in cells if cell.value[0] in "=+-@"))
        with zipfile.ZipFile(self.room / "x.xlsx") as archive:
            for name in archive.namelist():
                self.assertNotIn(b"<f>", archive.read(name))

    def test_control_characters_cannot_break_the_file(self):
        from safegov.exchange.export import _document, _workbook

        for kind, write in (("xlsx", _workbook), ("docx", _document)):
            path = self.room / f"c.{kind}"
            write(str(path), "t\x00\x1b", [("1\x0b", "\ud800a", "\ufffe", "", "", "", "", "")], [("a\x07", "b", "c")])
            again = openpyxl.load_workbook(path) if kind == "xlsx" else docx.Document(path)
            self.assertTrue(again)

    def test_what_no_cell_holds_is_refused(self):
        partnership = safegov.from_dict(
            {
                "partnership": {"partnership": "x", "name": "X", "bodies": [{"id": "qa"}]},
                "plans": [{"plan": "p", "objectives": [{"no": "1", "text": "x" * 40_000}]}],
            }
        )
        with self.assertRaisesRegex(ValueError, "partnership: row 2, column 2"):
            safegov.export_plan(partnership, self.room / "x.xlsx")
        self.assertFalse((self.room / "x.xlsx").exists())

    def test_ratings_as_at_a_day(self):
        partnership = safegov.read_partnership(EXAMPLES / "share-of-actions")
        safegov.export_plan(partnership, self.room / "x.xlsx", as_at="2024-11-10")
        shown = {
            row[0].value: row[7].value
            for row in openpyxl.load_workbook(self.room / "x.xlsx")["Plan"].iter_rows(min_row=2)
            if row[0].value
        }
        self.assertEqual(shown, {"1.1": "green", "1.2": "green", "2.1": None, "2.2": "green"})

    def test_a_rating_that_was_taken_back_is_not_shown(self):
        partnership = safegov.from_dict(
            {
                "partnership": {"id": "x", "name": "X", "top": "qa", "bodies": [{"id": "qa"}]},
                "plans": [{"plan": "p", "objectives": [{"no": "1", "actions": [{"no": "1.1", "lead": "qa"}]}]}],
                "records": [
                    {"rated": "p/1.1", "date": "2024-05-01", "rating": "amber"},
                    {"id": "slip", "rated": "p/1.1", "date": "2024-06-01", "rating": "G"},
                    {"retracted": "slip", "date": "2024-06-20"},
                ],
            }
        )
        for day, band in (("2024-04-30", None), ("2024-05-01", "amber"), ("2024-07-01", "amber")):
            path = self.room / f"{day}.xlsx"
            safegov.export_plan(partnership, path, as_at=day)
            self.assertEqual(openpyxl.load_workbook(path)["Plan"]["H2"].value, band, day)

    def test_arguments(self):
        partnership = example()
        for arguments, why in (
            (("x.odt",), "format: 'odt'"),
            (("x.xlsx", "bp"), "of: there is no plan 'bp'; there are bp-2019"),
        ):
            with self.assertRaisesRegex(ValueError, why):
                safegov.export_plan(
                    partnership, self.room / arguments[0], of=arguments[1] if len(arguments) > 1 else None
                )
        (self.room / "x.xlsx").write_text("mine")
        with self.assertRaisesRegex(FileExistsError, "not written over"):
            safegov.export_plan(partnership, self.room / "x.xlsx")
        self.assertEqual((self.room / "x.xlsx").read_text(), "mine")


class Commands(Case):
    def run_words(self, *words):
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = command.run([str(word) for word in words])
        return code, out.getvalue(), err.getvalue()

    def test_files_and_a_report_are_written_and_never_written_over(self):
        path = self.rows(["1", "Aim", "Do", "QA", "Report to BMG", "June 2019 Oct 2019"])
        words = (
            "import",
            path,
            "--out",
            self.room / "new",
            "--report",
            self.room / "report.txt",
            "--period",
            "2019-22",
            "--title",
            "Our plan",
        )
        code, out, err = self.run_words(*words)
        self.assertEqual((code, err), (0, ""))
        self.assertEqual(sorted(p.name for p in (self.room / "new").iterdir()), ["partnership.yaml", "plan.yaml"])
        partnership = safegov.read_partnership(self.room / "new")
        self.assertEqual(partnership.plans[0].title, "Our plan")
        report = (self.room / "report.txt").read_text(encoding="utf-8")
        self.assertIn(
            "plan.txt, line 2, column 6: 2 dates stand in the cell: split by commas: 'June 2019 Oct 2019'", report
        )
        self.assertIn("read back: sound", report)
        kept = {p: p.read_bytes() for p in (self.room / "new").iterdir()}
        code, out, err = self.run_words(*words)
        self.assertEqual((code, out), (2, ""))
        self.assertIn("not written over", err)
        self.assertEqual(kept, {p: p.read_bytes() for p in (self.room / "new").iterdir()})

    def test_without_a_folder_it_prints(self):
        code, out, err = self.run_words("import", self.rows(["1", "Aim", "Do", "QA", "Report", "June 2019"]))
        self.assertEqual(code, 0)
        self.assertIn("# ==== plan.yaml ====\n", out)
        self.assertIn("places to look at", err)

    def test_a_mapping_file_and_columns(self):
        path = self.text("Hopes\tDeeds\tNames\tMoment", "Safer\tAudit\tQA\tJune 2019")
        mapping = self.text("Hopes = aim", "Deeds = how", name="map.txt")
        code, out, _ = self.run_words(
            "import", path, "--mapping", mapping, "--column", "Names=lead", "--column", "Moment = when"
        )
        self.assertEqual(code, 0)
        self.assertIn("due: June 2019", out)

    def test_what_cannot_be_done_is_two(self):
        path = self.rows(["1", "Aim", "Do", "QA", "Report", "June 2019"])
        for words in (
            ("import",),
            ("import", "none.xlsx"),
            ("import", path, "--wrong"),
            ("import", path, "--column", "x"),
            ("import", path, "--with", "none"),
            ("import", path, "--plan", "bp", "--with", EXAMPLES / "escalation"),
            ("export", EXAMPLES / "escalation"),
            ("export", EXAMPLES / "escalation", "-o", self.room / "x.pdf"),
            ("export", "none", "-o", self.room / "x.xlsx"),
        ):
            code, out, err = self.run_words(*words)
            self.assertEqual((code, out), (2, ""), words)
            self.assertTrue(err.strip(), words)

    def test_export(self):
        code, out, err = self.run_words(
            "export", EXAMPLES / "escalation", "--of", "bp", "--format", "docx", "-o", self.room / "plan"
        )
        self.assertEqual((code, err), (0, ""))
        self.assertTrue(docx.Document(self.room / "plan").tables)

    def test_help_is_no_failure(self):
        for verb in ("import", "export"):
            code, out, err = self.run_words(verb, "--help")
            self.assertEqual((code, err), (0, ""))
            self.assertIn("usage: safegov", out)


class Scale(unittest.TestCase):
    def test_the_letters_of_ratings_are_those_of_the_library(self):
        from safegov.exchange.importing import _bands

        code, out, _ = safegov.run(["ratings", str(EXAMPLES / "county"), "--as-at", "2025-12-31", "--format", "json"])
        self.assertEqual(code, 0)
        scale = json.loads(out)["rules"][0]["scale"]
        self.assertEqual(scale["id"], "brag")
        bands = scale["bands"] + scale["apart"]
        known = [(band["letter"].lower(), band["band"]) for band in bands] + [(band["band"], band["band"]) for band in bands]
        self.assertEqual(sorted(_bands()), sorted(known))


class Arguments(unittest.TestCase):
    def test_a_wrong_argument_is_named_and_nothing_is_written(self):
        wrong = (3, 1.5, b"x", object(), ["x"], {}, datetime.datetime(2019, 11, 1))
        with tempfile.TemporaryDirectory() as room:
            table = pathlib.Path(room, "plan.txt")
            table.write_text("Aim\tAction\tLead\tWhen\nSafer online\tAudit\tQA group\tJune 2019\n", encoding="utf-8")
            partnership = safegov.import_plan(table).partnership
            for argument in ("path", "sheet", "plan", "partnership", "name", "title", "period", "dated", "as_at", "among"):
                for thing in wrong:
                    if argument == "path" and isinstance(thing, bytes):
                        continue
                    with self.assertRaisesRegex(TypeError, f"^{argument}: "):
                        safegov.import_plan(**{"path": table, argument: thing})
            for thing in (3, "Aim=aim", [("Aim", "aim")], {3: "aim"}, {"Aim": None}):
                with self.assertRaisesRegex(TypeError, "^columns: "):
                    safegov.import_plan(table, columns=thing)
            for argument in ("partnership", "path", "of", "format", "as_at"):
                for thing in wrong:
                    if argument == "path" and isinstance(thing, bytes):
                        continue
                    with self.assertRaisesRegex(TypeError, f"^{argument}: "):
                        safegov.export_plan(**{"partnership": partnership, "path": pathlib.Path(room, "new.xlsx"), argument: thing})
            with self.assertRaisesRegex(ValueError, "^path: "):
                safegov.import_plan("a\0b")
            self.assertEqual([path.name for path in pathlib.Path(room).iterdir()], ["plan.txt"])

    def test_a_day_is_one_of_python_as_well(self):
        with tempfile.TemporaryDirectory() as room:
            table = pathlib.Path(room, "plan.txt")
            table.write_text("Aim\tAction\tLead\tWhen\tRAG\nSafer online\tAudit\tQA group\tJune 2019\tGreen\n", encoding="utf-8")
            self.assertEqual(safegov.import_plan(table, as_at=datetime.date(2019, 11, 1)).texts,
                             safegov.import_plan(table, as_at="2019-11-01").texts)


if __name__ == "__main__":
    unittest.main()
