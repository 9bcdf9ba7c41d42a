"""Rows under another one that print no number to say so: its parts where they add up to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import takewhile

from corpus.document import Row, RowRole
from corpus.forms import squeezed
from corpus.grids.checks import Place
from corpus.numbering import enumerator, without_enumerator


def parts_by_amount(
    rows: Sequence[Row], own: Sequence[int], columns: Sequence[int], amounts: Mapping[Place, Decimal]
) -> dict[int, int]:
    """For rows of one side (`own`) that print no number for it the row above that they are the parts of.

    一、基本支出 is followed by 工资福利支出 and its other parts, a unit with its code by its projects, and
    六、其他收入 by 年初结转, which is no part of it: only the amounts tell. They must add up to the row above them
    in each column that it has an amount in. A row without a number (年初财政拨款结转和结余) has parts as well where
    these repeat the names of rows above it (一般公共预算财政拨款).
    """
    found: dict[int, int] = {}
    for place, head in enumerate(own):
        if rows[head].role is not RowRole.ITEM:
            continue
        is_numbered = rows[head].code or enumerator(rows[head].name)
        below = own[place + 1 :]
        run = _run(rows, below) if is_numbered else _repeated(rows, own[:place], below)
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


def _repeated(rows: Sequence[Row], above: Sequence[int], below: Sequence[int]) -> list[int]:
    """The rows right below a row that repeat the names of rows above it, with or without their numbers."""
    named = {squeezed(without_enumerator(rows[at].name)) for at in above if rows[at].role is RowRole.ITEM}
    return list(takewhile(lambda at: squeezed(without_enumerator(rows[at].name)) in named, below))


def _adds_up(head: int, run: Sequence[int], column: int, amounts: Mapping[Place, Decimal]) -> bool:
    total = amounts[head, column]
    return bool(total) and sum((amounts.get((at, column), Decimal(0)) for at in run), Decimal(0)) == total
