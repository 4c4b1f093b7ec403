"""Tables of a workbook, through openpyxl: what a cell shows, and not what it holds."""

from __future__ import annotations

import datetime
import io
import re
import warnings
from typing import Any

from .tables import MOST_COLUMNS, MOST_ROWS, Cell, Doubt, Row, Table, cell_of

_MOST_CELLS = 2_000_000


def workbook_tables(path: str, data: bytes, sheet: str | None) -> tuple[list[Table], list[Doubt]]:
    """One table for each sheet that holds anything; hidden sheets are left out unless named."""
    try:
        from openpyxl import load_workbook  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise ImportError("workbooks need openpyxl: pip install 'safegov[exchange]', or pip install openpyxl") from None
    try:
        with warnings.catch_warnings():
            # What openpyxl has no use for (validation, drawings), nobody here has.
            warnings.simplefilter("ignore")
            shown = load_workbook(io.BytesIO(data), data_only=True)
            held = load_workbook(io.BytesIO(data), data_only=False)
    except Exception as error:  # whatever openpyxl stumbles over is a fault of the file
        raise ValueError(f"path: {path} cannot be read as a workbook: {type(error).__name__}: {error}") from None
    names = [ws.title for ws in shown.worksheets]
    if sheet is not None and sheet not in names:
        raise ValueError(f"sheet: {path} has no sheet {sheet!r}; it has {', '.join(map(repr, names))}")
    doubts: list[Doubt] = []
    tables = []
    several = len(names) > 1
    for ws in shown.worksheets:
        if sheet is not None and ws.title != sheet:
            continue
        if sheet is None and ws.sheet_state != "visible":
            doubts.append(Doubt(ws.title, "", "the sheet is hidden and is left out; --sheet takes it", "left out"))
            continue
        rows = _rows(path, ws, held[ws.title], f"{ws.title}!" if several else "")
        if rows:
            tables.append(Table(ws.title, rows))
    return tables, doubts


def _rows(path: str, ws: Any, held: Any, prefix: str) -> tuple[Row, ...]:
    height, width = ws.max_row or 0, ws.max_column or 0
    if height > MOST_ROWS or width > MOST_COLUMNS or height * width > _MOST_CELLS:
        raise ValueError(
            f"path: {path}, sheet {ws.title!r} reaches to row {height}, column {width}; at most {MOST_ROWS:,} rows and "
            f"{MOST_COLUMNS} columns are read: delete what stands far off the table"
        )
    merged = {}
    for area in ws.merged_cells.ranges:
        corner = f"{prefix}{ws.cell(area.min_row, area.min_col).coordinate}"
        # What is covered beyond the table's own cells holds nothing.
        for row in range(area.min_row, min(area.max_row, height) + 1):
            for column in range(area.min_col, min(area.max_col, width) + 1):
                if (row, column) != (area.min_row, area.min_col):
                    merged[row, column] = (corner, row == area.min_row)
    breaks = {mark.id for mark in ws.row_breaks.brk}
    rows = []
    for number, (line, line_held) in enumerate(zip(ws.iter_rows(), held.iter_rows()), 1):
        hidden = ("the row is hidden",) if ws.row_dimensions[number].hidden else ()
        cells = []
        for cell, original in zip(line, line_held):
            where = f"{prefix}{cell.coordinate}"
            under, across = merged.get((cell.row, cell.column), ("", False))
            if under:
                cells.append(Cell("", where, (), under, across))
                continue
            text, remarks = _shown(cell, original)
            made = cell_of(text, where, *remarks, *(hidden if text else ()))
            cells.append(made._replace(colour=_colour(cell)))
        rows.append(Row(tuple(cells), f"{prefix}row {number}", number - 1 in breaks))
    while rows and not any(cell.text for cell in rows[-1].cells):
        rows.pop()
    return tuple(rows)


def _shown(cell: Any, held: Any) -> tuple[str, tuple[str, ...]]:
    value = cell.value
    if value is None:
        if held.data_type == "f":
            return "", (
                "the cell has a formula and no value was saved with it: open the workbook, save it, import it again",
            )
        return "", ()
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), ()
    remarks = ("the words are what a formula came to when the workbook was saved",) if held.data_type == "f" else ()
    if cell.data_type == "e":
        return str(value), remarks + ("the cell shows an error of the workbook",)
    if isinstance(value, datetime.datetime):
        return _date(value, str(cell.number_format), remarks)
    if isinstance(value, datetime.date):
        return value.isoformat(), remarks
    if isinstance(value, (int, float)):
        return _number(value, str(cell.number_format)), remarks
    return str(value), remarks


def _date(value: datetime.datetime, shape: str, remarks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A month where the cell shows a month, otherwise the day."""
    letters = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", shape.lower()).split(";")[0]
    if value.time() != datetime.time(0):
        remarks += (f"a time of day, {value.time()}, is left out",)
    if "d" not in letters and "m" in letters and "y" in letters:
        return value.strftime("%b %Y"), remarks
    return value.date().isoformat(), remarks


def _number(value: float, shape: str) -> str:
    if decimals := re.fullmatch(r"0(?:\.(0+))?", shape):
        return f"{value:.{len(decimals[1] or '')}f}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def _colour(cell: Any) -> str:
    """The colour of a filled cell: some plans rate by colour alone."""
    fill = cell.fill
    if fill is None or fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    return str(colour.rgb) if colour is not None and colour.type == "rgb" else "a theme's colour"
