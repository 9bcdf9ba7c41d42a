"""The body of a web page to the common stream, in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from corpus.document import Span
from corpus.errors import ReadError
from corpus.readers.html.tables import TableCell, is_layout, own_rows, table_cells
from corpus.readers.html.text import HEADINGS, INLINE, is_shown, shown_text, squeezed
from corpus.readers.markup import Element
from corpus.readers.stream import Block, Grid, GridCell, TextLine

MAX_BLOCKS = 200_000
MAX_PLACES = 400_000
PAGE_END = 2
"""The blank lines in front of a heading, as where a page begins."""

COUNTED = re.compile(r"-?\d{1,6}")


@dataclass(slots=True)
class Page:
    """Reads a page; blocks of text and rows of tables are counted together, from 1, and are the lines of its places."""

    name: str
    _number: int = 0
    _places: int = 0
    _gap: int = 0
    _is_below_heading: bool = False
    _begun: list[str] = field(default_factory=list)
    _label: str = ""

    def blocks(self, body: Element) -> Iterator[Block]:
        """Everything that a page shows below this element."""
        yield from self._walk(body)
        yield from self._close()

    def _walk(self, parent: Element) -> Iterator[Block]:
        self._begun.append(parent.text or "")
        items = 0
        for element in parent:
            if not is_shown(element):
                pass
            elif element.tag == "br":
                yield from self._close()
            elif element.tag == "table":
                yield from self._close()
                yield from self._table(element)
            elif element.tag in INLINE:
                yield from self._walk(element)
            else:
                yield from self._close()
                if element.tag == "li" and parent.tag == "ol":
                    items = self._count(element, items or self._start(parent))
                    self._label = f"{items}. "
                yield from self._block(element)
            self._begun.append(element.tail or "")

    def _block(self, element: Element) -> Iterator[Block]:
        is_heading = element.tag in HEADINGS
        if is_heading and not self._is_below_heading:
            self._gap = PAGE_END
        yield from self._walk(element)
        yield from self._close()
        self._is_below_heading = is_heading

    def _start(self, ordered: Element) -> int:
        start = ordered.get("start") or ""
        return int(start) - 1 if COUNTED.fullmatch(start) else 0

    def _count(self, item: Element, before: int) -> int:
        own = item.get("value") or ""
        return int(own) if COUNTED.fullmatch(own) else before + 1

    def _close(self) -> Iterator[TextLine]:
        """The block of text that ends here."""
        text = squeezed("".join(self._begun))
        self._begun.clear()
        if not text.strip():
            return
        number = self._next()
        span = Span(self.name, lines=(number, number))
        yield from [TextLine("", span)] * self._gap
        yield TextLine(f"{self._label}{text}", span)
        self._label, self._gap, self._is_below_heading = "", 1, False

    def _next(self) -> int:
        self._number += 1
        if self._number > MAX_BLOCKS:
            raise ReadError(f"{self.name}: more than {MAX_BLOCKS} paragraphs and rows; split the file")
        return self._number

    def _table(self, table: Element) -> Iterator[Block]:
        if is_layout(table):
            for element in table.iter("caption", "td", "th"):
                if is_shown(element) and _table_of(element) is table:
                    yield from self._block(element)
            return
        for caption in table.findall("caption"):
            yield from self._block(caption)
        height = sum(1 for _ in own_rows(table))
        cells = table_cells(table, height)
        width = max((cell.column + cell.column_span for cell in cells), default=0)
        self._places += width * height
        if self._places > MAX_PLACES:
            raise ReadError(f"{self.name}: its tables have more than {MAX_PLACES} places; split the file")
        rows = [self._next() for _ in range(height)]
        grid = tuple(self._cell(cell, rows) for cell in cells)
        if any(cell.text for cell in grid):
            yield Grid(grid, Span(self.name, lines=(rows[0], rows[-1])))
        self._gap = 1
        self._is_below_heading = False

    def _cell(self, cell: TableCell, rows: Sequence[int]) -> GridCell:
        lines = rows[cell.row], rows[cell.row + cell.row_span - 1]
        return GridCell(
            cell.row,
            cell.column,
            cell.row_span,
            cell.column_span,
            shown_text(cell.element),
            Span(self.name, lines=lines),
        )


def _table_of(element: Element) -> Element | None:
    """The table that an element is a part of."""
    above = element.getparent()
    while above is not None and above.tag != "table":
        above = above.getparent()
    return above
