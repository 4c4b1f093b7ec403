"""A published plan, as the text of its PDF, imported and held against the plan that people made of it by hand.

What is compared, cell by cell of the table's eight columns, for every objective, action and promise of the hand-
made plan, at the same number and in the same order:

- number and aim of each objective; words of each action; words of each line of evidence; words of each date cell:
  equal, white space aside;
- the lead of each action: the hand-made plan has the id of a body in place of the words, so the words of the
  proposed body must be a name that the hand-made partnership gives to that body, letter by letter; nobody is
  nobody;
- progress and rating are empty in all rows of this table, so nothing may stand there. They are held and not
  counted, since empty cells would make any score look better.

Numbers of actions are not in the table, and are how cells are found; an action under another number makes all of
its cells wrong. Beside the score stands who receives each line of evidence: people read it out of its words, and so
does the importer, by a guess. A date is right if words, first and last day of every deadline are.
"""

import os
import pathlib
import unittest

import safegov
from support import NOTTINGHAM

TABLE = pathlib.Path(__file__).parent / "data/plan-table.txt"


def squeezed(text):
    return " ".join(text.split()) if text else ""


def days(due):
    return [(d.kind, d.first, d.last) for d in safegov.parse_deadlines(due or "").deadlines]


def names_by_id(partnership):
    found = {}
    for body in partnership.to_dict()["partnership"]["bodies"]:
        names = [body.get("name", body["id"])]
        for key in ("also-known-as", "formerly"):
            names += [name if isinstance(name, str) else name["name"] for name in body.get(key, ())]
        found[body["id"]] = names
    return found


class Score:
    def __init__(self, hand, made):
        self.hand, self.made = hand, made
        self.names, self.own_names = names_by_id(hand), names_by_id(made.partnership)
        self.right, self.wrong = [], []
        self.dates, self.rows, self.receivers = [], [], []
        theirs = {o.no: o for o in made.partnership.plans[0].objectives}
        plan = next(plan for plan in hand.plans if plan.plan == "bp-2019")
        for objective in plan.objectives:
            self.objective(objective, theirs.get(objective.no))

    def cell(self, where, want, found):
        (self.right if squeezed(want) == squeezed(found) else self.wrong).append(
            (where, squeezed(want), squeezed(found))
        )

    def objective(self, want, found):
        self.cell((want.no, "number"), want.no, found.no if found else None)
        self.cell((want.no, "aim"), want.text, found.text if found else None)
        self.rows.append(found is not None)
        theirs = {a.no: a for a in found.actions} if found else {}
        for action in want.actions:
            self.action(action, theirs.get(action.no))

    def action(self, want, found):
        self.rows.append(found is not None)
        self.cell((want.no, "how"), want.text, found.text if found else None)
        lead = found.lead if found else "no such action"
        same = want.lead == lead or bool(set(self.names.get(want.lead, ())) & set(self.own_names.get(lead, ())[:1]))
        (self.right if same else self.wrong).append(((want.no, "lead"), want.lead, lead))
        theirs = found.promises if found else ()
        for i, promise in enumerate(want.promises):
            self.promise((want.no, i), promise, theirs[i] if i < len(theirs) else None)
        for extra in theirs[len(want.promises) :]:
            self.wrong.append(((want.no, "more"), None, extra.what))

    def promise(self, at, want, found):
        self.rows.append(found is not None)
        self.cell((*at, "know"), want.what, found.what if found else None)
        self.cell((*at, "when"), want.due, found.due if found else None)
        self.dates.append((at, days(want.due) == (days(found.due) if found else None)))
        to = self.own_names.get(found.to, [None])[0] if found else None
        self.receivers.append((at, want.to, to, to in self.names.get(want.to, ()) if want.to else to is None))


class Imported(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.made = safegov.import_plan(TABLE, plan="bp-2019", partnership="ncscp", period="2019-22")
        cls.score = Score(safegov.read_partnership(NOTTINGHAM), cls.made)
        score = cls.score
        cells = len(score.right) + len(score.wrong)
        print(f"dates right: {sum(ok for _, ok in score.dates)} of {len(score.dates)}")
        print(f"rows there: {sum(score.rows)} of {len(score.rows)}")
        print(f"cells right: {len(score.right)} of {cells}, {100 * len(score.right) / cells:.1f} %")
        print(
            f"receivers proposed as people read them: {sum(ok for *_, ok in score.receivers)} of {len(score.receivers)}"
        )
        for where, want, found in score.wrong:
            print(f"  wrong at {where}: {want!r}, not {found!r}")
        if os.environ.get("SAFEGOV_SHOW"):
            for line in score.receivers:
                if not line[3]:
                    print("  receiver", line)

    def test_every_date_is_right(self):
        self.assertEqual([at for at, ok in self.score.dates if not ok], [])

    def test_no_row_is_lost_and_none_is_invented(self):
        self.assertTrue(all(self.score.rows))
        self.assertEqual([wrong for wrong in self.score.wrong if wrong[0][1] == "more"], [])
        plans = [next(p for p in of.plans if p.plan == "bp-2019") for of in (self.score.hand, self.made.partnership)]
        numbers = [[(o.no, [a.no for a in o.actions]) for o in plan.objectives] for plan in plans]
        self.assertEqual(*numbers)

    def test_nineteen_cells_of_twenty_are_right(self):
        cells = len(self.score.right) + len(self.score.wrong)
        self.assertGreaterEqual(len(self.score.right) / cells, 0.95)

    def test_no_progress_or_rating_is_invented(self):
        for objective in self.made.partnership.plans[0].objectives:
            for action in objective.actions:
                self.assertIsNone(action.note)
        self.assertEqual(self.made.partnership.records, ())

    def test_no_wrong_cell_is_without_a_comment(self):
        text = dict(self.made.texts)["bp-2019.yaml"]
        for where, want, found in self.score.wrong:
            self.assertTrue(self.commented(text, where, found), f"{where}: {found!r}, wanted {want!r}")

    def test_no_wrong_receiver_is_without_a_comment(self):
        text = dict(self.made.texts)["bp-2019.yaml"]
        for (action, number), want, found, ok in self.score.receivers:
            if not ok:
                promise = self.promise_lines(text, action, number)
                # A receiver that is not proposed shows as an id that is made, with its comment.
                self.assertRegex(promise, "# guess: (who receives it|this id is made)", (action, number, want, found))

    def commented(self, text, where, found):
        """Does a comment of a guess stand directly above the wrong value?"""
        key = {"aim": "text", "how": "text", "number": "no", "lead": "lead", "know": "what", "when": "due"}[where[-1]]
        scope = self.scope(text, where)
        lines = scope.splitlines()
        for i, line in enumerate(lines):
            if line.lstrip(" -").startswith(f"{key}:"):
                return i > 0 and lines[i - 1].lstrip().startswith("#")
        return False

    def scope(self, text, where):
        if len(where) == 3:
            return self.promise_lines(text, where[0], where[1])
        begin = text.index(f"- no: {where[0]}\n")
        return text[begin:]

    def promise_lines(self, text, action, number):
        begin = text.index(f"- no: {action}\n")
        rest = text[text.index("promises:", begin) :]
        parts = rest.split("\n          - ")
        # The comments above an item stand at the end of the part before it.
        above = parts[number].splitlines()
        comments = []
        while above and above[-1].lstrip().startswith("#"):
            comments.insert(0, above.pop())
        return "\n".join(comments) + "\n          - " + parts[number + 1]


if __name__ == "__main__":
    unittest.main()
