"""The examples print what stands beside them, and the page about them quotes that.

`NAME.expected` beside an example has commands, each a line that begins with `$ `, and what they print; `[exit 1]` is an exit
code other than 0. They run in a copy of examples/. UPDATE=1 rewrites them: read the difference.
"""

import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

from support import EXAMPLES, needs

ROOT = EXAMPLES.parent
HERE = EXAMPLES / "python"
SPARK = "50_spark_rollup"
COMMAND = re.compile(r"^\$ (.*(?:\n> .*)*)\n", re.M)


def replayed(transcript):
    """The transcript with what its commands print now."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC",
                   "PATH": os.pathsep.join([str(pathlib.Path(sys.executable).parent), os.environ.get("PATH", "")])}
    for name in ("COLUMNS", "PYTHONWARNINGS"):
        environment.pop(name, None)
    shown = ""
    with tempfile.TemporaryDirectory() as room:
        shutil.copytree(EXAMPLES, f"{room}/examples")
        os.mkdir(f"{room}/tests")
        shutil.copy2(ROOT / "tests/generate_partnerships.py", f"{room}/tests")
        for command in COMMAND.findall(transcript):
            ran = subprocess.run(["bash", "-c", command.replace("\n> ", "\n")], cwd=f"{room}/examples", env=environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                                 check=False, timeout=300)
            shown += f"$ {command}\n{ran.stdout}" + (f"[exit {ran.returncode}]\n" if ran.returncode else "")
            if "Traceback" in ran.stderr:
                raise AssertionError(f"{command}\n{ran.stderr}")
    return shown


class Examples(unittest.TestCase):
    maxDiff = None

    def replay(self, name):
        path = HERE / f"{name}.expected"
        kept = path.read_text(encoding="utf-8")
        self.assertTrue(kept.startswith("$ "), path)
        shown = replayed(kept)
        if os.environ.get("UPDATE"):
            path.write_text(shown, encoding="utf-8")
        else:
            self.assertEqual(kept, shown)

    def test_every_example_prints_what_stands_beside_it(self):
        needs("pandas", "polars", "pyarrow")
        names = sorted(path.stem for path in HERE.glob("[0-9]*.py"))
        self.assertEqual(names, sorted(path.stem for path in HERE.glob("*.expected")))
        for name in names:
            if name != SPARK:
                with self.subTest(name):
                    self.replay(name)

    @unittest.skipUnless(importlib.util.find_spec("pyspark") or os.environ.get("SAFEGOV_NEED_SPARK"), "./dev deep has Spark")
    def test_spark_counts_the_same(self):
        self.replay(SPARK)

    def test_the_page_quotes_what_is_printed(self):
        page = (ROOT / "docs/python-examples.md").read_text(encoding="utf-8")
        printed = "\n".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("*.expected")))
        quoted = re.findall(r"^```text\n(.*?)^```$", page, re.M | re.S)
        self.assertGreaterEqual(len(quoted), 5)
        for block in quoted:
            self.assertIn(block, printed)
        for path in sorted(HERE.glob("*.py")) + sorted(HERE.glob("*.ipynb")):
            self.assertIn(f"(../examples/python/{path.name})", page)


class Notebook(unittest.TestCase):
    def test_it_prints_what_it_shows(self):
        needs("matplotlib", "nbclient", "ipykernel")
        script = pathlib.Path(__file__).with_name("notebook.py")
        notebook = HERE / "where-it-stands.ipynb"
        update = ["--update"] if os.environ.get("UPDATE") else []
        ran = subprocess.run([sys.executable, script, HERE / "where_it_stands.py", notebook, EXAMPLES, *update],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", check=False)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        self.assertLess(notebook.stat().st_size, 400_000)


if __name__ == "__main__":
    unittest.main()
