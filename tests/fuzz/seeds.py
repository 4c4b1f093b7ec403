"""Writes the seed corpus of each fuzz target, from the project's own plans, pages and starters.

Usage: seeds.py SOURCE_DIR FOLDER
"""

import pathlib
import re
import shutil
import sys

STANDING_PARTNERSHIP = """\
safegov: 1
partnership: example
name: Example
top: board
bodies:
  - id: board
  - id: bmg
    reports-to: board
  - id: qa
    reports-to: bmg
"""
STANDING_PLAN = """\
safegov: 1
partnership: example
plan: plan-1
period: 2019-22
dated: 2019-04-01
objectives:
  - no: 1
    actions:
      - no: 1.1
        lead: qa
        promises:
          - what: Report
            to: bmg
            due: June 2019, Oct 2019
          - what: Minutes
            to: board
            due: quarterly
"""
RECORDS = """\
event,obligation,date,recorded,until,by,reference,reason,id,replaced-by,note,audience
received,b/1.1/bmg of June 2019,2019-06-12,12/7/2019,,bmg,"minutes, item 5",,r1,,,open
extended,b/1.1/bmg of Oct 2019,2019-10-09,,Feb 2020,bmg,,data not ready,,,,
partly-received,b/1.1/bmg@2019-12-09,9 Dec 2019,,,,,,,,part one,partnership
superseded,b/1.1/u,2020-01-01,,,,,,,b/1.1/slg,,restricted
retracted,r1,2019-08-01,,,,,it was another report,,,,
waived,b/1.1/slg,2020-03-01,,,,"""""  # the last cell is left open
CADENCES = """\
quarterly|Meets quarterly|at least quarterly|every two months|every 6 weeks|six-weekly|fortnightly
3 times a year|eight times per year|Reports 3 times per year|twice a year|annual report|bi-monthly
termly|once a term|monthly from June 2019 to March 2020|quarterly in 2019/20|weekly until June 2019
on a monthly basis|regular|as and when required|half yearly|biennial|every other month|daily"""

root, out = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])


def write(target, name, content):
    (out / target).mkdir(parents=True, exist_ok=True)
    data = content if isinstance(content, bytes) else content.encode()
    (out / target / re.sub(r"[^\w.-]+", "-", name)).write_bytes(data)


def together(files):
    """Several texts as one input; later names may be those of earlier texts, which is one file."""
    return "".join(f"# --- {name}\n{text}" + ("" if text.endswith("\n") else "\n") for name, text in files)


def pages():
    return sorted([*root.glob("docs/**/*.md"), *root.glob("src/*/codes/*.md")])


def plans():
    folders = sorted({file.parent for file in root.glob("tests/plans/**/*.yaml")})
    examples = sorted(folder for folder in root.glob("examples/*") if folder.is_dir())
    for folder in [*examples, root / "src/cli/starter", *folders]:
        files = [(f.name, f.read_text(errors="replace")) for f in sorted(folder.glob("*.yaml"))]
        write("plans", folder.name, together(files))
    for page in pages():
        for number, block in enumerate(re.findall(r"```yaml[^\n]*\n(.*?)```", page.read_text(), re.S)):
            files = [] if re.search("^(bodies|name):", block, re.M) else [("partnership", STANDING_PARTNERSHIP)]
            if re.search("^records:", block, re.M) and not re.search("^plan:", block, re.M):
                files.append(("standing", STANDING_PLAN))
            named = block if block.startswith("# --- ") else "# --- block.yaml\n" + block
            write("plans", f"{page.stem}-{number}", together(files) + named)
    rows = RECORDS.replace("b/1.1/", "plan-1/1.1/").replace("slg", "board").splitlines()[:3]
    write("plans", "table", together(
        [("p", STANDING_PARTNERSHIP), ("plan", STANDING_PLAN), ("r.csv", "\n".join(rows))]))


def records():
    lines = RECORDS.splitlines()
    write("records", "all", RECORDS)
    write("records", "sound", "\n".join(lines[:-1]) + "\n")
    write("records", "semicolons", "\r\n".join(lines[:4]).replace(",", ";"))
    write("records", "tabs", "\ufeff" + "\n".join(lines[:4]).replace(",", "\t"))
    write("records", "windows-1252", (lines[0] + "\n" + lines[3] + "\n").replace("one", "£5 – “one”").encode("cp1252"))
    for number, line in enumerate(lines[1:]):
        write("records", f"row-{number}", lines[0] + "\n" + line + "\n")


def deadlines():
    """Every form that the page of deadlines and the plans have; with nothing known, and with all."""
    words = set(re.findall(r"`([^`\n]+)`", (root / "docs/deadlines.md").read_text()))
    for file in sorted(root.glob("examples/**/*.yaml")):
        words |= set(re.findall(r"^ *(?:due|period): *(.+)$", file.read_text(), re.M))
    for number, text in enumerate(sorted(words)):
        write("deadlines", f"{number:03}", ("?" if number % 2 else "0") + text)


def cadences():
    for number, text in enumerate(re.split(r"[|\n]", CADENCES)):
        write("cadences", f"{number:03}", "U0" + text)


shutil.rmtree(out, ignore_errors=True)
for make in [plans, records, deadlines, cadences]:
    make()
