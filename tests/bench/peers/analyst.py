"""What an analyst writes on the same columns, with pandas or with NumPy; in process, on request.

Usage: analyst.py pandas|pandas-days|numpy FOLDER      (answers the same lines as engine.cpp)

The pandas half is what a good analyst writes: np.select over a DataFrame, and for the timeline the
stretch of days in each state, value_counts of where they begin and end, and a running sum; `sums` is the
same with half the counting. Days are timestamps, which is what
pandas has for them; `pandas-days` has int32 in their place, its best case. Both give small numbers for
states, no words. The NumPy half is what an expert writes who counts passes over memory.
"""
import pathlib
import sys
import time

import numpy as np
import pandas as pd

UNDATED, OPEN, UNRESOLVED, NOT_DUE, DUE_SOON, DUE, PART, OVERDUE, RECEIVED, LATE = range(10)
STATES, DATED, SOON, NO_DAY = 13, 1, 30, 2**31 - 1
KINDS = {0: UNDATED, 2: OPEN, 3: UNRESOLVED}  # what stands for a kind without days


class Pandas:
    def __init__(self, columns, timestamps):
        self.owed = pd.DataFrame(columns)
        self.day, self.one = int, 1
        if timestamps:
            self.day, self.one = lambda day: pd.Timestamp(day, unit="D"), pd.Timedelta(days=1)
            for name in ("first", "last", "received"):
                days = self.owed[name].where(self.owed[name] != NO_DAY)
                self.owed[name] = pd.to_datetime(days, unit="D")

    def assess(self, day):
        owed, day = self.owed, self.day(day)
        conditions = [owed.kind == kind for kind in KINDS] + [
            (owed.received <= day) & (owed.received > owed["last"]), owed.received <= day, owed["last"] < day,
            owed["first"] <= day, owed["first"] <= day + SOON * self.one]
        state = pd.Series(np.select(conditions, [*KINDS.values(), LATE, RECEIVED, OVERDUE, DUE, DUE_SOON], NOT_DUE))
        return state, state.value_counts().reindex(range(STATES), fill_value=0).to_numpy()

    def days(self, first, last):
        first, after = self.day(first), self.day(last + 1)
        return first, after, pd.date_range(first, after, inclusive="left") if self.one != 1 else range(first, after)

    def timeline(self, first, last):
        """Of every row the stretch of days in each state; of every state how many enter and leave it on each day."""
        first, after, days = self.days(first, last)
        dated = self.owed[self.owed.kind == DATED]
        received = dated.received.fillna(after)
        opens, begins, ends = dated["first"] - SOON * self.one, dated["first"], dated["last"] + self.one
        late = received >= ends
        stretches = {NOT_DUE: (pd.Series(first, dated.index), opens.where(opens < received, received)),
                     DUE_SOON: (opens, begins.where(begins < received, received)),
                     DUE: (begins, ends.where(ends < received, received)), OVERDUE: (ends, received),
                     RECEIVED: (received[~late], pd.Series(after, dated.index)), LATE: (received[late], pd.Series(after, dated.index))}
        lines = {}
        for state, (start, stop) in stretches.items():
            start, stop = start.clip(lower=first), stop.clip(upper=after).reindex(start.index)
            real = start < stop
            change = start[real].value_counts().reindex(days, fill_value=0) - stop[real].value_counts().reindex(days, fill_value=0)
            lines[state] = change.cumsum()
        for kind, state in KINDS.items():
            lines[state] = pd.Series((self.owed.kind == kind).sum(), days)
        return None, pd.DataFrame(lines, days).reindex(columns=range(STATES), fill_value=0).to_numpy().T

    def sums(self, first, last):
        """The same from the sums that the engine uses: half the counting, for who sees it."""
        first, after, days = self.days(first, last)
        dated = self.owed[self.owed.kind == DATED]
        end = dated.received.fillna(after).clip(lower=first, upper=after)
        late = ~(dated.received <= dated["last"])

        def since(column):
            """How many have come to this, for each day."""
            return column.value_counts().reindex(days, fill_value=0).cumsum()

        def opened(column):
            """The same, where what is received goes no further."""
            return since(column.clip(lower=first).where(column < end, end))
        soon, due, over = (opened(c) for c in (dated["first"] - SOON * self.one, dated["first"], dated["last"] + self.one))
        in_time, in_late = since(end[~late]), since(end[late])
        lines = {NOT_DUE: len(dated) - soon, DUE_SOON: soon - due, DUE: due - over,
                 OVERDUE: over - in_time - in_late, RECEIVED: in_time, LATE: in_late}
        for kind, state in KINDS.items():
            lines[state] = pd.Series((self.owed.kind == kind).sum(), days)
        return None, pd.DataFrame(lines, days).reindex(columns=range(STATES), fill_value=0).to_numpy().T


class Numpy:
    def __init__(self, columns):
        # What has no day stands last, and no record of it is left here.
        dated = int(np.count_nonzero(columns["kind"] == DATED))
        self.first, self.last, self.received = (columns[c][:dated].copy() for c in ("first", "last", "received"))
        self.kind = columns["kind"][dated:].copy()
        self.state_of_kind = np.array([UNDATED, NOT_DUE, OPEN, UNRESOLVED], np.uint8)

    def assess(self, day):
        dated = len(self.first)
        state = np.empty(dated + len(self.kind), np.uint8)
        state[dated:] = self.state_of_kind[self.kind]
        open_ = state[:dated]
        over = (self.last < day).view(np.uint8)
        np.add((self.first <= day + SOON).view(np.uint8), (self.first <= day).view(np.uint8), out=open_)
        over += over
        open_ += over
        open_ += np.uint8(NOT_DUE)
        done = (self.received > self.last).view(np.uint8)
        done += np.uint8(RECEIVED)
        np.copyto(open_, done, where=self.received <= day)
        return state, np.bincount(state, minlength=STATES)

    def timeline(self, first, last):
        days = last - first + 1
        start, end = np.int32(first), np.int32(last + 1)

        def since(column):
            column -= start
            return np.bincount(column, minlength=days + 1)[:days].cumsum()
        received = np.clip(self.received, start, end)
        late = self.received > self.last

        def before(day):
            np.clip(day, start, end, out=day)
            return since(np.minimum(day, received, out=day))
        soon, due, over = before(self.first - np.int32(SOON)), before(self.first.copy()), before(self.last + np.int32(1))
        received -= start
        late_slot = late.astype(np.int32) * np.int32(days + 1)
        late_slot += received
        both = np.bincount(late_slot, minlength=2 * (days + 1)).reshape(2, -1)[:, :days].cumsum(axis=1)
        counts = np.zeros((STATES, days), np.int64)
        counts[NOT_DUE], counts[DUE_SOON], counts[DUE] = len(self.first) - soon, soon - due, due - over
        counts[OVERDUE], counts[RECEIVED], counts[LATE] = over - both[0] - both[1], both[0], both[1]
        counts[self.state_of_kind[[0, 2, 3]]] = np.bincount(self.kind, minlength=4)[[0, 2, 3], None]
        return None, counts


def main(which, folder):
    folder = pathlib.Path(folder)
    columns = {c: np.fromfile(folder / c, np.uint8 if c == "kind" else np.int32) for c in ("first", "last", "received", "kind")}
    peer = Numpy(columns) if which == "numpy" else Pandas(columns, which == "pandas")
    print(len(columns["first"]), flush=True)
    counts = None
    for line in sys.stdin:
        what, *words = line.split()
        if what == "answer":
            print(*counts.ravel(), flush=True)
            continue
        *days, times = map(int, words)
        clock, processor = time.perf_counter_ns(), time.process_time_ns()
        for _ in range(times):
            state, counts = getattr(peer, what)(*days)
        processor, clock = time.process_time_ns() - processor, time.perf_counter_ns() - clock
        print(clock // times, processor // times, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
