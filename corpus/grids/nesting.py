"""Rows under a numbered or coded one that print no number of their own: its parts where they add up to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from corpus.document import Row, RowRole
from corpus.grids.checks import Place
from corpus.numbering import enumerator


def parts_by_amount(
    rows: Sequence[Row], own: Sequence[int], columns: Sequence[int], amounts: Mapping[Place, Decimal]
) -> dict[int, int]:
    """For rows of one side (`own`) without code and number the numbered or coded row that they are the parts of.

    一、基本支出 is followed by 工资福利支出 and its other parts, a unit with its code by its projects, and
    六、其他收入 by 年初结转, which is no part of it: only the amounts tell. They must add up to the row above them
    in each column that it has an amount in.
    """
    found: dict[int, int] = {}
    for place, head in enumerate(own):
        is_head = rows[head].code or enumerator(rows[head].name)
        if not is_head or rows[head].role is not RowRole.ITEM:
            continue
        run = _run(rows, own[place + 1 :])
        told = [column for column in columns if (head, column) in amounts]
        if len(run) > 1 and told and all(_adds_up(head, run, column, amounts) for column in told):
            found.update({at: head for at in run if rows[at].role is RowRole.ITEM})
    return found


def _run(rows: Sequence[Row], below: Sequence[int]) -> list[int]:
    """The rows right below a head until the next number, code or total."""
    run: list[int] = []
    for at in below:
        row = rows[at]
        if row.code or row.role is RowRole.TOTAL or enumerator(row.name):
            break
        run.append(at)
    return run


def _adds_up(head: int, run: Sequence[int], column: int, amounts: Mapping[Place, Decimal]) -> bool:
    total = amounts[head, column]
    return bool(total) and sum((amounts.get((at, column), Decimal(0)) for at in run), Decimal(0)) == total
