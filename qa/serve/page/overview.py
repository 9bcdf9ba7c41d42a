"""A document in pictures: what it is spent on, its projects, basic against project expenditure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from qa.answer import Value
from qa.book import Book
from qa.query import Axis, Lookup, Members, Query, Rank, Target
from qa.refusal import Declined
from qa.resolve import show
from qa.run import run
from qa.serve.page.markup import render
from qa.serve.places import place_of
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
    ranks: tuple[tuple[str, tuple[Query, ...]], ...] = (
        ("functions", (Rank(Members(Axis.ROWS, (), year, 1), 1, 0, least=False),)),
        ("projects", (Rank(Members(Axis.PROJECTS, (), year), 1, 0, least=False),)),
        ("basic", tuple(Lookup((Target((name,), year),)) for name in ("基本支出", "项目支出"))),
        (
            "three_public",
            tuple(
                Lookup((Target((name,), year),))
                for name in ("因公出国（境）费", "公务接待费", "公务用车购置及运行费")
            ),
        ),
    )
    drawn = (Picture(heading, tuple(_bars(queries, book))) for heading, queries in ranks)
    return tuple(picture for picture in drawn if len(picture.bars) > 1)


def _bars(queries: tuple[Query, ...], book: Book) -> Iterator[Bar]:
    found = [pair for query in queries for pair in _figures(query, book)][:MOST_BARS]
    longest = max((abs(value.quantity.base) for value, _ in found), default=Decimal(0))
    for value, link in found:
        share = abs(value.quantity.base) / longest * 100 if longest else Decimal(0)
        yield Bar(value.label, show(value.quantity), f"{share:.1f}", link)


def _figures(query: Query, book: Book) -> list[tuple[Value, str]]:
    """The query's figures with the addresses of their cells; none where the document does not state them."""
    try:
        result = run(query, book)
    except Declined:
        return []
    places = [place_of(evidence).query for evidence in result.evidence]
    return list(zip(result.values, places, strict=False)) if len(places) >= len(result.values) else []


def overview(book: Book, language: Language) -> str:
    """The pictures as HTML."""
    return render("overview.html", language, pictures=pictures(book))
