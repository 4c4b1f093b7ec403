"""Reads what `export` wrote, as it was written: nothing is joined, split or proposed that stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from .. import _core
from .bodies import NOT_STATED, Bodies
from .dates import due_of
from .draft import Draft, Settings
from .fields import BESIDE, HEADINGS, put
from .header import FIELDS
from .tables import Cell, Doubt, Row, Table, one_line

_PART = re.compile(r"(plan|(?:objective|action|body) (?P<one>\S+)|promise (?P<promise>\d+) of (?P<of>\S+))\Z")


def is_own(tables: Sequence[Table]) -> bool:
    return _with_head(tables, HEADINGS) is not None and _with_head(tables, BESIDE) is not None


def _with_head(tables: Sequence[Table], head: Sequence[str]) -> Table | None:
    for table in tables:
        if table.rows and tuple(one_line(cell.text) for cell in table.rows[0].cells[: len(head)]) == tuple(head):
            return table
    return None


def read(
    tables: Sequence[Table], settings: Settings, among: _core.Partnership | None
) -> tuple[Draft, dict[str, Any], tuple[tuple[str, str], ...]]:
    """The plan, and what its columns are; they go before what stands beside them."""
    table, beside = _with_head(tables, HEADINGS), _with_head(tables, BESIDE)
    assert table is not None and beside is not None
    draft = Draft(settings, Bodies(among.to_dict()["partnership"] if among is not None else None))
    parts = _parts(beside)
    plan: dict[str, Any] = {"plan": settings.plan}
    _fill(draft, plan, parts.pop("plan", []))
    for part in [part for part in parts if part.startswith("body ")]:
        body: dict[str, Any] = {"id": part[5:]}
        _fill(draft, body, parts.pop(part))
        if draft.bodies.find(part[5:]) is None:
            draft.bodies.add(body)
    _objectives(draft, table, parts)
    plan["objectives"] = draft.objectives
    for rows in parts.values():
        for row in rows:
            draft.doubts.append(_lost(row, "it is about a part of the plan that no row has"))
    plan["plan"] = settings.given or plan["plan"]
    draft.settings = settings._replace(plan=plan["plan"])
    return draft, plan, tuple(zip(HEADINGS, FIELDS.values()))


def _parts(beside: Table) -> dict[str, list[Row]]:
    parts: dict[str, list[Row]] = {}
    for row in beside.rows[1:]:
        if len(row.cells) < 3 or not any(cell.text for cell in row.cells):
            continue
        part = one_line(row.cells[0].text)
        if not _PART.match(part):
            raise ValueError(f"path: {row.cells[0].where}: {part!r} is no part of a plan")
        parts.setdefault(part, []).append(row)
    return parts


def _fill(draft: Draft, value: dict[str, Any], rows: Sequence[Row]) -> None:
    for row in rows:
        try:
            put(value, one_line(row.cells[1].text), row.cells[2].text)
        except ValueError as error:
            raise ValueError(f"path: {row.cells[1].where}: {error}") from None


def _lost(row: Row, reason: str) -> Doubt:
    return Doubt(row.where, one_line(" | ".join(cell.text for cell in row.cells)), reason, "left out")


def _objectives(draft: Draft, table: Table, parts: dict[str, list[Row]]) -> None:
    objective: dict[str, Any] | None = None
    action: dict[str, Any] | None = None
    for row in table.rows[1:]:
        cells = list(row.cells[:8]) + [Cell("", row.where)] * (8 - len(row.cells))
        number, aim, how, lead, know, when, progress, _ = cells
        if not any(cell.text for cell in cells):
            continue
        if aim.text:
            no, _, words = aim.text.partition(". ")
            objective = {"no": no.rstrip(".") if not words else no}
            if words:
                objective["text"] = words
            draft.objectives.append(objective)
            _fill(draft, objective, parts.pop(f"objective {len(draft.objectives)}", []))
            action = None
        if objective is None:
            raise ValueError(f"path: {row.where}: an action stands above the first aim")
        if number.text:
            action = _action(draft, objective, (number, how, lead, progress), parts)
        if know.text or when.text:
            if action is None:
                raise ValueError(f"path: {know.where}: evidence stands above the first action of its aim")
            _promise(draft, action, know, when, parts)


def _action(
    draft: Draft, objective: dict[str, Any], cells: tuple[Cell, Cell, Cell, Cell], parts: dict[str, list[Row]]
) -> dict[str, Any]:
    number, how, lead, progress = cells
    action: dict[str, Any] = {"no": one_line(number.text)}
    if how.text:
        action["text"] = how.text
    rows = parts.pop(f"action {action['no']}", [])
    _fill(draft, action, rows)
    written = str(action.pop("lead", ""))
    if lead.text:
        action["lead"] = _lead(draft, lead, written)
    if progress.text:
        action["note"] = progress.text
    objective.setdefault("actions", []).append(action)
    return action


def _lead(draft: Draft, cell: Cell, written: str) -> str:
    """The body beside the table, if its name still is what the column says."""
    words = one_line(cell.text)
    if words == NOT_STATED:
        return NOT_STATED
    stands = draft.bodies.find(words) == written or words in draft.bodies.all_names(written)
    if written not in ("", NOT_STATED) and stands:
        return written
    made, body = draft.bodies.take(words, draft.source(cell))
    if body is not None:
        draft.doubt(body, "", cell, "a body proposed from the words of the lead column")
    return made


def _promise(draft: Draft, action: dict[str, Any], know: Cell, when: Cell, parts: dict[str, list[Row]]) -> None:
    promises = action.setdefault("promises", [])
    promise: dict[str, Any] = {"what": know.text or action.get("text", "[...]")}
    if when.text:
        promise["due"] = when.text
    rows = parts.pop(f"promise {len(promises) + 1} of {action['no']}", [])
    _fill(draft, promise, rows)
    due = due_of(when.text, draft.settings)
    if not rows:
        count = len(promises) + 1
        promise["id"] = f"promise-{count}"
        reason = f"a line of evidence that was added ({count}): this id is made, and nobody receives it yet"
        draft.doubt(promise, "id", know, reason)
        promise["source"] = draft.source(know)
    if due.kept and not rows:
        promise.pop("due", None)
        promise["note"] = f"When, as printed: {due.kept}"
        draft.doubt(promise, "what", when, due.reason, "unread")
    promises.append(promise)
