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
from dataclasses import replace
from importlib.util import find_spec
from itertools import pairwise
from typing import TYPE_CHECKING

from corpus.errors import ReadError
from corpus.readers.pdf.geometry import Box, Glyph, Page, Source, turned
from corpus.readers.pdf.margins import PAGE_NUMBER

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

RECOGNISERS = ("cv2", "onnxruntime", "rapidocr")
"""The modules of the extra `ocr`."""

COVERED = 0.5
"""A page without text that images cover so much of is an image."""

MAX_PIXELS = 100_000_000
"""Of one image: A3 at 600 an inch has 70 million."""

MAX_NUMBER = 20
"""A page's number is not printed with more characters."""

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

SIMPLIFIED = str.maketrans(
    "⺝⺟⺠⺬⺼⻁⻄⻅⻆⻉⻋⻑⻓⻔⻗⻘⻙⻚⻛⻜⻝⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳⼾",
    "月母民示月虎西见角贝车长长门雨青韦页风飞食首马骨鬼鱼鸟卤麦黄黾齐齿龙龟户",
)
"""The radicals that are whole characters and that NFKC leaves, or makes traditional ones (Unicode's
EquivalentUnifiedIdeograph.txt): browsers print 部⻔ for 部门."""

BRACKETS = {"„": "〔", "‟": "〕"}
"""Some fonts' brackets of document numbers come out as these quotation marks, which Chinese does not have."""

SPACES = dict.fromkeys(map(ord, "\t\n\r\x0b\x0c\xa0\u2002\u2003\u2009\u202f\u3000"), " ")
PLAIN = SPACES | SIMPLIFIED | str.maketrans(BRACKETS)
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
        pages = tuple(_pages(name, document, data))
    if any(glyph.text.strip() for page in pages for glyph in page.glyphs):
        return pages
    if images := [page.number for page in pages if page.source is Source.IMAGE]:
        raise ReadError(
            f"{name}: {_named(images)} without text; install budget-qa[ocr] to have them read, or give a file with text"
        )
    raise ReadError(f"{name}: the pages hold no text; give a file with text")


def _named(images: Sequence[int]) -> str:
    """Pages by their numbers: pages 1-3, 7 are images."""
    starts = [at for before, at in pairwise((-1, *images)) if at != before + 1]
    ends = [at for at, after in pairwise((*images, -1)) if after != at + 1]
    runs = [
        str(first) if first == last else f"{first}-{last}" for first, last in zip(starts, ends, strict=True)
    ]
    return f"page {runs[0]} is an image" if len(images) == 1 else f"pages {', '.join(runs)} are images"


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


def _pages(name: str, document: PDF, data: bytes) -> Iterator[Page]:
    deadline = time.monotonic() + MAX_SECONDS
    count = len(document.pages)
    if not count:
        raise ReadError(f"{name}: the PDF has no pages; give the original")
    if count > MAX_PAGES:
        raise ReadError(f"{name}: {count} pages are more than the limit of {MAX_PAGES}; split the file")
    glyphs = 0
    for number, printed in enumerate(document.pages, start=1):
        page = _page(number, printed)
        if _is_image(printed, page.glyphs):
            page = _recognised(name, data, printed, page)
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


def _is_image(printed: PrintedPage, glyphs: Sequence[Glyph]) -> bool:
    """Whether a page is an image: images cover it, and it has no text but its number."""
    text = "".join(glyph.text for glyph in glyphs).strip()
    if len(text) > MAX_NUMBER or (text and not PAGE_NUMBER.fullmatch(text)):
        return False
    left, top, right, bottom = printed.bbox
    covered = 0.0
    for image in printed.images:
        width = min(right, image["x1"]) - max(left, image["x0"])
        covered += max(0.0, width) * max(0.0, min(bottom, image["bottom"]) - max(top, image["top"]))
    return covered >= COVERED * (right - left) * (bottom - top)


def _recognised(name: str, data: bytes, printed: PrintedPage, page: Page) -> Page:
    """The page with what is recognised on its image; without it, where the extra is not installed."""
    if not all(map(find_spec, RECOGNISERS)):
        return replace(page, source=Source.IMAGE)
    for image in printed.images:
        width, height = image["srcsize"]
        if width * height > MAX_PIXELS:
            raise ReadError(
                f"{name}: the image on page {page.number} has {width} x {height} pixels, "
                f"more than the limit of {MAX_PIXELS}; give one of fewer"
            )
    from corpus.readers.pdf.recognition import recognised

    return recognised(name, data, page)


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
