"""Hands the same hostile texts to every writer, and lets a real reader of each format read them back.

What stands in a body's name, an action, a promise or a reference is text: whatever it holds, it comes out inert, and
it is what went in. What a format cannot hold, and what becomes of it there, is in one place: `CHANGED` below, and on
docs/cli.md. Readers: Python's json, csv, xml and html.parser, markdown-it-py (CommonMark with tables) and Graphviz.

Usage: check_hostile.py SAFEGOV FOLDER

markdown-it-py is taken from this Python, or from the virtual environment in FOLDER, where ./dev puts it. Without it the
test is skipped (77), unless SAFEGOV_NEED_ORACLES says that it must be there.
"""

import csv
import html.parser
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree

try:
    import markdown_it
except ImportError:
    other = pathlib.Path(sys.argv[2]) / "bin/python"
    if other.exists() and pathlib.Path(sys.prefix) != pathlib.Path(sys.argv[2]).resolve():
        os.execv(other, [str(other), *sys.argv])
    print(f"no markdown-it-py here: ./dev test puts it into {sys.argv[2]}, or: pip install markdown-it-py")
    sys.exit(1 if os.environ.get("SAFEGOV_NEED_ORACLES") else 77)

tool = sys.argv[1]
passed = failed = 0

# The texts. Each has its number at its end, by which it is found wherever it comes out.
HOSTILE = [
    "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "</td></tr></table><h1>smuggled</h1>",
    "\" onmouseover=\"alert(3)\" x=\"",
    "' onfocus='alert(4)' '",
    "]]> <![CDATA[x]]> <!-- a comment --> <?php x ?> -->",
    "&amp; &lt;b&gt; &#60; &#x3c; &nbsp;",
    "a | b \\| c || d",
    "`code` ``two`` ```three``` ~~~",
    "\\\\ \\n \\\" \\' \\",
    "*a* **b** _c_ __d__ ~e~ ~~f~~ # g [h](javascript:alert(5)) ![i](x) [j]: x <http://k> $l$",
    "1. an item",
    "- an item",
    "    four spaces",
    "---",
    "=== ",
    "> quoted",
    "\u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "pay \u202e000,1\u202c now \u2066isolated\u2069 \u2067open",
    "\U0001f469\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466 \U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f \U0001f44d\U0001f3fd",
    "e\u0301 o\u0308\u0323 Z\u0351\u036b\u0343\u036a",
    "nul \x00 bell \x07 escape \x1b[31mred\x1b[0m back \x08 feed \x0c tab \t end \x7f",
    "C1 \x9b31m \x85 next",
    "line\u2028separated\u2029paragraph",
    "line\nbroken\n\n# heading\n| a | b |\n| --- | --- |",
    "x" * 10000,
    "word " * 2000,
    "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://x\",\"y\")",
    "@SUM(1)",
    "+1+1",
    "-1+1",
    "\t=1+1",
    "'=1+1",
    "\uff1d1+1",
    "%s %n {0} {{ x }} ${x} $(x) `x`",
    "digraph { a -> b } ; \"];x->y[label=\"",
    "BEGIN:VEVENT\r\nEND:VCALENDAR",
    "{\"a\": [1, null]} ' -- ; DROP TABLE x",
    "##[add-mask]a ##vso[task.setvariable variable=b]c ::error::d",
]


def marker(n):
    return f"\u00a7{n:02}\u00a7"


# White space at either end of a text is dropped by reading.
TEXTS = [(text + " " + marker(n)).strip() for n, text in enumerate(HOSTILE)]
MARKER = re.compile("\u00a7([0-9]{2})\u00a7")


def is_control(c):
    return unicodedata.category(c) == "Cc"


def on_one_line(text):
    return " ".join("".join(" " if is_control(c) else c for c in text).split(" ")).strip()


def words(text):
    """Control characters are spaces; how many spaces there are is not told."""
    return re.sub(" +", " ", on_one_line(text))


def dense(text):
    return "".join(c for c in text if not is_control(c) and c != " ")


# What is not read back as it went in, by format; everything else is, to the letter.
CHANGED = {
    "json": lambda text: text,
    "sarif": lambda text: text,
    "csv": lambda text: text,
    "markdown": words,  # control characters and line ends are spaces, and several spaces are one
    "html": words,
    "junit": dense,  # what XML cannot hold is left out, and a parser takes white space in attributes for spaces
    "dot": dense,  # labels are broken into lines
}


said = set()


def check(name, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
        return
    failed += 1
    if name not in said:  # once, however often
        said.add(name)
        print(f"failed: {name} {str(detail)[:1000]!a}")


def run(*args, expect=0):
    result = subprocess.run([tool, *args], capture_output=True)
    check(f"exit code of {args}", result.returncode == expect or (expect == 0 and result.returncode == 1),
          result.stderr[:500])
    check_text(result.stderr.decode("utf-8"), "what is said beside " + args[0])
    return result.stdout.decode("utf-8")


def quoted(text):
    """In double quotes as YAML has it, so that every character can be written."""
    return '"' + "".join(c if " " <= c <= "~" and c not in '"\\' else
                         f"\\U{ord(c):08x}" for c in text) + '"'


def partnership(folder):
    """A body, an action, a promise and a record for each text."""
    bodies = "".join(f"  - id: b{n}\n    name: {quoted(t)}\n    reports-to: {{to: top, condition: {quoted(t)}}}\n"
                     f"    meets: June 2019, Oct 2019, Oct 2025\n    note: {quoted(t)}\n" for n, t in enumerate(TEXTS))
    (folder / "partnership.yaml").write_text(
        f"safegov: 1\npartnership: hostile\nname: {quoted(TEXTS[0])}\ntop: top\nbodies:\n  - id: top\n"
        f"    name: {quoted(TEXTS[1])}\n    meets: June 2019, Oct 2019, Oct 2025\n" + bodies)
    for plan in ("one", "two"):
        actions = "".join(
            f"      - no: {n + 1}\n        text: {quoted(t)}\n        lead: b{n}\n        source: {quoted(t)}\n"
            f"        promises:\n          - what: {quoted(t)}\n            from: b{n}\n            to: top\n"
            f"            due: June 2019, Oct 2019, Nov 2019\n" for n, t in enumerate(TEXTS))
        priorities = "".join(f"  - no: p{n}\n    text: {quoted(t)}\n" for n, t in enumerate(TEXTS))
        groups = "".join(f"  - name: {quoted(t)}\n" for t in TEXTS)
        (folder / f"{plan}.yaml").write_text(
            f"safegov: 1\npartnership: hostile\nplan: {plan}\ntitle: {quoted(TEXTS[2])}\nperiod: 2019-20\n"
            f"priorities:\n{priorities}focus-groups:\n{groups}"
            f"objectives:\n  - no: 1\n    text: {quoted(TEXTS[3])}\n    actions:\n{actions}")
    (folder / "records.yaml").write_text("safegov: 1\npartnership: hostile\nrecords:\n" + "".join(
        f"  - received: one/{n + 1}/top of June 2019\n    date: 2019-06-12\n    by: top\n    reference: {quoted(t)}\n"
        f"    reason: {quoted(t)}\n    note: {quoted(t)}\n" for n, t in enumerate(TEXTS)))


class Page(html.parser.HTMLParser):
    """Every text between tags of block elements, and every element with its attributes."""

    INLINE = {"span", "a", "em", "strong", "bdi", "b", "i", "abbr", "time", "code", "small", "wbr", "title", "tspan"}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.texts, self.elements, self.now = [], [], ""

    def flush(self):
        if self.now:
            self.texts.append(self.now)
        self.now = ""

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self.texts += [value for _, value in attributes if value]
        if tag == "br":
            self.now += "\n"
        elif tag not in self.INLINE:
            self.flush()

    def handle_endtag(self, tag):
        if tag not in self.INLINE:
            self.flush()

    def handle_data(self, data):
        self.now += data

    def handle_comment(self, data):
        self.elements.append(("!--", {}))

    def handle_pi(self, data):
        self.elements.append(("?", {}))

    def unknown_decl(self, data):
        self.elements.append(("![", {}))


def read_html(text, name, elements=None):
    page = Page()
    # A drawing by Graphviz breaks its labels into lines, each an element: it is looked at for what was smuggled in.
    drawn = re.search(r'<div class="picture".*?</div>', text, re.S)
    if drawn:
        drawing = Page()
        drawing.feed(drawn[0])
        page.elements += drawing.elements
        text = text.replace(drawn[0], "")
    page.feed(text)
    page.close()
    page.flush()
    for tag, attributes in page.elements:
        check(f"{name} has no element of the text's: {tag}", tag not in ("!--", "?", "![", "img", "iframe", "object")
              and (elements is None or tag in elements), (tag, attributes))
        for key, value in attributes.items():
            check(f"{name} has no attribute of the text's: {key}", not key.startswith("on") and (key != "x" or tag in ("rect", "text"))
                  and not (value or "").strip().lower().startswith("javascript:"), (tag, attributes))
            check(f"{name} has no attributes at all", elements is None, (tag, attributes))
    # What runs holds nothing of the texts.
    for block in re.findall(r"<(?:script|style)\b[^>]*>(.*?)</(?:script|style)>", text, re.S | re.I):
        check(f"{name} runs nothing of the text's", "alert(" not in block, block[:200])
    return page.texts


def strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings(item)


RUN = "=+-@\uff1d\uff0b\uff0d\uff20"


def from_cell(cell, name):
    """By the rule of docs/cli.md: of what begins with apostrophes and would be run without them, the first is not text."""
    inside = cell.lstrip("'")
    runs = inside[:1] in tuple("\t\r\n") or inside.lstrip(" \t\r\n\u00a0\ufeff")[:1] in tuple(RUN)
    if runs and not cell.startswith("'"):
        check(f"{name}: a cell that runs", re.fullmatch(r"[-+]([0-9]+([.,][0-9]+)* ?%?)?", cell), cell)
    return cell[1:] if runs and cell.startswith("'") else cell


def read_csv(text, name):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    check(f"{name}: rows of one width", len({len(row) for row in rows}) <= 1)
    return [from_cell(cell, name) for row in rows for cell in row]


def read_markdown(text, name):
    markdown = markdown_it.MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    elements = "h1 h2 h3 p ul li table thead tbody tr th td br em strong".split()
    page = markdown.render(text).replace("<code>safegov ratings</code>", "safegov ratings")  # our own words
    return read_html(page, name, elements)


def read_xml(text, name):
    root = xml.etree.ElementTree.fromstring(text)
    for element in root.iter():
        check(f"{name} has no element of the text's", element.tag in ("testsuites", "testsuite", "testcase", "failure"), element.tag)
        yield from element.attrib.values()
        yield element.text or ""


def read_dot(text, name):
    if not shutil.which("dot"):
        return
    result = subprocess.run(["dot", "-Tjson0"], input=text.encode(), capture_output=True)
    check(f"{name} is read by Graphviz without a word", result.returncode == 0 and not result.stderr, result.stderr[:300])
    nodes = json.loads(result.stdout.decode("utf-8", "replace"), strict=False)
    ids = {node["name"] for node in nodes["objects"] if "nodes" not in node}
    check(f"{name} has no node of the text's", all(re.fullmatch(r"b[0-9]+|top", id) or id.startswith("_") for id in ids), ids)
    for node in nodes["objects"] + nodes.get("edges", []):
        label = re.sub(r"\\(.)", lambda m: " " if m[1] in "nlr" else m[1], node.get("label", ""), flags=re.S)
        yield html.unescape(label)


READERS = {
    "json": lambda text, name: list(strings(json.loads(text))),
    "sarif": lambda text, name: list(strings(json.loads(text))),
    "csv": read_csv,
    "markdown": read_markdown,
    "html": read_html,
    "junit": read_xml,
    "dot": read_dot,
}


def check_text(text, name):
    """A terminal is told nothing: but for line ends and form feeds no control character, and nothing that turns it."""
    allowed = "\n\f" if "--letters" in name else "\n"
    bad = {c for c in text if (is_control(c) and c not in allowed) or "\u202a" <= c <= "\u202e"
           or "\u2066" <= c <= "\u2069" or c in "\u2028\u2029"}
    check(f"{name} obeys no control character", not bad, sorted(bad))
    commands = re.findall(r"##\[|##vso\[|^ *::[a-z-]+", text, re.MULTILINE)
    check(f"{name} tells no pipeline's runner anything", not commands, commands)


day = ["--as-at", "2019-11-01"]
COMMANDS = [  # the words of a call, FOLDER for the partnership, and its formats
    (["assess", "FOLDER", *day], "text json csv markdown"),
    (["assess", "FOLDER", *day, "--by", "lead"], "text json csv markdown"),
    (["obligations", "FOLDER"], "text json csv"),
    (["check", "FOLDER"], "text json"),
    (["timeline", "FOLDER"], "text json csv"),
    (["timeline", "FOLDER", "--intervals"], "text json csv"),
    (["survey", "FOLDER", *day], "text json csv"),
    (["agenda", "FOLDER", "--body", "top", *day], "text json csv"),
    (["arrival", "FOLDER", "--raised", "2019-05-01"], "text json csv"),
    (["assurance", "FOLDER", *day], "text json csv"),
    (["ratings", "FOLDER", *day], "text json csv"),
    (["coverage", "FOLDER", *day], "text json csv markdown"),
    (["escalation", "FOLDER", *day], "text json csv"),
    (["lint", "FOLDER", *day], "text json sarif junit"),
    (["network", "FOLDER", *day], "text json csv dot"),
    (["network", "FOLDER", *day, "--meetings"], "text json csv"),
    (["route", "b3", "FOLDER", "--on", "2019-11-01"], "text json"),
    (["register", "FOLDER", *day], "text json csv"),
    (["explain", "overdue", "FOLDER", *day], "text json"),
    (["explain", "received", "FOLDER", *day], "text json"),
    (["diff", "FOLDER", "--since", "2019-05-01", *day], "text json csv markdown"),
    (["rollover", "one", "two", "FOLDER", *day], "text json csv markdown"),
    (["chase", "FOLDER", *day], "text json csv markdown html"),
    (["chase", "FOLDER", *day, "--letters"], "text"),
    (["sample", "FOLDER", *day, "--size", "1000"], "text json csv markdown html"),
    (["pack", "FOLDER", *day], "text json markdown html"),
    (["pack", "FOLDER", *day, "--without-diagram"], "json html"),
    (["pack", "FOLDER", *day, "--section", "plan"], "json csv"),
]
# Tables of ids and numbers alone.
WITHOUT_TEXTS = {" ".join(words_) + " as csv" for words_, formats in COMMANDS if words_[0] in (
    "timeline", "assurance", "escalation", "register", "diff") or "--meetings" in words_}


def check_command(folder, words_, formats):
    call = [str(folder) if word == "FOLDER" else word for word in words_]
    expected = None
    for format in sorted(formats.split(), key=lambda f: f != "json"):
        name = " ".join(words_) + " as " + format
        text = run(*call, *([] if format == "text" and "--letters" in call else ["--format", format]))
        if format == "text":
            check_text(text, name)
            continue
        found = set()
        for read in READERS[format](text, name) or []:
            for n in map(int, MARKER.findall(read)):
                found.add(n)
                wanted = CHANGED[format](TEXTS[n])
                check(f"{name} has text {n} as it went in", wanted in CHANGED[format](read), (wanted[:200], read[:300]))
        if format == "json":
            expected = found
        elif name in WITHOUT_TEXTS:
            check(f"{name} has none of the texts", not found, found)
        elif format != "dot":
            # The first few are titles of the whole, which not every table has room for.
            check(f"{name} has each of the texts", found >= {n for n in expected if n > 4}, sorted(expected - found))


with tempfile.TemporaryDirectory() as made:
    folder = pathlib.Path(made) / "hostile"
    folder.mkdir()
    partnership(folder)
    there = subprocess.run([tool, "--help"], capture_output=True, text=True).stdout
    for call, formats in COMMANDS:
        if re.search(rf"^  {call[0]} ", there, re.M):
            check_command(folder, call, formats)

    # Records as a table: what is written as the rule says is read back; a line break in a cell is a space there.
    sample = ["sample", str(folder), *day, "--size", "1000", "--format", "json"]
    def rows():
        return json.loads(run(*sample))["sections"][0]["blocks"][-1]["rows"]
    written = {row["id"]: row["reference"] for row in rows()}
    (folder / "records.yaml").unlink()
    table = io.StringIO(newline="")
    writer = csv.writer(table)
    writer.writerow(["event", "obligation", "date", "by", "reference"])
    for n, text in enumerate(TEXTS):
        runs = from_cell("'" + text, "") == text
        writer.writerow(["received", f"one/{n + 1}/top of June 2019", "2019-06-12", "top", "'" * runs + text])
    (folder / "records.csv").write_bytes("".join(
        c for c in table.getvalue() if not is_control(c) or c in "\t\r\n").encode())
    read = {row["id"]: row["reference"] for row in rows()}
    check("there are references to compare", len(written) == len(TEXTS))
    for id, text in written.items():
        text = "".join(c for c in text if not is_control(c) or c in "\t\n").replace("\n", " ")
        check(f"the reference of {id} is read from a table", read[id] == text, (text, read[id]))

    # What is wrong is said with the words that are wrong: in messages, and as the line that they stand on.
    for n, text in enumerate(TEXTS):
        raw = "".join(c for c in text if not is_control(c)).replace("\\", "\\\\").replace('"', '\\"')
        for word in (quoted(text), f'"{raw}"'):
            (folder / "two.yaml").write_text(
                f"safegov: 1\npartnership: hostile\nplan: two\nobjectives:\n  - no: 1\n    actions:\n      - no: 1.1\n"
                f"        lead: {word}\n        promises:\n          - {{what: x, to: top, due: {word}}}\n")
            run("check", str(folder), expect=2)
            found = json.loads(run("check", str(folder), "--format", "json", expect=2))
            check(f"text {n} is said to be no body", not found["sound"] and found["diagnostics"])

print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
