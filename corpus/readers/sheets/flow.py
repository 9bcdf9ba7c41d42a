"""Sheets to the common stream: titles, units and notes as lines, what stands in rows and columns as grids.

Rules tell a table where a sheet draws them; else rows of several cells are one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from corpus.document import Span
from corpus.figures import parse_figure
from corpus.readers.sheets.model import Place, ShownCell, ShownSheet
from corpus.readers.stream import Block, Grid, GridCell, TextLine

PAGE_END = 2
"""The blank lines that stand for the end of a sheet."""

RULED_EDGES = 3
"""A row of a table has at least two cells, so that it has vertical rules at so many places."""

LONG = 30
"""A last row of one cell with more characters is a note, not a row."""

NOTE_WORDS = ("注", "备注", "说明")
EMPTY = ShownCell("")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell by its rows and columns as positions among those that are shown."""

    rows: range
    columns: range
    content: ShownCell


@dataclass(frozen=True, slots=True)
class _Laid:
    """A sheet without what is hidden: `numbers` are the rows' own numbers, `places` gives each place its cell."""

    numbers: tuple[int, ...]
    width: int
    places: dict[Place, _Cell]
    rules: dict[int, frozenset[int]]

    def cells(self, row: int) -> list[_Cell]:
        """The cells with a text that begin in a row, from left to right."""
        found = (self.places.get((row, column)) for column in range(self.width))
        return [
            cell
            for cell in dict.fromkeys(filter(None, found))
            if cell.content.text and cell.rows.start == row
        ]

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in a row, nor is merged into it from above."""
        found = (self.places.get((row, column)) for column in range(self.width))
        return not any(cell.content.text for cell in found if cell)

    def is_ruled(self, row: int) -> bool:
        """Whether a row has the vertical rules of a table's."""
        return len(self.rules.get(row, ())) >= RULED_EDGES


def sheet_blocks(name: str, number: int, sheet: ShownSheet) -> Iterator[Block]:
    """The lines and grids of a sheet; `number` is its position among the sheets that are shown."""
    blocks = list(_Flow(name, number, _laid(sheet)).blocks())
    end = TextLine("", Span(name, page=number))
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Grid)), 0)
    said = [block.text for block in blocks[:first] if isinstance(block, TextLine)]
    if sheet.title.endswith("表") and not _has_digit(sheet.title) and not any("表" in text for text in said):
        yield replace(end, text=sheet.title)
    yield from blocks
    if blocks:
        yield from [end] * PAGE_END


def _has_digit(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _laid(sheet: ShownSheet) -> _Laid:
    """The cells by position; merged ones once for all of their places."""
    used = [place for place, cell in sheet.cells.items() if cell.text or cell.left or cell.right]
    rows = sorted({row for row, _ in used} - sheet.hidden_rows)
    numbers = (
        tuple(row for row in range(rows[0], rows[-1] + 1) if row not in sheet.hidden_rows) if rows else ()
    )
    last = max((column for _, column in used), default=0)
    columns = [column for column in range(1, last + 1) if column not in sheet.hidden_columns]
    row_at = {row: at for at, row in enumerate(numbers)}
    column_at = {column: at for at, column in enumerate(columns)}
    places: dict[Place, _Cell] = {}
    rules: dict[int, set[int]] = {}
    for top, left, bottom, right in sheet.merged:
        across = [column_at[each] for each in range(left, min(right, last) + 1) if each in column_at]
        down = [row_at[row] for row in range(top, min(bottom, rows[-1] if rows else 0) + 1) if row in row_at]
        if across and down:
            content = sheet.cells.get((top, left), EMPTY)
            cell = _Cell(range(down[0], down[-1] + 1), range(across[0], across[-1] + 1), content)
            places.update({(row, column): cell for row in down for column in across})
    for (row, column), content in sheet.cells.items():
        if row not in row_at or column not in column_at:
            continue
        at, beside = row_at[row], column_at[column]
        own = _Cell(range(at, at + 1), range(beside, beside + 1), content)
        cell = places.setdefault((at, beside), own)
        edges = rules.setdefault(at, set())
        if content.left and beside == cell.columns.start:
            edges.add(beside)
        if content.right and beside + 1 == cell.columns.stop:
            edges.add(beside + 1)
        if cell is not own and (content.left or content.right):
            edges.update((cell.columns.start, cell.columns.stop))
    return _Laid(numbers, len(columns), places, {row: frozenset(edges) for row, edges in rules.items()})


@dataclass(frozen=True, slots=True)
class _Flow:
    """Gives the blocks of one sheet from top to bottom."""

    name: str
    number: int
    laid: _Laid

    def blocks(self) -> Iterator[Block]:
        """Tables by their rules; where a stretch of the sheet has none, by their rows of several cells."""
        for has_rules, rows in self._stretches():
            if has_rules:
                yield from self._table(rows)
                continue
            for is_blank, group in groupby(rows, self.laid.is_blank):
                stretch = list(group)
                if is_blank:
                    yield TextLine("", self._span(stretch[0], stretch[0]))
                else:
                    yield from self._table(stretch) if self._is_table(stretch) else self._lines(stretch)

    def _stretches(self) -> Iterator[tuple[bool, list[int]]]:
        """Rows that have rules and rows that have none, in turns.

        Figures right below rules belong to them, and so does what is merged from above into rows that have rules.
        """
        before = False
        marked = []
        for row in range(len(self.laid.numbers)):
            has_rules = bool(self.laid.rules.get(row))
            before = has_rules or (before and self._is_row_of_figures(row))
            marked.append(before)
        for row in range(len(marked) - 2, -1, -1):
            marked[row] |= marked[row + 1] and self._reaches_down(row)
        for has_rules, group in groupby(range(len(marked)), lambda row: marked[row]):
            rows = list(group)
            if has_rules and not any(self.laid.is_ruled(row) for row in rows):
                has_rules = False
            yield has_rules, rows

    def _reaches_down(self, row: int) -> bool:
        """Whether a cell with a text is merged from a row, or from above it, into the next."""
        below = (self.laid.places.get((row + 1, column)) for column in range(self.laid.width))
        return any(cell.content.text and cell.rows.start <= row for cell in below if cell)

    def _is_row_of_figures(self, row: int) -> bool:
        cells = self.laid.cells(row)
        return len(cells) > 1 and any(parse_figure(cell.content.text) is not None for cell in cells[1:])

    def _is_table(self, rows: Sequence[int]) -> bool:
        return len(rows) > 1 and any(self._is_row_of_figures(row) for row in rows)

    def _table(self, rows: Sequence[int]) -> Iterator[Block]:
        """A grid, what stands over and under it in one cell a row as lines."""
        start, end = 0, len(rows)
        while start < end and self._is_over(rows[start]):
            start += 1
        while end > start and self._is_under(rows[end - 1]):
            end -= 1
        yield from self._lines(rows[:start])
        if start < end:
            yield self._grid(rows[start:end])
        yield from self._lines(rows[end:])

    def _is_over(self, row: int) -> bool:
        """Whether a row over a table is none of it: empty or of one cell, the title or the unit."""
        return not self.laid.is_ruled(row) and len(self.laid.cells(row)) < 2

    def _is_under(self, row: int) -> bool:
        """Whether a row below a table is none of it: empty, a note, or one cell over more than half of its width."""
        cells = self.laid.cells(row)
        if len(cells) != 1:
            return not cells
        text = cells[0].content.text
        is_wide = len(cells[0].columns) * 2 > self.laid.width and not self.laid.is_ruled(row)
        return text.startswith(NOTE_WORDS) or len(text) > LONG or is_wide

    def _lines(self, rows: Sequence[int]) -> Iterator[TextLine]:
        for row in rows:
            texts = [cell.content.text.split("\n") for cell in self.laid.cells(row)]
            is_plain = all(len(text) == 1 for text in texts)
            lines = [line for text in texts for line in text]
            for line in [" ".join(lines)] if is_plain else lines:
                if line.strip():
                    yield TextLine(line.strip(), self._span(row, row))

    def _grid(self, rows: Sequence[int]) -> Grid:
        columns = self._columns(rows)
        cells = []
        for row in rows:
            for column in columns:
                cell = self.laid.places.get((row, column)) or _Cell(
                    range(row, row + 1), range(column, column + 1), EMPTY
                )
                down = range(max(cell.rows.start, rows[0]), min(cell.rows.stop, rows[-1] + 1))
                across = range(max(cell.columns.start, columns.start), min(cell.columns.stop, columns.stop))
                if (down.start, across.start) == (row, column):
                    cells.append(self._grid_cell(cell.content, down, across, (rows[0], columns.start)))
        return Grid(tuple(cells), self._span(rows[0], rows[-1]))

    def _grid_cell(self, content: ShownCell, down: range, across: range, corner: Place) -> GridCell:
        return GridCell(
            down.start - corner[0],
            across.start - corner[1],
            len(down),
            len(across),
            content.text,
            self._span(down.start, down.stop - 1),
            content.certain,
        )

    def _columns(self, rows: Sequence[int]) -> range:
        """The columns in which something stands or is drawn."""
        used = [
            column
            for row in rows
            for column in range(self.laid.width)
            if (cell := self.laid.places.get((row, column)))
            and (cell.content.text or cell.content.left or cell.content.right)
        ]
        return range(min(used), max(used) + 1)

    def _span(self, first: int, last: int) -> Span:
        return Span(self.name, lines=(self.laid.numbers[first], self.laid.numbers[last]), page=self.number)
