"""Rows to objectives, actions and promises: what belongs to what, and what was cut in two."""

from __future__ import annotations

import re
from typing import Any

from .bodies import NOT_STATED
from .draft import GAP, Draft
from .lines import NOTHING, Line
from .promises import add_promises
from .tables import Cell, Doubt, one_line
from .words import as_one, begins_small, goes_on, may_be_a_person, points_of

_PRIORITY = re.compile(
    r"priority\s+(?:no\.?\s*)?(\d+|[ivx]+|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"\s*[:.\u2013\u2014-]*\s*(.*)",
    re.IGNORECASE | re.DOTALL,
)
_COUNTED = {word: str(i) for i, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}
_COUNTED.update({word: str(i) for i, word in enumerate("i ii iii iv v vi vii viii ix x".split(), 1)})
_LEADING = re.compile(r"(\d+(?:\.\d+)*)(?:[.):]\s*|\s+(?=[A-Z]))(?=\S)")


class Builder:
    """Takes rows in their order. What stands now: the objective, the action, and the row before."""

    def __init__(self, draft: Draft, lines: list[Line]) -> None:
        self.draft = draft
        self.lines = lines
        self.objective: dict[str, Any] | None = None
        self.action: dict[str, Any] | None = None
        self.priority: str | None = None
        self.before: Line | None = None
        self.latest: dict[str, Any] | None = None
        """The action of the row before, if that row began it."""
        self.numbers_are_actions = _numbers_are_actions(lines)
        self.spanned: dict[str, tuple[Cell, str]] = {}

    def run(self) -> None:
        for line in self.lines:
            if line.heading is not None:
                self._take_heading(line.heading)
            else:
                self._take(line)

    def _take_heading(self, cell: Cell) -> None:
        text = one_line(cell.text)
        found = _PRIORITY.match(text)
        self.before = None
        if found is None:
            # Of a table without a column for aims, a heading is the aim of the rows below it.
            if not any("aim" in line.cells for line in self.lines):
                self._begin_objective(
                    NOTHING, cell._replace(remarks=cell.remarks + ("a heading over rows, read as their aim",))
                )
            else:
                self.draft.doubts.append(
                    _left_out(cell, "a heading within the table: it is no part of the plan, say where it belongs")
                )
            return
        no = _COUNTED.get(found[1].lower(), found[1])
        if not any(priority["no"] == no for priority in self.draft.priorities):
            priority: dict[str, Any] = {"no": no}
            self.draft.priorities.append(priority)
            self.draft.put(priority, "text", cell, found[2] or text)
            self.draft.doubt(priority, "no", cell, "a heading over rows, read as a priority")
            priority["source"] = self.draft.source(cell)
        self.priority, self.objective, self.action = no, None, None

    # ---- a row ------------------------------------------------------------------------------------------------------

    def _take(self, line: Line) -> None:
        number, aim, how = line.of("number"), line.of("aim"), line.of("how")
        begun = self.latest
        self.latest = None
        if self._begins_objective(line):
            self._begin_objective(number, aim)
        elif aim.text and one_line(aim.text) != self._now(line)["_printed"]:
            self.draft.go_on(self._now(line), "text", aim)
        rest = [line.of(field) for field in ("how", "lead", "know", "when", "progress", "rag")]
        if how.text and self.objective is not None and self.action is not None and self._goes_on_above(line):
            self._go_on_action(line, begun)
        elif any(cell.text or (cell.colour and field == 5) for field, cell in enumerate(rest)):
            self._begin_or_add(line, begun)
        self._take_progress(line)
        self.before = line

    def _now(self, line: Line) -> dict[str, Any]:
        if self.objective is None:
            self._begin_objective(NOTHING, NOTHING._replace(where=line.row.where))
        assert self.objective is not None
        return self.objective

    def _begins_objective(self, line: Line) -> bool:
        number, aim = line.of("number"), line.of("aim")
        if self.objective is None:
            return bool(number.text or aim.text)
        if not self.numbers_are_actions and number.text:
            return True
        if not aim.text:
            whole = number.text.strip().split(".")[0] if re.match(r"\d+\.\d", number.text.strip()) else ""
            return bool(whole) and "aim" not in line.cells and whole != self.objective["no"]
        same = one_line(aim.text) == self.objective["_printed"]
        return not same and not goes_on(self.objective.get("text", ""), aim.text)

    def _begin_objective(self, number: Cell, aim: Cell) -> None:
        draft = self.draft
        made: dict[str, Any] = {"no": ""}
        words = one_line(as_one(points_of(aim.text)))
        place = number if number.text else aim
        leading = _LEADING.match(words)
        if number.text and not self.numbers_are_actions:
            draft.put(made, "no", number, self._unique(_number(number.text), self.draft.objectives, made, number))
        elif leading:
            made["no"] = self._unique(leading[1], draft.objectives, made, aim)
            words = words[leading.end() :]
            draft.doubt(made, "no", aim, "the number stands before the words of the aim")
        else:
            whole = number.text.split(".")[0].strip() if number.text and "." in number.text.strip(".") else ""
            count = (
                whole if whole and all(o["no"] != whole for o in draft.objectives) else str(len(draft.objectives) + 1)
            )
            made["no"] = self._unique(count, draft.objectives, made, place)
            draft.doubt(
                made,
                "no",
                place,
                "no number is printed for the aim; this one is made"
                if not whole
                else "the number of the aim is taken from that of its action",
            )
        if words:
            draft.put(made, "text", aim, words)
            self.draft.tell_open(made, "text", aim, words)
        if self.priority is not None:
            made["priorities"] = [self.priority]
            draft.doubt(made, "priorities", place, f"it stands under the heading of priority {self.priority}")
        made["actions"] = []
        made["source"] = draft.source(place)
        made["_printed"] = one_line(aim.text)
        draft.objectives.append(made)
        self.objective, self.action, self.spanned = made, None, {}

    def _unique(self, no: str, others: list[dict[str, Any]], made: dict[str, Any], cell: Cell) -> str:
        if all(other["no"] != no for other in others):
            return no
        count = 2
        while any(other["no"] == f"{no}-{count}" for other in others):
            count += 1
        self.draft.doubt(made, "no", cell, f"the number {no} is there already; this one is made {no}-{count}")
        return f"{no}-{count}"

    # ---- what was cut in two ----------------------------------------------------------------------------------------

    def _goes_on_above(self, line: Line) -> bool:
        """Does the action's cell go on the action that stands?"""
        assert self.action is not None
        how = line.of("how")
        if line.of("number").text:
            return False
        if self.action.get("text"):
            return goes_on(self.action["text"], one_line(how.text))
        return begins_small(how.text)

    def _go_on_action(self, line: Line, begun: dict[str, Any] | None) -> None:
        action = self.action
        assert action is not None
        how = line.of("how")
        if action.get("text"):
            self.draft.go_on(action, "text", how)
        elif (split := action.get("_above")) is not None and goes_on(split["text"], one_line(how.text)):
            self._move(split, action)
            self.draft.go_on(action, "text", how, GAP)
        else:
            self.draft.put(action, "text", how, one_line(how.text))
            self.draft.tell_open(action, "text", how, action["text"])
        lead = line.of("lead")
        if lead.text and action["lead"] == NOT_STATED:
            self._lead(action, lead)
        elif lead.text and self.draft.bodies.find(one_line(lead.text)) != action["lead"]:
            self.draft.doubt(
                action, "lead", lead, f"the second half of the action has a lead of its own: {one_line(lead.text)}"
            )
        add_promises(self.draft, action, line, self.before)

    def _move(self, above: dict[str, Any], into: dict[str, Any]) -> None:
        """The action of the row before goes into the one that a number begins, beside the middle of both."""
        draft = self.draft
        owner = next(o for o in draft.objectives if any(action is above for action in o["actions"]))
        owner["actions"].remove(above)
        draft.hand_over(above, into)
        into["text"] = above["text"]
        into["promises"] = above.get("promises", []) + into.get("promises", [])
        into["source"] = above["source"]
        reason = "the action begins above the row with the number and goes on below it: read as one, under that number"
        draft.doubt(into, "text", above["_how"], reason)
        draft.doubt(into, "no", above["_how"], reason)
        if into["lead"] == NOT_STATED:
            into["lead"] = above["lead"]
        elif above["lead"] not in (NOT_STATED, into["lead"]):
            draft.doubt(into, "lead", above["_how"], f"the half above has a lead of its own: {above['lead']}")
        if notes := [action["note"] for action in (above, into) if action.get("note")]:
            into["note"] = " ".join(notes)
        into["_rated"] = above.get("_rated", []) + into.get("_rated", [])
        for promise in into["promises"]:
            draft.doubt(
                promise,
                "what",
                promise["_cell"],
                "it stands beside an action that is cut in two, and is read as this action's",
            )

    # ---- actions and promises ---------------------------------------------------------------------------------------

    def _begin_or_add(self, line: Line, begun: dict[str, Any] | None) -> None:
        self._now(line)
        how, lead = line.of("how"), line.of("lead")
        if self.action is not None and not how.text and not line.of("number").text:
            if lead.text and self.action["lead"] != NOT_STATED and goes_on_lead(self.before, lead):
                self._go_on_lead(self.action, lead)
            elif lead.text:
                body = self._body(lead)
                if body != self.action["lead"]:
                    add_promises(self.draft, self.action, line, self.before, body)
                    return
            add_promises(self.draft, self.action, line, self.before)
            return
        points = points_of(how.text)
        shows, dates, leads = (points_of(line.of(field).text) for field in ("know", "when", "lead"))
        if len(points) > 1 and len(points) == len(shows) and not points[0].endswith(":"):
            for i, point in enumerate(points):
                pair = {"how": point, "know": shows[i]}
                pair.update(
                    {
                        field: values[i]
                        for field, values in (("when", dates), ("lead", leads))
                        if len(values) == len(points)
                    }
                )
                cells = {**line.cells, **{field: line.of(field)._replace(text=text) for field, text in pair.items()}}
                cells["how"] = cells["how"]._replace(
                    remarks=how.remarks
                    + (
                        f"{len(points)} points stand in one cell: each is an "
                        "action, with the line of evidence beside it",
                    )
                )
                self._begin_action(line._replace(cells=cells), how if i == 0 else NOTHING)
            return
        self._begin_action(line, how)
        if not how.text and begun is not None and line.of("number").text and self.action is not None:
            self.action["_above"] = begun
        if how.text:
            self.latest = self.action

    def _begin_action(self, line: Line, how: Cell) -> None:
        draft, objective = self.draft, self._now(line)
        number = line.of("number")
        place = line.of("how") if line.of("how").text else next((c for c in line.cells.values() if c.text), number)
        action: dict[str, Any] = {"no": "", "_how": place}
        if self.numbers_are_actions and number.text and how is not NOTHING:
            taken = [other for o in draft.objectives for other in o["actions"]]
            draft.put(action, "no", number, self._unique(_number(number.text), taken, action, number))
        points = points_of(line.of("how").text)
        if points:
            draft.put(action, "text", line.of("how"), as_one(points))
            if len(points) > 1:
                draft.doubt(action, "text", place, f"{len(points)} points stand in one cell: kept as one action")
            self.draft.tell_open(action, "text", place, action["text"])
        elif "how" in line.cells and not line.of("how").under:
            draft.doubt(action, "no", place, "no action is printed in this row")
        self._lead(action, line.of("lead"))
        action["promises"] = []
        action["source"] = draft.source(place)
        objective["actions"].append(action)
        self.action = action
        add_promises(self.draft, action, line, self.before)

    def _lead(self, action: dict[str, Any], cell: Cell) -> None:
        if (
            not cell.text
            and cell.under
            and "lead" in self.spanned
            and self.spanned["lead"][0].where == cell.under
            and not cell.across
        ):
            above, words = self.spanned["lead"]
            action["lead"] = words
            self.draft.doubt(action, "lead", cell._replace(text=above.text), f"merged with {cell.under}: the same lead")
            return
        if not cell.text:
            action["lead"] = NOT_STATED
            for remark in cell.remarks:
                self.draft.doubt(action, "lead", cell, remark, "unread")
            if cell.under:
                self.draft.doubt(action, "lead", cell, f"merged with {cell.under}: no lead of its own", "unread")
            return
        action["lead"] = self._body(cell)
        for remark in cell.remarks:
            self.draft.doubt(action, "lead", cell, remark)
        parts = points_of(cell.text)
        if len(parts) > 1 or re.search(r"[;/\u2022]| and (?=[A-Z])|, (?=[A-Z])", one_line(cell.text)):
            self.draft.doubt(
                action, "lead", cell, "there may be several leads in this cell: kept as one body, as printed"
            )
        self.spanned["lead"] = (cell, action["lead"])

    def _go_on_lead(self, action: dict[str, Any], cell: Cell) -> None:
        """The rest of a lead that a page cut: another name for the body, or another body if it leads more than this."""
        bodies, known = self.draft.bodies, action["lead"]
        own = bodies.made_as(known)
        words = f"{own['name'] if own else known} {'; '.join(points_of(cell.text))}"
        uses = sum(other["lead"] == known for objective in self.draft.objectives for other in objective["actions"])
        if own is not None and uses == 1:
            bodies.rename(own, words)
        else:
            action["lead"], body = bodies.take(words, self.draft.source(cell))
            if body is not None:
                self.draft.doubt(body, "", cell, "a body proposed from the words of the lead column")
        self.draft.doubt(action, "lead", cell, "this cell goes on where the one above stops: joined")

    def _body(self, cell: Cell) -> str:
        """The body that these words name."""
        words = "; ".join(points_of(cell.text))
        if re.fullmatch(r"[-\u2013\u2014?.]*|n/?a|tbc|tba|to be (?:confirmed|agreed)|not stated", words, re.IGNORECASE):
            return NOT_STATED
        made, body = self.draft.bodies.take(words, self.draft.source(cell))
        if body is not None:
            self.draft.doubt(body, "", cell, "a body proposed from the words of the lead column")
            if len(words.split()) > 8:
                self.draft.doubt(
                    body, "", cell, "too many words for a name: these may belong into another column", "unread"
                )
            if may_be_a_person(words):
                self.draft.doubt(
                    body, "", cell, "this may be the name of a person: write the post, plans name no people", "unread"
                )
        elif (own := self.draft.bodies.made_as(made)) is not None and words in own.get("also-known-as", ()):
            self.draft.doubt(own, "also-known-as", cell, f"another spelling of {own['name']}: read as the same body")
        return made

    def _take_progress(self, line: Line) -> None:
        target = self.action if self.action is not None else self.objective
        if target is None:
            return
        said = [("", line.of("progress"))] + [(heading, cell) for heading, cell in line.others]
        for heading, cell in said:
            for remark in cell.remarks:
                self.draft.doubt(target, "note", cell, remark)
            if cell.text:
                words = (f"{heading}: " if heading else "") + as_one(points_of(cell.text))
                target["note"] = f"{target['note']} {words}" if target.get("note") else words
                reason = "comment on progress, as printed" if not heading else f"from the column {heading!r}"
                self.draft.doubt(target, "note", cell, reason, "note")
        rag = line.of("rag")
        if rag.text or rag.colour or rag.remarks:
            target.setdefault("_rated", []).append(rag)


def goes_on_lead(before: Line | None, lead: Cell) -> bool:
    return before is not None and begins_small(lead.text) and goes_on(before.of("lead").text, one_line(lead.text))


def _left_out(cell: Cell, reason: str) -> Doubt:
    return Doubt(cell.where, one_line(cell.text), reason, "left out")


def _number(text: str) -> str:
    """As printed, without the stop or bracket behind it and what no id may have."""
    plain = re.sub(r"[^\w.\-]+", "-", one_line(text)).strip("-.")
    return plain or "x"


def _numbers_are_actions(lines: list[Line]) -> bool:
    """Does the column of numbers count actions and not aims?"""
    rows = [line for line in lines if line.heading is None]
    numbered = [line for line in rows if line.of("number").text]
    if not numbered:
        return False
    if not any("aim" in line.cells for line in rows):
        return True
    dotted = sum(bool(re.match(r"\D*\d+\.\d", line.of("number").text)) for line in numbered)
    without_aim = sum(not line.of("aim").text for line in numbered)
    aims = [one_line(line.of("aim").text) for line in numbered if line.of("aim").text]
    repeated = len(aims) - len(set(aims))
    return dotted * 2 > len(numbered) or (without_aim + repeated) * 3 > len(numbered)
