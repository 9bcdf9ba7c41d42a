"""What could be asked instead of a question that is declined: the names nearest to its words, as questions."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.refusal import Declined, Missing
from qa.shapes.figures import TOTAL

NEAR_ENOUGH = 55.0
LONGEST = 30
MOST_CHOICES = 3


def near(declined: Declined, draft: Draft, book: Book) -> Iterator[str]:
    """Up to three ready questions: the same of the year that there is, else of names that resemble the words."""
    if declined.missing is Missing.YEAR:
        yield f"{book.year}年{''.join(thing.said for thing in draft.things) or TOTAL}是多少？"
        return
    names = sorted({name for catalog in book.catalogs for name in catalog.names if len(name) <= LONGEST})
    wanted = "".join(declined.words or draft.open)
    if not wanted:
        return
    found = process.extract(wanted, names, scorer=fuzz.WRatio, limit=MOST_CHOICES, score_cutoff=NEAR_ENOUGH)
    yield from (f"{name}是多少？" for name, _, _ in found)
