"""Tables as they stand in a file: rows of cells, each with its place and with what is odd about it."""

from __future__ import annotations

import re
from typing import NamedTuple

LARGEST_TEXT = 16 * 1024 * 1024
MOST_ROWS = 100_000
MOST_COLUMNS = 256

# What cannot stand in a text, what has no width, and the spaces that are none of the keyboard's.
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SPACES = re.compile("[^\\S\n]+")


class Doubt(NamedTuple):
    """Something that the importer was not sure of."""

    where: str
    words: str
    reason: str
    kind: str = "guess"
    """`guess`: taken in one way of several; `unread`: the words are kept and say nothing yet; `left out`."""


class Cell(NamedTuple):
    """Words, their place, and what is odd about them."""

    text: str
    where: str
    remarks: tuple[str, ...] = ()
    under: str = ""
    """The place of the cell that this one is merged into."""
    across: bool = False
    """It is merged into a cell of its own row."""
    colour: str = ""


class Row(NamedTuple):
    cells: tuple[Cell, ...]
    where: str
    after_break: bool = False
    """A page break, or an empty line, stands before it."""


class Table(NamedTuple):
    name: str
    rows: tuple[Row, ...]
    between: tuple[Cell, ...] = ()
    """The lines between the table before it and this one."""

    @property
    def width(self) -> int:
        return max((len(row.cells) for row in self.rows), default=0)


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with plain spaces and line feeds, and a remark if it held what no text can."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x0b", "\n").replace("\x0c", "\n")
    text = text.replace("\x85", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _NO_WIDTH.sub("", text)
    kept = _CONTROL.sub(" ", text)
    lines = [_SPACES.sub(" ", line).strip() for line in kept.split("\n")]
    remarks = ("control characters stood in it, and are left out",) if kept != text else ()
    return "\n".join(line for line in lines if line), remarks


def cell_of(text: str, where: str, *remarks: str) -> Cell:
    words, odd = clean(text)
    return Cell(words, where, odd + remarks)


def one_line(text: str) -> str:
    """All white space as single spaces."""
    return " ".join(text.split())
