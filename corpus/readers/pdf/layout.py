"""A page laid out: its tables with the text of their cells, and the lines of text around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.readers.pdf.geometry import Box, Glyph, Page, around, lines_of
from corpus.readers.pdf.ruled import Lattice, lattices
from corpus.readers.pdf.text import cell_text, line_text

CLOSE = 0.3
"""Glyphs that follow each other at most so many heights apart were printed as one piece."""

EDGE = 1.2
"""A rule at most so many points from where one glyph ends and the next begins stands between them."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of text outside of tables."""

    text: str
    box: Box
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell with its text; `""` where it is empty."""

    row: int
    column: int
    row_span: int
    column_span: int
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table on one page, and where the edges of its columns are."""

    cells: tuple[PrintedCell, ...]
    box: Box
    edges: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """What stands on a page, each from top to bottom."""

    page: Page
    lines: tuple[PrintedLine, ...]
    tables: tuple[PrintedTable, ...]


def laid_out(page: Page) -> Layout:
    """The lines and ruled tables of a page; a lattice without any text is a drawing."""
    found = lattices(page.rules)
    held: dict[tuple[int, int], list[Glyph]] = {}
    outside: list[Glyph] = []
    for glyph, cell in _places(page.glyphs, found):
        if cell is None:
            outside.append(glyph)
        else:
            held.setdefault(cell, []).append(glyph)
    tables = []
    for number, lattice in enumerate(found):
        texts = {at: cell_text(held.get((number, at), ())) for at in range(len(lattice.frames))}
        if any(texts.values()):
            tables.append(_table(lattice, texts))
    return Layout(page, tuple(printed_lines(outside)), tuple(tables))


def printed_lines(glyphs: Sequence[Glyph]) -> Iterator[PrintedLine]:
    """The lines that glyphs make; white space makes none."""
    for line in lines_of([glyph for glyph in glyphs if glyph.text.strip()]):
        yield PrintedLine(line_text(line), around(glyph.box for glyph in line), tuple(line))


def _table(lattice: Lattice, texts: dict[int, str]) -> PrintedTable:
    cells = tuple(
        PrintedCell(frame.row, frame.column, frame.row_span, frame.column_span, texts[at], frame.box)
        for at, frame in enumerate(lattice.frames)
    )
    return PrintedTable(cells, lattice.box, lattice.columns)


def _places(
    glyphs: Sequence[Glyph], found: Sequence[Lattice]
) -> Iterator[tuple[Glyph, tuple[int, int] | None]]:
    """Each glyph with its table and cell; a piece that runs over the edge of its cell stays whole."""
    for piece in _pieces(glyphs):
        cells = [_cell(glyph, found) for glyph in piece]
        if len(set(cells)) > 1 and None not in cells and _is_cut(piece, cells, found):
            most = Counter(cells).most_common(1)[0][0]
            cells = [most] * len(piece)
        yield from zip(piece, cells, strict=True)


def _cell(glyph: Glyph, found: Sequence[Lattice]) -> tuple[int, int] | None:
    for number, lattice in enumerate(found):
        cell = lattice.frame_at(glyph.x, glyph.y)
        if cell is not None:
            return number, cell
    return None


def _pieces(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Glyphs that were printed one right after the other."""
    piece: list[Glyph] = []
    for glyph in glyphs:
        if piece and not _follows(piece[-1], glyph):
            yield piece
            piece = []
        piece.append(glyph)
    if piece:
        yield piece


def _follows(before: Glyph, glyph: Glyph) -> bool:
    height = min(before.height, glyph.height)
    return abs(glyph.y - before.y) < height / 2 and abs(glyph.box[0] - before.box[2]) < CLOSE * height


def _is_cut(
    piece: Sequence[Glyph], cells: Sequence[tuple[int, int] | None], found: Sequence[Lattice]
) -> bool:
    """Whether an edge between two cells runs through a glyph of the piece, and not between two of them."""
    for at in range(len(piece) - 1):
        before, after = cells[at], cells[at + 1]
        if before is None or after is None or before == after:
            continue
        edge = found[after[0]].frames[after[1]].box[0]
        if piece[at].box[2] > edge + EDGE or piece[at + 1].box[0] < edge - EDGE:
            return True
    return False
