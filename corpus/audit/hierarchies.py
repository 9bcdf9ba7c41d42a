"""Sums over the rows of a table: rows to the row above them by code or ordinal, and all of them to the total.

A list without codes and ordinals may hold rows that are parts of others without saying so: it is held to its total
only where no row is the sum of those under it, and what is found there is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.audit.findings import Check, Checked, Figure, Finding, Severity, checked, places, sum_findings
from corpus.audit.views import Side, View
from corpus.document import RowRole
from corpus.figures import parse_figure
from corpus.headers import column_sums
from corpus.numbering import enumerator
from corpus.placement import MAX_DECIMALS
from corpus.rows import PrintedRow, row_sums
from corpus.solver import Problem, Sum, solve

FIGURES = re.compile(r"\d,\d{3}|\d\.\d\d")
ROUNDED = 1
"""Each part of a sum may be off by a unit of its last digit."""

MAX_PLAIN_ROWS = 300
"""A longer list without codes or ordinals is not searched for rows that are sums of others."""


def row_findings(view: View) -> Iterator[Finding]:
    """Rows that are not the sum of the rows that belong to them; nothing where most sums of a side fail."""
    for number, side in enumerate(view.sides):
        sums = _row_sums(view, number)
        tried = [
            (check, one)
            for check in sums
            for one in _down(view, side, check)
            if not (_is_open(view, side, check) and one.lacks)
        ]
        failing = {check.total for check, one in tried if one.fails}
        if 2 * len(failing) > len(sums) + 1:
            continue
        ordered = _is_ordered(view, sums)
        for check, one in tried:
            found = sum_findings(Check.ROWS, one, _message(view, check, one))
            if ordered:
                yield from found
            elif not _is_nested(one.parts):
                yield from (_doubtful(finding) for finding in found)
        if ordered:
            closed = [check for check in sums if not _is_open(view, side, check)]
            yield from (_unplaced(view, side, total) for total in _impossible(view, side, closed) - failing)


def _is_open(view: View, side: Side, check: Sum) -> bool:
    """Whether a sum goes on to the end of a list that no total closes: rows on a page that was lost may lack."""
    at: int | None = side.rows[-1]
    if at is None or view.table.rows[at].role is RowRole.TOTAL:
        return False
    while at is not None:
        if at in (check.parts[-1], check.total):
            return True
        at = view.table.rows[at].parent
    return False


def _doubtful(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.WARNING) if finding.severity is Severity.ERROR else finding


def _row_sums(view: View, number: int) -> tuple[Sum, ...]:
    """Which rows of a side add up to which, by their positions in the table."""
    table = view.table
    side_of = {row: at for at, side in enumerate(view.sides) for row in side.rows}
    printed = [
        PrintedRow(side_of.get(at, -1), row.code, row.name, (), row.span, row.quote)
        for at, row in enumerate(table.rows)
    ]
    return row_sums(printed, [row.role for row in table.rows], [row.parent for row in table.rows], number)


def _down(view: View, side: Side, check: Sum) -> Iterator[Checked]:
    """The sum in each column; nothing where a row was not read right, so that figures stand in its name."""
    if any(FIGURES.search(view.table.rows[row].name) for row in (check.total, *check.parts)):
        return
    for column in side.columns:
        if view.adds(column):
            parts = [view.figure(part, column) for part in check.parts]
            one = checked(column, view.figure(check.total, column), parts)
            if one:
                yield one


def _is_ordered(view: View, sums: Sequence[Sum]) -> bool:
    """Whether codes or ordinals say what each row belongs to."""
    parts = [view.table.rows[part] for check in sums for part in check.parts]
    items = [row for row in parts if row.role is RowRole.ITEM]
    return all(row.code or enumerator(row.name) for row in items)


def _is_nested(parts: Sequence[Figure]) -> bool:
    """Whether some row is the sum of the rows right under it, so that the list counts amounts twice."""
    amounts = [part.amount for part in parts]
    if len(amounts) > MAX_PLAIN_ROWS:
        return True
    for at, amount in enumerate(amounts):
        rest = amount
        for below in amounts[at + 1 :]:
            rest -= below
            if amount and not rest:
                return True
    return False


def _message(view: View, check: Sum, one: Checked) -> str:
    total = view.table.rows[check.total]
    below = "各项" if total.role is RowRole.TOTAL else "下级各项"
    head = view.table.columns[one.at].path[-1]
    return f"《{view.table.title}》“{head}”栏：{below}之和与“{view.row_name(check.total)}”"


def _impossible(view: View, side: Side, sums: Sequence[Sum]) -> set[int]:
    """The totals that their rows cannot add up to, wherever the blanks that are not proven stand.

    Nothing where most totals are like that: the rows are then not read right, or mean something else.
    """
    coded = all(view.table.rows[part].code for check in sums for part in check.parts)
    if view.is_proven(side) or not coded:
        return set()
    rows = [[text for column in side.columns if (text := view.text(row, column))] for row in side.rows]
    scale = min(max((_decimals(text) for row in rows for text in row), default=0), MAX_DECIMALS)
    local = {row: at for at, row in enumerate(side.rows)}
    solution = solve(
        Problem(
            len(side.columns),
            tuple(tuple(_whole(text, scale) for text in row) for row in rows),
            column_sums([view.table.columns[column].path for column in side.columns]),
            tuple(Sum(local[check.total], tuple(local[part] for part in check.parts)) for check in sums),
            ROUNDED,
        )
    )
    if 2 * len(solution.broken) > len(sums) + 1:
        return set()
    return {side.rows[at] for at in solution.broken}


def _decimals(text: str) -> int:
    return len(text.rstrip("%)").partition(".")[2])


def _whole(text: str, scale: int) -> int | None:
    number = parse_figure(text)
    return None if number is None else int(number.scaleb(scale))


def _unplaced(view: View, side: Side, total: int) -> Finding:
    figures = [found for column in side.columns if (found := view.placed(total, column)) and found.text]
    name = view.row_name(total)
    return Finding(
        Check.ROWS,
        Severity.ERROR,
        f"《{view.table.title}》：无论空格落在哪一栏，下级各项都加不到“{name}”",
        tuple(found.printed for found in figures),
        "各栏都等于下级各项之和",
        places(figures),
    )
