"""A table as the audit looks at it: its cells by place, and its sides."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.audit.findings import Figure, cell_figure
from corpus.audit.vocabulary import Partition, plain, vocabulary
from corpus.document import Cell, ColumnRole, Table
from corpus.facts import YEAR_IN_HEADER
from corpus.forms import squeezed
from corpus.units import cell_unit, is_measure


@dataclass(frozen=True, slots=True)
class Side:
    """One list of rows: the positions of its amount columns and of its rows in the table."""

    columns: tuple[int, ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class View:
    """A table with its cells by row and column; a two-sided one has two sides."""

    table: Table
    cells: dict[tuple[int, int], Cell]
    sides: tuple[Side, ...]

    def placed(self, row: int, column: int) -> Figure | None:
        """The amount of a cell, proven to stand there or not; None where the table has none there."""
        cell = self.cells.get((row, column))
        unit = cell_unit(self.table, cell) if cell else None
        return cell_figure(cell, unit) if cell and unit and not is_measure(unit) else None

    def figure(self, row: int, column: int) -> Figure | None:
        """The amount of a cell; None where the table has none there or its column is not proven."""
        cell = self.cells.get((row, column))
        return self.placed(row, column) if cell and cell.certain else None

    def is_proven(self, side: Side) -> bool:
        """Whether all figures of a side are proven to stand in their columns."""
        return all(
            cell.certain or not cell.text
            for row in side.rows
            for column in side.columns
            if (cell := self.cells.get((row, column)))
        )

    def text(self, row: int, column: int) -> str:
        """What is printed in a cell; nothing where it is blank or there is none."""
        cell = self.cells.get((row, column))
        return cell.text if cell else ""

    def header(self, column: int) -> str:
        """A column's whole header in plain words."""
        return squeezed("".join(self.table.columns[column].path))

    def adds(self, column: int) -> bool:
        """Whether the figures of a column may be added."""
        return not any(word in self.header(column) for word in vocabulary().ratios)

    def named(self, column: int) -> str | None:
        """The account of a partition that a column holds: by its last header cell, or the one over a total."""
        path = [plain(cell) for cell in self.table.columns[column].path]
        cells = path[:-1] if path[-1] in vocabulary().whole else path
        return vocabulary().name(YEAR_IN_HEADER.sub("", cells[-1])) if cells else None

    def partition(self, column: int) -> Partition | None:
        """What the account of a column is the sum of, where that is known of the account itself."""
        name = self.named(column)
        return next((found for found in vocabulary().partitions if found.whole == name), None)

    @property
    def carries_over(self) -> bool:
        """Whether the table has rows of what is carried over from or to other years."""
        return any(word in row.name for row in self.table.rows for word in vocabulary().carried)

    def row_name(self, row: int) -> str:
        """How a row is called for a reader: `208 社会保障和就业支出`."""
        found = self.table.rows[row]
        return " ".join(filter(None, (found.code, found.name))) or self.table.title


def view(table: Table) -> View:
    """The table with its cells and sides looked up once."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    groups = _column_groups(table)
    side_of = {column: number for number, columns in enumerate(groups) for column in columns}
    rows: list[dict[int, None]] = [{} for _ in groups]
    for cell in table.cells:
        if cell.column in side_of:
            rows[side_of[cell.column]][cell.row] = None
    sides = tuple(Side(columns, tuple(sorted(own))) for columns, own in zip(groups, rows, strict=True))
    return View(table, cells, sides)


def _column_groups(table: Table) -> list[tuple[int, ...]]:
    """The amount columns of each side: a column of names after amounts begins the next side."""
    groups: list[list[int]] = [[]]
    for at, column in enumerate(table.columns):
        if column.role is ColumnRole.NAME and groups[-1]:
            groups.append([])
        elif column.role is ColumnRole.AMOUNT:
            groups[-1].append(at)
    return [tuple(group) for group in groups if group]
