"""Counts that prose states in its own words, of two years: each as its document states it, and how they differ."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.quantity import Quantity
from qa.answer import Value
from qa.catalogs.book import Book
from qa.catalogs.readings import show
from qa.query import Stated, StatedChange, StatedEach
from qa.refusal import Declined, Missing
from qa.result import Result
from qa.run.stated import stated
from qa.run.years import in_words, premise
from qa.terms.counters import counts_same


def counted(query: Stated | StatedEach | StatedChange, book: Book) -> Result:
    """The figure that a clause states; that of each year asked for; or the later year's difference from the earlier's.

    Raises:
        Declined: a year's documents do not state it, or several counts, or they count in different things.
    """
    match query:
        case Stated():
            return stated(query, book)
        case StatedEach(asked, years):
            return _each([_of_year(asked, year, book) for year in years], years)
        case StatedChange(asked, year, base):
            return _moved(query, _of_year(asked, year, book), _of_year(asked, base, book))


def _moved(query: StatedChange, now: Result, then: Result) -> Result:
    new, old = now.values[0].quantity, then.values[0].quantity
    if new.unit != old.unit and not counts_same({new.unit, old.unit}):
        raise Declined(Missing.FIGURE, query.asked.words)
    amount = Quantity(new.number - old.number, new.unit)
    label = f"{now.values[0].label}比{query.base}年{in_words(amount.number)}"
    return Result(
        headline=label,
        values=(Value(Quantity(abs(amount.number), new.unit), label),),
        steps=(f"{new.number:,f} - {old.number:,f} = {show(amount)}",),
        evidence=(*now.evidence, *then.evidence),
        remarks=premise(amount.number, query.supposed),
        focus=now.focus,
    )


def _of_year(asked: Stated, year: int, book: Book) -> Result:
    found = stated(asked, book.of_year(year))
    if len(found.values) != 1:
        raise Declined(Missing.FIGURE, asked.words)
    return found


def _each(found: Sequence[Result], years: Sequence[int]) -> Result:
    labels = [f"{year}年{result.values[0].label}" for year, result in zip(years, found, strict=True)]
    values = [Value(result.values[0].quantity, label) for result, label in zip(found, labels, strict=True)]
    return Result(
        headline="、".join(labels),
        values=tuple(values),
        evidence=tuple(place for result in found for place in result.evidence),
        focus=found[0].focus,
    )
