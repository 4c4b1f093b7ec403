"""Runs every command that docs/registers.md names for a system, and holds the page to its list.

Usage: check_registers_page.py SAFEGOV ROOT
"""

import pathlib
import re
import shlex
import subprocess
import sys

tool, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
page = (root / "docs/registers.md").read_text()
env = {"PATH": f"{tool.parent}:/usr/bin:/bin", "LC_ALL": "C", "TZ": "UTC"}
problems = []

rows = [[cell.strip() for cell in line.strip("|").split("|")]
        for line in re.findall(r"^\| S\d\d \|.*\|$", page, re.M)]
if [number for number, *_ in rows] != [f"S{i:02}" for i in range(1, 66)]:
    problems.append("the page does not have S01 to S65, each once and in order")
ran = set()
for number, system, home, shown in rows:
    command = re.fullmatch(r"`safegov (.*)`", shown)
    if not command:
        if shown != "part two":
            problems.append(f"{number} names no command: {shown}")
        continue
    result = subprocess.run([tool, *shlex.split(command[1])], cwd=root / "examples", env=env,
                            text=True, capture_output=True)
    if result.returncode != 0 or len(result.stdout.splitlines()) < 4:
        problems.append(f"{number} {system}: {command[1]} gave {result.returncode}\n{result.stdout}{result.stderr}")
    ran.add(command[1])

named = set(re.findall(r"^\| \[([\w-]+)\]\(registers/([\w-]+)\.md\)", page, re.M))
for name, stem in sorted(named):
    if name != stem or not (root / f"docs/registers/{stem}.md").exists():
        problems.append(f"there is no page for the register {name}")
pages = {path.stem for path in (root / "docs/registers").glob("*.md")}
if pages != {name for name, _ in named}:
    problems.append(f"pages and list differ: {sorted(pages ^ {name for name, _ in named})}")

print("\n".join(problems) or f"{len(rows)} systems, {len(ran)} commands ran")
sys.exit(bool(problems))
