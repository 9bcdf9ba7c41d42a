"""What prose counts in its own words, asked of two years: 两年的接待批次分别是多少, 团组数2017年比2016年多几个."""

from __future__ import annotations

from dataclasses import replace

from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.query import Query, Stated, StatedChange, StatedEach
from qa.shapes.moves import direction, forward
from qa.shapes.words import stated

Queries = tuple[Query, ...]
MOVED = frozenset({"up", "down", "change", "difference"})
UNTOLD = frozenset({"percent", "share", "growth", "ratio", "sum", "most", "least", "why"})
"""What is asked of counts besides, and not told here."""


def counts_of_years(draft: Draft, book: Book) -> Queries | None:
    """The counts of two years, each told by a document of its own, or how the later one differs."""
    years = _years_apart(draft, book)
    if len(years) != 2 or draft.cues & UNTOLD:
        return None
    counting = replace(draft, cues=draft.cues | {"count"})
    queries = stated(counting, book) or ()
    asked = [replace(query, year=None) for query in queries if isinstance(query, Stated)]
    if draft.base is not None or draft.cues & MOVED:
        way = direction(forward(draft))
        return tuple(StatedChange(query, max(years), min(years), way) for query in asked)
    return tuple(StatedEach(query, years) for query in asked)


def stated_of_one_year(draft: Draft, book: Book) -> Queries | None:
    """A figure that prose states in words of its own; of two years no clause of one document counts for both."""
    return None if len(_years_apart(draft, book)) > 1 else stated(draft, book)


def _years_apart(draft: Draft, book: Book) -> tuple[int, ...]:
    """The years that something is counted of, where each has documents of its own."""
    base = () if draft.base is None else (draft.base,)
    years = tuple(dict.fromkeys((*draft.years, *base)))
    one_body = draft.counter is not None and len(draft.bodies) < 2
    return years if one_body and all(book.of_year(year).catalogs for year in years) else ()
