"""The pages of a PDF: its glyphs and the rules drawn on it, every page turned upright.

Everything that the PDF library gives is read here; the library is imported when the first PDF is.
"""

from __future__ import annotations

import io
import struct
import time
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.errors import ReadError
from corpus.readers.pdf.geometry import Box, Glyph, Page, turned

if TYPE_CHECKING:
    from pdfplumber.page import Page as PrintedPage
    from pdfplumber.pdf import PDF

MAX_PAGES = 500
MAX_SECONDS = 120.0
"""From opening a file to its last page."""

MAX_GLYPHS = 1_000_000
"""In the whole document: about a hundred times a long budget."""

MAX_RULES = 20_000
"""On one page; a page that draws more is a picture, and is read without rules."""

THIN = 3.0
"""A rectangle of at most so many points across is a rule."""

MALFORMED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What the PDF library meets broken structures with, besides its own errors."""

RADICALS = range(0x2E80, 0x2FE0)
COMPATIBILITY = range(0xF900, 0xFB00)
"""Characters that look like common ones and that some programs write in their place."""

BRACKETS = {"„": "〔", "‟": "〕"}
"""Some fonts' brackets of document numbers come out as these quotation marks, which Chinese does not have."""

SPACES = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\xa0\u2002\u2003\u2009\u202f\u3000"), " ")
PLAIN = SPACES | str.maketrans(BRACKETS)
NOT_PRINTED = frozenset({"Cc", "Cf"})
UNKNOWN = frozenset({"Cs", "Cn"})
"""What a font does not say: kept as a replacement character, so that no figure loses a digit unseen."""


def read_pages(name: str, data: bytes) -> tuple[Page, ...]:
    """All pages of a PDF.

    Raises:
        ReadError: the bytes are no PDF, broken, encrypted, without pages or text, or beyond the limits.
    """
    if not data.startswith(b"%PDF-", data[:1024].find(b"%PDF-")):
        raise ReadError(f"{name}: the file is no PDF whatever its name says; give the original")
    with _reading(name), _opened(data) as document:
        pages = tuple(_pages(name, document))
    if not any(glyph.text.strip() for page in pages for glyph in page.glyphs):
        raise ReadError(f"{name}: the pages hold no text, they are scans; give a file with text")
    return pages


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Turns what the library raises into one line."""
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import PdfminerException

    try:
        yield
    except ReadError:
        raise
    except (PSException, PdfminerException, *MALFORMED) as error:
        causes = (error, *error.args)
        if any(isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError) for cause in causes):
            raise ReadError(f"{name}: the PDF asks for a password; give one without") from error
        raise ReadError(f"{name}: the PDF is broken and can not be read; give the original") from error


@contextmanager
def _opened(data: bytes) -> Iterator[PDF]:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        yield document


def _pages(name: str, document: PDF) -> Iterator[Page]:
    deadline = time.monotonic() + MAX_SECONDS
    count = len(document.pages)
    if not count:
        raise ReadError(f"{name}: the PDF has no pages; give the original")
    if count > MAX_PAGES:
        raise ReadError(f"{name}: {count} pages are more than the limit of {MAX_PAGES}; split the file")
    glyphs = 0
    for number, printed in enumerate(document.pages, start=1):
        page = _page(number, printed)
        printed.close()
        glyphs += len(page.glyphs)
        if glyphs > MAX_GLYPHS:
            raise ReadError(f"{name}: more than {MAX_GLYPHS} characters; split the file")
        if time.monotonic() > deadline:
            raise ReadError(f"{name}: reading takes more than {MAX_SECONDS:.0f} seconds; split the file")
        yield page


def _page(number: int, printed: PrintedPage) -> Page:
    chars = printed.chars
    turns = _turns(chars)
    width, height = float(printed.width), float(printed.height)
    left, top = float(printed.bbox[0]), float(printed.bbox[1])

    def placed(item: Mapping[str, object]) -> Box:
        edges = [item[key] for key in ("x0", "top", "x1", "bottom")]
        x0, y0, x1, y1 = (float(edge) if isinstance(edge, int | float) else 0.0 for edge in edges)
        return turned((x0 - left, y0 - top, x1 - left, y1 - top), width, height, turns)

    glyphs = _without_doubles(
        Glyph(text, placed(char)) for char in chars if (text := _text(str(char["text"])))
    )
    thin = (curve for curve in printed.curves if _is_thin(placed(curve)))
    drawn = (*printed.lines, *printed.rects, *thin)
    outlined = (rule for item in drawn if item.get("stroke") for rule in _outline(placed(item)))
    filled = (placed(item) for item in drawn if not item.get("stroke"))
    rules = (*outlined, *(box for box in filled if _is_thin(box)))
    if turns % 2:
        width, height = height, width
    return Page(number, width, height, turns, glyphs, rules if len(rules) <= MAX_RULES else ())


def _turns(chars: Sequence[Mapping[str, object]]) -> int:
    """By how many quarters clockwise a page must be turned for most of its text to run from left to right."""
    counted: Counter[int] = Counter()
    for char in chars:
        matrix = char.get("matrix")
        if isinstance(matrix, tuple) and len(matrix) == 6 and str(char["text"]).strip():
            along, up = matrix[0], matrix[1]
            steep = abs(up) > abs(along)
            counted[(1 if up > 0 else 3) if steep else (0 if along >= 0 else 2)] += 1
    return max(counted, key=lambda turns: (counted[turns], -turns), default=0)


def _text(text: str) -> str:
    """A glyph's text: white space as a space, look-alikes as the common character, nothing that is not printed."""
    plain = text.translate(PLAIN)
    if len(plain) == 1 and (ord(plain) in RADICALS or ord(plain) in COMPATIBILITY):
        plain = unicodedata.normalize("NFKC", plain)
    kinds = ((each, unicodedata.category(each)) for each in plain)
    return "".join("\ufffd" if kind in UNKNOWN else each for each, kind in kinds if kind not in NOT_PRINTED)


def _without_doubles(glyphs: Iterable[Glyph]) -> tuple[Glyph, ...]:
    """Each character once: bold type may be the same character printed twice, a little apart."""
    kept: list[Glyph] = []
    recent: dict[str, list[Glyph]] = {}
    for glyph in glyphs:
        near = (glyph.box[2] - glyph.box[0]) * 0.3
        same = recent.setdefault(glyph.text, [])
        if any(abs(other.x - glyph.x) < near and abs(other.y - glyph.y) < near for other in same[-64:]):
            continue
        same.append(glyph)
        kept.append(glyph)
    return tuple(kept)


def _is_thin(box: Box) -> bool:
    """Whether a filled area is a rule; a larger one is a background."""
    left, top, right, bottom = box
    return min(right - left, bottom - top) <= THIN


def _outline(box: Box) -> Iterator[Box]:
    """The rules that a drawn line or outlined rectangle makes."""
    if _is_thin(box):
        yield box
        return
    left, top, right, bottom = box
    yield left, top, right, top
    yield left, bottom, right, bottom
    yield left, top, left, bottom
    yield right, top, right, bottom
