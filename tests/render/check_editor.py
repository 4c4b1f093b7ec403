"""Holds what editors make of `safegov schema` by the YAML language server, which we did not write.

Every key of every type is offered where it belongs and says what it is for; what is wrong is marked; nothing that
loads is.

Usage: check_editor.py SAFEGOV SOURCE_DIR FOLDER

The server is in no distribution. It is taken from FOLDER, where ./dev puts it. Without it the test is skipped (77),
unless SAFEGOV_NEED_ORACLES says that it must be there.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from language_server import LanguageServer

tool, root = sys.argv[1], pathlib.Path(sys.argv[2])
script = pathlib.Path(sys.argv[3]) / "node_modules/yaml-language-server/bin/yaml-language-server"
node = shutil.which("node")
if not node or not script.exists():
    print(f"no YAML language server here: ./dev need puts it into {sys.argv[3]}, with Node.js to run it")
    sys.exit(1 if os.environ.get("SAFEGOV_NEED_ORACLES") else 77)

passed = failed = 0


def check(name, holds, detail=""):
    global passed, failed
    if holds:
        passed += 1
    else:
        failed += 1
        print(f"failed: {name} {detail}")


def server(schemas):
    """One that asks nobody outside for schemas."""
    yaml = {"schemas": schemas, "schemaStore": {"enable": False}, "validate": True, "hover": True, "completion": True}
    return LanguageServer([node, str(script), "--stdio"], {"yaml": yaml})


schema = json.loads(subprocess.run([tool, "schema"], text=True, capture_output=True, check=True).stdout)
kinds = {name.removesuffix("-file"): type for name, type in schema["$defs"].items() if name.endswith("-file")}
check("there are kinds of files", len(kinds) >= 5)

# How a file begins that is of this kind and of no other; registers may begin with any of theirs.
HEAD = "safegov: 1\npartnership: x\n"
BEGIN = {"plan": "plan: y\n", "what-if": "what-if: y\n", "records": "records: []\n", "registers": "facts: []\n",
         "partnership": "name: y\n"}
check("each kind of file is tried", set(kinds) == set(BEGIN), set(kinds) ^ set(BEGIN))


def below(shape):
    """The type that a property's value is of, if it has keys of its own, and whether in a list."""
    for way in [shape, *shape.get("anyOf", [])]:
        if "$ref" in way:
            return way["$ref"].removeprefix("#/$defs/"), False
        if "$ref" in way.get("items", {}):
            return way["items"]["$ref"].removeprefix("#/$defs/"), True
        for inner in way.get("items", {}).get("anyOf", []):
            if "$ref" in inner:
                return inner["$ref"].removeprefix("#/$defs/"), True
    return None, False


def places():
    """Each type once, by the text of a file up to where its keys go, and how far in they stand."""
    seen = set()
    waiting = []
    for kind, type in kinds.items():
        head = HEAD + ("" if kind == "registers" else BEGIN[kind])
        yield f"{kind} file", type, HEAD + BEGIN[kind], ""
        waiting.append((type, head, ""))
    while waiting:
        type, text, indent = waiting.pop(0)
        for key, shape in type["properties"].items():
            name, listed = below(shape)
            if name and name not in seen:
                seen.add(name)
                # The key may stand in the beginning already, with nothing in it.
                start = re.sub(rf"^{key}: .*\n", "", text, flags=re.MULTILINE) if not indent else text
                lead = "" if start.endswith(("\n", "- ")) and not indent else indent
                if start.endswith("- "):
                    lead = ""
                within = start + f"{lead}{key}:\n" + (f"{indent}  - " if listed else "")
                inner = indent + ("    " if listed else "  ")
                yield name, schema["$defs"][name], within, inner
                waiting.append((schema["$defs"][name], within, inner))
    check("every type is in some file", seen | {f"{kind}-file" for kind in kinds} == set(schema["$defs"]),
          set(schema["$defs"]) - seen)


def at_end(text, indent):
    """A text with a place to type at its end, and where that is."""
    text += "" if text.endswith("- ") else indent
    lines = text.split("\n")
    return text + "\n", len(lines) - 1, len(lines[-1])


def plain(words):
    """Markdown as it is read."""
    return re.sub(r"\\(.)", r"\1", words).replace("&nbsp;", " ")


with tempfile.TemporaryDirectory() as folder:
    folder = pathlib.Path(folder)
    (folder / "plan.schema.json").write_text(json.dumps(schema))
    schemas = {(folder / "plan.schema.json").as_uri(): ["*.yaml"]}
    with server(schemas) as editor:
        # Nothing is marked in what loads.
        subprocess.run([tool, "new", str(folder / "start")], check=True, capture_output=True)
        files = sorted((root / "examples").rglob("*.yaml")) + sorted((folder / "start").rglob("*.yaml"))
        check("there are files", len(files) > 50)
        for file in files:
            editor.open(file.as_uri(), file.read_text(encoding="utf-8"))
        for file in files:
            found = [(one["range"]["start"]["line"] + 1, one["message"]) for one in editor.findings(file.as_uri())]
            check(f"nothing is marked in {file}", not found, found[:3])

        # Every key is offered where it belongs, and says what it is for.
        for number, (name, type, text, indent) in enumerate(places()):
            uri = f"file:///key/{number}.yaml"
            open_at, line, column = at_end(text, indent)
            editor.open(uri, open_at)
            offered = editor.completions(uri, line, column)
            there = re.findall(r"^([a-z-]+):", text, re.MULTILINE) if not indent else []
            missing = set(type["properties"]) - set(offered) - set(there)
            check(f"every key of {name} is offered", not missing, f"{sorted(missing)} after {text!r}")
            extra = {label for label in offered if label not in type["properties"] and label not in schema["$defs"]
                     and label != f"{name.split()[0]}-file"}
            if name != "partnership file":  # which may still become another one: see below
                check(f"no other key is offered in {name}", not extra, sorted(extra))
            written = text
            for key in type["properties"]:
                if key not in there:
                    written += ("" if written.endswith("- ") else indent) + f"{key}: x\n"
            uri = f"file:///hover/{number}.yaml"
            editor.open(uri, written)
            for key, shape in type["properties"].items():
                rows = [row for row, content in enumerate(written.split("\n"))
                        if re.match(rf"{indent[:-2]}(  |- )?{key}:" if indent else f"{key}:", content)]
                said = plain(editor.hover(uri, rows[-1], len(indent) + 1))
                check(f"{key} of {name} says what it is for", shape["description"] in said,
                      f"{shape['description']!r} is not in {said!r}")

        # A new file may become one of any kind; one that is of a kind is offered no other.
        told = {key for kind, begin in BEGIN.items() if kind != "partnership"
                for key in ([begin.split(":")[0]] if kind != "registers" else
                            set(kinds["registers"]["properties"]) - {"safegov", "partnership"})}
        for text in ["", HEAD]:
            uri = f"file:///new/{len(text)}.yaml"
            editor.open(uri, text + "\n")
            offered = editor.completions(uri, text.count("\n"), 0)
            check("a new file is offered every kind", told | {"name", "bodies"} <= set(offered),
                  told - set(offered))
        editor.open("file:///new/partnership.yaml", HEAD + "name: y\n\n")
        offered = editor.completions("file:///new/partnership.yaml", 3, 0)
        check("a partnership is offered no plan", "bodies" in offered and not told & set(offered), told & set(offered))

        # Words of a list; and what a person asked for by name.
        PLAN = (root / "examples/nottingham/bp-2019.yaml").read_text(encoding="utf-8")
        uri = "file:///words/plan.yaml"
        text = HEAD + "plan: y\nobjectives:\n  - no: 1\n    text: z\n    actions:\n      - no: 1\n        \n"
        editor.open(uri, text.replace("        \n", "        audience: \n"))
        offered = editor.completions(uri, 8, 18)
        check("the words of audience are offered", {"open", "partnership", "restricted"} <= set(offered), set(offered))
        row, line = next((row, line) for row, line in enumerate(PLAN.split("\n")) if re.match(r" +due:", line))
        editor.open("file:///words/due.yaml", PLAN)
        said = editor.hover("file:///words/due.yaml", row, line.index("due") + 1)
        check("due of the Nottingham plan says what may stand there", "`June 2019, Oct 2019`" in said, said)

        # What is wrong is marked where it is, in words, with a way out.
        BODY = HEAD + "name: y\nbodies:\n  - id: a\n    name: A\n"
        RECORD = HEAD + "records:\n  - date: 2019-06-27\n"
        faults = {
            "a key misspelt": (BODY + "    reprots-to: b\n", 6, "reprots-to is not allowed", "reports-to"),
            "a word off its list": (BODY + "    audience: everybody\n", 6, '"open", "partnership", "restricted"', "open"),
            "a list where text belongs": (HEAD.replace("x", "[x]") + "name: y\nbodies: []\n", 1, "Incorrect type", None),
            "a body without its id": (HEAD + "name: y\nbodies:\n  - name: A\n", 4, 'Missing property "id"', None),
            "a record of nothing": (RECORD, 3, "One of these is missing: received, ", None),
            "a record of two kinds": (RECORD + "    received: a\n    waived: a\n", 3, "only one must validate", None),
            "a misspelt key of a new file": (HEAD + "plna: y\nobjectives: []\n", 2, "plna is not allowed", None),
        }
        for name, (text, line, words, fix) in faults.items():
            uri = f"file:///wrong/{name.replace(' ', '-')}.yaml"
            editor.open(uri, text)
            found = [one for one in editor.findings(uri)
                     if one["range"]["start"]["line"] == line and words in one["message"]]
            check(f"{name} is marked", found, editor.findings(uri))
            if found and fix:
                check(f"{name} can be mended by {fix}", fix in editor.fixes(uri, found[0]))

    # The first line of a file points to its schema as well as the editor's settings do.
    with server({}) as editor:
        for line, marked in {"# yaml-language-server: $schema=plan.schema.json\n": True, "": False}.items():
            uri = (folder / f"line-{marked}.yaml").as_uri()
            editor.open(uri, line + HEAD + "plna: y\n")
            found = any("plna" in one["message"] for one in editor.findings(uri))
            check(f"with {line!r} a misspelt key is marked: {marked}", found == marked)

print(f"{passed} passed, {failed} failed")
sys.exit(failed != 0)
