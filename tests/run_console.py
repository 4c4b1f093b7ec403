"""Runs every ```console block of Markdown pages and compares what is printed.

A line `$ command` is run by bash; `> …` right under it continues it. What follows is its output,
standard output and error together; `[exit 1]` as the last line is an exit code other than 0.
Every page has a copy of examples/ of its own to work in, so commands may write files. Commands run
in that folder, or in the one that the page names, as seen from the root: <!-- cwd: . -->.

Usage: run_console.py SAFEGOV EXAMPLES PAGE… | --self-test     (UPDATE=1 rewrites the pages)
"""

import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"^```console\n(.*?)^```$", re.M | re.S)
COMMAND = re.compile(r"^\$ .*(?:\n> .*|\n>$)*", re.M)
FOLDER = re.compile(r"^<!-- cwd: (\S+) -->$", re.M)
LONGEST = 120  # seconds for one command


def output_of(command, folder, environment):
    """What a command prints, and its exit code if that is not 0."""
    ran = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, timeout=LONGEST,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    )  # fmt: skip
    printed = ran.stdout.decode("utf-8", "backslashreplace")
    if printed and not printed.endswith("\n"):
        printed += "\n[no line break]\n"
    return printed + (f"[exit {ran.returncode}]\n" if ran.returncode else "")


def replay(text, tool, examples):
    """The page with what its commands print now."""
    environment = {
        name: value for name, value in os.environ.items()
        if name not in ("NO_COLOR", "COLUMNS", "LANG", "LANGUAGE", "TERM")
        and not name.startswith(("LC_", "SAFEGOV_"))
    }  # fmt: skip
    environment |= {"LC_ALL": "C.UTF-8", "TZ": "UTC"}
    environment["PATH"] = f"{tool.parent}:{environment['PATH']}"
    with tempfile.TemporaryDirectory() as root:
        shutil.copytree(examples, pathlib.Path(root, "examples"))
        named = FOLDER.search(text)
        folder = pathlib.Path(root, named[1] if named else "examples")

        def played(block):
            if not block[1].startswith("$ "):
                sys.exit(f"a console block does not begin with a command: {block[1][:60]!r}")
            commands = COMMAND.findall(block[1])
            shown = [
                each + "\n" + output_of(re.sub(r"\n> ?", "\n", each[2:]), folder, environment)
                for each in commands
            ]
            return "```console\n" + "".join(shown) + "```"

        return BLOCK.sub(played, text)


def check(tool, examples, page):
    """Whether a page prints what it shows; with UPDATE=1, it is made to."""
    text = page.read_text(encoding="utf-8")
    now = replay(text, tool, examples)
    if now == text:
        return True
    if os.environ.get("UPDATE"):
        page.write_text(now, encoding="utf-8")
        print(f"{page}: rewritten")
        return True
    shown, actual = text.splitlines(keepends=True), now.splitlines(keepends=True)
    sys.stdout.writelines(difflib.unified_diff(shown, actual, str(page), "as printed now"))
    return False


def self_test():
    """A true page passes, every kind of untruth is found, and UPDATE mends just that."""
    true = (
        "Words.\n\n```console\n$ cat a.txt\none\n$ tool x; exit 3\nthe tool: x\n[exit 3]\n"
        "$ cat > b.txt <<END\n> two\n>\n> END\n$ cat b.txt\ntwo\n\n$ printf three\nthree\n"
        "[no line break]\n$ echo $TZ $LC_ALL ${NO_COLOR-none}\nUTC C.UTF-8 none\n```\n\n"
        "```\n$ not run\n```\n"
    )
    untrue = {
        "another word": true.replace("one\n", "uno\n"),
        "a line too few": true.replace("one\n", ""),
        "a line too many": true.replace("one\n", "one\none\n"),
        "another exit code": true.replace("[exit 3]\n", "[exit 4]\n"),
        "an exit code left out": true.replace("[exit 3]\n", ""),
        "no line break left out": true.replace("[no line break]\n", ""),
        "another folder": true.replace("Words.", "<!-- cwd: . -->"),
    }
    os.environ.pop("UPDATE", None)
    os.environ["NO_COLOR"] = "1"
    missed = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "given").mkdir()
        (folder / "given/a.txt").write_text("one\n")
        tool, page = folder / "bin/tool", folder / "page.md"
        tool.parent.mkdir()
        tool.write_text('#!/bin/sh\necho "the tool: $*"\n')
        tool.chmod(0o755)
        page.write_text(true)
        if not check(tool, folder / "given", page):
            missed.append("a true page failed")
        for what, text in untrue.items():
            page.write_text(text)
            sys.stdout = open(os.devnull, "w", encoding="utf-8")
            passed = check(tool, folder / "given", page)
            sys.stdout = sys.__stdout__
            if passed or text == true:
                missed.append(f"{what}: not found")
        page.write_text(untrue["another exit code"])
        os.environ["UPDATE"] = "1"
        check(tool, folder / "given", page)
        if page.read_text() != true:
            missed.append("UPDATE=1 did not mend the page")
        if [each.name for each in (folder / "given").iterdir()] != ["a.txt"]:
            missed.append("a command wrote into the examples themselves")
    print("\n".join(missed) or "every untruth was found")
    return not missed


def main():
    if sys.argv[1:] == ["--self-test"]:
        sys.exit(not self_test())
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    tool, examples, *pages = map(pathlib.Path, sys.argv[1:])
    failed = [page for page in pages if not check(tool.resolve(), examples, page)]
    print(f"{len(pages) - len(failed)} pages passed, {len(failed)} failed")
    sys.exit(bool(failed))


main()
