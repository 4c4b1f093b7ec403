"""What a workbook or document is packed in: is it what it says, is it whole, will it fit?"""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib

MOST_MEMBERS = 5_000
LARGEST_FILE = 64 * 1024 * 1024
LARGEST_MEMBER = 64 * 1024 * 1024
LARGEST_IN_ALL = 256 * 1024 * 1024
LARGEST_RATIO = 200
# A small file may be packed tightly without harm.
SMALL = 4 * 1024 * 1024
_PIECE = 1024 * 1024
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
    UnicodeDecodeError,
    IndexError,
)

_OTHERS = {
    b"\xd0\xcf\x11\xe0": "encrypted, or in the format of Office before 2007: open it, take its password off, and save "
    "it as .xlsx or .docx",
    b"%PDF": "a PDF: copy the table out of it as text, one row a line with tabs between the cells, and import that",
    b"{\\rt": "rich text: save it as .docx",
}


def bytes_of(path: str) -> bytes:
    """The file, if it may be read and is not larger than anybody's plan."""
    if os.path.isdir(path):
        raise ValueError(f"path: {path} is a folder, and a file is wanted")
    with open(path, "rb") as file:
        data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ValueError(f"path: {path} is larger than {LARGEST_FILE // 1024 // 1024} MiB, and no plan is")
    if not data.strip():
        raise ValueError(f"path: {path} is empty")
    for magic, what in _OTHERS.items():
        if data.startswith(magic):
            raise ValueError(f"path: {path} is {what}")
    return data


def kind_of(path: str, data: bytes) -> str:
    """`xlsx`, `docx`, `csv` or `text`: by what is in it, and not by its name; only of text, by its name."""
    if data.startswith(b"PK"):
        return _office_kind(path, data)
    return "csv" if path.lower().endswith((".csv", ".tsv")) else "text"


def _office_kind(path: str, data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check(path, archive)
            names = set(archive.namelist())
    except _DAMAGE as error:
        raise ValueError(f"path: {path} is cut off or damaged, and cannot be unpacked: {error}") from None
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.bin" in names:
        raise ValueError(f"path: {path} is a binary workbook (.xlsb): save it as .xlsx")
    if "mimetype" in names:
        raise ValueError(f"path: {path} is of another office suite: save it as .xlsx or .docx")
    raise ValueError(f"path: {path} is packed, and neither a workbook (.xlsx) nor a document (.docx)")


def _check(path: str, archive: zipfile.ZipFile) -> None:
    """Looks at the sizes before anything is unpacked; then unpacks all of it once, and keeps none."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise ValueError(f"path: {path} has {len(members)} parts, and at most {MOST_MEMBERS} are read")
    in_all = 0
    for member in members:
        in_all += member.file_size
        ratio = member.file_size / max(member.compress_size, 1)
        if (
            member.file_size > LARGEST_MEMBER
            or in_all > LARGEST_IN_ALL
            or (member.file_size > SMALL and ratio > LARGEST_RATIO)
        ):
            raise ValueError(
                f"path: {path} would unpack to far more than it is: {member.filename!r} from "
                f"{member.compress_size:,} to {member.file_size:,} bytes; it is not opened"
            )
        if member.flag_bits & 1:
            raise ValueError(f"path: {path} is encrypted: save it without a password")
    for member in members:
        _check_member(path, archive, member)


def _check_member(path: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    """Is it whole? And has it declarations, which can grow without end, and which no such file has?"""
    before = b""
    is_xml = member.filename.lower().endswith((".xml", ".rels", ".vml"))
    with archive.open(member) as part:
        while piece := part.read(_PIECE):
            # UTF-16 has a zero beside each letter.
            if is_xml and b"<!DOCTYPE" in (before + piece).replace(b"\0", b"").upper():
                raise ValueError(f"path: {path}: {member.filename!r} declares a document type; it is not opened")
            before = piece[-64:]
