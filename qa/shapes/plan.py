"""Questions that set the outcome of a year against its plan, where final accounts print both."""

from __future__ import annotations

from qa.book import Book
from qa.draft import Draft
from qa.figures import PLAN
from qa.query import Difference, Query
from qa.shapes.figures import slots
from qa.targets import single

MOVES = ("difference", "compare", "up", "down", "change")


def against_plan(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """三公经费决算数和预算数相差多少, 决算比预算节约多少: the figure of the outcome and that of the plan."""
    if not (draft.says_plan and draft.has("final") and draft.has(*MOVES)) or len(draft.years) > 1:
        return None
    outcomes = [target for slot in slots(draft, book) for target in slot.readings]
    plans = [single(book, (*target.names, PLAN), target.year, target.said) for target in outcomes]
    pairs = [(one, other) for one, other in zip(outcomes, plans, strict=True) if other]
    return tuple(Difference((one,), (other,), draft.unit) for one, other in pairs) or None
