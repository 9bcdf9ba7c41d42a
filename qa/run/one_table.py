"""The figures that are calculated with, from one table where one states them all.

A name may stand for several amounts: 公务接待费 for what the table of 三公经费 totals and for the smaller one in the
table of basic spending. Beside 水费, which only the latter has, it is the latter that is added or compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from qa.book import Book
from qa.query import Target
from qa.run.arithmetic import Operand, operands_of, proven

Place = tuple[str, int]
"""A table: its document's name and its number there."""


def operands(book: Book, targets: Sequence[Target]) -> list[Operand]:
    """Each target's first reading; where no table states all of these, the readings that one table does state.

    Raises:
        Declined: a target has no amount that is proven.
    """
    found = [operands_of(book, target) for target in targets]
    if len(targets) > 1:
        places = [_places(book, target) for target in targets]
        shared = _shared([readings[0] for readings in places])
        everywhere = _shared([[at for tables in readings for at in tables] for readings in places])
        if everywhere and not shared:
            table = everywhere[0]
            first = (next(n for n, tables in enumerate(readings) if table in tables) for readings in places)
            return [own[at] for own, at in zip(found, first, strict=True)]
    return [own[0] for own in found]


def _places(book: Book, target: Target) -> list[list[Place]]:
    """For each reading of a target the tables that state it."""
    return [
        [(f.document.name, f.fact.cell.table) for f in reading.figures if f.fact.cell and not reading.steps]
        for reading in proven(book, target)
    ]


def _shared(places: Sequence[Sequence[Place]]) -> list[Place]:
    """The tables that are among all, in the first one's order."""
    common = reduce(frozenset.intersection, map(frozenset, places))
    return [place for place in places[0] if place in common]
