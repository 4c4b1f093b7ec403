#!/usr/bin/env python3
"""What the Python package costs beside Python objects, pandas and Polars, on a million obligations.

Usage: python_frames.py [ROWS], with the release package on PYTHONPATH, pandas, Polars and pyarrow installed
"""

import statistics
import subprocess
import sys
import time

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

data, frame, day = safegov.to_pandas(state), polars.DataFrame(state), pandas.Timestamp(DAY)
ours = median(lambda: safegov.assess(owed, as_at=DAY).by("lead"))
theirs = median(lambda: data.assign(over=data["last"] < day).groupby("lead", observed=True)["over"].sum())
other = median(lambda: frame.with_columns((polars.col("last") < day).alias("over")).group_by("lead").agg(polars.col("over").sum()))
print(f"every state, rolled up to {BODIES} bodies: {ours:.2f} ms; overdue alone by pandas {theirs / ours:.1f}x, by Polars {other / ours:.1f}x")

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
