"""What became known later is no part of an earlier day: holds registers to it, by taking it out.

For some days, everything of a later date is cut out of the files of an example, and what each register
then says as at the day (measures, findings, states) is compared with what it says of the whole
files. Written from the definition, with PyYAML; it knows no register.

Usage: check_as_at.py SAFEGOV FOLDER...
"""

import calendar
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import yaml

TOOL = sys.argv[1]
# When something happened: its own day, or else that of the document that tells; and when that was known.
HAPPENED, KNOWN = ("date", "when", "dated"), ("recorded", "dated", "date", "when")
MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
DAYS = ["2015-12-31", "2019-06-30", "2019-11-01", "2020-09-28", "2020-09-29", "2021-06-30", "2022-09-29",
        "2024-12-31", "2025-03-31"]


def last_day(text):
    """The last day of a day, month or year as written; None for other words."""
    text = str(text).strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text)
    if match := re.fullmatch(r"(?:(\d{1,2}) )?([A-Za-z]+) (\d{4})", text):
        month, year = MONTHS.get(match[2].lower()), int(match[3])
        if month:
            return datetime.date(year, month, int(match[1] or calendar.monthrange(year, month)[1]))
    if re.fullmatch(r"\d{4}", text):
        return datetime.date(int(text), 12, 31)
    if re.fullmatch(r"\d{4}/\d\d", text):
        return datetime.date(int(text[:4]) + 1, 3, 31)
    return None


def is_later(value, day, known):
    """Whether it happened after `day`, or, if `known` by then is asked for, was known only later."""
    for keys in (HAPPENED, KNOWN) if known else (HAPPENED,):
        days = [last_day(value[key]) for key in keys if key in value]
        if days and days[0] and days[0] > day:
            return True
    return False


def scalars(value, own):
    """All words of a value, those of `own` ids left out."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key != "id" or not own:
                yield from scalars(inner, False)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner, own)
    else:
        yield str(value)


def cut(value, day, known):
    """The value without the items of lists inside it that were known after `day` only."""
    if isinstance(value, dict):
        inside = {key: cut(inner, day, known) for key, inner in value.items()}
        return {key: inner for key, inner in inside.items() if inner not in ([], {}) or value[key] in ([], {})}
    if isinstance(value, list):
        return [cut(item, day, known) for item in value if not (isinstance(item, dict) and is_later(item, day, known))]
    return value


def has_days(value):
    """Whether anything inside it has a day of its own."""
    if isinstance(value, list):
        return any(map(has_days, value))
    return isinstance(value, dict) and (any(key in value for key in KNOWN) or has_days(list(value.values())))


def cut_file(path, day, known, named):
    """Cuts the rows of a file of registers, and what is inside them; those that others name stay.

    Returns how many were cut, and the ids of those that stay though nothing of them is left.
    """
    tree = yaml.load(path.read_text(), yaml.BaseLoader)
    count, bare = 0, set()
    for register, rows in tree.items():
        if not isinstance(rows, list):
            continue
        kept = []
        for row in rows:
            number = f"{register}/{row.get('id')}"
            later, rest = is_later(row, day, known), cut(row, day, known)
            gone = later or has_days(row) and not has_days(rest)
            count += rest != row or gone
            if gone and row.get("id") not in named and number not in named:
                continue
            # Nothing is said of a row that is not there yet: it stays as it is, for those that name it.
            if gone:
                bare.add(number)
            kept.append(row if gone else rest)
        tree[register] = kept
    tree = {key: rows for key, rows in tree.items() if rows != []}
    if any(isinstance(rows, list) for rows in tree.values()):
        path.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10**6))
    else:
        path.unlink()
    return count, bare


def registers_of(folder, *days):
    """Of each register, by row: what it says as at the days."""
    said = {}
    report = run("register", folder, *days)
    for register in report["registers"]:
        for row in register["rows"]:
            said[row["id"]] = {
                "measures": row["measures"],
                "obligations": [(o["id"], o["state"]) for o in row["obligations"]],
                "findings": [],
            }
        for finding in register.get("findings", report.get("findings", [])):
            name, index = re.match(r"([a-z-]+)\[(\d+)\]", finding["path"]).groups()
            if name == register["register"]:
                row = said[register["rows"][int(index)]["id"]]
                row["findings"].append((finding["code"], finding["message"]))
    return said


def run(*args):
    result = subprocess.run([TOOL, *map(str, args), "--format", "json"], text=True, capture_output=True)
    if result.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, args))} ended with {result.returncode}:\n{result.stdout}{result.stderr}")
    return json.loads(result.stdout)


def main():
    compared = failed = cut_out = 0
    for folder in map(pathlib.Path, sys.argv[2:]):
        registers = sorted((folder / "registers").glob("*.yaml"))
        trees = {path: yaml.load(path.read_text(), yaml.BaseLoader) for path in folder.rglob("*.yaml")}
        named = {word for tree in trees.values()
                 for key, rows in tree.items() for word in scalars(rows, key != "records")}
        # `made-in: annual-report` and `follows: decisions/5.a` alike.
        named |= {word.split("/")[1].split(".")[0] for word in named if "/" in word}
        for day, known in ((day, known) for day in DAYS for known in (False, True)):
            days = ["--as-at", day] + (["--known-at", day] if known else [])
            with tempfile.TemporaryDirectory() as room:
                copy, bare = pathlib.Path(room) / folder.name, set()
                shutil.copytree(folder, copy)
                for path in registers:
                    of_it = copy / path.relative_to(folder)
                    count, of_file = cut_file(of_it, datetime.date.fromisoformat(day), known, named)
                    cut_out += count
                    bare |= of_file
                whole, without = registers_of(folder, *days), registers_of(copy, *days)
            for row, said in without.items():
                if row in bare:
                    continue  # not there yet; kept only for those that name it
                compared += 1
                for what, value in said.items():
                    if value != whole[row][what]:
                        failed += 1
                        print(f"{folder.name}, {row} {' '.join(days)}: {what} know of later days:\n"
                              f"  whole: {whole[row][what]}\n  cut:   {value}")
    print(f"{compared} rows compared, {cut_out} cut; {failed} differ")
    sys.exit(1 if failed or not cut_out or not compared else 0)


main()
