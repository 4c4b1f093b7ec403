"""A plan as the text of a file: in the style of the examples, with a comment at every guess."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from .tables import Doubt

WIDTH = 116
_PLAIN = re.compile(
    r"[^\W_](?:[^\s:#\[\]{}\"'`|>&*!%@\\,?\u2028\u2029]|[ ](?![ #])|[:](?=[^\s])|[,'?%&*!@]|(?<=\S)#)*\Z"
)
_WORDS = frozenset("y n yes no true false on off null ~".split())

About = Callable[[dict[str, Any], str], Sequence[Doubt]]


def text_of(value: Mapping[str, Any], about: About, head: Sequence[str]) -> str:
    """The whole file."""
    lines = [f"# {line}".rstrip() for line in head]
    lines.append("")
    lines += _mapping(dict(value), about, "", "")
    return "\n".join(lines) + "\n"


def _mapping(value: dict[str, Any], about: About, indent: str, first: str) -> Iterator[str]:
    """The lines of a mapping; `first` stands before its first key, as of an item in a list."""
    lead = first
    yield from _comments(about(value, ""), first[:-2] if first else indent)
    begun = False
    for key, held in value.items():
        if key.startswith("_") or held is None or held == [] or held == "":
            continue
        yield from _comments(about(value, key), lead[:-2] if lead and not begun else indent)
        yield from _entry(key, held, about, indent, lead)
        lead, begun = indent, True


def _entry(key: str, held: Any, about: About, indent: str, lead: str) -> Iterator[str]:
    if isinstance(held, Mapping):
        yield f"{lead}{key}:"
        yield from _mapping(dict(held) if not isinstance(held, dict) else held, about, indent + "  ", indent + "  ")
    elif isinstance(held, (list, tuple)):
        if all(isinstance(item, (str, int)) for item in held):
            yield f"{lead}{key}:"
            for item in held:
                yield f"{indent}  - {scalar(str(item))}"
            return
        yield f"{lead}{key}:"
        for item in held:
            yield from _mapping(item, about, indent + "    ", indent + "  - ")
    else:
        words = held.isoformat() if hasattr(held, "isoformat") else str(held)
        if len(indent) + len(key) + len(words) + 2 > WIDTH and re.fullmatch(r"\S+(?: \S+)*", words):
            yield f"{lead}{key}: >-"
            for line in textwrap.wrap(
                words, max(WIDTH - len(indent) - 2, 40), break_long_words=False, break_on_hyphens=False
            ):
                yield f"{indent}  {line}"
        else:
            yield f"{lead}{key}: {scalar(words)}"


def scalar(words: str) -> str:
    """Plain where nothing in it means anything to YAML, otherwise in quotes."""
    if words.lower() not in _WORDS and _PLAIN.match(words) and not words.endswith((" ", ":")):
        return words
    return json.dumps(words, ensure_ascii=False)


def comment_of(doubt: Doubt) -> str:
    return f"{doubt.kind}: {doubt.reason} ({doubt.where})" if doubt.where else f"{doubt.kind}: {doubt.reason}"


def _comments(doubts: Sequence[Doubt], indent: str) -> Iterator[str]:
    for doubt in doubts:
        said = " ".join(re.sub(r"[^\S ]|[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", comment_of(doubt)).split())
        for line in textwrap.wrap(said, max(WIDTH - len(indent), 40), break_long_words=False, break_on_hyphens=False):
            yield f"{indent}# {line}"
