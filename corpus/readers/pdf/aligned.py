"""Tables without rules: lines under a caption that states a unit, set into columns by the rivers between them.

A table needs its caption (单位：万元): words and figures in columns are elsewhere a list of contents or the labels of a
picture.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.readers.pdf.geometry import Box, around
from corpus.readers.pdf.heads import header_cells, with_header
from corpus.readers.pdf.layout import Layout, PrintedCell, PrintedLine, PrintedTable
from corpus.readers.pdf.line_rows import LineRow, has_figure, overlap, rows_of
from corpus.readers.pdf.rivers import Band, bands_of, covered, pieces, pieces_in

CAPTION = re.compile(r"单位\s*[：:]\s*(?:人民币)?\s*(?:亿元|百万元|万元|千元|元)\s*[)）]?$")
NOTE = re.compile(r"(?:备?注|说明)\s*[0-9]?\s*[：:]|.*[。；]")
ALONE = 3
"""A row that is the only one of its table has figures in more columns than so many."""
MAX_HEADER = 8
"""A header of more lines than this is none."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The lines of a page, by their places on it, that a table is printed on or goes on with."""

    page: int
    start: int
    stop: int


def with_aligned(layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """The pages with their tables without rules, their lines taken out."""
    tables: dict[int, list[PrintedTable]] = {}
    taken: dict[int, set[int]] = {}
    for parts in _runs(layouts):
        for part, table in zip(parts, _tables([_lines(layouts, part) for part in parts]), strict=True):
            tables.setdefault(part.page, []).append(table)
            taken.setdefault(part.page, set()).update(range(part.start, part.stop))
    return tuple(
        replace(
            layout,
            lines=tuple(line for n, line in enumerate(layout.lines) if n not in taken.get(at, ())),
            tables=tuple(sorted((*layout.tables, *tables.get(at, ())), key=lambda table: table.box[1])),
        )
        for at, layout in enumerate(layouts)
    )


def _lines(layouts: Sequence[Layout], part: _Part) -> tuple[PrintedLine, ...]:
    return layouts[part.page].lines[part.start : part.stop]


def _runs(layouts: Sequence[Layout]) -> list[list[_Part]]:
    """The parts of each table, on its page and on those that it goes on over."""
    runs: list[list[_Part]] = []
    for at, layout in enumerate(layouts):
        start = 0
        if runs and _is_open(layouts, runs[-1][-1], at):
            further = _Part(at, 0, _end(layout, 0, 0))
            if _goes_on(runs[-1], further, layouts):
                runs[-1].append(further)
                start = further.stop
        while (caption := _caption(layout, start)) is not None:
            part = _Part(at, caption + 1, _end(layout, caption + 1, 1))
            if _is_table(_lines(layouts, part)):
                runs.append([part])
            start = max(part.stop, part.start)
    return runs


def _caption(layout: Layout, start: int) -> int | None:
    found = (at for at in range(start, len(layout.lines)) if CAPTION.search(layout.lines[at].text))
    return next(found, None)


def _is_open(layouts: Sequence[Layout], part: _Part, page: int) -> bool:
    """Whether a table reached the end of the page before this one, and no ruled one is over the next lines."""
    before, layout = layouts[part.page], layouts[page]
    if part.page != page - 1 or part.stop < len(before.lines) or not layout.lines:
        return False
    below = any(table.box[1] > before.lines[-1].box[1] for table in before.tables)
    return not below and not any(table.box[1] < layout.lines[0].box[1] for table in layout.tables)


def _goes_on(run: Sequence[_Part], further: _Part, layouts: Sequence[Layout]) -> bool:
    """Whether lines at the top of a page are rows in the columns of a table before them."""
    lines = _lines(layouts, further)
    figured = _figured(lines)
    if not figured or len(_header(lines)) > MAX_HEADER:
        return False
    rows = [row for part in run for row in _figured(_lines(layouts, part))]
    return len(bands_of((*rows, *figured))) == len(bands_of(rows))


def _end(layout: Layout, start: int, titles: int) -> int:
    """The position after the lines that may be a table's: up to a note, another caption or a ruled table.

    The title of another table ends it too, from so many lines on.
    """
    for at in range(start, len(layout.lines)):
        line, above = layout.lines[at], layout.lines[max(at - 1, 0)]
        ruled = any(above.box[1] <= table.box[1] <= line.box[1] for table in layout.tables)
        is_title = at >= start + titles and line.text.endswith("表") and len(pieces(line)) == 1
        if ruled or is_title or NOTE.match(line.text) or CAPTION.search(line.text):
            return at
    return len(layout.lines)


def _figured(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    return [line for line in lines if has_figure(line)]


def _header(lines: Sequence[PrintedLine]) -> Sequence[PrintedLine]:
    """The lines before the first row, whose name may begin above its figures."""
    first = lines.index(_figured(lines)[0])
    while first > 1 and overlap((lines[first],), lines[first - 1]):
        first -= 1
    return lines[:first]


def _is_table(lines: Sequence[PrintedLine]) -> bool:
    """Whether lines under a caption are a header and rows in columns."""
    figured = _figured(lines)
    if not figured or not 0 < len(_header(lines)) <= MAX_HEADER:
        return False
    return len(bands_of(figured)) > (1 if len(figured) > 1 else ALONE)


def _tables(parts: Sequence[Sequence[PrintedLine]]) -> Iterator[PrintedTable]:
    """The parts of one table, each in the columns that all of them have."""
    filled = bands_of([line for lines in parts for line in _figured(lines)])
    bands = with_header([pieces_in(line, filled) for line in _header(parts[0])], filled)
    for lines in parts:
        first = len(_header(lines))
        header = header_cells([pieces_in(line, bands) for line in _header(lines)], bands)
        depth = max((cell.row + cell.row_span for cell in header), default=0)
        body = (
            cell for at, row in enumerate(rows_of(lines[first:]), depth) for cell in _cells(at, row, bands)
        )
        cells = (*header, *body)
        yield PrintedTable(cells, around(cell.box for cell in cells if cell.text), _edges(bands))


def _edges(bands: Sequence[Band]) -> tuple[float, ...]:
    return (bands[0].left, *(band.right for band in bands))


def _cells(at: int, row: LineRow, bands: Sequence[Band]) -> Iterator[PrintedCell]:
    """The cells of a row: in each column the words of its lines, under each other."""
    held: dict[int, list[tuple[str, Box]]] = {}
    spans: dict[int, int] = {}
    for line in row:
        for piece in pieces(line):
            columns = covered(piece.box, bands)
            held.setdefault(columns.start, []).append((piece.text, piece.box))
            spans[columns.start] = max(len(columns), spans.get(columns.start, 1))
    _, top, _, bottom = around(line.box for line in row)
    column = 0
    while column < len(bands):
        texts = held.get(column, [])
        free = next((n for n in range(column + 1, len(bands)) if n in held), len(bands)) - column
        width = min(spans.get(column, 1), free)
        box = (
            around(box for _, box in texts)
            if texts
            else (bands[column].left, top, bands[column].right, bottom)
        )
        yield PrintedCell(at, column, 1, width, "\n".join(text for text, _ in texts), box)
        column += width
