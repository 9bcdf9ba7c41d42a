"""What the page, HTTP and MCP share: one engine over one store, with limits, and counted."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

from corpus import ReadError
from corpus.document import Document, Table
from corpus.page_image import Box, page_image
from corpus.readers import Places, places_in
from index import DocumentRecord, Hit, UnknownDocument
from qa.answer import Answer, Status
from qa.catalogs.book import Book
from qa.engine import Engine
from qa.errors import PlaceError, TableError
from qa.serve.metrics import Interface, Metrics
from qa.serve.settings import Settings
from qa.serve.uploads import Uploads
from qa.telling.compose import language_of
from qa.telling.wording import Language

P = ParamSpec("P")
T = TypeVar("T")

TOO_LONG = {
    Language.CHINESE: "问题太长，最多 {} 个字。",
    Language.ENGLISH: "The question is too long: {} characters at most.",
}


class Service:
    """Answers over one store; safe to share between threads.

    What another process, or an upload, adds to the store or takes out is seen by the next call.
    """

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self.engine = engine
        self.settings = settings
        self.metrics = Metrics(lambda: len(self.records()))
        self.uploads = Uploads(engine)
        self._pool = ThreadPoolExecutor(settings.max_concurrent, "answer")

    @classmethod
    def open(cls, location: str | Path | None, settings: Settings) -> Service:
        """The service over a store; None is the default one, as for `Engine.open`.

        Raises:
            StoreError: the store cannot be opened.
        """
        return cls(Engine.open(location), settings)

    def ask(
        self,
        question: str,
        history: Sequence[str] = (),
        document: str | None = None,
        *,
        interface: Interface = Interface.PAGE,
    ) -> Answer:
        """The answer to a question; see `Engine.ask`. One that is longer than the settings allow is invalid.

        Raises:
            DocumentError: `document` names no document of the store, or several.
            StoreError: the store cannot be read.
            EncoderError: the embedding model cannot be loaded.
        """
        with self.metrics.in_flight():
            answer = self.uncounted(question, history, document)
        self.metrics.answered(interface, answer)
        return answer

    def uncounted(self, question: str, history: Sequence[str], document: str | None) -> Answer:
        """The answer, without counting that it was asked for; see `ask`."""
        most = self.settings.max_question
        if len(question) > most:
            return Answer(question, Status.INVALID, TOO_LONG[language_of(question)].format(most))
        try:
            return self.engine.ask(question, history, document)
        except UnknownDocument:
            # Another process replaced a document between two looks at the store: look again.
            return self.engine.ask(question, history, document)

    def asker(self, interface: Interface) -> Callable[..., Answer]:
        """`ask` for one interface, as `answer_line` takes it."""
        return partial(self.ask, interface=interface)

    def records(self) -> tuple[DocumentRecord, ...]:
        """All documents of the store, as they are now."""
        return self.engine.store.records()

    def record(self, key: int) -> DocumentRecord:
        """The record of that id.

        Raises:
            UnknownDocument: there is none (any more).
        """
        for record in self.records():
            if record.id == key:
                return record
        raise UnknownDocument(f"no document has the id {key}: list the documents for their ids")

    def document(self, key: int) -> Document:
        """The document of that id.

        Raises:
            UnknownDocument: there is none (any more).
        """
        return self.engine.document(self.record(key).id)

    def book(self, key: int) -> Book:
        """The catalogue of the document of that id.

        Raises:
            UnknownDocument: there is none (any more).
        """
        return self.engine.book(self.record(key).id)

    def content(self, key: int) -> bytes | None:
        """The file that the document of that id was read from, None where it is not kept.

        Raises:
            UnknownDocument: there is no such document.
        """
        return self.engine.store.content(self.record(key).id)

    def page_image(self, key: int, page: int, boxes: Sequence[Box]) -> bytes:
        """A page of a PDF as a PNG with some boxes marked; see `corpus.page_image`.

        Raises:
            UnknownDocument: there is no such document.
            PlaceError: its file is no PDF, is not kept, or has no such page.
        """
        record, content = self.record(key), self.content(key)
        if content is None or places_in(record.name) is not Places.PAGES:
            raise PlaceError(f"{record.name} has no pages to draw: open the file itself")
        try:
            return page_image(content, page, boxes)
        except ReadError as error:
            raise PlaceError(str(error)) from error

    def revision(self) -> str:
        """A mark that changes with every document that comes or goes."""
        return self.engine.store.revision()

    def table(self, key: int, number: int) -> Table:
        """A document's table by its 1-based number.

        Raises:
            UnknownDocument: there is no such document.
            TableError: the document has no table of that number.
        """
        tables = self.document(key).tables
        if not 1 <= number <= len(tables):
            raise TableError(f"the document {key} has no table {number}: it has {len(tables)}")
        return tables[number - 1]

    def search(self, text: str, limit: int, document: str | None = None) -> Sequence[Hit]:
        """The passages nearest to a text, best first; see `Engine.search`."""
        return self.engine.search(text, limit, document)

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do some work in one of the threads for answers; as many run at once as the settings say.

        Who stops waiting does not stop work that has begun: it keeps its thread until it is done.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, partial(work, *args, **kwargs))

    def close(self) -> None:
        """Take no more work; what has begun is finished, what waits is dropped."""
        self.uploads.close()
        self._pool.shutdown(wait=False, cancel_futures=True)
