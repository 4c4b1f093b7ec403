"""What of a plan stands in the eight columns, and what stands beside them, as rows of three."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

HEADINGS = (
    "No.",
    "What do we want to achieve?",
    "How are we going to do it?",
    "Who will lead?",
    "How will we know?",
    "When?",
    "Progress",
    "RAG",
)
BESIDE = ("Part of the plan", "Field", "Value")

# What the columns have room for.
_IN_COLUMNS = {
    "plan": {"objectives"},
    "objective": {"no", "text", "actions"},
    "action": {"no", "text", "lead", "promises", "note"},
    "promise": {"what", "due"},
}


def parts_of(plan: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Part, field and value of all that the eight columns have no room for."""
    yield from _beside("plan", "plan", plan)
    for i, objective in enumerate(plan.get("objectives", ()), 1):
        yield from _beside("objective", f"objective {i}", objective)
        for action in objective.get("actions", ()):
            yield from _beside("action", f"action {action['no']}", action)
            for j, promise in enumerate(action.get("promises", ()), 1):
                yield from _beside("promise", f"promise {j} of {action['no']}", promise)


def _beside(kind: str, part: str, value: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for key, held in value.items():
        if key not in _IN_COLUMNS[kind]:
            for path, words in _flat(key, held):
                yield part, path, words
    if kind == "action" and "lead" in value:
        yield part, "lead", str(value["lead"])


def _flat(path: str, held: Any) -> Iterator[tuple[str, str]]:
    """`priorities/1/text`: keys, and places in lists from 1."""
    if isinstance(held, Mapping):
        for key, value in held.items():
            yield from _flat(f"{path}/{key}", value)
    elif isinstance(held, (list, tuple)):
        for i, value in enumerate(held, 1):
            yield from _flat(f"{path}/{i}", value)
    elif path.rpartition("/")[2] != "audience" or held != "open":
        if isinstance(held, bool):
            held = "yes" if held else "no"
        yield path, held.isoformat() if hasattr(held, "isoformat") else str(held)


def put(value: dict[str, Any], path: str, words: str) -> None:
    """Puts a value where `_flat` took it from; ValueError if something else stands there."""
    keys = path.split("/")
    here: Any = value
    for key, after in zip(keys, keys[1:] + [""]):
        holder = here
        last = after == ""
        made: Any = words if last else ([] if after.isdecimal() else {})
        if key.isdecimal() and isinstance(here, list):
            if int(key) == len(here) + 1:
                here.append(made)
            elif not 1 <= int(key) <= len(here):
                raise ValueError(f"{path!r} leaves out a place of its list")
            here = here[int(key) - 1]
        elif isinstance(here, dict) and re.fullmatch(r"[a-z][a-z\-]*", key):
            here = here.setdefault(key, made)
            if last:
                holder[key] = words
        else:
            raise ValueError(f"{path!r} is no place in a plan")
        if not last and not isinstance(here, (list, dict)):
            raise ValueError(f"{path!r} is within what has a value of its own")
