"""What the sums of a table say of its cells: a grid gives each figure its column, and the sums confirm it.

A cell is contradicted where every sum that it takes part in fails. Rounding may put a sum off by one last digit for
each of its parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from corpus.document import Table
from corpus.figures import parse_figure
from corpus.solver import Sum

Place = tuple[int, int]
"""Row and column."""


def contradicted(
    figures: Mapping[Place, Decimal],
    row_sums: Iterable[tuple[Sum, Sequence[int]]],
    column_sums: Iterable[tuple[Sum, Sequence[int]]],
    slack: Decimal,
) -> frozenset[Place]:
    """The places of figures that all of their sums speak against.

    `row_sums` come with the columns that they hold in, `column_sums` with the rows; `slack` is by how much a sum may
    be off for each part.
    """
    held: set[Place] = set()
    failed: set[Place] = set()
    places = [
        [(row, column) for row in (check.total, *check.parts)]
        for check, columns in row_sums
        for column in columns
    ]
    places.extend(
        [(row, column) for column in (check.total, *check.parts)]
        for check, rows in column_sums
        for row in rows
    )
    for total, *parts in places:
        said = [part for part in parts if part in figures]
        if total not in figures or not said:
            continue
        rest = abs(figures[total] - sum((figures[part] for part in said), Decimal(0)))
        (held if rest <= slack * len(said) else failed).update((total, *said))
    return frozenset(failed - held)


def blank_heads(table: Table) -> Iterator[Place]:
    """The blank places of rows over others that print an amount: such a head leaves its sum out, and it is not zero."""
    filled = {(cell.row, cell.column) for cell in table.cells if cell.number}
    over: set[Place] = set()
    for row, column in filled:
        at = table.rows[row].parent
        while at is not None and (at, column) not in over:
            over.add((at, column))
            at = table.rows[at].parent
    yield from (place for cell in table.cells if (place := (cell.row, cell.column)) in over - filled)


def last_digit(texts: Iterable[str]) -> Decimal:
    """How much the last printed digit is worth, of the figure that prints the most of them."""
    decimals = (len(text.rstrip("%)").partition(".")[2]) for text in texts if parse_figure(text) is not None)
    return Decimal(1).scaleb(-max(decimals, default=0))
