"""What is written in Python: data frames, and partnerships from dicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

# typing and json take longer to import than all of this: they are asked for when they are needed.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

from . import _core


def from_dict(parts: Mapping[str, Any]) -> _core.Partnership:
    """A partnership from what `to_dict` gives: `partnership`, `plans`, `records`, and registers by name.

    The keys are those of the files. Places in problems are those of a text of one line for each value.
    """
    return _core.read_texts(texts_of(parts))


def texts_of(parts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The files of what `to_dict` gives, each with its name."""
    if not isinstance(parts, Mapping):
        raise TypeError(f"parts: a mapping is wanted, not {type(parts).__name__}")
    own = parts.get("partnership")
    if not isinstance(own, Mapping):
        raise TypeError("parts['partnership']: a mapping is wanted, with the partnership's id, name and bodies")
    head = {"safegov": "1", "partnership": own.get("partnership", own.get("id"))}
    texts = [("partnership.yaml", {**head, **own})]
    for number, plan in enumerate(parts.get("plans", ())):
        texts.append((f"plan-{number}.yaml", {**head, **plan}))
    if parts.get("records"):
        texts.append(("records.yaml", {**head, "records": parts["records"]}))
    rows = {name: rows for name, rows in parts.items() if name not in ("partnership", "plans", "records")}
    if rows:
        texts.append(("registers.yaml", {**head, **rows}))
    written = []
    for name, value in texts:
        written.append((name, "\n".join(_lines(value)) + "\n"))
    return written


def _lines(value: Any, indent: str = "") -> Iterator[str]:
    """A mapping or a list as lines of a file, each scalar in quotes."""
    items = value.items() if isinstance(value, Mapping) else ((None, item) for item in value)
    for key, item in items:
        begin = indent + ("-" if key is None else f"{_scalar(key)}:")
        if isinstance(item, Mapping) or (isinstance(item, (list, tuple))):
            if item:
                yield begin
                yield from _lines(item, indent + "  ")
            else:
                yield begin + (" {}" if isinstance(item, Mapping) else " []")
        else:
            yield f"{begin} {_scalar(item)}"


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if hasattr(value, "isoformat"):
        value = value.isoformat()
    if isinstance(value, (str, int)):
        import json

        return json.dumps(str(value), ensure_ascii=False)
    raise TypeError(f"{value!r} has no place in a file")


def to_pandas(what: Any, *columns: str) -> Any:
    """A pandas DataFrame of an assessment, obligations or any other table: bodies, plans and states as categories.

    Without names, the columns that cost nothing; `id`, `promise`, `action`, `what` and `due` are made when they
    are asked for.
    """
    import numpy as np
    import pandas as pd  # type: ignore[import-untyped,unused-ignore]

    table = what if isinstance(what, _core.Table) else what.table(*columns)
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
