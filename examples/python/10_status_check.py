"""Says in a pipeline's log where a partnership stands, and fails if something is overdue for too long.

The exit codes are those of the command line: 0 all is within the limit, 1 something is not, 2 it could not be read.
"""

from __future__ import annotations

import argparse
import sys

import safegov


def overdue_beyond(state: safegov.Assessment, limit: int) -> list[safegov.Obligation]:
    """What has been overdue for more than `limit` days, the longest first."""
    late = [row for row in state if row.state == "overdue" and row.days_overdue > limit]
    return sorted(late, key=lambda row: (-row.days_overdue, row.id))


def report(state: safegov.Assessment, limit: int) -> bool:
    """Prints a few lines for the log; whether everything is within the limit."""
    late = overdue_beyond(state, limit)
    name = state.obligations.partnership.arrangements.partnership
    print(f"{name} as at {state.as_at}: {len(state)} obligations, {state.counts['overdue']} overdue, "
          f"{len(late)} of them for more than {limit} days")
    for row in late[:5]:
        print(f"  {row.days_overdue:5} days  {row.id}  {row.from_ or 'nobody stated'} to {row.to or 'nobody stated'}")
    if len(late) > 5:
        print(f"  and {len(late) - 5} more")
    return not late


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", help="the files and folders of one partnership")
    parser.add_argument("--as-at", required=True, help="the day to judge by: a pipeline says which, nothing asks a clock")
    parser.add_argument("--of", nargs="*", default=[], help="only what these plans promise")
    parser.add_argument("--limit", type=int, default=0, help="how many days overdue are let pass")
    given = parser.parse_args()
    try:
        partnership = safegov.read_partnership(*given.paths)
    except safegov.InputError as error:
        for problem in error.diagnostics:
            print(problem, end="", file=sys.stderr)
        return 2
    owed = safegov.expand_obligations(partnership, of=given.of, promised_by=given.as_at)
    return 0 if report(safegov.assess(owed, as_at=given.as_at), given.limit) else 1


if __name__ == "__main__":
    sys.exit(main())
