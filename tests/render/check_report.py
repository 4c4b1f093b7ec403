"""A document says the same in every form: each cell of each table, as text, Markdown, CSV, JSON and HTML.

Readers that we did not write: Python's json (against the published schema), csv and html.parser; Markdown's tables are
read by their definition. What chase and sample say is held against `safegov assess`, and a sample is drawn again.

Usage: check_report.py SAFEGOV SOURCE_DIR
"""

import collections
import csv
import datetime
import functools
import hashlib
import html
import html.parser
import io
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import jsonschema

tool, root = sys.argv[1], pathlib.Path(sys.argv[2])
passed = failed = 0


def check(name, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name} {str(detail)[:1500]}")


def run(*args, expect=0):
    if args[0] in ("chase", "sample", "pack"):
        args += ("--audience", "restricted")  # assess, against which they are held, has everything
    result = subprocess.run([tool, *args], text=True, capture_output=True)
    check(f"exit code of {args}", result.returncode == expect, f"{result.returncode}: {result.stderr[:500]}")
    return result.stdout


validator = jsonschema.Draft202012Validator(json.loads((root / "docs/schema/report.json").read_text()))


def squashed(text):
    return " ".join(text.split())


def for_people(value):
    """A value as a person reads it: a day in words, nothing as nothing."""
    if value is None:
        return ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)):
        day = datetime.date.fromisoformat(value)
        return f"{day.day} {day:%B %Y}"
    return squashed(str(value))


def tables_of(report):
    """Every table in the order in which it is read, the figures of charts included."""
    for section in report["sections"]:
        for block in section["blocks"]:
            if "table" in block:
                yield block
            elif "chart" in block:
                yield block["figures"]


def grid_of(table, say=for_people):
    return [[say(row[column["key"]]) for column in table["columns"]] for row in table["rows"]]


def markdown_tables(text):
    """Runs of lines that begin with a pipe: heads, and rows of cells."""
    tables, now = [], []
    for line in [*text.splitlines(), ""]:
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)(?:\\\\)*\|", line)[1:-1]
            now.append([squashed(html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", cell.replace("<br>", " "))))
                        for cell in cells])
        elif now:
            tables.append((now[0], now[2:]))
            now = []
    return tables


class Tables(html.parser.HTMLParser):
    """Tables by their ids: heads and rows of cells, whatever stands around the words in them."""

    def __init__(self):
        super().__init__()
        self.tables, self.key, self.cell, self.row = {}, None, None, None

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.key = dict(attributes).get("id")
            self.tables[self.key] = ([], [])
        elif tag == "tr":
            self.row = []
        elif tag in ("td", "th") and self.row is not None:
            self.cell = ""
        elif tag == "br" and self.cell is not None:
            self.cell += " "

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.row.append((tag, squashed(self.cell)))
            self.cell = None
        elif tag == "tr" and self.row is not None and self.key in self.tables:
            heads, rows = self.tables[self.key]
            if self.row and not heads and all(kind == "th" for kind, _ in self.row):
                heads += [text for _, text in self.row]
            elif self.row:
                rows.append([text for _, text in self.row])
            self.row = None
        elif tag == "table":
            self.key = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def check_forms(call):
    name = " ".join(call[:1] + call[2:])
    report = json.loads(run(*call, "--format", "json"))
    errors = list(validator.iter_errors(report))
    check(f"{name} is valid", not errors, "; ".join(f"{list(e.path)}: {e.message}"[:300] for e in errors[:3]))
    tables = list(tables_of(report))
    check(f"{name} has tables", tables)
    for table in tables:
        keys = [column["key"] for column in table["columns"]]
        check(f"{name}: rows have each column", all(list(row) == keys for row in table["rows"]))
        check(f"{name}: marks are of cells", all(
            m["row"] < len(table["rows"]) and m["column"] in keys for m in table["marks"]))
        check(f"{name}: nothing is silent", table["rows"] or table["none"], table["table"])

    shown = [table for table in tables if table["rows"]]
    read = markdown_tables(run(*call, "--format", "markdown"))
    check(f"{name}: as many tables in Markdown", len(read) == len(shown), (len(read), len(shown)))
    for table, (heads, rows) in zip(shown, read):
        check(f"{name}: heads in Markdown", heads == [column["head"] for column in table["columns"]], heads)
        check(f"{name}: {table['table']} in Markdown", rows == grid_of(table), (rows, grid_of(table)))

    page = Tables()
    page.feed(run(*call, "--format", "html"))
    for table in shown:
        heads, rows = page.tables.get(table["table"], ([], []))
        check(f"{name}: heads of {table['table']} in HTML", heads == [column["head"] for column in table["columns"]], heads)
        check(f"{name}: {table['table']} in HTML", rows == grid_of(table), (rows, grid_of(table)))

    # As text words are wrapped, never cut: whatever stands in cells is there, as often.
    text = run(*call, "--format", "text")
    there = collections.Counter(text.split())
    wanted = collections.Counter(word for table in shown for row in grid_of(table, lambda v: "" if v is None else str(v))
                                 for cell in row for word in cell.split())
    missing = {word: n for word, n in wanted.items() if there[word] < n}
    check(f"{name}: every word of every cell as text", not missing, missing)
    wide = [line for line in text.splitlines() if len(line) > 80 and " " in line.strip()]
    check(f"{name} keeps to 80 columns", not wide, wide[:3])
    for table in shown:
        for cells in grid_of(table, lambda v: "" if v is None else str(v)):
            if table["columns"][0]["key"] != "id" or f"\n  {cells[0]}\n    {table['columns'][1]['head']}: " not in text:
                continue  # laid out in columns
            for column, cell in zip(table["columns"][1:], cells[1:]):
                if cell and " " not in cell:
                    check(f"{name}: {column['head']} of {cells[0]}", f"    {column['head']}: {cell}\n" in text
                          or f"    {column['head']}:\n      {cell}\n" in text)
    return report


def from_cell(cell):
    """The text of a cell, by the rule of docs/cli.md: of what begins with apostrophes and would be run without them, the
    first is not text."""
    inside = cell.lstrip("'")
    runs = inside[:1] in tuple("\t\r\n") or inside.lstrip(" \t\r\u00a0\ufeff")[:1] in tuple("=+-@\uff1d\uff0b\uff0d\uff20")
    return cell[1:] if runs and cell.startswith("'") else cell


def rows_of(call):
    rows = csv.DictReader(io.StringIO(run(*call, "--format", "csv"), newline=""), strict=True)
    return [{key: from_cell(value) for key, value in row.items()} for row in rows]


def in_csv(row):
    return {key: "" if value is None else str(value) for key, value in row.items()}


@functools.cache
def route_from(body, place, day):
    return json.loads(run("route", body, place, "--on", day, "--format", "json"))


examples = root / "examples"
CALLS = [
    ([str(examples / "nottingham"), "--of", "bp-2019", "--as-at", "2019-11-01"]),
    ([str(examples / "nottingham"), "--as-at", "2025-03-31"]),
    ([str(examples / "nottingham"), "--as-at", "2019-06-10", "--soon", "60"]),
    ([str(examples / "nottingham"), "--as-at", "2019-11-01", "--known-at", "2019-07-20"]),
    ([str(examples / "escalation"), "--as-at", "2025-11-01"]),
    ([str(examples / "meetings"), "--as-at", "2025-10-20"]),
    ([str(examples / "reviews"), "--as-at", "2023-12-01"]),
    ([str(examples / "structure"), "--as-at", "2020-01-01"]),
]
CHASED = {"overdue", "due", "partly_received", "due_soon"}
some_chased = some_drawn = 0

for words in CALLS:
    states = json.loads(run("assess", *words, "--format", "json"))
    by_id = {o["id"]: o for o in states["obligations"]}

    # chase: everything that is overdue, due or soon, once, under who owes it.
    report = check_forms(["chase", *words])
    lists = {s["key"]: s["blocks"][-1]["rows"] for s in report["sections"] if s["key"] != "owners"}
    items = [item for rows in lists.values() for item in rows]
    some_chased += len(items)
    check("chase has what is to be chased, once", sorted(item["id"] for item in items)
          == sorted(id for id, o in by_id.items() if o["state"] in CHASED))
    check("chase counts them", report["obligations"] == len(items))
    for item in items:
        o = by_id[item["id"]]
        same = {"what": o["what"], "from": o["from"], "lead": o["lead"], "to": o["to"], "last": o["last_in_force"],
                "state": o["state"].replace("_", " "), "days_overdue": o["days_overdue"] or None,
                "slips": o["slips"] or None, "slipped_days": o["slipped_days"] or None, "due": o["due"]["text"]}
        check(f"chase says what assess says of {item['id']}", all(item[key] == value for key, value in same.items()),
              {key: (item[key], value) for key, value in same.items() if item[key] != value})
        route = item["route"]
        if item["to"] and route not in (None, "none"):
            way = route_from(route.split(" ")[0], words[0], report["as_at"])
            check("its way is the route", [re.sub(r" \(.*", "", part) for part in route.split(" → ")][1:]
                  == [line["to"] for line in way["routes"][0]], (route, way["routes"][:1]))
    owners = report["sections"][0]["blocks"][0]["rows"]
    check("a section for each owner", [f"owner-{o['owner']}" if o["owner"] else "nobody" for o in owners] == list(lists))
    for owner, rows in zip(owners, lists.values()):
        counts = collections.Counter(row["state"] for row in rows)
        check(f"the counts of {owner['name']}", (owner["overdue"], owner["due"], owner["due_soon"])
              == (counts["overdue"], counts["due"] + counts["partly received"], counts["due soon"]))
        check(f"{owner['name']}'s by last day", [r["last"] or "~" for r in rows] == sorted(r["last"] or "~" for r in rows))

    # As CSV one row each, with the owner and the last contact.
    table = rows_of(["chase", *words])
    flat = []
    for section, owner in zip(report["sections"][1:], owners):
        contact = next((b["rows"] for b in section["blocks"] if b["table"].startswith("contact")), [])
        empty = dict.fromkeys(["last_contact", "last_contact_what", "last_contact_about", "last_contact_reference"])
        for item in section["blocks"][-1]["rows"]:
            flat.append(in_csv({"owner": owner["owner"], "owner_name": owner["name"], **(contact[0] if contact else empty), **item}))
        check("the last contact is that of the table of owners", owner["last_contact"] == (contact[0]["last_contact"] if contact else None))
    check("chase as CSV", table == flat, [(a, b) for a, b in zip(table, flat) if a != b][:1])

    # One body alone is its section alone; letters name all of it, and nothing else.
    for owner, rows in list(zip(owners, lists.values()))[:4]:
        if not owner["owner"]:
            continue
        alone = json.loads(run("chase", *words, "--body", owner["owner"], "--format", "json"))
        check("--body is that section", [s["key"] for s in alone["sections"]] == ["owners", f"owner-{owner['owner']}"]
              and alone["sections"][1]["blocks"][-1]["rows"] == rows)
    letters = run("chase", *words, "--letters")
    named = [o for o in owners if o["owner"]]
    pages = letters.split("\f") if letters else []
    check("a letter to each", len(pages) == len(named), (len(pages), len(named)))
    for page, owner in zip(pages, named):
        ids = re.findall(r"^  id: (.*)$", page, re.M)
        check(f"the letter to {owner['name']}", sorted(ids) == sorted(r["id"] for r in lists[f"owner-{owner['owner']}"])
              and f"To: {owner['name']}" in squashed(page), ids)
    with tempfile.TemporaryDirectory() as folder:
        into = pathlib.Path(folder) / "letters"
        run("chase", *words, "--letters", "--into", str(into))
        files = {file.stem: file.read_text() for file in into.glob("*.txt")}
        check("the same in files", sorted(files.values()) == sorted(pages) and {o["owner"] for o in named} == set(files),
              sorted(files))

    # pack: its numbers are those of assess, and the last table of each section is the same as CSV.
    report = check_forms(["pack", *words, "--without-diagram"])
    by_key = {table["table"]: table["rows"] for table in tables_of(report)}
    check("pack counts what assess counts", {row["state"]: row["obligations"] for row in by_key["counts"]}
          == {**{state.replace("_", " "): n for state, n in states["counts"].items() if n},
              "in all": sum(states["counts"].values())})
    check("pack has what is overdue, longest first", [row["days_overdue"] for row in by_key["overdue"]]
          == sorted((o["days_overdue"] for o in by_id.values() if o["state"] == "overdue"), reverse=True)
          and {row["obligation"]: row["days_overdue"] for row in by_key["overdue"]}
          == {o["id"]: o["days_overdue"] for o in by_id.values() if o["state"] == "overdue"})
    check("those who owe it add up", sum(row["overdue"] for row in by_key["overdue_by_owner"]) == len(by_key["overdue"]))
    check("pack has every slip", {row["obligation"]: (row["times"], row["days"]) for row in by_key["slips"]}
          == {o["id"]: (o["slips"], o["slipped_days"]) for o in by_id.values() if o["slips"]})
    for key, rows in by_key.items():
        if key.startswith("promises_"):
            check(f"{key} says what assess says", all(
                (row["state"], row["last"], row["closed"]) == (o["state"].replace("_", " "), o["last_in_force"], o["closed_on"])
                for row in rows for o in [by_id[row["obligation"]]]))
    for section in report["sections"]:
        tables = [block for block in section["blocks"] if "table" in block]
        if tables and words in CALLS[:2]:  # each section once, and once more of another day
            table = rows_of(["pack", *words, "--section", section["key"]])
            check(f"pack's {section['key']} as CSV", table == [in_csv(row) for row in tables[-1]["rows"]], section["key"])

    # sample: drawn again from what assess says, by the rule that is printed with it.
    draws = [(2, []), (1000, []), (3, ["--seed", "14 22 31 40 41 58"]), (2, ["--from", "received"]),
             (2, ["--from", "received-late", "--seed", "é\u202e"])]
    for size, more in draws if words is CALLS[0] else draws[1:3]:
        call = ["sample", *[word for word in words if word not in ("--soon", "60")], "--size", str(size), *more]
        report = check_forms(call)
        seed = more[more.index("--seed") + 1] if "--seed" in more else report["as_at"]
        wanted = {more[1].replace("-", "_")} if "--from" in more else {"received", "received_late"}
        population = [o["id"] for o in states["obligations"] if o["state"] in wanted]
        drawn = sorted(population, key=lambda id: hashlib.sha256(f"{seed}\n{id}".encode()).hexdigest())[:size]
        rows = report["sections"][0]["blocks"][-1]["rows"]
        some_drawn += len(rows)
        check(f"{call} can be drawn again", [row["id"] for row in rows] == drawn, (drawn, rows))
        check("it says how", (report["seed"], report["population"], report["asked"], report["drawn"])
              == (seed, len(population), size, len(drawn)))
        for row in rows:
            o = by_id[row["id"]]
            check("its hash", row["hash"] == hashlib.sha256(f"{seed}\n{row['id']}".encode()).hexdigest())
            check("what assess says", (row["what"], row["from"], row["to"], row["received_on"], row["state"], row["last"])
                  == (o["what"], o["from"], o["to"], o["closed_on"], o["state"].replace("_", " "), o["last_in_force"]))
            check("its evidence is to be checked", (row["reference"] or "No reference") in row["check"])
        everything = any("no sample" in block.get("text", "") for block in report["sections"][0]["blocks"])
        check("that it is everything is said", everything == (0 < len(population) <= size))
        check("sample as CSV", rows_of(call) == [in_csv(row) for row in rows])

check("something was chased and drawn", some_chased > 50 and some_drawn > 20, (some_chased, some_drawn))
there = run("--help")
for words in CALLS[:3]:
    if re.search(r"^  pack ", there, re.M):
        check_forms(["pack", *words])
place = str(examples / "nottingham")
for wrong in (["sample", place], ["sample", place, "--size", "0"], ["sample", place, "--size", "2", "--seed", " "],
              ["sample", place, "--size", "2", "--from", "overdue"], ["chase", place, "--body", "nobody"],
              ["chase", place, "--into", "x"], ["chase", place, "--letters", "--format", "json"]):
    run(*wrong, "--as-at", "2019-11-01", expect=2)

print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
