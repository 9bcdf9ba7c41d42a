"""Questions for figures: one or several looked up, added up, averaged over the year, or located."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import islice, product

from qa.binding.targets import MOST_READINGS, Slot, joined_slots, single
from qa.catalogs.book import Book
from qa.catalogs.figures import QUANTITY
from qa.drafting.draft import Draft
from qa.query import Average, Locate, Lookup, Query, Sum, Target
from qa.refusal import Declined, Missing
from qa.shapes.project_rows import every_row
from qa.terms.counters import BUYING

TOTAL, INCOME = "支出总计", "收入总计"
SPENDING = re.compile(r"花|spen[dt](?!ing)")
SPENT = "本年支出"
"""What is spent: what is carried over into the next year is not."""
TOTALLED = ("合计", "总计", "总和", "总额")
"""What ends the name of a total, and of several years asks for their sum: 两年的三公经费合计."""
TOGETHER = re.compile("一共|总共")
"""What adds up the counts of several bodies; of one body it says nothing (一共有多少人)."""
PERIODS = {"monthly": 12, "quarterly": 4, "daily": 365}
Queries = tuple[Query, ...]


def figure(draft: Draft, book: Book) -> Queries | None:
    """A question for figures whose words are all explained; the operation is chosen by its cues."""
    draft = _without_buying(draft)
    if draft.open:
        return None
    if draft.absent and draft.counter is None:  # 几辆公务用车 asks for no account
        raise Declined(Missing.ACCOUNT, draft.absent)
    if draft.counter and draft.things and not joined_slots(draft, book, book.year):
        return None  # what is counted may be the name of no figure
    if draft.has("count") and draft.years and not any(joined_slots(draft, book, y) for y in draft.years):
        return None  # and be told of another year's end by a sentence: 截至2021年底
    for shape in (_locate, _average, _sum, _lookup):
        queries = shape(draft, book)
        if queries:
            return queries
    return None


def _without_buying(draft: Draft) -> Draft:
    """The question for a quantity without words that say only that it is bought: 要采购多少台无人机."""
    things = tuple(thing for thing in draft.things if thing.said not in BUYING)
    if not things or not (draft.counter or QUANTITY in draft.text):
        return draft
    return replace(draft, things=things, open=tuple(word for word in draft.open if word not in BUYING))


def slots(draft: Draft, book: Book) -> tuple[Slot, ...]:
    """The figures that the question names, of every year it names; without any, the whole expenditure.

    Raises:
        Declined: the figures are known, but not for that year; or the names have no figure together.
    """
    years = draft.years[:1] if len(draft.bodies) > 1 else draft.years
    years = years or (book.year,)
    by_year = {year: _of_year(draft, book, year) for year in years}
    found = tuple(slot for slots in by_year.values() for slot in slots)
    lacking = tuple(str(year) for year, slots in by_year.items() if not slots)
    if found and lacking and draft.has("respectively"):
        raise Declined(Missing.YEAR, lacking, tuple(thing.said for thing in draft.things))
    if found or not (draft.things or years != (book.year,)):
        return found
    only_stages = all(thing.is_stage for thing in draft.things)  # 2025年预算是多少
    if only_stages or joined_slots(draft, book, book.year):
        raise Declined(Missing.YEAR, tuple(map(str, years)), tuple(thing.said for thing in draft.things))
    raise Declined(Missing.FIGURE, tuple(thing.said for thing in draft.things))


def _of_year(draft: Draft, book: Book, year: int) -> tuple[Slot, ...]:
    found = joined_slots(draft, book, year) or _table_totals(draft, book, year)
    if found or draft.things or draft.wordy or draft.headings or not draft.asks_amount:
        return found
    return total_slot(book, year, SPENT if SPENDING.search(draft.text) else "")


def _table_totals(draft: Draft, book: Book, year: int) -> tuple[Slot, ...]:
    """The total of a table that the question names by its title alone."""
    if draft.things:
        return ()
    found = [target for title in draft.headings if (target := single(book, (title,), year, ""))]
    return (Slot(tuple(found), -1, -1),) if found else ()


def total(book: Book, year: int) -> Target | None:
    """The whole expenditure of a year."""
    return single(book, (TOTAL,), year, "")


def total_slot(book: Book, year: int, said: str = "") -> tuple[Slot, ...]:
    """The whole expenditure of a year as a place of a question, empty where it is not stated."""
    whole = single(book, (TOTAL,), year, said)
    return (Slot((whole,), -1, -1),) if whole else ()


def every(make: Callable[..., Query], places: Sequence[Slot]) -> Queries:
    """A query for each combination of what the places may mean."""
    choices = islice(product(*(place.readings for place in places)), MOST_READINGS)
    return tuple(make(*targets) for targets in choices)


def _locate(draft: Draft, book: Book) -> Queries | None:
    if not draft.has("where") or not draft.things:
        return None
    return tuple(Locate(target) for slot in slots(draft, book) for target in slot.readings)[:MOST_READINGS]


def _average(draft: Draft, book: Book) -> Queries | None:
    """月均: of several figures named together, of their sum."""
    parts = next((parts for cue, parts in PERIODS.items() if draft.has(cue)), None)
    if parts is None:
        return None
    return every(lambda *targets: Average(targets, parts, draft.unit), slots(draft, book))


def _sum(draft: Draft, book: Book) -> Queries | None:
    found = tuple({slot.readings: slot for slot in slots(draft, book)}.values())
    totalled = len(draft.years) > 1 and any(thing.said.endswith(TOTALLED) for thing in draft.things)
    of_all = len(draft.bodies) > 1 and draft.has("count") and TOGETHER.search(draft.text)
    if not (draft.has("sum") or totalled or of_all) or draft.has("respectively") or len(found) < 2:
        return None
    return every(lambda *targets: Sum(targets, draft.unit), found)


def _lookup(draft: Draft, book: Book) -> Queries | None:
    if draft.wordy:
        return None
    found = slots(draft, book)
    if len(found) == 1 == len(found[0].readings) and (rows := every_row(found[0].readings[0], book)):
        return (Sum(rows, draft.unit),)
    if len(found) > 1 and all(len(slot.readings) == 1 for slot in found):
        return (Lookup(tuple(slot.readings[0] for slot in found), draft.unit),)
    return tuple(Lookup((target,), draft.unit) for slot in found for target in slot.readings)[:MOST_READINGS]
