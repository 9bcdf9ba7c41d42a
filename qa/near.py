"""What could be asked instead of a question that is declined: the names nearest to its words, as questions."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from qa.book import Book
from qa.draft import Draft
from qa.refusal import Declined

NEAR_ENOUGH = 55.0
MOST_CHOICES = 3


def near(declined: Declined, draft: Draft, book: Book) -> Iterator[str]:
    """Up to three ready questions about figures whose names resemble the words that nothing explains."""
    names = sorted({name for catalog in book.catalogs for name in catalog.names if len(name) <= 30})
    wanted = "".join(declined.words or draft.open)
    if not wanted:
        return
    for name, _, _ in process.extract(
        wanted, names, scorer=fuzz.WRatio, limit=MOST_CHOICES, score_cutoff=NEAR_ENOUGH
    ):
        yield f"{name}是多少？"
