"""Flattened text tables to typed tables: every amount cell of every row, blank ones included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.document import Cell, Column, ColumnRole, Row, RowRole, Table
from corpus.figures import parse_figure
from corpus.headers import Header
from corpus.placement import Balances, Placed, SideRows, account, place
from corpus.quantity import YUAN
from corpus.readers.stream import TextLine
from corpus.regions import CAPTION, Region
from corpus.rows import PrintedRow, parents, read_rows, role, roles_in_order, row_sums
from corpus.solver import Sum


@dataclass(frozen=True, slots=True)
class _Draft:
    """A table whose rows are read and whose figures are still to be placed."""

    region: Region
    rows: tuple[PrintedRow, ...]
    roles: tuple[RowRole, ...]
    parents: tuple[int | None, ...]
    notes: tuple[str, ...]


def read_tables(
    lines: Sequence[TextLine], regions: Sequence[Region], sections: Sequence[int]
) -> tuple[Table, ...]:
    """The typed tables of a text; `sections` gives each region's section.

    Tables are read twice: what the first reading proves of an account's amount settles blanks of other tables
    that speak of the same account.
    """
    drafts = [_draft(region) for region in regions]
    first = [_placed(draft, {}) for draft in drafts]
    balances = _balances(drafts, first)
    return tuple(
        _table(lines, draft, _placed(draft, balances), section)
        for draft, section in zip(drafts, sections, strict=True)
    )


def _draft(region: Region) -> _Draft:
    rows, notes = read_rows(region.lines, region.header)
    roles = roles_in_order(rows, [role(row.name) for row in rows])
    return _Draft(region, rows, roles, parents(rows, roles), notes)


def _placed(draft: _Draft, balances: Balances) -> list[Placed]:
    """The placement of each side, in the order of the header's sides."""
    return [place(_side(draft, number), balances) for number in range(len(draft.region.header.sides))]


def _side(draft: _Draft, number: int) -> SideRows:
    positions = [at for at, row in enumerate(draft.rows) if row.side == number]
    local = {at: position for position, at in enumerate(positions)}
    sums = row_sums(draft.rows, draft.roles, draft.parents, number)
    return SideRows(
        draft.region.header.sides[number],
        tuple(draft.rows[at] for at in positions),
        tuple(draft.roles[at] for at in positions),
        tuple(Sum(local[check.total], tuple(local[part] for part in check.parts)) for check in sums),
        draft.region.unit,
    )


def _balances(drafts: Sequence[_Draft], placed: Sequence[list[Placed]]) -> dict[str, Decimal]:
    """What accounts amount to in yuan, by the rows of the two-sided tables; accounts told differently left out."""
    said: dict[str, set[Decimal]] = defaultdict(set)
    for draft, sides in zip(drafts, placed, strict=True):
        if len(sides) != 2:
            continue
        factor = YUAN.get(draft.region.unit, Decimal(1))
        for number, side in enumerate(sides):
            rows = [at for at, row in enumerate(draft.rows) if row.side == number]
            for at, texts, certain in zip(rows, side.texts, side.certain, strict=True):
                if certain[0] and draft.roles[at] is RowRole.ITEM:
                    said[account(draft.rows[at].name)].add((parse_figure(texts[0]) or Decimal(0)) * factor)
    return {name: amounts.pop() for name, amounts in said.items() if len(amounts) == 1}


def _table(lines: Sequence[TextLine], draft: _Draft, sides: Sequence[Placed], section: int) -> Table:
    region = draft.region
    columns, starts = _columns(region.header)
    rows = tuple(
        Row(row.code, row.name, kind, parent, row.span, row.quote)
        for row, kind, parent in zip(draft.rows, draft.roles, draft.parents, strict=True)
    )
    title = lines[region.title]
    last = lines[region.end - 1].span
    return Table(
        title=CAPTION.sub("", title.text).strip(),
        unit=region.unit,
        section=section,
        columns=columns,
        rows=rows,
        cells=tuple(_cells(draft, sides, starts)),
        notes=draft.notes,
        span=replace(title.span, lines=((title.span.lines or (1, 1))[0], (last.lines or (1, 1))[1])),
    )


def _columns(header: Header) -> tuple[tuple[Column, ...], list[int]]:
    """All columns from left to right, and where each side's amounts begin."""
    columns: list[Column] = []
    starts: list[int] = []
    for side in header.sides:
        if side.code:
            columns.append(Column(side.code, ColumnRole.CODE))
        if side.name:
            columns.append(Column(side.name, ColumnRole.NAME))
        starts.append(len(columns))
        columns.extend(Column(path, ColumnRole.AMOUNT) for path in side.columns)
    return tuple(columns), starts


def _cells(draft: _Draft, sides: Sequence[Placed], starts: Sequence[int]) -> Iterator[Cell]:
    readers: list[Iterable[tuple[tuple[str, ...], tuple[bool, ...]]]] = [
        iter(zip(side.texts, side.certain, strict=True)) for side in sides
    ]
    for at, row in enumerate(draft.rows):
        texts, certain = next(iter(readers[row.side]))
        for column, (text, proven) in enumerate(zip(texts, certain, strict=True), start=starts[row.side]):
            yield Cell(at, column, text, parse_figure(text) if text else None, proven, row.span)
