"""A document in pictures: what it is spent on, its projects, basic against project expenditure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from qa.catalogs.book import Book
from qa.catalogs.readings import show
from qa.query import Axis, Members, Target, Term
from qa.refusal import Declined
from qa.run.evidence import of_figure
from qa.run.members import each
from qa.run.operands import Operand
from qa.serve.addresses import place_of
from qa.serve.page.markup import render
from qa.telling.wording import Language

MOST_BARS = 24

COMPARED = {"spending": "支出总计", "three_public": "三公经费"}
"""The whole figures that documents are compared by, which every budget and final account states."""


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
    return _drawn({heading: _operands(term, book) for heading, term in terms.items()})


def comparisons(books: Mapping[str, Book]) -> tuple[Picture, ...]:
    """Whole figures of several documents side by side, each in its own year; the names are the bars' labels."""
    return _drawn(
        {
            f"each_{heading}": [
                replace(operand, label=name)
                for name, book in books.items()
                for operand in _operands((Target((figure,), book.year),), book)
            ]
            for heading, figure in COMPARED.items()
        }
    )


def _operands(term: Term, book: Book) -> list[Operand]:
    """The figures of a set by their size, of targets in their order; none where the document does not state them."""
    try:
        found = each(term, book)
    except Declined:
        return []
    if isinstance(term, Members):
        found.sort(key=lambda operand: operand.amount.base, reverse=True)
    return found


def _drawn(operands: Mapping[str, list[Operand]]) -> tuple[Picture, ...]:
    """A picture for each heading that has two figures or more to set side by side."""
    return tuple(
        Picture(heading, tuple(_bars(found))) for heading, found in operands.items() if len(found) > 1
    )


def _bars(found: Sequence[Operand]) -> Iterator[Bar]:
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


def overview(title: str, drawn: Sequence[Picture], language: Language) -> str:
    """Pictures as HTML under a title."""
    return render("overview.html", language, title=title, pictures=drawn)
