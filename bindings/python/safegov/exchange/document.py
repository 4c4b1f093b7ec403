"""Tables of a document, through python-docx; what tracked changes put in counts, what they took out does not."""

from __future__ import annotations

import io
from typing import Any

from .tables import MOST_COLUMNS, MOST_ROWS, Cell, Doubt, Row, Table, cell_of


def document_tables(path: str, data: bytes) -> tuple[list[Table], list[Doubt]]:
    """Every table of the body, with the paragraphs that stand before it."""
    try:
        import docx  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        raise ImportError(
            "documents need python-docx: pip install 'safegov[exchange]', or pip install python-docx"
        ) from None
    try:
        body: Any = docx.Document(io.BytesIO(data)).element.body
    except Exception as error:  # whatever python-docx stumbles over is a fault of the file
        raise ValueError(f"path: {path} cannot be read as a document: {type(error).__name__}: {error}") from None
    tables: list[Table] = []
    between: list[Cell] = []
    for number, block in enumerate(_blocks(body), 1):
        if _is(block, "p"):
            if text := _paragraph(block).strip():
                between.append(cell_of(text, f"paragraph {number}"))
        else:
            name = f"table {len(tables) + 1}"
            tables.append(Table(name, _rows(path, block, name), tuple(between)))
            between = []
    return tables, []


def _is(element: Any, name: str) -> bool:
    tag = element.tag
    return isinstance(tag, str) and tag.rpartition("}")[2] == name and "wordprocessingml" in tag


def _get(element: Any, name: str) -> str | None:
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return None


def _child(element: Any, *names: str) -> Any:
    """The child of a child, or nothing."""
    for name in names:
        element = next((child for child in element if _is(child, name)), None)
        if element is None:
            return None
    return element


def _blocks(parent: Any) -> list[Any]:
    """Paragraphs and tables, also those inside content controls and tracked changes."""
    found = []
    for child in parent:
        if _is(child, "p") or _is(child, "tbl"):
            found.append(child)
        elif any(_is(child, name) for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml")):
            found += _blocks(child)
    return found


def _parts(parent: Any, name: str) -> list[Any]:
    """Rows of a table, or cells of a row; not those of tables inside."""
    found = []
    for child in parent:
        if _is(child, name):
            found.append(child)
        elif any(_is(child, wrap) for wrap in ("sdt", "sdtContent", "ins", "moveTo", "customXml")):
            found += _parts(child, name)
    return found


def _rows(path: str, table: Any, name: str) -> tuple[Row, ...]:
    rows: list[Row] = []
    # Of each column, the cell that those below it may be merged into.
    above: dict[int, str] = {}
    for number, line in enumerate(_parts(table, "tr"), 1):
        if number > MOST_ROWS:
            raise ValueError(f"path: {path}, {name} has more than {MOST_ROWS:,} rows, and no plan has")
        cells: list[Cell] = []
        properties = _child(line, "trPr")
        if properties is not None and _child(properties, "del") is not None:
            continue
        before = _child(line, "trPr", "gridBefore")
        for _ in range(_count(before)):
            cells.append(Cell("", f"{name}, row {number}, column {len(cells) + 1}"))
        for part in _parts(line, "tc"):
            _take_cell(part, f"{name}, row {number}", cells, above)
            if len(cells) > MOST_COLUMNS:
                raise ValueError(f"path: {path}, {name}, row {number}: more than {MOST_COLUMNS} columns")
        rows.append(Row(tuple(cells), f"{name}, row {number}"))
    return tuple(rows)


def _count(element: Any) -> int:
    words = _get(element, "val") if element is not None else None
    return min(int(words), MOST_COLUMNS + 1) if words and words.isdecimal() else 0


def _take_cell(part: Any, row: str, cells: list[Cell], above: dict[int, str]) -> None:
    where = f"{row}, column {len(cells) + 1}"
    merge = _child(part, "tcPr", "vMerge")
    shade = _child(part, "tcPr", "shd")
    colour = (_get(shade, "fill") or "") if shade is not None else ""
    under = above.get(len(cells), "") if merge is not None and _get(merge, "val") != "restart" else ""
    if under:
        made = Cell("", where, (), under)
    else:
        text, remarks = _text(part)
        made = cell_of(text, where, *remarks)._replace(colour="" if colour in ("auto", "FFFFFF") else colour)
        above[len(cells)] = where
    cells.append(made)
    for _ in range(max(_count(_child(part, "tcPr", "gridSpan")), 1) - 1):
        cells.append(Cell("", f"{row}, column {len(cells) + 1}", (), under or where, not under))


def _text(part: Any) -> tuple[str, tuple[str, ...]]:
    """A line for each paragraph, those of a list with a bullet; the tables inside it as lines, too."""
    lines, remarks = [], []
    blocks = _blocks(part)
    if any(_is(block, "tbl") for block in blocks):
        remarks.append("a table stands in the cell, and is read as lines")
    for block in blocks:
        if _is(block, "p"):
            lines.append(_paragraph(block))
        else:
            for line in _parts(block, "tr"):
                lines.append(" ".join(_text(cell)[0].replace("\n", " ") for cell in _parts(line, "tc")))
    if any(_is(child, name) for child in part.iter() for name in ("ins", "del", "moveFrom", "moveTo")):
        remarks.append("the cell has tracked changes, and is read as if they were accepted")
    return "\n".join(lines), tuple(remarks)


def _paragraph(paragraph: Any) -> str:
    style = _child(paragraph, "pPr", "pStyle")
    listed = _child(paragraph, "pPr", "numPr") is not None or (
        style is not None and (_get(style, "val") or "").startswith("List")
    )
    text = "".join(_words(paragraph))
    return f"• {text}" if listed and text.strip() else text


def _words(element: Any) -> list[str]:
    found: list[str] = []
    for child in element:
        if _is(child, "t"):
            found.append(child.text or "")
        elif _is(child, "tab") and not _is(element, "tabs"):
            found.append(" ")
        elif _is(child, "br") or _is(child, "cr"):
            found.append("\n")
        elif _is(child, "noBreakHyphen"):
            found.append("-")
        elif not any(_is(child, name) for name in ("del", "moveFrom", "pPr", "rPr", "instrText", "txbxContent")):
            found += _words(child)
    return found
