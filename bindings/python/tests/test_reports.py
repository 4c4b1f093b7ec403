"""Ratings and registers as objects say what the command line's JSON says."""

import datetime
import decimal
import json
import unittest

import safegov
from support import EXAMPLES, NOTTINGHAM, needs

AS_AT = "2025-12-31"


def told(*words):
    code, out, err = safegov.run([*words, "--as-at", AS_AT, "--format", "json"])
    assert code == 0, err
    return json.loads(out)


def assessed(path, as_at=AS_AT):
    owed = safegov.expand_obligations(safegov.read_partnership(path), promised_by=as_at)
    return safegov.assess(owed, as_at=as_at)


class Reports(unittest.TestCase):
    maxDiff = None

    def test_ratings_are_those_of_json(self):
        seen = set()
        for path in (NOTTINGHAM, EXAMPLES / "rollover", EXAMPLES / "county", EXAMPLES / "share-of-actions"):
            ratings = safegov.rate(assessed(path))
            rows = told("ratings", str(path))["ratings"]
            self.assertEqual(len(rows), len(ratings))
            for told_row, row in zip(rows, ratings):
                self.assertEqual(row.id, told_row["id"])
                self.assertEqual(row.kind, told_row["kind"])
                self.assertEqual(row.derived, (told_row["derived"]["band"] if told_row["derived"] else None), row)
                self.assertEqual(row.declared, told_row["declared"]["band"] if told_row["declared"] else None, row)
                self.assertEqual(row.verdict, told_row["verdict"])
                seen.add(row.verdict)
            self.assertEqual(json.loads(safegov.render(ratings, "json")), told("ratings", str(path)))
        self.assertIn("optimistic", seen)

    def test_a_rating_is_found_and_explained(self):
        ratings = safegov.rate(assessed(EXAMPLES / "county"))
        for row in ratings:
            self.assertEqual(ratings[row.id], row)
            self.assertEqual(hash(ratings[row.id]), hash(row))
            self.assertTrue(ratings.explain(row.id).rule)
        self.assertLessEqual({"lead", "action", "obligation"}, {kind for row in ratings for kind, _, _ in ratings.explain(row.id).facts})
        optimistic = [row for row in ratings if row.verdict == "optimistic"]
        self.assertTrue(all(row.bands > 0 and isinstance(row.since, datetime.date) and row.age >= 0 for row in optimistic))
        self.assertEqual(sum(lead["optimistic"] for lead in ratings.by_lead()), len([row for row in optimistic if row.kind == "action"]))
        for which, error in (("none", KeyError), (len(ratings), IndexError), (1.0, TypeError), (10**30, IndexError)):
            with self.assertRaises(error):
                ratings[which]
        with self.assertRaisesRegex(TypeError, "assessment"):
            safegov.rate(ratings)

    def test_ratings_are_columns(self):
        (pyarrow, polars) = needs("pyarrow", "polars")
        ratings = safegov.rate(assessed(EXAMPLES / "county"))
        rows = safegov.to_dicts(ratings)
        self.assertEqual(rows, pyarrow.table(ratings).to_pylist())
        self.assertEqual(rows, polars.DataFrame(ratings).to_dicts())
        self.assertEqual([row["declared"] for row in rows], [rating.declared for rating in ratings])
        self.assertIn(None, [row["declared"] for row in rows])
        self.assertEqual([row["bands"] for row in rows], [rating.bands for rating in ratings])

    def test_a_pack_is_that_of_the_command_line(self):
        partnership = safegov.read_partnership(NOTTINGHAM)
        owed = safegov.expand_obligations(partnership, promised_by=AS_AT)
        state = safegov.assess(owed, as_at=AS_AT)
        page = safegov.pack(state, body="bmg", findings=safegov.lint(partnership, as_at=AS_AT))
        said = told("pack", str(NOTTINGHAM), "--body", "bmg", "--audience", "restricted", "--without-diagram")
        self.assertEqual(said["sections"].pop()["key"], "manifest")
        self.assertEqual(json.loads(safegov.render(page, "json")), said)
        self.assertEqual(list(page.sections), [section["key"] for section in said["sections"]])
        self.assertEqual(page.headings["as_at"], datetime.date(2025, 12, 31))
        self.assertEqual(page.headings["body"], "bmg")
        of_json = {}
        for section in said["sections"]:
            for block in section["blocks"]:
                if "table" in block:
                    of_json[block["table"]] = block["rows"]
        self.assertGreater(len(of_json), 10)
        for key, rows in of_json.items():
            self.assertEqual([{k: str(v) if isinstance(v, datetime.date) else v for k, v in row.items()} for row in page.tables[key]], rows)
        self.assertIn(page.title, safegov.render(page, "html"))
        self.assertIn("<iframe srcdoc=", page._repr_html_())
        self.assertNotIn("<html", page._repr_html_())  # it is all in an attribute
        with self.assertRaisesRegex(KeyError, "nobody"):
            safegov.pack(state, body="nobody")
        with self.assertRaisesRegex(TypeError, r"findings\[0\]: of class Finding"):
            safegov.pack(state, findings=["SG301"])
        with self.assertRaisesRegex(ValueError, "format"):
            safegov.render(page, "dot")
        with self.assertRaises(ValueError):
            safegov.render(page, "csv")  # has one table

    def test_lists_and_samples_are_those_of_the_command_line(self):
        state = assessed(NOTTINGHAM)
        for words, report in (
            (["chase", str(NOTTINGHAM), "--audience", "restricted"], safegov.chase(state)),
            (["sample", str(NOTTINGHAM), "--size", "3", "--seed", "s", "--audience", "restricted"], safegov.sample(state, size=3, seed="s")),
        ):
            self.assertEqual(json.loads(safegov.render(report, "json")), told(*words))
        rows = safegov.chase(state, one_table=True)
        (table,) = rows.tables.values()
        self.assertEqual(len(table), len(safegov.render(rows, "csv").splitlines()) - 1)
        code, out, _ = safegov.run(["diary", str(NOTTINGHAM), "--as-at", AS_AT, "--audience", "restricted", "--body", "bmg"])
        self.assertEqual((code, safegov.diary(state, body="bmg")), (0, out))
        with self.assertRaisesRegex(ValueError, "size"):
            safegov.sample(state, size=-1)
        with self.assertRaisesRegex(TypeError, "one_table"):
            safegov.chase(state, one_table=1)

    def test_what_is_published_has_nothing_else_in_it(self):
        partnership = safegov.read_partnership(NOTTINGHAM)
        out = safegov.publish(partnership)
        self.assertIn("risks", partnership.registers)
        self.assertNotIn("risks", out.partnership.registers)
        self.assertIn("risks", safegov.publish(partnership, open_registers=["risks"]).partnership.registers)
        self.assertEqual(safegov.publish(partnership, audience="restricted").withheld, ())
        (risks,) = [one for one in out.withheld if one.what == "risks"]
        self.assertEqual((risks.how, risks.seen_by, risks.open_register), ("left_out", "partnership", "risks"))
        self.assertEqual(risks.count, len(partnership.registers["risks"]))
        self.assertEqual({risks: 1}[risks], 1)
        state = safegov.assess(safegov.expand_obligations(out.partnership, promised_by=AS_AT), as_at=AS_AT)
        self.assertIn("withheld", safegov.pack(state, withheld=out.withheld).sections)
        with self.assertRaisesRegex(ValueError, "audience"):
            safegov.publish(partnership, audience="everybody")
        with self.assertRaisesRegex(TypeError, "partnership"):
            safegov.publish(out)

    def test_every_register_is_that_of_json(self):
        state = assessed(NOTTINGHAM)
        points = 0
        for name in sorted(state.obligations.partnership.registers)[1::3]:  # reading it all for each takes a while
            report = safegov.report_on(state, name)
            of_json = told("register", name, str(NOTTINGHAM))
            self.assertEqual(report.register, of_json["register"])
            self.assertEqual(len(report), len(of_json["rows"]))
            for row, of_row in zip(report.rows, of_json["rows"]):
                self.assertEqual(row.id, of_row["id"])
                self.assertEqual([(x.name, x.text, x.value, x.of) for x in row.measures],
                                 [(x["name"], x["text"], x.get("value"), x.get("of")) for x in of_row["measures"]])
                self.assertEqual(len(row.obligations), sum(row.counts.values()))
                points += sum(len(x.points) for x in row.measures)
            self.assertEqual([x.code for x in report.findings], [x["code"] for x in of_json["findings"]])
        self.assertGreater(points, 0)

    def test_a_row_of_a_register_is_found(self):
        state = assessed(NOTTINGHAM)
        report = safegov.report_on(state, "indicators")
        row = report["indicators/referrals-rate"]
        self.assertEqual(row.id, report[row.row].id)
        values = [point.value for measure in row.measures for point in measure.points]
        self.assertIn(decimal.Decimal("794.6"), values)
        for which, error in (("indicators/none", KeyError), (10_000, IndexError), (None, TypeError)):
            with self.assertRaises(error):
                report[which]
        with self.assertRaisesRegex(KeyError, "there are audit-programmes"):
            safegov.report_on(state, "desicions")

    def test_what_says_the_same_is_equal(self):
        partnership = safegov.read_partnership(NOTTINGHAM)

        def made():
            state = safegov.assess(safegov.expand_obligations(partnership), as_at=AS_AT)
            report = safegov.report_on(state, "indicators")
            measures = [measure for row in report for measure in row.measures]
            ratings = safegov.rate(state)
            return [*report, *measures, *(point for measure in measures for point in measure.points), *report.findings, *ratings,
                    state.explain(0), ratings.explain(0), *safegov.lint(partnership, as_at=AS_AT),
                    *safegov.parse_deadlines("June 2019, Jnue 2019").deadlines, *safegov.parse_deadlines("Jnue 2019").problems]

        once, again = made(), made()
        self.assertEqual(once, again)
        self.assertEqual([hash(one) for one in once], [hash(one) for one in again])
        kinds = {type(one) for one in once}
        self.assertEqual({kind.__name__ for kind in kinds},
                         {"RegisterRow", "Measure", "MeasuredPoint", "Diagnostic", "Rating", "Reason", "RatingReason", "Finding",
                          "Deadline", "DeadlineProblem"})
        for kind in kinds:
            some = [one for one in once if type(one) is kind]
            self.assertNotEqual(some[0], object())
            self.assertNotEqual(some[0], None)
            if len(some) > 1:
                self.assertGreater(len(set(some)), 1, kind)

    def test_notebooks_show_rows_with_their_words_inert(self):
        text = [("a.yaml", "safegov: 1\npartnership: x\nname: X\ntop: b\nbodies: [{id: b}]\n"),
                ("p.yaml", "safegov: 1\npartnership: x\nplan: p\nobjectives: [{no: 1, actions: [{no: 1.1, lead: b, promises: "
                           + str([{"id": f"r{i}", "what": "<script>", "due": "May 2020"} for i in range(30)]) + "}]}]\n")]
        owed = safegov.expand_obligations(safegov.read_texts(text))
        shown = owed.table("id", "what", "last", "to")._repr_html_()
        self.assertEqual(shown.count("<tr>"), 21)
        self.assertIn("the first 20", shown)
        self.assertIn("<td>p/1.1/r0@2020-05</td><td>&lt;script&gt;</td><td>2020-05-31</td><td></td>", shown)
        self.assertNotIn("<script>", shown)
        state = safegov.assess(owed, as_at="2020-06-01")
        for thing in (owed, state, safegov.rate(state), safegov.timeline(owed, "2020-05-01", "2020-05-03"), state.by("lead")):
            self.assertRegex(thing._repr_html_(), "(?s)^<table><caption>.*</table>$")
        report = safegov.report_on(assessed(NOTTINGHAM), "decisions")
        self.assertIn("decisions/2024-1", report._repr_html_())


if __name__ == "__main__":
    unittest.main()
