"""What notebooks show of things with rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST = 20


def table_of(what: Any) -> str:
    """The first rows of whatever has columns, as a table of HTML."""
    from ._frames import values_of

    table = what.table()
    columns = [values_of(table.column(name), _MOST) for name in table.names]
    return rows_of(repr(what), table.names, zip(*columns), len(table))


def rows_of(caption: str, head: Sequence[str], rows: Iterable[Sequence[object]], count: int) -> str:
    """The first of so many rows; the caption says how many are left out."""
    from html import escape

    made = []
    for number, row in enumerate(rows):
        if number == _MOST:
            break
        made.append("".join(f"<td>{'' if cell is None else escape(str(cell))}</td>" for cell in row))
    if count > _MOST:
        caption += f", the first {_MOST}"
    titles = "".join(f'<th scope="col">{escape(title)}</th>' for title in head)
    body = "".join(f"<tr>{cells}</tr>" for cells in made)
    return f"<table><caption>{escape(caption)}</caption><thead><tr>{titles}</tr></thead><tbody>{body}</tbody></table>"


def page_of(report: Any) -> str:
    """A whole page, in a frame of its own: its styles are not the notebook's."""
    from html import escape

    from ._core import render

    page = escape(render(report, "html"))
    return f'<iframe srcdoc="{page}" title="{escape(report.title)}" style="width: 100%; height: 40em; border: 0"></iframe>'
