"""Writes a partnership of plans, of a given size, to measure reading with.

Usage: generate_plans.py FOLDER BYTES [--one-file]

One file of 12 bodies, and plans of 18 KB each: 14 objectives, 30 actions, 60 promises with a date
each, written with remarks, block text, '{...}' maps, quoted and plain text. With --one-file the same
objectives stand in a single plan. The title, every text and the name of every report are unique, so
that a reader which stores equal texts once gains nothing by it. The same bytes every time.
"""
import pathlib
import sys

BODIES = ["executive", "management-group", "quality-assurance", "learning", "exploitation", "health",
          "local-authority", "police", "education", "voluntary-sector", "practice-review", "scrutineer"]
WORDS = ("audit threshold referral neglect escalation assurance chronology supervision placement "
         "transition disclosure practice").split()
MONTHS = "Jan Feb March April May June July Aug Sept Oct Nov Dec".split()
ACTIONS_OF = [3, 2, 2, 2, 2, 2, 3, 2, 2, 2, 2, 2, 2, 2]  # 30 actions under 14 objectives


def partnership():
    lines = ["# Who there is.", "safegov: 1", "partnership: generated",
             "name: Generated Safeguarding Children Partnership", "top: executive", "bodies:"]
    for i, body in enumerate(BODIES):
        lines += [f"  - id: {body}", f"    name: The {body.replace('-', ' ')} body",
                  f"    kind: {'group' if i < 5 else 'agency'}"]
        if 0 < i < 5:
            lines += [f"    also-known-as: [{body[:3].upper()} group, {body[:3].upper()}]",
                      "    reports-to: executive", "    meets: quarterly"]
    return "\n".join(lines) + "\n"


def head(number):
    return (f"# A generated plan, number {number}.\nsafegov: 1\npartnership: generated\nplan: bp-{number}\n"
            f"title: Business Plan {number} of the partnership\nperiod: 2019-22\nstatus: AGREED\n"
            "priorities:\n  - no: 1\n    text: Children have the right help at the right time\n"
            f"  - {{no: 2, text: \"Priority two of plan {number}\", source: \"1:{number}\"}}\nobjectives:\n")


def due(n):
    form, month, year = n % 5, n % 12, 2019 + n % 3
    if form == 0:
        return f"{1 + n % 28} {MONTHS[month]} {year}"
    if form == 1:
        return f"{year}-{month + 1:02}-{1 + n % 28:02}"
    if form == 2:
        return f"Q{1 + n % 4} {year}/{(year + 1) % 100}"
    return f"{MONTHS[month]} {year}"


def objective(plan, number):
    """The number-th objective of a plan, from 1; of every 14 together there are 30 actions."""
    word = WORDS[number % len(WORDS)]
    out = [f"  # Objective {number}, as printed on page {number % 40 + 2}.", f"  - no: {number}",
           f"    text: Objective {plan}.{number} on {word} is shared by every agency",
           f"    priorities: [{number % 2 + 1}]", "    actions:"]
    for a in range(1, ACTIONS_OF[(number - 1) % 14] + 1):
        n = number * 10 + a
        text = [f"        text: Review how each agency applies {word} under {plan}.{number}.{a}, and report on it to the body"]
        if a == 2:
            text = ["        text: >-", f"          Review how each agency applies {word} under {plan}.{number}.{a}, and what it",
                    "          changes for children, and report on it to the body named beside it."]
        out += [f"      - no: {number}.{a}", *text, f"        lead: {BODIES[n % 12]}", f"        source: \"{plan}:{n}\"", "        promises:",
                f"          - what: \"Quarterly report {plan}.{n} on {word}\"", f"            to: {BODIES[(n + 1) % 12]}",
                f"            due: {due(n)}",
                f"          - {{what: Summary {plan}.{n} of {word}, from: {BODIES[(n + 5) % 12]}, "
                f"to: {BODIES[(n + 2) % 12]}, due: '{due(n + 7)}'}}"]
        if a == 1:
            out += ["        # Nobody is printed as owing this; the lead is left owing it.",
                    f"        note: Read from the row of {word} {plan}.{n}, which is cut in two by the page"]
    return "\n".join(out) + "\n"


def write(folder, size, one_file):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.yaml"):
        old.unlink()
    arrangements = partnership()
    (folder / "partnership.yaml").write_text(arrangements)
    total, plan = len(arrangements), 0
    while total < size:
        plan += 1
        text, number = [head(plan)], 0
        length = len(text[0])
        while (total + length < size) if one_file else (number < 14):
            number += 1
            text.append(objective(plan, number))
            length += len(text[-1])
        (folder / f"plan-{plan:05}.yaml").write_text("".join(text))
        total += length
    return total


if __name__ == "__main__":
    print(write(sys.argv[1], int(sys.argv[2]), "--one-file" in sys.argv[3:]), "bytes")
