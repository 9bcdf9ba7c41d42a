"""How much of its budget an outcome has reached: the rate that is stated, else the outcome's share of the budget."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, product

from qa.binding.targets import MOST_READINGS, joined_slots, single
from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.query import Lookup, Query, Share
from qa.terms.stages import COMPLETION, planned

AT_FIRST = "年初"
"""What tells 完成年初预算 from the budget as it was adjusted within the year."""


def completion(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """完成年初预算的百分之几, 预算执行率: of what the question names, in a final account."""
    asked = [thing for thing in draft.things if thing.names == (COMPLETION,)]
    if not asked or draft.open or draft.absent or draft.has("compare", "difference", "most", "least", "sum"):
        return None
    stated = joined_slots(draft, book, book.year)
    if stated:
        return tuple(Lookup((t,)) for slot in stated for t in slot.readings)[:MOST_READINGS]
    named = [thing.names for thing in draft.things if not thing.is_stage]
    said = {name for thing in draft.things if thing.is_stage for name in thing.names} & planned()
    at_first = any(AT_FIRST in thing.said for thing in asked)
    stages = [stage for stage in planned() - {COMPLETION} if AT_FIRST in stage or not at_first]
    stages = sorted(said.intersection(stages) or stages)
    shares = (
        _share(names, stage, book) for names in islice(product(*named), MOST_READINGS) for stage in stages
    )
    return tuple(share for share in shares if share)


def _share(names: Sequence[str], stage: str, book: Book) -> Share | None:
    """The outcome of what has these names, held against its budget of this stage; None where one is not stated."""
    part, whole = (single(book, of, book.year, "") for of in (names, (*names, stage)))
    return Share((part,), (whole,)) if part and whole else None
