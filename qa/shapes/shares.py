"""Questions for a share: what the part is, and what it is held against."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from qa.binding.targets import MOST_READINGS, single
from qa.catalogs.book import Book
from qa.catalogs.figures import Figure
from qa.catalogs.portions import portions
from qa.catalogs.readings import Reading
from qa.catalogs.resolve import amounts
from qa.drafting.draft import Draft
from qa.linking.mentions import JOINERS
from qa.query import Members, Portion, Query, Share, Target, Term
from qa.shapes.figures import INCOME, TOTAL
from qa.shapes.sides import (
    Side,
    added_behind,
    asks_of_each,
    holds,
    inside_sum,
    is_excess,
    sides_of,
    together,
    year_of,
)
from qa.shapes.within import size, titles_of, within
from qa.terms.labels import canonical
from qa.terms.subjects import FUNDS, PURCHASES

SHARE_WAS = re.compile(r"share of.{1,60}? (?:is|was|are|were|goes to|went to) ")
"""What the part stands behind in English: what share of spending was project expenditure."""
INCOMES = "收入"
"""What the names of kinds of income end in."""
OWN_WHOLE = re.compile(r"占(?:了)?(?:其|它|自己|本单位|该单位)")
AS_MUCH_OF = re.compile(r"(?:是|相当于|等于)[^，,、；;]{0,20}$")
"""What stands before the second of two, by which the first is measured, which may be larger: 甲是乙的百分之几."""
ALL_IN = re.compile(r"(?:支出|收入)(?:总额|合计|总计|决算|预算)*(?:数|总额)?[中里内当]")
"""What is said of a year's spending or income that a part of it is named behind."""


def share(draft: Draft, book: Book) -> tuple[Query, ...] | None:
    """租赁费占公用经费的比例: the whole stands after 占, else it is the larger of two, else the expenditure."""
    moved = draft.has("up", "down", "change", "growth", "previous")
    is_rate = moved and "占" not in draft.text and "比重" not in draft.text  # 增长多少（百分比）
    if (
        is_rate
        or is_excess(draft)
        or asks_of_each(draft)
        or (moved and draft.base is not None)
        or not draft.has("share", "percent")
    ):
        return None
    sides = sides_of(draft, book)
    if not sides:
        return None
    at = draft.at("share")
    after = [side for side in sides if at is not None and side.start > at]
    before = [side for side in sides if side not in after]
    if sides == after[:1] and not SHARE_WAS.search(draft.text):  # 占公用经费的比例: a whole without its part
        return None
    if before and (added := added_behind(at, draft, book)):
        parts, whole = before, added
    elif in_sum := inside_sum(draft, book):
        parts, whole = in_sum
    elif before and after:
        parts, whole = before, after[0]
    elif len(sides) == 2 and AS_MUCH_OF.search(draft.text[: sides[1].start]):
        parts, whole = sides[:1], sides[1]
    elif whole_side := _container(sides, draft, book):
        whole = whole_side
        parts = [side for side in sides if side.start > whole.start] or [s for s in sides if s is not whole]
    elif not _of_all(sides[0], draft) and (part := _alone(sides, book)):
        return (Portion(part),)
    else:
        parts, whole = sides, _total_beside(sides[0], draft, book)
    if OWN_WHOLE.search(draft.text):
        whole = _own_whole(parts[0], whole, book)
    each = [side.terms[0] for side in parts] if draft.has("respectively") else together(parts)
    related = ((part, term) for part in each for term in whole.terms if part != term)
    held = ((part, term if _apart(part, term) else _of_fund(part, term, book)) for part, term in related)
    shares = (Share(part if _apart(part, term) else within(part, term, book), term) for part, term in held)
    inside = any(thing.inside for thing in draft.things[-1:])
    proven = _is_inside if inside else _is_beside
    return tuple(one for one in shares if _apart(one.part, one.whole) or proven(one, book))[:MOST_READINGS]


def _apart(part: Term, whole: Term) -> bool:
    """Whether a part and a whole are of different bodies: then no table holds both."""
    if isinstance(part, Members) or isinstance(whole, Members):
        return False
    return {target.documents for target in part} != {target.documents for target in whole}


def _own_whole(part: Side, whole: Side, book: Book) -> Side:
    """The row that a part is a column of, where the whole is said to be its own: 甲馆的项目支出占其总支出."""
    term = part.terms[0]
    if isinstance(term, Members) or len(term) > 1:
        return whole
    columns = {name for reading in amounts(book.catalogs, term[0])[:1] for name in reading.figures[0].columns}
    names = tuple(name for name in term[0].names if name not in columns)
    row = single(book, names, term[0].year, term[0].said) if columns and names else None
    return Side(((row,),), -1) if row else whole


def _is_beside(one: Share, book: Book) -> bool:
    """Whether a part is less than its whole, or a figure beside it in one column of a table (甲占乙的百分之几)."""
    if isinstance(one.part, Members) or isinstance(one.whole, Members) or len(one.whole) > 1:
        return True
    wholes = amounts(book.catalogs, one.whole[0])
    stated = [amounts(book.catalogs, part) for part in one.part]
    larger = [r for r in stated if wholes and r and r[0].quantity.base > wholes[0].quantity.base]
    return all(not _columns(readings).isdisjoint(_columns(wholes)) for readings in larger)


def _columns(readings: Sequence[Reading]) -> frozenset[tuple[str, int, int]]:
    """The columns that state an amount: the document's name, its table, the column."""
    cells = ((f.document.name, f.fact.cell) for reading in readings for f in reading.figures)
    return frozenset((name, cell.table, cell.column) for name, cell in cells if cell)


def _is_inside(one: Share, book: Book) -> bool:
    """Whether a part that is said to lie in a whole does: a figure has the names of both, or its table states both."""
    if isinstance(one.part, Members) or isinstance(one.whole, Members) or len(one.whole) > 1:
        return True
    titles = {*titles_of(one.whole[0], book)}
    return all(
        not titles.isdisjoint(part.names) or holds(Side((one.whole,), 0), Side(((part,),), 0), book)
        for part in one.part
    )


def _of_all(part: Side, draft: Draft) -> bool:
    """Whether the question says that all spending, or all income, is what the part is in: 支出决算中教育支出占比."""
    said = ALL_IN.search(draft.text)
    return said is not None and said.start() < part.start


def _alone(sides: Sequence[Side], book: Book) -> Target | None:
    """The one part that is named, where sentences state its share without a whole being named."""
    part = sides[0].terms[0]
    if len(sides) > 1 or isinstance(part, Members) or len(part) > 1:
        return None
    return part[0] if portions(book.catalogs, part[0]) else None


def _total_beside(part: Side, draft: Draft, book: Book) -> Side:
    """The total that a share is of where none is named: of income where that is said or the part is income.

    Of a table that is named by its title it is that table's.
    """
    if named := book.titles.intersection(draft.headings):
        return _total_of_table(part, named, draft, book)
    at, term = draft.at("share"), part.terms[0]
    readings = (
        amounts(book.catalogs, term[0])[:1] if isinstance(term, tuple) else ()
    )  # none: known, not stated
    figures = tuple(reading.figures[0] for reading in readings)
    of_income = any(INCOME in f.around or any(n.endswith(INCOMES) for n in f.names) for f in figures)
    of_income = of_income or (at is not None and INCOMES in draft.text[at:])
    # 政府采购工程支出占比: the kinds of purchases are called after what they are a part of
    purchased = isinstance(term, tuple) and all(name.startswith(PURCHASES) for name in term[0].names)
    total = PURCHASES if purchased else INCOME if of_income else TOTAL
    whole = single(book, (total,), year_of(draft, book), "")
    return Side(((whole,),) if whole else (), -1)


def _total_of_table(part: Side, titles: Set[str], draft: Draft, book: Book) -> Side:
    """The total of the named table that a part stands in, in the part's own column; nothing where it has none."""
    term = part.terms[0]
    stated = amounts(book.catalogs, term[0])[:1] if isinstance(term, tuple) else ()
    for figure in (figure for reading in stated for figure in reading.figures):
        for title in titles & figure.around:
            if whole := single(book, (title, *sorted(figure.columns)), year_of(draft, book), ""):
                return Side(((whole,),), -1)
    return Side((), -1)


def _of_fund(part: Term, whole: Term, book: Book) -> Term:
    """A whole by what the part's own fund spends, where the part is told of one fund alone.

    公用经费 of a table of 一般公共预算基本支出 is no part of what all funds spend on 基本支出.
    """
    if isinstance(part, Members) or isinstance(whole, Members) or (len(part), len(whole)) != (1, 1):
        return whole
    (one,), (other,) = part, whole
    if len(other.names) > 1:
        return whole
    stated = [f for reading in amounts(book.catalogs, one)[:1] for f in reading.figures]
    told = [_fund_around(figure, other.names[0]) for figure in stated]
    own = [_spent_by(fund, other, book) for fund in dict.fromkeys(told) if all(told)]
    sizes = {amounts(book.catalogs, target)[0].quantity.base for target in own if target}
    of_all = {reading.quantity.base for reading in amounts(book.catalogs, other)[:1]}
    return (own[0],) if own and own[0] and len(sizes) == 1 and sizes != of_all else whole


def _fund_around(figure: Figure, whole: str) -> str:
    """The fund whose spending on a whole a figure is told of, by its table or heading; empty where it is of none."""
    funds = (f for f in FUNDS if any(name.startswith(f"{f}{whole}") for name in figure.around))
    return next(funds, "")


def _spent_by(fund: str, whole: Target, book: Book) -> Target | None:
    """What a fund spends on a whole."""
    of = (f"{fund}{whole.names[0]}", canonical(f"{fund}支出"))
    found = (single(book, (name, *whole.names), whole.year, whole.said) for name in of)
    return next((target for target in found if target), None)


def _container(sides: Sequence[Side], draft: Draft, book: Book) -> Side | None:
    """The side that holds the others: the one before the last where that is said to be inside it, else the largest.

    事业收入当中教育收费占百分之几; 租赁费在公用经费的比重. None where no side holds another (会议费和培训费占比).
    """
    if len(sides) < 2:
        return None
    if draft.things and draft.things[-1].inside:
        return sides[-2]
    largest = max(sides, key=lambda side: size(side, book))
    contains = all(holds(largest, side, book) for side in sides if side is not largest)
    return largest if contains or not any(t.text in JOINERS for t in draft.mentions) else None
