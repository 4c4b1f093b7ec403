"""`python -m safegov import` and `export`: words in, exit code out."""

from __future__ import annotations

import argparse
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from .. import _core
from .export import FORMATS, export
from .header import column_of, read_mapping
from .importing import Imported, Said, import_file
from .tables import Doubt

DONE, COULD_NOT = 0, 2


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise SystemExit(_fail(f"{message}\n{self.format_usage()}".rstrip()))


def _fail(message: str) -> int:
    sys.stderr.write(f"safegov: {message}\n")
    return COULD_NOT


def run(words: Sequence[str]) -> int:
    """The commands of this package; 0 done, 2 could not."""
    for stream, errors in ((sys.stdout, "strict"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)  # a file of a plan is UTF-8, whatever the terminal is
    verb = {"import": _import, "export": _export}[words[0]]
    try:
        return verb(words[1:])
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else COULD_NOT
    except _core.InputError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}" if error.filename and error.strerror else str(error))
    except (ValueError, ImportError) as error:
        return _fail(str(error))


def _import(words: Sequence[str]) -> int:
    parser = _Parser(
        prog="safegov import",
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Make plan files of a table that somebody has: .xlsx, .docx, .csv, or text with tabs or pipes.",
        epilog="Exit codes: 0 done; 2 could not (usage, a file that cannot be read, a plan that does not read back).",
    )
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "--out",
        metavar="FOLDER",
        help="Write the files into this folder; printed unless given. No file is written over.",
    )
    parser.add_argument(
        "--report", metavar="FILE", help="Write what was unsure into this file; printed on standard error unless given."
    )
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="HEADING=FIELD",
        help="What a heading means: number, aim, how, lead, know, when, progress, rag or ignore. May be given again.",
    )
    parser.add_argument("--mapping", metavar="FILE", help="A text file with such a line for each heading.")
    parser.add_argument("--sheet", metavar="NAME", help="Of a workbook, this sheet only.")
    parser.add_argument(
        "--with",
        action="append",
        default=[],
        metavar="PATH",
        dest="among",
        help="The files of the partnership that there is: its bodies are found by name. May be given again.",
    )
    parser.add_argument("--partnership", metavar="ID", help="The id of a partnership that is not there yet.")
    parser.add_argument("--name", help="Its name.")
    parser.add_argument("--plan", metavar="ID", help="The id of the plan; made of the file's name unless given.")
    parser.add_argument("--title", help="The plan's title.")
    parser.add_argument("--period", help="What it covers: 2019-22.")
    parser.add_argument("--dated", metavar="DATE", help="The document's own date: what 'next year' counts from.")
    parser.add_argument(
        "--as-at", metavar="DATE", help="The day of which its ratings speak; without, they go into notes."
    )
    asked = parser.parse_args(list(words))
    columns: dict[str, str] = {}
    if asked.mapping is not None:
        with open(asked.mapping, encoding="utf-8-sig") as file:
            columns = read_mapping(file.read(1024 * 1024), asked.mapping)
    columns.update(column_of(word, "--column") for word in asked.column)
    among = _core.read_partnership(*asked.among) if asked.among else None
    made = import_file(
        asked.file,
        Said(**{name: getattr(asked, name) for name in Said._fields}),
        columns=columns,
        sheet=asked.sheet,
        among=among,
    )
    return _hand_over(asked.file, made, asked.out, asked.report)


def _hand_over(path: str, made: Imported, out: str | None, report: str | None) -> int:
    told = report_of(path, made)
    targets = [os.path.join(out, name) for name, _ in made.texts] if out is not None else []
    for target in [*targets, *([report] if report is not None else [])]:
        if os.path.lexists(target):
            return _fail(f"{target} is there already, and is not written over; nothing was written")
    if made.problems:
        sys.stderr.write(told)
        for problem in made.problems:
            sys.stderr.write(str(problem))
        return _fail("what was made is not sound, as said above; nothing was written")
    if out is not None:
        os.makedirs(out, exist_ok=True)
        for target, (_, text) in zip(targets, made.texts):
            with open(target, "x", encoding="utf-8", newline="\n") as file:
                file.write(text)
        sys.stdout.write("".join(f"wrote {target}\n" for target in targets))
    else:
        for number, (name, text) in enumerate(made.texts):
            sys.stdout.write(("\n" if number else "") + f"# ==== {name} ====\n{text}")
    if report is not None:
        with open(report, "x", encoding="utf-8", newline="\n") as file:
            file.write(told)
    else:
        sys.stderr.write(told)
    return DONE


def report_of(path: str, made: Imported) -> str:
    """What was read as what, and every doubt: place, what is unsure, and the words."""
    lines = [f"{path}: {len(made.doubts)} places to look at", ""]
    lines += [f"  {heading!r} is read as: {field}" for heading, field in made.columns]
    for kind, about in (
        ("left out", "Left out, and in none of the files"),
        ("unread", "Kept, and not understood"),
        ("guess", "Guesses"),
        ("note", "Kept as notes"),
    ):
        found = [doubt for doubt in made.doubts if doubt.kind == kind]
        if found:
            lines += ["", f"{about} ({len(found)}):"] + [_told(path, doubt) for doubt in found]
    if made.partnership is not None:
        lines += ["", f"read back: sound, {made.partnership!r}"]
    return "\n".join(lines) + "\n"


def _told(path: str, doubt: Doubt) -> str:
    words = doubt.words if len(doubt.words) <= 70 else doubt.words[:69] + "\u2026"
    place = f"{os.path.basename(path)}, {doubt.where}" if doubt.where else os.path.basename(path)
    return f"  {place}: {doubt.reason}" + (f": {words!r}" if words else "")


def _export(words: Sequence[str]) -> int:
    parser = _Parser(
        prog="safegov export",
        allow_abbrev=False,
        description="Write a plan as a workbook or document, in the eight columns in which councils print theirs.",
    )
    parser.add_argument("paths", nargs="+", metavar="PATH")
    parser.add_argument("--of", metavar="PLAN", help="Which plan, by its id; needed if there are several.")
    parser.add_argument("--format", choices=FORMATS, help="By the ending of the file unless given.")
    parser.add_argument("--as-at", metavar="DATE", help="Show the ratings that had been declared by this day.")
    parser.add_argument("-o", "--out", required=True, metavar="FILE", help="Where to; no file is written over.")
    asked = parser.parse_args(list(words))
    export(_core.read_partnership(*asked.paths), asked.out, asked.of, asked.format, asked.as_at)
    sys.stdout.write(f"wrote {asked.out}\n")
    return DONE
