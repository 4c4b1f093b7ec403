"""What is written in Python: data frames, and partnerships from dicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# typing and json take longer to import than all of this: they are asked for when they are needed.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

from . import _core

# No kind of file is nested a quarter as deep.
_DEEPEST = 64


def from_dict(parts: Mapping[str, Any]) -> _core.Partnership:
    """A partnership from what `to_dict` gives.

    Parameters
    ----------
    parts
        `partnership`, `plans`, `records`, and registers by name; the keys are those of the files.

    Returns
    -------
    Partnership
        As if it had been read from files.

    Raises
    ------
    InputError
        With every problem. Places are those of a text of one line for each value.
    TypeError, ValueError
        If something has no place in a file, with its own: `parts['plans'][0]['objectives'][2]['no']`.

    Examples
    --------
    >>> made = safegov.from_dict({"partnership": {"partnership": "x", "name": "X", "bodies": [{"id": "board"}]}})
    >>> made.bodies[0].id
    'board'
    >>> safegov.from_dict(made.to_dict()) == made
    True
    """
    return _core.read_texts(texts_of(parts))


def texts_of(parts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The files of what `to_dict` gives, each with its name."""
    own = _mapping(_mapping(parts, "parts").get("partnership"), "parts['partnership']",
                   "with the partnership's id, name and bodies")
    head = {"safegov": "1", "partnership": own.get("partnership", own.get("id"))}
    said = {key: value for key, value in own.items() if key != "id"}
    texts = [("partnership.yaml", _text({**head, **said}, "parts['partnership']"))]
    for number, plan in enumerate(_list(parts.get("plans", ()), "parts['plans']")):
        where = f"parts['plans'][{number}]"
        texts.append((f"plan-{number}.yaml", _text({**head, **_mapping(plan, where)}, where)))
    records = _list(parts.get("records", ()), "parts['records']")
    if records:
        texts.append(("records.yaml", _text({**head, "records": records}, "parts")))
    rows = {name: rows for name, rows in parts.items() if name not in ("partnership", "plans", "records")}
    if rows:
        texts.append(("registers.yaml", _text({**head, **rows}, "parts")))
    return texts


def _mapping(value: Any, where: str, what: str = "") -> Mapping[Any, Any]:
    if isinstance(value, Mapping):
        return value
    raise TypeError(f"{where}: a mapping is wanted{what and ', ' + what}, not {type(value).__name__}")


def _list(value: Any, where: str) -> list[Any] | tuple[Any, ...]:
    if isinstance(value, (list, tuple)):
        return value
    raise TypeError(f"{where}: a list is wanted, not {type(value).__name__}")


def _text(value: Mapping[Any, Any], where: str) -> str:
    return "\n".join(_lines(value, where, 0)) + "\n"


def _lines(value: Any, where: str, depth: int) -> Iterator[str]:
    """A mapping or a list as lines of a file, each scalar in quotes. `where` is how Python gets at it."""
    if depth == _DEEPEST:
        raise ValueError(f"{where[:200]}: it is nested too deeply, or in itself")
    indent = "  " * depth
    named = isinstance(value, Mapping)
    # A copy: what is written must be the same from the first to the last, whatever happens meanwhile.
    # Not by list(), which believes what something says of its own length.
    for key, item in [pair for pair in value.items()] if named else enumerate([item for item in value]):  # noqa: C416
        place = f"{where}[{key!r}]"
        if named and not isinstance(key, str):
            raise TypeError(f"{where}: a key is text, not {key!r:.80}")
        begin = indent + (f"{_scalar(key, place)}:" if named else "-")
        if isinstance(item, (Mapping, list, tuple)):
            if item:
                yield begin
                yield from _lines(item, place, depth + 1)
            else:
                yield begin + (" {}" if isinstance(item, Mapping) else " []")
        else:
            yield f"{begin} {_scalar(item, place)}"


def _scalar(value: Any, where: str) -> str:
    import datetime
    import json

    # By its real class: whatever it says of itself, what follows has to fit.
    kind = type(value)
    if kind is bool:
        return "yes" if value else "no"
    if issubclass(kind, str):
        text = str.__str__(value)
        try:
            text.encode()
        except UnicodeEncodeError:
            raise ValueError(f"{where}: it has half a pair of surrogates, which is no character") from None
    elif issubclass(kind, int):
        # Longer than any number that a file may have, and than what Python turns into text.
        if value.bit_length() > 64:
            raise ValueError(f"{where}: that number is too large")
        text = int.__repr__(value)
    elif issubclass(kind, datetime.date) and not issubclass(kind, datetime.datetime):
        text = datetime.date.isoformat(value)
    else:
        # Also a datetime, and with it the missing date of pandas: a time of day has no place in a file.
        raise TypeError(f"{where}: text, a whole number or a datetime.date is wanted, not {kind.__name__}")
    return json.dumps(text, ensure_ascii=False)


def to_dicts(what: Any, *names: str) -> list[dict[str, Any]]:
    """The rows of an assessment, obligations or any other table, as Python's own values.

    Parameters
    ----------
    what
        An `Assessment`, `Obligations`, a `Timeline` or a `Table`.
    *names
        Their names, as of `table`; without any, those that cost nothing.

    Returns
    -------
    list of dict
        One for each row: text, `datetime.date`, `int`, and None for what is not stated.

    Examples
    --------
    >>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), of=["bp-2019"])
    >>> rows = safegov.to_dicts(safegov.assess(owed, as_at="2019-11-01"), "id", "to", "last", "state")
    >>> rows[1]
    {'id': 'bp-2019/11.3/bmg@2019-04', 'to': 'bmg', 'last': datetime.date(2019, 4, 30), 'state': 'overdue'}
    """
    table = _table(what, names)
    values = [values_of(table.column(name)) for name in table.names]
    return [dict(zip(table.names, row)) for row in zip(*values)]


def _table(what: Any, names: tuple[str, ...]) -> _core.Table:
    if not callable(getattr(type(what), "table", None)):
        raise TypeError(f"what: an Assessment, Obligations, a Timeline or a Table is wanted, not {type(what).__name__}")
    made: _core.Table = what.table(*names)
    return made


def values_of(column: Any, most: int | None = None) -> list[Any]:
    """A column, or the first of it, as a list of text, days or numbers."""
    if isinstance(column, _core.TextColumn):
        return column.texts[:most]
    values: list[Any] = memoryview(column)[:most].tolist()
    known = [True] * len(values)
    if column.valid is not None:
        bits = memoryview(column.valid).tolist()
        known = [bool(bits[i // 8] >> i % 8 & 1) for i in range(len(values))]
    if (words := column.dictionary) is not None:
        return [words[code] if is_known else None for code, is_known in zip(values, known)]
    if column.format == "tdD":
        import datetime

        since = datetime.date(1970, 1, 1).toordinal()
        return [datetime.date.fromordinal(since + day) if is_known else None for day, is_known in zip(values, known)]
    return values


def to_pandas(what: Any, *names: str) -> Any:
    """A pandas DataFrame of an assessment, obligations or any other table: bodies, plans and states as categories.

    Parameters
    ----------
    what
        An `Assessment`, `Obligations`, a `Timeline` or a `Table`.
    *names
        Their names, as of `table`. Without any, the columns that cost nothing; `id`, `promise`, `action`, `what` and
        `due` are made when they are asked for.

    Returns
    -------
    pandas.DataFrame
        A row for each of `what`; days are `datetime64`, what is not stated is missing.

    Examples
    --------
    >>> owed = safegov.expand_obligations(safegov.read_partnership("examples/nottingham"), of=["bp-2019"])
    >>> frame = safegov.to_pandas(safegov.assess(owed, as_at="2019-11-01"), "lead", "state")
    >>> int((frame["state"] == "overdue").sum())
    32
    """
    import numpy as np
    import pandas as pd  # type: ignore[import-untyped,unused-ignore]

    table = _table(what, names)
    made: dict[str, Any] = {}
    for name in table.names:
        column = table.column(name)
        if isinstance(column, _core.TextColumn):
            made[name] = column.texts
        elif (words := column.dictionary) is not None:
            codes = np.asarray(column)
            if (valid := column.valid) is not None:
                bits = np.unpackbits(np.asarray(valid), bitorder="little", count=len(column)).astype(bool)
                codes = np.where(bits, codes, np.uint32(0xFFFFFFFF)).astype(np.int32)
            kind = pd.CategoricalDtype(list(words))
            made[name] = pd.Categorical.from_codes(codes.astype(_narrow(len(words)), copy=False), dtype=kind)
        elif column.format == "tdD":
            days = np.asarray(column).astype("datetime64[D]")
            if (valid := column.valid) is not None:
                bits = np.unpackbits(np.asarray(valid), bitorder="little", count=len(column)).astype(bool)
                days = np.where(bits, days, np.datetime64("NaT"))
            made[name] = days.astype("datetime64[s]")
        else:
            made[name] = np.asarray(column)
    return pd.DataFrame(made, copy=False)


def _narrow(words: int) -> str:
    return "int8" if words < 128 else "int16" if words < 32768 else "int32"
