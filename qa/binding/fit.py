"""Whether a result is of the kind of figure that a question asks for: money, a count, a plan or its outcome."""

from __future__ import annotations

import re
from decimal import Decimal

from qa.binding.accounted import MOVES, OPERATIONS
from qa.drafting.draft import Draft
from qa.linking.mentions import Kind, Mention
from qa.query import PERCENT, Change, Compare, Difference, Growth, Lookup, Members, Query, Rank, Stated, Sum
from qa.result import Result
from qa.terms.counters import counts_alike

POINTS = "百分点"
"""What shares differ by, which is no growth of what they are shares of."""
ALTOGETHER = frozenset({"一共", "总共"})
PLAN = "预算"
OUTCOMES = re.compile("执行|决算|实际|支出数|完成")
MONEY_WORDS = ("钱", "资金", "金额", "经费", "费用", "元", "money", "yuan", "budget", "cost")


def fits(draft: Draft, query: Query, result: Result) -> bool:
    """Whether the looked-up figures are of the kind asked for: a count where it asks how many, else money."""
    if not result.values or _money_for_a_count(draft, query, result):
        return not result.values
    if isinstance(query, Difference | Change) and draft.has("count"):
        return _in_counter(draft, result)
    if _rate_for_money(draft, result):
        return False
    if isinstance(query, Growth | Change) and draft.has("final") and not _against_outcome(draft, result):
        return False
    if POINTS in draft.text and isinstance(query, Growth | Change | Difference):
        return False
    if isinstance(query, Rank):
        return _ranks_as_many(draft, query, result)
    if not isinstance(query, Lookup | Stated):
        return True
    if isinstance(query, Lookup) and not {limit.base for limit in draft.limits} <= _amounts(result):
        return False
    if isinstance(query, Lookup) and _asks_plan(draft) and _is_outcome(query, result):
        return False
    if isinstance(query, Stated) and not all(
        _said(m, result) for m in draft.mentions if not _in_all(m, draft)
    ):
        return False
    if isinstance(query, Stated) and query.counter == PERCENT:
        return True
    money = all(value.quantity.is_money for value in result.values)
    if draft.has("count"):
        return not money and (isinstance(query, Stated) or _in_counter(draft, result))
    return money or not _asks_money(draft)


def _against_outcome(draft: Draft, result: Result) -> bool:
    """Whether a budget's change is one from an outcome where that is asked for: 比2025年执行数, not 比2025年预算."""
    told = (f"{place.column or ''}{place.quote}" for place in result.evidence)
    return draft.base is None or any(OUTCOMES.search(words) for words in told)


def _ranks_as_many(draft: Draft, query: Rank, result: Result) -> bool:
    """Whether as many are put in order as the question speaks of: 政府采购三类 are not the rows of its table."""
    told = {numeral.value for numeral in draft.numerals if numeral.use == "cardinal" and numeral.value > 1}
    among = query.members.size if isinstance(query.members, Members) else None
    return not told or bool(told & {query.top, among, len(result.values), len(result.items)})


def _money_for_a_count(draft: Draft, query: Query, result: Result) -> bool:
    """Whether money is related where people or things are counted: 两年一共接待多少人次 adds up no 公务接待费."""
    related = isinstance(query, Sum | Difference | Change | Compare)
    counted = draft.counter is not None and not draft.has("amount") and not _asks_money(draft)
    return related and counted and draft.unit is None and result.values[0].quantity.is_money


def _rate_for_money(draft: Draft, result: Result) -> bool:
    """Whether only rates or counts were found where an amount is asked for in its unit: 比2015年少多少万元."""
    if draft.unit is None or draft.has("percent", "share", "ratio", "growth", "count"):
        return False
    return not any(value.quantity.is_money for value in result.values)


def _in_counter(draft: Draft, result: Result) -> bool:
    """Whether every figure found by its name is counted in what the question counts in: 几批, not 478人."""
    if draft.counter is None:
        return True
    return all(counts_alike(draft.counter, value.quantity.unit) for value in result.values)


def _amounts(result: Result) -> set[Decimal]:
    return {value.quantity.base for value in result.values}


def _said(mention: Mention, result: Result) -> bool:
    """Whether an operation's cue is a word of the stated clause itself (经批准增加了几辆): then it asks for nothing.

    Of money the sentence may state the amount and its increase: the cue asks for the increase.
    """
    asked = (
        set(mention.values) & OPERATIONS - {"count", "percent", "share"}
        if mention.kind is Kind.CUE
        else set()
    )
    if asked & MOVES and result.values[0].quantity.is_money:
        return False
    return not asked or mention.text.removesuffix("了") in result.evidence[0].quote


def _in_all(mention: Mention, draft: Draft) -> bool:
    """Whether a word for all adds nothing up, as one thing of one body and year is counted: 一共接待了多少人次."""
    alone = len(draft.years) < 2 and len(draft.bodies) < 2 and not draft.has("both")
    return "sum" in mention.values and alone and mention.text in ALTOGETHER and draft.has("count")


def _asks_plan(draft: Draft) -> bool:
    """Whether the words beside the named things, or behind their names, ask for a budget and not for its outcome."""
    said = PLAN in _beside_things(draft) or any(thing.said.endswith(PLAN) for thing in draft.things)
    return said and not draft.has("final")


def _is_outcome(query: Lookup, result: Result) -> bool:
    """Whether what was looked up is, or was derived from, the outcome of its year (2023年执行数)."""
    years = "|".join(str(target.year) for target in query.targets)
    of_year = re.compile(rf"(?:{years})年度?(?: / )?执行数")
    return any(of_year.search(place.column or place.quote) for place in result.evidence)


def _beside_things(draft: Draft) -> str:
    rest = draft.text
    for thing in sorted(draft.things, key=lambda thing: -len(thing.said)):
        rest = rest.replace(thing.said, "")
    return rest


def _asks_money(draft: Draft) -> bool:
    """Whether the words beside the named things speak of money."""
    rest = _beside_things(draft)
    return any(word in rest for word in MONEY_WORDS)
