"""The documents that a question needs beside those in scope: of the year before, and the budget of an outcome."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.document import Stage
from index import DocumentRecord
from qa.catalogs.book import Book
from qa.result import Result
from qa.scoping.scope import FINAL, INITIAL, NO_ACCOUNT, PLAN, Records, account_of, held_against_plan
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


def of_their_accounts(asked: Sequence[str], book: Book) -> Iterator[tuple[str, Book]]:
    """Each of several questions with the part of a book that it is of: 差旅费预算多少，决算多少 over both accounts.

    A question of no account, or of both, is of the whole book, as is one alone.
    """
    stages = {catalog.document.stage for catalog in book.catalogs}
    for question in asked:
        said = _accounts_named(question) & stages if len(asked) > 1 else stages
        yield question, book.of_stage(*said) if len(said) == 1 < len(stages) else book


def of_account(result: Result, own: Book) -> Result:
    """The result of one account of a year beside another's: its figures say which account tells them."""
    stage = own.catalogs[0].document.stage
    values = (replace(value, label=f"{stage}中的{value.label}") for value in result.values)
    return replace(result, values=tuple(values))


def _accounts_named(question: str) -> set[Stage]:
    """The accounts of a year that a question names."""
    text = flatten(question)
    plain = NO_ACCOUNT.sub("", text)
    named = {Stage.FINAL} if FINAL.search(plain) else set[Stage]()
    return named | ({Stage.BUDGET} if PLAN.search(plain) or INITIAL.search(text) else set[Stage]())
