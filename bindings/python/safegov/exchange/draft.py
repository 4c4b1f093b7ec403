"""A plan that is being made of rows, and every doubt at the value that it is about."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from .bodies import Bodies
from .tables import Cell, Doubt, one_line
from .words import begins_small, stops_open, without_bullet

# Where a row that was put between two halves prints nothing.
GAP = "[...]"
_PLACE = re.compile(r"line (\d+)(?:, column \d+)?\Z")


class Settings(NamedTuple):
    """What the caller says, and no file does."""

    file: str
    plan: str
    partnership: str
    name: str | None = None
    title: str | None = None
    period: str | None = None
    dated: str | None = None
    as_at: str | None = None
    given: str | None = None
    """The plan's id, if the caller gave it."""
    scale: tuple[tuple[str, str], ...] = ()
    """The words and letters of the bands that may be declared, and the band of each."""


class Draft:
    def __init__(self, settings: Settings, bodies: Bodies) -> None:
        self.settings = settings
        self.bodies = bodies
        self.objectives: list[dict[str, Any]] = []
        self.priorities: list[dict[str, Any]] = []
        self.records: list[dict[str, Any]] = []
        self.doubts: list[Doubt] = []
        self._about: dict[tuple[int, str], list[Doubt]] = {}
        self._kept: list[dict[str, Any]] = []

    def doubt(self, value: dict[str, Any], key: str, cell: Cell, reason: str, kind: str = "guess") -> None:
        """A comment above `key` of `value`, and a line of the report."""
        found = Doubt(cell.where, one_line(cell.text), reason, kind)
        here = self._about.setdefault((id(value), key), [])
        if found not in here:
            self._kept.append(value)  # an id is that of a living thing only
            here.append(found)
            self.doubts.append(found)

    def about(self, value: dict[str, Any], key: str) -> list[Doubt]:
        return self._about.get((id(value), key), [])

    def hand_over(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        """What was said of one value is said of another, which takes its words."""
        for (of, key), doubts in list(self._about.items()):
            if of == id(old):
                here = self._about.setdefault((id(new), key), [])
                here.extend(doubt for doubt in doubts if doubt not in here)
                self._kept.append(new)

    def put(self, value: dict[str, Any], key: str, cell: Cell, words: str) -> None:
        """The words of a cell, with what is odd about the cell."""
        value[key] = words
        for remark in cell.remarks:
            self.doubt(value, key, cell, remark)

    def source(self, cell: Cell) -> str:
        """`plan.txt:99`, `plan.xlsx!B7`."""
        line = _PLACE.match(cell.where)
        return f"{self.settings.file}:{line[1]}" if line else f"{self.settings.file}, {cell.where}"

    def go_on(self, value: dict[str, Any], key: str, cell: Cell, gap: str = "") -> None:
        words = one_line(without_bullet(cell.text))
        above = value.get(key, "")
        value[key] = " ".join(part for part in (above, gap, words) if part)
        for remark in cell.remarks:
            self.doubt(value, key, cell, remark)
        reason = "this cell goes on where the one above stops: joined"
        self.doubt(value, key, cell, reason + (f", with {GAP} for what may be lost between" if gap else ""))

    def tell_open(self, value: dict[str, Any], key: str, cell: Cell, words: str) -> None:
        if begins_small(words):
            self.doubt(value, key, cell, "it begins in the middle of a sentence: words before it may be lost")
        value.setdefault("_ends", []).append((key, cell))

    def tell_stops(self, value: dict[str, Any]) -> None:
        """Once all rows are there: what still stops in the middle of a sentence."""
        for key, cell in value.get("_ends", ()):
            if stops_open(value.get(key, "")):
                self.doubt(value, key, cell, "it stops in the middle of a sentence: words after it may be lost")
