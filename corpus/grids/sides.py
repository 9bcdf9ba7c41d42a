"""The sides of a table: lists of rows printed beside each other (income left, spending right)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import ColumnRole

NAMING = (ColumnRole.CODE, ColumnRole.NAME)


@dataclass(frozen=True, slots=True)
class GridSide:
    """One list of rows, by the positions of its columns in the sheet."""

    codes: tuple[int, ...]
    names: tuple[int, ...]
    texts: tuple[int, ...]
    figures: tuple[int, ...]

    @property
    def labels(self) -> tuple[int, ...]:
        """The columns that name a row."""
        return tuple(sorted((*self.codes, *self.names)))


def sides(roles: Sequence[ColumnRole]) -> tuple[GridSide, ...]:
    """The sides that columns of these roles make: one begins at each name or code after an amount of money."""
    groups: list[list[int]] = [[]]
    for column, role in enumerate(roles):
        has_amounts = any(roles[at] is ColumnRole.AMOUNT for at in groups[-1])
        if role in NAMING and has_amounts and ColumnRole.AMOUNT in roles[column:]:
            groups.append([])
        groups[-1].append(column)
    return tuple(_side(group, roles) for group in groups)


def _side(group: Sequence[int], roles: Sequence[ColumnRole]) -> GridSide:
    """Words after the last figure of a side are remarks, not names."""
    figures = tuple(at for at in group if roles[at].holds_figures)
    last = max(figures, default=group[-1] if group else 0)
    of = {role: tuple(at for at in group if roles[at] is role and at <= last) for role in ColumnRole}
    return GridSide(
        of[ColumnRole.CODE],
        of[ColumnRole.NAME],
        tuple(at for at in group if roles[at] is ColumnRole.TEXT or (at > last and roles[at] in NAMING)),
        figures,
    )
