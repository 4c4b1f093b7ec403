"""Fails when a file includes from a layer it may not see, or reaches outside the program.

The layers: base < model < registers < obligations < assess < network < lint < report < render < cli; read
sees base, model and registers, and only cli sees read. Each third party has its room and is in no
public header. Only src/cli/main.cpp asks for the clock, the environment, the locale, the terminal.

Usage: check_layers.py ROOT | --self-test
"""

import pathlib
import re
import sys
import tempfile

# What each layer may see of the others. Some of them are still to come.
ORDER = ["base", "model", "registers", "obligations", "assess", "network", "lint", "report", "render"]
SEES = {layer: set(ORDER[:place]) for place, layer in enumerate(ORDER)}
SEES["read"] = {"base", "model", "registers"}
SEES["cli"] = {*ORDER, "read"}
# cli uses the others as anybody would, by their public headers; of base also the private ones.
SEES_PRIVATELY = {**SEES, "cli": {"base"}}

# The layer of each public header; other ones are the layer of the same name, or a register: those
# have a source of that name in src/registers.
HEADERS = {
    "base": "calendar date deadline diagnostic period result source version",
    "model": "project allowance body certainty chairing clock describe escalation_rules id meeting partnership plan printed publish quorum "
    "rating_rules record register row scale state what_if",
    "registers": "format",
    "assess": "agenda compare explain joint meetings ratings register_report rollover survey timeline",
    "network": "arrival coverage escalation",
    "report": "certificate chase diary gate manifest pack sample",
    "read": "append",
}
LAYER_OF = {header: layer for layer, headers in HEADERS.items() for header in headers.split()}
LAYER_OF |= {layer: layer for layer in SEES if layer not in ("base", "model")}

# Where a third party may be included: a folder or a single file.
ROOMS = {
    "yaml-cpp/": "src/read/yaml_tree.cpp",
    "boost/date_time/": "src/base/",
    "boost/graph/": "src/network/",
    "boost/": "src/",
}

# What nobody asks for but src/cli/main.cpp.
OUTSIDE = re.compile(
    r"std::(?:cin|cout|cerr|clog)\b|\bstd(?:in|out|err)\b|#\s*include\s*<iostream>"
    r"|(?<![\w.>])(?:printf|puts|putchar|getenv|secure_getenv|setlocale)\s*\("
    r"|(?<![\w.>])(?:time|localtime|localtime_r|clock_gettime|gettimeofday)\s*\("
    r"|\b(?:system_clock|steady_clock|random_device)\b|std::locale\b|#\s*include\s*<c?locale>"
)
NOT_CODE = re.compile(r'R"(\w*)\((?:.|\n)*?\)\1"|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*(?:.|\n)*?\*/')
INCLUDE = re.compile(r'\s*#\s*include\s*[<"]([^>"]+)[>"]')


def layer_of(path):
    """The layer of a file by its place in the tree; a header that is not in the table has none."""
    return path.parts[1] if path.parts[0] == "src" else LAYER_OF.get(path.stem)


def include_problem(path, layer, included):
    """Why `path` may not include `included`, or None."""
    public = path.parts[0] == "include"
    for third_party, room in ROOMS.items():
        if included.startswith(third_party):
            if public:
                return f"a public header includes {third_party}"
            return None if str(path).startswith(room) else f"only {room} includes {third_party}"
    if included.startswith("safegov/"):
        used = LAYER_OF.get(included[len("safegov/") : -len(".hpp")])
        if used is None:
            return f"{included} is in no layer: put it into HEADERS of check_layers.py"
        allowed = SEES[layer]
    else:
        used = included.split("/")[0]
        if "/" not in included or used not in SEES:
            return None
        if public:
            return "a public header includes a private one"
        allowed = SEES_PRIVATELY[layer]
    return None if used == layer or used in allowed else f"{layer} may not include {included}"


def without_texts_and_remarks(code):
    """The code with string literals and comments blanked out, line by line."""
    return NOT_CODE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), code)


def check(root):
    """Every problem of the tree at `root`, as `file:line: what`."""
    problems = []
    files = [*root.glob("src/**/*.?pp"), *root.glob("include/safegov/*.hpp")]
    for source in root.glob("src/registers/*.cpp"):
        LAYER_OF.setdefault(source.stem, "registers")
    if not files:
        problems.append(f"{root}: no sources")
    for path in sorted(file.relative_to(root) for file in files):
        layer = layer_of(path)
        if layer not in SEES:
            problems.append(f"{path}:1: is in no layer: put it into check_layers.py")
            continue
        text = (root / path).read_text()
        for number, line in enumerate(text.splitlines(), 1):
            included = INCLUDE.match(line)
            problem = included and include_problem(path, layer, included[1])
            if problem:
                problems.append(f"{path}:{number}: {problem}")
        if str(path) == "src/cli/main.cpp":
            continue
        for number, line in enumerate(without_texts_and_remarks(text).splitlines(), 1):
            for outside in OUTSIDE.finditer(line):
                problems.append(f"{path}:{number}: only src/cli/main.cpp uses {outside[0]}")
    return problems


def self_test():
    """A sound tree passes; each fault put into it is found, and nothing else."""
    sound = {
        "include/safegov/date.hpp": "#include <string>\n",
        "include/safegov/plan.hpp": "#include <safegov/date.hpp>\n",
        "include/safegov/visit.hpp": "#include <safegov/plan.hpp>\n",
        "src/registers/visit.cpp": "#include <safegov/visit.hpp>\n",
        "src/base/date.cpp": "#include <boost/date_time/x.hpp>\nbool take_time(int);\n// getenv(0)\n",
        "src/read/yaml_tree.cpp": '#include <yaml-cpp/parser.h>\nauto a = "std::cout, time(0)";\n',
        "src/cli/main.cpp": "#include <iostream>\nauto now = std::time(nullptr);\n",
        "src/cli/run.cpp": '#include <safegov/read.hpp>\n#include "base/text.hpp"\n',
    }
    faults = {
        "include/safegov/date.hpp": [
            "#include <safegov/plan.hpp>",
            "#include <boost/date_time/x.hpp>",
            "#include <yaml-cpp/yaml.h>",
            '#include "base/text.hpp"',
        ],
        "include/safegov/plan.hpp": ["#include <safegov/read.hpp>", "#include <safegov/novel.hpp>"],
        "include/safegov/novel.hpp": ["#include <string>"],
        "src/novel/novel.cpp": ["#include <string>"],
        "src/model/plan.cpp": [
            '#include "read/fields.hpp"',
            "#include <safegov/assess.hpp>",
            "#include <safegov/visit.hpp>",
            "#include <boost/date_time/x.hpp>",
            "#include <boost/graph/x.hpp>",
        ],
        "src/read/read.cpp": ["#include <yaml-cpp/parser.h>", '#include "obligations/x.hpp"'],
        "src/render/text.cpp": ["#include <safegov/read.hpp>"],
        "src/cli/run.cpp": ['#include "model/data.hpp"', "auto t = std::time(nullptr);"],
        "src/assess/assess.cpp": [
            "std::cout << 1;",
            "std::cerr << 1;",
            "std::clog << 1;",
            "#include <iostream>",
            'printf("x");',
            'std::printf("x");',
            'fprintf(stdout, "x");',
            'auto home = std::getenv("HOME");',
            "auto t = time(nullptr);",
            "auto t = std::chrono::system_clock::now();",
            'setlocale(0, "");',
            "std::locale here;",
        ],
    }
    missed = []
    for path, lines in {"": [""], **faults}.items():
        for line in lines:
            with tempfile.TemporaryDirectory() as folder:
                root = pathlib.Path(folder)
                tree = {**sound, path: sound.get(path, "") + line + "\n"} if path else sound
                for name, text in tree.items():
                    (root / name).parent.mkdir(parents=True, exist_ok=True)
                    (root / name).write_text(text)
                problems = check(root)
            if len(problems) != (1 if path else 0) or any(path not in each for each in problems):
                missed.append(f"{path}: {line!r} gave {problems}")
    return missed


def main():
    if sys.argv[1:] == ["--self-test"]:
        problems = self_test()
    elif len(sys.argv) == 2:
        problems = check(pathlib.Path(sys.argv[1]))
    else:
        sys.exit(__doc__)
    print("\n".join(problems) or "everything keeps to the layers")
    sys.exit(bool(problems))


main()
