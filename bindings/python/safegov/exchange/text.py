"""Tables in text: comma-separated values, and lines with pipes or tabs between cells."""

from __future__ import annotations

import csv
import html
import io
import re

from .tables import LARGEST_TEXT, MOST_COLUMNS, MOST_ROWS, Cell, Doubt, Row, Table, cell_of

# What converters leave of a page: bold, lists, line breaks. Any other mark is kept as words.
_BREAK = re.compile(r"<br\s*/?>|</(?:li|p|div|ul|ol)>", re.IGNORECASE)
_ITEM = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_MARK = re.compile(r"</?(?:b|i|u|em|strong|span|ul|ol|p|div|sup|sub|font)\b[^<>]*>", re.IGNORECASE)
_STARS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_RULE = re.compile(r"[\s|:+=-]*[-=]{2}[\s|:+=-]*\Z")
_PIPE = re.compile(r"(?<!\\)\|")
_FURNITURE = re.compile(r"(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?", re.IGNORECASE)


def decoded(path: str, data: bytes) -> tuple[str, list[Doubt]]:
    """The text, and whether a guess at its letters was needed."""
    if len(data) > LARGEST_TEXT:
        raise ValueError(f"path: {path} is larger than {LARGEST_TEXT // 1024 // 1024} MiB, and no plan is")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16"), []
        except UnicodeDecodeError as error:
            raise ValueError(f"path: {path} begins as UTF-16 and is not: byte {error.start}") from None
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        raise ValueError(f"path: {path} is no text: line {line} has a zero byte")
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    reason = (
        "the file is not UTF-8 and is read as Windows-1252, as Excel saves it; look at its pounds, dashes and quotes"
    )
    return text, [Doubt("whole file", "", reason)]


def csv_tables(path: str, data: bytes) -> tuple[list[Table], list[Doubt]]:
    """The one table of a file of comma-separated values; the comma may be a semicolon, a tab or a pipe."""
    text, doubts = decoded(path, data)
    rows: list[Row] = []
    csv.field_size_limit(LARGEST_TEXT)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for number, values in enumerate(reader, 1):
            if number > MOST_ROWS:
                raise ValueError(f"path: {path} has more than {MOST_ROWS:,} rows, and no plan has")
            rows.append(_row(path, values, f"row {number}", False))
    except csv.Error as error:
        raise ValueError(f"path: {path}, line {reader.line_num}: {error}") from None
    return [Table("", tuple(rows))], doubts


def _delimiter(text: str) -> str:
    """What parts most lines evenly into most cells; a delimiter in quotes is none."""
    bare = re.sub(r'"(?:[^"]|"")*"', "", text[:200_000])
    lines = [line for line in bare.splitlines()[:200] if line.strip()]
    counts = {mark: [line.count(mark) for line in lines] for mark in ",;\t|"}
    return max(counts, key=lambda mark: max((counts[mark].count(n) * n for n in set(counts[mark])), default=0))


def text_tables(path: str, data: bytes) -> tuple[list[Table], list[Doubt]]:
    """Every run of lines with pipes or tabs in them; an empty line or a form feed in one is a page break."""
    text, doubts = decoded(path, data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    tables: list[Table] = []
    rows: list[Row] = []
    between: list[Cell] = []
    stray: list[Cell] = []
    broken = False

    def close() -> None:
        nonlocal rows, between
        if rows:
            tables.append(Table(f"table {len(tables) + 1}", tuple(rows), tuple(between)))
            rows, between = [], []

    for number, line in enumerate(text.split("\n"), 1):
        broken = broken or "\f" in line
        line = line.replace("\f", "")
        cells = _cells(line)
        if cells is None:
            if not line.strip() or _FURNITURE.fullmatch(line.strip()):
                broken = True
            else:
                stray.append(cell_of(_plain(line), f"line {number}"))
            continue
        if not cells:
            continue
        if number > MOST_ROWS:
            raise ValueError(f"path: {path} has more than {MOST_ROWS:,} lines, and no plan has")
        if stray:
            close()
            between, stray = stray, []
        rows.append(_row(path, cells, f"line {number}", broken))
        broken = False
    close()
    return tables, doubts


def _cells(line: str) -> list[str] | None:
    """The cells of a line, none of a line of dashes, and nothing if it is no line of a table."""
    if "\t" in line:
        return line.split("\t")
    bare = line.strip()
    pipes = len(_PIPE.findall(bare))
    if pipes < 2:
        return [] if pipes == 0 and bare.startswith("+-") and _RULE.match(bare) else None
    if _RULE.match(bare):
        return []
    if bare.startswith("|"):
        bare = bare[1:]
    if _PIPE.search(bare[-2:]) and bare.endswith("|"):
        bare = bare[:-1]
    return [cell.replace("\\|", "|") for cell in _PIPE.split(bare)]


def _row(path: str, values: list[str], where: str, broken: bool) -> Row:
    if len(values) > MOST_COLUMNS:
        raise ValueError(f"path: {path}, {where}: {len(values)} columns, and at most {MOST_COLUMNS} are read")
    cells = [cell_of(_plain(value), f"{where}, column {i}") for i, value in enumerate(values, 1)]
    return Row(tuple(cells), where, broken)


def _plain(text: str) -> str:
    """Marks of bold are left out, items of a list begin with a bullet."""
    if "<" in text or "&" in text:
        text = _ITEM.sub("\n• ", _BREAK.sub("\n", text))
        text = html.unescape(_MARK.sub("", text))
    return _STARS.sub(r"\2", text)
