"""The rows of a sheet: code, name and figures of each side, with what each adds up to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corpus.document import RowRole, Span
from corpus.forms import forms, squeezed
from corpus.grids.headers import is_figure, is_ordinals, total_label
from corpus.grids.sheet import SheetRow, origins, row_span, texts, words
from corpus.grids.sides import GridSide
from corpus.readers.stream import GridCell
from corpus.rows import CODE_AT_START, role

CODE = re.compile(r"\d{1,9}")
BRACKETED = re.compile(r"[\[［【〔](\d{3,9})[\]］】〕]")
"""A code in brackets before its name: [2070104]图书馆."""

NOTHING = frozenset({"无", "/", "\\", "*"})
"""Words in the place of a name or a figure that say that there is none."""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A row of one side; `figures` gives a cell for each column of figures, None where the grid has none there.

    `codes` gives the code's parts for each code column, `name` is what the first of its name columns says and `more`
    what the others do, `group` what a cell merged over several rows says in front of it, `depth` the last name
    column that the row fills, of a table that sets its levels into columns beside each other. `labels` are all
    words in its name columns, each with its column.
    """

    side: int
    codes: tuple[str, ...]
    name: str
    more: str
    group: str | None
    depth: int
    figures: tuple[GridCell | None, ...]
    span: Span
    quote: str
    labels: tuple[tuple[int, str], ...] = ()

    @property
    def code(self) -> str | None:
        """The whole code: its parts one after the other, or the last where each repeats the ones before it."""
        whole = ""
        for part in self.codes:
            repeats = whole and len(part) > len(whole) and part.startswith(whole)
            whole = part if repeats else whole + (part.zfill(2) if whole and part else part)
        return whole or None

    @property
    def role(self) -> RowRole:
        """How the row takes part in sums: the total of a group is an item of the table."""
        return RowRole.ITEM if self.group and squeezed(self.name).endswith("小计") else role(self.name)


def grid_rows(rows: Sequence[SheetRow], height: int, sides: Sequence[GridSide]) -> list[GridRow]:
    """The rows below a header of this height; empty ones, repeated headers and numbers of columns left out."""
    said = {tuple(texts(row)) for row in rows[:height]}
    body = [None, *rows[height:]]
    groups = frozenset(_group_columns(rows[height:], sides))
    found = list(_total_in_header(rows[:height], sides))
    for above, row in pairwise(body):
        if row is None or is_ordinals(row):
            continue
        if texts(row) and tuple(texts(row)) in said and not _has_figures(row):
            continue
        beside = [_read(row, above, number, sides, groups) for number in range(len(sides))]
        for read in _with_totals_at_the_end(beside):
            read = replace(read, codes=_whole_codes(read, found))
            if found and _is_rest(found[-1], read, above, row):
                found[-1] = _with_rest(found[-1], read)
            elif not (found and _repeats(found[0], read)):
                found.append(read)
    return _told_apart(_with_levels(found))


def _with_totals_at_the_end(beside: Sequence[GridRow | None]) -> Iterator[GridRow]:
    """The rows beside each other, a total without figures as the name of those that stand unnamed behind it.

    公用经费合计 is of two lists of accounts: its name begins the first one, and its amount ends the second.
    """
    total: GridRow | None = None
    for row in filter(None, beside):
        if total and not row.name and not any(row.codes):
            row = replace(row, name=total.name)
        elif total:
            yield total
        total = row if row.role is RowRole.TOTAL and not _prints_figures(row) else None
        if total is None:
            yield row
    if total:
        yield total


def _prints_figures(row: GridRow) -> bool:
    return any(cell is not None and words(cell) for cell in row.figures)


def _whole_codes(row: GridRow, before: Sequence[GridRow]) -> tuple[str, ...]:
    """A code in several columns with the parts that are left out because the row above has the same."""
    first = next((at for at, part in enumerate(row.codes) if part), 0)
    above = next((other.codes for other in reversed(before) if other.side == row.side and other.codes), ())
    return (*above[:first], *row.codes[first:]) if first and all(above[:first]) else row.codes


def _total_in_header(header: Sequence[SheetRow], sides: Sequence[GridSide]) -> Iterator[GridRow]:
    """The total row that is the last header row as well: blank, as far as its cells do not name columns."""
    label = total_label(header)
    if label is None:
        return
    row = header[-1]
    figures = tuple(None if words(row[column]) else row[column] for column in sides[0].figures)
    yield GridRow(0, (), words(label), "", None, 0, figures, row_span(row), " ".join(texts(row)))


def _group_columns(rows: Sequence[SheetRow], sides: Sequence[GridSide]) -> Iterator[int]:
    """The columns in front of the last name column in which a name is merged over several rows."""
    for side in sides:
        for column in side.labels[:-1]:
            if any(row[column].row_span > 1 and words(row[column]) for row in rows):
                yield column


def _has_figures(row: SheetRow) -> bool:
    return any(is_figure(text) for text in texts(row))


def _read(
    row: SheetRow,
    above: SheetRow | None,
    number: int,
    sides: Sequence[GridSide],
    grouping: frozenset[int],
) -> GridRow | None:
    side = sides[number]
    later = {column for other in sides[number + 1 :] for column in other.labels}
    labels = [cell for cell in _distinct(row, side.labels) if later.isdisjoint(_covered(cell))]
    codes, names, group, depth = _labels(labels, side, grouping)
    figures = tuple(_figure(row, above, column, side) for column in side.figures)
    if not labels and side.labels:
        return None
    printed = [cell for cell in figures if cell is not None and words(cell)]
    if not (any(codes) or names or printed) or (names and not printed and NOTHING.issuperset(names)):
        return None
    if not names and printed:
        names = [text for column in side.texts if (text := words(row[column]))][:1]
    quote = " ".join(texts(row))
    name, more = next(iter(names), ""), " ".join(names[1:])
    said = tuple((cell.column, words(cell)) for cell in labels if cell.column in side.names and words(cell))
    return GridRow(number, codes, name, more, group, depth, figures, row_span(row), quote, said)


def _distinct(row: SheetRow, columns: Sequence[int]) -> list[GridCell]:
    return list(dict.fromkeys(row[column] for column in columns))


def _covered(cell: GridCell) -> range:
    return range(cell.column, cell.column + cell.column_span)


def _labels(
    cells: Sequence[GridCell], side: GridSide, grouping: frozenset[int]
) -> tuple[tuple[str, ...], list[str], str | None, int]:
    """Code parts, names, group and depth of a row by the cells in its code and name columns.

    A second code in brackets is of another classification of the same row, and no part of its name.
    """
    codes: dict[int, str] = {}
    names: list[tuple[str, int]] = []
    groups: list[str] = []
    for cell in cells:
        text = words(cell)
        if not text or (squeezed(text) in forms().code_words and cell.column in side.codes):
            continue
        bare = text.replace(" ", "")
        bracketed = BRACKETED.match(bare)
        glued = bracketed or CODE_AT_START.match(bare)
        if bracketed and codes and names:
            continue
        if cell.column in side.codes and CODE.fullmatch(bare):
            codes[cell.column] = bare
        elif glued and not codes:
            codes[next(iter(side.codes), cell.column)] = glued[1]
            names.append((bare[glued.end() :], _last(cell, side)))
        elif cell.column in grouping and cell is not cells[-1]:
            groups.append(text)
        else:
            names.append((text, _last(cell, side)))
    if not names and groups:
        names = [(groups.pop(), len(side.names) - 1)]
    depth = max((at for _, at in names), default=len(side.names) - 1)
    parts = tuple(codes.get(column, "") for column in side.codes or codes)
    return parts, [name for name, _ in names], " ".join(groups) or None, depth


def _last(cell: GridCell, side: GridSide) -> int:
    """Which of the name columns a cell begins in."""
    return sum(column < cell.column for column in side.names)


def _figure(row: SheetRow, above: SheetRow | None, column: int, side: GridSide) -> GridCell | None:
    """The cell of a figure; None where another cell is merged over its place."""
    cell = row[column]
    is_own = cell.column == column and (above is None or above[column] is not cell)
    return cell if is_own and not set(_covered(cell)) & set(side.labels) else None


def _is_rest(before: GridRow, row: GridRow, above: SheetRow | None, printed: SheetRow) -> bool:
    """Whether a row is the rest of a name that the end of a page cuts: no code of its own and no figures."""
    if above is None or before.code is None or row.code or not row.name or before.side != row.side:
        return False
    is_new_page = next(origins(above)).span.page != next(origins(printed)).span.page
    return is_new_page and not _has_figures(printed) and row.role is RowRole.ITEM


def _repeats(head: GridRow, row: GridRow) -> bool:
    """Whether a row is the total that the table begins with, printed again under the header of the next page."""
    printed = [[words(cell) if cell else "" for cell in one.figures] for one in (head, row)]
    same = (row.side, row.name) == (head.side, head.name) and printed[0] == printed[1]
    return head.role is RowRole.TOTAL and same and any(printed[0])


def _with_rest(before: GridRow, row: GridRow) -> GridRow:
    return replace(before, name=before.name + row.name, quote=before.quote + row.quote)


def _with_levels(rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows by their whole names: of two names beside each other the first one is enough where it stands alone.

    Where rows of the same level follow that leave the first name out, it is theirs as well; and a row without rows
    of a lower level below it is called by all of its names.
    """
    named: list[GridRow] = []
    shared: dict[int, str] = {}
    for at, row in enumerate(rows):
        if row.code or row.group:
            named.append(replace(row, name=" ".join(filter(None, (row.name, row.more)))))
            continue
        shared = {depth: name for depth, name in shared.items() if depth <= row.depth}
        following = next((other for other in rows[at + 1 :] if other.depth <= row.depth), None)
        goes_on = following is not None and following.depth == row.depth and not following.more
        is_head = at + 1 < len(rows) and rows[at + 1].depth > row.depth
        name = row.name
        if row.more:
            shared[row.depth] = row.name if goes_on else ""
            name = row.name if is_head and not goes_on else f"{row.name} {row.more}"
        elif head := shared.get(row.depth):
            name = f"{head} {row.name}" if row.role is RowRole.ITEM else row.name
        named.append(replace(row, name=name))
    return named


def _told_apart(rows: Sequence[GridRow]) -> list[GridRow]:
    """The rows with the group in front of names that say nothing without it, or that another group has too."""
    counted = Counter(row.name for row in rows if row.group)
    named = (
        replace(row, name=f"{row.group} {row.name}")
        if row.group and (row.name.endswith(forms().total_rows) or counted[row.name] > 1)
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
