"""What hypothesis draws: anything at all, and partnerships, sound or not."""

from __future__ import annotations

import copy
import dataclasses
import datetime
import decimal
import fractions
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hypothesis import strategies as st


class Own(Exception):
    """What an object of the caller's raises: it has to come out as it is."""


@dataclasses.dataclass
class Thing:
    """An object that may not even have a repr, made when it is wanted."""

    label: str
    make: Callable[[], Any]

    def __repr__(self) -> str:
        return self.label


def raising(*names: str, **given: Any) -> Any:
    """An object whose methods of those names raise."""

    def method(*_: Any, **__: Any) -> Any:
        raise Own("mine")

    return type("Hostile", (), {**dict.fromkeys(names, method), **given})()


def half_way(*things: Any) -> Iterator[Any]:
    yield from things
    raise Own("half-way")


def in_itself(kind: type) -> Any:
    made = kind()
    if isinstance(made, list):
        made.append(made)
    else:
        made["partnership"] = made["plans"] = made
    return made


def deep(levels: int, kind: type) -> Any:
    made: Any = "end"
    for _ in range(levels):
        made = [made] if kind is list else {"bodies": made}
    return made


class Shrinking(list[Any]):
    """A list that loses what it has while somebody goes through it, or asks how long it is."""

    def __iter__(self) -> Any:
        for thing in list.__iter__(self):
            self.clear()
            yield thing

    def __len__(self) -> int:
        self.clear()
        return 1 << 40


class Changing(Mapping[Any, Any]):
    """A mapping that answers something else every time."""

    def __init__(self) -> None:
        self.asked = 0

    def __getitem__(self, key: Any) -> Any:
        self.asked += 1
        return [{}, [], "x", 3, self][self.asked % 5]

    def __iter__(self) -> Any:
        self.asked += 1
        return iter(["partnership", "plans", "records", "bodies"][: self.asked % 5])

    def __len__(self) -> int:
        return self.asked % 3


class Text(str):
    def __str__(self) -> str:
        raise Own("mine")

    __repr__ = __hash__ = __eq__ = __str__  # type: ignore[assignment]


class Number(int):
    def __index__(self) -> int:
        raise Own("mine")

    __int__ = __str__ = __repr__ = __index__  # type: ignore[assignment]


class Day(datetime.date):
    def __str__(self) -> str:
        raise Own("mine")

    __repr__ = isoformat = __eq__ = __hash__ = __str__  # type: ignore[assignment]


class NotInOrder(datetime.tzinfo):
    def utcoffset(self, _: Any) -> Any:
        raise Own("mine")


FIXED: dict[str, Callable[[], Any]] = {
    "a generator that raises half-way": lambda: half_way("p"),
    "pairs that raise half-way": lambda: half_way(("a.yaml", "safegov: 1")),
    "a list in itself": lambda: in_itself(list),
    "a dict in itself": lambda: in_itself(dict),
    "a deep list": lambda: deep(3000, list),
    "a deep dict": lambda: deep(3000, dict),
    "a list that shrinks": lambda: Shrinking(["p", "bp"]),
    "a mapping that changes": Changing,
    "a text that raises": lambda: Text("p"),
    "a number that raises": lambda: Number(3),
    "a day that raises": lambda: Day(2019, 11, 1),
    "a path that raises": lambda: raising("__fspath__"),
    "a path that is no text": lambda: type("P", (), {"__fspath__": lambda self: 3})(),
    "an index that raises": lambda: raising("__index__"),
    "an index that is no number": lambda: type("I", (), {"__index__": lambda self: "0"})(),
    "a huge index": lambda: type("I", (), {"__index__": lambda self: 10**40})(),
    "what can be gone through, and raises": lambda: raising("__iter__"),
    "what has a length, and raises": lambda: raising("__len__", __getitem__=lambda self, i: "ppp"[i]),
    "what claims a length": lambda: type("L", (), {"__len__": lambda self: 1 << 62, "__getitem__": lambda self, i: [half_way()][i]})(),
    "no repr": lambda: raising("__repr__", "__str__"),
    "no hash, no equality": lambda: raising("__hash__", "__eq__"),
    "no attributes": lambda: raising("__getattr__", "__bool__", "__float__"),
    "a class that lies": lambda: type("Lies", (), {"__class__": property(lambda self: str)})(),
    "a time zone that raises": lambda: datetime.datetime(2019, 11, 1, tzinfo=NotInOrder()),
    "a module": lambda: types,
    "a class": lambda: type,
    "a function": lambda: len,
    "memory": lambda: memoryview(bytearray(8)),
    "Ellipsis": lambda: ...,
    "a complex number": lambda: 1j,
    "a decimal": lambda: decimal.Decimal("sNaN"),
    "a fraction": lambda: fractions.Fraction(1, 3),
    "a huge number": lambda: 10**5000,
    "a huge negative number": lambda: -(10**5000),
    "a slice": lambda: slice(None, None, 0),
}
try:
    import numpy
    import pandas

    FIXED |= {
        "NaT": lambda: pandas.NaT,
        "numpy's NaT": lambda: numpy.datetime64("NaT"),
        "a numpy day": lambda: numpy.datetime64("2019-11-01"),
        "a pandas day": lambda: pandas.Timestamp("2019-11-01"),
        "a pandas day with a time zone": lambda: pandas.Timestamp("2019-11-01", tz="Europe/London"),
        "pandas' NA": lambda: pandas.NA,
        "a numpy number": lambda: numpy.int64(1),
        "a numpy float": lambda: numpy.float64("nan"),
        "an array of objects": lambda: numpy.array([None, "p", 3], dtype=object),
        "an array without dimensions": lambda: numpy.array("p"),
        "a frame": lambda: pandas.DataFrame({"id": ["p", None], "date": [pandas.NaT, pandas.Timestamp(0)]}),
        "a series": lambda: pandas.Series(["p", float("nan")]),
    }
except ImportError:
    pass

# Half pairs of surrogates and NULs, too; but nothing that leads out of the empty folder in which the tests run.
texts = st.text(st.characters(exclude_characters="/~", exclude_categories=()), max_size=12).filter(lambda text: ".." not in text)
SCALARS = (st.none() | st.booleans() | st.integers() | st.floats() | texts | st.dates()
           | st.binary(max_size=8).filter(lambda raw: b"/" not in raw and b".." not in raw)
           | st.datetimes(timezones=st.none() | st.just(datetime.timezone.utc)) | st.times() | st.timedeltas())
NESTED = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.tuples(inner, inner)
                      | st.dictionaries(texts | st.integers() | st.none(), inner, max_size=4), max_leaves=8)


def thing_of(value: Any) -> Thing:
    label = f"{value!r:.200}" if not isinstance(value, int) or value.bit_length() < 400 else "a huge number"
    return Thing(label, lambda: copy.deepcopy(value))


anything = NESTED.map(thing_of) | st.sampled_from([Thing(label, make) for label, make in FIXED.items()])

DUE = ["June 2019", "June 2019, Oct 2019", "ongoing", "2019-11-01", "31 March 2020", "quarterly", "annually", "TBC", "Spring 2020"]
DAYS = st.dates(datetime.date(2019, 1, 1), datetime.date(2022, 12, 31))
PROSE = st.text(st.characters(exclude_categories=["Cc", "Cs"], max_codepoint=0x1FFFF), min_size=1, max_size=20).map(
    lambda text: f"«{text}»")
IDS = st.lists(st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,3})?", fullmatch=True), min_size=1, max_size=5, unique=True)


@st.composite
def dicts(draw: Any) -> dict[str, Any]:
    """A partnership as from_dict takes it, without a fault: what to_dict would give but for absent keys."""
    ids = draw(IDS)
    bodies = [{"id": ids[0], "name": draw(PROSE)}]
    bodies += [{"id": own, "reports-to": draw(st.sampled_from(ids[:i]))} for i, own in enumerate(ids) if i]
    plans = []
    for plan in range(draw(st.integers(0, 2))):
        objectives = []
        for no in range(1, draw(st.integers(0, 2)) + 1):
            actions = []
            for step in range(1, draw(st.integers(1, 2)) + 1):
                promises = [{"id": f"x{i}", "what": draw(PROSE), "due": draw(st.sampled_from(DUE)),
                             **({"to": draw(st.sampled_from(ids))} if draw(st.booleans()) else {})}
                            for i in range(draw(st.integers(0, 3)))]
                action: dict[str, Any] = {"no": f"{no}.{step}", "lead": draw(st.sampled_from(ids))}
                actions.append({**action, "promises": promises} if promises else action)
            objectives.append({"no": str(no), "actions": actions})
        plans.append({"plan": f"plan{plan}", "period": "2019-22", "objectives": objectives})
    return {"partnership": {"partnership": "x", "name": draw(PROSE), "top": ids[0], "bodies": bodies}, "plans": plans}


@st.composite
def records(draw: Any, ids: list[str]) -> list[dict[str, str]]:
    """At most one for each obligation."""
    chosen = draw(st.lists(st.sampled_from(ids), unique=True, max_size=4)) if ids else []
    return [{draw(st.sampled_from(["received", "partly-received", "waived", "cancelled"])): own,
             "date": draw(DAYS).isoformat()} for own in chosen]


@st.composite
def spoilt(draw: Any) -> Any:
    """A partnership with one thing taken out, doubled or exchanged for anything."""
    parts = draw(dicts())
    place: Any = parts
    while True:
        key = draw(st.sampled_from(sorted(place))) if isinstance(place, dict) else draw(st.integers(0, len(place) - 1))
        inner = place[key]
        if not isinstance(inner, (dict, list)) or not inner or draw(st.integers(0, 3)) == 0:
            break
        place = inner
    how = draw(st.sampled_from(["out", "twice", "else"]))
    if how == "out":
        del place[key]
    elif how == "twice" and isinstance(place, list):
        place.append(place[key])
    elif how == "twice":
        place[key] = [inner, inner]
    else:
        place[key] = draw(anything).make()
    return parts
