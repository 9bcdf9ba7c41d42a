"""Questions that set figures against each other: a share, a multiple, a difference, a remainder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.binding.targets import MOST_READINGS, apart_slots, joined_slots
from qa.catalogs.book import Book
from qa.drafting.draft import Draft
from qa.query import (
    PERCENT,
    Compare,
    Difference,
    Query,
    Rank,
    Ratio,
    Remainder,
    Spread,
    Target,
    Term,
)
from qa.shapes.each import share_of_each
from qa.shapes.figures import slots, total, total_slot
from qa.shapes.moves import against_plan, moved
from qa.shapes.plans import outcome_and_plan, outcome_beside_plan
from qa.shapes.shares import share
from qa.shapes.sides import Side, holds, is_excess, sides_of, together

BEHIND = ("以外", "之外", "除外", "不算", "不计")
"""What stands behind that which is excepted; 除了 and the like stand before it."""
PROPORTION = re.compile(r"^[^占]*(?:之比|的?(?:比例|比值))(?:关系)?(?:是|为)?(?:多少|几比几|怎么?样)?\W*$")
Queries = tuple[Query, ...]
LESS = re.compile(
    r"(?:哪[个项家块笔]|谁)(?:的[^,，。;；?？]{2,14})?[更要最]?(?:低|少|小|便宜)|lower|smaller|less|cheaper"
)


def relation(draft: Draft, book: Book) -> Queries | None:
    """A question that relates figures and whose words are all explained; the operation is chosen by its cues."""
    if draft.open or draft.absent:
        return None
    for shape in (
        outcome_beside_plan,
        _remainder,
        share_of_each,
        _proportion,
        share,
        _ratio,
        _difference,
        moved,
        outcome_and_plan,
        against_plan,
    ):
        queries = shape(draft, book)
        if queries:
            return queries
    return None


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


def _proportion(draft: Draft, book: Book) -> Queries | None:
    """基本支出与项目支出之比: one of two things held against the other, where neither is a part of the other."""
    if not PROPORTION.search(draft.text) or draft.has("respectively", "sum") or len(draft.things) != 2:
        return None
    sides = sides_of(draft, book)
    if len(sides) != 2 or holds(sides[0], sides[1], book) or holds(sides[1], sides[0], book):
        return None
    return tuple(Ratio(one, other) for one in sides[0].terms for other in sides[1].terms)[:MOST_READINGS]


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
    sides = _without_wholes(sides_of(draft, book), book)
    at = draft.at("compare", "difference", "ratio") if draft.has("sum") else None
    turn = draft.text.find("比")
    if len(sides) == 2:
        return sides[0].terms, sides[1].terms
    split = turn if turn >= 0 else at
    if split is None or not draft.has("sum"):
        return None
    before, after = [s for s in sides if s.start < split], [s for s in sides if s.start > split]
    return (tuple(together(before)), tuple(together(after))) if before and after else None


def _difference(draft: Draft, book: Book) -> Queries | None:
    against_budget = draft.names_stage and draft.has("up", "down", "change")  # 决算比预算节约多少
    excess = is_excess(draft)
    if not (excess or against_budget or draft.has("difference", "compare", "most", "least", "order")):
        return None
    if draft.base is not None:
        return None
    moved = excess and draft.has("up", "down", "change")  # 决算比预算下降百分之几
    if draft.names_stage and draft.has("percent", "growth") and not moved:
        return None
    how_much = (
        excess or against_budget or draft.has("difference") or (draft.has("amount") and draft.has("compare"))
    )
    sides = _without_wholes(sides_of(draft, book), book)
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
        side for side in sides if not all(holds(side, other, book) for other in sides if other is not side)
    ]
