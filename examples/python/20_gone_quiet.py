"""Which groups have gone quiet: nothing has come from them for longer than their own rhythm allows.

A promise with several dates has a rhythm, the longest time between two of them; a body's is that of its most frequent
report. A body from which nothing came in at all is quiet once its first date is over.
"""

from __future__ import annotations

import argparse
import datetime
from collections import defaultdict

import safegov

Day = datetime.date


def rhythms(state: safegov.Assessment) -> dict[str, int]:
    """For each body that reports more than once: how many days may lie between two reports of it."""
    days: dict[tuple[str, str], set[Day]] = defaultdict(set)
    for row in safegov.to_dicts(state, "from", "promise", "last"):
        if row["from"] and row["last"]:
            days[row["from"], row["promise"]].add(row["last"])
    found: dict[str, int] = {}
    for (body, _), dates in days.items():
        ordered = sorted(dates)
        gaps = [(later - earlier).days for earlier, later in zip(ordered, ordered[1:])]
        if gaps:
            found[body] = min(max(gaps), found.get(body, max(gaps)))
    return found


def heard_last(partnership: safegov.Partnership, as_at: Day) -> dict[str, Day]:
    """The last day on which something came in from each body, whenever it was promised."""
    everything = safegov.assess(safegov.expand_obligations(partnership), as_at=as_at)
    found: dict[str, Day] = {}
    for row in safegov.to_dicts(everything, "from", "state", "closed_on"):
        if row["from"] and row["state"] in ("received", "received_late"):
            found[row["from"]] = max(row["closed_on"], found.get(row["from"], row["closed_on"]))
    return found


def first_due(state: safegov.Assessment) -> dict[str, Day]:
    """The first day by which each body owed something."""
    found: dict[str, Day] = {}
    for row in safegov.to_dicts(state, "from", "last"):
        if row["from"] and row["last"]:
            found[row["from"]] = min(row["last"], found.get(row["from"], row["last"]))
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--as-at", required=True)
    given = parser.parse_args()
    partnership = safegov.read_partnership(*given.paths)
    state = safegov.assess(safegov.expand_obligations(partnership, promised_by=given.as_at), as_at=given.as_at)

    names = {body.id: body.name or body.id for body in partnership.bodies}
    heard, due = heard_last(partnership, state.as_at), first_due(state)
    quiet, others = [], []
    for body, rhythm in rhythms(state).items():
        since = heard.get(body, due[body])
        silent = (state.as_at - since).days
        if silent > (rhythm if body in heard else 0):
            said = "last heard on" if body in heard else "never heard, first due on"
            quiet.append((-silent, f"  {silent:4} days  {names[body]}: {said} {since}, promised every {rhythm} days"))
        else:
            said = "last heard on" if body in heard else "nothing due before"
            others.append(f"  {names[body]}: {said} {since}")
    print(f"quiet as at {state.as_at}, {len(quiet)} of {len(quiet) + len(others)} that report more than once")
    print("\n".join(line for _, line in sorted(quiet)))
    print("not quiet")
    print("\n".join(sorted(others)))


if __name__ == "__main__":
    main()
