"""Whether a query accounts for all of a question.

A question whose words are all linked may still ask more than a query does: a share, a threshold, a second year. What
a query leaves over is not ignored: the query is dropped, and the question declined if no other fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import pairwise

from qa.catalogs.extents import WHOLE_BUDGET
from qa.catalogs.figures import QUANTITY
from qa.drafting.draft import Draft, Thing
from qa.query import (
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
    Members,
    PerOne,
    Portion,
    Query,
    Rank,
    RankOf,
    Ratio,
    Remainder,
    Share,
    Spread,
    Sum,
    SumOf,
    Target,
)
from qa.shapes.sides import asks_of_each
from qa.terms.counters import BUYING
from qa.terms.stages import COMPLETION, planned
from qa.terms.subjects import ALWAYS_WITHIN

PLACES = frozenset(["most", "least", "order", "ascending", "second", "third", "fourth", "second_least"])
MOVES = frozenset(["up", "down", "change", "level"])
SETS = frozenset(["projects", "accounts", "list", "respectively", "what", "who"])
LEGAL = frozenset(["cite", "cited_by", "doc_number", "doc_title", "issuer"])
WORDS = frozenset(["why", "define", "where", "who", "when", "belongs", "empty"])
RELATIONS = frozenset(
    [
        "share",
        "percent",
        "growth",
        "difference",
        "compare",
        "ratio",
        "average",
        "monthly",
        "quarterly",
        "daily",
        "except",
    ]
)
OPERATIONS = PLACES | MOVES | LEGAL | WORDS | RELATIONS | {"count", "rank_of", "sum", "which"}
"""The cues that ask for something to be done; all others only colour the question."""

ACCOUNTED: Mapping[type[Query], frozenset[str]] = {
    Lookup: frozenset({"count", "sum"}),
    Locate: frozenset({"where", "count", "which"}),
    Sum: frozenset({"sum", "count"}),
    SumOf: frozenset({"except", "count", "sum"}) | SETS,
    Remainder: frozenset({"except", "difference", "sum", "respectively"}),
    Difference: frozenset({"difference", "compare", "which", "sum", "except", "count"})
    | PLACES
    | MOVES
    | SETS,
    Compare: frozenset({"compare", "which", "when"}) | PLACES | MOVES | SETS,
    Ratio: frozenset({"ratio", "share", "compare", "difference", "previous", "sum"}) | MOVES,
    Share: frozenset({"share", "percent", "ratio", "sum"}) | SETS,
    Portion: frozenset({"share", "percent", "sum"}),
    AgainstPlan: frozenset({"difference", "compare", "sum", "percent"}) | MOVES,
    Change: frozenset({"difference", "compare", "previous", "sum", "count"}) | MOVES,
    Growth: frozenset({"growth", "percent", "share", "difference", "compare", "previous", "sum"}) | MOVES,
    Average: frozenset({"average", "monthly", "quarterly", "daily", "sum"}),
    AverageOf: frozenset({"average", "count", "sum"}) | SETS,
    PerOne: frozenset({"average", "count"}),
    Rank: frozenset({"compare", "count", "which", "sum"}) | PLACES | SETS,
    RankOf: frozenset({"rank_of", "most", "count", "which"}) | SETS,
    Spread: frozenset({"difference", "most", "least", "compare"}) | MOVES | SETS,
    Filter: frozenset({"count", "which", "sum", "difference"}) | SETS,  # exceed 50 million
    Listing: frozenset({"count", "which", "sum"}) | SETS,
}
"""What each figure query does for a question; queries that are answered in words may use a question's every word."""

OF_INDICATOR = ("指标值", "目标值")
"""Words for what an indicator aims at, which is no figure."""


def every_fit(draft: Draft, queries: Sequence[Query]) -> tuple[Query, ...]:
    """The queries that account for the whole question, each once; shares of several things do so together."""
    of_all = draft.has("respectively") and all(isinstance(query, Share) for query in queries)
    named = {query: frozenset(_names(tuple(queries) if of_all else query)) for query in queries}
    told = {n.value for n in draft.numerals if n.use == "cardinal" and n.value > 1}
    if of_all and told - {len(draft.things), len(draft.bodies), len(draft.years)}:
        return ()
    return tuple(query for query in named if not unaccounted(draft, query, named[query]))


def unaccounted(draft: Draft, query: Query, named: frozenset[str]) -> tuple[str, ...]:
    """What the question asks that the query does not do; `named` are the names that are asked for with it."""
    done = ACCOUNTED.get(type(query))
    if done is None:
        return ()
    if COMPLETION in named:  # 完成年初预算的百分之几 is stated as such
        done |= {"share", "percent"}
    if isinstance(query, Difference) and query.unit == PERCENT:  # 甲比乙高百分之几
        done |= {"percent"}
    of_each = isinstance(query, Share) and asks_of_each(draft)
    done |= {"compare", "which"} if of_each else frozenset[str]()
    left = sorted(draft.cues & OPERATIONS - done)
    left.extend(word for word in OF_INDICATOR if word in draft.text)
    if not isinstance(query, Filter | Lookup):
        left.extend(str(limit.number) for limit in draft.limits)
    if any(numeral.use == "first" for numeral in draft.numerals) and not isinstance(query, Rank | Compare):
        left.append("first")
    against = isinstance(query, Change | Growth | Ratio | Compare) or any(
        isinstance(held, Target) and held.year == draft.base for held in _targets(query)
    )
    if draft.base is not None and not against:
        left.append(str(draft.base))
    of_years = len(draft.years) > 1 and len(draft.bodies) < 2 and not of_each
    if of_years and not isinstance(query, Change | Growth | Ratio | Lookup | Sum | Compare):
        told = {target.year for target in _targets(query)}
        left.extend(str(year) for year in draft.years[1:] if year not in told)
    # 决算数大于年初预算的科目: over what another column gives
    if isinstance(query, Listing) and not draft.limits:
        left.extend(sorted(draft.cues & {"over", "under"}))
    if isinstance(query, Lookup) and draft.has("projects") and all(thing.unit for thing in draft.things):
        left.append("projects")  # those of a unit as well
    if isinstance(query, Lookup | Sum | Average):
        left.extend(_miscounted(draft, query))
    held = [whole for whole, part in pairwise(draft.things) if part.inside and isinstance(query, Lookup)]
    left.extend(t.said for t in draft.things if t not in held and not _used(t, named, query))
    return tuple(left)


def _miscounted(draft: Draft, query: Lookup | Sum | Average) -> Iterator[str]:
    """The numbers of things that the question speaks of and the query has not as many of: 七个绩效项目."""
    sizes = {len(query.targets), len(draft.things), len(draft.bodies), len(draft.years)}
    for numeral in draft.numerals:
        if numeral.use == "cardinal" and numeral.value > 1 and numeral.value not in sizes:
            yield str(numeral.value)


def _names(query: object) -> Iterator[str]:
    """Every standard name that a query holds."""
    for held in _targets(query):
        yield from held.names if isinstance(held, Target) else (*held.within, *held.besides)


def _targets(query: object) -> Iterator[Target | Members]:
    """The figures and sets of figures that a query holds."""
    if isinstance(query, Target | Members):
        yield query
    elif isinstance(query, tuple):
        for item in query:
            yield from _targets(item)
    elif is_dataclass(query):
        for part in fields(query):
            yield from _targets(getattr(query, part.name))


def _used(thing: Thing, named: frozenset[str], query: Query) -> bool:
    """Whether a named thing is in the query; a word for the total, or for what compared things belong to, may go."""
    if thing.names == (COMPLETION,) and isinstance(query, Share):  # the rate is what the two amounts give
        return not named.isdisjoint(planned())
    if (isinstance(query, AgainstPlan) and thing.is_stage) or (QUANTITY in named and thing.said in BUYING):
        return True
    if isinstance(query, Compare | Difference | RankOf | Listing):
        return True
    said_with = {ALWAYS_WITHIN[name] for name in named & ALWAYS_WITHIN.keys()}
    return not named.union(WHOLE_BUDGET, said_with).isdisjoint(thing.names)
