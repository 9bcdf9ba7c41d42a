"""Figures of things that are called alike: of different accounts none is meant first, but a whole before parts."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.quantity import Quantity
from qa.catalogs.figures import Figure
from qa.terms.labels import accounts


def apart(one: Figure, other: Figure) -> bool:
    """Whether one section tells of two things of one name, which stand below different accounts."""
    if one.fact.section != other.fact.section or one.own != other.own:
        return False
    return not accounts().isdisjoint(one.around ^ other.around)


def of_several(moves: Sequence[Figure]) -> bool:
    """Whether these changes of one name and year are different ones of such things."""
    first, *others = moves
    return any(f.fact.quantity != first.fact.quantity and apart(first, f) for f in others)


def whole_of(quantities: Sequence[Quantity]) -> int | None:
    """The place of the one quantity that all the others, two or more, add up to; None where there is none.

    A body's own figure stands before those of its units in prose: 退休64人, 1.局本级退休31人, 2.甲中心退休33人.
    """
    if len(quantities) < 3 or len({q.unit if not q.is_money else "" for q in quantities}) > 1:
        return None
    total = sum(q.base for q in quantities)
    return next((at for at, q in enumerate(quantities) if q.base > 0 and q.base * 2 == total), None)
