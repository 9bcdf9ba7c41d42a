"""Questions for figures and the arithmetic over them: one, a sum, a difference, a share, a change against a year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import product

from corpus.document import Measure
from qa.book import Book
from qa.draft import Draft
from qa.query import (
    Average,
    Axis,
    Change,
    Compare,
    Difference,
    Direction,
    Growth,
    Locate,
    Lookup,
    Members,
    Query,
    Ratio,
    Remainder,
    Share,
    Sum,
    Target,
)
from qa.refusal import Declined, Missing
from qa.resolve import amounts, change
from qa.targets import MOST_READINGS, Slot, apart_slots, joined_slots, single

TOTAL = "支出总计"
PERIODS = {"monthly": 12, "quarterly": 4, "daily": 365}
Queries = tuple[Query, ...]


def figure(draft: Draft, book: Book) -> Queries | None:
    """Any question for figures whose words are all explained; the operation is chosen by its cues."""
    if draft.open:
        return None
    if draft.absent:
        raise Declined(Missing.ACCOUNT, draft.absent)
    for shape in (_locate, _remainder, _share, _ratio, _difference, _moved, _average, _sum, _lookup):
        queries = shape(draft, book)
        if queries:
            return queries
    return None


def direction(draft: Draft) -> Direction:
    """The way that the question supposes a figure to have moved."""
    if draft.has("up") is draft.has("down"):
        return Direction.EITHER
    return Direction.UP if draft.has("up") else Direction.DOWN


def slots(draft: Draft, book: Book) -> tuple[Slot, ...]:
    """The figures that the question names, of the year it names; without any, the whole expenditure.

    Raises:
        Declined: the figures are known, but not for that year; or the names have no figure together.
    """
    year = draft.years[0] if draft.years else book.year
    found = joined_slots(draft, book, year) or table_totals(draft, book, year)
    if not (found or draft.things or draft.wordy or draft.headings) and draft.asks_amount:
        whole = total(book, year)
        found = (Slot((whole,), -1, -1),) if whole else ()
    if found or not (draft.things or year != book.year):
        return found
    if joined_slots(draft, book, book.year) or (not draft.things and year != book.year):
        raise Declined(Missing.YEAR, (str(year),), tuple(thing.said for thing in draft.things))
    raise Declined(Missing.FIGURE, tuple(thing.said for thing in draft.things))


def table_totals(draft: Draft, book: Book, year: int) -> tuple[Slot, ...]:
    """The total of a table that the question names by its title alone."""
    if draft.things:
        return ()
    found = [target for title in draft.headings if (target := single(book, (title,), year, ""))]
    return (Slot(tuple(found), -1, -1),) if found else ()


def total(book: Book, year: int) -> Target | None:
    """The whole expenditure of a year."""
    return single(book, (TOTAL,), year, "")


def _all(make: Callable[..., Query], *places: Slot) -> Queries:
    """A query for each combination of what the places may mean."""
    return tuple(make(*targets) for targets in product(*(place.readings for place in places)))[:MOST_READINGS]


def _each(make: Callable[[Target], Query], places: Sequence[Slot]) -> Queries:
    """A query for everything that each place may mean."""
    return tuple(make(target) for place in places for target in place.readings)[:MOST_READINGS]


def _locate(draft: Draft, book: Book) -> Queries | None:
    if not draft.has("where") or not draft.things:
        return None
    return _each(Locate, slots(draft, book)[:1])


def _remainder(draft: Draft, book: Book) -> Queries | None:
    """除了租赁费，公用经费还有多少: what is excepted stands after 除了 or before 以外, the whole beside it."""
    start = draft.at("except")
    if start is None or not draft.things:
        return None
    found = apart_slots(draft, book, book.year)
    before = [slot for slot in found if slot.end <= start]
    after = [slot for slot in found if slot.start > start]
    if before and after:
        whole, parts = before[0].readings[0], after
    elif len(found) > 1:  # 除了租赁费，公用经费还有多少; 租赁费以外的公用经费
        whole, parts = found[-1].readings[0], list(found[:-1])
    else:
        whole, parts = total(book, book.year), list(found)
    if not parts or whole is None:
        return None
    return (Remainder(whole, tuple(slot.readings[0] for slot in parts), draft.unit),)


def _share(draft: Draft, book: Book) -> Queries | None:
    """租赁费占公用经费的比例: the whole stands after 占, else it is the larger of two, else the expenditure."""
    asked = draft.has("share") or (
        draft.has("percent") and not draft.has("up", "down", "change", "growth", "previous")
    )
    if not asked or (draft.has("growth") and not draft.has("share")) or not draft.things:
        return None
    found = joined_slots(draft, book, draft.years[0] if draft.years else book.year)
    at = draft.at("share")
    sides = tuple(s for s in found if at is not None and s.start > at)
    if len(found) == 1 or (sides == found):
        found = apart_slots(draft, book, book.year) if len(draft.things) > 1 else found
    if not found:
        return None
    if len(found) == 1:
        whole = _all_projects(draft, at, book) or total(book, found[0].readings[0].year)
        return tuple(Share((part,), whole) for part in found[0].readings) if whole else None
    parts, whole_slot = _sides(found, at, book)
    wholes = whole_slot.readings[0]
    return tuple(Share(tuple(chosen), wholes) for chosen in product(*(part.readings for part in parts)))[
        :MOST_READINGS
    ]


def _all_projects(draft: Draft, at: int | None, book: Book) -> Members | None:
    """七个项目 or 全部项目 after 占: all projects together are the whole."""
    projects = draft.at("projects")
    return (
        Members(Axis.PROJECTS, (), book.year)
        if at is not None and projects is not None and projects > at
        else None
    )


def _sides(found: Sequence[Slot], at: int | None, book: Book) -> tuple[list[Slot], Slot]:
    after = [slot for slot in found if at is not None and slot.start > at]
    before = [slot for slot in found if slot not in after]
    if after and before:
        return before, after[0]
    largest = max(found, key=lambda slot: amounts(book.catalogs, slot.readings[0])[0].quantity.base)
    return [slot for slot in found if slot is not largest], largest


def _ratio(draft: Draft, book: Book) -> Queries | None:
    if not draft.has("ratio"):
        return None
    found = _two_years(draft, book) or _pair(draft, book)
    return _all(Ratio, *found) if found else None


def _two_years(draft: Draft, book: Book) -> tuple[Slot, Slot] | None:
    """One figure of two years: 2021年是2020年的几倍."""
    earlier = draft.base if draft.base is not None else draft.years[1] if len(draft.years) > 1 else None
    if earlier is None:
        return None
    now = slots(draft, book)
    then = joined_slots(draft, book, earlier) or _total_slot(book, earlier)
    return (now[0], then[0]) if len(now) == 1 and then else None


def _pair(draft: Draft, book: Book) -> tuple[Slot, Slot] | None:
    """The two figures that a question sets against each other; a single one is held against the expenditure."""
    year = draft.years[0] if draft.years else book.year
    found = joined_slots(draft, book, year)
    if len(found) < 2:
        found = apart_slots(draft, book, year)
    return (found[0], found[1]) if len(found) == 2 else None


def _difference(draft: Draft, book: Book) -> Queries | None:
    against_year = draft.base is not None
    if not draft.has("difference", "compare", "most", "least", "order") or against_year:
        return None
    found = joined_slots(draft, book, draft.years[0] if draft.years else book.year)
    if len(found) < 2:
        found = apart_slots(draft, book, book.year)
    found = _members_only(found, book)
    if len(found) < 2:
        return None
    targets = tuple(slot.readings[0] for slot in found)
    asks_how_much = draft.has("difference") or (draft.has("amount") and draft.has("compare"))
    if len(found) == 2 and asks_how_much:
        return _all(lambda left, right: Difference(left, right, draft.unit), found[0], found[1])
    return (
        Compare(targets, draft.has("least", "down") or "低" in draft.text or "少" in draft.text, draft.unit),
    )


def _members_only(found: Sequence[Slot], book: Book) -> Sequence[Slot]:
    """The figures without one that only names what the others belong to (出国、接待、公车这三块“三公”开支)."""
    if len(found) < 3:
        return found
    return [
        s for s in found if not all(_holds(s.readings[0], o.readings[0], book) for o in found if o is not s)
    ]


def _holds(whole: Target, part: Target, book: Book) -> bool:
    return single(book, (*part.names, *whole.names), part.year, "") is not None


def _moved(draft: Draft, book: Book) -> Queries | None:
    """比2020年增加多少, 增长了百分之几: against the year named, else the year before."""
    if not draft.has("up", "down", "change", "growth", "difference") or (
        draft.base is None and len(draft.years) > 2
    ):
        return None
    years = sorted(draft.years)
    base = draft.base if draft.base is not None else (years[0] if len(years) == 2 else book.year - 1)
    year = max(years, default=book.year)
    if year <= base:
        year = book.year
    found = joined_slots(draft, book, year) or slots(draft, book)
    if not any(_known(book, target, base) for slot in found for target in slot.readings):
        raise Declined(Missing.YEAR, (str(base),), tuple(thing.said for thing in draft.things))
    supposed = direction(draft)
    if draft.has("percent", "growth", "share"):
        return tuple(Growth(target, base, supposed) for slot in found for target in slot.readings)
    return tuple(Change(target, base, supposed, draft.unit) for slot in found for target in slot.readings)


def _known(book: Book, target: Target, base: int) -> bool:
    """Whether a change against the year is stated, or follows from two amounts."""
    stated = (change(book.catalogs, target, base, measure) for measure in (Measure.CHANGE, Measure.RATE))
    return any(stated) or bool(amounts(book.catalogs, replace(target, year=base)))


def _average(draft: Draft, book: Book) -> Queries | None:
    parts = next((parts for cue, parts in PERIODS.items() if draft.has(cue)), None)
    if parts is None:
        return None
    return _each(lambda target: Average(target, parts, draft.unit), slots(draft, book)[:1])


def _sum(draft: Draft, book: Book) -> Queries | None:
    found = slots(draft, book)
    if not draft.has("sum") or draft.has("respectively") or len(found) < 2:
        return None
    return _all(lambda *targets: Sum(targets, draft.unit), *found)


def _lookup(draft: Draft, book: Book) -> Queries | None:
    if draft.wordy:
        return None
    found = slots(draft, book)
    if len(draft.years) > 1:
        years = [
            slot
            for year in draft.years[1:]
            for slot in joined_slots(draft, book, year) or _total_slot(book, year)
        ]
        found = (*found, *years)
    if len(found) > 1 and all(len(slot.readings) == 1 for slot in found):
        return (Lookup(tuple(slot.readings[0] for slot in found), draft.unit),)
    return tuple(Lookup((target,), draft.unit) for slot in found for target in slot.readings)[:MOST_READINGS]


def _total_slot(book: Book, year: int) -> tuple[Slot, ...]:
    whole = total(book, year)
    return (Slot((whole,), -1, -1),) if whole else ()


def targets_of(queries: Sequence[Query]) -> Iterator[Target]:
    """The targets that look-ups ask for."""
    for query in queries:
        if isinstance(query, Lookup):
            yield from query.targets
