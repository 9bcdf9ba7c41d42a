"""Pages that are images: their words and rules as if they had been printed, from the extra `ocr`.

Nothing here is imported before the first such page is met.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import cv2
import numpy as np
import pypdfium2
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_det import TextDetOutput
from rapidocr.inference_engine.onnxruntime.main import ONNXRuntimeError

from corpus.errors import ReadError
from corpus.readers.pdf.geometry import Box, Glyph, Page, Source
from corpus.readers.pdf.ruling import Image, skew, straightened, without_rules

LONGEST_SIDE = 2200
"""Pixels of the longer side of the image that letters are read from: about 190 an inch of A4."""

FINDING_SIDE = 1280
"""Pixels of the longer side of the image that lines are found on."""

MOST_GLANCED = 24
"""Lines that tell whether a page stands on its head."""

PADDING = 0.15
"""The boxes of found lines reach so many heights beyond their ink."""

MOST_THREADS = 2
"""Each thread takes memory, of which a process that reads a file has little."""

SETTINGS = {
    "Global.log_level": "critical",
    "Global.max_side_len": LONGEST_SIDE,
    "Global.text_score": 0.0,
    "Det.limit_type": "max",
    "Det.limit_side_len": FINDING_SIDE,
    "EngineConfig.onnxruntime.intra_op_num_threads": MOST_THREADS,
    "EngineConfig.onnxruntime.inter_op_num_threads": 1,
}
LEAST_SCORE = 0.5
"""What is recognised with less is no letters."""


@cache
def _engine() -> RapidOCR:
    cv2.setNumThreads(MOST_THREADS)
    return RapidOCR(params=SETTINGS)


def recognised(name: str, content: bytes, page: Page) -> Page:
    """A page of a PDF as its image shows it: upright, straightened, each line's letters evenly along it.

    Raises:
        ReadError: the page can not be drawn or recognised.
    """
    try:
        return _recognised(content, page)
    except (cv2.error, pypdfium2.PdfiumError, ONNXRuntimeError) as error:
        raise ReadError(
            f"{name}: the image on page {page.number} can not be recognised; give a file with text"
        ) from error


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The image of a page straightened by `skew` degrees and without its rules, and where its lines of letters are."""

    image: Image
    skew: float
    rules: tuple[Box, ...]
    lines: tuple[Box, ...]


def _recognised(content: bytes, page: Page) -> Page:
    image, scale = _drawn(content, page)
    sheet = _laid(image, scale)
    turns = _turns(sheet)
    if turns:
        sheet = _laid(np.ascontiguousarray(np.rot90(image, -turns)), scale)
    pieces = [piece for line in sheet.lines for piece in _parted(line, sheet.rules)]
    glyphs = (glyph for box, text in _read(sheet.image, pieces) for glyph in _glyphs(text, box))
    height, width = sheet.image.shape
    return replace(
        page,
        width=width / scale,
        height=height / scale,
        turns=turns,
        skew=sheet.skew,
        glyphs=tuple(Glyph(glyph.text, _in_points(glyph.box, scale)) for glyph in glyphs),
        rules=tuple(_in_points(rule, scale) for rule in sheet.rules),
        source=Source.RECOGNISED,
    )


def _laid(image: Image, scale: float) -> _Sheet:
    angle = skew(image, scale)
    wiped, rules = without_rules(straightened(image, angle, 255), scale)
    return _Sheet(wiped, angle, rules, tuple(_found(wiped)))


def _drawn(content: bytes, page: Page) -> tuple[Image, float]:
    """The page as it is shown, all of its media box as the places of glyphs count from there; and pixels a point."""
    with pypdfium2.PdfDocument(content) as document:
        sheet = document[page.number - 1]
        sheet.set_cropbox(*sheet.get_mediabox())
        scale = LONGEST_SIDE / max(sheet.get_size())
        drawn = sheet.render(scale=scale, grayscale=True).to_numpy()
        return np.array(drawn, np.uint8).reshape(drawn.shape[:2]), scale


def _turns(sheet: _Sheet) -> int:
    """By how many quarters clockwise the sheet must be turned for its lines to run from left to right."""
    tall = [line for line in sheet.lines if _height(line) > 1.5 * _width(line)]
    wide = [line for line in sheet.lines if _width(line) > 1.5 * _height(line)]
    turns = int(len(tall) > len(wide))
    longest = sorted(tall if turns else wide, key=lambda line: _width(line) + _height(line))[-MOST_GLANCED:]
    if not longest:
        return 0
    _, told = _engine().cls_and_rotate([np.rot90(_cut(sheet.image, line), -turns) for line in longest])
    upside_down = sum(label == "180" for label, _ in told.cls_res or ())
    return turns + 2 if 2 * upside_down > len(longest) else turns


def _found(image: Image) -> list[Box]:
    """Where lines of letters stand."""
    found = _engine()(cv2.cvtColor(image, cv2.COLOR_GRAY2BGR), use_det=True, use_cls=False, use_rec=False)
    if not isinstance(found, TextDetOutput) or found.boxes is None:
        return []
    lows, highs = found.boxes.min(axis=1), found.boxes.max(axis=1)
    return [
        (float(left), float(top), float(right), float(bottom))
        for (left, top), (right, bottom) in zip(lows, highs, strict=True)
    ]


def _parted(line: Box, rules: Sequence[Box]) -> Iterator[Box]:
    """A line that runs over an upright rule as the pieces on its sides."""
    left, top, right, bottom = line
    middle, margin = (top + bottom) / 2, PADDING * _height(line)
    crossed = sorted(
        (rule for rule in rules if _height(rule) > _width(rule) and rule[1] < middle < rule[3]),
        key=lambda rule: rule[0],
    )
    for rule in crossed:
        if left + 2 * margin < rule[0] and rule[2] < right - 2 * margin:
            yield left, top, rule[0], bottom
            left = rule[2]
    yield left, top, right, bottom


def _read(image: Image, boxes: Sequence[Box]) -> Iterator[tuple[Box, str]]:
    """What stands in each box; nothing where no letters do."""
    if not boxes:
        return
    read = _engine().recognize_txt([_cut(image, box) for box in boxes])
    for box, text, score in zip(boxes, read.txts or (), read.scores, strict=True):
        if score >= LEAST_SCORE and text.strip():
            yield box, text.strip()


def _cut(image: Image, box: Box) -> Image:
    left, top, right, bottom = (max(0, round(edge)) for edge in box)
    cut = image[top : max(bottom, top + 1), left : max(right, left + 1)]
    return np.asarray(cv2.cvtColor(cut, cv2.COLOR_GRAY2BGR), np.uint8)


def _glyphs(text: str, box: Box) -> Iterator[Glyph]:
    """The letters of a text along its box; Chinese ones are twice as wide as others."""
    left, top, right, bottom = box
    padding = PADDING * min(_height(box), _width(box))
    left, top, right, bottom = left + padding, top + padding, right - padding, bottom - padding
    widths = [2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text]
    step = (right - left) / sum(widths)
    for letter, width in zip(text, widths, strict=True):
        yield Glyph(letter, (left, top, left + width * step, bottom))
        left += width * step


def _in_points(box: Box, scale: float) -> Box:
    left, top, right, bottom = box
    return left / scale, top / scale, right / scale, bottom / scale


def _width(box: Box) -> float:
    return box[2] - box[0]


def _height(box: Box) -> float:
    return box[3] - box[1]
