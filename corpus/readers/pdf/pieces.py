"""Stretches of text on the lines of a table without rules, and the columns and rows that they make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.figures import parse_figure
from corpus.readers.pdf.geometry import Box, Glyph, around
from corpus.readers.pdf.layout import PrintedLine
from corpus.readers.pdf.text import WIDE, WORD, line_text

AMOUNT = re.compile(r"-?[\d,]{1,20}\.\d{2}")
"""It ends its column: what stands close behind it is the name of the next one."""

ONE_ROW = 0.95
"""Lines nearer to each other than so many heights of their type overlap: they are of one row."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text on one line."""

    text: str
    box: Box

    @property
    def middle(self) -> float:
        """Halfway between its left and right end."""
        return (self.box[0] + self.box[2]) / 2


Band = tuple[float, float]
"""From where to where a column reaches."""

PieceLine = Sequence[Piece]


def pieces(line: PrintedLine) -> list[Piece]:
    """A line parted where a space as wide as between two things is, or a word's behind a figure with decimals."""
    groups: list[list[Glyph]] = [[line.glyphs[0]]]
    for before, glyph in pairwise(line.glyphs):
        space = (glyph.box[0] - before.box[2]) / min(before.height, glyph.height)
        if space > WIDE or (space > WORD and AMOUNT.fullmatch(line_text(groups[-1]))):
            groups.append([])
        groups[-1].append(glyph)
    return [Piece(line_text(group), around(glyph.box for glyph in group)) for group in groups]


def is_row(line: PieceLine) -> bool:
    """Whether a figure stands behind other pieces."""
    return len(line) > 1 and any(parse_figure(piece.text) is not None for piece in line[1:])


def bands(found: Iterable[Piece]) -> list[Band]:
    """The columns: stretches that pieces share."""
    made: list[Band] = []
    for left, _, right, _ in sorted(piece.box for piece in found):
        if made and left < made[-1][1]:
            made[-1] = made[-1][0], max(made[-1][1], right)
        else:
            made.append((left, right))
    return made


def columns_of(box: Box, among: Sequence[Band]) -> range:
    """The columns that a piece stands in: those it shares a stretch with, else the nearest."""
    shared = [at for at, (left, right) in enumerate(among) if min(box[2], right) > max(box[0], left)]
    if shared:
        return range(shared[0], shared[-1] + 1)
    middle = (box[0] + box[2]) / 2
    nearest = min(range(len(among)), key=lambda at: abs(sum(among[at]) / 2 - middle))
    return range(nearest, nearest + 1)


def rows(lines: Sequence[PieceLine], rules: Sequence[float]) -> Iterator[list[Piece]]:
    """Lines to rows: what stands between two rules drawn across, else lines that overlap.

    A name that wraps in a cell centred between two edges stands above and below the line with its figures.
    """
    group: list[Piece] = []
    ruled = _parts_rows(lines, rules)
    before = 0.0
    for line in lines:
        at = _at(line)
        apart = any(before < rule < at for rule in rules) if ruled else at - before >= ONE_ROW * _type(line)
        if group and apart:
            yield group
            group = []
        group = [*group, *line]
        before = at
    if group:
        yield group


def _parts_rows(lines: Sequence[PieceLine], rules: Sequence[float]) -> bool:
    """Whether rules stand between most lines with figures, so that they part the rows."""
    figures = [_at(line) for line in lines if is_row(line)]
    between = sum(any(above < rule < below for rule in rules) for above, below in pairwise(figures))
    return len(figures) > 1 and 2 * between >= len(figures) - 1


def _at(line: PieceLine) -> float:
    """How far down a line stands."""
    return median((piece.box[1] + piece.box[3]) / 2 for piece in line)


def _type(line: PieceLine) -> float:
    return min(piece.box[3] - piece.box[1] for piece in line)
