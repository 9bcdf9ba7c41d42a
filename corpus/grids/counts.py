"""Quantities, counted in what another column or the row's name says: 数量 45 | 计量单位 台, 车辆（辆） | 数量 45."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from corpus.figures import parse_figure
from corpus.forms import forms, squeezed
from corpus.grids.headers import column_path
from corpus.grids.sheet import Sheet, SheetRow, words
from corpus.readers.stream import GridCell
from corpus.units import units


def with_counters(sheet: Sheet, height: int) -> Sheet:
    """The sheet, each quantity with its counter (45台): of another column, which is blank then, or of its row's name.

    A row that gives none keeps its quantity bare, which then is of no unit and no figure.
    """
    counted = list(_under(sheet, height, forms().quantity_endings))
    if len(counted) != 1:
        return sheet
    counters = [
        at for at in _under(sheet, height, forms().counter_endings) if _are_counters(sheet, height, at)
    ]
    join = partial(_joined, counter=counters[0]) if counters else _of_its_name
    return replace(
        sheet, rows=sheet.rows[:height] + tuple(join(row, counted[0]) for row in sheet.rows[height:])
    )


def _under(sheet: Sheet, height: int, endings: tuple[str, ...]) -> Iterator[int]:
    """The columns whose innermost head ends so."""
    for column in range(sheet.width):
        path = column_path(sheet.rows[:height], column)
        if path and squeezed(path[-1]).endswith(endings):
            yield column


def _are_counters(sheet: Sheet, height: int, column: int) -> bool:
    said = [text for row in sheet.rows[height:] if (text := words(row[column]))]
    return bool(said) and all(units().is_counter(text) for text in said)


def _joined(row: SheetRow, at: int, counter: int) -> SheetRow:
    if not _is_bare(row[at]):
        return row
    made = list(_counting(row, at, words(row[counter])))
    made[counter] = replace(row[counter], text="")
    return tuple(made)


def _of_its_name(row: SheetRow, at: int) -> SheetRow:
    """The row whose quantity counts in what its name says: 2、车辆（台、辆） | 45 is 45辆."""
    said = next((unit for cell in reversed(row[:at]) if (unit := units().stated(words(cell)))), "")
    counter = said.rpartition("、")[2]
    return _counting(row, at, counter) if _is_bare(row[at]) and units().is_counter(counter) else row


def _is_bare(cell: GridCell) -> bool:
    """Whether a cell is one place with a number alone."""
    return (cell.row_span, cell.column_span) == (1, 1) and parse_figure(words(cell)) is not None


def _counting(row: SheetRow, at: int, counter: str) -> SheetRow:
    return (*row[:at], replace(row[at], text=words(row[at]) + counter), *row[at + 1 :])
