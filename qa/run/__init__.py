"""Running a query over a book: pure and exact, one case for each kind of query."""

from __future__ import annotations

from qa.book import Book
from qa.query import (
    Average,
    AverageOf,
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
    Part,
    Passage,
    Query,
    Rank,
    RankOf,
    Ratio,
    Reason,
    Remainder,
    Share,
    Spread,
    Stated,
    Sum,
    SumOf,
)
from qa.result import Result
from qa.run import arithmetic, legal, members, relations, years
from qa.run import words as said


def run(query: Query, book: Book) -> Result:
    """The result of a query.

    Raises:
        Declined: the documents do not state what the query needs.
    """
    match query:
        case Lookup() | Locate():
            return arithmetic.lookup(query, book)
        case Sum() | Remainder() | Difference() | Compare() | Ratio() | Share() | Average() | Spread():
            return relations.related(query, book)
        case Change() | Growth() | Reason():
            return years.moved(query, book)
        case SumOf() | AverageOf() | Rank() | RankOf() | Filter() | Listing():
            return members.over(query, book)
        case Cited():
            return legal.bases(query, book)
        case CitedBy():
            return legal.citing_projects(query, book)
        case Identify():
            return legal.identified(query, book)
        case Stated():
            return said.stated(query, book)
        case Enumeration():
            return said.enumerated(query, book)
        case Part() | Define() | Passage():
            return said.quoted(query, book)
