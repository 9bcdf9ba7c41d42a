"""Pages to the common stream: lines and grids from top to bottom, without what is printed on every page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from corpus.document import Span
from corpus.readers.pdf.aligned import with_aligned
from corpus.readers.pdf.geometry import Box, Page
from corpus.readers.pdf.layout import Layout, PrintedLine, PrintedTable, laid_out
from corpus.readers.pdf.margins import without_margins
from corpus.readers.stream import Block, Grid, GridCell, TextLine

APART = 1.45
"""Lines so many times as far from each other as the page's lines are have a blank line between them."""

PAGE_END = 2
"""The blank lines that stand for the end of a page."""


def flow(name: str, pages: Sequence[Page]) -> tuple[Block, ...]:
    """Everything on the pages in reading order; blank lines stand for wide gaps and ends of pages."""
    blocks: list[Block] = []
    for layout in with_aligned(without_margins([laid_out(page) for page in pages])):
        page_span = Span(name, page=layout.page.number)
        if blocks:
            blocks.extend([TextLine("", page_span)] * PAGE_END)
        blocks.extend(_page_blocks(name, layout))
    return tuple(blocks)


def _page_blocks(name: str, layout: Layout) -> Iterator[Block]:
    items: list[tuple[Box, Block]] = [
        (line.box, TextLine(line.text, _span(name, layout.page, line.box), line.box)) for line in layout.lines
    ]
    items.extend((table.box, _grid(name, layout.page, table)) for table in layout.tables)
    items.sort(key=lambda item: (item[0][1], item[0][0]))
    usual = _pitch(layout.lines)
    above: Box | None = None
    for box, block in items:
        if above is not None and usual and box[3] - above[3] > APART * usual and isinstance(block, TextLine):
            yield TextLine("", block.span)
        yield block
        above = box


def _grid(name: str, page: Page, table: PrintedTable) -> Grid:
    cells = tuple(
        GridCell(
            cell.row, cell.column, cell.row_span, cell.column_span, cell.text, _span(name, page, cell.box)
        )
        for cell in table.cells
    )
    return Grid(cells, _span(name, page, table.box), table.edges)


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """How far below each other the lines of a page are as a rule; 0 where it has no two lines."""
    steps = [below.box[3] - line.box[3] for line, below in pairwise(lines)]
    return median(steps) if steps else 0.0


def _span(name: str, page: Page, box: Box) -> Span:
    left, top, right, bottom = page.as_printed(box)
    return Span(
        name, page=page.number, box=(round(left, 1), round(top, 1), round(right, 1), round(bottom, 1))
    )
