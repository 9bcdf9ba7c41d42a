"""Plain text: bytes to lines, the encoding picked strictly."""

from __future__ import annotations

import codecs
import hashlib
import re
import unicodedata

from corpus.document import Span
from corpus.errors import ReadError
from corpus.readers.stream import Stream, TextLine

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip, Word or Excel file",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"\x89PNG": "an image",
    b"\xff\xd8\xff": "an image",
    b"\x1f\x8b": "a compressed file",
}
CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
LINE_END = re.compile(r"\r\n|\n|\r")
MAX_LINES = 200_000
RARE = frozenset({"Co", "Cn", "Cs"})
COMMON = range(0xB0, 0xD8)
"""The first bytes of GB2312's first level: the 3,755 characters that make up nearly all of any Chinese text."""

GUESS_SAMPLE = 20_000
"""How many characters of a file without a byte order mark are looked at before GB18030 is believed."""


def read_text(name: str, data: bytes) -> Stream:
    """The lines of a text file, numbered from 1.

    Raises:
        ReadError: the bytes are empty, another kind of file, or text in no encoding that is known here.
    """
    lines = LINE_END.split(decode(name, data))
    if len(lines) > MAX_LINES:
        raise ReadError(f"{name}: {len(lines)} lines are more than the limit of {MAX_LINES}; split the file")
    blocks = tuple(TextLine(line, Span(name, lines=(at, at))) for at, line in enumerate(lines, start=1))
    return Stream(name, hashlib.sha256(data).hexdigest(), None, blocks)


def decode(name: str, data: bytes) -> str:
    """The text of a file: by its byte order mark, else as UTF-8, else as GB18030; always strictly.

    Raises:
        ReadError: see `read_text`.
    """
    for start, kind in SIGNATURES.items():
        if data.startswith(start):
            raise ReadError(f"{name}: this is {kind} and not text; give it with its own extension")
    text = _decoded(name, data)
    if not text.strip():
        raise ReadError(f"{name}: the file is empty; give one with text")
    if CONTROL.search(text):
        raise ReadError(f"{name}: the file is binary and not text; give a text file")
    return text


def _decoded(name: str, data: bytes) -> str:
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(name, data, encoding)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = _strictly(name, data, "gb18030")
    if not _is_plausible(text[:GUESS_SAMPLE]):
        raise _unknown(name)
    return text


def _strictly(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _unknown(name) from error


def _unknown(name: str) -> ReadError:
    return ReadError(f"{name}: in no known encoding; save it as UTF-8 text")


def _is_plausible(text: str) -> bool:
    """GB18030 takes almost any bytes: real text has no unassigned characters, and Chinese in it is of the common."""
    rare = sum(unicodedata.category(character) in RARE for character in text)
    chinese = [character for character in text if "一" <= character <= "鿿"]
    common = sum(character.encode("gb18030")[0] in COMMON for character in chinese)
    return rare * 100 <= len(text) and len(chinese) * 10 >= len(text) and common * 10 >= len(chinese) * 8
