"""The sides of a question that relates figures: what each may mean, and where the question names it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from qa.binding.targets import MOST_READINGS, apart_slots, joined_slots, single
from qa.catalogs.book import Book
from qa.catalogs.resolve import amounts
from qa.drafting.draft import Draft
from qa.query import Axis, Members, Target, Term
from qa.shapes.figures import TOTAL

SUM_OF = re.compile(r"(?:合计|总和|之和)(?:数|金额|总额)?[里中内当]")
"""What stands behind things that are added up, and before one of them that is held against their sum."""
THAN = re.compile(r"比(?![例重率])|than")
ADDED = re.compile(r"合计|总和|之和|总计|总额|加起来|相加")
"""What stands behind several things that are one whole together."""
MADE_UP = re.compile(r"[^，；。]{0,40}[，（(](?:其中|(?:主要)?包[括含])")
"""What stands right behind an amount that the following ones are parts of."""
BESIDE = 10
"""Letters within which a word for the total belongs to the projects named before it."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a relation: what it may mean, and where the question names it."""

    terms: tuple[Term, ...]
    start: int


def year_of(draft: Draft, book: Book) -> int:
    """The year that the question asks for, else the documents' own."""
    return draft.years[0] if draft.years else book.year


def sides_of(draft: Draft, book: Book) -> list[Side]:
    """What the question relates, in its order: figures, and all projects together (七个项目)."""
    found = joined_slots(draft, book, year_of(draft, book))
    everything = _all_projects(draft, book)
    if len(found) + (everything is not None) < 2 and len(draft.things) > 1:
        found = apart_slots(draft, book, year_of(draft, book))
    sides = [Side(tuple((target,) for target in slot.readings), slot.start) for slot in found]
    if everything:  # 七个项目的预算合计: the total is that of the projects
        sides = [side for side in sides if not _their_total(side, everything)]
    placed = sorted([*sides, *([everything] if everything else [])], key=lambda side: side.start)
    return list({side.terms: side for side in reversed(placed)}.values())[::-1]


def _their_total(side: Side, everything: Side) -> bool:
    term = side.terms[0]
    is_total = isinstance(term, tuple) and term[0].names == (TOTAL,)
    return is_total and 0 < side.start - everything.start <= BESIDE


def _all_projects(draft: Draft, book: Book) -> Side | None:
    """全部项目 or 七个项目, where there are seven."""
    at = draft.at("projects")
    whole = any(word in draft.text for word in ("全部项目", "所有项目", "各项目", "各个项目", "all projects"))
    counted = any(n.value == len(book.projects) and n.use == "cardinal" for n in draft.numerals)
    if at is None or not (whole or counted):
        return None
    return Side((Members(Axis.PROJECTS, (), book.year),), at)


def added_behind(at: int | None, draft: Draft, book: Book) -> Side | None:
    """What is named behind 占 as one side, where it is said to be added up: 占会议费和培训费合计的比例."""
    things = tuple(thing for thing in draft.things if at is not None and thing.start > at)
    if len(things) < 2 or not ADDED.search(draft.text[things[-1].start :]):
        return None
    found = joined_slots(replace(draft, things=things), book, year_of(draft, book))
    return Side((tuple(slot.readings[0] for slot in found),), things[0].start) if len(found) > 1 else None


def inside_sum(draft: Draft, book: Book) -> tuple[list[Side], Side] | None:
    """What is said to lie in the sum of the things named before it: 会议费、培训费合计里，会议费占百分之几."""
    said = SUM_OF.search(draft.text)
    summed = tuple(thing for thing in draft.things if said and thing.end <= said.start())
    inside = tuple(thing for thing in draft.things if said and thing.start >= said.end())
    if len(summed) < 2 or not inside:
        return None
    of, parts = (
        joined_slots(replace(draft, things=of), book, year_of(draft, book)) for of in (summed, inside)
    )
    if len(of) < 2 or not parts:
        return None
    whole = Side((tuple(slot.readings[0] for slot in of),), summed[0].start)
    return [Side(tuple((target,) for target in slot.readings), slot.start) for slot in parts], whole


def together(sides: Sequence[Side]) -> Iterator[Term]:
    """Some sides added up, for each combination of what they may mean."""
    if len(sides) == 1:
        yield from sides[0].terms
        return
    for terms in islice(product(*(side.terms for side in sides)), MOST_READINGS):
        if all(isinstance(term, tuple) for term in terms):
            yield tuple(target for term in terms if isinstance(term, tuple) for target in term)


def asks_of_each(draft: Draft) -> bool:
    """Whether a share is asked of each body or year that is named, and of none of them in another."""
    if not draft.has("share", "percent") or not draft.has("respectively", "compare", "both"):
        return False
    if len(draft.bodies) < 2:
        return len(draft.years) > 1 and draft.base is None and not draft.has("up", "down", "change", "growth")
    at = draft.at("share")
    first, *_, last = draft.bodies
    return at is None or not first.start < at < last.start


def is_excess(draft: Draft) -> bool:
    """甲的三公经费比乙的高百分之多少: one is held against the other, not against a whole."""
    two = len(draft.things) > 1 or len(draft.bodies) > 1
    return two and draft.has("percent") and not draft.has("share") and bool(THAN.search(draft.text))


def holds(whole: Side, part: Side, book: Book) -> bool:
    """Whether one is what the other belongs to: a figure has the names of both sides, or a sentence tells it so."""
    one, other = whole.terms[0], part.terms[0]
    if isinstance(one, Members) or isinstance(other, Members) or one[0].names == other[0].names:
        return False
    named = single(book, (*other[0].names, *one[0].names), other[0].year, "")
    return named is not None or _told_inside(one[0], other[0], book)


def _told_inside(whole: Target, part: Target, book: Book) -> bool:
    """Whether one sentence states both, the part behind a word for what the whole is made up of (甲5元，包括乙3元)."""
    wholes, parts = (_sentences_of(target, book) for target in (whole, part))
    for quote in wholes & parts:
        _, first, behind = quote.partition(whole.said)
        between, second, _ = behind.partition(part.said)
        if first and second and MADE_UP.match(between):
            return True
    return False


def _sentences_of(target: Target, book: Book) -> frozenset[str]:
    """The sentences that state what a target means first."""
    stated = amounts(book.catalogs, target)[:1]
    figures = (figure for reading in stated for figure in reading.figures)
    return frozenset(figure.fact.quote for figure in figures if figure.fact.cell is None)
