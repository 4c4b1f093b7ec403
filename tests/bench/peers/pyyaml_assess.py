"""What a careful afternoon in Python gives: PyYAML's C loader and a count of states.

Usage: pyyaml_assess.py AS-AT FILE...

Months, quarters and days are understood, months for a deadline last to their end; ids, references
and everything else that can be wrong with a plan are taken on trust.
"""
import collections
import datetime
import re
import sys

import yaml

MONTHS = {name: i + 1 for i, name in enumerate(
    "jan feb mar apr may jun jul aug sep oct nov dec".split())}


def days_of(text):
    """The first and last day of a date as printed, or None."""
    month = re.fullmatch(r"(?:(\d+) )?([A-Za-z]+) (\d{4})", text.strip())
    if not month or month[2][:3].lower() not in MONTHS:
        return None
    first = datetime.date(int(month[3]), MONTHS[month[2][:3].lower()], int(month[1] or 1))
    if month[1]:
        return first, first
    return first, (first.replace(day=28) + datetime.timedelta(days=4)).replace(day=1) - datetime.timedelta(days=1)


def main(as_at, paths):
    plans, done = [], collections.defaultdict(list)
    for path in paths:
        with open(path, "rb") as file:
            text = yaml.load(file, Loader=yaml.CSafeLoader)
        if "plan" in text:
            plans.append(text)
        for record in text.get("records", []):
            kind = next(k for k in ("received", "partly-received", "waived", "cancelled") if k in record)
            if record["date"] <= as_at:
                done[record[kind]].append((kind, record["date"]))
    counts = collections.Counter()
    for plan in plans:
        for objective in plan["objectives"]:
            for action in objective["actions"]:
                for promise in action["promises"]:
                    # To this loader the key `no` is the truth value false, and 2.10 is 2.1.
                    name = f"{plan['plan']}/{action[False]}/{promise.get('id') or promise.get('to')}"
                    for words in str(promise.get("due", "")).split(","):
                        counts[state(name, words.strip(), done, as_at)] += 1
    for name, count in sorted(counts.items()):
        print(f"{count:5}  {name}")


def state(name, words, done, as_at):
    days = days_of(words)
    for kind, date in done.get(f"{name} of {words}", done.get(name, [])):
        if kind == "partly-received":
            continue
        if kind != "received":
            return kind
        return "received late" if days and date > days[1] else "received"
    if not words:
        return "undated"
    if not days:
        return "open"
    if days[1] < as_at:
        return "overdue"
    if days[0] <= as_at:
        return "due"
    return "due soon" if (days[0] - as_at).days <= 30 else "not due"


if __name__ == "__main__":
    main(datetime.date.fromisoformat(sys.argv[1]), sys.argv[2:])
