"""Tables without rules: lines under a caption that states a unit, set into columns by where their pieces stand.

Pieces of text that stand under each other are a column. A table needs its caption (单位：万元): words and figures in
columns are elsewhere a list of contents or the labels of a picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.figures import parse_figure
from corpus.numbering import enumerator
from corpus.readers.pdf.geometry import Box, Glyph, around
from corpus.readers.pdf.layout import Layout, PrintedCell, PrintedLine, PrintedTable
from corpus.readers.pdf.text import line_text

CAPTION = re.compile(r"单位\s*[：:]\s*(?:人民币)?\s*(?:亿元|百万元|万元|千元|元)\s*[)）]?$")
NOTE = re.compile(r"(?:备?注|说明)\s*[0-9]?\s*[：:]|.*[。；]")
CODE = re.compile(r"\d{3,7}")
APART = 1.5
"""An empty stretch of so many heights of the type parts two pieces of a line."""

LEAST_ROWS = 2
MAX_HEADER = 5
"""A header of more lines than this is none."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text on one line."""

    text: str
    box: Box


_Band = tuple[float, float]
"""From where to where a column reaches."""


def with_aligned(layout: Layout) -> Layout:
    """The page with its tables without rules, their lines taken out."""
    tables: list[PrintedTable] = []
    taken: set[int] = set()
    for at, line in enumerate(layout.lines):
        if at in taken or not CAPTION.search(line.text):
            continue
        end = _end(layout, at + 1)
        table = _table([_pieces(each) for each in layout.lines[at + 1 : end]])
        if table is not None:
            tables.append(table)
            taken.update(range(at + 1, end))
    if not tables:
        return layout
    lines = tuple(line for at, line in enumerate(layout.lines) if at not in taken)
    every = sorted((*layout.tables, *tables), key=lambda table: table.box[1])
    return replace(layout, lines=lines, tables=tuple(every))


def _end(layout: Layout, start: int) -> int:
    """The position after the lines that may be a table's: up to a note, another caption or a ruled table."""
    for at in range(start, len(layout.lines)):
        line, above = layout.lines[at], layout.lines[at - 1]
        ruled = any(above.box[1] <= table.box[1] <= line.box[1] for table in layout.tables)
        if ruled or NOTE.match(line.text) or CAPTION.search(line.text) or _is_title(line, at - start):
            return at
    return len(layout.lines)


def _is_title(line: PrintedLine, below: int) -> bool:
    return below > 0 and line.text.endswith("表") and len(_pieces(line)) == 1


def _pieces(line: PrintedLine) -> list[_Piece]:
    groups: list[list[Glyph]] = [[line.glyphs[0]]]
    for before, glyph in pairwise(line.glyphs):
        if glyph.box[0] - before.box[2] > APART * min(before.height, glyph.height):
            groups.append([])
        groups[-1].append(glyph)
    return [_Piece(line_text(group), around(glyph.box for glyph in group)) for group in groups]


def _table(lines: Sequence[Sequence[_Piece]]) -> PrintedTable | None:
    """The table that lines of pieces make; None where too few have a figure behind other pieces."""
    first = next((at for at, line in enumerate(lines) if _is_row(line)), len(lines))
    rows = [line for line in lines[first:] if _is_row(line)]
    if len(rows) < LEAST_ROWS or not 0 < first <= MAX_HEADER:
        return None
    bands = _bands(rows)
    if len(bands) < 2:
        return None
    joined = list(_with_rests(lines[first:], bands))
    cells = tuple(_cells([*([*line] for line in lines[:first]), *joined], bands))
    box = around(cell.box for cell in cells if cell.text)
    return PrintedTable(cells, box, (bands[0][0], *(band[1] for band in bands)))


def _is_row(line: Sequence[_Piece]) -> bool:
    return len(line) > 1 and any(parse_figure(piece.text) is not None for piece in line[1:])


def _bands(rows: Sequence[Sequence[_Piece]]) -> list[_Band]:
    """The columns: stretches that pieces of different rows share."""
    bands: list[_Band] = []
    for left, _, right, _ in sorted(piece.box for row in rows for piece in row):
        if bands and left < bands[-1][1]:
            bands[-1] = bands[-1][0], max(bands[-1][1], right)
        else:
            bands.append((left, right))
    return bands


def _with_rests(lines: Sequence[Sequence[_Piece]], bands: Sequence[_Band]) -> Iterator[list[_Piece]]:
    """The rows, a line that only goes on with the name of a coded row joined to it."""
    row: list[_Piece] = []
    for line in lines:
        is_rest = len(line) == 1 and row and CODE.fullmatch(row[0].text) and enumerator(line[0].text) is None
        column = _columns(line[0].box, bands)[0]
        over = next((at for at, piece in enumerate(row) if _columns(piece.box, bands)[0] == column), None)
        if is_rest and over is not None and over > 0 and parse_figure(row[over].text) is None:
            row[over] = _Piece(f"{row[over].text}\n{line[0].text}", around((row[over].box, line[0].box)))
            continue
        if row:
            yield row
        row = list(line)
    if row:
        yield row


def _columns(box: Box, bands: Sequence[_Band]) -> range:
    """The columns that a piece stands in: those it shares a stretch with, else the nearest."""
    shared = [at for at, (left, right) in enumerate(bands) if min(box[2], right) > max(box[0], left)]
    if shared:
        return range(shared[0], shared[-1] + 1)
    middle = (box[0] + box[2]) / 2
    nearest = min(range(len(bands)), key=lambda at: abs(sum(bands[at]) / 2 - middle))
    return range(nearest, nearest + 1)


def _cells(rows: Sequence[Sequence[_Piece]], bands: Sequence[_Band]) -> Iterator[PrintedCell]:
    """A cell for each piece, and an empty one for each place between; of two pieces in one place one cell."""
    for at, row in enumerate(rows):
        _, top, _, bottom = around(piece.box for piece in row)
        cells: list[PrintedCell] = []
        filled = 0
        for piece in row:
            columns = _columns(piece.box, bands)
            start = max(columns.start, filled)
            if columns.stop <= start:
                cells[-1] = replace(cells[-1], text=f"{cells[-1].text} {piece.text}")
                continue
            cells.extend(_blank(at, column, bands, (top, bottom)) for column in range(filled, start))
            cells.append(PrintedCell(at, start, 1, columns.stop - start, piece.text, piece.box))
            filled = columns.stop
        yield from cells
        yield from (_blank(at, column, bands, (top, bottom)) for column in range(filled, len(bands)))


def _blank(row: int, column: int, bands: Sequence[_Band], lines: tuple[float, float]) -> PrintedCell:
    return PrintedCell(row, column, 1, 1, "", (bands[column][0], lines[0], bands[column][1], lines[1]))
