"""A national roll-up in Polars: every partnership of a folder, read and assessed in threads.

Usage: 40_national_rollup.py FOLDER DAY [THREADS]

FOLDER has a folder for each partnership. While the library reads and assesses, Python's lock is free: two threads keep
two processors busy, and the last line on standard error says so.
"""

from __future__ import annotations

import sys
import time

import polars as pl

import safegov


def obligations(partnership: safegov.Partnership, as_at: str) -> pl.DataFrame:
    """A row for each obligation of one partnership."""
    state = safegov.assess(safegov.expand_obligations(partnership, promised_by=as_at), as_at=as_at)
    rows = pl.DataFrame(state.table("state", "days_overdue")).with_columns(pl.col("state").cast(pl.String))
    return rows.with_columns(partnership=pl.lit(partnership.arrangements.partnership))


def counts(rows: pl.DataFrame) -> pl.DataFrame:
    """How many obligations of each partnership are in each state."""
    return rows.group_by("partnership", "state").agg(obligations=pl.len()).sort("partnership", "state")


def worst(rows: pl.DataFrame) -> pl.DataFrame:
    """The partnerships by what is overdue: how many, then for how long."""
    late = pl.col("state") == "overdue"
    return rows.group_by("partnership").agg(
        overdue=late.sum(), obligations=pl.len(), longest_days=pl.col("days_overdue").filter(late).max(),
    ).sort("overdue", "longest_days", "partnership", descending=[True, True, False])


def main(folder: str, as_at: str, threads: str = "2") -> None:
    wall, busy = time.perf_counter(), time.process_time()
    # Of what is unsound it hands over the error: no figure comes from that.
    read = safegov.read_each(safegov.find_partnerships(folder), lambda each: obligations(each, as_at), threads=int(threads))
    wall, busy = time.perf_counter() - wall, time.process_time() - busy

    rows = pl.concat([each for each in read if isinstance(each, pl.DataFrame)])
    unsound = [each for each in read if isinstance(each, safegov.InputError)]
    print(f"{len(read) - len(unsound)} of {len(read)} partnerships as at {as_at}: {len(rows):,} obligations")
    for error in unsound:
        first = error.diagnostics[0]
        print(f"in no figure, as it is unsound: {first.where and first.where[0]}: {first.message} [{first.code}]")
    for state, number in counts(rows).group_by("state").agg(pl.sum("obligations")).sort("state").iter_rows():
        print(f"  {state:15} {number:6,}")
    print("the five worst")
    for name, overdue, owed, longest in worst(rows).head(5).iter_rows():
        print(f"  {name}  {overdue} of {owed} overdue, the longest for {longest} days")
    print(f"read and assessed in {wall:.2f} s on {threads} threads, {busy / wall:.1f} processors busy", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
