"""A Word table to cells with their spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.readers.docx.names import W, is_on, number, value
from corpus.readers.docx.text import paragraphs_below
from corpus.readers.markup import Element

MAX_COLUMNS = 256
ROWS = frozenset({f"{W}tr"})
CELLS = frozenset({f"{W}tc"})


@dataclass(slots=True)
class TableCell:
    """A cell: its place, its spans, and the elements that hold its content (one for each merged part)."""

    row: int
    column: int
    row_span: int
    column_span: int
    parts: list[Element]


def table_cells(table: Element) -> tuple[TableCell, ...]:
    """The cells of a table by row and column; deleted and hidden rows are left out."""
    cells: list[TableCell] = []
    above: dict[int, TableCell] = {}
    for row, element in enumerate(table_rows(table)):
        below: dict[int, TableCell] = {}
        for column, width, part in _row(element):
            over = above.get(column)
            if over is not None and over.column_span == width and _goes_on(part):
                over.row_span += 1
                over.parts.append(part)
                below[column] = over
                continue
            cell = TableCell(row, column, 1, width, [part])
            cells.append(cell)
            below[column] = cell
        above = below
    return tuple(cells)


def table_rows(table: Element) -> Iterator[Element]:
    """The rows that are shown."""
    for row in paragraphs_below(table, ROWS):
        properties = row.find(f"{W}trPr")
        is_gone = properties is not None and (
            properties.find(f"{W}del") is not None or is_on(properties.find(f"{W}hidden"))
        )
        if not is_gone:
            yield row


def _row(row: Element) -> Iterator[tuple[int, int, Element]]:
    """Column, width and element of each cell; one that goes on from the left is part of that one."""
    column = number(value(row.find(f"{W}trPr/{W}gridBefore")), 0)
    merged: tuple[int, int, Element] | None = None
    for cell in paragraphs_below(row, CELLS):
        width = min(max(number(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1), 1), MAX_COLUMNS)
        beside = cell.find(f"{W}tcPr/{W}hMerge")
        if merged is not None and beside is not None and value(beside) != "restart":
            merged = merged[0], merged[1] + width, merged[2]
        else:
            if merged is not None:
                yield merged
            merged = column, width, cell
        column += width
        if column > MAX_COLUMNS:
            break
    if merged is not None:
        yield merged


def _goes_on(cell: Element) -> bool:
    """Whether a cell is the part below of one that is merged over several rows."""
    merge = cell.find(f"{W}tcPr/{W}vMerge")
    return merge is not None and value(merge) != "restart"
