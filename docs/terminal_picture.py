"""Draws what a command prints on a terminal as an SVG picture: docs/assess.svg in README.md.

Usage: SAFEGOV … --colour always | terminal_picture.py "COMMAND SHOWN" >PICTURE.svg
"""

import html
import re
import sys

COLOURS = {"31": "#f47067", "32": "#57ab5a", "34": "#6cb6ff", "35": "#dcbdfb", "36": "#76e3ea"}
WIDTH, HEIGHT, MARGIN = 7.85, 17, 16


def spans(line):
    """The pieces of a line and their style."""
    style, out = {}, []
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        code = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if not code:
            if piece:
                out.append((piece, dict(style)))
            continue
        for part in code[1].split(";"):
            if part == "0":
                style = {}
            elif part == "1":
                style["font-weight"] = "bold"
            elif part == "2":
                style["fill"] = "#8b949e"
            elif part in COLOURS:
                style["fill"] = COLOURS[part]
    return out


def main():
    lines = [f"\x1b[2m$\x1b[0m {sys.argv[1]}"] + sys.stdin.read().splitlines()
    width, height = MARGIN * 2 + WIDTH * 80, MARGIN * 2 + HEIGHT * len(lines)
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
          f'viewBox="0 0 {width:.0f} {height}" role="img" aria-label="{html.escape(sys.argv[1])}">')
    print(f'<rect width="100%" height="100%" rx="8" fill="#1c2128"/>')
    print('<g font-family="ui-monospace,SFMono-Regular,Menlo,DejaVu Sans Mono,monospace" '
          'font-size="13" fill="#e6edf3" xml:space="preserve">')
    for number, line in enumerate(lines):
        column, y = 0, MARGIN + HEIGHT * number + 13
        for text, style in spans(line):
            # Every piece is set to its own width, so that columns stand in any font.
            attributes = "".join(f' {k}="{v}"' for k, v in style.items())
            print(f'<text x="{MARGIN + WIDTH * column:.2f}" y="{y}" textLength="{WIDTH * len(text):.2f}" '
                  f'lengthAdjust="spacingAndGlyphs"{attributes}>{html.escape(text)}</text>')
            column += len(text)
    print("</g></svg>")


main()
