"""Questions that set figures against each other: a share, a multiple, a difference, a remainder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import islice, product

from qa.book import Book
from qa.draft import Draft
from qa.mentions import JOINERS
from qa.query import (
    PERCENT,
    Axis,
    Compare,
    Difference,
    Members,
    Query,
    Rank,
    Ratio,
    Remainder,
    Share,
    Spread,
    Target,
    Term,
)
from qa.resolve import agree, amounts
from qa.shapes.figures import INCOME, TOTAL, slots, total, total_slot
from qa.shapes.moves import moved
from qa.targets import MOST_READINGS, apart_slots, joined_slots, single
from qa.text import flatten

BEHIND = ("以外", "之外", "除外", "不算", "不计")
"""What stands behind that which is excepted; 除了 and the like stand before it."""
THAN = re.compile(r"比(?![例重率])|than")
INCOMES = "收入"
"""What the names of kinds of income end in."""
BESIDE = 10
"""Letters within which a word for the total belongs to the projects named before it."""
Queries = tuple[Query, ...]
LESS = re.compile(r"(?:哪[个项家块笔]|谁)[更要最]?(?:低|少|小|便宜)|lower|smaller|less|cheaper")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a relation: what it may mean, and where the question names it."""

    terms: tuple[Term, ...]
    start: int


def relation(draft: Draft, book: Book) -> Queries | None:
    """A question that relates figures and whose words are all explained; the operation is chosen by its cues."""
    if draft.open or draft.absent:
        return None
    for shape in (_remainder, _share, _ratio, _difference, moved):
        queries = shape(draft, book)
        if queries:
            return queries
    return None


def _year(draft: Draft, book: Book) -> int:
    return draft.years[0] if draft.years else book.year


def _sides(draft: Draft, book: Book) -> list[Side]:
    """What the question relates, in its order: figures, and all projects together (七个项目)."""
    found = joined_slots(draft, book, _year(draft, book))
    everything = _all_projects(draft, book)
    if len(found) + (everything is not None) < 2 and len(draft.things) > 1:
        found = apart_slots(draft, book, _year(draft, book))
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


def _together(sides: Sequence[Side]) -> Iterator[Term]:
    """Some sides added up, for each combination of what they may mean."""
    if len(sides) == 1:
        yield from sides[0].terms
        return
    for terms in islice(product(*(side.terms for side in sides)), MOST_READINGS):
        if all(isinstance(term, tuple) for term in terms):
            yield tuple(target for term in terms if isinstance(term, tuple) for target in term)


def _remainder(draft: Draft, book: Book) -> Queries | None:
    """除了租赁费，公用经费还有多少: what is excepted stands after 除了 or before 以外, the whole beside it."""
    start = draft.at("except")
    if start is None or not draft.things:
        return None
    found = apart_slots(draft, book, book.year)
    whole: Target | None
    before = [slot for slot in found if slot.end <= start]
    after = [slot for slot in found if slot.start > start]
    minus = draft.at("difference")
    if not after and minus is not None:  # A减去B和C还剩多少; of two it is a difference
        before = [slot for slot in found if slot.end <= minus]
        after = [slot for slot in found if slot.start > minus]
        if len(after) < 2:
            return None
    if draft.text[start:].startswith(BEHIND) and before:  # 租赁费以外的公用经费
        whole, parts = after[0].readings[0] if after else total(book, book.year), before
    elif len(before) == 1 and after:
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
    moved = draft.has("up", "down", "change", "growth", "previous")
    is_rate = moved and "占" not in draft.text and "比重" not in draft.text  # 增长多少（百分比）
    if (
        is_rate
        or _is_excess(draft)
        or (moved and draft.base is not None)
        or not draft.has("share", "percent")
    ):
        return None
    sides = _sides(draft, book)
    if not sides:
        return None
    at = draft.at("share")
    after = [side for side in sides if at is not None and side.start > at]
    before = [side for side in sides if side not in after]
    if sides == after[:1]:  # 占公用经费的比例: a whole without its part
        return None
    if before and after:
        parts, whole = before, after[0]
    elif whole_side := _container(sides, draft, book):
        whole = whole_side
        parts = [side for side in sides if side.start > whole.start] or [s for s in sides if s is not whole]
    else:
        parts, whole = sides, _total_beside(sides[0], draft, book)
    related = ((part, term) for part in _together(parts) for term in whole.terms if part != term)
    return tuple(Share(_within(part, term, book), term) for part, term in related)[:MOST_READINGS]


def _is_excess(draft: Draft) -> bool:
    """甲的三公经费比乙的高百分之多少: one is held against the other, not against a whole."""
    two = len(draft.things) > 1 or len(draft.bodies) > 1
    return two and draft.has("percent") and not draft.has("share") and bool(THAN.search(draft.text))


def _total_beside(part: Side, draft: Draft, book: Book) -> Side:
    """The total that a share is of where none is named: of income where that is said or the part is income."""
    at, term = draft.at("share"), part.terms[0]
    figures = amounts(book.catalogs, term[0])[0].figures if isinstance(term, tuple) else ()
    of_income = any(INCOME in f.around or f.row.endswith(INCOMES) for f in figures[:1])
    of_income = of_income or (at is not None and INCOMES in draft.text[at:])
    whole = single(book, (INCOME if of_income else TOTAL,), _year(draft, book), "")
    return Side(((whole,),) if whole else (), -1)


def _within(part: Term, whole: Term, book: Book) -> Term:
    """A part by the figures in a table with its whole, else under its name: not what all funds spend on it."""
    if isinstance(part, Members) or isinstance(whole, Members) or len(whole) > 1:
        return part
    titles = [(title,) for title in _titles_of(whole[0], book)]
    of_whole = (f for reading in amounts(book.catalogs, whole[0])[:1] for f in reading.figures)
    is_column = any(not f.columns.isdisjoint(whole[0].names) for f in of_whole)  # 项目支出里高等教育
    for names in (whole[0].names, *titles) if is_column else (*titles, whole[0].names):
        inside = [single(book, (*one.names, *names), one.year, one.said) for one in part]
        narrowed = tuple(target for target in inside if target)
        if len(narrowed) == len(part):
            same = _size(Side((narrowed,), 0), book) == _size(Side((part,), 0), book)
            return part if same else narrowed
    return part


def _titles_of(whole: Target, book: Book) -> tuple[str, ...]:
    """The tables that state a whole; of one that only prose states, those whose total it is."""
    stated = amounts(book.catalogs, whole)[:1]
    in_tables = [f for reading in stated for f in reading.figures if f.table]
    totals = in_tables or [
        figure
        for reading in stated
        for catalog in book.catalogs
        for figure in catalog.figures
        if figure.total and figure.fact.year == whole.year and agree(figure.fact.quantity, reading.quantity)
    ]
    return tuple(dict.fromkeys(flatten(figure.table.title) for figure in totals if figure.table))


def _container(sides: Sequence[Side], draft: Draft, book: Book) -> Side | None:
    """The side that holds the others: the one before the last where that is said to be inside it, else the largest.

    事业收入当中教育收费占百分之几; 租赁费在公用经费的比重. None where no side holds another (会议费和培训费占比).
    """
    if len(sides) < 2:
        return None
    if draft.things and draft.things[-1].inside:
        return sides[-2]
    largest = max(sides, key=lambda side: _size(side, book))
    holds = all(_holds(largest, side, book) for side in sides if side is not largest)
    return largest if holds or not any(t.text in JOINERS for t in draft.mentions) else None


def _size(side: Side, book: Book) -> tuple[bool, Decimal]:
    term = side.terms[0]
    if isinstance(term, Members):
        return True, Decimal(0)
    return False, amounts(book.catalogs, term[0])[0].quantity.base


def _ratio(draft: Draft, book: Book) -> Queries | None:
    if not draft.has("ratio"):
        return None
    left, right = _two_years(draft, book) or _pair(draft, book) or ((), ())
    return tuple(Ratio(one, other) for one in left for other in right)[:MOST_READINGS]


def _two_years(draft: Draft, book: Book) -> tuple[tuple[Term, ...], tuple[Term, ...]] | None:
    """One figure of two years: 2021年是2020年的几倍."""
    asked = draft.years[:1]
    earlier = draft.base if draft.base is not None else draft.years[1] if len(draft.years) > 1 else None
    if earlier is None and asked and asked[0] < book.year:  # 预算总额是2020年的几倍
        earlier, asked = asked[0], ()
    if earlier is None or len(draft.bodies) > 1:
        return None
    now = slots(replace(draft, years=asked), book)
    then = joined_slots(draft, book, earlier) or total_slot(book, earlier)
    if len(now) != 1 or not then:
        return None
    return tuple((t,) for t in now[0].readings), tuple((t,) for t in then[0].readings)


def _pair(draft: Draft, book: Book) -> tuple[tuple[Term, ...], tuple[Term, ...]] | None:
    """The two things that a question sets against each other; more only where it says which are added up."""
    sides = _without_wholes(_sides(draft, book), book)
    at = draft.at("compare", "difference", "ratio") if draft.has("sum") else None
    turn = draft.text.find("比")
    if len(sides) == 2:
        return sides[0].terms, sides[1].terms
    split = turn if turn >= 0 else at
    if split is None or not draft.has("sum"):
        return None
    before, after = [s for s in sides if s.start < split], [s for s in sides if s.start > split]
    return (tuple(_together(before)), tuple(_together(after))) if before and after else None


def _difference(draft: Draft, book: Book) -> Queries | None:
    against_budget = draft.names_stage and draft.has("up", "down", "change")  # 决算比预算节约多少
    excess = _is_excess(draft)
    if not (excess or against_budget or draft.has("difference", "compare", "most", "least", "order")):
        return None
    if draft.base is not None or (draft.names_stage and draft.has("percent", "growth")):
        return None
    how_much = (
        excess or against_budget or draft.has("difference") or (draft.has("amount") and draft.has("compare"))
    )
    sides = _without_wholes(_sides(draft, book), book)
    named = tuple(side.terms[0][0] for side in sides if isinstance(side.terms[0], tuple))
    if draft.has("difference") and draft.has("most") and draft.has("least") and len(named) > 1:
        return (Spread(named, draft.unit),)
    pair = _pair(draft, book) if how_much else None
    if pair:
        unit = PERCENT if draft.has("percent") else draft.unit
        return tuple(Difference(one, other, unit) for one in pair[0] for other in pair[1])[:MOST_READINGS]
    if len(named) < 2 or len(named) < len(sides) or draft.has("difference"):
        return None
    least = draft.has("least", "down") or bool(LESS.search(draft.text))
    if draft.has("order", "ascending"):
        return (Rank(named, 1, 0, draft.has("ascending"), draft.unit),)
    return (Compare(named, least, draft.unit),)


def _without_wholes(sides: Sequence[Side], book: Book) -> list[Side]:
    """The sides without one that only names what the others belong to (出国、接待、公车这三块“三公”开支)."""
    if len(sides) < 3:
        return list(sides)
    return [
        side for side in sides if not all(_holds(side, other, book) for other in sides if other is not side)
    ]


def _holds(whole: Side, part: Side, book: Book) -> bool:
    one, other = whole.terms[0], part.terms[0]
    if isinstance(one, Members) or isinstance(other, Members) or one[0].names == other[0].names:
        return False
    return single(book, (*other[0].names, *one[0].names), other[0].year, "") is not None
