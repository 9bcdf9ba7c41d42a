"""A question about several bodies as the question about each of them, with its own part of the book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.catalogs.book import Book
from qa.drafting.draft import Draft, Thing
from qa.linking.mentions import Kind

WHOLE = re.compile(r"收入|支出|预算|开支|花了?多少|花钱")


def by_body(draft: Draft, book: Book, year: int) -> Iterator[tuple[Draft, Book, int]]:
    """The question about each body that it names, with the body's own part of the book and the year said with it.

    Things named after a body are its own; a body with none is asked for what is named last (A和B的三公经费), and
    all of them for what is named before them (公务接待费，A比B多多少).
    """
    if len(draft.bodies) < 2:
        yield draft, book, year
        return
    ends = [*(place.start for place in draft.bodies[1:]), len(draft.text)]
    owned = [
        tuple(t for t in draft.things if p.start < t.start < end)
        for p, end in zip(draft.bodies, ends, strict=True)
    ]
    before = tuple(thing for thing in draft.things if thing.start < draft.bodies[0].start)
    shared = next((things for things in reversed(owned) if things), before or _whole(draft))
    for place, end, things in zip(draft.bodies, ends, owned, strict=True):
        moved = tuple(replace(thing, start=place.start, end=place.start) for thing in things or shared)
        own = book.of_body(place.body)
        headings = _own_headings(draft, own, place.start, end)
        part = replace(draft, things=moved, headings=headings)
        yield part, own, place.year or (year if draft.years else own.year)


def _own_headings(draft: Draft, own: Book, start: int, end: int) -> tuple[str, ...]:
    """The headings that a body's documents have of those named with it, else of all: A的支出总表比B的支出决算表."""
    known = {heading for catalog in own.catalogs for heading in catalog.headings}
    said = [m for m in draft.mentions if m.kind is Kind.HEADING]
    beside = [heading for m in said if start < m.start < end for heading in m.values]
    return tuple(heading for heading in beside or draft.headings if heading in known)


def _whole(draft: Draft) -> tuple[Thing, ...]:
    """All spending, or all income: what bodies are compared by where nothing is named (甲的支出比乙少多少)."""
    said = WHOLE.search(draft.text)
    if said is None or draft.wordy or draft.headings or draft.open:
        return ()
    name = "收入总计" if said[0] == "收入" else "支出总计"
    return (Thing((name,), said[0], 0, 0, False, False),)
