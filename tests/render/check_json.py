"""Holds what the program prints as JSON against its published schemas, and plan files against theirs.

Another reader's opinion: Python's json, jsonschema and PyYAML, none of which we wrote.
Usage: check_json.py SAFEGOV SOURCE_DIR
"""

import collections
import csv
import datetime
import hashlib
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import jsonschema
import yaml

sys.path.append(str(pathlib.Path(__file__).parent.parent))
from generate_partnerships import generate

tool, root = sys.argv[1], pathlib.Path(sys.argv[2])
passed = failed = 0


def check(name, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name} {detail}")


def run(*args, expect=0, stdin=""):
    result = subprocess.run([tool, *args], input=stdin, text=True, capture_output=True)
    check(f"exit code of {args}", result.returncode == expect, f"{result.returncode}: {result.stderr[:500]}")
    return result.stdout


def schema(name):
    return json.loads((root / f"docs/schema/{name}.json").read_text())


def valid(name, document, against):
    errors = list(jsonschema.Draft202012Validator(against).iter_errors(document))
    check(name, not errors, "; ".join(f"{list(e.path)}: {e.message}"[:200] for e in errors[:3]))


class Yaml12(yaml.SafeLoader):
    """What an editor's YAML 1.2 makes of a file: `no` is a word, a date is text, 1.1 is a number."""


Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag.endswith((":int", ":float", ":null"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}

nottingham = str(root / "examples/nottingham")
of_plan = ["--of", "bp-2019"]  # its 61 obligations, without those of registers
day = ["--as-at", "2019-11-01"]

assess = json.loads(run("assess", nottingham, *of_plan, *day, "--format", "json"))
valid("assess", assess, schema("assess"))
check("counts add up", sum(assess["counts"].values()) == len(assess["obligations"]) == 61)
for state, count in assess["counts"].items():
    check(f"count of {state}", count == sum(o["state"] == state for o in assess["obligations"]))
for field in "plan priority objective action lead from to state".split():
    by = json.loads(run("assess", nottingham, *of_plan, *day, "--format", "json", "--by", field))
    valid(f"assess --by {field}", by, schema("assess"))
    for state, count in by["counts"].items():
        check(f"{state} by {field}", count == sum(g["counts"][state] for g in by["by"]["groups"]))
valid("obligations", json.loads(run("obligations", nottingham, *of_plan, "--format", "json")), schema("obligations"))
known = json.loads(run("assess", nottingham, *of_plan, *day, "--known-at", "2019-10-01", "--format", "json"))
valid("assess --known-at", known, schema("assess"))
check("known_at is said", known["known_at"] == "2019-10-01" and assess["known_at"] is None)

# A timeline has a number for each day, and on each day it is what assess says.
line = json.loads(run("timeline", nottingham, *of_plan, "--from", "2019-10-01", "--to", "2019-11-30", "--format", "json"))
valid("timeline", line, schema("timeline"))
check("a number for each day", all(len(numbers) == 61 for numbers in line["counts"].values()))
check("the timeline agrees with assess", {s: n[31] for s, n in line["counts"].items()} == assess["counts"])

for state, numbers in line["counts"].items():
    extreme, most = line["extremes"][state], max(numbers)
    if most == 0:
        check(f"never {state}", extreme is None)
        continue
    at = lambda day: (datetime.date.fromisoformat(day) - datetime.date(2019, 10, 1)).days
    check(f"extremes of {state}", extreme["most"] == most and at(extreme["worst"]) == numbers.index(most)
          and at(extreme["first"]) == next(i for i, n in enumerate(numbers) if n))

def from_cell(cell):
    """The text of a cell, by the rule of docs/cli.md: of what begins with apostrophes and would be run without them, the
    first is not text."""
    inside = cell.lstrip("'")
    runs = inside[:1] in tuple("\t\r\n") or inside.lstrip(" \t\r\u00a0\ufeff")[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20")
    return cell[1:] if runs and cell.startswith("'") else cell


# The burn-up and the intervals are of the same days, in JSON and in CSV.
span = ["--from", "2019-05-01", "--to", "2019-11-30"]
burn = json.loads(run("timeline", nottingham, *of_plan, *span, "--burn-up", "--format", "json"))
valid("burn-up", burn, schema("burn-up"))
check("promised until a day", burn["due"][184] == sum(
    o["due"]["last"] is not None and o["due"]["last"] < "2019-11-01" for o in assess["obligations"]))
check("received until a day", burn["received"][184] == sum(
    assess["counts"][state] for state in ["received", "received_late"]))
check("the gap", burn["gap"] == [d - r for d, r in zip(burn["due"], burn["received"])])
table = list(csv.DictReader(io.StringIO(
    run("timeline", nottingham, *of_plan, *span, "--burn-up", "--format", "csv"), newline="")))
check("the burn-up as CSV", all([int(row[name]) for row in table] == burn[name]
                                for name in ["due", "received", "gap"]))
parts = json.loads(run("timeline", nottingham, *of_plan, *span, "--intervals", "--format", "json"))
valid("intervals", parts, schema("intervals"))
check("intervals cover the range", sum(p["days"] for p in parts["intervals"]) == 61 * 214)
check("intervals agree with assess", {p["id"]: p["state"] for p in parts["intervals"]
                                      if p["first"] <= "2019-11-01" <= p["last"]}
      == {o["id"]: o["state"] for o in assess["obligations"]})
table = csv.DictReader(io.StringIO(
    run("timeline", nottingham, *of_plan, *span, "--intervals", "--format", "csv"), newline=""))
check("intervals as CSV", [{**row, "days": int(row["days"])} for row in table] == parts["intervals"])

# The same numbers in text, JSON, CSV and Markdown, and eight columns in the council's table.
def cells(line):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]


for folder, as_at in [(nottingham, "2019-11-01"), (nottingham, "2019-06-15"), (str(root / "examples/meetings"), "2025-10-20")]:
    call = ["assess", folder, "--as-at", as_at] + (of_plan if folder == nottingham else [])
    report = json.loads(run(*call, "--format", "json"))
    counts = {state: count for state, count in report["counts"].items() if count}
    total = len(report["obligations"])
    printed = run(*call)
    in_text = {m[1].replace(" ", "_"): int(m[2]) for m in re.finditer(r"^  ([a-z ]+?) +([0-9]+)(?:  █+)?$", printed, re.M)}
    check("counts as text", in_text == counts | {"in_all": total}, in_text)
    table = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"))))
    check("counts as CSV", collections.Counter(row["state"] for row in table) == counts)
    page = run(*call, "--format", "markdown")
    rows = [cells(line) for line in page.splitlines() if line.startswith("|")]
    in_markdown = {row[0].replace(" ", "_"): int(row[1]) for row in rows if len(row) == 2 and row[1].isdigit()}
    check("counts as Markdown", in_markdown == counts | {"in_all": total}, in_markdown)
    plan_rows = [row for row in rows if len(row) == 8 and row[0] not in ("No.", "---")]
    plans = json.loads(run("check", folder, "--format", "json"))["plans"]
    numbers = [a["no"] for plan in plans for o in plan["objectives"] for a in o["actions"]]
    check("a row of eight columns for each action", [row[0] for row in plan_rows] == numbers)
    overdue = sum(row[6].count("**overdue**") for row in plan_rows)
    check("as many are overdue in the table", overdue == counts.get("overdue", 0))
    check("a line of progress for each obligation", sum(row[6].count("<br>") + 1 for row in plan_rows) == total)
    ratings = json.loads(run("ratings", folder, "--as-at", as_at, "--by", "action", "--format", "json"))
    for row, rating in zip(plan_rows, ratings["ratings"], strict=True):
        word = f"{rating['derived']['letter']} {rating['derived']['band'] or 'unknown'} (derived)"
        check(f"the rating of {rating['id']}", row[7].endswith(word), row[7])
    for scheme in ratings["rules"]:
        for band in scheme["scale"]["bands"]:
            check(f"the key of {band['band']}", any(row == [f"{band['letter']} {band['band']}", band["meaning"]] for row in rows))

# An agenda holds each open obligation to a body once, in JSON and in CSV.
meetings = str(root / "examples/meetings")
for folder, body, as_at in [(meetings, "bmg", "2025-10-20"), (meetings, "board", "2025-10-20"), (nottingham, "bmg", "2019-10-20")]:
    call = ["agenda", folder, "--body", body, "--as-at", as_at]
    agenda = json.loads(run(*call, "--format", "json"))
    valid(f"agenda {body}", agenda, schema("agenda"))
    listed = [item for meeting in agenda["meetings"] for item in meeting["items"]]
    listed += agenda["without_meeting"] + agenda["without_day"]
    states = json.loads(run("assess", folder, "--as-at", as_at, "--format", "json"))["obligations"]
    done = {"received", "received_late", "waived", "superseded", "cancelled"}
    wanted = {o["id"]: o["state"] for o in states if o["to"] == body and o["state"] not in done}
    check(f"agenda of {body} holds what is open, once", {o["id"]: o["state"] for o in listed} == wanted and len(listed) == len(wanted))
    rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"))))
    check(f"agenda of {body} as CSV", [row["id"] for row in rows] == [o["id"] for o in listed])

# A register: what its rows owe is what assess says they owe, in JSON and in CSV.
call = ["register", nottingham, "--as-at", "2025-03-31"]
registers = json.loads(run(*call, "--format", "json"))
valid("registers", registers, schema("registers"))
states = json.loads(run("assess", nottingham, "--as-at", "2025-03-31", "--format", "json"))["obligations"]
for register in registers["registers"]:
    name = register["register"]
    alone = json.loads(run("register", name, *call[1:], "--format", "json"))
    valid(f"register {name}", alone, schema("register"))
    check(f"{name} alone", all(alone[key] == register[key] for key in register))
    owed = {o["id"]: o["state"] for o in states if o["plan"] == name}
    listed = {o["id"]: o["state"] for row in register["rows"] for o in row["obligations"]}
    check(f"{name} owes what assess says", owed == listed)
    for key in register["counts"]:
        check(f"{name} adds up", register["counts"][key] == sum(row["counts"][key] for row in register["rows"]))
    rows = list(csv.DictReader(io.StringIO(run("register", name, *call[1:], "--format", "csv"))))
    check(f"{name} as CSV", [(r["id"], r["measure"], from_cell(r["measured"])) for r in rows if r["measure"] not in register["counts"] and not r["point"]]
          == [(row["id"], m["name"], m["text"]) for row in register["rows"] for m in row["measures"]])
    check(f"{name} over time as CSV", [(r["id"], r["point"], from_cell(r["measured"]), from_cell(r["standing"])) for r in rows if r["point"]]
          == [(row["id"], p["label"], p["text"], p["standing"] or "") for row in register["rows"]
              for m in row["measures"] for p in m.get("points", [])])
    text = run("register", name, *call[1:])
    for row in register["rows"]:
        check(f"{row['id']} is in the text", row["id"].split("/")[1] in text)

# Arrivals: what is heard agrees with what is known looking back; journeys go from line to line.
timetable = str(root / "examples/timetable")
for folder, more in [(timetable, []), (timetable, ["--escalations"]), (meetings, ["--to", "bmg"]), (nottingham, [])]:
    call = ["arrival", folder, "--raised", "2025-09-01", *more]
    arrival = json.loads(run(*call, "--format", "json"))
    valid(f"arrival in {folder}", arrival, schema("arrival"))
    rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"))))
    check("arrival as CSV", [(r["body"], r["possible"], r["certain"]) for r in rows]
          == [(b["body"], b["possible"] or "", b["certain"] or "") for b in arrival["bodies"]])
    text = run(*call)
    for body in arrival["bodies"]:
        for kind in ["possible", "certain"]:
            journey = body[f"{kind}_journey"]
            check(f"a journey if {body['body']} is heard", bool(journey) == bool(body[kind]))
            if not journey:
                continue
            check("it begins there", journey[0]["body"] == body["body"] and journey[0]["day"] >= "2025-09-01")
            check("it ends there", (journey[-1]["body"], journey[-1]["day"]) == (arrival["to"], body[kind]))
            check("it takes time", all(a["day"] <= b["day"] and b["line"] for a, b in zip(journey, journey[1:])))
            back = json.loads(run("assurance", folder, "--as-at", body[kind], *more, "--format", "json"))
            valid("assurance", back, schema("assurance"))
            known = next((b for b in back["bodies"] if b["body"] == body["body"]), None)
            check(f"{body['body']} is known then", known is None or known[kind] >= "2025-09-01")
        check(f"text shows {body['body']}", body["body"] in text)
    call = ["assurance", folder, "--as-at", "2026-01-10", *more]
    rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"))))
    check("assurance as CSV", [(r["body"], r["certain"], r["certain_age"]) for r in rows] == [
        (b["body"], b["certain"] or "", "" if b["certain"] is None else str(b["certain_age"]))
        for b in json.loads(run(*call, "--format", "json"))["bodies"]])

# Coverage: cells add up, gaps are what has no cell of its kind, and CSV and Markdown say the same.
for folder, as_at in [(str(root / "examples/coverage"), "2026-01-10"), (nottingham, "2019-11-01"), (timetable, "2025-11-01")]:
    call = ["coverage", folder, "--as-at", as_at]
    cover = json.loads(run(*call, "--format", "json"))
    valid(f"coverage of {folder}", cover, schema("coverage"))
    rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"), newline="")))
    keys = ["plan", "priority", "objective", "focus_group", "lead", "actions", "obligations", "received"]
    check(f"coverage of {folder} as CSV", [[row[key] for key in keys] for row in rows]
          == [["" if cell[key] is None else str(cell[key]) for key in keys] for cell in cover["cells"]])
    gaps = {(gap["plan"], gap["what"]): gap["ids"] for gap in cover["gaps"]}
    table = run(*call, "--format", "markdown")
    for plan in cover["plans"]:
        for row in rows:
            reach = {p["no"] or "": p["reach"] for p in plan["priorities"]}
            tied = row["priority"] or row["objective"]
            check("the reach in CSV", row["plan"] != plan["id"] or row["reach"] == (reach[row["priority"]] if tied else ""))
        idle = [p["no"] for p in plan["priorities"] if p["no"] and not p["objectives"]]
        check("priorities without objectives", gaps.get((plan["id"], "priority_without_objective"), []) == idle)
        loose = [o["no"] for o in plan["objectives"] if not o["priorities"]]
        check("objectives without priorities", gaps.get((plan["id"], "objective_without_priority"), []) == loose)
        bare = [g["id"] or g["name"] for g in plan["focus_groups"] if not g["objectives"]]
        check("focus groups of no objective", gaps.get((plan["id"], "focus_group_without_objective"), []) == bare)
        for priority in plan["priorities"]:
            check("an objective under it names it", all(
                (priority["no"] in o["priorities"] if priority["no"] else not o["priorities"])
                == (o["no"] in priority["objectives"]) for o in plan["objectives"]))
            for claim in priority["claims"]:
                words = pathlib.Path(claim["where"]["file"]).read_text().splitlines()[claim["where"]["line"] - 1]
                check("a claim stands where it says", claim["about"] in words, words)
        check("a row of Markdown for each objective", sum(
            line.startswith(f"| {o['no']} | ") for o in plan["objectives"] for line in table.splitlines()) >= len(plan["objectives"]))
    text = run(*call)
    check("text names every gap", all(re.sub(r"\s+", "", each) in re.sub(r"\s+", "", text) for ids in gaps.values() for each in ids))

# Lint: JSON, SARIF, JUnit and text tell of the same findings, at places where there is something.
call = ["lint", nottingham, "--as-at", "2019-11-01", "--fail-on", "nothing"]
review = json.loads(run(*call, "--format", "json"))
valid("lint", review, schema("lint"))
check("lint has findings", len(review["findings"]) > 30)
check("lint counts them", review["counts"] == {
    level: sum(f["severity"] == level for f in review["findings"]) for level in ["error", "warning", "note"]})
placed = [(f["code"], f["severity"], f["where"]["file"], f["where"]["line"]) for f in review["findings"]]
check("lint goes by place", placed == sorted(placed, key=lambda f: (f[2], f[3])))
sarif = json.loads(run(*call, "--format", "sarif"))["runs"][0]
rules = sarif["tool"]["driver"]["rules"]
check("SARIF has the same", placed == [
    (r["ruleId"], r["level"], r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
     r["locations"][0]["physicalLocation"]["region"]["startLine"]) for r in sarif["results"]])
check("SARIF's results are of its rules", all(rules[r["ruleIndex"]]["id"] == r["ruleId"] for r in sarif["results"]))
check("SARIF's rules are told", all(r["shortDescription"]["text"] and r["help"]["markdown"] for r in rules))
junit = xml.etree.ElementTree.fromstring(run(*call, "--format", "junit"))
failing = {case.get("name").split()[0] for case in junit.iter("testcase") if case.find("failure") is not None}
check("JUnit fails the same rules", failing == {code for code, *_ in placed})
check("JUnit counts them", junit[0].get("failures") == str(len(failing)))
check("text has the same", sorted(re.findall(r"\[(SG\d{3})\]", run(*call))) == sorted(f[0] for f in placed))
with tempfile.TemporaryDirectory() as folder:
    known = str(pathlib.Path(folder) / "known.txt")
    run(*call, "--write-baseline", known)
    left = json.loads(run("lint", nottingham, "--as-at", "2019-11-01", "--baseline", known, "--format", "json"))
    check("a baseline passes over all that it has", left["findings"] == [])
run("lint", nottingham, "--as-at", "2019-11-01", expect=1)
run("lint", nottingham, "--as-at", "2019-11-01", "--fail-on", "error")
one = json.loads(run("lint", nottingham, "--as-at", "2019-11-01", "--only", "self-report", "--format", "json", expect=1))
check("one rule alone says what it says among all", one["findings"] == [
    f for f in review["findings"] if f["name"] == "self-report"])

# The gate: what it says in JSON, JUnit and for GitLab is of the same problems, which are those of the other commands.
with tempfile.TemporaryDirectory() as folder:
    known, junit, quality = (str(pathlib.Path(folder) / name) for name in ["known.json", "gate.xml", "quality.json"])
    gate = ["gate", nottingham, "--format", "json"]
    first = json.loads(run(*gate, "--as-at", "2019-11-01", expect=1))
    valid("gate without a baseline", first, schema("gate"))
    check("all is new", first["since"] is None and first["counts"]["new"] == len(first["problems"]) > 30)
    everything = json.loads(run("assess", nottingham, *day, "--format", "json"))["obligations"]
    check("the gate has what is overdue", sorted(p["about"] for p in first["problems"] if p["kind"] == "overdue")
          == sorted(o["id"] for o in everything if o["state"] == "overdue"))
    rated = json.loads(run("ratings", nottingham, *day, "--format", "json"))["ratings"]
    check("the gate has what is optimistic", [p["about"] for p in first["problems"] if p["kind"] == "optimistic"]
          == [r["id"] for r in rated if r["verdict"] == "optimistic"])
    check("the gate has what lint warns of", [(p["code"], p["where"]) for p in first["problems"] if p["kind"] == "finding"]
          == [(f["code"], f["where"]) for f in review["findings"] if f["severity"] != "note"])
    run(*gate, "--as-at", "2019-11-01", "--write-baseline", known)
    valid("a baseline", json.loads(pathlib.Path(known).read_text()), schema("baseline"))
    later = json.loads(run(*gate, "--as-at", "2020-10-01", "--baseline", known, "--junit", junit, "--code-quality", quality, expect=1))
    valid("gate", later, schema("gate"))
    check("counts are of the problems", {**later["counts"], "gone": 0} == {
        **dict.fromkeys(["new", "worse", "known", "gone"], 0), **collections.Counter(p["standing"] for p in later["problems"])})
    check("what is gone is counted", later["counts"]["gone"] == len(later["gone"]))
    cases = list(xml.etree.ElementTree.parse(junit).iter("testcase"))
    check("JUnit has every problem", [(c.get("classname").split(".")[-1], c.find("failure") is None) for c in cases]
          == [(p["kind"], p["standing"] == "known") for p in later["problems"]])
    check("no two cases have one name", len({(c.get("classname"), c.get("name")) for c in cases}) == len(cases))
    issues = json.loads(pathlib.Path(quality).read_text())
    check("GitLab's report has every problem", [(i["description"], i["location"]["lines"]["begin"]) for i in issues]
          == [(p["message"], p["where"]["line"] if p["where"] else 1) for p in later["problems"]])
    check("no two have one fingerprint", len({i["fingerprint"] for i in issues}) == len(issues))

# A certificate: what assess says, with hashes that Python comes to as well.
for more in [[], ["--known-at", "2019-10-01"]]:
    certificate = json.loads(run("certificate", nottingham, *day, *more))
    valid("certificate", certificate, schema("certificate"))
    stood = json.loads(run("assess", nottingham, *day, *more, "--format", "json"))
    check("a certificate is what assess says", [(o["id"], o["state"]) for o in certificate["list"]]
          == [(o["id"], o["state"]) for o in stood["obligations"]])
    check("its counts", {c["state"]: c["count"] for c in certificate["counts"]} == {s: n for s, n in stood["counts"].items() if n})
    sha256 = lambda text: hashlib.sha256(text).hexdigest()
    manifest = certificate["manifest"]
    check("its inputs", [(i["name"], i["bytes"], i["sha256"]) for i in manifest["inputs"]] == [
        (str(path.relative_to(nottingham)), len(path.read_bytes()), sha256(path.read_bytes()))
        for path in sorted(pathlib.Path(nottingham).rglob("*.yaml"), key=str)])
    check("the hash of its inputs", manifest["inputs_sha256"] == sha256(
        "".join(f"{i['sha256']}  {i['name']}\n" for i in manifest["inputs"]).encode()))
    check("the hash of its list", certificate["list_sha256"] == sha256("".join(
        " ".join([o["id"], o["state"], o.get("last", "-"), o.get("closed_on", "-")]) + "\n" for o in certificate["list"]).encode()))
    table = (root / "src/base/calendars/england-and-wales.txt").read_text().splitlines()
    lines = [re.sub(r" +#.*", "", line) for line in table if re.match(r"\d|calendar|covers|provisional", line)]
    lines.insert(3, "weekend: saturday sunday")
    (calendar,) = manifest["calendars"]
    check("the hash of its calendar", calendar["sha256"] == sha256("".join(line + "\n" for line in lines).encode()))

# Joint bodies: each side is what the partnership says when it is read alone.
call = ["survey", "--joint", nottingham, str(root / "examples/county"), *day]
joint = json.loads(run(*call, "--format", "json"))
valid("joint", joint, schema("joint"))
rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"), newline="")))
flat = []
for number, body in enumerate(joint["bodies"], 1):
    for side in body["sides"]:
        alone = json.loads(run("assess", side["path"], *day, "--format", "json"))["obligations"]
        for role, key in [("owes", "from"), ("is_owed", "to")]:
            wanted = [(o["id"], o["state"]) for o in alone if o[key] == side["body"]]
            listed = [(o["id"], o["state"]) for o in side[role]["obligations"]]
            check(f"{side['partnership']}/{side['body']} {role}", listed == wanted)
            check("its counts", {k: v for k, v in side[role]["counts"].items() if v} == collections.Counter(s for _, s in wanted))
            flat.append([str(number), side["path"], side["partnership"], side["body"], role, str(len(wanted))])
check("joint as CSV", [[r[k] for k in ["joint_body", "path", "partnership", "body", "role", "obligations"]] for r in rows] == flat)
check("somebody is joint, and something is odd", joint["bodies"] and joint["findings"])

# The difference that an overlay makes, in JSON and in CSV.
call = ["what-if", str(root / "examples/meetings/what-if.yaml"), meetings, "--as-at", "2025-10-20"]
what_if = json.loads(run(*call, "--format", "json"))
valid("what-if", what_if, schema("what-if"))
rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"))))
check("what-if as CSV", [(r["id"], r["state_after"]) for r in rows] == [(c["id"], c["after"]["state"]) for c in what_if["changes"]])
today = json.loads(run("assess", meetings, "--as-at", "2025-10-20", "--format", "json"))
check("what is, is what assess says", today["counts"] == what_if["counts_before"])
moved = sum(c["after"]["state"] == "overdue" for c in what_if["changes"]) - sum(c["before"]["state"] == "overdue" for c in what_if["changes"])
check("the counts differ by the changes", what_if["counts_after"]["overdue"] - what_if["counts_before"]["overdue"] == moved)

# A diff is what two calls of assess say differently, compared in no hurry; in every format.
CLOSED = {"received", "received_late", "waived", "superseded", "cancelled"}


def naive_kinds(was, now):
    if now is None:
        return ["gone"]
    if was is None:
        return ["new"]
    kinds = set()
    if was["state"] not in CLOSED and now["state"] in CLOSED:
        kinds.add("closed")
    if was["state"] in CLOSED and now["state"] not in CLOSED:
        kinds.add("reopened")
    if was["state"] != "overdue" and now["state"] == "overdue":
        kinds.add("overdue")
    if was["last_in_force"] != now["last_in_force"]:
        both = was["last_in_force"] and now["last_in_force"]
        kinds.add("redated" if not both else
                  "slipped" if now["last_in_force"] > was["last_in_force"] else "brought_forward")
    if was["state"] != now["state"] and not kinds:
        kinds.add("otherwise")
    if (was["from"], was["lead"]) != (now["from"], now["lead"]):
        kinds.add("re_owned")
    if was["to"] != now["to"]:
        kinds.add("re_addressed")
    if (was["what"], was["due"]["text"]) != (now["what"], now["due"]["text"]):
        kinds.add("reworded")
    return kinds


def in_words(kind):
    return {"brought_forward": "brought forward", "otherwise": "otherwise in another state"}.get(kind, kind.replace("_", "-"))


with tempfile.TemporaryDirectory() as folder:
    later = pathlib.Path(folder, "later")
    shutil.copytree(nottingham, later)
    text = (later / "bp-2019.yaml").read_text()
    for was, now in [("lead: qa", "lead: bmg"), ("due: June 2019, Oct 2019", "due: June 2019, Nov 2019"),
                     ("to: qa\n", "id: qa\n            to: bmg\n"), ("what: ", "what: The ")]:
        check(f"{was} stands there", was in text)
        text = text.replace(was, now, 3)
    (later / "bp-2019.yaml").write_text(text)
    dates = ["--since", "2019-06-15", "--as-at", "2019-11-01"]
    told = collections.Counter()
    for paths, days in [([nottingham], dates), ([nottingham, str(later)], dates),
                        ([nottingham, str(later)], day), ([str(later), nottingham], day),
                        ([nottingham], ["--since", "2019-06-15", "--as-at", "2019-07-20"]),
                        ([meetings], ["--since", "2025-06-01", "--as-at", "2025-10-20"])]:
        call = ["diff", *paths, *days]
        diff = json.loads(run(*call, "--format", "json"))
        valid(f"{call}", diff, schema("diff"))
        sides = [json.loads(run("assess", path, "--as-at", as_at, "--format", "json")) for path, as_at in
                 [(paths[0], days[1]), (paths[-1], days[-1])]]
        check("counts before and after", [s["counts"] for s in sides] == [diff["before"]["counts"], diff["after"]["counts"]])
        was, now = ({o["id"]: o for o in side["obligations"]} for side in sides)
        expected = {}
        for id in {*was, *now}:
            if kinds := set(naive_kinds(was.get(id), now.get(id))):
                expected[id] = kinds
        listed = {change["id"]: set(change["kinds"]) for change in diff["changes"]}
        # A first day that alone is another shows in no assessment.
        check(f"kinds of {call}", listed == expected, {i: (listed.get(i), expected.get(i)) for i in {*listed, *expected} if listed.get(i) != expected.get(i)})
        check("unchanged", diff["unchanged"] == len(now) - sum(id in now for id in expected))
        numbers = {kind: n for kind, n in diff["differences"].items() if n}
        counted = collections.Counter(kind for kinds in expected.values() for kind in kinds)
        told += counted
        rated = [json.loads(run("ratings", path, "--as-at", as_at, "--format", "json"))["ratings"]
                 for path, as_at in [(paths[0], days[1]), (paths[-1], days[-1])]]
        of = [{(r["kind"], r["id"]): (r["declared"], r["derived"]["band"]) for r in side if r["kind"] != "priority"} for side in rated]
        bands = [{key: (declared and declared["band"], derived) for key, (declared, derived) in side.items()} for side in of]
        check("re-rated", {r["id"] for r in diff["ratings"]} == {id for kind, id in bands[0]
              if (kind, id) in bands[1] and bands[0][kind, id] != bands[1][kind, id]})
        if diff["ratings"]:
            counted["re_rated"] = len(diff["ratings"])
        check("kinds are counted", numbers == counted)
        wanted = {in_words(kind): n for kind, n in counted.items()}
        titles = {m[1]: int(m[2]) for m in re.finditer(r"^([a-z -]+) \((\d+)\)$", run(*call), re.M)}
        check("as text", titles == wanted, titles)
        titles = {m[1].lower(): int(m[2]) for m in re.finditer(r"^## ([A-Za-z -]+) \((\d+)\)$", run(*call, "--format", "markdown"), re.M)}
        check("as Markdown", titles == wanted, titles)
        rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"), newline="")))
        check("as CSV", {row["id"]: set(row["kinds"].split()) for row in rows} == expected)
    check("most kinds occur", set(told) >= {"gone", "new", "closed", "overdue", "slipped", "re_owned", "re_addressed",
                                            "reworded", "otherwise"}, told)

# A rollover has every action and promise of the old plan once, with the same outcome in every format.
call = ["rollover", "bp-2022", "bp-2025", str(root / "examples/rollover"), "--as-at", "2025-04-01"]
over = json.loads(run(*call, "--format", "json"))
valid("rollover", over, schema("rollover"))
plans = json.loads(run("check", str(root / "examples/rollover"), "--format", "json"))["plans"]
old = next(plan for plan in plans if plan["plan"] == "bp-2022")
wanted = []
for action in (action for objective in old["objectives"] for action in objective["actions"]):
    wanted.append(f"bp-2022/{action['no']}")
    wanted += [f"bp-2022/{action['no']}/{p.get('id', p.get('to'))}" for p in action.get("promises", [])]
check("every item of the old plan", [item["id"] for item in over["items"]] == wanted)
outcomes = collections.Counter(item["outcome"] for item in over["items"])
check("outcomes are counted", {k: n for k, n in over["outcomes"].items() if n} == outcomes)
states = {o["id"]: o["state"] for o in json.loads(run("assess", *call[3:], "--format", "json"))["obligations"]}
for item in over["items"]:
    if item["kind"] == "promise":
        mine = [state for id, state in states.items() if id.startswith(item["id"] + "@")]
        check(f"counts of {item['id']}", {k: n for k, n in item["counts"].items() if n} == collections.Counter(mine))
        check(f"{item['id']} is closed or told of", item["outcome"] in ("carried", "changed") or
              (item["outcome"] == "vanished") == any(state not in CLOSED for state in mine))
new = {"new": len(over["new"])}
text = run(*call)
titles = {m[1]: int(m[2]) for m in re.finditer(r"^([a-z]+) \((\d+)\):", text, re.M)}
check("rollover as text", titles == dict(outcomes) | new, titles)
check("what vanished stands first", next(iter(titles)) == "vanished")
page = run(*call, "--format", "markdown")
titles = {m[1].lower(): int(m[2]) for m in re.finditer(r"^## ([A-Za-z]+) \((\d+)\)", page, re.M)}
check("rollover as Markdown", titles == dict(outcomes) | new, titles)
rows = list(csv.DictReader(io.StringIO(run(*call, "--format", "csv"), newline="")))
check("rollover as CSV", [(r["id"], r["outcome"]) for r in rows] == [(i["id"], i["outcome"]) for i in over["items"]]
      + [(i["id"], "new") for i in over["new"]])

# A survey of many says of each what assess says of it alone, whatever the format.
with tempfile.TemporaryDirectory() as folder:
    many = generate(folder, 150, unsound=2)
    survey = json.loads(run("survey", folder, *day, "--format", "json", expect=2))
    valid("survey", survey, schema("survey"))
    check("two are unsound", (survey["sound"], survey["unsound"]) == (148, 2))
    lines = survey["partnerships"]
    check("a line each, by name", [line["path"] for line in lines] == [str(path) for path in many])
    for line in lines[:3]:
        alone = json.loads(run("assess", line["path"], *day, "--format", "json"))
        check(f"counts of {line['id']}", line["counts"] == alone["counts"])
        longest = max((o["days_overdue"], o["overdue_since"], o["id"]) for o in alone["obligations"]
                      if o["state"] == "overdue")
        check(f"longest of {line['id']}", line["longest_overdue"]["days"] == longest[0]
              and line["longest_overdue"]["since"] == longest[1])
    for state, count in survey["counts"].items():
        check(f"{state} of all", count == sum(line["counts"][state] for line in lines if line["sound"]))
    table = csv.DictReader(io.StringIO(run("survey", folder, *day, "--format", "csv", expect=2), newline=""))
    for line, row in zip(lines, table, strict=True):
        longest = line.get("longest_overdue") or {"id": "", "since": "", "days": ""}
        flat = {"path": line["path"], "id": line.get("id", ""), "name": line.get("name", ""),
                "sound": str(line["sound"]).lower(), "errors": line["errors"], "remarks": line["remarks"],
                "obligations": line.get("obligations", ""),
                **{state: line["counts"][state] if line["sound"] else "" for state in survey["counts"]},
                "longest_overdue": longest["id"], "overdue_since": longest["since"],
                "days_overdue": longest["days"]}
        check(f"CSV of {line['path']}", row == {key: str(value) for key, value in flat.items()}, str(row))
    text = run("survey", folder, *day, expect=2).splitlines()
    for line in lines[:3]:
        cells = next(words.split() for words in text if words.startswith(f"  {line['id']}  "))
        numbers = [line["obligations"], line["counts"]["overdue"]]
        check(f"text of {line['id']}", [str(n) for n in numbers] == cells[2:4]
              and cells[-1] == line["longest_overdue"]["since"], str(cells))
    check("text of all", text[-1].split()[:5] == [
        "148", "of", "150", str(sum(survey["counts"].values())), str(survey["counts"]["overdue"])], text[-1])

# Every reason is that of the state; its facts stand where they say.
whole_day = json.loads(run("assess", nottingham, *day, "--format", "json"))["obligations"]
for word in ["overdue", "received", "received-late", "not-due", "undated", "waived", "cancelled"]:
    why = json.loads(run("explain", word, nottingham, *day, "--format", "json"))
    valid(f"explain {word}", why, schema("explain"))
    wanted = [o["id"] for o in whole_day if o["state"] == word.replace("-", "_")]
    check(f"explain {word} has every one", [r["id"] for r in why["reasons"]] == wanted and wanted)
    for reason in why["reasons"]:
        for fact in reason["facts"]:
            place = fact["where"]
            lines = pathlib.Path(place["file"]).read_text().splitlines()
            check(f"place of a fact of {reason['id']}", 1 <= place["column"] <= len(lines[place["line"] - 1]))

# Ratings: every band is one of the key, counts agree, and every fact stands where it says.
shares = str(root / "examples/share-of-actions")
for folder, date in [(nottingham, "2019-11-01"), (shares, "2024-05-01"), (shares, "2024-11-10")]:
    rated = json.loads(run("ratings", folder, "--as-at", date, "--format", "json"))
    valid(f"ratings of {folder}", rated, schema("ratings"))
    scale = rated["rules"][0]["scale"]
    bands = {b["band"]: b["letter"] for b in scale["bands"] + scale["apart"]} | {None: "?"}
    for rating in rated["ratings"]:
        for said in filter(None, [rating["derived"], rating["declared"]]):
            check(f"band of {rating['id']}", bands[said["band"]] == said["letter"])
        if rating["kind"] == "priority":
            continue
        why = json.loads(run("explain", rating["id"], folder, "--as-at", date, "--format", "json"))
        valid(f"explain {rating['id']}", why, schema("explain-rating"))
        check(f"explain {rating['id']} is of it", why["rating"] == rating)
        for fact in why["facts"]:
            lines = pathlib.Path(fact["where"]["file"]).read_text().splitlines()
            check(f"place of a fact of {rating['id']}", 1 <= fact["where"]["column"] <= len(lines[fact["where"]["line"] - 1]))
    for verdict in ["honest", "optimistic", "pessimistic"]:
        check(f"{verdict} by lead", sum(l[verdict] for l in rated["leads"])
              == sum(r["kind"] == "action" and r["verdict"] == verdict for r in rated["ratings"]))
    for kind in "plan priority objective action".split():
        only = json.loads(run("ratings", folder, "--as-at", date, "--by", kind, "--format", "json"))["ratings"]
        check(f"ratings --by {kind}", only == [r for r in rated["ratings"] if r["kind"] == kind])
    table = list(csv.DictReader(io.StringIO(run("ratings", folder, "--as-at", date, "--format", "csv"), newline="")))
    check("ratings as CSV", [(r["kind"], r["id"], r["derived"], r["verdict"], r["since"]) for r in table]
          == [(r["kind"], r["id"], r["derived"]["band"] or "unknown", r["verdict"], r["since"] or "")
              for r in rated["ratings"]])
    text = run("ratings", folder, "--as-at", date)
    check("ratings keep to 80 columns", all(len(line) <= 80 for line in text.splitlines()),
          max(text.splitlines(), key=len))
    for band, letter in bands.items():
        check(f"the key has {band}", any(line.split()[:2] == [letter, band or "unknown"] for line in text.splitlines()))

# As CSV, by Python's own reader: the same rows as in JSON.
table = list(csv.DictReader(io.StringIO(run("assess", nottingham, *of_plan, *day, "--format", "csv"), newline="")))
check("CSV has every row", [(r["id"], r["state"]) for r in table]
      == [(o["id"], o["state"]) for o in assess["obligations"]])
check("CSV has the texts", [r["what"] for r in table] == [o["what"] for o in assess["obligations"]])
table = list(csv.DictReader(io.StringIO(run("timeline", nottingham, *of_plan, "--format", "csv"), newline="")))
check("the timeline as CSV", next(r for r in table if r["as_at"] == "2019-11-01")
      == {"as_at": "2019-11-01", **{s: str(n) for s, n in assess["counts"].items()}})

# The same counts in text and in JSON.
text = run("assess", nottingham, *of_plan, *day)
for state, count in assess["counts"].items():
    if count:
        check(f"text shows {state}", f"  {state.replace('_', ' '):16}{count:6}" in text)
check("text keeps to 80 columns", all(len(line) <= 80 for line in text.splitlines()),
      max(text.splitlines(), key=len))
check("no colour into a pipe", "\x1b" not in text)

# Diagnostics are JSON too when asked for, on exit 2 as well.
for bad in ["", "a: [", "safegov: 1\npartnership: x\nplan: p\nobjectives: 3\n", "\0", "safegov: 1\n\"\\u0001\": é\n"]:
    report = json.loads(run("assess", "-", *day, "--format", "json", expect=2, stdin=bad))
    valid(f"diagnostics of {bad!r}", report, schema("check"))
    check("not sound", report["sound"] is False and report["diagnostics"])
    check("no figure", "counts" not in report and "obligations" not in report)

# Hostile text comes back as it was.
hostile = "quote \" backslash \\ <b>&amp; =cmd|'/c' é \u202e right-to-left \U0001f600 \u2028 end"
plan = {"safegov": 1, "partnership": "x", "plan": "p", "objectives": [
    {"no": "1", "text": hostile, "actions": [{"no": "1.1", "promises": [{"what": hostile, "id": "r"}]}]}]}
arrangements = {"safegov": 1, "partnership": "x", "name": hostile, "bodies": [{"id": "b"}]}
with tempfile.TemporaryDirectory() as folder:
    for name, content in {"plan": plan, "partnership": arrangements}.items():
        pathlib.Path(folder, name + ".yaml").write_text(
            yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=False, width=10**6), encoding="utf-8")
    for emoji in [False, True]:
        result = subprocess.run([tool, "assess", folder, *day, "--format", "json"], capture_output=True, text=True)
        if result.returncode == 2:  # yaml-cpp reads no surrogate escapes: write the characters
            for name, content in {"plan": plan, "partnership": arrangements}.items():
                pathlib.Path(folder, name + ".yaml").write_text(
                    yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**6), encoding="utf-8")
    check("hostile text is read", result.returncode == 0, result.stdout[:600])
    if result.returncode == 0:
        check("hostile text comes back", json.loads(result.stdout)["obligations"][0]["what"] == hostile)

# `check` gives the whole partnership, and it says what the files say.
whole = json.loads(run("check", nottingham, "--format", "json"))
valid("check", whole, schema("check"))
read = {p.name: yaml.load(p.read_text(), yaml.CBaseLoader) for p in (root / "examples/nottingham").glob("*.yaml")}


def same(ours, theirs, at):
    """Text for text; a list of one may be written bare, a value by its one field."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        theirs = {k.replace("-", "_"): v for k, v in theirs.items() if k != "safegov"}
        for key, value in theirs.items():
            if key == "lead" and value == "not stated":
                check(f"{at}.{key}", key not in ours)
            else:
                check(f"{at}.{key}", key in ours) and None
                if key in ours:
                    same(ours[key], value, f"{at}.{key}")
        extra = set(ours) - set(theirs) - {"audience", "kind"}  # these have words of their own by default
        check(f"nothing more at {at}", not extra, str(extra))
    elif isinstance(ours, list):
        theirs = theirs if isinstance(theirs, list) else [theirs]
        check(f"length of {at}", len(ours) == len(theirs))
        for i, (a, b) in enumerate(zip(ours, theirs)):
            same(a, b, f"{at}[{i}]")
    elif isinstance(ours, dict):
        check(at, theirs in ours.values(), f"{ours} {theirs}")
    elif at.endswith((".text", ".value")):
        check(at, str(ours) == theirs.strip(), f"{ours!r} {theirs!r}")  # words as printed, whatever they look like
    elif day_first := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(?:20)?(\d\d)", theirs):
        check(at, ours == "20{2}-{1:>02}-{0:>02}".format(*day_first.groups()), f"{ours!r} {theirs!r}")
    else:
        check(at, str(ours).replace("_", "-") == theirs.strip().replace("_", "-"), f"{ours!r} {theirs!r}")


same(whole["partnership"], read["partnership.yaml"], "partnership")
plan_as_read = dict(read["bp-2019.yaml"])
plan_as_read.pop("partnership")
same(whole["plans"][0], plan_as_read, "plan")
same(whole["records"], read["records.yaml"]["records"], "records")
tables = {}  # the rows of a register may stand in several files, which are read in the order of their names
for rows in sorted((root / "examples/nottingham/registers").glob("*.yaml")):
    for name, written in yaml.load(rows.read_text(), yaml.CBaseLoader).items():
        if name not in ("safegov", "partnership"):
            tables.setdefault(name, []).extend(written)
for name, written in tables.items():
    same(whole["registers"][name.replace("-", "_")], written, name)

# Written out again from the JSON, with the hyphens that people write, it reads as the same. As block
# YAML: what stands in brackets is limited, because the parser would hold all of it at once.


def as_written(value):
    if isinstance(value, dict):
        return {k.replace("_", "-"): as_written(v) for k, v in value.items()}
    if isinstance(value, list):
        return [as_written(v) for v in value]
    word = isinstance(value, str) and re.fullmatch("[a-z]+(_[a-z]+)+", value)  # off a list of ours
    return value.replace("_", "-") if word else value


head = {"safegov": 1, "partnership": whole["partnership"]["partnership"]}
again = {"partnership.yaml": {"safegov": 1, **as_written(whole["partnership"])},
         "records.yaml": {**head, "records": as_written(whole["records"])},
         **({"registers.yaml": {**head, **as_written(whole["registers"])}} if whole["registers"] else {}),
         **{f"plan-{i}.yaml": {**head, **as_written(plan)} for i, plan in enumerate(whole["plans"])}}
with tempfile.TemporaryDirectory() as folder:
    for name, content in again.items():
        pathlib.Path(folder, name).write_text(
            yaml.dump(content, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**6, sort_keys=False), encoding="utf-8")
    same_again = json.loads(run("check", folder, "--format", "json"))
    for part in ["partnership", "plans", "records", "registers"]:
        check(f"{part} read back from JSON", same_again.get(part) == whole[part],
              str(same_again["diagnostics"])[:500])

# The structure: its report, its routes, its lines, and a picture that Graphviz can draw.
structure = str(root / "examples/structure")
june = ["--as-at", "2020-06-01"]
for folder in [nottingham, structure]:
    for more in [[], ["--since", "2019-09-01"], ["--along", "escalates-to"]]:
        network = json.loads(run("network", folder, *june, *more, "--format", "json"))
        valid(f"network {more}", network, schema("network"))
network = json.loads(run("network", structure, *june, "--format", "json"))
bodies = {body["id"]: body for body in network["bodies"]}
for body in bodies.values():
    if body["next"]:
        check("one more line is one deeper", body["depth"] == bodies[body["next"]]["depth"] + 1)
    behind = 0
    for other in bodies.values():
        gate = other["gate"]
        while gate and gate != body["id"]:
            gate = bodies[gate]["gate"]
        behind += gate == body["id"]
    check(f"behind {body['id']}", body["behind"] == behind)
for each in network["obligations"]:
    check(f"route of {each['id']}", each["route"] is None or (
        each["route"][0] == bodies[each["to"]]["holder"] and each["route"][-1] == network["top"]
        and all(bodies[a]["next"] == b for a, b in zip(each["route"], each["route"][1:]))))
table = list(csv.DictReader(io.StringIO(run("network", structure, *june, "--format", "csv"), newline="")))
check("CSV has every line", [(r["from"], r["kind"], r["to"], int(r["line"])) for r in table]
      == [(line["from"], line["kind"], line["to"], line["where"]["line"]) for line in network["lines"]])
for name, when in [("meetings", "2025-10-20"), ("timetable", "2025-01-01"), ("nottingham", "2019-11-01")]:
    folder = str(root / "examples" / name)
    loads = json.loads(run("network", folder, "--meetings", "--as-at", when, "--format", "json"))
    valid("network --meetings", loads, schema("network-meetings"))
    rows = list(csv.DictReader(io.StringIO(run("network", folder, "--meetings", "--as-at", when, "--format", "csv"), newline="")))
    wanted = []
    for body in loads["bodies"]:
        agenda = json.loads(run("agenda", folder, "--body", body["id"], "--as-at", when, "--format", "json"))
        check(f"load of {body['id']}", [body["without_meeting"], body["without_day"]]
              == [len(agenda["without_meeting"]), len(agenda["without_day"])])
        for load, meeting in zip(body["meetings"], agenda["meetings"], strict=True):
            parts = collections.Counter(item["part"] for item in meeting["items"])
            check(f"load of {load['id']}", load == {
                **{key: meeting[key] for key in ["id", "state", "first", "last"]}, "in_all": len(meeting["items"]),
                **{part: parts[part] for part in ["due", "moved_here", "too_late", "left_over", "outstanding"]}}, str(load))
            wanted.append((body["id"], load["id"], str(load["in_all"])))
        wanted += [(body["id"], key, str(body[key])) for key in ["without_meeting", "without_day"] if body[key]]
    check("CSV has every meeting", [(r["body"], r["meeting"], r["in_all"]) for r in rows] == wanted)
for more in [[], ["--all"], ["--to", "bmg"], ["--to", "audit"]]:
    valid(f"route {more}", json.loads(run("route", "themes", structure, "--on", "2020-06-01", *more, "--format", "json")),
          schema("route"))
if shutil.which("dot"):
    odd = 'a "quoted" \\N <b>&amp; \\'
    drawn = {"safegov": 1, "partnership": "x", "name": odd, "top": "a", "bodies": [
        {"id": "a", "name": odd}, {"id": "node", "name": "é", "reports-to": [{"to": "a", "condition": odd}]}]}
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "partnership.yaml").write_text(yaml.safe_dump(drawn, allow_unicode=True), encoding="utf-8")
        for path, names in {folder: [odd, "é"], structure: ["Independent Scrutineer", "attends", "load 3"],
                            str(root / "examples/timetable"): ["load 0"]}.items():
            picture = run("network", path, *june, "--format", "dot")
            svg = subprocess.run(["dot", "-Tsvg"], input=picture, text=True, capture_output=True)
            check("Graphviz draws it", svg.returncode == 0 and not svg.stderr, svg.stderr)
            said = [each.text for each in xml.etree.ElementTree.fromstring(svg.stdout).iter() if each.text]
            check("no line is wide", all(len(each) < 100 for each in said), str(said))
            for name in names:
                check(f"the picture shows {name}", any(name in each for each in said), str(said))
        # The age is what `safegov assurance` says.
        timetable = str(root / "examples/timetable")
        ages = {row["body"]: row["certain_age"] for row in csv.DictReader(io.StringIO(
            run("assurance", timetable, "--as-at", "2025-10-20", "--format", "csv"), newline=""))}
        picture = run("network", timetable, "--as-at", "2025-10-20", "--format", "dot")
        shown = {m[1]: m[2] or m[3] for m in re.finditer(r'"([\w-]+)" \[.*age (?:\d+ to (\d+)|(\d+)) days', picture)}
        check("the picture shows every age", shown == {body: age for body, age in ages.items() if age} and shown, str(shown))

# What had to go further up: the same steps in JSON, CSV and text, each record where it says.
for date in ["2019-06-30", "2019-07-05", "2019-11-12"]:
    for more in [[], ["--known-at", "2019-09-04"]]:
        place = [str(root / "examples/escalation"), "--as-at", date, *more]
        report = json.loads(run("escalation", *place, "--format", "json"))
        valid(f"escalation {date} {more}", report, schema("escalation"))
        check("counts are of the steps", report["counts"]
              == {**dict.fromkeys(report["counts"], 0), **collections.Counter(s["state"] for s in report["steps"])})
        table = list(csv.DictReader(io.StringIO(run("escalation", *place, "--format", "csv"), newline="")))
        check("escalation as CSV", table == [
            {key: str(step[key] if step[key] is not None else "") for key in table[0]} for step in report["steps"]]
            if table else not report["steps"])
        for step in report["steps"]:
            check("what was missed is in it", step["missed"][-1:] == ([step["obligation"]] if step["obligation"] else []))
            if step["where"]:
                lines = pathlib.Path(step["where"]["file"]).read_text().splitlines()
                check("its record", (step["dispute"] or step["obligation"].split("@")[0])
                      in lines[step["where"]["line"] - 1])
        text = run("escalation", *place)
        check("escalation keeps to 80 columns", all(len(line) <= 80 for line in text.splitlines()))
valid("escalation without rules", json.loads(run("escalation", nottingham, *day, "--format", "json")), schema("escalation"))

# Clocks: what the table says and what one comes to, in every format alike.
clock_paths = [[], [str(root / "examples/clocks")]]
for place in clock_paths:
    report = json.loads(run("clocks", *place, "--format", "json"))
    valid(f"clocks {place}", report, schema("clocks"))
    table = list(csv.DictReader(io.StringIO(run("clocks", *place, "--format", "csv"), newline="")))
    rules = [(clock, version, rule) for clock in report["clocks"] for version in clock["versions"] for rule in version["rules"]]
    check("clocks as CSV", [(row["id"], row["version"], row["trigger"], row["limit"]) for row in table]
          == [(c["id"], v["version"], r["trigger"], str(r.get("limit", ""))) for c, v, r in rules])
    text = run("clocks", *place)
    check("clocks keep to 80 columns", all(len(line) <= 80 for line in text.splitlines()))
    for clock in report["clocks"]:
        # On the first day of the last version, or when it always held: 2022 has every holiday there is.
        start = clock["versions"][-1].get("from", "2022-09-08")
        if start < "2012-01-01":
            start = "2022-09-08"
        asked = ["clock", clock["id"], *place, "--from", start, "--done", "2024-06-03"]
        answer = json.loads(run(*asked, "--format", "json"))
        valid(f"clock {clock['id']}", answer, schema("clock"))
        check("a reading for each rule", len(answer["readings"]) == len(clock["versions"][-1]["rules"]))
        text = run(*asked)
        check("a clock keeps to 80 columns", all(len(line) <= 80 for line in text.splitlines()))
        check("it says what it is", "computed, not legal advice" in text)
        for reading in answer["readings"]:
            check("a day or the reason", (reading["due"] is None) == (reading["trouble"] is not None))
            late = reading["due"] is not None and reading["due"] < answer["done"]
            check("in time by its day", reading["in_time"] == ("unverifiable" if reading["due"] is None else "not_met" if late else "met")
                  or reading["status"] == "relaxed")
            if reading["due"]:
                day_of = datetime.date.fromisoformat(reading["due"])
                check("the day stands in the text", f"{day_of.day} {day_of:%B %Y}" in text)
valid("a clock outside its calendar", json.loads(run("clock", "rapid-review", "--from", "2029-01-02", "--format", "json", expect=2)),
      schema("check"))

# The schema that editors use accepts the plan files that load, and says no where we do.
plan_schema = json.loads(run("schema"))
jsonschema.Draft202012Validator.check_schema(plan_schema)
files = [path for path in (root / "examples").rglob("*.yaml") if not path.name.startswith(".")]
with tempfile.TemporaryDirectory() as folder:
    run("new", folder + "/start")
    run("check", folder + "/start")
    run("new", folder + "/start", expect=2)
    files += list(pathlib.Path(folder).rglob("*.yaml"))
    for file in files:
        valid(f"{file.name} against the plan schema", yaml.load(file.read_text(), Yaml12), plan_schema)
for name, wrong in {
    "an unknown key": {**plan, "objektives": []},
    "no plan id": {k: v for k, v in plan.items() if k != "partnership"},
    "a list where text belongs": {**plan, "title": ["a"]},
    "a word off the list": {**plan, "audience": "everybody"},
    "a record of two kinds": {"safegov": 1, "partnership": "x", "records": [
        {"received": "a", "waived": "a", "date": "2019-01-01"}]},
}.items():
    check(f"the schema refuses {name}", not jsonschema.Draft202012Validator(plan_schema).is_valid(wrong))

print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
