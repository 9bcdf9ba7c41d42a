"""The closed set of questions that the program can run, as data.

A query says what is to be done with which figures, by standard names; it holds no figure itself. It is shown to the
reader (`ask --explain`), returned by every interface and tested against. A new ability is a new class here, a case
in `run` and one in `fit`.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from decimal import Decimal

from qa.query.figures import (
    PERCENT,
    AgainstPlan,
    Average,
    AverageOf,
    Change,
    Compare,
    Difference,
    Filter,
    Growth,
    Listing,
    Locate,
    Lookup,
    PerOne,
    Portion,
    Rank,
    RankOf,
    Ratio,
    Remainder,
    Share,
    Spread,
    Sum,
    SumOf,
)
from qa.query.target import Axis, Direction, Members, Target, Term
from qa.query.words import (
    Aiming,
    Belonging,
    Cited,
    CitedBy,
    Define,
    Enumeration,
    Identify,
    Organs,
    Part,
    Passage,
    Reason,
    Shortfall,
    Standing,
    Stated,
    StatedChange,
    StatedEach,
)

Query = (
    Lookup
    | Sum
    | SumOf
    | Remainder
    | Difference
    | Compare
    | Ratio
    | Share
    | Portion
    | Change
    | AgainstPlan
    | Growth
    | Average
    | AverageOf
    | PerOne
    | Rank
    | RankOf
    | Spread
    | Filter
    | Listing
    | Locate
    | Stated
    | StatedEach
    | StatedChange
    | Cited
    | CitedBy
    | Identify
    | Part
    | Belonging
    | Organs
    | Aiming
    | Define
    | Reason
    | Shortfall
    | Enumeration
    | Passage
)


def query_json(query: object) -> object:
    """A query as JSON: its class in lower case as `op`, then its fields; amounts as decimal strings."""
    if is_dataclass(query) and not isinstance(query, type):
        shown = {field.name: query_json(getattr(query, field.name)) for field in fields(query)}
        return shown if isinstance(query, Target | Members) else {"op": type(query).__name__.lower()} | shown
    if isinstance(query, tuple):
        return [query_json(item) for item in query]
    if isinstance(query, Decimal):
        return f"{query:f}"
    return query


__all__ = [
    "PERCENT",
    "AgainstPlan",
    "Aiming",
    "Average",
    "AverageOf",
    "Axis",
    "Belonging",
    "Change",
    "Cited",
    "CitedBy",
    "Compare",
    "Define",
    "Difference",
    "Direction",
    "Enumeration",
    "Filter",
    "Growth",
    "Identify",
    "Listing",
    "Locate",
    "Lookup",
    "Members",
    "Organs",
    "Part",
    "Passage",
    "PerOne",
    "Portion",
    "Query",
    "Rank",
    "RankOf",
    "Ratio",
    "Reason",
    "Remainder",
    "Share",
    "Shortfall",
    "Spread",
    "Standing",
    "Stated",
    "StatedChange",
    "StatedEach",
    "Sum",
    "SumOf",
    "Target",
    "Term",
    "query_json",
]
