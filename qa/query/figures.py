"""Queries that look up figures and calculate with them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from qa.query.target import Direction, Members, Target, Term

PERCENT = "%"
"""The unit of a share, and of a difference that is asked for in per cent of the second figure."""


@dataclass(frozen=True, slots=True)
class Lookup:
    """The stated figures, one after the other."""

    targets: tuple[Target, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Sum:
    """The targets added up."""

    targets: tuple[Target, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class SumOf:
    """All members added up."""

    members: Members
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Remainder:
    """A whole without some of its parts."""

    whole: Target
    parts: tuple[Target, ...]
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """The distance between two sides; the label says which is larger."""

    left: Term
    right: Term
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Compare:
    """Which of the targets is the largest (or least)."""

    targets: tuple[Target, ...]
    least: bool
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Ratio:
    """How many times the second side the first is."""

    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Share:
    """A part as a percentage of the whole."""

    part: Term
    whole: Term


@dataclass(frozen=True, slots=True)
class Portion:
    """The shares that sentences state of a part, where no whole is named."""

    part: Target


@dataclass(frozen=True, slots=True)
class Change:
    """How much a figure moved against an earlier year, in money."""

    target: Target
    base: int
    supposed: Direction
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class AgainstPlan:
    """How much an outcome differs from the budget of its own year, as a sentence gives it: 较年初预算数增加2.00万元."""

    target: Target
    supposed: Direction
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Growth:
    """How much a figure moved against an earlier year, in per cent of that year."""

    target: Target
    base: int
    supposed: Direction


@dataclass(frozen=True, slots=True)
class Average:
    """Some figures added up and divided evenly over a number of periods."""

    targets: tuple[Target, ...]
    parts: int
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class PerOne:
    """A figure divided by how many it is spent on, told by their counter: 每辆, 人均."""

    target: Target
    counter: str
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class AverageOf:
    """The members' figures added up and divided by their number."""

    members: Members
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Rank:
    """The members in order of their figures: `top` of them from `start` (1 is the first), all for 0."""

    members: Term
    start: int
    top: int
    least: bool
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class RankOf:
    """Which place a target takes among the members."""

    target: Target
    members: Members


@dataclass(frozen=True, slots=True)
class Spread:
    """How much the largest of some figures exceeds the smallest."""

    among: Term
    unit: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """The members over and under an amount, in yuan, `inclusive` of it; counted when the question asks how many."""

    members: Members
    over: Decimal | None
    under: Decimal | None
    inclusive: bool
    counted: bool


@dataclass(frozen=True, slots=True)
class Listing:
    """The members by name, counted when the question asks how many."""

    members: Members
    counted: bool


@dataclass(frozen=True, slots=True)
class Locate:
    """Where a figure stands."""

    target: Target
