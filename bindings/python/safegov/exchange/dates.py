"""The words of the date column as a `due`: read by the library, split where there are several, kept where none."""

from __future__ import annotations

from typing import NamedTuple

from .._core import Deadline, Deadlines, parse_deadlines
from .draft import Settings
from .tables import one_line


class Due(NamedTuple):
    words: str = ""
    reason: str = ""
    """Why they could not be taken as they stand."""
    note: str = ""
    """What was done to them."""
    kept: str = ""
    """Words that no file may have as a `due`."""


# A file with these is unsound: no calendar has such a day, or nothing says when it ends.
_UNSOUND = ("impossible", "endless", "not_in_force", "outside_calendar")


def due_of(text: str, settings: Settings) -> Due:
    printed = one_line(text)
    if not printed:
        return Due()
    if len(printed.encode()) > 4000:
        return Due("", "too long for a date: the words are kept in the note", "", printed)
    read = _read(text, settings)
    if read.problems:
        told = "; ".join(dict.fromkeys(problem.message for problem in read.problems))
        helped = next((problem.help for problem in read.problems if problem.help), "")
        reason = f"not read as a date: {told}" + (f" ({helped})" if helped else "")
        if any(problem.kind in _UNSOUND for problem in read.problems) or _twice(read):
            return Due("", reason, "", printed)
        return Due(printed, reason)
    if len(read.deadlines) < 2:
        return Due(printed)
    by_meaning: dict[tuple[object, ...], Deadline] = {}
    for deadline in read.deadlines:
        by_meaning.setdefault(_meant(deadline), deadline)
    once = list(by_meaning.values())
    listed = ", ".join(deadline.text for deadline in once)
    again = _read(listed, settings)
    same = not again.problems and list(again.deadlines) == once
    if len(once) < len(read.deadlines):
        if same and _says_all(printed, read):
            return Due(listed, "", "a date stands twice here: written once")
        return Due("", "a date stands twice here, as in no promise: the words are kept in the note", "", printed)
    if listed == printed or not same or not _says_all(printed, read):
        return Due(printed)
    return Due(listed, "", f"{len(once)} dates stand in the cell: split by commas")


def _meant(deadline: Deadline) -> tuple[object, ...]:
    return (deadline.first, deadline.last) if deadline.kind == "dated" else (deadline.kind, deadline.text.casefold())


def _twice(read: Deadlines) -> bool:
    return len({_meant(deadline) for deadline in read.deadlines}) < len(read.deadlines)


def _read(text: str, settings: Settings) -> Deadlines:
    return parse_deadlines(text, anchor=settings.dated, period=settings.period)


def _says_all(printed: str, read: Deadlines) -> bool:
    """Nothing of what is printed is lost in the list but spaces, line breaks and what parts dates."""
    left = printed
    for deadline in read.deadlines:
        before, found, left = left.partition(one_line(deadline.text))
        if not found or before.strip(" ,;&") not in ("", "and"):
            return False
    return not left.strip(" ,;.")
