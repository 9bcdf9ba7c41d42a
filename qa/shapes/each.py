"""One share of each body, or of each year, that a question names: 甲局和乙局的基本支出占比分别是多少."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.query import Query
from qa.shapes.shares import share
from qa.shapes.sides import asks_of_each


def share_of_each(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """The same share of each of them, in the order named; none where one of them has no such share."""
    if not asks_of_each(draft):
        return None
    found = [(share(of_one, own) or ())[:1] for of_one, own in _each(draft, book)]
    return tuple(query for queries in found for query in queries) if all(found) else None


def _each(draft: Draft, book: Book) -> Iterator[tuple[Draft, Book]]:
    """The question about each body with its part of the book, or of each year, without what sets them apart."""
    plain = replace(draft, bodies=(), cues=draft.cues - {"respectively", "compare", "both"})
    if len(draft.bodies) < 2:
        yield from ((replace(plain, years=(year,)), book) for year in draft.years)
        return
    for place in draft.bodies:
        own = book.of_body(place.body)
        year = place.year or next(iter(draft.years), own.year)
        yield replace(plain, years=(year,)), own
