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

Places = tuple[Place, ...]
Amounts = Mapping[Place, Decimal | None]
"""0 for a blank place, None for one that can not be read; a place that the table does not have is left out."""


def down(row_sums: Iterable[tuple[Sum, Sequence[int]]]) -> tuple[Places, ...]:
    """Sums of rows as places, the total first, for each of the columns that they come with."""
    return tuple(
        tuple((row, column) for row in (check.total, *check.parts))
        for check, columns in row_sums
        for column in columns
    )


def across(column_sums: Iterable[tuple[Sum, Sequence[int]]]) -> tuple[tuple[Places, ...], ...]:
    """Sums of columns as places, the total first: for each rule its sum in each of the rows that it comes with."""
    return tuple(
        tuple(tuple((row, column) for column in (check.total, *check.parts)) for row in rows)
        for check, rows in column_sums
    )


def contradicted(
    figures: Mapping[Place, Decimal], sums: Iterable[Places], slack: Decimal
) -> frozenset[Place]:
    """The places of figures that all of their sums speak against; `slack` is by how much a sum may be off per part."""
    held: set[Place] = set()
    failed: set[Place] = set()
    for total, *parts in sums:
        said = [part for part in parts if part in figures]
        if total not in figures or not said:
            continue
        rest = abs(figures[total] - sum((figures[part] for part in said), Decimal(0)))
        (held if rest <= slack * len(said) else failed).update((total, *said))
    return frozenset(failed - held)


def mostly_kept(amounts: Amounts, rules: Iterable[Sequence[Places]], slack: Decimal) -> Iterator[Places]:
    """The sums of the rules that most rows keep: a column may look like another's total and be none."""
    for sums in rules:
        rests = [
            (rest, slack * (len(places) - 1))
            for places in sums
            if (rest := _rest(amounts, places)) is not None
        ]
        if 2 * sum(abs(rest) > most for rest, most in rests) < len(rests):
            yield from sums


def proven(amounts: Amounts, sums: Iterable[Places], slack: Decimal) -> frozenset[Place]:
    """The places that sums prove to be read right where each figure may be misread; `slack` as in `contradicted`.

    Figures that add up to the last digit prove each other and the blanks among them. One that only repeats its total
    may be misread as that is: of the two either is proven by the other. A sum that fails leaves nothing in it proven.
    """
    found: set[Place] = set()
    failed: set[Place] = set()
    repeated: list[tuple[set[Place], set[Place]]] = []
    for places in sums:
        rest = _rest(amounts, places)
        if rest is None:
            continue
        held = {place for place in places if place in amounts}
        figures = {place for place in held if amounts[place]}
        if rest:
            failed |= held if abs(rest) > slack * (len(places) - 1) else set()
        elif len(figures) > 2:
            found |= held
        else:
            repeated.append((figures, held))
    found -= failed
    while more := {at for pair, held in repeated if pair & found for at in held} - found - failed:
        found |= more
    return frozenset(found)


def _rest(amounts: Amounts, places: Places) -> Decimal | None:
    """What is left of a total without its parts; None where not all of them can be read."""
    whole, *parts = [amounts.get(place, Decimal(0)) for place in places]
    known = [part for part in parts if part is not None]
    if places[0] not in amounts or whole is None or len(known) < len(parts):
        return None
    return whole - sum(known, Decimal(0))


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
