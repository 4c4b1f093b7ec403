"""A plan as a workbook or document: the eight columns of councils, and behind them what has no room there."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import Any

from .. import _core
from .bodies import NOT_STATED
from .fields import BESIDE, HEADINGS, parts_of

FORMATS = ("xlsx", "docx")
LONGEST_CELL = 32_767
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_WIDTHS = (8, 36, 44, 24, 40, 22, 34, 12)


def export(partnership: _core.Partnership, path: str, of: str | None, format: str | None, as_at: str | None) -> None:
    plan = _plan_named(partnership, of)
    kind = format or os.path.splitext(path)[1].lower().lstrip(".")
    if kind not in FORMATS:
        raise ValueError(f"format: {kind!r} is none of {', '.join(FORMATS)}")
    if os.path.exists(path):
        raise FileExistsError(f"path: {path} is there already, and is not written over")
    bodies = partnership.to_dict()["partnership"]["bodies"]
    names: dict[str, str] = {body["id"]: body.get("name", body["id"]) for body in bodies}
    ratings = _ratings(partnership, plan["plan"], as_at)
    rows = list(_rows(plan, names, ratings))
    beside = list(parts_of(plan))
    beside += [(f"body {used}", "name", names.get(used, used)) for used in _used(plan)]
    for number, row in enumerate([*rows, *beside], 2):
        for column, text in enumerate(row, 1):
            if len(text) > LONGEST_CELL:
                raise ValueError(
                    f"partnership: row {number}, column {column} would hold {len(text):,} letters, and a cell holds "
                    f"{LONGEST_CELL:,}"
                )
    write = _workbook if kind == "xlsx" else _document
    write(path, plan.get("title") or plan["plan"], rows, beside)


def _plan_named(partnership: _core.Partnership, of: str | None) -> dict[str, Any]:
    plans = partnership.to_dict().get("plans", [])
    known = ", ".join(plan["plan"] for plan in plans)
    if of is None:
        if len(plans) != 1:
            raise ValueError(f"of: the partnership has {len(plans)} plans ({known}): say which")
        return dict(plans[0])
    for plan in plans:
        if plan["plan"] == of:
            return dict(plan)
    raise ValueError(f"of: there is no plan {of!r}; there are {known or 'none'}")


def _used(plan: Mapping[str, Any]) -> list[str]:
    """Every body that the plan names, in its order."""
    used: dict[str, None] = {}
    for objective in plan["objectives"]:
        for action in objective.get("actions", ()):
            for value, key in [(action, "lead")] + [
                (p, key) for p in action.get("promises", ()) for key in ("from", "to")
            ]:
                if value.get(key) not in (None, "not stated"):
                    used[value[key]] = None
    return list(used)


def _ratings(partnership: _core.Partnership, plan: str, as_at: str | None) -> dict[str, str]:
    """What stood declared of each action on the day: the word of its band."""
    if as_at is None:
        return {}
    day = _core.parse_day(as_at)
    if day is None:
        raise ValueError(f"as_at: {as_at!r} is no day; write it as 2019-11-01")
    ratings = _core.rate(_core.assess(_core.expand_obligations(partnership, of=[plan]), as_at=day))
    named = {rating.id: rating.declared for rating in ratings if rating.kind == "action"}
    return {id[len(plan) + 1 :]: band for id, band in named.items() if band and id.startswith(plan + "/")}


def _rows(plan: Mapping[str, Any], names: Mapping[str, str], ratings: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    """A row for each promise; what a row shares with the one above it stands in the first."""
    for objective in plan["objectives"]:
        aim = objective["no"] + "." + (f" {objective['text']}" if objective.get("text") else "")
        if not objective.get("actions"):
            yield _row("", aim)
        for action in objective.get("actions", ()):
            lead = action.get("lead", NOT_STATED)
            about = (action["no"], aim, action.get("text", ""), names.get(lead, lead))
            after = (action.get("note", ""), ratings.get(action["no"], ""))
            promises: list[dict[str, str]] = action.get("promises") or [{}]
            for promise in promises:
                yield _row(*about, promise.get("what", ""), promise.get("due", ""), *after)
                about, after = ("", "", "", ""), ("", "")
            aim = ""


def _row(*cells: str) -> tuple[str, ...]:
    return tuple(_safe(cell) for cell in (*cells, *[""] * (8 - len(cells))))


def _safe(text: str) -> str:
    """Without what no such file can hold."""
    return _NO_TEXT.sub("\ufffd", text)


def _workbook(path: str, title: str, rows: list[tuple[str, ...]], beside: list[tuple[str, str, str]]) -> None:
    try:
        from openpyxl import Workbook  # type: ignore[import-untyped,import-not-found,unused-ignore]
        from openpyxl.styles import Alignment, Font  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        raise ImportError("workbooks need openpyxl: pip install 'safegov[exchange]', or pip install openpyxl") from None
    book = Workbook()
    sheets = (
        (book.active, "Plan", HEADINGS, _WIDTHS, rows),
        (book.create_sheet("Beside the columns"), None, BESIDE, (24, 28, 80), beside),
    )
    for sheet, name, head, widths, lines in sheets:
        sheet.title = name or sheet.title
        for number, line in enumerate([head, *lines], 1):
            for column, text in enumerate(line, 1):
                if text:
                    cell = sheet.cell(number, column)
                    # Text whatever it begins with: a formula would run in whoever opens the plan.
                    cell.value = _safe(text)
                    cell.data_type = "s"
                    cell.quotePrefix = text[0] in "=+-@\t"
                    cell.number_format = "@"
                    cell.alignment = Alignment(wrap_text=True, vertical="top")
                    cell.font = Font(bold=number == 1)
        for column, width in enumerate(widths, 1):
            sheet.column_dimensions["ABCDEFGH"[column - 1]].width = width
        sheet.freeze_panes = "A2"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
    book.properties.title = _safe(title)
    book.properties.creator = "safegov"
    with open(path, "xb") as file:
        book.save(file)


def _document(path: str, title: str, rows: list[tuple[str, ...]], beside: list[tuple[str, str, str]]) -> None:
    try:
        import docx  # type: ignore[import-not-found,unused-ignore]
        from docx.enum.section import WD_ORIENT  # type: ignore[import-not-found,unused-ignore]
        from docx.oxml import OxmlElement  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise ImportError(
            "documents need python-docx: pip install 'safegov[exchange]', or pip install python-docx"
        ) from None
    document = docx.Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    for heading, head, lines in ((title, HEADINGS, rows), ("Beside the columns", BESIDE, beside)):
        document.add_heading(_safe(heading), 1)
        table = document.add_table(rows=len(lines) + 1, cols=len(head), style="Table Grid")
        mark = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(mark)
        # All cells at once: asking a table for one of them counts through all.
        cells = iter(table._cells)
        for line in [head, *lines]:
            for text in line:
                next(cells).text = _safe(text)
    document.core_properties.title = _safe(title)[:255]
    document.core_properties.author = "safegov"
    with open(path, "xb") as file:
        document.save(file)
