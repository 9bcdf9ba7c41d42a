"""The figures that are calculated with, from one table where one states them all.

A name may stand for several amounts: 公务接待费 for what the table of 三公经费 totals and for the smaller one in the
table of basic spending. Beside 水费, which only the latter has, it is the latter that is added or compared. Nor is one
amount as two tables round it divided by another: 8,265元 of 10.81万元.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from qa.catalogs.book import Book
from qa.catalogs.figures import Figure
from qa.query import Target
from qa.run.operands import Operand, operands_of, proven

Shared = TypeVar("Shared")
Place = tuple[str, int]
"""A table: its document's name and its number there."""


def operands(book: Book, targets: Sequence[Target]) -> list[Operand]:
    """Each target's first reading as one table states them, else in one unit; else readings that one table states.

    Raises:
        Declined: a target has no amount that is proven.
    """
    usual = [operands_of(book, target)[0] for target in targets]
    if len(targets) < 2 or _shared([[place for f in o.figures if (place := _place(f))] for o in usual]):
        return usual
    stated = [list(statements(book, target)) for target in targets]
    first = [readings[0] for readings in stated]
    of_one_document = len({f.document.name for o in usual for f in o.figures}) == 1
    alike = _in_one_unit(first) if of_one_document and len({o.amount.unit for o in usual}) > 1 else []
    apart = len({(target.names, target.year, target.documents) for target in targets})
    return _in_one_table([[own] for own in first], apart) or alike or _in_one_table(stated, apart) or usual


def statements(book: Book, target: Target) -> Iterator[list[Operand]]:
    """For each reading of a target all its statements, as operands."""
    for own, reading in zip(operands_of(book, target), proven(book, target), strict=True):
        figures = () if reading.steps else reading.figures
        yield [replace(own, amount=f.fact.quantity, figures=(f,)) for f in figures]


def _in_one_table(stated: Sequence[Sequence[Sequence[Operand]]], apart: int) -> list[Operand]:
    """Of each target's readings the statement that stands in a table with the others'; nothing where none does.

    They are of as many cells as there are targets `apart`: what the table of 财政拨款支出 states of an account is no
    share of all that is spent on it. Of several such tables one in yuan is the most exact.
    """
    placed = [
        [(at, o) for own in readings for o in own if (at := _place(o.figures[0]))] for readings in stated
    ]
    shared = _shared([[at for at, _ in places] for places in placed])
    found = [[next(o for at, o in places if at == table) for places in placed] for table in shared]
    found.sort(key=lambda own: any(o.amount.unit != "元" for o in own))
    return next((own for own in found if len({o.figures for o in own}) == apart), [])


def _in_one_unit(stated: Sequence[Sequence[Operand]]) -> list[Operand]:
    """Of each target's statements one in the unit that all are given in; nothing where they share none."""
    units = _shared([[o.amount.unit for o in own] for own in stated])
    return [next(o for o in own if o.amount.unit == units[0]) for own in stated if units]


def _place(figure: Figure) -> Place | None:
    cell = figure.fact.cell
    return (figure.document.name, cell.table) if cell else None


def _shared(places: Sequence[Sequence[Shared]]) -> list[Shared]:
    """What is among all, in the first one's order."""
    first, *others = places
    return [place for place in first if all(place in other for other in others)]
