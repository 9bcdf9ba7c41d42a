"""Sums inside one table: columns to their total, rows to the row above them and to the total, income to expenditure.

What must add up is told by the table's form, codes, ordinals and totals; a table may still mean something else. A sum
over columns is therefore taken for the table's rule only where most of its rows keep it, and a list without codes or
ordinals for a plain list only where no row is the sum of those under it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.audit.findings import Check, Figure, Finding, Gap, Severity, gap, sum_finding
from corpus.audit.unplaced import broken_totals
from corpus.audit.views import Side, View
from corpus.audit.vocabulary import plain, vocabulary
from corpus.document import RowRole
from corpus.headers import column_sums
from corpus.numbering import enumerator
from corpus.rows import PrintedRow, row_sums
from corpus.solver import Sum

MAX_PLAIN_ROWS = 300
"""A longer list without codes or ordinals is not searched for rows that are sums of others."""

GRAND_TOTAL = "总计"


@dataclass(frozen=True, slots=True)
class _Checked:
    """One sum that was looked at: its row or column, its figures, and how far it is off."""

    at: int
    total: Figure
    parts: tuple[Figure, ...]
    gap: Gap | None

    @property
    def fails(self) -> bool:
        """Whether rounding does not explain it."""
        return self.gap is not None and self.gap.severity is not Severity.ROUNDING


def table_sums(view: View) -> Iterator[Finding]:
    """What does not add up inside a table."""
    for number, side in enumerate(view.sides):
        yield from _column_findings(view, side)
        yield from _row_findings(view, side, number)
    yield from _balance(view)


def _column_findings(view: View, side: Side) -> Iterator[Finding]:
    for check in column_sums([view.table.columns[column].path for column in side.columns]):
        total = side.columns[check.total]
        parts = [side.columns[part] for part in check.parts if view.adds(side.columns[part])]
        if not parts or not view.adds(total):
            continue
        checked = [found for row in side.rows if (found := _across(view, row, total, parts))]
        if 2 * sum(found.fails for found in checked) < len(checked):
            yield from _told(view, checked, view.table.columns[total].path[-1])


def _told(view: View, checked: Iterable[_Checked], total: str) -> Iterator[Finding]:
    for found in checked:
        if found.gap:
            where = f"《{view.table.title}》“{view.row_name(found.at)}”一行"
            yield sum_finding(
                Check.COLUMNS, found.gap, f"{where}：各栏之和与“{total}”栏不符", found.total, found.parts
            )


def _across(view: View, row: int, total: int, parts: Sequence[int]) -> _Checked | None:
    """A row's columns added up; None where the row has no such figures.

    Figures whose columns are not proven stand where they add up, if they do so anywhere: a sum that fails there
    fails wherever the row's blanks are.
    """
    return _checked(row, view.placed(row, total), [view.placed(row, part) for part in parts])


def _checked(at: int, total: Figure | None, parts: Sequence[Figure | None]) -> _Checked | None:
    """A sum whose total is printed and broken down; a blank on either side claims nothing."""
    known = tuple(part for part in parts if part is not None)
    if total is None or not total.text or len(known) < len(parts) or not any(part.text for part in known):
        return None
    return _Checked(at, total, known, gap(total, known))


def _row_findings(view: View, side: Side, number: int) -> Iterator[Finding]:
    sums = _row_sums(view, side, number)
    tops = [part for check in sums for part in check.parts]
    ordered = _is_ordered(view, tops)
    told: set[int] = set()
    found: list[Finding] = []
    for check in sums:
        for one in _down(view, side, check):
            if one.gap and (ordered or not _is_nested(view, check, side)):
                found.append(_row_finding(view, check, one, ordered=ordered))
                told |= {check.total} if one.fails else set()
    if 2 * len(told) > len(sums) + 1:
        return
    yield from found
    for total in broken_totals(view, side, sums) - told if ordered else ():
        yield _unplaced_finding(view, side, total)
