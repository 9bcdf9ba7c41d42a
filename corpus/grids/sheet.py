"""A grid as rows of places: for each row and column the cell that covers it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Span
from corpus.readers.stream import Grid, GridCell
from corpus.wrapping import joined

NEAR = 6.0
"""Column edges of two pages at most so many points apart are the same."""

FEWEST_ROWS = 3
"""A header and two rows: of less, two tables may say the same by chance."""
SPACE = re.compile(r"\s+")
BESIDE_CHINESE = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")

SheetRow = tuple[GridCell, ...]
"""For each column the cell that covers it in this row; a merged cell stands at every place that it covers."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a table, over all of its pages; `edges` as in `Grid`."""

    rows: tuple[SheetRow, ...]
    edges: tuple[float, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def is_even(self) -> bool:
        """Whether all rows are as wide; those of a form that goes on over a page may not be."""
        return all(len(row) == self.width for row in self.rows)


def sheet(grid: Grid) -> Sheet:
    """The sheet of a grid; places that no cell covers are empty cells."""
    width = max((cell.column + cell.column_span for cell in grid.cells), default=0)
    height = max((cell.row + cell.row_span for cell in grid.cells), default=0)
    empty = [[GridCell(row, column, 1, 1, "", grid.span) for column in range(width)] for row in range(height)]
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            empty[row][cell.column : cell.column + cell.column_span] = [cell] * cell.column_span
    return Sheet(tuple(tuple(row) for row in empty), grid.edges)


def laid_over(part: Sheet, whole: Sheet) -> Sheet | None:
    """The part of a table on its next page with the columns of the whole; None where they do not fit."""
    if part.width == whole.width:
        return part
    if len(part.edges) != part.width + 1 or len(whole.edges) != whole.width + 1:
        return None
    places = [_nearest(edge, whole.edges) for edge in part.edges]
    fits = all(place is not None for place in places)
    known = [place for place in places if place is not None]
    if not fits or len(set(known)) < len(known) or (known[0], known[-1]) != (0, whole.width):
        return None
    return Sheet(tuple(_stretched(row, known) for row in part.rows), whole.edges)


def set_beside(part: Sheet, whole: Sheet) -> Sheet | None:
    """The whole with the further columns of a part that says all of its rows again; None where the part does not.

    A wide table (支出决算明细表) goes on with its columns on the next pages, the codes and names in front of them.
    """
    if len(part.rows) != len(whole.rows) or len(whole.rows) < FEWEST_ROWS:
        return None
    width = min(part.width, whole.width)
    said = [[[words(cell) for cell in row] for row in one.rows] for one in (part, whole)]
    labels = next((k for k in range(width) if any(a[k] != b[k] for a, b in zip(*said, strict=True))), width)
    told = labels and any(row[at] for row in said[0][1:] for at in range(labels))
    if (
        not told
        or labels == part.width
        or any(cell.column + cell.column_span > labels > cell.column for row in part.rows for cell in row)
    ):
        return None
    shift = whole.width - labels
    rows = (
        (*row, *_moved(further[labels:], shift)) for row, further in zip(whole.rows, part.rows, strict=True)
    )
    return Sheet(tuple(rows), ())


def _moved(row: SheetRow, shift: int) -> SheetRow:
    cells: list[GridCell] = []
    for cell in origins(row):
        cells.extend([replace(cell, column=cell.column + shift)] * cell.column_span)
    return tuple(cells)


def _nearest(edge: float, edges: Sequence[float]) -> int | None:
    best = min(range(len(edges)), key=lambda at: abs(edges[at] - edge))
    return best if abs(edges[best] - edge) <= NEAR else None


def _stretched(row: SheetRow, places: Sequence[int]) -> SheetRow:
    cells: list[GridCell] = []
    for cell in origins(row):
        start, end = places[cell.column], places[cell.column + cell.column_span]
        cells.extend([replace(cell, column=start, column_span=end - start)] * (end - start))
    return tuple(cells)


def origins(row: SheetRow) -> Iterator[GridCell]:
    """The cells of a row, each once, from left to right."""
    before: GridCell | None = None
    for cell in row:
        if cell is not before:
            yield cell
        before = cell


def texts(row: SheetRow) -> list[str]:
    """What the cells of a row say, empty ones left out."""
    return [text for cell in origins(row) if (text := words(cell))]


def words(cell: GridCell) -> str:
    """A cell's text on one line: wrapped lines joined, spaces kept only between words that need them."""
    return BESIDE_CHINESE.sub(
        "", SPACE.sub(" ", joined(line.strip() for line in cell.text.splitlines()))
    ).strip()


def row_span(row: SheetRow) -> Span:
    """Where a row stands: the box around the cells that are this row's alone."""
    cells = [cell for cell in origins(row) if cell.row_span == 1] or list(origins(row))
    first = cells[0].span
    boxes = [cell.span.box for cell in cells if cell.span.box and cell.span.page == first.page]
    if not boxes:
        return first
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return replace(first, box=(min(lefts), min(tops), max(rights), max(bottoms)))
