"""Questions about how a figure has moved against another year, and which way a question supposes."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.document import Measure
from qa.binding.targets import joined_slots, single
from qa.catalogs.book import Book
from qa.catalogs.resolve import amounts, change, in_year
from qa.drafting.draft import Draft
from qa.query import PERCENT, AgainstPlan, Change, Direction, Growth, Query, Target
from qa.refusal import Declined, Missing
from qa.shapes.figures import slots

RATE = re.compile(r"[率幅%]|百分|percentage|rate")
"""Words that ask for a rate; 同比增加多少 asks for the amount."""
THAN_ELSE = re.compile(r"(?<![同环占对相分评])比(?![例重率较上去前]|同期|往年|历年|\d|今年|当年|年(?!初))")
"""What a figure is held against that is no year: 本级比部门少多少, 比年初预算 do not ask for the year before."""
Queries = tuple[Query, ...]


def direction(draft: Draft) -> Direction:
    """The way that the question supposes a figure to have moved."""
    if draft.has("level"):
        return Direction.LEVEL
    if draft.has("up") is draft.has("down"):
        return Direction.EITHER
    return Direction.UP if draft.has("up") else Direction.DOWN


def moved(draft: Draft, book: Book) -> Queries | None:
    """比2020年增加多少, 增长了百分之几: against the year named, else the year before."""
    asked = draft.has("up", "down", "change", "level", "growth", "difference")
    if (
        not asked
        or len(draft.years) > 2
        or len(draft.bodies) > 1
        or (draft.names_stage and not _of_one_stage(draft))
    ):
        return None
    if draft.base is None and len(draft.years) < 2 and _is_of_one_year(draft):
        return None
    rated = draft.has("percent", "share") or bool(RATE.search(draft.text))
    onward = draft if rated else forward(draft)  # the rate of the later year is of the earlier one
    supposed, years = direction(onward), sorted(onward.years)
    base = onward.base if onward.base is not None else (years[0] if len(years) == 2 else book.year - 1)
    if base >= max(years, default=book.year):
        return None
    later = [year for year in years if year > base]
    found = slots(replace(draft, years=tuple(later[-1:])), book)
    targets = [target for slot in found for target in slot.readings]
    if not any(_known(book, target, base) for target in targets):
        targets = _by_other_names(draft, book, later[-1] if later else book.year, base)
    if not targets:
        raise Declined(Missing.YEAR, (str(base),), tuple(thing.said for thing in draft.things))
    if rated:
        return tuple(Growth(target, base, supposed) for target in targets)
    return tuple(
        Growth(target, base, supposed)
        if _only_rate(book, target, base)
        else Change(target, base, supposed, draft.unit)
        for target in targets
    )


def forward(draft: Draft) -> Draft:
    """A year held against a later one as that one against it: 2023年比2024年多几个 supposes that 2024 has fewer."""
    if draft.base is None or len(draft.years) != 1 or draft.years[0] >= draft.base:
        return draft
    turned = {"up": "down", "down": "up"}
    cues = frozenset(turned.get(cue, cue) for cue in draft.cues)
    return replace(draft, years=(draft.base,), base=draft.years[0], cues=cues)


def _is_of_one_year(draft: Draft) -> bool:
    """Whether two figures of one year are held against each other: 相差多少, 本级比部门少多少."""
    return bool(THAN_ELSE.search(draft.text)) or not draft.has("up", "down", "change", "level", "growth")


def _of_one_stage(draft: Draft) -> bool:
    """Whether two years are named and one stage, which is that of both: 预算数2017年比2016年少多少."""
    stages = {thing.names for thing in draft.things if thing.is_stage}
    return len(stages) == 1 and (draft.base is not None or len(draft.years) == 2)


def against_plan(draft: Draft, book: Book) -> Queries | None:
    """决算比年初预算多多少, where a sentence gives the difference alone and the budget is not stated."""
    asked = draft.has("up", "down", "change", "difference")
    if not (asked and draft.names_stage) or draft.has("share", "growth") or draft.base is not None:
        return None
    plain = replace(draft, things=tuple(thing for thing in draft.things if not thing.is_stage))
    found = joined_slots(plain, book, book.year)
    if len(found) != 1:
        return None
    unit = PERCENT if draft.has("percent") or RATE.search(draft.text) else draft.unit
    return tuple(AgainstPlan(target, direction(draft), unit) for target in found[0].readings)


def _by_other_names(draft: Draft, book: Book, year: int, base: int) -> list[Target]:
    """What else the one word of a question may name, where that has an earlier year to be held against.

    职业年金 is an account of the economic and of the functional classification; prose compares the second alone.
    """
    if len(draft.things) != 1:
        return []
    (thing,) = draft.things
    named = (single(book, (name,), year, thing.said) for name in thing.names)
    return [target for target in named if target and _known(book, target, base)]


def _only_rate(book: Book, target: Target, base: int) -> bool:
    """Whether no more than a rate is known of a change: 比2022年度决算数增长0.29%."""
    if change(book.catalogs, target, base, Measure.CHANGE):
        return False
    return not amounts(book.catalogs, in_year(book.catalogs, target, base))


def _known(book: Book, target: Target, base: int) -> bool:
    """Whether a change against the year is stated, or follows from two amounts."""
    stated = (change(book.catalogs, target, base, measure) for measure in (Measure.CHANGE, Measure.RATE))
    return any(stated) or bool(amounts(book.catalogs, in_year(book.catalogs, target, base)))
