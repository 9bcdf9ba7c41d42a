"""Sums over the columns of a table, and income against expenditure.

A total column is the sum of its neighbours in every form that is known, but a table may mean something else: a sum is
taken for a table's rule only where most of its rows keep it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.audit.findings import Check, Checked, Figure, Finding, checked, sum_findings
from corpus.audit.views import Side, View
from corpus.audit.vocabulary import plain
from corpus.document import RowRole
from corpus.headers import column_sums

GRAND_TOTAL = "总计"
INCOME, SPENDING = "收入", "支出"


def column_findings(view: View) -> Iterator[Finding]:
    """Rows whose columns do not add up to their total column."""
    for side in view.sides:
        for check in column_sums([view.table.columns[column].path for column in side.columns]):
            total = side.columns[check.total]
            parts = [side.columns[part] for part in check.parts if view.adds(side.columns[part])]
            if parts and view.adds(total) and not view.partition(total):
                sums = _across(view, side, total, parts)
                if 2 * sum(one.fails for one in sums) < len(sums):
                    yield from _told(view, sums, total)
        yield from _partitions(view, side)


def _partitions(view: View, side: Side) -> Iterator[Finding]:
    """The columns of accounts that are known to be sums of others (三公经费), whatever other rows say."""
    for total in side.columns:
        partition = view.partition(total)
        head = view.table.columns[total].path[0]
        group = [column for column in side.columns if view.table.columns[column].path[0] == head]
        named = {view.named(column): column for column in group}
        if partition and all(part in named for part in partition.parts):
            parts = [named[part] for part in partition.parts]
            yield from _told(view, _across(view, side, total, parts), total)


def _across(view: View, side: Side, total: int, parts: Sequence[int]) -> list[Checked]:
    """The sum in each row that has its figures.

    Figures whose columns are not proven stand where they add up, if they do so anywhere: a sum that fails there
    fails wherever the row's blanks are.
    """
    tried = (
        checked(row, view.placed(row, total), [view.placed(row, part) for part in parts]) for row in side.rows
    )
    return [found for found in tried if found]


def _told(view: View, sums: Sequence[Checked], total: int) -> Iterator[Finding]:
    head = view.table.columns[total].path[-1]
    for one in sums:
        where = f"《{view.table.title}》“{view.row_name(one.at)}”一行"
        yield from sum_findings(Check.COLUMNS, one, f"{where}：各栏之和与“{head}”栏")


def balance_findings(view: View) -> Iterator[Finding]:
    """The two totals of a two-sided table that must be equal and are not."""
    totals = [found for side in view.sides if (found := _balanced_total(view, side))]
    if len(view.sides) != 2 or len(totals) != 2:
        return
    (income, received), (spending, spent) = totals
    one = checked(spending, spent, [received])
    if one and _is_of(view, income, 0, INCOME) and _is_of(view, spending, 1, SPENDING):
        names = f"“{view.row_name(income)}”与“{view.row_name(spending)}”"
        yield from sum_findings(Check.BALANCE, one, f"《{view.table.title}》：{names}")


def closing_totals(view: View) -> Iterator[tuple[str, Figure]]:
    """The flow and the amount of the totals (总计) that close the sides of a two-sided table of income and spending."""
    if len(view.sides) != 2:
        return
    for number, side in enumerate(view.sides):
        flow = (INCOME, SPENDING)[number]
        found = _balanced_total(view, side)
        if found and _is_of(view, found[0], number, flow) and _closes(view, found[0]):
            yield flow, found[1]


def _closes(view: View, row: int) -> bool:
    return plain(view.table.rows[row].name).endswith(GRAND_TOTAL)


def _is_of(view: View, row: int, side: int, flow: str) -> bool:
    """Whether a total is said to be of income, or of spending, by its name or by its column's header."""
    return flow in view.table.rows[row].name or flow in view.header(view.sides[side].columns[0])


def _balanced_total(view: View, side: Side) -> tuple[int, Figure] | None:
    """The last total of a side, which closes it: 总计, or 合计 where nothing is carried over to or from other years."""
    totals = [row for row in side.rows if view.table.rows[row].role is RowRole.TOTAL]
    if not totals or not side.columns:
        return None
    if not _closes(view, totals[-1]) and view.carries_over:
        return None
    found = view.figure(totals[-1], side.columns[0])
    return (totals[-1], found) if found and found.text else None
