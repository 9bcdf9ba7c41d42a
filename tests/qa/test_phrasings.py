"""A query and ten ways to ask it: each question has exactly one reading, and that query."""

from __future__ import annotations

from typing import get_args

import pytest
from phrasing import Block, Notation, blocks

from qa.answer import Status
from qa.query import Query

BLOCKS = blocks()
FEWEST = 10
WAN = 10**4
CLASSES = {kind.__name__.lower() for kind in get_args(Query)}
QUESTIONS = [(block, question) for block in BLOCKS for question in block.questions]


@pytest.fixture(scope="module")
def notation(book):
    return Notation.over(book)


def test_every_kind_of_query_has_phrasings():
    asked = {query.split()[0] for block in BLOCKS for query in block.queries}
    # The document has no form of aims, no outcome, no sentence that states a share, lists bodies, counts guests or
    # counts of another year.
    without = {
        "aiming",
        "againstplan",
        "organs",
        "perone",
        "portion",
        "shortfall",
        "statedeach",
        "statedchange",
    }
    assert asked == CLASSES - without


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.file}: {block.queries[0]}")
def test_every_block_has_ten_questions_and_none_twice(block):
    asked = block.questions + block.not_yet
    assert len(asked) >= FEWEST
    assert len(set(asked)) == len(asked)


@pytest.mark.parametrize(("block", "question"), QUESTIONS, ids=[question for _, question in QUESTIONS])
def test_a_phrasing_is_read_as_its_query_alone(answer_to, notation, block: Block, question):
    answer = answer_to(question)
    assert answer.status is Status.ANSWERED, answer.text
    assert answer.query is not None
    assert notation.of(answer.query) in block.queries
    for words in block.evidence:
        assert words in answer.evidence[0].quote


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: f"{block.file}: {block.queries[0]}")
def test_the_phrasings_of_a_query_have_the_same_first_value(answer_to, block):
    """The same but for rounding: a question may quote the sentence (in 万元) or the cell (in 元)."""
    given = {question: answer_to(question).values[:1] for question in block.questions}
    amounts = {q: values[0].quantity.base if values else None for q, values in given.items()}
    stated = [amount for amount in amounts.values() if amount is not None]
    assert len(stated) in (0, len(amounts)), amounts
    assert not stated or max(stated) - min(stated) < WAN, amounts
