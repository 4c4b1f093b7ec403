"""Makes many partnerships out of the one in examples/: a folder each, with an id of its own.

Usage: generate_partnerships.py FOLDER COUNT [UNSOUND]

They are not all alike: one in three has no records and lacks one objective, another each time. The
last UNSOUND of them have a lead whom nobody has heard of.
"""

import pathlib
import re
import sys

EXAMPLE = pathlib.Path(__file__).parent.parent / "examples/nottingham"


def without_one(plan, number):
    """The text of a plan without one of its objectives."""
    head, objectives = plan.split("\nobjectives:\n")
    first, *rest = re.split(r"^(?=  - no: )", objectives, flags=re.M)
    del rest[number // 3 % len(rest)]
    return f"{head}\nobjectives:\n{first}{''.join(rest)}"


def generate(folder, count, unsound=0):
    """Writes `count` partnerships into `folder`; returns their paths."""
    texts = {file.name: file.read_text() for file in EXAMPLE.glob("*.yaml")}
    made = []
    for number in range(count):
        path = pathlib.Path(folder, f"p{number:05}")
        path.mkdir(parents=True)
        made.append(path)
        for name, text in texts.items():
            if name == "records.yaml" and number % 3 == 2:
                continue
            text = text.replace("partnership: ncscp\n", f"partnership: p{number:05}\n")
            if name.startswith("bp-") and number % 3 == 2:
                text = without_one(text, number)
            if name.startswith("bp-") and number >= count - unsound:
                text = text.replace("lead: ", "lead: nobody-", 1)
            (path / name).write_text(text)
    return made


if __name__ == "__main__":
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    generate(sys.argv[1], *map(int, sys.argv[2:]))
