#!/usr/bin/env python3
"""Runs one of the tests of the Python package, with a Python that has pandas, Polars, pyarrow, DuckDB, mypy, openpyxl and python-docx.

Usage: run.py PACKAGE EXAMPLES ORACLES TEST

PACKAGE is the folder in which the built package lies. Where this Python lacks one of them, that of the virtual environment
ORACLES is taken, where ./dev puts them. TEST is read, engine, columns, exchange, exchange_score, stubs, stubtest, strict or docstrings.
"""

import importlib.util
import os
import pathlib
import subprocess
import sys

package, examples, oracles, test = sys.argv[1:]
here = pathlib.Path(__file__).resolve().parent
room = pathlib.Path(oracles)
others = [name for name in ("pandas", "polars", "pyarrow", "duckdb", "mypy", "openpyxl", "docx") if importlib.util.find_spec(name) is None]
python = room / "bin/python"
if others and python.exists() and pathlib.Path(sys.prefix) != room:
    os.execv(python, [str(python), *sys.argv])
environment = {**os.environ, "PYTHONPATH": f"{package}{os.pathsep}{here}", "SAFEGOV_EXAMPLES": examples}
if test == "stubs":
    command = [here / "stubs.py", here.parent / "safegov/_core.pyi"]
elif test in ("stubtest", "strict"):
    if importlib.util.find_spec("mypy") is None:
        print(f"no mypy here: ./dev test puts it into {room}, or: pip install mypy")
        sys.exit(1 if os.environ.get("SAFEGOV_NEED_ORACLES") else 77)
    command = (["-m", "mypy.stubtest", "safegov", "--allowlist", here.parent / "stubtest-allow.txt"] if test == "stubtest"
               else ["-m", "mypy", "--strict", "-p", "safegov"])
else:
    command = [here / f"test_{test}.py"]
sys.exit(subprocess.run([sys.executable, *map(str, command)], env=environment, cwd=package, check=False).returncode)
