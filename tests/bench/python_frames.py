#!/usr/bin/env python3
"""What the Python package costs beside Python objects, pandas, NumPy, Polars and DuckDB, on a million obligations.

Usage: python_frames.py [ROWS], with the release package on PYTHONPATH, pandas, Polars, DuckDB and pyarrow installed
"""

import datetime
import statistics
import subprocess
import sys
import time

import duckdb
import numpy
import pandas
import polars
import pyarrow

import safegov

ROWS = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
BODIES = 10_000
DAY = "2019-11-01"


def texts():
    head = "safegov: 1\npartnership: generated\n"
    yield "partnership.yaml", head + "name: G\ntop: b0\nbodies:\n" + "".join(f"  - {{id: b{i}}}\n" for i in range(BODIES))
    number = 0
    for plan in range(ROWS // 240 + 1):
        lines = [head + f"plan: p{plan}\nobjectives:\n"]
        for objective in range(1, 16):
            lines.append(f"  - no: {objective}\n    actions:\n      - no: {objective}.1\n        lead: b{number % BODIES}\n        promises:\n")
            for promise in range(4):
                number += 1
                lines.append(f"          - {{id: r{promise}, what: R, to: b{number * 7 % BODIES}, due: 'June 2019, Oct 2019, Feb 2020, June 2020'}}\n")
        yield f"plan-{plan}.yaml", "".join(lines)


def median(call, times=9):
    took = []
    for _ in range(times):
        begin = time.perf_counter()
        call()
        took.append(time.perf_counter() - begin)
    return 1000 * statistics.median(took)


owed = safegov.expand_obligations(safegov.read_texts(list(texts())))
state = safegov.assess(owed, as_at=DAY)
few = 20_000


def from_objects():
    rows = [state[i] for i in range(few)]
    names = ("plan", "from_", "to", "lead", "first", "last", "state")
    return pandas.DataFrame({name: [getattr(row, name) for row in rows] for name in names})


objects = median(from_objects, 3) * len(owed) / few
print(f"{len(owed)} rows; as Python objects to pandas {objects:.0f} ms")
for name, call in (("pyarrow.table", lambda: pyarrow.table(state)), ("polars.DataFrame", lambda: polars.DataFrame(state)),
                   ("to_pandas", lambda: safegov.to_pandas(state))):
    took = median(call)
    print(f"{name}: {took:.2f} ms, {objects / took:.0f}x")

# The same job for all: the state of every row as at a day, and how many of each body are in which. The columns lie ready
# in each library's own best kind; the counts must agree.
WORDS = ("received", "received_late", "overdue", "due", "due_soon", "not_due")
dates = safegov.to_pandas(owed, "lead", "first", "last")
received = pandas.Series(pandas.NaT, index=dates.index)
every = pandas.Series(owed.table("id").column("id").texts)
done = every[every.index % 2 == 0]
came_in = dates["last"][done.index] + pandas.to_timedelta(done.index % 40 - 30, "D")
told = safegov.add_records(owed.partnership, pandas.DataFrame({"event": "received", "obligation": done, "date": came_in}))
owed = safegov.expand_obligations(told)
data = safegov.to_pandas(owed, "id", "lead", "first", "last")
data["received"] = data.pop("id").map(pandas.Series(came_in.values, index=done.values))
data.loc[data["received"] > pandas.Timestamp(DAY), "received"] = pandas.NaT
day = pandas.Timestamp(DAY)
frame = polars.from_pandas(data)
lead, first, last = (data["lead"].cat.codes.to_numpy().astype("int32"), *(data[name].to_numpy("datetime64[D]").astype("int32") for name in ("first", "last")))
came = data["received"].to_numpy("datetime64[D]").astype("int64")
came = numpy.where(data["received"].isna(), 2**30, came).astype("int32")
number = int(numpy.datetime64(DAY).astype("int64"))


def by_safegov():
    return safegov.assess(owed, as_at=DAY).by("lead")


def by_pandas():
    codes = numpy.select([data["received"] <= data["last"], data["received"].notna(), data["last"] < day, data["first"] <= day,
                          data["first"] - day <= pandas.Timedelta(days=30)], [0, 1, 2, 3, 4], 5)
    states = pandas.Categorical.from_codes(codes, categories=WORDS)
    return data.assign(state=states).groupby(["lead", "state"], observed=False).size()


def by_numpy():
    # Without a branch: which of the six, from comparisons alone.
    came_in = came < 2**30
    states = numpy.where(came_in, (came > last).astype("int8"),
                         2 + (last >= number).astype("int8") + ((first > number) & (last >= number)).astype("int8")
                         + ((first > number + 30) & (last >= number)).astype("int8"))
    return numpy.bincount(lead * 6 + states, minlength=BODIES * 6)


def by_polars():
    column = polars.col
    state = (polars.when(column("received") <= column("last")).then(0).when(column("received").is_not_null()).then(1)
             .when(column("last") < day).then(2).when(column("first") <= day).then(3)
             .when(column("first") <= day + datetime.timedelta(days=30)).then(4).otherwise(5).cast(polars.Int8))
    return frame.lazy().group_by("lead", state.alias("state")).len().collect()


connection = duckdb.connect()
connection.execute("create table rows as select lead::varchar::varchar as word, first, last, received from frame")
connection.execute(f"create type bodies as enum (select distinct word from rows); create table owed as select word::bodies as lead,"
                   " first::date as first, last::date as last, received::date as received from rows")


def by_duckdb():
    return connection.execute(
        f"select lead, case when received <= last then 0 when received is not null then 1 when last < date '{DAY}' then 2"
        f" when first <= date '{DAY}' then 3 when first <= date '{DAY}' + 30 then 4 else 5 end as state, count(*) from owed group by all").fetchnumpy()


counts = safegov.assess(owed, as_at=DAY).counts
wanted = [counts[word] for word in WORDS]
assert sum(wanted) == len(owed), counts
assert by_pandas().groupby(level="state", observed=False).sum().reindex(WORDS).tolist() == wanted
assert by_numpy().reshape(-1, 6).sum(axis=0).tolist() == wanted
sums = dict(by_polars().group_by("state").agg(polars.col("len").sum()).rows())
assert [sums.get(i, 0) for i in range(6)] == wanted
sums = by_duckdb()
assert [int(sums["count_star()"][sums["state"] == i].sum()) for i in range(6)] == wanted
ours = median(by_safegov)
print(f"assess {len(owed)} rows, half of them received, and roll up to {BODIES} bodies: {ours:.2f} ms")
for name, call in (("pandas", by_pandas), ("NumPy", by_numpy), ("Polars", by_polars), ("DuckDB", by_duckdb)):
    took = median(call)
    print(f"  {name}: {took:.1f} ms, {took / ours:.1f}x")

body = owed.partnership.bodies[5]
begin = time.perf_counter()
for _ in range(200_000):
    body.id
print(f"a property: {(time.perf_counter() - begin) / 200_000 * 1e9:.0f} ns")
times = []
for _ in range(9):
    times += [float(subprocess.run([sys.executable, "-c", "import time; a = time.perf_counter(); import safegov; print(time.perf_counter() - a)"],
                                   check=True, stdout=subprocess.PIPE).stdout)]
print(f"import: {1000 * statistics.median(times):.1f} ms")
