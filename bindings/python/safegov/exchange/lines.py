"""The rows of a plan's tables, as cells by their field: heads and gaps gone, shifted cells back in place."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from .._core import parse_deadlines
from .header import FIELDS, IGNORED, Column, Head, find_head, is_head_again
from .tables import Cell, Doubt, Row, Table, one_line
from .words import has_bullet

NOTHING = Cell("", "")


class Line(NamedTuple):
    """A row of a plan."""

    cells: dict[str, Cell]
    row: Row
    others: tuple[tuple[str, Cell], ...] = ()
    """What stands in columns that a plan has no place for, under their headings."""
    heading: Cell | None = None
    """The only words of a row that is a heading within the table."""

    def of(self, field: str) -> Cell:
        return self.cells.get(field, NOTHING)


class Lines(NamedTuple):
    lines: list[Line]
    heads: list[tuple[str, Head]]
    doubts: list[Doubt]


def lines_of(path: str, tables: Sequence[Table], mapping: Mapping[str, str]) -> Lines:
    """All rows of all tables that have the head of a plan, or that go on where one stopped."""
    found = Lines([], [], [])
    head: Head | None = None
    headed = [find_head(table, mapping) for table in tables]
    titles = _titles(tables, headed)
    for table, own, title in zip(tables, headed, titles):
        rows = list(table.rows)
        if own is not None:
            found.heads.append((table.name, own))
            _tell_columns(own, found.doubts)
            for row in rows[: own.rows - 1]:
                _tell_row(row, "it stands above the head of the table", found.doubts)
            rows = rows[own.rows :]
            head = _with_numbers(own, rows, found.doubts)
            if title is not None:
                found.lines.append(Line({}, table.rows[0], (), title))
        elif head is not None and table.width == head.width:
            for cell in table.between:
                found.doubts.append(
                    Doubt(cell.where, cell.text, "it stands between rows of the table, in no cell", "left out")
                )
            if rows and not table.between:
                rows[0] = rows[0]._replace(after_break=True)
        else:
            reason = "this table has no head that is a plan's: it is left out (--column says what a heading means)"
            found.doubts.append(Doubt(table.name or path, _glimpse(table), reason, "left out"))
            continue
        found.lines.extend(_of_table(head, rows, found.doubts))
    if not found.heads:
        raise ValueError(
            f"path: {path} has no row whose headings are those of a plan (such as aim, action, lead, date)"
            + _nearest(tables)
            + "; say what its headings mean with --column 'HEADING = FIELD'"
        )
    return found


def _nearest(tables: Sequence[Table]) -> str:
    rows = [row for table in tables for row in table.rows[:1]]
    words = [one_line(cell.text)[:30] for row in rows[:1] for cell in row.cells if cell.text]
    return f"; its first row is {' | '.join(words[:8])}" if words else ", and no table"


def _glimpse(table: Table) -> str:
    words = [one_line(cell.text) for row in table.rows[:2] for cell in row.cells if cell.text]
    return f"{len(table.rows)} rows: " + " | ".join(words)


def _titles(tables: Sequence[Table], heads: Sequence[Head | None]) -> list[Cell | None]:
    """The line above each table, where several have one; a line above one table may be the end of a list."""
    above = [table.between[-1] if head and table.between else None for table, head in zip(tables, heads)]
    return above if sum(cell is not None for cell in above) > 1 else [None] * len(tables)


def _with_numbers(head: Head, rows: Sequence[Row], doubts: list[Doubt]) -> Head:
    """A first column without a heading counts the rows, if most of what stands in it are numbers or letters."""
    if head.columns[0].heading or head.columns[0].field or head.index_of("number") is not None:
        return head
    said = [row.cells[0].text for row in rows if row.cells and row.cells[0].text]
    counted = sum(bool(re.fullmatch(r"[A-Za-z]?\d+(?:\.\d+)*[.)]?|[a-z][.)]?", text)) for text in said)
    if not said or counted * 2 <= len(said):
        return head
    where = head.row.cells[0].where if head.row.cells else head.row.where
    doubts.append(Doubt(where, "", "the column has no heading, and what stands in it are numbers: read as the number"))
    return head._replace(columns=(head.columns[0]._replace(field="number"), *head.columns[1:]))


def _tell_columns(head: Head, doubts: list[Doubt]) -> None:
    for column in head.columns:
        where = head.row.cells[column.place].where if column.place < len(head.row.cells) else head.row.where
        if column.rival:
            reason = f"read as {FIELDS[column.field]}; it may mean {FIELDS[column.rival]}"
            doubts.append(Doubt(where, column.heading, reason))
        elif not column.field and column.heading:
            doubts.append(
                Doubt(where, column.heading, "a plan has no such column: its words go into the note of the action")
            )


def _tell_row(row: Row, why: str, doubts: list[Doubt]) -> None:
    for cell in row.cells:
        if cell.text:
            doubts.append(Doubt(cell.where, cell.text, why, "left out"))


def _of_table(head: Head, rows: list[Row], doubts: list[Doubt]) -> list[Line]:
    kept: list[tuple[Row, list[Cell]]] = []
    broken = False
    for row in rows:
        broken = broken or row.after_break
        if not any(cell.text for cell in row.cells):
            # An empty row is where a page ended, or nothing at all; a colour in it rates nothing.
            broken = True
            continue
        if is_head_again(head, row):
            continue
        cells = list(row.cells) + [Cell("", f"{row.where}, column {i + 1}") for i in range(len(row.cells), head.width)]
        for cell in cells[head.width :]:
            if cell.text:
                doubts.append(
                    Doubt(cell.where, cell.text, "it stands to the right of the table's last column", "left out")
                )
        kept.append((row._replace(after_break=broken), cells[: head.width]))
        broken = False
    whole = [(row, cells if _heading(head, cells) else _row_moved(head, cells)) for row, cells in kept]
    bulleted = _bulleted(head, [cells for _, cells in whole])
    made: list[Line] = []
    for row, cells in whole:
        heading = _heading(head, cells)
        made.append(
            Line({}, row, (), heading)
            if heading is not None
            else _line(head.columns, _action_moved(head, cells, bulleted), row)
        )
    return made


def _line(columns: Sequence[Column], cells: Sequence[Cell], row: Row) -> Line:
    by_field, others = {}, []
    for column in columns:
        cell = cells[column.place]
        if column.field == IGNORED:
            continue
        if column.field:
            by_field[column.field] = cell
        elif cell.text:
            others.append((column.heading, cell))
    return Line(by_field, row, tuple(others))


def _heading(head: Head, cells: Sequence[Cell]) -> Cell | None:
    """A row with words in its first cell alone, which is no number, or in one cell over most of the table."""
    filled = [i for i, cell in enumerate(cells) if cell.text]
    if len(filled) != 1:
        return None
    only = cells[filled[0]]
    over = sum(1 for cell in cells if cell.across and cell.under == only.where) + 1
    if over * 2 > head.width:
        return only
    if filled[0] == head.index_of("number") and re.search(r"[^\W\d_]{4}", only.text):
        return only
    return None


def _bulleted(head: Head, rows: Sequence[Sequence[Cell]]) -> bool:
    """Do this table's actions have bullets, and its aims none where an action stands beside them?"""
    aim, how = head.index_of("aim"), head.index_of("how")
    if aim is None or how is None:
        return False
    pairs = [(cells[aim].text, cells[how].text) for cells in rows if cells[how].text]
    return any(has_bullet(done) for _, done in pairs) and not any(has_bullet(text) for text, _ in pairs if text)


def all_dates(text: str) -> bool:
    """Is it nothing but days, months or other stretches of time?"""
    if not text:
        return False
    read = parse_deadlines(text)
    return bool(read.deadlines) and not read.problems and all(d.kind == "dated" for d in read.deadlines)


def _row_moved(head: Head, cells: list[Cell]) -> list[Cell]:
    """The cells in their columns again, where an empty one before them was lost and the dates show by how many."""
    when, number = head.index_of("when"), head.index_of("number")
    if when is None or all_dates(cells[when].text) or (number is not None and cells[number].text):
        return cells
    for by in (1, 2):
        source, room = when - by, len(cells) - by
        if source < 0 or not all_dates(cells[source].text) or any(cell.text or cell.under for cell in cells[room:]):
            continue
        if any(cell.under for cell in cells[:room]) or not any(cell.text for cell in cells[:source]):
            continue
        columns = "a column" if by == 1 else f"{by} columns"
        reason = f"every cell of this row stands {columns} too far left, as its dates show; read {columns} to the right"
        return [Cell("", cells[0].where)] * by + [_remark(cell, reason) if cell.text else cell for cell in cells[:room]]
    return cells


def _action_moved(head: Head, cells: list[Cell], bulleted: bool) -> list[Cell]:
    """An action in the column of aims, told by its bullet where aims have none."""
    aim, how, number = head.index_of("aim"), head.index_of("how"), head.index_of("number")
    if not bulleted or aim is None or how is None or (number is not None and cells[number].text):
        return cells
    if cells[how].text or cells[how].under or not has_bullet(cells[aim].text):
        return cells
    moved = list(cells)
    moved[how] = _remark(cells[aim], "this cell has the bullet of an action and stands in the column of aims")
    moved[aim] = Cell("", cells[how].where)
    return moved


def _remark(cell: Cell, reason: str) -> Cell:
    return cell._replace(remarks=cell.remarks + (reason,))
