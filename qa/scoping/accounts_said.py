"""Which account of a year each of several questions is of: 差旅费预算多少，决算多少 over the budget and the outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.document import Stage
from qa.catalogs.book import Book
from qa.catalogs.readings import told_by
from qa.result import Result
from qa.scoping.scope import FINAL, INITIAL, NO_ACCOUNT, PLAN
from qa.text import flatten


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
    values = (replace(value, label=told_by(stage, value.label)) for value in result.values)
    return replace(result, values=tuple(values))


def _accounts_named(question: str) -> set[Stage]:
    """The accounts of a year that a question names."""
    text = flatten(question)
    plain = NO_ACCOUNT.sub("", text)
    named = {Stage.FINAL} if FINAL.search(plain) else set[Stage]()
    return named | ({Stage.BUDGET} if PLAN.search(plain) or INITIAL.search(text) else set[Stage]())
