"""Figures of things that are called alike and stand below different accounts, none of which is meant before another."""

from __future__ import annotations

from collections.abc import Sequence

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
