"""Questions for a share: what the part is, and what it is held against."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from qa.book import Book
from qa.draft import Draft
from qa.labels import canonical
from qa.mentions import JOINERS
from qa.portions import portions
from qa.query import Members, Portion, Query, Share, Target, Term
from qa.resolve import agree, amounts
from qa.shapes.figures import INCOME, TOTAL
from qa.shapes.sides import Side, holds, is_excess, sides_of, together, year_of
from qa.subjects import FUNDS
from qa.targets import MOST_READINGS, single
from qa.text import flatten

INCOMES = "收入"
"""What the names of kinds of income end in."""


def share(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """租赁费占公用经费的比例: the whole stands after 占, else it is the larger of two, else the expenditure."""
    moved = draft.has("up", "down", "change", "growth", "previous")
    is_rate = moved and "占" not in draft.text and "比重" not in draft.text  # 增长多少（百分比）
    if is_rate or is_excess(draft) or (moved and draft.base is not None) or not draft.has("share", "percent"):
        return None
    sides = sides_of(draft, book)
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
    elif part := _alone(sides, book):
        return (Portion(part),)
    else:
        parts, whole = sides, _total_beside(sides[0], draft, book)
    related = ((part, term) for part in together(parts) for term in whole.terms if part != term)
    held = ((part, term if _apart(part, term) else _of_fund(part, term, book)) for part, term in related)
    return tuple(
        Share(part if _apart(part, term) else _within(part, term, book), term) for part, term in held
    )[:MOST_READINGS]


def _apart(part: Term, whole: Term) -> bool:
    """Whether a part and a whole are of different bodies: then no table holds both."""
    if isinstance(part, Members) or isinstance(whole, Members):
        return False
    return {target.documents for target in part} != {target.documents for target in whole}


def _alone(sides: Sequence[Side], book: Book) -> Target | None:
    """The one part that is named, where sentences state its share without a whole being named."""
    part = sides[0].terms[0]
    if len(sides) > 1 or isinstance(part, Members) or len(part) > 1:
        return None
    return part[0] if portions(book.catalogs, part[0]) else None


def _total_beside(part: Side, draft: Draft, book: Book) -> Side:
    """The total that a share is of where none is named: of income where that is said or the part is income."""
    at, term = draft.at("share"), part.terms[0]
    readings = (
        amounts(book.catalogs, term[0])[:1] if isinstance(term, tuple) else ()
    )  # none: known, not stated
    figures = tuple(reading.figures[0] for reading in readings)
    of_income = any(INCOME in f.around or any(n.endswith(INCOMES) for n in f.names) for f in figures)
    of_income = of_income or (at is not None and INCOMES in draft.text[at:])
    whole = single(book, (INCOME if of_income else TOTAL,), year_of(draft, book), "")
    return Side(((whole,),) if whole else (), -1)


def _of_fund(part: Term, whole: Term, book: Book) -> Term:
    """A whole by what the part's own fund spends, where the part is told of one fund alone.

    公用经费 of a table of 一般公共预算基本支出 is no part of what all funds spend on 基本支出.
    """
    if isinstance(part, Members) or isinstance(whole, Members) or (len(part), len(whole)) != (1, 1):
        return whole
    (one,), (other,) = part, whole
    stated = [f for reading in amounts(book.catalogs, one)[:1] for f in reading.figures]
    for fund in FUNDS if stated and len(other.names) == 1 else ():
        if all(f"{fund}{other.names[0]}" in figure.around for figure in stated):
            wholes = (f"{fund}{other.names[0]}", canonical(f"{fund}支出"))
            own = [t for of in wholes if (t := single(book, (of, *other.names), other.year, other.said))]
            return tuple(own[:1]) or whole
    return whole


def _within(part: Term, whole: Term, book: Book) -> Term:
    """A part by the figures in a table with its whole, else under its name: not what all funds spend on it."""
    if isinstance(part, Members) or isinstance(whole, Members) or len(whole) > 1:
        return part
    if column := _columns_of(part, whole[0], book):
        return column
    titles = [(title,) for title in _titles_of(whole[0], book)]
    of_whole = [f for reading in amounts(book.catalogs, whole[0])[:1] for f in reading.figures]
    is_column = all(not f.columns.isdisjoint(whole[0].names) for f in of_whole)  # 项目支出里高等教育
    for names in (whole[0].names, *titles) if is_column else (*titles, whole[0].names):
        inside = [single(book, (*one.names, *names), one.year, one.said) for one in part]
        narrowed = tuple(target for target in inside if target)
        if len(narrowed) == len(part):
            same = _size(Side((narrowed,), 0), book) == _size(Side((part,), 0), book)
            return part if same else narrowed
    return part


def _columns_of(part: Sequence[Target], whole: Target, book: Book) -> tuple[Target, ...]:
    """The parts that are columns of the whole's own row: 基本支出 of 农林水支出, and not of all spending."""
    found = [single(book, (*one.names, *whole.names), one.year, one.said) for one in part]
    columns = tuple(
        target
        for one, target in zip(part, found, strict=True)
        if target
        for figure in amounts(book.catalogs, target)[0].figures[:1]
        if not figure.total and not figure.columns.isdisjoint(one.names) and whole.names[0] in figure.names
    )
    return columns if len(columns) == len(part) else ()


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
    contains = all(holds(largest, side, book) for side in sides if side is not largest)
    return largest if contains or not any(t.text in JOINERS for t in draft.mentions) else None


def _size(side: Side, book: Book) -> tuple[bool, Decimal]:
    term = side.terms[0]
    if isinstance(term, Members):
        return True, Decimal(0)
    return False, amounts(book.catalogs, term[0])[0].quantity.base
