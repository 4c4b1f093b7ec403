"""Draws what stands on a terminal as an SVG picture: docs/assess.svg in README.md, docs/editors.svg in editors.md.

Usage: SAFEGOV … --colour always | terminal_picture.py "COMMAND SHOWN" >PICTURE.svg
       tmux capture-pane -e -p | terminal_picture.py --screen "WHAT IT SHOWS" >PICTURE.svg
"""

import html
import re
import sys

COLOURS = {"31": "#f47067", "32": "#57ab5a", "34": "#6cb6ff", "35": "#dcbdfb", "36": "#76e3ea"}
BACKGROUND, FOREGROUND = "#1c2128", "#e6edf3"
WIDTH, HEIGHT, MARGIN = 7.85, 17, 16


def rgb(parts):
    """The colour that `2;R;G;B` names, and what follows it."""
    return "#" + "".join(f"{int(part):02x}" for part in parts[1:4]), parts[4:]


def styled(parts, style):
    """The style after the numbers of one escape."""
    while parts:
        part, *parts = parts
        if part in ("", "0"):
            style = {}
        elif part == "1":
            style["font-weight"] = "bold"
        elif part == "2":
            style["fill"] = "#8b949e"
        elif part == "7":
            style["swapped"] = True
        elif part in COLOURS:
            style["fill"] = COLOURS[part]
        elif part == "38":
            style["fill"], parts = rgb(parts)
        elif part == "48":
            style["behind"], parts = rgb(parts)
    return style


def spans(line, style):
    """The pieces of a line, each with its style, and the style after them: a screen's goes on over its lines."""
    out = []
    for piece in re.split(r"(\x1b\[[0-9;]*m)", line):
        code = re.fullmatch(r"\x1b\[([0-9;]*)m", piece)
        if code:
            style = styled(code[1].split(";"), dict(style))
        elif piece:
            out.append((piece, style))
    return out, style


def main():
    screen = sys.argv[1] == "--screen"
    title = sys.argv[-1]
    lines = sys.stdin.read().rstrip("\n").split("\n")
    if not screen:
        lines.insert(0, f"\x1b[2m$\x1b[0m {title}")
    columns = max(80, *(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines))
    width, height = MARGIN * 2 + WIDTH * columns, MARGIN * 2 + HEIGHT * len(lines)
    print(f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height}" '
          f'viewBox="0 0 {width:.0f} {height}" role="img" aria-label="{html.escape(title)}">')
    print(f'<rect width="100%" height="100%" rx="8" fill="{BACKGROUND}"/>')
    print('<g font-family="ui-monospace,SFMono-Regular,Menlo,DejaVu Sans Mono,monospace" '
          f'font-size="13" fill="{FOREGROUND}">')
    style = {}
    for number, line in enumerate(lines):
        column, top = 0, MARGIN + HEIGHT * number
        pieces, style = spans(line, style)
        for text, look in pieces:
            look = dict(look)
            behind = look.pop("behind", None)
            if look.pop("swapped", False):
                behind, look["fill"] = look.get("fill", FOREGROUND), behind or BACKGROUND
            left = MARGIN + WIDTH * column
            if behind and behind != screen_behind(lines):
                print(f'<rect x="{left:.2f}" y="{top}" width="{WIDTH * len(text):.2f}" height="{HEIGHT}" fill="{behind}"/>')
            # Every piece is set to its own width, so that columns stand in any font.
            attributes = "".join(f' {k}="{v}"' for k, v in look.items())
            if text.strip() or not screen:
                print(f'<text x="{left:.2f}" y="{top + 13}" textLength="{WIDTH * len(text):.2f}" '
                      f'lengthAdjust="spacingAndGlyphs"{attributes}>{shown(text)}</text>')
            column += len(text)
    print("</g></svg>")


def shown(text):
    """Spaces that no browser takes together: some do so in spite of xml:space."""
    return html.escape(text).replace(" ", "\N{NO-BREAK SPACE}")


def screen_behind(lines):
    """The background of a whole screen: the first that it names. The picture has its own."""
    named = re.search(r"48;2;(\d+);(\d+);(\d+)", "\n".join(lines))
    return rgb(["2", *named.groups()])[0] if named else None


main()
