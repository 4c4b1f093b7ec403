"""Holds working days against QuantLib, which we did not write, day by day over all years of the table.

Usage: check_working_days.py CALENDAR_ANSWERS FOLDER

QuantLib is in no distribution that we know of. It is taken from this Python, or from the virtual environment in
FOLDER, where ./dev puts it. Without it the test is skipped (77), unless SAFEGOV_NEED_ORACLES says that it must be there.
"""

import datetime
import os
import pathlib
import subprocess
import sys

STEPS = [1, 5, 7, 10, 15, 16, 20, 45, -1, -5, -7, -20]

try:
    import QuantLib
except ImportError:
    other = pathlib.Path(sys.argv[2]) / "bin/python"
    if other.exists() and pathlib.Path(sys.prefix) != pathlib.Path(sys.argv[2]):
        os.execv(other, [str(other), *sys.argv])
    print(f"no QuantLib here: ./dev need puts it into {sys.argv[2]}, or: pip install QuantLib")
    sys.exit(1 if os.environ.get("SAFEGOV_NEED_ORACLES") else 77)

calendar = QuantLib.UnitedKingdom(QuantLib.UnitedKingdom.Settlement)


def theirs(day):
    return QuantLib.Date(day.day, day.month, day.year)


def ours(date):
    return f"{date.year()}-{int(date.month()):02}-{date.dayOfMonth():02}"


def advanced(day, n):
    """QuantLib's advance moves a start that is no business day first; a clock does not: its day 0 is the start."""
    date = theirs(day)
    if n > 0 and not calendar.isBusinessDay(date):
        date = calendar.adjust(date, QuantLib.Preceding)
    if n < 0 and not calendar.isBusinessDay(date):
        date = calendar.adjust(date, QuantLib.Following)
    return ours(calendar.advance(date, n, QuantLib.Days))


lines = subprocess.run([sys.argv[1], *map(str, STEPS)], text=True, capture_output=True, check=True).stdout.splitlines()
first, last = lines[0].split()
if (first, last) != ("2012-01-01", "2028-12-31"):
    sys.exit(f"the table covers {first} to {last}: see for which of these years QuantLib can be trusted")
wrong, compared = [], 0
for line in lines[1:]:
    text, worked, *after = line.split()
    day = datetime.date.fromisoformat(text)
    if calendar.isBusinessDay(theirs(day)) != (worked == "1"):
        wrong.append(f"{text}: QuantLib says {calendar.isBusinessDay(theirs(day))}")
    for n, answer in zip(STEPS, after):
        if answer == "-":
            continue
        compared += 1
        if advanced(day, n) != answer:
            wrong.append(f"{text} {n:+}: {answer}, and QuantLib says {advanced(day, n)}")
if len(lines) - 1 != 6210 or compared < 74000:
    wrong.append(f"too little was compared: {len(lines) - 1} days, {compared} sums")
print("\n".join(wrong[:20]))
print(f"QuantLib {QuantLib.__version__}: {len(lines) - 1} days, {compared} sums, {len(wrong)} differences")
sys.exit(1 if wrong else 0)
