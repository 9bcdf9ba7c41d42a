"""What an uploaded file may be called, and what it may hold, before anything reads it."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from pathlib import PurePath

from corpus.readers import READERS
from qa.errors import QaError

LONGEST_NAME = 200
"""Bytes of a file name in UTF-8; file systems have 255, and others put something after it."""

UNSAFE = re.compile(r'[/\\:*?"<>|]')
LOOKED_AT = 1024
"""Bytes at the start of a PDF in which its mark has to be."""


class NameRefused(QaError):
    """A file name that is none, or leads somewhere."""


class TypeRefused(QaError):
    """A file of a format that is not read, or whose content is not of the format that its name says."""


class Content(StrEnum):
    """What the first bytes of a file say that it is."""

    PDF = "a PDF"
    ZIP = "a zip, or a newer Office file"
    OLE = "an older Office file"
    RTF = "rich text"
    PROGRAM = "a program"
    OTHER = "text"


MARKS = {
    b"PK": Content.ZIP,
    b"\xd0\xcf\x11\xe0": Content.OLE,
    b"{\\rtf": Content.RTF,
    b"MZ": Content.PROGRAM,
    b"\x7fELF": Content.PROGRAM,
    b"#!": Content.PROGRAM,
}

# A locked .docx or .xlsx is an older Office file around it: its reader says so.
PACKAGE = {Content.ZIP, Content.OLE}
# Programs save newer formats, rich text and web pages under the older endings.
LOOSE = {Content.ZIP, Content.OLE, Content.RTF, Content.OTHER}
TEXT = {Content.OTHER}

HOLDS = {
    ".doc": LOOSE,
    ".docx": PACKAGE,
    ".et": LOOSE,
    ".htm": TEXT,
    ".html": TEXT,
    ".ods": PACKAGE,
    ".odt": PACKAGE,
    ".pdf": {Content.PDF},
    ".rtf": LOOSE,
    ".txt": TEXT,
    ".wps": LOOSE,
    ".xls": LOOSE,
    ".xlsm": PACKAGE,
    ".xlsx": PACKAGE,
}
"""What the files of each ending that is read may hold."""


def checked_name(name: str) -> str:
    """The file name, its letters composed.

    Raises:
        NameRefused: it is empty, hidden or too long, or has a directory or a control character in it.
    """
    composed = unicodedata.normalize("NFC", name).strip()
    if not composed or composed.startswith("."):
        raise NameRefused("the file has no name: give its own, such as 2024年部门预算.pdf")
    if UNSAFE.search(composed) or not composed.isprintable():
        raise NameRefused(
            "the file name has a directory or a control character in it: give the plain file name"
        )
    if len(composed.encode("utf-8")) > LONGEST_NAME:
        raise NameRefused(f"the file name is longer than {LONGEST_NAME} bytes: shorten it")
    return composed


def checked_type(name: str, content: bytes) -> None:
    """Make sure that a file is of a format that is read.

    Raises:
        TypeRefused: no reader takes its ending, or what it holds is of another kind.
    """
    ending = PurePath(name).suffix.lower()
    if ending not in READERS:
        raise TypeRefused(f"{ending or 'no ending'} is not read: give one of {', '.join(sorted(READERS))}")
    kind = _kind(content)
    if kind not in HOLDS[ending]:
        raise TypeRefused(f"the file's name ends in {ending}, and it is {kind}: give the original")


def _kind(content: bytes) -> Content:
    if b"%PDF-" in content[:LOOKED_AT]:
        return Content.PDF
    return next((kind for mark, kind in MARKS.items() if content.startswith(mark)), Content.OTHER)
