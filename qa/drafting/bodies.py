"""The bodies that a question names, with the years said with them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from qa.linking.mentions import Kind, Mention, year_in

LISTED = 1
"""Letters between the years of a list: 2016年、2017年."""


@dataclass(frozen=True, slots=True)
class Place:
    """A body that the question names, where, and the year said with it."""

    body: str
    start: int
    year: int | None


def bodies_named(mentions: Sequence[Mention]) -> Iterator[Place]:
    """The bodies named, each once, with its year: right before it, else the first after it and before the next body.

    Years behind all of them, as many as they are, are theirs in this order (甲局和乙局…分别是2024和2026年). Of several
    bodies one may have years of its own, named once or again (甲局2024年、2025年和乙局2025年).
    """
    said = [m for m in mentions if m.kind is Kind.BODY]
    named = list({m.values[0]: m for m in reversed(said)}.values())[::-1]
    years = [year for m in mentions if (year := year_in(m))]
    if len(named) < 2 or len(years) <= len(named):
        yield from _placed(named, years)
        return
    of_year: dict[str, set[int]] = {}
    for place in _in_lists(list(_placed(said, years)), years):
        known = of_year.setdefault(place.body, set())
        if place.year is None or place.year in known:
            continue
        known.add(place.year)
        yield place
    yield from (place for place in _placed(named, years) if not of_year.get(place.body))


def _placed(named: Sequence[Mention], years: Sequence[Mention]) -> Iterator[Place]:
    """Where bodies are named, with the first year of each."""
    behind = [y for y in years if y.start > named[-1].start] if named else []
    in_order = len(behind) == len(years) == len(named) > 1
    leading = {y.end: y for y in years}
    for at, m in enumerate(named):
        end = named[at + 1].start if at + 1 < len(named) else None
        after = (y for y in years if y.start > m.start and (end is None or y.end < end))
        year = behind[at] if in_order else leading.get(m.start) or next(after, None)
        yield Place(m.values[0], m.start, int(year.values[0]) if year else None)


def _in_lists(places: Sequence[Place], years: Sequence[Mention]) -> Iterator[Place]:
    """The places, one whose year begins a list of years once for each of them, where every body has a year."""
    if not all(place.year for place in places):
        yield from places
        return
    ends = [*(place.start for place in places[1:]), years[-1].end + 1]
    for place, end in zip(places, ends, strict=True):
        own = [y for y in years if place.start < y.start and y.end < end]
        listed = takewhile(lambda two: two[1].start - two[0].end <= LISTED, pairwise(own))
        yield place
        yield from (Place(place.body, later.start, int(later.values[0])) for _, later in listed)
