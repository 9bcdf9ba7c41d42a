"""Prose against tables, and the parts that prose states against the totals that it states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.audit.findings import Check, Figure, Finding, Severity, agree, amount_text, checked, places, sum_findings
from corpus.audit.lookup import Lookup, row_keys
from corpus.audit.statements import Stated, Statement
from corpus.audit.vocabulary import plain, vocabulary
from corpus.document import Document, Measure
from corpus.forms import squeezed
from corpus.numbering import enumerator

MAX_LIST = 500
"""A longer list of items is not added up."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An amount that prose states of an account in the document's own year; `words` name the account."""

    figure: Figure
    words: str


def read_claims(document: Document, statement: Statement) -> tuple[Claim, ...]:
    """The amounts of a paragraph that are the document's own year's, each with the words that name its account.

    A paragraph about one account (公共安全支出（类）…行政运行（项）) states it again without its name (2026年预算安排…).
    """
    subject = _subject(statement)
    claims: list[Claim] = []
    for one in statement.figures:
        if one.measure is not Measure.AMOUNT or one.year not in (None, document.year):
            continue
        name = one.name
        restates = vocabulary().restated.fullmatch(name) is not None and (
            one.year is not None or document.stage.value in name
        )
        words = subject if restates and subject else one.words
        claims.append(Claim(one.figure, words))
    return tuple(claims)
