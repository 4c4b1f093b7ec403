"""Records and promises from data frames: whatever holds them, the same comes in, and a bad cell has its row and column."""

import datetime
import unittest

import safegov
from support import PARTNERSHIP, needs, texts

RECORD = {"event": "received", "obligation": "p/1.1/bmg@2019-10", "date": datetime.date(2019, 10, 30)}


def before():
    return safegov.read_texts(texts())


def state_after(table):
    state = safegov.assess(safegov.expand_obligations(safegov.add_records(before(), table)), as_at="2019-11-01")
    return state["p/1.1/bmg@2019-10"].state


class Tables(unittest.TestCase):
    def refused(self, error, said, table, add=safegov.add_records, to=None):
        with self.assertRaisesRegex(error, said):
            add(to or before(), table)

    def test_rows_and_columns_of_python(self):
        self.assertEqual(state_after([RECORD]), "received")
        self.assertEqual(state_after(dict(row) for row in [RECORD, {**RECORD, "event": "published", "note": 'a "b", c\nd'}]), "received")
        self.assertEqual(state_after({name: [value] for name, value in RECORD.items()}), "received")
        self.assertEqual(state_after([{**RECORD, "date": "30 October 2019", "by": None, "reference": ""}]), "received")
        self.assertEqual(state_after([{**RECORD, "date": "2019-11-02"}]), "overdue")
        kept = safegov.add_records(before(), [{**RECORD, "reference": "ſ — “Ω” \U0001f600"}]).records[-1]
        self.assertEqual((kept.reference, kept.date), ("ſ — “Ω” \U0001f600", datetime.date(2019, 10, 30)))

    def test_what_there_was_is_not_changed(self):
        owned = before()
        more = safegov.add_records(owned, [RECORD])
        self.assertEqual(owned, before())
        self.assertEqual(len(more.records), len(owned.records) + 1)
        self.assertNotEqual(more, owned)

    def test_frames_of_every_library(self):
        (pandas, polars, pyarrow, duckdb) = needs("pandas", "polars", "pyarrow", "duckdb")
        columns = {name: [value] for name, value in RECORD.items()}
        table = pyarrow.table(columns)
        midnight = datetime.datetime(2019, 10, 30)
        for made in (
            pandas.DataFrame(columns),
            pandas.DataFrame({**columns, "date": pandas.to_datetime(["2019-10-30"]), "event": pandas.Categorical(["received"])}),
            pandas.DataFrame({**columns, "reference": pandas.array([pandas.NA], dtype="string"), "by": [float("nan")]}),
            polars.DataFrame(columns),
            polars.DataFrame({**columns, "obligation": ["p/1.1/bmg@2019-10"], "note": ["longer than twelve bytes, so it lies elsewhere"]}),
            polars.DataFrame(columns).with_columns(polars.col("event").cast(polars.Categorical)),
            table,
            table.to_batches()[0],
            pyarrow.concat_tables([table.slice(0, 0), table]),
            pyarrow.table({**columns, "event": pyarrow.array(["received"]).dictionary_encode()}),
            pyarrow.table({**columns, "event": pyarrow.array(["received"], pyarrow.large_string())}),
            pyarrow.table({**columns, "event": pyarrow.array(["received"], pyarrow.string_view())}),
            pyarrow.table({**columns, "note": pyarrow.nulls(1)}),
            *(pyarrow.table({**columns, "date": pyarrow.array([midnight], pyarrow.timestamp(unit))}) for unit in ("s", "ms", "us", "ns")),
            pyarrow.table({**columns, "date": pyarrow.array([RECORD["date"]], pyarrow.date64())}),
            duckdb.sql("select 'received' as event, 'p/1.1/bmg@2019-10' as obligation, date '2019-10-30' as date"),
        ):
            self.assertEqual(state_after(made), "received", type(made))

    def test_a_part_of_a_frame_is_that_part(self):
        (pyarrow, polars) = needs("pyarrow", "polars")
        days = [None, datetime.date(2019, 10, 1), datetime.date(2019, 10, 2), datetime.date(2019, 10, 3)]
        whole = pyarrow.table({
            "event": pyarrow.array(["moved", "published", "published", "decided"]).dictionary_encode(),
            "obligation": ["none"] + ["p/1.1/bmg@2019-10"] * 3, "date": days, "reference": [None, "a" * 20, None, "c"],
        })
        for part in (whole.slice(1, 2), whole.to_batches()[0].slice(1, 2), polars.DataFrame(whole).slice(1, 2)):
            added = safegov.add_records(before(), part).records[-2:]
            self.assertEqual([record.date for record in added], days[1:3])
            self.assertEqual([record.reference for record in added], ["a" * 20, None])

    def test_pandas_without_pyarrow(self):
        (pandas,) = needs("pandas")

        class Alone(pandas.DataFrame):
            def __arrow_c_stream__(self, requested_schema=None):
                raise ImportError("pyarrow is not there")

        when = pandas.to_datetime(["2019-10-30"])
        self.assertEqual(state_after(Alone({**{name: [value] for name, value in RECORD.items()}, "date": when, "by": [pandas.NaT],
                                            "reference": [pandas.NA]})), "received")

    def test_a_bad_cell_has_its_row_and_column(self):
        second = [RECORD, {**RECORD, "event": "published"}]
        for cell, error in (("soon", safegov.InputError), (datetime.datetime(2019, 10, 30, 9), ValueError), (1.5, ValueError),
                            (datetime.datetime(2019, 10, 30, tzinfo=datetime.timezone.utc), ValueError), (b"2019-10-30", TypeError),
                            (object(), TypeError), ([], TypeError), (10**30, safegov.InputError), (True, safegov.InputError)):
            self.refused(error, "row 3, column 'date'", [RECORD, {**second[1], "date": cell}])
        self.refused(safegov.InputError, "row 3 has no 'date'", [RECORD, {**second[1], "date": None}])
        self.refused(safegov.InputError, "'p/9'", [{**RECORD, "obligation": "p/9"}])
        self.refused(safegov.InputError, "control byte", [{**RECORD, "reference": "\0"}])
        self.refused(safegov.InputError, "no column 'date'", [{"event": "received", "obligation": "p/1.1/bmg@2019-10", "dat": "x"}])
        try:
            safegov.add_records(before(), [RECORD, {**RECORD, "date": "soon"}], name="minutes.parquet")
        except safegov.InputError as error:
            self.assertEqual([(problem.code, problem.where[0]) for problem in error.diagnostics], [("SG113", "minutes.parquet"), ("SG019", "minutes.parquet")])

    def test_bad_columns_of_frames_are_named(self):
        (pyarrow, pandas) = needs("pyarrow", "pandas")
        columns = {name: [value] for name, value in RECORD.items()}
        noon = datetime.datetime(2019, 10, 30, 12)
        self.refused(TypeError, "column 'date': .*time zone", pyarrow.table({**columns, "date": pyarrow.array([noon], pyarrow.timestamp("us", "UTC"))}))
        self.refused(ValueError, "row 2, column 'date': .*time", pyarrow.table({**columns, "date": [noon]}))
        self.refused(TypeError, "column 'by'", pyarrow.table({**columns, "by": [["qa"]]}))
        self.refused(TypeError, "column 'by'", pyarrow.table({**columns, "by": [{"a": 1}]}))
        self.refused(ValueError, "row 2, column 'note': 1.5", pandas.DataFrame({**columns, "note": [1.5]}))
        self.refused(TypeError, "names", pyarrow.chunked_array([["received"]]))
        self.refused(TypeError, "name of a column", {3: ["x"]})
        self.refused(ValueError, "column 'date' has 2 rows", {"event": ["received"], "date": ["2019", "2020"]})
        for wrong in (3, "a table", None, b"x", [3], ["event"]):
            self.refused(TypeError, "table|row 2", wrong)

    def test_what_raises_half_way_leaves_everything_as_it_was(self):
        (pyarrow,) = needs("pyarrow")

        def broken():
            yield RECORD
            raise OSError("the line is dead")

        self.refused(OSError, "the line is dead", broken())
        batch = pyarrow.table({name: [value] for name, value in RECORD.items()}).to_batches()[0]

        def batches():
            yield batch
            raise OSError("the line is dead")

        reader = pyarrow.RecordBatchReader.from_batches(batch.schema, batches())
        self.refused((OSError, ValueError), "the line is dead", reader)
        stream = batch.__arrow_c_stream__()
        class Twice:
            def __arrow_c_stream__(self, requested_schema=None):
                return stream
        self.assertEqual(state_after(Twice()), "received")
        self.refused(ValueError, "taken before", Twice())

    def test_a_frame_that_changes_meanwhile_is_taken_as_it_was_found(self):
        rows = [dict(RECORD)]

        def changing():
            for row in rows:
                yield row
                row["date"] = "soon"
                if len(rows) < 2:
                    rows.append({**RECORD, "event": "published"})

        with self.assertRaises(safegov.InputError):
            safegov.add_records(before(), changing())

    def test_promises_make_a_plan(self):
        alone = safegov.read_texts([("partnership.yaml", PARTNERSHIP)])
        plan = {"plan": ["p", "p", "p"], "objective": ["1", "1", "1"], "action": ["1.1", "1.1", "1.1"], "lead": ["qa"] * 3,
                "promise": ["bmg", "bmg", "review"], "what": ["Report", "Report", "Review"], "to": ["bmg", "bmg", None],
                "due": ["June 2019", "Oct 2019", "ongoing"]}
        made = safegov.add_promises(alone, plan)
        again = safegov.expand_obligations(before())
        owed = safegov.expand_obligations(made)
        self.assertEqual(owed.table("id").column("id").texts, again.table("id").column("id").texts)
        self.refused(safegov.InputError, "row 3, column 'lead'", {**plan, "lead": ["qa", "bmg", "qa"]}, safegov.add_promises, alone)

    def test_what_goes_out_as_columns_comes_in_again(self):
        (polars,) = needs("polars")
        owed = safegov.expand_obligations(before())
        names = ("plan", "objective", "action", "promise", "what", "from", "to", "lead", "due")
        alone = safegov.read_texts([("partnership.yaml", PARTNERSHIP)])
        again = safegov.expand_obligations(safegov.add_promises(alone, polars.DataFrame(owed.table(*names))))
        self.assertTrue(polars.DataFrame(owed.table(*names, "id", "first", "last")).equals(polars.DataFrame(again.table(*names, "id", "first", "last"))))

    def test_many_records_come_in(self):
        (pyarrow,) = needs("pyarrow")
        count = 20_000
        bodies = {"partnership": {"id": "big", "name": "Big", "top": "board", "bodies": [{"id": "board"}, {"id": "team"}]}}
        numbers = [str(i) for i in range(count)]
        promises = pyarrow.table({
            "plan": ["p"] * count, "objective": ["1"] * count, "action": numbers, "lead": ["team"] * count, "promise": ["report"] * count,
            "what": ["Report"] * count, "to": ["board"] * count, "due": ["June 2019"] * count})
        made = safegov.add_promises(safegov.from_dict(bodies), promises)
        records = pyarrow.table({"event": ["received"] * count, "obligation": [f"p/{i}/report@2019-06" for i in numbers],
                                 "date": pyarrow.array([18050] * count, pyarrow.date32())})
        state = safegov.assess(safegov.expand_obligations(safegov.add_records(made, records)), as_at="2019-07-01")
        self.assertEqual(state.counts["received"], count)


if __name__ == "__main__":
    unittest.main()
