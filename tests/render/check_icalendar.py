"""Reads diaries with other people's programs, and holds what they read against what the program says in JSON.

Usage: check_icalendar.py SAFEGOV EXAMPLES FOLDER

icalendar and vobject, which we did not write, are taken from this Python, or from the virtual environment in FOLDER, where
./dev puts them. Without them the test is skipped (77), unless SAFEGOV_NEED_ORACLES says that they must be there. Where there
is libical (or LIBICAL names it), its opinion of what RFC 5545 allows is asked as well.
"""

import collections
import ctypes
import ctypes.util
import datetime
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import urllib.parse

try:
    import icalendar
    import vobject
except ImportError:
    other = pathlib.Path(sys.argv[3]) / "bin/python"
    if other.exists() and pathlib.Path(sys.prefix) != pathlib.Path(sys.argv[3]):
        os.execv(other, [str(other), *sys.argv])
    print(f"no icalendar or vobject here: ./dev need puts them into {sys.argv[3]}, or: pip install icalendar vobject")
    sys.exit(1 if os.environ.get("SAFEGOV_NEED_ORACLES") else 77)

tool, examples = sys.argv[1], pathlib.Path(sys.argv[2])
passed = failed = 0

# RFC 5545, 3.6: what has to be there, and what may be there once only.
NEEDED = {
    "VCALENDAR": {"PRODID", "VERSION"},
    "VEVENT": {"UID", "DTSTAMP"},
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}
ONCE = {
    "VCALENDAR": {"PRODID", "VERSION", "CALSCALE", "METHOD", "REFRESH-INTERVAL"},
    "VEVENT": {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "DURATION", "CLASS", "CREATED", "DESCRIPTION", "LAST-MODIFIED",
        "SEQUENCE", "STATUS", "SUMMARY", "TRANSP",
    },
    "VALARM": {"ACTION", "TRIGGER", "DESCRIPTION"},
}  # fmt: skip


def check(name, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name} {detail}")


def run(*args):
    if args[0] == "diary":
        args += ("--audience", "restricted")  # assess, against which it is held, has everything
    result = subprocess.run([tool, *map(str, args)], capture_output=True)
    if result.returncode not in (0, 1):
        sys.exit(f"{args} exits with {result.returncode}: {result.stderr.decode()}")
    return result.stdout


def check_lines(name, data):
    """CR LF at the end of each line and nowhere else; 75 bytes at most; whole characters."""
    check(f"{name}: ends in CR LF", data.endswith(b"\r\n"))
    lines = data.split(b"\r\n")[:-1]
    for line in lines:
        check(f"{name}: no other break", b"\n" not in line and b"\r" not in line, line)
        check(f"{name}: 75 bytes", len(line) <= 75, line)
        check(f"{name}: no controls", not any((byte < 32 and byte != 9) or byte == 127 for byte in line), line)
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            check(f"{name}: whole characters", False, error)


def check_properties(name, component):
    counts = collections.Counter(key for key, _ in component.property_items(recursive=False) if key not in ("BEGIN", "END"))
    for key in NEEDED.get(component.name, ()):
        check(f"{name}: {component.name} has {key}", counts[key] == 1, counts)
    for key in ONCE.get(component.name, ()):
        check(f"{name}: {component.name} has {key} once", counts[key] <= 1, counts)
    for part in component.subcomponents:
        check_properties(name, part)


class Libical:
    """What libical says is wrong: it puts properties X-LIC-ERROR where something is."""

    def __init__(self):
        found = os.environ.get("LIBICAL") or ctypes.util.find_library("ical")
        self.libical = ctypes.CDLL(found) if found else None
        if self.libical:
            self.libical.icalparser_parse_string.restype = ctypes.c_void_p
            self.libical.icalparser_parse_string.argtypes = [ctypes.c_char_p]
            self.libical.icalcomponent_count_errors.argtypes = [ctypes.c_void_p]
            self.libical.icalrestriction_check.argtypes = [ctypes.c_void_p]
            self.libical.icalcomponent_as_ical_string.restype = ctypes.c_char_p
            self.libical.icalcomponent_as_ical_string.argtypes = [ctypes.c_void_p]
            self.libical.icalcomponent_free.argtypes = [ctypes.c_void_p]

    def check(self, name, data):
        if not self.libical:
            return
        component = self.libical.icalparser_parse_string(data)
        check(f"{name}: libical reads it", component)
        if component:
            self.libical.icalrestriction_check(component)
            errors = self.libical.icalcomponent_count_errors(component)
            text = self.libical.icalcomponent_as_ical_string(component)
            check(f"{name}: libical finds nothing", errors == 0, [line for line in text.split(b"\r\n") if b"ERROR" in line])
            self.libical.icalcomponent_free(component)


libical = Libical()


def read(name, data):
    """The events of a calendar by their uid, as icalendar reads them; vobject has to read the same."""
    check_lines(name, data)
    calendar = icalendar.Calendar.from_ical(data)
    check_properties(name, calendar)
    libical.check(name, data)
    events = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    check(f"{name}: each uid once", len(events) == len(calendar.walk("VEVENT")))
    check(f"{name}: nothing is broken", all(not part.errors for part in calendar.walk()))
    other = vobject.readOne(data.decode("utf-8"))
    theirs = {event.uid.value: event for event in other.contents.get("vevent", [])}
    check(f"{name}: the same uids", theirs.keys() == events.keys())
    for uid, event in events.items():
        if uid not in theirs:
            continue
        their = theirs[uid]
        check(f"{name}: the same summary of {uid}", their.summary.value == str(event["SUMMARY"]), repr(their.summary.value))
        check(f"{name}: the same description of {uid}", their.description.value == str(event["DESCRIPTION"]))
        check(f"{name}: the same days of {uid}",
              (their.dtstart.value, their.dtend.value) == (event.decoded("DTSTART"), event.decoded("DTEND")))
        check(f"{name}: the same alarms of {uid}",
              sorted(alarm.trigger.value for alarm in their.contents.get("valarm", []))
              == sorted(alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")))
    return events


def uid_of(id, partnership):
    return urllib.parse.quote(f"{id}@{partnership}.safegov", safe="/@.-_~+")


def days(event):
    """First and last day."""
    return event.decoded("DTSTART"), event.decoded("DTEND") - datetime.timedelta(days=1)


def day(text):
    return datetime.date.fromisoformat(text)


@functools.cache
def meetings_of(folder):
    """Every meeting as scheduled: before all of them, each is still to come."""
    body, found = None, []
    for line in (folder / "partnership.yaml").read_text().splitlines():
        if match := re.match(r" *- id: *(\S+)", line):
            body = match[1]
        elif re.match(r" *meets:", line):
            agenda = run("agenda", folder, "--body", body, "--as-at", "1900-01-01", "--format", "json")
            found += json.loads(agenda)["meetings"]
    return found


def check_against_assessment(name, folder, as_at, events):
    """An entry for each obligation that has or had days and for each meeting, at the days that the program says in JSON."""
    report = json.loads(run("assess", folder, "--as-at", as_at, "--format", "json"))
    partnership = report["partnership"]["id"]
    wanted = set()
    for due in report["obligations"]:
        uid = uid_of(due["id"], partnership)
        if due["last_in_force"] is None and due["meeting"] is None:
            check(f"{name}: no entry of {due['id']}", uid not in events)
            continue
        wanted.add(uid)
        if uid not in events:
            check(f"{name}: an entry of {due['id']}", False)
            continue
        event = events[uid]
        last = day(due["last_in_force"] or due["meeting"]["last"])
        closed = due["state"] in ("received", "received_late", "waived", "superseded", "cancelled")
        off = due["state"] in ("waived", "superseded", "cancelled") or (due["last_in_force"] is None and not closed)
        check(f"{name}: the day of {due['id']}", days(event) == (last, last), days(event))
        check(f"{name}: the state of {due['id']}", event["CATEGORIES"].cats[0] == due["state"].replace("_", " "))
        check(f"{name}: the status of {due['id']}", event["STATUS"] == ("CANCELLED" if off else "CONFIRMED"))
        check(f"{name}: the title of {due['id']}", due["what"] in event["SUMMARY"])
        if closed:
            check(f"{name}: the state first", event["SUMMARY"].startswith(due["state"].replace("_", " ") + ": "))
            check(f"{name}: no alarms", not event.walk("VALARM"))
        expected = [n for n in (30, 7) if last - datetime.timedelta(days=n) >= day(as_at)]
        if not closed and not off:
            found = [-alarm.decoded("TRIGGER").days for alarm in event.walk("VALARM")]
            check(f"{name}: the alarms of {due['id']}", found == expected, found)
        related = uid_of(due["meeting"]["id"], partnership) if due["meeting"] else None
        check(f"{name}: the meeting of {due['id']}", event.get("RELATED-TO") == related)
        check(f"{name}: a deadline takes no time", event["TRANSP"] == "TRANSPARENT")
    for meeting in meetings_of(folder):
        uid = uid_of(meeting["id"], partnership)
        wanted.add(uid)
        check(f"{name}: an entry of {meeting['id']}", uid in events)
        if uid in events and events[uid]["SEQUENCE"] == 0:
            check(f"{name}: the days of {meeting['id']}", days(events[uid]) == (day(meeting["first"]), day(meeting["last"])))
            known = meeting["first"] == meeting["last"]
            check(f"{name}: whose time {meeting['id']} takes",
                  events[uid]["TRANSP"] == ("OPAQUE" if known else "TRANSPARENT"))
    check(f"{name}: nothing else", events.keys() == wanted, events.keys() ^ wanted)
    left_out = sum(due["last_in_force"] is None and due["meeting"] is None for due in report["obligations"])
    check(f"{name}: counts fit", len(report["obligations"]) - left_out == sum("/" in uid for uid in events))


def newer(one, other):
    """RFC 5546, 2.1.5: the higher sequence is the newer; of the same sequence, the later stamp."""
    return (one["SEQUENCE"], one.decoded("DTSTAMP")) > (other["SEQUENCE"], other.decoded("DTSTAMP"))


def check_over_time(name, folder, dates):
    """What a calendar holds that took in each diary when it was made is the last diary, and no sequence falls."""
    calendar = {}
    for as_at in dates:
        events = read(f"{name} {as_at}", run("diary", folder, "--as-at", as_at))
        check_against_assessment(f"{name} {as_at}", folder, as_at, events)
        check(f"{name} {as_at}: nothing that was there is missing", calendar.keys() <= events.keys())
        for uid, event in events.items():
            if uid in calendar:
                check(f"{name} {as_at}: the sequence of {uid}", event["SEQUENCE"] >= calendar[uid]["SEQUENCE"])
                differs = any(event[key] != calendar[uid][key] for key in ("STATUS", "DTSTART"))
                check(f"{name} {as_at}: what moved has a higher sequence ({uid})",
                      not differs or event["SEQUENCE"] > calendar[uid]["SEQUENCE"])
            if uid not in calendar or newer(event, calendar[uid]):
                calendar[uid] = event
        check(f"{name} {as_at}: taken in", all(calendar[uid].to_ical() == events[uid].to_ical() for uid in events))


HOSTILE = [
    "a;b,c\\d \"quoted\" 'so' :=^n ^^ ^'",
    "\\n is no break, \\\\n neither, \\; nor \\,",
    "שלום עולם, مرحبا بالعالم",
    "e\u0301 👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 " * 30 + ".",
    "x" * 10_000,
    "first line\nsecond line\n\nfourth",
    "one\r\ntwo\rthree",
    "x\nEND:VEVENT\nBEGIN:VEVENT\nUID:smuggled\nSUMMARY:smuggled",
    "X;VALUE=DATE:20190101",
    "between\tstops",
    "one\u2028two\u2029three\u0085four",
    *("y" * n + "😀é" * 20 for n in range(60, 80)),
]  # fmt: skip


def as_read(text):
    """What a reader is to find of a text: every sort of break is one sort."""
    for each in ("\r\n", "\r", "\u2028", "\u2029", "\u0085"):
        text = text.replace(each, "\n")
    return text


def as_yaml(value):
    """JSON is YAML, if no character of more than 16 bits is written as two."""
    return "".join(c if ord(c) > 0xFFFF else json.dumps(c)[1:-1] if ord(c) > 126 else c
                   for c in json.dumps(value, ensure_ascii=False))


def write(folder, texts):
    """A partnership in which every text is the name of a body and what is promised; JSON is YAML."""
    bodies = [{"id": f"b{i}", "name": text, "meets": "9 Oct 2019"} for i, text in enumerate(texts)]
    (folder / "partnership.yaml").write_text(
        as_yaml({"safegov": 1, "partnership": "t", "name": texts[0], "top": "b0", "bodies": bodies}))
    promises = [{"id": f"p{i}", "what": text, "to": f"b{i}", "due": "June 2019"} for i, text in enumerate(texts)]
    (folder / "plan.yaml").write_text(as_yaml(
        {"safegov": 1, "partnership": "t", "plan": "h",
         "objectives": [{"no": 1, "actions": [{"no": "1.1", "lead": "b0", "promises": promises}]}]}))


def check_hostile_texts(folder):
    write(folder, HOSTILE)
    data = run("diary", folder, "--as-at", "2019-05-01")
    events = read("hostile", data)
    check("hostile: as many entries as there are", len(events) == 2 * len(HOSTILE), len(events))
    for i, text in enumerate(HOSTILE):
        summary = str(events[f"h/1.1/p{i}@2019-06@t.safegov"]["SUMMARY"])
        check(f"hostile: promise {i}", summary == as_read(text) + f" (b0 to b{i})", repr(summary[:200]))
        meeting = events[f"b{i}@2019-10-09@t.safegov"]
        check(f"hostile: meeting {i}", str(meeting["SUMMARY"]) == as_read(text) + " meets", repr(meeting["SUMMARY"][:200]))
        check(f"hostile: description {i}", as_read(text) in str(meeting["DESCRIPTION"]))
    # icalendar leaves alone what it has no type for.
    calendar = vobject.readOne(data.decode("utf-8"))
    for key in ("name", "x-wr-calname"):
        check(f"hostile: {key}", [each.value for each in calendar.contents[key]] == [as_read(HOSTILE[0])])


def check_changes(folder):
    """Uids outlast other words, another id and another date; the sequence grows with each record."""
    write(folder, ["One", "Two"])
    before = read("before", run("diary", folder, "--as-at", "2019-07-01"))
    uid = "h/1.1/p1@2019-06@t.safegov"
    plan = folder / "plan.yaml"
    plan.write_text(plan.read_text().replace("Two", "Other words").replace('"id": "p1"', '"id": "q1", "was": "p1"'))
    reworded = read("reworded", run("diary", folder, "--as-at", "2019-07-01"))
    check("reworded: the same uids", reworded.keys() == before.keys())
    check("reworded: other words", str(reworded[uid]["SUMMARY"]).startswith("Other words"))
    run("record", "extended", "h/1.1/q1 of June 2019", folder, "--date", "2019-06-20", "--until", "Sept 2019", "--id", "e")
    extended = read("extended", run("diary", folder, "--as-at", "2019-07-01"))
    check("extended: the same uids", extended.keys() == before.keys())
    check("extended: a higher sequence", extended[uid]["SEQUENCE"] > reworded[uid]["SEQUENCE"])
    check("extended: another day", days(extended[uid])[1] == datetime.date(2019, 9, 30))
    check("extended: nothing else is newer", all(extended[u]["SEQUENCE"] == 0 for u in extended if u != uid))
    run("record", "retracted", "e", folder, "--date", "2019-06-29")
    retracted = read("retracted", run("diary", folder, "--as-at", "2019-07-01"))
    check("retracted: a higher sequence", retracted[uid]["SEQUENCE"] > extended[uid]["SEQUENCE"])
    check("retracted: its old day", days(retracted[uid])[1] == datetime.date(2019, 6, 30))
    check("retracted: when that was written down", retracted[uid].decoded("LAST-MODIFIED").date() == datetime.date(2019, 6, 29))
    run("record", "cancelled", "b1 of Oct 2019", folder, "--date", "2019-06-30")
    off = read("off", run("diary", folder, "--as-at", "2019-07-01"))["b1@2019-10-09@t.safegov"]
    check("off: is called off", off["STATUS"] == "CANCELLED" and off["SEQUENCE"] == 1)


def check_folder(name, folder, room, as_at):
    """A file for each body that has any entry, which together hold what all of it holds."""
    run("diary", folder, "--as-at", as_at, "--into", room)
    whole = read(name, run("diary", folder, "--as-at", as_at))
    found = {}
    for file in sorted(room.glob("*.ics")):
        events = read(f"{name} {file.name}", file.read_bytes())
        check(f"{name} {file.name}: has entries", events)
        for uid, event in events.items():
            check(f"{name} {file.name}: the same entry", event.to_ical() == whole[uid].to_ical())
        found |= events
    alone = run("diary", folder, "--as-at", as_at, "--body", "bmg")
    check(f"{name}: the same of one body", (room / "bmg.ics").read_bytes() == alone)
    check(f"{name}: all of them", found.keys() == whole.keys(), whole.keys() - found.keys())


with tempfile.TemporaryDirectory() as made:
    room = pathlib.Path(made)
    for example, dates in {
        "nottingham": ["2019-07-01", "2019-11-01", "2026-01-01"],
        "meetings": ["2025-01-01", "2025-06-10", "2025-09-25", "2025-10-01", "2025-11-20", "2026-06-01"],
        "escalation": ["2019-01-01", "2025-06-01", "2026-06-01"],
        "rollover": ["2022-01-01", "2025-06-01"],
        "reviews": ["2023-01-01", "2026-01-01"],
        "trust": ["2018-01-01", "2026-01-01"],
    }.items():
        check_over_time(example, examples / example, dates)
    for name, checks in (("hostile", check_hostile_texts), ("changes", check_changes)):
        (room / name).mkdir()
        checks(room / name)
    check_folder("into", examples / "nottingham", room / "into", "2019-11-01")

print(f"{passed} passed, {failed} failed" + ("" if libical.libical else "; there is no libical here to ask"))
sys.exit(failed != 0)
