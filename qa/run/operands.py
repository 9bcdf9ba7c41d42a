"""Figures looked up, in the unit asked for, and the operands of calculations: every one is a stated figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.quantity import Quantity
from qa.answer import Value
from qa.catalogs.book import Book
from qa.catalogs.figures import Figure
from qa.catalogs.readings import Reading, show
from qa.catalogs.resolve import amounts
from qa.query import Locate, Lookup, Target
from qa.refusal import Declined, Missing
from qa.result import Remark, Result
from qa.run.evidence import of_figure
from qa.run.namesakes import of_one_row
from qa.terms.counters import counts_same

BLANK_CELL = "空白单元格"
DIGIT = re.compile(r"(?<!\d)0(?!\d)")
"""A zero that is printed as such."""


@dataclass(frozen=True, slots=True)
class Operand:
    """A figure that takes part in a calculation: its amount in the calculation's unit, its name and its steps."""

    amount: Quantity
    label: str
    figures: tuple[Figure, ...]
    steps: tuple[str, ...]
    name: str


def lookup(query: Lookup | Locate, book: Book) -> Result:
    """The stated figures in the unit asked for; every reading of a target that has several."""
    targets = query.targets if isinstance(query, Lookup) else (query.target,)
    unit = query.unit if isinstance(query, Lookup) else None
    readings = [_printed(r, unit) for target in targets for r in proven(book, target)]
    values = [Value(in_unit(reading.quantity, unit), reading.label) for reading in readings]
    if len(readings) == 1:
        values += [
            Value(in_unit(other.fact.quantity, unit), readings[0].label) for other in readings[0].others[:1]
        ]
    stated = [*(r.quantity for r in readings), *(f.fact.quantity for r in readings[:1] for f in r.others[:1])]
    steps = [step for reading in readings for step in reading.steps]
    steps += [step for quantity in stated for step in conversion(quantity, unit)]
    steps += [step for reading in readings if not reading.steps for step in _of_nothing(reading.figures[0])]
    remarks = [Remark.BLANK] if any(r.figures[0].fact.blank and not r.steps for r in readings) else []
    return Result(
        headline="、".join(dict.fromkeys(reading.label for reading in readings)),
        values=tuple(values),
        steps=tuple(steps),
        evidence=tuple(of_figure(figure) for reading in readings for figure in shown(reading)),
        remarks=(*remarks, *((Remark.ROUNDED,) if len(values) > len(readings) else ())),
        focus=tuple(name for target in targets for name in target.names),
    )


def _printed(reading: Reading, unit: str | None) -> Reading:
    """The reading as it is printed in the unit asked for, with two places: 9,362.84万元 beside 93,628,415.90元."""
    figures = reading.figures
    own = [f for f in figures if f.fact.quantity.unit == unit and f.fact.quantity.places >= 2]
    if reading.steps or not own:
        return reading
    first = own[0]
    return replace(
        reading, quantity=first.fact.quantity, figures=(first, *(f for f in figures if f is not first))
    )


def _of_nothing(figure: Figure) -> Iterator[str]:
    """The step from a blank cell, or from words without a digit (无“三公”经费支出), to the zero that they mean."""
    if figure.fact.blank:
        yield f"{BLANK_CELL} = {show(figure.fact.quantity)}"
    elif not figure.fact.quantity.number and not DIGIT.search(figure.fact.quote):
        yield f"{figure.fact.quote.rstrip('。；')} = {show(figure.fact.quantity)}"


def proven(book: Book, target: Target) -> tuple[Reading, ...]:
    """The readings of a target, all of them from figures that are certain.

    Raises:
        Declined: nothing is stated, or the figure could not be proven.
    """
    readings = amounts(book.catalogs, target)
    if not readings:
        raise Declined(Missing.FIGURE, target.names)
    certain = tuple(
        replace(reading, figures=tuple(f for f in reading.figures if f.fact.certain))
        for reading in readings
        if all(f.fact.certain for f in (reading.figures if reading.steps else reading.figures[:1]))
    )
    if not certain:
        raise Declined(doubt(readings[0].figures), target.names)
    return certain


def doubt(figures: Sequence[Figure]) -> Missing:
    """What is not proven of figures that are not all certain."""
    misread = any(not f.fact.certain and f.document.is_recognised(f.fact.span) for f in figures)
    return Missing.MISREAD if misread else Missing.UNCERTAIN


def shown(reading: Reading) -> tuple[Figure, ...]:
    """The statements worth showing: the headline's, what it was derived from, and one that says it otherwise."""
    if reading.steps:
        return reading.figures
    return (
        reading.figures[0],
        *reading.others[:1],
        *[f for f in reading.figures[1:] if f not in reading.others][:1],
    )


def in_unit(quantity: Quantity, unit: str | None) -> Quantity:
    """An amount of money in the unit asked for; anything else as it is."""
    return quantity.to(unit) if unit and quantity.is_money else quantity


def conversion(quantity: Quantity, unit: str | None) -> tuple[str, ...]:
    """The step that converts an amount to the unit asked for, where that is another one."""
    if unit is None or unit == quantity.unit or not quantity.is_money:
        return ()
    return (f"{show(quantity)} = {show(quantity.to(unit))}",)


def operand(book: Book, target: Target) -> Operand:
    """A target as an operand: the most exact statement of its first reading."""
    return operands_of(book, target)[0]


def operands_of(book: Book, target: Target) -> tuple[Operand, ...]:
    """Each reading of a target as an operand.

    Raises:
        Declined: the target has no amount that is proven, or several of one table.
    """
    return tuple(_exact(reading, target) for reading in of_one_row(proven(book, target), target))


def _exact(reading: Reading, target: Target) -> Operand:
    if reading.steps:
        return Operand(reading.quantity, reading.label, reading.figures, reading.steps, target.names[0])
    exact = min(reading.figures, key=lambda f: (f.fact.cell is None, f.fact.quantity.unit != "元"))
    if reading.figures[0].fact.quantity.base == exact.fact.quantity.base:
        exact = reading.figures[0]  # as exact, and what a look-up would quote
    return Operand(exact.fact.quantity, reading.label, (exact,), (), target.names[0])


def prose_of(book: Book, target: Target) -> list[Operand]:
    """Each amount of a target that prose states, as an operand.

    Raises:
        Declined: the target has no amount that is proven.
    """
    return [
        Operand(figure.fact.quantity, reading.label, (figure,), (), target.names[0])
        for reading in proven(book, target)
        for figure in reading.figures
        if figure.fact.cell is None and not reading.steps
    ]


def in_one_unit(operands: Sequence[Operand], unit: str | None) -> list[Operand]:
    """The operands in the unit asked for, else in the one they share, else in yuan; persons in the first one's.

    Raises:
        Declined: they are not of one kind (money and a percentage, say).
    """
    units, first = {o.amount.unit for o in operands}, operands[0].amount.unit
    if counts_same(units):
        return [replace(o, amount=Quantity(o.amount.number, first)) for o in operands]
    if len(units) > 1 and not all(o.amount.is_money for o in operands):
        raise Declined(Missing.FIGURE, tuple(o.label for o in operands))
    common = unit or (first if len(units) == 1 else "元")
    return [
        replace(o, amount=in_unit(o.amount, common), steps=(*o.steps, *conversion(o.amount, common)))
        for o in operands
    ]
