"""Columns: the same values as row by row, in whatever takes them, and they outlive what they came from."""

import datetime
import gc
import random
import unittest

import safegov
from support import NOTTINGHAM, needs

NAMES = ["id", "plan", "objective", "action", "promise", "what", "due", "number", "from", "to", "lead", "kind", "first", "last",
         "state", "last_in_force", "days_overdue", "closed_on"]


def assessed():
    partnership = safegov.read_partnership(NOTTINGHAM)
    return safegov.assess(safegov.expand_obligations(partnership), as_at="2019-11-01")


def by_row(state, name):
    attribute = {"from": "from_"}.get(name, name)
    return [getattr(state[i], attribute) for i in range(len(state))]


class Columns(unittest.TestCase):
    def test_arrow_has_the_values_of_the_rows(self):
        (pa,) = needs("pyarrow")
        state = assessed()
        table = pa.table(state.table(*NAMES))
        table.validate(full=True)
        for name in ("id", "plan", "what", "due", "from", "to", "lead", "state", "first", "last", "last_in_force", "days_overdue", "closed_on"):
            self.assertEqual(table.column(name).to_pylist(), by_row(state, name), name)
        self.assertEqual(str(table.schema.field("last").type), "date32[day]")
        self.assertTrue(str(table.schema.field("state").type).startswith("dictionary"))
        dated = [row is not None for row in table.column("last").to_pylist()]
        self.assertEqual(dated, [kind == "dated" for kind in table.column("kind").to_pylist()])
        self.assertEqual(pa.record_batch(state.table("state")).num_rows, len(state))
        self.assertEqual(pa.schema(state).names, list(state.table().names))

    def test_polars_duckdb_and_pandas_count_the_same(self):
        (polars, duckdb, pandas) = needs("polars", "duckdb", "pandas")
        state = assessed()
        counts = {name: count for name, count in state.counts.items() if count}
        frame = polars.DataFrame(state)
        self.assertEqual(dict(frame.group_by("state").len().iter_rows()), counts)
        asked = duckdb.sql("select state, count(*) from frame group by 1").fetchall()
        self.assertEqual({str(name): count for name, count in asked}, counts)
        shown = safegov.to_pandas(state, *NAMES)
        self.assertEqual({str(k): int(v) for k, v in shown["state"].value_counts().items() if v}, counts)
        self.assertEqual(list(shown["id"]), by_row(state, "id"))
        self.assertEqual([None if pandas.isna(x) else x for x in shown["to"]], by_row(state, "to"))
        self.assertEqual([None if pandas.isna(x) else x.date() for x in shown["last"]],
                         frame["last"].to_list())

    def test_dicts_have_pythons_own_values(self):
        state = assessed()
        rows = safegov.to_dicts(state, *NAMES)
        self.assertEqual(len(rows), len(state))
        for name in ("id", "plan", "what", "due", "from", "to", "lead", "state", "first", "last", "last_in_force", "days_overdue", "closed_on"):
            self.assertEqual([row[name] for row in rows], by_row(state, name), name)
        self.assertIn(None, [row["to"] for row in rows])
        for row in rows:
            self.assertEqual(row["last"] is None, row["kind"] != "dated")
            self.assertIsInstance(row["last"], (datetime.date, type(None)))
        self.assertEqual(list(safegov.to_dicts(state)[0]), list(state.table().names))
        self.assertEqual(sum(row["overdue"] for row in safegov.to_dicts(state.by("lead"))), state.counts["overdue"])
        line = safegov.timeline(state.obligations, "2019-04-01", "2019-04-30")
        self.assertEqual([row["day"].day for row in safegov.to_dicts(line)], list(range(1, 31)))
        nothing = safegov.expand_obligations(safegov.from_dict({"partnership": {"partnership": "x", "name": "X", "bodies": [{"id": "a"}]}}))
        self.assertEqual(safegov.to_dicts(nothing), [])
        self.assertEqual(safegov.to_dicts(state.table("lead", "id"), "id"), safegov.to_dicts(state, "id"))
        with self.assertRaisesRegex(ValueError, "state"):
            safegov.to_dicts(state.table("id"), "state")
        with self.assertRaisesRegex(TypeError, "what"):
            safegov.to_dicts("state")
        with self.assertRaisesRegex(ValueError, "colour"):
            safegov.to_dicts(state, "colour")

    def test_dicts_have_the_values_of_arrow(self):
        (pa,) = needs("pyarrow")
        state = assessed()
        self.assertEqual(safegov.to_dicts(state, *NAMES), pa.table(state.table(*NAMES)).to_pylist())

    def test_numpy_sees_the_columns_without_a_copy_and_cannot_write(self):
        (numpy,) = needs("numpy")
        state = assessed()
        column = state.table("state").column("state")
        seen = numpy.asarray(column)
        self.assertEqual([column.dictionary[i] for i in seen], by_row(state, "state"))
        self.assertFalse(seen.flags.writeable)
        with self.assertRaises(ValueError):
            seen[0] = 1
        with self.assertRaises(TypeError):
            memoryview(state.table("id").column("id"))

    def test_groups_and_timelines_are_tables(self):
        (pa,) = needs("pyarrow")
        state = assessed()
        by_lead = pa.table(state.by("lead"))
        self.assertEqual(sum(by_lead.column("overdue").to_pylist()), state.counts["overdue"])
        line = safegov.timeline(state.obligations, "2019-04-01", "2020-03-31")
        days = pa.table(line)
        self.assertEqual(days.num_rows, 366)
        self.assertEqual(days.column("overdue").to_pylist()[214], line.on("2019-11-01")["overdue"])

    def test_owners_may_go_in_any_order(self):
        (pa, numpy) = needs("pyarrow", "numpy")
        chance = random.Random(7)
        for _ in range(30):
            partnership = safegov.read_partnership(NOTTINGHAM)
            owed = safegov.expand_obligations(partnership)
            state = safegov.assess(owed, as_at="2019-11-01")
            table = state.table(*NAMES)
            held = [partnership, owed, state, table, pa.table(table), numpy.asarray(table.column("last")),
                    table.column("state"), state[3], partnership.plans[0]]
            expected = [str(state.counts), pa.table(table).column("id").to_pylist()]
            del partnership, owed, state, table
            chance.shuffle(held)
            while held:
                held.pop()
                gc.collect(0)
                for left in held:
                    if isinstance(left, pa.Table):
                        self.assertEqual(left.column("id").to_pylist(), expected[1])
                    elif isinstance(left, safegov.Assessment):
                        self.assertEqual(str(left.counts), expected[0])
                    else:
                        repr(left)

    def test_an_unknown_column_is_named(self):
        with self.assertRaisesRegex(ValueError, "colour"):
            assessed().table("colour")
        with self.assertRaisesRegex(ValueError, "state"):
            assessed().obligations.table("state")
        with self.assertRaises(KeyError):
            assessed().table().column("colour")


if __name__ == "__main__":
    unittest.main()
