"""Figures against an earlier year: the change that the document states, else the one between two stated years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from corpus.amounts import NUMBER
from corpus.document import Measure
from corpus.quantity import Quantity
from qa.answer import Value
from qa.catalogs.book import Book
from qa.catalogs.figures import Figure
from qa.catalogs.readings import agree, label, show
from qa.catalogs.resolve import change, in_year
from qa.query import PERCENT, AgainstPlan, Change, Direction, Growth, Target
from qa.refusal import Declined, Missing
from qa.result import Remark, Result
from qa.run.arithmetic import HUNDREDTH
from qa.run.evidence import of_figure
from qa.run.operands import Operand, conversion, in_unit, operand, prose_of
from qa.terms.stages import outcome, planned

PLAN = "年初预算"
MOVED_FROM_PLAN = re.compile(
    rf"(?:比|较|与)(?:年初|全年|调整)?预算数?(?:相比)?[，,]?(?:有所)?(?:增加|减少|下降|降低|节约)(?:了|额)?\s*({NUMBER})"
)
SUPPOSED = {Direction.UP: Remark.FELL, Direction.DOWN: Remark.ROSE}


def moved(query: Change | AgainstPlan | Growth, book: Book) -> Result:
    """How a figure moved against an earlier year; a wrong supposition is remarked."""
    match query:
        case Change(target, base, supposed, unit):
            return _changed(book, target, base, supposed, unit)
        case AgainstPlan(target, supposed, unit):
            return _against_plan(book, target, supposed, unit)
        case Growth(target, base, supposed):
            return _grown(book, target, base, supposed)


def premise(amount: Decimal, supposed: Direction) -> tuple[Remark, ...]:
    """What is remarked of a question that supposes another way than the amount went."""
    if supposed is Direction.EITHER:
        return ()
    if not amount:
        return () if supposed is Direction.LEVEL else (Remark.LEVEL,)
    if supposed is Direction.LEVEL:
        return (Remark.ROSE_NOT_LEVEL if amount > 0 else Remark.FELL_NOT_LEVEL,)
    actual = Direction.UP if amount > 0 else Direction.DOWN
    return () if actual is supposed else (SUPPOSED[supposed],)


def in_words(amount: Decimal) -> str:
    """Which way an amount went, in a word."""
    return "持平" if not amount else "增加" if amount > 0 else "减少"


def _changed(book: Book, target: Target, base: int, supposed: Direction, unit: str | None) -> Result:
    stated = change(book.catalogs, target, base, Measure.CHANGE)
    exact = _exactly(book, target, base, stated, unit) if stated and unit else None
    if stated and not exact:
        amount, name = stated.fact.quantity, label(stated)
        return _difference(target, name, f"{base}年", amount, (), (stated,), supposed, unit)
    now, then = exact or (operand(book, target), operand(book, in_year(book.catalogs, target, base)))
    if now.amount.unit != then.amount.unit:  # as prose rounds it, where prose states the earlier one
        rounded = (own for own in prose_of(book, target) if own.amount.unit == then.amount.unit)
        now = next(rounded, now)
    shared = now.amount.unit if now.amount.unit == then.amount.unit else "元"
    new, old = now.amount.to(shared), then.amount.to(shared)
    amount = Quantity(new.number - old.number, shared)
    steps = (*then.steps, f"{new.number:,f} - {old.number:,f} = {show(amount)}")
    return _difference(
        target, now.label, f"{base}年", amount, steps, (*now.figures, *then.figures), supposed, unit
    )


def _exactly(
    book: Book, target: Target, base: int, stated: Figure, unit: str
) -> tuple[Operand, Operand] | None:
    """Both years' figures, where a sentence rounds the change to a coarser unit than the one asked for.

    They are stated in that unit and come to the same change: 3,355.65万元 is 33,556,428元.
    """
    try:
        now, then = operand(book, target), operand(book, in_year(book.catalogs, target, base))
    except Declined:  # one of them is not stated, or not proven
        return None
    if stated.fact.quantity.unit == unit or {now.amount.unit, then.amount.unit} != {unit} or then.steps:
        return None
    moved = Quantity(now.amount.number - then.amount.number, unit)
    return (now, then) if agree(moved, stated.fact.quantity) else None


def _against_plan(book: Book, target: Target, supposed: Direction, unit: str | None) -> Result:
    """The difference from the year's own budget that a sentence states.

    Raises:
        Declined: none does.
    """
    names = {*target.names}
    moves = [
        f
        for catalog in book.catalogs
        for f in catalog.moves
        if f.names & names and names <= f.names | f.around and f.fact.base_year is None
    ]
    from_plan = [f for f in moves if f.fact.measure is Measure.CHANGE and _of_plan(f)]
    quotes = {(f.own, f.fact.quote) for f in from_plan}
    rates = [f for f in moves if f.fact.measure is Measure.RATE and (f.own, f.fact.quote) in quotes]
    found = next(iter(rates if unit == PERCENT else from_plan), None)
    if found is None:
        raise Declined(Missing.FIGURE, target.names)
    return _difference(target, label(found), PLAN, found.fact.quantity, (), (found,), supposed, unit)


def _of_plan(figure: Figure) -> bool:
    """Whether a sentence gives this change against the year's budget, and not against an earlier year."""
    given = (Decimal(found[1].replace(",", "")) for found in MOVED_FROM_PLAN.finditer(figure.fact.quote))
    return abs(figure.fact.quantity.number) in given


def _difference(
    target: Target,
    name: str,
    against: str,
    amount: Quantity,
    steps: tuple[str, ...],
    figures: Sequence[Figure],
    supposed: Direction,
    unit: str | None,
) -> Result:
    size, way = Quantity(abs(amount.number), amount.unit), in_words(amount.number)
    steps += conversion(size, unit) if amount.number else (f"{way} = {show(in_unit(size, unit))}",)
    return Result(
        headline=f"{name}比{against}{way}",
        values=(Value(in_unit(size, unit), f"{name}比{against}{way}"),),
        steps=steps,
        evidence=tuple(dict.fromkeys(of_figure(figure) for figure in figures)),
        remarks=premise(amount.number, supposed),
        focus=target.names,
    )


def _grown(book: Book, target: Target, base: int, supposed: Direction) -> Result:
    stated = change(book.catalogs, target, base, Measure.RATE)
    steps: tuple[str, ...] = ()
    figures: tuple[Figure, ...] = (stated,) if stated else ()
    if stated:
        rate, name = stated.fact.quantity.number, label(stated)
    else:
        then = operand(book, in_year(book.catalogs, target, base))
        now, name = _same_statement(book, target, then.figures[0])
        old = then.amount.to(now.unit)
        if not old.number:
            raise Declined(Missing.FIGURE, target.names)
        rate = ((now.number - old.number) / old.number * 100).quantize(HUNDREDTH, ROUND_HALF_UP)
        line = f"({now.number:,f} - {old.number:,f}) ÷ {old.number:,f} = {show(Quantity(rate, '%'))}"
        steps, figures = (*then.steps, line), then.figures
    size = Quantity(abs(rate), "%")
    way = {"增加": "增长", "减少": "下降"}.get(in_words(rate), "持平")
    return Result(
        headline=f"{name}比{base}年{way}",
        values=(Value(size, f"{name}比{base}年{way}"),),
        steps=steps,
        evidence=tuple(dict.fromkeys(of_figure(figure) for figure in figures)),
        remarks=premise(rate, supposed),
        focus=target.names,
    )


def _same_statement(book: Book, target: Target, figure: Figure) -> tuple[Quantity, str]:
    """This year's amount as the statement gives it from which the earlier year's was derived, else its own."""
    if figure.fact.year == target.year and figure.fact.measure is Measure.AMOUNT:
        return figure.fact.quantity, label(figure)
    now = operand(book, target)
    return now.amount, now.label


def stated_moves(book: Book, names: tuple[str, ...]) -> list[Figure]:
    """The changes and rates that are stated about a name itself: all names together, else the first."""
    own = [f for catalog in book.catalogs for f in catalog.moves if {f.row, f.own} & {*names}]
    together = [f for f in own if {*names} - planned() - {outcome()} <= f.names | f.around]
    return together or [f for f in own if names[0] in f.names | f.around]
