"""A sheet of a workbook as it is shown, whatever the format of its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Place = tuple[int, int]
"""Row and column, both from 1 as the program numbers them."""

Range = tuple[int, int, int, int]
"""First row, first column, last row, last column."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell: what it shows, and whether rules are drawn on its left and right.

    `certain` is False where a formula's stored value is missing or is not what the formula gives.
    """

    text: str
    left: bool = False
    right: bool = False
    certain: bool = True


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """The cells that hold a text or a rule, and which rows and columns are not shown."""

    title: str
    cells: Mapping[Place, ShownCell]
    merged: tuple[Range, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]
