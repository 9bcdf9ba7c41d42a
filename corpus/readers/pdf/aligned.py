"""Tables without rules: lines under a caption that states a unit, set into columns by where their pieces stand.

Pieces of text that stand under each other are a column. A table needs its caption (单位：万元): words and figures in
columns are elsewhere a list of contents or the labels of a picture. A table that reaches the end of its page goes on
at the top of the next one, where its columns are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.figures import parse_figure
from corpus.numbering import enumerator
from corpus.readers.pdf.geometry import Box, around
from corpus.readers.pdf.heads import header_cells, with_blank_columns
from corpus.readers.pdf.layout import Layout, PrintedCell, PrintedLine, PrintedTable
from corpus.readers.pdf.pieces import AMOUNT, Band, Piece, bands, columns_of, is_row, pieces, rows

CAPTION = re.compile(r"单位\s*[：:]\s*(?:人民币)?\s*(?:亿元|百万元|万元|千元|元)\s*[)）]?$")
NOTE = re.compile(r"(?:备?注|说明)\s*[0-9]?\s*[：:]|.*[。；]")
CODE = re.compile(r"\d{3,7}")

LEAST_ROWS = 2
LEAST_FIGURES = 3
"""One row is enough where it has so many figures (“三公”经费)."""

MAX_HEADER = 8
"""A header of more lines than this is none; a name that wraps beside another takes two lines more."""

MIN_RULE = 0.5
"""A rule that runs over so much of a table's width parts its rows."""


@dataclass(frozen=True, slots=True)
class Open:
    """A table that may go on on the next page: its columns, and the texts of its header."""

    columns: tuple[Band, ...]
    header: frozenset[str]


def with_aligned(layout: Layout, before: Open | None = None) -> tuple[Layout, Open | None]:
    """The page with its tables without rules, their lines taken out, and the table that may go on after it."""
    found: list[tuple[range, PrintedTable]] = []
    still: Open | None = None
    start = 0
    if before is not None and (part := _continued(layout, before)) is not None:
        found.append(part)
        start = part[0].stop
        still = before
    for at in range(start, len(layout.lines)):
        if at < start or not CAPTION.search(layout.lines[at].text):
            continue
        end = _end(layout, at + 1)
        made = _table(layout, range(at + 1, end))
        if made is not None:
            table, used, still = made
            found.append((used, table))
            start = used.stop
    if not found:
        return layout, None
    taken = {at for used, _ in found for at in used}
    lines = tuple(line for at, line in enumerate(layout.lines) if at not in taken)
    every = sorted((*layout.tables, *(table for _, table in found)), key=lambda table: table.box[1])
    goes_on = found[-1][0].stop == len(layout.lines) and every[-1] is found[-1][1]
    return replace(layout, lines=lines, tables=tuple(every)), still if goes_on else None


def _end(layout: Layout, start: int) -> int:
    """The position after the lines that may be a table's: up to a note, another caption or a ruled table."""
    for at in range(start, len(layout.lines)):
        line = layout.lines[at]
        above = layout.lines[at - 1].box[1] if at else 0.0
        ruled = any(above <= table.box[1] <= line.box[1] for table in layout.tables)
        if ruled or NOTE.match(line.text) or CAPTION.search(line.text) or _is_title(line, at - start):
            return at
    return len(layout.lines)


def _is_title(line: PrintedLine, below: int) -> bool:
    return below > 0 and line.text.endswith("表") and len(pieces(line)) == 1


def _table(layout: Layout, at: range) -> tuple[PrintedTable, range, Open] | None:
    """The table that lines make, those of them it takes, and how it may go on.

    None where too few lines have a figure behind other pieces.
    """
    lines = [pieces(layout.lines[line]) for line in at]
    first = next((line for line, each in enumerate(lines) if is_row(each)), len(lines))
    if not _has_rows(lines) or not 0 < first <= MAX_HEADER:
        return None
    made = list(rows(lines, _rules(layout, lines)))
    head = next(row for row, each in enumerate(made) if is_row(each))
    header = [piece for row in made[:head] for piece in row]
    if not header or len(body := bands(piece for row in made[head:] for piece in row)) < 2:
        return None
    columns = with_blank_columns(header, body)
    kept = _kept(made[head:], columns)
    count = sum(map(len, made[:head])) + sum(map(len, kept))
    if not _is_sound(header, kept, columns):
        return None
    table = _printed(header, kept, columns)
    texts = frozenset(piece.text for piece in header)
    return table, range(at.start, at.start + _lines(lines, count)), Open(tuple(columns), texts)


def _is_sound(header: Sequence[Piece], kept: Sequence[list[Piece]], columns: Sequence[Band]) -> bool:
    """Whether the columns stand apart, and all that hold figures with decimals have a name."""
    if any(left[1] > right[0] for left, right in pairwise(columns)):
        return False
    head, depth = header_cells(header, columns)
    named = {
        at
        for cell in head
        if cell.text and cell.row + cell.row_span == depth
        for at in range(cell.column, cell.column + cell.column_span)
    }
    held = {
        columns_of(piece.box, columns)[0] for row in kept for piece in row if AMOUNT.fullmatch(piece.text)
    }
    return held <= named


def _has_rows(lines: Sequence[Sequence[Piece]]) -> bool:
    found = [line for line in lines if is_row(line)]
    figures = [sum(parse_figure(piece.text) is not None for piece in line) for line in found]
    return len(found) >= LEAST_ROWS or max(figures, default=0) >= LEAST_FIGURES


def _continued(layout: Layout, before: Open) -> tuple[range, PrintedTable] | None:
    """The part at the top of a page of the table of the page before; None where its columns or header differ."""
    end = _end(layout, 0)
    lines = [pieces(line) for line in layout.lines[:end]]
    made = list(rows(lines, _rules(layout, lines)))
    head = next((row for row, each in enumerate(made) if is_row(each)), len(made))
    header = [piece for row in made[:head] for piece in row]
    kept = _kept(made[head:], before.columns)
    if not kept or any(piece.text not in before.header for piece in header):
        return None
    count = len(header) + sum(map(len, kept))
    return range(_lines(lines, count)), _printed(header, kept, before.columns)


def _rules(layout: Layout, lines: Sequence[Sequence[Piece]]) -> list[float]:
    """How far down the rules stand that run across the table that these lines make."""
    left, _, right, _ = around(piece.box for line in lines for piece in line)
    least = MIN_RULE * (right - left)
    return [(rule[1] + rule[3]) / 2 for rule in layout.page.rules if rule[2] - rule[0] >= least]


def _kept(made: Sequence[list[Piece]], columns: Sequence[Band]) -> list[list[Piece]]:
    """The rows up to the last with figures, and what goes on with it; none where a figure is in no one column."""
    last = max((at for at, row in enumerate(made) if is_row(row)), default=-1)
    while last + 1 < len(made) and _goes_on(made[last], made[last + 1], columns):
        last += 1
    kept = list(made[: last + 1])
    figures = [piece for row in kept for piece in row if parse_figure(piece.text) is not None]
    return kept if all(len(columns_of(piece.box, columns)) == 1 for piece in figures) else []


def _lines(lines: Sequence[Sequence[Piece]], count: int) -> int:
    """How many lines hold so many pieces."""
    taken = 0
    for at, line in enumerate(lines):
        if taken >= count:
            return at
        taken += len(line)
    return len(lines)


def _goes_on(row: Sequence[Piece], line: Sequence[Piece], columns: Sequence[Band]) -> bool:
    """Whether a line only goes on with the name of the coded row above it."""
    if len(line) != 1 or not CODE.fullmatch(row[0].text) or enumerator(line[0].text) is not None:
        return False
    column = columns_of(line[0].box, columns)[0]
    over = next((piece for piece in row[1:] if columns_of(piece.box, columns)[0] == column), None)
    return over is not None and parse_figure(over.text) is None


def _printed(header: Sequence[Piece], made: Sequence[list[Piece]], columns: Sequence[Band]) -> PrintedTable:
    head, depth = header_cells(header, columns) if header else ([], 0)
    cells = [*head, *_cells(_with_rests(made, columns), depth, columns)]
    box = around(cell.box for cell in cells if cell.text)
    return PrintedTable(tuple(cells), box, (columns[0][0], *(band[1] for band in columns)))


def _with_rests(made: Sequence[list[Piece]], columns: Sequence[Band]) -> Iterator[list[Piece]]:
    """The rows, a line that only goes on with the name of a coded row joined to it."""
    row: list[Piece] = []
    for line in made:
        if row and _goes_on(row, line, columns):
            row = [*row, *line]
            continue
        if row:
            yield row
        row = line
    if row:
        yield row


def _cells(made: Iterator[list[Piece]], first: int, columns: Sequence[Band]) -> Iterator[PrintedCell]:
    """A cell for each column of each row; a piece that runs over several columns is one cell."""
    for at, row in enumerate(made, start=first):
        _, top, _, bottom = around(piece.box for piece in row)
        held: dict[int, tuple[int, list[Piece]]] = {}
        for piece in sorted(row, key=lambda piece: (piece.box[1], piece.box[0])):
            over = columns_of(piece.box, columns)
            stop, stack = held.get(over.start, (over.stop, []))
            held[over.start] = max(stop, over.stop), [*stack, piece]
        column = 0
        while column < len(columns):
            stop, stack = held.get(column, (column + 1, []))
            box: Box = (columns[column][0], top, columns[stop - 1][1], bottom)
            yield PrintedCell(at, column, 1, stop - column, _text(stack), box)
            column = stop


def _text(stack: Sequence[Piece]) -> str:
    """The pieces of a cell: on one line beside each other, else below each other."""
    text = ""
    before: Piece | None = None
    for piece in stack:
        if before is not None:
            beside = abs(piece.box[1] - before.box[1]) < (piece.box[3] - piece.box[1]) / 2
            text += " " if beside else "\n"
        text += piece.text
        before = piece
    return text
