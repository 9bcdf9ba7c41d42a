"""Several files of one account: its text and its workbook say the same, a draft and what replaced it do not."""

from __future__ import annotations

from collections.abc import Sequence

from index import DocumentRecord
from qa.answer import Answer, Status
from qa.catalogs.readings import agree
from qa.scoping.scope import account_of

TOLD = (Status.ANSWERED, Status.AMBIGUOUS)


def is_one_account(records: Sequence[DocumentRecord]) -> bool:
    """Whether all are files of one body's account of one year, and not a department's beside its unit's."""
    return len({account_of(record) for record in records}) == 1


def telling(answers: Sequence[Answer]) -> tuple[Answer, ...]:
    """The answers that tell something."""
    return tuple(answer for answer in answers if answer.status in TOLD)


def say_the_same(answers: Sequence[Answer]) -> bool:
    """Whether several answers give the same: figures that agree, else the same text."""
    if not answers:
        return False
    first, *others = answers
    return all(_agree(first, other) for other in others)


def _agree(one: Answer, other: Answer) -> bool:
    if not one.values or not other.values:
        return one.text == other.text
    return agree(one.values[0].quantity, other.values[0].quantity)
