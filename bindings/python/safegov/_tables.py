"""Records and promises from data frames and other tables."""

from __future__ import annotations

# csv and datetime take longer to import than all of this: they are asked for when they are needed.
from collections.abc import Iterable, Iterator, Mapping, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

from . import _core


def add_records(partnership: _core.Partnership, table: Any, *, name: str = "records") -> _core.Partnership:
    """The partnership with the records of a table added.

    Parameters
    ----------
    table : anything that speaks Arrow, a mapping of columns, or rows as mappings
        A data frame of pandas or Polars, a table of pyarrow or DuckDB. Columns `event` (what happened: `received`),
        `obligation` and `date` are needed; the others are the fields of a record: `by`, `reference`, `recorded`, …
        A day is a date, a moment at midnight without a time zone, or text; what is missing is an empty cell.
    name : str
        What problems call the table.

    Raises
    ------
    InputError
        With every bad cell: its row, of which the columns' names are the first, and its column.
    TypeError, ValueError
        A column or a cell is of a kind that has no place in a table.

    Examples
    --------
    >>> import safegov
    >>> partnership = safegov.read_partnership("examples/nottingham")
    >>> more = safegov.add_records(
    ...     partnership, [{"event": "received", "obligation": "bp-2019/2.1/bmg of Oct 2019", "date": "2019-11-12"}]
    ... )
    >>> len(more.records) - len(partnership.records)
    1
    """
    return _core._add_records(partnership, name, _text_of(table))


def add_promises(partnership: _core.Partnership, table: Any, *, name: str = "promises") -> _core.Partnership:
    """The partnership with the promises of a table added: a row for each date.

    Columns `plan`, `objective`, `action` and `what` are needed; `lead` is the action's, `promise` the promise's id, and
    the others its fields: `from`, `to`, `due`, … What there is not of plans, objectives and actions is made. Rows of
    one promise that differ in nothing but `due` are its dates. See `add_records` for what a table may be.

    Examples
    --------
    >>> import safegov
    >>> homes = safegov.from_dict(
    ...     {"partnership": {"id": "homes", "name": "Homes", "top": "board", "bodies": [{"id": "board"}, {"id": "repairs"}]}}
    ... )
    >>> homes = safegov.add_promises(
    ...     homes,
    ...     {
    ...         "plan": ["2026"], "objective": ["1"], "action": ["1.1"], "lead": ["repairs"],
    ...         "what": ["Damp report"], "to": ["board"], "due": ["June 2026"],
    ...     },
    ... )
    >>> safegov.assess(safegov.expand_obligations(homes), as_at="2026-07-01")[0].state
    'overdue'
    """
    return _core._add_promises(partnership, name, _text_of(table))


def _text_of(table: Any) -> bytes:
    """The table as comma-separated text: what the library reads."""
    if hasattr(table, "__arrow_c_stream__"):
        try:
            stream = table.__arrow_c_stream__()
        except ImportError:  # pandas asks pyarrow for it
            return _written(_rows_of_columns(table.to_dict("list")))
        return _core._table_of_stream(stream)
    if hasattr(table, "__arrow_c_array__"):
        return _core._table_of_array(*table.__arrow_c_array__())
    if isinstance(table, Mapping):
        return _written(_rows_of_columns(table))
    if isinstance(table, Iterable) and not isinstance(table, (str, bytes)):
        try:
            rows = iter(table)
        except TypeError:  # an array without dimensions says so only when it is asked
            pass
        else:
            return _written(_rows_of_mappings(rows))
    raise TypeError(f"table: columns that speak Arrow, a mapping of them, or rows are wanted, not {type(table).__name__}")


def _rows_of_columns(columns: Mapping[str, Sequence[object]]) -> Iterator[list[object]]:
    names = list(columns)
    yield list(names)
    lists = []
    for name in names:
        values = columns[name]
        if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
            raise TypeError(f"table: column {name!r}: a list of values is wanted, not {type(values).__name__}")
        lists.append(list(values))
    for name, values in zip(names, lists):
        if len(values) != len(lists[0]):
            raise ValueError(f"table: column {name!r} has {len(values)} rows, {names[0]!r} {len(lists[0])}")
    yield from (list(row) for row in zip(*lists))


def _rows_of_mappings(rows: Iterable[object]) -> Iterator[list[object]]:
    held: list[Mapping[str, object]] = []
    names: dict[str, None] = {}
    for number, row in enumerate(rows, start=2):
        if not isinstance(row, Mapping):
            raise TypeError(f"table: row {number}: a mapping of column names is wanted, not {type(row).__name__}")
        held.append(row)
        names.update(dict.fromkeys(row))
    yield list(names)
    yield from ([row.get(name) for name in names] for row in held)


def _written(rows: Iterator[list[object]]) -> bytes:
    import csv
    import io

    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    names = next(rows)
    for name in names:
        if not isinstance(name, str):
            raise TypeError(f"table: the name of a column is text, not {name!r}")
    writer.writerow(names)
    for number, row in enumerate(rows, start=2):
        cells = []
        for name, value in zip(names, row):
            try:
                cells.append(_cell(value))
            except (TypeError, ValueError) as error:
                raise type(error)(f"table: row {number}, column {name!r}: {error}") from None
        writer.writerow(cells)
    return out.getvalue().encode("utf-8")


def _is_missing(value: object) -> bool:
    """NaN and NaT are not equal to themselves; of pandas' NA not even that can be told."""
    import datetime

    return type(value).__name__ == "NAType" or (isinstance(value, (float, datetime.date)) and bool(value != value))


def _cell(value: object) -> str:
    import datetime

    if hasattr(value, "item") and type(value).__module__ == "numpy":
        value = value.item()
    if value is None or _is_missing(value):
        return ""
    if isinstance(value, str):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError:
            raise ValueError(f"half a pair of surrogates is no character: {value!r}") from None
        return value
    if isinstance(value, datetime.datetime):
        if value.tzinfo is not None:
            raise ValueError(f"a day is wanted, and this has a time zone: {value!r}")
        if value.time() != datetime.time():
            raise ValueError(f"a day is wanted, and this has a time: {value!r}")
        return value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        if not value.is_integer():
            raise ValueError(f"{value!r} is no whole number")
        return str(int(value))
    raise TypeError(f"text, a day or a whole number is wanted, not {type(value).__name__}")
