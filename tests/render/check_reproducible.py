"""Fails unless every command prints the same bytes, in every format, wherever and however it is run.

Each way to run it has an environment, a folder, an order of the files in it and a number of threads of its own; the
addresses of memory differ from call to call by themselves. What commands write is held against the same.

A new command needs a line in CALLS, and the test fails until it has one. Its formats are those that its page names.
Usage: check_reproducible.py SAFEGOV SOURCE_DIR
"""

import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

tool, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
AS_AT = "--as-at 2019-11-01"

# What is asked, by command. A second text instead of the page's formats, where it has fewer of them.
CALLS = [
    f"assess nottingham {AS_AT}",
    "assess meetings --as-at 2025-10-20 --known-at 2025-10-01 --by lead",
    "obligations meetings",
    "check reviews",
    "timeline meetings --from 2025-10-01 --to 2025-12-31",
    "timeline meetings --from 2025-10-01 --to 2025-12-31 --burn-up",
    "timeline meetings --from 2025-10-01 --to 2025-12-31 --intervals",
    f"survey nottingham county trust meetings structure timetable {AS_AT}",
    ("survey nottingham county meetings --joint --as-at 2025-10-20", "text json"),
    "agenda meetings --body bmg --as-at 2025-10-20",
    "arrival timetable --raised 2025-09-01",
    "assurance timetable --as-at 2026-01-10",
    f"ratings nottingham {AS_AT}",
    "coverage coverage --as-at 2026-01-10",
    "escalation escalation --as-at 2019-11-12",
    "lint nottingham --as-at 2020-10-01",
    ("lint meetings --as-at 2025-10-20 --write-baseline lint.baseline.json", "text"),
    (f"gate nottingham {AS_AT} --write-baseline gate.baseline.json", "text"),
    "gate nottingham --as-at 2020-10-01 --baseline gate.baseline.json --junit gate.xml --code-quality quality.json",
    ("gate nottingham --as-at 2020-10-01 --baseline gate.baseline.json --annotations github", "text"),
    (f"pack nottingham {AS_AT} --without-diagram", "html text markdown json"),
    (f"pack nottingham {AS_AT} --section overdue", "csv"),
    (f"pack nottingham county trust meetings {AS_AT} --into packs", ""),
    f"chase nottingham {AS_AT}",
    (f"chase nottingham {AS_AT} --letters --into letters", "text"),
    f"sample nottingham {AS_AT} --size 3",
    f"diary nottingham {AS_AT}",
    "diary meetings --as-at 2025-10-20 --into diaries",
    f"certificate nottingham {AS_AT} --known-at 2019-10-01 -o certificate.json",
    "certificate --check certificate.json nottingham",
    "network structure --as-at 2020-06-01 --since 2019-09-01",
    ("network meetings --meetings --as-at 2025-10-20", "text json csv"),
    "route themes structure --on 2020-06-01 --all",
    "register nottingham --as-at 2025-03-31",
    ("trigger missing-meeting nottingham --dates 2020-01-03,2020-02-20,2020-04-01", ""),
    "clocks clocks",
    "clock rapid-review --from 2019-10-14 --event awareness=2019-10-09",
    ("explain", ""),
    ("explain SG303", ""),
    ("explain brag", ""),
    "explain bp-2025/1.1 meetings --as-at 2025-10-20",
    "explain overdue meetings --as-at 2025-10-20",
    "what-if meetings/what-if.yaml meetings --as-at 2025-10-20",
    "diff nottingham --since 2019-06-15 --as-at 2019-11-01",
    "rollover bp-2022 bp-2025 rollover --as-at 2025-04-01",
    ("record received bp-2019/2.1/bmg@2019-10 nottingham --date 2019-10-09", ""),
    "schema",
    ("new start", ""),
    ("version", ""),
]
COMMON = {"PATH": "/usr/bin:/bin"}
# Each way: the environment, whether the files are laid out backwards, how deep the folder is, the number of threads.
WAYS = [
    ({"LC_ALL": "C", "TZ": "UTC", "HOME": "/nonexistent"}, False, "a", 1),
    ({"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Pacific/Kiritimati", "HOME": "/"}, True, "b/c/d", 8),
    ({"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8", "TZ": "America/Adak", "COLUMNS": "40", "TERM": "xterm-256color",
      "SOURCE_DATE_EPOCH": "1", "MALLOC_PERTURB_": "165"}, False, "Ä ö/%41", 3),
]  # fmt: skip


def locales(folder):
    """Makes the locales of WAYS, where this machine has what they are made of; elsewhere they are names of nothing."""
    for name in ["de_DE", "tr_TR"]:
        made = subprocess.run(["localedef", "-i", name, "-f", "UTF-8", f"{folder}/{name}.UTF-8"], capture_output=True) \
            if shutil.which("localedef") and pathlib.Path("/usr/share/i18n/locales", name).exists() else None
        if made is not None and made.returncode == 0:
            COMMON["LOCPATH"] = str(folder)


def formats_of(command):
    """The words that its page has for --format, or the one of a command that has no such option."""
    page = subprocess.run([tool, command, "--help"], text=True, capture_output=True, check=True).stdout
    line = re.search(r"^  --format (\S+) +(.*)", page, re.M)
    if not line:
        return [""]
    return line[1].split("|") if "|" in line[1] else re.split(r", | or ", line[2].split(";")[0])


def laid_out(way, folder):
    """A copy of the examples at the place of this way, its files made in their order or backwards."""
    _, backwards, place, _ = way
    here = pathlib.Path(folder, place, "examples")
    files = sorted(path.relative_to(root / "examples") for path in (root / "examples").rglob("*") if path.is_file())
    for path in reversed(files) if backwards else files:
        (here / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / "examples" / path, here / path)
    return here


def outputs(way, folder, calls):
    """What each call prints and how it ends; and every file there is in the end."""
    environment, _, _, threads = way
    here = laid_out(way, folder)
    said = {}
    for words in calls:
        more = ["--jobs", str(threads)] if words[0] == "survey" or "packs" in words else []
        ran = subprocess.run([tool, *words, *more], cwd=here, env=COMMON | environment, capture_output=True, timeout=120)
        said[" ".join(words)] = (ran.returncode, ran.stdout, ran.stderr)
    written = {str(path.relative_to(here)): path.read_bytes() for path in sorted(here.rglob("*")) if path.is_file()}
    return said, written


calls = []
for call in CALLS:
    call, formats = call if isinstance(call, tuple) else (call, None)
    words = call.split()
    chosen = formats_of(words[0]) if formats is None else formats.split() or [""]
    calls += [words + (["--format", each] if each else []) for each in chosen]

problems = []
overview = subprocess.run([tool, "--help"], text=True, capture_output=True, check=True).stdout
for command in re.findall(r"^  ([a-z][a-z-]*) ", overview, re.M):
    if all(words[0] != command for words in calls):
        problems.append(f"{command} is in no line of CALLS")
with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
    (made := pathlib.Path(folder, "locales")).mkdir()
    locales(made)
    results = list(pool.map(lambda way: outputs(way, folder, calls), WAYS))
first, kept = results[0]
for call, (code, out, err) in first.items():
    if code not in (0, 1) or not out and "-o" not in call:
        problems.append(f"{call}: exit {code}, {len(out)} bytes: {err.decode()[:300]}")
for way, (said, written) in zip(WAYS[1:], results[1:]):
    for call in said:
        if said[call] != first[call]:
            problems.append(f"{call}: otherwise with {way[0]}, {way[3]} threads")
    for name in sorted(kept.keys() | written.keys()):
        if kept.get(name) != written.get(name):
            problems.append(f"the file {name} is otherwise with {way[0]}")
print("\n".join(problems) or f"{len(calls)} calls, the same in {len(WAYS)} ways"
      + ("" if "LOCPATH" in COMMON else "; no locales but C on this machine"))  # fmt: skip
sys.exit(bool(problems))
