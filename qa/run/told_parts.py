"""The parts of an amount as a paragraph tells them.

`政府采购预算100万元，其中：货物20万元、工程50万元、服务30万元`: what follows the whole in its paragraph, up
to where the amounts add up to it. What does not add up to it are not its parts, or not all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile, takewhile

from corpus.document import Measure
from qa.catalogs.catalog import Catalog
from qa.catalogs.figures import Figure
from qa.query import Members


def told_parts(catalog: Catalog, wanted: Members) -> list[Figure]:
    """The parts of the first amount of that name and year that a paragraph splits up; none where none does."""
    if len(wanted.within) != 1 or wanted.level:
        return []
    wholes = (
        f for f in catalog.by_name.get(wanted.within[0], ()) if _is_told(f) and f.fact.year == wanted.year
    )
    return next((parts for whole in wholes if (parts := _split(whole, catalog))), [])


def _is_told(figure: Figure) -> bool:
    return (
        figure.fact.cell is None and figure.fact.measure is Measure.AMOUNT and figure.fact.quantity.is_money
    )


def _split(whole: Figure, catalog: Catalog) -> list[Figure]:
    """Of what its paragraph tells after the whole as much as adds up to it, two amounts or more."""
    behind, parts, left = _behind(whole, catalog), [], whole.fact.quantity.base
    for figure in behind:
        parts.append(figure)
        left -= figure.fact.quantity.base
        if left <= 0:
            break
    return parts if left == 0 and len(parts) > 1 else []


def _behind(whole: Figure, catalog: Catalog) -> Iterator[Figure]:
    """The amounts of the same year that the whole's paragraph tells after it."""
    _, *after = dropwhile(lambda figure: figure is not whole, catalog.figures)
    same = takewhile(lambda figure: figure.fact.span == whole.fact.span, after)
    return (f for f in same if _is_told(f) and f.fact.year == whole.fact.year)
