"""Found tables to typed tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain

from corpus.document import Cell, Column, ColumnRole, Row, RowRole, Table
from corpus.figures import is_dash, parse_figure
from corpus.grids.checks import (
    Place,
    Places,
    across,
    blank_heads,
    contradicted,
    down,
    last_digit,
    mostly_kept,
    proven,
)
from corpus.grids.find import FoundTable
from corpus.grids.headers import GridHeader
from corpus.grids.items import block_items, row_item
from corpus.grids.nesting import blocks, parts_by_amount
from corpus.grids.rows import NOTHING, GridRow, grid_rows, parent_by_depth
from corpus.grids.sheet import words
from corpus.grids.sides import GridSide, sides
from corpus.headers import column_sums
from corpus.rows import PrintedRow, parents, roles_in_order, row_sums
from corpus.solver import Sum
from corpus.units import cell_unit, header_unit, units


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of the typed table, and for each side which of them its figures are."""

    columns: tuple[Column, ...]
    figures: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class _Sums:
    """What must add up: rows, and columns by rule; `slack` is by how much a sum may be off for each part."""

    down: tuple[Places, ...]
    across: tuple[tuple[Places, ...], ...]
    slack: Decimal


def grid_tables(
    found: Sequence[FoundTable], sections: Sequence[int], recognised: frozenset[int]
) -> tuple[Table, ...]:
    """The typed tables of a stream; `sections` gives each one's section, `recognised` is as in `Document`."""
    return tuple(
        grid_table(table, section, recognised) for table, section in zip(found, sections, strict=True)
    )


def grid_table(found: FoundTable, section: int, recognised: frozenset[int]) -> Table:
    """The typed table of a sheet; a figure's column is where it stands, and its sums may speak against it.

    On a recognised page they must speak for it.
    """
    header = found.header
    parts = sides(header.roles)
    columns = _columns(header, parts)
    rows = _in_lists(grid_rows(found.sheet.rows, header.height, parts), columns)
    roles = roles_in_order(_printed(rows), [row.role for row in rows])
    above = _parents(rows, roles, parts)
    table = Table(
        title=found.title,
        unit=found.unit,
        section=section,
        columns=columns.columns,
        rows=tuple(
            Row(row.code, row.name, role, parent, row.span, row.quote, row_item(row, parts, header.paths))
            for row, role, parent in zip(rows, roles, above, strict=True)
        ),
        cells=tuple(_cells(rows, columns)),
        notes=found.notes,
        span=found.span,
        number=found.number,
    )
    amounts = _amounts(table)
    table = replace(table, rows=tuple(_nested(table.rows, rows, columns, amounts)))
    sums = _Sums(
        down(_row_sums(rows, [row.role for row in table.rows], [row.parent for row in table.rows], columns)),
        across(_column_sums(rows, columns)),
        last_digit(cell.text for cell in table.cells),
    )
    doubted = contradicted(amounts, (*sums.down, *chain.from_iterable(sums.across)), sums.slack)
    unsure = doubted | set(blank_heads(table)) | _unproven(found, table, sums, recognised)
    cells = (
        replace(cell, certain=cell.certain and (cell.row, cell.column) not in unsure) for cell in table.cells
    )
    return replace(table, cells=tuple(cells))


def _in_lists(rows: Sequence[GridRow], columns: _Columns) -> list[GridRow]:
    """The rows, those of a list that goes on beside itself one part after the other, as they are read."""
    first = [columns.figures.index(places) for places in columns.figures]
    if len({*first}) == len(first):
        return list(rows)
    return [replace(row, side=first[row.side]) for row in sorted(rows, key=lambda row: row.side)]


def _unproven(found: FoundTable, table: Table, sums: _Sums, recognised: frozenset[int]) -> frozenset[Place]:
    """The places on recognised pages that no sum proves; all where nothing says what the figures count."""
    if not found.knows_unit:
        return frozenset((cell.row, cell.column) for cell in table.cells)
    read = frozenset((cell.row, cell.column) for cell in table.cells if cell.span.page in recognised)
    if not read or not found.states_unit:
        return read
    amounts = {
        (cell.row, cell.column): (cell.number or Decimal(0)) if cell.certain else None
        for cell in table.cells
        if cell_unit(table, cell) == table.unit
    }
    kept = mostly_kept(amounts, sums.across, sums.slack)
    return read - proven(amounts, (*sums.down, *kept), sums.slack)


def _nested(
    typed: Sequence[Row], rows: Sequence[GridRow], columns: _Columns, amounts: Mapping[Place, Decimal]
) -> Iterator[Row]:
    """The rows, those without a parent that are parts by their amounts with the row that they are parts of.

    What follows 其中 in such a list is of the same kind. A subtotal over its parts is an item of the total.
    """
    parts: dict[int, int] = {}
    in_blocks: dict[int, int] = {}
    for number, places in enumerate(columns.figures):
        own = [at for at, row in enumerate(rows) if row.side == number]
        in_blocks |= blocks(typed, own, places, amounts)
        parts |= parts_by_amount(typed, own, places, amounts)
    parts |= in_blocks
    partial = {row.parent for row in typed if row.role is RowRole.OF_WHICH}
    heads = {*parts.values()}
    items = block_items(typed, in_blocks)
    for at, row in enumerate(typed):
        role = RowRole.ITEM if at in heads and row.role is RowRole.TOTAL else row.role
        item = row.item or items.get(at)
        if row.parent is None and at in parts:
            role = RowRole.OF_WHICH if parts[at] in partial else role
            yield replace(row, parent=parts[at], role=role, item=item)
        else:
            yield replace(row, role=role, item=item)


def _amounts(table: Table) -> dict[Place, Decimal]:
    """The figures that sums hold of: those in the table's own unit."""
    return {
        (cell.row, cell.column): cell.number
        for cell in table.cells
        if cell.number is not None and cell_unit(table, cell) == table.unit
    }


def _columns(header: GridHeader, parts: Sequence[GridSide]) -> _Columns:
    """Codes in several columns are one column; their common head names it.

    A list that goes on beside itself under the same heads has its columns once.
    """
    columns: list[Column] = []
    places: list[tuple[int, ...]] = []
    begun: dict[tuple[Column, ...], tuple[int, ...]] = {}
    for number, side in enumerate(parts):
        codes = (
            [Column(_common([header.paths[at] for at in side.codes]), ColumnRole.CODE)] if side.codes else []
        )
        labels = [*codes, *(Column(_named(header, at), ColumnRole.NAME) for at in side.names)]
        figures = [Column(_of_side(header, parts, number, at), header.roles[at]) for at in side.figures]
        own = tuple(range(len(columns) + len(labels), len(columns) + len(labels) + len(figures)))
        known = begun.setdefault((*labels, *figures), own)
        places.append(known)
        if known == own:
            columns.extend((*labels, *figures))
            columns.extend(Column(_named(header, at), ColumnRole.TEXT) for at in side.texts)
    return _Columns(tuple(columns), tuple(places))


def _named(header: GridHeader, column: int) -> tuple[str, ...]:
    """A column's path; one without header belongs to the column on its left."""
    return next((path for path in reversed(header.paths[: column + 1]) if path), ("",))


def _of_side(header: GridHeader, parts: Sequence[GridSide], number: int, column: int) -> tuple[str, ...]:
    """The path of an amount; a head that is drawn over the names of the next side as well is that side's own.

    The amount is then under the head of the names in front of it.
    """
    path = header.paths[column]
    following = parts[number + 1].labels[:1] if number + 1 < len(parts) else ()
    heads = header.paths[parts[number].labels[-1]][:-1] if parts[number].labels else ()
    is_others = any(header.paths[at][:-1] == path[:-1] for at in following)
    return (*heads, path[-1]) if is_others and path[:-1] != heads and heads else path or ("",)


def _common(paths: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    if len(paths) == 1:
        return paths[0]
    parts = []
    for same in zip(*paths, strict=False):
        if len(set(same)) > 1:
            break
        parts.append(same[0])
    return tuple(parts) or paths[0]


def _printed(rows: Sequence[GridRow]) -> list[PrintedRow]:
    return [PrintedRow(row.side, row.code, row.name, (), row.span, row.quote) for row in rows]


def _parents(
    rows: Sequence[GridRow], roles: Sequence[RowRole], parts: Sequence[GridSide]
) -> tuple[int | None, ...]:
    """For each row what it adds up to: by levels in columns, by its group's 小计, else by code and ordinal."""
    in_columns = (
        len(parts) == 1 and len(parts[0].names) > 1 and not any(row.code or row.group for row in rows)
    )
    if in_columns:
        return tuple(parent_by_depth(rows))
    found = parents(_printed(rows), roles)
    heads = {
        row.group: at
        for at, row in reversed(list(enumerate(rows)))
        if row.group and row.name.endswith("小计")
    }
    return tuple(
        (heads[row.group] if heads[row.group] != at else None) if row.group in heads else found[at]
        for at, row in enumerate(rows)
    )


def _row_sums(
    rows: Sequence[GridRow], roles: Sequence[RowRole], above: Sequence[int | None], columns: _Columns
) -> Iterator[tuple[Sum, Sequence[int]]]:
    printed = _printed(rows)
    for number, places in enumerate(columns.figures):
        for check in row_sums(printed, roles, above, number):
            yield check, places


def _column_sums(rows: Sequence[GridRow], columns: _Columns) -> Iterator[tuple[Sum, Sequence[int]]]:
    for number, places in enumerate(columns.figures):
        own = [at for at, row in enumerate(rows) if row.side == number]
        for check in column_sums([columns.columns[at].path for at in places]):
            yield Sum(places[check.total], tuple(places[part] for part in check.parts)), own


def _is_counted(column: Column) -> bool:
    """Whether a column holds quantities that each say what they count in: one that does not is of nothing."""
    return column.role is ColumnRole.MEASURE and header_unit(column.path) is None


def _cells(rows: Sequence[GridRow], columns: _Columns) -> Iterator[Cell]:
    for at, row in enumerate(rows):
        for column, cell in zip(columns.figures[row.side], row.figures, strict=True):
            if cell is None:
                continue
            text = words(cell)
            counted = units().counted(text)
            if counted is None and _is_counted(columns.columns[column]):
                continue
            number: Decimal | None = parse_figure(counted[0] if counted else text) if text else None
            is_read = number is not None or not text or is_dash(text) or text in NOTHING
            yield Cell(at, column, text, number, cell.certain and is_read, cell.span)
