"""Fails when a file is in no list, does not say what it is for, or names a place of one machine.

Usage: check_sources.py ROOT | --self-test
"""

import os
import pathlib
import re
import sys
import tempfile

CPP = {".cpp", ".hpp"}
SCRIPTS = {".py", ".cmake", ".sh"}
SPDX = "// SPDX-License-Identifier: Apache-2.0"
PASSED_OVER = {".git", "build", "__pycache__"}

MACHINE_PATH = re.compile(r"(?<![\w.}>*])/(?:home|root|work|tmp)(?![\w.-])")
UNNUMBERED = re.compile(r"\b(?:TO[D]O|FIX[M]E)\b(?!.*#\d)")
# CMake's lists are cut at semicolons: such a test would never run, and nothing would say so.
CUT_SHORT = re.compile(r'\b(?:TEST_CASE|SCENARIO)\("[^"]*;')
SENTENCE = re.compile(r"\S.*[.?!:]$")


def files_of(root):
    """Every text file that belongs to the project, by its path from the root."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(set(folders) - PASSED_OVER)
        for name in sorted(names):
            path = pathlib.Path(folder, name)
            if path.is_symlink() or name == ".git":
                continue
            try:
                yield path.relative_to(root), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                pass


def first_sentence(path, lines):
    """What a file says of itself, or None if it is of a kind that need not."""
    kind = pathlib.Path(path.stem).suffix if path.suffix == ".in" else path.suffix
    program = lines[0].startswith("#!")
    line = (lines[1] if len(lines) > 1 else "") if program else lines[0]
    if kind in CPP:
        mark = "// "
    elif kind == ".py" or program and "python" in lines[0]:
        mark = '"""'
    elif kind == ".cmake" or program:
        mark = "# "
    else:
        return None
    return line[len(mark) :].removesuffix('"""') if line.startswith(mark) else ""


def check(root):
    """Every problem of the tree at `root`, as `file:line: what`."""
    problems = []
    listed = set(re.findall(r"[\w./-]+\.[ch]pp", (root / "CMakeLists.txt").read_text()))
    for path, text in files_of(root):
        lines = text.splitlines() or [""]
        name = str(path)
        source = name.startswith("src/") and path.suffix == ".cpp"
        header = name.startswith("include/") and path.suffix == ".hpp"
        if (source or header) and name not in listed:
            problems.append(f"{path}:1: is not listed in CMakeLists.txt")
        sentence = first_sentence(path, lines)
        if sentence is not None and not SENTENCE.match(sentence):
            problems.append(f"{path}:1: does not begin with a sentence saying what it is for")
        if (path.suffix in CPP or name.endswith(".hpp.in")) and lines[1:2] != [SPDX]:
            problems.append(f"{path}:2: is not '{SPDX}'")
        code = path.suffix in CPP | SCRIPTS | {".txt"} or text.startswith("#!")
        for number, line in enumerate(lines, 1):
            machine = MACHINE_PATH.search(line)
            if machine:
                problems.append(f"{path}:{number}: names a place of one machine: {machine[0]}")
            if path.suffix in CPP and CUT_SHORT.search(line):
                problems.append(f"{path}:{number}: a test's name has a semicolon")
            if code and UNNUMBERED.search(line):
                problems.append(f"{path}:{number}: puts something off without an issue's number")
    return problems


def self_test():
    """A sound tree passes; each fault put into it is found, and nothing else."""
    good = f"// What it is for.\n{SPDX}\n"
    later = "TO" + "DO"
    place = "/" + "home/me"
    sound = {
        "CMakeLists.txt": "  src/a.cpp\n  include/safegov/a.hpp)\n",
        "src/a.cpp": good + f"// {later}(#12): more. https://example.org{place}\n",
        "include/safegov/a.hpp": good,
        "tests/a.py": '"""Checks a."""\n',
        "tool": "#!/bin/sh\n# Does it.\n",
        "play": '#!/usr/bin/env python3\n"""Plays it."""\n',
        "page.md": f"A page. {later}\n",
        "build/x.cpp": "generated\n",
    }
    faults = [
        ("src/b.cpp", good),
        ("include/safegov/b.hpp", good),
        ("tests/b.cpp", f"\n{SPDX}\n"),
        ("tests/b.cpp", f"// No sentence\n{SPDX}\n"),
        ("tests/b.cpp", "// A sentence.\n\n"),
        ("tests/a.py", "import os\n"),
        ("tool", "#!/bin/sh\nset -e\n"),
        ("play", "#!/usr/bin/env python3\nimport os\n"),
        ("cmake/a.cmake", "set(a b)\n"),
        ("tests/b.cpp", good + 'TEST_CASE("one; two", "[a]") {}\n'),
        ("page.md", f"See `{place}`.\n"),
        ("src/a.cpp", good + f'auto path = "{place}";\n'),
        ("src/a.cpp", good + f"// {later}: more\n"),
    ]
    missed = []
    for path, text in [("", ""), *faults]:
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for name, content in ({**sound, path: text} if path else sound).items():
                (root / name).parent.mkdir(parents=True, exist_ok=True)
                (root / name).write_text(content)
            problems = check(root)
        if len(problems) != (1 if path else 0) or any(path not in each for each in problems):
            missed.append(f"{path}: {text!r} gave {problems}")
    return missed


def main():
    if sys.argv[1:] == ["--self-test"]:
        problems = self_test()
    elif len(sys.argv) == 2:
        problems = check(pathlib.Path(sys.argv[1]))
    else:
        sys.exit(__doc__)
    print("\n".join(problems) or "every file is listed and says what it is for")
    sys.exit(bool(problems))


main()
