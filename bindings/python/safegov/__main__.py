"""`python -m safegov`: the command line."""

from __future__ import annotations

import os
import shutil
import sys

from ._core import run


def main() -> int:
    if sys.argv[1:2] in (["import"], ["export"]):
        # What needs openpyxl and python-docx is written in Python.
        from .exchange.command import run as exchange

        return exchange(sys.argv[1:])
    words = [os.fsencode(word) for word in sys.argv[1:]]
    code, out, err = run(
        words,
        input=sys.stdin.buffer.read() if b"-" in words else b"",
        width=shutil.get_terminal_size((80, 24)).columns,
        colour=sys.stdout.isatty() and not os.environ.get("NO_COLOR"),
    )
    sys.stderr.buffer.write(err.encode("utf-8", "surrogateescape"))
    try:
        sys.stdout.buffer.write(out.encode("utf-8", "surrogateescape"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # Whoever read has gone; Python would complain once more when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    return code


if __name__ == "__main__":
    sys.exit(main())
