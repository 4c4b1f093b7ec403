#!/usr/bin/env python3
"""Runs a notebook's source and says whether the notebook still prints what it shows.

Usage: notebook.py SOURCE NOTEBOOK FOLDER [--update]

SOURCE is Python in the percent format: `# %%` begins a cell, `# %% [markdown]` one of text. Its cells run in FOLDER. Texts
are compared and pictures only counted, for a picture's bytes are those of one version of matplotlib and its fonts.
With --update the notebook is written with what came out.
"""

import base64
import io
import os
import pathlib
import re
import sys
import tempfile

import nbclient
import nbformat
from PIL import Image


def cells_of(source):
    """The cells of a text in the percent format; what stands before the first is for readers of the source."""
    for part in re.split(r"^(?=# %%)", source, flags=re.M)[1:]:
        head, _, body = part.partition("\n")
        body = body.strip("\n")
        if head.endswith("[markdown]"):
            yield nbformat.v4.new_markdown_cell(re.sub(r"^# ?", "", body, flags=re.M))
        else:
            yield nbformat.v4.new_code_cell(body)


def executed(source, folder):
    """A notebook of these cells, with what came out of them."""
    notebook = nbformat.v4.new_notebook(cells=list(cells_of(source)))
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"  # so that the file changes only where the source does
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    client = nbclient.NotebookClient(notebook, timeout=300, kernel_name="python3", record_timing=False,
                                     resources={"metadata": {"path": str(folder)}})
    client.execute()
    notebook.metadata.pop("language_info", None)  # the version of this Python
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            if "image/png" in output.get("data", {}):
                output.data["image/png"] = lighter(output.data["image/png"])
    return notebook


def lighter(picture):
    """A picture of bars, lines and letters in 256 colours: half the size, and the eye sees no difference."""
    written = io.BytesIO()
    Image.open(io.BytesIO(base64.b64decode(picture))).convert("RGB").quantize(256).save(written, "png", optimize=True)
    return base64.b64encode(written.getvalue()).decode("ascii")


def shown(notebook):
    """What a notebook says, cell by cell: its source, its texts, and how many pictures."""
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        texts = [output.get("text", "") for output in outputs if output.output_type == "stream"]
        texts += [output.data["text/plain"] for output in outputs if output.output_type == "execute_result"]
        yield cell.source, texts, sum("image/png" in output.get("data", {}) for output in outputs)


def main():
    source, path, folder = map(pathlib.Path, sys.argv[1:4])
    with tempfile.TemporaryDirectory() as room:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_RUNTIME_DIR", "MPLCONFIGDIR"):
            os.environ[name] = room
        now = executed(source.read_text(encoding="utf-8"), folder)
    if "--update" in sys.argv:
        nbformat.write(now, path)
        return
    kept = nbformat.read(path, as_version=4)
    for before, after in zip(shown(kept), shown(now)):
        if before != after:
            sys.exit(f"{path} shows\n{before}\nand now it is\n{after}\nnotebook.py {' '.join(sys.argv[1:4])} --update writes it")
    if len(kept.cells) != len(now.cells):
        sys.exit(f"{path} has {len(kept.cells)} cells, its source {len(now.cells)}")
    print(f"{len(now.cells)} cells, {sum(pictures for _, _, pictures in shown(now))} pictures, as kept")


if __name__ == "__main__":
    main()
