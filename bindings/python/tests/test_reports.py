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
        self.assertLessEqual({"rule", "action", "obligation"}, {kind for row in ratings for kind, _, _ in ratings.explain(row.id).facts})
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

    def test_every_register_is_that_of_json(self):
        state = assessed(NOTTINGHAM)
        points = 0
        for name in state.obligations.partnership.registers:
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


if __name__ == "__main__":
    unittest.main()
