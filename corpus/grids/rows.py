"""The rows of a sheet: code, name and amounts of each side, with what each adds up to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import RowRole, Span
from corpus.forms import forms, squeezed
from corpus.grids.headers import is_figure, is_ordinals
from corpus.grids.sheet import SheetRow, origins, row_span, texts, words
from corpus.grids.sides import GridSide
from corpus.readers.stream import GridCell
from corpus.rows import CODE_AT_START, role

CODE = re.compile(r"\d{2,7}")
GROUPED = re.compile(r"(?:小计|合计|总计|其中.*|其他.{0,4})$")


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of one side; `amounts` gives a cell for each amount column, None where the grid has none there.

    `group` is what a cell merged over several rows says in front of the name, `depth` the last name column that
    the row fills, of a table that sets its levels into columns beside each other.
    """

    side: int
    code: str | None
    name: str
    group: str | None
    depth: int
    amounts: tuple[GridCell | None, ...]
    span: Span
    quote: str

    @property
    def role(self) -> RowRole:
        """How the row takes part in sums: the total of a group is an item of the table."""
        return RowRole.ITEM if self.group and squeezed(self.name).endswith("小计") else role(self.name)


def grid_rows(rows: Sequence[SheetRow], header: Sequence[SheetRow], sides: Sequence[GridSide]) -> list[GridRow]:
    """The rows below a header; empty ones, repeated headers and numbers of columns left out."""
    said = {tuple(texts(row)) for row in header}
    found: list[GridRow] = []
    for above, row in zip([None, *rows], rows, strict=False):
        if is_ordinals(row) or (texts(row) and tuple(texts(row)) in said and not _has_figures(row)):
            continue
        for number, side in enumerate(sides):
            read = _read(row, above, number, sides)
            if read is None:
                continue
            if found and _is_rest(found[-1], read, above, row):
                found[-1] = _with_rest(found[-1], read)
            else:
                found.append(read)
    return _told_apart(found)


def _has_figures(row: SheetRow) -> bool:
    return any(is_figure(text) for text in texts(row))


def _read(row: SheetRow, above: SheetRow | None, number: int, sides: Sequence[GridSide]) -> GridRow | None:
    side = sides[number]
    later = {column for other in sides[number + 1 :] for column in other.labels}
    labels = [cell for cell in _distinct(row, side.labels) if later.isdisjoint(_covered(cell))]
    code, names, group, depth = _labels(labels, side)
    amounts = tuple(_amount(row, above, column, side) for column in side.amounts)
    if not labels and side.labels:
        return None
    figures = [cell for cell in amounts if cell is not None and words(cell)]
    if not (code or names or figures):
        return None
    if not names and figures:
        names = [text for column in side.texts if (text := words(row[column]))][:1]
    quote = " ".join(texts(row))
    return GridRow(number, code, " ".join(names), group, depth, amounts, row_span(row), quote)


def _distinct(row: SheetRow, columns: Sequence[int]) -> list[GridCell]:
    return list(dict.fromkeys(row[column] for column in columns))


def _covered(cell: GridCell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def _labels(cells: Sequence[GridCell], side: GridSide) -> tuple[str | None, list[str], str | None, int]:
    """Code, name, group and depth of a row by the cells in its code and name columns."""
    code: list[str] = []
    names: list[tuple[str, int]] = []
    groups: list[str] = []
    for cell in cells:
        text = words(cell)
        if not text or (squeezed(text) in forms().code_words and cell.column in side.codes):
            continue
        bare = text.replace(" ", "")
        glued = CODE_AT_START.match(bare)
        if cell.column in side.codes and CODE.fullmatch(bare):
            code.append(bare)
        elif glued and not code:
            code.append(glued[1])
            names.append((bare[glued.end() :], _last(cell, side)))
        elif cell.row_span > 1 and len(cells) > 1 and cell is not cells[-1]:
            groups.append(text)
        else:
            names.append((text, _last(cell, side)))
    if not names and groups:
        names = [(groups.pop(), len(side.names))]
    depth = max((at for _, at in names), default=len(side.names))
    return "".join(code) or None, [name for name, _ in names], " ".join(groups) or None, depth


def _last(cell: GridCell, side: GridSide) -> int:
    """Which of the name columns a cell begins in."""
    return sum(column < cell.column for column in side.names)


def _amount(row: SheetRow, above: SheetRow | None, column: int, side: GridSide) -> GridCell | None:
    """The cell of an amount; None where another cell is merged over its place."""
    cell = row[column]
    is_own = cell.column == column and (above is None or above[column] is not cell)
    return cell if is_own and not set(_covered(cell)) & set(side.labels) else None


def _is_rest(before: GridRow, row: GridRow, above: SheetRow | None, printed: SheetRow) -> bool:
    """Whether a row is the rest of a name that the end of a page cuts: no code of its own and no figures."""
    if above is None or before.code is None or row.code or not row.name or before.side != row.side:
        return False
    is_new_page = next(origins(above)).span.page != next(origins(printed)).span.page
    return is_new_page and not _has_figures(printed) and row.role is RowRole.ITEM


def _with_rest(before: GridRow, row: GridRow) -> GridRow:
    return replace(before, name=before.name + row.name, quote=before.quote + row.quote)


def _told_apart(rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows with the group in front of names that say nothing without it, or that another group has too."""
    counted = Counter(row.name for row in rows if row.group)
    named = (
        replace(row, name=f"{row.group} {row.name}")
        if row.group and (GROUPED.match(row.name) or counted[row.name] > 1)
        else row
        for row in rows
    )
    return list(named)


def parent_by_depth(rows: Sequence[GridRow]) -> Iterator[int | None]:
    """For each row of a table whose levels stand in columns beside each other the row that it is part of."""
    opened: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        if row.role is RowRole.TOTAL:
            opened.clear()
            yield None
            continue
        while opened and opened[-1][0] >= row.depth:
            opened.pop()
        yield opened[-1][1] if opened else None
        opened.append((row.depth, at))
