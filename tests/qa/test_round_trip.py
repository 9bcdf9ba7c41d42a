"""A query restated as a question is read back to the same query."""

from __future__ import annotations

import pytest
from real_questions import examples, phrased

from qa.drafting.reading import read
from qa.engine import settle
from qa.followups.dialogue import Turn, complete
from qa.query import Query
from qa.refusal import Declined
from qa.telling.restate import restate


def understood(question, past, book) -> tuple[Query, ...]:
    """The queries that a question is read as, after the questions before it; none where it is declined."""
    turns: tuple[Turn, ...] = ()
    queries: tuple[Query, ...] = ()
    for said in (*past, question):
        draft = complete(read(said, book), turns, book)
        try:
            queries, results = settle(draft, book)
        except Declined:
            queries, results = (), ()
        turns = (*turns, Turn(draft, tuple(name for result in results for name in result.focus)))
    return queries


@pytest.fixture(scope="module")
def queries(book):
    """Every query of the examples and the phrasings, once, with a question that asks for it."""
    found: dict[Query, str] = {}
    for past, question in [*examples(), *(((), question) for question in phrased())]:
        for query in understood(question, past, book):
            found.setdefault(query, question)
    return found


def test_there_are_queries_of_every_kind(queries):
    assert len(queries) > 150
    assert len({type(query) for query in queries}) > 20


def test_a_restated_query_is_read_back_to_itself(queries, book):
    lost = {}
    for query, question in queries.items():
        again = restate(query, book.spoken)
        if understood(again, (), book) != (query,):
            lost[f"{question} → {again}"] = (query, understood(again, (), book))
    assert lost == {}
