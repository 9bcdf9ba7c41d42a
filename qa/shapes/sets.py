"""Questions over a set of figures: the largest, the second, the top three, those over an amount, how many, all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.bodies import WHICH_BODY
from qa.book import Book
from qa.draft import Draft
from qa.query import (
    AverageOf,
    Axis,
    Filter,
    Listing,
    Lookup,
    Members,
    Query,
    Rank,
    RankOf,
    Spread,
    SumOf,
    Target,
    Term,
)
from qa.shapes.legal import project_names
from qa.targets import Slot, joined_slots

PLACES = {"second": 2, "third": 3, "fourth": 4, "second_least": 2}
LEVELS = {"类": 1, "款": 2, "项": 3}


def over_members(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """A question that ranks, filters, counts, lists, adds up or averages the members of a set."""
    if draft.open or draft.absent or draft.headings:
        return None
    slots = joined_slots(draft, book, book.year)
    members = members_of(draft, book, slots)
    if members is None:
        return None
    for shape in (_rank_of, _filter, _spread, _rank, _added, _listed):
        query = shape(draft, members, slots)
        if query:
            return (query,)
    return None


def over_bodies(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """A question that ranks the bodies in scope by one of their figures, or asks for that of each."""
    bodies = list(dict.fromkeys(catalog.document.body for catalog in book.catalogs))
    if draft.open or draft.absent or len(bodies) < 2 or not WHICH_BODY.search(draft.text):
        return None
    alone = replace(draft, bodies=())
    slots = [
        slot for body in bodies for slot in joined_slots(alone, book.of_body(body), _year(draft, book, body))
    ]
    targets = tuple(slot.readings[0] for slot in slots)
    if not targets:
        return None
    ranked = _rank(draft, targets, slots)
    return (ranked,) if ranked else (Lookup(targets, draft.unit),) if not draft.wordy else None


def _year(draft: Draft, book: Book, body: str) -> int:
    return draft.years[0] if draft.years else book.of_body(body).year


def members_of(draft: Draft, book: Book, slots: Sequence[Slot]) -> Members | None:
    """The set that a question ranges over; None where it names single figures only."""
    year = draft.years[0] if draft.years else book.year
    if year != book.year:
        return None
    projects = project_names(draft, book)
    besides = projects if draft.has("except") else ()
    if draft.has("projects") and (not draft.things or besides or (projects and draft.has("rank_of"))):
        return Members(Axis.PROJECTS, (), year, besides=besides)
    if projects and draft.has("rank_of"):
        return Members(Axis.PROJECTS, (), year)
    level = next(
        (LEVELS[n.counter] for n in draft.numerals if n.counter in LEVELS and n.use == "first"), None
    )
    level = next((value for word, value in LEVELS.items() if f"{word}级" in draft.text), level)
    if "功能" in draft.text or "大类" in draft.text or "function" in draft.text:
        level = level or 1
    if len(slots) == 1 and not projects and not draft.has("except"):
        return Members(Axis.ROWS, slots[0].readings[0].names, year, level)
    if not slots and draft.has("accounts"):
        return Members(Axis.ROWS, (), year, level)
    return None


def _spread(draft: Draft, members: Members, slots: Sequence[Slot]) -> Query | None:
    return (
        Spread(members, draft.unit)
        if draft.has("difference") and draft.has("most") and draft.has("least")
        else None
    )


def _rank(draft: Draft, members: Term, slots: Sequence[Slot]) -> Query | None:
    start = next((place for cue, place in PLACES.items() if draft.has(cue)), 0)
    ordered = draft.has("order", "ascending")
    first = [n.value for n in draft.numerals if n.use == "first"]
    if not (start or ordered or first or draft.has("most", "least")):
        return None
    least = draft.has("least", "second_least", "ascending")
    few = [n.value for n in draft.numerals if n.use == "cardinal" and n.value > 1 and not ordered]
    place = [n.value for n in draft.numerals if n.use == "ordinal"]
    if start or place:
        return Rank(members, start or place[0], 1, least, draft.unit)
    top = (first or few or [0 if ordered else 1])[0]
    return Rank(members, 1, top, least, draft.unit)


def _rank_of(draft: Draft, members: Members, slots: Sequence[Slot]) -> Query | None:
    if not draft.has("rank_of") or not slots:
        return None
    return RankOf(
        slots[0].readings[0],
        members if members.axis is Axis.PROJECTS else Members(Axis.ROWS, (), members.year),
    )


def _filter(draft: Draft, members: Members, slots: Sequence[Slot]) -> Query | None:
    limits = sorted(limit.base for limit in draft.limits if limit.is_money)
    if not limits or not (draft.has("over", "under") or len(limits) == 2):
        return None
    if len(limits) == 2:
        return Filter(members, limits[0], limits[1], draft.has("count"))
    over, under = (None, limits[0]) if draft.has("under") else (limits[0], None)
    return Filter(members, over, under, draft.has("count"))


def _added(draft: Draft, members: Members, slots: Sequence[Slot]) -> Query | None:
    if members.axis is not Axis.PROJECTS or draft.has("count", "list", "what"):
        return None
    if draft.has("average"):
        return AverageOf(members, draft.unit)
    if draft.has("sum", "except") or (draft.has("amount") and not draft.has("respectively")):
        return SumOf(members, draft.unit)
    return None


def _listed(draft: Draft, members: Members, slots: Sequence[Slot]) -> Query | None:
    if draft.has("respectively") and members.axis is Axis.PROJECTS:
        return Rank(members, 1, 0, False, draft.unit)
    counts = draft.has("count") and (members.axis is Axis.PROJECTS or draft.has("accounts"))
    if counts or draft.has("list"):
        return Listing(members, counts)
    return None


def named(targets: Sequence[Target]) -> tuple[str, ...]:
    """All names of some targets."""
    return tuple(name for target in targets for name in target.names)
