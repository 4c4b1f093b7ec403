#!/usr/bin/env python3
"""Runs one of the tests of the Python package, with a Python that has pandas, Polars, mypy and what else they are held to.

Usage: run.py PACKAGE EXAMPLES ORACLES TEST

PACKAGE is the folder in which the built package lies. Where this Python lacks one of them, that of the virtual environment
ORACLES is taken, where ./dev puts them. TEST is read, engine, columns, tables, reports, exchange, exchange_score, hypothesis, docstrings, examples, stubs,
stubtest or strict.
"""

import importlib.util
import os
import pathlib
import subprocess
import sys

package, examples, oracles, test = sys.argv[1:]
here = pathlib.Path(__file__).resolve().parent
room = pathlib.Path(oracles)
wanted = ("pandas", "polars", "pyarrow", "duckdb", "hypothesis", "mypy", "matplotlib", "nbclient", "ipykernel", "openpyxl", "docx")
others = [name for name in wanted if importlib.util.find_spec(name) is None]
python = room / "bin/python"
if others and python.exists() and pathlib.Path(sys.prefix) != room:
    os.execv(python, [str(python), *sys.argv])
environment = {**os.environ, "PYTHONPATH": f"{package}{os.pathsep}{here}", "SAFEGOV_EXAMPLES": examples, "MYPYPATH": package}
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
if test == "strict":
    # Spark's own types are only where Spark is: in ./dev deep.
    scripts = [path for path in sorted(pathlib.Path(examples, "python").glob("*.py"))
               if "spark" not in path.name or importlib.util.find_spec("pyspark")]
    checked = subprocess.run([sys.executable, "-m", "mypy", "--strict", *map(str, scripts)], env=environment, cwd=package,
                             check=False)
    if checked.returncode:
        sys.exit(checked.returncode)
sys.exit(subprocess.run([sys.executable, *map(str, command)], env=environment, cwd=package, check=False).returncode)
