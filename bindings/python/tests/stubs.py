#!/usr/bin/env python3
"""Writes the stubs of described types, or says that they are not as the descriptions have it.

Usage: stubs.py _core.pyi [--update], with the package on PYTHONPATH
"""

import pathlib
import sys

import safegov._core as core

MARK = "# What follows is made by tests/stubs.py from the descriptions of the types.\n"


def stubs():
    lines = []
    for name, (doc, fields) in sorted(core._described_types().items()):
        lines += ["", "@final", f"class {name}:", f'    """{doc}"""', ""]
        for field, hint, said in fields:
            lines += ["    @property", f"    def {field}(self) -> {hint}:", f'        """{said}"""', ""]
        lines += ["    def to_dict(self) -> dict[str, Any]: ...", "    def _repr_html_(self) -> str: ...",
                  "    def __eq__(self, other: object, /) -> bool: ...", "    def __hash__(self) -> int: ..."]
    return "\n".join(lines) + "\n"


path = pathlib.Path(sys.argv[1])
hand, mark, made = path.read_text(encoding="utf-8").partition(MARK)
if made == stubs():
    sys.exit(0)
if "--update" not in sys.argv:
    sys.exit(f"{path} is not what the descriptions say: run stubs.py {path} --update")
path.write_text(hand + MARK + stubs(), encoding="utf-8")
