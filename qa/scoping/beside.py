"""The documents that a question needs beside those in scope: of the year before, and the budget of an outcome."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.document import Stage
from index import DocumentRecord
from qa.scoping.scope import Records, account_of, held_against_plan
from qa.text import flatten

PREVIOUS = re.compile(r"[上去前]一?年|last year|(?:previous|prior|preceding) year|year before")


def beside(stored: Sequence[DocumentRecord], records: Sequence[DocumentRecord], question: str) -> Records:
    """The documents of another account of the one body in scope, which a question holds its own against.

    That is the year before (比上年少多少), else the budget of the year whose outcome is in scope (决算比预算少多少).
    """
    if not records:
        return ()
    of = records[0]
    if not of.body or not of.year or len({account_of(record) for record in records}) > 1:
        return ()
    text = flatten(question)
    if PREVIOUS.search(text):
        wanted = (of.body, of.year - 1, of.stage, of.level)
    elif of.stage is Stage.FINAL and held_against_plan(text):
        wanted = (of.body, of.year, Stage.BUDGET, of.level)
    else:
        return ()
    return tuple(record for record in stored if account_of(record) == wanted)
