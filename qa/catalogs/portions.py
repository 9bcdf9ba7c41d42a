"""The shares that sentences state of a part, whatever they are shares of: 公务接待费支出决算4.65万元，占25.63%."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from corpus.document import Measure
from qa.catalogs.catalog import Catalog
from qa.catalogs.figures import Figure
from qa.query import Target
from qa.terms.labels import SHARE, canonical
from qa.terms.stages import staged
from qa.text import flatten


def portions(catalogs: Sequence[Catalog], part: Target) -> tuple[Target, ...]:
    """What the documents call each share that they state of a part in its year, as targets of their own."""
    rows = [
        figure.row
        for catalog in catalogs
        for figure in catalog.by_name.get(part.names[0], ())
        if figure.fact.quantity.unit == "%" and figure.fact.measure is Measure.AMOUNT
        if SHARE in figure.fact.subject
        if figure.fact.year == part.year and {*part.names} <= _part_of(figure)
    ]
    return tuple(replace(part, names=(row,)) for row in dict.fromkeys(rows))


def _part_of(figure: Figure) -> frozenset[str]:
    """What a stated share is a share of: 公务接待费 of 公务接待费支出决算占."""
    part = figure.fact.subject.partition(SHARE)[0]
    return frozenset({flatten(part), canonical(part), canonical(staged(part).stem)})
