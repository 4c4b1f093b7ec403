"""What is known once all rows are: numbers of actions, who receives what, ids of promises, declared ratings."""

from __future__ import annotations

import re
from typing import Any

from .draft import Draft
from .tables import Cell, one_line
from .words import id_of

_SILENT = re.compile(r"[-\u2013\u2014.]*|n/?a|tbc", re.IGNORECASE)


def finish(draft: Draft) -> None:
    for objective in draft.objectives:
        if not objective.get("actions"):
            objective.pop("actions", None)
    _number_actions(draft)
    _name_receivers(draft)
    for objective in draft.objectives:
        for action in objective.get("actions", ()):
            _name_promises(draft, action)
            _rate(draft, action, f"{draft.settings.plan}/{action['no']}")
            draft.tell_stops(action)
            _in_order(action)
            for promise in action.get("promises", ()):
                draft.tell_stops(promise)
                _in_order(promise)
        _rate(draft, objective, f"{draft.settings.plan}/{objective['no']}")
        draft.tell_stops(objective)
        _in_order(objective)


def _number_actions(draft: Draft) -> None:
    taken = {action["no"] for objective in draft.objectives for action in objective.get("actions", ())}
    for objective in draft.objectives:
        count = 0
        for action in objective.get("actions", ()):
            if action["no"]:
                continue
            count += 1
            while f"{objective['no']}.{count}" in taken:
                count += 1
            action["no"] = f"{objective['no']}.{count}"
            taken.add(action["no"])
            draft.doubt(action, "no", action["_how"], "no number is printed for the action; this one is made")


def _name_receivers(draft: Draft) -> None:
    """Twice: an abbreviation that one line of evidence makes a receiver is one in the others, too."""
    promises = [
        (action, promise)
        for objective in draft.objectives
        for action in objective.get("actions", ())
        for promise in action.get("promises", ())
        if promise["what"]
    ]
    for _ in range(2):
        for action, promise in promises:
            if "to" in promise:
                continue
            name = draft.bodies.receiver(promise["what"])
            if name is None:
                continue
            cell: Cell = promise["_cell"]
            promise["to"], body = draft.bodies.take(name, draft.source(cell))
            draft.doubt(promise, "to", cell, f"who receives it is read from its words: {name}")
            if body is not None:
                draft.doubt(body, "", cell, "a body proposed from the words of the evidence")
    for action, promise in promises:
        giver = draft.bodies.giver(promise["what"])
        if giver is not None and "from" not in promise and giver not in (action["lead"], promise.get("to")):
            promise["from"] = giver
            draft.doubt(
                promise,
                "from",
                promise["_cell"],
                "the evidence begins with this body, and the lead is another: read as who owes it",
            )


def _name_promises(draft: Draft, action: dict[str, Any]) -> None:
    taken: set[str] = set()
    for promise in action.get("promises", ()):
        cell: Cell = promise["_cell"]
        if promise.get("_alone"):
            promise["what"] = action.get("text") or "[...]"
            draft.doubt(
                promise,
                "what",
                cell,
                "nothing says how it will be known: the action itself is taken as what is promised",
            )
        stem = promise.get("to") or ("done" if promise.get("_alone") else id_of(promise["what"], 24) or "promise")
        made, count = stem, 1
        while made in taken:
            count += 1
            made = f"{stem}-{count}"
        taken.add(made)
        if made != promise.get("to"):
            promise["id"] = made
            draft.doubt(
                promise,
                "id",
                cell,
                "this id is made: "
                + (f"{stem} receives more than one thing here" if "to" in promise else "nothing says who receives it"),
            )
        if "due" not in promise and not promise.get("note"):
            draft.doubt(promise, "what", cell, "no date is printed", "unread")


def _rate(draft: Draft, of: dict[str, Any], about: str) -> None:
    """A declared rating is a record, which needs a day; without one, or off the scale, its words go into the note."""
    bands = dict(draft.settings.scale)
    for cell in of.get("_rated", ()):
        words = one_line(cell.text)
        if not words or _SILENT.fullmatch(words):
            if cell.colour and not words:
                reason = f"the cell is coloured ({cell.colour}) and says nothing: no rating is read from a colour"
                draft.doubt(of, "no", cell, reason, "unread")
            continue
        band = bands.get(words.casefold())
        if band is not None and draft.settings.as_at is not None:
            draft.records.append(
                {"rated": about, "date": draft.settings.as_at, "rating": band, "source": draft.source(cell)}
            )
            draft.doubt(draft.records[-1], "rated", cell, f"declared as of the day that was given, and read as {band}")
            for remark in cell.remarks:
                draft.doubt(draft.records[-1], "rated", cell, remark)
            continue
        why = "no band of the scale" if band is None else "a rating needs its day: give --as-at"
        of["note"] = f"{of['note']} Rating, as printed: {words}" if of.get("note") else f"Rating, as printed: {words}"
        draft.doubt(of, "note", cell, f"the rating is kept in the note: {why}", "unread")


_ORDER = {
    key: i for i, key in enumerate("no what text priorities id from to lead due promises actions source note".split())
}


def _in_order(value: dict[str, Any]) -> None:
    """Keys as the examples have them; in place, because doubts are about this very value."""
    items = sorted(value.items(), key=lambda item: _ORDER.get(item[0], len(_ORDER)))
    value.clear()
    value.update(items)
