"""Which row of a table is its head, and which of the eight columns each heading means."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from .tables import Row, Table, one_line

FIELDS = {
    "number": "number",
    "aim": "what is to be achieved",
    "how": "how it is to be done",
    "lead": "who leads",
    "know": "how it will be known",
    "when": "by when",
    "progress": "comment on progress",
    "rag": "rating",
}
IGNORED = "ignore"

# Evidence for a field, each with its weight: a whole question says more than a word that several columns could
# bear. What is weighed against a field keeps away headings that share a word with it.
_EVIDENCE: dict[str, tuple[tuple[str, int], ...]] = {
    "number": (
        (r"^(no|nos|num|number|#|ref|reference|id|item|item no|sr|sr no|s no)$", 6),
        (r"\b(no|number|ref|reference)$", 4),
        (r"\bnumber of\b", -9),
    ),
    "aim": (
        (r"\bwhat\b.*\b(achieve|aim|aiming|want|hope|need)\b", 6),
        (r"\b(objectives?|aims?|goals?)\b", 5),
        (r"\b(priority|priorities|ambitions?|intention|recommendations?|standard|area|theme|issue)\b", 3),
        (r"\boutcomes?\b", 3),
        (r"^what$", 3),
        (r"\b(lead|owner|rag|status|by when|date|evidence|measures?|how)\b", -4),
    ),
    "how": (
        (r"\bhow\b.*\b(do|achieve|deliver|get|going|reach|make)\b", 6),
        (r"\bwhat\b.*\b(do|doing|done|happen|action)\b", 5),
        (r"\b(actions?|activity|activities|tasks?|deliverables?|steps?)\b", 5),
        (r"\b(milestones?|method|approach|interventions?|work)\b", 3),
        (r"^how$", 4),
        (r"\b(know|progress|update|owner|lead|by whom|date|complete|completed|status|rag|number|no|ref)\b", -5),
        (r"\bmeasured?\b", -4),
    ),
    "lead": (
        (r"\bwho\b", 6),
        (r"\b(lead|leads|owners?|responsib\w*|accountab\w*|by whom)\b", 5),
        (r"\b(officers?|agency|agencies|sub ?group|partners?)\b", 3),
    ),
    "know": (
        (r"\bhow\b.*\b(know|measured?|evidenced?|tell|show)\b", 8),
        (r"\b(evidence|measures?|success|indicators?|kpis?|assurance|criteria|metrics?)\b", 5),
        (r"\b(impact|difference|outputs?|results?|report|reporting|outcomes?)\b", 3),
        (r"\bdate\b", -4),
    ),
    "when": (
        (r"\bwhen\b", 6),
        (r"\b(timescales?|time scales?|timeframes?|time frames?|timelines?|timings?|deadlines?|due)\b", 6),
        (r"\b(date|dates|target date|completion)\b", 4),
        (r"\b(start|started|completed|closed|updated|review|reviewed|added|raised|last)\b", -5),
    ),
    "progress": (
        (r"\b(progress|updates?|comments?|commentary|position|narrative|notes?)\b", 5),
        (r"\b(current status|done so far|achieved so far)\b", 5),
        (r"\bstatus\b", 2),
        (r"\b(rag|brag)\b", -4),
    ),
    "rag": (
        (r"\bb?rag\b", 8),
        (r"\b(rating|rated|traffic light|colour)\b", 5),
        (r"^(overall )?status$", 4),
    ),
}
_LEAST = 3
_HOW_FAR = 60


class Column(NamedTuple):
    place: int
    heading: str
    field: str
    """One of FIELDS; empty for a column that has no place in a plan."""
    rival: str = ""
    """Another field that the heading could mean nearly as well."""


class Head(NamedTuple):
    rows: int
    """How many rows of the table are over once the head is."""
    columns: tuple[Column, ...]
    row: Row
    width: int

    def index_of(self, field: str) -> int | None:
        return next((column.place for column in self.columns if column.field == field), None)


def plain(heading: str) -> str:
    """A heading as it is compared: small letters and digits, single spaces."""
    return one_line(re.sub(r"[^\w#]+", " ", heading.casefold().replace("'", "").replace("\u2019", ""))).strip("_ ")


def weight(heading: str, field: str) -> int:
    text = plain(heading)
    return sum(points for pattern, points in _EVIDENCE[field] if re.search(pattern, text)) if text else 0


def find_head(table: Table, mapping: Mapping[str, str]) -> Head | None:
    """The first row whose headings mean most; nothing if none means a plan."""
    best: Head | None = None
    for start in range(min(len(table.rows), _HOW_FAR)):
        for rows in (1, 2):
            head = _head_at(table, start, rows, mapping)
            if head and (best is None or _count(head) > _count(best)):
                best = head
        if best and start >= best.rows + 1:
            break
    return best


def _count(head: Head) -> int:
    return sum(1 for column in head.columns if column.field)


def _head_at(table: Table, start: int, rows: int, mapping: Mapping[str, str]) -> Head | None:
    lines = table.rows[start : start + rows]
    if len(lines) < rows or any(len(cell.text) > 120 for line in lines for cell in line.cells):
        return None
    if rows == 2 and not _may_go_on(lines[1]):
        return None
    width = max(len(line.cells) for line in lines)
    headings = [one_line(" ".join(line.cells[i].text for line in lines if i < len(line.cells))) for i in range(width)]
    known = {plain(heading): field for heading, field in mapping.items()}
    if known and not any(plain(heading) in known for heading in headings):
        return None
    columns = _columns(headings, known)
    fields = {column.field for column in columns if column.field}
    if not fields & {"aim", "how"}:
        return None
    if len(fields) < (2 if known else 3) or (not known and not fields & {"lead", "when", "know"}):
        return None
    return Head(start + rows, columns, lines[0], width)


def _may_go_on(row: Row) -> bool:
    """May it be the second row of a head? A few words in some of its columns, and no figures."""
    words = [cell.text for cell in row.cells if cell.text]
    return 0 < len(words) < len(row.cells) and all(len(text) <= 40 and not re.search(r"\d", text) for text in words)


def _columns(headings: list[str], known: Mapping[str, str]) -> tuple[Column, ...]:
    """Gives each field to one column, the surest pair first; of two, the one that stands where such columns stand."""
    pairs = []
    order = list(FIELDS)
    for i, heading in enumerate(headings):
        if plain(heading) in known:
            continue
        for field in FIELDS:
            points = weight(heading, field)
            if points >= _LEAST:
                pairs.append((-points, abs(i - order.index(field) * len(headings) / len(order)), i, field))
    given = {i: known[plain(heading)] for i, heading in enumerate(headings) if plain(heading) in known}
    taken = {field for field in given.values() if field != IGNORED}
    for _, _, i, field in sorted(pairs):
        if i not in given and field not in taken and not _out_of_place(i, field, given):
            given[i] = field
            taken.add(field)
    made = []
    for i, heading in enumerate(headings):
        field = given.get(i, "")
        made.append(Column(i, heading, field, _rival(heading, field, known)))
    return tuple(made)


def _out_of_place(index: int, field: str, given: Mapping[int, str]) -> bool:
    """An aim stands before what is done for it, and what shows it, behind."""
    how = next((i for i, known in given.items() if known == "how"), None)
    if how is None:
        return False
    return (field == "aim" and index > how) or (field == "know" and index < how)


def _rival(heading: str, field: str, known: Mapping[str, str]) -> str:
    if not field or plain(heading) in known or field == IGNORED:
        return ""
    own = weight(heading, field)
    others = [(weight(heading, other), other) for other in FIELDS if other != field]
    points, other = max(others)
    return other if points >= max(_LEAST, own) else ""


def is_head_again(head: Head, row: Row) -> bool:
    """The head, repeated at the top of a page."""
    texts = [plain(cell.text) for cell in row.cells]
    own = [plain(cell.text) for cell in head.row.cells]
    filled = [(text, other) for text, other in zip(texts, own) if text or other]
    return bool(filled) and any(text for text, _ in filled) and sum(a == b for a, b in filled) * 4 >= len(filled) * 3


def read_mapping(text: str, name: str) -> dict[str, str]:
    """Lines of `heading = field`; empty lines and those that begin with `#` say nothing."""
    found: dict[str, str] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.lstrip().startswith("#"):
            heading, field = column_of(line, f"{name}, line {number}")
            if plain(heading) in map(plain, found):
                raise ValueError(f"{name}, line {number}: {heading!r} is given twice")
            found[heading] = field
    if not found:
        raise ValueError(f"{name}: no line says 'heading = field'")
    return found


def column_of(text: str, name: str) -> tuple[str, str]:
    """`Our aims = aim`: the heading may have an `=` of its own, the field has none."""
    heading, equals, field = text.rpartition("=")
    heading, field = one_line(heading), field.strip().casefold()
    if not equals or not heading or (field not in FIELDS and field != IGNORED):
        raise ValueError(
            f"{name}: {text.strip()!r} is not 'heading = field', where field is one of {', '.join(FIELDS)} or {IGNORED}"
        )
    return heading, field
