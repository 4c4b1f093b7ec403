"""What can be told of words by their form alone: bullets, points, sentences that a page cut, names, ids."""

from __future__ import annotations

import re
import unicodedata

from .tables import one_line

_BULLET = re.compile(
    r"^(?:\s*(?:[\u2022\u2023\u2043\u2219\u25a0-\u25ff\u2700-\u27bf\u27a2\u27a4\u2192\uf000-\uf0ff\u00b7*]+"
    r"|[-\u2013\u2014o](?=\s)))+\s*"
)
_POINT = re.compile(r"^\s*(?:\(?[a-h]\)|\(?(?:i{1,3}|iv|vi{0,3}|ix|x)\)|\(?\d{1,2}[.)](?!\d))\s+", re.IGNORECASE)
# Words after which no English sentence stops.
_OPEN = frozenset(
    "a an the of to in on at for with by from and or that which this these their its our is are be as into than".split()
)
_POST = re.compile(
    r"\b(manager|officer|co-?ordinator|director|chair|head|lead|practitioner|nurse|superintendent|inspector|"
    r"commissioner|scrutineer|constable|secretary|administrator|adviser|advisor|clerk|doctor)\b",
    re.IGNORECASE,
)
_GROUP = re.compile(r"\b(group|sub-?group|panel|committee|forum|network|team|partnership|board)\b", re.IGNORECASE)
_TITLE = re.compile(r"^(?:mr|mrs|ms|miss|dr|cllr|councillor|sir|dame|prof|professor)\b\.?\s", re.IGNORECASE)


def without_bullet(text: str) -> str:
    return _BULLET.sub("", text, count=1)


def has_bullet(text: str) -> bool:
    return bool(_BULLET.match(text)) and bool(without_bullet(text).strip())


def stops_open(text: str) -> bool:
    """It ends in the middle of a sentence: after a word that needs another, a comma or a dash."""
    text = text.rstrip()
    if not text:
        return False
    last = re.search(r"([^\W\d_]+)\W*$", text)
    return text[-1] in ",-\u2013\u2014(&" or (text[-1].isalpha() and last is not None and last[1].lower() in _OPEN)


def begins_small(text: str) -> bool:
    """It begins in the middle of a sentence: with a small letter, and no bullet."""
    return bool(text) and not has_bullet(text) and text.lstrip()[0].islower() and not _POINT.match(text)


def goes_on(above: str, below: str) -> bool:
    """Is `below` the rest of `above`? A small letter after no full stop, or any after words that need another."""
    if not above or not below or has_bullet(below):
        return False
    return stops_open(above) or (begins_small(below) and above.rstrip()[-1] not in ".!?;")


def points_of(text: str) -> list[str]:
    """The points of a cell: its bullets or numbered items; without any, its lines, a broken sentence joined."""
    lines = [line for line in text.split("\n") if line.strip()]
    marked = any(has_bullet(line) or _POINT.match(line) for line in lines)
    points: list[str] = []
    for line in lines:
        begins = has_bullet(line) or bool(_POINT.match(line))
        words = one_line(without_bullet(line))
        words = _POINT.sub("", words, count=1) if begins else words
        if points and not begins and (marked or goes_on(points[-1], words)):
            points[-1] += " " + words
        elif words:
            points.append(words)
    return points


def as_one(points: list[str]) -> str:
    """Points as one text: under a first that ends in a colon, or one after the other."""
    if len(points) > 1 and points[0].endswith(":"):
        return points[0] + " " + "; ".join(points[1:])
    return "; ".join(points)


def key_of(name: str) -> str:
    """What two spellings of one name have in common."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKD", name).casefold())


def id_of(name: str, most: int = 40) -> str:
    """Small letters, digits and hyphens, cut between words; empty if the name has neither."""
    plain = (
        unicodedata.normalize("NFKD", name.replace("'", "").replace("\u2019", "")).encode("ascii", "ignore").decode()
    )
    parts = re.findall(r"[a-z0-9]+", plain.lower())
    made = ""
    for part in parts:
        if made and len(made) + 1 + len(part) > most:
            break
        made += ("-" if made else "") + part
    return made[:most]


def kind_of_body(name: str) -> str:
    """`post` or `group`, where the last such word in the name says which."""
    post, group = (list(found.finditer(name)) for found in (_POST, _GROUP))
    if post and (not group or post[-1].start() > group[-1].start()):
        return "post"
    return "group" if group else ""


def may_be_a_person(name: str) -> bool:
    """A title and a name, or two or three words in capitals of which none is the word of a body or post."""
    if _TITLE.match(name):
        return True
    words = [word.strip(".,()") for word in name.split()]
    if not 2 <= len(words) <= 3 or _POST.search(name) or _GROUP.search(name):
        return False
    return all(re.fullmatch(r"[A-Z](?:[a-z'\u2019-]+[A-Za-z]*|\.?)", word) for word in words) and not any(
        word.lower() in _WORDS for word in words
    )


# Words that names of agencies have, and names of people have not.
_WORDS = frozenset(
    """
all adult adults agencies agency authority borough business care child children childrens city clinical college
commissioning communications community council county cross data designated district early education family families
fire head health help hospital hospitals housing independent integrated justice learning legal leaders local mental
multi named national office organisations partner partners police practice primary probation public quality
safeguarding schools secondary senior service services social special statutory strategic support training trust
unit voluntary workforce young youth
""".split()
)
