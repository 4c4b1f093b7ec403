"""Holds the worked pipelines of examples/pipelines against the schemas of those who run them, and runs their commands.

Each is laid into a repository with a plan, as its page says: the first run makes the baseline, a later change makes a
report overdue, and the gate fails on that alone. What it writes is read by readers that we did not write.

Usage: check_pipelines.py SAFEGOV SOURCE_DIR ORACLES

check-jsonschema (with the schemas that it carries), junitparser and pre-commit come from ORACLES, where ./dev puts them.
What needs one of them is skipped without it, unless SAFEGOV_NEED_ORACLES says that it must be there.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import yaml

tool, root = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
oracles = pathlib.Path(sys.argv[3]).absolute() / "bin"
examples = root / "examples/pipelines"
passed = failed = 0
missing = []


def check(name, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name}: {detail}")


def oracle(name):
    """The program of that name from ./dev's folder, or nothing, and it is noted."""
    if (oracles / name).exists():
        return str(oracles / name)
    missing.append(name)
    return None


def loaded(name):
    return yaml.safe_load((examples / name).read_text(encoding="utf-8"))


# Each is what its reader takes: YAML, and by the schema that check-jsonschema carries.
workflow, gitlab, config, hooks = (
    loaded(name) for name in [".github/workflows/plans.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml",
                              ".pre-commit-hooks.yaml"])  # fmt: skip
if validator := oracle("check-jsonschema"):
    for schema, name in [("vendor.github-workflows", ".github/workflows/plans.yml"), ("vendor.gitlab-ci", ".gitlab-ci.yml")]:
        more = ["--data-transform", "gitlab-ci"] if "gitlab" in name else []
        ran = subprocess.run([validator, "--builtin-schema", schema, *more, str(examples / name)], text=True, capture_output=True)
        check(f"{name} by its schema", ran.returncode == 0, ran.stdout + ran.stderr)
    with tempfile.TemporaryDirectory() as folder:
        wrong = pathlib.Path(folder, "wrong.yml")
        wrong.write_text("on: push\njobs: {gate: {steps: 1}}\n")
        ran = subprocess.run([validator, "--builtin-schema", "vendor.github-workflows", str(wrong)], text=True, capture_output=True)
        check("the schema refuses what is wrong", ran.returncode == 1, ran.stdout)
if pre_commit := oracle("pre-commit"):
    for what, name in [("validate-config", ".pre-commit-config.yaml"), ("validate-manifest", ".pre-commit-hooks.yaml")]:
        ran = subprocess.run([pre_commit, what, str(examples / name)], text=True, capture_output=True)
        check(f"{name} by pre-commit", ran.returncode == 0, ran.stdout + ran.stderr)

# The commands that the pipelines run, as a shell gets them.
steps = {step.get("name"): step["run"] for step in workflow["jobs"]["gate"]["steps"] if "run" in step}
jobs = {
    "GitHub": steps["Gate"],
    "GitLab": "\n".join(gitlab["gate"]["script"]),
}
check("every file calls the gate", all("safegov gate plans" in command for command in jobs.values())
      and any("safegov gate plans" in hook["entry"] for hook in config["repos"][0]["hooks"]))
check("what is written is what is kept", set(workflow["jobs"]["gate"]["steps"][-1]["with"]["path"].split())
      == {"gate.xml", "certificate.json"} and set(gitlab["gate"]["artifacts"]["reports"].values())
      == {"gate.xml", "gl-code-quality-report.json"})

# Plans whose only report is due years ahead; a change makes it due years ago. No run depends on the day.
PARTNERSHIP = """safegov: 1
partnership: t
name: T
top: board
bodies:
  - id: board
  - id: qa
    reports-to: board
"""
PLAN = """safegov: 1
partnership: t
plan: b
objectives:
  - no: 1
    actions:
      - no: 1.1
        lead: qa
        promises:
          - what: Report, 100% ]]> <&> ::error::x
            to: board
            due: June {year}
          - id: first
            what: First report
            to: board
            due: June 2019
"""


class Repository:
    """A repository with plans and all the pipelines in it, and the tool in the path."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        shutil.copytree(examples, self.folder, dirs_exist_ok=True)
        (self.folder / "plans").mkdir()
        (self.folder / "plans/partnership.yaml").write_text(PARTNERSHIP)
        self.plan(2090)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
        self.environment = kept | {
            "PATH": f"{tool.parent}:{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8",
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PRE_COMMIT_HOME": f"{folder}/.cache",
            "GIT_AUTHOR_NAME": "T", "GIT_AUTHOR_EMAIL": "t@example.org",
            "GIT_COMMITTER_NAME": "T", "GIT_COMMITTER_EMAIL": "t@example.org",
        }  # fmt: skip
        self.run("git init -q && git add -A && git commit -qm first")

    def plan(self, year):
        (self.folder / "plans/plan.yaml").write_text(PLAN.format(year=year))

    def run(self, command, expect=0):
        ran = subprocess.run(["bash", "-c", command], cwd=self.folder, env=self.environment, text=True, capture_output=True)
        check(f"exit code of {command.split(chr(10))[0][:70]!r}", ran.returncode == expect,
              f"{ran.returncode} for {expect}: {ran.stdout}{ran.stderr}")
        return ran.stdout

    def read(self, name):
        return (self.folder / name).read_text(encoding="utf-8")


def shown(commands):
    """Workflow commands as GitHub's runner takes them apart: properties and message."""
    taken = []
    for line in commands.splitlines():
        if found := re.fullmatch(r"::error ([^:]*)::(.*)", line):
            properties = dict(part.split("=", 1) for part in found[1].split(","))
            unescaped = {"%3A": ":", "%2C": ",", "%0A": "\n", "%0D": "\r", "%25": "%"}
            undo = lambda text, codes: re.sub("|".join(codes), lambda m: unescaped[m[0]], text)
            taken.append(({k: undo(v, unescaped) for k, v in properties.items()},
                          undo(found[2], ["%0A", "%0D", "%25"])))  # fmt: skip
    return taken


def read_junit(path):
    """The names of its cases and the messages of those that fail, by a reader of JUnit's XML."""
    if not (oracles / "junitparser").exists():
        missing.append("junitparser")
        cases = list(xml.etree.ElementTree.parse(path).iter("testcase"))
        return ([case.get("name") for case in cases],
                [failure.get("message") for case in cases for failure in case.iter("failure")])  # fmt: skip
    reading = (
        "import json, sys, junitparser\n"
        "suites = list(junitparser.JUnitXml.fromfile(sys.argv[1]))\n"
        "cases = [case for suite in suites for case in suite]\n"
        "failing = [r.message for case in cases for r in case.result if isinstance(r, junitparser.Failure)]\n"
        "assert sum(s.tests for s in suites) == len(cases) and sum(s.failures for s in suites) == len(failing)\n"
        "print(json.dumps([[case.name for case in cases], failing]))\n"
    )
    ran = subprocess.run([oracles / "python", "-c", reading, str(path)], text=True, capture_output=True)
    check("junitparser reads it", ran.returncode == 0, ran.stderr)
    return json.loads(ran.stdout) if ran.returncode == 0 else ([], [])


for name, command in jobs.items():
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder)
        repository.run(command, expect=2)  # there is no baseline yet, and it says so
        repository.run("safegov gate plans --as-at 2026-01-01 --write-baseline plans.baseline.json")
        said = repository.run(command)
        check(f"{name}: three lines when it passes", said.count("\n") == 3 and said.startswith("gate: passed"), said)
        names, failing = read_junit(repository.folder / "gate.xml")
        check(f"{name}: what is known passes", failing == [] and "b/1.1/first@2019-06" in names, names)
        repository.plan(2020)
        said = repository.run(command, expect=1)
        check(f"{name}: it fails on what is new alone", said.startswith("gate: FAILED") and ": 1 new, 0 worse" in said, said)
        check(f"{name}: the place is in the second line", "plans/plan.yaml:12:18" in said.splitlines()[1], said)
        names, failing = read_junit(repository.folder / "gate.xml")
        check(f"{name}: one case fails", "b/1.1/board@2020-06" in names and failing
              == ["'Report, 100% ]]> <&> ::error::x' from qa to board is overdue since 1 July 2020"], failing)
        if name == "GitHub":
            commands = shown(said)
            check("GitHub is told of it at its line", len(commands) == 1 and commands[0][0] == {
                "file": "plans/plan.yaml", "line": "12", "col": "18", "title": "new: b/1.1/board@2020-06"}, commands)
            check("its message is whole", commands[0][1].startswith("'Report, 100% ]]> <&> ::error::x' from qa to board is overdue since 1 July 2020\n"), commands)
            certificate = steps["Certificate"]
            repository.run(certificate)
            repository.run("safegov certificate --check certificate.json plans")
        if name == "GitLab":
            issues = json.loads(repository.read("gl-code-quality-report.json"))
            keys = {"description", "check_name", "fingerprint", "severity", "location"}
            check("GitLab's report has what GitLab asks for", all(set(each) == keys and each["severity"] in
                  ["info", "minor", "major", "critical", "blocker"] for each in issues), issues)
            check("fingerprints are of one thing each", len({each["fingerprint"] for each in issues}) == len(issues) > 1)
            (new,) = [each for each in issues if each["location"]["lines"]["begin"] == 12]
            check("it stands at its line", new["location"]["path"] == "plans/plan.yaml")
            # A remark above moves the line and no fingerprint.
            plan = repository.folder / "plans/plan.yaml"
            plan.write_text("# A remark.\n" + plan.read_text())
            repository.run(command, expect=1)
            moved = json.loads(repository.read("gl-code-quality-report.json"))
            check("fingerprints stay when lines move", [each["fingerprint"] for each in moved]
                  == [each["fingerprint"] for each in issues] and moved != issues)
            plan.write_text(plan.read_text().replace("# A remark.\n", ""))
        # Recorded, it is no problem any more; renewed, the baseline has it.
        repository.run("safegov record received 'b/1.1/board of June 2020' plans --date 2020-06-30")
        check(f"{name}: a record lets it pass", repository.run(command).startswith("gate: passed"))
        repository.plan(2018)
        (repository.folder / "plans/records.yaml").unlink()
        repository.run(command, expect=1)
        repository.run("safegov gate plans --as-at 2026-01-01 --write-baseline plans.baseline.json")
        check(f"{name}: renewed, it passes", repository.run(command).startswith("gate: passed"))

# pre-commit runs the hooks before a commit, without asking any network.
if pre_commit:
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder)
        repository.run("safegov gate plans --as-at 2026-01-01 --write-baseline plans.baseline.json")
        repository.run(f"git add -A && git commit -qm baseline && {pre_commit} install")
        repository.plan(2020)
        said = repository.run("git commit -qam 'a date' 2>&1", expect=1)
        check("the commit is refused, and why", "1 new, 0 worse" in said and "Failed" in said, said)
        check("nothing was committed", "a date" not in repository.run("git log --oneline"))
        repository.run("safegov record received 'b/1.1/board of June 2020' plans --date 2020-06-30")
        repository.run("git add -A && git commit -qm recorded 2>&1")
        (repository.folder / "README.md").write_text("Nothing of plans.\n")
        said = repository.run("git add -A && git commit -qm page 2>&1")
        check("what touches no plan runs no hook", said.count("Skipped") == 2, said)
        # The hooks of a repository that others name: the same, with the folder as an argument.
        with tempfile.TemporaryDirectory() as other:
            shutil.copy(examples / ".pre-commit-hooks.yaml", other)
            quiet = "git init -q && git add -A && git commit -qm hooks"
            subprocess.run(["bash", "-c", quiet], cwd=other, env=repository.environment, check=True)
            ran = f"{pre_commit} try-repo {other} safegov-gate --all-files"
            said = repository.run(f"{ran} 2>&1", expect=1)
            check("without arguments it says what is missing", "no plan is given" in said, said)

print(f"{passed} passed, {failed} failed" + (f"; without {', '.join(sorted(set(missing)))}" if missing else ""))
sys.exit(failed != 0 or bool(missing and os.environ.get("SAFEGOV_NEED_ORACLES")))
