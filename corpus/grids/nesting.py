"""Rows that print no number under another one: its parts where they add up to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from corpus.document import Row, RowRole
from corpus.grids.checks import Place
from corpus.numbering import enumerator

CARRIED = re.compile(r"结转")
"""What is carried over is followed by the funds that it is of: 年初财政拨款结转和结余, 一般公共预算财政拨款."""
FUND = re.compile(r"预算")
SUBTOTAL = re.compile(r".小计$|三公[“”\"]?经费[^，。]{0,8}合计$")
"""A subtotal that is named stands over its parts: 公务用车购置及运行费小计, 购置费, 运行费.

So does that of the three public expenses, where 会议费 and 培训费 follow them.
"""

FEWEST_GROUPS = 2
"""A single group could add up as well because its one row says again what is above it."""

Amounts = Mapping[Place, Decimal]


def parts_by_amount(
    rows: Sequence[Row], own: Sequence[int], columns: Sequence[int], amounts: Amounts
) -> dict[int, int]:
    """For rows of one side (`own`) that are parts by their amounts the row that they are the parts of.

    一、基本支出 is followed by 工资福利支出 and its other parts, a unit with its code by its projects, and
    六、其他收入 by 年初结转, which is no part of it: only the amounts tell. They must add up to the row above them
    in each column that it has an amount in.
    """
    found: dict[int, int] = {}
    for place, head in enumerate(own):
        if rows[head].role is not RowRole.ITEM:
            continue
        run = _run(rows, own, place)
        adds_up = _nearly_adds_up if CARRIED.search(rows[head].name) and len(run) > 1 else _add_up
        if run and adds_up(head, run, columns, amounts):
            found.update({at: head for at in run if rows[at].role is RowRole.ITEM})
    found |= _behind_of_which(rows, own, columns, amounts)
    return found | _under_subtotals(rows, own, columns, amounts) | _under_names(rows, own, columns, amounts)


def _behind_of_which(
    rows: Sequence[Row], own: Sequence[int], columns: Sequence[int], amounts: Amounts
) -> dict[int, int]:
    """For the fewest rows behind 其中 that make up with it the row that it is of, that row.

    公务用车购置及运行费 is followed by 其中：购置费 and, without the word again, by 运行维护费.
    """
    found: dict[int, int] = {}
    for place, first in enumerate(own):
        head = rows[first].parent
        if rows[first].role is not RowRole.OF_WHICH or head is None:
            continue
        run = _until(rows, own[place + 1 :], lambda row: row.role is not RowRole.ITEM or _is_marked(row))
        fitting = (n for n in range(1, len(run) + 1) if _add_up(head, [first, *run[:n]], columns, amounts))
        behind = run[: next(fitting, 0)]
        if any(amounts.get((at, column)) for at in behind for column in columns):
            found.update(dict.fromkeys(behind, head))
    return found


def _is_marked(row: Row) -> bool:
    """Whether a row says where it belongs by its code or number."""
    return bool(row.code or enumerator(row.name))


def _under_names(
    rows: Sequence[Row], own: Sequence[int], columns: Sequence[int], amounts: Amounts
) -> dict[int, int]:
    """For rows with a code the row without one that they stand under: 图书馆 over its projects, each coded 2070104.

    A list is one of such groups where each of its rows is in one, and every group adds up.
    """
    groups: list[tuple[int, list[int]]] = []
    for at in (at for at in own if rows[at].role is RowRole.ITEM):
        if not _is_marked(rows[at]):
            groups.append((at, []))
        elif groups and rows[at].code:
            groups[-1][1].append(at)
        else:
            return {}
    if len(groups) < FEWEST_GROUPS or not all(_add_up(head, run, columns, amounts) for head, run in groups):
        return {}
    return {at: head for head, run in groups for at in run}


def blocks(
    rows: Sequence[Row], own: Sequence[int], columns: Sequence[int], amounts: Amounts
) -> dict[int, int]:
    """For the rows of a list of names alone the head of the block that each is in: units over their kinds of spending.

    Every row is a head or a part, each head is followed by parts that add up to it, and the heads make up the total.
    """
    items = [at for at in own if rows[at].role is RowRole.ITEM]
    totals = [at for at in own if rows[at].role is RowRole.TOTAL]
    if len(totals) != 1 or any(_is_marked(rows[at]) for at in items):
        return {}
    found: dict[int, int] = {}
    heads: list[int] = []
    while rest := items[len(heads) + len(found) :]:
        run = _shortest(rest[0], rest[1:], columns, amounts)
        found.update(dict.fromkeys(run, rest[0]))
        heads.append(rest[0])
        if not run:
            return {}
    is_whole = len(heads) >= FEWEST_GROUPS and _add_up(totals[0], heads, columns, amounts)
    return found if is_whole else {}


def _shortest(head: int, below: Sequence[int], columns: Sequence[int], amounts: Amounts) -> Sequence[int]:
    """The fewest rows right below one that add up to it; none where no number of them does."""
    left = {column: amounts[head, column] for column in columns if (head, column) in amounts}
    for count, at in enumerate(below, start=1):
        left = {column: rest - amounts.get((at, column), Decimal(0)) for column, rest in left.items()}
        if not any(left.values()):
            return below[:count] if _add_up(head, below[:count], columns, amounts) else ()
    return ()


def _run(rows: Sequence[Row], own: Sequence[int], place: int) -> list[int]:
    """The rows right below one that may be its parts, up to the next total; none where no row can be."""
    head, below = rows[own[place]], own[place + 1 :]
    if _is_marked(head):
        run = _until(rows, below, _is_marked)
        return run if len(run) > 1 else []
    if CARRIED.search(head.name):
        return _until(rows, below, lambda row: bool(row.code or not FUND.search(row.name)))
    return []


def _until(rows: Sequence[Row], below: Sequence[int], ends: Callable[[Row], bool]) -> list[int]:
    return list(takewhile(lambda at: rows[at].role is not RowRole.TOTAL and not ends(rows[at]), below))


def _under_subtotals(
    rows: Sequence[Row], own: Sequence[int], columns: Sequence[int], amounts: Amounts
) -> dict[int, int]:
    """The fewest rows under each named subtotal that add up to it, an inner subtotal being one of them."""
    found: dict[int, int] = {}
    for place in reversed(range(len(own))):
        head = own[place]
        if rows[head].role is not RowRole.TOTAL or not SUBTOTAL.search(rows[head].name):
            continue
        run = _not_yet_parts(rows, own[place + 1 :], found)
        fitting = (n for n in range(2, len(run) + 1) if _add_up(head, run[:n], columns, amounts))
        found.update(dict.fromkeys(run[: next(fitting, 0)], head))
    return found


def _not_yet_parts(rows: Sequence[Row], below: Sequence[int], found: Mapping[int, int]) -> list[int]:
    """The rows under a subtotal, up to the next total that is not itself over parts, without those parts."""
    inner = {*found.values()}
    left = [at for at in below if at not in found and rows[at].role is not RowRole.OF_WHICH]
    return list(takewhile(lambda at: rows[at].role is not RowRole.TOTAL or at in inner, left))


def _add_up(head: int, run: Sequence[int], columns: Sequence[int], amounts: Amounts) -> bool:
    """Whether rows add up to one above them in each column that it has an amount in, and that is not nothing."""
    told = [column for column in columns if (head, column) in amounts]
    sums = [sum((amounts.get((at, column), Decimal(0)) for at in run), Decimal(0)) for column in told]
    return any(sums) and sums == [amounts[head, column] for column in told]


def _nearly_adds_up(head: int, run: Sequence[int], columns: Sequence[int], amounts: Amounts) -> bool:
    """The same, where rounding may put the sum off by one last digit for each of the rows."""
    told = [column for column in columns if amounts.get((head, column))]
    for column in told:
        parts = [part for at in run if (part := amounts.get((at, column)))]
        last_digit = Decimal(1).scaleb(min(int(part.as_tuple().exponent) for part in parts)) if parts else 0
        if abs(sum(parts, Decimal(0)) - amounts[head, column]) > last_digit * len(parts):
            return False
    return bool(told)
