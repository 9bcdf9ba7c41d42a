"""Tables of a web page: which are tables and which only set out a page, and their cells with spans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.readers.html.text import is_shown, shown_text
from corpus.readers.markup import Element

CELLS = frozenset({"td", "th"})
MAX_COLUMNS = 256
PROSE = 500
"""A cell with more characters, in several blocks, is a part of the page and not of a table."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: its place and its spans."""

    row: int
    column: int
    row_span: int
    column_span: int
    element: Element


def is_layout(table: Element) -> bool:
    """Whether a table only sets out the page: it holds tables or long prose, has one place, or says so."""
    if table.get("role") == "presentation" or any(below is not table for below in table.iter("table")):
        return True
    cells = [cell for row in own_rows(table) for cell in row if cell.tag in CELLS]
    return len(cells) < 2 or any(_is_prose(cell) for cell in cells)


def _is_prose(cell: Element) -> bool:
    text = shown_text(cell)
    return len(text) > PROSE and "\n" in text


def own_rows(table: Element) -> Iterator[Element]:
    """The rows that a table without others in it shows."""
    return (row for row in table.iter("tr") if is_shown(row))


def table_cells(table: Element, height: int) -> tuple[TableCell, ...]:
    """The cells of a table of so many rows, each at the first place that those before leave free."""
    taken: set[tuple[int, int]] = set()
    cells: list[TableCell] = []
    for row, element in enumerate(own_rows(table)):
        column = 0
        for cell in element:
            if cell.tag not in CELLS or not is_shown(cell):
                continue
            while (row, column) in taken:
                column += 1
            if column >= MAX_COLUMNS:
                break
            down = min(_span(cell, "rowspan", height) or height, height - row)
            across = min(_span(cell, "colspan", MAX_COLUMNS) or 1, MAX_COLUMNS - column)
            across = next((at for at in range(1, across) if (row, column + at) in taken), across)
            taken.update((row + y, column + x) for y in range(down) for x in range(across))
            cells.append(TableCell(row, column, down, across, cell))
            column += across
    return tuple(cells)


def _span(cell: Element, name: str, most: int) -> int:
    """A span that a cell states, 1 where it states none; 0 is a row span down to the last row."""
    text = (cell.get(name) or "1").strip()
    return min(int(text), most) if text.isdecimal() and len(text) < 10 else 1
