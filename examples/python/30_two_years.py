"""Two years compared: where a plan's obligations went from one year to the next, and two plans by who leads.

Usage: 30_two_years.py NOTTINGHAM ROLLOVER, the folders of these examples
"""

from __future__ import annotations

import sys

import pandas as pd  # type: ignore[import-untyped,unused-ignore]

import safegov


def standing(folder: str, plan: str, as_at: str) -> pd.DataFrame:
    """A row for each obligation of one plan as at a day, by its id."""
    owed = safegov.expand_obligations(safegov.read_partnership(folder), of=[plan])
    state = safegov.assess(owed, as_at=as_at)
    return safegov.to_pandas(state, "id", "lead", "state").set_index("id")


def moved(before: pd.DataFrame, after: pd.DataFrame) -> pd.DataFrame:
    """How many obligations went from which state (down) to which (across); an id is the same promise on both days."""
    return pd.crosstab(before["state"].astype(str), after["state"].reindex(before.index).astype(str), margins=True,
                       margins_name="in all", rownames=["before"], colnames=["after"])


def by_lead(old: pd.DataFrame, new: pd.DataFrame) -> pd.DataFrame:
    """What each body led in the old plan, what of it came in, and what it leads in the new one."""
    came_in = old[old["state"].isin(["received", "received_late"])]
    table = pd.DataFrame({name: plan["lead"].astype(str).value_counts()
                          for name, plan in {"old": old, "came in": came_in, "new": new}.items()})
    return table.fillna(0).astype(int).sort_index().rename_axis("lead")


def main(nottingham: str, rollover: str) -> None:
    print("bp-2019, from 30 June 2019 (down) to 30 June 2020 (across)")
    print(moved(standing(nottingham, "bp-2019", "2019-06-30"), standing(nottingham, "bp-2019", "2020-06-30")).to_string())
    print("\nobligations of bp-2022 and of bp-2025, which follows it, on 1 April 2025")
    print(by_lead(standing(rollover, "bp-2022", "2025-04-01"), standing(rollover, "bp-2025", "2025-04-01")).to_string())


if __name__ == "__main__":
    main(*sys.argv[1:])
