"""Bodies, proposed from the words of the lead column, or found by name among those that there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .words import id_of, key_of, kind_of_body

NOT_STATED = "not stated"
# What may be handed to somebody.
_HANDED = re.compile(
    r"\b(?:report(?:s|ed|ing)?|updates?|updated|presented|presentation|submitted|papers?|feedback|fed back|returns?|"
    r"assurance|minutes|findings|briefings?|dashboard|receiv\w*)\b",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"[A-Z][A-Z&]{1,7}\b")


class Bodies:
    """Names and ids. Two spellings are one body if they differ in spaces, signs and capitals alone."""

    def __init__(self, known: Mapping[str, Any] | None = None) -> None:
        self.made: list[dict[str, Any]] = []
        self._ids: dict[str, str] = {}
        self._names: dict[str, str] = {}
        self._of: dict[str, set[str]] = {}
        self._taken: set[str] = {NOT_STATED}
        for body in (known or {}).get("bodies", ()):
            self._know(body)

    def _know(self, body: Mapping[str, Any]) -> None:
        self._taken.add(body["id"])
        for name in _names_of(body):
            self._ids.setdefault(key_of(name), body["id"])
            self._names.setdefault(name, body["id"])
        self._ids.setdefault(key_of(body["id"]), body["id"])
        self._of.setdefault(body["id"], set()).update(_names_of(body))

    def find(self, name: str) -> str | None:
        return self._ids.get(key_of(name))

    def made_as(self, known: str) -> dict[str, Any] | None:
        """The body of that id, if it was made here."""
        return next((body for body in self.made if body["id"] == known), None)

    def all_names(self, known: str) -> set[str]:
        return self._of.get(known, set())

    def take(self, name: str, source: str) -> tuple[str, dict[str, Any] | None]:
        """The id of a name, and the body if it is new."""
        key = key_of(name)
        known = self._ids.get(key)
        if known is not None:
            self._know_as(name, known)
            return known, None
        stem = id_of(name) or "body"
        made, number = stem, 1
        while made in self._taken:
            number += 1
            made = f"{stem}-{number}"
        body: dict[str, Any] = {"id": made, "name": name}
        if kind := kind_of_body(name):
            body["kind"] = kind
        body["source"] = source
        self.add(body)
        return made, body

    def rename(self, body: dict[str, Any], name: str) -> None:
        """A body that was made here, by its whole name."""
        body["name"] = name
        self._know(body)

    def add(self, body: dict[str, Any]) -> None:
        self.made.append(body)
        self._know(body)

    def _know_as(self, name: str, known: str) -> None:
        """Another spelling is another name of a body that was made here."""
        if name in self._names:
            return
        self._names[name] = known
        for body in self.made:
            if body["id"] == known and name not in (body["name"], known):
                body.setdefault("also-known-as", []).append(name)

    def receiver(self, words: str) -> str | None:
        """Who receives it, in words such as `report to XYZ` or `received by XYZ`; a name or an abbreviation."""
        for match in reversed(list(re.finditer(r"\b(?:to|receiv\w* by)(?: the)? ", words))):
            before, after = words[: match.end()], words[match.end() :]
            name = self._name_at(after)
            if name and (_HANDED.search(before) or (self.find(name) and after.rstrip(". ") == name)):
                return name
        return None

    def giver(self, words: str) -> str | None:
        """Who gives it: a body whose name the evidence begins with."""
        for name in sorted(self._names, key=len, reverse=True):
            if re.match(re.escape(name) + r"(?= (?:to|will|report|reports|provides?|updates?)\b)", words):
                return self._names[name]
        return None

    def _name_at(self, text: str) -> str | None:
        for name in sorted(self._names, key=len, reverse=True):
            if re.match(re.escape(name) + r"(?!\w)", text):
                return name
        acronym = _ACRONYM.match(text)
        return acronym[0] if acronym else None


def _names_of(body: Mapping[str, Any]) -> list[str]:
    names = [body.get("name", body["id"])]
    for key in ("also-known-as", "formerly"):
        for other in body.get(key, ()):
            names.append(other if isinstance(other, str) else other["name"])
    return names
