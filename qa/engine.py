"""Asking: from a question to an answer that has been checked, over the documents of a store."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from platformdirs import user_data_path

from corpus import read_document
from corpus.document import Document
from index import DocumentRecord, Hit, Searcher, Store
from qa.answer import Answer, Status
from qa.binding.bind import bind
from qa.binding.fit import fits
from qa.catalogs.book import Book
from qa.catalogs.catalog import Catalog
from qa.drafting.compound import parts
from qa.drafting.draft import Draft
from qa.drafting.reading import read
from qa.followups.dialogue import Turn, complete
from qa.followups.siblings import with_sibling
from qa.followups.two_years import of_other_years
from qa.linking.meaning import Progress, StoreMeaning
from qa.query import Query
from qa.refusal import FOR_GOOD, Declined, Missing
from qa.result import Result
from qa.run import run
from qa.scoping.accounts_said import of_account, of_their_accounts
from qa.scoping.beside import beside
from qa.scoping.chosen import chosen, the_document
from qa.scoping.dates import as_asked, set_apart
from qa.scoping.english_names import in_chinese
from qa.scoping.scope import accounts, in_scope, in_years, stranger, told_apart, without_others
from qa.scoping.short_names import in_full
from qa.scoping.told import naming, of_unit
from qa.scoping.versions import is_one_account, say_the_same, telling
from qa.telling.compose import Settled, composed, declined, which_document
from qa.telling.verify import unsupported

LONGEST_QUESTION = 500
MOST_HISTORY = 8
MOST_TRIED = 4
"""Accounts of one body that are asked in turn where a question does not say which it is about."""
MOST_PASSAGES = 200
"""Passages by which the documents are chosen that a question without a body may be about."""
log = logging.getLogger(__name__)


def no_progress(done: int, total: int) -> None:
    """Progress that nobody watches."""


class Engine:
    """Answers questions over one store; safe to share between threads."""

    def __init__(self, store: Store, progress: Progress = no_progress) -> None:
        self.store = store
        self._meaning = StoreMeaning(store, progress)
        self._by_words = Searcher(store, None)
        self._catalog = lru_cache(maxsize=256)(self._load)
        self._bound = lru_cache(maxsize=16)(self._bind)

    @classmethod
    def open(cls, location: str | Path | None, progress: Progress = no_progress) -> Engine:
        """The engine over a store; None is the default store, made from the shipped documents on first use.

        `progress` is told how many passages are embedded, and of how many, when a question first needs them.

        Raises:
            StoreError: the store cannot be opened.
        """
        if location is not None:
            return cls(Store.open(location), progress)
        store = Store.open(user_data_path("budget-qa"))
        if not store.records():
            for path in sorted(Path(str(files("corpus").joinpath("documents"))).iterdir()):
                store.add(read_document(path), path.read_bytes())
        return cls(store, progress)

    def _bind(self, keys: tuple[int, ...]) -> Book:
        return Book(tuple(self._catalog(key) for key in keys), self._meaning)

    def _load(self, key: int) -> Catalog:
        return Catalog(self.store.load(key), key)

    def prepare(self, progress: Progress) -> None:
        """Embed the documents' passages and names now, which else the first question that needs them waits for.

        Meanwhile other threads' questions are answered without what is found by meaning: they decline more.

        Raises:
            EncoderError: the embedding model cannot be loaded.
        """
        catalogs = [self._catalog(record.id) for record in self.store.records()]
        names = sorted({name for catalog in catalogs for name in catalog.table_names})
        if names:
            self._meaning.prepare(names, progress)

    def book(self, key: int) -> Book:
        """One document's catalogue, with the vocabulary that questions of it are linked with.

        Raises:
            UnknownDocument: no document has that id.
        """
        return self._bound((key,))

    def document(self, key: int) -> Document:
        """The document of a record's id, kept once it is read.

        Raises:
            UnknownDocument: no document has that id.
        """
        return self._catalog(key).document

    def search(self, text: str, most: int, document: str | None = None) -> Sequence[Hit]:
        """The passages nearest to a text, by words and meaning together, of all documents or of the one named.

        Raises:
            DocumentError: `document` names no document of the store, or several.
        """
        records = chosen(self.store, document)
        return self._meaning.passages(text, [record.id for record in records], most)

    def ask(self, question: str, history: Sequence[str] = (), document: str | None = None) -> Answer:
        """The answer to a question; `history` are the same person's earlier questions, oldest first.

        Raises:
            DocumentError: `document` names no document of the store, or several.
            StoreError: the store cannot be read.
        """
        start = time.perf_counter()
        answer = self._answer(question, [h for h in history if _readable(h)][-MOST_HISTORY:], document)
        return replace(answer, question=question, elapsed_ms=(time.perf_counter() - start) * 1000)

    def _answer(self, question: str, history: Sequence[str], document: str | None) -> Answer:
        if not _readable(question):
            return declined(question, Declined(Missing.MEANING), None, Book(()))
        bodies = frozenset(record.body for record in self.store.records() if record.body)
        said = [in_full(in_chinese(set_apart(asked), bodies), bodies) for asked in (*history, question)]
        *history, question = of_other_years(said)
        records = self._documents(document, [*history, question])
        question = in_years(question, records)
        if len(records) > 1 and not told_apart(records, " ".join([*history[-1:], question])):
            other = stranger(records, question)
            if other is None:
                records = naming(records, [*history, question], self._catalog, self._nearest_by_words)
            else:
                records = of_unit(other, records, self._catalog)
            if not records:
                return declined(question, Declined(Missing.BODY, (other or "",)), None, Book(()))
            # What a unit that is named leaves may be told apart by the years alone.
            if len(accounts(records)) > 1 and not (other and told_apart(records, question)):
                return self._only_one_answers(accounts(records), question, history)
        asked = [without_others(earlier, records, bodies) for earlier in history]
        answer = self._of(records, question, asked)
        others = beside(self.store.records(), records, question) if document is None else ()
        if answer.status is not Status.NOT_FOUND or not others:
            return answer
        together = self._of((*records, *others), question, asked)
        return together if together.status is Status.ANSWERED and together.values else answer

    def _only_one_answers(
        self, own: Sequence[Sequence[DocumentRecord]], question: str, history: Sequence[str]
    ) -> Answer:
        """The answer of the account that alone has one, of a few of one body; else the question asked back.

        So is what all of them say alike: of one year, or in the same words of several (职责). Where none says
        anything, the last of them says what is missing.
        """
        asked_back = which_document(as_asked(question), [files[0] for files in own])
        if len(own) > MOST_TRIED or len({files[0].body for files in own}) > 1:
            return asked_back
        own = sorted(own, key=lambda files: files[0].year or 0)
        answers = [self._of(files, question, history) for files in own]
        told = telling(answers)
        if len(told) < 2:
            return told[0] if told else answers[-1]
        records = [record for files in own for record in files]
        if not say_the_same(told):
            return asked_back
        if is_one_account(records):
            together = self._of(records, question, history)
            return together if say_the_same([told[0], together]) else told[0]
        alike = len({record.year for record in records}) == 1 or not told[-1].values
        return told[-1] if alike and len(told) == len(own) else asked_back

    def _of(self, records: Sequence[DocumentRecord], question: str, history: Sequence[str]) -> Answer:
        """The answer of these documents, whose figures may be set against each other."""
        book = self._bound(tuple(record.id for record in records))
        turns: tuple[Turn, ...] = ()
        for earlier in history:
            turns = (*turns, _turn(earlier, turns, book))
        asked: list[Settled] = []
        try:
            for part, own in of_their_accounts(parts(question), book):
                draft = complete(with_sibling(read(part, own), turns, own.vocabulary), turns, own)
                queries, results = settle(draft, own)
                results = results if own is book else tuple(of_account(result, own) for result in results)
                asked.append(Settled(draft, queries, results))
                turns = (*turns, Turn(draft, tuple(name for result in results for name in result.focus)))
        except Declined as reason:
            return declined(question, reason, draft, book)
        return _checked(composed(question, asked, book), draft, book)

    def _documents(self, document: str | None, said: Sequence[str]) -> Sequence[DocumentRecord]:
        """The documents in scope: the one that is named, else those that the conversation may be about."""
        if document is None:
            return in_scope(self.store.records(), said)
        return (the_document(self.store, document),)

    def _nearest_by_words(self, text: str) -> list[int]:
        """The documents of the passages that share most words with a text, the nearest first."""
        return list(dict.fromkeys(hit.document for hit in self._by_words.search(text, MOST_PASSAGES)))


def _checked(answer: Answer, draft: Draft, book: Book) -> Answer:
    """The answer, or a refusal where a figure of its text has no source: that is a defect, and logged."""
    loose = unsupported(answer)
    if not loose:
        return answer
    log.error("declined, figures without a source: %s in %r", loose, answer.text)
    return declined(answer.question, Declined(Missing.FIGURE, loose), draft, book)


def _readable(question: str) -> bool:
    return 0 < len(question.strip()) <= LONGEST_QUESTION and any(letter.isalnum() for letter in question)


def settle(draft: Draft, book: Book) -> tuple[tuple[Query, ...], tuple[Result, ...]]:
    """The queries of the first shape that has a result, with their results.

    Raises:
        Declined: no shape has; the first reason is given.
    """
    first: Declined | None = None
    shapes = bind(draft, book)
    while True:
        try:
            queries, results = _results(next(shapes), book)
            if all(fits(draft, query, result) for query, result in zip(queries, results, strict=True)):
                return queries, results
        except StopIteration:
            raise _with_words(first or Declined(Missing.WORDS), draft) from None
        except Declined as declined:
            first = first or declined
            if declined.missing in FOR_GOOD:
                raise _with_words(first, draft) from None


def _with_words(declined: Declined, draft: Draft) -> Declined:
    """The refusal with the words that it is about: what nothing explains, else what the question names."""
    if declined.words:
        return declined
    words = draft.open or tuple(dict.fromkeys(thing.said for thing in draft.things)) or (draft.text,)
    return replace(declined, words=words)


def _results(queries: Sequence[Query], book: Book) -> tuple[tuple[Query, ...], tuple[Result, ...]]:
    """The queries that have a result; of several readings, those that the documents state.

    Raises:
        Declined: none has.
    """
    found: list[tuple[Query, Result]] = []
    first: Declined | None = None
    for query in queries:
        try:
            found.append((query, run(query, book)))
        except Declined as declined:
            first = first or declined
    if not found:
        raise first or Declined(Missing.MEANING)
    return tuple(query for query, _ in found), tuple(result for _, result in found)


def _turn(question: str, turns: tuple[Turn, ...], book: Book) -> Turn:
    draft = complete(with_sibling(read(question, book), turns, book.vocabulary), turns, book)
    try:
        _, results = settle(draft, book)
    except Declined:
        return Turn(draft, None)
    return Turn(draft, tuple(name for result in results for name in result.focus))
