"""From a file to a partnership's files: what was read, what was guessed, and whether it reads back."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from .. import _core
from .._frames import texts_of
from . import own
from .archive import bytes_of, kind_of
from .bodies import Bodies
from .build import Builder
from .draft import Draft, Settings
from .finish import finish
from .header import FIELDS, IGNORED, Head, column_of
from .lines import lines_of
from .tables import Doubt, Table
from .text import csv_tables, text_tables
from .words import id_of
from .yaml_text import text_of


class Said(NamedTuple):
    """What the caller says of the plan and its partnership; what is None, the file says or nobody does."""

    plan: str | None = None
    partnership: str | None = None
    name: str | None = None
    title: str | None = None
    period: str | None = None
    dated: str | None = None
    as_at: str | None = None


class Imported(NamedTuple):
    """What became of a file."""

    texts: tuple[tuple[str, str], ...]
    """Names and texts of the files that it makes."""
    doubts: tuple[Doubt, ...]
    columns: tuple[tuple[str, str], ...]
    """Each heading, and what it was read as."""
    problems: tuple[_core.Diagnostic, ...]
    """Why the files are unsound together; none if they read back."""
    partnership: _core.Partnership | None
    """What the files say, with those that were there before; nothing if they are unsound."""


def tables_of(path: str, sheet: str | None = None) -> tuple[list[Table], list[Doubt]]:
    """Every table of a file, whatever sort of file it is."""
    data = bytes_of(path)
    kind = kind_of(path, data)
    if sheet is not None and kind != "xlsx":
        raise ValueError(f"sheet: {path} is no workbook")
    if kind == "xlsx":
        from .workbook import workbook_tables

        return workbook_tables(path, data, sheet)
    if kind == "docx":
        from .document import document_tables

        return document_tables(path, data)
    return csv_tables(path, data) if kind == "csv" else text_tables(path, data)


def import_file(
    path: str, said: Said, *, columns: Mapping[str, str], sheet: str | None, among: _core.Partnership | None
) -> Imported:
    for heading, field in columns.items():
        column_of(f"{heading} = {field}", "columns")
    tables, doubts = tables_of(path, sheet)
    settings = _settings(path, said, among)
    if own.is_own(tables):
        return finished(*own.read(tables, settings, among), among)
    lines = lines_of(path, tables, columns)
    draft = Draft(settings, Bodies(among.to_dict()["partnership"] if among is not None else None))
    draft.doubts += doubts + lines.doubts
    Builder(draft, lines.lines).run()
    if not draft.objectives:
        raise ValueError(f"path: {path} has the head of a plan and no row below it")
    finish(draft)
    heads = tuple((heading, field) for _, head in lines.heads for heading, field in _read_as(head))
    return finished(draft, _plan_of(draft), heads, among)


def _settings(path: str, said: Said, among: _core.Partnership | None) -> Settings:
    file = os.path.basename(path)
    for argument, given in (("plan", said.plan), ("partnership", said.partnership)):
        if given is not None and not re.fullmatch(r"[A-Za-z0-9][\w.\-]*", given):
            raise ValueError(f"{argument}: {given!r} is no id; letters, digits, '-', '.' and '_' make one")
    for argument, given in (("dated", said.dated), ("as_at", said.as_at)):
        if given is not None and _core.parse_day(given) is None:
            raise ValueError(f"{argument}: {given!r} is no day; write it as 2019-11-01")
    if said.period is not None:
        _core.parse_deadlines("", period=said.period)
    stem = id_of(os.path.splitext(file)[0]) or "plan"
    partnership = said.partnership
    if among is not None:
        known = among.arrangements.partnership
        if partnership not in (None, known):
            raise ValueError(f"partnership: {partnership!r} is not the one that is read with it, {known!r}")
        partnership = known
        while said.plan is None and any(there.plan == stem for there in among.plans):
            stem += "-2"
    return Settings(
        file, said.plan or stem, partnership or "partnership", said.name, said.title, said.period, said.dated, said.as_at,
        said.plan, _bands(),
    )


def _bands() -> tuple[tuple[str, str], ...]:
    """The letters and words of the scale that a plan has unless it says otherwise."""
    bands = (("b", "blue"), ("g", "green"), ("a", "amber"), ("r", "red"), ("n", "grey"))
    return bands + tuple((word, word) for _, word in bands)


def _read_as(head: Head) -> list[tuple[str, str]]:
    said = {"": "no column of a plan: kept in the note", IGNORED: "left out, as you said", **FIELDS}
    return [(column.heading, said[column.field]) for column in head.columns if column.heading]


def _plan_of(draft: Draft) -> dict[str, Any]:
    settings = draft.settings
    made: dict[str, Any] = {"plan": settings.plan}
    for key, held in (("title", settings.title), ("period", settings.period), ("dated", settings.dated)):
        if held is not None:
            made[key] = held
    made["source"] = settings.file
    if draft.priorities:
        made["priorities"] = draft.priorities
    made["objectives"] = draft.objectives
    return made


def finished(
    draft: Draft, plan: Mapping[str, Any], columns: tuple[tuple[str, str], ...], among: _core.Partnership | None
) -> Imported:
    """The files, and whether they read back."""
    settings = draft.settings
    top = {"safegov": "1", "partnership": settings.partnership}
    head = [
        f"Made from {settings.file}. Look at every line that begins with 'guess:', 'unread:' or 'note:', and at",
        "its cell; then take the comment out. What was left out stands in the report of the import.",
    ]
    read_as = [f"'{' '.join(heading.split())}' is read as: {field}" for heading, field in columns]
    files = []
    if among is None:
        made = {**top, "name": settings.name or settings.partnership, "bodies": draft.bodies.made}
        if settings.name is None:
            draft.doubts.append(
                Doubt("", "", "nothing says what the partnership is called: --name, --partnership", "unread")
            )
        if not draft.bodies.made:
            made["bodies"] = [{"id": "board"}]
            draft.doubts.append(
                Doubt("", "", "no body is named anywhere: 'board' stands for one, as a partnership needs it")
            )
        files.append(("partnership.yaml", text_of(made, draft.about, head)))
    elif draft.bodies.made:
        added = text_of({"bodies": draft.bodies.made}, draft.about, []).split("\n")[1:]
        read_as += ["", "Bodies that your partnership does not have yet; put them among its 'bodies:'", *added]
    files.append((f"{settings.plan}.yaml", text_of({**top, **plan}, draft.about, head + [""] + read_as)))
    if draft.records:
        files.append((f"{settings.plan}-ratings.yaml", text_of({**top, "records": draft.records}, draft.about, head)))
    texts = tuple(files)
    if among is not None and any(there.plan == settings.plan for there in among.plans):
        reason = f"the partnership has a plan {settings.plan!r}: what was made is read in its place"
        draft.doubts.append(Doubt("", "", reason, "note"))
    try:
        partnership = _core.read_texts(_with(among, settings.plan, draft.bodies.made) + list(texts))
    except _core.InputError as error:
        return Imported(texts, tuple(draft.doubts), columns, tuple(error.diagnostics), None)
    return Imported(texts, tuple(draft.doubts), columns, (), partnership)


def _with(among: _core.Partnership | None, plan: str, made: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The partnership that is there, with the bodies that it does not have yet, and without a plan of that id."""
    if among is None:
        return []
    parts = among.to_dict()
    new = [{key: held for key, held in body.items() if not key.startswith("_")} for body in made]
    parts["partnership"] = {**parts["partnership"], "bodies": [*parts["partnership"]["bodies"], *new]}
    parts["plans"] = [there for there in parts.get("plans", ()) if there["plan"] != plan]
    return texts_of(parts)
