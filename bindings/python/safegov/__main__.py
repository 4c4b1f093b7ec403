"""`python -m safegov`: the command line."""

import sys

from ._core import run


def main() -> int:
    words = sys.argv[1:]
    if words and words[0] in ("import", "export"):
        # What needs openpyxl and python-docx is written in Python.
        from .exchange.command import run as exchange

        return exchange(words)
    code, out, err = run(words)
    sys.stdout.write(out)
    sys.stderr.write(err)
    return int(code)


if __name__ == "__main__":
    sys.exit(main())
