"""Evidence and dates of a row to promises: what is several, what goes on, which date belongs to which."""

from __future__ import annotations

from typing import Any

from .dates import Due, due_of
from .draft import Draft
from .lines import NOTHING, Line
from .tables import Cell, one_line
from .words import begins_small, goes_on, has_bullet, points_of, stops_open


def add_promises(draft: Draft, action: dict[str, Any], line: Line, before: Line | None, giver: str = "") -> None:
    know, when = line.of("know"), line.of("when")
    _finish_cut(draft, action, before, know)
    shows = points_of(know.text)
    if (
        know.text
        and not giver
        and action["promises"]
        and not line.of("number").text
        and _goes_on_evidence(action, know)
    ):
        draft.go_on(action["promises"][-1], "what", know)
        if when.text:
            _more_dates(draft, action["promises"][-1], when)
        return
    if not shows and not when.text:
        _tell_empty(draft, action, know, when)
        return
    if not shows and action["promises"] and not line.of("how").text and not giver:
        _more_dates(draft, action["promises"][-1], when)
        return
    dues = _dues(draft, when, len(shows) or 1)
    for i, words in enumerate(shows or [""]):
        promise: dict[str, Any] = {"what": words, "_cell": know if words else when}
        for remark in know.remarks:
            draft.doubt(promise, "what", know, remark)
        if not words:
            promise["_alone"] = True
        elif len(shows) > 1:
            draft.doubt(promise, "what", know, f"{len(shows)} lines stand in one cell: each is a promise of its own")
        if words:
            draft.tell_open(promise, "what", know, words)
        if giver:
            promise["from"] = giver
            draft.doubt(promise, "from", line.of("lead"), "a lead beside a line of evidence: read as who owes it")
        _put_due(draft, promise, when, dues[i])
        promise["source"] = draft.source(know if words else when)
        action["promises"].append(promise)


def _goes_on_evidence(action: dict[str, Any], know: Cell) -> bool:
    words = one_line(know.text)
    return not has_bullet(know.text) and begins_small(words) and goes_on(action["promises"][-1]["what"], words)


def _finish_cut(draft: Draft, now: dict[str, Any], before: Line | None, know: Cell) -> None:
    """Evidence that stops open in the row before, and goes on beside another action: joined there, and kept here."""
    above = before.of("know") if before is not None else NOTHING
    if not (know.text and above.text and stops_open(above.text) and begins_small(know.text)):
        return
    for objective in reversed(draft.objectives):
        for action in reversed(objective["actions"]):
            for promise in reversed(action.get("promises", [])):
                if promise["_cell"].where == above.where and promise["_cell"].where != know.where and action is not now:
                    promise["what"] += " " + one_line(know.text)
                    draft.doubt(
                        promise,
                        "what",
                        know,
                        "this cell goes on where the one above stops: joined, and kept in its row",
                    )
                    return


def _tell_empty(draft: Draft, action: dict[str, Any], know: Cell, when: Cell) -> None:
    for cell in (know, when):
        for remark in cell.remarks:
            draft.doubt(action, "no", cell, remark, "unread")
        if cell.under:
            draft.doubt(action, "no", cell, f"merged with {cell.under}: read with the row of that cell alone")


def _dues(draft: Draft, when: Cell, count: int) -> list[Due]:
    settings = draft.settings
    parts = points_of(when.text)
    if count > 1 and len(parts) == count:
        paired = [due_of(part, settings) for part in parts]
        if all(due.words and not due.reason for due in paired):
            return [due._replace(note="so many lines of dates as of evidence: paired in their order") for due in paired]
    due = due_of(one_line(" ".join(parts)) if len(parts) < 2 else "\n".join(parts), settings)
    if count > 1 and due.words:
        due = due._replace(note="which date belongs to which line of evidence is not printed: all stand with each")
    return [due] * count


def _put_due(draft: Draft, promise: dict[str, Any], when: Cell, due: Due) -> None:
    if due.words:
        promise["due"] = due.words
    if due.kept:
        promise["note"] = f"When, as printed: {due.kept}"
    if when.under and not when.text:
        draft.doubt(promise, "what", when, f"merged with {when.under}: no date is taken from there", "unread")
    key = "due" if due.words else "what"
    for remark in when.remarks:
        draft.doubt(promise, key, when, remark, "guess" if when.text else "unread")
    if due.reason:
        draft.doubt(promise, key, when, due.reason, "unread")
    if due.note:
        draft.doubt(promise, key, when, due.note)


def _more_dates(draft: Draft, promise: dict[str, Any], when: Cell) -> None:
    together = due_of(
        ", ".join(words for words in (promise.get("due", ""), one_line(when.text)) if words), draft.settings
    )
    _put_due(draft, promise, when, together)
    draft.doubt(
        promise, "due" if "due" in promise else "what", when, "dates in a row without evidence: added to those above"
    )
