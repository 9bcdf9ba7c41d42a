"""Quantities of what is bought, which count in what a column beside them says: 采购数量 45 | 计量单位 台."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.figures import parse_figure
from corpus.forms import forms, squeezed
from corpus.grids.headers import column_path
from corpus.grids.sheet import Sheet, SheetRow, words
from corpus.units import units


def with_counters(sheet: Sheet, height: int) -> Sheet:
    """The sheet, each quantity with the counter that its row gives in another column (45台), which is blank then.

    A row that gives none keeps its quantity bare, which then is of no unit and no figure.
    """
    counted = list(_under(sheet, height, forms().quantity_endings))
    counters = [
        at for at in _under(sheet, height, forms().counter_endings) if _are_counters(sheet, height, at)
    ]
    if not counters or len(counted) != 1:
        return sheet
    body = tuple(_joined(row, counted[0], counters[0]) for row in sheet.rows[height:])
    return replace(sheet, rows=sheet.rows[:height] + body)


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
    cell = row[at]
    if (cell.row_span, cell.column_span) != (1, 1) or parse_figure(words(cell)) is None:
        return row
    made = list(row)
    made[at] = replace(cell, text=words(cell) + words(row[counter]))
    made[counter] = replace(row[counter], text="")
    return tuple(made)
