"""Questions that hold a year's outcome against its budget: by how much they differ, how much of it was reached.

One document tells of both, or two do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, product

from corpus.document import Stage
from qa.binding.targets import MOST_READINGS, joined_slots, single
from qa.catalogs.book import Book
from qa.catalogs.resolve import amounts
from qa.drafting.draft import Draft
from qa.query import PERCENT, Difference, Lookup, Query, Ratio, Share, Target
from qa.scoping.scope import FINAL, PLAN, held_against_plan
from qa.shapes.sides import year_of
from qa.terms.stages import COMPLETION, outcome, planned

AT_FIRST = "年初"
"""What tells 完成年初预算 from the budget as it was adjusted within the year."""
REACHED = re.compile(r"完成|达到|占")
"""What holds an outcome against its budget as a whole: 决算完成年初预算的百分之几."""


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
        _reached(names, stage, book) for names in islice(product(*named), MOST_READINGS) for stage in stages
    )
    return tuple(share for share in shares if share)


def outcome_and_plan(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """决算的培训费比预算少多少: what is named, as the outcome and as the budget.

    The budget's own document tells that where the account of the outcome does not.
    """
    asked = draft.has("up", "down", "change", "difference") and held_against_plan(draft.text)
    both = _both(draft, book) if asked else None
    if both is None:
        return None
    return (Difference((both[0],), (both[1],), PERCENT if draft.has("percent") else draft.unit),)


def outcome_beside_plan(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """预算和决算分别是多少, 决算是年初预算的几倍: over the two documents that tell of a year."""
    if draft.has("up", "down", "change", "difference") or not held_against_plan(draft.text):
        return None
    both = _both(draft, book) if {c.document.stage for c in book.catalogs} == {*Stage} else None
    if both is None:
        return None
    done, plan = ((target,) for target in both)
    done_at, plan_at = FINAL.search(draft.text), PLAN.search(draft.text)
    plan_first = bool(done_at and plan_at and plan_at.start() < done_at.start())
    if draft.has("ratio"):
        return (Ratio(plan, done) if plan_first else Ratio(done, plan),)
    if draft.has("percent", "share"):
        return (Share(done, plan),) if REACHED.search(draft.text) else None
    return (Lookup((*plan, *done) if plan_first else (*done, *plan), draft.unit),)


def _both(draft: Draft, book: Book) -> tuple[Target, Target] | None:
    """The one thing that a question names, as the outcome and as the budget of one body's year."""
    things = tuple(thing for thing in draft.things if not thing.is_stage)
    if not things or draft.base is not None or len(draft.bodies) > 1 or len(draft.years) > 1:
        return None
    named = replace(draft, things=things)
    outcomes = _meant(named, book.of_stage(Stage.FINAL))
    plans = _planned(draft, outcomes, book) or _meant(named, book.of_stage(Stage.BUDGET))
    return (outcomes[0], plans[0]) if len(outcomes) == len(plans) == 1 else None


def against_earlier_outcome(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """2021年预算比2020年执行数多多少: against the outcome that a column beside the budget states of that year.

    It is for where no sentence states the change from that outcome, and for what is one thing in the document alone.
    """
    asked = draft.has("final") and draft.has("up", "down", "change", "difference")
    if not asked or draft.open or draft.absent or draft.base is None or len(draft.bodies) > 1:
        return None
    unit = PERCENT if draft.has("percent", "growth") else draft.unit
    for now in _meant(draft, book)[:1]:
        then = single(book, (*now.names, outcome()), draft.base, now.said)
        if then and all(len(amounts(book.catalogs, one)) == 1 for one in (now, then)):
            return (Difference((now,), (then,), unit),)
    return None


def _meant(draft: Draft, book: Book) -> Sequence[Target]:
    """What the one thing that is named may mean in some documents."""
    found = joined_slots(draft, book, year_of(draft, book)) if book.catalogs else ()
    return found[0].readings if len(found) == 1 else ()


def _planned(draft: Draft, outcomes: Sequence[Target], book: Book) -> list[Target]:
    """The budget that the account of an outcome states beside it."""
    stages = [name for thing in draft.things if thing.is_stage for name in thing.names if name in planned()]
    found = (single(book, (*of.names, stage), of.year, of.said) for of in outcomes for stage in stages)
    return [target for target in found if target][:1]


def _reached(names: Sequence[str], stage: str, book: Book) -> Share | None:
    """The outcome of what has these names, held against its budget of this stage; None where one is not stated."""
    part, whole = (single(book, of, book.year, "") for of in (names, (*names, stage)))
    return Share((part,), (whole,)) if part and whole else None
