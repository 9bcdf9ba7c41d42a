"""Running a query over a book: pure and exact, one case for each kind of query."""

from __future__ import annotations

from dataclasses import replace

from qa.catalogs.book import Book
from qa.catalogs.portions import portions
from qa.query import (
    AgainstPlan,
    Aiming,
    Average,
    AverageOf,
    Belonging,
    Change,
    Cited,
    CitedBy,
    Compare,
    Define,
    Difference,
    Enumeration,
    Filter,
    Growth,
    Identify,
    Listing,
    Locate,
    Lookup,
    Organs,
    Part,
    Passage,
    PerOne,
    Portion,
    Query,
    Rank,
    RankOf,
    Ratio,
    Reason,
    Remainder,
    Share,
    Shortfall,
    Spread,
    Stated,
    StatedChange,
    StatedEach,
    Sum,
    SumOf,
)
from qa.refusal import Declined, Missing
from qa.result import Remark, Result
from qa.run import legal, members, relations, years
from qa.run import words as said
from qa.run.belonging import belonging
from qa.run.counted import counted
from qa.run.listed import organs
from qa.run.operands import lookup
from qa.run.reasons import reason


def run(query: Query, book: Book) -> Result:
    """The result of a query, remarked where it rests on what was recognised on an image.

    Raises:
        Declined: the documents do not state what the query needs, or not provably.
    """
    result = _run(query, book)
    if result.values and not all(place.certain for place in result.evidence):
        misread = any(place.recognised and not place.certain for place in result.evidence)
        raise Declined(Missing.MISREAD if misread else Missing.UNCERTAIN, (result.headline,))
    if any(place.recognised for place in result.evidence):
        return replace(result, remarks=(*result.remarks, Remark.RECOGNISED))
    return result


def _run(query: Query, book: Book) -> Result:
    match query:
        case Lookup() | Locate():
            return lookup(query, book)
        case Portion(part):
            return replace(lookup(Lookup(portions(book.catalogs, part)), book), focus=part.names)
        case (
            Sum()
            | Remainder()
            | Difference()
            | Compare()
            | Ratio()
            | Share()
            | Average()
            | Spread()
            | PerOne()
        ):
            return relations.related(query, book)
        case Reason() | Shortfall():
            return reason(query, book)
        case Change() | AgainstPlan() | Growth():
            return years.moved(query, book)
        case SumOf() | AverageOf() | Rank() | RankOf() | Filter() | Listing():
            return members.over(query, book)
        case Cited():
            return legal.bases(query, book)
        case CitedBy():
            return legal.citing_projects(query, book)
        case Identify():
            return legal.identified(query, book)
        case Stated() | StatedEach() | StatedChange():
            return counted(query, book)
        case Enumeration():
            return said.enumerated(query, book)
        case Aiming():
            return said.aiming(query, book)
        case Organs():
            return organs(query, book)
        case Belonging():
            return belonging(book)
        case Part() | Define() | Passage():
            return said.quoted(query, book)
