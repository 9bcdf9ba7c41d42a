"""Rows of one table that have one name below several rows: 一般行政管理事务 of 组织事务 and of 宣传事务."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from qa.catalogs.readings import Reading
from qa.catalogs.several import apart
from qa.query import Target
from qa.refusal import Declined, Missing


def of_one_row(readings: Sequence[Reading], target: Target) -> Sequence[Reading]:
    """A target's readings, as they are.

    Raises:
        Declined: some are such rows, and nothing says which of them is meant.
    """
    if any(_are_namesakes(one, other) for one, other in combinations(readings, 2)):
        raise Declined(Missing.SEVERAL, target.names)
    return readings


def _are_namesakes(one: Reading, other: Reading) -> bool:
    left, right = one.figures[0], other.figures[0]
    if one.steps or other.steps or left.own != right.own or left.document is not right.document:
        return False
    if left.fact.cell is None and right.fact.cell is None:
        return apart(left, right)
    table, at, beside = left.table, left.fact.cell, right.fact.cell
    if table is None or at is None or beside is None or left.fact.blank or right.fact.blank:
        return False
    parents = {table.rows[at.row].parent, table.rows[beside.row].parent} if at.table == beside.table else ()
    return at.column == beside.column and len(parents) == 2
