"""A document in pictures: what it is spent on, its projects, basic against project expenditure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from qa.book import Book
from qa.query import Axis, Members, Target, Term
from qa.refusal import Declined
from qa.resolve import show
from qa.run.arithmetic import Operand
from qa.run.evidence import of_figure
from qa.run.members import each
from qa.serve.addresses import place_of
from qa.serve.page.markup import render
from qa.wording import Language

MOST_BARS = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its label, the figure as printed, its length in percent of the longest, and its cell's address."""

    label: str
    amount: str
    percent: str
    link: str


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars over each other under a heading, which is a name of `words.toml`."""

    heading: str
    bars: tuple[Bar, ...]


def pictures(book: Book) -> tuple[Picture, ...]:
    """The pictures that a document's figures allow, each of two bars or more."""
    year = book.year
    terms: dict[str, Term] = {
        "functions": Members(Axis.ROWS, (), year, 1),
        "projects": Members(Axis.PROJECTS, (), year),
        "basic": (Target(("基本支出",), year), Target(("项目支出",), year)),
        "three_public": Members(Axis.ROWS, ("三公经费",), year),
    }
    drawn = (Picture(heading, tuple(_bars(term, book))) for heading, term in terms.items())
    return tuple(picture for picture in drawn if len(picture.bars) > 1)


def _bars(term: Term, book: Book) -> Iterator[Bar]:
    """The bars of a set by their size, of targets in their order; none where the document does not state them."""
    try:
        found = each(term, book)
    except Declined:
        return
    if isinstance(term, Members):
        found.sort(key=lambda operand: operand.amount.base, reverse=True)
    longest = max(abs(operand.amount.base) for operand in found) or Decimal(1)
    labels = Counter(operand.label for operand in found)
    for operand in found[:MOST_BARS]:
        share = abs(operand.amount.base) / longest * 100
        label = operand.label if labels[operand.label] == 1 else _whole_label(operand)
        yield Bar(label, show(operand.amount), f"{share:.1f}", place_of(of_figure(operand.figures[0])).query)


def _whole_label(operand: Operand) -> str:
    """What tells an operand from others of its label: its column (预算数, 决算数)."""
    column = of_figure(operand.figures[0]).column
    return f"{operand.label}（{column}）" if column else operand.label


def overview(book: Book, language: Language) -> str:
    """The pictures as HTML."""
    return render("overview.html", language, pictures=pictures(book))
