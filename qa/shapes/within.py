"""The part of a share as it is told of in a table with its whole, and not under its name elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from qa.binding.targets import single
from qa.catalogs.book import Book
from qa.catalogs.figures import Figure
from qa.catalogs.readings import agree
from qa.catalogs.resolve import amounts
from qa.query import Members, Target, Term
from qa.shapes.sides import Side
from qa.terms.subjects import fund_of
from qa.text import flatten


def within(part: Term, whole: Term, book: Book) -> Term:
    """A part by the figures in a table with its whole, else under its name: not what all funds spend on it."""
    if isinstance(part, Members) or isinstance(whole, Members) or len(whole) > 1:
        return part
    if columns := _columns_of(part, whole[0], book):
        return columns
    if rows := _rows_of(part, whole[0], book):
        return _unless_same(rows, part, book)
    titles = [(title,) for title in titles_of(whole[0], book)]
    for names in (*titles, whole[0].names):
        inside = [single(book, (*one.names, *names), one.year, one.said) for one in part]
        narrowed = tuple(target for target in inside if target and not _of_one_fund(target, whole[0], book))
        if len(narrowed) == len(part):
            return _unless_same(narrowed, part, book)
    return part


def _of_one_fund(part: Target, whole: Target, book: Book) -> bool:
    """Whether a part is what one fund alone spends on it, of a whole that is of all funds or of another."""
    funds = {fund_of(reading.figures[0].row) for reading in amounts(book.catalogs, part)[:1]} - {""}
    return bool(funds - {fund_of(name) for name in whole.names})


def _unless_same(narrowed: tuple[Target, ...], part: tuple[Target, ...], book: Book) -> Term:
    """What was narrowed down, or the part as it is named where the amount is the same."""
    same = size(Side((narrowed,), 0), book) == size(Side((part,), 0), book)
    return part if same else narrowed


def _columns_of(part: Sequence[Target], whole: Target, book: Book) -> tuple[Target, ...]:
    """The parts that are columns of the whole's own row: 基本支出 of 农林水支出, and not of all spending."""
    columns = tuple(
        target
        for one, target, figure in _crossings(part, whole, book)
        if not figure.total and not figure.columns.isdisjoint(one.names) and whole.names[0] in figure.names
    )
    return columns if len(columns) == len(part) else ()


def _rows_of(part: Sequence[Target], whole: Target, book: Book) -> tuple[Target, ...]:
    """The parts that are rows of a column whose total the whole is: 农林水支出 of 项目支出, and not of all spending."""
    stated = (f for reading in amounts(book.catalogs, whole)[:1] for f in reading.figures)
    if not any(f.total and not f.columns.isdisjoint(whole.names) for f in stated):
        return ()
    rows = tuple(
        target
        for one, target, figure in _crossings(part, whole, book)
        if not figure.columns.isdisjoint(whole.names) and one.names[0] in figure.names
    )
    return rows if len(rows) == len(part) else ()


def _crossings(part: Sequence[Target], whole: Target, book: Book) -> Iterator[tuple[Target, Target, Figure]]:
    """Each part with the target that the whole's names single out of it, and the figure that this one means first."""
    for one in part:
        target = single(book, (*one.names, *whole.names), one.year, one.said)
        readings = amounts(book.catalogs, target) if target else ()
        yield from ((one, target, reading.figures[0]) for reading in readings[:1] if target)


def titles_of(whole: Target, book: Book) -> tuple[str, ...]:
    """The tables that state a whole; of one that only prose states, those whose total it is."""
    stated = amounts(book.catalogs, whole)[:1]
    in_tables = [f for reading in stated for f in reading.figures if f.table]
    totals = in_tables or [
        figure
        for reading in stated
        for catalog in book.catalogs
        for figure in catalog.figures
        if figure.total and figure.fact.year == whole.year and agree(figure.fact.quantity, reading.quantity)
    ]
    return tuple(dict.fromkeys(flatten(figure.table.title) for figure in totals if figure.table))


def size(side: Side, book: Book) -> tuple[bool, Decimal]:
    """How much a side is, to find the largest: a set of figures, which is the whole of its kind, before any amount."""
    term = side.terms[0]
    if isinstance(term, Members):
        return True, Decimal(0)
    return False, amounts(book.catalogs, term[0])[0].quantity.base
