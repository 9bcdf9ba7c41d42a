"""Columns of a table without rules: stretches of its rows that white rivers part, from its first row to its last.

In ruled tables of published budgets every edge between two columns has such a river, at least a third of the type's
height wide; words of one column stand closer on some row, so that no river runs through it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from corpus.figures import parse_figure
from corpus.readers.pdf.geometry import Box, Glyph, around
from corpus.readers.pdf.layout import PrintedLine
from corpus.readers.pdf.text import line_text

RIVER = 0.3
"""An empty stretch of so many heights of the type parts two pieces of a line, and two columns."""

TOUCHING = 0.05
"""Glyphs of one word are at most so many heights apart."""
SET_WIDE = 4
"""Letters of one word are set less than so many heights apart."""
HAN = re.compile(r"(?![类款项])[一-鿿]")


class Band(NamedTuple):
    """From where to where a column's words reach, and whether they are figures."""

    left: float
    right: float
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one line."""

    text: str
    box: Box


def pieces(line: PrintedLine) -> list[Piece]:
    """The pieces of a line, from left to right."""
    return [_piece(group) for group in _apart(line.glyphs)]


def pieces_in(line: PrintedLine, bands: Sequence[Band]) -> list[Piece]:
    """The pieces of a line, parted between two columns too where their words only touch."""
    edges = [(before.right + after.left) / 2 for before, after in pairwise(bands)]
    cut: list[list[Glyph]] = []
    for group in _apart(line.glyphs):
        cut.append([group[0]])
        for before, glyph in pairwise(group):
            parted = glyph.box[0] - before.box[2] > TOUCHING * glyph.height
            if parted and any(before.x < edge < glyph.x for edge in edges):
                cut.append([])
            cut[-1].append(glyph)
    return [_piece(group) for group in _closed(cut)]


def _closed(groups: Sequence[list[Glyph]]) -> Iterator[list[Glyph]]:
    """The pieces, letters of one word that are set wide apart (金　额) together; 类, 款 and 项 are a column each."""
    word: list[Glyph] = []
    for group in groups:
        if word and not (_is_letter(word[-1:]) and _is_letter(group) and _is_set_wide(word[-1], group[0])):
            yield word
            word = []
        word = [*word, *group]
    if word:
        yield word


def _is_letter(group: Sequence[Glyph]) -> bool:
    return len(group) == 1 and HAN.fullmatch(group[0].text) is not None


def _is_set_wide(before: Glyph, glyph: Glyph) -> bool:
    return glyph.box[0] - before.box[2] < SET_WIDE * glyph.height


def bands_of(rows: Sequence[PrintedLine]) -> tuple[Band, ...]:
    """The columns of some rows: those that hold figures, and those of words beside them.

    Words that stand in a column of figures are of a cell merged over several (合计 over a name and its amount).
    """
    every = [piece for row in rows for piece in pieces(row)]
    figures = [piece for piece in every if parse_figure(piece.text) is not None]
    words = [piece for piece in every if parse_figure(piece.text) is None]
    amounts = [
        band._replace(figures=True)
        for band in joined(figures)
        if _within(figures, band) >= _within(words, band)
    ]
    rest = [piece for piece in every if not any(reaches(piece.box, band) for band in amounts)]
    return tuple(sorted((*amounts, *joined(rest))))


def joined(found: Sequence[Piece]) -> list[Band]:
    """The stretches that pieces take, those with no river between them as one."""
    wide = RIVER * median(piece.box[3] - piece.box[1] for piece in found) if found else 0.0
    bands: list[Band] = []
    for left, _, right, _ in sorted(piece.box for piece in found):
        if bands and left < bands[-1].right + wide:
            bands[-1] = Band(bands[-1].left, max(bands[-1].right, right))
        else:
            bands.append(Band(left, right))
    return bands


def reaches(box: Box, band: Band) -> bool:
    """Whether a piece's box reaches into a stretch."""
    return box[0] < band.right and band.left < box[2]


def _within(found: Sequence[Piece], band: Band) -> int:
    return sum(reaches(piece.box, band) for piece in found)


def covered(box: Box, bands: Sequence[Band]) -> range:
    """The columns that a piece stands over: those of which it shares half, or they of it, else the nearest."""
    shared = [
        at
        for at, band in enumerate(bands)
        if 2 * (min(box[2], band.right) - max(box[0], band.left))
        > min(box[2] - box[0], band.right - band.left)
    ]
    if shared:
        return range(shared[0], shared[-1] + 1)
    middle = (box[0] + box[2]) / 2
    nearest = min(range(len(bands)), key=lambda at: max(bands[at].left - middle, middle - bands[at].right))
    return range(nearest, nearest + 1)


def _apart(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    group = [glyphs[0]]
    for before, glyph in pairwise(glyphs):
        if glyph.box[0] - before.box[2] > RIVER * min(before.height, glyph.height):
            yield group
            group = []
        group.append(glyph)
    yield group


def _piece(glyphs: Sequence[Glyph]) -> Piece:
    return Piece(line_text(glyphs), around(glyph.box for glyph in glyphs))
