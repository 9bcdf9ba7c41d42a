"""What people said of answers: kept in the store beside the documents, and staying when these change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import RowMapping, delete, insert, select

from index import schema
from index.store import Store

MOST_KEPT = 10_000
"""How many are kept; beyond it the oldest go, so that nobody fills the disk by judging."""

ROWS = select(schema.feedback).order_by(schema.feedback.c.id)


class Opinion(StrEnum):
    """What is said of an answer."""

    RIGHT = "right"
    WRONG_FIGURE = "wrong figure"
    WRONG_SOURCE = "wrong source"


@dataclass(frozen=True, slots=True)
class Feedback:
    """One person's opinion of one answer.

    `answer` is the answer object of the contract with its query, as it was when it was judged at `at` (UTC);
    `history` and `document` are what the question was asked with. `comment` is one line, empty where none was given.
    """

    question: str
    history: tuple[str, ...]
    document: str | None
    opinion: Opinion
    comment: str
    answer: Mapping[str, object]
    at: datetime


def add_feedback(store: Store, given: Feedback) -> int:
    """Keep an opinion and return its number, which no other ever has.

    Raises:
        StoreError: the store cannot be written.
    """
    row = {
        "at": given.at.isoformat(timespec="seconds"),
        "opinion": given.opinion.value,
        "comment": given.comment,
        "question": given.question,
        "history": json.dumps(given.history, ensure_ascii=False),
        "document": given.document,
        "answer": json.dumps(given.answer, ensure_ascii=False),
    }
    key = schema.feedback.c.id
    with store.writing() as connection:
        number: int
        (number,) = connection.execute(insert(schema.feedback).returning(key), row).one()
        connection.execute(delete(schema.feedback).where(key <= number - MOST_KEPT))
    return number


def all_feedback(store: Store) -> tuple[tuple[int, Feedback], ...]:
    """Every opinion with its number, oldest first.

    Raises:
        StoreError: the store cannot be read.
    """
    with store.reading() as connection:
        return tuple((row["id"], _as_feedback(row)) for row in connection.execute(ROWS).mappings())


def _as_feedback(row: RowMapping) -> Feedback:
    return Feedback(
        question=row["question"],
        history=tuple(json.loads(row["history"])),
        document=row["document"],
        opinion=Opinion(row["opinion"]),
        comment=row["comment"],
        answer=json.loads(row["answer"]),
        at=datetime.fromisoformat(row["at"]),
    )
