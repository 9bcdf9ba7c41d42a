"""An amount for each of those that it is spent on, as the paragraph counts them that states the amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Measure
from qa.catalogs.book import Book
from qa.catalogs.figures import Figure
from qa.catalogs.resolve import amounts
from qa.query import PerOne, Target
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run.arithmetic import average
from qa.run.evidence import of_figure
from qa.run.operands import in_one_unit, operand
from qa.terms.counters import counts_alike

KEPT = "保有"
"""How many vehicles there are, beside those that were bought."""
VEHICLES = "辆"
YUAN = "元"


def per_one(query: PerOne, book: Book) -> Result:
    """The amount divided by the one count of its paragraph, in yuan where no unit is asked for.

    Raises:
        Declined: the amount is not stated, or its paragraph counts none or several of these things.
    """
    counts = {figure.fact.quantity.number: figure for figure in _counts(query, book)}
    if len(counts) != 1:
        raise Declined(Missing.FIGURE, (*query.target.names, query.counter))
    (number, counted), *_ = counts.items()
    (whole,) = in_one_unit([operand(book, query.target)], query.unit or YUAN)
    if not whole.amount.is_money or number != int(number):
        raise Declined(Missing.FIGURE, (*query.target.names, query.counter))
    found = average(whole, int(number))
    return replace(
        found, steps=(*whole.steps, *found.steps[-1:]), evidence=(*found.evidence, of_figure(counted))
    )


def _counts(query: PerOne, book: Book) -> Iterator[Figure]:
    """How many are counted in the paragraphs that state the amount; of vehicles how many there are."""
    places = {(figure.document.name, figure.fact.span) for figure in _in_prose(query.target, book)}
    found = [
        figure
        for catalog in book.catalogs
        for figure in catalog.figures
        if (figure.document.name, figure.fact.span) in places
        and figure.fact.measure is Measure.AMOUNT
        and figure.fact.quantity.number  # 国（境）外接待0批次
        and figure.fact.year == query.target.year
        and counts_alike(query.counter, figure.fact.quantity.unit)
    ]
    kept = [figure for figure in found if KEPT in figure.fact.subject]
    yield from kept if query.counter == VEHICLES else found


def _in_prose(target: Target, book: Book) -> Iterator[Figure]:
    for reading in amounts(book.catalogs, target):
        yield from (figure for figure in reading.figures if figure.fact.cell is None)
