"""The body of a Word document to the common stream, in the order of the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from corpus.document import Span
from corpus.errors import ReadError
from corpus.readers.docx.names import W
from corpus.readers.docx.styles import Styles
from corpus.readers.docx.tables import TableCell, table_cells, table_rows
from corpus.readers.docx.text import paragraph_text, paragraphs_below
from corpus.readers.markup import Element
from corpus.readers.stream import Block, Grid, GridCell, TextLine

PARAGRAPH = f"{W}p"
TABLE = f"{W}tbl"
CONTENT = frozenset({PARAGRAPH, TABLE})
MAX_PLACES = 400_000
"""Rows times columns of all tables."""

MAX_PARAGRAPHS = 200_000
PAGE_END = 2
"""The blank lines that stand for the end of a page, and in front of a heading that has the style of one."""


@dataclass(slots=True)
class Body:
    """Reads a body; paragraphs and rows of tables are counted together, from 1, and are the lines of its places."""

    name: str
    styles: Styles
    _numbers: count[int] = field(default_factory=lambda: count(1))
    _places: int = 0
    _gap: int = 0
    _is_below_heading: bool = False

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Everything below an element: a line for each paragraph, a grid for each table, text boxes after both."""
        for element in paragraphs_below(parent, CONTENT):
            if element.tag == PARAGRAPH:
                yield from self._paragraph(element)
            else:
                yield from self._table(element)

    def _next(self) -> int:
        number = next(self._numbers)
        if number > MAX_PARAGRAPHS:
            raise ReadError(f"{self.name}: more than {MAX_PARAGRAPHS} paragraphs and rows; split the file")
        return number

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        found = paragraph_text(paragraph)
        number = self._next()
        span = Span(self.name, lines=(number, number))
        text = found.text
        if text.strip():
            is_heading = self.styles.is_heading(paragraph)
            starts = is_heading and not self._is_below_heading
            if starts or self.styles.begins_page(paragraph):
                self._gap = PAGE_END
            yield from [TextLine("", span)] * self._gap
            label = self.styles.label(paragraph)
            indent = "" if is_heading else "　" * self.styles.indent(paragraph)
            yield from (TextLine(line, span) for line in f"{indent}{label}{text}".split("\n"))
            self._gap, self._is_below_heading = 1, is_heading
        if found.ends_page or paragraph.find(f"{W}pPr/{W}sectPr") is not None:
            self._gap = PAGE_END
        for box in found.boxes:
            yield from self.blocks(box)

    def _table(self, table: Element) -> Iterator[Block]:
        cells = table_cells(table)
        if len(cells) == 1:
            # A frame around text, or a layout of one place.
            yield from self.blocks(cells[0].parts[0])
            return
        height = sum(1 for _ in table_rows(table))
        width = max((cell.column + cell.column_span for cell in cells), default=0)
        self._places += width * height
        if self._places > MAX_PLACES:
            raise ReadError(f"{self.name}: its tables have more than {MAX_PLACES} places; split the file")
        rows = [self._next() for _ in range(height)]
        inner: list[Element] = []
        grid = tuple(self._cell(cell, rows, inner) for cell in cells)
        if any(cell.text for cell in grid):
            yield Grid(grid, Span(self.name, lines=(rows[0], rows[-1])))
        for nested in inner:
            yield from self._table(nested)
        self._gap = max(self._gap, 1)
        self._is_below_heading = False

    def _cell(self, cell: TableCell, rows: list[int], inner: list[Element]) -> GridCell:
        """A cell with its text, line breaks kept; the tables in it are put to the others."""
        lines: list[str] = []
        for element in (each for part in cell.parts for each in paragraphs_below(part, CONTENT)):
            if element.tag == TABLE:
                inner.append(element)
                continue
            found = paragraph_text(element)
            boxed = (paragraph_text(each).text for box in found.boxes for each in box.iter(PARAGRAPH))
            label = self.styles.label(element) if found.text.strip() else ""
            lines.extend(text for text in (f"{label}{found.text}", *boxed) if text.strip())
        span = Span(self.name, lines=(rows[cell.row], rows[cell.row + cell.row_span - 1]))
        return GridCell(cell.row, cell.column, cell.row_span, cell.column_span, "\n".join(lines), span)
