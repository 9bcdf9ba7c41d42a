"""Questions over a set of figures: the largest, the second, the top three, those over an amount, how many, all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.binding.targets import Slot, apart_slots, joined_slots, single
from qa.catalogs.book import Book
from qa.catalogs.figures import PROJECT_SPENDING
from qa.catalogs.resolve import amounts
from qa.drafting.draft import Draft
from qa.query import (
    AverageOf,
    Axis,
    Compare,
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
from qa.shapes.figures import INCOME
from qa.shapes.legal import project_names
from qa.terms.bodies import WHICH_BODY
from qa.terms.subjects import KINDS_OF_PURCHASE, PURCHASES, fund_of, table_subject

INCLUSIVE = re.compile(
    r"以[上下]|不[低少]于|不[高多大]于|不超过|未超过|没超过|至少|达到|含|at (?:least|most)"
)
WHICH_YEAR = re.compile(r"哪一?个?年.*?(?:[高多大贵]|(?P<less>[低少小省]))")
PLACES = {"second": 2, "third": 3, "fourth": 4, "second_least": 2}
BY_ACCOUNT = ("科目", "功能", "类级", "款级", "项级", "account", "function")
"""What says that income is asked for by what it is for; by itself it is told by where it comes from."""
ECONOMIC = ("经济", "economic")
BY_ECONOMIC = "一般公共预算基本支出"
"""What the table by economic classification is of, in the budgets and final accounts of all bodies."""
CHOOSING = ("most", "least", "order", "ascending", "over", "under", *PLACES)
"""Cues with which a number may say how many of a set are asked for: 最高的三个项目."""
CLASSIFIED = ("大类", "功能分类", "经济分类", "经济科目", "功能科目")
"""What says that accounts are put in order: 五大类支出从高到低."""
ALL_OF = re.compile(r".{1,3}?[大类项个种款家]{1,2}(?:支出|费用|采购|项目|科目)?(?:中|里|之中|当中)")
"""A number of things among which one is asked for, which is how many there are: 政府采购三类中金额最高的."""
BY_KIND = re.compile(r"[哪几](?:一|几)?类|各类|分类别|按类")
"""What asks for kinds, of which there are fewer than rows: 政府采购中哪类最多."""
LEVELS = {"类": 1, "款": 2, "项": 3}
LEVEL = re.compile(r"(?P<level>[类款项](?=级)|[类款](?=是哪)|(?<=哪一)[类款]|(?<=哪个)(?:[类款]|项(?!目)))")
"""How a question says the level of the accounts that it is of: 类级科目, 最多的类是哪个, 哪一款."""


def over_members(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """A question that ranks, filters, counts, lists, adds up or averages the members of a set."""
    if draft.open or draft.absent or not _of_tables(draft, book):
        return None
    slots = joined_slots(draft, book, book.year)
    members = members_of(draft, book, slots)
    if members is None:
        return None
    for shape in (_filter, _spread, _rank, _added, _listed):
        query = shape(draft, members, slots)
        if query:
            return (query,)
    return None


def _of_tables(draft: Draft, book: Book) -> bool:
    """Whether the headings that a question names are titles of tables, of whose rows it asks for some."""
    if draft.headings and not _asks_for_rows(draft):
        return False
    return all(any(title.endswith(heading) for title in book.titles) for heading in draft.headings)


def _asks_for_rows(draft: Draft) -> bool:
    """Whether accounts are asked for, some of a kind or level (支出最多的三类), or the first few of a named table."""
    by_level = draft.has("most", "least") and any(n.counter in LEVELS for n in draft.numerals)
    of_kinds = any(kind in draft.text for kind in CLASSIFIED) and draft.has(*CHOOSING)
    of_table = bool(draft.headings) and any(n.use == "first" for n in draft.numerals)
    return draft.has("accounts") or by_level or of_kinds or of_table


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


def over_years(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """In which of the years that a question names a figure was larger: 2022年和2023年哪年的差旅费高."""
    years = sorted({*draft.years, *([draft.base] if draft.base is not None else [])})
    asked = WHICH_YEAR.search(draft.text)
    if asked is None or len(years) < 2 or draft.open or draft.absent or len(draft.bodies) > 1:
        return None
    plain = replace(draft, years=(), base=None)
    slots = [slots for year in years if len(slots := joined_slots(plain, book, year)) == 1]
    if len(slots) < len(years):
        return None
    return (Compare(tuple(own[0].readings[0] for own in slots), asked["less"] is not None, draft.unit),)


def over_namesakes(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """A question that adds up what has one name below several rows: 各款的一般行政管理事务合计."""
    several = len(draft.bodies) > 1 or len(draft.years) > 1
    if draft.open or draft.absent or several or not draft.has("sum") or draft.has("respectively"):
        return None
    year = draft.years[0] if draft.years else book.year
    slots = joined_slots(draft, book, year)
    if len(slots) != 1 or len(slots[0].readings) != 1:
        return None
    return (SumOf(Members(Axis.NAMESAKES, slots[0].readings[0].names, year), draft.unit),)


def _year(draft: Draft, book: Book, body: str) -> int:
    return draft.years[0] if draft.years else book.of_body(body).year


def members_of(draft: Draft, book: Book, slots: Sequence[Slot]) -> Members | None:
    """The set that a question ranges over; None where it names single figures only."""
    year = draft.years[0] if draft.years else book.year
    if year != book.year:
        return None
    projects = project_names(draft, book)
    besides = projects if draft.has("except") else ()
    if draft.has("except") and not besides:
        return None
    if draft.has("projects") and (not draft.things or besides):
        return Members(Axis.PROJECTS, (), year, besides=besides, size=_size(draft))
    if draft.has("projects") and all(thing.names == (PROJECT_SPENDING,) for thing in draft.things):
        return Members(Axis.PROJECTS, (PROJECT_SPENDING,), year, size=_size(draft))
    if len(book.units) > 1 and len(slots) < 2 and WHICH_BODY.search(draft.text):
        return Members(Axis.UNITS, slots[0].readings[0].names if slots else ("支出总计",), year)
    level = next((LEVELS[found["level"]] for found in LEVEL.finditer(draft.text)), None)
    if "功能" in draft.text or "大类" in draft.text or "function" in draft.text:
        level = level or 1
    of_economic = any(word in draft.text for word in ECONOMIC)
    if len(slots) == 1 and not projects and not draft.has("except"):
        names = slots[0].readings[0].names
        among = _among(draft)
        if names == (INCOME,) and not of_economic and not any(word in draft.text for word in BY_ACCOUNT):
            return Members(Axis.SOURCES, names, year, size=among)
        if among is None and names == (PURCHASES,) and BY_KIND.search(draft.text):
            among = len(KINDS_OF_PURCHASE)
        if draft.has("projects") and single(book, (*names, PROJECT_SPENDING), year, ""):
            names = (*names, PROJECT_SPENDING)
        return Members(Axis.ROWS, _by_economic(names) if of_economic else names, year, level, size=among)
    if not slots and _asks_for_rows(draft):
        within = (BY_ECONOMIC,) if of_economic else draft.headings
        return Members(Axis.ROWS, within, year, level, size=_among(draft))
    return None


def _by_economic(names: tuple[str, ...]) -> tuple[str, ...]:
    """What is named, in the table by economic classification."""
    return tuple(dict.fromkeys((BY_ECONOMIC, *names)))


def _size(draft: Draft) -> int | None:
    """How many there are by the question, where it asks for something of all of them: 七个项目合计."""
    if draft.has(*CHOOSING):
        return _among(draft)
    return next(_counts(draft), None)


def _among(draft: Draft) -> int | None:
    """How many there are by the question, of which it asks for some, or for all in order: 三类从高到低."""
    ordered = draft.has("order", "ascending") and not draft.has("most", "least")
    return next(_counts(draft) if ordered else _counts_among(draft), None)


def _counts(draft: Draft) -> Iterator[int]:
    return (n.value for n in draft.numerals if n.use == "cardinal" and n.value > 1)


def _counts_among(draft: Draft) -> Iterator[int]:
    return (n.value for n in draft.numerals if n.use == "cardinal" and ALL_OF.match(draft.text, n.start))


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
    few = [] if ordered else [count for count in _counts(draft) if count != _among(draft)]
    place = [n.value for n in draft.numerals if n.use == "ordinal"]
    if start or place:
        return Rank(members, start or place[0], 1, least, draft.unit)
    top = (first or few or [0 if ordered else 1])[0]
    return Rank(members, 1, top, least, draft.unit)


def place_among(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """租赁费在公用经费中排第几: among what is named beside it, else among the projects or the rows of its table."""
    found = apart_slots(draft, book, book.year) if draft.has("rank_of") and not draft.open else ()
    if not found:
        return None
    target = found[0].readings[0]
    if target.names[0] in book.projects:
        return (RankOf(target, Members(Axis.PROJECTS, (), book.year)),)
    table = amounts(book.catalogs, target)[0].figures[0].table
    within = found[1].readings[0].names if len(found) > 1 else (table_subject(table.title),) if table else ()
    return (RankOf(target, Members(Axis.ROWS, within, book.year)),)


def _filter(draft: Draft, members: Members, slots: Sequence[Slot]) -> Query | None:
    limits = sorted(limit.base for limit in draft.limits if limit.is_money)
    if not limits or not (draft.has("over", "under") or len(limits) == 2):
        return None
    if len(limits) == 2:
        return Filter(members, limits[0], limits[1], False, draft.has("count"))
    over, under = (None, limits[0]) if draft.has("under") else (limits[0], None)
    return Filter(members, over, under, bool(INCLUSIVE.search(draft.text)), draft.has("count"))


def _added(draft: Draft, members: Members, slots: Sequence[Slot]) -> Query | None:
    if (
        members.axis is not Axis.PROJECTS
        or draft.has("count", "list")
        or (draft.has("what") and not draft.has("sum"))
    ):
        return None
    if draft.has("average"):
        return AverageOf(members, draft.unit)
    if draft.has("sum", "except") or (draft.has("amount") and not draft.has("respectively")):
        return SumOf(members, draft.unit)
    return None


def _listed(draft: Draft, members: Members, slots: Sequence[Slot]) -> Query | None:
    if members.axis is Axis.ROWS and draft.has("projects") and any(map(fund_of, members.within)):
        return None  # the accounts of a fund are no projects
    if draft.has("respectively") and members.axis is Axis.PROJECTS:
        return Rank(members, 1, 0, False, draft.unit)
    counts = draft.has("count") and (members.axis is Axis.PROJECTS or draft.has("accounts"))
    if counts or draft.has("list"):
        return Listing(members, counts)
    return None


def named(targets: Sequence[Target]) -> tuple[str, ...]:
    """All names of some targets."""
    return tuple(name for target in targets for name in target.names)
